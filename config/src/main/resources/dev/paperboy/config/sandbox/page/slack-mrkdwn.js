// Slack's mrkdwn, as far as a bot uses it, as DOM nodes.

import { h, outward } from './dom.js';
import { named } from './emoji.js';

const ANGLED = /^<([^<>]+)>/;
const CODE = /^`([^`\n]+)`/;
const EMOJI = /^:([a-z0-9_+-]+):/;
const MARKS = { '*': 'strong', _: 'em', '~': 's' };

/** Text with blocks: quotes, code, line breaks. */
export function mrkdwn(text, names = {}) {
  const nodes = [];
  text.split(/```([^]*?)```/).forEach((part, i) => {
    if (i % 2) {
      nodes.push(h('pre', {}, h('code', {}, unescape(part.replace(/^\n|\n$/g, '')))));
    } else {
      paragraphs(part, nodes, names);
    }
  });
  return nodes;
}

function paragraphs(text, nodes, names) {
  let quote = null;
  let pending = false;
  text.split('\n').forEach((line) => {
    const quoted = /^&gt; ?(.*)$/.exec(line);
    if (quoted) {
      if (quote) {
        quote.append(h('br'));
      } else {
        quote = h('blockquote', {});
        nodes.push(quote);
      }
      quote.append(...inline(quoted[1], names));
      pending = false;
      return;
    }
    if (pending) nodes.push(h('br'));
    quote = null;
    nodes.push(...inline(line, names));
    pending = true;
  });
}

/** Text within a line. */
export function inline(text, names = {}) {
  const nodes = [];
  let plain = '';
  let at = 0;
  const push = (node, length) => {
    if (plain) nodes.push(unescape(plain));
    plain = '';
    nodes.push(node);
    at += length;
  };
  while (at < text.length) {
    const rest = text.slice(at);
    let found;
    if ((found = ANGLED.exec(rest))) {
      push(angled(found[1], names), found[0].length);
    } else if ((found = CODE.exec(rest))) {
      push(h('code', {}, unescape(found[1])), found[0].length);
    } else if ((found = EMOJI.exec(rest)) && named(found[1])) {
      push(named(found[1]), found[0].length);
    } else if ((found = styled(rest, text[at - 1], names))) {
      push(found.node, found.length);
    } else {
      plain += text[at++];
    }
  }
  if (plain) nodes.push(unescape(plain));
  return nodes;
}

function styled(rest, before = ' ', names) {
  const name = MARKS[rest[0]];
  if (!name || /[\p{L}\p{N}]/u.test(before)) return null;
  const mark = rest[0];
  const lastAngle = rest.lastIndexOf('>');
  for (let i = 1; i < rest.length; i++) {
    if (rest[i] === '<' && i < lastAngle) {
      i = rest.indexOf('>', i);
    } else if (rest[i] === mark && i > 1 && rest[1] !== ' ' && rest[i - 1] !== ' ' && !/[\p{L}\p{N}]/u.test(rest[i + 1] || ' ')) {
      return { node: h(name, {}, inline(rest.slice(1, i), names)), length: i + 1 };
    }
  }
  return null;
}

function angled(inside, names) {
  const [target, label] = inside.split(/\|(.*)/s);
  if (target.startsWith('@') || target.startsWith('#')) {
    return h('span', { class: 'mention' }, target[0] + unescape(label || names[target.slice(1)] || target.slice(1)));
  }
  const date = /^!date\^(\d+)\^/.exec(target);
  if (date) return h('time', {}, unescape(label || new Date(Number(date[1]) * 1000).toUTCString()));
  if (target.startsWith('!')) {
    return h('span', { class: 'mention loud' }, '@' + unescape(label || target.slice(1)));
  }
  return outward(unescape(target), unescape(label || target));
}

function unescape(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

// Discord's markdown, as far as a bot uses it, as DOM nodes.

import { h, outward } from './dom.js';

const PAIRED = [
  ['***', (inner) => h('strong', {}, h('em', {}, inner))],
  ['**', (inner) => h('strong', {}, inner)],
  ['__', (inner) => h('u', {}, inner)],
  ['~~', (inner) => h('s', {}, inner)],
  ['||', (inner) => h('span', { class: 'spoiler' }, inner)],
  ['*', (inner) => h('em', {}, inner)],
  ['_', (inner) => h('em', {}, inner)],
];

const ESCAPED = /^\\([!-/:-@[-`{-~])/;
const CODE = /^(`{1,2})(?!`)([^]*?[^`])\1(?!`)/;
const TARGET = /^\(<?((?:[^()\s<>]|\([^()\s<>]*\))+)>?(?:\s+"[^"]*")?\)/;
const ANGLED = /^<(https?:\/\/[^\s<>]+)>/;
const BARE = /^https?:\/\/[^\s<>]*[^\s<>.,:;"'\])]/;
const MENTION = /^<(@!?|@&|#)(\d+)>/;
const STAMP = /^<t:(-?\d{1,13})(?::([tTdDfFR]))?>/;
const COMMAND = /^<\/([-\w ]{1,99}):\d+>/;

/** Text with blocks: headings, lists, quotes, code. */
export function markdown(text, names = {}) {
  const nodes = [];
  const parts = text.split(/```(?:\w+\n)?([^]*?)```/);
  parts.forEach((part, i) => {
    if (i % 2) {
      nodes.push(h('pre', {}, h('code', {}, part.replace(/^\n|\n$/g, ''))));
    } else {
      blocks(part, nodes, names);
    }
  });
  return nodes;
}

function blocks(text, nodes, names) {
  let paragraph = [];
  let quote = [];
  let list = null;
  const flush = () => {
    if (paragraph.length) nodes.push(h('p', {}, lines(paragraph, names)));
    if (quote.length) nodes.push(h('blockquote', {}, lines(quote, names)));
    if (list) nodes.push(list);
    paragraph = [];
    quote = [];
    list = null;
  };
  for (const line of text.replace(/^\n|\n$/g, '').split('\n')) {
    const heading = /^(#{1,3}) +(\S.*)$/.exec(line);
    const small = /^-# +(\S.*)$/.exec(line);
    const quoted = /^> ?(.*)$/.exec(line);
    const item = /^ {0,8}[-*] +(\S.*)$/.exec(line);
    if (heading || small) {
      flush();
      // Heading levels follow the message, not the page: they are shown large but outlined as text.
      nodes.push(heading
        ? h('p', { class: `heading-${heading[1].length}` }, inline(heading[2], names))
        : h('p', { class: 'subtext' }, inline(small[1], names)));
    } else if (quoted) {
      if (!quote.length) flush();
      quote.push(quoted[1]);
    } else if (item) {
      if (!list) {
        flush();
        list = h('ul', {});
      }
      list.append(h('li', {}, inline(item[1], names)));
    } else if (line === '') {
      if (paragraph.length) paragraph.push('');
      else flush();
    } else {
      if (quote.length || list) flush();
      paragraph.push(line);
    }
  }
  flush();
}

function lines(all, names) {
  while (all.length && all.at(-1) === '') all.pop();
  return all.flatMap((line, i) => [i ? h('br') : null, inline(line, names)]);
}

/** Text within a line. */
export function inline(text, names = {}) {
  const nodes = [];
  // Marks that close nowhere behind here, so that a thousand of them are looked through once.
  const open = new Set();
  let plain = '';
  let at = 0;
  const push = (node, length) => {
    if (plain) nodes.push(plain);
    plain = '';
    nodes.push(node);
    at += length;
  };
  while (at < text.length) {
    const rest = text.slice(at);
    let found;
    if ((found = ESCAPED.exec(rest))) {
      plain += found[1];
      at += found[0].length;
    } else if ((found = CODE.exec(rest))) {
      push(h('code', {}, found[2].trim()), found[0].length);
    } else if ((found = masked(rest, open))) {
      push(outward(found.target, inline(found.label, names)), found.length);
    } else if ((found = STAMP.exec(rest))) {
      push(stamp(Number(found[1]), found[2]), found[0].length);
    } else if ((found = MENTION.exec(rest))) {
      const sign = found[1].startsWith('#') ? '#' : '@';
      push(h('span', { class: 'mention' }, sign + (names[found[2]] || found[2])), found[0].length);
    } else if ((found = COMMAND.exec(rest))) {
      push(h('span', { class: 'mention' }, '/' + found[1]), found[0].length);
    } else if ((found = ANGLED.exec(rest))) {
      push(outward(found[1], found[1]), found[0].length);
    } else if ((found = BARE.exec(rest))) {
      push(outward(found[0], found[0]), found[0].length);
    } else if ((found = paired(rest, text[at - 1], names, open))) {
      push(found.node, found.length);
    } else {
      plain += text[at++];
    }
  }
  if (plain) nodes.push(plain);
  return nodes;
}

/** [label](target), read by hand: a pattern for brackets within brackets takes for ever on hostile ones. */
function masked(text, open) {
  if (text[0] !== '[' || open.has('[')) return null;
  const end = bracketEnd(text);
  if (end < 0 && !text.includes('](')) open.add('[');
  const target = end > 0 && TARGET.exec(text.slice(end + 1));
  return target ? { label: text.slice(1, end), target: target[1], length: end + 1 + target[0].length } : null;
}

/** Where the bracket closes that the text begins with; -1 if nowhere. */
function bracketEnd(text) {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '[') depth++;
    else if (text[i] === ']' && --depth === 0) return i;
  }
  return -1;
}

function paired(rest, before, names, open) {
  for (const [mark, make] of PAIRED) {
    if (!rest.startsWith(mark) || open.has(mark)) continue;
    if (mark === '_' && /\w/.test(before || ' ')) continue;
    if (isBlank(rest[mark.length])) continue;
    const end = closing(rest, mark);
    if (end > mark.length) {
      return { node: make(inline(rest.slice(mark.length, end), names)), length: end + mark.length };
    }
    if (end < 0) open.add(mark);
  }
  return null;
}

/** Where the mark closes, skipping what is escaped or code; -1 if nowhere. */
function closing(text, mark) {
  let codeAhead = true;
  for (let i = mark.length; i < text.length; i++) {
    if (text[i] === '\\') {
      i++;
    } else if (text[i] === '`' && codeAhead) {
      const code = CODE.exec(text.slice(i));
      if (code) i += code[0].length - 1;
      else codeAhead = text[i + 1] === '`';
    } else if (text.startsWith(mark, i) && !isBlank(text[i - 1])) {
      if (mark === '_' && /\w/.test(text[i + 1] || ' ')) continue;
      return i;
    }
  }
  return -1;
}

function isBlank(character) {
  return character === undefined || /\s/.test(character);
}

function stamp(seconds, style = 'f') {
  const date = new Date(seconds * 1000);
  const shapes = {
    t: { timeStyle: 'short' },
    T: { timeStyle: 'medium' },
    d: { dateStyle: 'short' },
    D: { dateStyle: 'long' },
    f: { dateStyle: 'long', timeStyle: 'short' },
    F: { dateStyle: 'full', timeStyle: 'short' },
    R: { dateStyle: 'medium', timeStyle: 'short' },
  };
  const shown = Number.isNaN(date.getTime())
    ? String(seconds)
    : new Intl.DateTimeFormat('en-GB', { ...shapes[style], timeZone: 'UTC' }).format(date);
  return h('time', { class: 'stamp' }, shown);
}

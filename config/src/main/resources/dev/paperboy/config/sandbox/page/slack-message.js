// Draws what a bot sent to Slack: text, and Block Kit's blocks.

import { h, httpAddress, outward, tint } from './dom.js';
import { file } from './file.js';
import { named } from './emoji.js';
import { mrkdwn } from './slack-mrkdwn.js';

/** Payload to nodes; click is called with a button's action_id and its label. */
export function drawSlack(payload, { names, click }) {
  const context = { names, click };
  const blocks = payload.blocks || [];
  const nodes = blocks.length
    ? blocks.map((block) => drawBlock(block, context))
    : [payload.text ? h('div', { class: 'section' }, mrkdwn(payload.text, names)) : null];
  nodes.push(...(payload.files || []).map((each) => file(each.url_private, each.title || each.name, each.size)));
  return [...nodes, ...(payload.attachments || []).map((each) => drawAttachment(each, context))];
}

function drawAttachment(attachment, context) {
  const box = h(
    'div',
    { class: 'attachment' },
    attachment.blocks ? attachment.blocks.map((block) => drawBlock(block, context)) : null,
    attachment.blocks ? null : h('div', { class: 'section' }, mrkdwn(attachment.text || attachment.fallback || '', context.names)),
  );
  const color = /^#?([0-9a-f]{6})$/i.exec(attachment.color || '');
  return color ? tint(box, '--bar', parseInt(color[1], 16)) : box;
}

function drawBlock(block, context) {
  switch (block.type) {
    case 'header':
      return h('p', { class: 'header' }, text(block.text, context));
    case 'section':
      return h(
        'div',
        { class: block.accessory ? 'section has-accessory' : 'section' },
        h(
          'div',
          { class: 'section-text' },
          block.text ? text(block.text, context) : null,
          block.fields ? h('div', { class: 'fields' }, block.fields.map((field) => h('div', {}, text(field, context)))) : null,
        ),
        block.accessory ? element(block.accessory, context) : null,
      );
    case 'context':
      return h('div', { class: 'context' }, (block.elements || []).map((each) => h('span', {}, each.type === 'image' ? image(each) : text(each, context))));
    case 'actions':
      return h('div', { class: 'row' }, (block.elements || []).map((each) => element(each, context)));
    case 'divider':
      return h('hr');
    case 'image':
      return h('p', { class: 'image' }, image(block));
    case 'markdown':
      return h('div', { class: 'section' }, mrkdwn(block.text || '', context.names));
    case 'rich_text':
      return h('div', { class: 'section rich' }, (block.elements || []).map((each) => rich(each, context)));
    default:
      return h('p', { class: 'unknown' }, `(a block of type ${block.type})`);
  }
}

function text(object, { names }) {
  if (!object) return null;
  return object.type === 'mrkdwn' ? mrkdwn(object.text || '', names) : plain(object.text || '', object.emoji);
}

/** Plain text is literal; only :names: become emoji, unless the message says otherwise. */
function plain(words, emoji = true) {
  return emoji === false ? words : words.replace(/:([a-z0-9_+-]+):/g, (whole, name) => named(name) || whole);
}

/** Pictures are named, not fetched: the page loads nothing from elsewhere. */
function image(picture) {
  const words = picture.alt_text || 'Picture';
  return httpAddress(picture.image_url) ? outward(picture.image_url, words) : words;
}

function element(part, { click, names }) {
  if (part.type === 'button') return drawButton(part, click);
  if (part.type === 'image') return image(part);
  if (part.options || part.option_groups) return drawMenu(part, click);
  return h('span', { class: 'unknown' }, `(an element of type ${part.type})`, part.text ? text(part.text, { names }) : null);
}

function drawButton(part, click) {
  const label = plain(part.text?.text || '');
  const style = part.style === 'primary' || part.style === 'danger' ? part.style : 'usual';
  if (part.url) {
    const link = outward(part.url, label);
    link.classList.add('button', style);
    return link;
  }
  return h(
    'button',
    {
      type: 'button',
      class: `button ${style}`,
      'aria-label': part.accessibility_label || null,
      'data-button': part.action_id,
      onclick: (event) => click(part.action_id, label, event.currentTarget, undefined, part),
    },
    label,
  );
}

function drawMenu(part, click) {
  const options = part.options || part.option_groups.flatMap((group) => group.options);
  const placeholder = part.placeholder?.text || (part.type === 'overflow' ? 'More…' : 'Choose…');
  return h(
    'select',
    {
      class: 'menu',
      'aria-label': placeholder,
      onchange: (event) => click(part.action_id, event.currentTarget.value, event.currentTarget, [event.currentTarget.value]),
    },
    h('option', { value: '' }, placeholder),
    options.map((option) => h('option', { value: option.value }, plain(option.text.text))),
  );
}

function rich(part, context) {
  const children = (part.elements || []).map((each) => richInline(each, context));
  switch (part.type) {
    case 'rich_text_list':
      return h(part.style === 'ordered' ? 'ol' : 'ul', {}, (part.elements || []).map((each) => h('li', {}, rich(each, context))));
    case 'rich_text_preformatted':
      return h('pre', {}, h('code', {}, children));
    case 'rich_text_quote':
      return h('blockquote', {}, children);
    default:
      return h('div', {}, children);
  }
}

function richInline(part, { names }) {
  switch (part.type) {
    case 'link':
      return outward(part.url, styled(part.text || part.url, part.style));
    case 'emoji':
      return named(part.name) || `:${part.name}:`;
    case 'user':
      return h('span', { class: 'mention' }, '@' + (names[part.user_id] || part.user_id));
    case 'channel':
      return h('span', { class: 'mention' }, '#' + (names[part.channel_id] || part.channel_id));
    case 'date':
      return part.fallback || '';
    default:
      return styled(part.text || '', part.style);
  }
}

function styled(words, style = {}) {
  let node = words;
  for (const [name, tag] of [['code', 'code'], ['strike', 's'], ['italic', 'em'], ['bold', 'strong']]) {
    if (style[name]) node = h(tag, {}, node);
  }
  return node;
}

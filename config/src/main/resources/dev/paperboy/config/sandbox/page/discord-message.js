// Draws what a bot sent to Discord: content, embeds, and components old and new.

import { h, httpAddress, outward, tint } from './dom.js';
import { file } from './file.js';
import { icon } from './icons.js';
import { inline, markdown } from './discord-markdown.js';

const ROW = 1;
const BUTTON = 2;
const SECTION = 9;
const TEXT = 10;
const THUMBNAIL = 11;
const GALLERY = 12;
const FILE = 13;
const SEPARATOR = 14;
const CONTAINER = 17;

const STYLES = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger', 5: 'link' };
const LOADING = 1 << 7;

/** Payload to nodes; click is called with a button's custom_id and its label. */
export function drawDiscord(payload, { names, click }) {
  if ((payload.flags & LOADING) !== 0) {
    return [h('p', { class: 'thinking' }, h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i')), ' Paperboy is thinking…')];
  }
  const context = { names, click };
  return [
    payload.content ? h('div', { class: 'markup' }, markdown(payload.content, names)) : null,
    ...(payload.embeds || []).map((embed) => drawEmbed(embed, context)),
    ...(payload.components || []).map((part) => drawComponent(part, context)),
  ];
}

/** "ada used /papers search", where Discord says who asked. */
export function askedBy(payload) {
  const asked = payload.interaction_metadata || payload.interaction;
  if (!asked || !asked.user || (asked.type && asked.type !== 2)) return null;
  const name = asked.name || payload.interaction?.name;
  return { who: asked.user.global_name || asked.user.username, what: name ? `/${name}` : 'a command' };
}

function drawEmbed(embed, { names }) {
  const box = h(
    'div',
    { class: 'embed' },
    embed.author?.name ? h('p', { class: 'embed-author' }, embed.author.url ? outward(embed.author.url, embed.author.name) : embed.author.name) : null,
    embed.title ? h('p', { class: 'embed-title' }, embed.url ? outward(embed.url, inline(embed.title, names)) : inline(embed.title, names)) : null,
    embed.description ? h('div', { class: 'embed-text markup' }, markdown(embed.description, names)) : null,
    embed.fields?.length ? h('div', { class: 'fields' }, embed.fields.map((field) => drawField(field, names))) : null,
    picture(embed.image, 'embed-image'),
    picture(embed.thumbnail, 'embed-thumbnail'),
    footer(embed),
  );
  if (embed.thumbnail) box.classList.add('has-thumbnail');
  return typeof embed.color === 'number' && embed.color > 0 ? tint(box, '--bar', embed.color) : box;
}

function drawField(field, names) {
  return h(
    'div',
    { class: field.inline ? 'field inline' : 'field' },
    h('p', { class: 'field-name' }, inline(field.name, names)),
    h('div', { class: 'markup' }, markdown(field.value, names)),
  );
}

function footer(embed) {
  const when = embed.timestamp ? new Date(embed.timestamp) : null;
  const day = when && !Number.isNaN(when.getTime()) ? when.toISOString().slice(0, 10) : '';
  const parts = [embed.footer?.text, day].filter(Boolean);
  return parts.length ? h('p', { class: 'embed-footer' }, parts.join(' • ')) : null;
}

/** Pictures are named, not fetched: the page loads nothing from elsewhere. */
function picture(media, name) {
  return media?.url && httpAddress(media.url) ? h('p', { class: name }, outward(media.url, 'Picture')) : null;
}

function drawComponent(part, context) {
  switch (part.type) {
    case ROW:
      return h('div', { class: 'row' }, (part.components || []).map((child) => drawComponent(child, context)));
    case BUTTON:
      return drawButton(part, context);
    case TEXT:
      return h('div', { class: 'markup text' }, markdown(part.content || '', context.names));
    case SECTION:
      return h(
        'div',
        { class: 'section' },
        h('div', { class: 'section-text' }, (part.components || []).map((child) => drawComponent(child, context))),
        part.accessory ? drawComponent(part.accessory, context) : null,
      );
    case FILE:
      return file(part.file?.url, part.name || 'File', part.size);
    case SEPARATOR:
      return part.divider === false ? h('div', { class: 'gap' }) : h('hr', { class: part.spacing === 2 ? 'wide' : null });
    case CONTAINER: {
      const box = h('div', { class: 'embed container' }, (part.components || []).map((child) => drawComponent(child, context)));
      return typeof part.accent_color === 'number' ? tint(box, '--bar', part.accent_color) : box;
    }
    case THUMBNAIL:
      return picture(part.media, 'embed-thumbnail');
    case GALLERY:
      return h('div', {}, (part.items || []).map((item) => picture(item.media, 'embed-image')));
    default:
      return part.options ? drawMenu(part, context) : h('p', { class: 'unknown' }, `(a part of type ${part.type})`);
  }
}

function drawButton(part, { click }) {
  const label = [part.emoji?.name, part.label].filter(Boolean).join(' ');
  const style = STYLES[part.style] || 'secondary';
  if (style === 'link') {
    const link = outward(part.url, label, icon('external', 14));
    link.classList.add('button', 'link');
    return link;
  }
  return h(
    'button',
    {
      type: 'button',
      class: `button ${style}`,
      disabled: part.disabled,
      'data-button': part.custom_id,
      onclick: (event) => click(part.custom_id, label, event.currentTarget),
    },
    label,
  );
}

function drawMenu(part, { click }) {
  return h(
    'select',
    {
      class: 'menu',
      disabled: part.disabled,
      'aria-label': part.placeholder || 'Choose',
      onchange: (event) => click(part.custom_id, event.currentTarget.value, event.currentTarget, [event.currentTarget.value]),
    },
    h('option', { value: '' }, part.placeholder || 'Choose…'),
    part.options.map((option) => h('option', { value: option.value }, option.label)),
  );
}

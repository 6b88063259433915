// One message as its platform frames it: who, when, for whom, what, and the reactions below.

import { h } from './dom.js';
import { icon, mark } from './icons.js';
import { OFFERED, face, spoken } from './emoji.js';
import { askedBy, drawDiscord } from './discord-message.js';
import { drawSlack } from './slack-message.js';

const LOOKS = {
  discord: {
    draw: drawDiscord,
    asked: askedBy,
    badge: 'APP',
    secret: 'Only you can see this',
    dismiss: 'Dismiss message',
    time: (date) => clockTime(date),
    isReply: () => false,
    thread: (payload) => payload.thread?.name,
  },
  slack: {
    draw: drawSlack,
    asked: () => null,
    badge: 'APP',
    secret: 'Only visible to you',
    dismiss: 'Dismiss',
    time: (date) => clockTime(date),
    isReply: (payload) => Boolean(payload.thread_ts) && payload.thread_ts !== payload.ts,
    thread: ({ reply_count: replies }) => replies && `${replies} ${replies === 1 ? 'reply' : 'replies'}`,
  },
};

const QUICK = ['🔖', '👍'];

export function clockTime(date) {
  return new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'UTC' }).format(date);
}

export function day(date) {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(date);
}

/**
 * The element of a message.
 *
 * @param acts { click, react, dismiss } the ways in which a person touches it
 * @param continued whether it follows one of the same author closely, so that name and face are not repeated
 */
export function drawMessage(platform, message, { me, names, acts, continued }) {
  const looks = LOOKS[platform];
  const when = new Date(message.at);
  const asked = looks.asked(message.payload);
  const body = looks.draw(message.payload, {
    names,
    click: (button, label, element, values, part) => acts.click(message, button, label, element, values, part),
  });
  const classes = ['message'];
  if (message.ephemeral) classes.push('secret');
  if (looks.isReply(message.payload)) classes.push('reply');
  if (continued && !asked && !message.ephemeral) classes.push('continued');
  return h(
    'article',
    { class: classes.join(' '), 'data-id': message.id, 'aria-label': `${message.authorName}, ${clockTime(when)}` },
    asked ? h('p', { class: 'asked' }, face0(asked.who), h('b', {}, asked.who), ' used ', h('span', { class: 'mention' }, asked.what)) : null,
    h('div', { class: 'gutter', 'aria-hidden': 'true' }, message.bot ? mark(40) : face0(message.authorName), h('span', { class: 'side-time' }, clockTime(when))),
    h(
      'div',
      { class: 'content' },
      platform === 'slack' && message.ephemeral ? secret(message, looks, acts) : null,
      h(
        'p',
        { class: 'byline' },
        h('b', { class: 'author' }, message.authorName),
        message.bot ? h('span', { class: 'badge' }, looks.badge) : null,
        h('time', { datetime: when.toISOString(), title: `${day(when)}, ${clockTime(when)} UTC (sandbox time)` }, looks.time(when)),
      ),
      looks.isReply(message.payload) ? h('p', { class: 'thread-note' }, 'in the thread') : null,
      h('div', { class: 'body' }, body),
      thread(looks.thread(message.payload)),
      platform === 'discord' && message.ephemeral ? secret(message, looks, acts) : null,
      message.ephemeral ? null : reactions(message, me, acts),
    ),
    message.ephemeral ? null : toolbar(message, me, acts),
  );
}

/** A person's face: a disc with the initial. */
export function face0(name) {
  const initial = (name || '?').slice(0, 1).toUpperCase();
  return h('span', { class: `face face-${initial.charCodeAt(0) % 4}`, 'aria-hidden': 'true' }, initial);
}

/** The thread under a message, by its name or by what is in it. */
function thread(what) {
  return what ? h('p', { class: 'thread' }, icon('reply', 15), h('span', { class: 'thread-name' }, what)) : null;
}

function secret(message, looks, acts) {
  return h(
    'p',
    { class: 'secret-note' },
    icon('eye', 15),
    ` ${looks.secret} `,
    h('span', { 'aria-hidden': 'true' }, '· '),
    h('button', { type: 'button', class: 'dismiss', onclick: () => acts.dismiss(message) }, looks.dismiss),
  );
}

function reactions(message, me, acts) {
  if (!message.reactions.length) return null;
  return h(
    'div',
    { class: 'reactions', role: 'group', 'aria-label': 'Reactions' },
    message.reactions.map(({ emoji, users }) => {
      const mine = users.includes(me.id);
      return h(
        'button',
        {
          type: 'button',
          class: mine ? 'reaction mine' : 'reaction',
          'aria-pressed': String(mine),
          'aria-label': `${spoken(face(emoji))}, ${users.length}${mine ? ', yours' : ''}`,
          'data-focus': `reaction ${emoji}`,
          onclick: () => acts.react(message, face(emoji), mine),
        },
        h('span', { class: 'emoji' }, face(emoji)),
        h('span', { class: 'count' }, String(users.length)),
      );
    }),
    picker(message, me, acts, 'reaction add'),
  );
}

function toolbar(message, me, acts) {
  return h(
    'div',
    { class: 'tools', role: 'group', 'aria-label': 'React' },
    QUICK.map((emoji) => emojiButton(emoji, message, me, acts)),
    picker(message, me, acts, 'tool'),
  );
}

function emojiButton(emoji, message, me, acts, done = () => {}) {
  const mine = message.reactions.some((each) => face(each.emoji) === emoji && each.users.includes(me.id));
  return h(
    'button',
    {
      type: 'button',
      class: 'tool emoji',
      'aria-pressed': String(mine),
      'aria-label': `React with ${spoken(emoji)}`,
      'data-focus': `quick ${emoji}`,
      title: spoken(emoji),
      onclick: () => {
        done();
        acts.react(message, emoji, mine);
      },
    },
    emoji,
  );
}

/** A button that opens the row of emoji; arrow keys walk along it, Escape closes it. */
function picker(message, me, acts, look) {
  const opener = h('button', { type: 'button', class: look, 'aria-label': 'Add a reaction', 'aria-expanded': 'false', 'data-focus': look }, icon('smile', 18));
  const box = h('div', { class: 'picker', role: 'group', 'aria-label': 'Choose an emoji', hidden: true });
  const holder = h('span', { class: 'picker-holder' }, opener, box);
  const close = () => {
    box.hidden = true;
    opener.setAttribute('aria-expanded', 'false');
  };
  box.append(...OFFERED.map((emoji) => emojiButton(emoji, message, me, acts, close)));
  opener.addEventListener('click', () => {
    box.hidden = !box.hidden;
    opener.setAttribute('aria-expanded', String(!box.hidden));
    if (!box.hidden) box.firstElementChild.focus();
  });
  box.addEventListener('keydown', (event) => {
    const buttons = [...box.children];
    const at = buttons.indexOf(document.activeElement);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      buttons[(at + step + buttons.length) % buttons.length].focus();
      event.preventDefault();
    } else if (event.key === 'Escape') {
      close();
      opener.focus();
      event.stopPropagation();
    }
  });
  holder.addEventListener('focusout', (event) => {
    if (!holder.contains(event.relatedTarget)) close();
  });
  return holder;
}

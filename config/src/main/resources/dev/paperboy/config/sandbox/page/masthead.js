// The nameplate: sandbox time and what moves it, who I am, faults, light and dark.

import { api } from './api.js';
import { h, say } from './dom.js';
import { icon, mark } from './icons.js';
import { settings } from './settings.js';
import { face0 } from './message.js';
import { FaultMenu } from './faults.js';

const DAY = 24 * 3600 * 1000;

export class Masthead {
  constructor(root, hooks) {
    this.root = root;
    this.hooks = hooks;
    this.date = h('span', { class: 'date' });
    this.time = h('b', { class: 'time' });
    this.who = h('div', { class: 'who', role: 'radiogroup', 'aria-label': 'Who I am', onkeydown: (event) => this.walkWho(event) });
    this.faults = new FaultMenu(hooks);
    this.today = this.mover('today', 'Go to today', () => ({ set: 'now' }), 'quiet-button inviting');
    this.next = this.mover('forward', 'Next posting hour', () => ({ advance: 'next' }), 'primary');
    this.nextNote = h('span', { class: 'note', id: 'next-note' });
    this.next.setAttribute('aria-describedby', 'next-note');
    this.theme = h('button', { type: 'button', class: 'quiet-button round', onclick: () => this.switchTheme() });
    this.news = h('p', { class: 'news', role: 'status', hidden: true });
    this.trouble = h('p', { class: 'news mishap', role: 'alert', hidden: true });
    root.replaceChildren(
      h('p', { class: 'nameplate' }, mark(34), h('span', { class: 'name' }, 'Paperboy'), h('span', { class: 'kind' }, 'sandbox')),
      h(
        'div',
        { class: 'dateline', id: 'time', role: 'group', 'aria-label': 'Sandbox time', tabindex: '-1' },
        h('p', { class: 'now', title: 'Sandbox time: the clock by which Paperboy lives on this page. It runs on, and you can move it.' }, this.date, this.time, h('span', { class: 'zone' }, 'UTC'), h('span', { class: 'zone aside' }, 'sandbox time')),
        h('div', { class: 'movers' }, this.next, this.mover('day', '+1 day', () => ({ advance: 'PT24H' }), 'quiet-button'), this.today),
      ),
      h('div', { class: 'controls' }, this.who, this.faults.root, this.theme),
      this.nextNote,
      this.trouble,
      this.news,
    );
    this.applyTheme();
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.applyTheme());
    setInterval(() => this.tick(), 1000);
  }

  mover(name, label, body, look) {
    return h('button', { type: 'button', class: `mover ${look}`, onclick: (event) => this.move(event.currentTarget, body()) }, icon(name, 17), h('span', {}, label));
  }

  async move(button, body) {
    if (this.moving) return;
    this.moving = true;
    this.complain('');
    button.setAttribute('aria-busy', 'true');
    try {
      const { clock } = await api.clock(body.advance === 'next' ? { set: this.state.nextPosting } : body.set === 'now' ? { set: this.state.today } : body);
      this.setClock(clock);
      say(`It is now ${this.date.textContent}, ${this.time.textContent} UTC.`);
      this.hooks.did('clock', null, body.advance || body.set);
    } catch (error) {
      this.complain(error.message);
    }
    button.removeAttribute('aria-busy');
    this.moving = false;
    this.hooks.acted();
  }

  /** Takes over the sandbox's state. */
  update(state, me) {
    this.state = state;
    this.setClock(state.clock);
    this.drawWho(state.platforms.discord.users, me);
    this.faults.update(state);
    this.next.disabled = !state.nextPosting;
    this.nextNote.textContent = state.nextPosting ? `Next post: ${shortly(new Date(state.nextPosting))} UTC` : 'No post is scheduled';
    this.next.title = this.nextNote.textContent;
    // Without live papers there is nothing to see today.
    this.today.hidden = state.live?.status !== 'ready' || new Date(state.today) - new Date(state.clock) < DAY / 2;
    this.tell(liveNews(state, this.today.hidden));
  }

  become(name) {
    this.drawWho(this.state.platforms.discord.users, name);
  }

  /** What is the case now; the next state of the sandbox replaces it. */
  tell(text) {
    this.news.textContent = text;
    this.news.hidden = !text;
  }

  /** What went wrong with something that was asked for; it stays until it is dismissed or asked for again. */
  complain(text) {
    this.trouble.replaceChildren(...(text
      ? [h('span', {}, text), h('button', { type: 'button', class: 'quiet', 'aria-label': 'Dismiss', onclick: () => this.complain('') }, icon('close', 14))]
      : []));
    this.trouble.hidden = !text;
  }

  setClock(clock) {
    this.base = new Date(clock).getTime();
    this.since = performance.now();
    this.tick();
  }

  tick() {
    if (!this.base) return;
    const now = new Date(this.base + performance.now() - this.since);
    put(this.date, new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(now));
    put(this.time, new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }).format(now));
  }

  drawWho(users, me) {
    const key = JSON.stringify([users, me]);
    if (key === this.whoKey) return;
    this.whoKey = key;
    this.who.replaceChildren(
      ...users.map((user) =>
        h(
          'button',
          {
            type: 'button',
            role: 'radio',
            'aria-checked': String(user.name === me),
            tabindex: user.name === me ? '0' : '-1',
            'data-name': user.name,
            onclick: () => this.hooks.become(user.name),
          },
          face0(user.name),
          h('span', {}, user.name),
          h('span', { class: 'role' }, user.admin ? 'admin' : 'member'),
        ),
      ),
    );
  }

  walkWho(event) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const buttons = [...this.who.children];
    const at = buttons.findIndex((each) => each.getAttribute('aria-checked') === 'true');
    const name = buttons[(at + step + buttons.length) % buttons.length].dataset.name;
    this.hooks.become(name);
    this.who.querySelector('[aria-checked=true]').focus();
    event.preventDefault();
  }

  switchTheme() {
    settings.set('theme', this.dark() ? 'light' : 'dark');
    this.applyTheme();
  }

  dark() {
    const chosen = settings.get('theme', null);
    return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  }

  applyTheme() {
    const dark = this.dark();
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    this.theme.replaceChildren(icon(dark ? 'sun' : 'moon', 18));
    this.theme.setAttribute('aria-label', dark ? 'Switch to light' : 'Switch to dark');
    this.theme.title = dark ? 'Light' : 'Dark';
  }
}

function liveNews({ live, clock, today }, isToday) {
  if (live?.status !== 'ready' || isToday) return '';
  return `${live.papers} current ${live.papers === 1 ? 'paper' : 'papers'} arrived from Hugging Face. “Go to today” moves the clock to them.`;
}

function shortly(date) {
  return new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }).format(date);
}

function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

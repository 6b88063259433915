// Three things to try on a first visit; each is ticked off when it has happened.

import { h } from './dom.js';
import { icon } from './icons.js';
import { settings } from './settings.js';

export class Steps {
  /** @param acts { post, search, react } what the three buttons do */
  constructor(root, acts) {
    this.root = root;
    this.acts = acts;
    this.draw();
  }

  /** Ticks a step: 'post', 'search' or 'react'. */
  done(step) {
    const before = settings.get('done', []);
    if (before.includes(step)) return;
    settings.set('done', [...before, step]);
    this.draw();
  }

  draw() {
    const done = settings.get('done', []);
    this.root.hidden = settings.get('steps', 'open') === 'closed';
    if (this.root.hidden) return;
    const all = done.length >= 3;
    this.root.replaceChildren(
      h(
        'ol',
        {},
        this.step(1, 'post', 'Post today’s trending papers', 'Move the clock to the next posting hour', done),
        this.step(2, 'search', 'Search the papers', 'Fills in a query on Discord; Enter sends it', done),
        this.step(3, 'react', 'Save a paper with 🔖', 'React on Slack, then read your list', done),
      ),
      h('button', { type: 'button', class: 'quiet', 'aria-label': all ? null : 'Close the suggestions', onclick: () => this.close() }, all ? 'Done' : icon('close', 16)),
    );
  }

  step(number, name, title, detail, done) {
    const ticked = done.includes(name);
    return h(
      'li',
      { class: ticked ? 'step done' : 'step' },
      h(
        'button',
        { type: 'button', 'data-step': name, onclick: () => this.acts[name]() },
        h('span', { class: 'number', 'aria-hidden': 'true' }, ticked ? icon('check', 16) : String(number)),
        h('span', { class: 'step-title' }, title, ticked ? h('span', { class: 'unseen' }, ' (done)') : null),
        h('span', { class: 'step-detail' }, detail),
      ),
    );
  }

  close() {
    settings.set('steps', 'closed');
    this.draw();
  }
}

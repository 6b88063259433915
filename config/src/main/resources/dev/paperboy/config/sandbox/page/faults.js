// The menu of troubles: what each platform can do wrong on request, and a restart of the bot.

import { api } from './api.js';
import { h, say } from './dom.js';
import { icon } from './icons.js';

export class FaultMenu {
  constructor(hooks) {
    this.hooks = hooks;
    this.opener = h('button', { type: 'button', class: 'quiet-button', 'aria-expanded': 'false', 'aria-haspopup': 'dialog', 'aria-label': 'Faults', onclick: () => this.toggle() }, icon('bolt', 17), h('span', {}, 'Faults'));
    this.result = h('div', { class: 'result', role: 'status' });
    this.lists = h('div', { class: 'fault-lists' });
    this.box = h(
      'div',
      { class: 'faults', role: 'dialog', 'aria-label': 'Faults', hidden: true },
      h('p', { class: 'faults-intro' }, 'Make something go wrong and watch Paperboy cope. Nothing that was saved or posted may be lost.'),
      this.restart(),
      this.result,
      this.lists,
    );
    this.root = h('div', { class: 'faults-holder' }, this.opener, this.box);
    this.root.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !this.box.hidden) {
        this.close();
        this.opener.focus();
      }
    });
    this.root.addEventListener('focusout', (event) => {
      if (event.relatedTarget && !this.root.contains(event.relatedTarget)) this.close();
    });
    document.addEventListener('pointerdown', (event) => {
      if (!this.root.contains(event.target)) this.close();
    });
  }

  restart() {
    return h(
      'button',
      { type: 'button', class: 'fault', onclick: (event) => this.make(event.currentTarget, 'discord', 'restart-bot', 'Paperboy was stopped and started again; both platforms kept running.') },
      icon('restart', 17),
      h('span', { class: 'fault-name' }, 'Restart the bot'),
      h('span', { class: 'fault-meaning' }, 'stops Paperboy and starts it again while both platforms keep running'),
    );
  }

  update(state) {
    if (this.filled) return;
    this.filled = true;
    this.lists.replaceChildren(
      ...Object.entries(state.platforms).map(([platform, { faults = [] }]) =>
        h(
          'section',
          { 'aria-label': title(platform) },
          h('h3', {}, title(platform)),
          faults.map(({ kind, meaning }) =>
            h(
              'button',
              { type: 'button', class: 'fault', onclick: (event) => this.order(event.currentTarget, platform, kind, meaning) },
              h('span', { class: 'fault-name' }, kind),
              h('span', { class: 'fault-meaning' }, meaning),
            ),
          ),
        ),
      ),
    );
  }

  /** A fault of a channel hits the one that is open in the platform's window; what cannot be taken back is asked for twice. */
  order(button, platform, kind, meaning) {
    const channel = meaning.includes('(channel)') ? this.hooks.channel(platform) : undefined;
    const done = `${title(platform)}: ${kind} is set${channel ? ` for #${channel}` : ''}.`;
    const go = () => this.make(button, platform, kind, done, channel);
    if (kind === 'delete-channel') this.ask(`Delete #${channel} with all its messages? “restore-channel” makes it anew, but empty.`, `Delete #${channel}`, go, button);
    else go();
  }

  ask(question, yes, go, opener) {
    const answer = (act) => () => {
      this.result.textContent = '';
      opener.focus();
      act();
    };
    const sure = h('button', { type: 'button', class: 'quiet-button', onclick: answer(go) }, yes);
    this.result.replaceChildren(
      h('span', {}, question),
      h('span', { class: 'answers' }, sure, h('button', { type: 'button', class: 'quiet-button', onclick: answer(() => {}) }, 'Keep it')),
    );
    sure.focus();
  }

  async make(button, platform, kind, done, channel) {
    button.setAttribute('aria-busy', 'true');
    try {
      await api.fault(platform, { kind, ...(channel ? { channel } : {}) });
      this.result.textContent = done;
    } catch (error) {
      this.result.textContent = error.message;
      say(error.message);
    }
    button.removeAttribute('aria-busy');
    this.hooks.acted();
  }

  toggle() {
    this.box.hidden = !this.box.hidden;
    this.opener.setAttribute('aria-expanded', String(!this.box.hidden));
    this.result.textContent = '';
    if (!this.box.hidden) this.box.querySelector('button').focus();
  }

  close() {
    this.box.hidden = true;
    this.opener.setAttribute('aria-expanded', 'false');
  }
}

function title(platform) {
  return platform === 'discord' ? 'Discord' : 'Slack';
}

// The line at the foot of a channel: a command is typed, completed with arrows and Tab, and sent with Enter.

import { h } from './dom.js';
import { icon } from './icons.js';

const PAUSE = 90;

export class Composer {
  /**
   * @param complete text → promise of { items: [{ label, detail, text }], hint: { before, now, after } | null }
   * @param send text → promise that ends with the answer
   */
  constructor({ id, label, complete, send }) {
    this.complete = complete;
    this.send = send;
    this.items = [];
    this.active = -1;
    this.history = [];
    this.recalled = 0;
    this.turn = 0;
    this.hint = h('p', { class: 'hint', hidden: true, id: `${id}-hint` });
    this.list = h('ul', { class: 'completions', role: 'listbox', id: `${id}-list`, 'aria-label': 'Completions', hidden: true });
    this.input = h('input', {
      id,
      class: 'line',
      type: 'text',
      role: 'combobox',
      'aria-label': label,
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': `${id}-list`,
      'aria-describedby': `${id}-hint`,
      autocomplete: 'off',
      autocapitalize: 'off',
      autocorrect: 'off',
      spellcheck: 'false',
      enterkeyhint: 'send',
      maxlength: 6000,
      disabled: true,
      oninput: () => this.changed(),
      onkeydown: (event) => this.key(event),
      onblur: () => setTimeout(() => this.close(), 120),
      onfocus: () => this.input.value && this.changed(),
    });
    this.button = h('button', { type: 'submit', class: 'send', 'aria-label': 'Send', disabled: true }, icon('send', 18));
    this.root = h(
      'form',
      { class: 'composer', onsubmit: (event) => this.submit(event) },
      h('div', { class: 'suggestions' }, this.list, this.hint),
      h('div', { class: 'line-box' }, this.input, this.button),
    );
  }

  /** Takes input from now on; before, nobody would know who speaks where. */
  enable() {
    this.input.disabled = false;
  }

  set placeholder(text) {
    this.input.placeholder = text;
  }

  /** Puts a line into the input, as if typed. */
  offer(text) {
    this.input.value = text;
    this.input.focus();
    this.changed();
  }

  changed() {
    this.button.disabled = !this.input.value.trim();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  async ask() {
    const text = this.input.value;
    const turn = ++this.turn;
    if (!text.startsWith('/')) {
      this.close();
      return;
    }
    const answer = await this.complete(text).catch(() => ({ items: [], hint: null }));
    if (answer && turn === this.turn && text === this.input.value && document.activeElement === this.input) {
      this.show(answer);
    }
  }

  show({ items, hint }) {
    this.items = items;
    this.active = -1;
    this.list.replaceChildren(...items.map((item, i) => this.option(item, i)));
    this.list.hidden = !items.length;
    this.hint.replaceChildren(...(hint ? [hint.before, h('b', {}, hint.now), hint.after, hint.detail ? h('span', { class: 'detail' }, hint.detail) : ''] : []));
    this.hint.hidden = !hint;
    this.input.setAttribute('aria-expanded', String(items.length > 0));
    this.input.removeAttribute('aria-activedescendant');
  }

  option(item, i) {
    return h(
      'li',
      {
        role: 'option',
        id: `${this.list.id}-${i}`,
        'aria-selected': 'false',
        onpointerdown: (event) => {
          event.preventDefault();
          this.take(item);
        },
      },
      h('span', { class: 'label' }, item.label),
      h('span', { class: 'detail' }, item.detail || ''),
    );
  }

  close() {
    if (this.list.hidden && this.hint.hidden) return false;
    this.show({ items: [], hint: null });
    return true;
  }

  move(step) {
    const count = this.items.length;
    this.active = this.active < 0 ? (step > 0 ? 0 : count - 1) : (this.active + step + count) % count;
    [...this.list.children].forEach((child, i) => child.setAttribute('aria-selected', String(i === this.active)));
    const chosen = this.list.children[this.active];
    chosen.scrollIntoView({ block: 'nearest' });
    this.input.setAttribute('aria-activedescendant', chosen.id);
  }

  take(item) {
    this.input.value = item.text;
    this.input.focus();
    this.input.setSelectionRange(item.text.length, item.text.length);
    this.close();
    this.changed();
  }

  key(event) {
    const open = this.items.length > 0;
    if (event.isComposing) return;
    if (open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      this.move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (!open && event.key === 'ArrowUp' && this.recall(-1)) {
      // The line before the last one.
    } else if (!open && event.key === 'ArrowDown' && this.recall(1)) {
      // And back.
    } else if (open && event.key === 'Tab' && !event.shiftKey) {
      this.take(this.items[Math.max(this.active, 0)]);
    } else if (open && event.key === 'Enter' && this.active >= 0) {
      this.take(this.items[this.active]);
    } else if (event.key === 'Escape' && this.close()) {
      // Escape closes the completions first.
    } else {
      return;
    }
    event.preventDefault();
  }

  recall(step) {
    const at = this.recalled + step;
    const typing = this.input.value && this.input.value !== this.history[this.recalled];
    if (typing || at < 0 || at > this.history.length) return false;
    this.recalled = at;
    this.input.value = this.history[at] || '';
    this.button.disabled = !this.input.value;
    return true;
  }

  async submit(event) {
    event.preventDefault();
    const text = this.input.value.trim();
    if (!text) return;
    clearTimeout(this.timer);
    this.turn++;
    this.close();
    this.history.push(text);
    this.recalled = this.history.length;
    this.input.value = '';
    this.button.disabled = true;
    await this.send(text);
  }
}

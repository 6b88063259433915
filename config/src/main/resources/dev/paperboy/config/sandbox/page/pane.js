// One platform's window: its channels, the messages of the open one, and the line to type in.

import { api } from './api.js';
import { h, say } from './dom.js';
import { icon, mark } from './icons.js';
import { settings } from './settings.js';
import { Composer } from './composer.js';
import { FileDialog } from './file-dialog.js';
import { day, drawMessage } from './message.js';
import { drawSlack } from './slack-message.js';

/** The app's own tab, which Slack alone has. */
const HOME = { id: 'home', name: 'Home', home: true };

const TOGETHER = 5 * 60 * 1000;

export class Pane {
  constructor(platform, root, hooks) {
    this.platform = platform;
    this.title = platform === 'discord' ? 'Discord' : 'Slack';
    this.root = root;
    this.hooks = hooks;
    this.drawn = new Map();
    this.dismissed = new Set(settings.get('dismissed', []));
    this.busy = 0;
    this.unread = new Set();
    this.build();
  }

  build() {
    this.tabs = h('div', { class: 'tabs', role: 'tablist', 'aria-label': `Channels in ${this.title}`, onkeydown: (event) => this.walkTabs(event) });
    this.space = h('span', { class: 'space-name' });
    this.log = h('div', { class: 'log', role: 'log', 'aria-label': `Messages in ${this.title}`, tabindex: '0', id: `${this.platform}-log` });
    this.working = h('p', { class: 'working', 'aria-hidden': 'true' });
    this.trouble = h('div', { class: 'trouble', role: 'alert' });
    this.later = h('button', { type: 'button', class: 'later', hidden: true, onclick: () => this.toEnd('smooth') }, icon('down', 16), ' New messages');
    this.log.addEventListener('scroll', () => this.atEnd() && this.setLater(false), { passive: true });
    this.composer = new Composer({
      id: `${this.platform}-input`,
      label: `Command for ${this.title}`,
      complete: async (text) => this.channel && api.complete(this.platform, this.channel.id, this.me.id, text),
      send: (text) => this.command(text),
    });
    this.fileDialog = new FileDialog(this.platform);
    this.root.replaceChildren(
      h('div', { class: 'window-bar' }, h('span', { class: 'space', 'aria-hidden': 'true' }, mark(26)), h('div', { class: 'space-title' }, h('h2', {}, this.title), this.space), this.tabs),
      h('div', { class: 'log-box' }, this.log, this.later),
      this.trouble,
      this.composer.root,
      this.working,
      this.fileDialog.root,
    );
  }

  /** Takes users, channels and names from the sandbox's state. */
  begin(state, me) {
    this.people = state.users;
    this.space.textContent = state.name || 'Paperboy Lab';
    this.take(state);
    this.composer.enable();
    this.become(me);
  }

  /** A channel may have been deleted or made anew. */
  update(state) {
    if (JSON.stringify(state.channels) === JSON.stringify(this.all)) return;
    const before = this.channel?.id;
    this.take(state);
    this.drawTabs();
    if (this.channel?.id !== before) this.refresh(true);
  }

  take(state) {
    this.all = state.channels;
    this.names = Object.fromEntries([...state.users, ...state.channels, ...(state.bot ? [state.bot] : [])].map(({ id, name }) => [id, name]));
    this.choose();
  }

  /** Whose conversation with Paperboy it is sees it, and nobody else. */
  choose() {
    this.channels = this.all.filter(({ person }) => !person || person === this.me?.id);
    if (this.platform === 'slack') this.channels.push(HOME);
    const wanted = settings.get(`${this.platform}.channel`, 'papers');
    this.channel = this.channels.find((each) => each.id === this.channel?.id) || this.channels.find((each) => each.name === wanted) || this.channels[0];
  }

  /** Continues as another person. */
  become(name) {
    this.me = this.people.find((each) => each.name === name) || this.people[0];
    this.choose();
    this.drawTabs();
    this.refresh(true);
  }

  drawTabs() {
    this.tabs.replaceChildren(
      ...this.channels.map((each) => {
        const chosen = each.id === this.channel.id;
        return h(
          'button',
          {
            type: 'button',
            role: 'tab',
            class: this.unread.has(each.id) ? 'tab unread' : 'tab',
            'aria-selected': String(chosen),
            'aria-controls': this.log.id,
            tabindex: chosen ? '0' : '-1',
            onclick: () => this.open(each),
          },
          each.person ? null : each.home ? icon('home', 15) : h('span', { class: 'hash', 'aria-hidden': 'true' }, '#'),
          each.person ? 'Paperboy' : each.name,
          this.unread.has(each.id) ? h('span', { class: 'unseen' }, ', new messages') : null,
        );
      }),
    );
    this.showTab();
    if (!this.channel) {
      this.log.replaceChildren(h('div', { class: 'start bare' }, h('p', { class: 'start-title' }, 'No channel is left'), h('p', {}, 'Under Faults, “restore-channel” makes the last one anew.')));
      this.drawn = new Map();
      return;
    }
    this.composer.root.hidden = Boolean(this.channel.home);
    const where = this.channel.person ? 'Paperboy' : `#${this.channel.name}`;
    this.composer.placeholder = this.platform === 'discord' ? `Message ${where} – type / for commands` : `Message ${where} – /papers …`;
  }

  /** On a narrow screen the tabs scroll. */
  showTab() {
    const tab = this.tabs.querySelector('[aria-selected=true]');
    if (tab) this.tabs.scrollLeft = Math.max(0, tab.offsetLeft + tab.offsetWidth - this.tabs.clientWidth + 24);
  }

  walkTabs(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || !this.channel) return;
    const at = this.channels.findIndex((each) => each.id === this.channel.id);
    this.open(this.channels[(at + step + this.channels.length) % this.channels.length]);
    this.tabs.querySelector('[aria-selected=true]').focus();
    event.preventDefault();
  }

  open(channel) {
    this.channel = channel;
    this.unread.delete(channel.id);
    settings.set(`${this.platform}.channel`, channel.name);
    this.drawTabs();
    this.refresh(true);
  }

  /** Something changed in a channel; the open one is read again, another is marked. */
  changed(channelId) {
    if (!this.channel) return;
    if (!channelId || channelId === this.channel.id) {
      this.refresh(false);
    } else if (!this.unread.has(channelId)) {
      this.unread.add(channelId);
      // A conversation that begins is no channel that the page knows yet.
      if (this.all.some((each) => each.id === channelId)) this.drawTabs();
      else this.hooks.acted();
    }
  }

  /** Reads the open channel; while one reading is under way, at most one more is queued. */
  async refresh(fresh) {
    this.wanted = { fresh: fresh || this.wanted?.fresh || false };
    if (this.reading) return;
    this.reading = true;
    while (this.wanted) {
      const { fresh: anew } = this.wanted;
      this.wanted = null;
      const { channel, me } = this;
      if (!channel) continue;
      if (channel.home) {
        if (anew) await this.openHome(me);
        continue;
      }
      try {
        const messages = await api.messages(this.platform, channel.id, me.id);
        if (channel === this.channel && me === this.me) this.draw(messages.filter((each) => !this.dismissed.has(each.id)), anew);
        else this.wanted = { fresh: true };
      } catch (error) {
        this.complain(error.message);
      }
    }
    this.reading = false;
  }

  async openHome(me, button) {
    try {
      const answer = await api.home(this.platform, { user: me.id, ...(button ? { button } : {}) });
      if (!this.channel.home || me !== this.me) return;
      if (answer.ok === false) this.complain(answer.text);
      else this.drawHome(answer.payload, Boolean(button));
    } catch (error) {
      this.complain(error.message);
    }
  }

  drawHome(view, stay) {
    const top = stay ? this.log.scrollTop : 0;
    const body = drawSlack(view, {
      names: this.names,
      click: async (button, label, element) => {
        element.setAttribute('aria-busy', 'true');
        await this.openHome(this.me, button);
        this.hooks.did('click', this.platform, label);
      },
    });
    this.drawn = new Map();
    this.log.replaceChildren(h('div', { class: 'home-tab body' }, body));
    this.log.scrollTop = top;
  }

  /** Only what changed is drawn anew, so that focus, open pickers and screen readers keep their place. */
  draw(messages, anew) {
    const stay = anew || this.atEnd();
    const focused = this.focusMark();
    const nodes = [];
    const kept = new Map();
    let previous = null;
    nodes.push(this.keep(kept, 'start', `${this.channel.id} ${messages.every((each) => each.ephemeral)}`, () => this.start(messages.every((each) => each.ephemeral))));
    for (const message of messages) {
      const date = new Date(message.at);
      if (!previous || day(new Date(previous.at)) !== day(date)) nodes.push(this.keep(kept, `day ${day(date)}`, '', () => dayLine(date)));
      const continued = previous && previous.author === message.author && date - new Date(previous.at) < TOGETHER && !previous.ephemeral && day(new Date(previous.at)) === day(date);
      const look = JSON.stringify([message, this.me.id, continued]);
      nodes.push(this.keep(kept, message.id, look, () => drawMessage(this.platform, message, { me: this.me, names: this.names, acts: this.acts(), continued })));
      previous = message;
    }
    const news = !anew && nodes.some((node) => node.dataset.id && !this.drawn.has(node.dataset.id));
    this.drawn = kept;
    place(this.log, nodes);
    this.restoreFocus(focused);
    if (stay) this.toEnd();
    else if (news) this.setLater(true);
    this.hooks.seen(this.platform, messages);
  }

  keep(kept, key, look, make) {
    const before = this.drawn.get(key);
    const entry = before && before.look === look ? before : { look, node: make() };
    kept.set(key, entry);
    return entry.node;
  }

  focusMark() {
    const element = document.activeElement;
    const article = element && this.log.contains(element) ? element.closest('article') : null;
    return article ? { id: article.dataset.id, mark: element.dataset.focus, button: element.dataset.button } : null;
  }

  restoreFocus(focused) {
    if (!focused || this.log.contains(document.activeElement)) return;
    const article = this.log.querySelector(`article[data-id="${CSS.escape(focused.id)}"]`);
    const wanted = article && [...article.querySelectorAll('button, a')].find((each) => each.dataset.focus === focused.mark && each.dataset.button === focused.button);
    (wanted || this.log).focus({ preventScroll: true });
  }

  acts() {
    return {
      click: (message, button, label, element, values) => this.click(message, button, label, element, values),
      react: (message, emoji, remove) => this.react(message, emoji, remove),
      dismiss: (message) => this.dismiss(message),
    };
  }

  /** Where the channel begins; while nobody has posted anything, with something to begin with. */
  start(bare) {
    if (this.channel.person) {
      return h('div', { class: 'start' }, mark(40), h('p', { class: 'start-title' }, 'Paperboy and you'), h('p', {}, 'What you watch for comes here, news of what you saved, and your list as a file. Nobody else sees it.'));
    }
    return h(
      'div',
      { class: bare ? 'start bare' : 'start' },
      mark(bare ? 52 : 40),
      h('p', { class: 'start-title' }, `Welcome to #${this.channel.name}`),
      h('p', {}, this.channel.name === 'papers'
        ? 'Paperboy posts here every day at 09:00 UTC. Move the clock to the next posting hour, or ask for something now.'
        : 'Nothing is scheduled here. Ask Paperboy something, or give the channel a schedule.'),
      bare
        ? h('div', { class: 'row' }, ['/papers trending', '/papers search diffusion language models', '/papers help'].map((line) =>
          h('button', { type: 'button', class: 'try', onclick: () => this.composer.offer(line) }, line)))
        : null,
    );
  }

  async command(text, file) {
    if (!this.channel) return;
    const call = { user: this.me.id, channel: this.channel.id, text, ...(file ? { file } : {}) };
    let wants = null;
    await this.work(
      async () => {
        const answer = await api.command(this.platform, call);
        wants = answer.wants;
        return wants ? { ok: true } : answer;
      },
      () => wants || this.hooks.did('command', this.platform, text),
    );
    if (wants) this.fileDialog.ask(text, wants, (chosen) => this.command(text, chosen));
  }

  async click(message, button, label, element, values) {
    element.setAttribute('aria-busy', 'true');
    await this.work(() => api.click(this.platform, { user: this.me.id, channel: this.channel.id, message: message.id, button, ...(values ? { values } : {}) }), () => this.hooks.did('click', this.platform, label));
    element.removeAttribute('aria-busy');
    if ('value' in element && element.tagName === 'SELECT') element.value = '';
  }

  async react(message, emoji, remove) {
    await this.work(() => api.react(this.platform, { user: this.me.id, channel: this.channel.id, message: message.id, emoji, remove }), () => this.hooks.did('react', this.platform, emoji), true);
  }

  dismiss(message) {
    this.dismissed.add(message.id);
    settings.set('dismissed', [...this.dismissed].slice(-200));
    this.refresh(false);
    this.composer.input.focus();
  }

  /** Does something, shows that the bot works meanwhile, and says aloud what went wrong. */
  async work(action, done, quiet = false) {
    this.complain('');
    this.setBusy(quiet ? 0 : 1);
    try {
      const answer = await action();
      if (answer.ok === false) this.complain(answer.text || answer.error || 'That did not work.');
      else {
        if (answer.ephemeral && answer.text) say(`${this.title}, only for you: ${answer.text.slice(0, 300)}`);
        done(answer);
      }
    } catch (error) {
      this.complain(error.message);
    }
    this.setBusy(quiet ? 0 : -1);
    await this.refresh(false);
    this.hooks.acted();
  }

  setBusy(change) {
    this.busy += change;
    this.working.replaceChildren(...(this.busy > 0 ? [h('span', { class: 'dots' }, h('i'), h('i'), h('i')), h('b', {}, 'Paperboy'), ' is working…'] : []));
  }

  complain(text) {
    this.trouble.replaceChildren(...(text
      ? [icon('warn', 18), h('p', {}, text), h('button', { type: 'button', class: 'quiet', 'aria-label': 'Dismiss', onclick: () => this.complain('') }, icon('close', 16))]
      : []));
  }

  atEnd() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 60;
  }

  toEnd(behavior = 'instant') {
    this.log.scrollTo({ top: this.log.scrollHeight, behavior });
    this.setLater(false);
  }

  setLater(on) {
    this.later.hidden = !on;
  }
}

function dayLine(date) {
  return h('div', { class: 'day', role: 'separator', 'aria-label': day(date) }, h('span', {}, day(date)));
}

/** Makes the children of a box these nodes, touching only what differs. */
function place(box, nodes) {
  const wanted = new Set(nodes);
  [...box.childNodes].filter((node) => !wanted.has(node)).forEach((node) => node.remove());
  nodes.forEach((node, i) => {
    if (box.childNodes[i] !== node) box.insertBefore(node, box.childNodes[i] || null);
  });
}

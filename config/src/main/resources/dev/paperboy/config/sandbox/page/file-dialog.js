// Asks for the file that a command needs: Slack's window, Discord's upload field.

import { h } from './dom.js';
import { icon } from './icons.js';

const MOST = 10 * 1024 * 1024;

export class FileDialog {
  constructor(platform) {
    this.platform = platform;
    this.title = h('h3', { class: 'dialog-title', id: `${platform}-dialog` });
    this.label = h('label', { class: 'dialog-label', for: `${platform}-file` });
    this.input = h('input', { type: 'file', autofocus: true, id: `${platform}-file`, required: true, accept: '.bib,.bibtex,.csv,.tsv,.txt', onchange: () => this.chosen() });
    this.error = h('p', { class: 'dialog-error', role: 'alert' });
    this.send = h('button', { type: 'submit', class: 'dialog-send', disabled: true }, 'Send');
    this.root = h(
      'dialog',
      { class: `file-dialog ${platform}`, 'aria-labelledby': this.title.id },
      h(
        'form',
        { method: 'dialog', onsubmit: (event) => this.submit(event) },
        h('div', { class: 'dialog-head' }, this.title, h('button', { type: 'button', class: 'quiet', 'aria-label': 'Close', onclick: () => this.root.close() }, icon('close', 18))),
        this.label,
        this.input,
        this.error,
        h('div', { class: 'dialog-foot' }, h('button', { type: 'button', class: 'dialog-cancel', onclick: () => this.root.close() }, 'Cancel'), this.send),
      ),
    );
  }

  /** Asks; done gets { name, base64 }. */
  ask(line, wants, done) {
    this.done = done;
    this.title.textContent = line;
    this.label.textContent = wants[0].toUpperCase() + wants.slice(1);
    this.input.value = '';
    this.chosen();
    this.root.showModal();
  }

  chosen() {
    const file = this.input.files[0];
    const large = file && file.size > MOST;
    this.error.textContent = large ? 'That is more than the 10 MB that Paperboy reads.' : '';
    this.send.disabled = !file || large;
  }

  async submit(event) {
    event.preventDefault();
    const file = this.input.files[0];
    this.root.close();
    this.done({ name: file.name, base64: await base64(file) });
  }
}

function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

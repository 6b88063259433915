// Draws a file that came with a message, the same on both platforms.

import { h, outward } from './dom.js';
import { icon } from './icons.js';

/** A file that came with a message: its name, which opens it, and its size in bytes. */
export function file(address, name, size) {
  const bytes = Number(size) || 0;
  const said = bytes < 1024 ? `${bytes} bytes` : bytes < 1048576 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
  return h('p', { class: 'file' }, icon('page', 22), h('span', {}, outward(address, name), h('small', {}, said)));
}

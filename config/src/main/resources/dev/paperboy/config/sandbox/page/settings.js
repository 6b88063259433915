// What this browser remembers: who I am, which channel is open, the theme, what was dismissed.

const KEY = 'paperboy.sandbox';

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) || {};
  } catch {
    return {};
  }
}

export const settings = {
  get(name, otherwise) {
    return read()[name] ?? otherwise;
  },
  set(name, value) {
    try {
      localStorage.setItem(KEY, JSON.stringify({ ...read(), [name]: value }));
    } catch {
      // A browser without storage forgets; nothing else breaks.
    }
  },
};

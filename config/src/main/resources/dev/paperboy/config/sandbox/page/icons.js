// Inline icons, 20 by 20, drawn with the current text colour.

import { svg } from './dom.js';

const STROKES = {
  sun: 'M10 3v1.5M10 15.5V17M3 10h1.5M15.5 10H17M5.05 5.05l1.06 1.06M13.89 13.89l1.06 1.06M14.95 5.05l-1.06 1.06M6.11 13.89l-1.06 1.06M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0z',
  moon: 'M16 11.5A6.5 6.5 0 1 1 8.5 4a5 5 0 0 0 7.5 7.5z',
  bolt: 'M11 2.5 4.5 11.5H9.5L9 17.5l6.5-9H10.5z',
  forward: 'M4 5l6 5-6 5zM10 5l6 5-6 5z',
  day: 'M4 6.5A1.5 1.5 0 0 1 5.5 5h9A1.5 1.5 0 0 1 16 6.5v8a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 4 14.5zM4 8.5h12M7 3.5v3M13 3.5v3',
  today: 'M10 5.5V10l3 2M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0z',
  close: 'M5 5l10 10M15 5 5 15',
  check: 'M4.5 10.5 8.5 14.5 15.5 6',
  external: 'M8 5H5v10h10v-3M11 4h5v5M16 4l-7 7',
  eye: 'M2.5 10S5.5 5 10 5s7.5 5 7.5 5-3 5-7.5 5-7.5-5-7.5-5zM12 10a2 2 0 1 1-4 0 2 2 0 0 1 4 0z',
  smile: 'M16.5 7.5A7 7 0 1 1 12 3.3M7.3 11.5a3 3 0 0 0 5 0M7.7 8v.3M12 8v.3M16 2v4M14 4h4',
  send: 'M3.5 10 16.5 4l-4 12.5-3-5zM9.5 11.5l7-7.5',
  restart: 'M15.5 6.5A7 7 0 1 0 17 10M16.5 3v4h-4',
  hash: 'M7.5 3.5 6 16.5M14 3.5l-1.5 13M4 7.5h12.5M3.5 12.5H16',
  reply: 'M9 5 4.5 9 9 13M5 9h6.5a4 4 0 0 1 4 4v2',
  warn: 'M10 3.5 17.5 16.5h-15zM10 8.5v3.5M10 14.3v.2',
  page: 'M5 3h6.5L15 6.5V17H5zM11.5 3v3.5H15M7.5 10h5M7.5 13h5',
  home: 'M3.5 9.5 10 4l6.5 5.5V16H12v-4H8v4H3.5z',
  down: 'M5.5 8l4.5 4.5L14.5 8',
};

export function icon(name, size = 18) {
  return svg(
    'svg',
    { viewBox: '0 0 20 20', width: size, height: size, 'aria-hidden': 'true', class: 'icon', fill: 'none' },
    svg('path', {
      d: STROKES[name],
      stroke: 'currentColor',
      'stroke-width': '1.6',
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    }),
  );
}

/** The nameplate's mark: a folded paper. */
export function mark(size = 30) {
  return svg(
    'svg',
    { viewBox: '0 0 32 32', width: size, height: size, 'aria-hidden': 'true', class: 'mark' },
    svg('rect', { width: 32, height: 32, rx: 8, class: 'mark-ground' }),
    svg('path', { d: 'M8 9.5h12.5v13A1.5 1.5 0 0 1 19 24H9.5A1.5 1.5 0 0 1 8 22.5z', fill: '#fff' }),
    svg('path', { d: 'M20.5 13H24v9.3a1.7 1.7 0 0 1-3.5 0z', fill: '#ffd9c7' }),
    svg('path', {
      d: 'M10.5 12h7.5v3.5h-7.5zM10.5 18h7.5M10.5 21h5',
      class: 'mark-ink',
      'stroke-width': '1.3',
      'stroke-linecap': 'round',
    }),
  );
}

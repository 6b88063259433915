// Builds elements. Text only ever becomes text nodes: nothing that a paper or a person wrote is read as markup.

const SVG = 'http://www.w3.org/2000/svg';

/** An element with attributes (on… are listeners, true is an empty attribute, null and false are left out). */
export function h(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ''));
  return element;
}

/** A link that leaves the page; an address that is not http(s) becomes plain text. */
export function outward(address, ...children) {
  const safe = httpAddress(address);
  return safe
    ? h('a', { href: safe, target: '_blank', rel: 'noopener noreferrer', title: safe }, ...children)
    : h('span', {}, ...children);
}

export function httpAddress(address) {
  try {
    const url = new URL(address);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}

/** Colours of a platform's payload are numbers; the style object is not inline script and passes the page's CSP. */
export function tint(element, property, number) {
  element.style.setProperty(property, '#' + (number & 0xffffff).toString(16).padStart(6, '0'));
  return element;
}

export function say(text) {
  document.getElementById('announcer').textContent = text;
}

// Reads the files of a reading list by citation.js and pandoc, and compares what they find with what was written.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';

const folder = process.argv[2];
const text = (name) => readFileSync(join(folder, name), 'utf8');
const expected = JSON.parse(text('expected.json'));
const troubles = [];

/** The same words, whatever a program makes of markup, quotes, dashes and spaces. */
function words(value) {
  return (value || '')
    .replace(/<\/?(?:i|b|sup|sub|sc|span)\b[^>]*>/g, '')
    .normalize('NFKC')
    .replace(/[‘’`´′'“”"]/g, '')
    .replace(/[‐‑‒–—―]|-{2,3}/g, '-')
    .replace(/\s+/g, '');
}

/** A comma in a group's name cannot be told from the one in a person's in RIS, which is written without. */
const authors = (families) => words((families || []).join(';')).replace(/,/g, '');

const same = (one, other) => words(one) === words(other);

/** Bibliographies write titles small, and pandoc does so when it reads one; a brace without its other it lets go. */
const sameBarCase = (one, other) => {
  const lone = (other.match(/{/g) || []).length !== (other.match(/}/g) || []).length;
  const read = (title) => words(lone ? title.replace(/[{}]/g, '') : title).toLowerCase();
  return read(one) === read(other);
};

/** A small letter behind a hyphen is taken for a particle, “Perez-de-Viñaspre”, and hyphens at the end go. */
const isHyphened = (families) => (families || []).some((family) => /-(?:\p{Ll}|$)/u.test(family));

/** Programs read formulas each in their own way. */
const isFormula = (title) => /[$\\]/.test(title);

function compare(reader, found, sameTitle = same) {
  if (found.length !== expected.length) {
    troubles.push(`${reader}: ${found.length} entries instead of ${expected.length}`);
    return;
  }
  found.forEach((item, at) => {
    const wanted = expected[at];
    if (item.id !== undefined && item.id !== wanted.key) troubles.push(`${reader}: key ${item.id} instead of ${wanted.key}`);
    if (!isFormula(wanted.title) && !sameTitle(item.title, wanted.title)) {
      troubles.push(`${reader}: title “${item.title}” instead of “${wanted.title}”`);
    }
    if (item.url !== undefined && item.url !== wanted.url) troubles.push(`${reader}: ${item.url} instead of ${wanted.url}`);
    if (item.families && !isHyphened(wanted.families) && !isHyphened(item.families) && authors(item.families) !== authors(wanted.families)) {
      troubles.push(`${reader}: authors ${item.families.join('; ')} instead of ${(wanted.families || []).join('; ')}`);
    }
  });
}

/** An item of CSL-JSON, as all of these programs give it. */
function fromCsl(item) {
  const families = (item.author || []).map((name) =>
    [name['non-dropping-particle'], name['dropping-particle'], name.family || name.literal].filter(Boolean).join(' '),
  );
  return { id: item.id, title: item.title, url: item.URL, families };
}

const cite = (name, type) => new Cite(text(name), { forceType: type }).data.map(fromCsl);
const pandoc = (name, ...options) =>
  execFileSync('pandoc', [...options, join(folder, name)], { encoding: 'utf8', maxBuffer: 1 << 28 });

compare('citation.js, BibTeX', cite('list.bib', '@bibtex/text'));
compare('citation.js, CSL-JSON', cite('list.json', '@csl/object'));
compare('citation.js, RIS', cite('list.ris', '@ris/file').map(({ id, ...item }) => item));
compare('pandoc, BibTeX', JSON.parse(pandoc('list.bib', '-f', 'biblatex', '-t', 'csljson')).map(fromCsl), sameBarCase);
compare('pandoc, CSL-JSON', JSON.parse(pandoc('list.json', '-f', 'csljson', '-t', 'csljson')).map(fromCsl));

compare('pandoc, CSV', rows(JSON.parse(pandoc('list.csv', '-f', 'csv', '-t', 'json'))));
// Markdown is in the order of the reading states, so its papers are looked up.
const links = linksOf(JSON.parse(pandoc('list.md', '-f', 'commonmark', '-t', 'json')));
compare('pandoc, Markdown', expected.map(({ url }) => ({ url, title: links.get(url) })));

/** The text of a part of pandoc's document. */
function plain(node) {
  if (Array.isArray(node)) return node.map(plain).join('');
  if (node?.t === 'Str') return node.c;
  if (node?.t === 'Space' || node?.t === 'SoftBreak') return ' ';
  return node && typeof node === 'object' ? plain(Object.values(node).filter((part) => typeof part === 'object')) : '';
}

/** Titles and addresses of a table whose first row names its columns; a text that is not to be run has a mark. */
function rows(document) {
  const table = document.blocks[0].c;
  const cells = (row) => row[1].map((cell) => plain(cell[4]));
  const columns = cells(table[3][1][0]);
  return table[4][0][3].map(cells).map((row) => ({
    title: row[columns.indexOf('title')].replace(/^['’](?=['’=+@-])/, ''),
    url: row[columns.indexOf('url')],
  }));
}

function linksOf(node, found = new Map()) {
  if (node?.t === 'Link') found.set(node.c[2][0], plain(node.c[1]));
  else if (node && typeof node === 'object') Object.values(node).forEach((part) => linksOf(part, found));
  return found;
}

if (troubles.length) {
  troubles.slice(0, 40).forEach((trouble) => console.error(trouble));
  console.error(`${troubles.length} troubles`);
  process.exit(1);
}
console.log(`lists: ${expected.length} papers read back from all formats`);

// What both visits share: a browser of its own, a page whose every complaint is remembered, and small steps.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A fresh visitor; `complaints` collects console errors, page errors, dialogs, and requests to anywhere else. */
export async function visit(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: 'light', ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.stack));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('request', (request) => !request.url().startsWith(url) && complaints.push(`request to ${request.url()}`));
  page.setDefaultTimeout(30_000);
  await page.goto(url);
  await page.locator('#discord .start').waitFor();
  await page.locator('#slack .start').waitFor();
  return { page, complaints, close: () => context.close() };
}

export function pane(page, platform) {
  const root = page.locator(`#${platform}`);
  return {
    input: page.locator(`#${platform}-input`),
    articles: root.locator('article'),
    secrets: root.locator('article.secret'),
    options: root.locator('[role=option]'),
    trouble: root.locator('.trouble p'),
    tab: (name) => root.getByRole('tab', { name }),
    /** The newest message that holds a text. */
    saying: (text) => root.locator('article', { hasText: text }).last(),
  };
}

/** Presses Tab until an element has the focus, as somebody without a mouse would. */
export async function tabTo(page, locator, most = 80) {
  for (let i = 0; i < most; i++) {
    if (await locator.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`no way by Tab to ${locator}`);
}

/** Fails on anything that axe calls serious or critical, once the page is at rest: halfway from light to dark no colours contrast. */
export async function accessible(page, what) {
  await page.evaluate(AXE);
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((animation) => Number.isFinite(animation.effect.getComputedTiming().endTime))
        .map((animation) => animation.finished),
    ),
  );
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.slice(0, 3).map((node) => `${node.html.slice(0, 200)} — ${node.failureSummary?.replaceAll('\n', ' ')}`).join('\n    ')}`);
  assert.deepEqual(grave, [], `accessibility of ${what}:\n${grave.join('\n')}`);
}

export async function fitsItsWidth(page, what) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${what} is ${over} px wider than the screen`);
}

export function step(name) {
  console.log(`  ${name}`);
}

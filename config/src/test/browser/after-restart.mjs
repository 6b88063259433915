// After the process was stopped and started again: what people saw is still there, and the bot still answers.

import assert from 'node:assert/strict';
import { launch, pane, step, visit } from './visit.mjs';

const [url] = process.argv.slice(2);

const browser = await launch();
try {
  step('after a restart of the process everything is still there');
  const { page, complaints, close } = await visit(browser, url);
  for (const platform of ['discord', 'slack']) {
    const one = pane(page, platform);
    await one.saying('5 of 5').waitFor();
    await one.saying('for “').waitFor();
  }
  const slack = pane(page, 'slack');
  const saved = slack.articles.filter({ hasText: '5 of 5', has: page.locator('.reaction.mine') });
  await saved.waitFor();
  assert.match(await page.locator('.now').innerText(), /09:\d\d/);
  await slack.input.fill('/papers saved');
  await page.keyboard.press('Enter');
  await slack.secrets.filter({ hasText: await saved.locator('a').first().innerText() }).last().waitFor();
  await close();
  assert.deepEqual(complaints, []);
} finally {
  await browser.close();
}

// A first visit: looks around, searches by keyboard alone, moves the clock, saves, switches person, breaks things.

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { accessible, fitsItsWidth, launch, pane, step, tabTo, visit } from './visit.mjs';

const [url, pictures] = process.argv.slice(2);
mkdirSync(pictures, { recursive: true });

const browser = await launch();
try {
  const { page, complaints, close } = await visit(browser, url);
  const discord = pane(page, 'discord');
  const slack = pane(page, 'slack');

  step('the first sight offers three things to try');
  assert.equal(await page.title(), 'Paperboy sandbox');
  assert.equal(await page.locator('.step').count(), 3);
  assert.match(await page.locator('.now').innerText(), /2026.*08:0\d/s);
  await accessible(page, 'the first sight');
  await page.screenshot({ path: `${pictures}/first-sight.png` });

  step('a search on Discord, by keyboard alone');
  await tabTo(page, page.locator('.skip a').first());
  await page.keyboard.press('Enter');
  await tabTo(page, discord.input);
  await page.keyboard.type('/papers sea');
  await discord.options.first().waitFor();
  await page.keyboard.press('Tab');
  assert.equal(await discord.input.inputValue(), '/papers search ');
  await page.keyboard.type('diffusion language models lim');
  await discord.options.filter({ hasText: 'limit:' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await discord.saying('for “diffusion language models”').waitFor();
  assert.equal(await discord.input.inputValue(), '');

  step('the same on Slack');
  await page.evaluate(() => document.activeElement.blur());
  await tabTo(page, page.locator('.skip a').nth(1));
  await page.keyboard.press('Enter');
  await tabTo(page, slack.input);
  await page.keyboard.type('/papers search state space models limit:2');
  await page.keyboard.press('Enter');
  await slack.saying('for “state space models”').waitFor();

  step('the next posting hour posts on both');
  const next = page.getByRole('button', { name: 'Next posting hour', exact: true });
  await next.focus();
  await page.keyboard.press('Enter');
  for (const one of [discord, slack]) await one.saying('5 of 5').waitFor();
  assert.match(await page.locator('.now').innerText(), /09:0\d/);
  assert.ok(await page.locator('.step.done').count() >= 2, 'posting and searching are ticked off');

  step('🔖 saves, and /papers saved shows it to the saver alone');
  const post = slack.saying('5 of 5');
  const title = await post.locator('a').first().innerText();
  await post.getByRole('button', { name: 'React with bookmark (save)' }).focus();
  await page.keyboard.press('Enter');
  await post.locator('.reaction.mine').waitFor();
  await slack.input.fill('/papers saved');
  await page.keyboard.press('Enter');
  const list = slack.secrets.filter({ hasText: title });
  await list.last().waitFor();
  assert.match(await list.last().innerText(), /Only visible to you/);

  step('a numbered list is saved from with the picker, by arrow keys');
  const found = discord.saying('for “diffusion language models”');
  await found.getByRole('button', { name: 'Add a reaction' }).last().focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await found.locator('.reaction.mine').waitFor();
  await discord.input.fill('/papers saved');
  await page.keyboard.press('Enter');
  const firstFound = await found.locator('a').first().innerText();
  await discord.secrets.filter({ hasText: firstFound }).last().waitFor();

  step('another person does not see it');
  await page.getByRole('radio', { name: /ada/ }).focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.getByRole('radio', { name: /ben/ }).getAttribute('aria-checked'), 'true');
  await slack.articles.first().waitFor();
  await page.waitForFunction(() => !document.querySelector('#slack article.secret'));
  await page.keyboard.press('ArrowLeft');
  await list.last().waitFor();

  step('a button answers, and what is for me alone can be dismissed');
  const answers = await discord.articles.count();
  await discord.saying('5 of 5').getByRole('button', { name: 'Similar' }).click();
  await page.waitForFunction((count) => document.querySelectorAll('#discord article').length > count, answers);
  await discord.articles.last().getByText(/similar|like/i).first().waitFor();
  const before = await slack.secrets.count();
  await slack.secrets.last().getByRole('button', { name: 'Dismiss' }).click();
  await page.waitForFunction((count) => document.querySelectorAll('#slack article.secret').length < count, before);

  step('what no client would send is said aloud; foreign markup stays text');
  await discord.input.fill('/papers serch cats');
  await page.keyboard.press('Enter');
  assert.match(await discord.trouble.innerText(), /serch/);
  const markup = '<img src=x onerror=alert(1)> **b** <script>alert(2)</script>';
  for (const one of [discord, slack]) {
    await one.input.fill(`/papers search ${markup}`);
    await page.keyboard.press('Enter');
    await one.saying('<img src=x').waitFor();
  }
  assert.equal(await page.locator('article img, article script').count(), 0);

  step('text made to keep a browser busy is drawn at once');
  const spent = await page.evaluate(async () => {
    const { inline: discordText } = await import('/discord-markdown.js');
    const { inline: slackText } = await import('/slack-mrkdwn.js');
    const begun = performance.now();
    for (const piece of ['[[]', '[', '*`', '**a', '<*', '*a <', '_a ']) {
      discordText(piece.repeat(4000 / piece.length));
      slackText(piece.repeat(3000 / piece.length));
    }
    return performance.now() - begun;
  });
  assert.ok(spent < 10_000, `it took ${spent} ms`);

  step('what went wrong with the clock stays to be read');
  await page.route('**/api/clock', (route) => route.fulfill({ status: 400, contentType: 'application/json', body: '{"ok":false,"error":"the clock is stuck"}' }), { times: 1 });
  await page.getByRole('button', { name: '+1 day' }).click();
  const stuck = page.locator('.mishap', { hasText: 'the clock is stuck' });
  await stuck.waitFor();
  await page.evaluate(() => fetch('/api/slack/fault', { method: 'POST', body: '{"kind":"clear"}' }));
  await page.waitForTimeout(500);
  assert.ok(await stuck.isVisible(), 'news of the sandbox do not wipe it away');
  await stuck.getByRole('button', { name: 'Dismiss' }).click();
  await stuck.waitFor({ state: 'hidden' });
  assert.equal(complaints.splice(0).filter((each) => !each.includes('400')).length, 0, 'the browser notes the status, and nothing else');

  step('what is watched for comes in a tab of its own, to the watcher alone');
  await discord.input.fill('/papers watch for:me keep:yes -- cs.CV OR cs.CL OR cs.LG OR model');
  await page.keyboard.press('Enter');
  await discord.secrets.filter({ hasText: 'I will write to you' }).last().waitFor();
  await page.getByRole('button', { name: '+1 day' }).click();
  await discord.tab('Paperboy').click();
  await discord.saying('that you watch for').waitFor({ timeout: 60_000 });
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'), null, { timeout: 60_000 });
  await accessible(page, 'a conversation');
  await page.getByRole('radio', { name: /ben/ }).click();
  await discord.tab('Paperboy').waitFor({ state: 'detached' });
  await page.getByRole('radio', { name: /ada/ }).click();
  await discord.tab('Paperboy').waitFor();
  await discord.tab(/papers/).click();

  step('a channel is deleted only when one is sure, and made anew');
  await discord.tab(/general/).click();
  await page.getByRole('button', { name: 'Faults' }).click();
  await page.getByRole('button', { name: /^delete-channel/ }).click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  assert.equal(await discord.tab(/general/).count(), 1);
  await page.getByRole('button', { name: /^delete-channel/ }).click();
  await page.getByRole('button', { name: 'Delete #general' }).click();
  await discord.tab(/general/).waitFor({ state: 'detached' });
  assert.equal(await slack.tab(/general/).count(), 1, 'Slack keeps its own');
  await page.getByRole('button', { name: /^restore-channel/ }).click();
  await discord.tab(/general/).waitFor();
  await page.keyboard.press('Escape');
  await discord.tab(/papers/).click();
  await discord.saying('5 of 5').waitFor();

  step('a command that needs a file asks for it');
  for (const [platform, desk] of Object.entries({ discord, slack })) {
    await desk.input.fill('/papers import');
    await page.keyboard.press('Enter');
    await page.locator(`.file-dialog.${platform}[open]`).waitFor();
    await accessible(page, `the file dialog of ${platform}`);
    await page.locator(`#${platform}-file`).setInputFiles({ name: 'refs.bib', mimeType: 'text/plain', buffer: Buffer.from('@misc{a, title = {<b>Nowhere</b>}}') });
    await page.locator(`.file-dialog.${platform} .dialog-send`).click();
    await desk.secrets.filter({ hasText: '“<b>Nowhere</b>” (I know no such paper)' }).last().waitFor();
  }

  step("Slack's home tab shows the list and edits it");
  const home = page.locator('.home-tab');
  await slack.tab('Home').click();
  await home.filter({ hasText: title }).waitFor();
  await accessible(page, 'the home tab');
  await page.screenshot({ path: `${pictures}/home-tab.png` });
  const heading = await home.getByText(/^Your reading list/).textContent();
  await home.getByRole('button', { name: 'Remove' }).first().click();
  await home.getByRole('button', { name: 'Undo' }).click();
  await home.getByText(heading, { exact: true }).waitFor();
  await slack.tab(/papers/).click();

  step('faults are at hand, and a restart of the bot loses nothing');
  await page.getByRole('button', { name: 'Faults' }).click();
  await accessible(page, 'the faults menu');
  await page.screenshot({ path: `${pictures}/faults.png` });
  await page.getByRole('button', { name: /Restart the bot/ }).click();
  await page.locator('.faults .result', { hasText: 'started again' }).waitFor({ timeout: 60_000 });
  await page.keyboard.press('Escape');
  await slack.input.fill('/papers saved');
  await page.keyboard.press('Enter');
  await slack.secrets.filter({ hasText: title }).last().waitFor();

  step('light and dark, at a desk and on a phone');
  await accessible(page, 'the light page with messages');
  await page.getByRole('button', { name: 'Switch to dark' }).click();
  await accessible(page, 'the dark page with messages');
  await page.reload();
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark', 'the theme is remembered');
  await close();
  assert.deepEqual(complaints, []);

  for (const [device, options] of Object.entries({
    desk: { viewport: { width: 1440, height: 900 } },
    phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  })) {
    for (const colorScheme of ['light', 'dark']) {
      const visitor = await visit(browser, url, { ...options, colorScheme });
      await visitor.page.locator('#slack article').first().waitFor();
      assert.equal(await visitor.page.locator('html').getAttribute('data-theme'), colorScheme);
      await fitsItsWidth(visitor.page, `${device}, ${colorScheme}`);
      await accessible(visitor.page, `${device}, ${colorScheme}`);
      await visitor.page.screenshot({ path: `${pictures}/${device}-${colorScheme}.png` });
      await visitor.page.screenshot({ path: `${pictures}/${device}-${colorScheme}-whole.png`, fullPage: true });
      await visitor.close();
      assert.deepEqual(visitor.complaints, []);
    }
  }
} finally {
  await browser.close();
}

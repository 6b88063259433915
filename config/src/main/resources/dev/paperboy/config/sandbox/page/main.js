// Starts the page and carries what happens in one part to the others.

import { api } from './api.js';
import { say } from './dom.js';
import { Masthead } from './masthead.js';
import { Pane } from './pane.js';
import { settings } from './settings.js';
import { Steps } from './steps.js';

const element = (id) => document.getElementById(id);

let me = settings.get('me', 'ada');
let begun = false;
const seen = { discord: [], slack: [] };

const hooks = {
  become(name) {
    me = name;
    settings.set('me', name);
    masthead.become(name);
    Object.values(panes).forEach((pane) => pane.become(name));
  },
  seen(platform, messages) {
    seen[platform] = messages;
  },
  did(what, platform, detail) {
    if (what === 'clock') steps.done('post');
    if (what === 'command' && /^\/?(papers )?search\b/.test(detail)) steps.done('search');
    if (what === 'react' && detail === '🔖') steps.done('react');
  },
  channel: (platform) => panes[platform].channel?.name,
  acted: () => refreshState(),
};

const masthead = new Masthead(element('masthead'), hooks);
const panes = {
  discord: new Pane('discord', element('discord'), hooks),
  slack: new Pane('slack', element('slack'), hooks),
};
const steps = new Steps(element('steps'), {
  post: () => masthead.next.click(),
  search: () => panes.discord.composer.offer('/papers search diffusion language models limit:3'),
  react: () => saveNewest(),
});

/** Puts a bookmark under the newest post in Slack, or says what is missing. */
function saveNewest() {
  const post = seen.slack.filter((each) => each.bot && !each.ephemeral).at(-1);
  if (!post) {
    say('There is no post in Slack yet. Move the clock to the next posting hour first.');
    masthead.next.focus();
    return;
  }
  panes.slack.react(post, '🔖', false).then(() => panes.slack.composer.offer('/papers saved'));
}

async function refreshState() {
  try {
    const state = await api.state();
    const known = state.platforms.discord.users.some((user) => user.name === me);
    if (!known) me = state.platforms.discord.users[0].name;
    masthead.update(state, me);
    Object.entries(panes).forEach(([platform, pane]) => (begun ? pane.update(state.platforms[platform]) : pane.begin(state.platforms[platform], me)));
    begun = true;
  } catch (error) {
    masthead.tell(error.message);
  }
}

api.listen({
  open: () => {
    if (!begun) return;
    refreshState();
    Object.values(panes).forEach((pane) => pane.changed(null));
  },
  changed: ({ platform, channel }) => panes[platform].changed(channel),
  state: () => refreshState(),
  error: () => begun && masthead.tell('The sandbox does not answer; trying again…'),
});

refreshState();

// The emoji that the sandbox offers, and the names that Slack gives them.

const NAMES = {
  '🔖': 'bookmark',
  '👍': '+1',
  '1️⃣': 'one',
  '2️⃣': 'two',
  '3️⃣': 'three',
  '4️⃣': 'four',
  '5️⃣': 'five',
};

const MORE = {
  thumbsup: '👍',
  tada: '🎉',
  fire: '🔥',
  newspaper: '📰',
  mag: '🔍',
  warning: '⚠️',
  white_check_mark: '✅',
  x: '❌',
  information_source: 'ℹ️',
  star: '⭐',
  eyes: '👀',
  arrow_up: '⬆️',
  chart_with_upwards_trend: '📈',
  six: '6️⃣',
  seven: '7️⃣',
  eight: '8️⃣',
  nine: '9️⃣',
  keycap_ten: '🔟',
};

const BY_NAME = { ...Object.fromEntries(Object.entries(NAMES).map(([face, name]) => [name, face])), ...MORE };

const MEANING = { '🔖': 'save', '👍': 'upvote' };

/** In the order of the picker. */
export const OFFERED = Object.keys(NAMES);

export function face(nameOrFace) {
  return BY_NAME[nameOrFace.replace(/::skin-tone-\d$/, '')] || nameOrFace;
}

/** What assistive technology says: the name, and what it means to Paperboy. */
export function spoken(emoji) {
  const name = (NAMES[emoji] || emoji).replace('+1', 'thumbs up');
  return MEANING[emoji] ? `${name} (${MEANING[emoji]})` : name;
}

/** The face behind :name:, or null. */
export function named(name) {
  return BY_NAME[name] || null;
}

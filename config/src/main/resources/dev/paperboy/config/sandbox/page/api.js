// Talks to the sandbox that serves this page.

async function call(path, options = {}) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Error('The sandbox does not answer. Is it still running?');
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Error(body.error || `The sandbox answered ${response.status}.`);
  }
  return body;
}

const get = (path, query = {}) => call(`${path}?${new URLSearchParams(query)}`);

const post = (path, body) =>
  call(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

export const api = {
  state: () => get('/api/state'),
  messages: (platform, channel, user) => get(`/api/${platform}/messages`, { channel, user, limit: 200 }),
  complete: (platform, channel, user, text) => get(`/api/${platform}/complete`, { channel, user, text }),
  command: (platform, body) => post(`/api/${platform}/command`, body),
  react: (platform, body) => post(`/api/${platform}/react`, body),
  home: (platform, body) => post(`/api/${platform}/home`, body),
  click: (platform, body) => post(`/api/${platform}/click`, body),
  fault: (platform, body) => post(`/api/${platform}/fault`, body),
  clock: (body) => post('/api/clock', body),

  /** What happens in the sandbox, as it happens; the browser reconnects by itself. */
  listen(handlers) {
    const source = new EventSource('/api/events');
    for (const [name, handler] of Object.entries(handlers)) {
      source.addEventListener(name, (event) => handler(event.data ? JSON.parse(event.data) : {}));
    }
    return source;
  },
};

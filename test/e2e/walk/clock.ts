import { subscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';

/**
 * Loaded before the built server (`--import`): its clock can be set ahead, so that an edition of many hours is walked in a
 * minute and every deadline is still the server's own. Over the channel to its parent it takes `{ ahead: milliseconds }` and
 * answers with the same once all new instants are that much later.
 */
const real = Date;
let ahead = 0;

const now = (): number => real.now() + ahead;
globalThis.Date = new Proxy(real, {
  construct: (target, given: unknown[], made) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, made),
  get: (target, name, asked) => (name === 'now' ? now : Reflect.get(target, name, asked)),
});

// What the answers say of the time is made within Node, from the clock as it was.
subscribe('http.server.request.start', (started) => {
  const { response } = started as { readonly response: ServerResponse };
  response.setHeader('date', new Date().toUTCString());
});

process.on('message', (message: { readonly ahead?: number }) => {
  if (typeof message.ahead !== 'number') return;
  ahead = message.ahead;
  process.send?.({ ahead });
});
// The test has ended, in whatever way.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));

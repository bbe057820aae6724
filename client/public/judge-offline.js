/**
 * Answers from this device when the line is down: the program's pages and the attachments of a judge's offline
 * package. Registered only when a judge downloads one. Nothing else passes through here, least of all a write.
 */
const FILES = 'xinghuo-judge-files';
const PAGES = 'xinghuo-judge-pages';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** The network's answer, kept for later; the kept one when there is no network. */
async function fresh(request, key) {
  const cache = await caches.open(PAGES);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(key, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(key);
    if (kept) return kept;
    throw error;
  }
}

/** Names under assets carry a digest of their content: what is kept is right for ever. */
async function lasting(request) {
  const cache = await caches.open(PAGES);
  const kept = await cache.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

/** The server decides who may read an attachment; the kept copy is for the time without one. */
async function attachment(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await (await caches.open(FILES)).match(request.url, { ignoreVary: true });
    if (kept) return part(kept, request.headers.get('range'));
    throw error;
  }
}

/** A reader of long documents asks for stretches of them. */
async function part(whole, range) {
  const asked = /^bytes=(\d+)-(\d*)$/.exec(range ?? '');
  if (!asked) return whole;
  const bytes = await whole.blob();
  const from = Number(asked[1]);
  const to = asked[2] === '' ? bytes.size - 1 : Math.min(Number(asked[2]), bytes.size - 1);
  return new Response(bytes.slice(from, to + 1), {
    status: 206,
    headers: {
      'content-type': whole.headers.get('content-type') ?? 'application/octet-stream',
      'content-range': `bytes ${from}-${to}/${bytes.size}`,
      'content-length': String(to - from + 1),
    },
  });
}

/** Addresses of the server that are no page of the program. */
const SERVED = /^\/(files|exports|imports|documents|graphql|healthz|metrics)\b/;

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && !SERVED.test(pathname)) event.respondWith(fresh(request, '/'));
  else if (pathname.startsWith('/assets/')) event.respondWith(lasting(request));
  else if (pathname.startsWith('/pdfjs/') || pathname === '/ember.svg') {
    event.respondWith(fresh(request, pathname));
  } else if (pathname.startsWith('/files/')) event.respondWith(attachment(request));
});

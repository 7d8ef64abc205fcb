/* Préau's worker. It keeps on a person's own device the pages that say so (X-Keep: for whom, and what goes with them), for one
   person at a time, and the assets they name; it answers with them when the line is cut or slow (docs/adr/0011). */
'use strict';
const ASSETS = 'assets', MOST = 60, OLD = 600000, AWAY = '/hors-ligne';
let slow = 0;

const shelves = async () => (await caches.keys()).filter((name) => name.startsWith('pages-'));
const forget = async (but) => { for (const name of await shelves()) if (name !== but) await caches.delete(name); };
const shelf = async () => { const [name] = await shelves(); return name && caches.open(name); };
const poor = () => { const line = navigator.connection || {}; return slow > Date.now() || line.saveData || /2g|3g/.test(line.effectiveType); };
const path = (address) => { const { pathname, search } = new URL(address, location.origin); return pathname + search; };

/* The head of an answer whose body is plain text. */
const plain = (answer) => {
  const headers = new Headers(answer.headers);
  headers.delete('Content-Encoding'); headers.delete('Content-Length');
  return headers;
};

/* An asset never changes under its name. */
const asset = async (request) => {
  const cache = await caches.open(ASSETS), found = await cache.match(request, { ignoreVary: true });
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) {
    await cache.put(request, answer.clone());
    const all = await cache.keys();
    for (const old of all.slice(0, Math.max(0, all.length - MOST))) await cache.delete(old);
  }
  return answer;
};

/* A page that is kept does not say again what was once done. */
const unsaid = (html) => html.replace(/<div class="said".*?<\/div>/s, '');

/* What the server answered: kept if it may be, forgotten if not. Where it leads elsewhere, that is kept, and the way there. */
const learn = async (address, answer, beside) => {
  const words = answer.ok && answer.headers.get('X-Keep');
  if (!words) {
    const cache = await shelf(), kept = cache && (await cache.match(address));
    if (kept && answer.status < 500 && !(answer.type === 'opaqueredirect' && kept.status !== 200)) await cache.delete(address);
    return;
  }
  const [me, ...others] = words.split(' '), html = unsaid(await answer.text()), end = answer.redirected ? path(answer.url) : address;
  await forget(`pages-${me}`);
  const cache = await caches.open(`pages-${me}`);
  await cache.put(end, new Response(html, { headers: plain(answer) }));
  if (end !== address) await cache.put(address, Response.redirect(end));
  const all = await cache.keys();
  for (const old of all.slice(0, Math.max(0, all.length - MOST))) await cache.delete(old);
  for (const [name] of html.matchAll(/\/a\/[\w.-]+/g)) await asset(name).catch(() => {});
  if (!beside) return;
  for (const other of [...others, AWAY]) {
    const kept = await cache.match(other);
    const young = kept && (poor() || Date.parse(kept.headers.get('Date')) > Date.now() - OLD);
    if (other !== address && !young) await bring(other).catch(() => {});
  }
};
const bring = async (address, beside) => learn(address, await fetch(address, { credentials: 'same-origin' }), beside);

/* The kept copy of an address. */
const find = async (address) => {
  const cache = await shelf();
  return cache && ((await cache.match(address)) || cache.match(address, { ignoreSearch: true }));
};
const marked = async (kept, how) => {
  if (kept.status !== 200) return kept;
  return new Response((await kept.text()).replace('<body', `<body data-kept="${how}"`), { headers: kept.headers });
};
const away = async () => {
  const cache = await shelf(), kept = cache && (await cache.match(AWAY));
  if (!kept) return Response.error();
  let list = '';
  for (const key of await cache.keys()) {
    const title = /<title>(.*?) – Préau<\/title>/s.exec(await (await cache.match(key)).text());
    if (title && path(key.url) !== AWAY) list += `<li><a href="${path(key.url)}">${title[1]}</a></li>`;
  }
  const html = (await (await marked(kept, 'away')).text()).replace('data-kept-list>', `data-kept-list>${list}`);
  return new Response(html, { headers: kept.headers });
};

/* The line first; the kept copy when it is cut, or too slow for a page that is there. */
const page = async (event) => {
  const address = path(event.request.url), begun = Date.now();
  const line = (async () => {
    const answer = (await event.preloadResponse) || (await fetch(event.request));
    slow = Date.now() - begun > 1500 ? Date.now() + 300000 : 0;
    if ([502, 503, 504].includes(answer.status)) throw answer;
    return answer;
  })();
  const told = line.then(async (answer) => { await learn(address, answer.clone(), true); return true; }).catch(() => false);
  event.waitUntil(told);
  const kept = await find(address);
  if (!kept) return line.catch(async (failed) => { const page = await away(); return page.type === 'error' && failed.status ? failed : page; });
  const late = new Promise((done) => { setTimeout(done, poor() ? 600 : 4000, 'late'); });
  const first = await Promise.race([line.catch(() => 'cut'), late]);
  if (typeof first !== 'string') return first;
  if (first === 'late') {
    event.waitUntil(told.then(async (learnt) => { const client = await clients.get(event.resultingClientId); if (client && learnt) client.postMessage('fresh'); }));
  }
  return marked(kept, first);
};

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil((async () => {
  if (registration.navigationPreload) await registration.navigationPreload.enable();
  await clients.claim();
})()));
addEventListener('message', (event) => { if (event.data.keep) event.waitUntil(bring(path(event.data.keep), true).catch(() => {})); });
addEventListener('fetch', (event) => {
  const { request } = event, { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (pathname.startsWith('/a/')) event.respondWith(asset(request));
  else if (request.mode === 'navigate') event.respondWith(page(event));
});

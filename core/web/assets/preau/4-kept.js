/* Kept pages: the worker keeps them on the person's own device, for one person at a time (docs/adr/0011). */
const worker = navigator.serviceWorker;
const forget = async (but) => {
  if (!window.caches) return;
  for (const name of await caches.keys()) if (name.startsWith('pages-') && name !== but) await caches.delete(name);
};
let later;
const keepAgain = () => {
  if (!('keep' in data) || !worker || !worker.controller) return;
  clearTimeout(later); later = setTimeout(() => worker.controller && worker.controller.postMessage({ keep: here() }), 3000);
};

/* A page that the worker had kept says so; the page as it is now takes its place when the line is back. */
const showAge = () => {
  const note = one('[data-kept-note]'), today = new Date(Number(data.keep)).toDateString() === new Date().toDateString();
  if (!note || !('kept' in data)) return;
  note.textContent = today ? data.keptAt : data.keptOn; note.hidden = data.kept === 'away';
  if (data.kept !== 'late') offline(true);
};
const renew = async (event) => {
  if (!('kept' in data)) return;
  try {
    const answer = (event && event.data === 'fresh' && await caches.match(here())) || await fetch(here());
    if (!answer.ok || !('kept' in data)) return;
    const { kept } = data;
    delete data.kept;
    if (answer.redirected || kept === 'away') { if (!writing()) location.reload(); return; }
    const text = await answer.text(), note = one('[data-kept-note]');
    offline(false); if (note) note.hidden = true;
    if (!all('main textarea, main input[type=text]').some((field) => field.value !== field.defaultValue)) { place(text); showKept(); }
    keepAgain();
  } catch { offline(true); }
};
const install = async () => {
  if (!('keep' in data) || !worker) return;
  try {
    const had = worker.controller;
    await worker.register('/sw.js');
    if (!had) (await worker.ready).active.postMessage({ keep: here() });
  } catch { /* without a worker, pages are as they were */ }
};

/* The way out: this device forgets the person. What has not left yet is asked about first. */
const wipe = async (form) => {
  const left = await mine();
  if (left.length && !confirm(data.leave)) return;
  for (const letter of left) await drop(letter);
  await forget();
  form.submit();
};
/* On a device of several people, what somebody else wrote and never sent goes after half a day. */
const tidy = async () => {
  await forget('keep' in data && `pages-${data.me}`);
  for (const letter of await letters()) if (!letter.own && letter.at < Date.now() - 432e5) await drop(letter);
};

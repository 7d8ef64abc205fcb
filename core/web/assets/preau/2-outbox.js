/* Outbox: written down on the device, under its instant, for the person who wrote it, before it is sent; it leaves the device
   once the server has answered (docs/adr/0009). */
const store = (mode, work) => new Promise((done, fail) => {
  if (!window.indexedDB) { fail(new Error('no store')); return; }
  const opening = indexedDB.open('preau', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('out', { keyPath: 'at' });
  opening.onerror = () => fail(opening.error);
  opening.onsuccess = () => {
    const base = opening.result, tx = base.transaction('out', mode), asked = work(tx.objectStore('out'));
    tx.oncomplete = () => { base.close(); done(asked && asked.result); };
    tx.onabort = tx.onerror = () => { base.close(); fail(tx.error); };
  };
});
const put = (letter) => store('readwrite', (s) => s.put(letter));
const drop = (letter) => store('readwrite', (s) => s.delete(letter.at));
const letters = () => store('readonly', (s) => s.getAll()).catch(() => []);
const mine = async () => (data.me ? (await letters()).filter((letter) => letter.me === data.me) : []);

/* What waits, each with its state in words; one that cannot leave may be thrown away by who wrote it. */
let leaving, shut;
const showKept = async () => {
  const list = one('[data-outbox-list]');
  if (!list) return;
  const found = await mine();
  list.replaceChildren(...found.map((letter) => {
    const row = say('p', '', 'alert warn'), text = letter.fields.find(([name]) => name === 'bloque' || name === 'texte');
    row.append(say('span', letter.no ? data.unsent : shut ? data.refused : letter.at === leaving ? data.sending : data.pending, 'badge warn'));
    row.append(say('span', text ? text[1] : ''));
    if (letter.no) {
      const button = say('button', data.erase, 'btn bare');
      button.addEventListener('click', async () => { await drop(letter); showKept(); });
      row.append(button);
    }
    return row;
  }));
  list.hidden = !found.length;
};

const fresh = () => [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');
const token = () => { const input = one('input[name=csrf]'); return input ? input.value : ''; };
const reach = (address, how) => fetch(address, { ...how, signal: window.AbortSignal && AbortSignal.timeout ? AbortSignal.timeout(60000) : undefined });
const door = (answer) => answer.status === 401 || (answer.redirected && /^\/(entrer|c\/)/.test(new URL(answer.url).pathname));
class Cut extends Error {}
class Shut extends Error {}

/* A file goes ahead of its form, piece after piece, from where the server says it has come to (docs/adr/0012). */
const LARGE = 262144, PIECE = 65536, MOST = 8388608;
const ahead = async ([, blob, name]) => {
  const address = `/envoi/${name}`;
  const told = async (answer) => {
    if (door(answer) || answer.status === 403) throw new Shut();
    if (![200, 404, 409].includes(answer.status)) throw new Cut();
    return parseInt(await answer.text(), 10) || 0;
  };
  let at = await told(await reach(address));
  while (at < blob.size) {
    const headers = { 'Content-Type': 'application/octet-stream', 'Upload-Offset': at, 'Upload-Length': blob.size, 'X-Csrf': token() };
    at = await told(await reach(address, { method: 'POST', headers, body: blob.slice(at, at + PIECE) }));
  }
  return name;
};
const post = async (letter) => {
  const form = new FormData(), files = letter.fields.filter(([, value]) => value instanceof Blob);
  const few = files.length && files.length < 5 && files.every(([, blob]) => blob.size && blob.size <= MOST);
  const pieces = few && (letter.tries || poor() || files.some(([, blob]) => blob.size > LARGE));
  for (const field of letter.fields) {
    const [name, value] = field;
    if (name === 'csrf') form.append(name, token() || value);
    else if (pieces && value instanceof Blob) form.append('envoi', `${name} ${await ahead(field)}`);
    else form.append(name, value);
  }
  return reach(letter.action, { method: 'POST', headers: { 'X-Outbox': letter.stay ? 'stay' : '1' }, body: pieces || !files.length ? new URLSearchParams(form) : form });
};

/* The session is another than the page's: its token is asked for, if the person is the same. */
const renewToken = async () => {
  const page = new DOMParser().parseFromString(await (await reach('/hors-ligne', { headers: { 'X-Fresh': '1' } })).text(), 'text/html');
  const input = one('input[name=csrf]', page);
  if (!input || page.body.dataset.me !== data.me || input.value === token()) return false;
  all('input[name=csrf]').forEach((old) => { old.value = input.value; });
  return true;
};

/* One letter: 'gone' once the server has answered for good, 'no' when it cannot take it. */
const deliver = async (letter) => {
  let answer;
  try {
    answer = await post(letter);
    if (answer.status === 403 && await renewToken()) answer = await post(letter);
  } catch (error) {
    if (error instanceof Shut && await renewToken().catch(() => false)) return 'again';
    throw error;
  }
  // Only the house answers for the house: not a Wi-Fi's own door, nor half a head on a line that was cut.
  if (!answer.headers.has('Content-Security-Policy')) throw new Cut();
  if (door(answer) || answer.status === 403) throw new Shut();
  if ((answer.ok && answer.redirected) || answer.status === 422) return answer;
  if (answer.redirected || ![400, 404, 413].includes(answer.status) || (answer.status === 400 && (letter.tries || 0) < 6)) throw new Cut();
  letter.no = answer.status; await put(letter);
  return 'no';
};

let flushing, again, clock, pause = 1000;
const written = new Map();
const flush = async () => {
  if (!data.me) return;
  if (flushing) { again = true; return; }
  flushing = true; shut = false; clearTimeout(clock);
  let letter;
  try {
    for (;;) {
      again = false;
      letter = (await mine()).find((one) => !one.no);
      if (!letter) { if (again) continue; break; }
      leaving = letter.at;
      const answer = await deliver(letter);
      offline(false); pause = 1000;
      if (typeof answer === 'string') continue;
      if (answer.status === 422) { place(await answer.text()); one('main').dataset.given = ''; await drop(letter); continue; }
      await drop(letter);
      if (letter.stay) { hear(await answer.text(), written.get(letter.at)); await refresh(); ring(); } else if (!document.hidden || written.has(letter.at)) { location.assign(answer.url); return; }
    }
  } catch (error) {
    if (error instanceof Shut) shut = true; else offline(true);
    if (letter) { letter.tries = (letter.tries || 0) + 1; await put(letter).catch(() => {}); }
  } finally { flushing = false; leaving = 0; await showKept(); }
  if (!shut && (await mine()).some((one) => !one.no)) { clock = setTimeout(flush, pause); pause = Math.min(pause * 2, 30000); }
};

const send = async (form, event) => {
  if (!window.fetch || !window.FormData || !data.me) return;
  event.preventDefault();
  const button = event.submitter, fields = [...new FormData(form, button)].filter(([, value]) => !(value instanceof File) || value.name);
  // Not `disabled`, which would take the focus away.
  if (button) { if (button.hasAttribute('aria-disabled')) return; button.setAttribute('aria-disabled', 'true'); }
  for (const field of fields) if (field[1] instanceof Blob) field.push(fresh());
  const letter = { at: Date.now() + Math.random(), me: data.me, own: 'keep' in data, action: form.action, stay: form.dataset.outbox === 'stay', fields };
  try { await put(letter); } catch { form.submit(); return; }
  written.set(letter.at, form); all('.said').forEach((old) => old.remove());
  form.reset(); all('[data-preview]', form).forEach((p) => p.replaceChildren()); all('.way.has', form).forEach((way) => way.classList.remove('has'));
  all('input[name=once]', form).forEach((once) => { once.value = fresh(); });
  // A second tap is the same tap.
  const soon = new Promise((done) => setTimeout(done, 600)), late = setTimeout(showKept, 700);
  await Promise.all([flush(), soon]);
  clearTimeout(late); await showKept();
  if (button) button.removeAttribute('aria-disabled');
};

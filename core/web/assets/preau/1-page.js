/* Préau — what script adds to pages that work without it. Each part stands alone; an old browser just does without.
   bell: a page hears that something changed, and asks again. outbox: what is sent on a cut line waits here, and arrives once. */
const body = document.body, data = body.dataset;
const all = (what, root = document) => [...root.querySelectorAll(what)];
const one = (what, root = document) => root.querySelector(what);
const say = (tag, words, kind) => { const el = document.createElement(tag); el.textContent = words; if (kind) el.className = kind; return el; };
const here = () => location.pathname + location.search;
const writing = (root = document) => root.contains(document.activeElement) && document.activeElement.matches('input,textarea,select');

/* Line: the banner shows when the server cannot be reached. */
const offline = (cut) => { const banner = one('[data-offline]'); if (banner) banner.hidden = !cut; body.classList.toggle('cut', cut); };
const poor = () => { const line = navigator.connection || {}; return line.saveData || /2g|3g/.test(line.effectiveType); };

/* Another page's main takes the place of this one's: a refusal with what was written, or the page as it is now. */
const place = (text) => {
  const main = one('main', new DOMParser().parseFromString(text, 'text/html'));
  one('main').replaceWith(main); dress(main);
  const first = one('[data-focus]'); if (first) first.focus();
};

/* What a deed answered is said on this page, where it did not lead to another: above the form, which is where the eyes are, but in no
   part that turns, which would take it away. */
const hear = (text, form) => {
  const line = one('.said', new DOMParser().parseFromString(text, 'text/html'));
  all('.said').forEach((old) => old.remove());
  if (!line) return;
  if (form && form.isConnected && !form.closest('[data-live]')) form.before(line); else (one('[data-said]') || one('main > .wrap')).prepend(line);
  dress(line);
};

/* What is being written stays when what is around it changes: in the same field of the new text, or beside it, to be read. */
const typed = (root) => all('textarea,input[type=text]', root)
  .filter((el) => el.value && el.value !== el.defaultValue && el.form && el.form.method === 'post')
  .map((el) => ({ name: el.name, action: el.form.getAttribute('action'), value: el.value, held: el === document.activeElement }));
const giveBack = (kept, root) => kept.forEach(({ name, action, value, held }) => {
  const fields = all('textarea,input[type=text]', root).filter((el) => el.name === name && el.form && el.value === el.defaultValue);
  const field = fields.find((el) => el.form.getAttribute('action') === action) || fields[0];
  if (field) { field.value = value; field.dispatchEvent(new Event('input')); if (held) field.focus(); return; }
  const line = say('p', `${data.lost} `, 'alert warn');
  line.append(say('span', value)); (one('.wrap', root) || root).prepend(line);
});

/* Parts that live: fetched again when the bell rings, unless someone is writing in them. What had the focus has it
   again: its twin in the new text is what has the same id, or leads to the same place. */
const plain = (text) => { const sheet = document.createElement('template'); sheet.innerHTML = text; return sheet.innerHTML.trim(); };
const mark = (el) => el.id || [el.tagName, el.getAttribute('href') || (el.form && el.form.getAttribute('action')), el.name, el.value].join();
const twin = (part) => {
  const held = document.activeElement, what = 'a,button,input,summary,[tabindex]';
  if (!held || !part.contains(held) || held === part) return () => {};
  const same = () => all(what, part).filter((el) => mark(el) === mark(held));
  const rank = same().indexOf(held);
  return () => { const found = same(), el = found[rank] || found[0]; if (el) el.focus({ preventScroll: true }); };
};
/* Whoever has sent a form is on their way: the page does not change under them, nor leave before its answer. */
let sent = 0;
const parting = () => Date.now() - sent < 8000;
document.addEventListener('submit', (event) => { if (!event.defaultPrevented) sent = Date.now(); });
let soon;
const refresh = async () => {
  if (parting()) return;
  let changed;
  for (const part of all('[data-live]')) {
    if (writing(part)) continue;
    try {
      const answer = await fetch(part.dataset.live, { headers: { 'X-Part': '1' } });
      offline(false);
      // Another main has come meanwhile; and what is given back unsent stays to be read.
      if (!part.isConnected) continue;
      if (answer.redirected || answer.status === 404) {
        if (one('main[data-given]')) continue;
        const kept = typed(one('main'));
        if (!kept.length) { if (!parting()) location.reload(); return; }
        // When the session is over, what is written stays to be sent.
        const page = await fetch(here());
        if (page.redirected || !page.ok) continue;
        place(await page.text()); giveBack(kept, one('main')); return;
      }
      if (!answer.ok) continue;
      const text = plain(await answer.text());
      if (text === part.before) continue;
      changed = true;
      const again = twin(part), kept = typed(part);
      const open = all('details[open][id]', part).map((d) => d.id);
      part.before = text;
      part.innerHTML = text;
      for (const id of open) { const kept = document.getElementById(id); if (kept) kept.open = true; }
      dress(part); giveBack(kept, part);
      again();
    } catch { offline(true); }
  }
  if (changed) keepAgain();
};
const ring = () => { clearTimeout(soon); soon = setTimeout(refresh, 80 + Math.random() * 220); };

let stream, wait = 1000;
const listen = () => {
  if (!data.bell || !window.EventSource) return;
  stream = new EventSource(data.bell);
  stream.addEventListener('hello', () => { wait = 1000; offline(false); if (data.kept === 'cut') renew(); else ring(); flush(); });
  stream.addEventListener('ring', ring);
  stream.onerror = () => {
    offline(true);
    if (stream.readyState === EventSource.CLOSED) { setTimeout(listen, wait); wait = Math.min(wait * 2, 30000); }
  };
};

/* A stroke on / goes to the search field, unless one is writing or has turned that off on this device. */
addEventListener('keydown', (event) => {
  const field = one('.find input');
  if (event.key !== '/' || !field || !field.offsetParent || writing() || event.ctrlKey || event.altKey || event.metaKey || localStorage.slash === 'off') return;
  event.preventDefault(); field.focus(); field.select();
});

/* Sound: two notes when more are waiting than before; only if the teacher asked for it. */
let waiting;
const chime = () => {
  const ear = one('[data-sound]');
  if (!ear) return;
  const count = Number(ear.dataset.count);
  if (waiting !== undefined && count > waiting && localStorage.sound === 'on' && window.AudioContext) {
    const air = new AudioContext();
    [660, 880].forEach((tone, n) => {
      const note = air.createOscillator(), gain = air.createGain(), at = air.currentTime + n * 0.18;
      note.frequency.value = tone; gain.gain.setValueAtTime(0.12, at); gain.gain.exponentialRampToValueAtTime(0.001, at + 0.3);
      note.connect(gain).connect(air.destination); note.start(at); note.stop(at + 0.3);
    });
  }
  waiting = count;
};
/* A choice of this device: what it is called, and how it is until one chooses. */
const toggle = (button) => {
  const { toggle: name, usual } = button.dataset, on = () => (localStorage[name] || usual) === 'on';
  const show = () => button.setAttribute('aria-pressed', String(on()));
  button.hidden = false; show();
  button.addEventListener('click', () => { localStorage[name] = on() ? 'off' : 'on'; show(); });
};

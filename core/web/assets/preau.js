/* Préau — what script adds to pages that work without it. Each part stands alone; an old browser just does without.
   bell: a page hears that something changed, and asks again. outbox: what is sent on a cut line waits here, and arrives once. */
'use strict';
(() => {
  const body = document.body, data = body.dataset;
  const all = (what, root = document) => [...root.querySelectorAll(what)];
  const one = (what, root = document) => root.querySelector(what);
  const say = (tag, words, kind) => { const el = document.createElement(tag); el.textContent = words; if (kind) el.className = kind; return el; };

  /* Line: the banner shows when the server cannot be reached. */
  const offline = (cut) => { const banner = one('[data-offline]'); if (banner) banner.hidden = !cut; body.classList.toggle('cut', cut); };

  /* Parts that live: fetched again when the bell rings, unless someone is writing in them. */
  let soon;
  const refresh = async () => {
    for (const part of all('[data-live]')) {
      if (part.contains(document.activeElement) && document.activeElement.matches('input,textarea,select')) continue;
      try {
        const answer = await fetch(part.dataset.live, { headers: { 'X-Part': '1' } });
        offline(false);
        if (answer.redirected || answer.status === 404) { location.reload(); return; }
        if (!answer.ok) continue;
        const text = await answer.text();
        if (text === part.before) continue;
        const open = all('details[open][id]', part).map((d) => d.id);
        part.before = text;
        part.innerHTML = text;
        for (const id of open) { const kept = document.getElementById(id); if (kept) kept.open = true; }
        if (window.htmx) htmx.process(part);
        dress(part);
      } catch { offline(true); }
    }
  };
  const ring = () => { clearTimeout(soon); soon = setTimeout(refresh, 80 + Math.random() * 220); };

  let stream, wait = 1000;
  const listen = () => {
    if (!data.bell || !window.EventSource) return;
    stream = new EventSource(data.bell);
    stream.addEventListener('hello', () => { wait = 1000; offline(false); ring(); flush(); });
    stream.addEventListener('ring', ring);
    stream.onerror = () => {
      offline(true);
      if (stream.readyState === EventSource.CLOSED) { setTimeout(listen, wait); wait = Math.min(wait * 2, 30000); }
    };
  };

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
  const soundToggle = (button) => {
    const show = () => button.setAttribute('aria-pressed', String(localStorage.sound === 'on'));
    button.hidden = false; show();
    button.addEventListener('click', () => { localStorage.sound = localStorage.sound === 'on' ? 'off' : 'on'; show(); });
  };

  /* Outbox: kept on the device under the instant it was written, for the person who wrote it, until the server has answered. */
  const store = (mode, work) => new Promise((done, fail) => {
    if (!window.indexedDB) { fail(new Error('no store')); return; }
    const opening = indexedDB.open('preau', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('out', { keyPath: 'at' });
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const base = opening.result, tx = base.transaction('out', mode), asked = work(tx.objectStore('out'));
      tx.oncomplete = () => { base.close(); done(asked && asked.result); };
      tx.onerror = () => { base.close(); fail(tx.error); };
    };
  });
  const kept = async () => (await store('readonly', (s) => s.getAll()).catch(() => [])).filter((letter) => letter.me === data.me);
  const showKept = async (word) => {
    const list = one('[data-outbox-list]');
    if (!list) return;
    const letters = data.me ? await kept() : [];
    list.replaceChildren(...letters.map((letter) => {
      const row = say('p', '', 'alert warn');
      const text = letter.fields.find(([name]) => name === 'bloque' || name === 'texte');
      row.append(say('span', word || data.pending, 'badge warn'), say('span', text ? text[1] : ''));
      return row;
    }));
    list.hidden = !letters.length;
  };
  const token = () => { const input = one('input[name=csrf]'); return input ? input.value : ''; };
  const post = (letter) => {
    const form = new FormData();
    for (const [name, value] of letter.fields) form.append(name, name === 'csrf' ? token() || value : value);
    const plain = !letter.fields.some(([, value]) => value instanceof Blob);
    return fetch(letter.action, { method: 'POST', body: plain ? new URLSearchParams(form) : form });
  };
  /* Refused: the page that says why, with what was written, takes the place of this one. */
  const mend = async (answer) => {
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    one('main').replaceWith(one('main', page)); dress(one('main'));
    const first = one('[data-focus]'); if (first) first.focus();
  };
  const lost = (status) => [502, 503, 504].includes(status);
  let flushing;
  const flush = async () => {
    if (flushing || !data.me) return;
    flushing = true;
    try {
      for (const letter of await kept()) {
        let answer;
        try { answer = await post(letter); } catch { offline(true); break; }
        if (lost(answer.status)) break;
        if (answer.status === 403 || /\/entrer/.test(answer.url)) { await showKept(data.refused); return; }
        await store('readwrite', (s) => s.delete(letter.at));
        offline(false);
        if (answer.status === 422) { await mend(answer); break; }
        if (letter.stay) ring(); else if (answer.ok) { location.assign(answer.url); return; }
      }
      await showKept();
    } finally { flushing = false; }
    if ((await kept()).length) setTimeout(flush, Math.min(wait *= 2, 30000));
  };
  const fresh = () => [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');
  const send = async (form, event) => {
    if (!window.fetch || !window.FormData || !data.me) return;
    event.preventDefault();
    const fields = [...new FormData(form, event.submitter)].filter(([, value]) => !(value instanceof File) || value.size);
    const letter = { at: Date.now() + Math.random(), me: data.me, action: form.action, stay: form.dataset.outbox === 'stay', fields };
    const button = event.submitter;
    if (button) button.disabled = true;
    const clear = () => { form.reset(); all('[data-preview]', form).forEach((p) => p.replaceChildren()); const once = one('input[name=once]', form); if (once) once.value = fresh(); };
    try {
      const answer = await post(letter);
      if (lost(answer.status)) throw new Error('line');
      offline(false);
      if (answer.status === 422) {
        await mend(answer);
      } else if (letter.stay && answer.ok && !/\/entrer/.test(answer.url)) { clear(); await refresh(); }
      else if (answer.ok) location.assign(answer.url);
      else { const page = new DOMParser().parseFromString(await answer.text(), 'text/html'); one('main').replaceWith(one('main', page)); }
    } catch {
      try { await store('readwrite', (s) => s.put(letter)); } catch { form.submit(); return; }
      offline(true); clear(); await showKept(); setTimeout(flush, wait);
    } finally { if (button) button.disabled = false; }
  };

  /* Photo: made smaller on the device, so that a bad line carries it; where it was taken stays here. */
  const smaller = async (file) => {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, 1600 / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale); canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.8));
    return [new File([blob], 'photo.jpg', { type: 'image/jpeg' }), canvas];
  };
  const photo = (input) => input.addEventListener('change', async () => {
    const most = Number(input.dataset.max || 3), bag = new DataTransfer(), shown = [];
    for (const file of [...input.files].slice(0, most)) {
      try { const [small, canvas] = await smaller(file); bag.items.add(small); canvas.className = 'photo'; shown.push(canvas); } catch { bag.items.add(file); }
    }
    input.files = bag.files;
    const preview = one('[data-preview]', input.parentElement);
    if (preview) preview.replaceChildren(...shown);
  });

  /* Voice: a minute at most, recorded on the device, heard again before it leaves. */
  const voice = (box) => {
    const input = one('input[type=file]', box), length = one('input[name=voice_ms]', box);
    if (!window.MediaRecorder || !navigator.mediaDevices) return;
    const button = say('button', data.record, 'btn wash'), preview = one('[data-preview]', box);
    button.type = 'button'; input.before(button);
    let recorder, began, clock;
    const stop = () => recorder && recorder.state === 'recording' && recorder.stop();
    button.addEventListener('click', async () => {
      if (recorder && recorder.state === 'recording') { stop(); return; }
      let air;
      try { air = await navigator.mediaDevices.getUserMedia({ audio: true }); } catch { preview.replaceChildren(say('p', data.nomic, 'hint')); return; }
      const pieces = [];
      recorder = new MediaRecorder(air); began = performance.now();
      recorder.ondataavailable = (event) => pieces.push(event.data);
      recorder.onstop = () => {
        clearInterval(clock); air.getTracks().forEach((track) => track.stop());
        const type = recorder.mimeType.split(';')[0] || 'audio/webm', bag = new DataTransfer();
        bag.items.add(new File(pieces, type.includes('mp4') ? 'voix.mp4' : 'voix.webm', { type }));
        input.files = bag.files; length.value = Math.round(performance.now() - began);
        const player = document.createElement('audio'), erase = say('button', data.erase, 'btn bare');
        player.controls = true; player.src = URL.createObjectURL(bag.files[0]); erase.type = 'button';
        erase.addEventListener('click', () => { input.value = ''; length.value = ''; preview.replaceChildren(); });
        preview.replaceChildren(player, erase); button.textContent = data.record;
      };
      recorder.start();
      clock = setInterval(() => { const s = Math.ceil(60 - (performance.now() - began) / 1000); button.textContent = `${data.stop} (${Math.max(s, 0)} s)`; if (s <= 0) stop(); }, 250);
    });
  };

  const tick = () => all('[data-since]').forEach((el) => {
    const s = Math.max(0, Math.floor((Date.now() - Number(el.dataset.since)) / 1000));
    el.textContent = `${String(Math.floor(s / 60)).padStart(2, '0')}:${String(s % 60).padStart(2, '0')}`;
    el.classList.toggle('long', s > Number(el.dataset.soft || Infinity));
  });
  const counter = (area) => {
    const left = say('p', '', 'hint'); left.setAttribute('aria-live', 'polite'); area.after(left);
    area.addEventListener('input', () => { const n = area.maxLength - area.value.length; left.textContent = n < 120 ? data.left.replace('#', n) : ''; });
  };

  const dress = (root) => {
    all('form[data-outbox]', root).forEach((form) => form.addEventListener('submit', (event) => send(form, event)));
    all('input[data-photo]', root).forEach(photo);
    all('[data-voice]', root).forEach(voice);
    all('textarea[maxlength]', root).forEach(counter);
    all('[data-sound-toggle]', root).forEach(soundToggle);
    all('[data-print]', root).forEach((button) => { button.hidden = false; button.addEventListener('click', () => print()); });
    chime(); tick();
  };

  all('form[data-wipe]').forEach((form) => form.addEventListener('submit', () => { if (window.indexedDB) indexedDB.deleteDatabase('preau'); }));
  dress(document); showKept(); listen(); flush(); setInterval(tick, 1000);
  addEventListener('online', flush);
  const first = one('[data-focus]'); if (first) first.focus();
})();

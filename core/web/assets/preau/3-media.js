/* Photo: made smaller on the device, so that a bad line carries it; where it was taken stays here. What the browser reads and
   the house does not (HEIC) leaves as a JPEG; what neither reads is said at once, and not sent. */
const shelf = (input) => one(`[data-preview="${input.name}"]`, input.form) || one('[data-preview]', input.parentElement);
const drawn = async (file) => {
  if (window.createImageBitmap) try { return await createImageBitmap(file, { imageOrientation: 'from-image' }); } catch { /* another way */ }
  const picture = new Image();
  picture.src = URL.createObjectURL(file);
  try { await picture.decode(); } finally { URL.revokeObjectURL(picture.src); }
  return picture;
};
const smaller = async (file) => {
  const picture = await drawn(file), width = picture.width, height = picture.height;
  const scale = Math.min(1, 1600 / Math.max(width, height)), canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale); canvas.height = Math.round(height * scale);
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.8));
  return [new File([blob], 'photo.jpg', { type: 'image/jpeg' }), canvas];
};
const isHeic = async (file) => /hei[cf]/i.test(file.type + file.name) || /ftyp(hei|hev|mif|msf)/.test(await file.slice(0, 16).text());
const sorry = (words) => { const line = say('p', words, 'alert bad'); line.setAttribute('role', 'alert'); return line; };
const chosen = (input, has) => { const way = input.closest('.way'); if (way) way.classList.toggle('has', has); };
/* Takes back what was chosen. */
const undoing = (input, preview, button) => {
  const erase = say('button', data.erase, 'btn bare');
  erase.type = 'button';
  erase.addEventListener('click', () => { input.value = ''; chosen(input, false); preview.replaceChildren(); button.focus(); });
  return erase;
};
const photo = (input) => input.addEventListener('change', async () => {
  const most = Number(input.dataset.max || 3), bag = new DataTransfer(), shown = [], preview = shelf(input);
  for (const file of [...input.files].slice(0, most)) {
    try { const [small, canvas] = await smaller(file); bag.items.add(small); canvas.className = 'photo'; shown.push(canvas); } catch {
      shown.push(sorry((await isHeic(file)) ? data.heic : data.unread));
    }
  }
  input.files = bag.files; chosen(input, bag.files.length > 0);
  if (bag.files.length) shown.push(undoing(input, preview, input));
  if (preview) preview.replaceChildren(...shown);
});

/* What is heard, as bars; `quiet` is called when nothing is. */
const BARS = 30;
const heard = (air, quiet) => {
  const level = say('div', '', 'level'), bars = [...Array(BARS)].map(() => level.appendChild(document.createElement('span')));
  level.setAttribute('aria-hidden', 'true');
  if (!window.AudioContext) return [level, () => {}];
  const room = new AudioContext(), ear = room.createAnalyser(), wave = new Uint8Array(256), past = [];
  ear.fftSize = 256; room.createMediaStreamSource(air).connect(ear);
  const clock = setInterval(() => {
    ear.getByteTimeDomainData(wave);
    past.unshift(Math.sqrt(Math.max(...wave.map((at) => Math.abs(at - 128))) / 128)); past.length = Math.min(past.length, BARS);
    bars.forEach((bar, n) => { bar.style.blockSize = `${10 + 90 * (past[n] || 0)}%`; });
    quiet(past.length === BARS && Math.max(...past) < 0.15);
  }, 100);
  return [level, () => { clearInterval(clock); room.close(); }];
};

/* Voice, a minute at most, or a film, half a minute and small: recorded on the device, played again before it leaves. */
const KINDS = ['video/mp4;codecs=avc1.42E01E,mp4a.40.2', 'video/webm;codecs=vp8,opus', 'video/mp4', 'video/webm'];
const recorded = (box, film) => {
  const input = one('input[type=file]', box), length = one('input[type=hidden]', box), most = film ? 30 : 60;
  if (!window.MediaRecorder || !navigator.mediaDevices) return;
  const preview = shelf(input), begin = film || data.record, tile = box.matches('.way');
  // A tile keeps its picture and its words; elsewhere the button stands before the field.
  const button = document.createElement('button');
  button.type = 'button'; input.removeAttribute('capture');
  if (tile) {
    button.className = 'way'; button.append(...[...box.childNodes].filter((node) => node !== input && node !== length));
    box.before(button); input.hidden = true; button.after(input, length); box.remove();
  } else { button.className = 'btn wash'; button.textContent = begin; input.before(button); }
  input.addEventListener('change', () => {
    const [file] = input.files, fits = !file || (file.type.startsWith(film ? 'video/' : 'audio/') && file.size <= MOST);
    if (!fits) input.value = '';
    preview.replaceChildren(...(fits ? [] : [sorry(data.unread)]));
  });
  const idle = () => { if (!tile) button.textContent = begin; else button.setAttribute('aria-pressed', 'false'); };
  let recorder, began, clock;
  const stop = () => recorder && recorder.state === 'recording' && recorder.stop();
  const wanted = { audio: true, video: film ? { width: { ideal: 320 }, height: { ideal: 240 }, frameRate: { ideal: 15 }, facingMode: 'user' } : false };
  const small = film ? { mimeType: KINDS.find((kind) => MediaRecorder.isTypeSupported(kind)), videoBitsPerSecond: 250000, audioBitsPerSecond: 32000 } : {};
  const player = (source) => { const el = document.createElement(film ? 'video' : 'audio'); el.className = 'photo'; el.playsInline = true; Object.assign(el, source); return el; };
  button.addEventListener('click', async () => {
    if (recorder && recorder.state === 'recording') { stop(); return; }
    let air;
    try { air = await navigator.mediaDevices.getUserMedia(wanted); } catch { preview.replaceChildren(say('p', film ? box.dataset.none : data.nomic, 'hint')); return; }
    const pieces = [], clockFace = say('time', ''), hint = say('p', '', 'hint'), end = say('button', '', 'btn wash'), head = say('p', '', 'row between');
    recorder = new MediaRecorder(air, small); began = performance.now();
    const [level, deaf] = heard(air, (is) => { const words = is ? data.quiet : ''; if (hint.textContent !== words) hint.textContent = words; });
    const left = () => Math.max(0, Math.ceil(most - (performance.now() - began) / 1000));
    const told = () => { end.textContent = `${data.stop} (${left()}\u00a0s)`; clockFace.textContent = `${most - left()}\u00a0s`; if (!tile) button.textContent = end.textContent; };
    recorder.ondataavailable = (event) => pieces.push(event.data);
    recorder.onstop = () => {
      clearInterval(clock); deaf(); air.getTracks().forEach((track) => track.stop());
      const type = recorder.mimeType.split(';')[0] || 'audio/webm', bag = new DataTransfer();
      bag.items.add(new File(pieces, (film ? 'film.' : 'voix.') + (type.includes('mp4') ? 'mp4' : 'webm'), { type }));
      input.files = bag.files; length.value = Math.min(Math.round(performance.now() - began), most * 1000);
      const erase = undoing(input, preview, button);
      erase.addEventListener('click', () => { length.value = ''; button.classList.remove('has'); });
      preview.replaceChildren(player({ controls: true, src: URL.createObjectURL(bag.files[0]) }), erase); idle();
      if (tile) { button.classList.add('has'); one('button', preview).focus(); }
    };
    end.type = 'button'; end.addEventListener('click', stop);
    hint.setAttribute('aria-live', 'polite');
    head.append(say('span', '', 'rec'), clockFace); told();
    preview.replaceChildren(head, ...(film ? [player({ muted: true, autoplay: true, srcObject: air })] : []), level, hint, ...(tile ? [end] : []));
    if (tile) { button.setAttribute('aria-pressed', 'true'); end.focus(); preview.scrollIntoView({ block: 'nearest' }); }
    recorder.start();
    clock = setInterval(() => { told(); if (!left()) stop(); }, 250);
  });
};

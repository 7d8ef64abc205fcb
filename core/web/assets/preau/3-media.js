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

/* Voice, a minute at most, or a film, half a minute and small: recorded on the device, played again before it leaves. */
const KINDS = ['video/mp4;codecs=avc1.42E01E,mp4a.40.2', 'video/webm;codecs=vp8,opus', 'video/mp4', 'video/webm'];
const recorded = (box, film) => {
  const input = one('input[type=file]', box), length = one('input[type=hidden]', box), most = film ? 30 : 60;
  if (!window.MediaRecorder || !navigator.mediaDevices) return;
  const begin = film || data.record, button = say('button', begin, 'btn wash'), preview = one('[data-preview]', box);
  button.type = 'button'; input.before(button); input.removeAttribute('capture');
  let recorder, began, clock;
  const stop = () => recorder && recorder.state === 'recording' && recorder.stop();
  const wanted = { audio: true, video: film ? { width: { ideal: 320 }, height: { ideal: 240 }, frameRate: { ideal: 15 }, facingMode: 'user' } : false };
  const small = film ? { mimeType: KINDS.find((kind) => MediaRecorder.isTypeSupported(kind)), videoBitsPerSecond: 250000, audioBitsPerSecond: 32000 } : {};
  const player = (source) => { const el = document.createElement(film ? 'video' : 'audio'); el.className = 'photo'; el.playsInline = true; Object.assign(el, source); return el; };
  button.addEventListener('click', async () => {
    if (recorder && recorder.state === 'recording') { stop(); return; }
    let air;
    try { air = await navigator.mediaDevices.getUserMedia(wanted); } catch { preview.replaceChildren(say('p', film ? box.dataset.none : data.nomic, 'hint')); return; }
    const pieces = [];
    recorder = new MediaRecorder(air, small); began = performance.now();
    recorder.ondataavailable = (event) => pieces.push(event.data);
    recorder.onstop = () => {
      clearInterval(clock); air.getTracks().forEach((track) => track.stop());
      const type = recorder.mimeType.split(';')[0] || 'audio/webm', bag = new DataTransfer();
      bag.items.add(new File(pieces, (film ? 'film.' : 'voix.') + (type.includes('mp4') ? 'mp4' : 'webm'), { type }));
      input.files = bag.files; length.value = Math.min(Math.round(performance.now() - began), most * 1000);
      const erase = say('button', data.erase, 'btn bare');
      erase.type = 'button';
      erase.addEventListener('click', () => { input.value = ''; length.value = ''; preview.replaceChildren(); button.focus(); });
      preview.replaceChildren(player({ controls: true, src: URL.createObjectURL(bag.files[0]) }), erase); button.textContent = begin;
    };
    if (film) preview.replaceChildren(player({ muted: true, autoplay: true, srcObject: air }));
    recorder.start();
    clock = setInterval(() => { const s = Math.ceil(most - (performance.now() - began) / 1000); button.textContent = `${data.stop} (${Math.max(s, 0)} s)`; if (s <= 0) stop(); }, 250);
  });
};

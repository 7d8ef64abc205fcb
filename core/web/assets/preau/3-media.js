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

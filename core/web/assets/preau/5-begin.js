const tick = () => all('[data-since]').forEach((el) => {
  const s = Math.max(0, Math.floor((Date.now() - Number(el.dataset.since)) / 1000));
  el.textContent = `${String(Math.floor(s / 60)).padStart(2, '0')}:${String(s % 60).padStart(2, '0')}`;
  el.classList.toggle('long', s > Number(el.dataset.soft || Infinity));
});
const counter = (area) => {
  const left = say('p', '', 'hint'); left.setAttribute('aria-live', 'polite'); area.after(left);
  area.addEventListener('input', () => { const n = area.maxLength - area.value.length; left.textContent = n < 120 ? data.left.replace('#', n) : ''; });
};
// What stands in a field is copied; the sentence beside says so. Of old, so that it works on a bare http address too.
const copy = (button) => {
  button.hidden = false;
  button.addEventListener('click', () => {
    const field = document.getElementById(button.dataset.copy); field.focus(); field.select();
    if (document.execCommand('copy')) button.nextElementSibling.textContent = button.dataset.done;
  });
};

const dress = (root) => {
  all('form[data-outbox]', root).forEach((form) => form.addEventListener('submit', (event) => send(form, event)));
  all('form[data-wipe]', root).forEach((form) => form.addEventListener('submit', (event) => { event.preventDefault(); wipe(form); }));
  all('input[data-photo]', root).forEach(photo);
  all('[data-voice]', root).forEach((box) => recorded(box));
  all('[data-film]', root).forEach((box) => recorded(box, box.dataset.film));
  all('textarea[maxlength]', root).forEach(counter);
  all('[data-toggle]', root).forEach(toggle);
  // A page that only leads on to another site, by a form: the button is for who has no script.
  all('form[data-go]', root).forEach((form) => form.submit());
  all('[data-print]', root).forEach((button) => { button.hidden = false; button.addEventListener('click', () => print()); });
  all('[data-copy]', root).forEach(copy);
  chime(); tick();
};

// A kept page may be opened many times: each of its forms is then another form.
if ('kept' in data) all('input[name=once]').forEach((once) => { once.value = fresh(); });
all('[data-live]').forEach((part) => { part.before = plain(part.innerHTML); });
dress(document); showKept(); listen(); flush(); setInterval(tick, 1000);
if (data.kept === 'late') setTimeout(showAge, 1500); else showAge();
if ('kept' in data) setInterval(renew, 15000);
addEventListener('online', () => { renew(); flush(); });
if (worker) worker.addEventListener('message', renew);
addEventListener('load', () => setTimeout(() => { tidy(); install(); }, 500));
const first = one('[data-focus]'); if (first) first.focus();

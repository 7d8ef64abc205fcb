/* Préau — the stage of a video room, and the trial before it. Everything else of a room are forms that work without this.
   Places for others are offered once; the server says over the data channel who sits in them. */
'use strict';
(() => {
  const one = (what, root = document) => root.querySelector(what), all = (what, root = document) => [...root.querySelectorAll(what)];
  const el = (tag, words, kind) => { const e = document.createElement(tag); if (words) e.textContent = words; if (kind) e.className = kind; return e; };
  const rest = (ms) => new Promise((done) => setTimeout(done, ms));
  const can = !!(window.RTCPeerConnection && navigator.mediaDevices && RTCRtpTransceiver.prototype.setCodecPreferences);
  const button = (icons, icon, words, kind, act) => {
    const b = el('button', '', 'btn ' + kind), text = el('span', words);
    b.type = 'button';
    if (icon) { const ns = 'http://www.w3.org/2000/svg', svg = document.createElementNS(ns, 'svg'), use = document.createElementNS(ns, 'use'); svg.setAttribute('class', 'i'); svg.setAttribute('aria-hidden', 'true'); use.setAttribute('href', icons + '#' + icon); svg.append(use); b.append(svg); }
    b.append(text); b.says = (w) => { text.textContent = w; };
    b.addEventListener('click', act);
    return b;
  };
  const sheet = (css) => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [...document.adoptedStyleSheets, s]; };

  /* The trial: microphone, camera, line; nothing leaves the device but a few requests for a file of ours. */
  const trial = one('[data-trial]');
  if (trial) {
    const { icons, weight, words: w } = JSON.parse(trial.dataset.trial);
    const says = one('[data-trial-says]'), view = one('[data-trial-view]');
    const say = (kind, words) => says.append(el('p', words, 'alert ' + kind));
    const loudest = async (stream) => {
      const air = new AudioContext(), ear = air.createAnalyser(), heard = new Float32Array(1024); let most = 0;
      air.createMediaStreamSource(stream).connect(ear); ear.fftSize = 1024;
      for (let n = 0; n < 40; n += 1) { await rest(75); ear.getFloatTimeDomainData(heard); for (const v of heard) most = Math.max(most, Math.abs(v)); }
      air.close(); return most;
    };
    const line = async () => {
      const times = []; let bits = 0, spent = 0;
      for (let n = 0; n < 5; n += 1) {
        const began = performance.now(), answer = await fetch(weight, { cache: 'no-store' });
        times.push(performance.now() - began); const body = await answer.arrayBuffer();
        bits += body.byteLength * 8; spent += performance.now() - began;
      }
      return { wait: times.sort((a, b) => a - b)[2], rate: bits / spent };
    };
    const run = async () => {
      go.disabled = true; says.replaceChildren(el('p', w.going)); view.replaceChildren();
      let stream; const found = [];
      try { stream = await navigator.mediaDevices.getUserMedia({ audio: true }); found.push((await loudest(stream)) > 0.02 ? ['ok', w['mic-good']] : ['warn', w['mic-low']]); } catch { found.push(['warn', w['mic-none']]); }
      if (stream) stream.getTracks().forEach((t) => t.stop());
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 360 } });
        const film = el('video'); film.muted = true; film.playsInline = true; film.srcObject = stream; film.setAttribute('aria-hidden', 'true'); view.append(film);
        await film.play(); found.push(['ok', w['camera-good']]); await rest(1500);
        stream.getTracks().forEach((t) => t.stop()); view.replaceChildren();
      } catch { found.push(['note', w['camera-none']]); }
      try { const { wait, rate } = await line(); found.push(wait < 200 && rate > 800 ? ['ok', w['line-good']] : wait < 600 && rate > 150 ? ['note', w['line-fair']] : ['warn', w['line-poor']]); } catch { found.push(['bad', w['line-none']]); }
      says.replaceChildren(); found.forEach(([kind, words]) => say(kind, words));
      go.disabled = false; go.says(w.again);
    };
    const go = button(icons, 'mic', w.begin, 'lamp', run);
    sheet('[data-trial-view] video { inline-size: 100%; max-inline-size: 24rem; border-radius: 0.5rem }');
    one('[data-trial-tools]', trial).append(go);
    if (!can) { go.disabled = true; say('warn', w.browser); }
  }

  const stage = one('[data-room]');
  if (!stage) return;
  const set = JSON.parse(stage.dataset.room), w = set.words;
  const status = one('[data-room-says]', stage), tiles = one('[data-room-tiles]', stage), tools = one('[data-room-tools]', stage);
  sheet(`[data-room-tiles] { display: grid; gap: .5rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 10rem), 1fr)) }
    [data-room-tiles]:empty { display: none }
    [data-room-tiles] figure { margin: 0; position: relative; border-radius: .5rem; overflow: hidden; background: #14211f; aspect-ratio: 16 / 9; outline: 3px solid transparent; outline-offset: -3px }
    [data-room-tiles] figure.large { grid-column: 1 / -1 }
    [data-room-tiles] figure.speaks { outline-color: #e0a030 }
    [data-room-tiles] video { inline-size: 100%; block-size: 100%; object-fit: contain; display: block }
    [data-room-tiles] figcaption { position: absolute; inset: auto 0 0 0; padding: .2rem .5rem; background: rgb(0 0 0 / .65); color: #fff; font-size: .875rem }
    [data-room-tiles] figcaption button { all: unset; cursor: pointer; min-block-size: 1.75rem; inline-size: 100% }
    [data-room-tiles] figcaption button:focus-visible { outline: 3px solid #fff; outline-offset: 2px }`);
  const say = (words) => { if (status.textContent !== words) status.textContent = words; };
  const help = () => {
    if (one('[data-room-help]', stage)) return;
    const p = el('p', w['lost-text'] + ' ', 'alert warn'), a = el('a', w['call-back']);
    p.dataset.roomHelp = ''; a.href = set.help + (set.help === '/bar/demande' ? '?mode=appel' : ''); p.append(a); status.after(p);
  };
  const noHelp = () => { const p = one('[data-room-help]', stage); if (p) p.remove(); };
  if (!can) { say(w['not-allowed']); help(); return; }
  if (!set.served) { help(); }

  let pc, channel, mic, camera, screen, heard = 0, busy = false, entered = false, ended = false, parted = false, tries = 0;
  let voice, film, shown, may = { mic: true, camera: true, screen: true }, pictures = true, pin = '';
  let byMid = new Map(), places = [], speaking = [], line = {};
  const airs = el('div'); stage.append(airs);

  const token = () => { const input = one('input[name=csrf]'); return input ? input.value : ''; };
  const post = async (what, fields) => {
    const answer = await fetch(set.base + '/' + what, { method: 'POST', body: new URLSearchParams({ csrf: token(), ...fields }), signal: AbortSignal.timeout(6000) });
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
    return answer.json();
  };

  /* Names come from the list of people, which lives beside the stage. */
  const nameOf = (seat) => { const row = one(`[data-seat="${seat}"]`); return row ? row.dataset.name : ''; };
  const figures = new Map();
  const figure = (key, track, name, large, mine) => {
    let f = figures.get(key);
    if (!f) {
      f = el('figure'); const v = el('video'); v.autoplay = true; v.playsInline = true; v.muted = true; v.setAttribute('aria-hidden', 'true');
      const says = el('figcaption'), b = el(mine ? 'span' : 'button'); says.append(b); f.append(v, says); tiles.append(f); figures.set(key, f);
      if (!mine) { b.type = 'button'; b.addEventListener('click', () => { pin = pin === f.seat ? '' : f.seat; ask({ pin }); draw(); }); }
    }
    const v = f.firstChild;
    if (!v.srcObject || v.srcObject.getVideoTracks()[0] !== track) { v.srcObject = new MediaStream([track]); v.play().catch(() => {}); }
    f.classList.toggle('large', large);
    return [f, name];
  };
  const draw = () => {
    const kept = new Set();
    const put = (key, track, seat, name, large, mine) => {
      const [f] = figure(key, track, name, large, mine); f.seat = seat; kept.add(key);
      const talks = speaking.includes(seat); f.classList.toggle('speaks', talks);
      const b = f.lastChild.firstChild, wide = w.large.replace('#', name);
      if (b.textContent !== name) b.textContent = name;
      if (!mine) { b.title = wide; b.setAttribute('aria-label', wide); b.setAttribute('aria-pressed', String(pin === seat)); }
      f.setAttribute('aria-label', talks ? `${name}, ${w.speaking}` : name);
    };
    for (const place of places) {
      const track = byMid.get(place.mid);
      if (!track || place.kind === 'mic' || !place.flows) continue;
      const name = nameOf(place.seat);
      put(place.mid, track, place.seat, place.kind === 'screen' ? w['screen-of'].replace('#', name) : name, place.kind === 'screen' || pin === place.seat, false);
    }
    if (film) put('me', film, set.me, w.you, false, true);
    for (const [key, f] of figures) if (!kept.has(key)) { f.firstChild.srcObject = null; f.remove(); figures.delete(key); }
  };
  const ask = (what) => { if (channel && channel.readyState === 'open') channel.send(JSON.stringify(what)); };

  const told = (text) => {
    heard = performance.now();
    let said; try { said = JSON.parse(text); } catch { return; }
    if (said.t === 'places') { places = said.places; draw(); }
    else if (said.t === 'speaking') { speaking = said.seats; draw(); mark(); }
    else if (said.t === 'may') { if (may.mic && !said.may.mic) say(w.muted); may = said.may; if (!may.mic && voice && voice.enabled) quiet(); if (!may.camera && film) stopFilm(); if (!may.screen && shown) stopScreen(); labels(); }
    else if (said.t === 'line') { line = said; tellLine(); }
    else if (said.t === 'parting') { parted = true; say(w.parting); }
  };
  /* A line just opened is thought thin until it has carried something: it is called weak when that lasts. Said when it
     changes, so that what was said of a microphone stays to be read. */
  let thin = 0, lineSaid = 'connected';
  const tellLine = () => {
    if (!entered || busy) { thin = 0; return; }
    if (!line.kilobits || line.kilobits >= 120) thin = 0; else thin = thin || performance.now();
    const now = line.audio_only ? 'audio-auto' : thin && pictures && performance.now() - thin > 8000 ? 'slow' : 'connected';
    if (now !== lineSaid) { lineSaid = now; say(w[now]); }
  };
  const mark = () => { for (const row of document.querySelectorAll('[data-seat]')) { const talks = speaking.includes(row.dataset.seat); row.style.borderInlineStart = talks ? '4px solid' : ''; row.style.paddingInlineStart = talks ? '.5rem' : ''; } };

  /* One connection. What is sent comes first, then the empty places, a screen's first. */
  const only = (line, kind) => {
    const wanted = kind === 'audio' ? /opus/i : /VP8|rtx/i, all = RTCRtpReceiver.getCapabilities(kind).codecs;
    line.setCodecPreferences(all.filter((codec) => wanted.test(codec.mimeType)));
    return line;
  };
  const connect = async (relays) => {
    if (pc) { pc.onconnectionstatechange = null; pc.close(); }
    byMid = new Map(); places = []; airs.replaceChildren();
    const mine = pc = new RTCPeerConnection({ iceServers: relays, bundlePolicy: 'max-bundle' });
    const sends = (kind, sendEncodings) => only(mine.addTransceiver(kind, { direction: 'sendonly', sendEncodings }), kind);
    mic = sends('audio', [{}]);
    camera = sends('video', [{ rid: 'l', scaleResolutionDownBy: 2, maxBitrate: 150000, maxFramerate: 15 }, { rid: 'h', maxBitrate: 600000, maxFramerate: 24 }]);
    screen = sends('video', [{ maxBitrate: 1200000, maxFramerate: 8 }]);
    const takes = (kind) => only(mine.addTransceiver(kind, { direction: 'recvonly' }), kind);
    takes('video');
    for (let n = 0; n < 6; n += 1) takes('audio');
    for (let n = 0; n < (innerWidth < 700 ? 4 : 9); n += 1) takes('video');
    mine.ontrack = (event) => {
      byMid.set(event.transceiver.mid, event.track);
      if (event.track.kind === 'audio') { const a = el('audio'); a.autoplay = true; a.srcObject = new MediaStream([event.track]); airs.append(a); a.play().catch(() => {}); }
    };
    channel = mine.createDataChannel('room');
    channel.onmessage = (event) => told(event.data);
    channel.onopen = () => { ask({ video: pictures, pin }); };
    mine.onconnectionstatechange = () => {
      if (mine !== pc || ended) return;
      if (mine.connectionState === 'connected') { tries = 0; noHelp(); }
      if (['failed', 'closed'].includes(mine.connectionState)) again();
    };
    await Promise.all([[mic, voice], [camera, film], [screen, shown]].filter(([, track]) => track).map(([line, track]) => line.sender.replaceTrack(track)));
    await mine.setLocalDescription();
  };

  /* Coming in: a token used once, an offer, an answer. */
  const enter = async () => {
    const place = await post('place', {});
    if (place.refused) { refused(place); return false; }
    await connect(place.relays);
    const media = await post('media', { jeton: place.token, sdp: pc.localDescription.sdp });
    if (media.refused) { refused(media); return false; }
    await pc.setRemoteDescription({ type: 'answer', sdp: media.sdp });
    const until = performance.now() + 8000, before = heard;
    while (heard === before && performance.now() < until) await rest(50);
    return heard !== before;
  };
  let waits = false;
  const refused = (why) => {
    say(why.say);
    if (why.go) { finish(); location.assign(why.go); return; }
    waits = ['waiting', 'lobby'].includes(why.refused) && why.refused;
    if (waits && entered) { entered = false; hush(); labels(); }
    if (['removed', 'closed'].includes(why.refused)) finish();
    if (why.refused === 'token') { entered = false; hush(); labels(); }
    if (['full', 'unserved', 'browser', 'elsewhere'].includes(why.refused)) help();
  };
  const hush = () => { if (pc) { pc.onconnectionstatechange = null; pc.close(); pc = undefined; } places = []; draw(); };
  const finish = () => { ended = true; entered = false; [voice, film, shown].forEach((t) => t && t.stop()); film = undefined; hush(); tools.replaceChildren(); };

  /* Cut: the same connection over another way first, a new one in the same seat after. */
  const again = async () => {
    if (busy || !entered || ended) return;
    busy = true; say(parted ? w.parting : w.again);
    try {
      while (!ended && entered) {
        tries += 1;
        if (tries > (parted ? 12 : 6)) help();
        const before = heard;
        try {
          if (tries % 3 === 1 && pc && pc.signalingState === 'stable' && pc.connectionState !== 'closed') {
            await pc.setLocalDescription(await pc.createOffer({ iceRestart: true }));
            const resumed = await post('reprise', { sdp: pc.localDescription.sdp });
            if (resumed.refused) throw new Error(resumed.refused);
            await pc.setRemoteDescription({ type: 'answer', sdp: resumed.sdp });
            for (let n = 0; n < 30 && heard === before; n += 1) await rest(50);
          } else { await enter(); }
          if (heard !== before) break;
        } catch { /* The line is still cut. */ }
        if (waits || ended) break;
        await rest(Math.min(250 * tries, 3000));
      }
    } finally { busy = false; }
    if (entered && !ended) { noHelp(); parted = false; tries = 0; lineSaid = 'connected'; say(w.connected); }
  };
  /* A thin line brings the server's words late: it is cut when nothing comes any more. */
  let came = 0, since = 0, grew = 0;
  const flows = async () => {
    let bytes = 0;
    try { (await pc.getStats()).forEach((r) => { if (r.type === 'candidate-pair') bytes += r.bytesReceived || 0; }); } catch { return; }
    if (since === heard && bytes > came) grew = performance.now();
    came = bytes; since = heard;
  };
  setInterval(async () => {
    tellLine();
    const late = () => performance.now() - Math.max(heard, grew) > 2500;
    if (!entered || busy || performance.now() - heard < 500) return;
    await flows();
    if (entered && !busy && late()) again();
  }, 250);
  addEventListener('online', () => { if (entered) again(); });

  /* What one sends. */
  const quiet = () => { if (voice) voice.enabled = false; labels(); };
  const startVoice = async () => {
    try { const stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true } }); [voice] = stream.getAudioTracks(); if (mic && pc) await mic.sender.replaceTrack(voice); return true; } catch { say(w['no-mic']); return false; }
  };
  const flipVoice = async () => {
    if (!may.mic) { say(w.muted); return; }
    if (!voice) { await startVoice(); } else { voice.enabled = !voice.enabled; }
    labels();
  };
  const stopFilm = () => { if (film) film.stop(); film = undefined; if (camera && pc) camera.sender.replaceTrack(null); draw(); labels(); };
  const flipFilm = async () => {
    if (film) { stopFilm(); return; }
    if (!may.camera) { say(w['not-allowed']); return; }
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { ideal: 24 } } });
      [film] = stream.getVideoTracks(); if (camera && pc) await camera.sender.replaceTrack(film);
    } catch { say(w['no-camera']); }
    draw(); labels();
  };
  const stopScreen = () => { if (shown) shown.stop(); shown = undefined; if (screen && pc) screen.sender.replaceTrack(null); labels(); };
  const flipScreen = async () => {
    if (shown) { stopScreen(); return; }
    if (!may.screen) { say(w['not-allowed']); return; }
    try {
      const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { ideal: 8 } } });
      [shown] = stream.getVideoTracks(); shown.contentHint = 'detail'; shown.onended = stopScreen;
      if (screen && pc) await screen.sender.replaceTrack(shown);
    } catch { /* They changed their mind. */ }
    labels();
  };
  const flipPictures = () => { pictures = !pictures; ask({ video: pictures }); if (!pictures && film) stopFilm(); labels(); };
  const goIn = async () => {
    if (goBtn.hasAttribute('aria-disabled')) return;
    goBtn.setAttribute('aria-disabled', 'true'); say(w.connecting); tries = 0;
    if (!voice) await startVoice();
    if (voice && !set.adult) voice.enabled = false;
    const spoken = status.textContent;
    entered = true; busy = true;
    let inside = false;
    try { inside = await enter(); } catch { help(); }
    busy = false; goBtn.removeAttribute('aria-disabled');
    if (!inside && !waits) { entered = entered && !ended; if (entered) again(); }
    if (inside) { lineSaid = 'connected'; say(voice ? w.connected : spoken); }
    labels();
  };
  const leave = async () => {
    ended = true; entered = false;
    try { await fetch(set.base + '/sortie', { method: 'POST', body: new URLSearchParams({ csrf: token() }) }); } catch { /* The server will notice. */ }
    finish(); location.assign('/visio');
  };

  const goBtn = button(set.icons, 'door-open', w.enter, 'lamp', goIn);
  const micBtn = button(set.icons, 'mic', w['mic-on'], 'wash', flipVoice);
  const camBtn = button(set.icons, 'camera', w['camera-on'], 'wash', flipFilm);
  const scrBtn = button(set.icons, '', w['screen-on'], 'wash', flipScreen);
  const picBtn = button(set.icons, '', w['voice-only'], 'bare', flipPictures);
  const outBtn = button(set.icons, 'log-out', w.leave, 'bare', leave);
  const labels = () => {
    if (ended) return;
    const talks = !!(voice && voice.enabled && may.mic);
    micBtn.says(talks ? w['mic-off'] : w['mic-on']); camBtn.says(film ? w['camera-off'] : w['camera-on']);
    scrBtn.says(shown ? w['screen-off'] : w['screen-on']); picBtn.says(pictures ? w['voice-only'] : w['with-video']);
    [[micBtn, talks], [camBtn, !!film], [scrBtn, !!shown], [picBtn, !pictures]].forEach(([b, on]) => b.setAttribute('aria-pressed', String(on)));
    micBtn.classList.toggle('wash', !talks); camBtn.classList.toggle('wash', !film); scrBtn.classList.toggle('wash', !shown);
    const wanted = entered ? [micBtn, camBtn, ...(may.screen && navigator.mediaDevices.getDisplayMedia ? [scrBtn] : []), picBtn, outBtn] : [goBtn];
    if (wanted.length !== tools.children.length || wanted.some((b, n) => tools.children[n] !== b)) {
      const held = document.activeElement, here = tools.contains(held);
      tools.replaceChildren(...wanted);
      if (here) (wanted.includes(held) ? held : wanted[0]).focus({ preventScroll: true });
    }
  };
  if (set.served) labels();

  /* What is new beside the stage is told to who does not see it: somebody at the door, a hand, a question, a group, a line. */
  const news = el('div', '', 'sr'), newsOf = (e) => e.dataset.news || (e.matches('li') ? all('small, p', e).map((p) => p.textContent).join(' : ') : e.textContent).trim();
  news.setAttribute('role', 'log'); stage.append(news);
  let known;
  const tellNews = (living) => {
    const now = all('[data-news]', living).map(newsOf);
    if (known) now.filter((words) => !known.includes(words)).forEach((words) => { news.append(el('p', words)); if (news.children.length > 20) news.firstChild.remove(); });
    known = now;
  };

  /* The list beside the stage says when the door opens, and who is who. */
  const living = one('[data-live]');
  if (living) tellNews(living);
  if (living) new MutationObserver(() => {
    tellNews(living);
    const said = one('[data-room-state]', living);
    if (!said) return;
    const room = said.dataset.roomState, seat = said.dataset.seatState, tools = one('[data-room-inside]');
    if (tools && room === 'open' && ['in', 'admitted', 'out'].includes(seat)) tools.hidden = false;
    if (waits && !busy && (seat === 'admitted' || (room === 'open' && seat !== 'removed' && (seat !== 'lobby' || (waits === 'waiting' && said.dataset.roomLed))))) { waits = false; goIn(); }
    if (room === 'closed' && !ended) { finish(); location.reload(); }
    if (seat === 'removed' && entered) { say(w['not-allowed']); finish(); }
    draw(); mark();
  }).observe(living, { childList: true });
  addEventListener('pagehide', () => { if (entered && !ended && navigator.sendBeacon) navigator.sendBeacon(set.base + '/sortie', new URLSearchParams({ csrf: token() })); });
  stage.room = { get pc() { return pc; }, get heard() { return heard; }, get places() { return places; }, get line() { return line; }, again };
})();

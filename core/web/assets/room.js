/* Préau — the stage of a video room, and the trial before it. Everything else of a room are forms that work without this.
   Places for others are offered once; the server says over the data channel who sits in them. */
'use strict';
(() => {
  const one = (what, root = document) => root.querySelector(what), all = (what, root = document) => [...root.querySelectorAll(what)];
  const el = (tag, words, kind) => { const e = document.createElement(tag); if (words) e.textContent = words; if (kind) e.className = kind; return e; };
  const rest = (ms) => new Promise((done) => setTimeout(done, ms));
  const can = !!(window.RTCPeerConnection && navigator.mediaDevices && RTCRtpTransceiver.prototype.setCodecPreferences);
  const glyph = (icons, icon) => {
    const ns = 'http://www.w3.org/2000/svg', svg = document.createElementNS(ns, 'svg'), use = document.createElementNS(ns, 'use');
    svg.setAttribute('class', 'i'); svg.setAttribute('aria-hidden', 'true'); svg.append(use);
    svg.shows = (name) => { const to = icons + '#' + name; if (use.getAttribute('href') !== to) use.setAttribute('href', to); };
    svg.shows(icon); return svg;
  };
  const button = (icons, icon, words, kind, act) => {
    const b = el('button', '', 'btn ' + kind), text = el('span', words);
    b.type = 'button';
    if (icon) b.append(glyph(icons, icon));
    b.append(text); b.says = (w) => { text.textContent = w; };
    b.addEventListener('click', act);
    return b;
  };
  /* How loud it is: the greatest of what was heard since last asked. */
  const ear = (stream) => {
    const air = new AudioContext(), hears = air.createAnalyser(), heard = new Float32Array(1024);
    air.createMediaStreamSource(stream).connect(hears); hears.fftSize = 1024;
    return { loud: () => { hears.getFloatTimeDomainData(heard); return heard.reduce((most, v) => Math.max(most, Math.abs(v)), 0); }, close: () => air.close() };
  };

  /* The trial: microphone, camera, line; nothing leaves the device but a few requests for a file of ours. */
  const trial = one('[data-trial]');
  if (trial) {
    const { icons, weight, words: w } = JSON.parse(trial.dataset.trial);
    const says = one('[data-trial-says]'), view = one('[data-trial-view]');
    const say = (kind, words) => says.append(el('p', words, 'alert ' + kind));
    const loudest = async (stream) => {
      const hears = ear(stream); let most = 0;
      for (let n = 0; n < 40; n += 1) { await rest(75); most = Math.max(most, hears.loud()); }
      hears.close(); return most;
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
    one('[data-trial-tools]', trial).append(go);
    if (!can) { go.disabled = true; say('warn', w.browser); }
  }

  const stage = one('[data-room]');
  if (!stage) return;
  const set = JSON.parse(stage.dataset.room), w = set.words;
  const status = one('[data-room-says]', stage), strip = status.parentNode, tiles = one('[data-room-tiles]', stage), board = one('[data-room-board]', stage);
  const tools = one('[data-room-tools]', stage), panel = one('.panel', stage), extra = one('[data-room-more]', stage), living = one('[data-live]', panel);
  /* What goes as it should is said to who listens; what does not stands above the pictures too. */
  const calm = [w.connected, ''];
  const say = (words) => { if (status.textContent !== words) status.textContent = words; strip.classList.toggle('told', !calm.includes(words) || !!one('[data-room-help]', stage)); };
  const help = () => {
    if (one('[data-room-help]', stage)) return;
    const p = el('p', w['lost-text'] + ' '), a = el('a', w['call-back']);
    p.dataset.roomHelp = ''; a.href = set.help + (set.help === '/bar/demande' ? '?mode=appel' : ''); p.append(a); status.after(p); strip.classList.add('told');
  };
  const noHelp = () => { const p = one('[data-room-help]', stage); if (p) p.remove(); say(status.textContent); };
  if (!can) { say(w['not-allowed']); help(); return; }
  if (!set.served) { help(); }

  let pc, channel, mic, camera, screen, heard = 0, busy = false, entered = false, ended = false, parted = false, tries = 0;
  let voice, film, shown, may = { mic: true, camera: true, screen: set.adult }, pictures = true, pin = '';
  let byMid = new Map(), places = [], speaking = [], line = {};
  const airs = el('div'); stage.append(airs);
  const inside = (on) => { document.body.classList.toggle('in-room', on); all('.said').forEach((old) => old.remove()); if (on) unfold(wide.matches); };

  const token = () => { const input = one('input[name=csrf]'); return input ? input.value : ''; };
  const post = async (what, fields) => {
    const answer = await fetch(set.base + '/' + what, { method: 'POST', body: new URLSearchParams({ csrf: token(), ...fields }), signal: AbortSignal.timeout(6000) });
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
    return answer.json();
  };

  /* Everybody who is in has a tile, with their picture when it comes or their initials; names come from the list of people, which
     lives beside the stage. A screen, or whom one wants large, stands on the board above. */
  const nameOf = (seat) => { const row = one(`[data-seat="${seat}"]`); return row ? row.dataset.name : ''; };
  const picture = (kind) => { const v = el('video', '', kind); v.autoplay = true; v.playsInline = true; v.muted = true; v.setAttribute('aria-hidden', 'true'); return v; };
  const show = (v, track) => { if (!v.srcObject || v.srcObject.getVideoTracks()[0] !== track) { v.srcObject = new MediaStream([track]); v.play().catch(() => {}); } };
  const seen = new Map();
  const tile = (seat) => {
    let t = seen.get(seat);
    if (t) return t;
    const li = el('li', '', 'tile'), face = el('span', '', 'face'), mine = seat === set.me, tag = el('p', '', 'tag'), sign = glyph(set.icons, 'mic'), name = el('span');
    face.setAttribute('aria-hidden', 'true'); tag.append(sign, name); li.append(face, tag);
    t = { li, face, sign, name, pin: el('button', '', 'pin') }; seen.set(seat, t);
    t.pin.type = 'button'; t.pin.addEventListener('click', () => { pin = pin === seat ? '' : seat; ask({ pin }); draw(); });
    return t;
  };
  const text = (e, words) => { if (e.textContent !== words) e.textContent = words; };
  const order = (rows) => rows.sort((a, b) => (a.adult ? 0 : a.seat === set.me ? 2 : 1) - (b.adult ? 0 : b.seat === set.me ? 2 : 1));
  const draw = () => {
    if (!document.body.classList.contains('in-room')) return;
    const rows = all('[data-tile]').map((row) => ({ seat: row.dataset.seat, name: row.dataset.name, face: row.dataset.face, hue: row.dataset.hue, adult: 'adult' in row.dataset, hand: 'hand' in row.dataset, cut: 'cut' in row.dataset }));
    if (!rows.some((row) => row.seat === set.me)) rows.push({ seat: set.me, face: set.face, hue: set.hue, adult: set.adult });
    const flow = (kind, seat) => { const place = places.find((one) => one.kind === kind && one.flows && (!seat || one.seat === seat) && byMid.get(one.mid)); return place && { seat: place.seat, track: byMid.get(place.mid) }; };
    const large = flow('screen') || (pin && flow('camera', pin)), sharing = !!flow('screen');
    for (const row of order(rows)) {
      const mine = row.seat === set.me, t = tile(row.seat), talks = speaking.includes(row.seat), name = mine ? w.you : row.name, said = talks ? `${name}, ${w.speaking}` : name;
      t.li.className = ['tile', row.adult && !mine && 'adult', talks && 'speaks', row.hand && 'raised'].filter(Boolean).join(' ');
      t.face.className = 'face ' + (row.hue || ''); text(t.face, row.face || ''); text(t.name, said);
      const shut = mine ? !(voice && voice.enabled && may.mic) : row.cut;
      t.sign.shows(talks ? 'volume-2' : row.hand ? 'hand' : 'mic-off'); t.sign.toggleAttribute('hidden', !talks && !row.hand && !shut);
      const cam = mine ? film && { track: film } : flow('camera', row.seat);
      if (cam && !(large && large.track === cam.track)) { if (!t.cam) { t.cam = picture(mine ? 'cam mine' : 'cam'); t.li.prepend(t.cam); } show(t.cam, cam.track); } else if (t.cam) { t.cam.srcObject = null; t.cam.remove(); t.cam = undefined; }
      if (mine || !(cam || pin === row.seat)) t.pin.remove(); else if (!t.pin.parentNode) t.li.append(t.pin);
      t.pin.setAttribute('aria-label', w.large.replace('#', name)); t.pin.setAttribute('aria-pressed', String(pin === row.seat));
    }
    const now = rows.map((row) => seen.get(row.seat).li);
    if (now.length !== tiles.children.length || now.some((li, n) => tiles.children[n] !== li)) { const held = document.activeElement; tiles.replaceChildren(...now); if (tiles.contains(held)) held.focus({ preventScroll: true }); }
    tiles.style.setProperty('--rows', Math.ceil((rows.length - 1) / 2)); tiles.classList.toggle('few', rows.length < 3); tiles.classList.toggle('many', rows.length > (wide.matches ? 6 : 5));
    let f = board.firstChild;
    if (!large) { if (f) { f.firstChild.srcObject = null; f.remove(); } } else {
      if (!f) { f = el('figure', '', 'board'); const tag = el('figcaption', '', 'tag'); tag.append(el('span')); f.append(picture(''), tag); board.append(f); }
      const name = nameOf(large.seat), title = sharing ? w['screen-of'].replace('#', name) : name;
      f.setAttribute('aria-label', title); text(f.lastChild.firstChild, title); show(f.firstChild, large.track);
    }
    one('.stage', stage).classList.toggle('share', !!large);
  };
  const ask = (what) => { if (channel && channel.readyState === 'open') channel.send(JSON.stringify(what)); };

  const told = (text) => {
    heard = performance.now();
    let said; try { said = JSON.parse(text); } catch { return; }
    if (said.t === 'places') { places = said.places; draw(); }
    else if (said.t === 'speaking') { speaking = said.seats; draw(); mark(); }
    else if (said.t === 'may') { if (may.mic !== said.may.mic) say(may.mic ? w.muted : w.floor); may = said.may; if (!may.mic && voice && voice.enabled) quiet(); if (!may.camera && film) stopFilm(); if (!may.screen && shown) stopScreen(); labels(); }
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
  const mark = () => { for (const row of all('[data-seat]')) { const talks = speaking.includes(row.dataset.seat); row.style.borderInlineStart = talks ? '4px solid' : ''; row.style.paddingInlineStart = talks ? '.5rem' : ''; } };

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
  const hush = () => { if (pc) { pc.onconnectionstatechange = null; pc.close(); pc = undefined; } places = []; inside(false); };
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
    if (entered && !ended) { noHelp(); parted = false; tries = 0; lineSaid = 'connected'; inside(true); say(w.connected); draw(); }
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
    if ([w.floor, w.muted].includes(status.textContent)) say(w.connected);
    labels(); draw();
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
    if (voice) voice.enabled = set.open;
    const spoken = status.textContent;
    entered = true; busy = true;
    let come = false;
    try { come = await enter(); } catch { help(); }
    busy = false; if (!waits) goBtn.removeAttribute('aria-disabled');
    if (!come && !waits) { entered = entered && !ended; if (entered) again(); }
    if (come) { lineSaid = 'connected'; inside(true); say(voice ? w.connected : spoken); deaf(); }
    atDoor(); labels(); draw();
  };
  /* Where one came from, when it was another page of ours. */
  let from = set.from;
  try { const { origin, pathname, search } = new URL(document.referrer); if (origin === location.origin && !/^\/(entrer|c\/|visio\/[0-9a-f]{32})/.test(pathname)) from = pathname + search; } catch { /* By its address alone. */ }
  const back = one('.room-top .back', stage);
  if (from !== set.from) { back.href = from; back.lastChild.textContent = w.back; }
  const leave = async () => {
    ended = true; entered = false;
    try { await fetch(set.base + '/sortie', { method: 'POST', body: new URLSearchParams({ csrf: token() }) }); } catch { /* The server will notice. */ }
    finish(); location.assign(from);
  };

  /* The controls: a round picture, what it is, how it stands. */
  const control = (icon, words, kind, act) => {
    const b = el('button', '', 'ctl ' + kind), o = el('span', '', 'o'), g = glyph(set.icons, icon), name = el('span', words + ' '), how = el('small');
    b.type = 'button'; o.append(g); name.append(how); b.append(o, name); b.addEventListener('click', act);
    b.stands = (on, words, picture) => { if (on !== undefined) b.setAttribute('aria-pressed', String(on)); text(how, words); if (picture) g.shows(picture); };
    return b;
  };
  const goBtn = button(set.icons, 'door-open', '', 'lamp', goIn);
  const micBtn = control('mic-off', w.mic, '', flipVoice), camBtn = control('video-off', w.camera, '', flipFilm);
  const handBtn = control('hand', w.hand, 'up', () => { const real = one('#lever'); lowered = true; if (real) real.click(); });
  const scrBtn = control('monitor-up', w.screen, '', flipScreen);
  const hushBtn = control('volume-x', w.silence, '', () => { const real = one('#silence'); if (real) real.click(); });
  const moreBtn = control('ellipsis', w.more, '', () => unfold(!panel.classList.contains('open')));
  const outBtn = control('log-out', w.leave, 'leave', leave);
  const picBtn = button('', '', w['voice-only'], 'wash', flipPictures);
  outBtn.stands(undefined, w['leave-where']); hushBtn.stands(undefined, w['silence-all']); moreBtn.setAttribute('aria-controls', panel.id);
  extra.append(picBtn);
  const labels = () => {
    if (ended || !set.served) return;
    const talks = !!(voice && voice.enabled && may.mic), said = one('[data-room-state]', living), high = said ? said.dataset.roomHand : '', news = panel.classList.contains('open') ? 0 : Number(said ? said.dataset.roomHands : 0) + unread;
    micBtn.stands(talks, talks ? w['mic-on'] : w['mic-off'], talks ? 'mic' : 'mic-off'); camBtn.stands(!!film, film ? w['camera-on'] : w['camera-off'], film ? 'video' : 'video-off');
    scrBtn.stands(!!shown, shown ? w['screen-on'] : w['screen-off']); handBtn.stands(!!high, high ? w['hand-on'].replace('#', high) : w['hand-off']);
    moreBtn.stands(undefined, panel.classList.contains('open') ? w['more-on'] : w['more-off']); moreBtn.setAttribute('aria-expanded', String(panel.classList.contains('open')));
    let dot = one('.dot', moreBtn); if (dot && !news) dot.remove(); if (news) { if (!dot) { dot = el('span', '', 'dot'); moreBtn.append(dot); } text(dot, String(news)); }
    picBtn.says(pictures ? w['voice-only'] : w['with-video']); picBtn.setAttribute('aria-pressed', String(!pictures));
    const shares = may.screen && navigator.mediaDevices.getDisplayMedia;
    const wanted = entered ? [micBtn, camBtn, ...(one('#lever') ? [handBtn] : []), ...(shares ? [scrBtn] : []), ...(one('#silence') ? [hushBtn] : []), moreBtn, outBtn] : [goBtn];
    if (wanted.length !== tools.children.length || wanted.some((b, n) => tools.children[n] !== b)) {
      const held = document.activeElement, here = tools.contains(held);
      tools.replaceChildren(...wanted);
      if (here) (wanted.includes(held) ? held : wanted[0]).focus({ preventScroll: true });
    }
  };
  /* What stands beside the pictures: there on a desk, one tap away on a phone. */
  const wide = matchMedia('(min-width: 56em) and (min-height: 431px)');
  let unread = 0, read = 0, lowered = true;
  const unfold = (open) => { panel.classList.toggle('open', open); stage.classList.toggle('beside', open); if (open) unread = 0; labels(); };
  wide.addEventListener('change', () => { if (entered) unfold(wide.matches); });
  addEventListener('keydown', (event) => { if (event.key === 'Escape' && entered && !wide.matches && panel.contains(document.activeElement)) { unfold(false); moreBtn.focus(); } });

  /* The sound, tried at the door: a bar that moves, three seconds played back. Nothing leaves the device. */
  const trying = one('[data-room-test]', stage);
  let deaf = () => {};
  const listen = async () => {
    const bar = one('[data-room-level]', trying), tells = one('[data-room-heard]', trying);
    if (listenBtn.hasAttribute('aria-disabled')) return;
    listenBtn.setAttribute('aria-disabled', 'true');
    try {
      if (!voice && !(await startVoice())) { tells.textContent = w['no-mic']; return; }
      voice.enabled = true; deaf();
      const sound = new MediaStream([voice]), hears = ear(sound), kept = []; let most = 0;
      const beat = setInterval(() => { const loud = hears.loud(); most = Math.max(most, loud); bar.value = Math.min(100, Math.round(loud * 160)); }, 90);
      deaf = () => { clearInterval(beat); hears.close(); bar.value = 0; deaf = () => {}; };
      const tape = new MediaRecorder(sound); tape.ondataavailable = (event) => kept.push(event.data);
      const done = new Promise((end) => { tape.onstop = end; });
      tape.start(); tells.textContent = w.listening; await rest(3000); tape.stop(); await done;
      if (entered) return;
      const air = new Audio(URL.createObjectURL(new Blob(kept, { type: tape.mimeType })));
      tells.textContent = w.playing; const played = new Promise((end) => { air.onended = end; air.onerror = end; }); await air.play(); await Promise.race([played, rest(4500)]);
      URL.revokeObjectURL(air.src); tells.textContent = most > 0.02 ? w['heard-well'] : w['heard-low'];
    } catch { one('[data-room-heard]', trying).textContent = w['no-mic']; } finally { listenBtn.removeAttribute('aria-disabled'); }
  };
  const listenBtn = button(set.icons, 'volume-2', w.listen, 'wash', listen);
  if (set.served && window.MediaRecorder) { one('[data-room-ear]', trying).append(listenBtn); trying.hidden = false; }
  tools.addEventListener('click', () => all('.said').forEach((old) => old.remove()), true);

  /* What is new beside the stage is told to who does not see it: somebody at the door, a hand, a question, a group, a line. */
  const news = el('div', '', 'sr'), newsOf = (e) => e.dataset.news || (e.matches('li') ? all('small, p', e).map((p) => p.textContent).join(' : ') : e.textContent).trim();
  news.setAttribute('role', 'log'); stage.append(news);
  let known;
  const tellNews = (living) => {
    const now = all('[data-news]', living).map(newsOf);
    if (known) now.filter((words) => !known.includes(words)).forEach((words) => { news.append(el('p', words)); if (news.children.length > 20) news.firstChild.remove(); });
    known = now;
  };

  /* The list beside the stage says when the door opens, who is who, and what calls: a question, somebody at the door. What was folded
     there stays folded. */
  const folded = new Map();
  living.addEventListener('toggle', (event) => { if (event.target.id) folded.set(event.target.id, event.target.open); }, true);
  const atDoor = () => {
    const { door, doorMore, doorDo } = one('[data-room-state]', living).dataset;
    text(one('[data-door-title]', stage), door); text(one('[data-door-text]', stage), doorMore); goBtn.says(waits ? w.waiting : doorDo);
  };
  const follow = () => {
    const said = one('[data-room-state]', living);
    if (!said) return;
    for (const d of all('details[id]', living)) if (folded.get(d.id) === false) d.open = false;
    const room = said.dataset.roomState, seat = said.dataset.seatState, beside = one('[data-room-inside]'), lines = Number(said.dataset.roomLines);
    if (!panel.classList.contains('open') && lines > read) unread += lines - read;
    read = lines;
    panel.classList.toggle('calls', !!one('[data-calls]', living));
    atDoor();
    const since = one('[data-room-since]', stage); since.hidden = room !== 'open'; text(since, w.minutes.replace('#', said.dataset.roomMinutes));
    if (!lowered && !said.dataset.roomHand && entered) { say(w.floor); }
    lowered = !said.dataset.roomHand;
    if (beside && room === 'open' && ['in', 'admitted', 'out'].includes(seat)) beside.hidden = false;
    if (waits && !busy && (seat === 'admitted' || (room === 'open' && seat !== 'removed' && (seat !== 'lobby' || (waits === 'waiting' && said.dataset.roomLed))))) { waits = false; goBtn.removeAttribute('aria-disabled'); goBtn.says(said.dataset.doorDo); goIn(); }
    if (room === 'closed' && !ended) { finish(); location.reload(); }
    if (seat === 'removed' && entered) { say(w['not-allowed']); finish(); }
    labels(); draw(); mark();
  };
  tellNews(living); read = Number(one('[data-room-state]', living).dataset.roomLines); follow();
  new MutationObserver(() => { tellNews(living); follow(); }).observe(living, { childList: true });
  addEventListener('pagehide', () => { if (entered && !ended && navigator.sendBeacon) navigator.sendBeacon(set.base + '/sortie', new URLSearchParams({ csrf: token() })); });
  stage.room = { get pc() { return pc; }, get heard() { return heard; }, get places() { return places; }, get line() { return line; }, again };
})();

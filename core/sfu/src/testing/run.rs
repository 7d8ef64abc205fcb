//! Letting synthetic browsers live for a while.
use super::{Client, Got, Said};
use crate::clock;
use std::{
    io,
    time::{Duration, Instant},
};
use str0m::{
    Event, Input, Output, Rtc,
    format::Codec,
    media::{MediaKind, Mid, Pt, Rid},
    net::{Protocol, Receive},
    rtp::{ExtensionValues, RtpPacket, RtpWrite, Vp8Descriptor},
};

/// The time between two packets of a voice.
const VOICE: Duration = Duration::from_millis(20);

/// Lets them all live for so long.
pub fn run(clients: &mut [Client], lasts: Duration) {
    until(clients, lasts, |_| false);
}

/// Lets them all live until something is so, or so long at most; whether it was so.
pub fn until(clients: &mut [Client], lasts: Duration, so: impl Fn(&[Client]) -> bool) -> bool {
    let end = clock::now() + lasts;
    while clock::now() < end {
        if so(clients) {
            return true;
        }
        for client in clients.iter_mut() {
            client.live();
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    so(clients)
}

impl Client {
    /// Takes what came, sends what is due.
    pub fn live(&mut self) {
        let now = clock::now();
        let proto = if self.wire.is_tcp() { Protocol::Tcp } else { Protocol::Udp };
        while let Some((source, packet)) = self.wire.receive() {
            if let Ok(contents) = packet.as_slice().try_into() {
                let destination = self.wire.own();
                let input = Input::Receive(now, Receive { proto, source, destination, contents });
                if self.rtc.handle_input(input).is_err() {
                    self.closed = true;
                }
                self.drain(now);
            }
        }
        if self.rtc.handle_input(Input::Timeout(now)).is_err() {
            self.closed = true;
        }
        self.drain(now);
        if self.connected {
            self.speak(now);
            self.film(now);
            if let (Some(text), Some(channel)) = (&self.waiting, self.channel)
                && let Some(mut channel) = self.rtc.channel(channel)
                && channel.write(false, text.as_bytes()).unwrap_or(false)
            {
                self.waiting = None;
            }
            self.drain(now);
        }
    }

    fn drain(&mut self, now: Instant) {
        for _ in 0..10_000 {
            match self.rtc.poll_output() {
                Ok(Output::Timeout(at)) if at <= now => drop(self.rtc.handle_input(Input::Timeout(now))),
                Ok(Output::Timeout(_)) => return,
                Ok(Output::Transmit(packet)) => self.wire.send(packet.destination, &packet.contents),
                Ok(Output::Event(event)) => self.happen(event),
                Err(_) => {
                    self.closed = true;
                    return;
                }
            }
        }
    }

    fn happen(&mut self, event: Event) {
        match event {
            Event::Connected => self.connected = true,
            Event::Closed => self.closed = true,
            Event::ChannelOpen(channel, _) => self.channel = Some(channel),
            Event::ChannelData(data) => match serde_json::from_slice(&data.data) {
                Ok(Said::Places { places }) => self.heard.places = places,
                Ok(Said::Speaking { seats }) => self.heard.speaking = seats,
                Ok(Said::May { may }) => self.heard.may = may,
                Ok(Said::Line { kilobits, audio_only }) => self.heard.line = Some((kilobits, audio_only)),
                Ok(Said::Parting) => self.heard.parting = true,
                Err(_) => {}
            },
            Event::KeyframeRequest(asked) => {
                let camera =
                    if Some(asked.mid) == self.mids[2] { 2 } else { usize::from(asked.rid == Some("h".into())) };
                self.cameras[camera].ask();
            }
            Event::RtpPacket(packet) => self.count(&packet),
            _ => {}
        }
    }

    fn count(&mut self, packet: &RtpPacket) {
        let mut api = self.rtc.direct_api();
        let Some(mid) = api.stream_rx(&packet.header.ssrc).map(|stream| stream.mid()) else { return };
        let video = self.rtc.media(mid).is_some_and(|media| media.kind() == MediaKind::Video);
        let got: &mut Got = self.got.entry(mid.to_string()).or_default();
        got.packets += 1;
        got.bytes += packet.payload.len() as u64;
        got.last_size = packet.payload.len();
        let number = *packet.seq_no;
        got.gaps += u64::from(got.last.is_some_and(|last| number != last + 1));
        got.last = Some(got.last.map_or(number, |last| last.max(number)));
        if let Some(video) = video.then(|| Vp8Descriptor::parse(&packet.payload).ok()).flatten() {
            got.keyframes += u64::from(video.starts_keyframe(&packet.payload));
            let picture = video.picture_id().unwrap_or(0);
            let follows = |last: u16| picture == last || picture == (last + 1) & 0x7fff;
            got.picture_gaps += u64::from(got.picture.is_some_and(|last| !follows(last)));
            got.picture = Some(picture);
        }
    }

    fn speak(&mut self, now: Instant) {
        let (Some(mid), Some(pt), true) = (self.mids[0], pt(&self.rtc, Codec::Opus), self.manner.mic) else { return };
        while self.voice.1 <= now {
            self.voice.1 = (self.voice.1 + VOICE).max(now.checked_sub(VOICE * 5).unwrap_or(now));
            self.voice.0 += 1;
            let number = self.voice.0;
            let said =
                ExtensionValues { audio_level: Some(-20), voice_activity: Some(true), ..ExtensionValues::default() };
            let time = u32::try_from(number * 960 % u64::from(u32::MAX)).unwrap_or(0);
            let write = RtpWrite::new(pt, (1_000 + number).into(), time, now, vec![0x78; 80]).ext_vals(said);
            if let Some(stream) = self.rtc.direct_api().stream_tx_by_mid(mid, None) {
                stream.write_rtp(write);
            }
        }
    }

    fn film(&mut self, now: Instant) {
        let Some(pt) = pt(&self.rtc, Codec::Vp8) else { return };
        let on = [self.manner.camera, self.manner.camera, self.manner.screen];
        let ways: [(Option<Mid>, Option<Rid>); 3] =
            [(self.mids[1], Some("l".into())), (self.mids[1], Some("h".into())), (self.mids[2], None)];
        for ((camera, (mid, rid)), on) in self.cameras.iter_mut().zip(ways).zip(on) {
            let Some(mid) = mid.filter(|_| on) else { continue };
            for piece in camera.due(now) {
                let said = ExtensionValues { rid, ..ExtensionValues::default() };
                let write = RtpWrite::new(pt, piece.number.into(), piece.time, now, piece.payload)
                    .marker(piece.last)
                    .nackable(true)
                    .ext_vals(said);
                if let Some(stream) = self.rtc.direct_api().stream_tx_by_mid(mid, rid) {
                    stream.write_rtp(write);
                }
            }
        }
    }

    /// Sits down through a handle.
    pub fn sit(&mut self, handle: &crate::Handle, room: &str, seat: &str, caps: crate::Caps) -> io::Result<()> {
        let offer = self.offer();
        let answer = handle.join(room, seat, &offer, caps).map_err(io::Error::other)?;
        if self.answer(&answer) { Ok(()) } else { Err(io::Error::other("the answer cannot be taken")) }
    }
}

fn pt(rtc: &Rtc, codec: Codec) -> Option<Pt> {
    rtc.codec_config().params().iter().find(|p| p.spec().codec == codec).map(str0m::format::PayloadParams::pt)
}

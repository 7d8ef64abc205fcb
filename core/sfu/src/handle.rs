//! How the rest of the house speaks to the unit.
use crate::{
    Caps, Config, Figures, Kind, Refusal, Relay, Signal, clock,
    engine::{self, Command},
};
use std::{
    io,
    net::SocketAddr,
    sync::{Arc, Mutex, PoisonError, mpsc::SyncSender},
    time::Duration,
};
use str0m::{
    Candidate, Rtc,
    bwe::Bitrate,
    change::SdpOffer,
    config::{CryptoProvider, DtlsCert},
    crypto::from_feature_flags,
    net::TcpType,
};
use tokio::sync::mpsc;

/// How long the unit may take to answer.
const PATIENCE: Duration = Duration::from_secs(3);

/// What happens in the rooms, in order.
pub type Signals = mpsc::UnboundedReceiver<Signal>;

/// Starts the unit.
#[derive(Debug)]
pub enum Sfu {}

/// The way to the unit; cheap to clone. The unit stops when the last one is dropped.
#[derive(Clone)]
pub struct Handle {
    commands: mpsc::UnboundedSender<Command>,
    setup: Arc<Setup>,
}

/// What every connection is made with.
struct Setup {
    crypto: Arc<CryptoProvider>,
    certificate: DtlsCert,
    candidates: Vec<Candidate>,
    addresses: Vec<SocketAddr>,
    relay: Option<Relay>,
    signals: Mutex<Option<Signals>>,
}

/// What a browser says to the relay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pass {
    /// Where it is.
    pub urls: Vec<String>,
    /// The name to give: until when, and for whom.
    pub name: String,
    /// The word to give.
    pub word: String,
}

impl Sfu {
    /// Takes the port, and begins to serve on a thread of its own.
    pub fn start(config: &Config) -> io::Result<Handle> {
        let crypto = Arc::new(from_feature_flags());
        let certificate = crypto.dtls_provider.generate_certificate();
        let certificate = certificate.ok_or_else(|| io::Error::other("no certificate could be made"))?;
        let (commands, orders) = mpsc::unbounded_channel();
        let (signals, happenings) = mpsc::unbounded_channel();
        let bound = engine::spawn(config.clone(), orders, signals)?;
        let addresses = config.addresses(bound);
        let candidates = candidates(config, &addresses)?;
        let signals = Mutex::new(Some(happenings));
        let setup = Setup { crypto, certificate, candidates, addresses, relay: config.relay.clone(), signals };
        Ok(Handle { commands, setup: Arc::new(setup) })
    }
}

fn candidates(config: &Config, addresses: &[SocketAddr]) -> io::Result<Vec<Candidate>> {
    let mut candidates = vec![];
    for address in addresses {
        if config.udp {
            candidates.push(Candidate::host(*address, "udp").map_err(io::Error::other)?);
        }
        if config.tcp {
            let passive = Candidate::builder().tcp().host(*address).tcptype(TcpType::Passive);
            candidates.push(passive.build().map_err(io::Error::other)?);
        }
    }
    Ok(candidates)
}

impl Handle {
    /// Sits down with a browser's offer, in place of whoever sat there; gives the answer to bring back.
    pub fn join(&self, room: &str, seat: &str, offer: &str, caps: Caps) -> Result<String, Refusal> {
        let offer = SdpOffer::from_sdp_string(offer).map_err(|_| Refusal::BadOffer)?;
        let mut rtc = self.connection();
        let answer = rtc.sdp_api().accept_offer(offer).map_err(|_| Refusal::BadOffer)?;
        let ufrag = rtc.direct_api().local_ice_credentials().ufrag;
        let (room, seat, rtc) = (room.to_owned(), seat.to_owned(), Box::new(rtc));
        self.ask(|reply| Command::Join { room, seat, caps, rtc, ufrag, reply })??;
        Ok(answer.to_sdp_string())
    }

    /// The same seat over another network: the connection goes on with this offer.
    pub fn restart(&self, room: &str, seat: &str, offer: &str) -> Result<String, Refusal> {
        let offer = SdpOffer::from_sdp_string(offer).map_err(|_| Refusal::BadOffer)?;
        let (room, seat, offer) = (room.to_owned(), seat.to_owned(), Box::new(offer));
        self.ask(|reply| Command::Restart { room, seat, offer, reply })?
    }

    /// The seat is left.
    pub fn leave(&self, room: &str, seat: &str) {
        self.tell(Command::Leave { room: room.to_owned(), seat: seat.to_owned() });
    }

    /// The seat no longer sends this.
    pub fn mute(&self, room: &str, seat: &str, kind: Kind) {
        self.tell(Command::Allow { room: room.to_owned(), seat: seat.to_owned(), kind, allowed: false });
    }

    /// The seat may send this again.
    pub fn allow(&self, room: &str, seat: &str, kind: Kind) {
        self.tell(Command::Allow { room: room.to_owned(), seat: seat.to_owned(), kind, allowed: true });
    }

    /// The seat sits otherwise from now on: another group, other rights.
    pub fn change(&self, room: &str, seat: &str, caps: Caps) {
        self.tell(Command::Change { room: room.to_owned(), seat: seat.to_owned(), caps });
    }

    /// The room is over for all.
    pub fn close(&self, room: &str) {
        self.tell(Command::Close { room: room.to_owned() });
    }

    /// Who sits, by room and seat.
    pub fn seated(&self) -> Result<Vec<(String, String)>, Refusal> {
        self.ask(|reply| Command::Seated { reply })
    }

    /// Tells every browser that the unit stops, and ends every connection half a second later. Nobody sits down any more.
    pub fn part(&self) {
        self.tell(Command::Part);
    }

    /// What happens in the rooms: given to the first who asks.
    pub fn signals(&self) -> Option<Signals> {
        self.setup.signals.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// Makes the seat's connection fault, for a test that it ends alone.
    #[cfg(any(test, feature = "testing"))]
    pub fn fault(&self, room: &str, seat: &str) {
        self.tell(Command::Fault { room: room.to_owned(), seat: seat.to_owned() });
    }

    /// Counts, without names.
    pub fn figures(&self) -> Result<Figures, Refusal> {
        self.ask(|reply| Command::Figures { reply })
    }

    /// Where browsers are told to come.
    pub fn addresses(&self) -> &[SocketAddr] {
        &self.setup.addresses
    }

    /// What a browser says to the relay, under a name that begins with its end in seconds (`draft-uberti-behave-turn-rest`).
    pub fn relay(&self, name: &str) -> Option<Pass> {
        let relay = self.setup.relay.as_ref()?;
        let seal = self.setup.crypto.sha1_hmac_provider.sha1_hmac(relay.secret.as_bytes(), &[name.as_bytes()]);
        let word = data_encoding::BASE64.encode(&seal);
        Some(Pass { urls: relay.urls.clone(), name: name.to_owned(), word })
    }

    fn connection(&self) -> Rtc {
        let mut rtc = Rtc::builder()
            .set_crypto_provider(Arc::clone(&self.setup.crypto))
            .set_dtls_cert(self.setup.certificate.clone())
            .set_ice_lite(true)
            .set_rtp_mode(true)
            .clear_codecs()
            .enable_opus(true, false)
            .enable_vp8(true)
            .enable_bwe(Some(Bitrate::kbps(1_000)))
            .set_stats_interval(Some(Duration::from_secs(1)))
            .set_send_buffer_audio(64)
            .set_send_buffer_video(512)
            .build(clock::now());
        for candidate in &self.setup.candidates {
            rtc.add_local_candidate(candidate.clone());
        }
        rtc
    }

    fn tell(&self, command: Command) {
        // A unit that has stopped has nobody to tell.
        drop(self.commands.send(command));
    }

    fn ask<T>(&self, command: impl FnOnce(SyncSender<T>) -> Command) -> Result<T, Refusal> {
        let (reply, answer) = std::sync::mpsc::sync_channel(1);
        self.commands.send(command(reply)).map_err(|_| Refusal::Silent)?;
        answer.recv_timeout(PATIENCE).map_err(|_| Refusal::Silent)
    }
}

impl std::fmt::Debug for Handle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Handle").field("addresses", &self.setup.addresses).finish_non_exhaustive()
    }
}

//! The thread that owns every connection: packets in, packets out, and what happens in between.
use crate::{
    Caps, Config, Figures, Kind, Refusal, Signal, Why, clock,
    demux::Demux,
    peer::Peer,
    room::Room,
    sockets::{self, Sockets, inward},
    tcp::{self, Arrived},
};
use std::{
    collections::{BTreeSet, HashMap, HashSet, VecDeque},
    io,
    net::SocketAddr,
    sync::{Arc, mpsc::SyncSender},
    time::{Duration, Instant},
};
use str0m::{Event, Rtc, change::SdpOffer, net::Protocol};
use tokio::{
    net::{TcpListener, UdpSocket},
    sync::mpsc,
};

mod care;
mod flow;
mod orders;

/// Datagrams taken in one go before others are served.
const BATCH: usize = 64;

/// What the engine is told to do.
pub enum Command {
    /// Sit down.
    Join {
        room: String,
        seat: String,
        caps: Caps,
        rtc: Box<Rtc>,
        ufrag: String,
        reply: SyncSender<Result<(), Refusal>>,
    },
    /// Go on over another network.
    Restart { room: String, seat: String, offer: Box<SdpOffer>, reply: SyncSender<Result<String, Refusal>> },
    /// Leave.
    Leave { room: String, seat: String },
    /// Allow or forbid to send.
    Allow { room: String, seat: String, kind: Kind, allowed: bool },
    /// Sit otherwise.
    Change { room: String, seat: String, caps: Caps },
    /// End a room.
    Close { room: String },
    /// Fault, to see that it ends one seat alone.
    #[cfg(any(test, feature = "testing"))]
    Fault { room: String, seat: String },
    /// Say who sits, by room and seat.
    Seated { reply: SyncSender<Vec<(String, String)>> },
    /// Tell everybody that the unit stops, and end every connection in a moment.
    Part,
    /// Count.
    Figures { reply: SyncSender<Figures> },
}

/// All there is.
pub struct Engine {
    config: Config,
    /// The address every datagram is said to have come to: the one announced for its family.
    announced: Vec<SocketAddr>,
    sockets: Sockets,
    demux: Demux,
    peers: HashMap<u64, Peer>,
    rooms: HashMap<u64, Room>,
    names: HashMap<Arc<str>, u64>,
    next: u64,
    /// When each peer is to be woken: one entry each, never more.
    timers: BTreeSet<(Instant, u64)>,
    tick: Instant,
    ticks: u64,
    dirty: Vec<u64>,
    happened: VecDeque<Event>,
    stirred: HashSet<u64>,
    signals: mpsc::UnboundedSender<Signal>,
    figures: Figures,
    /// When every connection ends, once the unit was told to stop.
    parting: Option<Instant>,
}

/// Starts the thread; gives the address it listens on.
pub fn spawn(
    config: Config,
    orders: mpsc::UnboundedReceiver<Command>,
    signals: mpsc::UnboundedSender<Signal>,
) -> io::Result<SocketAddr> {
    let (began, beginning) = std::sync::mpsc::sync_channel(1);
    let thread = std::thread::Builder::new().name("rooms".into());
    thread.spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        match runtime {
            Ok(runtime) => runtime.block_on(serve(config, orders, signals, began)),
            Err(error) => drop(began.send(Err(error))),
        }
    })?;
    beginning.recv().map_err(|_| io::Error::other("the unit did not start"))?
}

async fn serve(
    config: Config,
    orders: mpsc::UnboundedReceiver<Command>,
    signals: mpsc::UnboundedSender<Signal>,
    began: SyncSender<io::Result<SocketAddr>>,
) {
    let opened = sockets::open(config.listen).and_then(|(udp, tcp)| Ok((udp.local_addr()?, udp, tcp)));
    match opened {
        Err(error) => drop(began.send(Err(error))),
        Ok((bound, udp, tcp)) => {
            let udp = Arc::new(udp);
            let engine = Engine::new(config, bound, Arc::clone(&udp), signals);
            drop(began.send(Ok(bound)));
            engine.run(orders, &udp, tcp).await;
        }
    }
}

impl Engine {
    fn new(config: Config, bound: SocketAddr, udp: Arc<UdpSocket>, signals: mpsc::UnboundedSender<Signal>) -> Self {
        let now = clock::now();
        Self {
            announced: config.addresses(bound),
            config,
            sockets: Sockets::new(udp),
            demux: Demux::default(),
            peers: HashMap::new(),
            rooms: HashMap::new(),
            names: HashMap::new(),
            next: 0,
            timers: BTreeSet::new(),
            tick: now,
            ticks: 0,
            dirty: vec![],
            happened: VecDeque::new(),
            stirred: HashSet::new(),
            signals,
            figures: Figures::default(),
            parting: None,
        }
    }

    async fn run(mut self, mut orders: mpsc::UnboundedReceiver<Command>, udp: &UdpSocket, tcp: TcpListener) {
        let (arrivals, mut arrived) = mpsc::channel(1_024);
        if self.config.tcp {
            tokio::spawn(tcp::accept(tcp, self.config.limits.connections, arrivals));
        }
        let mut buffer = vec![0; 2_048];
        loop {
            let wake = self.wake_at().into();
            tokio::select! {
                order = orders.recv() => match order {
                    Some(order) => self.obey(order, clock::now()),
                    None => return,
                },
                Some(first) = arrived.recv() => {
                    self.arrive(first);
                    for _ in 0..BATCH {
                        let Ok(next) = arrived.try_recv() else { break };
                        self.arrive(next);
                    }
                }
                _ = udp.readable() => {
                    for _ in 0..BATCH {
                        let Ok((length, from)) = udp.try_recv_from(&mut buffer) else { break };
                        if let Some(packet) = buffer.get(..length).filter(|_| self.config.udp) {
                            self.packet_in(Protocol::Udp, inward(from), packet, clock::now());
                        }
                    }
                }
                () = tokio::time::sleep_until(wake) => {}
            }
            let now = clock::now();
            self.wake(now);
            self.settle(now);
        }
    }

    fn arrive(&mut self, arrived: Arrived) {
        match arrived {
            Arrived::Open(from, out) => drop(self.sockets.connections.insert(from, out)),
            Arrived::Packet(from, packet) => self.packet_in(Protocol::Tcp, from, &packet, clock::now()),
            Arrived::Closed(from) => {
                self.sockets.connections.remove(&from);
                self.demux.forget(Protocol::Tcp, from);
            }
        }
    }

    /// When something is to be done next.
    fn wake_at(&self) -> Instant {
        self.timers.first().map_or(self.tick, |(at, _)| self.tick.min(*at))
    }

    /// Wakes the peers whose time has come, and looks after the rooms four times a second.
    fn wake(&mut self, now: Instant) {
        while let Some((_, id)) = self.timers.first().copied().filter(|(at, _)| *at <= now) {
            self.timers.pop_first();
            let Some(peer) = self.peers.get_mut(&id) else { continue };
            peer.scheduled = None;
            if peer.deadline <= now {
                self.step(id, Some(str0m::Input::Timeout(now)), now);
            } else {
                self.schedule(id);
            }
        }
        if now >= self.tick {
            self.tick = now + Duration::from_millis(250);
            self.ticks += 1;
            self.look_after(now);
        }
    }

    /// Drains every peer that was given something, until nothing moves.
    fn settle(&mut self, now: Instant) {
        loop {
            if let Some(id) = self.dirty.pop() {
                if let Some(peer) = self.peers.get_mut(&id) {
                    peer.dirty = false;
                    // What waits to leave does so when the clock is told.
                    self.step(id, Some(str0m::Input::Timeout(now)), now);
                }
            } else if let Some(room) = self.stirred.iter().next().copied() {
                self.stirred.remove(&room);
                self.arrange(room, now);
            } else {
                return;
            }
        }
    }

    /// Notes when a peer is to be woken. One whose time moves later keeps its entry, and is asked again then.
    fn schedule(&mut self, id: u64) {
        let Some(peer) = self.peers.get_mut(&id) else { return };
        if peer.scheduled.is_some_and(|at| at <= peer.deadline) {
            return;
        }
        if let Some(overtaken) = peer.scheduled.replace(peer.deadline) {
            self.timers.remove(&(overtaken, id));
        }
        self.timers.insert((peer.deadline, id));
    }

    fn signal(&self, room: u64, seat: &str, what: Why) {
        let Some(room) = self.rooms.get(&room) else { return };
        // Nobody may be listening.
        drop(self.signals.send(Signal { room: room.name.to_string(), seat: seat.to_owned(), what }));
    }
}

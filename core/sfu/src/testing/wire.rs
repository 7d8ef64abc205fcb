//! The line of a synthetic browser: a datagram socket or a connection, as narrow as one likes.
use crate::{clock, framing};
use bytes::BytesMut;
use std::{
    collections::VecDeque,
    io::{self, Read, Write},
    net::{IpAddr, SocketAddr, TcpStream, UdpSocket},
    time::{Duration, Instant},
};
use str0m::{Candidate, net::TcpType};

/// Packets that wait at the entry of a narrow line; more are lost.
const QUEUE: usize = 60;

/// One line.
pub struct Wire {
    way: Way,
    own: SocketAddr,
    line: Option<u32>,
    queue: VecDeque<(Instant, Vec<u8>)>,
    free_at: Instant,
}

enum Way {
    Datagrams(UdpSocket),
    Stream { stream: TcpStream, arrived: BytesMut, leaving: BytesMut },
}

impl Wire {
    /// Opens a line to the server.
    pub fn open(tcp: bool, own: IpAddr, server: SocketAddr, line: Option<u32>) -> io::Result<Self> {
        let (way, own) = if tcp {
            let stream = TcpStream::connect(server)?;
            stream.set_nonblocking(true)?;
            stream.set_nodelay(true)?;
            let own = stream.local_addr()?;
            (Way::Stream { stream, arrived: BytesMut::new(), leaving: BytesMut::new() }, own)
        } else {
            let socket = UdpSocket::bind((own, 0))?;
            socket.set_nonblocking(true)?;
            let own = socket.local_addr()?;
            (Way::Datagrams(socket), own)
        };
        Ok(Self { way, own, line, queue: VecDeque::new(), free_at: clock::now() })
    }

    /// Its own end.
    pub fn own(&self) -> SocketAddr {
        self.own
    }

    /// Whether it is a connection.
    pub fn is_tcp(&self) -> bool {
        matches!(self.way, Way::Stream { .. })
    }

    /// Its own end, as ICE calls it.
    pub fn candidate(&self) -> io::Result<Candidate> {
        if self.is_tcp() {
            let active = Candidate::builder().tcp().host(self.own).tcptype(TcpType::Active);
            active.build().map_err(io::Error::other)
        } else {
            Candidate::host(self.own, "udp").map_err(io::Error::other)
        }
    }

    /// As narrow as this from now on.
    pub fn narrow(&mut self, line: Option<u32>) {
        self.line = line;
    }

    /// Sends a packet; what cannot leave is lost.
    pub fn send(&mut self, to: SocketAddr, packet: &[u8]) {
        match &mut self.way {
            Way::Datagrams(socket) => drop(socket.send_to(packet, to)),
            Way::Stream { stream, leaving, .. } => {
                framing::put(leaving, packet);
                if let Ok(written) = stream.write(leaving) {
                    drop(leaving.split_to(written));
                }
            }
        }
    }

    /// The next packet that came through.
    pub fn receive(&mut self) -> Option<(SocketAddr, Vec<u8>)> {
        let now = clock::now();
        while let Some((from, packet)) = self.read() {
            let Some(line) = self.line else { return Some((from, packet)) };
            if self.queue.len() < QUEUE {
                let micros = packet.len() as u64 * 8_000 / u64::from(line.max(1));
                self.free_at = self.free_at.max(now) + Duration::from_micros(micros);
                self.queue.push_back((self.free_at, packet));
            }
        }
        if self.queue.front().is_some_and(|(at, _)| *at <= now) {
            let server = self.server();
            return self.queue.pop_front().map(|(_, packet)| (server, packet));
        }
        None
    }

    fn server(&self) -> SocketAddr {
        match &self.way {
            Way::Datagrams(socket) => socket.peer_addr().unwrap_or(self.own),
            Way::Stream { stream, .. } => stream.peer_addr().unwrap_or(self.own),
        }
    }

    fn read(&mut self) -> Option<(SocketAddr, Vec<u8>)> {
        match &mut self.way {
            Way::Datagrams(socket) => {
                let mut buffer = [0; 2_048];
                let (length, from) = socket.recv_from(&mut buffer).ok()?;
                Some((from, buffer[..length].to_vec()))
            }
            Way::Stream { stream, arrived, .. } => {
                let mut buffer = [0; 4_096];
                while let Ok(length @ 1..) = stream.read(&mut buffer) {
                    arrived.extend_from_slice(&buffer[..length]);
                }
                let from = stream.peer_addr().ok()?;
                framing::take(arrived).ok().flatten().map(|packet| (from, packet.to_vec()))
            }
        }
    }
}

//! The way out: one UDP socket, and the connections over TCP. Sending never waits; what does not fit is dropped.
use bytes::Bytes;
use std::{
    collections::HashMap,
    io,
    net::{IpAddr, Ipv6Addr, SocketAddr},
    sync::Arc,
};
use str0m::net::Protocol;
use tokio::{
    net::{TcpListener, UdpSocket},
    sync::mpsc,
};

/// Kernel buffers wide enough for a burst of pictures.
const BUFFER: usize = 4 * 1024 * 1024;

/// Where packets leave.
pub struct Sockets {
    /// The datagram socket.
    pub udp: Arc<UdpSocket>,
    /// Connections, by where they come from.
    pub connections: HashMap<SocketAddr, mpsc::Sender<Bytes>>,
    /// Packets sent, bytes sent, packets dropped.
    pub sent: (u64, u64, u64),
    v6: bool,
}

impl Sockets {
    /// Sends through this socket.
    pub fn new(udp: Arc<UdpSocket>) -> Self {
        let v6 = udp.local_addr().is_ok_and(|address| address.is_ipv6());
        Self { udp, connections: HashMap::new(), sent: (0, 0, 0), v6 }
    }

    /// Sends a packet, or drops it.
    pub fn send(&mut self, proto: Protocol, to: SocketAddr, packet: &[u8]) {
        let sent = if proto == Protocol::Udp {
            self.udp.try_send_to(packet, self.outward(to)).is_ok()
        } else {
            let connection = self.connections.get(&to);
            connection.is_some_and(|connection| connection.try_send(Bytes::copy_from_slice(packet)).is_ok())
        };
        if sent {
            self.sent.0 += 1;
            self.sent.1 += packet.len() as u64;
        } else {
            self.sent.2 += 1;
        }
    }

    /// A socket of both families writes the older one in the newer's form.
    fn outward(&self, to: SocketAddr) -> SocketAddr {
        match to.ip() {
            IpAddr::V4(ip) if self.v6 => SocketAddr::new(IpAddr::V6(ip.to_ipv6_mapped()), to.port()),
            _ => to,
        }
    }
}

/// An address in its own family.
pub fn inward(from: SocketAddr) -> SocketAddr {
    SocketAddr::new(from.ip().to_canonical(), from.port())
}

/// Opens both sockets on one port. Must run inside the runtime that will serve them.
pub fn open(listen: SocketAddr) -> io::Result<(UdpSocket, TcpListener)> {
    // With port 0, the port UDP was given may be taken for TCP: another is tried.
    let mut refused = None;
    for _ in 0..16 {
        let udp = datagrams(listen)?;
        let port = udp.local_addr()?.port();
        match stream(SocketAddr::new(listen.ip(), port)) {
            Ok(tcp) => return Ok((udp, tcp)),
            Err(error) if listen.port() == 0 => refused = Some(error),
            Err(error) => return Err(error),
        }
    }
    Err(refused.unwrap_or_else(|| io::Error::other("no port is free")))
}

fn datagrams(listen: SocketAddr) -> io::Result<UdpSocket> {
    let socket = socket2::Socket::new(socket2::Domain::for_address(listen), socket2::Type::DGRAM, None)?;
    both_families(&socket, listen)?;
    // A kernel that grants less is no reason to stop.
    drop(socket.set_recv_buffer_size(BUFFER));
    drop(socket.set_send_buffer_size(BUFFER));
    socket.set_nonblocking(true)?;
    socket.bind(&listen.into())?;
    UdpSocket::from_std(socket.into())
}

fn stream(listen: SocketAddr) -> io::Result<TcpListener> {
    let socket = socket2::Socket::new(socket2::Domain::for_address(listen), socket2::Type::STREAM, None)?;
    both_families(&socket, listen)?;
    socket.set_reuse_address(true)?;
    socket.set_nonblocking(true)?;
    socket.bind(&listen.into())?;
    socket.listen(256)?;
    TcpListener::from_std(socket.into())
}

fn both_families(socket: &socket2::Socket, listen: SocketAddr) -> io::Result<()> {
    if listen.ip() == IpAddr::V6(Ipv6Addr::UNSPECIFIED) { socket.set_only_v6(false) } else { Ok(()) }
}

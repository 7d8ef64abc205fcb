//! Connections over TCP, for schools whose firewall stops everything else.
use crate::{framing, sockets::inward};
use bytes::{Bytes, BytesMut};
use std::{
    collections::HashMap,
    net::{IpAddr, SocketAddr},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{
        TcpListener, TcpStream,
        tcp::{OwnedReadHalf, OwnedWriteHalf},
    },
    sync::{Semaphore, mpsc},
};

/// Packets that wait to be written on one connection; more are dropped, as a queue would only make them late.
const WAITING: usize = 200;
/// The longest that is waited for the first packet.
const FIRST: Duration = Duration::from_secs(5);
/// A connection that says nothing for so long is closed.
const SILENT: Duration = Duration::from_secs(20);

/// What comes from the connections.
#[derive(Debug)]
pub enum Arrived {
    /// Somebody connected; packets for them go here.
    Open(SocketAddr, mpsc::Sender<Bytes>),
    /// A packet.
    Packet(SocketAddr, BytesMut),
    /// They are gone.
    Closed(SocketAddr),
}

/// Accepts for ever, `most` at once; of one address a quarter of them, so that no host shuts out the others.
pub async fn accept(listener: TcpListener, most: usize, arrived: mpsc::Sender<Arrived>) {
    let places = Arc::new(Semaphore::new(most));
    let homes = Homes::default();
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { return };
        match listener.accept().await {
            Ok((stream, from)) => {
                let Some(home) = homes.enter(from.ip(), most.div_ceil(4)) else { continue };
                let arrived = arrived.clone();
                tokio::spawn(async move {
                    serve(stream, inward(from), arrived).await;
                    drop((place, home));
                });
            }
            // Out of descriptors, most often: the ones that close make room.
            Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
        }
    }
}

/// How many connections each address has; an IPv6 network of one home counts as one.
#[derive(Clone, Default)]
struct Homes(Arc<Mutex<HashMap<IpAddr, usize>>>);

/// A connection that counts for its address until it is dropped.
struct Home(Homes, IpAddr);

impl Homes {
    fn enter(&self, address: IpAddr, most: usize) -> Option<Home> {
        let address = kernel::home(address);
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(address).or_default();
        (*count < most).then(|| {
            *count += 1;
            Home(self.clone(), address)
        })
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let mut counts = self.0.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = counts.get_mut(&self.1) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&self.1);
            }
        }
    }
}

async fn serve(stream: TcpStream, from: SocketAddr, arrived: mpsc::Sender<Arrived>) {
    drop(stream.set_nodelay(true));
    let (read, write) = stream.into_split();
    let (out, waiting) = mpsc::channel(WAITING);
    if arrived.send(Arrived::Open(from, out)).await.is_err() {
        return;
    }
    // The writer ends when the engine lets go of its sender, and the reader when the stream ends: the first ends both.
    tokio::select! {
        () = reading(read, from, &arrived) => {}
        () = writing(write, waiting) => {}
    }
    drop(arrived.send(Arrived::Closed(from)).await);
}

async fn reading(mut read: OwnedReadHalf, from: SocketAddr, arrived: &mpsc::Sender<Arrived>) {
    let mut buffer = BytesMut::with_capacity(8 * 1024);
    let mut patience = FIRST;
    while let Ok(Ok(1..)) = tokio::time::timeout(patience, read.read_buf(&mut buffer)).await {
        patience = SILENT;
        loop {
            match framing::take(&mut buffer) {
                Ok(Some(packet)) => {
                    if arrived.send(Arrived::Packet(from, packet)).await.is_err() {
                        return;
                    }
                }
                Ok(None) => break,
                Err(_) => return,
            }
        }
    }
}

async fn writing(mut write: OwnedWriteHalf, mut waiting: mpsc::Receiver<Bytes>) {
    let mut buffer = BytesMut::with_capacity(16 * 1024);
    while let Some(packet) = waiting.recv().await {
        framing::put(&mut buffer, &packet);
        while buffer.len() < 12 * 1024
            && let Ok(packet) = waiting.try_recv()
        {
            framing::put(&mut buffer, &packet);
        }
        if write.write_all(&buffer).await.is_err() {
            return;
        }
        buffer.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::Homes;

    #[test]
    fn an_address_has_its_part_and_gives_it_back() {
        let homes = Homes::default();
        let [school, home, beside] = ["203.0.113.7", "2001:db8::1", "2001:db8::2"].map(|address| address.parse().ok());
        let enter = |address: Option<std::net::IpAddr>| address.and_then(|address| homes.enter(address, 2));
        let held = [enter(school), enter(school)];
        assert!(held.iter().all(Option::is_some) && enter(school).is_none(), "its part is taken");
        let held_at_home = [enter(home), enter(beside)];
        assert!(held_at_home.iter().all(Option::is_some) && enter(home).is_none(), "one network is one home");
        drop(held);
        assert!(enter(school).is_some());
    }
}

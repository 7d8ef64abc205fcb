//! Connections over TCP, for schools whose firewall stops everything else.
use crate::{framing, sockets::inward};
use bytes::{Bytes, BytesMut};
use std::{net::SocketAddr, sync::Arc, time::Duration};
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

/// Accepts for ever, `most` at once.
pub async fn accept(listener: TcpListener, most: usize, arrived: mpsc::Sender<Arrived>) {
    let places = Arc::new(Semaphore::new(most));
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { return };
        match listener.accept().await {
            Ok((stream, from)) => {
                let arrived = arrived.clone();
                tokio::spawn(async move {
                    serve(stream, inward(from), arrived).await;
                    drop(place);
                });
            }
            // Out of descriptors, most often: the ones that close make room.
            Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
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
    while let Ok(Ok(1..)) = tokio::time::timeout(SILENT, read.read_buf(&mut buffer)).await {
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

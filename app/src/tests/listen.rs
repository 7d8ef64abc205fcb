//! Connections that say nothing, or half of something, are not kept.
use crate::listen::{Pace, serve};
use axum::{Router, routing::get};
use std::time::Duration;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    sync::oneshot,
};

const WHOLE: &[u8] = b"GET / HTTP/1.1\r\nHost: preau\r\n\r\n";

#[tokio::test]
async fn a_connection_that_falls_silent_is_closed_and_the_word_to_stop_ends_the_rest() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let app = Router::new().route("/", get(|| async { "here" }));
    let (stop, stopped) = oneshot::channel::<()>();
    let pace = Pace { head: Duration::from_millis(100), behind_proxy: false };
    let serving = tokio::spawn(serve(listener, app, pace, async { drop(stopped.await) }));
    // Nothing, half a head, and a rest after one answer: each is closed by the other side.
    for begun in [&b""[..], b"GET / HTTP/1.1\r\nHost: pr", WHOLE] {
        let mut line = TcpStream::connect(address).await.unwrap();
        line.write_all(begun).await.unwrap();
        let mut said = vec![];
        let read = tokio::time::timeout(Duration::from_secs(20), line.read_to_end(&mut said)).await;
        assert!(read.is_ok(), "{begun:?} is waited for for ever");
        assert_eq!(begun == WHOLE, String::from_utf8_lossy(&said).ends_with("here"), "{begun:?}");
    }
    stop.send(()).unwrap();
    assert!(tokio::time::timeout(Duration::from_secs(20), serving).await.is_ok());
    assert!(TcpStream::connect(address).await.is_err(), "nothing new is taken");
}

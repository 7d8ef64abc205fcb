//! An S3 server that takes the line and never answers.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
use files::{Error, Files, Place};
use std::time::Duration;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

/// A server that begins each of its answers with these bytes, and says no more.
async fn server(begins: &'static [u8]) -> Files {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((mut line, _)) = listener.accept().await {
            tokio::spawn(async move {
                let mut asked = [0; 4096];
                while let Ok(1..) = line.read(&mut asked).await {
                    line.write_all(begins).await.unwrap();
                }
            });
        }
    });
    let [bucket, region, key, secret] = ["one", "fr-par", "preau", "un secret de test"].map(str::to_owned);
    Files::open(&Place::S3 { endpoint, bucket, region, key, secret }).unwrap()
}

#[tokio::test]
async fn a_store_that_does_not_answer_is_an_error_and_no_wait_without_end() {
    let half = b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\nETag: \"a\"\r\nLast-Modified: Sun, 29 Nov 2026 00:00:00 GMT\r\n\r\nhalf";
    for begins in [&b""[..], b"HTTP/1.1 200 OK\r\n", half] {
        let files = server(begins).await.within(Duration::from_millis(100));
        assert!(matches!(files.get("a1").await, Err(Error::Silent(_))));
        assert!(matches!(files.list().await, Err(Error::Silent(_))));
        if begins != half {
            assert!(matches!(files.put("a1", "one".into()).await, Err(Error::Silent(_))));
            assert!(matches!(files.delete("a1").await, Err(Error::Silent(_))));
        }
    }
}

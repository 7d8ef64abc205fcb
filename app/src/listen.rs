//! Connections: taken in, kept only as long as they speak, and ended when the process is told to stop.
use axum::{Router, body::Body, extract::ConnectInfo, http::Request};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use kernel::Seldom;
use socket2::{SockRef, TcpKeepalive};
use std::{future::Future, io, net::SocketAddr, time::Duration};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::watch,
    task::JoinSet,
};
use tower::ServiceExt;
use web::{Guest, Guests};

/// How long what was sent may stay without a sign from the other side: a telephone that is gone keeps nothing here.
const GONE: Duration = Duration::from_mins(1);
/// What is read ahead of a connection, in bytes; also the longest head.
const AHEAD: usize = 64 * 1024;
/// The rest when no connection can be taken: the system has no more descriptors to give.
const REST: Duration = Duration::from_millis(200);

/// How connections are kept.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// How long the head of a request may take, and how long a connection may rest between two.
    pub head: Duration,
    /// Whether the connections of one address are the proxy's to count.
    pub behind_proxy: bool,
}

impl Pace {
    /// As people on slow lines need it.
    pub const fn usual(behind_proxy: bool) -> Self {
        Self { head: Duration::from_secs(20), behind_proxy }
    }
}

/// Answers until `stop`, then lets what is under way end.
pub async fn serve(listener: TcpListener, app: Router, pace: Pace, stop: impl Future<Output = ()>) {
    let (tell, told) = watch::channel(());
    let (guests, mut open, mut troubled) = (Guests::default(), JoinSet::new(), Seldom::default());
    let mut stop = std::pin::pin!(stop);
    loop {
        let taken = tokio::select! {
            () = stop.as_mut() => break,
            taken = listener.accept() => taken,
        };
        while open.try_join_next().is_some() {}
        match taken {
            Ok((line, peer)) => {
                let guest = (!pace.behind_proxy).then(|| guests.enter(peer.ip()));
                open.spawn(answer(line, peer, guest, app.clone(), pace.head, told.clone()));
            }
            Err(error) if is_of_one(&error) => {}
            Err(error) => {
                if let Some(more) = troubled.came() {
                    tracing::error!(
                        error = kernel::causes(&error),
                        more,
                        "no connection can be taken for now: see LimitNOFILE"
                    );
                }
                tokio::time::sleep(REST).await;
            }
        }
    }
    drop(listener);
    drop(tell);
    while open.join_next().await.is_some() {}
}

/// Whether only the connection that was about to be taken is at fault.
fn is_of_one(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

/// One connection, to its end.
async fn answer(
    line: TcpStream,
    peer: SocketAddr,
    guest: Option<Guest>,
    app: Router,
    head: Duration,
    mut stop: watch::Receiver<()>,
) {
    // What cannot be set is not worth a connection.
    drop(line.set_nodelay(true));
    let socket = SockRef::from(&line);
    drop(socket.set_tcp_keepalive(&TcpKeepalive::new().with_time(GONE).with_interval(GONE / 4)));
    #[cfg(target_os = "linux")]
    drop(socket.set_tcp_user_timeout(Some(GONE)));
    let behind = guest.clone();
    let asked = service_fn(move |request: Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        if let Some(guest) = &guest {
            request.extensions_mut().insert(guest.clone());
        }
        app.clone().oneshot(request)
    });
    let mut server = http1::Builder::new();
    server.timer(TokioTimer::new()).header_read_timeout(head).max_buf_size(AHEAD);
    let mut connection = std::pin::pin!(server.serve_connection(TokioIo::new(line), asked));
    tokio::select! {
        // How it ended is the other side's affair.
        _ = connection.as_mut() => return,
        // Where one address opens more and more, the oldest behind which nobody is known makes room.
        () = taken(behind.as_ref()) => return,
        _ = stop.changed() => connection.as_mut().graceful_shutdown(),
    }
    drop(connection.await);
}

async fn taken(guest: Option<&Guest>) {
    match guest {
        Some(guest) => guest.taken().await,
        None => std::future::pending().await,
    }
}

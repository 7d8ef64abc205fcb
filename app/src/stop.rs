//! The word to stop: heard once, from before the address is taken, and told to all who wait for it.
use tokio::sync::watch;

/// Whether the process has been told to stop. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Stop(watch::Receiver<bool>);

impl Stop {
    /// Listens from now on: a word that comes before somebody waits for it is not lost.
    pub fn begin() -> Self {
        let (tell, told) = watch::channel(false);
        let word = word();
        tokio::spawn(async move {
            word.await;
            tracing::info!("told to stop: no new request is taken, those under way end");
            let _ = tell.send(true);
        });
        Self(told)
    }

    /// Until the word has come.
    pub async fn told(mut self) {
        drop(self.0.wait_for(|told| *told).await);
    }
}

/// `SIGTERM` or Ctrl-C, from this very call on.
#[cfg(unix)]
fn word() -> impl Future<Output = ()> {
    use tokio::signal::unix::{SignalKind, signal};
    let (terminated, interrupted) = (signal(SignalKind::terminate()), signal(SignalKind::interrupt()));
    async move {
        let (Ok(mut terminated), Ok(mut interrupted)) = (terminated, interrupted) else {
            // Nobody can be heard: the process ends as the system ends it.
            return std::future::pending().await;
        };
        tokio::select! { _ = terminated.recv() => {}, _ = interrupted.recv() => {} }
    }
}

/// Ctrl-C.
#[cfg(not(unix))]
async fn word() {
    drop(tokio::signal::ctrl_c().await);
}

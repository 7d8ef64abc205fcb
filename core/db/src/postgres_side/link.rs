//! One connection to PostgreSQL, driven by the very thread that asks: nothing is handed to another thread.
use crate::{Error, Result};
use std::{
    future::poll_fn,
    pin::pin,
    task::{Context, Poll},
    time::Duration,
};
use tokio::runtime::{Builder, Runtime};
use tokio_postgres::{AsyncMessage, Client, Config, Connection, NoTls, Socket, tls::TlsStream};
use tokio_postgres_rustls::MakeRustlsConnect;

/// What the driver answers.
pub type Answer<T> = std::result::Result<T, tokio_postgres::Error>;
type Messages = Box<dyn FnMut(&mut Context<'_>) -> Poll<Option<Answer<AsyncMessage>>> + Send>;

/// The longest a server may take to open a connection, from the first word to the last.
const MEETING: Duration = Duration::from_secs(8);

/// A connection with the little runtime that its thread turns while it waits.
pub struct Link {
    client: Client,
    messages: Messages,
    /// What other nodes said, not yet taken.
    heard: Vec<String>,
    /// Whether the line is cut: the driver is not to be asked for messages any more.
    cut: bool,
    /// `None` only while it is dropped.
    runtime: Option<Runtime>,
}

impl Link {
    pub fn open(config: &Config, tls: Option<MakeRustlsConnect>) -> Result<Self> {
        let runtime = Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| Error::Open(error.to_string()))?;
        #[expect(clippy::disallowed_methods, reason = "the one place that connects to PostgreSQL")]
        let meeting = async {
            Ok::<_, Error>(match tls {
                Some(tls) => parts(config.connect(tls).await?),
                None => parts(config.connect(NoTls).await?),
            })
        };
        let met = runtime.block_on(async { tokio::time::timeout(MEETING, meeting).await });
        let (client, messages) = met.map_err(|_| Error::Silent)??;
        Ok(Self { client, messages, heard: vec![], cut: false, runtime: Some(runtime) })
    }

    /// Asks and waits, `limit` at most. What is asked before anything is waited for leaves in one journey.
    pub fn run<T>(&mut self, limit: Duration, ask: impl AsyncFnOnce(&Client) -> Answer<T>) -> Result<T> {
        let Self { client, messages, heard, cut, runtime } = self;
        let mut asked = pin!(ask(client));
        let answered = poll_fn(|cx| {
            if let Poll::Ready(answer) = asked.as_mut().poll(cx) {
                return Poll::Ready(answer);
            }
            if let Err(error) = drive(messages, heard, cut, cx) {
                return Poll::Ready(Err(error));
            }
            asked.as_mut().poll(cx)
        });
        let waited =
            runtime.as_ref().map(|runtime| runtime.block_on(async { tokio::time::timeout(limit, answered).await }));
        if let Some(Ok(answer)) = waited {
            return Ok(answer?);
        }
        // Nobody knows what such a line will say next, and to whom.
        *cut = true;
        Err(Error::Silent)
    }

    /// Asks, and does not wait for the answer: it is read, and dropped, with the next one.
    pub fn send<T>(&mut self, ask: impl AsyncFnOnce(&Client) -> Answer<T>) {
        let Self { client, messages, heard, cut, runtime } = self;
        let mut asked = pin!(ask(client));
        let sent = poll_fn(|cx| {
            let _ = asked.as_mut().poll(cx);
            let _ = drive(messages, heard, cut, cx);
            Poll::Ready(())
        });
        if let Some(runtime) = runtime {
            runtime.block_on(sent);
        }
    }

    /// What other nodes said: waits for a word, `limit` at most.
    pub fn hear(&mut self, limit: Duration) -> Result<Vec<String>> {
        let Self { messages, heard, cut, runtime, .. } = self;
        let word = poll_fn(|cx| match drive(messages, heard, cut, cx) {
            Err(error) => Poll::Ready(Err(error)),
            Ok(()) if *cut || !heard.is_empty() => Poll::Ready(Ok(())),
            Ok(()) => Poll::Pending,
        });
        match runtime.as_ref().map(|runtime| runtime.block_on(async { tokio::time::timeout(limit, word).await })) {
            Some(Ok(Err(error))) => Err(error.into()),
            Some(_) if !*cut => Ok(std::mem::take(heard)),
            _ => Err(Error::Silent),
        }
    }

    /// Whether nothing more can be asked here.
    pub fn is_cut(&self) -> bool {
        self.cut || self.client.is_closed()
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        // A runtime that is waited for may not be dropped on an asynchronous thread.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

fn parts<S: TlsStream + Unpin + Send + 'static>(
    (client, mut line): (Client, Connection<Socket, S>),
) -> (Client, Messages) {
    (client, Box::new(move |cx| line.poll_message(cx)))
}

/// Sends what waits to be sent and reads what has come, as far as that goes without waiting.
fn drive(messages: &mut Messages, heard: &mut Vec<String>, cut: &mut bool, cx: &mut Context<'_>) -> Answer<()> {
    while !*cut {
        match messages(cx) {
            Poll::Ready(Some(Ok(AsyncMessage::Notification(note)))) => heard.push(note.payload().to_owned()),
            Poll::Ready(Some(Ok(_))) => {}
            Poll::Ready(Some(Err(error))) => {
                *cut = true;
                return Err(error);
            }
            Poll::Ready(None) => *cut = true,
            Poll::Pending => break,
        }
    }
    Ok(())
}

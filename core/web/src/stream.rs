//! The bell: an event stream that says only that something rang. The page asks again, through its own door (ADR 0005).
use crate::{Ask, House, SignedIn, dispatch::signed_in, places::Place};
use axum::{
    body::Body,
    http::{HeaderValue, header},
    response::Response,
};
use bytes::Bytes;
use futures_util::stream;
use kernel::{PersonId, SessionId};
use live::Listener;
use std::{convert::Infallible, sync::Arc, time::Duration};

/// How often a silent stream says that it is alive, so that no proxy closes it.
const ALIVE: Duration = Duration::from_secs(25);

/// What rings on a node that stops: its streams end, and their pages come back by themselves.
pub const PARTING: &str = "parting";

/// What rings when sessions of a person have ended: whoever ends one rings it.
pub fn sessions_of(person: PersonId) -> String {
    format!("sessions:{person}")
}

/// Somebody at a page: what they listen to, until their session is over.
struct Watch {
    house: Arc<House>,
    ask: Arc<Ask>,
    rings: Listener,
    /// Rings when sessions of theirs have ended.
    ended: Listener,
    /// Rings when the node stops.
    parting: Listener,
    /// Its place among the streams of the session.
    seat: Option<Place<SessionId>>,
    next: Next,
}

enum Next {
    Hello,
    Ring,
    Over,
}

impl Watch {
    /// Whether the session this stream was opened with still is. A database that does not answer ends nobody's stream.
    async fn holds(&self) -> bool {
        let (house, ask, now) = (Arc::clone(&self.house), Arc::clone(&self.ask), self.house.clock.now());
        let who = self.house.db.read(move |tx| signed_in(&house, tx, &ask, now)).await;
        who.map_or(true, |who| who.is_some())
    }

    async fn say(&mut self) -> Option<Bytes> {
        match self.next {
            Next::Over => return None,
            Next::Hello => {
                self.next = Next::Ring;
                return Some(Bytes::from_static(b"retry: 3000\nevent: hello\ndata: 1\n\n"));
            }
            Next::Ring => {}
        }
        loop {
            tokio::select! {
                () = self.rings.rung() => break,
                () = self.ended.rung() => if !self.holds().await {
                    // The page asks once more, and finds the door.
                    self.next = Next::Over;
                    break;
                },
                () = self.parting.rung() => if self.house.gate.is_parting() {
                    return None;
                },
                () = over(self.seat.as_ref()) => {
                    // A page left open long ago: it comes back later, when it may be looked at again.
                    self.next = Next::Over;
                    return Some(Bytes::from_static(b"retry: 30000\n\n"));
                }
                () = tokio::time::sleep(ALIVE) => return Some(Bytes::from_static(b": alive\n\n")),
            }
        }
        Some(Bytes::from_static(b"event: ring\ndata: 1\n\n"))
    }
}

/// Until newer streams of the session have taken the place of this one.
async fn over(seat: Option<&Place<SessionId>>) {
    match seat {
        Some(seat) => seat.taken().await,
        None => std::future::pending().await,
    }
}

/// The stream of these topics, for who is signed in if somebody is.
pub fn answer(house: &Arc<House>, ask: Arc<Ask>, topics: Vec<String>, who: Option<&SignedIn>) -> Response {
    let person = who.map(|who| who.actor.person);
    let watch = Watch {
        seat: who.map(|who| house.gate.stream(who.session)),
        rings: house.bus.listen(topics),
        ended: house.bus.listen(person.into_iter().map(sessions_of).collect()),
        parting: house.bus.listen(vec![PARTING.to_owned()]),
        house: Arc::clone(house),
        ask,
        next: Next::Hello,
    };
    let said = stream::unfold(watch, async |mut watch| Some((Ok::<_, Infallible>(watch.say().await?), watch)));
    let mut response = Response::new(Body::from_stream(said));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert("x-accel-buffering", HeaderValue::from_static("no"));
    response
}

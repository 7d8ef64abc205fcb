//! From a request to its page function and back: session, door, CSRF, idempotency key, one transaction.
mod form;
mod incoming;

pub use form::is_genuine;

use crate::{
    Ask, Entry, Error, House, Reply, Result, Route, SignedIn, Visit, Work, cards, log::Line, pages, reply::Body as Out,
    request, said, turn, unsent::Typed, waiting,
};
use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, Request, StatusCode, header},
    response::Response,
};
use db::Tx;
use form::Coming;
use std::{sync::Arc, time::Duration};

/// How long the page of a failure may take: who asked has waited for what failed.
const A_WORD: Duration = Duration::from_secs(5);

/// Answers one request for `route`.
pub async fn answer(house: Arc<House>, route: Route, request: Request<Body>) -> Response {
    let mut line = Line::begin(&route);
    let (mut parts, body) = request.into_parts();
    let ask = Arc::new(request::ask(&mut parts, &house).await);
    let headers = parts.headers;
    let mut typed = None;
    let answered = match route.work {
        _ if let Some(unfit) = ask.unfit => Err(Error::Unfit(unfit)),
        Work::Page(_) | Work::Day(_) => page(&house, route, &ask, &mut line).await.map(Answer::Reply),
        Work::Form(..) => {
            let coming = Coming { headers: &headers, body, typed: &mut typed };
            form::form(&house, route, &ask, coming, &mut line).await.map(Answer::Reply)
        }
        Work::Stream(_) => stream(&house, route, &ask, &mut line).await,
        Work::Incoming(what) => {
            incoming::incoming(&house, (route, what), &ask, (&headers, body), &mut line).await.map(Answer::Reply)
        }
    };
    let mut response = match answered {
        Ok(Answer::Stream(topics, who)) => crate::stream::answer(&house, ask, topics, who.as_deref()),
        Ok(Answer::Reply(reply)) => finish(&house, reply, &headers).await,
        Err(error) => failed(&house, &ask, error, typed, &headers).await,
    };
    if route.is_key() {
        response.headers_mut().insert(header::REFERRER_POLICY, HeaderValue::from_static("strict-origin"));
    }
    response.extensions_mut().insert(line.queries());
    line.end(response.status());
    response
}

enum Answer {
    Reply(Reply),
    Stream(Vec<String>, Option<Arc<SignedIn>>),
}

async fn page(house: &Arc<House>, route: Route, ask: &Arc<Ask>, line: &mut Line) -> Result<Reply> {
    let (handler, whole) = match route.work {
        Work::Page(handler) => (handler, false),
        Work::Day(handler) => (handler, true),
        Work::Form(..) | Work::Stream(_) | Work::Incoming(_) => return Err(Error::NotFound),
    };
    let (inner, ask, now) = (Arc::clone(house), Arc::clone(ask), house.clock.now());
    let (reply, figures) = house
        .db
        .read(move |tx| {
            let who = signed_in(&inner, tx, &ask, now)?;
            admitted(route, &ask, who.as_deref())?;
            let day = match who.as_deref() {
                Some(who) if whole => cards(tx, &inner.slices, who, now)?,
                Some(who) if Entry::ALL.iter().any(|entry| entry.href() == route.path) => {
                    waiting(tx, &inner.slices, who, now)?
                }
                Some(who) if !ask.part && route.path != turn::PART => turn::turns(tx, &inner.slices, who, now)?,
                _ => vec![],
            };
            let mut visit = Visit { day, ..Visit::of(tx, &inner, &ask, who, now) };
            let reply = handler(&mut visit)?;
            let reply = said_to_the_device(heard(reply, &ask), &visit);
            Ok::<_, Error>((reply, (visit.who.as_ref().map(|w| w.actor.person), visit.tx.queries())))
        })
        .await?;
    line.saw(figures);
    Ok(reply)
}

/// What the last form answered has been read, where this is a page that somebody sees.
fn heard(reply: Reply, ask: &Ask) -> Reply {
    let read = ask.said.is_some() && matches!(reply.body, Out::Html(_));
    if read { reply.forget(said::COOKIE) } else { reply }
}

/// Tells the worker of the person's own device that it may keep this page: for whom, and what goes with it.
fn said_to_the_device(reply: Reply, visit: &Visit<'_, '_>) -> Reply {
    let own = visit.who.as_ref().filter(|who| who.own_device && !visit.ask.part && reply.status == StatusCode::OK);
    match (own, &reply.beside) {
        (Some(who), Some(beside)) => {
            let name = visit.house.secret.name(who.actor.person);
            let words: Vec<_> = std::iter::once(name.as_str()).chain(beside.iter().copied()).collect();
            let words = words.join(" ");
            reply.header("x-keep", words)
        }
        _ => reply,
    }
}

async fn stream(house: &Arc<House>, route: Route, ask: &Arc<Ask>, line: &mut Line) -> Result<Answer> {
    let Work::Stream(topics) = route.work else { return Err(Error::NotFound) };
    let (inner, ask, now) = (Arc::clone(house), Arc::clone(ask), house.clock.now());
    let (topics, who, queries) = house
        .db
        .read(move |tx| {
            let who = signed_in(&inner, tx, &ask, now)?;
            admitted(route, &ask, who.as_deref())?;
            let mut visit = Visit::of(tx, &inner, &ask, who, now);
            let mut topics = topics(&mut visit)?;
            topics.extend(turn::topics(&mut visit)?);
            topics.sort_unstable();
            topics.dedup();
            Ok::<_, Error>((topics, visit.who, visit.tx.queries()))
        })
        .await?;
    line.saw((who.as_ref().map(|who| who.actor.person), queries));
    Ok(Answer::Stream(topics, who))
}

/// Who has come through the door of this route.
async fn door(house: &Arc<House>, route: Route, ask: &Arc<Ask>) -> Result<Option<Arc<SignedIn>>> {
    let (inner, ask, now) = (Arc::clone(house), Arc::clone(ask), house.clock.now());
    let met = house.db.read(move |tx| {
        let who = signed_in(&inner, tx, &ask, now)?;
        admitted(route, &ask, who.as_deref())?;
        Ok(who)
    });
    met.await
}

pub fn signed_in(house: &House, tx: &mut Tx<'_>, ask: &Ask, now: kernel::Moment) -> Result<Option<Arc<SignedIn>>> {
    let Some(token) = &ask.token else { return Ok(None) };
    let who = (house.whoami)(tx, token, now)?.map(Arc::new);
    if let (Some(_), Some(guest)) = (&who, &ask.guest) {
        guest.known();
    }
    Ok(who)
}

pub fn admitted(route: Route, ask: &Ask, who: Option<&SignedIn>) -> Result<()> {
    // An administrator without a second factor goes nowhere but where it is set up, or out; nor does who has a password to choose.
    let on_the_way = ask.path.starts_with("/compte") || matches!(route.door, crate::Door::Public);
    if let Some(must) = who.and_then(|who| who.must).filter(|_| !on_the_way) {
        return Err(Error::First(must));
    }
    route.door.open(who)
}

async fn failed(
    house: &Arc<House>,
    ask: &Arc<Ask>,
    error: Error,
    typed: Option<Typed>,
    headers: &HeaderMap,
) -> Response {
    if matches!(error, Error::SignedOut) {
        let to = to_come_back(house, ask, typed).await;
        return finish(house, Reply::go(pages::address("/entrer", &[("vers", &to)])), headers).await;
    }
    if let Error::First(must) = error {
        return finish(house, Reply::go(must.href()), headers).await;
    }
    // Whether the machine is at fault, or this page alone, is seen by trying.
    let can_write = !pages::status(&error, false).is_server_error() || house.can_write().await.is_ok();
    if pages::status(&error, can_write).is_server_error() {
        crate::log::error(&error);
    }
    let (inner, asked, now) = (Arc::clone(house), Arc::clone(ask), house.clock.now());
    let page = house.db.read(move |tx| {
        let who = signed_in(&inner, tx, &asked, now)?;
        let visit = Visit::of(tx, &inner, &asked, who, now);
        pages::failure(&visit, &error, can_write, typed)
    });
    match tokio::time::timeout(A_WORD, page).await {
        Ok(Ok(reply)) => finish(house, reply, headers).await,
        // Without a database there is no page, only a word.
        _ => pages::bare(StatusCode::SERVICE_UNAVAILABLE),
    }
}

/// Where one is led after the door: to the page asked for, or to what one had typed. A form's own address is no page.
async fn to_come_back(house: &Arc<House>, ask: &Ask, typed: Option<Typed>) -> String {
    if !ask.post {
        return ask.here.clone();
    }
    if let Some(typed) = typed
        && typed.keep(house).await
    {
        return "/reprise".to_owned();
    }
    ask.from.clone().unwrap_or_else(|| "/".to_owned())
}

async fn finish(house: &Arc<House>, reply: Reply, headers: &HeaderMap) -> Response {
    let Reply { status, body, cookies, headers: own, .. } = reply;
    let body = match body {
        Out::File { name, media } => match house.files.get(&name).await {
            Ok(Some(bytes)) => pages::Ready::Media(media, bytes, Some(name)),
            Ok(None) => return pages::bare(StatusCode::NOT_FOUND),
            Err(error) => {
                let error = error.into();
                crate::log::error(&error);
                return pages::bare(pages::status(&error, house.can_write().await.is_ok()));
            }
        },
        Out::Bytes { media, bytes } => pages::Ready::Media(media, bytes.into(), None),
        Out::Html(html) => pages::Ready::Html(crate::foreign::marked(html)),
        Out::Go(to) => pages::Ready::Go(to),
    };
    pages::respond(status, body, cookies, &own, house.settings.tls(), headers)
}

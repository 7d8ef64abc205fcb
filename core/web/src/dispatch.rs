//! From a request to its page function and back: session, door, CSRF, idempotency key, one transaction.
use crate::{
    Ask, Entry, Error, Form, House, Reply, Result, Route, SignedIn, Visit, Work, cards, log::Line, once, pages,
    reply::Body as Out, request, store, upload, waiting,
};
use axum::{
    body::Body,
    http::{HeaderMap, Request, StatusCode},
    response::Response,
};
use db::Tx;
use sha2::{Digest, Sha256};
use std::sync::Arc;
use subtle::ConstantTimeEq;

/// Why a transaction is undone: an error, or a refusal with its page.
enum Undo {
    Error(Error),
    Refused(Box<Reply>),
}

impl From<db::Error> for Undo {
    fn from(error: db::Error) -> Self {
        Self::Error(error.into())
    }
}

/// Answers one request for `route`.
pub async fn answer(house: Arc<House>, route: Route, request: Request<Body>) -> Response {
    let mut line = Line::begin(&route);
    let (mut parts, body) = request.into_parts();
    let ask = Arc::new(request::ask(&mut parts, &house).await);
    let headers = parts.headers.clone();
    let request = Request::from_parts(parts, body);
    let answered = match route.work {
        Work::Page(_) | Work::Day(_) => page(&house, route, &ask, &mut line).await.map(Answer::Reply),
        Work::Form(..) => form(&house, route, &ask, request, &mut line).await.map(Answer::Reply),
        Work::Stream(_) => stream(&house, route, &ask, &mut line).await,
    };
    let mut response = match answered {
        Ok(Answer::Stream(topics, person)) => crate::stream::answer(&house, ask, topics, person),
        Ok(Answer::Reply(reply)) => finish(&house, reply, &headers).await,
        Err(error) => failed(&house, &ask, error, &headers).await,
    };
    response.extensions_mut().insert(line.queries());
    line.end(response.status());
    response
}

enum Answer {
    Reply(Reply),
    Stream(Vec<String>, Option<kernel::PersonId>),
}

async fn page(house: &Arc<House>, route: Route, ask: &Arc<Ask>, line: &mut Line) -> Result<Reply> {
    let (handler, whole) = match route.work {
        Work::Page(handler) => (handler, false),
        Work::Day(handler) => (handler, true),
        Work::Form(..) | Work::Stream(_) => return Err(Error::NotFound),
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
                _ => vec![],
            };
            let mut visit = Visit { tx, house: &inner, now, form: Form::default(), ask: &ask, who, day };
            let reply = handler(&mut visit)?;
            let reply = said_to_the_device(reply, &visit);
            Ok::<_, Error>((reply, (visit.who.as_ref().map(|w| w.actor.person), visit.tx.queries())))
        })
        .await?;
    line.saw(figures);
    Ok(reply)
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
    let (topics, figures) = house
        .db
        .read(move |tx| {
            let who = signed_in(&inner, tx, &ask, now)?;
            admitted(route, &ask, who.as_deref())?;
            let mut visit = Visit { tx, house: &inner, now, form: Form::default(), ask: &ask, who, day: vec![] };
            let topics = topics(&mut visit)?;
            Ok::<_, Error>((topics, (visit.who.as_ref().map(|w| w.actor.person), visit.tx.queries())))
        })
        .await?;
    line.saw(figures);
    Ok(Answer::Stream(topics, figures.0))
}

async fn form(
    house: &Arc<House>,
    route: Route,
    ask: &Arc<Ask>,
    request: Request<Body>,
    line: &mut Line,
) -> Result<Reply> {
    if !request::same_site(request.headers()) {
        return Err(Error::Stale);
    }
    let mut form = if request::has_files(request.headers()) {
        // Nobody leaves a file here before the door.
        guard_files(house, route, ask).await?;
        request::file_form(request, house).await?
    } else if request::is_piece(request.headers()) {
        request::piece(request).await?
    } else {
        request::plain_form(request).await?
    };
    let sent = form.take("envoi");
    if !sent.is_empty() {
        upload::gather(house, route, ask, &mut form, &sent).await?;
    }
    let kept: Vec<_> = form.uploads.iter().map(|upload| upload.name.clone()).filter(|name| !name.is_empty()).collect();
    if let Work::Form(_, Some(prepare)) = route.work {
        form = prepare(Arc::clone(house), form).await?;
    }
    let answered = written(house, route, ask, form, line).await;
    // What was refused, or sent before, leaves no file behind.
    if !matches!(&answered, Ok((reply, true)) if reply.status.as_u16() < 400) {
        for name in kept {
            house.files.delete(&name).await?;
        }
    }
    answered.map(|(reply, _)| reply)
}

/// The form's transaction; `true` when this was its first sending.
async fn written(
    house: &Arc<House>,
    route: Route,
    ask: &Arc<Ask>,
    form: Form,
    line: &mut Line,
) -> Result<(Reply, bool)> {
    let Work::Form(handler, _) = route.work else { return Err(Error::NotFound) };
    let (inner, ask, now) = (Arc::clone(house), Arc::clone(ask), house.clock.now());
    let done = house
        .db
        .write(move |tx| {
            let mut form = form.clone();
            let who = signed_in(&inner, tx, &ask, now).map_err(Undo::Error)?;
            admitted(route, &ask, who.as_deref()).map_err(Undo::Error)?;
            genuine(&inner, &form, who.as_deref()).map_err(Undo::Error)?;
            let person = who.as_ref().map(|w| w.actor.person);
            let key = key(&form, &ask, who.as_deref());
            if let Some(key) = &key
                && let Some(kept) = store::claim(tx, key, now)?
            {
                return Ok((Reply::go(once::led(&inner, key, kept)), false, (person, tx.queries())));
            }
            let sent = upload::unspent(&mut form).map_err(Undo::Error)?;
            let mut visit = Visit { tx, house: &inner, now, form, ask: &ask, who, day: vec![] };
            let reply = handler(&mut visit).map_err(Undo::Error)?;
            if reply.status.as_u16() >= 400 && !reply.kept {
                return Err(Undo::Refused(Box::new(reply)));
            }
            if reply.status.as_u16() < 400 {
                upload::spend(tx, person, &sent)?;
            }
            if let (Some(key), Some(location)) = (&key, reply.location()) {
                store::settle(tx, key, &once::remembered(&inner, key, location))?;
            }
            Ok((reply, true, (person, tx.queries())))
        })
        .await;
    match done {
        Ok((reply, first, figures)) => {
            line.saw(figures);
            Ok((reply, first))
        }
        Err(Undo::Refused(reply)) => Ok((*reply, true)),
        Err(Undo::Error(error)) => Err(error),
    }
}

async fn guard_files(house: &Arc<House>, route: Route, ask: &Arc<Ask>) -> Result<()> {
    let (inner, ask, now) = (Arc::clone(house), Arc::clone(ask), house.clock.now());
    house.db.read(move |tx| admitted(route, &ask, signed_in(&inner, tx, &ask, now)?.as_deref())).await
}

pub fn signed_in(house: &House, tx: &mut Tx<'_>, ask: &Ask, now: kernel::Moment) -> Result<Option<Arc<SignedIn>>> {
    let Some(token) = &ask.token else { return Ok(None) };
    Ok((house.whoami)(tx, token, now)?.map(Arc::new))
}

pub fn admitted(route: Route, ask: &Ask, who: Option<&SignedIn>) -> Result<()> {
    // An administrator without a second factor goes nowhere but where it is set up, or out.
    let on_the_way = ask.path.starts_with("/compte") || matches!(route.door, crate::Door::Public);
    if who.is_some_and(|who| who.must_enrol) && !on_the_way {
        return Err(Error::MustEnrol);
    }
    route.door.open(who)
}

/// Whether the form was made for this session.
fn genuine(house: &House, form: &Form, who: Option<&SignedIn>) -> Result<()> {
    let Some(who) = who else { return Ok(()) };
    let wanted = house.secret.csrf(who.session);
    let same = wanted.as_bytes().ct_eq(form.text("csrf").as_bytes());
    if bool::from(same) { Ok(()) } else { Err(Error::Stale) }
}

/// The key of this very form: its page's key, its address, its person, and what it says. An edited form is another form.
fn key(form: &Form, ask: &Ask, who: Option<&SignedIn>) -> Option<[u8; 32]> {
    let (once, who) = (form.text("once"), who?);
    if once.is_empty() {
        return None;
    }
    let mut digest = Sha256::new();
    let mut part = |bytes: &[u8]| {
        digest.update((bytes.len() as u64).to_be_bytes());
        digest.update(bytes);
    };
    part(once.as_bytes());
    part(ask.path.as_bytes());
    part(&who.actor.person.bytes());
    for (name, value) in form.fields().iter().filter(|(name, _)| name != "csrf" && name != "once") {
        part(name.as_bytes());
        // A form with files and one without write the end of a line differently.
        part(value.replace("\r\n", "\n").as_bytes());
    }
    for upload in &form.uploads {
        part(upload.field.as_bytes());
        part(&upload.size.to_be_bytes());
    }
    Some(digest.finalize().into())
}

async fn failed(house: &Arc<House>, ask: &Arc<Ask>, error: Error, headers: &HeaderMap) -> Response {
    if matches!(error, Error::SignedOut) {
        let to: String =
            form_urlencoded::Serializer::new("/entrer?".to_owned()).append_pair("vers", &ask.path).finish();
        return finish(house, Reply::go(to), headers).await;
    }
    if matches!(error, Error::MustEnrol) {
        return finish(house, Reply::go("/compte/double"), headers).await;
    }
    let status = pages::status(&error);
    if status.is_server_error() {
        crate::log::error(&error);
    }
    let (inner, asked, now) = (Arc::clone(house), Arc::clone(ask), house.clock.now());
    let page = house
        .db
        .read(move |tx| {
            let who = signed_in(&inner, tx, &asked, now)?;
            let visit = Visit { tx, house: &inner, now, form: Form::default(), ask: &asked, who, day: vec![] };
            pages::failure(&visit, &error)
        })
        .await;
    match page {
        Ok(reply) => finish(house, reply, headers).await,
        // Without a database there is no page, only a word.
        Err(_) => pages::bare(StatusCode::SERVICE_UNAVAILABLE),
    }
}

async fn finish(house: &Arc<House>, reply: Reply, headers: &HeaderMap) -> Response {
    let Reply { status, body, cookies, headers: own, .. } = reply;
    let body = match body {
        Out::File { name, media } => match house.files.get(&name).await {
            Ok(Some(bytes)) => pages::Ready::Media(media, bytes),
            Ok(None) => return pages::bare(StatusCode::NOT_FOUND),
            Err(error) => {
                crate::log::error(&error.into());
                return pages::bare(StatusCode::INTERNAL_SERVER_ERROR);
            }
        },
        Out::Bytes { media, bytes } => pages::Ready::Media(media, bytes.into()),
        Out::Html(html) => pages::Ready::Html(html),
        Out::Go(to) => pages::Ready::Go(to),
    };
    pages::respond(status, body, cookies, &own, house.settings.tls(), headers)
}

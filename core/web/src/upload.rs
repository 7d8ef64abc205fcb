//! Files that come in pieces, on a line that breaks: each piece adds to what is here, then the form names the whole (ADR 0012).
use crate::{
    Ask, Error, Form, House, Reply, Result, Route, Upload, Visit, dispatch,
    form::Sent,
    kept::{self, Kept},
    store,
};
use axum::http::StatusCode;
use db::Tx;
use files::Kind;
use kernel::{PersonId, SessionId};
use std::sync::Arc;
use store::upload::Coming;

/// The longest file, in bytes: the largest picture that is taken.
const LONGEST: i64 = 8 * 1024 * 1024;
/// The most files one form names.
const MOST: usize = 6;

/// The device's own name for a file: 32 digits of chance, so that two files never share one.
fn token(word: &str) -> Result<String> {
    let plain = word.len() == 32 && word.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'a'..=b'f'));
    if plain { Ok(word.to_owned()) } else { Err(Error::NotFound) }
}

/// How far it has come, as the page's script reads it: `65536/200000`.
fn word(status: StatusCode, received: i64, length: i64) -> Reply {
    Reply::word(status, format!("{received}/{length}"))
}

/// How far a file of theirs has come.
pub fn told(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (person, token) = (visit.actor()?.person, token(&visit.path::<String>("token")?)?);
    let coming = store::upload::find(visit.tx, person, &token)?.ok_or(Error::NotFound)?;
    Ok(word(StatusCode::OK, coming.received, coming.length))
}

/// A file of theirs that waits for its form, as it is looked at: what a refused page gives back.
pub fn seen(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (person, token) = (visit.actor()?.person, token(&visit.path::<String>("token")?)?);
    let coming =
        store::upload::find(visit.tx, person, &token)?.filter(|coming| coming.whole() && coming.spent.is_none());
    coming.ok_or(Error::NotFound)?;
    let bytes = store::upload::bytes(visit.tx, person, &token)?;
    let kind = files::admit(&bytes).map_err(|_| Error::NotFound)?;
    Ok(Reply::bytes(kind.media(), bytes).closed(kind.media()))
}

/// Adds a piece where the file has come to; anywhere else, says where that is (409).
pub fn add(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (person, token) = (visit.actor()?.person, token(&visit.path::<String>("token")?)?);
    let piece = visit.form.piece.take().filter(|piece| !piece.is_empty()).ok_or(Error::NotFound)?;
    let number = |name: &str| visit.form.text(name).parse::<i64>().ok().filter(|number| *number >= 0);
    let (Some(starts), Some(length)) = (number("debut"), number("longueur")) else { return Err(Error::NotFound) };
    if !(1..=LONGEST).contains(&length) {
        return Ok(word(StatusCode::PAYLOAD_TOO_LARGE, 0, LONGEST));
    }
    let coming = match store::upload::find(visit.tx, person, &token)? {
        Some(coming) => coming,
        None if starts == 0 => store::upload::begin(visit.tx, person, &token, length, visit.now)?,
        None => return Ok(word(StatusCode::CONFLICT, 0, length)),
    };
    let ends = starts + i64::try_from(piece.len()).unwrap_or(LONGEST);
    let follows = coming.length == length && coming.received == starts && ends <= length;
    if follows && store::upload::add(visit.tx, person, &token, &coming, &piece)? {
        return Ok(word(StatusCode::OK, ends, length));
    }
    Ok(word(StatusCode::CONFLICT, coming.received, coming.length))
}

/// The files that a form names (`photo 0123…`) join those that came with it: admitted by their content, like them.
pub async fn gather(
    house: &Arc<House>,
    route: Route,
    ask: &Arc<Ask>,
    form: &mut Form,
    named: &[String],
    kept: &mut Kept,
) -> Result<()> {
    let missing = || Error::Unreadable("a file it names is not here".to_owned());
    let pairs = named.iter().take(MOST).map(|words| words.split_once(' ').and_then(|(f, t)| Some((f, token(t).ok()?))));
    let pairs: Vec<(String, String)> = pairs
        .map(|pair| pair.map(|(field, token)| (field.to_owned(), token)))
        .collect::<Option<_>>()
        .ok_or_else(missing)?;
    if pairs.iter().any(|(field, _)| !route.files.contains(&field.as_str())) {
        return Err(Error::Unreadable("no file is taken here".to_owned()));
    }
    for (field, token) in pairs {
        let Some((session, coming, bytes)) =
            found(house, route, ask, token.clone()).await?.filter(|(_, coming, _)| coming.whole())
        else {
            return Err(missing());
        };
        if let Some((size, media)) = coming.spent {
            let (kind, size) = (Kind::from_media(&media).ok_or_else(missing)?, u64::try_from(size).unwrap_or(0));
            form.uploads.push(Upload { field, name: String::new(), kind, size, token: token.clone() });
            form.sent.push(Sent { token, size, kind, spent: true });
            continue;
        }
        // Looked at for each form that names it, and counted as if it had come again.
        house.gate.spend(session, &ask.home(), bytes.len(), house.clock.now())?;
        let (admitted, bytes) = kept::admit(route, bytes).await?;
        match admitted {
            Ok(kind) => {
                let upload = kept.put(field, kind, bytes.into(), Some(token.clone())).await?;
                form.sent.push(Sent { token, size: upload.size, kind, spent: false });
                form.uploads.push(upload);
            }
            Err(why) => form.left_out.push((field, why.key())),
        }
    }
    Ok(())
}

/// A file that came in pieces: whose session asks, and what came of it.
type Found = (SessionId, Coming, Vec<u8>);

/// One file of the person who asks, once past the door of the form, and their session.
async fn found(house: &Arc<House>, route: Route, ask: &Arc<Ask>, token: String) -> Result<Option<Found>> {
    let (inner, ask, now) = (Arc::clone(house), Arc::clone(ask), house.clock.now());
    let read = house.db.read(move |tx| {
        let who = dispatch::signed_in(&inner, tx, &ask, now)?;
        dispatch::admitted(route, &ask, who.as_deref())?;
        let Some((session, person)) = who.map(|who| (who.session, who.actor.person)) else { return Ok(None) };
        let Some(coming) = store::upload::find(tx, person, &token)? else { return Ok(None) };
        let bytes = store::upload::bytes(tx, person, &token)?;
        Ok::<_, Error>(Some((session, coming, bytes)))
    });
    read.await
}

/// The files that this form is the first to name. One that another form took is refused: its bytes are elsewhere.
pub fn unspent(form: &mut Form) -> Result<Vec<Sent>> {
    let sent = std::mem::take(&mut form.sent);
    if sent.iter().any(|sent| sent.spent) {
        return Err(Error::Unreadable("a file it names was taken by another form".to_owned()));
    }
    Ok(sent)
}

/// The form is done: what came in pieces is in the file store.
pub fn spend(tx: &mut Tx<'_>, person: Option<PersonId>, sent: &[Sent]) -> db::Result<()> {
    let Some(person) = person else { return Ok(()) };
    for one in sent {
        let size = i64::try_from(one.size).unwrap_or(i64::MAX);
        store::upload::spend(tx, person, &one.token, size, one.kind.media())?;
    }
    Ok(())
}

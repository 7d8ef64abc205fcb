//! The body of a form as it comes: never for longer, never more, and no file before the door (ADR 0020).
use crate::{
    Ask, Error, Form, House, Result, Route, SignedIn,
    dispatch::is_genuine,
    fields::{self, FORM, Field, KEPT, MANY},
    gate::Coming,
    kept::{self, Kept},
    request::{has_files, header_text, is_piece},
};
use axum::{
    body::Body,
    http::{HeaderMap, header},
};
use bytes::Bytes;
use files::NotAdmitted;
use futures_util::{Stream, StreamExt, stream};
use std::{sync::Arc, time::Duration};
use tokio::time::{Instant, timeout_at};

/// The largest form without files, in bytes. Of more text than a form may hold the beginning is kept, so that the page may say so and
/// give it back.
const TYPED: usize = 4 * 1024 * 1024;
/// The largest piece of a file on its way, in bytes.
const PIECE: usize = 256 * 1024;
/// The largest form with files, in bytes: three pictures and a voice.
const FILES: usize = 28 * 1024 * 1024;
/// How much of a larger one is read, so that the page may say so.
const MOST: usize = 64 * 1024 * 1024;
/// The largest file, in bytes. One that is longer is read to its end and not kept, so that the page may say so.
const FILE: usize = 8 * 1024 * 1024;
/// How long a silent line is waited for.
const SILENT: Duration = Duration::from_secs(30);
/// How long a form without files may take; the same for a piece of a file.
const WHOLE: Duration = Duration::from_mins(2);
/// How long a form with files may take: 28 MB on a line of thirty kilobytes a second.
const LONG: Duration = Duration::from_mins(15);

/// A form on its way in.
pub(crate) struct Intake<'i> {
    pub house: &'i Arc<House>,
    pub route: Route,
    pub ask: &'i Ask,
    pub headers: &'i HeaderMap,
    /// Who has passed the door; only they leave a file.
    pub who: Option<Arc<SignedIn>>,
}

impl Intake<'_> {
    /// Reads it whole into `form`, or as far as it can be read. Its files are in `kept`.
    pub async fn read(&self, body: Body, form: &mut Form, kept: &mut Kept) -> Result<()> {
        let session = self.who.as_ref().map(|who| who.session);
        let mut coming = self.house.gate.coming(&self.ask.home(), session, has_files(self.headers))?;
        if has_files(self.headers) {
            return self.parts(body, form, kept, &mut coming).await;
        }
        if is_piece(self.headers) {
            return self.piece(body, form).await;
        }
        coming.unless_taken(async |coming| self.typed(body, form, coming).await).await
    }

    /// A form of fields alone.
    async fn typed(&self, body: Body, form: &mut Form, coming: &mut Coming) -> Result<()> {
        let mut chunks = std::pin::pin!(patient(body, TYPED, SILENT, WHOLE));
        let (mut typed, mut held) = (fields::Coming::default(), FORM);
        while let Some(chunk) = chunks.next().await {
            let kept = typed.take(&chunk?).min(KEPT);
            coming.hold(kept.saturating_sub(held))?;
            held = held.max(kept);
        }
        typed_in(form, typed.end())
    }

    /// The bytes of a file count against what the session and the address may send.
    fn spend(&self, bytes: usize) -> Result<()> {
        let Some(who) = &self.who else { return Err(Error::SignedOut) };
        self.house.gate.spend(who.session, &self.ask.home(), bytes, self.house.clock.now())
    }

    /// A piece of a file; its headers say what a form would in fields.
    async fn piece(&self, body: Body, form: &mut Form) -> Result<()> {
        let named = [("csrf", "x-csrf"), ("debut", "upload-offset"), ("longueur", "upload-length")];
        let field = |(field, name): (&str, &str)| (field.to_owned(), self.header(name).to_owned());
        *form = Form::of(named.map(field).into());
        let who = self.who.as_deref().ok_or(Error::SignedOut)?;
        is_genuine(self.house, form.text("csrf"), who)?;
        let bytes = all(body, PIECE).await?;
        self.spend(bytes.len())?;
        form.piece = Some(bytes.into());
        Ok(())
    }

    /// A form with files. What was typed before it could not be read further is in `form` all the same.
    async fn parts(&self, body: Body, form: &mut Form, kept: &mut Kept, coming: &mut Coming) -> Result<()> {
        let mut fields = vec![];
        let read = self.each(body, &mut fields, form, kept, coming).await;
        let (uploads, left_out) = (std::mem::take(&mut form.uploads), std::mem::take(&mut form.left_out));
        let typed = typed_in(form, fields);
        (form.uploads, form.left_out) = (uploads, left_out);
        read.and(typed)
    }

    /// Each part of it. A file is admitted by its content, stripped of where it was taken, and kept.
    async fn each(
        &self,
        body: Body,
        fields: &mut Vec<Field>,
        form: &mut Form,
        kept: &mut Kept,
        coming: &mut Coming,
    ) -> Result<()> {
        let boundary = multer::parse_boundary(self.header(header::CONTENT_TYPE.as_str())).map_err(unreadable)?;
        let mut parts = multer::Multipart::new(patient(body, MOST, SILENT, LONG), boundary);
        let (mut text, mut brought) = (0, 0);
        // What is refused for its size is read to its end all the same, or nobody would hear why.
        let mut refused = None;
        while let Some(mut part) = parts.next_field().await.map_err(unreadable)? {
            let name = part.name().unwrap_or("").to_owned();
            let is_file = part.file_name().is_some();
            // A field where nothing was chosen comes as a file without a name.
            let chosen = part.file_name() != Some("");
            let empty = empty(part.content_type().map(|media| media.type_().as_str()));
            if is_file {
                self.may_bring(&name, fields)?;
            }
            let (mut bytes, mut cut) = (vec![], false);
            while let Some(chunk) = part.chunk().await.map_err(unreadable)? {
                if !is_file {
                    // A byte more than a form may hold, and it is cut; the other fields are read all the same.
                    let room = (FORM + 1).saturating_sub(bytes.len()).min((2 * FORM).saturating_sub(text));
                    let taken = chunk.get(..room).unwrap_or(&chunk);
                    cut |= taken.len() < chunk.len();
                    text += taken.len();
                    bytes.extend_from_slice(taken);
                    continue;
                }
                if self.who.is_none() || refused.is_some() {
                    continue;
                }
                brought += chunk.len();
                // One byte more than the largest is enough to be too large.
                let room = (FILE + 1).saturating_sub(bytes.len());
                let taken = chunk.get(..room.min(chunk.len())).unwrap_or_default();
                let light = if brought > FILES { Err(Error::Heavy) } else { self.spend(chunk.len()) };
                if let Err(error) = light.and_then(|()| coming.hold(taken.len())) {
                    refused = Some(error);
                    bytes = vec![];
                    coming.let_go();
                    continue;
                }
                bytes.extend_from_slice(taken);
            }
            if is_file {
                let (admitted, bytes) = kept::admit(self.route, bytes).await?;
                match admitted {
                    Err(NotAdmitted::Empty) if !chosen || self.who.is_none() || refused.is_some() => {}
                    Err(NotAdmitted::Empty) => form.left_out.push((name, empty)),
                    // Its text is read to the end: it is given back.
                    Ok(kind) => match kept.take(name, kind, bytes.into()).await {
                        Ok(upload) => form.uploads.push(upload),
                        Err(error) => refused = Some(error),
                    },
                    Err(why) => form.left_out.push((name, why.key())),
                }
                coming.let_go();
            } else if fields.len() > MANY {
                return Err(too_many());
            } else {
                fields.push(Field::of(name.as_bytes(), &bytes, cut));
            }
        }
        refused.map_or(Ok(()), Err)
    }

    /// Whether a file may come in this field: the route says so, and the form's token has come before it.
    fn may_bring(&self, field: &str, before: &[Field]) -> Result<()> {
        if !self.route.files.contains(&field) {
            return Err(Error::Unreadable("no file is taken here".to_owned()));
        }
        let Some(who) = self.who.as_deref() else { return Ok(()) };
        let said = before.iter().find(|field| field.name == "csrf").map(|field| field.text.as_str());
        is_genuine(self.house, said.unwrap_or_else(|| self.header("x-csrf")), who)
    }

    fn header(&self, name: &str) -> &str {
        header_text(self.headers, name).unwrap_or("")
    }
}

/// The key of the sentence for an empty file: only its claim says what it should have been.
fn empty(claims: Option<&str>) -> &'static str {
    match claims {
        Some("image") => "shell-file-empty-picture",
        Some("audio") => "shell-file-empty-sound",
        Some("video") => "shell-file-empty-film",
        _ => NotAdmitted::Empty.key(),
    }
}

/// The form of these fields, as much of them as a form may hold.
fn typed_in(form: &mut Form, mut fields: Vec<Field>) -> Result<()> {
    if !fields::fit(&mut fields) {
        return Err(too_many());
    }
    *form = Form::read(fields);
    Ok(())
}

fn too_many() -> Error {
    Error::Unreadable("it has too many fields".to_owned())
}

/// The largest form that another site sends, in bytes: a signed assertion, written for an address.
const OUTSIDE: usize = 512 * 1024;

/// A form that another site or another server sends. It is a few fields of text, or it is none.
pub(crate) async fn from_outside(house: &House, ask: &Ask, headers: &HeaderMap, body: Body) -> Result<Form> {
    let mut coming = house.gate.coming(&ask.home(), None, false)?;
    let bytes = coming.unless_taken(async |_| all(body, OUTSIDE).await).await?;
    if header_text(headers, header::CONTENT_TYPE.as_str()).is_some_and(is_json) {
        let mut form = Form::default();
        form.json = Some(bytes.into());
        return Ok(form);
    }
    let fields = form_urlencoded::parse(&bytes).take(MANY);
    Ok(Form::of(fields.map(|(name, text)| (name.into_owned(), text.into_owned())).collect()))
}

/// Whether a media type is JSON, or something that is written in it (`application/…+json`).
fn is_json(media: &str) -> bool {
    let media = media.split(';').next().unwrap_or_default().trim();
    media == "application/json" || media.ends_with("+json")
}

/// All of a body, of so many bytes at most.
async fn all(body: Body, most: usize) -> Result<Vec<u8>> {
    let mut chunks = std::pin::pin!(patient(body, most, SILENT, WHOLE));
    let mut bytes = vec![];
    while let Some(chunk) = chunks.next().await {
        bytes.extend_from_slice(&chunk?);
    }
    Ok(bytes)
}

/// The chunks of a body, none waited for in vain, all of them within a time and a size.
fn patient(body: Body, most: usize, silent: Duration, whole: Duration) -> impl Stream<Item = Result<Bytes>> + Send {
    let until = Instant::now() + whole;
    stream::unfold(Some((body.into_data_stream(), most)), move |left| async move {
        let (mut chunks, most) = left?;
        let chunk = match timeout_at(until.min(Instant::now() + silent), chunks.next()).await {
            Ok(None) => return None,
            Ok(Some(Ok(chunk))) => chunk,
            Ok(Some(Err(error))) => return Some((Err(Error::Unreadable(error.to_string())), None)),
            Err(_) => return Some((Err(Error::Slow), None)),
        };
        match most.checked_sub(chunk.len()) {
            Some(most) => Some((Ok(chunk), Some((chunks, most)))),
            None => Some((Err(Error::Unreadable("it is too large".to_owned())), None)),
        }
    })
}

/// What stopped the reading: ours said why, or the form is none.
fn unreadable(error: multer::Error) -> Error {
    match error {
        multer::Error::StreamReadFailed(cause) => {
            cause.downcast::<Error>().map_or_else(|other| Error::Unreadable(other.to_string()), |ours| *ours)
        }
        other => Error::Unreadable(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_body_is_not_waited_for_in_vain_nor_read_beyond_its_size() {
        let (begun, soon, late) = (Bytes::from_static(b"begun"), Duration::from_millis(10), WHOLE);
        let silent = || Body::from_stream(stream::iter([Ok::<_, Error>(begun.clone())]).chain(stream::pending()));
        for (pause, whole) in [(soon, late), (late, soon)] {
            let mut chunks = std::pin::pin!(patient(silent(), 10, pause, whole));
            assert!(matches!(chunks.next().await, Some(Ok(chunk)) if chunk == begun));
            assert!(matches!(chunks.next().await, Some(Err(Error::Slow))));
            assert!(chunks.next().await.is_none());
        }
        let mut chunks = std::pin::pin!(patient(silent(), 4, late, late));
        assert!(matches!(chunks.next().await, Some(Err(Error::Unreadable(_)))));
    }
}

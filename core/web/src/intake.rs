//! The body of a form as it comes: never for longer, never more, and no file before the door (ADR 0020).
use crate::{
    Ask, Error, Form, House, Result, Route, SignedIn, Upload,
    dispatch::is_genuine,
    gate::Coming,
    request::{has_files, header_text, is_piece},
};
use axum::{
    body::Body,
    http::{HeaderMap, header},
};
use bytes::Bytes;
use files::NotAdmitted;
use futures_util::{Stream, StreamExt, stream};
use kernel::Id;
use std::{sync::Arc, time::Duration};
use tokio::time::{Instant, timeout_at};

/// The largest form without files, in bytes; of one with files, what its other fields may be in all.
const FORM: usize = 64 * 1024;
/// The largest piece of a file on its way, in bytes.
const PIECE: usize = 256 * 1024;
/// The largest form with files, in bytes: three pictures and a voice.
const FILES: usize = 28 * 1024 * 1024;
/// The largest file, in bytes. One that is longer is read to its end and not kept, so that the page may say so.
const FILE: usize = 8 * 1024 * 1024;
/// How long a silent line is waited for.
const SILENT: Duration = Duration::from_secs(30);
/// How long a form without files may take; the same for a piece of a file.
const WHOLE: Duration = Duration::from_mins(2);
/// How long a form with files may take: 28 MB on a line of thirty kilobytes a second.
const LONG: Duration = Duration::from_mins(15);

/// The files of a form that is not done yet: they go with it, however it ends, unless it was taken.
pub(crate) struct Kept {
    house: Arc<House>,
    names: Vec<String>,
}

impl Kept {
    pub fn new(house: &Arc<House>) -> Self {
        Self { house: Arc::clone(house), names: vec![] }
    }

    /// Keeps the bytes of a file that was admitted, without where it was taken.
    pub async fn put(&mut self, field: String, kind: files::Kind, bytes: Bytes) -> Result<Upload> {
        let bytes = files::strip(kind, bytes);
        let name = Id::<Upload>::new(self.house.clock.now(), &*self.house.chance).to_string();
        let size = bytes.len() as u64;
        self.names.push(name.clone());
        self.house.files.put(&name, bytes).await?;
        Ok(Upload { field, name, kind, size })
    }

    /// The form was taken: its rows name them.
    pub fn stay(mut self) {
        self.names.clear();
    }

    /// The form was not taken. What cannot be deleted now goes with the next sweep.
    pub async fn go(mut self) {
        for name in std::mem::take(&mut self.names) {
            drop(self.house.files.delete(&name).await);
        }
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        let names = std::mem::take(&mut self.names);
        if names.is_empty() {
            return;
        }
        // The line was cut while the form was still coming.
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            let house = Arc::clone(&self.house);
            runtime.spawn(async move {
                for name in names {
                    drop(house.files.delete(&name).await);
                }
            });
        }
    }
}

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
        let mut coming = self.house.gate.coming(&self.home())?;
        if has_files(self.headers) {
            return self.parts(body, form, kept, &mut coming).await;
        }
        if is_piece(self.headers) {
            return self.piece(body, form).await;
        }
        let bytes = all(body, FORM).await?;
        *form = Form::of(form_urlencoded::parse(&bytes).into_owned().collect());
        Ok(())
    }

    /// Where it comes from, as a home counts: one address, or one network of IPv6.
    fn home(&self) -> String {
        self.ask.networks().into_iter().next().unwrap_or_default()
    }

    /// The bytes of a file count against what the session and the address may send.
    fn spend(&self, bytes: usize) -> Result<()> {
        let Some(who) = &self.who else { return Err(Error::SignedOut) };
        self.house.gate.spend(who.session, &self.home(), bytes, self.house.clock.now())
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

    /// A form with files. Each is admitted by its content, stripped of where it was taken, and kept.
    async fn parts(&self, body: Body, form: &mut Form, kept: &mut Kept, coming: &mut Coming) -> Result<()> {
        let boundary = multer::parse_boundary(self.header(header::CONTENT_TYPE.as_str())).map_err(unreadable)?;
        let mut parts = multer::Multipart::new(patient(body, FILES, SILENT, LONG), boundary);
        let (mut fields, mut uploads, mut left_out, mut text) = (vec![], vec![], vec![], 0);
        // What is refused for its size is read to its end all the same, or nobody would hear why.
        let mut refused = None;
        while let Some(mut part) = parts.next_field().await.map_err(unreadable)? {
            let name = part.name().unwrap_or("").to_owned();
            let is_file = part.file_name().is_some();
            // A field where nothing was chosen comes as a file without a name.
            let chosen = part.file_name() != Some("");
            let empty = empty(part.content_type().map(|media| media.type_().as_str()));
            if is_file {
                self.may_bring(&name, &fields)?;
            }
            let mut bytes = vec![];
            while let Some(chunk) = part.chunk().await.map_err(unreadable)? {
                if !is_file {
                    text += chunk.len();
                    if text > FORM {
                        return Err(Error::Unreadable("its text is too long".to_owned()));
                    }
                } else if self.who.is_none() || refused.is_some() {
                    continue;
                }
                // One byte more than the largest is enough to be too large.
                let room = if is_file { (FILE + 1).saturating_sub(bytes.len()) } else { FORM };
                let taken = chunk.get(..room.min(chunk.len())).unwrap_or_default();
                if is_file && let Err(error) = self.spend(chunk.len()).and_then(|()| coming.hold(taken.len())) {
                    refused = Some(error);
                    bytes = vec![];
                    coming.let_go();
                    continue;
                }
                bytes.extend_from_slice(taken);
            }
            if is_file {
                match files::admit(&bytes) {
                    Err(NotAdmitted::Empty) if !chosen || self.who.is_none() || refused.is_some() => {}
                    Err(NotAdmitted::Empty) => left_out.push((name, empty)),
                    // Its text is read to the end: it is given back.
                    Ok(kind) => match kept.put(name, kind, bytes.into()).await {
                        Ok(upload) => uploads.push(upload),
                        Err(error) => refused = Some(error),
                    },
                    Err(why) => left_out.push((name, why.key())),
                }
                coming.let_go();
            } else {
                fields.push((name, String::from_utf8_lossy(&bytes).into_owned()));
            }
        }
        *form = Form::of(fields);
        (form.uploads, form.left_out) = (uploads, left_out);
        refused.map_or(Ok(()), Err)
    }

    /// Whether a file may come in this field: the route says so, and the form's token has come before it.
    fn may_bring(&self, field: &str, before: &[(String, String)]) -> Result<()> {
        if !self.route.files.contains(&field) {
            return Err(Error::Unreadable("no file is taken here".to_owned()));
        }
        let Some(who) = self.who.as_deref() else { return Ok(()) };
        let said = before.iter().find(|(name, _)| name == "csrf").map(|(_, token)| token.as_str());
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

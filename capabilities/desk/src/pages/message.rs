//! Messages as forms bring them, and the files of a thread.
use crate::{
    model::{AttachmentId, FILM, LONGEST, Ticket, VOICE, WordId},
    policy::{Inspect, Read},
    store::{self, Attached},
};
use access::Actor;
use files::Kind;
use web::{Error, Form, FormState, Reply, Result, Shell, Visit};

/// The fields in which files come.
pub const FIELDS: &[&str] = &["photo", "voix", "video"];
/// The most photos of one message.
pub const PHOTOS: usize = 3;

/// A message: text, photos, a voice, a film; at least one of them.
pub struct Message {
    pub text: String,
    pub attached: Vec<Attached>,
}

impl Message {
    /// What was shown and said with it, in words.
    pub fn shown(&self, shell: &Shell) -> Vec<String> {
        let photos = self.attached.iter().filter(|one| one.picture()).count();
        let sounds = |film| self.attached.iter().any(|one| !one.picture() && one.film() == film);
        let photos = (photos > 0).then(|| shell.say("desk-sent-photos").num("n", photos).to_string());
        let voice = sounds(false).then(|| shell.say("desk-sent-voice").to_string());
        let film = sounds(true).then(|| shell.say("desk-sent-film").to_string());
        [photos, voice, film].into_iter().flatten().collect()
    }
}

/// Reads the message of a form, `field` being its text; what is to be mended goes to `state`.
pub fn read(visit: &Visit<'_, '_>, shell: &Shell, state: &mut FormState, field: &str, missing: &str) -> Message {
    let form = &visit.form;
    let text = form.text(field).replace("\r\n", "\n");
    let attached = attachments(form, || visit.new_id());
    for (file, why) in &form.left_out {
        state.refuse(file, shell.say(why));
    }
    if text.is_empty() && attached.is_empty() && form.left_out.is_empty() {
        state.refuse(field, shell.say(missing));
    }
    if text.chars().count() > LONGEST {
        state.refuse(field, shell.say("desk-too-long").num("n", i64::try_from(text.chars().count()).unwrap_or(0)));
    }
    if attached.iter().filter(|one| one.picture()).count() > PHOTOS {
        state.refuse("photo", shell.say("desk-too-many-photos"));
    }
    for (field, most, long, film) in
        [("voix", VOICE, "desk-voice-long", false), ("video", FILM, "desk-film-long", true)]
    {
        let said = || attached.iter().filter(|one| !one.picture() && one.film() == film);
        if said().any(|one| one.millis > most + 1_000) || said().count() > 1 {
            state.refuse(field, shell.say(long));
        }
    }
    Message { text, attached }
}

fn attachments(form: &Form, mut id: impl FnMut() -> AttachmentId) -> Vec<Attached> {
    let millis = |field: &str| form.text(field).parse().unwrap_or(0);
    let one = |upload: &web::Upload| Attached {
        id: id(),
        file: upload.name.clone(),
        media: upload.kind.media().to_owned(),
        millis: match upload.kind {
            Kind::Picture(_) | Kind::Table(_) => 0,
            Kind::Sound(_) => millis("voice_ms"),
            Kind::Film(_) => millis("film_ms"),
        },
    };
    form.uploads.iter().map(one).collect()
}

/// A text cut where the links to rooms are, in order; `true` for a link.
pub fn pieces(text: &str) -> Vec<(&str, bool)> {
    text.split_inclusive(char::is_whitespace)
        .flat_map(|word| {
            let bare = word.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | ')' | '!' | '?'));
            let link = web::is_link(bare);
            let (first, rest) = word.split_at(if link { bare.len() } else { word.len() });
            [(first, link), (rest, false)]
        })
        .filter(|(piece, _)| !piece.is_empty())
        .collect()
}

/// Adds the message to the thread.
pub fn add(visit: &mut Visit<'_, '_>, actor: &Actor, ticket: &Ticket, message: &Message) -> Result<()> {
    let word: WordId = visit.new_id();
    store::say(visit.tx, ticket, actor, word, &message.text, visit.now)?;
    for attached in &message.attached {
        store::attach(visit.tx, ticket.id, Some(word), attached)?;
    }
    Ok(())
}

/// A photo, a voice or a film, to those who may read its thread.
pub fn file(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("file")?);
    let (ticket, attached) = store::attachment(visit.tx, id)?.ok_or(Error::NotFound)?;
    let mine = store::find::<Read>(visit.tx, &actor, ticket)?.is_some();
    let opened = !mine
        && store::find::<Inspect>(visit.tx, &actor, ticket)?.is_some()
        && super::care::justified(visit, &actor, ticket)?;
    if !mine && !opened {
        return Err(Error::NotFound);
    }
    let media = Kind::from_media(&attached.media).map_or("application/octet-stream", Kind::media);
    Ok(Reply::file(attached.file, media))
}

//! Messages as forms bring them, and the files of a thread.
use crate::{
    model::{AttachmentId, LONGEST, Ticket, VOICE, WordId},
    policy::{Inspect, Read},
    store::{self, Attached},
};
use access::Actor;
use files::Kind;
use web::{Error, Form, FormState, Reply, Result, Shell, Visit};

/// The most photos of one message.
pub const PHOTOS: usize = 3;

/// A message: text, photos, a voice; at least one of them.
pub struct Message {
    pub text: String,
    pub attached: Vec<Attached>,
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
    if attached.iter().any(|one| one.millis > VOICE + 1_000) || attached.iter().filter(|one| !one.picture()).count() > 1
    {
        state.refuse("voix", shell.say("desk-voice-long"));
    }
    Message { text, attached }
}

fn attachments(form: &Form, mut id: impl FnMut() -> AttachmentId) -> Vec<Attached> {
    let millis = form.text("voice_ms").parse().unwrap_or(0);
    let one = |upload: &web::Upload| Attached {
        id: id(),
        file: upload.name.clone(),
        media: upload.kind.media().to_owned(),
        millis: if matches!(upload.kind, Kind::Sound(_)) { millis } else { 0 },
    };
    form.uploads.iter().map(one).collect()
}

/// A text cut where the links to rooms are, in order; `true` for a link.
pub fn pieces(text: &str) -> Vec<(&str, bool)> {
    text.split_inclusive(char::is_whitespace)
        .flat_map(|word| {
            let bare = word.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | ')' | '!' | '?'));
            let link = super::duty::is_room(bare);
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

/// A photo or a voice, to those who may read its thread.
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

//! Difficulties that other slices open, by a job queued in their own transaction.
use crate::{
    Audience, Entered, Kind,
    store::{self, Opened},
};
use jobs::Work;
use kernel::{Id, PersonId, UnitId};
use notice::Sending;
use serde::Deserialize;
use web::{Lang, Words};

/// The kind of the job.
pub const OPEN: &str = "difficulty/open";

/// What is queued: ids in hexadecimal, the child if there is one, a word of [`Kind`], and the family's text.
#[derive(Deserialize)]
struct Payload {
    school: String,
    person: String,
    child: Option<String>,
    kind: String,
    text: String,
}

/// Opens it in the family's name. Done twice it is one: the same words still open are not written again.
pub fn open(work: &mut Work<'_, '_>) -> db::Result<()> {
    let opened = read(work).ok_or_else(|| db::Error::Panicked("a difficulty that cannot be read was queued".into()))?;
    if store::is_open(work.tx, &opened)? {
        return Ok(());
    }
    let Some(keeper) = store::open(work.tx, &opened, work.now)? else { return Ok(()) };
    let words = Words::read(&[crate::SLICE.sentences]).map_err(|bad| db::Error::Panicked(bad.to_string()))?;
    let lang = directory::store::person(work.tx, keeper)?.and_then(|person| person.lang);
    let lang = lang.and_then(|lang| Lang::from_tags(&lang)).unwrap_or_default();
    let kind = words.say(lang, format!("difficulty-kind-{}", opened.kind.word())).to_string();
    let said = words.say(lang, "difficulty-notice-new").text("kind", kind).to_string();
    let (school, author, link) = (opened.school, Some(opened.person), Some(format!("/difficulte/{}", opened.id)));
    let sending = Sending { school, author, to: keeper, text: said, link, sealed: None };
    notice::store::notify(work.tx, work.chance, &sending, work.now).map(drop)
}

fn read(work: &Work<'_, '_>) -> Option<Opened> {
    let payload: Payload = serde_json::from_str(&work.payload).ok()?;
    let person: PersonId = payload.person.parse().ok()?;
    let school: UnitId = payload.school.parse().ok()?;
    let child = match payload.child {
        Some(child) => Some(child.parse().ok()?),
        None => None,
    };
    Some(Opened {
        id: Id::new(work.now, work.chance),
        school,
        by: person,
        person,
        child,
        audience: Audience::Family,
        kind: Kind::from_word(&payload.kind).unwrap_or(Kind::Other),
        text: payload.text.chars().take(crate::LONGEST).collect(),
        entered: Entered::Slice,
    })
}

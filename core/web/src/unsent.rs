//! What was typed in a form that did not go through comes back, to be sent again in one tap: after signing in, when the page was
//! too old, when nothing could be written (ADR 0020).
use crate::{
    Ask, Error, Form, House, Reply, Result, Shell, Visit,
    form::is_secret,
    store::{self, unsent::Waiting},
};
use askama::Template;
use db::Tx;
use kernel::{Id, Moment, PersonId};
use std::sync::Arc;

/// How long what was typed is found again after signing in, in days.
pub const DAYS: i64 = 1;
/// Where it is given back.
pub const UNSENT: &str = "/reprise";
/// A word shorter than this is a choice; what is longer was written.
const WORD: usize = 40;

/// Whether it was written, and not chosen: choices are small letters, names of things and numbers.
fn is_prose((_, text): &(String, String)) -> bool {
    let written =
        |sign: char| sign.is_whitespace() || sign.is_uppercase() || !sign.is_ascii() || ".!?,;’'".contains(sign);
    let code = text.chars().all(|sign| sign.is_ascii_digit() || sign.is_ascii_uppercase());
    text.contains(written) && !code || text.len() >= WORD
}

/// What names a form that waits.
pub type UnsentId = Id<Typed>;

/// A form as it was typed, but for its token.
#[derive(Clone, Debug)]
pub(crate) struct Typed {
    /// Where it was going.
    path: String,
    /// Its fields, in order.
    fields: Vec<(String, String)>,
    /// Who had the page it was typed on.
    maker: Option<PersonId>,
    /// Whether files go with it, which do not come back.
    files: bool,
}

impl Typed {
    /// What comes back of this form: nothing of one that holds a secret, nor of one in which nothing was written.
    pub fn of(house: &House, ask: &Ask, form: &Form, files: bool) -> Option<Self> {
        let said = |(name, text): &(String, String)| !text.is_empty() && name != "csrf" && name != "once";
        let secret = |(name, text): &(String, String)| is_secret(name) && !text.is_empty();
        if form.fields().iter().any(secret) || !form.fields().iter().any(said) {
            return None;
        }
        let kept = |name: &str| !matches!(name, "csrf" | "envoi" | "repris");
        let fields = form.fields().iter().filter(|(name, _)| kept(name)).cloned().collect();
        Some(Self {
            path: ask.here.clone(),
            fields,
            maker: house.secret.maker(form.text("csrf"), house.clock.now()),
            files,
        })
    }

    /// Whether it is this person's; of a page that anybody opens, nobody's.
    pub fn is_of(&self, person: Option<PersonId>) -> bool {
        self.maker == person
    }

    /// Keeps it for when its person has signed in again; `false` when nobody is known to have typed it, or nothing was written: choices
    /// are made again on their page, where they are read.
    pub async fn keep(self, house: &Arc<House>) -> bool {
        let Some(person) = self.maker.filter(|_| self.fields.iter().any(is_prose)) else { return false };
        let fields = form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.fields).finish();
        let now = house.clock.now();
        let form = Waiting { id: Id::new(now, &*house.chance), path: self.path, fields, files: self.files };
        house.db.write(move |tx| store::unsent::keep(tx, person, &form, now)).await.unwrap_or(false)
    }
}

#[derive(Template)]
#[template(path = "unsent.html")]
struct Unsent {
    shell: Shell,
    text: String,
    action: String,
    /// Fields that are choices, known here by their raw names alone: they leave with the rest, and are not shown.
    chosen: Vec<(String, String)>,
    /// Fields that were written.
    written: Vec<(String, String)>,
    /// Whether files went with it.
    files: bool,
    /// The name under which it is kept until it is sent.
    kept: Option<UnsentId>,
}

/// The form again, under the sentence that says why.
pub(crate) fn page(
    visit: &Visit<'_, '_>,
    status: u16,
    typed: Typed,
    text: String,
    kept: Option<UnsentId>,
) -> Result<Reply> {
    let (written, mut chosen): (Vec<_>, Vec<_>) = typed.fields.into_iter().partition(is_prose);
    let mut shell = visit.shell();
    // Sent again it is the same form: what went through after all counts once.
    if let Some(at) = chosen.iter().position(|(name, text)| name == "once" && !text.is_empty()) {
        shell.once = chosen.swap_remove(at).1;
    }
    chosen.retain(|(name, _)| name != "once");
    Reply::page_as(status, &Unsent { shell, text, action: typed.path, chosen, written, files: typed.files, kept })
}

/// Whether something that this person typed waits to be given back.
pub fn has_unsent(tx: &mut Tx<'_>, person: PersonId, now: Moment) -> db::Result<bool> {
    Ok(store::unsent::find(tx, person, now.plus_days(-DAYS))?.is_some())
}

/// After signing in: what was typed when the session was over.
pub(crate) fn again(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let person = visit.actor()?.person;
    let Some(waiting) = store::unsent::find(visit.tx, person, visit.now.plus_days(-DAYS))? else {
        return Ok(Reply::go("/"));
    };
    let Waiting { id, path, fields, files } = waiting;
    let fields = form_urlencoded::parse(fields.as_bytes()).into_owned().collect();
    let text = visit.sentence("shell-again-signed");
    page(visit, 200, Typed { path, fields, maker: Some(person), files }, text, Some(id))
}

/// What was typed is not to be sent; what waits behind it is shown.
pub(crate) fn thrown(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let person = visit.actor()?.person;
    let id = visit.form.id("forme")?.ok_or(Error::NotFound)?;
    store::unsent::forget(visit.tx, person, id)?;
    let to = if has_unsent(visit.tx, person, visit.now)? { UNSENT } else { "/" };
    Ok(Reply::go(to).said(visit.sentence("shell-said-thrown")))
}

/// The sentence above what comes back, where it does.
pub(crate) fn why(error: &Error, can_write: bool) -> Option<&'static str> {
    match error {
        Error::Stale => Some("shell-again-stale"),
        Error::Unfit(unfit) => Some(unfit.said()[1]),
        Error::Heavy => Some("shell-again-heavy"),
        Error::Later(key) => Some(key),
        Error::Db(error) if error.is_passing() => Some("shell-again-full"),
        Error::Page(_) | Error::Db(_) | Error::Files(_) | Error::Ours(_) if can_write => Some("shell-again-ours"),
        Error::Page(_) | Error::Db(_) | Error::Files(_) | Error::Ours(_) => Some("shell-again-full"),
        Error::NotFound
        | Error::Forbidden
        | Error::SignedOut
        | Error::First(_)
        | Error::NotYet(_)
        | Error::Unreadable(_)
        | Error::Slow => None,
    }
}

//! One's messages; and a line from the staff to a class.
mod channel;

use crate::{Notice, Sending, quiet, store};
use access::Allowed;
use askama::Template;
use directory::{Class, Person, policy::STAFF};
use web::{Door, Error, FormState, Paged, Reply, Result, Routes, Shell, Visit};

/// The longest message, in characters.
const LONGEST: usize = 500;

/// Addresses of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .page("/messages", Door::SignedIn, all)
        .form("/messages", Door::SignedIn, read)
        .page("/compte/canal", Door::SignedIn, channel::show)
        .signed("/compte/canal", Door::SignedIn, channel::choose)
        .page("/ecole/classe/{class}/message", Door::Staff(STAFF), write)
        .form("/ecole/classe/{class}/message", Door::Staff(STAFF), send)
}

#[derive(Template)]
#[template(path = "notice/all.html")]
struct All {
    shell: Shell,
    notices: Paged<Notice>,
    unread: i64,
}

/// One's messages.
fn all(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let notices = store::of_person(visit.tx, &actor, visit.pager(), visit.now)?;
    let unread = store::unread(visit.tx, &actor, visit.now)?;
    Reply::page(&All { shell: visit.shell().at("/messages"), notices, unread })
}

/// All are read.
fn read(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    store::read_all(visit.tx, &actor, visit.now)?;
    Ok(Reply::go("/messages").said(visit.sentence("notice-read-done")))
}

#[derive(Template)]
#[template(path = "notice/write.html")]
struct Write {
    shell: Shell,
    form: FormState,
    class: Allowed<directory::policy::Read, Class>,
    /// When it will show, when not at once.
    later: Option<String>,
}

/// A line to a class.
fn write(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    page(visit, FormState::new())
}

fn page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("class")?);
    let class = directory::store::find_class(visit.tx, &actor, id)?.ok_or(Error::NotFound)?;
    let shell = visit.shell().at("/ecole");
    let shown = quiet::shown_at(&calendar::Calendar::load(visit.tx)?, visit.now);
    let later = (shown != visit.now).then(|| format!("{}, {}", shell.date(shown), shell.time(shown)));
    let refused = form.refused();
    let page = Write { shell, form, class, later };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Sends it to each pupil of the class.
fn send(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("class")?);
    let class = directory::store::find_class(visit.tx, &actor, id)?.ok_or(Error::NotFound)?;
    let text = visit.form.text("texte").replace("\r\n", "\n");
    if text.is_empty() || text.chars().count() > LONGEST {
        let mut state = FormState::of(&visit.form);
        state.refuse("texte", visit.shell().say("notice-say-something"));
        return page(visit, state);
    }
    let pupils = directory::store::pupils_of_class(visit.tx, class.unit.id, visit.now)?;
    let (author, school) = (Some(actor.person), class.school.id);
    let to = |pupil: &Person| Sending { school, author, to: pupil.id, text: text.clone(), link: None, sealed: None };
    let sendings: Vec<Sending> = pupils.iter().map(to).collect();
    store::notify_many(visit.tx, &*visit.house.chance, &sendings, visit.now)?;
    let said = visit.shell().say("notice-sent").num("n", pupils.len()).to_string();
    Ok(Reply::go(format!("/ecole/classe/{}/message", class.unit.id)).said(said))
}

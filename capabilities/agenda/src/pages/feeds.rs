//! Secret addresses by which another program follows one's agenda.
use super::{place, seen};
use crate::{Meeting, feed, store};
use askama::Template;
use data_encoding::BASE32_NOPAD;
use web::{Error, Lang, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "agenda/feeds.html")]
struct Addresses {
    shell: Shell,
    feeds: Vec<store::Feed>,
    /// The address just made: shown once, since it is not kept.
    fresh: Option<Fresh>,
    most: bool,
}

/// A new address, in the three ways that an agenda takes it.
struct Fresh {
    address: String,
    /// The same, which the agenda of this device opens to follow it.
    webcal: String,
    /// The same, for the camera of a telephone.
    qr: String,
}

impl Fresh {
    fn new(address: String) -> Result<Self> {
        let webcal = address.split_once("://").map_or_else(String::new, |(_, rest)| format!("webcal://{rest}"));
        let qr = print::qr_svg(&webcal).map_err(|error| Error::Ours(error.to_string()))?;
        Ok(Self { address, webcal, qr })
    }
}

/// How many addresses a person may have at once.
const MOST: usize = 5;

/// The addresses one has.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    page(visit, None)
}

fn page(visit: &mut Visit<'_, '_>, fresh: Option<String>) -> Result<Reply> {
    let actor = visit.actor()?;
    let feeds = store::feeds(visit.tx, &actor, visit.now)?;
    let most = feeds.len() >= MOST;
    let secret = fresh.is_some();
    let fresh = fresh.map(Fresh::new).transpose()?;
    let page = Addresses { shell: visit.shell().at("/semaine"), feeds, fresh, most };
    if secret { Reply::page_once(&page) } else { Reply::page(&page) }
}

/// Makes one. Its secret is in the answer and nowhere else; a second click shows the same.
pub fn make(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let token = BASE32_NOPAD.encode(&visit.secret_of_form("feed")).to_lowercase();
    let address = format!("{}/agenda/{token}.ics", visit.house.settings.public_url);
    let mark = feed::print(&token);
    if visit.form.again {
        let made = store::is_feed(visit.tx, &actor, mark)?;
        return page(visit, made.then_some(address));
    }
    if store::feeds(visit.tx, &actor, visit.now)?.len() >= MOST {
        return page(visit, None);
    }
    let (id, now) = (visit.new_id(), visit.now);
    store::make_feed(visit.tx, id, actor.person, mark, now)?;
    Ok(page(visit, Some(address))?.told("feed-made", (actor.person, actor.person), ""))
}

/// Makes one dead.
pub fn revoke(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("feed")?);
    seen(store::revoke_feed(visit.tx, &actor, id, visit.now)?.then_some(()))?;
    Ok(Reply::go("/semaine/abonnement").said(visit.sentence("agenda-said-revoked")))
}

/// The words of a feed, in the reader's language.
struct Words(Shell);

impl feed::Say for Words {
    fn kind(&self, meeting: &Meeting) -> String {
        self.0.of("agenda-kind-", meeting.what.kind.word()).to_string()
    }

    fn place(&self, meeting: &Meeting, school: &str) -> String {
        format!("{}, {school}", place(&self.0, &meeting.what))
    }
}

/// The agenda behind an address, for whoever knows it.
pub fn calendar(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let file: String = visit.path("file")?;
    let token = file.strip_suffix(".ics").filter(|token| token.len() == 52).ok_or(Error::NotFound)?;
    let span = (visit.now.plus_days(-feed::BEHIND), visit.now.plus_days(feed::AHEAD));
    let (lang, lines) = seen(store::of_feed(visit.tx, feed::print(token), visit.now, span)?)?;
    let mut shell = visit.shell();
    shell.lang = lang.as_deref().and_then(Lang::from_tags).unwrap_or_default();
    let name = shell.say("agenda-feed-name").to_string();
    let text = feed::text(&name, &visit.house.settings.public_url, &lines, &Words(shell));
    Ok(Reply::bytes("text/calendar; charset=utf-8", text.into_bytes())
        .header("content-disposition", "inline; filename=\"preau.ics\"".to_owned()))
}

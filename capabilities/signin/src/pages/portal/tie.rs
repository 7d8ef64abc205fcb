//! Says who one is at a portal by coming in with one's card or one's password at once after: on that session, and on no other.
use super::pass::{self, Come};
use crate::store::{self, identity::How};
use access::Actor;
use askama::Template;
use web::{Reply, Result, Shell, SignedIn, Visit};

#[derive(Template)]
#[template(path = "signin/portal/tie.html")]
struct Tie {
    shell: Shell,
    /// What the portal calls them.
    said: String,
    /// Who they are here.
    name: String,
    portal: String,
    pupil: bool,
}

/// Who has come through a portal as nobody known, and has then opened this very session. Who works here says so with a password: a card
/// opens nothing of theirs.
fn both(visit: &mut Visit<'_, '_>) -> Result<Option<(Come, std::sync::Arc<SignedIn>)>> {
    let who = visit.signed_in()?;
    let Some(come) = pass::come(visit)? else { return Ok(None) };
    let person = who.actor.person;
    let after = store::session::since(visit.tx, who.session)?.is_some_and(|since| since >= come.at);
    let whole = Actor::load(visit.tx, person, visit.now)?;
    let limited = who.by_card && whole.is_staff();
    // A portal that does not say whose account it is gives nothing to say yes to.
    let named = !come.proof.named().is_empty();
    Ok((after && !limited && named && come.asked.trial.is_none()).then_some((come, who)))
}

/// Asks whether they are the same.
pub fn ask(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let Some((come, who)) = both(visit)? else { return Ok(Reply::go("/")) };
    let page = Tie {
        shell: visit.shell(),
        said: come.proof.named(),
        name: format!("{} {}", who.given, who.family),
        portal: come.portal.name.clone(),
        pupil: who.actor.is_pupil(),
    };
    Reply::page(&page)
}

/// They are: from now on the portal's door opens for them.
pub fn tied(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let Some((come, who)) = both(visit)? else { return Ok(Reply::go("/")) };
    if !visit.form.has("oui") {
        return pass::end(visit, Reply::go("/").said(visit.sentence("signin-portal-said-not")));
    }
    let person = who.actor.person;
    let someone = directory::store::someone(visit.tx, person, visit.now)?;
    let reaches = someone.and_then(|someone| super::arrive::reaches(&come, &someone, visit));
    if reaches.is_none() {
        return super::stranger::page(visit, &come, "place");
    }
    let subject = come.portal.digest(&visit.house.secret, "subject", &come.proof.subject);
    let id = visit.new_id();
    store::identity::tie(visit.tx, id, (come.portal.id, &subject), (person, How::Hand), visit.now)?;
    let until = visit.now.plus_minutes(crate::Device::Work.minutes());
    super::launch::keep(visit, who.session, &come, until)?;
    let said = visit.house.words.say(visit.lang(), "signin-portal-said-tied").text("portal", &come.portal.name);
    let reply = Reply::go(super::super::destination(&come.asked.to)).said(said.to_string());
    let reply = reply.told("portal-tied", (person, person), come.portal.key.clone());
    pass::end(visit, reply)
}

//! A launch: the browser leaves for the tool, comes back to be told who it is, and is sent on.
use super::{grade, member, service};
use crate::{
    DEPLOYMENT, Link, LinkId, Tool,
    key::{self, Keys},
    policy::{Lead, Open},
    store,
};
use access::Allowed;
use askama::Template;
use data_encoding::BASE64URL_NOPAD;
use kernel::{GroupId, Moment, PersonId, SessionId};
use lti::{Authorization, Context, Launch, Message, ResourceLink, Role, ScoreService, scope};
use std::{future::Future, pin::Pin, sync::Arc};
use web::{Ask, Error, Form, House, Lang, Reply, Result, Shell, SignedIn, Visit};

/// For how many minutes a launch may be on its way.
const LONG: i64 = 10;
/// What seals of launches are for.
const PURPOSE: &str = "course-launch";

/// The keys of this house are there before anything is signed with them.
pub fn prepare(house: Arc<House>, _: Arc<Ask>, mut form: Form) -> Pin<Box<dyn Future<Output = Result<Form>> + Send>> {
    Box::pin(async move {
        form.prepared = Some(key::keys(&house).await?);
        Ok(form)
    })
}

fn prepared(visit: &Visit<'_, '_>) -> Result<Arc<Keys>> {
    let found = visit.form.prepared.clone().and_then(|found| found.downcast::<Keys>().ok());
    found.ok_or_else(|| Error::Ours("the keys were not prepared".to_owned()))
}

/// What others know our signature by.
pub fn keys(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    Ok(service::json("application/json", &prepared(visit)?.published()))
}

/// What goes with somebody to the tool and back: sealed, so that nothing need be kept before they are back.
struct Hint {
    link: LinkId,
    person: PersonId,
    session: SessionId,
    at: Moment,
}

impl Hint {
    fn sealed(&self, house: &House) -> String {
        let at = self.at.0.to_be_bytes();
        let parts: [&[u8]; 4] = [&self.link.bytes(), &self.person.bytes(), &self.session.bytes(), &at];
        BASE64URL_NOPAD.encode(&house.secret.seal(PURPOSE, &[], &parts.concat(), &*house.chance))
    }

    fn read(house: &House, said: &str) -> Option<Self> {
        let plain = house.secret.open(PURPOSE, &[], &BASE64URL_NOPAD.decode(said.as_bytes()).ok()?)?;
        Some(Self {
            link: LinkId::from_bytes(plain.get(..16)?)?,
            person: PersonId::from_bytes(plain.get(16..32)?)?,
            session: SessionId::from_bytes(plain.get(32..48)?)?,
            at: Moment(i64::from_be_bytes(plain.get(48..)?.try_into().ok()?)),
        })
    }
}

/// The activity, and its tool; neither is closed.
fn open(visit: &mut Visit<'_, '_>, who: &SignedIn, id: LinkId) -> Result<Option<(Allowed<Open, Link>, Tool)>> {
    let Some(link) = store::link::find::<Open>(visit.tx, &who.actor, id)? else { return Ok(None) };
    let tool = store::tool::by_id(visit.tx, link.tool)?;
    Ok(tool.filter(|tool| tool.closed_at.is_none() && link.closed_at.is_none()).map(|tool| (link, tool)))
}

/// Where the tool is to lead.
fn target(tool: &Tool, link: &Link) -> String {
    if link.target.is_empty() { tool.launches().next().unwrap_or_default().to_owned() } else { link.target.clone() }
}

/// Leaves for the tool.
pub fn leave(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (who, id) = (visit.signed_in()?, visit.id("link")?);
    let (link, tool) = open(visit, &who, id)?.ok_or(Error::NotFound)?;
    let hint = Hint { link: link.id, person: who.actor.person, session: who.session, at: visit.now };
    let name = link.name_of(&visit.house.secret, who.actor.person);
    let told = tool.told().ok_or_else(|| Error::Ours("a tool has no address".to_owned()))?;
    let (issuer, target) = (&visit.house.settings.public_url, target(&tool, &link));
    Ok(Reply::go(told.initiation(issuer, &target, &name, &hint.sealed(visit.house), DEPLOYMENT)))
}

/// A tool that asks by a form of its own site, with which no cookie comes: it asks again by an address, with which one does.
pub fn round(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let pairs: Vec<_> = visit.form.fields().iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    if Authorization::read(pairs.iter().copied()).is_err() {
        return no(visit, "strange");
    }
    Ok(Reply::go(web::address("/cours/entree", &pairs)))
}

#[derive(Template)]
#[template(path = "course/go.html")]
struct Go {
    shell: Shell,
    tool: String,
    /// Where the form goes, and its fields.
    to: String,
    fields: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "course/no.html")]
struct No {
    shell: Shell,
    why: &'static str,
}

fn no(visit: &Visit<'_, '_>, why: &'static str) -> Result<Reply> {
    tracing::warn!(target: "preau::security", why, "a launch was not signed");
    Reply::page_as(403, &No { shell: visit.shell(), why })
}

/// Tells the tool who it is: the person who asked for this launch, on this browser, once.
pub fn enter(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let keys = prepared(visit)?;
    let pairs = visit.ask.query.clone();
    let Ok(asked) = Authorization::read(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()))) else {
        return no(visit, "strange");
    };
    let hint = asked.message_hint.as_deref().and_then(|said| Hint::read(visit.house, said));
    let Some(hint) = hint.filter(|hint| visit.now.minutes_since(hint.at) < LONG) else { return no(visit, "late") };
    // Whoever has left meanwhile, or has something to do before anything else, begins again from the activity.
    let who = visit.who.clone().filter(|who| who.must.is_none());
    let Some(who) = who else {
        return Ok(Reply::go(web::address("/entrer", &[("vers", &format!("/cours/{}", hint.link))])));
    };
    if hint.person != who.actor.person || hint.session != who.session {
        return no(visit, "other");
    }
    let Some((link, tool)) = open(visit, &who, hint.link)? else { return Err(Error::NotFound) };
    let (secret, told) = (visit.house.secret.clone(), tool.told());
    if told.is_none_or(|told| asked.check(&told).is_err()) || asked.login_hint != link.name_of(&secret, hint.person) {
        return no(visit, "setup");
    }
    let seen = secret.sign("course-hint", &[asked.message_hint.as_deref().unwrap_or_default().as_bytes()]);
    if !store::seen::first(visit.tx, &seen, hint.at.plus_minutes(LONG))? {
        return no(visit, "late");
    }
    let launch = launch(visit, (&tool, &*link), &who)?;
    let key = keys.signing(visit.now).ok_or_else(|| Error::Ours("there is no key".to_owned()))?;
    let (issuer, client) = (visit.house.settings.public_url.clone(), tool.id.to_string());
    let signed = launch.sign(&issuer, &client, &asked.nonce, key, visit.now.0.div_euclid(1_000));
    let signed = signed.map_err(|why| Error::Ours(why.to_string()))?;
    let mut fields = vec![("id_token", signed)];
    fields.extend(asked.state.clone().map(|state| ("state", state)));
    let page = Go { shell: visit.shell(), tool: tool.name.clone(), to: asked.redirect_uri.clone(), fields };
    Ok(Reply::page(&page)?.header("content-security-policy", policy(&asked.redirect_uri)))
}

/// This one page may send its form to the tool, and wherever that sends it on to.
fn policy(to: &str) -> String {
    let origin = url::Url::parse(to).map(|url| url.origin().ascii_serialization()).unwrap_or_default();
    format!(
        "default-src 'self'; img-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self' https: {origin}; frame-ancestors 'none'"
    )
}

/// The class or the group, as a tool knows it.
pub fn context(house: &House, link: &Link) -> Context {
    let group: GroupId = link.group;
    let id = directory::opaque(&house.secret, &[b"course-group", &link.tool.bytes()], group.cast());
    Context { id, label: Some(link.group_name.clone()), title: Some(link.group_name.clone()) }
}

/// What the tool is told.
fn launch(visit: &mut Visit<'_, '_>, (tool, link): (&Tool, &Link), who: &SignedIn) -> Result<Launch> {
    let leads = access::check::<Lead, _>(&who.actor, link.clone()).is_ok();
    let part = who.actor.groups.iter().find(|(group, _)| *group == link.group).map(|(_, part)| *part);
    let at = |path: &str| service::address(visit.house, &format!("/cours/{}{path}", link.id));
    let scores = match link.most {
        None => None,
        Some(_) => Some(ScoreService {
            scopes: [scope::SCORE, scope::RESULT_READ, scope::LINE_ITEM_READ].map(str::to_owned).to_vec(),
            line_items: Some(at("/colonnes")?),
            line_item: Some(grade::column_address(visit, link)?),
        }),
    };
    let named = (who.given.clone(), who.family.clone());
    Ok(Launch {
        deployment: DEPLOYMENT.to_owned(),
        message: Message::ResourceLink(ResourceLink {
            id: link.id.to_string(),
            title: Some(link.title.clone()),
            target: target(tool, link),
        }),
        user: Some(member::user(visit.house, (tool, link), who.actor.person, Some(&named))),
        roles: vec![if leads { Role::Instructor } else { part.map_or(Role::Learner, member::role) }],
        context: Some(context(visit.house, link)),
        scores,
        members: Some(at("/membres")?),
        custom: link.custom.clone(),
        locale: Some(if visit.lang() == Lang::En { "en-GB" } else { "fr-FR" }.to_owned()),
        return_to: Some(at("")?),
    })
}

//! The portals that one keeps: added, tried, changed, closed; each deed is in the trail.
use super::{ours, state::state};
use crate::{
    policy::{Keep, PORTALS},
    portal::{self, Kind, Portal, PortalId, Settings},
    store,
};
use ::access::{Allowed, Place, Unit, UnitKind};
use askama::Template;
use kernel::{Moment, UnitId};
use std::sync::Arc;
use web::{Error, FormState, Paged, Reply, Result, Shell, Visit};

/// The longest name of a portal, and of its key in addresses.
const NAME: usize = 60;
const KEY: usize = 30;
#[derive(Template)]
#[template(path = "signin/portal/list.html")]
struct List {
    shell: Shell,
    form: FormState,
    portals: Paged<Portal>,
    kinds: Vec<(String, String)>,
    now: Moment,
}

impl List {
    fn state(&self, portal: &Portal) -> Option<(&'static str, String)> {
        state(&self.shell, portal, self.now)
    }
}

fn list(visit: &mut Visit<'_, '_>, form: FormState) -> Result<List> {
    let (actor, shell) = (visit.actor()?, visit.shell().at("/portails"));
    let portals = store::portal::kept(visit.tx, &actor, visit.pager())?;
    let kinds =
        Kind::ALL.iter().map(|kind| (kind.word().to_owned(), shell.of("signin-portal-kind-", kind.word()).to_string()));
    Ok(List { form, portals, kinds: kinds.collect(), shell, now: visit.now })
}

/// All of them.
pub fn all(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    // Most are for all that one administers.
    let above = visit.actor()?.units(PORTALS);
    let units = access::store::by_ids(visit.tx, UnitKind::Academie, &above)?;
    let whose = units.first().map_or("", |unit| unit.code.as_str());
    let page = list(visit, FormState::new().with("genre", Kind::Cas.word()).with("pour", whose))?;
    Reply::page(&page)
}

/// The unit that was typed by its code, where one keeps portals for it.
fn unit(visit: &mut Visit<'_, '_>) -> Result<Option<Unit>> {
    let actor = visit.actor()?;
    let Some(unit) = store::portal::unit(visit.tx, visit.form.text("pour"))? else { return Ok(None) };
    let lineage = access::store::lineage(visit.tx, unit.id)?;
    let keeps = access::check::<Keep, _>(&actor, Place::new(unit.id, lineage)).is_ok();
    Ok(keeps.then_some(unit))
}

/// Adds one, closed to nobody from the moment it is read: first it is tried.
pub fn add(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let mut form = FormState::of(&visit.form);
    let name = visit.form.short("nom", NAME);
    let key = visit.form.text("cle").to_lowercase();
    let kind = Kind::from_word(visit.form.text("genre")).ok_or(Error::NotFound)?;
    if name.is_empty() {
        form.refuse("nom", visit.sentence("signin-portals-name-missing"));
    }
    let plain = key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if key.is_empty() || key.len() > KEY || !plain || TAKEN.contains(&key.as_str()) {
        form.refuse("cle", visit.sentence("signin-portals-key-plain"));
    } else if store::portal::is_taken(visit.tx, &key)? {
        form.refuse("cle", visit.sentence("signin-portals-key-taken"));
    }
    let unit = unit(visit)?;
    if unit.is_none() {
        form.refuse("pour", visit.sentence("signin-portals-unit-missing"));
    }
    let (Some(unit), false) = (unit, form.refused()) else { return Reply::refused(&list(visit, form)?) };
    let portal = Portal {
        id: visit.new_id(),
        key,
        name,
        kind,
        unit,
        staff: false,
        settings: Settings::default(),
        sealed: None,
        written: false,
        learnt: portal::Learnt::default(),
        ends_at: None,
        drift: 0,
        trouble: None,
        closed_at: None,
        lineage: vec![],
    };
    store::portal::put(visit.tx, &portal, visit.now)?;
    // Nobody sees it before it was tried.
    store::portal::close(visit.tx, portal.id, visit.now)?;
    told(visit, &portal, "portal/added", "")?;
    Ok(Reply::go(format!("/portails/{}", portal.id)).said(visit.sentence("signin-portals-said-added")))
}

/// Names that addresses of this house have already.
const TAKEN: &[&str] = &["arrivee", "lien"];

#[derive(Template)]
#[template(path = "signin/portal/one.html")]
struct One {
    shell: Shell,
    form: FormState,
    portal: Portal,
    /// What is to be pasted over there: name and address.
    ours: Vec<(&'static str, String)>,
    /// Whether it shares a secret with this house.
    shares: bool,
    state: Option<(&'static str, String)>,
}

impl One {
    fn is(&self, kind: &str) -> bool {
        self.portal.kind.word() == kind
    }

    fn read_at(&self) -> Option<String> {
        self.portal.learnt.at.map(|at| format!("{}, {}", self.shell.date(at), self.shell.time(at)))
    }
}

fn whose(visit: &mut Visit<'_, '_>) -> Result<Allowed<Keep, Portal>> {
    let (actor, id): (_, PortalId) = (visit.actor()?, visit.id("portal")?);
    store::portal::find(visit.tx, &actor, id)?.ok_or(Error::NotFound)
}

fn sheet(visit: &Visit<'_, '_>, portal: &Portal, form: FormState) -> One {
    let shell = visit.shell().at("/portails");
    let house = visit.house;
    let ours = ours::addresses(house, portal);
    let (shares, state) = (portal.shared(&house.secret).is_some(), state(&shell, portal, visit.now));
    One { form, portal: portal.clone(), ours, shares, state, shell }
}

/// One of them: what is said of it, what was read of it, its test.
pub fn one(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let portal = whose(visit)?;
    let said = &portal.settings;
    let form = ours::shown(said, FormState::new())
        .with("nom", &portal.name)
        .with("pour", &portal.unit.code)
        .with("personnel", if portal.staff { "1" } else { "" });
    Reply::page(&sheet(visit, &portal, form))
}

/// Changes what is said of it.
pub fn change(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let before = whose(visit)?;
    if before.written {
        return Err(Error::Forbidden);
    }
    let mut form = FormState::of(&visit.form);
    let settings = ours::typed(&visit.form);
    let name = visit.form.short("nom", NAME);
    if name.is_empty() {
        form.refuse("nom", visit.sentence("signin-portals-name-missing"));
    }
    let unit = unit(visit)?;
    if unit.is_none() {
        form.refuse("pour", visit.sentence("signin-portals-unit-missing"));
    }
    let door = portal::typed(visit.house);
    if let Err(why) = door.address(&settings.address)
        && !(before.kind == Kind::Saml && settings.address.is_empty() && !settings.metadata.is_empty())
    {
        form.refuse("adresse", visit.sentence(refusal(why)));
    }
    for (field, said) in ours::addresses_typed(&settings, before.kind) {
        if let Err(why) = door.address(said) {
            form.refuse(field, visit.sentence(refusal(why)));
        }
    }
    if let Err(portal::Unclear(line)) = settings.sources() {
        let said = visit.house.words.say(visit.lang(), "signin-portals-keys-unclear").text("line", line);
        form.refuse("cles", said.to_string());
    }
    let (Some(unit), false) = (unit, form.refused()) else {
        return Reply::refused(&sheet(visit, &before, form));
    };
    let moved = settings.address != before.settings.address;
    let portal = Portal { name, unit, settings, staff: visit.form.has("personnel"), ..Portal::clone(&before) };
    // What is shared with one address is not told to another.
    let portal = match visit.form.text("secret") {
        "" if moved => Portal { sealed: None, ..portal },
        "" => portal,
        typed => portal.sharing(typed, &visit.house.secret, &*visit.house.chance),
    };
    if moved {
        // Another server may call somebody else by the same name.
        store::identity::end_portal(visit.tx, portal.id, visit.now)?;
    }
    let was_closed = before.closed_at;
    store::portal::put(visit.tx, &portal, visit.now)?;
    if was_closed.is_some() {
        store::portal::close(visit.tx, portal.id, visit.now)?;
    }
    told(visit, &portal, "portal/changed", if moved { "address" } else { "" })?;
    Ok(Reply::go(format!("/portails/{}", portal.id)).said(visit.sentence("signin-portals-said-changed")))
}

/// The key of the sentence that says why an address is none.
const fn refusal(why: outgoing::Refused) -> &'static str {
    match why {
        outgoing::Refused::Plain => "signin-portals-address-plain",
        outgoing::Refused::Closed => "signin-portals-address-closed",
        _ => "signin-portals-address-unreadable",
    }
}

/// Closes it: who came by it is out.
pub fn close(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let portal = whose(visit)?;
    if portal.written {
        return Err(Error::Forbidden);
    }
    store::portal::close(visit.tx, portal.id, visit.now)?;
    told(visit, &portal, "portal/closed", "")?;
    let to = format!("/portails/{}", portal.id);
    Ok(Reply::go(&to).said(visit.sentence("signin-portals-said-closed")).undo(format!("{to}/retour"), &[]))
}

/// Opens it.
pub fn reopen(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let portal = whose(visit)?;
    if portal.written {
        return Err(Error::Forbidden);
    }
    store::portal::reopen(visit.tx, portal.id)?;
    told(visit, &portal, "portal/opened", "")?;
    let to = format!("/portails/{}", portal.id);
    Ok(Reply::go(&to).said(visit.sentence("signin-portals-said-opened")).undo(format!("{to}/fin"), &[]))
}

/// Reads again what the portal says of itself, in a moment: a job asks the network.
pub fn read(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let portal = whose(visit)?;
    let (id, house) = (portal.id, Arc::clone(visit.house));
    visit.after(async move {
        portal::read_again(&house, id).await;
        None
    });
    Ok(Reply::go(format!("/portails/{id}")).said(visit.sentence("signin-portals-said-read")))
}

fn told(visit: &mut Visit<'_, '_>, portal: &Portal, deed: &str, why: &str) -> Result<()> {
    let (by, unit): (_, UnitId) = (visit.actor()?.person, portal.unit.id);
    let on = (portal.id, Some(unit));
    Ok(access::audit::record_at(visit.tx, &*visit.house.chance, visit.now, by, deed, on, why)?)
}

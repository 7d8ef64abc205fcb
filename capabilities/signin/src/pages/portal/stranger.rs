//! Whom a portal vouches for and who does not come in: the page that says why and whom to ask, and what the referent sees of it.
use super::{
    super::{
        UNLOCKERS,
        whom::{self, Whom},
    },
    pass::Come,
};
use crate::{code, portal::Portal, store, store::identity::Stranger};
use access::{Unit, UnitKind};
use askama::Template;
use web::{Paged, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "signin/portal/stranger.html")]
struct Page {
    shell: Shell,
    /// What the portal calls them.
    said: String,
    portal: Portal,
    /// The word of why.
    why: &'static str,
    /// The code to read out; none where nobody is to look for them.
    code: Option<String>,
    /// Whom to ask.
    whom: Option<Whom>,
    /// Why they are shut out, in a sentence.
    shut: Option<String>,
}

impl Page {
    /// Whether a card or a password, at once after, says who they are.
    fn ties(&self) -> bool {
        matches!(self.why, "unknown" | "several") && !self.said.is_empty()
    }
}

/// The page of who is nobody here, and a line for who looks after accounts at their school.
pub fn page(visit: &mut Visit<'_, '_>, come: &Come, why: &'static str) -> Result<Reply> {
    let school = school(visit, come)?;
    let said = come.proof.named();
    let code = match why {
        "staff" | "place" => None,
        _ => {
            let unit = school.as_ref().map_or(come.portal.unit.id, |school| school.id);
            let fresh = code::short(&*visit.house.chance);
            let subject = come.portal.digest(&visit.house.secret, "subject", &come.proof.subject);
            let id = visit.new_id();
            let on = (come.portal.id, subject.as_slice(), unit);
            Some(store::identity::met(visit.tx, id, on, (&fresh, &said, why), visit.now)?)
        }
    };
    let whom = match school {
        Some(school) => Some(Whom::at(visit, school)?),
        None => whom::remembered(visit)?,
    };
    let page = Page { shell: visit.shell(), said, portal: come.portal.clone(), why, code, whom, shut: None };
    Ok(Reply::page_as(403, &page)?.keeping())
}

/// The page of who is known and shut out.
pub fn shut(visit: &mut Visit<'_, '_>, come: &Come, sentence: String) -> Result<Reply> {
    let (portal, said) = (come.portal.clone(), come.proof.named());
    let page = Page { shell: visit.shell(), said, portal, why: "shut", code: None, whom: None, shut: Some(sentence) };
    Ok(Reply::page_as(403, &page)?.keeping())
}

/// The school that the portal names, where it is one of those that it serves.
fn school(visit: &mut Visit<'_, '_>, come: &Come) -> Result<Option<Unit>> {
    if come.portal.unit.kind == UnitKind::Etablissement {
        return Ok(Some(come.portal.unit.clone()));
    }
    for uai in come.proof.schools() {
        let Some(school) = access::store::by_code(visit.tx, UnitKind::Etablissement, &uai)? else { continue };
        if access::store::lineage(visit.tx, school.id)?.contains(&come.portal.unit.id) {
            return Ok(Some(school));
        }
    }
    Ok(None)
}

#[derive(Template)]
#[template(path = "signin/portal/strangers.html")]
struct Strangers {
    shell: Shell,
    strangers: Paged<Stranger>,
}

impl Strangers {
    fn when(&self, one: &Stranger) -> String {
        format!("{}, {}", self.shell.date(one.at), self.shell.time(one.at))
    }
}

/// Those who came to one's schools by a portal and whom nobody here is known to be.
pub fn all(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let strangers = store::identity::strangers(visit.tx, &actor.units(UNLOCKERS), visit.pager())?;
    Reply::page(&Strangers { shell: visit.shell().at("/portails/inconnus"), strangers })
}

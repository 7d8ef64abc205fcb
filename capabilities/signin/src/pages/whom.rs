//! Whom to ask, by name: the referents and the vie scolaire of one's school. The school is known on a device that has opened an account;
//! elsewhere one says it. Names of adults only, and of no pupil.
use crate::store::whom::{self, Helper};
use access::{Audience, Guarded, Role, Unit, UnitKind};
use askama::Template;
use directory::Someone;
use kernel::{PersonId, UnitId};
use web::{FormState, Reply, Result, Shell, Visit};

/// The cookie that remembers the school; everybody may read who helps there.
const COOKIE: &str = "ecole";
/// For how long, in seconds.
const LONG: i64 = 365 * 24 * 60 * 60;
/// The most schools found that are shown.
const SHOWN: u32 = 20;
/// The most signs of what is looked for.
pub const MOST: usize = 80;

/// Who helps at a school.
#[derive(Clone, Debug)]
pub struct Whom {
    /// The school; none for who works for several, or whose school is not known.
    pub school: Option<Unit>,
    /// Who helps somebody there.
    helpers: Vec<Helper>,
    /// Whether they work above schools.
    above: bool,
}

impl Whom {
    /// Of a school.
    pub fn at(visit: &mut Visit<'_, '_>, school: Unit) -> Result<Self> {
        let helpers = whom::at(visit.tx, school.id, visit.now)?;
        Ok(Self { school: Some(school), helpers, above: false })
    }

    /// Of the school that somebody is of, or was of last; of a guardian, their child's.
    pub fn of_someone(visit: &mut Visit<'_, '_>, someone: &Someone) -> Result<Self> {
        let held = || someone.held.iter();
        let lasting = held().find(|held| held.school.is_some() && held.lasts(visit.now));
        let own = lasting.or_else(|| held().find(|held| held.school.is_some())).and_then(|held| held.school.clone());
        let childs = || someone.children.iter().flat_map(|child| &child.places).flat_map(Guarded::units).next();
        let school = match (own, childs().copied()) {
            (Some(school), _) => Some(school),
            (None, Some(unit)) => school(visit, unit)?,
            (None, None) => None,
        };
        if let Some(school) = school {
            return Self::at(visit, school);
        }
        let above = held().any(|held| held.role.audience() == Audience::Above);
        Ok(Self { school: None, helpers: vec![], above })
    }

    /// Who helps a pupil or a family there, or an adult of the school: the vie scolaire gives cards anew, and no password. Where nobody
    /// else does, who directs it.
    pub fn helpers(&self, pupil: bool) -> Vec<&Helper> {
        let first: &[Role] = if pupil { &[Role::Referent, Role::VieScolaire] } else { &[Role::Referent] };
        let of = |roles: &[Role]| self.helpers.iter().filter(|helper| roles.contains(&helper.role)).collect::<Vec<_>>();
        let found = of(first);
        if found.is_empty() { of(&[Role::Head, Role::Director]) } else { found }
    }

    /// Whom a pupil asks, in a sentence.
    pub fn to_pupil(&self, shell: &Shell) -> String {
        self.at_school(shell, "signin-whom-at-pupil", true)
    }

    /// Whom an adult asks, in a sentence.
    pub fn to_adult(&self, shell: &Shell) -> String {
        self.at_school(shell, "signin-whom-at-adult", false)
    }

    fn at_school(&self, shell: &Shell, key: &str, pupil: bool) -> String {
        let school = self.school.as_ref().map_or("", |school| school.name.as_str());
        shell.say(key).text("school", school).text("who", self.said(shell, pupil)).to_string()
    }

    /// « Luc Tellier (référent numérique) ou Rachid Morel (vie scolaire) »; where nobody is known by name, what to say instead.
    pub fn said(&self, shell: &Shell, pupil: bool) -> String {
        let names: Vec<String> = self.helpers(pupil).into_iter().map(|helper| said(shell, helper)).collect();
        match names.split_last() {
            None if self.above => shell.say("signin-whom-above").to_string(),
            None => shell.of("signin-whom-nobody-", if pupil { "pupil" } else { "adult" }).to_string(),
            Some((last, [])) => last.clone(),
            Some((last, others)) => {
                let or = shell.say("signin-whom-or").to_string();
                format!("{} {or} {last}", others.join(", "))
            }
        }
    }
}

fn said(shell: &Shell, helper: &Helper) -> String {
    let role = shell.of("signin-whom-role-", role_word(helper.role)).to_string();
    shell.say("signin-whom-one").text("name", &helper.name).text("role", role).to_string()
}

/// The word of one of the roles that help.
fn role_word(role: Role) -> &'static str {
    match role {
        Role::Referent => "referent",
        Role::VieScolaire => "vie-scolaire",
        _ => "head",
    }
}

/// The open school of an id.
fn school(visit: &mut Visit<'_, '_>, id: UnitId) -> Result<Option<Unit>> {
    let unit = access::store::by_id(visit.tx, id)?;
    Ok(unit.filter(|unit| unit.kind == UnitKind::Etablissement))
}

/// The cookie that remembers by which portal somebody came in last.
pub const DOOR: &str = "porte";

/// The device remembers a portal.
pub fn remember_door(reply: Reply, key: &str) -> Reply {
    reply.cookie(DOOR, key, Some(LONG))
}

/// The device remembers a school.
pub fn remember_school(reply: Reply, school: UnitId) -> Reply {
    reply.cookie(COOKIE, school.to_string(), Some(LONG))
}

/// The open school that this device remembers.
pub fn remembered_school(visit: &mut Visit<'_, '_>) -> Result<Option<Unit>> {
    let Some(id) = visit.ask.cookie(COOKIE).and_then(|said| said.parse().ok()) else { return Ok(None) };
    Ok(school(visit, id)?.filter(|school| !school.closed))
}

/// Who helps at the school that this device remembers.
pub fn remembered(visit: &mut Visit<'_, '_>) -> Result<Option<Whom>> {
    let school = remembered_school(visit)?;
    school.map(|school| Whom::at(visit, school)).transpose()
}

/// This person's account was opened here: the device remembers their school; a guardian's is that of a child.
pub fn remember(visit: &mut Visit<'_, '_>, reply: Reply, person: PersonId) -> Result<Reply> {
    let mut known = directory::store::school_of(visit.tx, person, visit.now)?;
    if known.is_none() {
        let links = directory::store::links(visit.tx, person, visit.now)?;
        if let Some(child) = links.into_keys().min() {
            known = directory::store::school_of(visit.tx, child, visit.now)?;
        }
    }
    Ok(match known {
        Some(school) => remember_school(reply, school.id),
        None => reply,
    })
}

/// The schools that somebody may mean.
pub enum Sought {
    /// This one.
    One(Unit),
    /// These, each with its commune, and how many others.
    Several(Vec<(Unit, String)>, u32),
}

/// The school of a code, or those whose name has these words.
pub fn sought(visit: &mut Visit<'_, '_>, asked: &str) -> Result<Sought> {
    if let Some(school) = access::store::by_code(visit.tx, UnitKind::Etablissement, &asked.to_uppercase())? {
        return Ok(Sought::One(school));
    }
    let all = directory::store::schools_named(visit.tx, asked, SHOWN)?;
    let ids: Vec<UnitId> = all.hits.iter().map(|hit| hit.id.cast()).collect();
    let mut units = access::store::by_ids(visit.tx, UnitKind::Etablissement, &ids)?;
    if units.len() == 1 {
        return Ok(Sought::One(units.remove(0)));
    }
    let mut found = vec![];
    for hit in &all.hits {
        let Some(at) = units.iter().position(|unit| unit.id == hit.id.cast()) else { continue };
        found.push((units.swap_remove(at), hit.detail.clone()));
    }
    Ok(Sought::Several(found, all.total.saturating_sub(SHOWN)))
}

/// What the address says of an adult of a school who asks.
const ADULT: &str = "adulte";

/// A school found by its name.
struct Found {
    name: String,
    commune: String,
    /// Its code.
    uai: String,
}

#[derive(Template)]
#[template(path = "signin/help.html")]
struct Help {
    shell: Shell,
    form: FormState,
    whom: Option<Whom>,
    found: Vec<Found>,
    /// How many others have such a name.
    more: u32,
    /// Whether something was looked for, and nothing was found.
    nothing: bool,
    /// Whether a code may be sent to who has forgotten their password.
    codes: bool,
    /// Whether it is an adult of a school who asks.
    adult: bool,
}

impl Help {
    fn helpers<'w>(&self, whom: &'w Whom) -> Vec<&'w Helper> {
        whom.helpers(!self.adult)
    }

    fn said(&self, helper: &Helper) -> String {
        said(&self.shell, helper)
    }
}

/// « Qui m’aide à entrer ? »
pub fn help(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let asked: String = visit.query("ecole").unwrap_or_default().trim().chars().take(MOST).collect();
    let form = FormState::new().with("ecole", &asked);
    let mut page = Help {
        shell: visit.shell(),
        form,
        whom: None,
        found: vec![],
        more: 0,
        nothing: false,
        codes: super::forgot::sends(visit),
        adult: visit.query("pour") == Some(ADULT),
    };
    if asked.is_empty() {
        page.whom = remembered(visit)?;
        return Reply::page(&page);
    }
    match sought(visit, &asked)? {
        Sought::One(school) => page.whom = Some(Whom::at(visit, school)?),
        Sought::Several(found, more) => {
            let found = found.into_iter().map(|(unit, commune)| Found { name: unit.name, commune, uai: unit.code });
            (page.found, page.more) = (found.collect(), more);
            page.nothing = page.found.is_empty();
        }
    }
    Reply::page(&page)
}

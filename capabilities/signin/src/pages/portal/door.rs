//! « D’où viens-tu ? »: the school is found, and its doors open.
use super::{
    super::whom::{self, Sought},
    arrive,
};
use crate::{
    Device,
    portal::Kind,
    store::{self, portal::Out},
};
use access::Unit;
use askama::Template;
use web::{FormState, Reply, Result, Shell, Visit};

/// The doors that lead out to portals, on the page of a door of this house: the last one used on this device first.
#[derive(Clone, Debug, Default)]
pub struct Doors {
    /// Those of the school that this device remembers; with none, those of the whole house.
    pub out: Vec<Out>,
    /// Whether some school has one.
    pub any: bool,
    /// Where to go afterwards.
    to: String,
}

impl Doors {
    /// The doors of a device.
    pub fn of(visit: &mut Visit<'_, '_>, to: &str) -> Result<Self> {
        if !store::portal::any(visit.tx)? {
            return Ok(Self::default());
        }
        let school = whom::remembered_school(visit)?;
        let mut out = store::portal::doors(visit.tx, school.map(|school| school.id), visit.now)?;
        if let Some(last) = visit.ask.cookie(whom::DOOR).map(str::to_owned) {
            if out.iter().all(|door| door.key != last) {
                out.extend(store::portal::out(visit.tx, &last, visit.now)?);
            }
            out.sort_by_key(|door| door.key != last);
        }
        Ok(Self { out, any: true, to: to.to_owned() })
    }

    /// Where a door leads.
    pub fn href(&self, door: &Out) -> String {
        href(&door.key, &self.to)
    }

    /// Where the other schools' doors are.
    pub fn others(&self) -> String {
        if self.to.is_empty() {
            "/entrer/porte".to_owned()
        } else {
            web::address("/entrer/porte", &[("vers", &self.to)])
        }
    }
}

fn href(key: &str, to: &str) -> String {
    let path = format!("/portail/{key}");
    if to.is_empty() || to == "/" { path } else { web::address(&path, &[("vers", to)]) }
}

/// The cookie that says that the portal was asked without a word, and not to ask again for a while.
const ASKED: &str = "discret";
/// For how long, in seconds.
const A_WHILE: i64 = 10 * 60;

/// On one's own device, who follows a link and is signed in at the portal by which they came last is in without a tap: the portal is
/// asked once, and says nothing to who is not.
pub fn quietly(visit: &mut Visit<'_, '_>) -> Result<Option<Reply>> {
    let to = visit.query("vers").map(super::super::destination).filter(|to| to != "/");
    let own = visit.ask.cookie(arrive::DEVICE).is_some_and(|kept| kept.split('.').next() == Some(Device::Own.word()));
    let (Some(to), Some(key), true, None) = (to, visit.ask.cookie(whom::DOOR), own, visit.ask.cookie(ASKED)) else {
        return Ok(None);
    };
    let key = key.to_owned();
    let portal = store::portal::by_key(visit.tx, &key)?;
    let Some(portal) =
        portal.filter(|one| one.is_open() && !matches!(one.kind, Kind::Saml | Kind::Lti) && one.trouble.is_none())
    else {
        return Ok(None);
    };
    let path = format!("/portail/{}", portal.key);
    let reply = Reply::go(web::address(&path, &[("discret", "1"), ("vers", &to)]));
    Ok(Some(reply.cookie(ASKED, "1", Some(A_WHILE))))
}

/// A school found by its name.
struct Found {
    name: String,
    commune: String,
    href: String,
}

#[derive(Template)]
#[template(path = "signin/portal/which.html")]
struct Which {
    shell: Shell,
    form: FormState,
    /// The school, once it is known.
    school: Option<Unit>,
    doors: Doors,
    found: Vec<Found>,
    more: u32,
    nothing: bool,
    to: String,
}

/// Asks from which school one comes. A school that has one door has it opened at once; nothing else does.
pub fn which(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let asked: String = visit.query("ecole").unwrap_or_default().trim().chars().take(whom::MOST).collect();
    let to = super::super::destination(visit.query("vers").unwrap_or(""));
    let mut page = Which {
        shell: visit.shell(),
        form: FormState::new().with("ecole", &asked).with("vers", &to),
        school: None,
        doors: Doors::default(),
        found: vec![],
        more: 0,
        nothing: false,
        to,
    };
    if asked.is_empty() {
        page.doors = Doors::of(visit, &page.to)?;
        return Reply::page(&page);
    }
    match whom::sought(visit, &asked)? {
        Sought::One(school) => return opened(visit, page, &school),
        Sought::Several(found, more) => {
            let one = |(unit, commune): (Unit, String)| {
                let href = web::address("/entrer/porte", &[("ecole", &unit.code), ("vers", &page.to)]);
                Found { name: unit.name, commune, href }
            };
            page.found = found.into_iter().map(one).collect();
            (page.more, page.nothing) = (more, page.found.is_empty());
        }
    }
    Reply::page(&page)
}

/// The doors of a school; the device remembers it. Where there is one, and it answers, it opens.
fn opened(visit: &mut Visit<'_, '_>, mut page: Which, school: &Unit) -> Result<Reply> {
    let out = store::portal::doors(visit.tx, Some(school.id), visit.now)?;
    let reply = match out.as_slice() {
        [one] if !one.away => Reply::go(href(&one.key, &page.to)),
        _ => {
            page.doors = Doors { any: !out.is_empty(), out, to: page.to.clone() };
            page.school = Some(school.clone());
            Reply::page(&page)?
        }
    };
    Ok(whom::remember_school(reply, school.id))
}

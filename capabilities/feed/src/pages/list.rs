//! The feeds there are, and the form that registers one.
use super::days;
use crate::{Feed, Form, policy::KEEPERS, store};
use access::{Unit, UnitKind};
use askama::Template;
use kernel::Moment;
use web::{FormState, Paged, Reply, Result, Shell, Visit};

/// The longest name of a feed.
const LONGEST: usize = 30;
/// After how many days a feed that comes daily is late.
const DAILY: i64 = 3;

#[derive(Template)]
#[template(path = "feed/list.html")]
struct Page {
    shell: Shell,
    form: FormState,
    feeds: Paged<Feed>,
    /// The académies for which one may register a feed.
    units: Vec<Unit>,
    now: Moment,
}

impl Page {
    /// When a feed last delivered, in words.
    fn last(&self, feed: &Feed) -> String {
        match feed.last {
            Some(at) => self.shell.say("feed-last").text("date", self.shell.date(at)).to_string(),
            None => self.shell.say("feed-never").to_string(),
        }
    }
}

/// The académies for which this person registers feeds.
fn units(visit: &mut Visit<'_, '_>) -> Result<Vec<Unit>> {
    let own = visit.actor()?.units(KEEPERS);
    let mut units = access::store::by_ids(visit.tx, UnitKind::Academie, &own)?;
    units.retain(|unit| !unit.closed);
    Ok(units)
}

fn page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Page> {
    let actor = visit.actor()?;
    let (units, feeds) = (units(visit)?, store::feeds(visit.tx, &actor, visit.pager())?);
    Ok(Page { shell: visit.shell().at("/alimentation"), form, feeds, units, now: visit.now })
}

/// The list, and the form.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let known = units(visit)?.iter().find_map(|unit| aaf::academie_code(&unit.name));
    let form = FormState::new().with("jours", DAILY).with("code", known.unwrap_or_default());
    Reply::page(&page(visit, form)?)
}

/// Registers a feed.
pub fn register(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let units = units(visit)?;
    let mut form = FormState::of(&visit.form);
    let unit = match units.as_slice() {
        [one] => Some(one.clone()),
        _ => visit.form.among("pour", &units, |unit| unit.id)?.cloned(),
    };
    if unit.is_none() {
        form.refuse("pour", visit.sentence("feed-for-missing"));
    }
    let name = visit.form.text("nom").trim().to_lowercase();
    let plain = (2..=LONGEST).contains(&name.len())
        && name.starts_with(|c: char| c.is_ascii_alphanumeric())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if !plain {
        form.refuse("nom", visit.sentence("feed-name-wrong"));
    } else if store::is_named(visit.tx, &name)? {
        form.refuse("nom", visit.sentence("feed-name-taken"));
    }
    let code = visit.form.text("code").trim().trim_start_matches('0').to_owned();
    if !(1..=2).contains(&code.len()) || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        form.refuse("code", visit.sentence("feed-code-wrong"));
    }
    let days = days(visit, &visit.form, &mut form);
    let (Some(unit), false) = (unit, form.refused()) else { return Reply::refused(&page(visit, form)?) };
    let feed = Feed {
        id: visit.new_id(),
        name,
        form: Form::Aaf,
        unit,
        code,
        alone: visit.form.has("seul"),
        days,
        by: Some(actor.person),
        at: visit.now,
        last: None,
        trusted: false,
        lineage: vec![],
    };
    store::add(visit.tx, &feed)?;
    let on = (feed.id, Some(feed.unit.id));
    access::audit::record_at(
        visit.tx,
        &*visit.house.chance,
        visit.now,
        actor.person,
        "feed/registered",
        on,
        &feed.name,
    )?;
    Ok(Reply::go(format!("/alimentation/{}", feed.id)).said(visit.sentence("feed-said-registered")))
}

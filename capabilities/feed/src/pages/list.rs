//! The feeds there are, and the form that registers one.
use super::days;
use crate::{Feed, Form, policy::KEEPERS, store};
use access::{Unit, UnitKind};
use askama::Template;
use kernel::Moment;
use uai::Uai;
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
    forms: &'static [Form],
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
    Ok(Page { shell: visit.shell().at("/alimentation"), form, feeds, units, forms: Form::ALL, now: visit.now })
}

/// The list, and the form.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let known = units(visit)?.iter().find_map(|unit| aaf::academie_code(&unit.name));
    let form = FormState::new().with("jours", DAILY).with("code", known.unwrap_or_default());
    let form = form.with("forme", Form::Aaf.word());
    Reply::page(&page(visit, form)?)
}

/// Registers a feed.
pub fn register(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let mut form = FormState::of(&visit.form);
    let written = written_in(visit, &mut form);
    let name = name(visit, &mut form)?;
    let of = match written {
        Some(written) => of(visit, &mut form, written)?,
        None => None,
    };
    let days = days(visit, &visit.form, &mut form);
    let (Some(written), Some((unit, code)), false) = (written, of, form.refused()) else {
        return Reply::refused(&page(visit, form)?);
    };
    let feed = Feed {
        id: visit.new_id(),
        name,
        form: written,
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

/// What it is written in.
fn written_in(visit: &Visit<'_, '_>, form: &mut FormState) -> Option<Form> {
    let written = Form::from_word(visit.form.text("forme"));
    if written.is_none() {
        form.refuse("forme", visit.sentence("feed-kind-missing"));
    }
    written
}

/// What it is called: nothing else is, and it may name a folder.
fn name(visit: &mut Visit<'_, '_>, form: &mut FormState) -> Result<String> {
    let name = visit.form.text("nom").trim().to_lowercase();
    let plain = (2..=LONGEST).contains(&name.len())
        && name.starts_with(|c: char| c.is_ascii_alphanumeric())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if !plain {
        form.refuse("nom", visit.sentence("feed-name-wrong"));
    } else if store::is_named(visit.tx, &name)? {
        form.refuse("nom", visit.sentence("feed-name-taken"));
    }
    Ok(name)
}

/// Of which académie or school it is, and its code.
fn of(visit: &mut Visit<'_, '_>, form: &mut FormState, written: Form) -> Result<Option<(Unit, String)>> {
    let typed = visit.form.text("code").trim().to_uppercase();
    let number = typed.trim_start_matches('0').to_owned();
    let academie = (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    let wrong = match (typed.parse::<Uai>(), academie) {
        (Ok(uai), _) if written.is_of_schools() => match school(visit, uai)? {
            Some(school) if !store::is_fed(visit.tx, written, uai.as_str())? => {
                return Ok(Some((school, uai.as_str().to_owned())));
            }
            Some(_) => "feed-code-taken",
            None => "feed-code-unknown",
        },
        (Ok(_), _) => "feed-code-academie",
        (Err(_), true) if written.is_of_academies() => {
            let unit = academie_of(visit, form)?;
            if written == Form::Aaf || !store::is_fed(visit.tx, written, &number)? {
                return Ok(unit.map(|unit| (unit, number)));
            }
            "feed-code-taken"
        }
        (Err(_), true) => "feed-code-school",
        (Err(_), false) => "feed-code-wrong",
    };
    form.refuse("code", visit.sentence(wrong));
    Ok(None)
}

/// The académie for which it is, where this person registers feeds for several.
fn academie_of(visit: &mut Visit<'_, '_>, form: &mut FormState) -> Result<Option<Unit>> {
    let units = units(visit)?;
    let unit = match units.as_slice() {
        [one] => Some(one.clone()),
        _ => visit.form.among("pour", &units, |unit| unit.id)?.cloned(),
    };
    if unit.is_none() {
        form.refuse("pour", visit.sentence("feed-for-missing"));
    }
    Ok(unit)
}

/// The open school of this code, where this person may register feeds for it.
fn school(visit: &mut Visit<'_, '_>, uai: Uai) -> Result<Option<Unit>> {
    let own = visit.actor()?.units(KEEPERS);
    let school = access::store::by_code(visit.tx, UnitKind::Etablissement, uai.as_str())?;
    let Some(school) = school.filter(|school| !school.closed) else { return Ok(None) };
    let lineage = access::store::lineage(visit.tx, school.id)?;
    Ok(lineage.iter().any(|unit| own.contains(unit)).then_some(school))
}

//! Dispositifs: made, found, changed, decided on.
use super::{day, find::changed, sheet};
use crate::{
    Decision, Dispositif, DispositifId, Running, Seen, Template,
    model::{day_in, planned},
    policy::{Open, See, Steer},
};
use access::{Actor, Allowed};
use db::{Result, Row, Tx, Value, marks, params, with_ids};
use jiff::civil::Date;
use kernel::{Chance, Id, Moment, UnitId, order, sort_by_name};
use web::{List, Paged, Pager};

/// The columns of a dispositif, for a row read by [`to_dispositif`].
const DISPOSITIF: &str = "d.id, d.template, d.name, d.academie_id, d.pilot_id, d.year, d.starts_on, d.ends_on,
    d.bilan_due, d.word, d.decision, d.decided_at, d.decision_word, d.before_id, d.after_id, d.counted_at";
/// How many they are.
const COLUMNS: usize = 16;

fn to_dispositif(row: &Row) -> Dispositif {
    let decision = row.get::<Option<String>>(10).and_then(|word| Decision::from_word(&word));
    Dispositif {
        id: row.get(0),
        template: row.get(1),
        name: row.get(2),
        academie: row.get(3),
        pilot: row.get(4),
        year: row.get::<i64>(5).try_into().unwrap_or(0),
        starts_on: day(row.text(6)),
        ends_on: day(row.text(7)),
        bilan_due: day(row.text(8)),
        word: row.get(9),
        decision: decision.zip(row.get(11)),
        decision_word: row.get(12),
        before: row.get(13),
        after: row.get(14),
        counted_at: row.get(15),
    }
}

/// The dispositif, if this person may see it. Hidden and absent look the same.
pub fn find(tx: &mut Tx<'_>, actor: &Actor, id: DispositifId) -> Result<Option<Allowed<See, Seen>>> {
    let seen = access::visible::<See, Seen>(actor, 2);
    let sql = format!(
        "SELECT {DISPOSITIF}, c.descendant, p.given, p.family
         FROM programme_dispositif d JOIN unit_closure c ON c.ancestor = d.academie_id
         LEFT JOIN directory_person p ON p.id = d.pilot_id AND p.erased = 0
         WHERE d.id = ?1 AND {} ORDER BY c.descendant LIMIT 1",
        seen.sql
    );
    let params: Vec<Value> = std::iter::once(id.into()).chain(seen.params).collect();
    let seen = |row: Row| Seen {
        dispositif: to_dispositif(&row),
        from: row.get(COLUMNS),
        pilot: row.get::<Option<String>>(COLUMNS + 1).zip(row.get(COLUMNS + 2)),
    };
    let seen = tx.first(&sql, &params)?.map(seen);
    Ok(seen.and_then(|seen| access::check(actor, seen).ok()))
}

/// The dispositif, if this person steers it: its one pilot, who is a pilot of its académie still.
pub fn steered(tx: &mut Tx<'_>, actor: &Actor, id: DispositifId) -> Result<Option<Allowed<Steer, Dispositif>>> {
    Ok(opened(tx, actor, id)?.and_then(|dispositif| access::check(actor, dispositif.into_inner()).ok()))
}

/// The dispositif, if this person is a pilot of its académie, whoever steers it.
pub fn opened(tx: &mut Tx<'_>, actor: &Actor, id: DispositifId) -> Result<Option<Allowed<Open, Dispositif>>> {
    let sql = format!("SELECT {DISPOSITIF} FROM programme_dispositif d WHERE d.id = ?1");
    let found = tx.first(&sql, &params![id])?.as_ref().map(to_dispositif);
    Ok(found.and_then(|dispositif| access::check(actor, dispositif).ok()))
}

/// The dispositifs this person may see, the latest first, each with how many schools are engaged.
pub fn visible(tx: &mut Tx<'_>, actor: &Actor, pager: Pager) -> Result<Paged<(Dispositif, i64)>> {
    let seen = access::visible::<See, Seen>(actor, 1);
    let columns = format!(
        "{DISPOSITIF}, (SELECT count(*) FROM programme_engagement e WHERE e.dispositif_id = d.id
         AND e.state = 'engaged')"
    );
    let from = format!(
        "programme_dispositif d WHERE d.academie_id IN (SELECT c.ancestor FROM unit_closure c WHERE {})",
        seen.sql
    );
    let list = List { columns: &columns, from: &from, order: "d.year DESC, d.id", params: &seen.params };
    pager.read(tx, list, |row| (to_dispositif(row), row.get(COLUMNS)))
}

/// Its first day.
pub(super) fn starts_on(tx: &mut Tx<'_>, id: DispositifId) -> Result<Date> {
    let row = tx.first("SELECT starts_on FROM programme_dispositif WHERE id = ?1", &params![id])?;
    Ok(row.map_or(Date::MIN, |row| day(row.text(0))))
}

/// The key of the template it was made from; empty for one that is not there.
pub fn template(tx: &mut Tx<'_>, id: DispositifId) -> Result<String> {
    let row = tx.first("SELECT template FROM programme_dispositif WHERE id = ?1", &params![id])?;
    Ok(row.map(|row| row.get(0)).unwrap_or_default())
}

/// Every dispositif, whoever asks: for what the house does by itself.
pub fn all(tx: &mut Tx<'_>) -> Result<Vec<Dispositif>> {
    let sql = format!("SELECT {DISPOSITIF} FROM programme_dispositif d ORDER BY d.id");
    let mut all: Vec<Dispositif> = tx.query(&sql, &[])?.iter().map(to_dispositif).collect();
    all.sort_by_cached_key(|one| (one.year, order(&[&one.name])));
    Ok(all)
}

const RUNNING: &str = "d.id, d.template, d.name, d.academie_id, d.year, d.bilan_due";

fn to_running(row: &Row) -> Running {
    Running {
        id: row.get(0),
        template: row.get(1),
        name: row.get(2),
        academie: row.get(3),
        year: row.get::<i64>(4).try_into().unwrap_or(0),
        bilan_due: day(row.text(5)),
    }
}

/// The dispositifs in which `school` is engaged and that run at `now`.
pub fn running(tx: &mut Tx<'_>, school: UnitId, now: Moment) -> Result<Vec<Running>> {
    running_in(tx, &[school], now)
}

/// Those in which any of these schools is engaged, each once.
pub fn running_in(tx: &mut Tx<'_>, schools: &[UnitId], now: Moment) -> Result<Vec<Running>> {
    if schools.is_empty() {
        return Ok(vec![]);
    }
    let sql = format!(
        "SELECT {RUNNING} FROM programme_dispositif d WHERE d.starts_on <= ?1 AND d.ends_on >= ?1
         AND d.id IN (SELECT e.dispositif_id FROM programme_engagement e WHERE e.state = 'engaged' AND e.unit_id IN ({}))
         ORDER BY d.id",
        marks(2, schools.len())
    );
    let values = with_ids(&params![now.paris().date().to_string()], schools);
    Ok(by_name(tx.query(&sql, &values)?.iter().map(to_running).collect()))
}

/// Every dispositif that runs at `now`.
pub fn all_running(tx: &mut Tx<'_>, now: Moment) -> Result<Vec<Running>> {
    let sql = format!(
        "SELECT {RUNNING} FROM programme_dispositif d WHERE d.starts_on <= ?1 AND d.ends_on >= ?1 ORDER BY d.id"
    );
    let today = now.paris().date().to_string();
    Ok(by_name(tx.query(&sql, &params![today])?.iter().map(to_running).collect()))
}

fn by_name(mut all: Vec<Running>) -> Vec<Running> {
    sort_by_name(&mut all, |one| &one.name);
    all
}

/// Makes a dispositif from a template, in an académie of which one is a pilot: dates, sheet, partners and milestones are there,
/// the bilan has its day. Made after the first of September it begins today, and its steps come from then on. Who makes it pilots it.
pub fn create(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    actor: &Actor,
    (academie, year): (UnitId, i16),
    name: &str,
    template: &Template,
    now: Moment,
) -> Result<Option<DispositifId>> {
    let (first, today) = (day_in(year, 9, 1), now.paris().date());
    let bilan = day_in(year, template.bilan.0, template.bilan.1).max(today);
    let dispositif = Dispositif {
        id: Id::new(now, chance),
        template: template.key.to_owned(),
        name: name.to_owned(),
        academie,
        pilot: actor.person,
        year,
        starts_on: first.max(today),
        ends_on: day_in(year, 7, 31),
        bilan_due: bilan,
        word: String::new(),
        decision: None,
        decision_word: String::new(),
        before: None,
        after: None,
        counted_at: None,
    };
    let Ok(dispositif) = access::check::<Open, _>(actor, dispositif) else { return Ok(None) };
    let Ok(dispositif) = access::check::<Steer, _>(actor, dispositif.into_inner()) else { return Ok(None) };
    add(tx, &dispositif)?;
    let texts: Vec<_> = template.sheet.iter().map(|(heading, text)| (*heading, (*text).to_owned())).collect();
    sheet::set_sheet(tx, &dispositif, &texts)?;
    for (name, role) in template.partners {
        sheet::add_partner(tx, &dispositif, Id::new(now, chance), name, role)?;
    }
    for (title, month, day) in template.milestones {
        sheet::add_milestone(
            tx,
            &dispositif,
            Id::new(now, chance),
            title,
            planned(day_in(year, *month, *day), (first, bilan), today),
        )?;
    }
    Ok(Some(dispositif.id))
}

pub(super) fn add(tx: &mut Tx<'_>, d: &Dispositif) -> Result<()> {
    tx.execute(
        "INSERT INTO programme_dispositif (id, template, name, academie_id, pilot_id, year, starts_on, ends_on, bilan_due, word,
         decision_word, before_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, '', '', ?10)",
        &params![
            d.id,
            &d.template,
            &d.name,
            d.academie,
            d.pilot,
            i64::from(d.year),
            d.starts_on.to_string(),
            d.ends_on.to_string(),
            d.bilan_due.to_string(),
            d.before
        ],
    )?;
    changed(tx, d.id)
}

/// What the head of a sheet may change to.
#[derive(Clone, Debug)]
pub struct Change {
    /// Its name.
    pub name: String,
    /// Its first day.
    pub starts_on: Date,
    /// Its last day.
    pub ends_on: Date,
    /// The day the bilan is due.
    pub bilan_due: Date,
}

/// Changes the name and the days.
pub fn change(tx: &mut Tx<'_>, dispositif: &Allowed<Steer, Dispositif>, to: &Change) -> Result<()> {
    tx.execute(
        "UPDATE programme_dispositif SET name = ?2, starts_on = ?3, ends_on = ?4, bilan_due = ?5 WHERE id = ?1",
        &params![dispositif.id, &to.name, to.starts_on.to_string(), to.ends_on.to_string(), to.bilan_due.to_string()],
    )?;
    changed(tx, dispositif.id)
}

/// What the pilot says of the year, for the bilan.
pub fn with_word(tx: &mut Tx<'_>, dispositif: &Allowed<Steer, Dispositif>, word: &str) -> Result<()> {
    tx.execute("UPDATE programme_dispositif SET word = ?2 WHERE id = ?1", &params![dispositif.id, word]).map(drop)
}

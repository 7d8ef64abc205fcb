//! Dispositifs: made, found, changed, decided on.
use super::{day, sheet};
use crate::{
    Decision, Dispositif, DispositifId, Model, Refusal, Running, Seen,
    model::{day_in, next_year},
    policy::{See, Steer},
};
use access::{Actor, Allowed};
use db::{Result, Row, Tx, Value, params};
use jiff::civil::Date;
use kernel::{Chance, Id, Moment, UnitId};

/// The columns of a dispositif, for a row read by [`to_dispositif`].
const DISPOSITIF: &str = "d.id, d.template, d.name, d.academie_id, d.pilot_id, d.year, d.starts_on, d.ends_on,
    d.bilan_due, d.word, d.decision, d.decided_at, d.decision_word, d.before_id, d.after_id";

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
    }
}

/// The dispositif, if this person may see it. Hidden and absent look the same.
pub fn find(tx: &mut Tx<'_>, actor: &Actor, id: DispositifId) -> Result<Option<Allowed<See, Seen>>> {
    let seen = access::visible::<See, Seen>(actor, 2);
    let sql = format!(
        "SELECT {DISPOSITIF}, c.descendant FROM dispositif d JOIN unit_closure c ON c.ancestor = d.academie_id
         WHERE d.id = ?1 AND {} ORDER BY c.descendant LIMIT 1",
        seen.sql
    );
    let params: Vec<Value> = std::iter::once(id.into()).chain(seen.params).collect();
    let seen = tx.first(&sql, &params)?.map(|row| Seen { dispositif: to_dispositif(&row), from: row.get(15) });
    Ok(seen.and_then(|seen| access::check(actor, seen).ok()))
}

/// The dispositif, if this person steers it.
pub fn steered(tx: &mut Tx<'_>, actor: &Actor, id: DispositifId) -> Result<Option<Allowed<Steer, Dispositif>>> {
    let sql = format!("SELECT {DISPOSITIF} FROM dispositif d WHERE d.id = ?1");
    let found = tx.first(&sql, &params![id])?.as_ref().map(to_dispositif);
    Ok(found.and_then(|dispositif| access::check(actor, dispositif).ok()))
}

/// The dispositifs this person may see, the latest year first, each with how many schools are engaged.
pub fn visible(tx: &mut Tx<'_>, actor: &Actor) -> Result<Vec<(Dispositif, i64)>> {
    let seen = access::visible::<See, Seen>(actor, 1);
    let sql = format!(
        "SELECT {DISPOSITIF}, (SELECT count(*) FROM engagement e WHERE e.dispositif_id = d.id AND e.state = 'engaged')
         FROM dispositif d WHERE d.academie_id IN (SELECT c.ancestor FROM unit_closure c WHERE {})
         ORDER BY d.year DESC, d.name, d.id",
        seen.sql
    );
    Ok(tx.query(&sql, &seen.params)?.iter().map(|row| (to_dispositif(row), row.get(15))).collect())
}

/// The dispositif of this template of an académie in a year.
pub fn of_year(tx: &mut Tx<'_>, academie: UnitId, template: &str, year: i16) -> Result<Option<Dispositif>> {
    let sql = format!(
        "SELECT {DISPOSITIF} FROM dispositif d WHERE d.academie_id = ?1 AND d.template = ?2 AND d.year = ?3 ORDER BY d.id"
    );
    Ok(tx.first(&sql, &params![academie, template, i64::from(year)])?.as_ref().map(to_dispositif))
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
    let sql = format!(
        "SELECT {RUNNING} FROM engagement e JOIN dispositif d ON d.id = e.dispositif_id
         WHERE e.unit_id = ?1 AND e.state = 'engaged' AND d.starts_on <= ?2 AND d.ends_on >= ?2 ORDER BY d.name, d.id"
    );
    let today = now.paris().date().to_string();
    Ok(tx.query(&sql, &params![school, today])?.iter().map(to_running).collect())
}

/// Every dispositif that runs at `now`.
pub fn all_running(tx: &mut Tx<'_>, now: Moment) -> Result<Vec<Running>> {
    let sql =
        format!("SELECT {RUNNING} FROM dispositif d WHERE d.starts_on <= ?1 AND d.ends_on >= ?1 ORDER BY d.name, d.id");
    let today = now.paris().date().to_string();
    Ok(tx.query(&sql, &params![today])?.iter().map(to_running).collect())
}

/// Makes a dispositif from a template, in an académie one steers: dates, sheet, partners and milestones are there, the bilan
/// has its day.
pub fn create(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    actor: &Actor,
    (academie, year): (UnitId, i16),
    name: &str,
    model: &Model,
    now: Moment,
) -> Result<Option<DispositifId>> {
    let (month, day) = model.bilan.unwrap_or((6, 15));
    let dispositif = Dispositif {
        id: Id::new(now, chance),
        template: model.key.clone(),
        name: name.to_owned(),
        academie,
        pilot: actor.person,
        year,
        starts_on: day_in(year, 9, 1),
        ends_on: day_in(year, 7, 31),
        bilan_due: day_in(year, month, day),
        word: String::new(),
        decision: None,
        decision_word: String::new(),
        before: None,
        after: None,
    };
    let Ok(dispositif) = access::check::<Steer, _>(actor, dispositif) else { return Ok(None) };
    add(tx, &dispositif)?;
    sheet::set_sheet(tx, &dispositif, &model.sheet)?;
    for (name, role) in &model.partners {
        sheet::add_partner(tx, &dispositif, Id::new(now, chance), name, role)?;
    }
    for (title, month, day) in &model.milestones {
        sheet::add_milestone(tx, &dispositif, Id::new(now, chance), title, day_in(year, *month, *day))?;
    }
    Ok(Some(dispositif.id))
}

fn add(tx: &mut Tx<'_>, d: &Dispositif) -> Result<()> {
    tx.execute(
        "INSERT INTO dispositif (id, template, name, academie_id, pilot_id, year, starts_on, ends_on, bilan_due, word,
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
    )
    .map(drop)
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
        "UPDATE dispositif SET name = ?2, starts_on = ?3, ends_on = ?4, bilan_due = ?5 WHERE id = ?1",
        &params![dispositif.id, &to.name, to.starts_on.to_string(), to.ends_on.to_string(), to.bilan_due.to_string()],
    )
    .map(drop)
}

/// What the pilot says of the year, for the bilan.
pub fn with_word(tx: &mut Tx<'_>, dispositif: &Allowed<Steer, Dispositif>, word: &str) -> Result<()> {
    tx.execute("UPDATE dispositif SET word = ?2 WHERE id = ?1", &params![dispositif.id, word]).map(drop)
}

/// What was decided, when, and why.
pub fn decision(tx: &mut Tx<'_>, dispositif: DispositifId) -> Result<Option<(Decision, Moment, String)>> {
    let sql = "SELECT decision, decided_at, decision_word FROM dispositif WHERE id = ?1 AND decision IS NOT NULL";
    let row = tx.first(sql, &params![dispositif])?;
    Ok(row.and_then(|row| Some((Decision::from_word(row.text(0))?, row.get(1), row.get(2)))))
}

/// The dispositif of next year, when one was made.
pub type NextYear = Option<DispositifId>;

/// Decides what becomes of it. Renewed or adapted, it is made again for the next year: the sheet, the partners, the
/// milestones a year later, and each engaged school as proposed. It is decided once.
pub fn decide(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    actor: &Actor,
    dispositif: &Allowed<Steer, Dispositif>,
    (decision, word): (Decision, &str),
    now: Moment,
) -> Result<std::result::Result<NextYear, Refusal>> {
    let sql = "UPDATE dispositif SET decision = ?2, decided_at = ?3, decision_word = ?4
               WHERE id = ?1 AND decision IS NULL";
    if tx.execute(sql, &params![dispositif.id, decision.word(), now, word])? == 0 {
        return Ok(Err(Refusal::Decided));
    }
    if decision == Decision::Stop {
        return Ok(Ok(None));
    }
    let next = Dispositif {
        id: Id::new(now, chance),
        pilot: actor.person,
        year: dispositif.year + 1,
        starts_on: next_year(dispositif.starts_on),
        ends_on: next_year(dispositif.ends_on),
        bilan_due: next_year(dispositif.bilan_due),
        before: Some(dispositif.id),
        ..Dispositif::clone(dispositif)
    };
    add(tx, &next)?;
    tx.execute("UPDATE dispositif SET after_id = ?2 WHERE id = ?1", &params![dispositif.id, next.id])?;
    tx.execute(
        "INSERT INTO heading (dispositif_id, heading, text)
         SELECT ?2, heading, text FROM heading WHERE dispositif_id = ?1",
        &params![dispositif.id, next.id],
    )?;
    tx.execute(
        "INSERT INTO engagement (dispositif_id, unit_id, state, bus, word, moved_by, moved_at)
         SELECT ?2, unit_id, 'proposed', bus, '', moved_by, ?3 FROM engagement
         WHERE dispositif_id = ?1 AND state = 'engaged'",
        &params![dispositif.id, next.id, now],
    )?;
    sheet::copy_rows(tx, chance, dispositif.id, next.id, now)?;
    Ok(Ok(Some(next.id)))
}

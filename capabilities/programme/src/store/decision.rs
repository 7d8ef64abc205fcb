//! What becomes of a dispositif at the end of its year.
use super::{dispositif::add, sheet};
use crate::{
    Decision, Dispositif, DispositifId, Refusal,
    model::{next_year, renewed_first},
    policy::Steer,
};
use access::{Actor, Allowed};
use db::{Result, Tx, params};
use kernel::{Chance, Id, Moment};

/// What was decided, when, and why.
pub fn decision(tx: &mut Tx<'_>, dispositif: DispositifId) -> Result<Option<(Decision, Moment, String)>> {
    let sql = "SELECT decision, decided_at, decision_word FROM programme_dispositif WHERE id = ?1
               AND decision IS NOT NULL";
    let row = tx.first(sql, &params![dispositif])?;
    Ok(row.and_then(|row| Some((Decision::from_word(row.text(0))?, row.get(1), row.get(2)))))
}

/// The dispositif of next year, when one was made.
pub type NextYear = Option<DispositifId>;

/// Decides what becomes of it, and why; it is decided once, and not before [`Dispositif::decidable_from`]. Renewed or adapted, it
/// is made again for the next year: the sheet, the partners, the milestones a year later, and each engaged school as proposed.
/// What it is now goes on until its last day.
pub fn decide(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    actor: &Actor,
    dispositif: &Allowed<Steer, Dispositif>,
    (decision, word): (Decision, &str),
    now: Moment,
) -> Result<std::result::Result<NextYear, Refusal>> {
    if now.paris().date() < dispositif.decidable_from() {
        return Ok(Err(Refusal::Early));
    }
    let sql = "UPDATE programme_dispositif SET decision = ?2, decided_at = ?3, decision_word = ?4
               WHERE id = ?1 AND decision IS NULL";
    if tx.execute(sql, &params![dispositif.id, decision.word(), now, word])? == 0 {
        return Ok(Err(Refusal::Decided));
    }
    let deed = format!("programme/decision-{}", decision.word());
    access::audit::record_at(tx, chance, now, actor.person, &deed, (dispositif.id, Some(dispositif.academie)), word)?;
    if decision == Decision::Stop {
        return Ok(Ok(None));
    }
    let next = Dispositif {
        id: Id::new(now, chance),
        pilot: actor.person,
        year: dispositif.year + 1,
        starts_on: renewed_first(dispositif.starts_on),
        ends_on: next_year(dispositif.ends_on),
        bilan_due: next_year(dispositif.bilan_due),
        before: Some(dispositif.id),
        counted_at: None,
        ..Dispositif::clone(dispositif)
    };
    add(tx, &next)?;
    tx.execute("UPDATE programme_dispositif SET after_id = ?2 WHERE id = ?1", &params![dispositif.id, next.id])?;
    tx.execute(
        "INSERT INTO programme_heading (dispositif_id, heading, text)
         SELECT ?2, heading, text FROM programme_heading WHERE dispositif_id = ?1",
        &params![dispositif.id, next.id],
    )?;
    tx.execute(
        "INSERT INTO programme_engagement (dispositif_id, unit_id, state, bus, word, moved_by, moved_at,
           departement_id)
         SELECT ?2, unit_id, 'proposed', bus, '', moved_by, ?3, departement_id FROM programme_engagement
         WHERE dispositif_id = ?1 AND state = 'engaged'",
        &params![dispositif.id, next.id, now],
    )?;
    sheet::copy_rows(tx, chance, dispositif, next.id, now)?;
    Ok(Ok(Some(next.id)))
}

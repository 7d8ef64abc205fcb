//! Who pilots a dispositif, and how a mistaken one goes.
use crate::{
    Dispositif, DispositifId, Refusal,
    policy::{Open, PILOTS, Steer},
};
use access::{Actor, Allowed};
use db::{Result, Tx, Value, marks, params};
use kernel::{Chance, Moment, PersonId, UnitId};

/// The pilots of an académie at `now`, by name.
pub fn pilots(tx: &mut Tx<'_>, academie: UnitId, now: Moment) -> Result<Vec<(PersonId, String)>> {
    let sql = format!(
        "SELECT DISTINCT p.family, p.given, p.id, p.sort FROM membership m JOIN directory_person p ON p.id = m.person_id
         WHERE m.unit_id = ?1 AND m.since <= ?2 AND (m.until IS NULL OR m.until > ?2) AND m.role IN ({})
         AND p.family <> ''
         ORDER BY p.sort, p.id",
        marks(3, PILOTS.len())
    );
    let roles = PILOTS.iter().map(|role| Value::from(role.word()));
    let values: Vec<Value> = params![academie, now].into_iter().chain(roles).collect();
    let name = |row: &db::Row| (row.get(2), format!("{} {}", row.text(1), row.text(0)));
    Ok(tx.query(&sql, &values)?.iter().map(name).collect())
}

/// Gives it to another pilot of the académie.
pub fn hand_over(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    actor: &Actor,
    dispositif: &Allowed<Steer, Dispositif>,
    to: PersonId,
    now: Moment,
) -> Result<std::result::Result<(), Refusal>> {
    if pilots(tx, dispositif.academie, now)?.iter().all(|(pilot, _)| *pilot != to) {
        return Ok(Err(Refusal::NoPilot));
    }
    give(tx, chance, actor, dispositif, to, now)
}

/// Takes up one whose pilot is a pilot of the académie no more.
pub fn take_over(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    actor: &Actor,
    dispositif: &Allowed<Open, Dispositif>,
    now: Moment,
) -> Result<std::result::Result<(), Refusal>> {
    if pilots(tx, dispositif.academie, now)?.iter().any(|(pilot, _)| *pilot == dispositif.pilot) {
        return Ok(Err(Refusal::Piloted));
    }
    give(tx, chance, actor, dispositif, actor.person, now)
}

/// Gives it to `to`, unless somebody gave it meanwhile.
fn give(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    actor: &Actor,
    dispositif: &Dispositif,
    to: PersonId,
    now: Moment,
) -> Result<std::result::Result<(), Refusal>> {
    let sql = "UPDATE programme_dispositif SET pilot_id = ?2 WHERE id = ?1 AND pilot_id = ?3";
    if tx.execute(sql, &params![dispositif.id, to, dispositif.pilot])? == 0 {
        return Ok(Err(Refusal::Piloted));
    }
    let on = (dispositif.id, Some(dispositif.academie));
    access::audit::record_at(tx, chance, now, actor.person, "programme/pilot", on, &to.to_string())?;
    Ok(Ok(()))
}

/// Holds a dispositif until the end of the transaction: what changes whether it may go, and its going, come one after the other.
/// Says whether it is there.
pub(super) fn hold(tx: &mut Tx<'_>, dispositif: DispositifId) -> Result<bool> {
    let sql = "UPDATE programme_dispositif SET year = year WHERE id = ?1";
    Ok(tx.execute(sql, &params![dispositif])? > 0)
}

/// Whether a school takes part or took part: such a dispositif stays.
pub fn lived(tx: &mut Tx<'_>, dispositif: DispositifId) -> Result<bool> {
    let sql = "SELECT 1 FROM programme_engagement WHERE dispositif_id = ?1 AND state = 'engaged'
               UNION ALL SELECT 1 FROM programme_protocol WHERE dispositif_id = ?1 LIMIT 1";
    Ok(tx.first(sql, &params![dispositif])?.is_some())
}

/// Deletes one made by mistake, with all that hangs from it, as long as no school has taken part.
pub fn discard(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    actor: &Actor,
    dispositif: &Allowed<Steer, Dispositif>,
    now: Moment,
) -> Result<std::result::Result<(), Refusal>> {
    if !hold(tx, dispositif.id)? {
        return Ok(Err(Refusal::Moved));
    }
    if lived(tx, dispositif.id)? {
        return Ok(Err(Refusal::Lived));
    }
    for part in ["heading", "partner", "milestone", "engagement", "measure", "remark", "publication"] {
        tx.execute(&format!("DELETE FROM programme_{part} WHERE dispositif_id = ?1"), &params![dispositif.id])?;
    }
    // What was decided of the year before made this one: it is to be decided again.
    let sql = "UPDATE programme_dispositif SET after_id = NULL, decision = NULL, decided_at = NULL, decision_word = ''
               WHERE after_id = ?1";
    tx.execute(sql, &params![dispositif.id])?;
    tx.execute("UPDATE programme_dispositif SET before_id = NULL WHERE before_id = ?1", &params![dispositif.id])?;
    tx.execute("DELETE FROM programme_dispositif WHERE id = ?1", &params![dispositif.id])?;
    super::find::gone(tx, dispositif.id)?;
    let on = (dispositif.id, Some(dispositif.academie));
    access::audit::record_at(tx, chance, now, actor.person, "programme/deletion", on, &dispositif.name)?;
    Ok(Ok(()))
}

//! What a pupil, or those who answer for them, see of the agenda: their own school's, through their own children.
use super::{marks, week};
use crate::{MeetingId, Seat};
use access::Actor;
use db::{Result, Tx, Value, params};
use kernel::{Moment, PersonId, UnitId};

/// A pupil and their school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    /// The pupil.
    pub pupil: PersonId,
    /// The pupil's given name.
    pub given: String,
    /// The school.
    pub school: UnitId,
}

/// The pupils this person answers for, the person first when they are one themselves; each once, with their school.
pub fn homes(tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> Result<Vec<Home>> {
    let own = actor.is_pupil().then_some(actor.person);
    let pupils: Vec<PersonId> = own.into_iter().chain(actor.children.iter().copied()).collect();
    if pupils.is_empty() {
        return Ok(vec![]);
    }
    let sql = format!(
        "SELECT p.id, p.given, s.id FROM membership m JOIN directory_person p ON p.id = m.person_id
         JOIN unit_closure up ON up.descendant = m.unit_id
         JOIN unit s ON s.id = up.ancestor AND s.kind = 'etablissement'
         WHERE m.role = 'pupil' AND m.since <= ?1 AND (m.until IS NULL OR m.until > ?1) AND m.person_id IN ({})
         ORDER BY p.id, m.since DESC, s.code",
        marks(2, pupils.len())
    );
    let mut values: Vec<Value> = params![now].into();
    values.extend(pupils.iter().map(|pupil| Value::from(*pupil)));
    let mut homes: Vec<Home> = vec![];
    for row in tx.query(&sql, &values)? {
        let pupil = row.get(0);
        if !homes.iter().any(|home| home.pupil == pupil) {
            homes.push(Home { pupil, given: row.get(1), school: row.get(2) });
        }
    }
    homes.sort_by_cached_key(|home| (home.pupil != actor.person, kernel::order(&[&home.given])));
    Ok(homes)
}

/// A meeting with, for each of one's pupils whom it concerns, the place they have in it, if any.
pub type Concerned = (week::Line, Vec<(Home, Option<Seat>)>);

/// A meeting that concerns one of the pupils of `actor`: one in which they have a place, or one of their school in which
/// pupils enrol by themselves. Hidden and absent look the same.
pub fn find_for_family(tx: &mut Tx<'_>, actor: &Actor, id: MeetingId, now: Moment) -> Result<Option<Concerned>> {
    let homes = homes(tx, actor, now)?;
    if homes.is_empty() {
        return Ok(None);
    }
    let Some(line) = week::line_of(tx, id)? else { return Ok(None) };
    let sql = format!(
        "SELECT pupil_id, state FROM agenda_enrolment WHERE meeting_id = ?1 AND state <> 'withdrawn' AND pupil_id
         IN ({})",
        marks(2, homes.len())
    );
    let mut values: Vec<Value> = params![id].into();
    values.extend(homes.iter().map(|home| Value::from(home.pupil)));
    let seats: Vec<(PersonId, Option<Seat>)> =
        tx.query(&sql, &values)?.iter().map(|row| (row.get(0), Seat::from_word(row.text(1)))).collect();
    let seat = |home: &Home| seats.iter().find(|(pupil, _)| *pupil == home.pupil).and_then(|(_, seat)| *seat);
    let open = line.meeting.what.by_self;
    let concerned: Vec<_> = homes
        .into_iter()
        .map(|home| (seat(&home), home))
        .filter(|(seat, home)| seat.is_some() || (open && home.school == line.meeting.what.school))
        .map(|(seat, home)| (home, seat))
        .collect();
    Ok((!concerned.is_empty()).then_some((line, concerned)))
}

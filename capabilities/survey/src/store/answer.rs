//! Answers: who is asked, what they say, and when nobody can tell any more who said it.
use super::wave::{WAVE, to_wave};
use crate::{
    model::{AnswerId, Asking, LEVELS, Levels, Public, QUESTIONS, Refusal, Wave, WaveId},
    policy::TEACHERS,
};
use access::{Actor, Role};
use db::{Result, Row, Tx, Value, params};
use jiff::civil::Date;
use kernel::{Moment, PersonId, UnitId};
use std::collections::HashMap;

/// The column of each question.
pub const COLUMNS: [&str; QUESTIONS] = ["first_level", "second_level", "third_level"];

/// What this person is asked now: each open wave of a dispositif in which their school, or their child's, is engaged.
pub fn asked(tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> Result<Vec<Asking>> {
    let today = now.paris().date().to_string();
    let schools = schools(tx, actor, now)?;
    if schools.is_empty() {
        return Ok(vec![]);
    }
    let units: Vec<UnitId> = schools.iter().map(|(_, school)| *school).collect();
    // Of those in which one takes part, however many others are open elsewhere.
    let sql = format!(
        "SELECT {WAVE} FROM survey_wave w WHERE w.opens_on <= ?1 AND w.closes_on >= ?1 AND {} ORDER BY w.closes_on, w.id",
        programme::store::takes_part("w.dispositif_id", &super::marks(2, units.len()))
    );
    let waves = tx.query(&sql, &db::with_ids(&params![today], &units))?;
    let waves: Vec<Wave> = waves.iter().map(to_wave).collect();
    if waves.is_empty() {
        return Ok(vec![]);
    }
    let given = given(tx, actor, &waves)?;
    let dispositifs: Vec<_> = waves.iter().map(|wave| wave.dispositif).collect();
    let engaged = programme::store::engaged_among(tx, &dispositifs, &units)?;
    let mut asked = vec![];
    for wave in waves {
        for public in Public::ALL.iter().copied() {
            let theirs =
                schools.iter().find(|(one, school)| *one == public && engaged.contains(&(wave.dispositif, *school)));
            let Some((_, school)) = theirs else { continue };
            let (levels, words) = given.get(&(wave.id, public)).cloned().unwrap_or_default();
            asked.push(Asking { wave: wave.clone(), public, school: *school, levels, words });
        }
    }
    Ok(asked)
}

/// The schools through which one is asked, and as whom.
fn schools(tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> Result<Vec<(Public, UnitId)>> {
    let sql = "SELECT m.role, u.id FROM membership m JOIN unit_closure c ON c.descendant = m.unit_id
                 JOIN unit u ON u.id = c.ancestor AND u.kind = 'etablissement'
               WHERE m.person_id = ?1 AND m.since <= ?2 AND (m.until IS NULL OR m.until > ?2)
               UNION ALL
               SELECT '+child', u.id FROM answering g
                 JOIN membership m ON m.person_id = g.child_id AND m.role = 'pupil'
                   AND m.since <= ?2 AND (m.until IS NULL OR m.until > ?2)
                 JOIN unit_closure c ON c.descendant = m.unit_id JOIN unit u ON u.id = c.ancestor AND u.kind = 'etablissement'
               WHERE g.guardian_id = ?1 AND g.since <= ?2 AND (g.until IS NULL OR g.until > ?2)";
    let asked = |row: &Row| {
        let public = match row.text(0) {
            "+child" => Public::Family,
            word => match Role::from_word(word)? {
                Role::Pupil => Public::Pupil,
                role if TEACHERS.contains(&role) => Public::Teacher,
                _ => return None,
            },
        };
        Some((public, row.get(1)))
    };
    let mut schools: Vec<_> = tx.query(sql, &params![actor.person, now])?.iter().filter_map(asked).collect();
    schools.sort_unstable();
    schools.dedup();
    Ok(schools)
}

type Given = HashMap<(WaveId, Public), (Levels, String)>;

fn given(tx: &mut Tx<'_>, actor: &Actor, waves: &[Wave]) -> Result<Given> {
    let sql = format!(
        "SELECT wave_id, public, first_level, second_level, third_level, words FROM survey_answer
         WHERE person_id = ?1 AND wave_id IN ({})",
        super::marks(2, waves.len())
    );
    let mut values: Vec<Value> = params![actor.person].into();
    values.extend(waves.iter().map(|wave| Value::from(wave.id)));
    let given = |row: &Row| {
        let public = Public::from_word(row.text(1))?;
        Some(((row.get(0), public), ([row.get(2), row.get(3), row.get(4)], row.get(5))))
    };
    Ok(tx.query(&sql, &values)?.iter().filter_map(given).collect())
}

/// Takes the level (from 1 to 4) this person gives to a question (from 0); the last one given counts.
pub fn answer(
    tx: &mut Tx<'_>,
    actor: &Actor,
    asking: &Asking,
    (id, question, level): (AnswerId, usize, i64),
    today: Date,
) -> Result<std::result::Result<(), Refusal>> {
    let known = COLUMNS.get(question).filter(|_| (1..=LEVELS).any(|one| i64::try_from(one) == Ok(level)));
    let (Some(column), true) = (known, asking.wave.is_open(today)) else { return Ok(Err(Refusal::Closed)) };
    let sql = format!(
        "INSERT INTO survey_answer (id, wave_id, unit_id, public, person_id, {column}, words)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, '')
         ON CONFLICT (wave_id, public, person_id) DO UPDATE SET {column} = excluded.{column}"
    );
    let wave = asking.wave.id;
    tx.execute(&sql, &params![id, wave, asking.school, asking.public.word(), actor.person, level])?;
    Ok(Ok(()))
}

/// Takes the free line; an empty one takes it back.
pub fn say(
    tx: &mut Tx<'_>,
    actor: &Actor,
    asking: &Asking,
    (id, words): (AnswerId, &str),
    today: Date,
) -> Result<std::result::Result<(), Refusal>> {
    if !asking.wave.is_open(today) {
        return Ok(Err(Refusal::Closed));
    }
    tx.execute(
        "INSERT INTO survey_answer (id, wave_id, unit_id, public, person_id, words) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (wave_id, public, person_id) DO UPDATE SET words = excluded.words",
        &params![id, asking.wave.id, asking.school, asking.public.word(), actor.person, words],
    )?;
    Ok(Ok(()))
}

/// Keeps an answer as it was given elsewhere or before, for a demonstration: as whom, by whom if that is still known, what.
pub fn record(
    tx: &mut Tx<'_>,
    id: AnswerId,
    (wave, school, public): (WaveId, UnitId, Public),
    (person, levels, words): (Option<PersonId>, Levels, &str),
) -> Result<()> {
    let [first, second, third] = levels;
    tx.execute(
        "INSERT INTO survey_answer (id, wave_id, unit_id, public, person_id, first_level, second_level, third_level, words)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT DO NOTHING",
        &params![id, wave, school, public.word(), person, first, second, third, words],
    )
    .map(drop)
}

/// Cuts the tie between people and their answers in every wave that is over. Says how many it cut.
pub fn seal(tx: &mut Tx<'_>, today: Date) -> Result<u64> {
    let sql = "UPDATE survey_answer SET person_id = NULL WHERE person_id IS NOT NULL
               AND wave_id IN (SELECT id FROM survey_wave WHERE closes_on < ?1)";
    tx.execute(sql, &params![today.to_string()])
}

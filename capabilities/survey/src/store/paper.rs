//! What came on paper: counts of sheets, entered by the school.
use crate::{
    model::{LEVELS, Place, Public, QUESTIONS, Tally, WaveId},
    policy::Enter,
};
use access::{Actor, Allowed};
use db::{Result, Tx, params};
use kernel::Moment;

/// For each question, how many sheets chose each level.
pub type Sheets = [Tally; QUESTIONS];

/// The sheets of a school, as they were entered.
pub fn sheets(tx: &mut Tx<'_>, place: &Allowed<Enter, Place>, wave: WaveId, public: Public) -> Result<Sheets> {
    let sql = "SELECT question, level, sheets FROM survey_paper WHERE wave_id = ?1 AND unit_id = ?2 AND public = ?3";
    let mut sheets = [[0; LEVELS]; QUESTIONS];
    for row in tx.query(sql, &params![wave, place.unit, public.word()])? {
        let (question, level) = (usize::try_from(row.get::<i64>(0)), usize::try_from(row.get::<i64>(1) - 1));
        let cell = question.ok().zip(level.ok()).and_then(|(q, l)| sheets.get_mut(q)?.get_mut(l));
        if let Some(cell) = cell {
            *cell = row.get(2);
        }
    }
    Ok(sheets)
}

/// Enters the sheets of a school: what was entered before is replaced.
pub fn enter(
    tx: &mut Tx<'_>,
    place: &Allowed<Enter, Place>,
    by: &Actor,
    (wave, public, sheets): (WaveId, Public, &Sheets),
    now: Moment,
) -> Result<()> {
    let sql = "DELETE FROM survey_paper WHERE wave_id = ?1 AND unit_id = ?2 AND public = ?3";
    tx.execute(sql, &params![wave, place.unit, public.word()])?;
    for (question, tally) in (0_i64..).zip(sheets) {
        for (level, count) in (1_i64..).zip(tally).filter(|(_, count)| **count > 0) {
            tx.execute(
                "INSERT INTO survey_paper (wave_id, unit_id, public, question, level, sheets, by_id, at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                &params![wave, place.unit, public.word(), question, level, *count, by.person, now],
            )?;
        }
    }
    Ok(())
}

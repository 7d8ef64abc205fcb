//! What the questions know of a person, and how they forget them.
use db::{Result, Tx, params};
use kernel::PersonId;

/// What is known of a person here: their answers, until the wave is over.
pub fn export(tx: &mut Tx<'_>, person: PersonId) -> Result<web::Export> {
    const COLUMNS: [&str; 6] = ["moment", "public", "first_level", "second_level", "third_level", "words"];
    let sql = "SELECT w.moment, a.public, a.first_level, a.second_level, a.third_level, a.words FROM survey_answer a
               JOIN survey_wave w ON w.id = a.wave_id WHERE a.person_id = ?1 ORDER BY w.opens_on";
    web::told(tx, person, &[("survey_answer", sql, &COLUMNS)])
}

/// Forgets whose an answer was and what was written; the counts stay.
pub fn erase(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    let sql = "UPDATE survey_answer SET person_id = NULL, words = '' WHERE person_id = ?1";
    tx.execute(sql, &params![person]).map(drop)
}

//! What the answers make together: counts where they are enough, free words without author.
use super::answer::COLUMNS;
use crate::{
    model::{FEWEST, LEVELS, Outcome, Place, Public, QUESTIONS, Stage, Tally, shown, together},
    policy::Read,
};
use access::Allowed;
use db::{Result, Row, Tx, params};
use kernel::UnitId;
use programme::DispositifId;
use std::collections::BTreeMap;
use web::{List, Paged, Pager};

/// The answers of one school, one public, one stage, as counted; never shown as they are.
#[derive(Clone, Copy, Debug, Default)]
struct Raw {
    answers: i64,
    tallies: [Tally; QUESTIONS],
}

type All = BTreeMap<(Stage, Public, UnitId), Raw>;

/// The answers in a dispositif: of one school, or of all of them together. Each stage whose wave was answered, each public.
pub fn results(tx: &mut Tx<'_>, dispositif: DispositifId, school: Option<UnitId>) -> Result<Vec<Outcome>> {
    let mut groups: BTreeMap<(Stage, Public), Vec<Raw>> = BTreeMap::new();
    for ((stage, public, _), raw) in all(tx, dispositif, school)? {
        groups.entry((stage, public)).or_default().push(raw);
    }
    let outcome = |((stage, public), schools): ((Stage, Public), Vec<Raw>)| Outcome {
        stage,
        public,
        answers: schools.iter().map(|raw| raw.answers).sum(),
        tallies: std::array::from_fn(|question| {
            let of: Vec<Tally> = schools.iter().filter_map(|raw| raw.tallies.get(question).copied()).collect();
            together(&of)
        }),
    };
    Ok(groups.into_iter().map(outcome).collect())
}

/// What one school answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BySchool {
    /// The school.
    pub school: UnitId,
    /// Its outcomes, as [`results`] gives them.
    pub outcomes: Vec<Outcome>,
}

/// The schools that answered anything in a dispositif, by name.
pub fn answering(tx: &mut Tx<'_>, dispositif: DispositifId, pager: Pager) -> Result<Paged<(UnitId, String)>> {
    let from = "unit u WHERE u.id IN (SELECT a.unit_id FROM survey_answer a JOIN survey_wave w ON w.id = a.wave_id
          WHERE w.dispositif_id = ?1
        UNION SELECT p.unit_id FROM survey_paper p JOIN survey_wave w ON w.id = p.wave_id WHERE w.dispositif_id = ?1)";
    let list = List { columns: "u.id, u.name", from, order: "u.sort, u.id", params: &params![dispositif] };
    pager.read(tx, list, |row| (row.get(0), row.get(1)))
}

/// The answers in a dispositif, school by school.
pub fn by_school(tx: &mut Tx<'_>, dispositif: DispositifId) -> Result<Vec<BySchool>> {
    let mut schools: BTreeMap<UnitId, Vec<Outcome>> = BTreeMap::new();
    for ((stage, public, school), raw) in all(tx, dispositif, None)? {
        let outcome = Outcome { stage, public, answers: raw.answers, tallies: raw.tallies.map(shown) };
        schools.entry(school).or_default().push(outcome);
    }
    Ok(schools.into_iter().map(|(school, outcomes)| BySchool { school, outcomes }).collect())
}

fn all(tx: &mut Tx<'_>, dispositif: DispositifId, school: Option<UnitId>) -> Result<All> {
    let mut all = All::new();
    let only = school.map_or("", |_| "AND a.unit_id = ?2");
    let values = db::with_ids(&params![dispositif], school.as_slice());
    let cells: Vec<String> = COLUMNS
        .iter()
        .flat_map(|column| (1..=LEVELS).map(move |level| format!("count(CASE WHEN a.{column} = {level} THEN 1 END)")))
        .collect();
    let sql = format!(
        "SELECT w.moment, a.public, a.unit_id, count(CASE WHEN a.first_level IS NOT NULL OR a.second_level IS NOT NULL
           OR a.third_level IS NOT NULL THEN 1 END), {}
         FROM survey_answer a JOIN survey_wave w ON w.id = a.wave_id WHERE w.dispositif_id = ?1 {only}
         GROUP BY w.moment, a.public, a.unit_id",
        cells.join(", ")
    );
    for row in tx.query(&sql, &values)? {
        let Some(key) = key(&row) else { continue };
        let tallies = std::array::from_fn(|q| std::array::from_fn(|level| row.get(4 + q * LEVELS + level)));
        all.insert(key, Raw { answers: row.get(3), tallies });
    }
    let sql = format!(
        "SELECT w.moment, a.public, a.unit_id, a.question, a.level, a.sheets
         FROM survey_paper a JOIN survey_wave w ON w.id = a.wave_id WHERE w.dispositif_id = ?1 {only}"
    );
    let mut papers = All::new();
    for row in tx.query(&sql, &values)? {
        let Some(key) = key(&row) else { continue };
        let (question, level) = (usize::try_from(row.get::<i64>(3)), usize::try_from(row.get::<i64>(4) - 1));
        let raw = papers.entry(key).or_default();
        let cell = question.ok().zip(level.ok()).and_then(|(q, l)| raw.tallies.get_mut(q)?.get_mut(l));
        if let Some(cell) = cell {
            *cell += row.get::<i64>(5);
        }
    }
    for (key, paper) in papers {
        let raw = all.entry(key).or_default();
        // A sheet may leave a question out: there are at least as many sheets as answers to one question.
        raw.answers += paper.tallies.iter().map(|tally| tally.iter().sum()).max().unwrap_or(0);
        for (tally, more) in raw.tallies.iter_mut().zip(paper.tallies) {
            tally.iter_mut().zip(more).for_each(|(sum, n)| *sum += n);
        }
    }
    Ok(all)
}

fn key(row: &Row) -> Option<(Stage, Public, UnitId)> {
    Some((Stage::from_word(row.text(0))?, Public::from_word(row.text(1))?, row.get(2)))
}

/// The free words of a school, or of all schools of an académie, at one stage: without author, in no order that tells
/// anything, and only of a school and a public with enough answers.
pub fn words(
    tx: &mut Tx<'_>,
    place: &Allowed<Read, Place>,
    (dispositif, stage): (DispositifId, Stage),
    pager: Pager,
) -> Result<Paged<(Public, String)>> {
    let from = "survey_answer a JOIN survey_wave w ON w.id = a.wave_id
               JOIN unit_closure c ON c.descendant = a.unit_id AND c.ancestor = ?1
               WHERE w.dispositif_id = ?2 AND w.moment = ?3 AND a.words <> ''
                 AND EXISTS (SELECT 1 FROM survey_answer o WHERE o.wave_id = a.wave_id AND o.unit_id = a.unit_id
                   AND o.public = a.public AND (o.first_level IS NOT NULL OR o.second_level IS NOT NULL
                     OR o.third_level IS NOT NULL) LIMIT 1 OFFSET ?4)";
    let params = params![place.unit, dispositif, stage.word(), FEWEST - 1];
    let list = List { columns: "a.public, a.words", from, order: "a.public, a.words, a.id", params: &params };
    pager.read(tx, list, |row| (Public::from_word(row.text(0)).unwrap_or(Public::Family), row.get(1)))
}

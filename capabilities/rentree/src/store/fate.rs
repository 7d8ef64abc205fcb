//! What becomes of the schools of a turn, in figures and in the names of classes.
use crate::{State, TurnId};
use db::{Result, Row, Tx, marks, params};
use directory::people_import::Kind;
use kernel::UnitId;

/// How many lines of each kind each of these schools of a turn has.
pub fn counts(tx: &mut Tx<'_>, turn: TurnId, schools: &[UnitId]) -> Result<Vec<(UnitId, Kind, i64)>> {
    if schools.is_empty() {
        return Ok(vec![]);
    }
    let sql = format!(
        "SELECT unit_id, kind, count(*) FROM rentree_line WHERE turn_id = ?1 AND unit_id IN ({}) GROUP BY unit_id, kind",
        marks(2, schools.len())
    );
    let count = |row: &Row| Some((row.get(0), Kind::from_word(row.text(1))?, row.get(2)));
    Ok(tx.query(&sql, &db::with_ids(&params![turn], schools))?.iter().filter_map(count).collect())
}

/// What is said of a turn besides its people.
#[derive(Debug, Default)]
pub struct Said {
    /// The classes that it opens at each of the schools asked for, by name.
    pub opened: Vec<(UnitId, String)>,
    /// How the columns of its file were understood: heading, and what for; nothing where it was left out.
    pub columns: Vec<(String, String)>,
}

/// The classes that a turn opens at each of these schools, and how the columns of its file were understood.
pub fn said(tx: &mut Tx<'_>, turn: TurnId, schools: &[UnitId]) -> Result<Said> {
    let sql = format!(
        "SELECT kind, unit_id, said, detail FROM rentree_line
         WHERE turn_id = ?1 AND (kind = 'column' OR (kind = 'opens' AND unit_id IN ({}))) ORDER BY unit_id, number",
        if schools.is_empty() { "NULL".to_owned() } else { marks(2, schools.len()) }
    );
    let mut said = Said::default();
    for row in tx.query(&sql, &db::with_ids(&params![turn], schools))? {
        match row.text(0) {
            "column" => said.columns.push((row.get(2), row.get(3))),
            _ => said.opened.push((row.get(1), row.get(2))),
        }
    }
    Ok(said)
}

/// What becomes of the schools of a turn, all together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fates {
    /// How many people leave.
    pub leaving: i64,
    /// Whether some school would lose so many that it is asked for again.
    pub empties: bool,
    /// Whether some school is written already.
    pub begun: bool,
    /// Whether some school has a pupil who was not there.
    pub arrived: bool,
}

/// What becomes of the schools of a turn, all together.
pub fn fates(tx: &mut Tx<'_>, turn: TurnId) -> Result<Fates> {
    let sql = "SELECT leaving, listed, state, added > 0 AND EXISTS (SELECT 1 FROM rentree_line l
                 WHERE l.turn_id = s.turn_id AND l.unit_id = s.unit_id AND l.kind = 'arrives')
               FROM rentree_school s WHERE s.turn_id = ?1";
    let rows = tx.query(sql, &params![turn])?;
    let mut all = Fates::default();
    for row in rows {
        let leaving: i64 = row.get(0);
        all.leaving += leaving;
        all.empties |= directory::people_import::empties(leaving, row.get(1));
        all.begun |= ![State::Ready.word(), State::Faulty.word()].contains(&row.text(2));
        all.arrived |= row.get::<bool>(3);
    }
    Ok(all)
}

//! The limited sight that a school opens, in writing and for a time, to who answers for a child without parental authority.
use db::{Result, Row, Tx, params};
use kernel::{Id, Moment, PersonId};

/// What the id of a sight names.
#[derive(Debug)]
pub enum SightKind {}
/// The id of a sight.
pub type SightId = Id<SightKind>;

/// A sight that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sight {
    /// Its id.
    pub id: SightId,
    /// To whom.
    pub guardian: PersonId,
    /// On whom.
    pub child: PersonId,
    /// From when.
    pub since: Moment,
    /// Until when: its term, or when it was ended.
    pub until: Moment,
    /// Why, as who opened it wrote.
    pub reason: String,
    /// Who opened it.
    pub opened_by: PersonId,
    /// Who ended it before its term.
    pub ended_by: Option<PersonId>,
}

/// Opens a sight from `sight.since`; one that was open to the same person on the same child ends there.
pub fn open(tx: &mut Tx<'_>, sight: &Sight) -> Result<()> {
    end(tx, sight.guardian, sight.child, sight.opened_by, sight.since)?;
    tx.execute(
        "INSERT INTO guardian_sight (id, guardian_id, child_id, since, until, reason, opened_by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        &params![sight.id, sight.guardian, sight.child, sight.since, sight.until, &sight.reason, sight.opened_by],
    )
    .map(drop)
}

/// Ends, at `at`, the sight of this person on this child. Says whether one was open.
pub fn end(tx: &mut Tx<'_>, guardian: PersonId, child: PersonId, by: PersonId, at: Moment) -> Result<bool> {
    let sql =
        "UPDATE guardian_sight SET until = ?3, ended_by = ?4 WHERE guardian_id = ?1 AND child_id = ?2 AND until > ?3";
    Ok(tx.execute(sql, &params![guardian, child, at, by])? > 0)
}

/// Every sight on a child that is kept, the last opened first.
pub fn on(tx: &mut Tx<'_>, child: PersonId) -> Result<Vec<Sight>> {
    let sql = "SELECT id, guardian_id, child_id, since, until, reason, opened_by, ended_by FROM guardian_sight
               WHERE child_id = ?1 ORDER BY since DESC, id DESC";
    let sight = |row: &Row| Sight {
        id: row.get(0),
        guardian: row.get(1),
        child: row.get(2),
        since: row.get(3),
        until: row.get(4),
        reason: row.get(5),
        opened_by: row.get(6),
        ended_by: row.get(7),
    };
    Ok(tx.query(sql, &params![child])?.iter().map(sight).collect())
}

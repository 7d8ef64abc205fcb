//! Answers of the past, many at once: for a demonstration.
use super::{Announced, marks};
use crate::model::{AnswerId, Source, ToldId, Word};
use db::{Result, Tx, Value, params};
use kernel::{Chance, Id, Moment, PersonId};
use programme::ProtocolId;

/// How many rows one statement adds.
const BATCH: usize = 80;

/// An answer given before now.
#[derive(Clone, Copy, Debug)]
pub struct Past {
    /// To which announcement.
    pub told: ToldId,
    /// By whom.
    pub guardian: PersonId,
    /// About whom.
    pub child: PersonId,
    /// What they said.
    pub word: Word,
    /// How it came.
    pub source: Source,
    /// When.
    pub at: Moment,
}

/// What holders of parental authority were told by a protocol: guardian, child, announcement.
pub fn holders(tx: &mut Tx<'_>, protocol: ProtocolId, now: Moment) -> Result<Vec<((PersonId, PersonId), ToldId)>> {
    let sql = "SELECT t.guardian_id, t.child_id, t.id FROM agreement_told t JOIN answering g
               ON g.guardian_id = t.guardian_id AND g.child_id = t.child_id
                   AND g.since <= ?2 AND (g.until IS NULL OR g.until > ?2)
               WHERE t.protocol_id = ?1";
    Ok(tx.query(sql, &params![protocol, now])?.iter().map(|row| ((row.get(0), row.get(1)), row.get(2))).collect())
}

/// Adds these answers; who had answered before keeps what they said.
pub fn put_past(tx: &mut Tx<'_>, chance: &dyn Chance, announced: &Announced, answers: &[Past]) -> Result<()> {
    for answers in answers.chunks(BATCH) {
        let mut values: Vec<Value> = vec![];
        for answer in answers {
            let id: AnswerId = Id::new(answer.at, chance);
            values.extend::<[Value; 10]>(params![
                id,
                announced.dispositif,
                announced.school,
                answer.child,
                answer.guardian,
                announced.protocol,
                answer.word.word(),
                answer.source.word(),
                answer.at,
                1
            ]);
        }
        let rows: Vec<_> = (0..answers.len()).map(|row| format!("({})", marks(row * 10 + 1, 10))).collect();
        let columns = "agreement_answer (id, dispositif_id, school_id, child_id, guardian_id, protocol_id, word, source, at, current)";
        tx.execute(&format!("INSERT INTO {columns} VALUES {} ON CONFLICT DO NOTHING", rows.join(",")), &values)?;
    }
    let own = "SELECT min(a.at) FROM agreement_answer a WHERE a.dispositif_id = agreement_told.dispositif_id
               AND a.guardian_id = agreement_told.guardian_id AND a.child_id = agreement_told.child_id";
    let sql = format!(
        "UPDATE agreement_told SET read_at = ({own}), received_at = COALESCE(received_at, ({own}))
         WHERE protocol_id = ?1
         AND read_at IS NULL AND EXISTS (SELECT 1 FROM agreement_answer b
         WHERE b.dispositif_id = agreement_told.dispositif_id
           AND b.guardian_id = agreement_told.guardian_id AND b.child_id = agreement_told.child_id)"
    );
    tx.execute(&sql, &params![announced.protocol]).map(drop)
}

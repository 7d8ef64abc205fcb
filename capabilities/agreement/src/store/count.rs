//! Counts, without names.
use super::{announce::to_announcement, marks, with_ids};
use crate::{
    model::{Announcement, Counts},
    policy::Count,
};
use access::Actor;
use db::{Result, Tx, Value, params};
use kernel::{Moment, UnitId};
use programme::DispositifId;
use std::collections::HashMap;

/// What is counted of these schools in a dispositif, in a handful of statements for all of them. The last announcement counts:
/// a protocol published again is told again.
pub fn counts(tx: &mut Tx<'_>, dispositif: DispositifId, schools: &[UnitId]) -> Result<HashMap<UnitId, Counts>> {
    let mut all: HashMap<UnitId, Counts> = schools.iter().map(|school| (*school, Counts::default())).collect();
    for schools in schools.chunks(400) {
        let marks = marks(2, schools.len());
        let values = with_ids(&params![dispositif], schools);
        told(tx, &mut all, &marks, &values)?;
        children(tx, &mut all, &marks, &values)?;
        concerns(tx, &mut all, &marks, &values)?;
        delays(tx, &mut all, &marks, &values)?;
    }
    Ok(all)
}

fn told(tx: &mut Tx<'_>, all: &mut HashMap<UnitId, Counts>, marks: &str, values: &[Value]) -> Result<()> {
    let sql = format!(
        "SELECT t.school_id, count(*), count(t.informed_at), count(t.received_at), count(t.read_at),
           COALESCE(CAST(sum(t.failed) AS BIGINT), 0), count(a.id), count(DISTINCT t.child_id)
         FROM agreement_told t JOIN agreement_announcement n ON n.protocol_id = t.protocol_id AND n.live = 1
         LEFT JOIN agreement_answer a ON a.dispositif_id = t.dispositif_id AND a.guardian_id = t.guardian_id
           AND a.child_id = t.child_id AND a.current = 1
         WHERE t.dispositif_id = ?1 AND t.school_id IN ({marks}) GROUP BY t.school_id"
    );
    for row in tx.query(&sql, values)? {
        let counts = all.entry(row.get(0)).or_default();
        (counts.told, counts.informed, counts.received) = (row.get(1), row.get(2), row.get(3));
        (counts.read, counts.failed, counts.answered) = (row.get(4), row.get(5), row.get(6));
        counts.children = row.get(7);
    }
    Ok(())
}

fn children(tx: &mut Tx<'_>, all: &mut HashMap<UnitId, Counts>, marks: &str, values: &[Value]) -> Result<()> {
    let sql = format!(
        "SELECT school_id, count(CASE WHEN nays = 0 THEN 1 END), count(CASE WHEN nays > 0 THEN 1 END) FROM
           (SELECT school_id, child_id, count(CASE WHEN word <> 'agree' THEN 1 END) AS nays FROM agreement_answer
            WHERE dispositif_id = ?1 AND current = 1 AND school_id IN ({marks}) GROUP BY school_id, child_id) AS child
         GROUP BY school_id"
    );
    for row in tx.query(&sql, values)? {
        let counts = all.entry(row.get(0)).or_default();
        (counts.agreed, counts.refused) = (row.get(1), row.get(2));
    }
    Ok(())
}

fn concerns(tx: &mut Tx<'_>, all: &mut HashMap<UnitId, Counts>, marks: &str, values: &[Value]) -> Result<()> {
    let sql = format!(
        "SELECT k.school_id, count(DISTINCT k.id), count(o.id), count(CASE WHEN o.accepted = 1 THEN 1 END)
         FROM agreement_concern k LEFT JOIN agreement_proposal o ON o.concern_id = k.id
         WHERE k.dispositif_id = ?1 AND k.school_id IN ({marks}) GROUP BY k.school_id"
    );
    for row in tx.query(&sql, values)? {
        let counts = all.entry(row.get(0)).or_default();
        (counts.concerns, counts.proposals, counts.accepted) = (row.get(1), row.get(2), row.get(3));
    }
    Ok(())
}

fn delays(tx: &mut Tx<'_>, all: &mut HashMap<UnitId, Counts>, marks: &str, values: &[Value]) -> Result<()> {
    let sql = format!(
        "SELECT school_id, delay FROM
           (SELECT t.school_id, t.informed_at - n.approved_at AS delay,
              row_number() OVER (PARTITION BY t.school_id ORDER BY t.informed_at - n.approved_at, t.id) AS place,
              count(*) OVER (PARTITION BY t.school_id) AS total
            FROM agreement_told t JOIN agreement_announcement n ON n.protocol_id = t.protocol_id AND n.live = 1
            WHERE t.dispositif_id = ?1 AND t.informed_at IS NOT NULL AND t.school_id IN ({marks})) AS waited
         WHERE place = (total + 1) / 2"
    );
    for row in tx.query(&sql, values)? {
        all.entry(row.get(0)).or_default().delay = Some(row.get::<i64>(1).max(0) / 60_000);
    }
    Ok(())
}

/// The announcements this person may count, by school.
pub fn followed(tx: &mut Tx<'_>, actor: &Actor) -> Result<Vec<Announcement>> {
    let seen = access::visible::<Count, Announcement>(actor, 1);
    let sql = format!(
        "SELECT n.protocol_id, n.dispositif_id, n.name, n.school_id, u.name, n.approved_at, n.published_at
         FROM agreement_announcement n JOIN unit u ON u.id = n.school_id WHERE n.live = 1 AND {}
         ORDER BY u.sort, n.school_id, n.published_at DESC, n.name LIMIT 500",
        seen.sql
    );
    Ok(tx.query(&sql, &seen.params)?.iter().map(|row| to_announcement(row, vec![row.get(3)])).collect())
}

/// The classes of a school: id, name, and what is counted of each.
pub fn of_classes(tx: &mut Tx<'_>, announcement: &Announcement, now: Moment) -> Result<Vec<(UnitId, String, Counts)>> {
    let rows = tx.query(
        "SELECT k.id, k.name, count(t.id), count(t.informed_at), count(t.received_at), count(t.read_at),
           COALESCE(CAST(sum(t.failed) AS BIGINT), 0), count(a.id), count(DISTINCT t.child_id),
           count(DISTINCT CASE WHEN a.word = 'agree' AND NOT EXISTS (SELECT 1 FROM agreement_answer b
             WHERE b.dispositif_id = t.dispositif_id AND b.child_id = t.child_id AND b.current = 1
             AND b.word <> 'agree')
             THEN t.child_id END),
           count(DISTINCT CASE WHEN a.word <> 'agree' THEN t.child_id END)
         FROM agreement_told t JOIN membership m ON m.person_id = t.child_id AND m.role = 'pupil'
           AND m.since <= ?2 AND (m.until IS NULL OR m.until > ?2)
         JOIN unit k ON k.id = m.unit_id AND k.kind = 'classe'
         JOIN unit_closure up ON up.descendant = k.id AND up.ancestor = ?3
         LEFT JOIN agreement_answer a ON a.dispositif_id = t.dispositif_id AND a.guardian_id = t.guardian_id
           AND a.child_id = t.child_id AND a.current = 1
         WHERE t.protocol_id = ?1 GROUP BY k.id, k.name, k.code ORDER BY k.sort, k.code",
        &params![announcement.protocol, now, announcement.school],
    )?;
    let counted = rows.iter().map(|row| {
        let counts = Counts {
            told: row.get(2),
            informed: row.get(3),
            received: row.get(4),
            read: row.get(5),
            failed: row.get(6),
            answered: row.get(7),
            children: row.get(8),
            agreed: row.get(9),
            refused: row.get(10),
            ..Counts::default()
        };
        (row.get(0), row.get(1), counts)
    });
    Ok(counted.collect())
}

//! Counts, without names.
use super::{announce::to_announcement, marks, with_ids};
use crate::{
    model::{Announcement, Counts},
    policy::{Count, Follow},
};
use access::Actor;
use db::{Result, Tx, Value, params};
use kernel::{Moment, UnitId};
use programme::DispositifId;
use std::collections::HashMap;
use web::{List, Paged, Pager};

/// What is counted of these schools in a dispositif, in a handful of statements for all of them. The last announcement counts:
/// a protocol published again is told again.
pub fn counts(tx: &mut Tx<'_>, dispositif: DispositifId, schools: &[UnitId]) -> Result<HashMap<UnitId, Counts>> {
    let mut all: HashMap<UnitId, Counts> = schools.iter().map(|school| (*school, Counts::default())).collect();
    for schools in schools.chunks(400) {
        let marks = marks(2, schools.len());
        let values = with_ids(&params![dispositif], schools);
        told(tx, &mut all, &marks, &values)?;
        said(tx, &mut all, &marks, &values)?;
        delays(tx, &mut all, &marks, &values)?;
    }
    Ok(all)
}

fn told(tx: &mut Tx<'_>, all: &mut HashMap<UnitId, Counts>, marks: &str, values: &[Value]) -> Result<()> {
    let sql = format!(
        "SELECT n.school_id, count(*), count(t.informed_at), count(t.received_at), count(t.read_at),
           COALESCE(CAST(sum(t.failed) AS BIGINT), 0), count(a.id), count(DISTINCT t.child_id)
         FROM agreement_announcement n JOIN agreement_told t ON t.protocol_id = n.protocol_id
         LEFT JOIN agreement_answer a ON a.dispositif_id = t.dispositif_id AND a.guardian_id = t.guardian_id
           AND a.child_id = t.child_id AND a.current = 1
         WHERE n.live = 1 AND n.dispositif_id = ?1 AND n.school_id IN ({marks}) GROUP BY n.school_id"
    );
    for row in tx.query(&sql, values)? {
        let counts = all.entry(row.get(0)).or_default();
        (counts.told, counts.informed, counts.received) = (row.get(1), row.get(2), row.get(3));
        (counts.read, counts.failed, counts.answered) = (row.get(4), row.get(5), row.get(6));
        counts.children = row.get(7);
    }
    Ok(())
}

/// What was answered for each child, and what stands in a family's way.
fn said(tx: &mut Tx<'_>, all: &mut HashMap<UnitId, Counts>, marks: &str, values: &[Value]) -> Result<()> {
    let sql = format!(
        "SELECT 'answers', school_id, count(CASE WHEN nays = 0 THEN 1 END), count(CASE WHEN nays > 0 THEN 1 END), 0 FROM
           (SELECT school_id, child_id, count(CASE WHEN word <> 'agree' THEN 1 END) AS nays FROM agreement_answer
            WHERE dispositif_id = ?1 AND current = 1 AND school_id IN ({marks}) GROUP BY school_id, child_id) AS child
         GROUP BY school_id
         UNION ALL
         SELECT 'concerns', k.school_id, count(DISTINCT k.id), count(o.id), count(CASE WHEN o.accepted = 1 THEN 1 END)
         FROM agreement_concern k LEFT JOIN agreement_proposal o ON o.concern_id = k.id
         WHERE k.dispositif_id = ?1 AND k.school_id IN ({marks}) GROUP BY k.school_id"
    );
    for row in tx.query(&sql, values)? {
        let counts = all.entry(row.get(1)).or_default();
        if row.text(0) == "answers" {
            (counts.agreed, counts.refused) = (row.get(2), row.get(3));
        } else {
            (counts.concerns, counts.proposals, counts.accepted) = (row.get(2), row.get(3), row.get(4));
        }
    }
    Ok(())
}

fn delays(tx: &mut Tx<'_>, all: &mut HashMap<UnitId, Counts>, marks: &str, values: &[Value]) -> Result<()> {
    let sql = format!(
        "SELECT school_id, delay FROM
           (SELECT n.school_id, t.informed_at - n.approved_at AS delay,
              row_number() OVER (PARTITION BY n.school_id ORDER BY t.informed_at - n.approved_at, t.id) AS place,
              count(*) OVER (PARTITION BY n.school_id) AS total
            FROM agreement_announcement n JOIN agreement_told t ON t.protocol_id = n.protocol_id
            WHERE n.live = 1 AND n.dispositif_id = ?1 AND n.school_id IN ({marks})
              AND t.informed_at IS NOT NULL) AS waited
         WHERE place = (total + 1) / 2"
    );
    for row in tx.query(&sql, values)? {
        all.entry(row.get(0)).or_default().delay = Some(row.get::<i64>(1).max(0) / 60_000);
    }
    Ok(())
}

/// The dispositifs of which this person may count something told, the first made first.
pub fn followed(tx: &mut Tx<'_>, actor: &Actor) -> Result<Vec<(DispositifId, String)>> {
    let seen = access::visible::<Count, Announcement>(actor, 1);
    let sql = format!(
        "SELECT n.dispositif_id, min(n.name) FROM agreement_announcement n WHERE n.live = 1 AND {}
         GROUP BY n.dispositif_id ORDER BY n.dispositif_id",
        seen.sql
    );
    Ok(tx.query(&sql, &seen.params)?.iter().map(|row| (row.get(0), row.get(1))).collect())
}

/// What is told in a dispositif of the schools this person may count, by school.
pub fn followed_in(
    tx: &mut Tx<'_>,
    actor: &Actor,
    dispositif: DispositifId,
    pager: Pager,
) -> Result<Paged<Announcement>> {
    let seen = access::visible::<Count, Announcement>(actor, 2);
    let from = format!("{ANNOUNCED} AND n.dispositif_id = ?1 AND {}", seen.sql);
    let params: Vec<Value> = params![dispositif].into_iter().chain(seen.params).collect();
    let list =
        List { columns: ANNOUNCEMENT, from: &from, order: "u.sort, n.school_id, n.protocol_id", params: &params };
    pager.read(tx, list, |row| to_announcement(row, vec![row.get(3)]))
}

/// The first announcement in a dispositif of these schools, those of one's own.
pub fn own(tx: &mut Tx<'_>, actor: &Actor, dispositif: DispositifId) -> Result<Option<Announcement>> {
    let seen = access::visible::<Follow, Announcement>(actor, 2);
    let sql = format!(
        "SELECT {ANNOUNCEMENT} FROM {ANNOUNCED} AND n.dispositif_id = ?1 AND {}
         ORDER BY u.sort, n.school_id, n.protocol_id LIMIT 1",
        seen.sql
    );
    let params: Vec<Value> = params![dispositif].into_iter().chain(seen.params).collect();
    Ok(tx.first(&sql, &params)?.map(|row| to_announcement(&row, vec![row.get(3)])))
}

const ANNOUNCEMENT: &str = "n.protocol_id, n.dispositif_id, n.name, n.school_id, u.name, n.approved_at, n.published_at";
const ANNOUNCED: &str = "agreement_announcement n JOIN unit u ON u.id = n.school_id WHERE n.live = 1";

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

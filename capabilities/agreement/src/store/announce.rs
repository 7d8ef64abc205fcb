//! Telling every family of a school, in few statements however large it is.
use super::{first, marks};
use crate::{
    letter::{Tongue, speak},
    model::{Announcement, ToldId},
};
use access::Actor;
use db::{Result, Row, Tx, Value, params};
use kernel::{Chance, Id, Moment, PersonId, UnitId};
use notice::{Known, NoticeId, Sending, Way, seal::Seal};
use programme::{DispositifId, ProtocolId};
use std::collections::HashMap;

/// How many rows one statement adds.
const BATCH: usize = 60;

/// What the programme says when a protocol is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Announced {
    /// Of which dispositif.
    pub dispositif: DispositifId,
    /// In which school.
    pub school: UnitId,
    /// Which protocol.
    pub protocol: ProtocolId,
    /// When the head approved it.
    pub approved_at: Moment,
    /// When it was published.
    pub published_at: Moment,
}

/// A guardian and a child who have not been told yet.
struct Pair {
    guardian: PersonId,
    child: PersonId,
    lang: Option<String>,
}

/// Tells every pupil's family: who holds parental authority, and those to whom the school has opened a sight. Says how many;
/// told again, it tells those who were not.
pub fn announce(tx: &mut Tx<'_>, chance: &dyn Chance, announced: &Announced, now: Moment) -> Result<usize> {
    let name = name_of(tx, announced)?;
    let sql = "UPDATE agreement_announcement SET live = 0 WHERE dispositif_id = ?1 AND school_id = ?2
               AND protocol_id <> ?3 AND published_at <= ?4 AND live = 1";
    let Announced { dispositif, school, protocol, approved_at, published_at } = *announced;
    tx.execute(sql, &params![dispositif, school, protocol, published_at])?;
    // A job that comes late does not put an old protocol back in force.
    let sql = "SELECT 1 FROM agreement_announcement WHERE dispositif_id = ?1 AND school_id = ?2 AND protocol_id <> ?3
         AND live = 1";
    if tx.first(sql, &params![dispositif, school, protocol])?.is_some() {
        return Ok(0);
    }
    tx.execute(
        "INSERT INTO agreement_announcement (protocol_id, dispositif_id, school_id, name, approved_at, published_at, live)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1) ON CONFLICT DO NOTHING",
        &params![protocol, dispositif, school, name, approved_at, published_at],
    )?;
    tell(tx, chance, announced, now)
}

/// The dispositif's name, as the school's people see it.
fn name_of(tx: &mut Tx<'_>, announced: &Announced) -> Result<String> {
    let school = announced.school;
    let head = vec![(access::Role::Head, school)];
    let actor = Actor { person: school.cast(), grants: head, children: vec![], groups: vec![] };
    let seen = programme::store::find(tx, &actor, announced.dispositif)?;
    Ok(seen.map(|seen| seen.dispositif.name.clone()).unwrap_or_default())
}

fn tell(tx: &mut Tx<'_>, chance: &dyn Chance, announced: &Announced, now: Moment) -> Result<usize> {
    let rows = tx.query(
        "SELECT DISTINCT g.guardian_id, g.child_id, p.lang FROM membership m
         JOIN unit_closure up ON up.descendant = m.unit_id AND up.ancestor = ?1
         JOIN informed g ON g.child_id = m.person_id AND g.since <= ?3 AND (g.until IS NULL OR g.until > ?3)
         JOIN directory_person p ON p.id = g.guardian_id AND p.erased = 0
         LEFT JOIN agreement_told t ON t.protocol_id = ?2 AND t.guardian_id = g.guardian_id AND t.child_id = g.child_id
         WHERE m.role = 'pupil' AND m.since <= ?3 AND (m.until IS NULL OR m.until > ?3) AND t.id IS NULL
         ORDER BY g.guardian_id, g.child_id",
        &params![announced.school, announced.protocol, now],
    )?;
    let pairs: Vec<Pair> =
        rows.iter().map(|row| Pair { guardian: row.get(0), child: row.get(1), lang: row.get(2) }).collect();
    if pairs.is_empty() {
        return Ok(0);
    }
    let drawn: Vec<(ToldId, Seal)> = pairs
        .iter()
        .map(|_| {
            let id: ToldId = Id::new(now, chance);
            (id, Seal::new(id.bytes(), chance))
        })
        .collect();
    let sent = notices(tx, chance, announced, (&pairs, &drawn), now)?;
    let shown = notice::shown_at(&calendar::Calendar::load(tx)?, now);
    for (pairs, drawn) in pairs.chunks(BATCH).zip(drawn.chunks(BATCH)) {
        let mut values: Vec<Value> = vec![];
        for (pair, (id, seal)) in pairs.iter().zip(drawn) {
            let Some((notice, way)) = sent.get(&pair.guardian) else { continue };
            let informed = (*way == Way::Platform).then_some(shown);
            values.extend::<[Value; 12]>(params![
                *id,
                announced.dispositif,
                announced.protocol,
                announced.school,
                pair.guardian,
                pair.child,
                *notice,
                &seal.selector,
                way.word(),
                now,
                informed,
                0
            ]);
        }
        let rows: Vec<_> = (0..values.len() / 12).map(|row| format!("({})", marks(row * 12 + 1, 12))).collect();
        let columns =
            "agreement_told (id, dispositif_id, protocol_id, school_id, guardian_id, child_id, notice_id, selector, way,
                       told_at, informed_at, failed)";
        tx.execute(&format!("INSERT INTO {columns} VALUES {}", rows.join(",")), &values)?;
    }
    Ok(pairs.len())
}

/// One message a guardian, however many children: its link opens the first child's letter, which leads to the others.
fn notices(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    announced: &Announced,
    (pairs, drawn): (&[Pair], &[(ToldId, Seal)]),
    now: Moment,
) -> Result<HashMap<PersonId, (NoticeId, Way)>> {
    let school = access::store::by_id(tx, announced.school)?.map(|unit| unit.name).unwrap_or_default();
    let programme = name_of(tx, announced)?;
    let mut sendings: Vec<Sending> = vec![];
    for (pair, (_, seal)) in pairs.iter().zip(drawn) {
        // The pairs are in the order of their guardians.
        if sendings.last().is_some_and(|last| last.to == pair.guardian) {
            continue;
        }
        let text = speak(Tongue::of(pair.lang.as_deref()), "letter-notice").text("school", &school);
        let text = text.text("programme", &programme).to_string();
        sendings.push(Sending {
            school: announced.school,
            author: None,
            to: pair.guardian,
            text,
            link: Some("/accord".to_owned()),
            sealed: Some(("/reponse/".to_owned(), seal.clone())),
        });
    }
    let sent = notice::store::notify_many(tx, chance, &sendings, now)?;
    Ok(sendings.iter().map(|sending| sending.to).zip(sent).collect())
}

/// Tells the families that came to a school since its protocol was published; says how many.
pub fn newcomers(tx: &mut Tx<'_>, chance: &dyn Chance, now: Moment) -> Result<usize> {
    let sql = "SELECT dispositif_id, school_id, protocol_id, approved_at, published_at FROM agreement_announcement
               WHERE live = 1 ORDER BY school_id, dispositif_id";
    let all: Vec<Announced> = tx.query(sql, &[])?.iter().map(announced).collect();
    let running: Vec<DispositifId> = programme::store::all_running(tx, now)?.iter().map(|one| one.id).collect();
    let mut told = 0;
    for announced in all.iter().filter(|announced| running.contains(&announced.dispositif)) {
        told += tell(tx, chance, announced, now)?;
    }
    Ok(told)
}

fn announced(row: &Row) -> Announced {
    Announced {
        dispositif: row.get(0),
        school: row.get(1),
        protocol: row.get(2),
        approved_at: row.get(3),
        published_at: row.get(4),
    }
}

/// Takes over what the courier and the readers did to the notices since an instant.
pub fn news(tx: &mut Tx<'_>, since: Moment, now: Moment) -> Result<()> {
    for (id, fate) in notice::store::changed_since(tx, since, now)? {
        let read = fate.read_at;
        let arrived = if fate.way == Way::Platform { read } else { first(fate.received_at, fate.sent_at) };
        tx.execute(
            "UPDATE agreement_told SET informed_at = COALESCE(informed_at, ?2), received_at = COALESCE(received_at, ?3),
             read_at = COALESCE(read_at, ?4), failed = ?5 WHERE notice_id = ?1",
            &params![id, fate.sent_at, arrived, read, fate.known == Known::Failed],
        )?;
    }
    for id in notice::store::failed_since(tx, since)? {
        tx.execute("UPDATE agreement_told SET failed = 1 WHERE notice_id = ?1 AND received_at IS NULL", &params![id])?;
    }
    Ok(())
}

/// What a school tells now in each dispositif, by name.
pub fn current(tx: &mut Tx<'_>, school: UnitId) -> Result<Vec<Announcement>> {
    let sql = "SELECT n.protocol_id, n.dispositif_id, n.name, n.school_id, u.name, n.approved_at, n.published_at
               FROM agreement_announcement n JOIN unit u ON u.id = n.school_id WHERE n.live = 1 AND n.school_id = ?1
               ORDER BY n.protocol_id";
    let lineage = access::store::lineage(tx, school)?;
    let rows = tx.query(sql, &params![school])?;
    let mut current: Vec<_> = rows.iter().map(|row| to_announcement(row, lineage.clone())).collect();
    kernel::sort_by_name(&mut current, |one| &one.name);
    Ok(current)
}

/// An announcement from a row of protocol, dispositif, name, school, school's name, instants.
pub(super) fn to_announcement(row: &Row, lineage: Vec<UnitId>) -> Announcement {
    Announcement {
        protocol: row.get(0),
        dispositif: row.get(1),
        name: row.get(2),
        school: row.get(3),
        school_name: row.get(4),
        approved_at: row.get(5),
        published_at: row.get(6),
        lineage,
    }
}

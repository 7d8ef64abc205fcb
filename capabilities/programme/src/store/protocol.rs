//! Protocols: one draft at a time, one in force, and those before.
use super::{dispositif, json, unreadable};
use crate::{
    DispositifId, Protocol, ProtocolId, Published, Reading, Refusal, Seat, Stage, Version,
    policy::{Answer, Draft, Read, ReadHere},
};
use access::{Actor, Allowed};
use db::{Result, Row, Tx, Value, params};
use kernel::{Chance, Id, Moment, UnitId};

/// The columns of a version, for a row read by [`to_version`].
const VERSION: &str = "p.id, p.number, p.stage, p.content, p.author_id, p.written_at, p.approved_at, p.published_at";

fn to_version(row: &Row) -> Result<Version> {
    Ok(Version {
        id: row.get(0),
        number: row.get(1),
        stage: Stage::from_word(row.text(2)).unwrap_or(Stage::Superseded),
        content: serde_json::from_str(row.text(3)).map_err(|error| unreadable(&error))?,
        author: row.get(4),
        written_at: row.get(5),
        approved_at: row.get(6),
        published_at: row.get(7),
    })
}

const PUBLISHED: &str = "SELECT p.id, p.dispositif_id, p.unit_id, p.number, p.content, p.approved_at, p.published_at,
    d.template FROM programme_protocol p JOIN programme_dispositif d ON d.id = p.dispositif_id WHERE p.dispositif_id = ?1 AND p.stage = 'published'";

fn to_published(row: &Row) -> Result<Published> {
    Ok(Published {
        id: row.get(0),
        dispositif: row.get(1),
        template: row.get(7),
        school: row.get(2),
        version: row.get(3),
        content: serde_json::from_str(row.text(4)).map_err(|error| unreadable(&error))?,
        approved_at: row.get(5),
        published_at: row.get(6),
    })
}

/// The protocol in force in a school.
pub fn published(tx: &mut Tx<'_>, dispositif: DispositifId, school: UnitId) -> Result<Option<Published>> {
    let row = tx.first(&format!("{PUBLISHED} AND p.unit_id = ?2"), &params![dispositif, school])?;
    row.as_ref().map(to_published).transpose()
}

/// The protocols in force in every school of a dispositif.
pub fn published_all(tx: &mut Tx<'_>, dispositif: DispositifId) -> Result<Vec<Published>> {
    tx.query(&format!("{PUBLISHED} ORDER BY p.unit_id"), &params![dispositif])?.iter().map(to_published).collect()
}

/// Every version of a school's protocol, the latest first.
pub fn versions(tx: &mut Tx<'_>, dispositif: DispositifId, school: UnitId) -> Result<Vec<Version>> {
    let sql = format!(
        "SELECT {VERSION} FROM programme_protocol p WHERE p.dispositif_id = ?1 AND p.unit_id = ?2
         ORDER BY p.number DESC"
    );
    tx.query(&sql, &params![dispositif, school])?.iter().map(to_version).collect()
}

/// The version being written or waiting to be published.
pub fn open(tx: &mut Tx<'_>, dispositif: DispositifId, school: UnitId) -> Result<Option<Version>> {
    one(tx, dispositif, school, "p.stage IN ('draft', 'approved')")
}

/// What a new draft starts from: the one in force here, else the one in force last year.
pub fn version(tx: &mut Tx<'_>, dispositif: DispositifId, school: UnitId) -> Result<Option<Version>> {
    if let Some(live) = one(tx, dispositif, school, "p.stage = 'published'")? {
        return Ok(Some(live));
    }
    let sql = format!(
        "SELECT {VERSION} FROM programme_protocol p JOIN programme_dispositif d ON d.before_id = p.dispositif_id
         WHERE d.id = ?1 AND p.unit_id = ?2 AND p.stage = 'published'"
    );
    tx.first(&sql, &params![dispositif, school])?.as_ref().map(to_version).transpose()
}

fn one(tx: &mut Tx<'_>, dispositif: DispositifId, school: UnitId, stage: &str) -> Result<Option<Version>> {
    let sql = format!(
        "SELECT {VERSION} FROM programme_protocol p WHERE p.dispositif_id = ?1 AND p.unit_id = ?2
         AND {stage}"
    );
    tx.first(&sql, &params![dispositif, school])?.as_ref().map(to_version).transpose()
}

/// Writes the draft. `seen` is when the draft shown to the writer was last written (`None`: there was none); an approved
/// version that is written in is a draft again; one in force stays, and a new version begins.
pub fn save(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    actor: &Actor,
    seat: &Allowed<Draft, Seat>,
    (content, seen): (&Protocol, Option<Moment>),
    now: Moment,
) -> Result<std::result::Result<ProtocolId, Refusal>> {
    let open = open(tx, seat.dispositif, seat.school.id)?;
    if open.as_ref().map(|version| version.written_at) != seen {
        return Ok(Err(Refusal::Overwritten));
    }
    let text = json(content)?;
    if let Some(open) = open {
        let sql = "UPDATE programme_protocol SET stage = 'draft', content = ?2, author_id = ?3, written_at = ?4,
                   approved_by = NULL, approved_at = NULL WHERE id = ?1";
        tx.execute(sql, &params![open.id, text, actor.person, now])?;
        return Ok(Ok(open.id));
    }
    let id: ProtocolId = Id::new(now, chance);
    tx.execute(
        "INSERT INTO programme_protocol (id, dispositif_id, unit_id, number, stage, content, author_id, written_at)
         SELECT ?1, ?2, ?3, coalesce(max(number), 0) + 1, 'draft', ?4, ?5, ?6 FROM programme_protocol
         WHERE dispositif_id = ?2 AND unit_id = ?3",
        &params![id, seat.dispositif, seat.school.id, text, actor.person, now],
    )?;
    Ok(Ok(id))
}

/// Approves the draft as the head saw it.
pub fn approve(
    tx: &mut Tx<'_>,
    actor: &Actor,
    seat: &Allowed<Answer, Seat>,
    seen: Moment,
    now: Moment,
) -> Result<std::result::Result<ProtocolId, Refusal>> {
    let Some(open) = open(tx, seat.dispositif, seat.school.id)?.filter(|open| open.stage == Stage::Draft) else {
        return Ok(Err(Refusal::Nothing));
    };
    if open.written_at != seen {
        return Ok(Err(Refusal::Overwritten));
    }
    if !open.content.lacks().is_empty() {
        return Ok(Err(Refusal::Lacking));
    }
    let sql = "UPDATE programme_protocol SET stage = 'approved', approved_by = ?2, approved_at = ?3 WHERE id = ?1";
    tx.execute(sql, &params![open.id, actor.person, now])?;
    Ok(Ok(open.id))
}

/// Publishes the approved version: the one in force before is superseded, and families will be told.
pub fn publish(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    seat: &Allowed<Answer, Seat>,
    now: Moment,
) -> Result<std::result::Result<ProtocolId, Refusal>> {
    if !seat.engaged() {
        return Ok(Err(Refusal::NotEngaged));
    }
    let open = open(tx, seat.dispositif, seat.school.id)?;
    let approved = open.and_then(|open| Some((open.id, open.approved_at?)));
    let Some((id, approved_at)) = approved else { return Ok(Err(Refusal::Nothing)) };
    let sql = "UPDATE programme_protocol SET stage = 'superseded', superseded_at = ?3
               WHERE dispositif_id = ?1 AND unit_id = ?2 AND stage = 'published'";
    tx.execute(sql, &params![seat.dispositif, seat.school.id, now])?;
    tx.execute(
        "UPDATE programme_protocol SET stage = 'published', published_at = ?2
         WHERE id = ?1",
        &params![id, now],
    )?;
    let told = serde_json::json!({
        "dispositif": seat.dispositif.to_string(),
        "school": seat.school.id.to_string(),
        "protocol": id.to_string(),
        "approved_at": approved_at.0,
        "published_at": now.0,
    });
    // What is prepared for next year is told when its year begins; what runs, at once, in the hours in which one writes to families.
    let starts_on = dispositif::starts_on(tx, seat.dispositif)?;
    let due = if starts_on <= now.paris().date() { now } else { Moment::at_paris(starts_on, 7, 0) };
    jobs::queue(tx, chance, now, "agreement/announce", &id.to_string(), &told.to_string(), due)?;
    Ok(Ok(id))
}

/// The protocols in force that this person reads as somebody of a school: theirs, or that of a child. Each with the name of its
/// dispositif and of its school.
pub fn readable(tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> Result<Vec<(ProtocolId, String, String)>> {
    let seen = access::ways::<ReadHere, Reading>(actor, 3);
    let along = |way: &str| {
        format!(
            "SELECT DISTINCT p.id, d.name, s.name FROM programme_protocol p
         JOIN programme_dispositif d ON d.id = p.dispositif_id AND d.starts_on <= ?1 AND d.ends_on >= ?1
         JOIN programme_engagement e ON e.dispositif_id = d.id AND e.unit_id = p.unit_id AND e.state = 'engaged'
         JOIN unit s ON s.id = p.unit_id JOIN unit_closure c ON c.ancestor = p.unit_id
         LEFT JOIN membership m ON m.unit_id = c.descendant AND m.role = 'pupil'
           AND m.since <= ?2 AND (m.until IS NULL OR m.until > ?2)
         WHERE p.stage = 'published' AND {way}"
        )
    };
    let sql = format!("{} ORDER BY 1", seen.union(along));
    let params: Vec<Value> = params![now.paris().date().to_string(), now].into_iter().chain(seen.params).collect();
    let mut all: Vec<(ProtocolId, String, String)> =
        tx.query(&sql, &params)?.iter().map(|row| (row.get(0), row.get(1), row.get(2))).collect();
    all.sort_by_cached_key(|(_, dispositif, school)| kernel::order(&[dispositif, school]));
    Ok(all)
}

/// The version in force or past, if this person may read it.
pub fn read(tx: &mut Tx<'_>, actor: &Actor, id: ProtocolId, now: Moment) -> Result<Option<Allowed<Read, Reading>>> {
    let seen = access::visible::<Read, Reading>(actor, 3);
    let sql = format!(
        "SELECT {VERSION}, d.id, d.name, s.id, s.name, c.descendant, m.person_id FROM programme_protocol p
         JOIN programme_dispositif d ON d.id = p.dispositif_id JOIN unit s ON s.id = p.unit_id
         JOIN unit_closure c ON c.ancestor = p.unit_id
         LEFT JOIN membership m ON m.unit_id = c.descendant AND m.role = 'pupil'
           AND m.since <= ?2 AND (m.until IS NULL OR m.until > ?2)
         WHERE p.id = ?1 AND p.stage IN ('published', 'superseded') AND {} LIMIT 1",
        seen.sql
    );
    let params: Vec<Value> = params![id, now].into_iter().chain(seen.params).collect();
    let Some(row) = tx.first(&sql, &params)? else { return Ok(None) };
    let from = row.get(12);
    let reading = Reading {
        version: to_version(&row)?,
        dispositif: row.get(8),
        name: row.get(9),
        school: row.get(10),
        school_name: row.get(11),
        from,
        pupil: row.get(13),
        lineage: access::store::lineage(tx, from)?,
    };
    Ok(access::check(actor, reading).ok())
}

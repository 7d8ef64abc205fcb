//! The outbox: what is due, what has left, what is known.
use super::{marks, with_ids};
use crate::{
    model::{Fate, Known, NoticeId, Sending, Way},
    quiet,
    seal::Seal,
    store::channel::{channels, spelt},
};
use db::{Result, Row, Tx, Value, params};
use kernel::{Chance, Id, Moment, PersonId, UnitId};
use std::collections::HashMap;

/// How many rows one statement adds, and how many ids it asks about.
const BATCH: usize = 100;
/// Minutes during which a letter taken is nobody else's to send.
const LEASE: i64 = 15;
/// Where somebody's messages are.
const MESSAGES: &str = "/messages";
/// How many times a letter is tried.
pub const TRIES: i64 = 8;

/// A letter taken from the outbox.
#[derive(Clone, Debug)]
pub struct Due {
    /// Its notice; of several that leave together, the first.
    pub notice: NoticeId,
    /// The others that it tells of too.
    pub others: Vec<NoticeId>,
    /// By e-mail or SMS.
    pub way: Way,
    /// Where to.
    pub address: String,
    /// Where it leads, to be ended by the seal's key if there is one.
    pub link: String,
    /// What opens it.
    pub seal: Option<Seal>,
    /// The school's name.
    pub school: String,
    /// The language of the person.
    pub lang: Option<String>,
    /// How many times it was tried, this one included.
    pub tries: i64,
}

/// Writes to a person by their channel, in the transaction of what it speaks of; gives the notice's id.
pub fn notify(tx: &mut Tx<'_>, chance: &dyn Chance, sending: &Sending, now: Moment) -> Result<NoticeId> {
    let sent = notify_many(tx, chance, std::slice::from_ref(sending), now)?;
    sent.first().map(|(id, _)| *id).ok_or_else(|| db::Error::Panicked("a notice was not written".to_owned()))
}

/// The same to many people, in few statements; gives each notice's id and its way, in their order.
pub fn notify_many(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    sendings: &[Sending],
    now: Moment,
) -> Result<Vec<(NoticeId, Way)>> {
    let people: Vec<PersonId> = sendings.iter().map(|sending| sending.to).collect();
    let channels = channels(tx, &people, now)?;
    let shown = quiet::shown_at(&calendar::Calendar::load(tx)?, now);
    let mut sent = Vec::with_capacity(sendings.len());
    for sendings in sendings.chunks(BATCH) {
        let (mut notices, mut deliveries) = (vec![], vec![]);
        for sending in sendings {
            let id: NoticeId = Id::new(now, chance);
            let (way, address) = channels.get(&sending.to).map_or((Way::Paper, None), |c| (c.way, c.address.clone()));
            let author = sending.author.unwrap_or_else(|| sending.school.cast());
            let (text, link) = (&sending.text, &sending.link);
            notices.extend::<[Value; 7]>(params![id, sending.to, author, sending.school, text, shown, link.clone()]);
            // In the platform it shows by itself; a sheet waits to be handed out.
            let (state, sent_at) = if way == Way::Platform { ("sent", Some(shown)) } else { ("waiting", None) };
            let (link, seal) = match &sending.sealed {
                Some((link, seal)) => (format!("{link}{}", seal.selector), Some(seal.id)),
                None => (link.clone().unwrap_or_else(|| MESSAGES.to_owned()), None),
            };
            let seal = seal.map(|id| id.to_vec());
            deliveries.extend::<[Value; 9]>(params![id, way.word(), address, link, seal, state, shown, 0, sent_at]);
            sent.push((id, way));
            tx.ring(format!("person:{}", sending.to));
        }
        let columns = "INSERT INTO notice (id, person_id, author_id, school_id, text, shown_at, link)";
        tx.execute(&format!("{columns} VALUES {}", rows(sendings.len(), 7)), &notices)?;
        let columns =
            "INSERT INTO notice_delivery (notice_id, kind, address, link, seal, state, due_at, tries, sent_at)";
        tx.execute(&format!("{columns} VALUES {}", rows(sendings.len(), 9)), &deliveries)?;
    }
    Ok(sent)
}

/// `(?1,?2),(?3,?4)`.
fn rows(count: usize, width: usize) -> String {
    let rows: Vec<_> = (0..count).map(|row| format!("({})", marks(row * width + 1, width))).collect();
    rows.join(",")
}

/// Whether something is due.
pub fn is_due(tx: &mut Tx<'_>, now: Moment) -> Result<bool> {
    let sql = "SELECT 1 FROM notice_delivery WHERE state = 'waiting' AND due_at <= ?1 AND kind IN ('email', 'sms')
               LIMIT 1";
    Ok(tx.first(sql, &params![now])?.is_some())
}

/// Takes what is due, `most` at most: for a while nobody else will. If we fall, it is due again after that while.
pub fn take(tx: &mut Tx<'_>, now: Moment, most: i64) -> Result<Vec<Due>> {
    let taken = tx.query(
        "UPDATE notice_delivery SET due_at = ?2, tries = tries + 1
         WHERE state = 'waiting' AND due_at <= ?1 AND notice_id IN (SELECT notice_id FROM notice_delivery
           WHERE state = 'waiting' AND due_at <= ?1 AND kind IN ('email', 'sms') ORDER BY due_at LIMIT ?3)
         RETURNING notice_id",
        &params![now, now.plus_minutes(LEASE), most],
    )?;
    let ids: Vec<NoticeId> = taken.iter().map(|row| row.get(0)).collect();
    if ids.is_empty() {
        return Ok(vec![]);
    }
    let sql = format!(
        "SELECT d.notice_id, d.kind, d.address, d.link, d.seal, u.name, p.lang, d.tries, n.person_id, n.school_id
         FROM notice_delivery d JOIN notice n ON n.id = d.notice_id JOIN directory_person p ON p.id = n.person_id
         LEFT JOIN unit u ON u.id = n.school_id
         WHERE d.notice_id IN ({}) ORDER BY d.notice_id",
        marks(1, ids.len())
    );
    Ok(together(&tx.query(&sql, &with_ids(&[], &ids))?))
}

/// One letter for all that one school tells one person at once, without a seal: it says that the school has written, and where
/// to read it.
fn together(rows: &[Row]) -> Vec<Due> {
    let mut letters: Vec<Due> = vec![];
    let mut of: HashMap<(PersonId, UnitId, Way, String), usize> = HashMap::new();
    for row in rows {
        let next = due(row);
        let key = (row.get(8), row.get(9), next.way, next.address.clone());
        let known = of.get(&key).and_then(|at| letters.get_mut(*at)).filter(|_| next.seal.is_none());
        if let Some(first) = known {
            if first.link != next.link {
                MESSAGES.clone_into(&mut first.link);
            }
            first.tries = first.tries.min(next.tries);
            first.others.push(next.notice);
            continue;
        }
        if next.seal.is_none() {
            of.insert(key, letters.len());
        }
        letters.push(next);
    }
    letters
}

fn due(row: &Row) -> Due {
    let link: String = row.get(3);
    let seal = row.get::<Option<Vec<u8>>>(4).and_then(|id| id.try_into().ok()).map(|id| {
        let selector = link.rsplit('/').next().unwrap_or_default().to_owned();
        Seal { selector, id }
    });
    let way = Way::from_word(row.text(1)).unwrap_or(Way::Email);
    Due {
        notice: row.get(0),
        others: vec![],
        way,
        address: spelt(way, row.get::<Option<String>>(2).unwrap_or_default()),
        link,
        seal,
        school: row.get::<Option<String>>(5).unwrap_or_default(),
        lang: row.get(6),
        tries: row.get(7),
    }
}

impl Due {
    /// All the notices that it tells of.
    fn notices(&self) -> Vec<NoticeId> {
        std::iter::once(self.notice).chain(self.others.iter().copied()).collect()
    }
}

/// It has left, and the other side has it.
pub fn left(tx: &mut Tx<'_>, due: &Due, now: Moment) -> Result<()> {
    let notices = due.notices();
    let sql = format!(
        "UPDATE notice_delivery SET state = 'sent', sent_at = ?1, why = NULL WHERE state = 'waiting' AND notice_id IN ({})",
        marks(2, notices.len())
    );
    tx.execute(&sql, &with_ids(&params![now], &notices))?;
    mark_received(tx, &notices, now)
}

/// It has not left: later again, in five minutes, ten, twenty…; or never, and it is marked failed.
pub fn refused(tx: &mut Tx<'_>, due: &Due, why: &str, may_pass: bool, now: Moment) -> Result<()> {
    let again = may_pass && due.tries < TRIES;
    let wait = 5 * (1_i64 << (due.tries - 1).clamp(0, 8));
    let state = if again { "waiting" } else { "failed" };
    let notices = due.notices();
    let sql = format!(
        "UPDATE notice_delivery SET state = ?1, due_at = ?2, why = ?3 WHERE state = 'waiting' AND notice_id IN ({})",
        marks(4, notices.len())
    );
    tx.execute(&sql, &with_ids(&params![state, now.plus_minutes(wait), why], &notices)).map(drop)
}

/// The printed sheets of these notices were handed out.
pub fn handed(tx: &mut Tx<'_>, notices: &[NoticeId], now: Moment) -> Result<()> {
    for notices in notices.chunks(BATCH) {
        let sql = format!(
            "UPDATE notice_delivery SET state = 'sent', sent_at = ?1 WHERE sent_at IS NULL AND notice_id IN ({})",
            marks(2, notices.len())
        );
        tx.execute(&sql, &with_ids(&params![now], notices))?;
    }
    mark_received(tx, notices, now)
}

/// These notices have arrived: a server took them, a page showed them.
pub fn mark_received(tx: &mut Tx<'_>, notices: &[NoticeId], now: Moment) -> Result<()> {
    mark(tx, "received_at = COALESCE(received_at, ?1)", notices, now)
}

/// These notices were read.
pub fn mark_read(tx: &mut Tx<'_>, notices: &[NoticeId], now: Moment) -> Result<()> {
    mark(tx, "received_at = COALESCE(received_at, ?1), read_at = COALESCE(read_at, ?1)", notices, now)
}

fn mark(tx: &mut Tx<'_>, set: &str, notices: &[NoticeId], now: Moment) -> Result<()> {
    for notices in notices.chunks(BATCH) {
        let sql = format!("UPDATE notice SET {set} WHERE id IN ({})", marks(2, notices.len()));
        tx.execute(&sql, &with_ids(&params![now], notices))?;
    }
    Ok(())
}

/// The columns of a fate, for a row read by [`to_fate`].
const FATE: &str = "n.id, d.kind, d.state, n.shown_at, d.sent_at, n.received_at, n.read_at";

fn to_fate(row: &Row, now: Moment) -> (NoticeId, Fate) {
    let (shown, sent_at): (Moment, Option<Moment>) = (row.get(3), row.get(4));
    let (received_at, read_at): (Option<Moment>, Option<Moment>) = (row.get(5), row.get(6));
    let known = match (read_at, received_at, row.text(2)) {
        (Some(_), ..) => Known::Read,
        (_, Some(_), _) => Known::Received,
        (.., "failed") => Known::Failed,
        (.., "sent") if shown <= now => Known::Sent,
        _ => Known::Waiting,
    };
    let way = Way::from_word(row.text(1)).unwrap_or(Way::Platform);
    (row.get(0), Fate { way, known, sent_at, received_at, read_at })
}

/// What is known of these notices.
pub fn fates(tx: &mut Tx<'_>, notices: &[NoticeId], now: Moment) -> Result<HashMap<NoticeId, Fate>> {
    let mut fates = HashMap::with_capacity(notices.len());
    for notices in notices.chunks(BATCH * 4) {
        let sql = format!(
            "SELECT {FATE} FROM notice n JOIN notice_delivery d ON d.notice_id = n.id WHERE n.id IN ({})",
            marks(1, notices.len())
        );
        fates.extend(tx.query(&sql, &with_ids(&[], notices))?.iter().map(|row| to_fate(row, now)));
    }
    Ok(fates)
}

/// The notices that left or were read since an instant, and what is known of them: for who follows them.
pub fn changed_since(tx: &mut Tx<'_>, since: Moment, now: Moment) -> Result<HashMap<NoticeId, Fate>> {
    let sql = format!(
        "SELECT {FATE} FROM notice n JOIN notice_delivery d ON d.notice_id = n.id
         WHERE n.id IN (SELECT notice_id FROM notice_delivery WHERE sent_at >= ?1
           UNION ALL SELECT id FROM notice WHERE read_at >= ?1)"
    );
    Ok(tx.query(&sql, &params![since])?.iter().map(|row| to_fate(row, now)).collect())
}

/// The notices given up since an instant.
pub fn failed_since(tx: &mut Tx<'_>, since: Moment) -> Result<Vec<NoticeId>> {
    let sql = "SELECT notice_id FROM notice_delivery WHERE state = 'failed' AND due_at >= ?1";
    Ok(tx.query(sql, &params![since])?.iter().map(|row| row.get(0)).collect())
}

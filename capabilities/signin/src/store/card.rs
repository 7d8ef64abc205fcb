//! Cards. One person has one live card at most; a revoked one stays a while, dead, to say when it was revoked.
use super::{marks, with_ids};
use crate::{
    Card,
    code::{self, CardId},
};
use db::{Result, Row, Tx, Value, params};
use kernel::{Chance, Moment, PersonId};
use std::collections::{HashMap, HashSet};
use web::Secret;

const CARD: &str = "id, person_id, salt, code, pin IS NOT NULL, issued_at, used_at, next_try_at, signs_at,
    (SELECT b.at FROM signin_block b WHERE b.person_id = signin_card.person_id AND b.ended_at IS NULL)";

fn card(row: &Row) -> Card {
    Card {
        id: row.get(0),
        person: row.get(1),
        salt: row.get(2),
        code: row.get(3),
        has_pin: row.get(4),
        issued_at: row.get(5),
        used_at: row.get(6),
        next_try_at: row.get(7),
        signs_at: row.get(8),
        blocked_at: row.get(9),
    }
}

/// The live card of this link; of who has left, too.
pub fn by_token(tx: &mut Tx<'_>, token: &str) -> Result<Option<Card>> {
    let sql = format!("SELECT {CARD} FROM signin_card WHERE token_hash = ?1 AND revoked_at IS NULL");
    Ok(tx.first(&sql, &params![code::digest(token)])?.as_ref().map(card))
}

/// The live card of this code; of who has left, too.
pub fn by_code(tx: &mut Tx<'_>, code: &str) -> Result<Option<Card>> {
    let sql = format!("SELECT {CARD} FROM signin_card WHERE code = ?1 AND revoked_at IS NULL");
    Ok(tx.first(&sql, &params![code])?.as_ref().map(card))
}

/// The live cards of these people.
pub fn of_people(tx: &mut Tx<'_>, people: &[PersonId]) -> Result<HashMap<PersonId, Card>> {
    let mut cards = HashMap::with_capacity(people.len());
    for people in people.chunks(500) {
        let among = marks(1, people.len());
        let sql = format!("SELECT {CARD} FROM signin_card WHERE person_id IN ({among}) AND revoked_at IS NULL");
        cards.extend(tx.query(&sql, &with_ids(&[], people))?.iter().map(card).map(|card| (card.person, card)));
    }
    Ok(cards)
}

/// When the last card of each of these people was revoked.
pub fn revoked(tx: &mut Tx<'_>, people: &[PersonId]) -> Result<HashMap<PersonId, Moment>> {
    let mut revoked = HashMap::new();
    for people in people.chunks(500) {
        let among = marks(1, people.len());
        let sql = format!(
            "SELECT person_id, max(revoked_at) FROM signin_card WHERE person_id IN ({among}) AND revoked_at IS NOT NULL
             GROUP BY person_id"
        );
        let rows = tx.query(&sql, &with_ids(&[], people))?;
        revoked.extend(rows.iter().map(|row| (row.get::<PersonId>(0), row.get::<Moment>(1))));
    }
    Ok(revoked)
}

/// Counts a try before looking at it, so that a thousand tries at once are a thousand tries; gives back the PIN's digest.
/// and whether a wrong one makes the next ones wait.
/// `None` when the card must wait (or was revoked meanwhile): the try was not looked at.
pub fn count_try(tx: &mut Tx<'_>, card: CardId, now: Moment) -> Result<Option<(Vec<u8>, bool)>> {
    let sql = format!(
        "UPDATE signin_card SET tries = tries + 1, next_try_at = {}
         WHERE id = ?1 AND revoked_at IS NULL AND pin IS NOT NULL AND next_try_at <= ?2 RETURNING pin, next_try_at > ?2",
        super::guess::next_try("tries", "CAST(?2 AS BIGINT)")
    );
    Ok(tx.first(&sql, &params![card, now])?.map(|row| (row.get(0), row.get(1))))
}

/// The digest of a live card's PIN.
pub fn pin(tx: &mut Tx<'_>, card: CardId) -> Result<Option<Vec<u8>>> {
    let sql = "SELECT pin FROM signin_card WHERE id = ?1 AND revoked_at IS NULL AND pin IS NOT NULL";
    Ok(tx.first(sql, &params![card])?.map(|row| row.get(0)))
}

/// The card has opened. With `forgets`, the tries from devices that never opened it are forgotten: its PIN was right on one of them.
pub fn opened(tx: &mut Tx<'_>, card: CardId, forgets: bool, now: Moment) -> Result<()> {
    let tries = if forgets { ", tries = 0, next_try_at = 0" } else { "" };
    let sql = format!("UPDATE signin_card SET used_at = ?2{tries} WHERE id = ?1");
    tx.execute(&sql, &params![card, now]).map(drop)
}

/// Gives a new card its PIN; `false` when it has one already.
pub fn set_pin(tx: &mut Tx<'_>, card: CardId, digest: [u8; 32], now: Moment) -> Result<bool> {
    let sql = "UPDATE signin_card SET pin = ?2, used_at = ?3 WHERE id = ?1 AND pin IS NULL AND revoked_at IS NULL";
    Ok(tx.execute(sql, &params![card, digest, now])? == 1)
}

/// Revokes the live cards of these people: dead at once, and so is every session they opened. Says whose there were.
pub fn revoke(tx: &mut Tx<'_>, people: &[PersonId], now: Moment) -> Result<Vec<PersonId>> {
    let mut gone = vec![];
    for people in people.chunks(500) {
        let among = marks(2, people.len());
        // The cards first: an entry under way waits for them, and its session is then seen by the second statement.
        let sql = format!(
            "UPDATE signin_card SET revoked_at = ?1, pin = NULL WHERE person_id IN ({among}) AND revoked_at IS NULL
             RETURNING person_id"
        );
        gone.extend(tx.query(&sql, &with_ids(&[now.into()], people))?.iter().map(|row| row.get::<PersonId>(0)));
        let among = marks(1, people.len());
        let sql = format!("DELETE FROM signin_session WHERE card_id IS NOT NULL AND person_id IN ({among})");
        tx.execute(&sql, &with_ids(&[], people))?;
        for person in people {
            tx.ring(web::sessions_of(*person));
        }
    }
    Ok(gone)
}

/// A card on its way to a person.
#[derive(Clone, Debug)]
pub struct Made {
    /// Whose.
    pub person: PersonId,
    /// Its link's last part.
    pub token: String,
    /// The code one types.
    pub code: String,
    /// Whether they had one before.
    pub again: bool,
}

/// Those of these people who have or had a card.
fn had(tx: &mut Tx<'_>, people: &[PersonId]) -> Result<HashSet<PersonId>> {
    let mut had = HashSet::new();
    for people in people.chunks(500) {
        let among = marks(1, people.len());
        let sql = format!("SELECT DISTINCT person_id FROM signin_card WHERE person_id IN ({among})");
        had.extend(tx.query(&sql, &with_ids(&[], people))?.iter().map(|row| row.get::<PersonId>(0)));
    }
    Ok(had)
}

/// Puts off the instant from which a person's live card signs, if it is a later one.
pub fn sign_later(tx: &mut Tx<'_>, person: PersonId, from: Moment) -> Result<()> {
    let sql = "UPDATE signin_card SET signs_at = ?2 WHERE person_id = ?1 AND revoked_at IS NULL AND signs_at < ?2";
    tx.execute(sql, &params![person, from]).map(drop)
}

/// A new card for each of these people, with this PIN or none yet; what they had is revoked. In the order of `people`. Who had one
/// signs nothing with the new one for a day: whoever made it, or found it, may not be them.
pub fn issue(
    tx: &mut Tx<'_>,
    secret: &Secret,
    chance: &dyn Chance,
    people: &[PersonId],
    pin: Option<&str>,
    now: Moment,
) -> Result<Vec<Made>> {
    revoke(tx, people, now)?;
    let had = had(tx, people)?;
    let mut made: HashMap<PersonId, Made> = HashMap::with_capacity(people.len());
    let mut without = people.to_vec();
    // A code drawn twice is drawn again: rare, and rarer each time.
    for _ in 0..TRIES {
        for people in without.chunks(BATCH) {
            let drafts = draw((secret, chance), (people, &had), pin, now);
            for person in insert(tx, &drafts)? {
                let draft = drafts.iter().find(|draft| draft.made.person == person);
                made.extend(draft.map(|draft| (person, draft.made.clone())));
            }
        }
        without.retain(|person| !made.contains_key(person));
        if without.is_empty() {
            break;
        }
    }
    Ok(people.iter().filter_map(|person| made.remove(person)).collect())
}

/// How many times codes are drawn again.
const TRIES: usize = 8;
/// How many cards one statement adds.
const BATCH: usize = 100;

struct Draft {
    made: Made,
    values: [Value; 8],
}

fn draw(
    (secret, chance): (&Secret, &dyn Chance),
    (people, had): (&[PersonId], &HashSet<PersonId>),
    pin: Option<&str>,
    now: Moment,
) -> Vec<Draft> {
    let mut seen = HashSet::new();
    let drafts = people.iter().map(|person| {
        let (id, mut salt) = (CardId::new(now, chance), [0; 16]);
        chance.fill(&mut salt);
        let mut code = code::short(chance);
        while !seen.insert(code.clone()) {
            code = code::short(chance);
        }
        let token = code::token(secret, id, &salt);
        let pin = pin.map(|pin| code::pin_digest(secret, id, pin));
        let again = had.contains(person);
        let signs_at = again.then(|| now.plus_days(1));
        let values = params![id, *person, salt, code::digest(&token), &code, pin, now, signs_at];
        Draft { made: Made { person: *person, token, code, again }, values }
    });
    drafts.collect()
}

/// Adds those whose code is free; says whose they are.
fn insert(tx: &mut Tx<'_>, drafts: &[Draft]) -> Result<Vec<PersonId>> {
    let rows: Vec<_> = (0..drafts.len()).map(|row| format!("({})", marks(row * 8 + 1, 8))).collect();
    let sql = format!(
        "INSERT INTO signin_card (id, person_id, salt, token_hash, code, pin, issued_at, signs_at) VALUES {} ON CONFLICT
         DO NOTHING
         RETURNING person_id",
        rows.join(",")
    );
    let values: Vec<Value> = drafts.iter().flat_map(|draft| draft.values.iter().cloned()).collect();
    Ok(tx.query(&sql, &values)?.iter().map(|row| row.get(0)).collect())
}

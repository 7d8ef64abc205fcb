//! What becomes of a difficulty: words, owners, its end and its coming back.
use super::marks;
use crate::{
    Audience, Difficulty, REOPEN, Refusal, State, WordId,
    policy::{CARERS, Care, Follow, STAFF},
};
use access::{Actor, Allowed, Part, Role};
use db::{Result, Tx, Value, params};
use kernel::{Moment, PersonId, UnitId};

type Done = Result<std::result::Result<(), Refusal>>;

fn changed(rows: u64, refusal: Refusal) -> std::result::Result<(), Refusal> {
    if rows > 0 { Ok(()) } else { Err(refusal) }
}

/// Adds a word while it is open, and says where it stands from then on: a word of the school takes it up or waits for the
/// family; a word of the family ends that wait.
pub fn say<P>(
    tx: &mut Tx<'_>,
    difficulty: &Allowed<P, Difficulty>,
    actor: &Actor,
    (id, text, shown): (WordId, &str, bool),
    state: State,
    now: Moment,
) -> Done {
    let taken = state != State::New;
    let sql =
        "UPDATE difficulty SET state = ?2, taken_at = CASE WHEN ?3 = 1 AND taken_at IS NULL THEN ?4 ELSE taken_at END
               WHERE id = ?1 AND state <> 'closed'";
    let rows = tx.execute(sql, &params![difficulty.id, state.word(), taken, now])?;
    if rows > 0 && !text.is_empty() {
        add_word(tx, difficulty, actor, (id, text, shown), now)?;
    }
    Ok(changed(rows, Refusal::Closed))
}

fn add_word(
    tx: &mut Tx<'_>,
    difficulty: &Difficulty,
    actor: &Actor,
    (id, text, shown): (WordId, &str, bool),
    now: Moment,
) -> Result<()> {
    tx.execute(
        "INSERT INTO difficulty_word (id, difficulty_id, author_id, at, text, shown) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        &params![id, difficulty.id, actor.person, now, text, shown],
    )?;
    Ok(())
}

/// Somebody of the school who may own a difficulty.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Who.
    pub person: PersonId,
    /// Given name.
    pub given: String,
    /// Family name.
    pub family: String,
    /// Whether they hold the families' desk; the others of the team do not.
    pub carer: bool,
}

/// Those who may own a difficulty of the school: its desk first, then its teachers, by family name.
pub fn candidates(tx: &mut Tx<'_>, school: UnitId, now: Moment) -> Result<Vec<Candidate>> {
    let sql = format!(
        "SELECT p.id, p.given, p.family, min(CASE WHEN m.role IN ({}) THEN 0 ELSE 1 END) FROM membership m
         JOIN directory_person p ON p.id = m.person_id
         WHERE m.unit_id = ?1 AND m.since <= ?2 AND (m.until IS NULL OR m.until > ?2) AND m.role IN ({})
         GROUP BY p.id, p.given, p.family ORDER BY 4, p.sort, p.id",
        access::words(CARERS.iter().copied()),
        marks(3, STAFF.len())
    );
    let roles = STAFF.iter().map(|role| Value::from(Role::word(*role)));
    let values: Vec<Value> = params![school, now].into_iter().chain(roles).collect();
    let candidate = |row: &db::Row| Candidate {
        person: row.get(0),
        given: row.get(1),
        family: row.get(2),
        carer: row.get::<i64>(3) == 0,
    };
    Ok(tx.query(&sql, &values)?.iter().map(candidate).collect())
}

/// Gives it to an owner. A teacher sees it while it is theirs, and no longer once it is another's unless they noted it.
pub fn assign(
    tx: &mut Tx<'_>,
    difficulty: &Allowed<Care, Difficulty>,
    to: &Candidate,
    by: &Actor,
    now: Moment,
) -> Done {
    let state = if to.person == by.person { State::Taken } else { difficulty.state };
    let sql = "UPDATE difficulty SET keeper_id = ?2, state = ?3,
               taken_at = CASE WHEN ?3 = 'taken' AND taken_at IS NULL THEN ?4 ELSE taken_at END
               WHERE id = ?1 AND state <> 'closed'";
    let rows = tx.execute(sql, &params![difficulty.id, to.person, state.word(), now])?;
    if rows == 0 {
        return Ok(Err(Refusal::Closed));
    }
    let group = difficulty.id.cast();
    if let Some(before) = difficulty.keeper.filter(|before| *before != to.person && *before != difficulty.opened_by) {
        access::store::group::leave(tx, group, before, now)?;
    }
    if !to.carer {
        access::store::group::join(tx, group, to.person, Part::Teacher, now, None)?;
    }
    Ok(Ok(()))
}

/// Those who follow it without holding the school's desk.
fn followers(tx: &mut Tx<'_>, difficulty: &Difficulty) -> Result<Vec<PersonId>> {
    let sql = "SELECT person_id FROM group_member WHERE group_id = ?1";
    Ok(tx.query(sql, &params![difficulty.id])?.iter().map(|row| row.get(0)).collect())
}

/// Closes it with a word, which the log keeps and the one whose it is sees. Teachers follow it a month more.
pub fn close(
    tx: &mut Tx<'_>,
    difficulty: &Allowed<Care, Difficulty>,
    actor: &Actor,
    (id, closing): (WordId, &str),
    now: Moment,
) -> Done {
    let folded = match difficulty.audience {
        Audience::Colleague => kernel::fold(&format!("{} {closing}", difficulty.text)),
        Audience::Family => String::new(),
    };
    let sql = "UPDATE difficulty SET state = 'closed', closing = ?2, folded = ?3, closed_at = ?4, closed_by = ?5,
               keeper_id = CASE WHEN keeper_id IS NULL THEN ?5 ELSE keeper_id END,
               taken_at = CASE WHEN taken_at IS NULL THEN ?4 ELSE taken_at END
               WHERE id = ?1 AND state <> 'closed'";
    let rows = tx.execute(sql, &params![difficulty.id, closing, folded, now, actor.person])?;
    if rows > 0 {
        add_word(tx, difficulty, actor, (id, closing, true), now)?;
        for follower in followers(tx, difficulty)? {
            let until = Some(now.plus_days(REOPEN));
            access::store::group::join(tx, difficulty.id.cast(), follower, Part::Teacher, now, until)?;
        }
    }
    Ok(changed(rows, Refusal::Closed))
}

/// Opens it again, with a word if they wrote one.
pub fn reopen(
    tx: &mut Tx<'_>,
    difficulty: &Allowed<Follow, Difficulty>,
    actor: &Actor,
    (id, text): (WordId, &str),
    now: Moment,
) -> Done {
    if difficulty.open() {
        return Ok(Err(Refusal::Open));
    }
    if !difficulty.reopens(now) {
        return Ok(Err(Refusal::Late));
    }
    let sql = "UPDATE difficulty SET state = 'new', closing = '', folded = '', closed_at = NULL, closed_by = NULL
               WHERE id = ?1 AND state = 'closed'";
    let rows = tx.execute(sql, &params![difficulty.id])?;
    if rows > 0 {
        if !text.is_empty() {
            add_word(tx, difficulty, actor, (id, text, true), now)?;
        }
        for follower in followers(tx, difficulty)? {
            access::store::group::join(tx, difficulty.id.cast(), follower, Part::Teacher, now, None)?;
        }
    }
    Ok(changed(rows, Refusal::Open))
}

//! Colleagues' questions: one's own, those to answer, and those that were answered.
use super::{DIFFICULTY, list::Line, mine, to_difficulty};
use crate::{Audience, Difficulty, DifficultyId, Kind, policy::Learn};
use access::{Actor, Allowed};
use db::{Result, Tx, Value, params};
use kernel::Moment;

/// The questions of this person.
pub fn questions(tx: &mut Tx<'_>, actor: &Actor) -> Result<Vec<Line>> {
    mine(tx, actor, Audience::Colleague)
}

/// A question that was answered. Who asked is not said: one asks more freely so.
#[derive(Clone, Debug)]
pub struct Answered {
    /// Its id.
    pub id: DifficultyId,
    /// About what.
    pub kind: Kind,
    /// The question.
    pub text: String,
    /// The answer.
    pub closing: String,
    /// When it was answered.
    pub at: Moment,
}

/// What was answered to colleagues of one's schools, newest first, twenty at most: all, or what holds each of these words
/// (accents and capitals do not count).
pub fn answered(tx: &mut Tx<'_>, actor: &Actor, words: &str) -> Result<Vec<Answered>> {
    let folded = kernel::fold(words);
    let words: Vec<String> =
        folded.split(' ').filter(|word| !word.is_empty()).take(6).map(|word| format!("%{}%", plain(word))).collect();
    let matches: Vec<_> = (1..=words.len()).map(|n| format!(" AND d.folded LIKE ?{n}")).collect();
    let seen = access::visible::<Learn, Difficulty>(actor, words.len() + 1);
    let sql = format!(
        "SELECT d.id, d.kind, d.text, d.closing, d.closed_at FROM difficulty d
         WHERE d.audience = 'colleague' AND d.state = 'closed'{} AND {} ORDER BY d.closed_at DESC, d.id LIMIT 20",
        matches.concat(),
        seen.sql
    );
    let values: Vec<Value> = words.into_iter().map(Value::from).chain(seen.params).collect();
    let answered = |row: &db::Row| Answered {
        id: row.get(0),
        kind: Kind::from_word(row.text(1)).unwrap_or(Kind::Other),
        text: row.get(2),
        closing: row.get(3),
        at: row.get(4),
    };
    Ok(tx.query(&sql, &values)?.iter().map(answered).collect())
}

/// A word of a search without the signs that mean something to `LIKE`.
fn plain(word: &str) -> String {
    word.chars().filter(|c| !matches!(c, '%' | '_' | '\\')).collect()
}

/// The answered question, for a colleague of the team.
pub fn find_answered(tx: &mut Tx<'_>, actor: &Actor, id: DifficultyId) -> Result<Option<Allowed<Learn, Difficulty>>> {
    let sql = format!(
        "SELECT {DIFFICULTY} FROM difficulty d WHERE d.id = ?1 AND d.audience = 'colleague' AND d.state = 'closed'"
    );
    Ok(tx.first(&sql, &params![id])?.and_then(|row| access::check(actor, to_difficulty(&row)).ok()))
}

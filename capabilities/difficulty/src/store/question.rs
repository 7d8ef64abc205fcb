//! Colleagues' questions: one's own, those to answer, and those that were answered.
use super::{DIFFICULTY, list::Line, mine, to_difficulty};
use crate::{Audience, Difficulty, DifficultyId, Kind, policy::Learn};
use access::{Actor, Allowed};
use db::{Result, Tx, Value, params};
use kernel::Moment;
use web::{List, Paged, Pager};

/// The questions of this person.
pub fn questions(tx: &mut Tx<'_>, actor: &Actor, pager: Pager) -> Result<Paged<Line>> {
    mine(tx, actor, Audience::Colleague, pager)
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

/// What was answered to colleagues of one's schools, newest first: all, or what holds each of these words
/// (accents and capitals do not count).
pub fn answered(tx: &mut Tx<'_>, actor: &Actor, words: &str, pager: Pager) -> Result<Paged<Answered>> {
    let folded = kernel::fold(words);
    let words: Vec<String> =
        folded.split(' ').filter(|word| !word.is_empty()).take(6).map(|word| format!("%{}%", plain(word))).collect();
    let matches: Vec<_> = (1..=words.len()).map(|n| format!(" AND d.folded LIKE ?{n}")).collect();
    let seen = access::visible::<Learn, Difficulty>(actor, words.len() + 1);
    let from = format!(
        "difficulty d WHERE d.audience = 'colleague' AND d.state = 'closed'{} AND {}",
        matches.concat(),
        seen.sql
    );
    let params: Vec<Value> = words.into_iter().map(Value::from).chain(seen.params).collect();
    let columns = "d.id, d.kind, d.text, d.closing, d.closed_at";
    pager.read(tx, List { columns, from: &from, order: "d.closed_at DESC, d.id", params: &params }, |row| Answered {
        id: row.get(0),
        kind: Kind::from_word(row.text(1)).unwrap_or(Kind::Other),
        text: row.get(2),
        closing: row.get(3),
        at: row.get(4),
    })
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

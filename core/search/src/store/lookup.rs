//! Reading the shelves: what is known of a word, what it may have been meant to be, and what is found.
use crate::{
    Hit,
    words::{STEM, WORD},
};
use db::{Result, Row, Tx, Value};

/// One word asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// As it was typed, in lower case.
    pub shown: String,
    /// The beginning of a word of a name.
    pub name: String,
    /// The stem of a text, if the word says anything.
    pub stem: Option<String>,
}

/// Words asked for, each with what its stem weighs: rare ones more.
pub struct Wanted {
    /// The words.
    pub words: Vec<Word>,
    /// For each the weight of its stem, in thousandths.
    pub weights: Vec<i64>,
}

/// What the shelves hold of the words asked for.
pub struct Counts {
    /// How many texts there are.
    pub texts: i64,
    /// For each word: whether a name has it, and how many texts.
    pub words: Vec<(bool, i64)>,
}

/// Parameters as they are bound, each once.
struct Bound {
    params: Vec<Value>,
    /// The placeholders of the shelves.
    shelves: String,
}

impl Bound {
    /// The shelves, their number rounded up by saying the last again, so that few texts of SQL are ever prepared.
    fn new(shelves: &[i64]) -> Self {
        let width = shelves.len().next_power_of_two();
        let last = shelves.last().into_iter().cycle();
        let params: Vec<Value> = shelves.iter().chain(last).take(width).map(|n| Value::Int(*n)).collect();
        Self { shelves: db::marks(1, params.len()), params }
    }

    fn bind(&mut self, value: impl Into<Value>) -> String {
        self.params.push(value.into());
        format!("?{}", self.params.len())
    }

    fn term(&mut self, term: &str) -> String {
        self.bind(term.as_bytes())
    }

    /// The bounds of what begins with `prefix`: no letter is written with the byte 255.
    fn range(&mut self, prefix: &str) -> (String, String) {
        let end = [prefix.as_bytes(), &[u8::MAX]].concat();
        (self.term(prefix), self.bind(end))
    }
}

/// How much these shelves hold of each word.
pub fn counts(tx: &mut Tx<'_>, shelves: &[i64], words: &[Word]) -> Result<Counts> {
    let mut bound = Bound::new(shelves);
    let mut parts = vec![];
    let count = |bound: &mut Bound, part: usize, term: &str| {
        let (term, shelves) = (bound.term(term), &bound.shelves);
        format!(
            "SELECT {part} AS part, count(*) AS posts FROM search_post WHERE shelf IN ({shelves}) AND term = {term}"
        )
    };
    parts.push(count(&mut bound, 0, &STEM.to_string()));
    for (n, word) in words.iter().enumerate() {
        let ((from, to), shelves) = (bound.range(&word.name), &bound.shelves);
        parts.push(format!(
            "SELECT {} AS part, count(*) AS posts FROM (SELECT 1 FROM search_post WHERE shelf IN ({shelves})
             AND term >= {from} AND term < {to} LIMIT 1) AS one",
            2 * n + 1
        ));
        if let Some(stem) = &word.stem {
            parts.push(count(&mut bound, 2 * n + 2, stem));
        }
    }
    let mut posts = vec![0; 2 * words.len() + 1];
    for row in tx.query(&parts.join(" UNION ALL "), &bound.params)? {
        if let Some(posts) = usize::try_from(row.get::<i64>(0)).ok().and_then(|part| posts.get_mut(part)) {
            *posts = row.get(1);
        }
    }
    let words = posts.iter().skip(1).zip(posts.iter().skip(2)).step_by(2).map(|(named, texts)| (*named > 0, *texts));
    Ok(Counts { texts: posts.first().copied().unwrap_or(0), words: words.collect() })
}

/// Every word of these shelves, of a name or of a text, that begins with one of these letters and is so many bytes long, with how
/// often it stands there (for a text's, a thousand is enough on a shelf).
///
/// The names of a school are few and are read one by one. A word of a text stands in many texts: there one jumps by the index from
/// a word to the next, and its postings are never walked through.
pub fn vocabulary(
    tx: &mut Tx<'_>,
    shelves: &[i64],
    letters: &[char],
    shortest: usize,
    longest: usize,
) -> Result<Vec<(String, i64)>> {
    let mut bound = Bound::new(shelves);
    let bytes = |length: usize| i64::try_from(length).unwrap_or(i64::MAX);
    let (shortest, longest) = (bound.bind(bytes(shortest)), bound.bind(bytes(longest)));
    let (mut named, mut firsts, mut told) = (vec![], vec![], vec![]);
    for letter in letters {
        let (from, to) = bound.range(&letter.to_string());
        named.push(format!("term >= {from} AND term < {to}"));
        let (from, to) = bound.range(&format!("{WORD}{letter}"));
        firsts.push(format!(
            "SELECT n, (SELECT p.term FROM search_post p WHERE p.shelf = n AND p.term >= {from} ORDER BY p.term LIMIT 1)
             FROM search_shelf WHERE n IN ({})",
            bound.shelves
        ));
        told.push(format!("(w.term >= {from} AND w.term < {to})"));
    }
    let names = named.iter().map(|range| {
        format!(
            "SELECT term, count(*) AS found FROM search_post WHERE shelf IN ({}) AND {range}
             AND length(term) BETWEEN {shortest} AND {longest} GROUP BY term",
            bound.shelves
        )
    });
    let sql = format!(
        "WITH RECURSIVE word (shelf, term) AS (
           {firsts} UNION
           SELECT w.shelf, (SELECT p.term FROM search_post p WHERE p.shelf = w.shelf AND p.term > w.term
                            ORDER BY p.term LIMIT 1)
           FROM word w WHERE {told}
         )
         SELECT term, CAST(sum(found) AS BIGINT) FROM (
           {names} UNION ALL
           SELECT w.term, (SELECT count(*) FROM (SELECT 1 FROM search_post p WHERE p.shelf = w.shelf AND p.term = w.term
                           LIMIT 1000) AS few)
           FROM word w WHERE {told} AND length(w.term) BETWEEN {shortest} AND {longest}
         ) AS every GROUP BY term ORDER BY term",
        firsts = firsts.join(" UNION "),
        names = names.collect::<Vec<_>>().join(" UNION ALL "),
        told = format!("({})", told.join(" OR ")),
    );
    let word = |row: &Row| (String::from_utf8_lossy(&row.get::<Vec<u8>>(0)).into_owned(), row.get(1));
    Ok(tx.query(&sql, &bound.params)?.iter().map(word).collect())
}

/// What these shelves hold that has a name with every word, or a text with any: first what is so named, whole words before
/// beginnings, then by what the stems weigh. Gives those after the first `skip`, their lines of terms, and how many there are.
pub fn hits(
    tx: &mut Tx<'_>,
    shelves: &[i64],
    wanted: &Wanted,
    skip: i64,
    limit: i64,
) -> Result<(Vec<(Hit, String)>, i64)> {
    let mut bound = Bound::new(shelves);
    let mut posts = vec![];
    for (n, (word, weight)) in wanted.words.iter().zip(&wanted.weights).enumerate() {
        let ((from, to), shelves) = (bound.range(&word.name), bound.shelves.clone());
        posts.push(format!(
            "SELECT {n} AS word, shelf, id, 1 AS named, CASE WHEN term = {from} THEN 1 ELSE 0 END AS whole, 0 AS score
             FROM search_post WHERE shelf IN ({shelves}) AND term >= {from} AND term < {to}"
        ));
        if let Some(stem) = &word.stem {
            let (term, weight) = (bound.term(stem), bound.bind(*weight));
            posts.push(format!(
                "SELECT -1 - {n} AS word, shelf, id, 0 AS named, 0 AS whole, weight * {weight} AS score
                 FROM search_post WHERE shelf IN ({shelves}) AND term = {term}"
            ));
        }
    }
    let (first, last) = (bound.bind(skip), bound.bind(skip.saturating_add(limit)));
    let sql = format!(
        "WITH post AS ({posts}),
         met AS (
           SELECT s.kind, p.id, p.word, max(p.named) AS named, max(p.whole) AS whole, max(p.score) AS score
           FROM post p JOIN search_shelf s ON s.n = p.shelf GROUP BY s.kind, p.id, p.word
         ),
         doc AS (
           SELECT kind, id, CASE WHEN sum(named) = {all} THEN 1 + sum(whole) ELSE 0 END AS called, sum(score) AS score
           FROM met GROUP BY kind, id HAVING sum(named) = {all} OR sum(score) > 0
         ),
         ranked AS (
           SELECT kind, id, count(*) OVER () AS total, row_number() OVER (
             ORDER BY called DESC, score DESC, CASE WHEN called > 0 THEN
               (SELECT d.sort FROM search_doc d WHERE d.id = doc.id AND d.kind = doc.kind) END, id, kind
           ) AS rank FROM doc
         )
         SELECT r.total, d.kind, d.id, d.title, d.detail, d.path, d.terms
         FROM ranked r JOIN search_doc d ON d.id = r.id AND d.kind = r.kind
         WHERE r.rank > {first} AND r.rank <= {last} ORDER BY r.rank",
        posts = posts.join(" UNION ALL "),
        all = wanted.words.len(),
    );
    let rows = tx.query(&sql, &bound.params)?;
    let total = rows.first().map_or(0, |row| row.get(0));
    let hit = |row: &Row| {
        let hit = Hit { kind: row.get(1), id: row.get(2), title: row.get(3), detail: row.get(4), path: row.get(5) };
        (hit, row.get(6))
    };
    Ok((rows.iter().map(hit).collect(), total))
}

//! Lists that grow: fifty rows at a time, and how many there are on all pages.
use db::{Result, Row, Tx, Value};
use std::{ops::Deref, slice};

/// How many rows of a list a page has.
pub const ROWS: i64 = 50;
/// The last page that may be asked for: nobody turns so many.
const FAR: i64 = 100_000;

/// Which page of a list is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pager {
    /// The name of its number in the query.
    key: &'static str,
    /// From 1.
    page: i64,
    /// How many rows it has.
    rows: i64,
}

/// A list, in SQL.
#[derive(Clone, Copy, Debug)]
pub struct List<'s> {
    /// Its columns.
    pub columns: &'s str,
    /// Where its rows come from, and which: all that stands between `FROM` and `ORDER BY`.
    pub from: &'s str,
    /// Their order, without ties: nothing is lost or shown twice when the page is turned.
    pub order: &'s str,
    /// What is bound; what the columns alone bind comes last, since the list is counted without them.
    pub params: &'s [Value],
}

impl Pager {
    /// The page that `said` names, which came under `key`; the first if it names none.
    pub fn new(key: &'static str, said: Option<&str>) -> Self {
        let page = said.and_then(|said| said.parse().ok()).filter(|page| (1..=FAR).contains(page));
        Self { key, page: page.unwrap_or(1), rows: ROWS }
    }

    /// The first page, whatever is asked for.
    pub const FIRST: Self = Self { key: "page", page: 1, rows: ROWS };

    /// With so many rows on a page: for what stands beside something else.
    #[must_use]
    pub const fn by(self, rows: i64) -> Self {
        Self { rows, ..self }
    }

    /// All rows on one page: for paper, and for a table to take away.
    pub const fn whole() -> Self {
        Self { key: "page", page: 1, rows: i64::MAX - 1 }
    }

    /// The rows of this page; of the last one, when there are not so many. They are counted only where the page does not tell.
    pub fn read<T>(self, tx: &mut Tx<'_>, list: List<'_>, mut to: impl FnMut(&Row) -> T) -> Result<Paged<T>> {
        let mut paged = Paged { key: self.key, page: self.page, rows: vec![], per_page: self.rows, count: 0 };
        let mut found = self.ask(tx, list)?;
        let before = (self.page - 1) * self.rows;
        let more = i64::try_from(found.len()).unwrap_or(i64::MAX);
        paged.count = before + more;
        if more > self.rows || (found.is_empty() && self.page > 1) {
            let sql = format!("SELECT count(*) FROM (SELECT 1 FROM {}) AS counted", list.from);
            paged.count =
                tx.first(&sql, &list.params[..bound(list.from).min(list.params.len())])?.map_or(0, |row| row.get(0));
        }
        if found.is_empty() && paged.count > 0 {
            paged.page = paged.last();
            found = Self { page: paged.page, ..self }.ask(tx, list)?;
        }
        found.truncate(usize::try_from(self.rows).unwrap_or(usize::MAX));
        paged.rows = found.iter().map(&mut to).collect();
        Ok(paged)
    }

    /// The rows of this page, and one more if there is another page.
    fn ask(self, tx: &mut Tx<'_>, list: List<'_>) -> Result<Vec<Row>> {
        let List { columns, from, order, params } = list;
        let (limit, offset) = (params.len() + 1, params.len() + 2);
        let sql = format!("SELECT {columns} FROM {from} ORDER BY {order} LIMIT ?{limit} OFFSET ?{offset}");
        let last = [Value::from(self.rows + 1), Value::from((self.page - 1) * self.rows)];
        tx.query(&sql, &params.iter().cloned().chain(last).collect::<Vec<_>>())
    }
}

/// How many values a text binds: the largest `?n`.
fn bound(sql: &str) -> usize {
    let number = |rest: &str| rest[..rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len())].parse().ok();
    sql.split('?').skip(1).filter_map(number).max().unwrap_or(0)
}

/// A page of a list: a slice of its rows, with where it stands among them all.
#[derive(Clone, Debug)]
pub struct Paged<T> {
    rows: Vec<T>,
    key: &'static str,
    page: i64,
    per_page: i64,
    count: i64,
}

impl<T> Paged<T> {
    /// A page of a list of `count` rows, to be looked at.
    pub fn nth(page: i64, count: i64) -> Self
    where
        T: Clone + Default,
    {
        let here = (count - (page - 1) * ROWS).clamp(0, ROWS);
        let rows = vec![T::default(); usize::try_from(here).unwrap_or_default()];
        Self { rows, key: "page", page, per_page: ROWS, count }
    }

    /// A page of a list that is all there.
    pub fn of(all: &[T], pager: Pager) -> Self
    where
        T: Clone,
    {
        let count = i64::try_from(all.len()).unwrap_or(i64::MAX);
        let mut paged = Self { rows: vec![], key: pager.key, page: pager.page, per_page: pager.rows, count };
        paged.page = paged.page.min(paged.last());
        let (skip, most) = (usize::try_from(paged.begins() - 1), usize::try_from(pager.rows));
        let (skip, most) = (skip.unwrap_or(usize::MAX), most.unwrap_or(usize::MAX));
        paged.rows = all.iter().skip(skip).take(most).cloned().collect();
        paged
    }

    /// How many rows there are on all pages.
    pub const fn count(&self) -> i64 {
        self.count
    }

    /// The name of the page's number in the query.
    pub const fn key(&self) -> &'static str {
        self.key
    }

    /// Which page it is, from 1.
    pub const fn page(&self) -> i64 {
        self.page
    }

    /// The last page there is.
    pub const fn last(&self) -> i64 {
        if self.count == 0 { 1 } else { (self.count - 1) / self.per_page + 1 }
    }

    /// The place of its first row among all, from 1.
    pub const fn begins(&self) -> i64 {
        (self.page - 1) * self.per_page + 1
    }

    /// The place of its last row among all.
    pub fn ends(&self) -> i64 {
        self.begins() - 1 + i64::try_from(self.rows.len()).unwrap_or(i64::MAX)
    }

    /// The same page, of something made of each row.
    pub fn map<U>(self, to: impl FnMut(T) -> U) -> Paged<U> {
        let Self { rows, key, page, per_page, count } = self;
        Paged { rows: rows.into_iter().map(to).collect(), key, page, per_page, count }
    }
}

impl<T> From<Paged<T>> for Vec<T> {
    fn from(paged: Paged<T>) -> Self {
        paged.rows
    }
}

impl<T> Default for Paged<T> {
    fn default() -> Self {
        Self { rows: vec![], key: "page", page: 1, per_page: ROWS, count: 0 }
    }
}

impl<T> Deref for Paged<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.rows
    }
}

impl<'p, T> IntoIterator for &'p Paged<T> {
    type Item = &'p T;
    type IntoIter = slice::Iter<'p, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.rows.iter()
    }
}

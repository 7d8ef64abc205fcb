//! Which shelves a person may look at.
use crate::Place;
use access::Filter;
use db::Value;
use std::fmt::Write as _;

/// The column of a shelf's place, for an [`access::Guarded`] thing whose unit, owner or group is where it is found.
pub const PLACE: &str = "search_shelf.place";

/// The shelves a person may look at, kind by kind. Begins with none.
#[derive(Clone, Debug, Default)]
pub struct Sees {
    sql: String,
    params: Vec<Value>,
}

impl Sees {
    /// None yet.
    pub fn nothing() -> Self {
        Self::default()
    }

    /// And what is of this kind at these places.
    #[must_use]
    pub fn at<P: Into<Place>>(mut self, kind: &str, places: impl IntoIterator<Item = P>) -> Self {
        let first = self.params.len() + 2;
        let places: Vec<Value> = places.into_iter().map(|place| Value::from(place.into().bytes())).collect();
        if places.is_empty() {
            return self;
        }
        let sql = format!("{PLACE} IN ({})", db::marks(first, places.len()));
        self.add(kind, &Filter { sql, params: places });
        self
    }

    /// And what is of this kind where a rule opens: `filter` gives a condition on [`PLACE`] whose placeholders begin at the number
    /// it is given, as [`access::visible`] does.
    #[must_use]
    pub fn by(mut self, kind: &str, filter: impl FnOnce(usize) -> Filter) -> Self {
        let filter = filter(self.params.len() + 2);
        self.add(kind, &filter);
        self
    }

    fn add(&mut self, kind: &str, filter: &Filter) {
        self.params.push(kind.into());
        let or = if self.sql.is_empty() { "" } else { " OR " };
        let _ = write!(self.sql, "{or}(search_shelf.kind = ?{} AND {})", self.params.len(), filter.sql);
        self.params.extend_from_slice(&filter.params);
    }

    /// The condition and its parameters; `None` when it opens nothing.
    pub(crate) fn filter(&self) -> Option<(&str, &[Value])> {
        (!self.sql.is_empty()).then_some((&self.sql, &self.params))
    }
}

//! How long each table keeps a row: written beside the table, listed on a page, done each night.
/// The answer of one table.
#[derive(Clone, Copy, Debug)]
pub struct Keep {
    /// The table.
    pub table: &'static str,
    /// Its answer.
    pub how_long: HowLong,
}

/// How long.
#[derive(Clone, Copy, Debug)]
pub enum HowLong {
    /// For good, and why.
    Forever(&'static str),
    /// So many days after the instant in `column`; a row where it is NULL stays.
    Days {
        /// The column of the instant.
        column: &'static str,
        /// Days of 24 hours.
        days: i64,
        /// Why so long.
        why: &'static str,
    },
    /// As long as the row of this other table it hangs from, and leaves by `sql`, in which `?1` is the present instant.
    Rows {
        /// The condition of the rows to forget.
        condition: &'static str,
        /// Why.
        why: &'static str,
    },
}

//! An open transaction, as store functions know it.
use crate::{
    Dialect, Error, Result, Row, Table, Value,
    figures::Counters,
    postgres_side::{Purpose, Seat},
    schema, sqlite_side,
};

/// An open transaction on either database.
pub struct Tx<'a> {
    pub(crate) side: Side<'a>,
    counters: &'a Counters,
    queries: u32,
    written: Written,
    /// Whether a statement failed.
    failed: bool,
}

/// What follows once it is on disk.
#[derive(Default)]
pub struct Written {
    /// The topics to ring.
    pub rings: Vec<String>,
    /// The rest, in order.
    after: Vec<Box<dyn FnOnce() + Send>>,
}

impl Written {
    /// It is on disk.
    pub fn follows(self) {
        self.after.into_iter().for_each(|then| then());
    }
}

pub enum Side<'a> {
    Sqlite(&'a rusqlite::Connection),
    Postgres(&'a mut Seat, Purpose),
}

impl<'a> Tx<'a> {
    pub(crate) fn on(side: Side<'a>, counters: &'a Counters) -> Self {
        Self { side, counters, queries: 0, written: Written::default(), failed: false }
    }

    /// What its work comes to, and what follows. Where a statement failed there is nothing to commit.
    pub(crate) fn ended<T, E: From<Error>>(
        self,
        result: std::result::Result<T, E>,
    ) -> (std::result::Result<T, E>, Written) {
        match result {
            Ok(_) if self.failed => (Err(Error::PassedOver.into()), Written::default()),
            Ok(value) => (Ok(value), self.written),
            Err(refused) => (Err(refused), Written::default()),
        }
    }

    /// Before a statement.
    fn asks(&mut self, sql: &str, params: &[Value]) -> Result<()> {
        self.queries += 1;
        self.counters.asked(sql);
        let nul = params.iter().any(|value| matches!(value, Value::Text(text) if text.contains('\0')));
        self.failed |= nul;
        if nul { Err(Error::Nul) } else { Ok(()) }
    }

    /// After it.
    fn told<T>(&mut self, told: Result<T>) -> Result<T> {
        self.failed |= told.is_err();
        told
    }

    /// Runs one statement and returns how many rows it changed.
    pub fn execute(&mut self, sql: &str, params: &[Value]) -> Result<u64> {
        self.asks(sql, params)?;
        let told = match &mut self.side {
            Side::Sqlite(connection) => sqlite_side::execute(connection, sql, params),
            Side::Postgres(seat, _) => seat.execute(sql, params),
        };
        self.told(told)
    }

    /// Every row of a query.
    pub fn query(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Row>> {
        self.asks(sql, params)?;
        let told = match &mut self.side {
            Side::Sqlite(connection) => sqlite_side::query(connection, sql, params),
            Side::Postgres(seat, _) => seat.query(sql, params),
        };
        self.told(told)
    }

    /// The first row of a query, if there is one.
    pub fn first(&mut self, sql: &str, params: &[Value]) -> Result<Option<Row>> {
        Ok(self.query(sql, params)?.into_iter().next())
    }

    /// Every row of a query, one after the other, without ever holding them all.
    pub fn each<E: From<Error>>(
        &mut self,
        sql: &str,
        params: &[Value],
        mut take: impl FnMut(Row) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        self.asks(sql, params)?;
        match &mut self.side {
            Side::Sqlite(connection) => sqlite_side::each(connection, sql, params, &mut take),
            Side::Postgres(seat, _) => seat.each(sql, params, &mut take),
        }
    }

    /// How many statements this transaction has run so far: one figure of the request log.
    pub fn queries(&self) -> u32 {
        self.queries
    }

    /// Rings `topic` once the commit is on disk, here and on every other node. A rolled back transaction rings nothing.
    pub fn ring(&mut self, topic: impl Into<String>) {
        self.written.rings.push(topic.into());
    }

    /// Does something quick outside once the commit is on disk, such as a line of the log. A rolled back transaction does nothing, one that
    /// runs again does it once.
    pub fn once_written(&mut self, then: impl FnOnce() + Send + 'static) {
        self.written.after.push(Box::new(then));
    }

    /// Whether this transaction may write.
    pub fn may_write(&self) -> bool {
        match &self.side {
            Side::Sqlite(connection) => !connection.is_readonly("main").unwrap_or(true),
            Side::Postgres(_, purpose) => !matches!(purpose, Purpose::Read | Purpose::Long),
        }
    }

    /// Every table there is, in order of name, told in the same words by both databases.
    pub fn tables(&mut self) -> Result<Vec<Table>> {
        schema::tables(self)
    }

    /// The table of this name, if there is one.
    pub fn table(&mut self, name: &str) -> Result<Option<Table>> {
        schema::table(self, name)
    }

    /// What follows in this transaction is planned for the values it is asked with, where a database would plan for any (PostgreSQL):
    /// for what takes the few oldest of many, where any value but the one at hand takes a third.
    pub fn plan_for_values(&mut self) -> Result<()> {
        match self.dialect() {
            Dialect::Sqlite => Ok(()),
            Dialect::Postgres => self.execute("SET LOCAL plan_cache_mode = force_custom_plan", &[]).map(drop),
        }
    }

    /// Which dialect this transaction speaks; for the few gaps [`Dialect`] cannot hide.
    pub fn dialect(&self) -> Dialect {
        match self.side {
            Side::Sqlite(_) => Dialect::Sqlite,
            Side::Postgres(..) => Dialect::Postgres,
        }
    }
}

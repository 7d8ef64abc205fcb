//! One connection with its transaction and the statements it has prepared.
use super::{
    Purpose,
    link::{Answer, Link},
    listen::CHANNEL,
    wire::refs,
};
use crate::{Error, Result, Row, Value, dialect};
use futures_util::StreamExt;
use std::{collections::HashMap, pin::pin, time::Duration};
use tokio_postgres::{Client, Statement, error::SqlState, types::ToSql};

/// One connection with its transaction and the statements it has prepared.
pub struct Seat {
    link: Link,
    prepared: HashMap<String, Statement>,
    limit: Duration,
    /// What begins the transaction; it leaves with the first statement, in the same journey.
    owed: Option<&'static str>,
    /// What went wrong in this transaction that another try may mend.
    clash: Option<Clash>,
}

/// What another try may mend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clash {
    /// Another transaction was quicker.
    Order,
    /// A key was taken: perhaps by another transaction, since this one looked.
    Key,
    /// The line broke before anything was committed.
    Line,
}

/// How long a server may take to say that it is there.
const PROMPT: Duration = Duration::from_secs(3);
/// How many prepared statements a connection keeps; beyond, it forgets them all and begins again.
const KEPT: usize = 512;

impl Seat {
    pub fn new(link: Link) -> Self {
        Self { link, prepared: HashMap::new(), limit: Purpose::Read.limit(), owed: None, clash: None }
    }

    /// Begins a transaction; the server hears of it with the first statement.
    pub fn begin(&mut self, purpose: Purpose) {
        (self.limit, self.owed, self.clash) = (purpose.limit(), Some(purpose.begin()), None);
    }

    /// Whether the server still answers: for a connection that has rested.
    pub fn answers(&mut self) -> Result<()> {
        (self.limit, self.owed) = (PROMPT, None);
        self.batch("")
    }

    /// Commits, and rings once that is done.
    pub fn commit(&mut self, rings: &[String]) -> Result<()> {
        if rings.is_empty() {
            return if self.owed.take().is_some() { Ok(()) } else { self.batch("COMMIT") };
        }
        let notify = self.statement("SELECT pg_notify(?1, topic) FROM unnest(CAST(?2 AS TEXT[])) AS topic")?;
        self.ask(async |client| {
            let params: [&(dyn ToSql + Sync); 2] = [&CHANNEL, &rings];
            let (told, done) = tokio::join!(client.execute(&notify, &params), client.batch_execute("COMMIT"));
            told.and(done)
        })
    }

    /// Ends a transaction that wrote nothing, or is to be undone. The answer is not waited for.
    pub fn leave(&mut self) {
        if self.owed.take().is_none() {
            self.link.send(async |client| client.batch_execute("ROLLBACK").await);
        }
    }

    /// What happened in this transaction that another try may mend.
    pub fn clash(&self) -> Option<Clash> {
        self.clash
    }

    /// Whether another transaction may begin here.
    pub fn is_usable(&self) -> bool {
        !self.link.is_cut()
    }

    pub fn batch(&mut self, sql: &str) -> Result<()> {
        self.ask(async |client| client.batch_execute(sql).await)
    }

    pub fn execute(&mut self, sql: &str, params: &[Value]) -> Result<u64> {
        let statement = self.statement(sql)?;
        self.ask(async |client| client.execute(&statement, &refs(params)).await)
    }

    pub fn query(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Row>> {
        let statement = self.statement(sql)?;
        let rows = self.ask(async |client| client.query(&statement, &refs(params)).await)?;
        Ok(rows.iter().map(read).collect())
    }

    pub fn each<E: From<Error>>(
        &mut self,
        sql: &str,
        params: &[Value],
        take: &mut dyn FnMut(Row) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let statement = self.statement(sql)?;
        let taken = self.ask(async |client| {
            let mut rows = pin!(client.query_raw(&statement, refs(params)).await?);
            while let Some(row) = rows.next().await {
                if let Err(refused) = take(read(&row?)) {
                    return Ok(Err(refused));
                }
            }
            Ok(Ok(()))
        });
        taken?
    }

    fn statement(&mut self, sql: &str) -> Result<Statement> {
        if let Some(known) = self.prepared.get(sql) {
            return Ok(known.clone());
        }
        if self.prepared.len() >= KEPT {
            self.prepared.clear();
        }
        let text = dialect::dollars(sql);
        let statement = self.ask(async |client| client.prepare(&text).await)?;
        self.prepared.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }

    /// Asks, after what is owed and in the same journey.
    fn ask<T>(&mut self, ask: impl AsyncFnOnce(&Client) -> Answer<T>) -> Result<T> {
        let owed = self.owed.take();
        let told = self.link.run(self.limit, async |client| match owed {
            None => ask(client).await,
            Some(begin) => {
                let (begun, told) = tokio::join!(client.batch_execute(begin), ask(client));
                begun.and(told)
            }
        });
        if let Err(error) = &told {
            self.clash = self.clash.or_else(|| self.is_clash(error));
        }
        told
    }

    fn is_clash(&self, error: &Error) -> Option<Clash> {
        let Error::Postgres(error) = error else { return None };
        match error.code() {
            // Out of memory: what so many at once have read is too much to keep track of.
            Some(
                &SqlState::T_R_SERIALIZATION_FAILURE | &SqlState::T_R_DEADLOCK_DETECTED | &SqlState::OUT_OF_MEMORY,
            ) => Some(Clash::Order),
            Some(&SqlState::UNIQUE_VIOLATION) => Some(Clash::Key),
            _ => self.link.is_cut().then_some(Clash::Line),
        }
    }
}

fn read(row: &tokio_postgres::Row) -> Row {
    Row((0..row.len()).map(|at| row.get::<_, Value>(at)).collect())
}

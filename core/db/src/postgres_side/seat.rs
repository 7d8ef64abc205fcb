//! One connection with the statements it has prepared.
use super::{listen::CHANNEL, wire::refs};
use crate::{Error, Result, Row, Value, dialect};
use postgres::{Client, Statement, fallible_iterator::FallibleIterator};
use std::collections::HashMap;

/// One connection with the statements it has prepared.
pub struct Seat {
    client: Client,
    prepared: HashMap<String, Statement>,
}

/// How many prepared statements a connection keeps; beyond, it forgets them all and begins again.
const KEPT: usize = 512;

impl Seat {
    pub fn new(client: Client) -> Self {
        Self { client, prepared: HashMap::new() }
    }

    pub fn commit(&mut self, rings: &[String]) -> Result<()> {
        for topic in rings {
            self.execute("SELECT pg_notify(?1, ?2)", &[CHANNEL.into(), topic.into()])?;
        }
        self.batch("COMMIT")
    }

    pub fn batch(&mut self, sql: &str) -> Result<()> {
        Ok(self.client.batch_execute(sql)?)
    }

    fn statement(&mut self, sql: &str) -> Result<Statement> {
        if let Some(known) = self.prepared.get(sql) {
            return Ok(known.clone());
        }
        if self.prepared.len() >= KEPT {
            self.prepared.clear();
        }
        let statement = self.client.prepare(&dialect::dollars(sql))?;
        self.prepared.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }

    pub fn execute(&mut self, sql: &str, params: &[Value]) -> Result<u64> {
        let statement = self.statement(sql)?;
        Ok(self.client.execute(&statement, &refs(params))?)
    }

    pub fn query(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Row>> {
        let statement = self.statement(sql)?;
        let rows = self.client.query(&statement, &refs(params))?;
        Ok(rows.iter().map(read).collect())
    }

    pub fn each<E: From<Error>>(
        &mut self,
        sql: &str,
        params: &[Value],
        take: &mut dyn FnMut(Row) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let statement = self.statement(sql)?;
        let mut rows = self.client.query_raw(&statement, refs(params)).map_err(Error::from)?;
        while let Some(row) = rows.next().map_err(Error::from)? {
            take(read(&row))?;
        }
        Ok(())
    }
}

fn read(row: &postgres::Row) -> Row {
    Row((0..row.len()).map(|at| row.get::<_, Value>(at)).collect())
}

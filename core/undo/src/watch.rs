//! A deed as the difference it made: rows before the work, and after it.
use crate::{
    Deed,
    store::{self, Change, Keyed},
};
use db::{Result, Row, Table, Tx, Value};
use kernel::Id;

/// Rows that are looked at before the work and after it.
#[derive(Default)]
pub struct Watch {
    tables: Vec<Watched>,
}

/// The rows of one table that are looked at.
struct Watched {
    table: Table,
    /// The column that says whose a row is, so that all of theirs is put back or nothing.
    subject: Option<&'static str>,
    before: Keyed,
    /// Which rows: those whose column is one of these ids.
    which: Vec<(&'static str, Vec<Value>)>,
}

impl Watch {
    /// Watches the rows of a table whose `column` is one of `ids`, before anything is done to them. A row is put back with all that
    /// its `subject` column names, if one is given.
    pub fn over<K>(
        &mut self,
        tx: &mut Tx<'_>,
        (name, column): (&'static str, &'static str),
        subject: Option<&'static str>,
        ids: &[Id<K>],
    ) -> Result<()> {
        let values = self.begin(tx, (name, column), subject, ids)?;
        if let Some(watched) = self.tables.iter_mut().find(|watched| watched.table.name == name) {
            watched.before.extend(store::under(tx, &watched.table, column, &values)?);
        }
        Ok(())
    }

    /// The same of ids that are new: there is no such row yet.
    pub fn over_new<K>(
        &mut self,
        tx: &mut Tx<'_>,
        which: (&'static str, &'static str),
        subject: Option<&'static str>,
        ids: &[Id<K>],
    ) -> Result<()> {
        self.begin(tx, which, subject, ids).map(drop)
    }

    fn begin<K>(
        &mut self,
        tx: &mut Tx<'_>,
        (name, column): (&'static str, &'static str),
        subject: Option<&'static str>,
        ids: &[Id<K>],
    ) -> Result<Vec<Value>> {
        let values: Vec<Value> = ids.iter().map(|id| (*id).into()).collect();
        if !self.tables.iter().any(|watched| watched.table.name == name) {
            let table = store::table(tx, name)?.ok_or_else(|| db::Error::Open(format!("there is no table {name}")))?;
            self.tables.push(Watched { table, subject, before: Keyed::new(), which: vec![] });
        }
        if let Some(watched) = self.tables.iter_mut().find(|watched| watched.table.name == name) {
            watched.which.push((column, values.clone()));
        }
        Ok(values)
    }

    /// Keeps what the work did to these rows as a deed. Says how many rows; where there is none, no deed is kept.
    pub fn close(self, tx: &mut Tx<'_>, deed: &Deed<'_>) -> Result<usize> {
        let changes = self.changes(tx)?;
        if !changes.is_empty() {
            store::keep(tx, deed, &changes)?;
        }
        Ok(changes.len())
    }

    /// What the work did, in the order of the tables.
    pub(crate) fn changes(self, tx: &mut Tx<'_>) -> Result<Vec<Change>> {
        let mut changes = vec![];
        for Watched { table, subject, mut before, which } in self.tables {
            let place = subject.and_then(|column| store::place(&table, column));
            let whose = |row: &Row| match place.and_then(|at| row.0.get(at)) {
                Some(Value::Bytes(bytes)) => Id::from_bytes(bytes),
                _ => None,
            };
            let mut after = Keyed::new();
            for (column, values) in which {
                after.extend(store::under(tx, &table, column, &values)?);
            }
            for (key, row) in after {
                let was = before.remove(&key);
                if was.as_ref() != Some(&row) {
                    let (name, subject) = (table.name.clone(), whose(&row));
                    changes.push(Change { name, subject, before: was, after: Some(row) });
                }
            }
            for row in before.into_values() {
                // It went, or it is no more among those that are looked at.
                let now = store::pick(tx, &table, &row)?;
                if now.as_ref() != Some(&row) {
                    let (name, subject) = (table.name.clone(), whose(&row));
                    changes.push(Change { name, subject, before: Some(row), after: now });
                }
            }
        }
        Ok(changes)
    }
}

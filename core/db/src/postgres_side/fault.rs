//! What PostgreSQL said, without the values of the row: its message, detail and hint may hold a name.
use std::{error::Error, fmt};
use tokio_postgres::error::SqlState;

/// A fault of the driver or of the server.
pub struct Fault(tokio_postgres::Error);

impl Fault {
    /// The server's code for it; nothing when the line broke.
    pub fn code(&self) -> Option<&SqlState> {
        self.0.code()
    }
}

impl From<tokio_postgres::Error> for Fault {
    fn from(error: tokio_postgres::Error) -> Self {
        Self(error)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(said) = self.0.as_db_error() else { return self.0.fmt(f) };
        write!(f, "{} {}", said.severity(), said.code().code())?;
        let places = [("table", said.table()), ("column", said.column()), ("constraint", said.constraint())];
        places
            .iter()
            .filter_map(|(kind, name)| name.map(|name| (kind, name)))
            .try_for_each(|(kind, name)| write!(f, ", {kind} {name}"))
    }
}

impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Error for Fault {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        // What the server said is told above; what broke a line has a cause of its own.
        if self.0.as_db_error().is_some() { None } else { self.0.source() }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]
    use crate::params;

    #[tokio::test]
    async fn what_failed_is_told_and_not_whom_it_was_about() {
        let table = crate::Migration {
            name: "test/person",
            sql: "CREATE TABLE person (\n  name TEXT NOT NULL PRIMARY KEY,\n  age BIGINT NOT NULL\n);",
        };
        for (name, db) in crate::testing::both(&[table]).await {
            let insert = |sql: &'static str| {
                let written = db.write(move |tx| {
                    tx.execute("INSERT INTO person (name, age) VALUES ('Samira', 11) ON CONFLICT DO NOTHING", &[])?;
                    tx.execute(sql, &params!["Samira"])
                });
                async { written.await.unwrap_err() }
            };
            for sql in [
                "INSERT INTO person (name, age) VALUES (?1, 12)",
                "INSERT INTO person (name, age) VALUES (?1 || 'x', NULL)",
            ] {
                let error = insert(sql).await;
                let said = format!("{} {error:?}", kernel::causes(&error));
                assert!(said.contains("person") && !said.contains("Samira"), "{name}: {said}");
            }
        }
    }
}

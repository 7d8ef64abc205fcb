//! PostgreSQL: the same statements, `?1` read as `$1`, prepared once per connection.
use crate::{Error, Result, Ringer, Row, Side, Tx, Value, dialect, sqlite_side::said};
use postgres::{
    Client, NoTls, Statement,
    types::{FromSql, IsNull, ToSql, Type, private::BytesMut, to_sql_checked},
};
use std::{
    collections::HashMap,
    error::Error as StdError,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Mutex, PoisonError},
};
use tokio::sync::Semaphore;

/// The channel on which nodes tell each other what rang.
const CHANNEL: &str = "preau_ring";

/// One connection with the statements it has prepared.
pub struct Seat {
    client: Client,
    prepared: HashMap<String, Statement>,
}

#[derive(Clone)]
pub struct Postgres {
    url: Arc<str>,
    idle: Arc<Idle>,
    seats: Arc<Semaphore>,
}

/// The connections at rest. `postgres` panics when one is dropped on an async thread, so they are dropped on one of their own.
#[derive(Default)]
struct Idle(Mutex<Vec<Seat>>);

impl Idle {
    fn take(&self) -> Option<Seat> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).pop()
    }

    fn give_back(&self, seat: Seat) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(seat);
    }
}

impl Drop for Idle {
    fn drop(&mut self) {
        let seats = std::mem::take(self.0.get_mut().unwrap_or_else(PoisonError::into_inner));
        let _ = std::thread::spawn(move || drop(seats)).join();
    }
}

impl Postgres {
    pub fn open(url: &str, seats: usize, ringer: Ringer) -> Result<Self> {
        let this = Self { url: url.into(), idle: Arc::default(), seats: Arc::new(Semaphore::new(seats)) };
        listen(Arc::clone(&this.url), Arc::downgrade(&this.idle), ringer)?;
        Ok(this)
    }

    pub async fn run<T, E>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E> + Send + 'static,
    ) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let permit = Arc::clone(&self.seats).acquire_owned().await.map_err(|_| Error::Stopping)?;
        let this = self.clone();
        let told = tokio::task::spawn_blocking(move || {
            let result = this.transaction(work);
            drop(permit);
            result
        });
        told.await.map_err(|_| Error::Stopping)?
    }

    fn transaction<T, E: From<Error>>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let mut seat = self.begun()?;
        let mut tx = Tx { side: Side::Postgres(&mut seat), queries: 0, rings: vec![] };
        let result = catch_unwind(AssertUnwindSafe(|| work(&mut tx)));
        let result = result.unwrap_or_else(|panic| Err(Error::Panicked(said(panic.as_ref())).into()));
        let rings = std::mem::take(&mut tx.rings);
        let ended = if result.is_ok() { seat.commit(&rings) } else { seat.batch("ROLLBACK") };
        // Only a connection that ended its transaction well goes back.
        if ended.is_ok() {
            self.idle.give_back(seat);
        }
        match (result, ended) {
            (Ok(value), Ok(())) => Ok(value),
            (Err(refused), _) => Err(refused),
            (Ok(_), Err(error)) => Err(error.into()),
        }
    }

    /// A connection with its transaction open. Those that broke while at rest (a restarted server) are left aside.
    fn begun(&self) -> Result<Seat> {
        while let Some(mut seat) = self.idle.take() {
            if seat.batch("BEGIN").is_ok() {
                return Ok(seat);
            }
        }
        let mut seat = Seat { client: Client::connect(&self.url, NoTls)?, prepared: HashMap::new() };
        seat.batch("BEGIN")?;
        Ok(seat)
    }
}

impl Seat {
    fn commit(&mut self, rings: &[String]) -> Result<()> {
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
        Ok(rows.iter().map(|row| Row((0..row.len()).map(|at| row.get::<_, Value>(at)).collect())).collect())
    }
}

/// Hears what other nodes (and this one) rang, on a connection and a thread of its own, until the database is dropped.
fn listen(url: Arc<str>, alive: std::sync::Weak<Idle>, ringer: Ringer) -> Result<()> {
    let hear = move || {
        while alive.strong_count() > 0 {
            if let Err(error) = hear(&url, &alive, &ringer) {
                tracing::warn!(%error, "the line on which nodes hear each other broke; trying again");
                std::thread::park_timeout(std::time::Duration::from_secs(1));
            }
        }
    };
    std::thread::Builder::new().name("postgres-listen".into()).spawn(hear).map_err(|e| Error::Open(e.to_string()))?;
    Ok(())
}

fn hear(url: &str, alive: &std::sync::Weak<Idle>, ringer: &Ringer) -> Result<()> {
    use postgres::fallible_iterator::FallibleIterator;
    let mut client = Client::connect(url, NoTls)?;
    client.batch_execute(&format!("LISTEN {CHANNEL}"))?;
    while alive.strong_count() > 0 {
        let mut heard = client.notifications();
        let mut waiting = heard.timeout_iter(std::time::Duration::from_secs(1));
        while let Some(note) = waiting.next()? {
            ringer(note.payload());
        }
    }
    Ok(())
}

fn refs(params: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    params.iter().map(|p| p as &(dyn ToSql + Sync)).collect()
}

type SqlResult<T> = std::result::Result<T, Box<dyn StdError + Sync + Send>>;

impl ToSql for Value {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> SqlResult<IsNull> {
        match self {
            Value::Null => Ok(IsNull::Yes),
            Value::Int(v) => match *ty {
                Type::INT4 => i32::try_from(*v)?.to_sql(ty, out),
                Type::BOOL => (*v != 0).to_sql(ty, out),
                _ => v.to_sql(ty, out),
            },
            Value::Text(v) => v.to_sql(ty, out),
            Value::Bytes(v) => v.to_sql(ty, out),
        }
    }
    fn accepts(ty: &Type) -> bool {
        matches!(*ty, Type::INT8 | Type::INT4 | Type::BOOL | Type::TEXT | Type::VARCHAR | Type::BYTEA)
    }
    to_sql_checked!();
}

impl<'a> FromSql<'a> for Value {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> SqlResult<Self> {
        Ok(match *ty {
            Type::INT8 => Value::Int(i64::from_sql(ty, raw)?),
            Type::INT4 => Value::Int(i32::from_sql(ty, raw)?.into()),
            Type::BOOL => Value::Int(bool::from_sql(ty, raw)?.into()),
            Type::BYTEA => Value::Bytes(raw.to_owned()),
            _ => Value::Text(String::from_sql(ty, raw)?),
        })
    }
    fn from_sql_null(_: &Type) -> SqlResult<Self> {
        Ok(Value::Null)
    }
    fn accepts(ty: &Type) -> bool {
        <Value as ToSql>::accepts(ty) || matches!(*ty, Type::VOID | Type::NAME | Type::UNKNOWN)
    }
}

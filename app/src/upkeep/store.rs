//! What operators have done, and what each node says of itself.
use db::{Dialect, Result, Row, Tx, params};
use jobs::{HowLong, Keep};
use kernel::Moment;

/// The schema of the platform's own pages.
pub const MIGRATIONS: &[db::Migration] =
    &[db::Migration { name: "app/0001_upkeep", sql: include_str!("../../migrations/0001_upkeep.sql") }];

/// A step of an empty house's first ones: a letter left, by e-mail or by SMS.
pub const GATEWAY: web::FirstStep = web::FirstStep {
    rank: 11,
    key: "preau-first-gateway",
    text: "preau-first-gateway-text",
    href: "/exploitation",
    done: "SELECT 1 FROM app_done WHERE what IN ('email', 'sms') AND state = 1 AND at <= ?1",
};
/// Another: a backup was made these last days.
pub const BACKUP: web::FirstStep = web::FirstStep {
    rank: 12,
    key: "preau-first-backup",
    text: "preau-first-backup-text",
    href: "/exploitation",
    done: "SELECT 1 FROM app_done WHERE what = 'backup' AND state = 1 AND at > ?1 - 172800000",
};

/// How long these rows are kept.
pub const KEEPS: &[Keep] = &[
    Keep { table: "app_done", how_long: HowLong::Forever("one row a deed of the operator, no person") },
    Keep { table: "app_node", how_long: HowLong::Days { column: "seen_at", days: 7, why: "nodes come and go" } },
];

/// What an operator does now and then, and is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A backup was made.
    Backup,
    /// A backup was put into an empty place.
    Restore,
    /// E-mail was tried.
    Email,
    /// SMS were tried.
    Sms,
}

impl What {
    const ALL: [Self; 4] = [Self::Backup, Self::Restore, Self::Email, Self::Sms];

    /// Its word in the database and in addresses.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Backup => "backup",
            Self::Restore => "restore",
            Self::Email => "email",
            Self::Sms => "sms",
        }
    }

    /// What this word stands for.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|what| what.word() == word)
    }
}

/// How it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is asked for, and not done yet.
    Waiting,
    /// Well.
    Good,
    /// Not.
    Failed,
}

impl State {
    const fn number(self) -> i64 {
        match self {
            Self::Waiting => 0,
            Self::Good => 1,
            Self::Failed => 2,
        }
    }

    const fn of(number: i64) -> Self {
        match number {
            0 => Self::Waiting,
            1 => Self::Good,
            _ => Self::Failed,
        }
    }
}

/// The last time of one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// What.
    pub what: What,
    /// When.
    pub at: Moment,
    /// How it went.
    pub state: State,
    /// Why it went wrong; while it waits, where it is to go.
    pub said: String,
}

fn done(row: &Row) -> Option<Done> {
    let what = What::of(&row.get::<String>(0))?;
    Some(Done { what, at: row.get(1), state: State::of(row.get(2)), said: row.get(3) })
}

/// Writes down how it went, or that it is asked for.
pub fn put(tx: &mut Tx<'_>, done: &Done) -> Result<()> {
    let sql = "INSERT INTO app_done (what, at, state, said) VALUES (?1, ?2, ?3, ?4)
               ON CONFLICT (what) DO UPDATE SET at = excluded.at, state = excluded.state, said = excluded.said,
               leased_until = NULL";
    tx.execute(sql, &params![done.what.word(), done.at, done.state.number(), done.said.as_str()]).map(drop)
}

/// The last time of each.
pub fn all(tx: &mut Tx<'_>) -> Result<Vec<Done>> {
    Ok(tx.query("SELECT what, at, state, said FROM app_done", &[])?.iter().filter_map(done).collect())
}

/// Whether a trial waits for somebody to do it.
pub fn is_due(tx: &mut Tx<'_>, now: Moment) -> Result<bool> {
    let sql = "SELECT 1 FROM app_done WHERE state = 0 AND (leased_until IS NULL OR leased_until <= ?1)";
    Ok(tx.first(sql, &params![now])?.is_some())
}

/// Takes the trials that wait, until `until`.
pub fn take(tx: &mut Tx<'_>, now: Moment, until: Moment) -> Result<Vec<Done>> {
    let sql = "UPDATE app_done SET leased_until = ?2 WHERE state = 0 AND (leased_until IS NULL OR leased_until <= ?1)
               RETURNING what, at, state, said";
    Ok(tx.query(sql, &params![now, until])?.iter().filter_map(done).collect())
}

/// What a node says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Node {
    /// The machine, and the address it listens on there.
    pub name: String,
    /// The program's version.
    pub version: String,
    /// When it started.
    pub since: Moment,
    /// When it last said so.
    pub seen_at: Moment,
    /// How its log is written, and how much.
    pub log: String,
    /// Bytes of the database.
    pub size: i64,
    /// Bytes left beside its data, and in all.
    pub space: Option<(i64, i64)>,
    /// Until when the certificate holds that people are shown.
    pub certificate: Option<Moment>,
    /// Why that is not known.
    pub trouble: String,
}

/// Writes it down.
pub fn say(tx: &mut Tx<'_>, node: &Node) -> Result<()> {
    let sql = "INSERT INTO app_node (node, version, since, seen_at, log, size, space, total, certificate, trouble)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
               ON CONFLICT (node) DO UPDATE SET version = excluded.version, since = excluded.since,
               seen_at = excluded.seen_at, log = excluded.log, size = excluded.size, space = excluded.space,
               total = excluded.total, certificate = excluded.certificate, trouble = excluded.trouble";
    let (space, total) = node.space.unzip();
    let values = params![
        node.name.as_str(),
        node.version.as_str(),
        node.since,
        node.seen_at,
        node.log.as_str(),
        node.size,
        space,
        total,
        node.certificate,
        node.trouble.as_str()
    ];
    tx.execute(sql, &values).map(drop)
}

/// Nodes that have said something since then, by name.
pub fn nodes(tx: &mut Tx<'_>, since: Moment) -> Result<Vec<Node>> {
    let sql = "SELECT node, version, since, seen_at, log, size, space, total, certificate, trouble FROM app_node
               WHERE seen_at > ?1 ORDER BY node";
    let node = |row: &Row| Node {
        name: row.get(0),
        version: row.get(1),
        since: row.get(2),
        seen_at: row.get(3),
        log: row.get(4),
        size: row.get(5),
        space: row.get::<Option<i64>>(6).zip(row.get(7)),
        certificate: row.get(8),
        trouble: row.get(9),
    };
    Ok(tx.query(sql, &params![since])?.iter().map(node).collect())
}

/// Bytes of the whole database.
pub fn size(tx: &mut Tx<'_>) -> Result<i64> {
    let sql = match tx.dialect() {
        Dialect::Postgres => "SELECT pg_database_size(current_database())",
        Dialect::Sqlite => {
            "SELECT pages.page_count * size.page_size FROM pragma_page_count() pages, pragma_page_size() size"
        }
    };
    Ok(tx.first(sql, &[])?.map_or(0, |row| row.get(0)))
}

/// Whether anybody administers the house.
pub fn has_admin(tx: &mut Tx<'_>, now: Moment) -> Result<bool> {
    let sql = format!(
        "SELECT 1 FROM membership m WHERE m.unit_id IN (SELECT id FROM unit WHERE kind = 'academie')
         AND m.role = 'admin' AND {} LIMIT 1",
        access::store::live("m", 1)
    );
    Ok(tx.first(&sql, &params![now])?.is_some())
}

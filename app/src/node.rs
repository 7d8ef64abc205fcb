//! One node: what is opened at start, and the house made of it.
use crate::{
    Result, Trouble,
    config::{Config, Log},
    slices,
    upkeep::Machine,
};
use db::Db;
use files::Files;
use kernel::{Chance, Clock, SystemChance};
use live::Bus;
use std::{
    io::{IsTerminal, Write},
    path::Path,
    sync::Arc,
};
use tracing::Level;
use tracing_subscriber::{filter::Targets, fmt, layer::SubscriberExt, util::SubscriberInitExt};
use web::{Engines, House, Secret, Settings, Sheets};

/// The database and the files of a configuration, and who is listening.
pub struct Stores {
    /// The database.
    pub db: Db,
    /// The files.
    pub files: Files,
    /// Rung by the database.
    pub bus: Bus,
    /// The media of video rooms, once started.
    pub rooms: Option<sfu::Handle>,
    /// Where browsers reach this very node, where several serve rooms.
    pub here: Option<visio::Here>,
    /// Who carries letters, once it is known.
    pub carrier: Option<post::Carrier>,
    /// The door to servers whose addresses people type.
    pub door: outgoing::Door,
    /// Where files of feeds are dropped.
    pub feeds: Option<feed::Folder>,
    /// What this node is, for who administers it.
    pub(crate) machine: Machine,
}

/// Opens the database and the files; makes the folder of SQLite if absent.
pub fn open(config: &Config) -> Result<Stores> {
    let place = config.place();
    if let db::Place::Sqlite(path) = &place
        && let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty())
    {
        let folder = folder.to_owned();
        std::fs::create_dir_all(&folder)
            .map_err(Trouble::while_(&format!("the folder {} cannot be made", folder.display())))?;
        for end in ["", "-wal", "-shm"] {
            let mut name = path.clone().into_os_string();
            name.push(end);
            close(Path::new(&name));
        }
    }
    if config.data.is_dir() {
        close(&config.data);
    }
    let bus = Bus::default();
    let rung = bus.clone();
    let db = Db::open(&place, config.seats, Arc::new(move |topic| rung.ring(topic)))
        .map_err(Trouble::while_("the database cannot be opened: see `database` in the configuration"))?;
    let files = Files::open(&config.files())
        .map_err(Trouble::while_("the file store cannot be opened: see `files` in the configuration"))?;
    let door = outgoing::Door::typed(&config.outgoing);
    Ok(Stores {
        db,
        files,
        bus,
        rooms: None,
        here: None,
        carrier: None,
        door,
        feeds: config.feeds.folder(),
        machine: Machine::of(config),
    })
}

/// Opens a house that there is; nothing is made where none stands.
pub async fn standing(config: &Config) -> Result<Stores> {
    if let db::Place::Sqlite(path) = config.place()
        && !path.is_file()
    {
        return Err(Trouble::of(format!(
            "there is no database at {}: `preau migrate` makes it, `preau restore` brings a backup; where another house was meant, name \
             its configuration with --config",
            path.display()
        )));
    }
    let stores = open(config)?;
    let tables = stores.db.tables().await.map_err(Trouble::while_("the database does not answer"))?;
    if tables.iter().all(|table| table.name != "migration") {
        stores.db.close().await;
        return Err(Trouble::of(
            "the database answers, and has no schema yet: `preau migrate` makes it, `preau restore` brings a backup",
        ));
    }
    Ok(stores)
}

/// The same, and brings its schema up to date.
pub async fn standing_migrated(config: &Config) -> Result<Stores> {
    let stores = standing(config).await?;
    bring_up(&stores.db).await?;
    Ok(stores)
}

/// Opens, and brings the schema up to date; where there is no house, makes one.
pub async fn open_migrated(config: &Config) -> Result<Stores> {
    let stores = open(config)?;
    for name in bring_up(&stores.db).await? {
        tracing::info!(name, "migration");
    }
    Ok(stores)
}

/// Runs the steps of the schema that have not run, and gives the names of those it ran. Then fills what a step could not: where names
/// of before stand among others, a thousand rows at a time.
pub async fn bring_up(db: &Db) -> Result<Vec<&'static str>> {
    let trouble = "the database cannot be brought up to date";
    let ran = db.migrate(slices::migrations()).await.map_err(Trouble::while_(trouble))?;
    let filled = |tx: &mut db::Tx<'_>| -> db::Result<usize> {
        Ok(access::store::sort_names(tx, 1_000)? + directory::store::sort_people(tx, 1_000)?)
    };
    while db.write(filled).await.map_err(Trouble::while_::<db::Error>(trouble))? > 0 {}
    Ok(ran)
}

/// The server's secret, made at the first start, readable by its owner alone.
pub fn secret(path: &Path) -> Result<Secret> {
    let trouble = |what: &str| format!("the secret {} cannot be {what}", path.display());
    match std::fs::read(path) {
        Ok(bytes) => {
            let bytes: [u8; 32] = bytes.try_into().map_err(|_| {
                Trouble::of(format!("the secret {} is not 32 bytes: restore it from your backup", path.display()))
            })?;
            Ok(Secret::new(bytes))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let mut bytes = [0; 32];
            SystemChance.fill(&mut bytes);
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder).map_err(Trouble::while_(&trouble("made")))?;
            }
            private(path).and_then(|mut file| file.write_all(&bytes)).map_err(Trouble::while_(&trouble("written")))?;
            Ok(Secret::new(bytes))
        }
        Err(error) => Err(Trouble::while_(&trouble("read"))(error)),
    }
}

/// A new file that its owner alone reads.
fn private(path: &Path) -> std::io::Result<std::fs::File> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Takes from others what they may do with a file or a folder that an earlier start, or a hand, has left open. What another user
/// owns cannot be closed, and says so when it is opened.
fn close(path: &Path) {
    #[cfg(unix)]
    if let Ok(found) = std::fs::metadata(path) {
        use std::os::unix::fs::PermissionsExt;
        let mut permissions = found.permissions();
        let own = permissions.mode() & 0o700;
        if permissions.mode() & 0o777 != own {
            permissions.set_mode(own);
            drop(std::fs::set_permissions(path, permissions));
        }
    }
}

/// The house of these stores.
pub fn house(stores: Stores, secret: Secret, settings: Settings, clock: Arc<dyn Clock>) -> Result<Arc<House>> {
    Ok(Arc::new(House {
        db: stores.db,
        clock,
        chance: Arc::new(SystemChance) as Arc<dyn Chance>,
        files: stores.files,
        bus: stores.bus,
        engines: Engines::default()
            .with(stores.rooms)
            .with(stores.here)
            .with(Some(stores.door))
            .with(Some(stores.machine))
            .with(stores.feeds)
            .with(stores.carrier),
        words: slices::words().map_err(Trouble::while_("a language file cannot be read"))?,
        secret,
        settings,
        whoami: slices::WHOAMI,
        sheets: Sheets::of(slices::ALL),
        slices: slices::ALL.to_vec(),
        gate: web::Gate::default(),
        counted: web::Counted::default(),
    }))
}

/// What of the log is wanted, where that is said.
pub(crate) fn level() -> Option<String> {
    #[expect(
        clippy::disallowed_methods,
        reason = "the binary reads the environment, here the one variable that every Rust log knows"
    )]
    std::env::var("RUST_LOG").ok()
}

/// Begins the log; `RUST_LOG` narrows or widens it, by crates (`warn,visio=info`).
pub fn begin_log(how: Log, usual: Level) {
    let said = level().and_then(|said| said.parse::<Targets>().ok());
    let filter = said.unwrap_or_else(|| Targets::new().with_default(usual));
    let begun = match how {
        Log::Human => {
            let layer = fmt::layer().with_ansi(std::io::stderr().is_terminal()).with_writer(std::io::stderr);
            tracing_subscriber::registry().with(filter).with(layer).try_init()
        }
        Log::Json => {
            let layer = fmt::layer().json().flatten_event(true).with_writer(std::io::stderr);
            tracing_subscriber::registry().with(filter).with(layer).try_init()
        }
    };
    // A second beginning (in tests) changes nothing.
    drop(begun);
}

//! `preau demo`: an evening with invented people on the real Norman schools, now.
use crate::{
    Result, Trouble,
    config::{Config, FilesAt},
    node::{self, Stores},
    serve, slices,
    stop::Stop,
    terminal,
};
use access::Audience;
use directory::{
    Person,
    demo::{Demo, Stage},
};
use jiff::civil::Date;
use kernel::{Chance, Clock, Moment, MovedClock, PersonId, Seeded, SystemChance, SystemClock};
use serde::{Deserialize, Serialize};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};
use web::{Secret, Settings};

/// What one may ask of a demonstration.
#[derive(Debug, clap::Args)]
pub struct Asked {
    /// The address and port to answer on; port 0 takes a free one.
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: String,
    /// The folder to keep it in: found again there at the next start. Without it, a new evening at each start.
    #[arg(long)]
    data: Option<PathBuf>,
    /// How many people, from 1 000 to 600 000.
    #[arg(long, default_value_t = 1_000, value_parser = clap::value_parser!(u32).range(1_000..=600_000))]
    people: u32,
    /// The same seed makes the same people.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Lives a whole year of this programme, from the call to the bilan: it begins on the first of September, and the page
    /// /demonstration/jour goes on to another day.
    #[arg(long, value_enum)]
    story: Option<Story>,
    /// Rooms over TCP only, as behind the firewall of a school.
    #[arg(long)]
    tcp_only: bool,
    /// The relay (TURN) of the rooms, `turn:…`, for a network that lets nothing else out; with --relay-secret.
    #[arg(long, requires = "relay_secret")]
    relay: Option<String>,
    /// What the relay shares with us.
    #[arg(long)]
    relay_secret: Option<String>,
    /// One line of JSON instead of a table.
    #[arg(long)]
    json: bool,
    /// Where the database is, when it is not a file in the folder: postgres://…
    #[arg(long)]
    database: Option<String>,
}

/// A year to live through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Story {
    /// Devoirs faits à distance.
    Homework,
}

/// When a story begins: a school year whose calendar is published.
const FIRST_OF_SEPTEMBER: Date = Date::constant(2025, 9, 1);

/// Somebody to sign in as.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Account {
    /// What they are there.
    pub role: String,
    /// Their name.
    pub name: String,
    /// Where to sign in.
    pub sign_in_url: String,
    /// The card's PIN.
    pub pin: Option<String>,
    /// The user name of staff.
    pub user: Option<String>,
    /// The password of staff.
    pub password: Option<String>,
}

/// The file of the accounts, beside the database, so that a second start shows the same.
const ACCOUNTS: &str = "demo.json";

/// `preau demo`.
pub async fn demo(asked: Asked) -> Result<()> {
    let (folder, lasting) = match &asked.data {
        Some(folder) => (folder.clone(), true),
        None => (std::env::temp_dir().join(format!("preau-demo-{}", std::process::id())), false),
    };
    let served = stay(&asked, &folder).await;
    if !lasting {
        // What is left behind is in the system's temporary folder.
        drop(std::fs::remove_dir_all(&folder));
    }
    served
}

async fn stay(asked: &Asked, folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder).map_err(Trouble::while_(&format!("{} cannot be made", folder.display())))?;
    let listener = serve::bind(&asked.listen).await?;
    let address = listener.local_addr().map_err(Trouble::while_("the address is not known"))?;
    let config = Config {
        listen: asked.listen.clone(),
        data: folder.to_owned(),
        database: asked.database.clone().unwrap_or_default(),
        files: FilesAt::Folder(PathBuf::new()),
        ..Config::default()
    };
    node::begin_log(config.log, tracing::Level::WARN);
    let mut stores = node::open_migrated(&config).await?;
    let rooms = crate::rooms::Rooms::beside(address, !asked.tcp_only);
    let (relays, relay_secret) =
        (asked.relay.iter().cloned().collect(), asked.relay_secret.clone().unwrap_or_default());
    stores.rooms = crate::rooms::Rooms { relays, relay_secret, ..rooms }.start();
    let secret = node::secret(&config.secret())?;
    let known = folder.join(ACCOUNTS);
    let clock = clock(&stores.db, asked.story).await?;
    let accounts =
        if known.is_file() { read(&known)? } else { fill(&stores, &secret, asked, &known, clock.now()).await? };
    let url = format!("http://{address}");
    tell(asked.json, &url, &accounts);
    let settings = Settings { public_url: url, node_url: String::new(), demo: true, behind_proxy: false };
    // Letters of a demonstration stay in its folder.
    let carrier = post::Carrier::folder(folder.join("letters"));
    stores.carrier = Some(carrier.clone());
    serve::answer(node::house(stores, secret, settings, clock)?, (listener, Stop::begin()), carrier, String::new())
        .await
}

/// The machine's clock, or a story's: from its first day, or from where it stopped.
async fn clock(db: &db::Db, story: Option<Story>) -> Result<Arc<dyn Clock>> {
    if story.is_none() {
        return Ok(Arc::new(SystemClock));
    }
    let stopped = db.read(jobs::last_ran).await.map_err(Trouble::while_("the story's day is not known"))?;
    Ok(Arc::new(MovedClock::from(stopped.unwrap_or_else(|| Moment::at_paris(FIRST_OF_SEPTEMBER, 9, 0)))))
}

fn read(path: &Path) -> Result<Vec<Account>> {
    let text = std::fs::read_to_string(path).map_err(Trouble::while_("the demonstration's accounts cannot be read"))?;
    serde_json::from_str(&text).map_err(Trouble::while_("the demonstration's accounts cannot be read"))
}

/// Makes the people, the evening and the accounts.
async fn fill(stores: &Stores, secret: &Secret, asked: &Asked, known: &Path, now: Moment) -> Result<Vec<Account>> {
    let seed = asked.seed;
    let failed = "the demonstration could not be made";
    let demo = directory::demo::populate(&stores.db, asked.people, seed, now).await.map_err(Trouble::while_(failed))?;
    let accounts = people(&stores.db, secret, demo, asked, now).await?;
    let text = serde_json::to_string(&accounts).map_err(Trouble::while_(failed))?;
    std::fs::write(known, text).map_err(Trouble::while_(failed))?;
    Ok(accounts)
}

async fn people(db: &db::Db, secret: &Secret, demo: Demo, asked: &Asked, now: Moment) -> Result<Vec<Account>> {
    let (seed, story) = (asked.seed, asked.story);
    let staff = staff(&demo);
    let alone: Vec<_> =
        demo.others.iter().filter(|(role, _)| Audience::STAFF.contains(&role.audience())).cloned().collect();
    // Hashing is slow on purpose: each password on a thread of its own.
    let hashing: Vec<_> = std::iter::repeat_n((), staff.len() + 1)
        .map(|()| {
            tokio::task::spawn_blocking(|| {
                let password = crate::import::password();
                signin::hash_password(&password, &SystemChance).map(|hash| (password, hash))
            })
        })
        .collect();
    let mut secrets = vec![];
    for hash in hashing {
        let hashed = hash.await.map_err(Trouble::while_("a password could not be hashed"))?;
        secrets.push(hashed.map_err(Trouble::while_("a password could not be hashed"))?);
    }
    // Whoever is there for their role alone shares one password: hashing takes the longest of all this.
    let shared = secrets.pop().ok_or_else(|| Trouble::of("a password could not be hashed"))?;
    let secret = secret.clone();
    let made = db.write_alone(move |tx| {
        let chance = Seeded::new(seed ^ 0x00C0_FFEE);
        // A story begins before anything has happened.
        let mut paper = None;
        if story.is_none() {
            let stage = Stage { demo: &demo, chance: &chance, secret: &secret, slices: slices::ALL, now };
            play(tx, &stage)?;
            paper = agreement::demo::paper(tx, &stage)?;
        }
        let mut accounts = vec![];
        for (role, person) in carded(&demo) {
            let pin = pin();
            let card = signin::demo::card(tx, &secret, &SystemChance, person.id, Some(&pin), now)?;
            accounts.push(account(role, person, format!("/c/{}", card.token), Some(pin), None));
        }
        let carded: Vec<PersonId> = carded(&demo).iter().map(|(_, person)| person.id).collect();
        let others: Vec<PersonId> =
            demo.pupils.iter().map(|pupil| pupil.id).filter(|id| !carded.contains(id)).collect();
        signin::demo::cards_for(tx, &secret, &SystemChance, &others, None, now)?;
        for ((role, person), (password, hash)) in staff.iter().zip(secrets) {
            let user = user(person);
            signin::demo::password(tx, person.id, &user, &hash, now)?;
            accounts.push(account(role, person, "/entrer/adulte".into(), None, Some((user, password))));
        }
        for (role, person) in &alone {
            let (user, (password, hash)) = (user(person), shared.clone());
            signin::demo::password(tx, person.id, &user, &hash, now)?;
            accounts.push(account(role.word(), person, "/entrer/adulte".into(), None, Some((user, password))));
        }
        // A family without an account: a code on paper is all they have.
        accounts.extend(paper.map(|code| Account {
            role: "guardian-on-paper".into(),
            name: String::new(),
            sign_in_url: format!("/reponse/{code}"),
            pin: None,
            user: None,
            password: None,
        }));
        Ok::<_, db::Error>(accounts)
    });
    made.await.map_err(Trouble::while_("the demonstration could not be made"))
}

/// Every slice leaves its traces, and the bilans are counted.
pub fn play(tx: &mut db::Tx<'_>, stage: &Stage<'_>) -> db::Result<()> {
    directory::demo::fill(tx, stage)?;
    programme::count_all(tx, stage.slices, stage.now)
}

fn account(role: &str, person: &Person, path: String, pin: Option<String>, staff: Option<(String, String)>) -> Account {
    let (user, password) = staff.unzip();
    Account { role: role.into(), name: person.full(), sign_in_url: path, pin, user, password }
}

/// Those who come in by a card.
fn carded(demo: &Demo) -> Vec<(&'static str, &Person)> {
    let mut all = vec![];
    all.extend(demo.pupils.iter().take(5).map(|pupil| ("pupil", pupil)));
    all.push(("guardian", &demo.guardian));
    all.extend(demo.apart.iter().map(|parent| ("guardian", parent)));
    all.push(("pupil-other-school", &demo.other_pupil));
    let guests = demo.others.iter().filter(|(role, _)| role.audience() == Audience::Guest);
    all.extend(guests.map(|(role, person)| (role.word(), person)));
    all
}

/// Those who come in by a password.
fn staff(demo: &Demo) -> Vec<(&'static str, Person)> {
    let mut all: Vec<_> = demo.teachers.iter().map(|(teacher, _)| ("teacher", teacher.clone())).collect();
    all.push(("head", demo.head.clone()));
    all.push(("vie-scolaire", demo.vie_scolaire.clone()));
    all.push(("referent", demo.referent.clone()));
    all.push(("pilot", demo.pilot.clone()));
    all.push(("admin", demo.admin.clone()));
    all.push(("teacher-other-school", demo.other_teacher.clone()));
    all
}

/// « c.auvray », with a part of the id so that no two are one.
fn user(person: &Person) -> String {
    let letters = |name: &str| kernel::fold(name).chars().filter(char::is_ascii_lowercase).collect::<String>();
    let initial: String = letters(&person.given).chars().take(1).collect();
    format!("{initial}.{}", letters(&person.family))
}

/// Four digits that are no weak PIN.
fn pin() -> String {
    format!("{}{}", 31 + SystemChance.below(60), 41 + SystemChance.below(50))
}

/// Prints the address and who to sign in as.
fn tell(json: bool, url: &str, accounts: &[Account]) {
    let accounts: Vec<Account> = accounts
        .iter()
        .cloned()
        .map(|account| Account { sign_in_url: format!("{url}{}", account.sign_in_url), ..account })
        .collect();
    if json {
        let line = serde_json::json!({ "url": url, "accounts": accounts });
        terminal::say(line);
        return;
    }
    terminal::say(format!(
        "Préau, une soirée de démonstration : {url}\nLes personnes sont inventées, les écoles sont vraies.\n"
    ));
    terminal::say(format!("{:<21} {:<24} {:<26} {}", "rôle", "nom", "code secret ou utilisateur", "entrer"));
    for account in &accounts {
        let key = match (&account.pin, &account.user, &account.password) {
            (Some(pin), ..) => pin.clone(),
            (_, Some(user), Some(password)) => format!("{user} / {password}"),
            _ => String::new(),
        };
        terminal::say(format!("{:<21} {:<24} {:<26} {}", account.role, account.name, key, account.sign_in_url));
    }
    terminal::say("\nCtrl-C pour arrêter.");
}

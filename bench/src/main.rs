//! `preau-bench`: what a page, a sign-in, a demand and a ring cost, beside a server that does nothing.
//!
//! One run on one machine: the houses are made, the server is the program `preau` built beside this one, and rounds take turns so
//! that whatever else the machine does weighs on all alike. `docs/performance.md` keeps the figures and says how to read them.
mod bare;
mod child;
mod crowd;
mod feed;
mod growth;
mod homework;
mod live;
mod passwords;
mod process;
mod rentree;
mod report;
mod rooms;
mod store;
mod town;
mod weight;
mod wire;

use bare::Bare;
use child::Server;
use clap::{Parser, Subcommand};
use crowd::Round;
use preau::{Result, Trouble, terminal};
use report::Figures;
use std::{path::Path, process::ExitCode, sync::Arc, time::Duration};
use tokio::sync::Mutex;
use town::{Town, Wanted};

/// Measures what pages, sign-ins, demands, rings and rooms cost on this machine.
#[derive(Debug, Parser)]
struct Asked {
    #[command(subcommand)]
    part: Option<Part>,
    /// One line of JSON instead of a table.
    #[arg(long)]
    json: bool,
    /// Short rounds, for a first look.
    #[arg(long)]
    quick: bool,
    /// Rooms alone: what a seat costs.
    #[arg(long)]
    rooms: bool,
    /// How many rounds of each; what is said is their median.
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..))]
    rounds: u32,
    /// How many people the large house has.
    #[arg(long, default_value_t = 600_000, value_parser = clap::value_parser!(u32).range(20_000..=600_000))]
    people: u32,
    /// An empty PostgreSQL database for the large house: postgres://…
    #[arg(long, requires = "small")]
    database: Option<String>,
    /// An empty PostgreSQL database for the small house.
    #[arg(long, requires = "database")]
    small: Option<String>,
}

/// How many people the small house has.
const SMALL: u32 = 1_000;

impl Asked {
    /// Rooms are slow to fill: three rounds are enough.
    fn measure_rooms(&self) -> Result<rooms::Rooms> {
        let (rounds, long) = if self.quick { (1, 5) } else { (self.rounds.min(3), 10) };
        rooms::measure(rounds as usize, Duration::from_secs(long))
    }
}

/// A part of the measure; those that are hidden, it starts by itself.
#[derive(Debug, Subcommand)]
enum Part {
    /// The server that ours is compared with.
    #[command(hide = true)]
    Bare(Bare),
    /// How pages grow with the house, alone. On PostgreSQL it wants its two databases for itself.
    Growth,
    /// The turn of the school year, alone: an académie's list read, compared and applied.
    Rentree,
    /// An académie's feed, alone: taken, read, compared and applied to a house that knows nobody.
    Feed,
    /// The media unit, alone.
    #[command(hide = true)]
    RoomsUnit,
}

fn main() -> ExitCode {
    let asked = Asked::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let done = runtime.map_err(Trouble::while_("the program cannot start its threads")).and_then(|runtime| {
        runtime.block_on(async {
            match asked.part {
                Some(Part::Bare(bare)) => bare::bare(bare).await,
                Some(Part::RoomsUnit) => rooms::unit(),
                Some(Part::Rentree) => turn(&asked).await,
                Some(Part::Feed) => fed(&asked).await,
                Some(Part::Growth) | None => bench(asked).await,
            }
        })
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            terminal::trouble(&trouble);
            ExitCode::FAILURE
        }
    }
}

/// Turns the year of a house of so many people.
async fn turn(asked: &Asked) -> Result<()> {
    let folder = std::env::temp_dir().join(format!("preau-rentree-{}", std::process::id()));
    let turned = rentree::measure(&folder, asked.database.as_deref(), asked.people.min(40_000)).await;
    drop(std::fs::remove_dir_all(&folder));
    let turned = turned?;
    terminal::say(format!(
        "import.rentree_people_per_s {:.0} ({} people; the longest school {:.0} ms; a post meanwhile {:.0} ms, p99)",
        turned.people_per_s, turned.people, turned.longest_school_ms, turned.post_p99_ms
    ));
    Ok(())
}

/// Brings an académie of so many people in by its feed.
async fn fed(asked: &Asked) -> Result<()> {
    let folder = std::env::temp_dir().join(format!("preau-feed-{}", std::process::id()));
    let fed = feed::measure(&folder, asked.people as usize).await;
    drop(std::fs::remove_dir_all(&folder));
    let mut figures = Figures::new(0, false);
    figures.feed = Some(fed?);
    terminal::say(if asked.json { figures.json() } else { figures.table() });
    Ok(())
}

async fn bench(asked: Asked) -> Result<()> {
    if asked.rooms {
        let mut figures = Figures::new(0, false);
        figures.rooms = Some(asked.measure_rooms()?);
        terminal::say(if asked.json { figures.json() } else { figures.table() });
        return Ok(());
    }
    if matches!(asked.part, Some(Part::Growth)) {
        let folder = std::env::temp_dir().join(format!("preau-growth-{}", std::process::id()));
        let databases = asked.small.as_deref().zip(asked.database.as_deref());
        let growth = growth::measure(&folder, databases, (SMALL, asked.people)).await;
        drop(std::fs::remove_dir_all(&folder));
        let mut figures = Figures::new(0, databases.is_some());
        figures.growth = growth?;
        terminal::say(if asked.json { figures.json() } else { figures.table() });
        return Ok(());
    }
    let folder = std::env::temp_dir().join(format!("preau-bench-{}", std::process::id()));
    let measured = measure(&asked, &folder).await;
    // What is left behind is in the system's temporary folder.
    drop(std::fs::remove_dir_all(&folder));
    let figures = measured?;
    terminal::say(if asked.json { figures.json() } else { figures.table() });
    Ok(())
}

async fn measure(asked: &Asked, folder: &Path) -> Result<Figures> {
    let rounds = asked.rounds as usize;
    let (few, long) = if asked.quick { (600, Duration::from_millis(500)) } else { (4_000, Duration::from_secs(2)) };
    let watchers = if asked.quick { 500 } else { 2_000 };
    let mut figures = Figures::new(asked.people, asked.database.is_some());

    terminal::aside("importing the schools…");
    figures.import = report::median(imports(folder, rounds).await?);
    terminal::aside("making the houses…");
    let nobody = Wanted { cards: 0, tickets: 0, watchers: 0, staff: passwords::STAFF };
    let wanted = Wanted { cards: few * rounds, tickets: few * rounds, watchers, staff: 0 };
    let (small_at, large_at) = (folder.join("small"), folder.join("large"));
    let small_town = town::build(&small_at, asked.small.as_deref(), SMALL, nobody).await?;
    let large_town = town::build(&large_at, asked.database.as_deref(), asked.people, wanted).await?;
    let small = Server::house(&small_at, asked.small.as_deref()).await?;
    let large = Server::house(&large_at, asked.database.as_deref()).await?;
    figures.passwords = Some(passwords::measure(&small, &small_town.users).await?);
    let memory = Arc::new(Mutex::new(0.0));
    let watched = tokio::spawn(keep_highest(large.memory(), Arc::clone(&memory)));

    let (weight, html) = weight::weigh(&large, &large_town.homes[0], "/").await?;
    if weight.html < 6_000 {
        return Err(Trouble::of(format!("the home page has {} bytes: too few to be compared", weight.html)));
    }
    figures.weight = Some(weight);
    figures.pages = weight::pages(&large, &large_town.askers[0], &large_town.guardian[0]).await?;
    let same = folder.join("same.html");
    std::fs::write(&same, html).map_err(Trouble::while_("the bytes cannot be kept"))?;
    let bare = Server::bare(&same).await?;

    terminal::aside("pages…");
    let homes = homes((&bare, &small, &large), (&small_town, &large_town), rounds, long).await?;
    figures.homes(&homes);
    terminal::aside("sign-ins and demands…");
    let (mut sign_ins, mut tickets) = (vec![], vec![]);
    for round in 0..rounds {
        sign_ins.push(crowd::sign_ins(&large, part(&large_town.cards, round, rounds)).await?);
        tickets.push(crowd::tickets(&large, part(&large_town.askers, round, rounds)).await?);
    }
    figures.sign_ins = Some(report::middle(&sign_ins));
    figures.tickets = Some(report::middle(&tickets));
    terminal::aside("watchers…");
    let ringers = &large_town.ringers[..large_town.ringers.len().min(if asked.quick { 10 } else { 40 })];
    figures.live = Some(live::measure(&large, &large_town.watchers, ringers).await?);
    watched.abort();
    figures.rss_mb = *memory.lock().await;
    drop((small, large));
    terminal::aside("a year of homework help…");
    figures.homework = Some(homework::measure(folder, rounds, long).await?);
    if asked.database.is_none() {
        terminal::aside("growth…");
        figures.growth = growth::measure(folder, None, (SMALL, asked.people)).await?;
    }
    terminal::aside("rooms…");
    figures.rooms = Some(asked.measure_rooms()?);
    Ok(figures)
}

/// Rounds of the home page, taking turns.
#[derive(Debug, Default)]
struct Homes {
    bare: Vec<Round>,
    small: Vec<Round>,
    large: Vec<Round>,
    pressed: Vec<Round>,
}

async fn homes(
    (bare, small, large): (&Server, &Server, &Server),
    (small_town, large_town): (&Town, &Town),
    rounds: usize,
    long: Duration,
) -> Result<Homes> {
    let mut homes = Homes::default();
    let br = "Accept-Encoding: br\r\n";
    // A first round, not counted: what is read once is then in memory.
    for (server, town) in [(small, small_town), (large, large_town)] {
        crowd::pages(server, "/", &town.homes, "", long / 4).await?;
    }
    for _ in 0..rounds {
        homes.bare.push(crowd::pages(bare, "/", &large_town.homes, "", long).await?);
        homes.large.push(crowd::pages(large, "/", &large_town.homes, "", long).await?);
        homes.small.push(crowd::pages(small, "/", &small_town.homes, "", long).await?);
        homes.pressed.push(crowd::pages(large, "/", &large_town.homes, br, long).await?);
    }
    Ok(homes)
}

/// The share of one round.
fn part<T>(all: &[T], round: usize, rounds: usize) -> &[T] {
    let size = all.len() / rounds;
    &all[round * size..(round + 1) * size]
}

async fn keep_highest(memory: child::Memory, highest: Arc<Mutex<f64>>) {
    loop {
        let now = memory.mb();
        let mut highest = highest.lock().await;
        *highest = highest.max(now);
        drop(highest);
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// Rows a second of the Ministry's directory, read and applied to an empty SQLite database, several times.
async fn imports(folder: &Path, rounds: usize) -> Result<Vec<f64>> {
    let failed = "the schools cannot be imported";
    let mut all = vec![];
    for round in 0..rounds {
        let data = folder.join(format!("import-{round}"));
        let stores = preau::node::open_migrated(&preau::config::Config { data, ..Default::default() }).await?;
        let began = crowd::now();
        let schools = annuaire::read(directory::demo::SCHOOLS);
        let schools = schools.map_err(|_| Trouble::of("the shipped schools cannot be read"))?;
        let rows = u32::try_from(schools.len()).unwrap_or(u32::MAX);
        let now = kernel::Clock::now(&kernel::SystemClock);
        let applied = stores
            .db
            .write(move |tx| directory::annuaire_import::apply(tx, &schools, now, &kernel::SystemChance, &mut |_| {}));
        applied.await.map_err(Trouble::while_::<db::Error>(failed))?;
        all.push(f64::from(rows) / began.elapsed().as_secs_f64());
        stores.db.close().await;
    }
    Ok(all)
}

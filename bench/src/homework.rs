//! What a year of « Devoirs faits à distance » costs: the week of a pupil, and the bilan of twenty schools and of four hundred.
use crate::{
    child::Server,
    crowd, report,
    town::{self, FAILED, Seat},
    wire::{Wire, get},
};
use access::Role;
use directory::demo::Stage;
use kernel::{Clock, Seeded, SystemClock};
use preau::{Result, Trouble, demo::play, slices};
use std::{path::Path, time::Duration};

/// What was measured.
#[derive(Clone, Copy, Debug)]
pub struct Homework {
    /// Microseconds of CPU for a pupil's week, in the house of twenty schools.
    pub week_page_cpu_us: f64,
    /// Milliseconds until the pilot has the whole bilan of twenty schools.
    pub bilan_ms: f64,
    /// The same for four hundred.
    pub bilan_400_ms: f64,
}

/// People in a school, on average: enough for a team, pupils and families in each.
const PEOPLE: u32 = 50;

/// How many times a bilan is asked for in a round.
const ASKED: usize = 5;

/// A house in the middle of a year.
struct Year {
    server: Server,
    pupils: Vec<Seat>,
    pilot: Seat,
    /// Where the bilan is.
    bilan: String,
}

/// Makes both houses and measures them, taking turns.
pub async fn measure(folder: &Path, rounds: usize, long: Duration) -> Result<Homework> {
    let (few, many) = (build(&folder.join("year-20"), 20).await?, build(&folder.join("year-400"), 400).await?);
    let (mut weeks, mut small, mut large) = (vec![], vec![], vec![]);
    for round in 0..=rounds {
        let week = crowd::pages(&few.server, "/semaine", &few.pupils, "", long).await?;
        let (twenty, hundreds) = (bilan(&few).await?, bilan(&many).await?);
        // The first round is not counted: what is read once is then in memory.
        if round > 0 {
            weeks.push(week.cpu_us);
            small.push(twenty);
            large.push(hundreds);
        }
    }
    Ok(Homework {
        week_page_cpu_us: report::median(weeks),
        bilan_ms: report::median(small),
        bilan_400_ms: report::median(large),
    })
}

async fn build(folder: &Path, schools: u16) -> Result<Year> {
    let (db, secret) = town::empty(folder, None).await?;
    let now = SystemClock.now();
    let people = PEOPLE * u32::from(schools);
    // A very small school has nobody for one of the two parts: a few more are filled than are engaged.
    let filled = usize::from(schools) + usize::from(schools) / 10;
    let demo = directory::demo::populate_engaged(&db, people, 1, now, filled).await;
    let mut demo = demo.map_err(Trouble::while_(FAILED))?;
    demo.teams.retain(|team| team.one(Role::Head).is_some() && team.one(Role::Teacher).is_some());
    demo.teams.truncate(schools.into());
    let made = db.write_alone(move |tx| {
        let chance = Seeded::new(7);
        let stage = Stage { demo: &demo, chance: &chance, secret: &secret, slices: slices::ALL, now };
        play(tx, &stage)?;
        let pupils: Vec<_> = demo.pupils.iter().take(16).map(|pupil| pupil.id).collect();
        let pilot = town::seated(tx, &secret, &[demo.pilot.id], now)?.into_iter().next();
        let running = programme::store::all_running(tx, now)?;
        let dispositif = running.into_iter().find(|one| one.template == homework::TEMPLATE.key);
        let engaged = dispositif.map(|one| programme::store::engaged(tx, one.id).map(|all| (one.id, all.len())));
        Ok::<_, db::Error>((town::seated(tx, &secret, &pupils, now)?, pilot, engaged.transpose()?))
    });
    let (pupils, pilot, engaged) = made.await.map_err(Trouble::while_::<db::Error>(FAILED))?;
    db.close().await;
    let (Some(pilot), Some((dispositif, engaged))) = (pilot, engaged) else { return Err(Trouble::of(FAILED)) };
    if engaged != usize::from(schools) {
        return Err(Trouble::of(format!("{engaged} schools take part instead of {schools}")));
    }
    Ok(Year {
        server: Server::house(folder, None).await?,
        pupils,
        pilot,
        bilan: format!("/programmes/{dispositif}/bilan"),
    })
}

/// Milliseconds until the bilan is there, in the middle of a few times.
async fn bilan(year: &Year) -> Result<f64> {
    let failed = "the bilan does not come";
    let mut wire = Wire::open(&year.server.address).await.map_err(Trouble::while_(failed))?;
    let mut took = vec![];
    for _ in 0..ASKED {
        let began = crowd::now();
        let answer = wire.ask(&get(&year.bilan, &year.pilot.cookie, "")).await.map_err(Trouble::while_(failed))?;
        if answer.status != 200 {
            return Err(Trouble::of(format!("the bilan answered {}", answer.status)));
        }
        took.push(began.elapsed().as_secs_f64() * 1e3);
    }
    Ok(report::median(took))
}

//! How pages grow with the house: the same page for the same person among a thousand people and among all of them, with
//! hundreds of thousands of rows of other people, other schools and other years around.
use crate::{
    child::Server,
    crowd, report, store,
    town::{self, FAILED, Seat},
    wire::{Wire, get},
};
use directory::demo::{Demo, Stage};
use kernel::{Clock, PersonId, Seeded, SystemClock};
use preau::{Result, Trouble, demo::play, slices};
use std::path::Path;

/// How many times each page is asked for in each house, after a few times that are not counted.
const ASKED: usize = 40;
/// How many of these few.
const WARM: usize = 5;

/// What a page takes.
#[derive(Clone, Debug)]
pub struct Growth {
    /// The page, in a word.
    pub page: &'static str,
    /// Milliseconds in the large house, and how many times those in the small one.
    pub ms: (f64, f64),
    /// Bytes in the large house, and how many times those in the small one.
    pub bytes: (f64, f64),
}

/// A house, and whom it shows each page.
struct House {
    server: Server,
    pages: Vec<(&'static str, String, Seat)>,
}

/// Makes both houses and measures each page in turn. `databases` are those of PostgreSQL: of the small house and of the large one.
pub async fn measure(folder: &Path, databases: Option<(&str, &str)>, sizes: (u32, u32)) -> Result<Vec<Growth>> {
    let (few, many) = databases.unzip();
    let small = build(&folder.join("growth-small"), few, sizes.0, 0).await?;
    let large = build(&folder.join("growth-large"), many, sizes.1, store::ROWS).await?;
    let mut all = vec![];
    for (few, many) in small.pages.iter().zip(&large.pages) {
        let mut wires = (wire(&small).await?, wire(&large).await?);
        let (mut took, mut weighs) = ((vec![], vec![]), (0, 0));
        for time in 0..WARM + ASKED {
            let (first, second) = (ask(&mut wires.0, few).await?, ask(&mut wires.1, many).await?);
            if time >= WARM {
                took.0.push(first.0);
                took.1.push(second.0);
            }
            weighs = (first.1, second.1);
        }
        let ms = (report::median(took.0), report::median(took.1));
        let bytes = (report::count(weighs.0), report::count(weighs.1));
        all.push(Growth { page: few.0, ms: (ms.1, ms.1 / ms.0), bytes: (bytes.1, bytes.1 / bytes.0) });
    }
    Ok(all)
}

async fn wire(house: &House) -> Result<Wire> {
    Wire::open(&house.server.address).await.map_err(Trouble::while_("the house does not answer"))
}

/// Milliseconds until the page is there, and its bytes.
async fn ask(wire: &mut Wire, (page, path, seat): &(&'static str, String, Seat)) -> Result<(f64, usize)> {
    let began = crowd::now();
    let answer = wire.ask(&get(path, &seat.cookie, "")).await.map_err(Trouble::while_("a page does not come"))?;
    if answer.status != 200 {
        return Err(Trouble::of(format!("{page} answered {}", answer.status)));
    }
    Ok((began.elapsed().as_secs_f64() * 1e3, answer.body.len()))
}

async fn build(folder: &Path, database: Option<&str>, people: u32, foreign: usize) -> Result<House> {
    let (db, secret) = town::empty(folder, database).await?;
    let now = SystemClock.now();
    let demo = directory::demo::populate(&db, people, 1, now).await.map_err(Trouble::while_(FAILED))?;
    let made = db.write_alone(move |tx| {
        let chance = Seeded::new(7);
        let stage = Stage { demo: &demo, chance: &chance, secret: &secret, slices: slices::ALL, now };
        play(tx, &stage)?;
        store::add(tx, &chance, &demo, foreign, now)?;
        let running = programme::store::all_running(tx, now)?;
        let bilan = running.into_iter().find(|one| one.template == homework::TEMPLATE.key);
        let bilan = bilan.map(|one| format!("/programmes/{}/bilan", one.id)).unwrap_or_default();
        let mut pages = vec![];
        for (page, path, person) in shown(&demo, &bilan) {
            let seat = town::seated(tx, &secret, &[person], now)?.into_iter().next();
            pages.extend(seat.map(|seat| (page, path.to_owned(), seat)));
        }
        Ok::<_, db::Error>(pages)
    });
    let pages = made.await.map_err(Trouble::while_::<db::Error>(FAILED))?;
    db.close().await;
    Ok(House { server: Server::house(folder, database).await?, pages })
}

/// The pages that are measured, each with who it is for.
fn shown<'a>(demo: &Demo, bilan: &'a str) -> Vec<(&'static str, &'a str, PersonId)> {
    let teacher = demo.teachers.first().map_or(demo.head.id, |(teacher, _)| teacher.id);
    vec![
        ("messages", "/messages", demo.guardian.id),
        ("semaine", "/semaine", teacher),
        ("direction", "/bar/chiffres", demo.head.id),
        ("heures_ecole", "/heures/ecole", demo.head.id),
        ("accord_suivi", "/accord/suivi", demo.pilot.id),
        ("accord_suivi_ecole", "/accord/suivi", demo.referent.id),
        ("bilan", bilan, demo.pilot.id),
        ("ecole", "/ecole", demo.head.id),
        ("presences", "/presences", demo.vie_scolaire.id),
        ("bar_chiffres", "/bar/chiffres", demo.pilot.id),
        ("difficultes_chiffres", "/difficultes/chiffres", demo.pilot.id),
        ("heures_academie", "/heures/academie", demo.pilot.id),
        ("avis_resultats", "/avis/resultats", demo.pilot.id),
    ]
}

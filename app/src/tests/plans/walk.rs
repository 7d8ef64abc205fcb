//! The walk that makes the house ask everything it can ask.
use crate::{
    import, person, slices,
    tests::{
        forms,
        house::{NOW, Things, Walker, evening},
        race, walk,
    },
};
use db::Db;
use jobs::Runner;
use kernel::{Id, SetClock, SystemChance};
use std::{collections::BTreeSet, sync::Arc};
use web::House;

/// Every statement that the house runs.
pub async fn all(db: Db) -> BTreeSet<String> {
    let (house, walkers, things) = evening(db).await;
    drop(db::testing::statements(&house.db));
    work(&house, 0).await;
    streams(&walkers, &things).await;
    queries(&walkers, &things).await;
    for met in walk::forms(&walkers, &things).await {
        let walker = &walkers[met.who];
        race::sent(walker.browser.clone(), walker.csrf.clone(), met.form, 0).await;
    }
    work(&house, 1).await;
    by_hand(&house, &walkers).await;
    db::testing::statements(&house.db)
}

/// What comes by itself, so many days later.
async fn work(house: &House, days: i64) {
    let clock = Arc::new(SetClock::at(NOW.plus_days(days)));
    let runner = Runner::new(house.db.clone(), clock, Arc::clone(&house.chance), slices::tasks());
    runner.run_due().await.unwrap();
    house.db.read_long(|tx| jobs::past(tx, &slices::keeps(), NOW)).await.unwrap();
    house.db.read_long(slices::files).await.unwrap();
}

/// The names of the pages of every list, and what is looked for.
const TURNED: &str = "page=2&ailleurs=2&avant=2&demandes=2&envois=2&experiences=2&miennes=2&mots=2&prets=2&profs=2\
    &questions=2&remarques=2&q=Nouvel&cherche=Nouvel";

/// Each page as everybody who may open it: turned, searched, and where its links and its filters lead, each kind once.
async fn queries(walkers: &[Walker], things: &Things) {
    for route in slices::routes().0.iter().filter(|route| route.is_page()) {
        let path = things.fill(route.path);
        for walker in walkers {
            let mut browser = walker.browser.clone();
            browser.get(&path).await;
            if browser.status != 200 {
                continue;
            }
            let mut known = BTreeSet::new();
            let turned = format!("{path}?{TURNED}");
            for to in forms::asks(&browser.text, &path).into_iter().chain([turned]) {
                let (way, query) = to.split_once('?').unwrap_or((&to, ""));
                let names: Vec<_> = query.split('&').map(|pair| pair.split('=').next().unwrap_or_default()).collect();
                if known.insert((way.to_owned(), names.join(" "))) {
                    browser.clone().get(&to).await;
                }
            }
        }
    }
}

/// What an operator does: schools and people from a file, the first time and again, what is known of somebody, and their erasure.
async fn by_hand(house: &House, walkers: &[Walker]) {
    let folder = std::env::temp_dir().join("preau-tests").join(Id::<()>::new(NOW, &SystemChance).to_string());
    std::fs::create_dir_all(&folder).unwrap();
    let written = |name: &str, text: &str| {
        let file = folder.join(name);
        std::fs::write(&file, text).unwrap();
        file
    };
    // One school has another name, another is there no more.
    let schools = std::str::from_utf8(directory::demo::SCHOOLS).unwrap().trim_end();
    let (schools, _) = schools.rsplit_once('\n').unwrap();
    let schools = written("schools.csv", &schools.replacen("Lycée Alain Chartier", "Lycée Chartier", 1));
    import::annuaire(&house.db, &house.words, &schools, false).await.unwrap();
    let model = include_str!("../../../../data/people/modele.csv");
    let moved =
        model.replace(";5B;", ";5A;").replace("06 39 98 00 01", "06 39 98 00 09").replace("c.auvray", "cl.auvray");
    for (file, passwords) in [(model, "first"), (&moved, "second")] {
        let (file, passwords) = (written("people.csv", file), folder.join(passwords));
        import::people(&house.db, &house.words, &file, ("file".to_owned(), true), Some(&passwords)).await.unwrap();
    }
    for walker in walkers.iter().filter(|walker| ["pupil", "guardian", "teacher"].contains(&walker.name)) {
        let token = walker.browser.cookie("preau").unwrap().to_owned();
        let who = house.db.read(move |tx| (slices::WHOAMI)(tx, &token, NOW)).await.unwrap().unwrap();
        let id = who.actor.person.to_string();
        person::export(&house.db, id.clone()).await.unwrap();
        person::erase(&house.db, id, true).await.unwrap();
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

/// Each stream, as everybody.
async fn streams(walkers: &[Walker], things: &Things) {
    for route in slices::routes().0.iter().filter(|route| route.method() == "GET" && !route.is_page()) {
        for walker in walkers {
            drop(walker.browser.listen(&things.fill(route.path)).await);
        }
    }
}

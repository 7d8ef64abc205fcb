#![expect(clippy::unwrap_used, clippy::print_stderr, reason = "a test may panic, and tells its counts")]
#![expect(dead_code, reason = "of what the tests of the program share, these take a part")]
//! `kill -9` again and again while an académie's feed is applied: each school is whole or untouched, and in the end all are whole.
mod program;

use access::Role;
use directory::Person;
use kernel::{Clock, Id, Moment, SystemChance, SystemClock};
use preau::{config::Config, node};
use program::{Place, Server, beside, preau as command};
use std::{fmt::Write as _, fs, sync::Arc, time::Duration};
use web::{Secret, Settings};

/// How many schools the feed has, and how many pupils each, every one with a guardian.
const SCHOOLS: usize = 24;
const PUPILS: usize = 60;
/// How often the program is killed at most.
const KILLS: u64 = 20;

/// The feed, all invented.
fn file(codes: &[String]) -> String {
    let mut text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ficAlimMENESR>\n<!-- codeAcademieExport=\"70\" -->\n\
                    <!-- degre=\"2D\" -->\n"
        .to_owned();
    let mut add = |kind: &str, id: String, attributes: &[(&str, String)]| {
        let _ = write!(
            text,
            "<addRequest><operationalAttributes><attr name=\"categoriePersonne\"><value>{kind}</value></attr>\
             </operationalAttributes><identifier><id>{id}</id></identifier><attributes>"
        );
        for (name, value) in attributes {
            let _ = write!(text, "<attr name=\"{name}\"><value>{value}</value></attr>");
        }
        text.push_str("</attributes></addRequest>\n");
    };
    let letters =
        |number: usize| -> String { number.to_string().bytes().map(|digit| char::from(digit - b'0' + b'a')).collect() };
    for (school, code) in codes.iter().enumerate() {
        let (id, class) = ((school + 1).to_string(), format!("{}$6A", school + 1));
        add("EtabEducNat", id.clone(), &[("ENTStructureUAI", code.clone()), ("ENTStructureClasses", "6A".to_owned())]);
        for at in 0..PUPILS {
            let number = (school + 1) * 1_000 + at;
            let (pupil, guardian) = (number.to_string(), (number + 500_000).to_string());
            let family = format!("Nom{}", letters(number));
            let tie = format!("{guardian}$10$1$1$1$0");
            let own = [
                ("sn", family.clone()),
                ("givenName", "Ana".to_owned()),
                ("ENTPersonDateNaissance", format!("{:02}/05/2014", 1 + at % 28)),
                ("ENTPersonStructRattach", id.clone()),
                ("ENTEleveClasses", class.clone()),
                ("ENTElevePersRelEleve", tie),
                ("ENTEleveAutoriteParentale", guardian.clone()),
            ];
            add("Eleve", pupil, &own);
            add("PersRelEleve", guardian, &[("sn", family), ("givenName", "Samira".to_owned())]);
        }
    }
    text + "</ficAlimMENESR>\n"
}

/// A house whose feed was read and compared, and is about to be applied.
async fn ready(at: &db::Place) -> Place {
    let place = beside(at);
    assert!(command(&place, &["migrate"]).0, "migrated");
    fs::write(place.folder.join("secret"), [7; 32]).unwrap();
    let database = match at {
        db::Place::Sqlite(path) => path.display().to_string(),
        db::Place::Postgres(url) => url.clone(),
    };
    let config = Config { data: place.folder.clone(), database, ..Config::default() };
    let stores = node::open_migrated(&config).await.unwrap();
    let schools = annuaire::read(directory::demo::SCHOOLS).unwrap_or_else(|_| panic!("the shipped schools are read"));
    let codes = schools.iter().filter(|school| school.open).map(|school| school.uai.to_string()).take(SCHOOLS);
    let codes: Vec<String> = codes.collect();
    let now = SystemClock.now();
    let registered = stores.db.write(move |tx| {
        directory::annuaire_import::apply(tx, &schools, now, &SystemChance, &mut |_| {})?;
        register(tx, now)
    });
    let feed = registered.await.unwrap_or_else(|error: db::Error| panic!("{error}"));
    let settings = Settings { public_url: String::new(), node_url: String::new(), demo: false, behind_proxy: false };
    let house = node::house(stores, Secret::new([7; 32]), settings, Arc::new(SystemClock)).unwrap();
    let folder = place.folder.join("depot");
    fs::create_dir_all(folder.join(&feed.name)).unwrap();
    fs::write(folder.join(&feed.name).join("ENTTEST_Complet_20260915_Tout_0000.xml"), file(&codes)).unwrap();
    fs::write(folder.join(&feed.name).join("ENTTEST_Complet_20260915_Tout_0000.xml.ok"), "").unwrap();
    assert_eq!(feed::folder::look(&house, &feed::Folder(folder)).await.unwrap(), 1);
    feed::porter::run_once(&house).await.unwrap();
    rentree::secretary::run_once(&house).await.unwrap();
    let begun = house.db.write(move |tx| {
        for delivery in feed::store::staged(tx)? {
            let turn = delivery.turn.unwrap();
            rentree::store::set_confirmed(tx, turn, feed.by.unwrap())?;
            rentree::store::begin(tx, turn, rentree::State::Applying)?;
        }
        Ok::<_, db::Error>(())
    });
    begun.await.unwrap();
    house.db.close().await;
    place
}

fn register(tx: &mut db::Tx<'_>, now: Moment) -> db::Result<feed::Feed> {
    let admin = Person {
        id: Id::new(now, &SystemChance),
        given: "Camille".to_owned(),
        family: "Morel".to_owned(),
        born: None,
        phone: None,
        lang: None,
        synthetic: true,
    };
    directory::store::add_person(tx, &admin)?;
    let unit = access::store::by_code(tx, access::UnitKind::Academie, "normandie")?.unwrap();
    access::store::grant(tx, admin.id, Role::Admin, unit.id, now, None)?;
    let feed = feed::Feed {
        id: Id::new(now, &SystemChance),
        name: "aaf".to_owned(),
        form: feed::Form::Aaf,
        unit,
        code: "70".to_owned(),
        alone: false,
        days: 3,
        by: Some(admin.id),
        at: now,
        last: None,
        trusted: false,
        lineage: vec![],
    };
    feed::store::add(tx, &feed)?;
    Ok(feed)
}

/// How many schools are whole, and whether the list is done; none is half. What somebody took up and left is free again.
async fn look(at: &db::Place) -> (usize, bool) {
    let db = db::Db::open(at, 2, Arc::new(|_| {})).unwrap();
    let seen = db.write(|tx| {
        tx.execute("UPDATE rentree_turn SET lease_at = 0", &[])?;
        let schools = "SELECT s.state,
              (SELECT count(*) FROM membership m JOIN unit_closure c ON c.descendant = m.unit_id
               WHERE c.ancestor = s.unit_id AND m.role = 'pupil'),
              (SELECT count(*) FROM guardianship g JOIN membership m ON m.person_id = g.child_id AND m.role = 'pupil'
               JOIN unit_closure c ON c.descendant = m.unit_id WHERE c.ancestor = s.unit_id)
            FROM rentree_school s";
        let schools = tx.query(schools, &[])?;
        let state = tx.query("SELECT state FROM rentree_turn", &[])?;
        Ok::<_, db::Error>((schools, state))
    });
    let (schools, state) = seen.await.unwrap();
    db.close().await;
    assert_eq!(schools.len(), SCHOOLS);
    let whole = i64::try_from(PUPILS).unwrap();
    let mut done = 0;
    for row in &schools {
        let (pupils, tied): (i64, i64) = (row.get(1), row.get(2));
        let expected = if row.text(0) == "done" { whole } else { 0 };
        assert_eq!((pupils, tied), (expected, expected), "a school is {}", row.text(0));
        done += usize::from(expected == whole);
    }
    (done, state.iter().all(|row| row.text(0) == "done"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_school_is_whole_or_untouched_whenever_the_program_dies() {
    for (name, at) in db::testing::places().await {
        let place = ready(&at).await;
        assert_eq!(look(&at).await, (0, false), "{name}");
        let (mut halfway, mut kills) = (0, 0);
        loop {
            // Longer each time, and never the same: it dies in the middle of whatever it does.
            let mut server = Server::start(&place);
            tokio::time::sleep(Duration::from_millis(if kills < KILLS { 15 + kills * 37 % 400 } else { 20_000 })).await;
            server.kill();
            let (done, over) = look(&at).await;
            kills += 1;
            halfway += usize::from(done > 0 && done < SCHOOLS);
            if over {
                assert_eq!(done, SCHOOLS, "{name}");
                break;
            }
            // A slow machine may be given the long wait more than once.
            assert!(kills <= KILLS + 4, "{name}: {done} schools are whole, and the list is not done");
        }
        eprintln!("{name}: {kills} kills, {halfway} of them between two schools or within one");
    }
}

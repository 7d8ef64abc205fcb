//! A house in its evening, with one browser for each kind of person.
use crate::slices;
use access::Actor;
use db::{Db, params};
use desk::{Mode, Subject, TicketId, policy::Help, store};
use kernel::{Id, Moment, PersonId, Seeded, SystemChance};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};
use web::{House, testing::Browser};

/// A Tuesday of November 2025, 17 h 40 in Paris.
pub const NOW: Moment = Moment(1_764_088_800_000);

const PIXEL: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";

/// Who walks through the house.
pub struct Walker {
    pub name: &'static str,
    pub browser: Browser,
    pub csrf: String,
}

/// The things that addresses name: the name of each, the beginning of the addresses it stands for, and what to put there.
pub struct Things(Vec<(&'static str, &'static str, String)>);

impl Things {
    /// The address with its `{names}` filled.
    pub fn fill(&self, path: &str) -> String {
        let filled = self
            .0
            .iter()
            .filter(|(_, start, _)| path.starts_with(start))
            .fold(path.to_owned(), |filled, (name, _, value)| filled.replace(&format!("{{{name}}}"), value));
        assert!(!filled.contains('{'), "{filled}: the battery does not know what to put there");
        filled
    }

    /// The first thing of this name.
    pub fn one(&self, name: &str) -> &str {
        self.0.iter().find(|(known, ..)| *known == name).map(|(.., value)| value.as_str()).unwrap()
    }
}

/// The evening: people, desk, one ticket waiting, one claimed with a message reported and a photo, one explained in a group.
pub async fn evening(db: Db) -> (Arc<House>, Vec<Walker>, Things) {
    let (house, sessions, things) = make(db).await;
    let walkers = enter(&house, &sessions).await;
    (house, walkers, things)
}

/// An evening made once, to be entered again and again as it was.
pub struct Evening {
    file: PathBuf,
    sessions: Vec<Session>,
    pub things: Things,
}

impl Evening {
    /// Makes it, in a SQLite file that is then left alone.
    pub async fn make() -> Self {
        let (_, place) = db::testing::places().await.into_iter().next().unwrap();
        let db::Place::Sqlite(file) = &place else { panic!("SQLite is the first") };
        let (house, sessions, things) = make(opened(file)).await;
        house.db.close().await;
        Self { file: file.clone(), sessions, things }
    }

    /// A copy of it, with its walkers.
    pub async fn enter(&self) -> (Arc<House>, Vec<Walker>) {
        let copy = self.file.with_file_name(format!("{}.db", Id::<()>::new(NOW, &SystemChance)));
        std::fs::copy(&self.file, &copy).unwrap();
        let house = web::testing::house(opened(&copy), slices::ALL, slices::WHOAMI, NOW).await;
        house.files.put("photo", PIXEL.to_vec().into()).await.unwrap();
        let walkers = enter(&house, &self.sessions).await;
        (house, walkers)
    }
}

fn opened(file: &Path) -> Db {
    Db::open(&db::Place::Sqlite(file.to_owned()), 4, Arc::new(|_| {})).unwrap()
}

/// A name, and the token of its session.
type Session = (&'static str, String);

async fn make(db: Db) -> (Arc<House>, Vec<Session>, Things) {
    let house = web::testing::house(db, slices::ALL, slices::WHOAMI, NOW).await;
    let demo = directory::demo::populate(&house.db, 1_000, 5, NOW).await.unwrap();
    // The smallest PNG there is.
    house.files.put("photo", PIXEL.to_vec().into()).await.unwrap();
    let inner = Arc::clone(&house);
    let mut people = vec![
        ("pupil", demo.pupils[1].id),
        ("guardian", demo.guardian.id),
        ("teacher", demo.teachers[0].0.id),
        ("vie-scolaire", demo.vie_scolaire.id),
        ("referent", demo.referent.id),
        ("head", demo.head.id),
        ("pilot", demo.pilot.id),
        ("admin", demo.admin.id),
        ("other-pupil", demo.other_pupil.id),
        ("other-teacher", demo.other_teacher.id),
        ("delegate", demo.apart[1].id),
    ];
    people.extend(demo.others.iter().map(|(role, person)| (role.word(), person.id)));
    let (sessions, things) = house
        .db
        .write(move |tx| {
            let chance = Seeded::new(3);
            let evening = desk::demo::evening(tx, &chance, &demo, NOW)?;
            let teacher = Actor::load(tx, demo.teachers[0].0.id, NOW)?;
            let pupil = Actor::load(tx, demo.pupils[1].id, NOW)?;
            let ticket: TicketId = Id::new(NOW, &chance);
            let asked = store::Asked {
                id: ticket,
                desk: evening.desk,
                school: demo.home.id,
                subject: Subject::Maths,
                blocks: "Exercice 4".into(),
                mode: Mode::Writing,
                phone: None,
            };
            store::ask(tx, &pupil, &asked, NOW)?.unwrap();
            let group = Id::new(NOW, &chance);
            let helped = store::find::<Help>(tx, &teacher, ticket)?.unwrap();
            store::claim(tx, &teacher, &helped, Some(group), NOW)?.unwrap();
            let file = Id::new(NOW, &chance);
            let photo = store::Attached { id: file, file: "photo".into(), media: "image/png".into(), millis: 0 };
            store::attach(tx, ticket, None, &photo)?;
            let word = Id::new(NOW, &chance);
            store::say(tx, &helped, &teacher, word, "Bonsoir", NOW)?;
            let report = Id::new(NOW, &chance);
            store::report(tx, &helped, word, &pupil, report, NOW)?;
            let duty = store::own_duties(tx, &teacher, NOW)?[0].0.id;
            let card = signin::demo::card(tx, &inner.secret, &chance, demo.pupils[0].id, Some("4821"), NOW)?;
            let mut sessions = vec![];
            for (name, person) in people {
                sessions.push((name, signed_in(tx, &inner, &chance, name, person)?));
            }
            let session = signin::whoami(tx, &sessions[0].1, NOW)?.unwrap().session;
            let mut things = vec![
                ("desk", "", evening.desk.to_string()),
                ("ticket", "", ticket.to_string()),
                ("group", "/bar", group.to_string()),
                ("group", "/groupes", demo.groups.need.to_string()),
                ("duty", "", duty.to_string()),
                ("class", "", demo.class.id.to_string()),
                ("file", "/bar", file.to_string()),
                ("report", "/bar", report.to_string()),
                ("token", "", card.token),
                ("session", "", session.to_string()),
            ];
            things.extend(year(tx, &inner.secret, &demo, &evening, &chance)?);
            let things = Things(things);
            Ok::<_, db::Error>((sessions, things))
        })
        .await
        .unwrap();
    (house, sessions, things)
}

/// Everybody at the door, and nobody.
async fn enter(house: &Arc<House>, sessions: &[Session]) -> Vec<Walker> {
    let mut walkers = vec![Walker { name: "nobody", browser: Browser::new(house, slices::ALL), csrf: String::new() }];
    for (name, token) in sessions {
        let (secret, cookie) = (house.secret.clone(), token.clone());
        let who = house.db.read(move |tx| signin::whoami(tx, &cookie, NOW)).await.unwrap().unwrap();
        let browser = Browser::new(house, slices::ALL).with("preau", token);
        walkers.push(Walker { name, browser, csrf: secret.csrf(who.session) });
    }
    walkers
}

/// The middle of a year, and things of it that concern those who walk.
fn year(
    tx: &mut db::Tx<'_>,
    secret: &web::Secret,
    demo: &directory::demo::Demo,
    evening: &desk::demo::Evening,
    chance: &Seeded,
) -> db::Result<Vec<(&'static str, &'static str, String)>> {
    let code = crate::demo::year::year(tx, chance, secret, demo, evening, NOW)?;
    let teacher = Actor::load(tx, demo.teachers[0].0.id, NOW)?;
    let wanted = visio::store::Wanted {
        kind: visio::Kind::Meeting,
        source: None,
        school: demo.home.id,
        host: teacher.person,
        title: "Oral",
        expected: &[demo.pupils[1].id],
        lobby: true,
    };
    let room = visio::store::open_for(tx, chance, &wanted, NOW)?;
    // From now on another server serves the school's rooms: there is one to open for a ticket and for a meeting.
    assert!(visio::demo::elsewhere(tx, chance, demo.home.id, demo.head.id, NOW)?);
    let (home, samira, claire) = (demo.home.id, demo.guardian.id, demo.teachers[0].0.id);
    let none = String::from("01a05bc481807b2b92a9097ed5da2e8e");
    let mut things = vec![
        ("school", "", home.to_string()),
        ("public", "", "pupil".to_owned()),
        ("key", "/reponse", code.unwrap_or_else(|| none.clone())),
        ("key", "/", none.clone()),
        ("file", "/agenda", "AAAA.ics".to_owned()),
        ("pupil", "", demo.pupils[1].id.to_string()),
        ("room", "", room.to_string()),
        ("id", "", none.clone()),
    ];
    let of_home = params![home];
    let asked: [(&'static str, &'static str, &str, &[db::Value]); 21] = [
        ("dispositif", "", "SELECT id FROM dispositif", &[]),
        ("programme", "", "SELECT id FROM dispositif", &[]),
        ("partner", "", "SELECT id FROM partner", &[]),
        ("milestone", "", "SELECT id FROM milestone", &[]),
        ("remark", "", "SELECT id FROM remark WHERE unit_id = ?1", &of_home),
        ("protocol", "", "SELECT id FROM protocol WHERE unit_id = ?1 AND stage = 'published'", &of_home),
        ("experience", "", "SELECT id FROM publication WHERE published_at IS NOT NULL", &[]),
        ("feed", "", "SELECT id FROM feed", &[]),
        ("meeting", "", "SELECT id FROM meeting WHERE teacher_id = ?1", &params![claire]),
        ("slot", "", "SELECT id FROM slot WHERE unit_id = ?1", &of_home),
        ("told", "", "SELECT id FROM told WHERE guardian_id = ?1", &params![samira]),
        ("answer", "", "SELECT id FROM answer WHERE school_id = ?1", &of_home),
        ("concern", "", "SELECT id FROM concern WHERE school_id = ?1", &of_home),
        ("proposal", "", "SELECT o.id FROM proposal o JOIN concern k ON k.id = o.concern_id", &[]),
        ("difficulty", "", "SELECT id FROM difficulty WHERE school_id = ?1 AND audience = 'family'", &of_home),
        ("photo", "", "SELECT id FROM difficulty_photo", &[]),
        ("loan", "", "SELECT id FROM loan WHERE school_id = ?1", &of_home),
        ("hour", "", "SELECT id FROM hour WHERE teacher_id = ?1", &params![claire]),
        ("batch", "", "SELECT id FROM hour_batch WHERE unit_id = ?1", &of_home),
        ("wave", "", "SELECT id FROM survey_wave ORDER BY opens_on DESC", &[]),
        ("course", "", "SELECT id FROM course", &[]),
    ];
    for (name, start, sql, params) in asked {
        let row = tx.first(&format!("{sql} LIMIT 1"), params)?;
        things.push((name, start, row.map_or_else(|| none.clone(), |row| row.get::<Id<()>>(0).to_string())));
    }
    let report = tx.first("SELECT id FROM room_report LIMIT 1", &[])?;
    things.push(("report", "/visio", report.map_or(none, |row| row.get::<Id<()>>(0).to_string())));
    Ok(things)
}

/// A session; the administrator's has passed its second step.
fn signed_in(tx: &mut db::Tx<'_>, house: &House, chance: &Seeded, name: &str, person: PersonId) -> db::Result<String> {
    if name == "admin" {
        signin::demo::second_step(tx, &house.secret, chance, person, NOW)?;
    }
    // A person without a file in the store: nothing is asked of it.
    tx.execute("UPDATE person SET lang = NULL WHERE id = ?1", &params![person])?;
    signin::demo::session(tx, chance, person, NOW)
}

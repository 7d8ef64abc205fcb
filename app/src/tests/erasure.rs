//! A pupil who is erased: their name and their words are nowhere any more, and what was counted is counted still.
use super::house::NOW;
use crate::{keep, slices, terminal};
use db::{Db, Value, params};
use directory::demo::{Demo, Stage};
use jobs::Runner;
use kernel::{Clock as _, Id, PersonId, Seeded, SetClock, fold};
use std::{collections::BTreeSet, path::PathBuf, sync::Arc};
use web::{House, testing::Browser};

/// A name that nobody else bears.
const GIVEN: &str = "Zéphyrine";
const FAMILY: &str = "Quatrebarbes";
/// What the pupil, the family and the school wrote, each of them with this word.
const WORD: &str = "kaléidoscopique";

/// Where something of the pupil must be before, so that it is looked for where it may be.
const TRACES: [&str; 16] = [
    "directory_person.given",
    "directory_person.family",
    "directory_person_key.key",
    "desk_ticket.blocks",
    "desk_word.text",
    "audit.reason",
    "difficulty.text",
    "difficulty.closing",
    "difficulty_word.text",
    "agreement_concern.text",
    "agreement_proposal.text",
    "survey_answer.words",
    "notice.text",
    "visio_room.title",
    "visio_room.pad",
    "visio_line.text",
];

struct Life {
    house: Arc<House>,
    clock: Arc<SetClock>,
    demo: Demo,
    pupil: PersonId,
}

impl Life {
    /// The middle of a year, in which the pupil has this name.
    async fn begin(db: Db) -> Self {
        let clock = Arc::new(SetClock::at(NOW));
        let house = web::testing::house_at(db, slices::ALL, slices::WHOAMI, Arc::clone(&clock)).await;
        let demo = directory::demo::populate(&house.db, 1_000, 5, NOW).await.unwrap();
        let (made, secret, pupil) = (demo.clone(), house.secret.clone(), demo.children[0].id);
        let done = house.db.write(move |tx| {
            let chance = Seeded::new(3);
            tx.execute(
                "UPDATE directory_person SET given = ?2, family = ?3
                 WHERE id = ?1",
                &params![pupil, GIVEN, FAMILY],
            )?;
            let key = params![pupil, format!("{FAMILY}-1")];
            tx.execute("INSERT INTO directory_person_key (source, key, person_id) VALUES ('siecle', ?2, ?1)", &key)?;
            let stage = Stage { demo: &made, chance: &chance, secret: &secret, slices: slices::ALL, now: NOW };
            crate::demo::play(tx, &stage)?;
            let wanted = |title, expected| visio::store::Wanted {
                kind: visio::Kind::Meeting,
                source: None,
                school: made.home.id,
                host: made.teachers[0].0.id,
                title,
                expected,
                lobby: true,
            };
            let expected = [pupil];
            let title = format!("Oral de {GIVEN}");
            let room = visio::store::open_for(tx, &chance, &wanted(&title, &expected), NOW)?;
            // In the room each of them says it, and it is on the page they share.
            for person in [pupil, made.teachers[0].0.id] {
                let actor = access::Actor::load(tx, person, NOW)?;
                let seated = visio::store::sit(tx, &actor, room)?.unwrap();
                let text = format!("{GIVEN} dit {WORD}");
                visio::store::say(tx, &seated, Id::new(NOW, &chance), &text, NOW)?;
                visio::store::set_pad(tx, &seated.room, &text, seated.room.pad_turn)?;
            }
            Ok::<_, db::Error>(())
        });
        done.await.unwrap();
        Self { house, clock, demo, pupil }
    }

    async fn browser(&self, person: PersonId) -> Browser {
        let chance = Arc::clone(&self.house.chance);
        let token = self.house.db.write(move |tx| signin::demo::session(tx, &*chance, person, NOW)).await.unwrap();
        Browser::new(&self.house, slices::ALL).with("preau", token).with("lang", "fr")
    }

    /// Opens a page and sends a form of it; gives where it led.
    async fn send(&self, person: PersonId, page: &str, path: &str, fields: &[(&str, &str)]) -> String {
        let mut browser = self.browser(person).await;
        browser.get(page).await;
        assert_eq!(browser.status, 200, "{page}: {:?}", browser.location);
        browser.post(path, fields).await;
        assert_eq!(browser.status, 303, "{path}: {}", browser.text);
        self.clock.set(self.clock.now().plus_minutes(1));
        browser.location.unwrap()
    }

    async fn id(&self, sql: &'static str, params: Vec<Value>) -> String {
        let row = self.house.db.read(move |tx| tx.first(sql, &params)).await.unwrap();
        row.unwrap_or_else(|| panic!("{sql} finds nothing")).get::<Id<()>>(0).to_string()
    }

    async fn jobs(&self) {
        let (house, chance) = (&self.house, Arc::clone(&self.house.chance));
        Runner::new(house.db.clone(), Arc::clone(&self.clock) as _, chance, slices::tasks()).run_due().await.unwrap();
    }

    /// The pupil asks with a photo, is answered by name, reports a message; the head opens the thread for a reason.
    async fn helped(&self) {
        let (pupil, teacher, head) = (self.pupil, self.demo.teachers[0].0.id, self.demo.head.id);
        let blocks = format!("Moi, {GIVEN}, je bloque, c’est {WORD}");
        let fields = [("bloque", blocks.as_str()), ("matiere", "maths"), ("mode", "ecrit")];
        self.send(pupil, "/bar/demande", "/bar/demande", &fields).await;
        let sql = "SELECT id FROM desk_ticket WHERE pupil_id = ?1 AND state = 'waiting'";
        let ticket = self.id(sql, params![pupil].into()).await;
        let page = format!("/bar/demande/{ticket}");
        self.photo(&ticket).await;
        self.send(teacher, &page, &format!("{page}/prendre"), &[]).await;
        let answer = format!("Bonsoir {GIVEN}, regarde la consigne.");
        self.send(teacher, &page, &format!("{page}/message"), &[("texte", &answer)]).await;
        self.send(pupil, "/bar/moi", "/bar/moi/message", &[("texte", &format!("Toujours {WORD}"))]).await;
        let sql = "SELECT id FROM desk_word WHERE author_id = ?1 ORDER BY at DESC";
        let word = self.id(sql, params![teacher].into()).await;
        self.send(pupil, "/bar/moi", "/bar/moi/signaler", &[("mot", &word)]).await;
        self.send(teacher, &page, &format!("{page}/clore"), &[("issue", "compris")]).await;
        self.send(pupil, "/bar/moi", "/bar/moi/avis", &[("avis", "bien")]).await;
        let reason = format!("La mère de {GIVEN} {FAMILY} a téléphoné.");
        self.send(head, &page, &format!("{page}/ouvrir"), &[("raison", &reason)]).await;
    }

    /// A photo of the copy, on which one reads the name.
    async fn photo(&self, ticket: &str) {
        let (ticket, bytes) = (ticket.parse().unwrap(), format!("{GIVEN} {FAMILY} {WORD}"));
        let name = Id::<()>::new(NOW.plus_days(-1), &Seeded::new(8)).to_string();
        self.house.files.put(&name, bytes.into_bytes().into()).await.unwrap();
        let photo = desk::store::Attached {
            id: Id::new(NOW, &Seeded::new(9)),
            file: name,
            media: "image/png".into(),
            millis: 0,
        };
        self.house.db.write(move |tx| desk::store::attach(tx, ticket, None, &photo)).await.unwrap();
    }

    /// The pupil and the mother each tell a difficulty; the school answers by name, and closes.
    async fn troubled(&self) {
        let (referent, child) = (self.demo.referent.id, self.pupil.to_string());
        for person in [self.pupil, self.demo.guardian.id] {
            let text = format!("L’appareil de {GIVEN} est {WORD}");
            let fields = [("enfant", child.as_str()), ("nature", "device"), ("texte", &text)];
            let page = self.send(person, "/difficulte", "/difficulte", &fields).await;
            let text = format!("Nous appelons {GIVEN} demain.");
            self.send(referent, &page, &format!("{page}/mot"), &[("texte", &text), ("vu", "oui")]).await;
            let text = format!("Une tablette {WORD} attend {GIVEN}.");
            self.send(referent, &page, &format!("{page}/cloture"), &[("texte", &text)]).await;
        }
    }

    /// The mother says what stands in the way, and takes what is proposed; the pupil gives an opinion.
    async fn agreed(&self) {
        let (samira, referent, pupil) = (self.demo.guardian.id, self.demo.referent.id, self.pupil);
        let sql = "SELECT id FROM agreement_told WHERE guardian_id = ?1 AND child_id = ?2";
        let letter = format!("/accord/lettre/{}", self.id(sql, params![samira, pupil].into()).await);
        self.send(samira, &letter, &letter, &[("reponse", "oui")]).await;
        let words = format!("Pas de table pour {GIVEN}, c’est {WORD}");
        self.send(samira, &letter, &format!("{letter}/contrainte"), &[("quoi", "device"), ("mots", &words)]).await;
        let sql = "SELECT id FROM agreement_concern WHERE child_id = ?1 AND closed_at IS NULL";
        let concern = self.id(sql, params![pupil].into()).await;
        let page = format!("/accord/contrainte/{concern}");
        let words = format!("Un ordinateur pour {GIVEN}, moins {WORD}");
        self.send(referent, &page, &page, &[("quoi", "loan"), ("mots", &words)]).await;
        let sql = "SELECT o.id FROM agreement_proposal o JOIN agreement_concern k ON k.id = o.concern_id
                   WHERE k.child_id = ?1 AND o.accepted IS NULL";
        let proposal = self.id(sql, params![pupil].into()).await;
        self.send(samira, &letter, &format!("{letter}/proposition/{proposal}"), &[("choix", "oui")]).await;
        self.jobs().await;

        let wave = self.id("SELECT id FROM survey_wave WHERE moment = 'middle'", vec![]).await;
        let path = format!("/avis/{wave}/pupil");
        self.send(pupil, "/avis", &path, &[("question", "1"), ("reponse", "4")]).await;
        self.send(pupil, "/avis", &format!("{path}/mot"), &[("mot", &format!("C’est {WORD}"))]).await;
    }

    /// Where the name or the words are still to be found, in which column of which table, and in which files.
    async fn found(&self) -> BTreeSet<String> {
        let scanned = self.house.db.read_long(|tx| {
            let mut found = BTreeSet::new();
            for table in tx.tables()? {
                let columns: Vec<_> = table.columns.iter().map(|column| column.name.clone()).collect();
                for row in tx.query(&format!("SELECT {} FROM {}", columns.join(", "), table.name), &[])? {
                    let says = columns.iter().zip(&row.0).filter(|(_, value)| match value {
                        Value::Text(text) => says(text.as_bytes()),
                        Value::Bytes(bytes) => says(bytes),
                        Value::Null | Value::Int(_) => false,
                    });
                    found.extend(says.map(|(column, _)| format!("{}.{column}", table.name)));
                }
            }
            Ok::<_, db::Error>(found)
        });
        let mut found = scanned.await.unwrap();
        for name in self.house.files.list().await.unwrap() {
            let bytes = self.house.files.get(&name).await.unwrap().unwrap();
            if says(&bytes) || says(name.as_bytes()) {
                found.insert("a file".to_owned());
            }
        }
        found
    }

    /// The numbers of every dispositif that runs, counted anew.
    async fn bilans(&self) -> Vec<programme::Numbers> {
        let now = NOW.plus_days(1);
        let counted = self.house.db.write(move |tx| {
            programme::count_all(tx, slices::ALL, now)?;
            let all = programme::store::all_running(tx, now)?;
            all.iter().map(|one| programme::store::numbers(tx, one.id, one.academie)).collect::<db::Result<Vec<_>>>()
        });
        counted.await.unwrap()
    }

    async fn erase(&self) {
        let (pupil, now) = (self.pupil, self.clock.now());
        let forgotten = self.house.db.write(move |tx| {
            let hand = secretariat::Hand { by: None, now, chance: &kernel::SystemChance };
            secretariat::forget(tx, crate::slices::ALL, &hand, pupil, None)
        });
        forgotten.await.unwrap();
        // The nightly sweep.
        keep::sweep(&self.house.db, &self.house.files, now, false).await.ok().unwrap();
    }
}

/// Whether bytes say the name or the word, however they are spelt.
fn says(bytes: &[u8]) -> bool {
    let text = fold(&String::from_utf8_lossy(bytes));
    [GIVEN, FAMILY, WORD].iter().any(|needle| text.contains(&fold(needle)))
}

#[tokio::test]
async fn an_erased_pupil_is_nowhere_and_is_counted_still() {
    for (name, place) in db::testing::places().await {
        let life = Life::begin(Db::open(&place, 4, Arc::new(|_| {})).unwrap()).await;
        life.helped().await;
        life.troubled().await;
        life.agreed().await;
        let (before, counted) = (life.found().await, life.bilans().await);
        for trace in TRACES.into_iter().chain(["a file"]) {
            assert!(before.contains(trace), "{name}: nothing in {trace}, but in {before:?}");
        }
        life.erase().await;
        assert_eq!(life.found().await, BTreeSet::new(), "{name}: erased, and still there");
        assert_eq!(life.bilans().await, counted, "{name}: the counts stay right");
        terminal::say(format!("{name}: found in {} places before, {before:?}, and nowhere since", before.len()));

        // Nothing in what the file of the database keeps of rows that are gone either.
        life.house.db.close().await;
        if let db::Place::Sqlite(file) = &place {
            for end in ["", "-wal", "-shm"] {
                let part = PathBuf::from(format!("{}{end}", file.display()));
                // The last connection to close takes its journal with it.
                let bytes = match std::fs::read(&part) {
                    Err(gone) if gone.kind() == std::io::ErrorKind::NotFound && !end.is_empty() => continue,
                    read => read.unwrap(),
                };
                for needle in [GIVEN, FAMILY, WORD] {
                    let at = bytes.windows(needle.len()).position(|window| window == needle.as_bytes());
                    assert_eq!(at, None, "{}: {needle}", part.display());
                }
            }
        }
    }
}

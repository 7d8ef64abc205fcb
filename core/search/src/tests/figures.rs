//! How long it takes among a hundred thousand documents: `cargo nextest run -p search --run-ignored all figures --no-capture`.
use super::{both, doc, id};
use crate::{Ask, Doc, Place, Sees, find, put};
use db::Db;
use kernel::{Chance as _, Seeded};
use std::time::{Duration, Instant};

/// How long something takes.
#[expect(clippy::disallowed_methods, reason = "only what measures a duration may ask for it")]
async fn taken<T>(work: impl Future<Output = T>) -> (T, Duration) {
    let began = Instant::now();
    (work.await, began.elapsed())
}

const SCHOOLS: u32 = 800;
const PEOPLE: u32 = 96_000;
const TEXTS: u32 = 3_200;

/// Names made of syllables: as many different ones as in an académie, the first ones far more often.
struct Names(Seeded);

impl Names {
    fn below(&self, most: u64) -> u64 {
        let mut bytes = [0; 8];
        self.0.fill(&mut bytes);
        u64::from_le_bytes(bytes) % most
    }

    fn word(&self, of: u64) -> String {
        const SYLLABLES: [&str; 16] =
            ["ma", "ri", "nou", "vel", "in", "ès", "lé", "bri", "and", "go", "du", "pont", "char", "tier", "o", "lou"];
        let mut n = self.below(self.below(of) + 1);
        let mut word = String::new();
        for _ in 0..3 {
            word.push_str(SYLLABLES[usize::try_from(n % 16).unwrap()]);
            n /= 16;
        }
        word
    }

    fn words(&self, many: usize, of: u64) -> String {
        (0..many).map(|_| self.word(of)).collect::<Vec<_>>().join(" ")
    }
}

fn school(n: u32) -> Place {
    id::<()>(500_000 + n % SCHOOLS).into()
}

fn documents() -> Vec<Doc> {
    let names = Names(Seeded::new(7));
    let people = (0..PEOPLE).map(|n| doc("pupil", n, &names.words(2, 4_000), school(n)));
    let schools = (0..SCHOOLS).map(|n| doc("school", n, &format!("Collège {}", names.words(2, 4_000)), Place::HOUSE));
    let lesson = |n| Doc { text: names.words(120, 4_000), ..doc("lesson", n, &names.words(4, 4_000), Place::HOUSE) };
    people.chain(schools).chain((0..TEXTS).map(lesson)).collect()
}

/// The middle of a hundred, the fifth slowest, and the slowest, in milliseconds.
async fn times(db: &Db, sees: &Sees, questions: &[String]) -> String {
    let mut times = vec![];
    for text in questions {
        let (sees, text) = (sees.clone(), text.clone());
        let (found, time) = taken(db.read(move |tx| find(tx, &sees, Ask { text: &text, limit: 20, page: 0 }))).await;
        found.unwrap();
        times.push(time);
    }
    times.sort();
    let at = |part: usize| times[(times.len() - 1) * part / 100].as_secs_f64() * 1_000.0;
    format!("p50 {:>7.1}  p95 {:>7.1}  max {:>7.1}", at(50), at(95), at(100))
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "a minute; it prints, and asserts only that something is found"]
#[expect(clippy::print_stdout, reason = "its figures are what it is for")]
async fn figures() {
    let names = Names(Seeded::new(8));
    let typed = |make: &dyn Fn() -> String| (0..100).map(|_| make()).collect::<Vec<_>>();
    let mistyped = |word: &str| word.chars().skip(1).chain(['x']).collect::<String>();
    let questions = [
        ("two letters", typed(&|| names.word(4_000).chars().take(2).collect())),
        ("two beginnings", typed(&|| format!("{:.3} {:.2}", names.word(4_000), names.word(4_000)))),
        ("a whole name", typed(&|| names.words(2, 4_000))),
        ("five words", typed(&|| names.words(5, 4_000))),
        ("a mistake", typed(&|| mistyped(&names.word(4_000)))),
    ];
    let all: Vec<Place> = (0..SCHOOLS).map(school).collect();
    let staff = Sees::nothing().at("pupil", [school(3)]).at("school", [Place::HOUSE]);
    let people = [
        ("staff of a school", staff.clone()),
        ("the same, and 3 200 texts", staff.at("lesson", [Place::HOUSE])),
        ("whoever sees all pupils", Sees::nothing().at("pupil", all)),
    ];
    for (name, db) in both().await {
        let docs = documents();
        let (many, first) = (docs.len(), docs[..2_000].to_vec());
        let ((), put_all) = taken(async {
            for docs in docs.chunks(2_000).map(<[Doc]>::to_vec) {
                db.write(move |tx| put(tx, &docs)).await.unwrap();
            }
        })
        .await;
        let posts = db.read(|tx| tx.first("SELECT count(*) FROM search_post", &[])).await.unwrap();
        println!("{name}: {many} documents, {} postings, put in {put_all:.1?}", posts.unwrap().get::<i64>(0));
        let (again, time) = taken(db.write(move |tx| put(tx, &first))).await;
        again.unwrap();
        println!("  2 000 of them put again unchanged in {time:.1?}");
        if name == "postgres" {
            // What its autovacuum does by itself within a minute.
            tokio::time::sleep(Duration::from_secs(1)).await;
            db.write(|tx| tx.execute("ANALYZE search_post", &[])).await.unwrap();
        }
        for (who, sees) in &people {
            for (what, questions) in &questions {
                println!("  {who:<26} {what:<15} {} ms", times(&db, sees, questions).await);
            }
        }
        let found = db.read(move |tx| find(tx, &people_of(3), Ask { text: "ma", limit: 20, page: 0 })).await.unwrap();
        assert!(found.total > 0, "{name}");
    }
}

fn people_of(n: u32) -> Sees {
    Sees::nothing().at("pupil", [school(n)])
}

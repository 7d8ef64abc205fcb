//! A house for tests: its own database, a set clock, seeded chance; and a browser that walks through it.
mod browser;
mod page;

pub use browser::{Browser, Ear};
pub use page::{FILM, PICTURE, SOUND, led, whole};

use crate::{Card, Engines, House, SLICE, Secret, Settings, SignedIn, Slice, Words};
use access::Actor;
use data_encoding::HEXLOWER;
use db::{Db, Migration, Tx};
use kernel::{Chance as _, Moment, PersonId, Seeded, SetClock, SystemChance};
use std::sync::Arc;

/// Who stands behind a session cookie.
pub type WhoAmI = fn(&mut Tx<'_>, &str, Moment) -> db::Result<Option<SignedIn>>;

/// A house of these slices (and of the rooms below them) on `db`, brought up to their schema; its clock stands at `now`.
///
/// # Panics
/// When it cannot be built: a test may.
pub async fn house(db: Db, slices: &[&'static Slice], whoami: WhoAmI, now: Moment) -> Arc<House> {
    house_at(db, slices, whoami, Arc::new(SetClock::at(now))).await
}

/// The same, with a clock whose hands the test moves.
///
/// # Panics
/// When it cannot be built.
pub async fn house_at(db: Db, slices: &[&'static Slice], whoami: WhoAmI, clock: Arc<SetClock>) -> Arc<House> {
    db.migrate(migrations(slices)).await.expect("the migrations run");
    let slices = with_this_room(slices);
    let sentences: Vec<_> = slices.iter().map(|slice| slice.sentences).collect();
    Arc::new(House {
        db,
        clock,
        chance: Arc::new(Seeded::new(1)),
        files: files(),
        bus: live::Bus::default(),
        engines: Engines::default(),
        words: Words::read(&sentences).expect("the sentences are read"),
        secret: Secret::new([7; 32]),
        settings: Settings {
            public_url: "http://127.0.0.1".to_owned(),
            node_url: String::new(),
            demo: true,
            behind_proxy: false,
        },
        whoami,
        sheets: crate::Sheets::of(&slices),
        slices,
        gate: crate::Gate::default(),
        counted: crate::Counted::default(),
    })
}

/// The steps of these slices, and of the rooms every slice stands on.
pub fn migrations(slices: &[&'static Slice]) -> Vec<Migration> {
    let rooms = [access::MIGRATIONS, jobs::MIGRATIONS, calendar::MIGRATIONS, search::MIGRATIONS, undo::MIGRATIONS];
    let slices = with_this_room(slices).into_iter().map(|slice| slice.migrations);
    rooms.into_iter().chain(slices).flatten().copied().collect()
}

fn with_this_room(slices: &[&'static Slice]) -> Vec<&'static Slice> {
    let others = slices.iter().copied().filter(|slice| slice.name != SLICE.name);
    std::iter::once(&SLICE).chain(others).collect()
}

fn files() -> files::Files {
    let mut name = [0; 8];
    SystemChance.fill(&mut name);
    let folder = std::env::temp_dir().join("preau-tests").join(HEXLOWER.encode(&name));
    files::Files::open(&files::Place::Folder(folder)).expect("a folder for files")
}

/// Sends `n` requests at once, each made by `one`, and gives what they were answered, in the order in which they were made.
///
/// # Panics
/// When one of them does.
pub async fn race<R: Send + 'static, F: Future<Output = R> + Send + 'static>(
    n: usize,
    one: impl Fn(usize) -> F,
) -> Vec<R> {
    let at_once: Vec<_> = (0..n).map(|at| tokio::spawn(one(at))).collect();
    let mut answers = vec![];
    for answer in at_once {
        answers.push(answer.await.expect("a request is answered"));
    }
    answers
}

/// The kinds of the cards that these slices put on a person's day at `now`, in their order.
///
/// # Panics
/// When the day cannot be read.
pub async fn day(db: &Db, slices: &[&'static Slice], person: PersonId, now: Moment) -> Vec<&'static str> {
    cards(db, slices, person, now).await.iter().map(|card| card.key).collect()
}

/// The cards themselves.
///
/// # Panics
/// When the day cannot be read.
pub async fn cards(db: &Db, slices: &[&'static Slice], person: PersonId, now: Moment) -> Vec<Card> {
    let slices = slices.to_vec();
    let read = db.read(move |tx| {
        let actor = Actor::load(tx, person, now)?;
        let who = signed_in(actor);
        crate::cards(tx, &slices, &who, now)
    });
    read.await.expect("the day is read")
}

fn signed_in(actor: Actor) -> SignedIn {
    SignedIn {
        session: actor.person.cast(),
        actor: actor.into(),
        given: String::new(),
        family: String::new(),
        lang: None,
        by_card: false,
        shared_device: false,
        own_device: false,
        must: None,
        signs_from: None,
    }
}

//! A house in the evening, with a town in it: its clock, its browsers, its database.
use super::NOW;
use crate::store;
use access::Actor;
use db::{Db, Result, Tx};
use jobs::Runner;
use kernel::{Moment, PersonId, SetClock};
use std::{fmt, sync::Arc};
use web::{House, SignedIn, Slice, testing::Browser};

/// Where the tests of a slice happen: the town as that slice knows it.
pub trait Setting: Sized + Send + Sync + 'static {
    /// The slices its pages need.
    const SLICES: &'static [&'static Slice];

    /// The town, and what the slice keeps there before anything happens.
    fn build(tx: &mut Tx<'_>) -> Result<Self>;

    /// What a house needs beside its slices.
    fn furnish(_house: &mut House) {}
}

/// The town on each database, for tests of a store: the name of the database, the database, the town.
///
/// # Panics
/// When the town cannot be built.
pub async fn both<T: Setting>() -> Vec<(&'static str, Db, Arc<T>)> {
    let mut all = vec![];
    for (name, db) in db::testing::both(&web::testing::migrations(T::SLICES)).await {
        let town = db.write(T::build).await.expect("the town is built");
        all.push((name, db, Arc::new(town)));
    }
    all
}

/// A house on one database, with a town in it. The clock stands at [`NOW`].
pub struct Evening<T> {
    /// The name of the database.
    pub name: &'static str,
    /// The database.
    pub db: Db,
    /// The town.
    pub town: Arc<T>,
    /// The clock of the house.
    pub clock: Arc<SetClock>,
    /// The house.
    pub house: Arc<House>,
    browser: Browser,
}

impl<T> fmt::Debug for Evening<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Evening").field("name", &self.name).finish_non_exhaustive()
    }
}

impl<T: Setting> Evening<T> {
    /// A house on each database.
    ///
    /// # Panics
    /// When the town or the house cannot be built.
    pub async fn both() -> Vec<Self> {
        let mut all = vec![];
        for (name, db, town) in both().await {
            let clock = Arc::new(SetClock::at(NOW));
            let mut house = web::testing::house_at(db.clone(), T::SLICES, whoami, Arc::clone(&clock)).await;
            T::furnish(Arc::get_mut(&mut house).expect("nobody else holds the house yet"));
            let browser = Browser::new(&house, T::SLICES);
            all.push(Self { name, db, town, clock, house, browser });
        }
        all
    }

    /// The browser of this person.
    pub fn of(&self, person: PersonId) -> Browser {
        self.browser.another().with("preau", person)
    }

    /// A browser where nobody is signed in.
    pub fn nobody(&self) -> Browser {
        self.browser.another()
    }

    /// What is written or read outside of pages.
    ///
    /// # Panics
    /// When the database refuses.
    pub async fn write<R: Send + 'static>(&self, work: impl Fn(&mut Tx<'_>, &T) -> Result<R> + Send + 'static) -> R {
        let town = Arc::clone(&self.town);
        self.db.write(move |tx| work(tx, &town)).await.expect("the database takes it")
    }

    /// The kinds of the cards that the slice gives of this person's day, so many minutes from [`NOW`]: the last of
    /// [`Setting::SLICES`] is the slice's own.
    ///
    /// # Panics
    /// When the day cannot be read.
    pub async fn day(&self, person: PersonId, minutes: i64) -> Vec<&'static str> {
        let own = &T::SLICES[T::SLICES.len().saturating_sub(1)..];
        web::testing::day(&self.db, own, person, NOW.plus_minutes(minutes)).await
    }

    /// Does what is queued and due.
    ///
    /// # Panics
    /// When the queue cannot be read.
    pub async fn work(&self) {
        let (clock, chance) = (Arc::clone(&self.house.clock), Arc::clone(&self.house.chance));
        let tasks = T::SLICES.iter().flat_map(|slice| (slice.tasks)()).collect();
        Runner::new(self.db.clone(), clock, chance, tasks).run_due().await.expect("the queue is read");
    }

    /// Moves the clock to so many minutes after [`NOW`].
    pub fn later(&self, minutes: i64) {
        self.clock.set(NOW.plus_minutes(minutes));
    }
}

/// Who stands behind the cookie: the person whose id it holds. Real sessions are another slice's.
pub fn whoami(tx: &mut Tx<'_>, token: &str, now: Moment) -> Result<Option<SignedIn>> {
    let Ok(id) = token.parse::<PersonId>() else { return Ok(None) };
    let Some(person) = store::person(tx, id)? else { return Ok(None) };
    Ok(Some(SignedIn {
        actor: Actor::load(tx, id, now)?.into(),
        session: id.cast(),
        given: person.given,
        family: person.family,
        lang: None,
        by_card: false,
        shared_device: false,
        own_device: false,
        must: None,
        signs_from: None,
    }))
}

//! The porter: reads what was delivered, in its order, and hands each to be compared; lets go what may be applied by itself.
use crate::{
    Counts, Delivery, Feed, Note,
    made::{Given, Made, Stopped},
    store,
};
use bytes::Bytes;
use calendar::SchoolYear;
use jiff::civil::Date;
use jobs::{Errand, errand};
use kernel::{Id, Moment, PersonId, causes};
use rentree::{Turn, TurnId};
use std::{sync::Arc, time::Duration};
use web::House;

/// Who reads.
pub struct Porter {
    house: Arc<House>,
}

/// A delivery with the feed it is of.
#[derive(Clone)]
pub struct Parcel {
    feed: Feed,
    delivery: Delivery,
}

/// How it went.
pub enum Outcome {
    /// This list is made of it; none where it says nothing new.
    Read {
        /// The list.
        turn: Option<Box<Turn>>,
        /// How many there are in it.
        counts: Counts,
        /// What is noted, and how much that would be.
        notes: (Vec<Note>, i64),
    },
    /// It cannot be read: the word of why, and where.
    Refused(&'static str, Option<Note>),
    /// What came before it is still on its way.
    Later,
    /// Something of ours went wrong: its lease ends in some minutes.
    Ours(String),
}

/// Between two looks.
const PAUSE: Duration = Duration::from_secs(5);

impl Errand for Porter {
    type Thing = Parcel;
    type Outcome = Outcome;

    fn is_due(tx: &mut db::Tx<'_>, now: Moment) -> db::Result<bool> {
        store::due(tx, now)
    }

    fn take(tx: &mut db::Tx<'_>, now: Moment) -> db::Result<Vec<Parcel>> {
        let mut parcels = vec![];
        for delivery in store::take(tx, now)? {
            let feed = store::by_id(tx, delivery.feed)?;
            parcels.extend(feed.map(|feed| Parcel { feed, delivery }));
        }
        Ok(parcels)
    }

    async fn act(&self, parcel: &Parcel, now: Moment) -> Outcome {
        let outcome = self.read(parcel, now).await.unwrap_or_else(Outcome::Ours);
        if let Outcome::Ours(why) = &outcome {
            tracing::error!(feed = %parcel.feed.id, why, "a delivery could not be read; it is taken up again");
        }
        outcome
    }

    fn settle(tx: &mut db::Tx<'_>, parcel: &Parcel, outcome: &Outcome, now: Moment) -> db::Result<()> {
        let id = parcel.delivery.id;
        match outcome {
            Outcome::Read { turn, counts, notes } => {
                if let Some(turn) = turn {
                    rentree::store::supersede(tx, &turn.source)?;
                    rentree::store::add(tx, turn)?;
                }
                let turn = turn.as_ref().map(|turn| turn.id);
                store::set_staged(tx, &parcel.delivery, turn, *counts, (&notes.0, notes.1), now)
            }
            Outcome::Refused(why, note) => store::refuse(tx, id, why, note.as_ref(), now),
            Outcome::Later => store::wait(tx, id, now.plus_minutes(1)),
            Outcome::Ours(_) => Ok(()),
        }
    }
}

/// One pass: lets go what may go, reads what waits, and says how much that was.
pub async fn run_once(house: &Arc<House>) -> db::Result<usize> {
    let staged = house.db.read(store::staged).await?;
    if !staged.is_empty() {
        house.db.write(follow).await?;
    }
    errand::run(&Porter { house: Arc::clone(house) }, &house.db, &*house.clock).await
}

/// Works for as long as the process lives.
pub async fn run_forever(house: Arc<House>) {
    loop {
        match run_once(&house).await {
            Ok(done) if done > 0 => continue,
            Ok(_) => {}
            Err(error) => tracing::error!(error = causes(&error), "feeds could not be followed"),
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Looks at the lists that were handed over: what is done is settled, and what may is let go.
fn follow(tx: &mut db::Tx<'_>) -> db::Result<()> {
    for delivery in store::staged(tx)? {
        let turn = delivery.turn.map(|turn| rentree::store::by_id(tx, turn)).transpose()?.flatten();
        // It was thrown away, or a later one has taken its place.
        let Some(turn) = turn else {
            store::set_settled(tx, delivery.id)?;
            continue;
        };
        let Some(feed) = store::by_id(tx, delivery.feed)? else { continue };
        match turn.state {
            rentree::State::Done | rentree::State::Undone => {
                if turn.confirmed && turn.state == rentree::State::Done {
                    store::trust(tx, feed.id)?;
                }
                store::set_settled(tx, delivery.id)?;
            }
            // A new school year is looked at by somebody.
            rentree::State::Ready
                if feed.alone && feed.trusted && !turn.turns && !turn.confirmed && !delivery.let_go =>
            {
                store::let_go(tx, delivery.id)?;
                rentree::store::begin(tx, turn.id, rentree::State::Applying)?;
            }
            _ => {}
        }
    }
    Ok(())
}

impl Porter {
    async fn read(&self, Parcel { feed, delivery }: &Parcel, now: Moment) -> Result<Outcome, String> {
        let of = delivery.clone();
        let chain = self.house.db.read(move |tx| store::chain(tx, &of)).await;
        let chain: Vec<Delivery> = chain.map_err(|error: db::Error| causes(&error))?;
        let last = chain.last();
        if !delivery.complete && last.is_none() {
            return Ok(Outcome::Refused("no-complete", None));
        }
        if last.is_some_and(|last| last.made > delivery.made) {
            return Ok(Outcome::Refused("older", None));
        }
        if self.goes_on(last.and_then(|last| last.turn)).await? {
            return Ok(Outcome::Later);
        }
        let mut archives = vec![];
        for one in chain.iter().filter(|_| !delivery.complete).chain([delivery]) {
            let bytes = self.house.files.get(&one.file).await.map_err(|error| causes(&error))?;
            archives.push(bytes.ok_or("an archive is not kept any more")?);
        }
        let (of, day, secret) = (feed.clone(), delivery.made.clone(), self.house.secret.clone());
        let read = web::aside(move || {
            let given = Given { feed: &of, day: &day, archives: &archives, secret: &secret };
            of.form.read(&given)
        });
        let made: Made = match read.await.map_err(|error| causes(&error))? {
            Ok(made) => made,
            Err(Stopped::Refused(why, note)) => return Ok(Outcome::Refused(why, note)),
            Err(Stopped::Ours(error)) => return Err(causes(&error)),
        };
        let turn = match made.lots {
            None => None,
            Some(lots) => {
                let file = Id::<Turn>::new(self.house.clock.now(), &*self.house.chance).to_string();
                self.house.files.put(&file, Bytes::from(lots)).await.map_err(|error| causes(&error))?;
                let turns = last.is_some_and(|last| year(&last.made) < year(&delivery.made));
                feed.by.map(|by| Box::new(self.turn((feed, made.source), by, file, turns, now)))
            }
        };
        Ok(Outcome::Read { turn, counts: made.counts, notes: (made.notes, made.noted) })
    }

    /// Whether a list is compared, applied or undone at this moment.
    async fn goes_on(&self, turn: Option<TurnId>) -> Result<bool, String> {
        let Some(turn) = turn else { return Ok(false) };
        let known = self.house.db.read(move |tx| rentree::store::by_id(tx, turn)).await;
        let known: Option<Turn> = known.map_err(|error: db::Error| causes(&error))?;
        Ok(known.is_some_and(|turn| turn.state.goes_on()))
    }

    fn turn(&self, (feed, source): (&Feed, String), by: PersonId, file: String, turns: bool, now: Moment) -> Turn {
        Turn {
            id: Id::new(now, &*self.house.chance),
            at: now,
            by,
            unit: feed.unit.clone(),
            source,
            whose: rentree::FED.to_owned(),
            complete: true,
            turns,
            leaves: Moment::at_paris(now.paris().date(), 0, 0),
            file,
            state: rentree::State::Reading,
            done: 0,
            total: 0,
            confirmed: false,
            lineage: vec![],
        }
    }
}

/// The school year of a day.
fn year(made: &str) -> Option<SchoolYear> {
    made.parse::<Date>().ok().map(SchoolYear::of)
}

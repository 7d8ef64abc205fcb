//! Whatever the year: the ledger is the sum of its approved sessions, and what is sent is what is approved, to the minute.
use super::town::{Town, acting, both, kept};
use crate::{
    EmptyRule, Month, Source, State, due,
    policy::{Approve, Correct, Govern},
    store::{self, Corrected},
};
use db::{Result, Tx};
use jiff::{ToSpan as _, civil::date};
use kernel::Moment;
use proptest::{
    prelude::*,
    strategy::ValueTree as _,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};

/// What the head and the teacher do with a session, in this order.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Approve,
    Refuse,
    Correct(i64, i64),
    Send,
}

/// A session of the year: its day, hour and minute (nights when clocks change among them), minutes, who came, where.
#[derive(Clone, Debug)]
struct Session {
    day: i64,
    hour: i8,
    minutes: i64,
    came: i64,
    on_site: bool,
    deeds: Vec<Deed>,
}

fn year() -> impl Strategy<Value = Vec<Session>> {
    let deed = prop_oneof![
        4 => Just(Deed::Approve),
        1 => Just(Deed::Refuse),
        2 => (1_i64..240, 0_i64..3).prop_map(|(minutes, came)| Deed::Correct(minutes, came)),
        1 => Just(Deed::Send),
    ];
    // The last Sundays of October 2025 and March 2026, and any day between September and July.
    let day = prop_oneof![Just(55_i64), Just(209), 0_i64..300];
    let session = (day, 0_i8..24, 1_i64..240, 0_i64..3, any::<bool>(), prop::collection::vec(deed, 0..6));
    let session = session.prop_map(|(day, hour, minutes, came, site, deeds)| Session {
        day,
        hour,
        minutes,
        came,
        on_site: site && day % 3 == 0,
        deeds,
    });
    prop::collection::vec(session, 1..25)
}

/// What a session should have become: minutes held, who came, its state, and what was last sent of it.
struct Wanted {
    minutes: i64,
    came: i64,
    state: State,
    sent: i64,
}

fn live(tx: &mut Tx<'_>, town: &Town, year: &[Session], last: Month) -> Result<()> {
    let (head, place) = (acting(tx, town.head)?, town.place(tx));
    let pilot = acting(tx, town.pilot)?;
    let academie = store::place::<Govern>(&pilot, town.academie).unwrap();
    let now = Moment::at_paris(date(2026, 7, 14), 12, 0);
    for (since, rule) in [(date(2025, 10, 1), EmptyRule::Half), (date(2026, 2, 1), EmptyRule::Minimum)] {
        store::set_rule(tx, &academie, &pilot, (town.id(), since, rule), now)?;
    }
    let rules = store::rules(tx)?;
    let mut kept_of = vec![];
    let mut paid = 0;
    for (n, session) in year.iter().enumerate() {
        let day = date(2025, 9, 1).saturating_add(session.day.days());
        let mut found =
            town.found(town.teachers[n % 2], Moment::at_paris(day, session.hour, 30), session.minutes, session.came);
        (found.on_site, found.source) = (session.on_site, if session.on_site { Source::Entry } else { Source::Duty });
        let (id, rule) = (town.id(), rules.on(Some(town.academie), day));
        store::add(tx, id, &found, rule, State::Proposed)?;
        let mut wanted = Wanted { minutes: session.minutes, came: session.came, state: State::Proposed, sent: 0 };
        for deed in &session.deeds {
            let line = kept(tx, town, id);
            match *deed {
                Deed::Approve | Deed::Refuse => {
                    let line = access::check::<Approve, _>(&head, line).unwrap();
                    let approves = matches!(deed, Deed::Approve);
                    let done = if approves {
                        store::approve(tx, &line, &head, town.id(), now)?
                    } else {
                        store::refuse(tx, &line, &head, (town.id(), "Non"), now)?
                    };
                    assert_eq!(done.is_ok(), wanted.state.waits());
                    if wanted.state.waits() {
                        wanted.state = if approves { State::Approved } else { State::Refused };
                    }
                }
                Deed::Correct(minutes, came) => {
                    let line = access::check::<Correct, _>(&head, line).unwrap();
                    let to = Corrected { minutes, came, reason: "Une raison".to_owned() };
                    let same = (minutes, came) == (wanted.minutes, wanted.came);
                    assert_eq!(store::correct(tx, &line, &head, town.id(), &to, now)?.is_err(), same);
                    if !same {
                        (wanted.minutes, wanted.came, wanted.state) = (minutes, came, State::Proposed);
                    }
                }
                Deed::Send => {
                    kept_of.push((id, rule, session.on_site, wanted));
                    paid += send(tx, town, &mut kept_of, last, now)?;
                    wanted = kept_of.pop().unwrap().3;
                }
            }
        }
        kept_of.push((id, rule, session.on_site, wanted));
    }
    paid += send(tx, town, &mut kept_of, last, now)?;
    let approved = |on_site: bool| -> i64 {
        let of = kept_of.iter().filter(|(_, _, site, wanted)| *site == on_site && wanted.state == State::Approved);
        of.map(|(_, rule, site, wanted)| due(wanted.minutes, wanted.came, *site, *rule)).sum()
    };
    let months = store::months(tx, &place, "2025-09".parse().unwrap(), last)?.0;
    assert_eq!(months.iter().map(|one| one.counted.approved).sum::<i64>(), approved(false), "the ledger");
    let owed = kept_of.iter().filter(|(.., wanted)| wanted.state.waits()).map(|(.., wanted)| wanted.sent).sum::<i64>();
    assert_eq!(paid, approved(false) + owed, "what is sent, but for what waits again");
    for (id, rule, site, wanted) in &kept_of {
        let line = kept(tx, town, *id);
        assert_eq!((line.minutes, line.came, line.state), (wanted.minutes, wanted.came, wanted.state));
        assert_eq!(line.due, due(wanted.minutes, wanted.came, *site, *rule));
    }
    Ok(())
}

/// Sends all that is owed, and says what it comes to.
fn send(
    tx: &mut Tx<'_>,
    town: &Town,
    lines: &mut [(crate::HourId, EmptyRule, bool, Wanted)],
    last: Month,
    now: Moment,
) -> Result<i64> {
    let (head, place, id) = (acting(tx, town.head)?, town.place(tx), town.id());
    if !store::make_batch(tx, &place, &head, (id, last), now)? {
        return Ok(0);
    }
    let sent = store::sent(tx, &place, id)?;
    for (hour, rule, site, wanted) in lines.iter_mut().filter(|(.., site, wanted)| !site && !wanted.state.waits()) {
        let owed = if wanted.state == State::Approved { due(wanted.minutes, wanted.came, *site, *rule) } else { 0 };
        let line = sent.iter().find(|one| one.hour.id == *hour);
        assert_eq!(line.map(|one| (one.minutes, one.before)), (owed != wanted.sent).then_some((owed, wanted.sent)));
        wanted.sent = owed;
    }
    let total: i64 = sent.iter().map(store::Sent::to_pay).sum();
    assert_eq!(store::batch(tx, &place, id)?.unwrap().minutes, total);
    assert!(!store::make_batch(tx, &place, &head, (town.id(), last), now)?, "all was sent");
    Ok(total)
}

#[tokio::test]
async fn the_total_is_the_sum_of_approved_sessions_to_the_minute() {
    for (name, db, town) in both::<Town>().await {
        let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[11; 32]);
        let mut runner = TestRunner::new_with_rng(Config::default(), rng);
        let last: Month = "2026-07".parse().unwrap();
        for case in 0..40 {
            let year = year().new_tree(&mut runner).unwrap().current();
            let (town, said) = (town.clone(), format!("{year:?}"));
            // Each year is lived in a transaction of its own and undone, so that the next begins with an empty ledger.
            let lived = db.write(move |tx| {
                live(tx, &town, &year, last)?;
                Err::<(), _>(db::Error::Stopping)
            });
            let undone = lived.await.unwrap_err();
            assert!(matches!(undone, db::Error::Stopping), "{name}, year {case}: {undone}\n{said}");
        }
    }
}

//! An owner, a state, a closing word.
use super::town::{NOW, Town, both};
use crate::{
    Age, Kind, Refusal, State,
    policy::{Care, Follow},
    store::{self, Which},
};
use access::{Actor, Role};
use directory::testing;
use kernel::{Moment, PersonId};

#[tokio::test]
async fn a_difficulty_is_owned_at_once_by_the_referent_else_vie_scolaire_else_the_head() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let samira = Actor::load(tx, town.guardian, NOW)?;
            let owner = |tx: &mut db::Tx<'_>| {
                let id = town.open(tx, town.guardian, 0)?;
                Ok::<_, db::Error>(store::find::<Follow>(tx, &samira, id)?.unwrap().keeper)
            };
            assert_eq!(owner(tx)?, Some(town.referent), "{name}");
            access::store::end_grant(tx, town.referent, Role::Referent, town.school, NOW)?;
            assert_eq!(owner(tx)?, Some(town.vie_scolaire), "{name}");
            access::store::end_grant(tx, town.vie_scolaire, Role::VieScolaire, town.school, NOW)?;
            assert_eq!(owner(tx)?, Some(town.head), "{name}");
            access::store::end_grant(tx, town.head, Role::Head, town.school, NOW)?;
            assert_eq!(owner(tx)?, None, "{name}: a school without anybody");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn of_two_referents_the_one_with_less_to_do_gets_the_next() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            testing::grant(tx, town.teachers[1], (Role::Referent, town.school))?;
            let mut owners = vec![];
            let guardian = Actor::load(tx, town.guardian, NOW)?;
            for _ in 0..4 {
                let id = town.open(tx, town.guardian, 0)?;
                owners.push(store::find::<Follow>(tx, &guardian, id)?.unwrap().keeper);
            }
            let of = |person: PersonId| owners.iter().filter(|owner| **owner == Some(person)).count();
            assert_eq!((of(town.referent), of(town.teachers[1])), (2, 2), "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn a_difficulty_is_taken_waits_is_closed_and_comes_back_for_thirty_days() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let id = town.open(tx, town.guardian, 0)?;
            let (luc, samira) = (Actor::load(tx, town.referent, NOW)?, Actor::load(tx, town.guardian, NOW)?);
            let care = |tx: &mut db::Tx<'_>| Ok::<_, db::Error>(store::find::<Care>(tx, &luc, id)?.unwrap());
            let one = care(tx)?;
            assert_eq!((one.state, one.taken_at), (State::New, None), "{name}");
            store::say(tx, &one, &luc, (town.id(), "Depuis quand ?", true), State::Waiting, NOW)?.unwrap();
            store::say(tx, &one, &luc, (town.id(), "Sans doute la batterie", false), State::Waiting, NOW)?.unwrap();
            let one = care(tx)?;
            assert_eq!((one.state, one.taken_at), (State::Waiting, Some(NOW)), "{name}");
            let hers = store::find::<Follow>(tx, &samira, id)?.unwrap();
            let words = |words: Vec<store::Spoken>| words.into_iter().map(|word| word.text).collect::<Vec<_>>();
            assert_eq!(words(store::thread(tx, &hers, false)?), ["Depuis quand ?"], "{name}");
            assert_eq!(store::thread(tx, &one, true)?.len(), 2, "{name}: the school reads all");
            store::say(tx, &hers, &samira, (town.id(), "Lundi", true), State::Taken, NOW)?.unwrap();
            assert_eq!(care(tx)?.state, State::Taken, "{name}");
            let closed_at = NOW.plus_minutes(180);
            let one = care(tx)?;
            store::close(tx, &one, &luc, (town.id(), "Tablette échangée."), closed_at)?.unwrap();
            let closed = care(tx)?;
            assert_eq!((closed.state, closed.closing.as_str()), (State::Closed, "Tablette échangée."), "{name}");
            let again = store::close(tx, &closed, &luc, (town.id(), "Encore."), closed_at)?;
            assert_eq!(again, Err(Refusal::Closed), "{name}");
            let hers = store::find::<Follow>(tx, &samira, id)?.unwrap();
            let late = store::reopen(tx, &hers, &samira, (town.id(), ""), closed_at.plus_days(30))?;
            assert_eq!(late, Err(Refusal::Late), "{name}");
            let back = closed_at.plus_days(29);
            store::reopen(tx, &hers, &samira, (town.id(), "Cela recommence"), back)?.unwrap();
            let open = care(tx)?;
            assert_eq!((open.state, open.closing.as_str(), open.closed_at), (State::New, "", None), "{name}");
            assert_eq!(words(store::thread(tx, &open, true)?).last().unwrap(), "Cela recommence", "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn the_desk_shows_the_oldest_open_first_and_the_newest_closed_first() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let luc = Actor::load(tx, town.referent, NOW)?;
            let ids = [town.open(tx, town.guardian, -10)?, town.open(tx, town.guardian, -300)?];
            let board = |tx: &mut db::Tx<'_>, which| {
                let page = store::board(tx, &luc, crate::Audience::Family, which, None, web::Pager::FIRST)?;
                Ok::<_, db::Error>(page.iter().map(|line| line.difficulty.id).collect::<Vec<_>>())
            };
            assert_eq!(board(tx, Which::Open)?, [ids[1], ids[0]], "{name}");
            for (n, id) in ids.iter().enumerate() {
                let one = store::find::<Care>(tx, &luc, *id)?.unwrap();
                let at = NOW.plus_minutes(i64::try_from(n).unwrap());
                store::close(tx, &one, &luc, (town.id(), "Fait."), at)?.unwrap();
            }
            assert_eq!(board(tx, Which::Closed)?, [ids[1], ids[0]], "{name}");
            assert!(board(tx, Which::Open)?.is_empty(), "{name}");
            let counts = store::counts(tx, &[town.school, town.other.school], NOW.plus_days(-1))?;
            assert_eq!(counts.len(), 1, "{name}");
            assert_eq!(
                (counts[0].kind, counts[0].states, &*counts[0].hours),
                (Kind::Device, [0, 0, 0, 2], &[0, 5][..])
            );
            assert_eq!(store::median(&counts), Some(0), "{name}");
            assert!(store::counts(tx, &[town.other.school], Moment(0))?.is_empty(), "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[test]
fn an_age_is_said_as_people_would() {
    let ages = [(0, Age::Minutes(0)), (59, Age::Minutes(59)), (60, Age::Hours(1)), (2_879, Age::Hours(47))];
    for (minutes, age) in ages.into_iter().chain([(2_880, Age::Days(2)), (-5, Age::Minutes(0))]) {
        assert_eq!(Age::of(NOW, NOW.plus_minutes(minutes)), age);
    }
}

#[tokio::test]
async fn a_difficulty_queued_by_another_slice_is_opened_once() {
    for (name, db, town) in both::<Town>().await {
        let opened = db
            .write(move |tx| {
                let payload = format!(
                    r#"{{"school":"{}","person":"{}","child":"{}","kind":"loan","text":"Pas d’ordinateur"}}"#,
                    town.school, town.guardian, town.pupils[0]
                );
                let task = (crate::SLICE.tasks)().into_iter().find(|task| task.kind == "difficulty/open").unwrap();
                let chance = kernel::Seeded::new(4);
                for _ in 0..2 {
                    task.run_in(&mut jobs::Work { tx, now: NOW, chance: &chance, payload: payload.clone() })?;
                }
                let without = payload.replace(&format!("\"{}\"", town.pupils[0]), "null");
                task.run_in(&mut jobs::Work { tx, now: NOW, chance: &chance, payload: without })?;
                let bad = task.run_in(&mut jobs::Work { tx, now: NOW, chance: &chance, payload: "{}".into() });
                assert!(bad.is_err(), "{name}: what cannot be read is an error, and comes back");
                let luc = Actor::load(tx, town.referent, NOW)?;
                let told = notice::store::of_person(tx, &luc, web::Pager::FIRST, NOW)?;
                assert_eq!(told.len(), 2, "{name}: who owns it is told");
                assert_eq!(told[0].text, "Une nouvelle difficulté vous attend (Un prêt de matériel).", "{name}");
                let samira = Actor::load(tx, town.guardian, NOW)?;
                store::mine(tx, &samira, crate::Audience::Family, web::Pager::FIRST)
            })
            .await
            .unwrap();
        assert_eq!(opened.len(), 2, "{name}: one for the child, one for the family");
        assert!(opened.iter().all(|line| line.difficulty.kind == Kind::Loan && line.keeper.is_some()), "{name}");
    }
}

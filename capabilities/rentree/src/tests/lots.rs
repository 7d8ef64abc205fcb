//! Lots that a feed brought: each school stands for itself, and what needs a look waits.
use super::{Evening, classes, work};
use crate::{FED, State, Turn, store};
use access::Role;
use directory::{
    people_import::{As, Key, Roll, Said, lots},
    testing::{self, NOW},
};
use kernel::{Id, Moment};
use web::Pager;

/// A pupil of the home school, as a feed says them.
fn pupil<'s>(key: &'s str, family: &'s str, given: &'s str, born: &'s str) -> Said<'s> {
    Said { key, family, given, born, ..Said::default() }
}

/// The four pupils of the home school, the last of them in another class; a pupil of another school; a school that is not known.
fn file(key: &str, born: &str) -> Vec<u8> {
    let mut home = Roll::of("0140041U".parse().unwrap());
    for (said, class) in [
        (pupil("E1", "Nouvel", "Inès", "2013-01-01"), "5e B"),
        (pupil("E2", "Vasseur", "Noé", "2013-02-02"), "5e B"),
        (pupil("E3", "Benali", "Maïssa", "2013-03-03"), "5e B"),
        (pupil("E4", "Hébert", "Tom", "2013-04-04"), "5e C"),
    ] {
        assert!(home.person(&said, &[As::Pupil(class)]));
    }
    let mut other = Roll::of("0500049G".parse().unwrap());
    assert!(other.person(&pupil(key, "Marie", "Zoé", born), &[As::Pupil("5e A")]));
    let mut packer = lots::Packer::default();
    packer.add("0140041U".parse().unwrap(), &home.whole().0).unwrap();
    packer.add("0500049G".parse().unwrap(), &other.whole().0).unwrap();
    packer.add("0610970Y".parse().unwrap(), &Roll::of("0610970Y".parse().unwrap()).whole().0).unwrap();
    packer.whole().unwrap()
}

/// Hands lots over, in the name of somebody who administers the académie.
async fn hand_over(evening: &Evening, bytes: Vec<u8>) -> Turn {
    let name = Id::<()>::new(NOW, &*evening.house.chance).to_string();
    evening.house.files.put(&name, bytes.into()).await.unwrap();
    evening
        .write(move |tx, town| {
            let academie = access::store::by_id(tx, town.0.academie)?.unwrap();
            let admin = testing::person(tx, &town.0.chance, ("Camille", "Morel"), &[(Role::Admin, academie.id)])?;
            let turn = Turn {
                id: town.0.id(),
                at: NOW,
                by: admin,
                unit: academie,
                source: "aaf:70".to_owned(),
                whose: FED.to_owned(),
                complete: true,
                turns: false,
                leaves: Moment::at_paris(NOW.paris().date(), 0, 0),
                file: name.clone(),
                state: State::Reading,
                done: 0,
                total: 0,
                confirmed: false,
                lineage: vec![],
            };
            store::supersede(tx, &turn.source)?;
            store::add(tx, &turn)?;
            Ok(turn)
        })
        .await
}

/// Where a turn is, and each of its schools.
async fn state(evening: &Evening, turn: &Turn) -> (State, Vec<State>) {
    let id = turn.id;
    evening
        .write(move |tx, _| {
            let schools = store::schools(tx, id, Pager::whole())?;
            Ok((store::by_id(tx, id)?.unwrap().state, schools.iter().map(|at| at.state).collect()))
        })
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_one_school_keeps_no_other_back() {
    for evening in Evening::both().await {
        let name = evening.name;
        let before = Key { source: "aaf:70".to_owned(), key: "9".to_owned() };
        // The key of the other school's pupil is Noé's.
        evening
            .write(move |tx, town| directory::store::set_key(tx, &before.source, &before.key, town.0.pupils[1]))
            .await;
        let turn = hand_over(&evening, file("9", "2013-09-09")).await;
        work(&evening).await;
        assert_eq!(state(&evening, &turn).await, (State::Ready, vec![State::Ready, State::Faulty]), "{name}");
        let mut admin = evening.of(turn.by);
        let other = format!("/rentree/{}/{}", turn.id, evening.town.0.other.school);
        admin.get(&other).await;
        assert!(admin.text.contains("Cet établissement n’est pas changé"), "{name}: {admin:?}");
        admin.get(&format!("/rentree/{}", turn.id)).await;
        assert!(admin.text.contains("À corriger") && admin.queries <= 10, "{name}: {admin:?}");
        admin.post(&format!("/rentree/{}", turn.id), &[]).await;
        work(&evening).await;
        assert_eq!(state(&evening, &turn).await, (State::Done, vec![State::Done, State::Faulty]), "{name}");
        assert_eq!(classes(&evening).await, ["5e B: Maïssa Inès Noé", "5e C: Tom"], "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn where_nobody_confirmed_a_school_with_a_doubt_waits_and_a_later_list_takes_its_place() {
    for evening in Evening::both().await {
        let name = evening.name;
        // A pupil of forty-five is looked at.
        let turn = hand_over(&evening, file("E9", "1980-09-09")).await;
        work(&evening).await;
        let id = turn.id;
        evening.write(move |tx, _| store::begin(tx, id, State::Applying)).await;
        work(&evening).await;
        assert_eq!(state(&evening, &turn).await, (State::Ready, vec![State::Done, State::Ready]), "{name}");
        let later = hand_over(&evening, file("E9", "1980-09-09")).await;
        assert_eq!(
            state(&evening, &turn).await,
            (State::Done, vec![State::Done]),
            "{name}: what was applied of it stays"
        );
        work(&evening).await;
        assert_eq!(state(&evening, &later).await.0, State::Ready, "{name}");
    }
}

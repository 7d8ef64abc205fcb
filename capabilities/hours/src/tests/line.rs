//! A line is confirmed, corrected, approved, refused: signed, dated, never overwritten.
use super::town::{NOW, Town, acting, both, kept};
use crate::{
    HourId, Month, Refusal, State,
    policy::{Approve, Confirm, Correct, Read},
    store::{self, Corrected, Entry},
};
use access::Actor;
use db::{Result, Tx};
use kernel::PersonId;

type Done = std::result::Result<(), Refusal>;

fn correct(tx: &mut Tx<'_>, town: &Town, by: PersonId, hour: HourId, (minutes, came): (i64, i64)) -> Result<Done> {
    let actor = acting(tx, by)?;
    let (line, _) = store::find::<Correct>(tx, &actor, hour)?.unwrap();
    let to = Corrected { minutes, came, reason: "Un appel après la fermeture".to_owned() };
    // A correction of the head comes a minute after the teacher's.
    let at = if by == town.head { NOW.plus_minutes(1) } else { NOW };
    store::correct(tx, &line, &actor, town.id(), &to, at)
}

fn approve(tx: &mut Tx<'_>, town: &Town, hour: HourId) -> Result<Done> {
    let head = acting(tx, town.head)?;
    let (line, _) = store::find::<Approve>(tx, &head, hour)?.unwrap();
    // Less is due the second time, a minute later.
    let at = if line.minutes == 70 { NOW.plus_minutes(1) } else { NOW };
    store::approve(tx, &line, &head, town.id(), at)
}

#[tokio::test]
async fn from_found_to_approved_with_every_step_kept() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let claire = town.teachers[0];
            let hour = town.line(tx, claire, (-100, 61, 0))?;
            assert_eq!(kept(tx, &town, hour).due, 31, "{name}: nobody came, half is due");
            let teacher = acting(tx, claire)?;
            let (line, _) = store::find::<Confirm>(tx, &teacher, hour)?.unwrap();
            store::confirm(tx, &line)?.unwrap();
            assert_eq!(kept(tx, &town, hour).state, State::Confirmed);
            assert_eq!(store::confirm(tx, &line)?, Err(Refusal::Meanwhile));
            correct(tx, &town, claire, hour, (75, 2))?.unwrap();
            let now = kept(tx, &town, hour);
            assert_eq!((now.minutes, now.came, now.due, now.state), (75, 2, 75, State::Confirmed), "{name}");
            approve(tx, &town, hour)?.unwrap();
            assert_eq!(approve(tx, &town, hour)?, Err(Refusal::Meanwhile), "{name}: once is enough");
            // Corrected once approved: it waits again, and what was approved stays readable.
            assert_eq!(correct(tx, &town, claire, hour, (75, 2))?, Err(Refusal::Same));
            correct(tx, &town, town.head, hour, (70, 2))?.unwrap();
            assert_eq!(kept(tx, &town, hour).state, State::Proposed, "{name}");
            approve(tx, &town, hour)?.unwrap();
            let (line, _) = store::find::<Read>(tx, &teacher, hour)?.unwrap();
            let (corrections, decisions) = store::history(tx, &line)?;
            let minutes: Vec<_> = corrections.iter().map(|one| (one.by, one.minutes, one.at)).collect();
            assert_eq!(minutes, [(claire, (61, 75), NOW), (town.head, (75, 70), NOW.plus_minutes(1))], "{name}");
            assert_eq!(decisions.iter().map(|one| one.due).collect::<Vec<_>>(), [75, 70], "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn what_was_read_is_what_is_decided() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let claire = town.teachers[0];
            let hour = town.line(tx, claire, (-100, 60, 1))?;
            let head = acting(tx, town.head)?;
            let (read, _) = store::find::<Approve>(tx, &head, hour)?.unwrap();
            correct(tx, &town, claire, hour, (90, 1))?.unwrap();
            assert_eq!(store::approve(tx, &read, &head, town.id(), NOW)?, Err(Refusal::Meanwhile), "{name}");
            let (read, _) = store::find::<Approve>(tx, &head, hour)?.unwrap();
            store::refuse(tx, &read, &head, (town.id(), "Le créneau était annulé"), NOW)?.unwrap();
            assert_eq!(kept(tx, &town, hour).state, State::Refused, "{name}");
            correct(tx, &town, claire, hour, (30, 1))?.unwrap();
            assert_eq!(kept(tx, &town, hour).state, State::Confirmed, "{name}: refused, it may be mended");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn nobody_approves_their_own_and_an_hour_is_paid_once() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let (claire, paul) = (town.teachers[0], town.teachers[1]);
            let own = town.line(tx, town.head, (-100, 60, 1))?;
            assert_eq!(approve(tx, &town, own)?, Err(Refusal::Own), "{name}");
            let twice = [town.line(tx, claire, (-100, 60, 1))?, town.line(tx, claire, (-130, 60, 1))?];
            let once = town.line(tx, paul, (-100, 60, 1))?;
            let (head, place) = (acting(tx, town.head)?, town.place(tx));
            let month = Month::of(NOW);
            let all = (month, store::Together::default());
            let done = store::approve_all(tx, &place, &head, all, (&town.chance, NOW))?;
            assert_eq!((done.lines, done.minutes), (1, 60), "{name}");
            assert_eq!(kept(tx, &town, once).state, State::Approved);
            for hour in [own, twice[0], twice[1]] {
                assert_eq!(kept(tx, &town, hour).state, State::Proposed, "{name}");
            }
            let (line, _) = store::find::<Approve>(tx, &head, twice[1])?.unwrap();
            store::refuse(tx, &line, &head, (town.id(), "Déjà comptée"), NOW)?.unwrap();
            let done = store::approve_all(tx, &place, &head, all, (&town.chance, NOW))?;
            assert_eq!(done.lines, 1, "{name}: one is left");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn help_on_site_stands_beside_and_is_never_sent_with_the_rest() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let claire = acting(tx, town.teachers[0])?;
            let place = store::place(&claire, town.school).unwrap();
            let entry =
                Entry { id: town.id(), starts_at: NOW.plus_minutes(-120), ends_at: NOW.plus_minutes(-30), came: 0 };
            store::enter(tx, &place, &claire, entry)?.unwrap();
            let again = Entry { id: town.id(), starts_at: NOW.plus_minutes(-60), ..entry };
            assert_eq!(store::enter(tx, &place, &claire, again)?, Err(Refusal::Overlap), "{name}");
            approve(tx, &town, entry.id)?.unwrap();
            let head = acting(tx, town.head)?;
            let school = town.place(tx);
            let month = Month::of(NOW);
            assert!(!store::make_batch(tx, &school, &head, (town.id(), month), NOW)?, "{name}");
            let counted = store::months(tx, &school, month, month)?.0[0].counted;
            assert_eq!((counted.on_site, counted.approved, counted.teachers), (90, 0, 0), "{name}");
            assert!(store::place::<crate::policy::Enter>(&claire, town.other.school).is_none());
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn a_person_is_shown_what_is_kept_of_them_and_forgotten_without_a_minute_lost() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let claire = town.teachers[0];
            let hour = town.line(tx, claire, (-100, 60, 1))?;
            correct(tx, &town, claire, hour, (70, 1))?.unwrap();
            let head: Actor = acting(tx, town.head)?;
            let (line, _) = store::find::<Approve>(tx, &head, hour)?.unwrap();
            store::refuse(tx, &line, &head, (town.id(), "Mme Auvray était absente"), NOW)?.unwrap();
            let export = store::export(tx, claire)?;
            let headings: Vec<_> = export.iter().map(|(heading, _)| heading.as_str()).collect();
            assert_eq!(headings, ["hour", "hour_correction"], "{name}");
            store::erase(tx, claire)?;
            let (line, _) = store::find::<Read>(tx, &head, hour)?.unwrap();
            assert_eq!(line.minutes, 70, "{name}");
            let (corrections, decisions) = store::history(tx, &line)?;
            assert!(corrections[0].reason.is_empty() && decisions[0].word.is_empty(), "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

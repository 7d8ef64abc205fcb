//! A publication tells every family, each by its own channel, once.
use super::town::{NOW, chance, evenings, revise, told_to};
use crate::{Standing, store};
use access::{Actor, Role};
use directory::testing;
use kernel::PersonId;
use notice::{Way, courier};
use post::Carrier;

fn letters(folder: &std::path::Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut texts: Vec<_> = entries.map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap()).collect();
    texts.sort();
    texts
}

#[tokio::test]
async fn every_guardian_is_told_once_by_their_own_channel_and_can_open_the_letter() {
    for evening in evenings().await {
        let (name, town) = (evening.name, evening.town.clone());
        assert_eq!(told_to(&evening, town.apart[0], town.ines).await.way, Way::Sms, "{name}");
        assert_eq!(told_to(&evening, town.apart[1], town.ines).await.way, Way::Paper, "{name}");
        let (one, other) =
            (told_to(&evening, town.samira, town.maissa).await, told_to(&evening, town.samira, town.sami).await);
        assert_eq!((one.notice, one.way), (other.notice, Way::Email), "{name}: one message for two children");
        assert!(!told_to(&evening, town.grandmother, town.tom).await.authority, "{name}");
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(courier::run_once(&evening.house, &Carrier::folder(folder.path())).await.unwrap(), 2, "{name}");
        let texts = letters(folder.path());
        assert!(texts.iter().all(|text| !text.contains("Inès") && !text.contains("Maïssa")), "{name}: {texts:?}");
        for text in &texts {
            let path = text.trim_end().rsplit("http://127.0.0.1").next().unwrap();
            let mut phone = evening.nobody();
            phone.get(path).await;
            assert!(phone.status == 200 && phone.text.contains("Collège des Falaises"), "{name}: {phone:?}");
        }
        // The follow-up takes over what the courier did.
        evening.clock.set(NOW.plus_minutes(6));
        evening.work().await;
        let told = told_to(&evening, town.samira, town.maissa).await;
        assert_eq!((told.informed_at, told.received_at), (Some(NOW), Some(NOW)), "{name}");
        let counts = evening.write(|tx, town| store::counts(tx, town.dispositif, &[town.school])).await[&town.school];
        assert_eq!((counts.told, counts.informed, counts.received, counts.children), (5, 3, 3, 4), "{name}");
        assert_eq!(counts.delay, Some(60), "{name}: an hour from the head's approval");
        // Twice is once.
        let again = evening.write(|tx, town| {
            let announced = store::Announced {
                dispositif: town.dispositif,
                school: town.school,
                protocol: town.protocol,
                approved_at: NOW,
                published_at: NOW,
            };
            store::announce(tx, &chance(3), &announced, NOW)
        });
        assert_eq!(again.await, 0, "{name}");
    }
}

#[tokio::test]
async fn who_comes_later_is_told_within_the_hour_and_a_new_version_is_told_again() {
    for evening in evenings().await {
        let (name, town) = (evening.name, evening.town.clone());
        let newcomer: PersonId = evening
            .write(|tx, town| {
                let pupil = testing::person(tx, &town.chance, ("Léo", "Petit"), &[(Role::Pupil, town.class)])?;
                testing::guardian(tx, &town.chance, ("Nadia", "Petit"), &[pupil])
            })
            .await;
        evening.clock.set(NOW.plus_minutes(61));
        evening.work().await;
        let told = evening
            .write(move |tx, _| {
                let actor = Actor::load(tx, newcomer, NOW)?;
                store::of_guardian(tx, &actor, NOW)
            })
            .await;
        assert_eq!(told.len(), 1, "{name}");
        // Samira answers, then the protocol changes: everybody is told again, what she said stays.
        let maissa = told_to(&evening, town.samira, town.maissa).await;
        let path = format!("/accord/lettre/{}", maissa.id);
        let mut samira = evening.of(town.samira);
        samira.get(&path).await;
        samira.post(&path, &[("reponse", "oui")]).await;
        evening
            .write(|tx, town| {
                let head = Actor::load(tx, town.head, NOW)?;
                revise(tx, &chance(12), &head, (town.dispositif, town.school), NOW.plus_minutes(70)).map(drop)
            })
            .await;
        evening.clock.set(NOW.plus_minutes(131));
        evening.work().await;
        let again = told_to(&evening, town.samira, town.maissa).await;
        assert!(again.protocol != maissa.protocol && again.id != maissa.id, "{name}");
        let kept = evening.write(|tx, town| store::standing(tx, town.dispositif, town.maissa)).await;
        assert_eq!(kept, Standing::Agreed, "{name}");
    }
}

#[tokio::test]
async fn a_large_school_is_told_in_few_statements() {
    for evening in evenings().await {
        let statements = evening
            .write(|tx, town| {
                for _ in 0..300 {
                    let pupil = testing::person(tx, &town.chance, ("Léo", "Nombreux"), &[(Role::Pupil, town.class)])?;
                    testing::guardian(tx, &town.chance, ("Nadia", "Nombreux"), &[pupil])?;
                    testing::guardian(tx, &town.chance, ("Karim", "Nombreux"), &[pupil])?;
                }
                let before = tx.queries();
                let told = store::newcomers(tx, &town.chance, NOW)?;
                assert_eq!(told, 600);
                Ok(tx.queries() - before)
            })
            .await;
        assert!(statements < 60, "{}: {statements}", evening.name);
    }
}

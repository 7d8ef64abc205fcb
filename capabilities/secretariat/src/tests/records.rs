//! Records that stay whole: what was not sent, what is held already, what was made one, who is known elsewhere.
use super::{Evening, Town, deeds, roles};
use db::params;
use directory::testing::{self, Setting};

/// What one form of a page refuses takes nothing from another form of it.
#[tokio::test(flavor = "multi_thread")]
async fn a_refused_form_leaves_the_others_as_they_were() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let mut admin = evening.of(town.admin);
        let at = format!("/personnes/{}", town.teachers[0]);
        admin.get(&at).await;
        admin
            .post(
                &format!("{at}/identite"),
                &[
                    ("prenom", "Claire"),
                    ("nom", "Auvray"),
                    ("naissance", "1980-08-06"),
                    ("telephone", "06 12 34 56 78"),
                ],
            )
            .await;
        admin.get(&at).await;
        assert!(admin.text.contains("6 août 1980"), "{name}: {admin:?}");
        admin.post(&format!("{at}/roles"), &[("role", "teacher"), ("ou", "nowhere")]).await;
        assert_eq!(admin.status, 422, "{name}");
        for kept in ["value=\"Claire\"", "value=\"1980-08-06\"", "value=\"06 12 34 56 78\""] {
            assert!(admin.text.contains(kept), "{name} {kept}: {admin:?}");
        }
        admin
            .post(&format!("{at}/identite"), &[("prenom", "Claire"), ("nom", "Auvray"), ("naissance", "2099-01-01")])
            .await;
        assert!(admin.status == 422 && admin.text.contains("pas encore venu"), "{name}: {admin:?}");
    }
}

/// A role may begin later; it is not shortened by being given again, and its end does not come before its beginning.
#[tokio::test(flavor = "multi_thread")]
async fn a_role_begins_on_a_day_and_is_not_given_twice() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let mut head = evening.of(town.head);
        let at = format!("/personnes/{}/roles", town.teachers[0]);
        head.get("/personnes").await;
        let day = |days| testing::NOW.plus_days(days).paris().date().to_string();
        let (tomorrow, later) = (day(1), day(30));
        head.post(&at, &[("role", "referent"), ("des", &later), ("jusqu", &tomorrow)]).await;
        assert!(head.status == 422 && head.text.contains("avant le début"), "{name}: {head:?}");
        head.post(&at, &[("role", "referent"), ("des", &tomorrow), ("jusqu", &later)]).await;
        assert_eq!(head.status, 303, "{name}: {head:?}");
        assert!(!roles(&evening, town.teachers[0]).await.contains(&"referent"), "{name}: not before that day");
        head.post(&at, &[("role", "referent"), ("jusqu", &tomorrow)]).await;
        assert!(head.status == 422 && head.text.contains("a déjà ce rôle"), "{name}: {head:?}");
        assert!(
            deeds(&evening, town.teachers[0]).await.iter().any(|deed| deed.contains(&format!("from {tomorrow}"))),
            "{name}"
        );
    }
}

/// The last administrator's role has no end that is given to it by the way.
#[tokio::test(flavor = "multi_thread")]
async fn an_administrator_does_not_end_by_being_given_the_role_for_a_while() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let mut admin = evening.of(town.admin);
        admin.get("/personnes").await;
        let tomorrow = testing::NOW.plus_days(1).paris().date().to_string();
        admin.post(&format!("/personnes/{}/roles", town.admin), &[("role", "admin"), ("jusqu", &tomorrow)]).await;
        assert_eq!(admin.status, 422, "{name}: {admin:?}");
    }
}

/// Erased, somebody takes along the records that were made one with theirs; who is nowhere any more is forgotten, not before.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_made_one_is_erased_as_one_and_who_is_nowhere_is_forgotten() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let (kept, gone) = (town.teachers[0], town.teachers[2]);
        let left = evening
            .write(move |tx, town| {
                let hand = crate::Hand { by: Some(town.admin), now: testing::NOW, chance: &kernel::SystemChance };
                crate::merge(tx, &hand, (gone, kept), None)?;
                crate::forget(tx, Town::SLICES, &hand, kept, None)?;
                let sql = "SELECT count(*) FROM directory_person WHERE id IN (?1, ?2) AND family <> ''";
                let named: i64 = tx.first(sql, &params![gone, kept])?.map_or(0, |row| row.get(0));
                let rows: i64 = tx.first("SELECT count(*) FROM undo_row", &[])?.map_or(0, |row| row.get(0));
                // A guardian whose child is forgotten is nowhere.
                crate::forget(tx, Town::SLICES, &hand, town.pupils[0], None)?;
                let soon = directory::store::are_nowhere(tx, testing::NOW.plus_days(1), 50)?;
                Ok((named, rows, soon.contains(&town.guardian), soon.contains(&town.head)))
            })
            .await;
        assert_eq!((left.0, left.1, left.3), (0, 0, false), "{name}");
        let mut admin = evening.of(town.admin);
        if left.2 {
            admin.get("/personnes?cherche=nouvel&partis=1").await;
            assert!(admin.text.contains("Nouvel Samira"), "{name}: {admin:?}");
            assert_eq!(admin.get(&format!("/personnes/{}/oubli", town.guardian)).await.status, 200, "{name}");
        }
    }
}

/// Somebody of the same name and day who is kept elsewhere is not made twice without a word.
#[tokio::test(flavor = "multi_thread")]
async fn who_is_known_elsewhere_is_not_made_twice_without_a_word() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let pupil = town.pupils[0];
        let known = evening
            .write(move |tx, _| {
                testing::change(tx, pupil, |known| known.born = Some("2013-01-01".to_owned()))?;
                Ok(directory::store::person(tx, pupil)?.unwrap())
            })
            .await;
        let mut other = evening.of(town.other.head);
        other.get("/personnes/nouvelle?pour=eleve").await;
        let theirs = town.other.class.to_string();
        let mut fields = vec![
            ("pour", "eleve"),
            ("prenom", &*known.given),
            ("nom", &*known.family),
            ("naissance", "2013-01-01"),
            ("classe", &*theirs),
        ];
        other.post("/personnes/nouvelle", &fields).await;
        assert!(other.status == 422 && other.text.contains("connue dans un autre établissement"), "{name}: {other:?}");
        assert!(!other.text.contains(&pupil.to_string()), "{name}: where is not told");
        fields.push(("autre", "1"));
        other.post("/personnes/nouvelle", &fields).await;
        assert_eq!(other.status, 303, "{name}: {other:?}");
    }
}

/// Eight hands give one role at once: it is given once, and told once.
#[tokio::test(flavor = "multi_thread")]
async fn a_role_given_by_eight_at_once_is_given_once() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let at = format!("/personnes/{}/roles", town.teachers[0]);
        let mut head = evening.of(town.head);
        head.get("/personnes").await;
        let give = |_| {
            let (mut browser, at) = (head.clone(), at.clone());
            async move { browser.post(&at, &[("role", "referent")]).await.status }
        };
        let answers = web::testing::race(8, give).await;
        assert!(
            answers.contains(&303) && answers.iter().all(|status| [303, 422].contains(status)),
            "{name}: {answers:?}"
        );
        let told = deeds(&evening, town.teachers[0]).await;
        assert_eq!(told.iter().filter(|deed| deed.starts_with("role/given referent")).count(), 1, "{name}: {told:?}");
    }
}

/// The trail is asked by a name; of several of one name it is asked which.
#[tokio::test(flavor = "multi_thread")]
async fn the_trail_is_asked_by_a_name() {
    for evening in Evening::both().await {
        let name = evening.name;
        let mut admin = evening.of(evening.town.admin);
        admin.get("/registre?qui=auvray").await;
        assert!(admin.text.contains("Seulement ce qui touche") && admin.text.contains("Auvray"), "{name}: {admin:?}");
        admin.get("/registre?qui=personne-ici").await;
        assert!(admin.status == 422 && admin.text.contains("Personne de ce nom"), "{name}: {admin:?}");
        admin.get("/registre?du=2025-11-02&au=2025-11-01").await;
        assert!(admin.status == 422 && admin.text.contains("avant le début"), "{name}: {admin:?}");
    }
}

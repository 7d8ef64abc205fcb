//! Who gives what to whom; and what nobody reaches from elsewhere.
use super::{Evening, roles};
use access::Role;
use std::fmt::Write as _;

/// Each role that a page lets each keeper give, at their school, at another school, at the académie.
const GIVEN: &str = "\
head: teacher documentalist vie-scolaire aed aesh referent psyen association tutor elected delegate partner
referent:
admin: teacher documentalist vie-scolaire aed aesh referent psyen head director inspector erun trainer pilot admin association tutor elected delegate partner
head of another school:
";

#[tokio::test(flavor = "multi_thread")]
async fn each_gives_what_is_theirs_to_give() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let at = format!("/personnes/{}/roles", town.teachers[2]);
        let mut given = String::new();
        let givers = [("head", town.head), ("referent", town.referent), ("admin", town.admin)];
        for (word, giver) in givers.into_iter().chain([("head of another school", town.other.head)]) {
            let mut browser = evening.of(giver);
            browser.get("/personnes").await;
            let mut all = vec![];
            for role in Role::ALL {
                let place = if role.on().contains(&access::UnitKind::Etablissement) { "0140041U" } else { "" };
                browser.post(&at, &[("role", role.word()), ("ou", place)]).await;
                // Who holds it already is told so: it could have been given.
                if browser.status == 303 || browser.text.contains("a déjà ce rôle") {
                    all.push(role.word());
                }
            }
            let _ = writeln!(given, "{}", format!("{word}: {}", all.join(" ")).trim_end());
        }
        assert_eq!(given, GIVEN, "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_gives_at_another_school_what_they_give_at_theirs() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let mut head = evening.of(town.head);
        let at = format!("/personnes/{}/roles", town.teachers[2]);
        head.get("/personnes").await;
        head.post(&at, &[("role", "teacher"), ("ou", "0500049G")]).await;
        assert!(head.status == 422 && head.text.contains("ne peut pas être donné là"), "{name}: {head:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn another_schools_people_are_absent_on_every_address() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        for stranger in [town.other.head, town.teachers[0], town.pilot, town.vie_scolaire] {
            let mut browser = evening.of(stranger);
            browser.get("/").await;
            for person in [town.pupils[0], town.guardian, town.head, town.admin] {
                for route in crate::pages::routes().0.iter().filter(|route| route.path.contains("{person}")) {
                    let path = route.path.replace("{person}", &person.to_string());
                    let status = match route.method() {
                        "GET" => browser.get(&path).await.status,
                        _ => browser.post(&path, &[]).await.status,
                    };
                    assert_eq!(status, 404, "{name}: {} {path}", route.method());
                }
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_changes_who_has_more_power_than_they_have() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let tried = ["identite", "fusion", "separation", "oubli", "export"];
        for (keeper, over) in [(town.referent, town.head), (town.referent, town.vie_scolaire), (town.head, town.head)] {
            let mut browser = evening.of(keeper);
            let at = format!("/personnes/{over}");
            assert_eq!(browser.get(&at).await.status, 200, "{name}");
            assert!(!browser.text.contains("/identite"), "{name}: no form for it: {browser:?}");
            for under in tried {
                assert_eq!(browser.post(&format!("{at}/{under}"), &[("oui", "1")]).await.status, 404, "{name} {under}");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_academie_keeps_an_administrator() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let (mut admin, place) = (evening.of(town.admin), town.academie.to_string());
        let end = |person: kernel::PersonId| format!("/personnes/{person}/roles/fin");
        let form = [("role", "admin"), ("lieu", &*place)];
        admin.get("/personnes").await;
        admin.post(&end(town.admin), &form).await;
        assert!(admin.status == 422 && admin.text.contains("soi-même"), "{name}: one's own stays: {admin:?}");
        admin.post(&end(town.second_admin), &form).await;
        assert_eq!(admin.status, 303, "{name}: {admin:?}");
        assert!(roles(&evening, town.second_admin).await.is_empty(), "{name}");
        let last = evening
            .write(|tx, town| {
                let someone = directory::store::someone(tx, town.admin, directory::testing::NOW)?.unwrap();
                let hand = crate::Hand { by: None, now: directory::testing::NOW, chance: &town.chance };
                crate::end(tx, &hand, town.admin, &someone.held[0], directory::testing::NOW)
            })
            .await;
        assert_eq!(last, crate::Ended::Last, "{name}: not even the operator ends the last one");
    }
}

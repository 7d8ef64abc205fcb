//! Who may come where.
use super::town::{NOW, evenings, told_to};
use crate::{
    policy::{Enter, Reply},
    store,
};
use access::Actor;

#[tokio::test]
async fn each_door_opens_to_its_own() {
    for evening in evenings().await {
        let (name, town) = (evening.name, evening.town.clone());
        let told = told_to(&evening, town.samira, town.maissa).await.id;
        let paths = [
            "/accord".to_owned(),
            format!("/accord/lettre/{told}"),
            "/accord/suivi".to_owned(),
            format!("/accord/suivi/{}", town.class),
            format!("/accord/feuilles/{}", town.class),
            format!("/accord/papier/{told}"),
            "/accord/contraintes".to_owned(),
        ];
        let table = [
            (town.samira, [200, 200, 404, 404, 404, 404, 404]),
            (town.apart[0], [200, 404, 404, 404, 404, 404, 404]),
            (town.stranger, [200, 404, 404, 404, 404, 404, 404]),
            (town.maissa, [404, 404, 404, 404, 404, 404, 404]),
            (town.head, [404, 404, 200, 200, 200, 200, 200]),
            (town.vie_scolaire, [404, 404, 200, 200, 200, 200, 200]),
            (town.teachers[0], [404, 404, 404, 404, 404, 404, 404]),
            (town.other.head, [404, 404, 200, 404, 404, 404, 200]),
            (town.pilot, [404, 404, 200, 404, 404, 404, 404]),
        ];
        for (person, wanted) in table {
            let mut browser = evening.of(person);
            for (path, status) in paths.iter().zip(wanted) {
                browser.get(path).await;
                assert_eq!(browser.status, status, "{name}: {path} {browser:?}");
            }
        }
        for path in &paths {
            assert_eq!(evening.nobody().get(path).await.status, 303, "{name}: {path} leads to the door");
        }
    }
}

#[tokio::test]
async fn the_team_never_answers_in_a_familys_name() {
    for evening in evenings().await {
        let (name, town) = (evening.name, evening.town.clone());
        let told = told_to(&evening, town.samira, town.maissa).await.id;
        let found = evening.write(move |tx, town| {
            let mut found = vec![];
            for person in [town.samira, town.head, town.vie_scolaire, town.pilot, town.maissa] {
                let actor = Actor::load(tx, person, NOW)?;
                found.push((
                    store::find::<Reply>(tx, &actor, told, NOW)?.is_some(),
                    store::find::<Enter>(tx, &actor, told, NOW)?.is_some(),
                ));
            }
            Ok(found)
        });
        let wanted = [(true, false), (false, true), (false, true), (false, false), (false, false)];
        assert_eq!(found.await, wanted, "{name}");
        // A member of the team who is also the parent answers for their own child by their own letter.
        let mut head = evening.of(town.head);
        head.get(&format!("/accord/papier/{told}")).await;
        head.post(&format!("/accord/lettre/{told}"), &[("reponse", "oui")]).await;
        assert_eq!(head.status, 404, "{name}");
    }
}

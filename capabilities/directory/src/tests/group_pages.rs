//! Groups as a browser meets them: made, filled, shown, left, ended; and a guest of each of its pages.
use super::pages::house;
use access::Role;
use kernel::PersonId;
use web::{Lang, testing::Browser};

/// A page that is answered, whole in words, with one heading.
fn sound(browser: &Browser) {
    assert_eq!(browser.status, 200, "{browser:?}");
    assert!(!browser.text.contains("[directory") && !browser.text.contains("[shell"), "{browser:?}");
    assert_eq!(browser.text.matches("<h1").count(), 1, "{browser:?}");
}

#[tokio::test]
async fn a_group_is_made_filled_shown_and_ended() {
    let (browser, demo) = house().await;
    let of = |person: PersonId| browser.another().with("preau", person).with("lang", "fr");
    let mut claire = of(demo.teachers[0].0.id);
    sound(claire.get("/groupes/nouveau").await);
    claire.post("/groupes/nouveau", &[("nom", "")]).await;
    assert_eq!(claire.status, 422, "{claire:?}");
    claire.get("/groupes/nouveau").await;
    claire.post("/groupes/nouveau", &[("nom", "Chorale"), ("genre", "club"), ("liste", "1")]).await;
    let people = claire.location.clone().unwrap();
    let group = people.strip_suffix("/personnes").unwrap().to_owned();
    sound(claire.follow().await);

    let (maissa, other) = (&demo.pupils[1], &demo.pupils[8]);
    let from = format!("{people}?de={}", demo.class.id);
    sound(claire.get(&from).await);
    assert!(claire.text.contains(&maissa.full()), "{claire:?}");
    let (class, in_it, stranger) = (demo.class.id.to_string(), maissa.id.to_string(), demo.other_pupil.id.to_string());
    claire.post(&people, &[("de", &class), ("eleve", &stranger)]).await;
    assert_eq!(claire.status, 404, "a pupil of another school is hidden: {claire:?}");
    claire.get(&from).await;
    claire.post(&people, &[("de", &class), ("eleve", &in_it), ("eleve", &other.id.to_string())]).await;
    assert_eq!(claire.location.as_deref(), Some(group.as_str()), "{claire:?}");
    sound(claire.follow().await);
    assert!(claire.text.contains(&maissa.full()) && claire.text.contains(&other.full()), "{claire:?}");

    let mut pupil = of(maissa.id);
    sound(pupil.get("/groupes").await);
    assert!(pupil.text.contains("Chorale") && pupil.text.contains("5e B"), "{pupil:?}");
    sound(pupil.get(&group).await);
    assert!(pupil.text.contains(&other.short()) && !pupil.text.contains(&other.full()), "{pupil:?}");
    assert!(!pupil.text.contains("/depart"), "who is in it lets nobody go");
    assert_eq!(pupil.get(&format!("{group}/personnes")).await.status, 404);
    assert_eq!(of(demo.other_teacher.id).get(&group).await.status, 404, "another school");
    assert_eq!(of(demo.pilot.id).get(&group).await.status, 404, "being above is not being allowed");
    sound(of(demo.head.id).get(&format!("{group}/reglages")).await);

    claire.get(&group).await;
    claire.post(&format!("{group}/depart"), &[("personne", &in_it)]).await;
    assert_eq!(pupil.get(&group).await.status, 404, "who left sees nothing");
    claire.get(&format!("{group}/reglages")).await;
    assert!(claire.text.contains("Une personne retirée") && claire.text.contains("Claire Auvray"), "{claire:?}");
    claire.post(&format!("{group}/ecoles"), &[("uai", &demo.other.code)]).await;
    let mut there = of(demo.other_teacher.id);
    sound(there.get(&group).await);
    assert!(!there.text.contains(&other.full()), "the team of the other school sees its own people: {there:?}");
    claire.get(&format!("{group}/reglages")).await;
    claire.post(&format!("{group}/fin"), &[("oui", "1")]).await;
    assert_eq!(claire.get(&group).await.status, 404, "it is over");
}

#[tokio::test]
async fn a_guest_is_made_until_a_day_and_meets_their_group_alone() {
    let (browser, demo) = house().await;
    let group = format!("/groupes/{}", demo.groups.club);
    let documentalist = demo.of_role(Role::Documentalist).unwrap().id;
    let mut leader = browser.another().with("preau", documentalist).with("lang", "fr");
    let guests = format!("{group}/invites");
    sound(leader.get(&guests).await);
    let named = [("prenom", "Aimé"), ("nom", "Villedieu"), ("role", "tutor"), ("part", "observer")];
    leader.post(&guests, &named).await;
    assert_eq!(leader.status, 422, "a guest has a last day: {leader:?}");
    leader.get(&guests).await;
    let fields: Vec<_> = named.into_iter().chain([("jusqu", "2026-12-24")]).collect();
    leader.post(&guests, &fields).await;
    sound(leader.follow().await);
    assert!(leader.text.contains("Aimé Villedieu") && leader.text.contains(&format!("{group}/cartes")), "{leader:?}");

    // One for later is listed, and can be taken back; a day too far is refused in words.
    let later =
        |from| [("prenom", "Léa"), ("nom", "Demain"), ("role", "tutor"), ("depuis", from), ("jusqu", "2026-12-24")];
    leader.get(&guests).await;
    leader.post(&guests, &later("9999-12-31")).await;
    assert_eq!(leader.status, 422, "{leader:?}");
    leader.get(&guests).await;
    leader.post(&guests, &later("2026-06-01")).await;
    sound(leader.follow().await);
    assert!(leader.text.contains("Léa Demain"), "{leader:?}");
    assert!(leader.get(&group).await.text.contains("Léa Demain"), "{leader:?}");
    let row = leader.text.split("Léa Demain").nth(1).and_then(|rest| rest.split("name=\"personne\" value=\"").nth(1));
    let lea = row.and_then(|rest| rest.split('"').next()).unwrap().to_owned();
    leader.post(&format!("{group}/depart"), &[("personne", &lea)]).await;
    assert!(!leader.get(&group).await.text.contains("Léa Demain"), "{leader:?}");
    assert!(
        !leader.get(&guests).await.text.contains("Léa Demain"),
        "who left their last group is no guest: {leader:?}"
    );

    for (role, person) in demo.others.iter().filter(|(role, _)| role.audience() == access::Audience::Guest) {
        let mut guest = browser.another().with("preau", person.id);
        for lang in Lang::WHOLE {
            guest = guest.with("lang", lang);
            sound(guest.get("/groupes").await);
            let mine = if *role == Role::Association { demo.groups.club } else { demo.groups.team };
            assert_eq!(guest.text.matches("href=\"/groupes/").count(), 1, "{role:?}: {guest:?}");
            sound(guest.get(&format!("/groupes/{mine}")).await);
            let pupils = demo.pupils.iter().filter(|pupil| guest.text.contains(&pupil.full())).count();
            assert_eq!(pupils > 0, *role == Role::Association, "{role:?} sees pupils only where they help");
            assert_eq!(guest.get(&format!("/groupes/{}", demo.groups.need)).await.status, 404, "{role:?}");
            assert_eq!(guest.get("/ecole").await.status, 404, "{role:?}");
            assert_eq!(guest.get("/groupes/nouveau").await.status, 404, "{role:?}");
        }
    }
}

/// The adults of a group of two schools see all of it; the club's members, which shows no list, see its adults.
#[tokio::test]
async fn two_schools_meet_in_a_group_and_nowhere_else() {
    let (browser, demo) = house().await;
    let of = |person: PersonId| browser.another().with("preau", person).with("lang", "fr");
    let cross = format!("/groupes/{}", demo.groups.cross);
    for teacher in [demo.teachers[0].0.id, demo.other_teacher.id] {
        let mut teacher = of(teacher);
        sound(teacher.get(&cross).await);
        assert!(teacher.text.contains(&demo.other_pupil.full()) && teacher.text.contains(&demo.pupils[2].full()));
    }
    let mut colleague = of(demo.head.id);
    sound(colleague.get(&cross).await);
    assert!(colleague.text.contains(&demo.pupils[2].full()), "{colleague:?}");
    assert!(!colleague.text.contains(&demo.other_pupil.full()), "a head sees their own pupils: {colleague:?}");
    let mut member = of(demo.pupils[5].id);
    sound(member.get(&format!("/groupes/{}", demo.groups.club)).await);
    assert!(member.text.contains("Bruno Lemarchand"), "{member:?}");
    let others = demo.pupils.iter().enumerate().filter(|(n, pupil)| *n != 5 && member.text.contains(&pupil.short()));
    assert_eq!(others.count(), 0, "{member:?}");
}

//! What somebody said by hand, or has power over, and what a list does not change.
use super::{Evening, send, work};
use access::Role;
use directory::testing;
use web::testing::Browser;

/// What a correction by hand says of families goes before what a list says.
#[tokio::test(flavor = "multi_thread")]
async fn a_list_takes_back_no_correction_made_by_hand() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town.0);
        let (pupil, other) = (town.pupils[0], town.pupils[1]);
        let mut head = evening.of(town.head);
        let day = testing::NOW.paris().date().to_string();
        let list = "E1;Nouvel;Inès;2013-01-01;élève;0140041U;5e B;\nR1;Nouvel;Karim;;responsable;;;E1\n";
        let mut apply = async || {
            let at = send(&mut head, list, &[]).await;
            work(&evening).await;
            let said = head.get(&at).await.text.clone();
            head.post(&at, &[("part", &day)]).await;
            work(&evening).await;
            (at, said)
        };
        let before = town.guardian;
        apply().await;
        let answering = evening.write(move |tx, _| directory::store::guardians(tx, pupil)).await;
        let guardian = answering.iter().map(|one| one.person.id).find(|one| *one != before).unwrap();
        evening
            .write(move |tx, _| {
                access::store::end_guardian(tx, guardian, pupil, testing::NOW)?;
                access::store::say_by_hand(tx, guardian, pupil)?;
                access::store::tie(tx, (guardian, other), false, testing::NOW, None)?;
                access::store::say_by_hand(tx, guardian, other)
            })
            .await;
        let (at, said) = apply().await;
        assert!(said.contains("1 à vérifier"), "{name} {at}: {said}");
        head.get(&format!("{at}/{}", town.school)).await;
        assert!(head.text.contains("corrigé à la main"), "{name}: {head:?}");
        let links = evening.write(move |tx, _| directory::store::links(tx, guardian, testing::NOW.plus_days(1))).await;
        assert_eq!(links.into_iter().collect::<Vec<_>>(), [(other, false)], "{name}");
    }
}

/// Who holds a role elsewhere is not the sender's to rename.
#[tokio::test(flavor = "multi_thread")]
async fn who_has_power_elsewhere_is_not_corrected_by_a_list() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town.0);
        let teacher = town.teachers[0];
        let mut head = evening.of(town.head);
        let day = testing::NOW.paris().date().to_string();
        let apply = async |head: &mut Browser, given: &str| {
            let row = format!("T1;Auvray;{given};1980-01-01;enseignant;0140041U;;\n");
            let at = send(head, &row, &[]).await;
            work(&evening).await;
            head.get(&at).await;
            assert!(head.text.contains("Confirmer"), "{name} {given}: {head:?}");
            head.post(&at, &[("part", &day)]).await;
            work(&evening).await;
            evening.write(move |tx, _| Ok(directory::store::person(tx, teacher)?.map(|person| person.given))).await
        };
        assert_eq!(apply(&mut head, "Claire").await.as_deref(), Some("Claire"), "{name}");
        assert_eq!(apply(&mut head, "Clara").await.as_deref(), Some("Clara"), "{name}: hers to correct");
        let academie = town.academie;
        evening.write(move |tx, _| access::store::grant(tx, teacher, Role::Pilot, academie, testing::NOW, None)).await;
        assert_eq!(apply(&mut head, "Pirate").await.as_deref(), Some("Clara"), "{name}: not any more");
    }
}

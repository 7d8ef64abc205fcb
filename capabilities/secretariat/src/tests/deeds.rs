//! Finding, making, correcting; roles, classes and families.
use super::{Evening, Town, deeds, named, roles};
use db::params;
use directory::testing;

#[tokio::test(flavor = "multi_thread")]
async fn a_keeper_finds_their_own_people_and_no_others() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let mut head = evening.of(town.head);
        for (asked, found, not) in [
            ("/personnes", "Vasseur Noé", "Marie Zoé"),
            ("/personnes?cherche=vass", "Vasseur Noé", "Benali"),
            ("/personnes?cherche=no%C3%A9+vasseur", "Vasseur Noé", "Benali"),
            ("/personnes?role=guardian", "Nouvel Samira", "Nouvel Inès<"),
            ("/personnes?role=teacher", "Auvray Claire", "Benali"),
            ("/personnes?cherche=marie", "Personne de ce nom", "Marie Zoé"),
        ] {
            head.get(asked).await;
            assert!(head.text.contains(found) && !head.text.contains(not), "{name} {asked}: {head:?}");
        }
        let mut admin = evening.of(town.admin);
        for (asked, found) in [
            ("/personnes", "Écrivez un nom"),
            ("/personnes?cherche=marie", "Marie Zoé"),
            ("/personnes?ecole=0500049G", "Marie Zoé"),
            ("/personnes?cherche=nouvel", "Répond d’Inès Nouvel"),
        ] {
            assert!(admin.get(asked).await.text.contains(found), "{name} {asked}: {admin:?}");
        }
        for stranger in [town.teachers[0], town.vie_scolaire, town.pilot, town.pupils[0], town.guardian] {
            assert_eq!(evening.of(stranger).get("/personnes").await.status, 404, "{name}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_left_is_found_among_those_who_left() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        evening
            .write(|tx, town| {
                let (pupil, yesterday) = (town.pupils[3], testing::NOW.plus_days(-1));
                access::store::end_grant(tx, pupil, access::Role::Pupil, town.class, yesterday)
            })
            .await;
        let mut head = evening.of(town.head);
        assert!(!head.get("/personnes").await.text.contains("Hébert Tom"), "{name}: {head:?}");
        head.get("/personnes?partis=1").await;
        assert!(head.text.contains("Hébert Tom") && !head.text.contains("Vasseur"), "{name}: {head:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_of_the_same_name_is_shown_before_a_second_one_is_made() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let mut head = evening.of(town.head);
        let new = "/personnes/nouvelle";
        head.get(new).await;
        let mut form = vec![("pour", "adulte"), ("prenom", "CLAIRE"), ("nom", "auvray"), ("role", "aed")];
        head.post(new, &form).await;
        assert!(head.status == 422 && head.text.contains("Est-ce déjà"), "{name}: {head:?}");
        form.push(("autre", "1"));
        head.post(new, &form).await;
        assert_eq!(head.status, 303, "{name}: {head:?}");
        let made = named(&evening, "CLAIRE").await;
        assert_eq!(roles(&evening, made[0]).await, ["aed"], "{name}");
        assert_eq!(deeds(&evening, made[0]).await, ["person/created", "role/given aed"], "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pupil_and_who_answers_for_them_are_made() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let mut head = evening.of(town.head);
        let class = town.class.to_string();
        head.get("/personnes/nouvelle?pour=eleve").await;
        let form =
            [("pour", "eleve"), ("prenom", "Ana"), ("nom", "Roy"), ("naissance", "2013-04-05"), ("classe", &*class)];
        head.post("/personnes/nouvelle", &form).await;
        assert_eq!(head.status, 303, "{name}: {head:?}");
        let ana = named(&evening, "Ana").await[0];
        let child = ana.to_string();
        head.get("/personnes/nouvelle?pour=responsable&cherche=roy").await;
        assert!(head.text.contains("Ana Roy"), "{name}: {head:?}");
        let form =
            [("pour", "responsable"), ("prenom", "Luis"), ("nom", "Roy"), ("enfant", &*child), ("autorite", "1")];
        head.post("/personnes/nouvelle", &form).await;
        assert_eq!(head.status, 303, "{name}: {head:?}");
        head.get(&format!("/personnes/{ana}")).await;
        assert!(head.text.contains("Luis Roy") && head.text.contains("avec autorité parentale"), "{name}: {head:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_said_before_stays_in_the_trail() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let (pupil, mut head) = (town.pupils[1], evening.of(town.head));
        let at = format!("/personnes/{pupil}");
        head.get(&at).await;
        head.post(&format!("{at}/identite"), &[("prenom", "No3"), ("nom", "Vasseur")]).await;
        assert!(head.status == 422 && head.text.contains("No3"), "{name}: what was typed is kept: {head:?}");
        head.post(&format!("{at}/identite"), &[("prenom", "Noë"), ("nom", "Levasseur")]).await;
        assert_eq!(head.status, 303, "{name}: {head:?}");
        assert_eq!(deeds(&evening, pupil).await, ["person/corrected Noé Vasseur"], "{name}");
        head.get("/registre").await;
        assert!(
            head.text.contains("Hélène Roux a corrigé la fiche de Noë Levasseur. Avant : Noé Vasseur."),
            "{head:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_is_given_until_a_day_and_ended() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let (teacher, mut head) = (town.teachers[1], evening.of(town.head));
        let at = format!("/personnes/{teacher}");
        head.get(&at).await;
        head.post(&format!("{at}/roles"), &[("role", "referent"), ("jusqu", "2026-08-31")]).await;
        assert_eq!(head.status, 303, "{name}: {head:?}");
        assert_eq!(deeds(&evening, teacher).await, ["role/given referent until 2026-08-31"], "{name}");
        head.get("/registre").await;
        let said = "Hélène Roux a donné à Paul Lebrun le rôle « Référent numérique », jusqu’au lundi 31 août 2026.";
        assert!(head.text.contains(said), "{name}: {head:?}");
        head.get(&at).await;
        assert!(head.text.contains("Donné par Hélène Roux"), "{name}: {head:?}");
        let school = town.school.to_string();
        head.post(&format!("{at}/roles/fin"), &[("role", "referent"), ("lieu", &school)]).await;
        assert_eq!(head.status, 303, "{name}: {head:?}");
        assert_eq!(roles(&evening, teacher).await, ["teacher"], "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pupil_changes_class() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let other = evening
            .write(|tx, town| {
                let of = ("0140041U/5e C", "5e C");
                testing::unit(tx, &town.chance, access::UnitKind::Classe, of, &[town.school])
            })
            .await;
        // A referent does it too.
        let (pupil, mut referent) = (town.pupils[0], evening.of(town.referent));
        let at = format!("/personnes/{pupil}");
        referent.get(&at).await;
        let (from, to) = (town.class.to_string(), other.to_string());
        referent.post(&format!("{at}/classe"), &[("de", &from), ("classe", &to)]).await;
        assert_eq!(referent.status, 303, "{name}: {referent:?}");
        let later = testing::NOW.plus_minutes(1);
        let class = evening.write(move |tx, _| directory::store::class_of(tx, pupil, later)).await;
        assert_eq!(class.unwrap().name, "5e C", "{name}");
        assert_eq!(deeds(&evening, pupil).await, ["person/moved 5e B → 5e C"], "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guardian_is_tied_and_untied_from_either_page() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let (guardian, child, mut head) = (town.guardian, town.pupils[1], evening.of(town.head));
        let (of_child, of_guardian) = (format!("/personnes/{child}"), format!("/personnes/{guardian}"));
        let (g, c) = (guardian.to_string(), child.to_string());
        head.get(&format!("{of_child}?responsable=nouvel")).await;
        assert!(head.text.contains("Samira Nouvel"), "{name}: {head:?}");
        head.post(&format!("{of_child}/famille"), &[("responsable", &*g)]).await;
        assert_eq!(head.status, 303, "{name}: {head:?}");
        head.get(&of_guardian).await;
        assert!(head.text.contains("sans autorité parentale"), "{name}: {head:?}");
        head.post(&format!("{of_guardian}/famille/autorite"), &[("enfant", &*c), ("autorite", "1")]).await;
        let later = testing::NOW.plus_minutes(1);
        let children =
            move |tx: &mut db::Tx<'_>, _: &Town| Ok(access::Actor::load(tx, guardian, later)?.children.len());
        assert_eq!(evening.write(children).await, 2, "{name}");
        head.get(&of_child).await;
        head.post(&format!("{of_child}/famille/fin"), &[("responsable", &*g)]).await;
        assert_eq!(head.status, 303, "{name}: {head:?}");
        assert_eq!(evening.write(children).await, 1, "{name}");
        let told = [
            format!("family/authority {g} with authority"),
            format!("family/tied {g} without authority"),
            format!("family/untied {g}"),
        ];
        assert_eq!(deeds(&evening, child).await, told, "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_is_exported_and_forgotten_and_the_trail_says_so() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let (pupil, mut head) = (town.pupils[2], evening.of(town.head));
        let at = format!("/personnes/{pupil}");
        head.get(&format!("{at}/oubli")).await;
        head.post(&format!("{at}/export"), &[]).await;
        assert!(head.status == 200 && head.text.contains("Benali"), "{name}: {head:?}");
        head.get(&format!("{at}/oubli")).await;
        head.post(&format!("{at}/oubli"), &[]).await;
        assert_eq!(head.status, 422, "{name}: it is asked once");
        head.post(&format!("{at}/oubli"), &[("oui", "1")]).await;
        assert_eq!(head.status, 303, "{name}: {head:?}");
        assert_eq!(head.get(&at).await.status, 404, "{name}");
        assert_eq!(deeds(&evening, pupil).await, ["person/erase", "person/export"], "{name}");
        let known = evening
            .write(move |tx, _| Ok(tx.query("SELECT 1 FROM membership WHERE person_id = ?1", &params![pupil])?.len()))
            .await;
        assert_eq!(known, 0, "{name}");
    }
}

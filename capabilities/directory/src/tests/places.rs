//! Schools and classes are opened, named, closed and made one by whom it is for, and each of it is undone.
use crate::testing::{self, HOME, Setting};
use access::{Role, UnitKind};
use db::{Result, Tx};
use kernel::{PersonId, UnitId};
use web::Slice;

type Evening = testing::Evening<Town>;

struct Town {
    town: testing::Town,
    admin: PersonId,
}

impl Setting for Town {
    const SLICES: &'static [&'static Slice] = &[&crate::SLICE];

    fn build(tx: &mut Tx<'_>) -> Result<Self> {
        let town = testing::Town::build(tx, &HOME)?;
        let admin = testing::person(tx, &town.chance, ("Ada", "Min"), &[(Role::Admin, town.academie)])?;
        Ok(Self { town, admin })
    }
}

/// The classes of the home school, with who is in each.
async fn classes(evening: &Evening) -> Vec<String> {
    evening
        .write(|tx, town| {
            let all = crate::store::classes_of(tx, town.town.school, web::Pager::whole(), testing::NOW)?;
            Ok(all.iter().map(|(c, n)| format!("{}{} {n}", c.name, if c.closed { "*" } else { "" })).collect())
        })
        .await
}

async fn class(evening: &Evening, name: &'static str) -> UnitId {
    let found = evening
        .write(move |tx, town| {
            let all = access::store::under(tx, town.town.school, UnitKind::Classe)?;
            Ok(all.into_iter().find(|class| class.name == name).map(|class| class.id))
        })
        .await;
    found.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_class_is_opened_named_made_one_with_another_closed_and_all_of_it_undone() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town.town);
        let school = format!("/etablissements/{}", town.school);
        let mut referent = evening.of(town.referent);
        referent.get(&school).await;
        referent.post(&format!("{school}/classes"), &[("classe", "5e C")]).await;
        assert_eq!(classes(&evening).await, ["5e B 4", "5e C 0"], "{name}: {referent:?}");
        referent.get(&school).await;
        referent.post(&format!("{school}/classes"), &[("classe", "5e c")]).await;
        assert_eq!(referent.status, 422, "{name}: one class has one name");
        let (b, c) = (class(&evening, "5e B").await, class(&evening, "5e C").await);
        let at = format!("{school}/{b}");
        let page = referent.get(&at).await.text.clone();
        assert!(page.contains("Il y a encore des élèves") && page.contains("/ecole/classe/"), "{name}: {page}");
        assert!(!page.contains("name=\"fermer\"") && page.contains("<option value=\"\""), "{name}: {page}");
        referent.post(&format!("{at}/fermeture"), &[("fermer", "1")]).await;
        assert_eq!(referent.status, 422, "{name}: {referent:?}");
        referent.post(&format!("{at}/fusion"), &[("avec", "")]).await;
        assert!(referent.status == 422 && referent.text.contains("Choisissez l’autre classe"), "{name}: {referent:?}");
        referent.post(&at, &[("nom", "")]).await;
        assert!(referent.status == 422 && referent.text.contains("Écrivez un nom."), "{name}: {referent:?}");
        referent.post(&at, &[("nom", "5e Bleue")]).await;
        assert_eq!(classes(&evening).await, ["5e Bleue 4", "5e C 0"], "{name}");
        evening.later(1);
        referent.get(&at).await;
        referent.post(&format!("{at}/fusion"), &[("avec", &c.to_string())]).await;
        assert_eq!(classes(&evening).await, ["5e C 4", "5e Bleue* 0"], "{name}");
        let to = referent.location.clone().unwrap();
        assert!(referent.get(&to).await.text.contains("n’en font qu’une : 5e C."), "{name}: {referent:?}");
        // The last deed first.
        for after in [["5e Bleue 4", "5e C 0"], ["5e B 4", "5e C 0"]] {
            let page = referent.get(&school).await.text.clone();
            let deed = page.split("name=\"deed\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
            referent.post(&format!("{school}/annulation"), &[("deed", &deed)]).await;
            assert_eq!(referent.location.as_deref(), Some(&*school), "{name}: {referent:?}");
            assert_eq!(classes(&evening).await, after, "{name}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_schools_are_made_one_and_parted_and_a_closed_one_opens_again() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town.town);
        let (home, other) = (town.school, town.other.school);
        let mut admin = evening.of(evening.town.admin);
        let at = format!("/etablissements/{home}");
        admin.get(&at).await;
        admin.post(&format!("{at}/fusion"), &[("uai", "0500049G")]).await;
        assert_eq!(admin.status, 303, "{name}: {admin:?}");
        let seen = move |tx: &mut Tx<'_>, town: &Town| {
            let heads = crate::store::someone(tx, town.town.head, testing::NOW)?.unwrap();
            let pupil = crate::store::class_and_school(tx, town.town.pupils[0], testing::NOW)?;
            let above = access::store::lineage(tx, town.town.class)?;
            let manche = above.contains(&town.town.departements[1]);
            Ok((heads.held[0].unit.id, pupil.map(|(_, school)| school.id), manche))
        };
        assert_eq!(evening.write(seen).await, (other, Some(other), true), "{name}: all goes on in the other");
        let kept = format!("/etablissements/{other}");
        let page = admin.get(&kept).await.text.clone();
        let deed = page.split("name=\"deed\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        admin.post(&format!("{kept}/annulation"), &[("deed", &deed)]).await;
        assert_eq!(evening.write(seen).await, (home, Some(home), false), "{name}: {admin:?}");

        admin.get(&at).await;
        admin.post(&format!("{at}/fermeture"), &[("oui", "1")]).await;
        assert_eq!(evening.of(town.head).get("/ecole").await.status, 404, "{name}: nobody holds a role there any more");
        let page = admin.get(&at).await.text.clone();
        assert!(page.contains("chacun y retrouve son rôle"), "{name}: {page}");
        let back = page.matches("/annulation\"").count();
        assert_eq!(back, 0, "{name}: one way back from a closing: {page}");
        admin.post(&format!("{at}/fermeture"), &[]).await;
        let to = admin.location.clone().unwrap();
        assert!(admin.get(&to).await.text.contains("rouvert, avec ses classes"), "{name}: {admin:?}");
        assert_eq!(classes(&evening).await, ["5e B 4"], "{name}");
        assert_eq!(evening.of(town.head).get("/ecole").await.status, 200, "{name}: {admin:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_school_is_put_in_order_by_its_own_and_founded_by_the_academie() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town.town);
        let (at, class) = (format!("/etablissements/{}", town.school), town.class);
        for (person, sees) in [
            (town.head, 200),
            (town.referent, 200),
            (evening.town.admin, 200),
            (town.other.head, 404),
            (town.teachers[0], 404),
            (town.pilot, 404),
            (town.vie_scolaire, 404),
        ] {
            let mut browser = evening.of(person);
            assert_eq!(browser.get(&at).await.status, sees, "{name}");
            assert_eq!(browser.get(&format!("{at}/{class}")).await.status, sees, "{name}");
        }
        let mut head = evening.of(town.head);
        head.get(&at).await;
        for (path, field) in [("", "nom"), ("/fermeture", "oui"), ("/fusion", "uai")] {
            assert_eq!(head.post(&format!("{at}{path}"), &[(field, "1")]).await.status, 404, "{name} {path}");
        }
        let another = format!("/etablissements/{}/{class}", town.other.school);
        assert_eq!(evening.of(evening.town.admin).get(&another).await.status, 404, "{name}: a class of another school");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_schools_of_an_empty_house_come_by_one_button_or_by_a_file() {
    for evening in Evening::both().await {
        let name = evening.name;
        let mut admin = evening.of(evening.town.admin);
        admin.get("/etablissements").await;
        admin.post("/etablissements/liste", &[]).await;
        assert_eq!(admin.status, 422, "{name}: {admin:?}");
        admin.upload("/etablissements/liste", &[], &[("fichier", b"a;b\n1;2\n")]).await;
        assert_eq!(admin.status, 422, "{name}: {admin:?}");
        let led = admin.text.contains("href=\"#a-corriger\"") && admin.text.contains("id=\"a-corriger\"");
        assert!(led, "{name}: the summary leads to what is wrong: {admin:?}");
        admin.upload("/etablissements/liste", &[("fourni", "1"), ("vraiment", "1")], &[]).await;
        assert_eq!(admin.location.as_deref(), Some("/etablissements"), "{name}: {admin:?}");
        let page = admin.get(&admin.location.clone().unwrap()).await.text.clone();
        assert!(page.contains("2 378 établissements ont été lus"), "{name}: {page}");
        evening
            .write(|tx, _| {
                let docs = (crate::store::SCHOOLS.source.page)(tx, testing::NOW, None, 5_000)?;
                search::put(tx, &docs)
            })
            .await;
        for said in ["0140008H", "souleuvre", "Val de Sou", "cabourg", "pasteur"] {
            let page = admin.get(&format!("/etablissements?nom={}", said.replace(' ', "+"))).await.text.clone();
            let wanted = match said {
                "cabourg" => "Cabourg",
                "pasteur" => "Pasteur",
                _ => "0140008H",
            };
            assert!(page.contains(wanted) && admin.queries <= 10, "{name} {said}: {admin:?}");
        }
        admin.get("/etablissements?nom=zzyzx").await;
        assert!(admin.text.contains("Aucun établissement trouvé"), "{name}: {admin:?}");
        assert_eq!(admin.text.matches("<details open>").count(), 0, "{name}: {admin:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_school_closed_long_ago_opens_alone_and_closing_says_whom_it_concerns() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town.town);
        let at = format!("/etablissements/{}", town.school);
        let mut admin = evening.of(evening.town.admin);
        let page = admin.get(&at).await.text.clone();
        assert!(admin.queries <= 10, "{name}: {admin:?}");
        assert!(page.contains("Une classe se ferme.") && page.contains("10 personnes y perdent"), "{name}: {page}");
        for said in ["Hélène Roux", "Luc Tellier", "/personnes?ecole=0140041U", "/personnes/nouvelle?ecole=0140041U"]
        {
            assert!(page.contains(said), "{name} {said}: {page}");
        }
        admin.post(&format!("{at}/fermeture"), &[("oui", "1")]).await;
        let to = admin.location.clone().unwrap();
        admin.get(&to).await;
        assert!(admin.text.contains("Collège des Falaises est fermé.") && admin.queries <= 10, "{name}: {admin:?}");
        evening.later(31 * 24 * 60);
        assert!(admin.get(&at).await.text.contains("se rouvre seul"), "{name}: {admin:?}");
        admin.post(&format!("{at}/fermeture"), &[]).await;
        let to = admin.location.clone().unwrap();
        admin.get(&to).await;
        assert!(admin.text.contains("reviennent par une liste") && admin.queries <= 10, "{name}: {admin:?}");
        assert_eq!(classes(&evening).await, ["5e B* 0"], "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_open_classes_never_have_one_name_whatever_their_codes() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town.town);
        // A class that came from another school kept its code.
        evening
            .write(|tx, town| {
                let chance = &town.town.chance;
                testing::unit(tx, chance, UnitKind::Classe, ("0500049G/3E É", "3e É"), &[town.town.school]).map(drop)
            })
            .await;
        let at = format!("/etablissements/{}", town.school);
        let mut head = evening.of(town.head);
        head.get(&at).await;
        head.post(&format!("{at}/classes"), &[("classe", "3E e")]).await;
        assert!(head.status == 422 && head.text.contains("a déjà ce nom"), "{name}: {head:?}");
        head.post(&format!("{at}/classes"), &[("classe", "3e F")]).await;
        let to = head.location.clone().unwrap();
        assert!(head.get(&to).await.text.contains("La classe 3e F est ouverte."), "{name}: {head:?}");
    }
}

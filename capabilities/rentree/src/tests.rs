//! A list is compared, shown, confirmed, applied and undone; by whom it may be; on both databases.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
mod by_hand;
mod file;
mod lots;

use crate::{SLICE, secretary};
use access::{Role, UnitKind};
use db::{Result, Tx, params};
use directory::testing::{self, HOME, Setting};
use kernel::PersonId;
use web::{Slice, testing::Browser};

type Evening = testing::Evening<Town>;

/// The town as it is.
struct Town(testing::Town);

impl Setting for Town {
    const SLICES: &'static [&'static Slice] = &[&directory::SLICE, &SLICE];

    fn build(tx: &mut Tx<'_>) -> Result<Self> {
        let town = testing::Town::build(tx, &HOME)?;
        for (pupil, born) in town.pupils.iter().zip(["2013-01-01", "2013-02-02", "2013-03-03", "2013-04-04"]) {
            testing::change(tx, *pupil, |known| known.born = Some(born.to_owned()))?;
        }
        Ok(Self(town))
    }
}

const HEAD: &str = "identifiant;nom;prenom;naissance;role;uai;classe;responsable_de\n";

/// A list of the school: three of its four pupils, one of them in another class, one who is new with her father.
const LIST: &str = "\
E1;Nouvel;Inès;2013-01-01;élève;0140041U;5e B;
E2;Vasseur;Noé;2013-02-02;élève;0140041U;5e C;
E3;Benali;Maïssa;2013-03-03;élève;0140041U;5e B;
E5;Lemoine;Rose;2013-05-05;élève;0140041U;5e C;
R5;Lemoine;Jean;;responsable;;;E5
";

async fn send(browser: &mut Browser, list: &str, fields: &[(&str, &str)]) -> String {
    send_file(browser, &format!("{HEAD}{list}"), fields).await
}

/// Sends a file as it is, for the school of the form.
async fn send_file(browser: &mut Browser, file: &str, fields: &[(&str, &str)]) -> String {
    browser.get("/rentree").await;
    let pour = browser
        .text
        .split("name=\"pour\" value=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .unwrap_or_default()
        .to_owned();
    let fields: Vec<_> = fields.iter().copied().chain([("pour", pour.as_str())]).collect();
    browser.upload("/rentree", &fields, &[("fichier", file.as_bytes())]).await;
    browser.location.clone().unwrap_or_default()
}

/// Who is in a class of the home school, by name.
async fn classes(evening: &Evening) -> Vec<String> {
    evening
        .write(|tx, town| {
            let mut all = vec![];
            for class in access::store::under(tx, town.0.school, UnitKind::Classe)? {
                let pupils = directory::store::pupils_of_class(tx, class.id, testing::NOW.plus_days(1))?;
                let names: Vec<_> = pupils.iter().map(|pupil| pupil.given.clone()).collect();
                all.push(format!("{}{}: {}", class.name, if class.closed { " (closed)" } else { "" }, names.join(" ")));
            }
            Ok(all)
        })
        .await
}

async fn work(evening: &Evening) {
    secretary::run_once(&evening.house).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_shown_in_words_then_applied_then_undone() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town.0);
        let before = classes(&evening).await;
        let mut head = evening.of(town.head);
        let at = send(&mut head, LIST, &[("entier", "1")]).await;
        assert!(at.starts_with("/rentree/"), "{name}: {head:?}");
        work(&evening).await;
        assert_eq!(classes(&evening).await, before, "{name}: nothing changes before it is confirmed");
        head.get(&at).await;
        for said in ["1 arrive", "1 change de classe", "1 part", "1 responsable de plus", "1 classe s’ouvre"] {
            assert!(head.text.contains(said), "{name}: {said}: {head:?}");
        }
        for said in ["1 classe s’ouvre : 5e C", "À relire : une classe", "Voir les noms", "Envoyée par Hélène Roux"]
        {
            assert!(head.text.contains(said), "{name}: {said}: {head:?}");
        }
        assert!(!head.text.contains("à vérifier"), "{name}: name and day of birth say who they are: {head:?}");
        let day = testing::NOW.paris().date().to_string();
        head.post(&at, &[("part", &day)]).await;
        work(&evening).await;
        assert!(head.get(&at).await.text.contains("C’est fait"), "{name}: {head:?}");
        assert!(
            head.text.contains("href=\"/ecole\"") && head.queries <= 10,
            "{name}: who comes needs a card: {head:?}"
        );
        assert_eq!(classes(&evening).await, ["5e B: Maïssa Inès", "5e C: Rose Noé"], "{name}");
        let undo = format!("{at}/annulation");
        head.post(&undo, &[("oui", "1")]).await;
        work(&evening).await;
        assert!(head.get(&at).await.text.contains("La liste est annulée"), "{name}: {head:?}");
        assert_eq!(classes(&evening).await, before, "{name}: as it was");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_stays_although_unlisted_stays_and_what_changed_since_is_named() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town.0);
        let mut head = evening.of(town.head);
        let at = send(&mut head, LIST, &[("entier", "1")]).await;
        work(&evening).await;
        let (school, tom) = (town.school, town.pupils[3]);
        let lines = format!("{at}/{school}");
        assert!(
            head.get(&format!("{lines}?genre=leaves")).await.text.contains("Hébert Tom, 4 avril 2013"),
            "{name}: {head:?}"
        );
        let tom = tom.to_string();
        head.post(&lines, &[("vu", &tom), ("reste", &tom)]).await;
        work(&evening).await;
        assert!(head.get(&at).await.text.contains("1 reste sans être sur la liste"), "{name}: {head:?}");
        let day = testing::NOW.paris().date().to_string();
        head.post(&at, &[("part", &day)]).await;
        work(&evening).await;
        assert_eq!(classes(&evening).await, ["5e B: Maïssa Tom Inès", "5e C: Rose Noé"], "{name}");
        // Rose is given a group of her own since: she stays, with her class; the others are as before.
        evening
            .write(|tx, _| {
                let sql = "SELECT person_id FROM directory_person_key WHERE key = 'E5'";
                let rose: PersonId = tx.first(sql, &[])?.unwrap().get(0);
                let sql = "INSERT INTO group_member (group_id, person_id, part, since) VALUES (?1, ?2, 'member', 0)";
                tx.execute(sql, &params![rose, rose])
            })
            .await;
        head.get(&at).await;
        head.post(&format!("{at}/annulation"), &[("oui", "1")]).await;
        work(&evening).await;
        assert!(head.get(&lines).await.text.contains("Lemoine Rose"), "{name}: {head:?}");
        assert_eq!(classes(&evening).await, ["5e B: Maïssa Tom Inès Noé", "5e C: Rose"], "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_would_empty_a_school_is_asked_for_twice() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town.0);
        evening
            .write(|tx, town| {
                for family in ["Un", "Deux", "Trois", "Quatre"] {
                    testing::person(tx, &town.0.chance, ("Ana", family), &[(Role::Pupil, town.0.class)])?;
                }
                Ok(())
            })
            .await;
        let mut head = evening.of(town.head);
        let at = send(&mut head, "E1;Nouvel;Inès;2013-01-01;élève;0140041U;5e B;\n", &[("entier", "1")]).await;
        work(&evening).await;
        assert!(head.get(&at).await.text.contains("7 personnes sur 8 partiraient"), "{name}: {head:?}");
        let day = testing::NOW.paris().date().to_string();
        head.post(&at, &[("part", &day)]).await;
        assert_eq!(head.status, 422, "{name}: {head:?}");
        head.post(&at, &[("part", &day), ("vraiment", "1")]).await;
        assert_eq!(head.status, 303, "{name}: {head:?}");
        work(&evening).await;
        assert_eq!(classes(&evening).await, ["5e B: Inès"], "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn last_years_classes_close_and_others_open_under_their_names() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town.0);
        let mut head = evening.of(town.head);
        let at = send(&mut head, LIST, &[("annee", "1")]).await;
        work(&evening).await;
        assert!(head.get(&at).await.text.contains("1 classe se ferme"), "{name}: {head:?}");
        assert!(!head.text.contains("À relire : une classe"), "{name}: every class is new then: {head:?}");
        let day = testing::NOW.paris().date().to_string();
        head.post(&at, &[("part", &day)]).await;
        work(&evening).await;
        let mut now = classes(&evening).await;
        now.sort();
        assert_eq!(now, ["5e B (closed): ", "5e B: Maïssa Inès", "5e C: Rose Noé"], "{name}");
        head.get(&at).await;
        head.post(&format!("{at}/annulation"), &[("oui", "1")]).await;
        work(&evening).await;
        assert_eq!(classes(&evening).await, ["5e B: Maïssa Tom Inès Noé"].map(str::to_owned), "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn classes_that_a_list_had_made_have_their_names_back_when_the_next_year_is_undone() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town.0);
        let mut head = evening.of(town.head);
        let day = testing::NOW.paris().date().to_string();
        let mut turn = async |fields: &[(&str, &str)]| {
            let at = send(&mut head, &LIST.replace("5e B", "5e D"), fields).await;
            work(&evening).await;
            head.get(&at).await;
            head.post(&at, &[("part", &day), ("vraiment", "1")]).await;
            work(&evening).await;
            at
        };
        turn(&[("entier", "1")]).await;
        let before = classes(&evening).await;
        assert!(before.iter().any(|class| class.starts_with("5e D: ")), "{name}: {before:?}");
        let at = turn(&[("annee", "1")]).await;
        assert!(classes(&evening).await.iter().any(|class| class == "5e D (closed): "), "{name}");
        head.get(&at).await;
        head.post(&format!("{at}/annulation"), &[("oui", "1")]).await;
        work(&evening).await;
        assert_eq!(classes(&evening).await, before, "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_gives_by_a_list_what_they_may_not_give_nor_elsewhere() {
    const NO: &str = "vous ne pouvez pas donner ce rôle";
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town.0);
        let head_row = "P9;Nouveau;Chef;;direction;0140041U;;\n";
        let teacher_row = "P8;Neuf;Prof;;enseignant;0140041U;;\n";
        let other_row = "E9;Marie;Zoé;2013-09-09;élève;0500049G;5e A;\n";
        for (sender, row, refused) in [
            (town.head, head_row, true),
            (town.head, teacher_row, false),
            (town.head, other_row, true),
            (town.referent, teacher_row, true),
            (town.referent, LIST, false),
        ] {
            let mut browser = evening.of(sender);
            let at = send(&mut browser, row, &[]).await;
            work(&evening).await;
            assert_eq!(browser.get(&at).await.text.contains(NO), refused, "{name} {row}: {browser:?}");
        }
        for stranger in [town.teachers[0], town.pupils[0], town.guardian, town.pilot, town.vie_scolaire] {
            assert_eq!(evening.of(stranger).get("/rentree").await.status, 404, "{name}");
        }
        let mut head = evening.of(town.head);
        let at = send(&mut head, LIST, &[]).await;
        work(&evening).await;
        assert_eq!(evening.of(town.other.head).get(&at).await.status, 404, "{name}: another school's");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_head_whose_school_has_no_pupil_is_led_to_the_list() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town.0);
        assert!(evening.day(town.head, 0).await.is_empty(), "{name}");
        evening
            .write(|tx, town| {
                for pupil in &town.0.pupils {
                    access::store::end_grant(tx, *pupil, Role::Pupil, town.0.class, testing::NOW)?;
                }
                Ok(())
            })
            .await;
        assert_eq!(evening.day(town.head, 1).await, ["rentree-empty"], "{name}");
        for other in [town.other.head, town.teachers[0], town.referent] {
            assert!(evening.day(other, 1).await.is_empty(), "{name}");
        }
    }
}

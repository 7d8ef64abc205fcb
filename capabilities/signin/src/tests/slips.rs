//! Slips: shown once, opening once, until their day.
use super::{NOW, World, sound, worlds};
use crate::{Given, model::GRACE, slip, store};
use directory::Person;
use kernel::{Chance as _, Moment, PersonId, Seeded};
use web::{Lang, testing::Browser};

const RIGHT: &str = "le chat dort au soleil";

/// The page of slips for this teacher, made by the referent.
async fn made(world: &World, person: PersonId) -> Browser {
    let mut referent = world.signed_in(world.people.referent).await;
    referent.get(&format!("/acces/{person}")).await;
    referent.post(&format!("/acces/{person}/mot-de-passe"), &[]).await;
    assert_eq!(referent.status, 200, "{}: {referent:?}", world.name);
    referent
}

/// User name and password of the first slip of a page.
fn read(page: &Browser) -> (String, String) {
    let mut signs = page.text.split("class=\"code\">").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned());
    (signs.next().unwrap(), signs.next().unwrap())
}

async fn enter(world: &World, login: &str, password: &str) -> Browser {
    let mut browser = world.browser();
    browser.get("/entrer/adulte").await;
    browser.post("/entrer/adulte", &[("user", login), ("password", password)]).await;
    browser
}

#[tokio::test]
async fn a_slip_lets_somebody_back_in_and_must_be_changed() {
    for world in worlds().await {
        let (name, claire) = (world.name, world.people.claire);
        world.password(claire, "c.auvray", RIGHT).await;
        let mut before = world.signed_in(claire).await;
        for _ in 0..7 {
            enter(&world, "c.auvray", "oublié").await;
        }
        let page = made(&world, claire).await;
        sound(&page);
        let (login, password) = read(&page);
        assert_eq!(login, "c.auvray", "{name}");
        let ambiguous = |c: char| "0o1il2zs58bv".contains(c);
        assert!(password.len() == 14 && !password.contains(ambiguous), "{name}: {password}");
        assert!(
            page.text.contains("Claire Auvray") && page.text.contains("mardi 1er décembre 2026"),
            "{name}: {page:?}"
        );
        assert_eq!(before.get("/compte").await.status, 303, "{name}: her sessions are over");
        assert_eq!(enter(&world, "c.auvray", RIGHT).await.status, 422, "{name}: the old one opens no more");
        let mut entered = enter(&world, &login, &password).await;
        assert_eq!(entered.status, 303, "{name}: who mistyped the old one does not wait: {entered:?}");
        let elsewhere = format!("/ecole/classe/{}/cartes", world.people.class);
        assert_eq!(entered.get(&elsewhere).await.location.as_deref(), Some("/compte/mot-de-passe"), "{name}");
        entered.get("/compte/mot-de-passe").await;
        let fresh = "une phrase toute neuve";
        let form = [("user", "c.auvray"), ("password", &password), ("password2", fresh), ("password3", fresh)];
        entered.post("/compte/mot-de-passe", &form).await;
        assert_eq!(entered.status, 303, "{name}: {entered:?}");
        assert_eq!(enter(&world, &login, &password).await.status, 422, "{name}: the slip is over");
        let trail = world.trail(claire).await;
        let line = trail.iter().find(|line| line.0 == "password-reset").unwrap();
        assert!(line.1 == world.people.referent && line.2.contains("donné sur papier"), "{name}: {line:?}");
        assert!(world.told().await[0].ends_with(" password"), "{name}");
    }
}

/// A second click shows the same slip: the page of the first may never have been seen.
#[tokio::test]
async fn a_second_click_shows_the_same_slip() {
    for world in worlds().await {
        let (name, claire) = (world.name, world.people.claire);
        let mut referent = world.signed_in(world.people.referent).await;
        referent.get(&format!("/acces/{claire}")).await;
        let mut twice = referent.clone();
        let to = format!("/acces/{claire}/mot-de-passe");
        referent.post(&to, &[]).await;
        twice.post(&to, &[]).await;
        assert_eq!((twice.status, read(&twice)), (200, read(&referent)), "{name}");
        let (login, password) = read(&referent);
        assert_eq!(login, "c.auvray", "{name}: drawn from her name, since she had none");
        assert_eq!(enter(&world, &login, &password).await.status, 303, "{name}");
        let resets = world.trail(claire).await.iter().filter(|line| line.0 == "password-reset").count();
        assert_eq!(resets, 1, "{name}");
        let another = made(&world, claire).await;
        assert_ne!(read(&another).1, password, "{name}: another form draws another");
        for lang in Lang::WHOLE {
            let mut page = world.signed_in(world.people.referent).await.with("lang", lang);
            page.get(&format!("/acces/{claire}")).await;
            sound(page.post(&to, &[]).await);
        }
    }
}

/// Whatever the hour of its printing and of the entry: a slip opens before the end of its day, once and for an hour after that, and
/// never later.
#[tokio::test]
async fn a_slip_opens_once_before_its_day_and_never_after() {
    for world in worlds().await {
        let (name, claire) = (world.name, world.people.claire);
        let opened = world.house.db.write(move |tx| {
            let chance = Seeded::new(11);
            let minutes = |most: u32| i64::from(chance.below(most));
            let mut opened = (0, 0, 0);
            for _ in 0..200 {
                let printed = NOW.plus_minutes(minutes(400 * 24 * 60));
                let given = Given::slip(printed);
                let day = given.last_day().paris().date();
                assert_eq!(printed.plus_days(7).paris().date(), day, "the seventh day");
                assert_eq!(given.until, Moment::at_paris(day.tomorrow().unwrap(), 0, 0), "it counts whole");
                store::password::hand(tx, claire, ("c.auvray", "hash"), given.until, printed)?;
                let mut entry = printed;
                let mut first: Option<Moment> = None;
                while entry < given.until.plus_days(2) {
                    let opens = store::password::given(tx, claire)?.unwrap().opens(entry);
                    let wanted = entry < given.until && first.is_none_or(|first| entry < first.plus_minutes(GRACE));
                    assert_eq!(opens, wanted, "printed {printed:?}, first {first:?}, entry {entry:?}");
                    if opens {
                        store::password::opened(tx, claire, entry)?;
                        opened.0 += i32::from(first.is_none());
                        opened.1 += i32::from(first.is_some());
                        first = first.or(Some(entry));
                    } else {
                        opened.2 += 1;
                    }
                    entry = entry.plus_minutes(1 + minutes(if first.is_some() { 90 } else { 12 * 24 * 60 }));
                }
            }
            Ok::<_, db::Error>(opened)
        });
        let (first, again, refused) = opened.await.unwrap();
        assert!(first > 100 && again > 50 && refused > 200, "{name}: {first} {again} {refused}");
    }
}

/// After its day a slip opens nothing, and a sentence says whom to ask; so does a first password of an import after two months.
#[tokio::test]
async fn after_its_day_a_given_password_says_whom_to_ask() {
    for world in worlds().await {
        let (name, claire) = (world.name, world.people.claire);
        let (login, password) = read(&made(&world, claire).await);
        let until = Given::slip(NOW).until;
        world.clock.set(until);
        let late = enter(&world, &login, &password).await;
        assert!(late.status == 422 && late.text.contains("dernier jour est passé"), "{name}: {late:?}");
        assert!(late.text.contains("Luc Tellier (référent numérique)"), "{name}: {late:?}");
        assert!(enter(&world, &login, "autre").await.text.contains("est faux"), "{name}: with the right one alone");
        let hash = crate::hash_password(RIGHT, &kernel::SystemChance).unwrap();
        let given = world.house.db.write(move |tx| crate::demo::first_password(tx, claire, "c.auvray", &hash, NOW));
        given.await.unwrap();
        world.clock.set(NOW.plus_days(60));
        assert_eq!(enter(&world, "c.auvray", RIGHT).await.status, 422, "{name}");
        world.clock.set(NOW.plus_days(60).plus_minutes(-1));
        assert_eq!(enter(&world, "c.auvray", RIGHT).await.status, 303, "{name}");
    }
}

/// A password given before there was a last day counts as those of an import.
#[test]
fn where_no_last_day_is_kept_it_is_two_months() {
    let given = Given::new(NOW, None);
    assert!(given.opens(NOW.plus_days(60).plus_minutes(-1)) && !given.opens(NOW.plus_days(60)));
}

#[test]
fn user_names_are_drawn_from_names() {
    let person = |given: &str, family: &str| Person {
        id: kernel::Id::new(NOW, &Seeded::new(1)),
        given: given.to_owned(),
        family: family.to_owned(),
        born: None,
        phone: None,
        lang: None,
        synthetic: true,
    };
    let first = |given, family| slip::names(&person(given, family)).into_iter().next().unwrap();
    assert_eq!(first("Marie-Hélène", "du Chemin"), "m.duchemin");
    assert_eq!(first("Zoé", "Lœuillet"), "z.loeuillet");
    assert_eq!(first("Ольга", ""), "personne");
    assert_eq!(slip::names(&person("Max", "Roy"))[..3], ["m.roy", "m.roy2", "m.roy3"]);
}

/// The first passwords of a school's team, all at once, for who looks after it: those who have none, and for nobody else.
#[tokio::test]
async fn a_team_without_passwords_has_its_sheets_made_at_once() {
    for world in worlds().await {
        let (name, claire, school) = (world.name, world.people.claire, world.people.school);
        let mut referent = world.signed_in(world.people.referent).await;
        let at = format!("/acces/equipe/{school}");
        sound(referent.get(&at).await);
        assert!(referent.text.contains("Claire Auvray"), "{name}: {referent:?}");
        referent.post(&at, &[("personne", &claire.to_string())]).await;
        assert!(referent.status == 200 && referent.text.contains("c.auvray"), "{name}: {referent:?}");
        assert!(!referent.get(&at).await.text.contains("Claire Auvray"), "{name}: she has one now");
        for stranger in [world.people.ines] {
            assert_eq!(world.signed_in(stranger).await.get(&at).await.status, 404, "{name}");
        }
    }
}

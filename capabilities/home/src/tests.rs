#![expect(clippy::unwrap_used, reason = "a test may panic")]
//! *Aujourd'hui* of twenty slices, for everybody one can be at once.
use crate::pages::hung;
use access::{Actor, Role, Unit, UnitKind};
use db::{Result, Tx};
use kernel::{Id, Moment, PersonId, Seeded, UnitId};
use web::{Asking, Card, Day, Door, Entry, FirstStep, Kind, Phase, SignedIn, Slice, THE_PERSON, testing::Browser};

/// A Tuesday of November 2025, 17 h 40 in Paris.
const NOW: Moment = Moment(1_764_088_800_000);

/// What each of the twenty slices puts on a day: a card for a pupil, for a family, for each kind of adult; two of them wait.
const DAYS: &[Day] = &[
    day(Door::Pupil, &[Kind::waits("home-test-pupil", "hand", Entry::Help, "/bar/{id}")], |asking| {
        row(asking, "pupil")
    }),
    day(Door::Guardian, &[Kind::on("home-test-family", "sun", Entry::Children, "/")], |asking| row(asking, "family")),
    day(Door::Staff(&[Role::Teacher]), &[Kind::waits("home-test-teacher", "hand", Entry::Week, "/")], |asking| {
        row(asking, "teacher")
    }),
    day(Door::Staff(&[Role::Head]), &[Kind::comes("home-test-head", "sun", Entry::School, "/")], |asking| {
        row(asking, "head")
    }),
    day(Door::Staff(&[Role::Pilot]), &[Kind::comes("home-test-pilot", "sun", Entry::Today, "/")], |_| String::new()),
];

const fn day(door: Door, kinds: &'static [Kind], select: fn(&mut Asking<'_>) -> String) -> Day {
    Day { door, kinds, select, topics: THE_PERSON }
}

fn row(asking: &mut Asking<'_>, whose: &str) -> String {
    let (me, now) = (asking.me(), asking.now());
    format!(
        "SELECT 'home-test-{whose}', u.id, NULL, u.name, count(*), min(u.closed_at), NULL FROM unit u
         WHERE u.id <> {me} AND (u.closed_at IS NULL OR u.closed_at > {now}) GROUP BY u.id, u.name"
    )
}

fn slices() -> Vec<&'static Slice> {
    let twenty = (0..20).map(|n| &*Box::leak(Box::new(Slice { days: DAYS, ..Slice::named(["one", "two"][n % 2]) })));
    std::iter::once(&crate::SLICE).chain(twenty).collect()
}

fn whoami(tx: &mut Tx<'_>, token: &str, now: Moment) -> Result<Option<SignedIn>> {
    let Ok(id) = token.parse::<PersonId>() else { return Ok(None) };
    Ok(Some(SignedIn {
        actor: Actor::load(tx, id, now)?.into(),
        session: id.cast(),
        given: "Claire".to_owned(),
        family: "Auvray".to_owned(),
        lang: None,
        by_card: false,
        shared_device: false,
        own_device: false,
        must: None,
        signs_from: None,
    }))
}

const ROLES: [Role; 4] = [Role::Pupil, Role::Teacher, Role::Head, Role::Pilot];

/// Everybody one can be: each set of the four roles, with a child and without.
fn people(tx: &mut Tx<'_>) -> Result<Vec<(PersonId, Vec<Role>, bool)>> {
    let chance = Seeded::new(3);
    let school: UnitId = Id::new(NOW, &chance);
    let (code, name) = ("0140041U".to_owned(), "Collège des Falaises".to_owned());
    access::store::put(tx, &Unit { id: school, kind: UnitKind::Etablissement, code, name, closed: false }, &[])?;
    let mut people = vec![];
    for set in 0..32_u32 {
        let person: PersonId = Id::new(NOW, &chance);
        let roles: Vec<_> = (0..).zip(ROLES).filter(|(n, _)| set & (1 << n) != 0).map(|(_, role)| role).collect();
        for role in &roles {
            access::store::grant(tx, person, *role, school, NOW, None)?;
        }
        if set & 16 != 0 {
            access::store::set_guardian(tx, person, Id::new(NOW, &chance), true, NOW)?;
        }
        people.push((person, roles, set & 16 != 0));
    }
    Ok(people)
}

/// The count beside the entry of this address; nothing where none is shown.
fn counted(page: &str, href: &str) -> usize {
    let entry = page.split(&format!("<li><a href=\"{href}\"")).nth(1).unwrap().split("</li>").next().unwrap();
    entry.split("class=\"dot\">").nth(1).map_or(0, |rest| rest.split('<').next().unwrap().parse().unwrap())
}

#[tokio::test]
async fn twenty_slices_make_a_day_in_one_statement_for_everybody_one_can_be() {
    let slices = slices();
    for (name, db) in db::testing::both(&[]).await {
        let house = web::testing::house(db.clone(), &slices, whoami, NOW).await;
        let people = db.write(people).await.unwrap();
        let browser = Browser::new(&house, &slices);
        for (person, roles, parent) in people {
            let mut browser = browser.another().with("preau", person);
            browser.get("/").await;
            let told = format!("{name}: {roles:?} {parent}: {browser:?}");
            assert!(browser.status == 200 && browser.queries <= 10, "{told}");
            let holds = |role| usize::from(roles.contains(&role));
            let wait = 20 * (holds(Role::Pupil) + holds(Role::Teacher));
            let cards = wait + 20 * (usize::from(parent) + holds(Role::Head));
            assert_eq!(browser.text.matches("<h3>").count(), cards, "{told}");
            // What waits under an entry that one has not is counted nowhere, and stands on the page.
            let entries = ["/aide", "/semaine"].map(|href| {
                let there = browser.text.contains(&format!("<li><a href=\"{href}\""));
                there.then(|| counted(&browser.text, href))
            });
            let wanted = [Role::Pupil, Role::Teacher].map(|role| 20 * holds(role));
            for (shown, wanted) in entries.into_iter().zip(wanted) {
                assert!(shown.is_none_or(|shown| shown == wanted), "{told}");
            }
        }
    }
}

#[tokio::test]
async fn a_page_of_the_menu_has_the_cards_that_count_in_it() {
    let slices = slices();
    for (name, db) in db::testing::both(&[]).await {
        let house = web::testing::house(db.clone(), &slices, whoami, NOW).await;
        let people = db.write(people).await.unwrap();
        let pupil = people.iter().find(|(_, roles, _)| *roles == [Role::Pupil]).unwrap().0;
        let mut browser = Browser::new(&house, &slices).with("preau", pupil);
        browser.get("/aide").await;
        assert_eq!((browser.status, browser.text.matches("<h3>").count()), (200, 20), "{name}: {browser:?}");
        assert!(browser.text.contains("href=\"/bar/"), "{name}: each leads where its deed is done");
        browser.get("/territoire").await;
        assert_eq!(browser.status, 404, "{name}: a page of staff");
    }
}

#[tokio::test]
async fn each_is_greeted_as_one_speaks_to_them_and_staff_may_search() {
    let slices = slices();
    let db = db::testing::sqlite(&[]).await;
    let house = web::testing::house(db.clone(), &slices, whoami, NOW).await;
    let people = db.write(people).await.unwrap();
    for (role, waits, searches) in
        [(Role::Pupil, "Ce qui t’attend", false), (Role::Teacher, "Ce qui vous attend", true)]
    {
        let person = people.iter().find(|(_, roles, parent)| *roles == [role] && !parent).unwrap().0;
        let mut browser = Browser::new(&house, &slices).with("preau", person);
        browser.get("/").await;
        assert!(browser.text.contains("Bonjour Claire") && browser.text.contains(waits), "{role:?}: {browser:?}");
        assert_eq!(browser.text.contains("role=\"search\""), searches, "{role:?}: {browser:?}");
    }
}

#[test]
fn the_night_is_of_the_evening_before() {
    let hours = [(0, "home-evening"), (3, "home-evening"), (4, "home-hello"), (17, "home-hello"), (18, "home-evening")];
    for (hour, greeting) in hours {
        assert_eq!(crate::pages::greeting(Moment::at_paris(NOW.paris().date(), hour, 19)), greeting, "{hour} h 19");
    }
}

#[test]
fn a_day_hangs_four_lanterns_at_most_and_never_one_alone() {
    let card = |phase, minutes| Card {
        key: "home-test-teacher",
        phase,
        icon: "sun",
        entry: Entry::Week,
        href: "/".to_owned(),
        about: String::new(),
        n: 1,
        since: None,
        due: Some(NOW.plus_minutes(minutes)),
    };
    let hang = |on: usize, comes: &[i64]| {
        let on: Vec<_> = (0..on).map(|_| card(Phase::On, 20)).collect();
        let comes = comes.iter().map(|minutes| card(Phase::Comes, *minutes)).collect();
        let (lanterns, others) = hung(&on, comes, NOW);
        (lanterns.len(), others.len())
    };
    assert_eq!(hang(0, &[]), (0, 0));
    assert_eq!(hang(0, &[30]), (0, 1), "one alone stays in the list");
    assert_eq!(hang(2, &[]), (0, 0), "what is on is in its list anyway");
    assert_eq!(hang(2, &[30]), (2, 0));
    assert_eq!(hang(0, &[30, 60, 90, 120, 150]), (4, 1));
    assert_eq!(hang(1, &[30, 60, 90, 120]), (4, 1));
    assert_eq!(hang(0, &[-900, 30, 60, 24 * 60]), (2, 2), "today alone, and not what is past");
}

#[tokio::test]
async fn search_is_for_staff_and_answers_whatever_is_asked() {
    let slices = slices();
    for (name, db) in db::testing::both(&[]).await {
        let house = web::testing::house(db.clone(), &slices, whoami, NOW).await;
        let people = db.write(people).await.unwrap();
        let only = |role| people.iter().find(|(_, roles, child)| *roles == [role] && !child).unwrap().0;
        let browser = Browser::new(&house, &slices);
        let mut teacher = browser.another().with("preau", only(Role::Teacher));
        for asked in ["", "?q=", "?q=z", "?q=zo", "?q=%25"] {
            teacher.get(&format!("/recherche{asked}")).await;
            assert!(teacher.status == 200 && teacher.queries <= 10, "{name}: {asked}: {teacher:?}");
        }
        let mut pupil = browser.another().with("preau", only(Role::Pupil));
        assert_eq!(pupil.get("/recherche?q=zo").await.status, 404, "{name}");
    }
}

/// Two steps of an empty house: one that is done, one that is done once somebody teaches.
const STEPS: [FirstStep; 2] = [
    step(1, "SELECT 1 FROM unit LIMIT 1"),
    step(2, "SELECT 1 FROM membership m WHERE m.role = 'teacher' AND m.since <= ?1 LIMIT 1"),
];

const fn step(rank: u32, done: &'static str) -> FirstStep {
    FirstStep { rank, key: "home-first-done", text: "home-first-todo", href: "/", done }
}

#[tokio::test]
async fn whoever_administers_is_told_of_the_first_steps_until_all_are_done() {
    const GIVING: Slice = Slice { gives: &[&STEPS[0], &STEPS[1]], ..Slice::named("steps") };
    let slices: Vec<&'static Slice> = vec![&crate::SLICE, &GIVING];
    for (name, db) in db::testing::both(&[]).await {
        let house = web::testing::house(db.clone(), &slices, whoami, NOW).await;
        let people = |tx: &mut Tx<'_>| {
            let chance = Seeded::new(4);
            let (admin, head, school): (PersonId, PersonId, UnitId) =
                (Id::new(NOW, &chance), Id::new(NOW, &chance), Id::new(NOW, &chance));
            let (code, label) = ("0140041U".to_owned(), "Collège".to_owned());
            let unit = Unit { id: school, kind: UnitKind::Etablissement, code, name: label, closed: false };
            access::store::put(tx, &unit, &[])?;
            access::store::grant(tx, admin, Role::Admin, school, NOW, None)?;
            access::store::grant(tx, head, Role::Head, school, NOW, None)?;
            Ok::<_, db::Error>((admin, head, school))
        };
        let (admin, head, school) = db.write(people).await.unwrap();
        let browser = Browser::new(&house, &slices);
        let mut browser = browser.another().with("preau", admin);
        browser.get("/").await;
        let told = browser.text.contains("Premiers pas : 1 sur 2") && !browser.text.contains("Tout est fait");
        assert!(told && browser.queries <= 10, "{name}: {browser:?}");
        let mut other = browser.another().with("preau", head);
        assert!(!other.get("/").await.text.contains("Premiers pas"), "{name}: {other:?}");
        db.write(move |tx| access::store::grant(tx, head, Role::Teacher, school, NOW, None)).await.unwrap();
        assert!(browser.get("/").await.text.contains("Rien ne vous attend"), "{name}: {browser:?}");
    }
}

//! Lists filled beyond a page and turned to their end: nothing is lost, nothing comes twice, the total is true, and the rows of
//! other people and other schools are not counted.
use super::house::{NOW, Things, Walker, evening};
use db::{Tx, params};
use kernel::{Chance, Id, PersonId, Seeded, UnitId};
use web::testing::Browser;

/// How many rows are added to each list, and how many of other people beside them.
const MINE: usize = 130;
const THEIRS: usize = 70;

/// What a page says of itself under its list: from, to and of how many; and where the next one is.
type Standing = ((usize, usize, usize), Option<String>);

/// The list of a page whose number comes under `key`.
fn standing(page: &str, key: &str) -> Option<Standing> {
    let navs = page.split("<nav class=\"pages\" aria-label=\"Pages, ").skip(1);
    let nav = navs.filter_map(|rest| rest.split("</nav>").next()).find(|nav| nav.contains(&format!("{key}=")))?;
    let numbers: Vec<usize> = nav.split('"').next()?.split(' ').filter_map(|word| word.parse().ok()).collect();
    let next = nav.split("<a href=\"").skip(1).find(|link| link.contains("rel=\"next\""));
    let next = next.and_then(|link| link.split('"').next()).map(|href| href.replace("&#38;", "&"));
    let next = next.map(|href| href.split_once('#').expect("the next page opens where its list begins").0.to_owned());
    let [from, to, all] = numbers[..] else { return None };
    Some(((from, to, all), next))
}

/// Turns the pages of a list and gives what each page has of `marks`, in order, and the total that every page tells.
async fn turned(browser: &mut Browser, path: &str, key: &str, mark: &str) -> (Vec<String>, usize) {
    let (mut found, mut at, mut before, mut total) = (vec![], Some(path.to_owned()), 0, None);
    while let Some(path) = at {
        let page = browser.get(&path).await.text.clone();
        assert_eq!(browser.status, 200, "{path}");
        let ((from, to, all), next) = standing(&page, key).unwrap_or_else(|| panic!("{path} has no pages: {page}"));
        assert_eq!((from, *total.get_or_insert(all)), (before + 1, all), "{path}");
        assert_eq!(to, all.min(before + 50), "{path}");
        found.extend(page.split(mark).skip(1).map(|rest| rest[..3].to_owned()));
        (before, at) = (to, next);
    }
    assert_eq!(Some(before), total, "the last page ends the list");
    (found, before)
}

fn of<'w>(walkers: &'w mut [Walker], name: &str) -> &'w mut Browser {
    &mut walkers.iter_mut().find(|walker| walker.name == name).unwrap().browser
}

fn count(tx: &mut Tx<'_>, sql: &str, values: &[db::Value]) -> db::Result<usize> {
    Ok(tx.first(sql, values)?.map_or(0, |row| usize::try_from(row.get::<i64>(0)).unwrap()))
}

#[tokio::test]
async fn a_list_turned_to_its_end_has_every_row_once_and_none_of_others() {
    for (name, db) in db::testing::both(&[]).await {
        let (house, mut walkers, things) = evening(db).await;
        let (guardian, told) = add(&house, &things).await;
        for (who, path, key, mark, all) in [
            ("guardian", "/messages", "page", "Message n°", guardian),
            ("referent", "/difficultes?vue=ouvertes", "page", "Panne n°", told),
        ] {
            let (mut found, total) = turned(of(&mut walkers, who), path, key, mark).await;
            found.sort();
            let wanted: Vec<String> = (0..MINE).map(|n| format!("{n:03}")).collect();
            assert_eq!(found, wanted, "{name} {path}");
            assert_eq!(total, all, "{name} {path}");
        }
        add_more(&house, &things).await;
        // A pupil's week offers what is open, a head's has all of it, and an account every device.
        for (who, path, key, mark) in [
            ("pupil", "/semaine", "offres", "Séance n°"),
            ("head", "/semaine", "seances", "Séance n°"),
            ("guardian", "/compte", "page", "n\u{b0}"),
        ] {
            let (mut found, total) = turned(of(&mut walkers, who), path, key, mark).await;
            found.sort();
            found.dedup();
            let wanted: Vec<String> = (0..MINE).map(|n| format!("{n:03}")).collect();
            assert_eq!(found, wanted, "{name} {who} {path}");
            assert!((MINE..2 * MINE).contains(&total), "{name} {who} {path}: {total}");
        }
        let programme: Id<()> = things.one("programme").parse().unwrap();
        let path = format!("/programmes/{programme}/ecoles");
        let (found, total) = turned(of(&mut walkers, "pilot"), &path, "page", "<p class=\"soft small\">").await;
        let places = house.db.read(move |tx| {
            count(tx, "SELECT count(*) FROM programme_engagement WHERE dispositif_id = ?1", &params![programme])
        });
        assert_eq!((found.len(), total), (total, places.await.unwrap()), "{name} {path}");
    }
}

/// The guardian and her child, and a school that is not theirs.
fn around(tx: &mut Tx<'_>, home: UnitId) -> db::Result<([PersonId; 2], UnitId)> {
    let person = |tx: &mut Tx<'_>, given: &str| -> db::Result<PersonId> {
        let sql = "SELECT id FROM directory_person WHERE given = ?1 AND family = 'Benali'";
        Ok(tx.first(sql, &params![given])?.unwrap().get(0))
    };
    let both = [person(tx, "Samira")?, person(tx, "Maïssa")?];
    let sql = "SELECT id FROM unit WHERE kind = 'etablissement' AND id <> ?1 ORDER BY code LIMIT 1";
    Ok((both, tx.first(sql, &params![home])?.unwrap().get(0)))
}

/// Adds messages of the guardian and of somebody else, difficulties of the home and of another school, and places of schools in
/// the dispositif. Says how many messages the guardian has, and how many open difficulties the home.
async fn add(house: &web::House, things: &Things) -> (usize, usize) {
    let (home, programme): (UnitId, Id<()>) =
        (things.one("school").parse().unwrap(), things.one("programme").parse().unwrap());
    let added = house.db.write(move |tx| {
        let chance = Seeded::new(11);
        let ([samira, maissa], other) = around(tx, home)?;
        for n in 0..MINE + THEIRS {
            let mine = n < MINE;
            let (to, school) = if mine { (samira, home) } else { (maissa, other) };
            let told = format!(" n°{:03}", if mine { n } else { n - MINE + 500 });
            let at = NOW.plus_minutes(-i64::try_from(n / 3).unwrap());
            tx.execute(
                "INSERT INTO notice (id, person_id, author_id, school_id, text, shown_at)
                 VALUES (?1, ?2, ?2, ?3, ?4, ?5)",
                &params![id(&chance), to, school, format!("Message{told}"), at],
            )?;
            tx.execute(
                "INSERT INTO difficulty (id, school_id, opened_by, person_id, child_id, audience, kind, text, entered, state,
                   opened_at) VALUES (?1, ?2, ?3, ?3, ?4, 'family', 'device', ?5, 'page', 'new', ?6)",
                &params![id(&chance), school, samira, maissa, format!("Panne{told}"), at],
            )?;
        }
        tx.execute(
            "INSERT INTO programme_engagement (dispositif_id, unit_id, state, word, moved_by, moved_at)
             SELECT ?1, u.id, 'proposed', '', ?2, ?3 FROM unit u WHERE u.kind = 'etablissement'
             AND u.id NOT IN (SELECT unit_id FROM programme_engagement WHERE dispositif_id = ?1) ORDER BY u.code LIMIT 90",
            &params![programme, samira, NOW],
        )?;
        let messages = "SELECT count(*) FROM notice WHERE person_id = ?1 AND shown_at <= ?2";
        let open = "SELECT count(*) FROM difficulty WHERE school_id = ?1 AND audience = 'family' AND state <> 'closed'";
        Ok::<_, db::Error>((count(tx, messages, &params![samira, NOW])?, count(tx, open, &params![home])?))
    });
    added.await.unwrap()
}

/// Adds meetings of this evening in which pupils enrol by themselves, at home and in another school, and devices of the guardian and
/// of somebody else.
async fn add_more(house: &web::House, things: &Things) {
    let home: UnitId = things.one("school").parse().unwrap();
    let added = house.db.write(move |tx| {
        let chance = Seeded::new(12);
        let ([samira, maissa], other) = around(tx, home)?;
        for n in 0..MINE + THEIRS {
            let (school, whose) = if n < MINE { (home, samira) } else { (other, maissa) };
            let told = format!("n°{:03}", if n < MINE { n } else { n - MINE + 500 });
            let at = NOW.plus_minutes(30 + i64::try_from(n / 3).unwrap());
            tx.execute(
                "INSERT INTO agenda_meeting (id, unit_id, kind, title, place, spot, day, starts_at, ends_at, places, by_self,
                   made_by, state, reason) VALUES (?1, ?2, 'group', ?3, 'here', '', ?4, ?5, ?6, 12, 1, ?7, 'planned', '')",
                &params![
                    id(&chance),
                    school,
                    format!("Séance {told}"),
                    at.paris().date().to_string(),
                    at,
                    at.plus_minutes(30),
                    samira
                ],
            )?;
            tx.execute(
                "INSERT INTO signin_session (id, token_hash, person_id, device, agent, since, seen_at, until)
                 VALUES (?1, ?2, ?3, 'own', ?4, ?5, ?5, ?6)",
                &params![id(&chance), id(&chance), whose, format!("other {told}"), NOW, NOW.plus_days(9)],
            )?;
        }
        Ok::<_, db::Error>(())
    });
    added.await.unwrap();
}

fn id(chance: &dyn Chance) -> Id<()> {
    Id::new(NOW, chance)
}

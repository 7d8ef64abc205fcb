//! What a family, a head and a pilot see of an evening: that it happened, not its words.
use super::house::{NOW, evening};
use web::testing::Browser;

/// The words of the evening's thread, which nobody outside it reads.
const WORDS: [&str; 2] = ["Exercice 4", "Bonsoir</li>"];

async fn page(walkers: &[super::house::Walker], name: &str, path: &str) -> Browser {
    let mut browser = walkers.iter().find(|walker| walker.name == name).unwrap().browser.clone().with("lang", "fr");
    browser.get(path).await;
    browser
}

#[tokio::test]
async fn a_parent_sees_that_a_child_is_helped_and_not_the_words() {
    for (name, db) in db::testing::both(&[]).await {
        let (house, walkers, things) = evening(db).await;
        let parent = page(&walkers, "guardian", "/enfants").await;
        assert_eq!(parent.status, 200, "{name}");
        assert!(parent.text.contains("Un adulte aide Maïssa") && parent.text.contains("Sami"), "{name}: {parent:?}");
        assert!(parent.text.contains("Claire Auvray"), "{name}: who helps, as the school decided");
        assert!(WORDS.iter().all(|words| !parent.text.contains(words)), "{name}: {parent:?}");
        let thread = page(&walkers, "guardian", &format!("/bar/fichier/{}", things.one("file"))).await;
        assert_eq!(thread.status, 404, "{name}: not the photo either");

        // It ends: the parent sees that too.
        let ticket: desk::TicketId = things.one("ticket").parse().unwrap();
        let ended = house.db.write(move |tx| {
            let teacher = tx.first("SELECT helper_id FROM desk_ticket WHERE id = ?1", &db::params![ticket])?;
            let teacher = access::Actor::load(tx, teacher.unwrap().get(0), NOW)?;
            let ticket = desk::store::find::<desk::policy::Help>(tx, &teacher, ticket)?.unwrap();
            desk::store::end(tx, &ticket, desk::Outcome::Understood, None, NOW.plus_minutes(8))
        });
        ended.await.unwrap().unwrap();
        let parent = page(&walkers, "guardian", "/enfants").await;
        assert!(parent.text.contains("Maïssa a compris"), "{name}: {parent:?}");
        assert!(parent.text.contains("8 minutes"), "{name}");
    }
}

#[tokio::test]
async fn a_head_and_a_pilot_see_counts_and_no_pupil() {
    for (name, db) in db::testing::both(&[]).await {
        let (_house, walkers, _) = evening(db).await;
        for who in ["head", "pilot"] {
            let counts = page(&walkers, who, "/bar/chiffres").await;
            assert_eq!(counts.status, 200, "{name} {who}");
            assert!(counts.text.contains("Quintefeuille"), "{name} {who}: {counts:?}");
            for pupil in ["Maïssa", "Nouvel", "Exercice"] {
                assert!(!counts.text.contains(pupil), "{name} {who} reads {pupil}");
            }
        }
        let head = page(&walkers, "head", "/bar/chiffres").await;
        assert!(head.text.contains("/bar/demande/"), "{name}: a head may open a thread, saying why");
        let pilot = page(&walkers, "pilot", "/bar/chiffres").await;
        assert!(!pilot.text.contains("/bar/demande/"), "{name}: being above is not being allowed");
    }
}

#[tokio::test]
async fn the_evening_says_the_place_and_who_is_there() {
    for (name, db) in db::testing::both(&[]).await {
        let (_house, walkers, _) = evening(db).await;
        let pupil = page(&walkers, "pupil", "/").await;
        assert!(pupil.text.contains("Claire Auvray t’attend"), "{name}: {pupil:?}");
        let other = page(&walkers, "other-pupil", "/").await;
        let asks = other.text.contains("n’a pas encore répondu") && !other.text.contains("href=\"/bar/demande\"");
        assert!(asks, "{name}: a family that has said nothing: {other:?}");
        assert!(!other.text.contains("Auvray"), "{name}: another school's desk");
    }
}

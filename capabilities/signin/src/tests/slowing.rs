use super::{NOW, worlds};
use crate::store::guess::{FROM_ONE, IN_ALL, What, Whence, dear, failed};

const LINK: &str = "/c/";

/// Five tries are free; then one waits a minute, two, four… a quarter of an hour at most, and even the right PIN waits.
#[tokio::test]
async fn guessing_a_pin_gets_slower() {
    for world in worlds().await {
        let name = world.name;
        let card = world.card(world.people.ines, Some("4071")).await;
        let link = format!("{LINK}{}", card.token);
        let mut browser = world.browser();
        let mut at = 0;
        for _ in 0..5 {
            browser.post(&link, &[("pin", "0001")]).await;
            assert!(browser.status == 422 && !browser.text.contains("Attends"), "{name}: {browser:?}");
        }
        for wait in [1, 2, 4, 8, 15, 15] {
            browser.post(&link, &[("pin", "4071")]).await;
            let said = if wait == 1 { "Attends une minute".to_owned() } else { format!("Attends {wait} minutes") };
            assert!(browser.status == 422 && browser.text.contains(&said), "{name}: {said}: {browser:?}");
            at += wait;
            world.minutes(at);
            browser.post(&link, &[("pin", "0001")]).await;
            assert_eq!(browser.status, 422, "{name}");
        }
        world.minutes(at + 15);
        browser.post(&link, &[("pin", "4071")]).await;
        assert_eq!(browser.status, 303, "{name}: {browser:?}");
        for _ in 0..4 {
            world.browser().post(&link, &[("pin", "0001")]).await;
        }
        let mut other = world.browser();
        assert_eq!(other.post(&link, &[("pin", "4071")]).await.status, 303, "{name}: the count began again");
    }
}

/// A hundred wrong codes from a school's address close it to nobody: from then on a code typed there goes with the card's key, for ten
/// minutes, then twenty; the square opens as before, and so does a device that has opened the card.
#[tokio::test]
async fn a_hundred_wrong_codes_from_a_school_shut_no_pupil_out() {
    for world in worlds().await {
        let (name, ines) = (world.name, world.people.ines);
        let card = world.card(ines, Some("4071")).await;
        let right = [("code", card.code.as_str()), ("pin", "4071")];
        let mut own = world.browser();
        assert_eq!(own.post("/entrer", &right).await.status, 303, "{name}");
        own.post("/sortir", &[]).await;
        let guess = async |times| {
            for n in 0..times {
                let wrong = format!("nul-{n:05}-nul");
                let mut browser = world.browser();
                assert_eq!(browser.post("/entrer", &[("code", &wrong), ("pin", "4071")]).await.status, 422, "{name}");
            }
        };
        guess(99).await;
        assert_eq!(world.browser().post("/entrer", &right).await.status, 303, "{name}: a classmate passes");
        guess(1).await;
        let mut classmate = world.browser();
        classmate.post("/entrer", &right).await;
        assert!(classmate.status == 422 && classmate.text.contains("écris aussi sa clé"), "{name}: {classmate:?}");
        let key = world.key(ines).await;
        classmate.post("/entrer", &[("code", &card.code), ("cle", &key)]).await;
        assert_eq!(
            classmate.location,
            Some(format!("/c/{}?appareil=school", card.token)),
            "{name}: with the whole card in hand"
        );
        assert_eq!(classmate.post(&format!("{LINK}{}", card.token), &right).await.status, 303, "{name}: by the square");
        assert_eq!(own.post("/entrer", &right).await.status, 303, "{name}: the device is known");
        // What guesses cost grows: the next hundred cost twenty minutes.
        world.minutes(10);
        guess(100).await;
        world.minutes(29);
        assert_eq!(world.browser().post("/entrer", &right).await.status, 422, "{name}");
        world.minutes(30);
        assert_eq!(world.browser().post("/entrer", &right).await.status, 303, "{name}");
    }
}

/// After a hundred wrong passwords from one network, whatever the accounts, a device that is not known waits there; a colleague's own
/// comes in.
#[tokio::test]
async fn a_hundred_wrong_passwords_from_a_school_shut_out_no_colleague_on_their_own_device() {
    const RIGHT: &str = "le chat dort au soleil";
    for world in worlds().await {
        let name = world.name;
        world.password(world.people.claire, "c.auvray", RIGHT).await;
        let right = [("user", "c.auvray"), ("password", RIGHT)];
        let mut own = world.browser();
        assert_eq!(own.post("/entrer/adulte", &right).await.status, 303, "{name}");
        own.post("/sortir", &[]).await;
        let secret = world.house.secret.clone();
        let counted = world.house.db.write(move |tx| {
            let here = Whence::new(&secret, &kernel::Seeded::new(1), What::Password, &kernel::networks(""));
            (1..FROM_ONE).try_for_each(|_| failed(tx, &here, NOW))
        });
        counted.await.unwrap();
        let mut wrong = world.browser();
        assert_eq!(
            wrong.post("/entrer/adulte", &[("user", "personne"), ("password", "x")]).await.status,
            422,
            "{name}"
        );
        let mut other = world.browser();
        other.post("/entrer/adulte", &right).await;
        assert!(other.status == 422 && other.text.contains("Attends 10 minutes"), "{name}: {other:?}");
        own.post("/entrer/adulte", &right).await;
        assert_eq!(own.status, 303, "{name}: {own:?}");
        world.minutes(10);
        other.post("/entrer/adulte", &right).await;
        assert_eq!(other.status, 303, "{name}: {other:?}");
    }
}

/// Whoever guesses the PIN of a card shuts out the guesser: the owner's own device opens it, and waits for its own wrong tries alone.
#[tokio::test]
async fn guessing_a_pin_elsewhere_does_not_shut_the_owner_out() {
    for world in worlds().await {
        let name = world.name;
        let link = format!("{LINK}{}", world.card(world.people.ines, Some("4071")).await.token);
        let mut own = world.browser();
        assert_eq!(own.post(&link, &[("pin", "4071")]).await.status, 303, "{name}");
        own.post("/sortir", &[]).await;
        for _ in 0..5 {
            world.browser().post(&link, &[("pin", "0001")]).await;
        }
        assert!(world.browser().post(&link, &[("pin", "4071")]).await.text.contains("Attends"), "{name}: elsewhere");
        for _ in 0..5 {
            own.post(&link, &[("pin", "0001")]).await;
            assert!(own.status == 422 && !own.text.contains("Attends"), "{name}: {own:?}");
        }
        assert!(own.post(&link, &[("pin", "4071")]).await.text.contains("Attends une minute"), "{name}: {own:?}");
        world.minutes(1);
        assert_eq!(own.post(&link, &[("pin", "4071")]).await.status, 303, "{name}");
        let copied = own.cookie("appareil").unwrap().to_owned();
        let other = format!("{LINK}{}", world.card(world.people.sami, Some("4071")).await.token);
        let mut thief = world.browser().with("appareil", copied);
        for _ in 0..5 {
            thief.post(&other, &[("pin", "0001")]).await;
        }
        assert!(
            thief.post(&other, &[("pin", "4071")]).await.text.contains("Attends"),
            "{name}: it knows one card only"
        );
    }
}

/// Wrong codes are counted in the whole house too, whatever address they come from; then a short code alone opens nothing until the
/// day has passed. The networks around an address of IPv6 fill up with it.
#[tokio::test]
async fn wrong_codes_have_a_ceiling_and_networks_of_ipv6_are_counted_wider() {
    for world in worlds().await {
        let (name, secret) = (world.name, world.house.secret.clone());
        let counted = world.house.db.write(move |tx| {
            let (chance, look) = (kernel::Seeded::new(1), dear);
            let from = |network: &str| Whence::new(&secret, &chance, What::Password, &kernel::networks(network));
            for n in 0..2 * FROM_ONE {
                failed(tx, &from(&format!("2001:db8:0:{:x}::1", n % 2)), NOW)?;
            }
            let dear = [
                dear(tx, &from("2001:db8:0:0::9"), NOW)?,
                dear(tx, &from("2001:db8:0:7::9"), NOW)?,
                dear(tx, &from("2001:db8:0:700::9"), NOW)?,
            ];
            assert!(dear[0].is_some() && dear[1].is_some(), "its /64, and the /56 around it");
            assert_eq!(dear[2], None, "not the /48 yet");
            // From two other /56, neither of which is dear yet.
            for n in 0..2 * FROM_ONE {
                failed(tx, &from(&format!("2001:db8:0:{:x}00::1", 2 + n % 2)), NOW)?;
            }
            let wider = [
                look(tx, &from("2001:db8:0:700::9"), NOW)?,
                look(tx, &from("2001:db8:0:ffff::9"), NOW)?,
                look(tx, &from("2001:db8:1:700::9"), NOW)?,
            ];
            assert!(wider[0].is_some() && wider[1].is_some(), "the /48, once four times as many have come from it");
            assert_eq!(wider[2], None, "its neighbour is somebody else");
            // Each from an address of its own.
            let code = |n: i64| Whence::new(&secret, &chance, What::Code, &[n.to_string()]);
            for n in 0..300 {
                failed(tx, &code(n), NOW)?;
            }
            assert_eq!(look(tx, &code(-1), NOW)?, None, "far from the ceiling");
            // As if nearly all of them had come: every lane has one left.
            let nearly = "UPDATE signin_guess SET tries = ?1 WHERE tries BETWEEN 2 AND 99";
            tx.execute(nearly, &db::params![IN_ALL / 16 - 1])?;
            for n in 0..300 {
                failed(tx, &code(n), NOW)?;
            }
            let everywhere = look(tx, &code(-1), NOW)?;
            let closed = look(tx, &code(-1), NOW.plus_days(1))?;
            Ok::<_, db::Error>((everywhere, closed))
        });
        let (everywhere, closed) = counted.await.unwrap();
        assert_eq!((everywhere, closed), (Some(NOW.plus_days(1)), None), "{name}: for a day");
    }
}

/// A thousand tries at once are a thousand tries: the count is taken before the look.
#[tokio::test(flavor = "multi_thread")]
async fn tries_at_the_same_time_are_counted_one_by_one() {
    for world in worlds().await {
        let card = world.card(world.people.ines, Some("4071")).await;
        let link = format!("{LINK}{}", card.token);
        let tries = (0..40).map(|_| {
            let (mut browser, link) = (world.browser(), link.clone());
            tokio::spawn(async move {
                browser.post(&link, &[("pin", "0001")]).await;
                browser.text.contains("Attends")
            })
        });
        let mut looked = 0;
        for tried in tries.collect::<Vec<_>>() {
            looked += usize::from(!tried.await.unwrap());
        }
        assert_eq!(looked, 5, "{}", world.name);
    }
}

//! A guardian's card made anew, from the school's page to the letter that is signed.
use super::house::{NOW, evening};
use crate::slices;
use jobs::Runner;
use kernel::PersonId;
use notice::{Channel, Way};
use std::sync::Arc;
use web::{House, testing::Browser};

/// The one that this page of cards prints for somebody.
fn token(page: &str, name: &str) -> Option<String> {
    let row = page.split("<tr>").find(|row| row.contains(name))?;
    let code = row.split("<kbd>").nth(1)?.split('<').next()?;
    Some(code.to_owned())
}

/// What leaves the house to say that a card was made anew is sent now.
async fn work(house: &House) {
    let tasks = slices::tasks().into_iter().filter(|task| task.kind == signin::REISSUED).collect();
    let (clock, chance) = (Arc::clone(&house.clock), Arc::clone(&house.chance));
    Runner::new(house.db.clone(), clock, chance, tasks).run_due().await.unwrap();
}

/// From now on this person is reached by this way.
async fn reached(house: &House, person: PersonId, way: Way, address: &'static str) {
    let channel = Channel { way, address: Some(address.to_owned()) };
    house.db.write(move |tx| notice::store::choose(tx, person, (&channel, true), NOW)).await.unwrap();
}

/// By which ways this person was told of a card made anew, and where.
async fn deliveries(house: &House, person: PersonId) -> Vec<(Option<String>, Option<String>)> {
    let sql = "SELECT n.text, d.kind, d.address FROM notice n LEFT JOIN notice_delivery d ON d.notice_id = n.id
               WHERE n.person_id = ?1 ORDER BY d.kind";
    let rows = house.db.read(move |tx| tx.query(sql, &db::params![person])).await.unwrap();
    let anew = rows.iter().filter(|row| row.text(0).contains("carte vient d’être refaite"));
    anew.map(|row| (row.get(1), row.get(2))).collect()
}

/// The head makes Karima's card anew, and anybody might hold the new one: it reads, it signs nothing, it does not say where she is
/// reached, and she is told. A day later it signs.
#[tokio::test]
async fn a_guardians_card_made_anew_reads_and_does_not_sign_for_a_day() {
    for (name, db) in db::testing::both(&[]).await {
        let (house, walkers, _) = evening(db).await;
        let of =
            |who: &str| walkers.iter().find(|walker| walker.name == who).unwrap().browser.clone().with("lang", "fr");
        let cookie = of("guardian").cookie("preau").unwrap().to_owned();
        let guardian = house.db.read(move |tx| signin::whoami(tx, &cookie, NOW)).await.unwrap().unwrap();
        let person = guardian.actor.person;
        let (inner, child) = (Arc::clone(&house), guardian.actor.children[0]);
        let class = house.db.write(move |tx| {
            signin::demo::card(tx, &inner.secret, &*inner.chance, person, Some("4821"), NOW.plus_days(-9))?;
            let sql = "SELECT unit_id FROM membership WHERE person_id = ?1 AND role = 'pupil'";
            Ok::<_, db::Error>(tx.first(sql, &db::params![child])?.unwrap().get::<kernel::UnitId>(0))
        });
        let path = format!("/ecole/classe/{}/cartes", class.await.unwrap());
        let mut head = of("head");
        let reissue = [("action", &*format!("reissue:{person}")), ("responsables", "1")];
        reached(&house, person, Way::Sms, "06 39 98 00 01").await;
        head.get(&format!("{path}?responsables=1")).await;
        head.post(&path, &reissue).await;
        head.follow().await;
        let full = format!("{} {}", guardian.family, guardian.given);
        let code = token(&head.text, &full).unwrap_or_else(|| panic!("{name}: {full}: {head:?}"));
        work(&house).await;
        let told = |way: &str, address: &str| (Some(way.to_owned()), Some(address.to_owned()));
        let sms = told("sms", "+33639980001");
        assert_eq!(deliveries(&house, person).await, std::slice::from_ref(&sms), "{name}: told by her own channel");

        let secret = house.secret.clone();
        let link = house.db.read(move |tx| {
            let card = signin::store::card::by_code(tx, &code)?.unwrap();
            Ok::<_, db::Error>(format!("/c/{}", signin::code::token(&secret, card.id, &card.salt)))
        });
        let link = link.await.unwrap();
        let mut holder = Browser::new(&house, slices::ALL).with("lang", "fr");
        holder.post(&link, &[("pin", "5082"), ("pin2", "5082"), ("device", "own")]).await;
        assert_eq!(holder.status, 303, "{name}: {holder:?}");
        holder.get("/messages").await;
        assert!(holder.text.contains("Votre carte vient d’être refaite"), "{name}: she is told: {holder:?}");
        holder.get("/accord").await;
        let letter = holder.text.split("/accord/lettre/").nth(1).map(|rest| rest.split('"').next().unwrap());
        let letter = format!("/accord/lettre/{}", letter.unwrap_or_else(|| panic!("{name}: no letter: {holder:?}")));
        let forms: [(&str, &[(&str, &str)]); 2] =
            [(&letter, &[("reponse", "oui")]), ("/compte/canal", &[("canal", "sms"), ("numero", "06 39 98 00 99")])];
        for (form, fields) in forms {
            holder.get(form).await;
            assert!(holder.status == 200 && holder.text.contains("signe rien avant"), "{name}: {form}: {holder:?}");
            holder.post(form, fields).await;
            assert!(holder.status == 403 && holder.text.contains("trop tôt"), "{name}: {form}: {holder:?}");
        }
        let later =
            "UPDATE signin_card SET signs_at = ?2 WHERE person_id = ?1 AND revoked_at IS NULL AND signs_at >= ?3";
        let values = db::params![person, NOW, NOW.plus_days(1)];
        assert_eq!(house.db.write(move |tx| tx.execute(later, &values)).await.unwrap(), 1, "{name}: a day at least");
        holder.get(&letter).await;
        holder.post(&letter, &[("reponse", "oui")]).await;
        assert_eq!(holder.status, 303, "{name}: {holder:?}");

        reached(&house, person, Way::Email, "karima@example.org").await;
        head.get(&format!("{path}?responsables=1")).await;
        head.post(&path, &reissue).await;
        work(&house).await;
        assert_eq!(deliveries(&house, person).await, [told("email", "karima@example.org"), sms], "{name}");
    }
}

/// What one signs by, or changes where one is reached by, is on this list: a new form of families is read with this in mind.
#[test]
fn the_forms_by_which_one_signs_are_the_ones_listed() {
    let signs: Vec<_> = slices::routes().0.into_iter().filter(|route| route.signs).map(|route| route.path).collect();
    assert_eq!(signs, ["/compte/canal", "/accord/lettre/{told}", "/accord/lettre/{told}/proposition/{proposal}"]);
}

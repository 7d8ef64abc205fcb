//! A guardian's card made anew, from the school's page to the letter that is signed.
use super::house::{NOW, evening};
use crate::slices;
use jobs::Runner;
use std::sync::Arc;
use web::testing::Browser;

/// The one that this page of cards prints for somebody.
fn token(page: &str, name: &str) -> Option<String> {
    let row = page.split("<tr>").find(|row| row.contains(name))?;
    let code = row.split("<kbd>").nth(1)?.split('<').next()?;
    Some(code.to_owned())
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
        head.get(&format!("{path}?responsables=1")).await;
        head.post(&path, &[("action", &format!("reissue:{person}")), ("responsables", "1")]).await;
        head.follow().await;
        let full = format!("{} {}", guardian.family, guardian.given);
        let code = token(&head.text, &full).unwrap_or_else(|| panic!("{name}: {full}: {head:?}"));
        let tasks = slices::tasks().into_iter().filter(|task| task.kind == signin::REISSUED).collect();
        let (clock, chance) = (Arc::clone(&house.clock), Arc::clone(&house.chance));
        Runner::new(house.db.clone(), clock, chance, tasks).run_due().await.unwrap();

        let secret = house.secret.clone();
        let link = house.db.read(move |tx| {
            let card = signin::store::card::by_code(tx, &code, NOW)?.unwrap();
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
    }
}

/// What one signs by, or changes where one is reached by, is on this list: a new form of families is read with this in mind.
#[test]
fn the_forms_by_which_one_signs_are_the_ones_listed() {
    let signs: Vec<_> = slices::routes().0.into_iter().filter(|route| route.signs).map(|route| route.path).collect();
    assert_eq!(signs, ["/compte/canal", "/accord/lettre/{told}", "/accord/lettre/{told}/proposition/{proposal}"]);
}

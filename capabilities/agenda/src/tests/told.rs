//! Who is told of what happens to a meeting, by which way.
use super::town::{Evening, NOW, led, november};
use crate::{Rhythm, store};
use jiff::civil::date;
use kernel::Seeded;
use notice::{Channel, Way};

/// Whatever is written to a family leaves by its channel: an SMS for who chose it.
#[tokio::test]
async fn a_family_on_sms_is_told_of_the_meetings_that_a_stopped_slot_cancels() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let slot = evening
            .write(|tx, town| {
                let sms = Channel { way: Way::Sms, address: Some("06 39 98 00 01".to_owned()) };
                notice::store::choose(tx, town.guardian, (&sms, true), NOW)?;
                let slot = town.slot(Rhythm::Every, november(25), date(2026, 2, 3));
                store::add_slot(tx, &slot)?;
                let span = (november(25), date(2025, 12, 9));
                store::lay(tx, &Seeded::new(1), std::slice::from_ref(&slot), span, NOW)?;
                let head = super::town::acting(tx, town.head)?;
                let first = store::of_staff(tx, &head, (NOW, NOW.plus_days(30)), web::Pager::whole())?;
                store::enrol_in_slot(tx, &first[0].meeting, town.pupils[0], town.head, NOW)?.unwrap();
                Ok(slot.id)
            })
            .await;
        let mut head = evening.of(town.head);
        head.get("/creneaux").await;
        led(head.post(&format!("/creneaux/{slot}/fin"), &[]).await);
        let ways = evening.write(|tx, town| {
            let sql = "SELECT d.kind, d.address, d.link FROM notice n
                       LEFT JOIN notice_delivery d ON d.notice_id = n.id WHERE n.person_id = ?1";
            let rows = tx.query(sql, &db::params![town.guardian])?;
            let told = |row: &db::Row| (row.get::<Option<String>>(0), row.get::<Option<String>>(1));
            let due = notice::store::take(tx, NOW, 40)?;
            Ok((rows.iter().map(told).collect::<Vec<_>>(), due.iter().map(|one| one.others.len()).collect::<Vec<_>>()))
        });
        let (ways, letters) = ways.await;
        let sms = (Some("sms".to_owned()), Some("+33639980001".to_owned()));
        assert_eq!(ways, [sms.clone(), sms.clone(), sms], "{name}: one for each of the three meetings");
        assert_eq!(letters, [2], "{name}: and one SMS for all");
    }
}

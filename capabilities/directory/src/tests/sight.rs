//! The limited sight of who answers for a pupil without parental authority.
use crate::testing::{self, NOW, Setting, Town, acting};
use access::{audit, store::sight};
use db::{Result, Tx, params};
use kernel::PersonId;
use web::{Slice, testing::led};

type Evening = testing::Evening<House>;

/// The town, where Odette answers for Tom without parental authority.
struct House {
    town: Town,
    odette: PersonId,
}

impl Setting for House {
    const SLICES: &[&Slice] = &[&crate::SLICE];

    fn build(tx: &mut Tx<'_>) -> Result<Self> {
        let town = Town::build(tx, &testing::HOME)?;
        let odette = testing::guardian(tx, &town.chance, ("Odette", "Hébert"), &[])?;
        testing::answers_for(tx, odette, town.pupils[3], false)?;
        Ok(Self { town, odette })
    }
}

#[tokio::test]
async fn without_authority_a_child_is_nobodys_to_see() {
    for evening in Evening::both().await {
        let (odette, samira) =
            evening.write(|tx, house| Ok((acting(tx, house.odette)?, acting(tx, house.town.guardian)?))).await;
        assert!(odette.children.is_empty() && !odette.is_of(&[access::Audience::Family]), "{}", evening.name);
        assert_eq!(samira.children.len(), 1, "{}", evening.name);
    }
}

#[tokio::test]
async fn a_sight_is_opened_in_writing_for_a_time_and_ended() {
    for evening in Evening::both().await {
        let (name, house) = (evening.name, &evening.town);
        let (tom, odette, town) = (house.town.pupils[3], house.odette, &house.town);
        let path = format!("/regard/{tom}/{odette}");
        for person in [town.teachers[0], town.referent, town.guardian, odette, town.other.head, town.pilot] {
            let mut other = evening.of(person);
            assert_eq!(other.get(&path).await.status, 404, "{name}");
            assert_eq!(
                other.post(&path, &[("raison", "Jugement"), ("jusqu", "2026-01-01")]).await.status,
                404,
                "{name}"
            );
        }
        let mut head = evening.of(town.head);
        assert_eq!(
            head.get(&format!("/regard/{tom}/{}", town.guardian)).await.status,
            404,
            "{name}: not of this child"
        );
        let ines = town.pupils[0];
        assert_eq!(head.get(&format!("/regard/{ines}/{}", town.guardian)).await.status, 404, "{name}: has authority");
        assert!(head.get(&format!("/eleve/{tom}")).await.text.contains(&path), "{name}");
        head.get(&path).await;
        for (reason, until, field) in [
            ("court", "2026-01-31", "raison-oops"),
            ("Jugement du 12 mars", "2025-11-24", "jusqu-oops"),
            ("Jugement du 12 mars", "2027-06-30", "jusqu-oops"),
        ] {
            head.post(&path, &[("raison", reason), ("jusqu", until)]).await;
            assert!(head.status == 422 && head.text.contains(field), "{name}: {until}: {head:?}");
        }
        led(head
            .post(&path, &[("raison", "Jugement du 12 mars,\nla mère est prévenue"), ("jusqu", "2026-01-31")])
            .await);
        for lang in ["fr", "en"] {
            let page = evening.of(town.vie_scolaire).with("lang", lang).get(&path).await.text.clone();
            assert!(page.contains("Jugement du 12 mars, la mère") && page.contains("Hélène Roux"), "{name}: {page}");
            assert!(
                page.contains("31 ") && !page.contains("1er février"),
                "{name}: the last day is the one asked for: {page}"
            );
        }
        let informed = |at| {
            evening.write(move |tx, house| {
                let sql = "SELECT authority FROM informed WHERE guardian_id = ?1 AND since <= ?2
                           AND (until IS NULL OR until > ?2)";
                let rows = tx.query(sql, &params![house.odette, at])?;
                Ok(rows.iter().map(|row| row.get::<bool>(0)).collect::<Vec<_>>())
            })
        };
        assert_eq!(informed(NOW).await, [false], "{name}");
        assert_eq!(informed(NOW.plus_days(67)).await, [false], "{name}: 31 January, included");
        assert!(informed(NOW.plus_days(68)).await.is_empty(), "{name}: it closes by itself");
        let deeds = |tx: &mut Tx<'_>, house: &House| audit::on(tx, house.town.pupils[3], 9);
        let said = evening.write(deeds).await;
        assert!(said.len() == 1 && said[0].deed == "directory/sight-open", "{name}: {said:?}");
        assert!(said[0].reason.contains("31 janvier") && said[0].reason.contains("Jugement"), "{name}: {said:?}");
        evening.later(5);
        let mut cpe = evening.of(town.vie_scolaire);
        cpe.get(&path).await;
        led(cpe.post(&format!("{path}/fin"), &[]).await);
        assert!(informed(NOW.plus_minutes(5)).await.is_empty(), "{name}");
        assert_eq!(evening.write(deeds).await.len(), 2, "{name}");
        let kept = evening.write(|tx, house| sight::on(tx, house.town.pupils[3])).await;
        assert_eq!((kept.len(), kept[0].ended_by), (1, Some(town.vie_scolaire)), "{name}");
        assert!(cpe.get(&path).await.text.contains("Jugement du 12 mars"), "{name}: it can be read again");
        let exported = evening.write(|tx, house| crate::store::export(tx, house.odette)).await;
        assert!(exported.iter().any(|(heading, _)| heading == "guardian_sight"), "{name}");
        evening.write(|tx, house| crate::store::erase(tx, house.odette)).await;
        assert!(evening.write(|tx, house| sight::on(tx, house.town.pupils[3])).await.is_empty(), "{name}");
    }
}

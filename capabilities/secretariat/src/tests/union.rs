//! Two made one are parted as they were; one is made two.
use super::{Evening, Town, deeds, named};
use crate::Hand;
use access::Role;
use db::{Tx, params};
use directory::testing::{self, NOW};
use kernel::PersonId;

/// Every row that a union may change, as text.
fn all(tx: &mut Tx<'_>) -> db::Result<Vec<String>> {
    let mut rows = vec![];
    for (table, columns) in [
        ("directory_person", "id, given, family, erased"),
        ("directory_person_key", "source, key, person_id"),
        ("membership", "person_id, unit_id, role, since, until, given_by"),
        ("guardianship", "guardian_id, child_id, authority, since, until, given_by"),
        ("group_member", "group_id, person_id, part, since, until"),
        ("signin_card", "id, person_id, revoked_at, pin"),
        ("signin_password", "person_id, login, hash, changed_at"),
        ("signin_second_step", "person_id, salt"),
    ] {
        let sql = format!("SELECT {columns} FROM {table}");
        rows.extend(tx.query(&sql, &[])?.into_iter().map(|row| format!("{table} {row:?}")));
    }
    rows.sort();
    Ok(rows)
}

/// A second record of the first teacher, with what both hold, what each holds alone, and a way in.
fn twin(tx: &mut Tx<'_>, town: &Town, with: u8) -> db::Result<PersonId> {
    let twin = testing::person(tx, &town.chance, ("Claire", "Auvray-Roy"), &[(Role::Teacher, town.other.school)])?;
    let bit = |at: u8| with & (1 << at) != 0;
    if bit(0) {
        testing::grant(tx, twin, (Role::Teacher, town.school))?;
    }
    if bit(1) {
        testing::answers_for(tx, twin, town.pupils[1], true)?;
    }
    if bit(2) {
        testing::answers_for(tx, twin, town.pupils[2], false)?;
        testing::answers_for(tx, town.teachers[0], town.pupils[2], true)?;
    }
    if bit(3) {
        directory::store::set_key(tx, "file", "P77", twin)?;
    }
    if bit(4) {
        signin::store::password::put(tx, twin, "c.auvray2", "x", NOW)?;
        signin::store::second::put(tx, twin, b"salt", 1, NOW)?;
    }
    if bit(5) {
        signin::store::password::put(tx, town.teachers[0], "c.auvray", "y", NOW)?;
    }
    if bit(6) {
        access::store::end_grant(tx, town.teachers[0], Role::Teacher, town.school, NOW.plus_days(-3))?;
    }
    Ok(twin)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_union_that_is_undone_leaves_every_row_as_it_was() {
    for evening in Evening::both().await {
        let name = evening.name;
        for with in 0..=u8::MAX >> 1 {
            let same = evening
                .db
                .write({
                    let town = std::sync::Arc::clone(&evening.town);
                    move |tx| {
                        let twin = twin(tx, &town, with)?;
                        let before = all(tx)?;
                        let hand = Hand { by: Some(town.admin), now: NOW, chance: &town.chance };
                        let pair = if with % 2 == 0 { (twin, town.teachers[0]) } else { (town.teachers[0], twin) };
                        let deed = crate::merge(tx, &hand, pair, None)?;
                        let changed = all(tx)? != before;
                        let undone = crate::separate(tx, &hand, deed)?.unwrap();
                        let same = all(tx)? == before;
                        assert_eq!(undone.stayed, 0);
                        tx.execute("DELETE FROM membership WHERE person_id = ?1", &params![twin])?;
                        tx.execute("DELETE FROM guardianship WHERE guardian_id = ?1", &params![twin])?;
                        for table in ["directory_person_key", "signin_password", "signin_second_step"] {
                            tx.execute(&format!("DELETE FROM {table}"), &[])?;
                        }
                        testing::grant(tx, town.teachers[0], (Role::Teacher, town.school))?;
                        Ok::<_, db::Error>(changed && same)
                    }
                })
                .await
                .unwrap();
            assert!(same, "{name}: {with:b}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_are_one_and_only_one_way_in_is_left() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let twin = evening.write(|tx, town| twin(tx, town, 0b011_1011)).await;
        let kept = town.teachers[0];
        let mut admin = evening.of(town.admin);
        let at = format!("/personnes/{kept}/fusion");
        admin.get(&at).await;
        assert!(admin.text.contains("Claire Auvray-Roy"), "{name}: found by the name: {admin:?}");
        let (k, other) = (kept.to_string(), twin.to_string());
        admin.get(&format!("{at}?avec={twin}")).await;
        assert!(admin.text.contains("P77") && admin.text.contains("c.auvray2"), "{name}: {admin:?}");
        admin.post(&at, &[("avec", &*other)]).await;
        assert!(admin.status == 422 && admin.text.contains("Choisissez la fiche"), "{name}: {admin:?}");
        admin.post(&at, &[("avec", &*other), ("garde", &*k)]).await;
        assert_eq!(admin.status, 303, "{name}: {admin:?}");
        assert_eq!(admin.get(&format!("/personnes/{twin}")).await.status, 404, "{name}");
        let known = evening
            .write(move |tx, _| {
                let login = signin::store::password::login_of(tx, kept)?;
                let actor = access::Actor::load(tx, kept, NOW.plus_minutes(1))?;
                let gone = access::Actor::load(tx, twin, NOW.plus_minutes(1))?;
                let nobody = gone.grants.is_empty() && gone.children.is_empty();
                let key = directory::store::by_key(tx, "file", "P77")?.map(|person| person.id == kept);
                Ok((login, actor.grants.len(), actor.children.len(), nobody, key))
            })
            .await;
        assert_eq!(known, (Some("c.auvray".to_owned()), 2, 1, true, Some(true)), "{name}");
        admin.get(&format!("/personnes/{kept}")).await;
        assert!(admin.text.contains("Séparer à nouveau"), "{name}: {admin:?}");
        let union =
            evening.write(move |tx, _| Ok(undo::deeds(tx, kept, NOW.plus_days(-1), 1)?.remove(0).id.to_string())).await;
        admin.post(&format!("{at}/annulation"), &[("union", &union)]).await;
        assert_eq!(admin.status, 303, "{name}: {admin:?}");
        assert_eq!(admin.get(&format!("/personnes/{twin}")).await.status, 200, "{name}");
        assert_eq!(deeds(&evening, kept).await, [format!("person/merged {twin}"), "person/separated".to_owned()]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_is_made_two_by_what_is_ticked() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let guardian = town.guardian;
        evening.write(move |tx, town| testing::answers_for(tx, guardian, town.pupils[1], true)).await;
        let mut head = evening.of(town.head);
        let at = format!("/personnes/{guardian}/separation");
        head.get(&at).await;
        let ticked = format!("enfant {}", town.pupils[1]);
        head.post(&at, &[("prenom", "Amina"), ("nom", "Vasseur")]).await;
        assert!(head.status == 422 && head.text.contains("Cochez une partie"), "{name}: {head:?}");
        head.post(&at, &[("prenom", "Amina"), ("nom", "Vasseur"), ("part", &ticked)]).await;
        assert_eq!(head.status, 303, "{name}: {head:?}");
        let other = named(&evening, "Amina").await[0];
        let children = |person: PersonId| {
            evening.write(move |tx, _| Ok(access::Actor::load(tx, person, NOW.plus_minutes(1))?.children))
        };
        assert_eq!(children(other).await, [town.pupils[1]], "{name}");
        assert_eq!(children(guardian).await, [town.pupils[0]], "{name}");
    }
}

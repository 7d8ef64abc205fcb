//! Rights as tables: what a list shows is what opens one by one.
use super::town::{NOW, Town, acting, both};
use crate::{
    Seat,
    policy::{Answer, Attend, Draft},
    store,
};
use access::Permission;
use db::{Result, Tx};
use kernel::{PersonId, UnitId};
use std::{collections::BTreeSet, fmt::Write as _};

fn everybody(town: &Town) -> [(&'static str, PersonId); 12] {
    [
        ("pupil", town.pupils[0]),
        ("guardian", town.guardian),
        ("teacher", town.teachers[0]),
        ("vie-scolaire", town.vie_scolaire),
        ("referent", town.referent),
        ("head", town.head),
        ("other head", town.other.head),
        ("near head", town.near.head),
        ("other pupil", town.other.pupils[0]),
        ("pilot", town.pilot),
        ("departement pilot", town.departement_pilot),
        ("admin", town.admin),
    ]
}

/// The schools on which `P` is held, the same by list and one by one.
fn held<P: Permission<Seat>>(
    tx: &mut Tx<'_>,
    town: &Town,
    dispositif: crate::DispositifId,
    person: PersonId,
) -> Result<usize> {
    let actor = acting(tx, person)?;
    let listed: BTreeSet<UnitId> =
        store::seats::<P>(tx, &actor, &[dispositif])?.iter().map(|seat| seat.school.id).collect();
    for school in [town.school, town.near.school, town.other.school] {
        let opens = store::seat::<P>(tx, &actor, dispositif, school)?.is_some();
        assert_eq!(opens, listed.contains(&school), "{}", std::any::type_name::<P>());
    }
    Ok(listed.len())
}

#[tokio::test]
async fn who_sees_steers_attends_drafts_and_answers() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let id = town.dispositif(tx)?;
            let mut table = String::new();
            for (who, person) in everybody(&town) {
                let actor = acting(tx, person)?;
                let sees = store::find(tx, &actor, id)?.is_some();
                assert_eq!(sees, store::visible(tx, &actor, web::Pager::FIRST)?.len() == 1, "{name}: {who}");
                let steers = store::steered(tx, &actor, id)?.is_some();
                let attends = held::<Attend>(tx, &town, id, person)?;
                let (drafts, answers) = (held::<Draft>(tx, &town, id, person)?, held::<Answer>(tx, &town, id, person)?);
                let _ = writeln!(table, "{who}: {sees} {steers} {attends} {drafts} {answers}");
            }
            assert_eq!(
                table,
                "pupil: false false 0 0 0\nguardian: false false 0 0 0\nteacher: true false 1 1 0\n\
                 vie-scolaire: true false 1 1 0\nreferent: true false 1 1 0\nhead: true false 1 1 1\n\
                 other head: true false 1 1 1\nnear head: true false 1 1 1\nother pupil: false false 0 0 0\n\
                 pilot: true true 3 0 0\ndepartement pilot: true false 2 0 0\nadmin: true false 0 0 0\n",
                "{name}"
            );
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn a_role_that_ended_opens_nothing() {
    for (_, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let id = town.dispositif(tx)?;
            access::store::end_grant(tx, town.pilot, access::Role::Pilot, town.academie, NOW)?;
            let pilot = acting(tx, town.pilot)?;
            assert!(store::find(tx, &pilot, id)?.is_none() && store::steered(tx, &pilot, id)?.is_none());
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

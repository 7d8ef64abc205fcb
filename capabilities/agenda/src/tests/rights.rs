//! Who may do what with a meeting, as a table.
use super::town::{NOW, Town, acting, both};
use crate::{
    Meeting, MeetingId,
    policy::{Attend, Change, Enrol, Export, Hold, See, Volunteer},
    store,
};
use access::{Actor, Permission};
use db::{Result, Tx};

fn may<P: Permission<Meeting>>(tx: &mut Tx<'_>, actor: &Actor, id: MeetingId) -> Result<char> {
    Ok(if store::find::<P>(tx, actor, id)?.is_some() { 'x' } else { '.' })
}

#[tokio::test]
async fn rights_on_a_meeting() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let id = town.plan(tx, 60)?.id;
            let people = [
                ("holds it", town.teachers[0]),
                ("colleague", town.teachers[1]),
                ("vie scolaire", town.vie_scolaire),
                ("referent", town.referent),
                ("head", town.head),
                ("teacher elsewhere", town.other.teachers[0]),
                ("head elsewhere", town.other.head),
                ("pilot", town.pilot),
                ("pupil", town.pupils[0]),
                ("guardian", town.guardian),
            ];
            let mut table = vec![];
            for (who, person) in people {
                let actor = acting(tx, person)?;
                let marks = [
                    may::<See>(tx, &actor, id)?,
                    may::<Volunteer>(tx, &actor, id)?,
                    may::<Hold>(tx, &actor, id)?,
                    may::<Change>(tx, &actor, id)?,
                    may::<Enrol>(tx, &actor, id)?,
                    may::<Attend>(tx, &actor, id)?,
                    may::<Export>(tx, &actor, id)?,
                ];
                table.push(format!("{} {who}", marks.iter().collect::<String>()));
            }
            // See, volunteer, hold, change, enrol, attend, export.
            let expected = [
                "xxxxxx. holds it",
                "xx..x.. colleague",
                "xx..xxx vie scolaire",
                "xx.xx.. referent",
                "x..xxxx head",
                "....... teacher elsewhere",
                "....... head elsewhere",
                "....... pilot",
                "....... pupil",
                "....... guardian",
            ];
            assert_eq!(table, expected, "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn a_family_finds_the_meetings_of_its_own_school_that_are_open_to_it() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let open = town.plan(tx, 60)?;
            let mut closed = town.meeting(60);
            closed.what.by_self = false;
            store::add(tx, &closed)?;
            let mut seen = vec![];
            for person in [town.pupils[0], town.guardian, town.other.pupils[0], town.pilot] {
                let actor = acting(tx, person)?;
                for id in [open.id, closed.id] {
                    seen.push(store::find_for_family(tx, &actor, id, NOW)?.is_some());
                }
            }
            assert_eq!(seen, [true, false, true, false, false, false, false, false], "{name}");
            store::enrol(tx, &closed, town.pupils[0], town.head, NOW)?.unwrap();
            let actor = acting(tx, town.guardian)?;
            assert!(store::find_for_family(tx, &actor, closed.id, NOW)?.is_some(), "{name}: the child has a place");
            let other = acting(tx, town.pupils[1])?;
            assert!(store::find_for_family(tx, &other, closed.id, NOW)?.is_none(), "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

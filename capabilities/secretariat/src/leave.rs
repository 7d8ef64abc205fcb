//! Who has left: what they had promised is taken back, and their school's referent is told.
use access::{Role, UnitKind};
use db::{Result, Tx};
use directory::Leaving;
use jobs::Work;
use kernel::{PersonId, UnitId};
use web::Slice;

/// For how many days after a role ended it is looked for what was promised: a house that slept makes it up.
const LOOKED: i64 = 8;

/// Takes back what those promised whose roles have ended; every slice does its part. Done again it finds nothing.
pub fn release(work: &mut Work<'_, '_>, slices: &[&'static Slice]) -> Result<()> {
    let now = work.now;
    for (person, unit) in access::store::ended_since(work.tx, now.plus_days(-LOOKED), now)? {
        let Some(school) = access::store::above(work.tx, unit, UnitKind::Etablissement)? else { continue };
        if works_at(work.tx, person, school.id, now)? {
            continue;
        }
        for leaving in web::given::<Leaving>(slices) {
            for said in (leaving.left)(work.tx, person, school.id, now)? {
                let on = (person, Some(school.id));
                access::audit::record_at(work.tx, work.chance, now, person, "person/released", on, &said)?;
            }
        }
    }
    Ok(())
}

/// Whether somebody still holds a role of the school's staff there.
fn works_at(tx: &mut Tx<'_>, person: PersonId, school: UnitId, now: kernel::Moment) -> Result<bool> {
    let actor = access::Actor::load(tx, person, now)?;
    Ok(actor.grants.iter().any(|(role, unit)| *unit == school && *role != Role::Pupil))
}

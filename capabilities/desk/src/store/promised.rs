//! What somebody promised who has left.
use super::{DUTY, to_duty};
use db::{Result, Tx, params};
use directory::Leaving;
use kernel::{Moment, PersonId, UnitId};

/// Their duties to come at the desks that this school holds are nobody's any more.
pub const LEAVING: Leaving = Leaving { left };

fn left(tx: &mut Tx<'_>, person: PersonId, school: UnitId, now: Moment) -> Result<Vec<String>> {
    let sql = format!(
        "SELECT {DUTY} FROM desk_duty u WHERE u.teacher_id = ?1 AND u.ends_at > ?2 AND u.state = 'planned'
         AND u.desk_id IN (SELECT desk_id FROM desk_school WHERE unit_id = ?3) ORDER BY u.starts_at, u.id"
    );
    let mut said = vec![];
    for duty in tx.query(&sql, &params![person, now, school])?.iter().map(|row| to_duty(row, 0)) {
        super::drop_duty(tx, &duty)?;
        said.push(format!("permanence, {}", duty.starts_at.paris().strftime("%d/%m/%Y %H:%M")));
    }
    Ok(said)
}

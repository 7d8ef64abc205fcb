//! The town, its desk, and hours worked there.
pub use directory::testing::{NOW, acting, both};

use crate::{
    EmptyRule, Hour, HourId, SLICE, Source, State,
    store::{self, Found},
};
use access::Role;
use db::{Result, Tx};
use desk::{DeskId, Duty, DutyState, Names};
use directory::testing::{self, HOME, Roll, Setting};
use kernel::{Moment, PersonId};
use std::ops::Deref;
use web::Slice;

pub type Evening = testing::Evening<Town>;

/// A town with a desk. The head teaches a little too; the second teacher's name would be a formula in a spreadsheet.
pub struct Town {
    common: testing::Town,
    pub desk: DeskId,
}

impl Deref for Town {
    type Target = testing::Town;

    fn deref(&self) -> &testing::Town {
        &self.common
    }
}

impl Setting for Town {
    const SLICES: &[&Slice] = &[
        &directory::SLICE,
        &notice::SLICE,
        &desk::SLICE,
        &programme::SLICE,
        &agreement::SLICE,
        &agenda::SLICE,
        &SLICE,
    ];

    fn build(tx: &mut Tx<'_>) -> Result<Self> {
        let teachers = &[("Claire", "Auvray"), ("=Paul", "Lebrun;\"dit\"")];
        let town = testing::Town::build(tx, &Roll { teachers, ..HOME })?;
        testing::grant(tx, town.head, (Role::Teacher, town.school))?;
        let desk = town.id();
        desk::store::add_desk(tx, desk, "Bureau du collège", Names::Full, town.school)?;
        Ok(Self { common: town, desk })
    }
}

impl Town {
    /// A duty of `teacher`, planned for an hour from so many minutes from now, opened and closed at other minutes.
    pub fn duty(&self, tx: &mut Tx<'_>, teacher: PersonId, planned: i64, (opened, closed): (i64, i64)) -> Result<Duty> {
        let actor = acting(tx, teacher)?;
        let allowed = desk::store::desk_for(tx, &actor, self.desk)?.unwrap();
        let duty = Duty {
            id: self.id(),
            desk: self.desk,
            teacher,
            subjects: vec![],
            room: None,
            starts_at: NOW.plus_minutes(planned),
            ends_at: NOW.plus_minutes(planned + 60),
            state: DutyState::Planned,
        };
        desk::store::add_duty(tx, &allowed, &duty)?;
        desk::store::set_state(tx, &duty, DutyState::Open, NOW.plus_minutes(opened))?;
        desk::store::set_state(tx, &duty, DutyState::Closed, NOW.plus_minutes(closed))?;
        Ok(duty)
    }

    /// A meeting planned for an hour, so many minutes from now, and really held from and until others.
    pub fn meeting(&self, tx: &mut Tx<'_>, teacher: PersonId, planned: i64, held: (i64, i64)) -> Result<()> {
        let [starts, ends, opened, closed] =
            [planned, planned + 60, held.0, held.1].map(|minutes| NOW.plus_minutes(minutes));
        tx.execute(
            "INSERT INTO agenda_meeting (unit_id, kind, title, place, spot, places, by_self, teacher_id, made_by, id, day,
               starts_at, ends_at, state, opened_at, closed_at, reason)
             VALUES (?1, 'group', 'Fractions', 'home', '', 6, 0, ?2, ?2, ?3, ?4, ?5, ?6, 'held', ?7, ?8, '')",
            &db::params![
                self.school,
                teacher,
                self.id::<()>(),
                starts.paris().date().to_string(),
                starts,
                ends,
                opened,
                closed
            ],
        )
        .map(drop)
    }

    /// A line of so many minutes that ended so many minutes from now.
    pub fn line(&self, tx: &mut Tx<'_>, teacher: PersonId, (ended, minutes, came): (i64, i64, i64)) -> Result<HourId> {
        let line = self.found(teacher, NOW.plus_minutes(ended - minutes), minutes, came);
        let id = self.id();
        store::add(tx, id, &line, EmptyRule::Half, State::Proposed).map(|()| id)
    }

    /// Something found at the desk.
    pub fn found(&self, teacher: PersonId, starts_at: Moment, minutes: i64, came: i64) -> Found {
        Found {
            source: Source::Duty,
            source_id: self.id(),
            school: self.school,
            teacher,
            dispositif: None,
            on_site: false,
            starts_at,
            ends_at: starts_at.plus_minutes(minutes),
            minutes,
            expected: 0,
            came,
        }
    }

    /// The head's own proof for their school.
    pub fn place(&self, tx: &mut Tx<'_>) -> access::Allowed<crate::policy::Keep, crate::Place> {
        let head = acting(tx, self.head).unwrap();
        store::place(&head, self.school).unwrap()
    }
}

/// The line as it is kept, whoever looks.
pub fn kept(tx: &mut Tx<'_>, town: &Town, hour: HourId) -> Hour {
    let head = acting(tx, town.head).unwrap();
    store::find::<crate::policy::Read>(tx, &head, hour).unwrap().unwrap().0.into_inner()
}

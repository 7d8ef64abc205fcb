//! The town, a dispositif there, and meetings.
pub use directory::testing::{NOW, acting, both};
pub use web::testing::{led, whole};

use crate::{Kind, Meeting, MeetingId, Place, Rhythm, SLICE, Slot, State, What, at, policy::See, store};
use db::{Result, Tx, params};
use directory::testing::{self, HOME, Setting};
use jiff::civil::{Date, date};
use kernel::{Moment, PersonId};
use programme::DispositifId;
use std::ops::Deref;
use web::Slice;

pub type Evening = testing::Evening<Town>;

/// A town where families are asked about a dispositif; nothing is planned.
pub struct Town {
    common: testing::Town,
    pub dispositif: DispositifId,
}

impl Deref for Town {
    type Target = testing::Town;

    fn deref(&self) -> &testing::Town {
        &self.common
    }
}

impl Setting for Town {
    const SLICES: &[&Slice] = &[
        &notice::SLICE,
        &directory::SLICE,
        &signin::SLICE,
        &programme::SLICE,
        &agreement::SLICE,
        &visio::SLICE,
        &SLICE,
    ];

    fn build(tx: &mut Tx<'_>) -> Result<Self> {
        let town = testing::Town::build(tx, &HOME)?;
        Ok(Self { dispositif: town.id(), common: town })
    }
}

impl Town {
    /// A group at home, open to all, for two.
    pub fn what(&self) -> What {
        What {
            school: self.school,
            dispositif: None,
            kind: Kind::Group,
            title: "Maths, les fractions".into(),
            place: Place::Home,
            spot: String::new(),
            room: None,
            places: 2,
            by_self: true,
        }
    }

    /// A meeting of Claire's that begins so many minutes from now and lasts three quarters of an hour.
    pub fn meeting(&self, minutes: i64) -> Meeting {
        let starts_at = NOW.plus_minutes(minutes);
        Meeting {
            id: self.id(),
            slot: None,
            what: self.what(),
            starts_at,
            ends_at: starts_at.plus_minutes(45),
            teacher: Some(self.teachers[0]),
            coteacher: None,
            state: State::Planned,
            opened_at: None,
            closed_at: None,
            reason: String::new(),
            made_by: self.teachers[0],
            lead: Some(self.teachers[0]),
        }
    }

    /// The same, kept.
    pub fn plan(&self, tx: &mut Tx<'_>, minutes: i64) -> Result<Meeting> {
        let meeting = self.meeting(minutes);
        store::add(tx, &meeting)?;
        Ok(meeting)
    }

    /// Claire's slot on Tuesdays at half past six, from a day to another.
    pub fn slot(&self, rhythm: Rhythm, first: Date, last: Date) -> Slot {
        Slot {
            id: self.id(),
            what: self.what(),
            weekday: first.weekday(),
            from: 18 * 60 + 30,
            to: 19 * 60 + 15,
            rhythm,
            first,
            last,
            teacher: Some(self.teachers[0]),
            coteacher: None,
            made_by: self.teachers[0],
            lead: Some(self.teachers[0]),
        }
    }

    /// The family of Inès says so of the dispositif.
    pub fn answer(&self, tx: &mut Tx<'_>, word: &str) -> Result<()> {
        tx.execute("DELETE FROM agreement_answer WHERE child_id = ?1", &params![self.pupils[0]])?;
        tx.execute(
            "INSERT INTO agreement_answer (id, dispositif_id, school_id, child_id, guardian_id, protocol_id, word, source, at, current)
             VALUES (?1, ?2, ?3, ?4, ?5, ?1, ?6, 'online', ?7, 1)",
            &params![
                self.id::<()>(),
                self.dispositif,
                self.school,
                self.pupils[0],
                self.guardian,
                word,
                NOW
            ],
        )
        .map(drop)
    }
}

/// The meeting as it is kept, as the head sees it.
pub fn kept(tx: &mut Tx<'_>, town: &Town, id: MeetingId) -> Result<Meeting> {
    let actor = acting(tx, town.head)?;
    Ok(store::find::<See>(tx, &actor, id)?.unwrap().into_inner())
}

/// The places of a meeting, in the order of its list: who, and in which state.
pub fn seats(tx: &mut Tx<'_>, meeting: &Meeting) -> Result<Vec<(PersonId, String)>> {
    let sql = "SELECT pupil_id, state FROM agenda_enrolment WHERE meeting_id = ?1 ORDER BY at, pupil_id";
    Ok(tx.query(sql, &params![meeting.id])?.iter().map(|row| (row.get(0), row.get(1))).collect())
}

/// A day of November 2025.
pub fn november(day: i8) -> Date {
    date(2025, 11, day)
}

/// An instant of that day.
pub fn instant(day: Date, hour: i64, minute: i64) -> Moment {
    at(day, hour * 60 + minute)
}

/// What this person was told, the first first.
pub async fn notices(evening: &Evening, person: PersonId) -> Vec<String> {
    evening
        .db
        .read(move |tx| {
            let rows = tx.query("SELECT text FROM notice WHERE person_id = ?1 ORDER BY id", &db::params![person])?;
            Ok::<_, db::Error>(rows.iter().map(|row| row.get(0)).collect())
        })
        .await
        .unwrap()
}

/// A meeting in five minutes, in which the first pupil has a place.
pub async fn enrolled(evening: &Evening) -> MeetingId {
    let made = evening.write(|tx, town| {
        let meeting = town.plan(tx, 5)?;
        store::enrol(tx, &meeting, town.pupils[0], town.head, NOW)?.unwrap();
        Ok(meeting.id)
    });
    made.await
}

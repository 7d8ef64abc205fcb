//! The town, its desk, and pupils who ask there.
pub use directory::testing::{NOW, Setting, acting, both};
pub use web::testing::{FILM, PICTURE, SOUND, led, whole};

use crate::{
    DeskId, Duty, DutyId, DutyState, Mode, Names, SLICE, Subject, TicketId,
    policy::Help,
    store::{self, Asked},
};
use access::Actor;
use db::{Result, Tx};
use directory::testing::{self, HOME, Roll};
use kernel::{Id, PersonId, Seeded};
use std::ops::Deref;
use web::Slice;

pub type Evening = testing::Evening<Town>;

/// A town with one desk, held by Claire Auvray and Paul Lebrun; nobody is on duty.
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
    const SLICES: &[&Slice] =
        &[&directory::SLICE, &signin::SLICE, &notice::SLICE, &programme::SLICE, &visio::SLICE, &SLICE];

    fn build(tx: &mut Tx<'_>) -> Result<Self> {
        let town = testing::Town::build(tx, &Roll { teachers: &HOME.teachers[..2], ..HOME })?;
        let desk = town.id();
        store::add_desk(tx, desk, "Bureau du collège", Names::Full, town.school)?;
        Ok(Self { common: town, desk })
    }
}

impl Town {
    /// Hours of `teacher` at the desk of the town, so many minutes from now until so many.
    pub fn duty(
        &self,
        tx: &mut Tx<'_>,
        teacher: PersonId,
        (from, to): (i64, i64),
        state: DutyState,
        subjects: &[Subject],
    ) -> Result<DutyId> {
        let actor = acting(tx, teacher)?;
        let allowed = store::desk_for(tx, &actor, self.desk)?.unwrap();
        let duty = Duty {
            id: self.id(),
            desk: self.desk,
            teacher,
            subjects: subjects.to_vec(),
            room: Some("https://visio.example.org/salle".to_owned()),
            starts_at: NOW.plus_minutes(from),
            ends_at: NOW.plus_minutes(to),
            state: DutyState::Planned,
        };
        store::add_duty(tx, &allowed, &duty)?;
        if state != DutyState::Planned {
            store::set_state(tx, &duty, state, NOW)?;
        }
        Ok(duty.id)
    }

    /// Claire is on duty for everything until twenty to nine, Paul too.
    pub fn open(&self, tx: &mut Tx<'_>) -> Result<()> {
        for teacher in &self.teachers {
            self.duty(tx, *teacher, (-30, 180), DutyState::Open, &[])?;
        }
        Ok(())
    }

    /// What a pupil of the home school may ask.
    pub fn asked(&self, subject: Subject, mode: Mode) -> Asked {
        let phone = (mode == Mode::Call).then(|| "06 39 98 00 01".to_owned());
        let blocks = "Exercice 12 page 87".to_owned();
        Asked { id: self.id(), desk: self.desk, school: self.school, subject, blocks, mode, phone }
    }

    /// The pupil of this place asks, so many minutes from now.
    pub fn ask(&self, tx: &mut Tx<'_>, pupil: usize, minutes: i64) -> Result<TicketId> {
        self.ask_for(tx, pupil, minutes, Subject::Maths, Mode::Writing)
    }

    /// The same, about another subject or in another way.
    pub fn ask_for(
        &self,
        tx: &mut Tx<'_>,
        pupil: usize,
        minutes: i64,
        subject: Subject,
        mode: Mode,
    ) -> Result<TicketId> {
        let asked = self.asked(subject, mode);
        let actor = acting(tx, self.pupils[pupil])?;
        store::ask(tx, &actor, &asked, NOW.plus_minutes(minutes))?.unwrap();
        Ok(asked.id)
    }

    /// The teacher of this place takes the ticket.
    pub fn claim(&self, tx: &mut Tx<'_>, teacher: usize, ticket: TicketId, minutes: i64) -> Result<bool> {
        let actor = acting(tx, self.teachers[teacher])?;
        let ticket = store::find::<Help>(tx, &actor, ticket)?.unwrap();
        Ok(store::claim(tx, &actor, &ticket, None, NOW.plus_minutes(minutes))?.is_ok())
    }

    /// The desk is open, and three pupils wait for about ten minutes.
    pub fn three_wait(&self, tx: &mut Tx<'_>) -> Result<Vec<TicketId>> {
        self.open(tx)?;
        (0..3).zip(-10..).map(|(n, minutes)| self.ask(tx, n, minutes)).collect()
    }
}

/// The ticket as it is kept, whoever looks.
pub fn kept(tx: &mut Tx<'_>, ticket: TicketId) -> Result<crate::Ticket> {
    let sql = "SELECT desk_id FROM desk_ticket WHERE id = ?1";
    let circle = tx.first(sql, &db::params![ticket])?.unwrap().get(0);
    let team = Actor {
        person: Id::new(NOW, &Seeded::new(99)),
        grants: vec![],
        children: vec![],
        groups: vec![(circle, access::Part::Teacher)],
    };
    Ok(store::find::<Help>(tx, &team, ticket)?.unwrap().into_inner())
}
/// The school has chosen a server for rooms: they can be opened.
pub async fn serve_rooms(evening: &Evening) {
    let served = evening.write(|tx, town| visio::demo::elsewhere(tx, &town.chance, town.school, town.head, NOW));
    assert!(served.await);
}

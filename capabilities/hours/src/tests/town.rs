//! Two schools and a desk, small enough to be made again for each test.
use crate::{
    EmptyRule, Hour, HourId, SLICE, Source, State,
    store::{self, Found},
};
use access::{Actor, Role, Unit, UnitKind};
use db::{Db, Migration, Result, Tx};
use desk::{Duty, DutyState, Names};
use directory::Person;
use kernel::{Id, Moment, PersonId, Seeded, UnitId};
use std::sync::Arc;
use web::{SignedIn, Slice, testing::Browser};

/// A Tuesday of November 2025, 17 h 40 in Paris.
pub const NOW: Moment = Moment(1_764_088_800_000);
/// The slices hours stand on, and this one.
pub const SLICES: [&Slice; 7] =
    [&directory::SLICE, &notice::SLICE, &desk::SLICE, &programme::SLICE, &agreement::SLICE, &agenda::SLICE, &SLICE];

/// Everybody.
pub struct Town {
    pub chance: Seeded,
    pub academie: UnitId,
    pub school: UnitId,
    pub other_school: UnitId,
    pub desk: desk::DeskId,
    /// Claire Auvray and Paul Lebrun.
    pub teachers: Vec<PersonId>,
    pub other_teacher: PersonId,
    pub pupil: PersonId,
    pub guardian: PersonId,
    /// Hélène Roux, who teaches a little too.
    pub head: PersonId,
    pub other_head: PersonId,
    pub pilot: PersonId,
}

impl Town {
    /// The town.
    pub fn build(tx: &mut Tx<'_>) -> Result<Self> {
        let chance = Seeded::new(7);
        let mut unit = |kind: UnitKind, code: &str, above: &[UnitId]| {
            let id: UnitId = Id::new(NOW, &chance);
            access::store::put(
                tx,
                &Unit { id, kind, code: code.to_owned(), name: code.to_owned(), closed: false },
                above,
            )?;
            Ok::<_, db::Error>(id)
        };
        let academie = unit(UnitKind::Academie, "normandie", &[])?;
        let school = unit(UnitKind::Etablissement, "0140041U", &[academie])?;
        let other_school = unit(UnitKind::Etablissement, "0500049G", &[academie])?;
        let class = unit(UnitKind::Classe, "0140041U/5e B", &[school])?;
        let mut person = |given: &str, family: &str, role: Option<(Role, UnitId)>| {
            let id: PersonId = Id::new(NOW, &chance);
            let (given, family) = (given.to_owned(), family.to_owned());
            let person = Person { id, given, family, born: None, phone: None, lang: None, synthetic: true };
            directory::store::add_person(tx, &person)?;
            if let Some((role, unit)) = role {
                access::store::grant(tx, id, role, unit, NOW, None)?;
            }
            Ok::<_, db::Error>(id)
        };
        let teacher = Some((Role::Teacher, school));
        let teachers = vec![person("Claire", "Auvray", teacher)?, person("=Paul", "Lebrun;\"dit\"", teacher)?];
        let other_teacher = person("Anne", "Duval", Some((Role::Teacher, other_school)))?;
        let pupil = person("Inès", "Nouvel", Some((Role::Pupil, class)))?;
        let guardian = person("Samira", "Nouvel", None)?;
        let head = person("Hélène", "Roux", Some((Role::Head, school)))?;
        let other_head = person("Marc", "Petit", Some((Role::Head, other_school)))?;
        let pilot = person("Eva", "Simon", Some((Role::Pilot, academie)))?;
        access::store::grant(tx, head, Role::Teacher, school, NOW, None)?;
        access::store::set_guardian(tx, guardian, pupil, true, NOW)?;
        let desk = Id::new(NOW, &chance);
        desk::store::add_desk(tx, desk, "Bureau du collège", Names::Full, school)?;
        Ok(Self {
            chance,
            academie,
            school,
            other_school,
            desk,
            teachers,
            other_teacher,
            pupil,
            guardian,
            head,
            other_head,
            pilot,
        })
    }

    /// A new id.
    pub fn id<K>(&self) -> Id<K> {
        Id::new(NOW, &self.chance)
    }

    /// A duty of `teacher`, planned for an hour from so many minutes from now, opened and closed at other minutes.
    pub fn duty(&self, tx: &mut Tx<'_>, teacher: PersonId, planned: i64, (opened, closed): (i64, i64)) -> Result<Duty> {
        let actor = Actor::load(tx, teacher, NOW)?;
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
            "INSERT INTO meeting (unit_id, kind, title, place, spot, places, by_self, teacher_id, made_by, id, day,
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

    /// What this person holds.
    #[expect(clippy::unused_self, reason = "an actor is asked of a town")]
    pub fn actor(&self, tx: &mut Tx<'_>, person: PersonId) -> Actor {
        Actor::load(tx, person, NOW).unwrap()
    }

    /// The head's own proof for their school.
    pub fn place(&self, tx: &mut Tx<'_>) -> access::Allowed<crate::policy::Keep, crate::Place> {
        let head = self.actor(tx, self.head);
        store::place(&head, self.school).unwrap()
    }
}

/// The line as it is kept, whoever looks.
pub fn kept(tx: &mut Tx<'_>, town: &Town, hour: HourId) -> Hour {
    let head = town.actor(tx, town.head);
    store::find::<crate::policy::Read>(tx, &head, hour).unwrap().unwrap().0.into_inner()
}

/// The steps of the rooms this slice stands on, and its own.
pub fn migrations() -> Vec<Migration> {
    let rooms = [access::MIGRATIONS, jobs::MIGRATIONS];
    rooms.into_iter().chain(SLICES.iter().map(|slice| slice.migrations)).flatten().copied().collect()
}

/// A town on each database.
pub async fn both() -> Vec<(&'static str, Db, Arc<Town>)> {
    let mut all = vec![];
    for (name, db) in db::testing::both(&migrations()).await {
        let town = db.write(Town::build).await.unwrap();
        all.push((name, db, Arc::new(town)));
    }
    all
}

fn whoami(tx: &mut Tx<'_>, token: &str, now: Moment) -> Result<Option<SignedIn>> {
    let Ok(id) = token.parse::<PersonId>() else { return Ok(None) };
    let Some(person) = directory::store::person(tx, id)? else { return Ok(None) };
    Ok(Some(SignedIn {
        actor: Actor::load(tx, id, now)?,
        session: id.cast(),
        given: person.given,
        family: person.family,
        lang: None,
        shared_device: false,
        own_device: false,
        must_enrol: false,
    }))
}

/// A browser in a house on `db`, nobody signed in.
pub async fn browser(db: &Db) -> Browser {
    let house = web::testing::house(db.clone(), &SLICES, whoami, NOW).await;
    Browser::new(&house, &SLICES)
}

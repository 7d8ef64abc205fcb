//! Two schools in one evening, small enough to be made again for each test.
use crate::{
    Duty, DutyId, DutyState, Mode, Names, SLICE, Subject, TicketId,
    policy::Help,
    store::{self, Asked},
};
use access::{Actor, Role, Unit, UnitKind};
use db::{Db, Migration, Result, Tx};
use directory::Person;
use kernel::{Id, Moment, PersonId, Seeded, SetClock, UnitId};
use std::sync::Arc;
use web::{SignedIn, testing::Browser};

/// A Tuesday of November 2025, 17 h 40 in Paris.
pub const NOW: Moment = Moment(1_764_088_800_000);

/// The slices a page of the desk needs.
pub const SLICES: [&web::Slice; 3] = [&notice::SLICE, &visio::SLICE, &SLICE];

/// Everybody.
pub struct Town {
    pub chance: Seeded,
    pub school: UnitId,
    pub other_school: UnitId,
    pub desk: crate::DeskId,
    /// Inès, Noé, Maïssa, Tom: 5e B.
    pub pupils: Vec<PersonId>,
    pub other_pupil: PersonId,
    /// Claire Auvray and Paul Lebrun.
    pub teachers: Vec<PersonId>,
    pub other_teacher: PersonId,
    pub vie_scolaire: PersonId,
    pub referent: PersonId,
    pub head: PersonId,
    pub other_head: PersonId,
    pub guardian: PersonId,
    pub pilot: PersonId,
}

impl Town {
    /// The town, its people and one desk, nobody on duty.
    pub fn build(tx: &mut Tx<'_>) -> Result<Self> {
        let chance = Seeded::new(7);
        let mut unit = |kind: UnitKind, code: &str, above: &[UnitId]| {
            let id: UnitId = Id::new(NOW, &chance);
            let name = code.rsplit('/').next().unwrap_or(code).to_owned();
            access::store::put(tx, &Unit { id, kind, code: code.to_owned(), name, closed: false }, above)?;
            Ok::<_, db::Error>(id)
        };
        let academie = unit(UnitKind::Academie, "normandie", &[])?;
        let school = unit(UnitKind::Etablissement, "0140041U", &[academie])?;
        let other_school = unit(UnitKind::Etablissement, "0500049G", &[academie])?;
        let class = unit(UnitKind::Classe, "0140041U/5e B", &[school])?;
        let other_class = unit(UnitKind::Classe, "0500049G/5e A", &[other_school])?;
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
        let mut pupils = vec![];
        for (given, family) in [("Inès", "Nouvel"), ("Noé", "Vasseur"), ("Maïssa", "Benali"), ("Tom", "Hébert")] {
            pupils.push(person(given, family, Some((Role::Pupil, class)))?);
        }
        let teacher = Some((Role::Teacher, school));
        let teachers = vec![person("Claire", "Auvray", teacher)?, person("Paul", "Lebrun", teacher)?];
        let other_pupil = person("Zoé", "Marie", Some((Role::Pupil, other_class)))?;
        let other_teacher = person("Anne", "Duval", Some((Role::Teacher, other_school)))?;
        let vie_scolaire = person("Rachid", "Morel", Some((Role::VieScolaire, school)))?;
        let referent = person("Luc", "Tellier", Some((Role::Referent, school)))?;
        let head = person("Hélène", "Roux", Some((Role::Head, school)))?;
        let other_head = person("Marc", "Petit", Some((Role::Head, other_school)))?;
        let pilot = person("Eva", "Simon", Some((Role::Pilot, academie)))?;
        let guardian = person("Samira", "Nouvel", None)?;
        access::store::set_guardian(tx, guardian, pupils[0], true, NOW)?;
        let desk = Id::new(NOW, &chance);
        store::add_desk(tx, desk, "Bureau du collège", Names::Full, school)?;
        Ok(Self {
            chance,
            school,
            other_school,
            desk,
            pupils,
            other_pupil,
            teachers,
            other_teacher,
            vie_scolaire,
            referent,
            head,
            other_head,
            guardian,
            pilot,
        })
    }

    /// A new id.
    pub fn id<K>(&self) -> Id<K> {
        Id::new(NOW, &self.chance)
    }

    /// Hours of `teacher` at the desk of the town, so many minutes from now until so many.
    pub fn duty(
        &self,
        tx: &mut Tx<'_>,
        teacher: PersonId,
        (from, to): (i64, i64),
        state: DutyState,
        subjects: &[Subject],
    ) -> Result<DutyId> {
        let actor = Actor::load(tx, teacher, NOW)?;
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
        let actor = Actor::load(tx, self.pupils[pupil], NOW)?;
        store::ask(tx, &actor, &asked, NOW.plus_minutes(minutes))?.unwrap();
        Ok(asked.id)
    }

    /// The teacher of this place takes the ticket.
    pub fn claim(&self, tx: &mut Tx<'_>, teacher: usize, ticket: TicketId, minutes: i64) -> Result<bool> {
        let actor = Actor::load(tx, self.teachers[teacher], NOW)?;
        let ticket = store::find::<Help>(tx, &actor, ticket)?.unwrap();
        Ok(store::claim(tx, &actor, &ticket, None, NOW.plus_minutes(minutes))?.is_ok())
    }
}

/// The ticket as it is kept, whoever looks.
pub fn kept(tx: &mut Tx<'_>, ticket: TicketId) -> Result<crate::Ticket> {
    let sql = "SELECT desk_id FROM ticket WHERE id = ?1";
    let circle = tx.first(sql, &db::params![ticket])?.unwrap().get(0);
    let team = Actor {
        person: Id::new(NOW, &Seeded::new(99)),
        grants: vec![],
        children: vec![],
        groups: vec![(circle, access::Part::Teacher)],
    };
    Ok(store::find::<Help>(tx, &team, ticket)?.unwrap().into_inner())
}

/// The steps of the rooms this slice stands on, and its own.
pub fn migrations() -> Vec<Migration> {
    let rooms = [
        access::MIGRATIONS,
        calendar::MIGRATIONS,
        jobs::MIGRATIONS,
        directory::SLICE.migrations,
        notice::SLICE.migrations,
    ];
    rooms.into_iter().chain([visio::SLICE.migrations, SLICE.migrations]).flatten().copied().collect()
}

/// A town on each database, for a test of the store.
pub async fn both() -> Vec<(&'static str, Db, Arc<Town>)> {
    let mut all = vec![];
    for (name, db) in db::testing::both(&migrations()).await {
        let town = db.write(Town::build).await.unwrap();
        all.push((name, db, Arc::new(town)));
    }
    all
}

/// Who stands behind the cookie: the person whose id it holds.
pub fn whoami(tx: &mut Tx<'_>, token: &str, now: Moment) -> Result<Option<SignedIn>> {
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

/// A house with a town in it.
pub struct Evening {
    pub name: &'static str,
    pub db: Db,
    pub town: Arc<Town>,
    pub clock: Arc<SetClock>,
    browser: Browser,
}

impl Evening {
    /// The house on each database.
    pub async fn both() -> Vec<Self> {
        let mut all = vec![];
        for (name, db, town) in both().await {
            let clock = Arc::new(SetClock::at(NOW));
            let house = web::testing::house_at(db.clone(), &SLICES, whoami, Arc::clone(&clock)).await;
            all.push(Self { name, db, town, clock, browser: Browser::new(&house, &SLICES) });
        }
        all
    }

    /// The browser of this person.
    pub fn of(&self, person: PersonId) -> Browser {
        self.browser.another().with("preau", person)
    }

    /// The school has chosen a server for rooms: they can be opened.
    pub async fn serve_rooms(&self) {
        assert!(self.write(|tx, town| visio::demo::elsewhere(tx, &town.chance, town.school, town.head, NOW)).await);
    }

    /// What is written outside of pages.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Tx<'_>, &Town) -> Result<T> + Send + Sync + 'static,
    ) -> T {
        let town = Arc::clone(&self.town);
        self.db.write(move |tx| work(tx, &town)).await.unwrap()
    }

    /// So many minutes after the beginning.
    pub fn later(&self, minutes: i64) {
        self.clock.set(NOW.plus_minutes(minutes));
    }
}

/// A picture, as small as they come.
pub const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";
/// The first signs of a recording.
pub const SOUND: &[u8] = b"RIFF\x24\0\0\0WAVEfmt ";

/// The page is there and whole: one heading, every sentence in its language, few statements.
pub fn whole(page: &Browser) -> &str {
    assert!(matches!(page.status, 200 | 422), "{page:?}");
    assert!(!page.text.contains("[desk-") && !page.text.contains("[shell-"), "{page:?}");
    assert_eq!(page.text.matches("<h1").count(), 1, "{page:?}");
    // What is refused is undone, and its statements are not counted.
    assert!(page.status == 422 || (1..=10).contains(&page.queries), "{} statements: {page:?}", page.queries);
    &page.text
}

/// The form was taken; where it led.
pub fn led(page: &Browser) -> String {
    assert_eq!(page.status, 303, "{page:?}");
    page.location.clone().unwrap()
}

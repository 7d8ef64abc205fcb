//! Two schools in November, small enough to be made again for each test.
use crate::{
    Kind, Meeting, MeetingId, Place, Rhythm, SLICE, Slot, State, What, at,
    policy::See,
    store::{self},
};
use access::{Actor, Role, Unit, UnitKind};
use db::{Db, Migration, Result, Tx, params};
use directory::Person;
use jiff::civil::{Date, date};
use kernel::{Id, Moment, PersonId, Seeded, SetClock, UnitId};
use programme::DispositifId;
use std::sync::Arc;
use web::{SignedIn, Slice, testing::Browser};

/// A Tuesday of November 2025, 17 h 40 in Paris; a week A.
pub const NOW: Moment = Moment(1_764_088_800_000);
/// The slices a page of the agenda needs.
pub const SLICES: [&Slice; 6] =
    [&SLICE, &notice::SLICE, &directory::SLICE, &programme::SLICE, &agreement::SLICE, &visio::SLICE];

/// Everybody.
pub struct Town {
    pub chance: Seeded,
    pub school: UnitId,
    pub dispositif: DispositifId,
    /// Inès, Noé, Maïssa, Tom: 5e B.
    pub pupils: Vec<PersonId>,
    pub other_pupil: PersonId,
    /// Claire Auvray, Paul Lebrun, Nadia Simon.
    pub teachers: Vec<PersonId>,
    pub other_teacher: PersonId,
    pub vie_scolaire: PersonId,
    pub referent: PersonId,
    pub head: PersonId,
    pub other_head: PersonId,
    /// Inès's mother.
    pub guardian: PersonId,
    pub pilot: PersonId,
}

impl Town {
    /// The town and its people, nothing planned.
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
        let mut teachers = vec![];
        for (given, family) in [("Claire", "Auvray"), ("Paul", "Lebrun"), ("Nadia", "Simon")] {
            teachers.push(person(given, family, teacher)?);
        }
        let other_pupil = person("Zoé", "Marie", Some((Role::Pupil, other_class)))?;
        let other_teacher = person("Anne", "Duval", Some((Role::Teacher, other_school)))?;
        let vie_scolaire = person("Rachid", "Morel", Some((Role::VieScolaire, school)))?;
        let referent = person("Luc", "Tellier", Some((Role::Referent, school)))?;
        let head = person("Hélène", "Roux", Some((Role::Head, school)))?;
        let other_head = person("Marc", "Petit", Some((Role::Head, other_school)))?;
        let pilot = person("Eva", "Simon", Some((Role::Pilot, academie)))?;
        let guardian = person("Samira", "Nouvel", None)?;
        access::store::set_guardian(tx, guardian, pupils[0], true, NOW)?;
        let dispositif = Id::new(NOW, &chance);
        Ok(Self {
            chance,
            school,
            dispositif,
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
        tx.execute("DELETE FROM answer WHERE child_id = ?1", &params![self.pupils[0]])?;
        tx.execute(
            "INSERT INTO answer (id, dispositif_id, school_id, child_id, guardian_id, protocol_id, word, source, at, current)
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

    /// The person asking.
    pub fn actor(tx: &mut Tx<'_>, person: PersonId) -> Result<Actor> {
        Actor::load(tx, person, NOW)
    }
}

/// The meeting as it is kept, as the head sees it.
pub fn kept(tx: &mut Tx<'_>, town: &Town, id: MeetingId) -> Result<Meeting> {
    let actor = Town::actor(tx, town.head)?;
    Ok(store::find::<See>(tx, &actor, id)?.unwrap().into_inner())
}

/// The places of a meeting, in the order of its list: who, and in which state.
pub fn seats(tx: &mut Tx<'_>, meeting: &Meeting) -> Result<Vec<(PersonId, String)>> {
    let sql = "SELECT pupil_id, state FROM enrolment WHERE meeting_id = ?1 ORDER BY at, pupil_id";
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

/// The steps of the rooms this slice stands on, and its own.
pub fn migrations() -> Vec<Migration> {
    let rooms = [access::MIGRATIONS, jobs::MIGRATIONS, calendar::MIGRATIONS, web::SLICE.migrations];
    rooms.into_iter().chain(SLICES.iter().map(|slice| slice.migrations)).flatten().copied().collect()
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
        must_enrol: false,
        own_device: false,
    }))
}

/// A house with a town in it.
pub struct House {
    pub name: &'static str,
    pub db: Db,
    pub town: Arc<Town>,
    pub clock: Arc<SetClock>,
    browser: Browser,
}

impl House {
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

    /// A browser of nobody.
    pub fn stranger(&self) -> Browser {
        self.browser.another()
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

/// The page is there and whole: one heading, every sentence in its language, few statements.
pub fn whole(page: &Browser) -> &str {
    assert!(matches!(page.status, 200 | 422), "{page:?}");
    assert!(!page.text.contains("[agenda-") && !page.text.contains("[shell-"), "{page:?}");
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

//! Two schools of one académie, small enough to be made again for each test.
use crate::{Academie, Column, Content, CourseId, Kind, SLICE, Workshop, policy::Make, store};
use access::{Actor, Role, Unit, UnitKind};
use db::{Db, Migration, Result, Tx};
use directory::Person;
use kernel::{Id, Moment, PersonId, Seeded, SetClock, UnitId};
use std::sync::Arc;
use web::{SignedIn, testing::Browser};

/// A Tuesday of November 2025, 17 h 40 in Paris.
pub const NOW: Moment = Moment(1_764_088_800_000);

/// Everybody.
pub struct Town {
    pub chance: Seeded,
    pub academie: UnitId,
    pub school: UnitId,
    pub other_school: UnitId,
    pub pupil: PersonId,
    pub guardian: PersonId,
    /// Claire Auvray and Paul Lebrun.
    pub teachers: Vec<PersonId>,
    pub other_teacher: PersonId,
    pub referent: PersonId,
    pub head: PersonId,
    pub other_head: PersonId,
    pub pilot: PersonId,
    /// Of another académie.
    pub far: PersonId,
    pub far_pilot: PersonId,
}

impl Town {
    pub fn build(tx: &mut Tx<'_>) -> Result<Self> {
        let chance = Seeded::new(7);
        let mut unit = |kind: UnitKind, code: &str, above: &[UnitId]| {
            let id: UnitId = Id::new(NOW, &chance);
            let (code, name) = (code.to_owned(), code.to_owned());
            access::store::put(tx, &Unit { id, kind, code, name, closed: false }, above)?;
            Ok::<_, db::Error>(id)
        };
        let academie = unit(UnitKind::Academie, "normandie", &[])?;
        let school = unit(UnitKind::Etablissement, "0140041U", &[academie])?;
        let other_school = unit(UnitKind::Etablissement, "0500049G", &[academie])?;
        let class = unit(UnitKind::Classe, "0140041U/5e B", &[school])?;
        let far_academie = unit(UnitKind::Academie, "rennes", &[])?;
        let far_school = unit(UnitKind::Etablissement, "0350001A", &[far_academie])?;
        let mut person = |given: &str, family: &str, role: Option<(Role, UnitId)>| {
            let id: PersonId = Id::new(NOW, &chance);
            let (given, family) = (given.to_owned(), family.to_owned());
            let person = Person { id, given, family, born: None, phone: None, lang: None, synthetic: true };
            directory::store::add_person(tx, &person)?;
            if let Some((role, unit)) = role {
                access::store::grant(tx, id, role, unit, NOW.plus_days(-90), None)?;
            }
            Ok::<_, db::Error>(id)
        };
        let teacher = Some((Role::Teacher, school));
        let teachers = vec![person("Claire", "Auvray", teacher)?, person("Paul", "Lebrun", teacher)?];
        let town = Self {
            academie,
            school,
            other_school,
            teachers,
            pupil: person("Inès", "Nouvel", Some((Role::Pupil, class)))?,
            guardian: person("Samira", "Nouvel", None)?,
            other_teacher: person("Anne", "Duval", Some((Role::Teacher, other_school)))?,
            referent: person("Luc", "Tellier", Some((Role::Referent, school)))?,
            head: person("Hélène", "Roux", Some((Role::Head, school)))?,
            other_head: person("Marc", "Petit", Some((Role::Head, other_school)))?,
            pilot: person("Eva", "Simon", Some((Role::Pilot, academie)))?,
            far: person("Yann", "Le Gall", Some((Role::Teacher, far_school)))?,
            far_pilot: person("Gwen", "Morvan", Some((Role::Pilot, far_academie)))?,
            chance: Seeded::new(8),
        };
        access::store::set_guardian(tx, town.guardian, town.pupil, true, NOW)?;
        Ok(town)
    }

    pub fn id<K>(&self) -> Id<K> {
        Id::new(NOW, &self.chance)
    }

    /// Adds a course of the académie.
    pub fn course(&self, tx: &mut Tx<'_>, content: &Content) -> Result<CourseId> {
        let pilot = Actor::load(tx, self.pilot, NOW)?;
        let allowed = access::check::<Make, _>(&pilot, Academie(self.academie)).unwrap();
        let id = self.id();
        store::add(tx, &allowed, id, content, NOW.plus_days(-30))?;
        Ok(id)
    }

    /// Everybody who may ask for a page of this slice, and some who may not.
    pub fn everybody(&self) -> Vec<PersonId> {
        let named = [
            self.pupil,
            self.guardian,
            self.other_teacher,
            self.referent,
            self.head,
            self.other_head,
            self.pilot,
            self.far,
            self.far_pilot,
        ];
        self.teachers.iter().chain(&named).copied().collect()
    }
}

/// Something to read in twenty minutes.
pub fn reading(column: Column) -> Content {
    Content {
        dispositif: None,
        column,
        kind: Kind::Read,
        title: format!("Lecture {}", column.word()),
        text: "Premier.\nSecond.".to_owned(),
        link: Some("https://example.org/a".to_owned()),
        file: None,
        minutes: 20,
        workshop: None,
    }
}

/// A workshop of two seats, so many days from now.
pub fn workshop(days: i64) -> Content {
    let starts_at = NOW.plus_days(days);
    let workshop = Some(Workshop { starts_at, place: "Canopé Caen".to_owned(), places: 2 });
    Content { kind: Kind::Workshop, title: "Atelier".to_owned(), minutes: 90, workshop, ..reading(Column::Method) }
}

/// The steps of the rooms this slice stands on, and its own.
pub fn migrations() -> Vec<Migration> {
    let rooms = [access::MIGRATIONS, jobs::MIGRATIONS, directory::SLICE.migrations, programme::SLICE.migrations];
    rooms.into_iter().chain([SLICE.migrations]).flatten().copied().collect()
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
pub struct Place {
    pub name: &'static str,
    pub db: Db,
    pub town: Arc<Town>,
    pub clock: Arc<SetClock>,
    browser: Browser,
}

impl Place {
    /// The house on each database.
    pub async fn both() -> Vec<Self> {
        let slices = [&directory::SLICE, &SLICE];
        let mut all = vec![];
        for (name, db, town) in both().await {
            let clock = Arc::new(SetClock::at(NOW));
            let house = web::testing::house_at(db.clone(), &slices, whoami, Arc::clone(&clock)).await;
            all.push(Self { name, db, town, clock, browser: Browser::new(&house, &slices) });
        }
        all
    }

    /// The browser of this person.
    pub fn of(&self, person: PersonId) -> Browser {
        self.browser.another().with("preau", person)
    }

    /// What is written outside of pages.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Tx<'_>, &Town) -> Result<T> + Send + Sync + 'static,
    ) -> T {
        let town = Arc::clone(&self.town);
        self.db.write(move |tx| work(tx, &town)).await.unwrap()
    }
}

/// A picture, as small as they come.
pub const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";

/// The page, whole: one heading, no sentence missing, ten statements at most.
pub fn whole(page: &Browser) -> &str {
    assert!(matches!(page.status, 200 | 422), "{page:?}");
    assert!(!page.text.contains("[training-") && !page.text.contains("[shell-"), "{page:?}");
    assert_eq!(page.text.matches("<h1").count(), 1, "{page:?}");
    assert!(page.status == 422 || (1..=10).contains(&page.queries), "{} statements: {page:?}", page.queries);
    &page.text
}

/// The form was taken; where it led.
pub fn led(page: &Browser) -> String {
    assert_eq!(page.status, 303, "{page:?}");
    page.location.clone().unwrap()
}

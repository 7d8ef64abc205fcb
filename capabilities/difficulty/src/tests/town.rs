//! Two schools, small enough to be made again for each test.
use crate::{
    Audience, DifficultyId, Entered, Kind, SLICE,
    store::{self, Opened},
};
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
    pub school: UnitId,
    pub other_school: UnitId,
    /// Inès and Tom, children of Samira; Maïssa.
    pub pupils: Vec<PersonId>,
    pub other_pupil: PersonId,
    /// Claire Auvray and Paul Lebrun.
    pub teachers: Vec<PersonId>,
    pub other_teacher: PersonId,
    pub vie_scolaire: PersonId,
    pub referent: PersonId,
    pub head: PersonId,
    pub other_head: PersonId,
    /// Samira, mother of Inès and Tom.
    pub guardian: PersonId,
    /// Karim, father of Inès, who lives apart.
    pub apart: PersonId,
    pub pilot: PersonId,
}

impl Town {
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
                access::store::grant(tx, id, role, unit, NOW.plus_days(-90), None)?;
            }
            Ok::<_, db::Error>(id)
        };
        let mut pupils = vec![];
        for (given, family) in [("Inès", "Nouvel"), ("Tom", "Nouvel"), ("Maïssa", "Benali")] {
            pupils.push(person(given, family, Some((Role::Pupil, class)))?);
        }
        let teacher = Some((Role::Teacher, school));
        let teachers = vec![person("Claire", "Auvray", teacher)?, person("Paul", "Lebrun", teacher)?];
        let town = Self {
            school,
            other_school,
            pupils,
            teachers,
            other_pupil: person("Zoé", "Marie", Some((Role::Pupil, other_class)))?,
            other_teacher: person("Anne", "Duval", Some((Role::Teacher, other_school)))?,
            vie_scolaire: person("Rachid", "Morel", Some((Role::VieScolaire, school)))?,
            referent: person("Luc", "Tellier", Some((Role::Referent, school)))?,
            head: person("Hélène", "Roux", Some((Role::Head, school)))?,
            other_head: person("Marc", "Petit", Some((Role::Head, other_school)))?,
            guardian: person("Samira", "Nouvel", None)?,
            apart: person("Karim", "Haddad", None)?,
            pilot: person("Eva", "Simon", Some((Role::Pilot, academie)))?,
            chance: Seeded::new(8),
        };
        for (guardian, child) in [(town.guardian, 0), (town.guardian, 1), (town.apart, 0)] {
            access::store::set_guardian(tx, guardian, town.pupils[child], true, NOW)?;
        }
        Ok(town)
    }

    pub fn id<K>(&self) -> Id<K> {
        Id::new(NOW, &self.chance)
    }

    /// A difficulty of Samira's about Inès, written by `by`.
    pub fn opened(&self, by: PersonId) -> Opened {
        Opened {
            id: self.id(),
            school: self.school,
            by,
            person: self.guardian,
            child: Some(self.pupils[0]),
            audience: Audience::Family,
            kind: Kind::Device,
            text: "La tablette ne s’allume plus.".to_owned(),
            entered: if by == self.guardian { Entered::Page } else { Entered::Phone },
        }
    }

    /// The same, opened so many minutes from now.
    pub fn open(&self, tx: &mut Tx<'_>, by: PersonId, minutes: i64) -> Result<DifficultyId> {
        let opened = self.opened(by);
        store::open(tx, &opened, NOW.plus_minutes(minutes))?;
        Ok(opened.id)
    }

    /// A question of a colleague.
    pub fn ask(&self, tx: &mut Tx<'_>, teacher: PersonId, text: &str) -> Result<DifficultyId> {
        let opened = Opened {
            person: teacher,
            child: None,
            audience: Audience::Colleague,
            kind: Kind::Tool,
            text: text.to_owned(),
            entered: Entered::Page,
            ..self.opened(teacher)
        };
        store::open(tx, &opened, NOW)?;
        Ok(opened.id)
    }
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
        let slices = [&directory::SLICE, &notice::SLICE, &SLICE];
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
    for missing in ["[difficulty-", "[shell-", "[notice-"] {
        assert!(!page.text.contains(missing), "{page:?}");
    }
    assert_eq!(page.text.matches("<h1").count(), 1, "{page:?}");
    assert!(page.status == 422 || (1..=10).contains(&page.queries), "{} statements: {page:?}", page.queries);
    &page.text
}

/// The form was taken; where it led.
pub fn led(page: &Browser) -> String {
    assert_eq!(page.status, 303, "{page:?}");
    page.location.clone().unwrap()
}

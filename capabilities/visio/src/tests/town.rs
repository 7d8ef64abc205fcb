//! Two schools, small enough to be made again for each test.
use crate::{
    Kind, RoomId, SLICE,
    policy::Hold,
    store::{self, Wanted},
};
use access::{Actor, Allowed, Role, Unit, UnitKind};
use db::{Db, Result, Tx};
use directory::Person;
use kernel::{Id, Moment, PersonId, Seeded, SetClock, UnitId};
use std::sync::Arc;
use web::{Engines, House, SignedIn, testing::Browser};

/// A Tuesday of November 2025, 17 h 40 in Paris.
pub const NOW: Moment = Moment(1_764_088_800_000);

/// Everybody.
pub struct Town {
    pub chance: Seeded,
    pub school: UnitId,
    pub class: UnitId,
    /// Inès, Noé, Maïssa: 5e B.
    pub pupils: Vec<PersonId>,
    pub other_pupil: PersonId,
    pub teacher: PersonId,
    pub colleague: PersonId,
    pub other_teacher: PersonId,
    pub head: PersonId,
    pub other_head: PersonId,
    pub guardian: PersonId,
    pub pilot: PersonId,
}

impl Town {
    fn build(tx: &mut Tx<'_>) -> Result<Self> {
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
        for (given, family) in [("Inès", "Nouvel"), ("Noé", "Vasseur"), ("Maïssa", "Benali")] {
            pupils.push(person(given, family, Some((Role::Pupil, class)))?);
        }
        let teacher = person("Claire", "Auvray", Some((Role::Teacher, school)))?;
        let colleague = person("Paul", "Lebrun", Some((Role::Teacher, school)))?;
        let other_pupil = person("Zoé", "Marie", Some((Role::Pupil, other_class)))?;
        let other_teacher = person("Anne", "Duval", Some((Role::Teacher, other_school)))?;
        let head = person("Hélène", "Roux", Some((Role::Head, school)))?;
        let other_head = person("Marc", "Petit", Some((Role::Head, other_school)))?;
        let pilot = person("Eva", "Simon", Some((Role::Pilot, academie)))?;
        let guardian = person("Samira", "Nouvel", None)?;
        access::store::set_guardian(tx, guardian, pupils[0], true, NOW)?;
        Ok(Self {
            chance,
            school,
            class,
            pupils,
            other_pupil,
            teacher,
            colleague,
            other_teacher,
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

    /// A room of Claire's for the class, nobody in.
    pub fn room(&self, tx: &mut Tx<'_>, lobby: bool) -> Result<RoomId> {
        let wanted = Wanted {
            kind: Kind::Open,
            source: None,
            school: self.school,
            host: self.teacher,
            title: "Fractions",
            expected: &self.pupils,
            lobby,
        };
        store::open_for(tx, &self.chance, &wanted, NOW)
    }

    /// The room as its host holds it.
    pub fn held(&self, tx: &mut Tx<'_>, room: RoomId) -> Result<Allowed<Hold, crate::Room>> {
        let actor = Actor::load(tx, self.teacher, NOW)?;
        Ok(store::find::<Hold>(tx, &actor, room)?.unwrap())
    }

    /// The seat of this person in the room, and the room.
    #[expect(clippy::unused_self, reason = "asked of the town like everything else")]
    pub fn seated(&self, tx: &mut Tx<'_>, room: RoomId, person: PersonId) -> Result<crate::Seated> {
        let actor = Actor::load(tx, person, NOW)?;
        Ok(store::sit(tx, &actor, room)?.unwrap().into_inner())
    }
}

/// Who stands behind the cookie: the person whose id it holds.
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

/// A house with a town in it, and its media.
pub struct Evening {
    pub name: &'static str,
    pub db: Db,
    pub town: Arc<Town>,
    pub clock: Arc<SetClock>,
    pub house: Arc<House>,
    browser: Browser,
}

impl Evening {
    /// The house on each database.
    pub async fn both() -> Vec<Self> {
        let rooms = [access::MIGRATIONS, directory::SLICE.migrations, SLICE.migrations];
        let migrations: Vec<_> = rooms.into_iter().flatten().copied().collect();
        let mut all = vec![];
        for (name, db) in db::testing::both(&migrations).await {
            let town = Arc::new(db.write(Town::build).await.unwrap());
            let clock = Arc::new(SetClock::at(NOW));
            let mut house = web::testing::house_at(db.clone(), &[&SLICE], whoami, Arc::clone(&clock)).await;
            let listen = "127.0.0.1:0".parse().unwrap();
            let unit = sfu::Sfu::start(&sfu::Config { listen, ..sfu::Config::default() }).unwrap();
            Arc::get_mut(&mut house).unwrap().engines = Engines::default().with(Some(unit));
            let browser = Browser::new(&house, &[&SLICE]);
            all.push(Self { name, db, town, clock, house, browser });
        }
        all
    }

    /// The browser of this person.
    pub fn of(&self, person: PersonId) -> Browser {
        self.browser.another().with("preau", person)
    }

    /// Somebody signed out.
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

    /// A room of Claire's for the class.
    pub async fn room(&self, lobby: bool) -> RoomId {
        self.write(move |tx, town| town.room(tx, lobby)).await
    }

    /// The same, opened, and its host is in it.
    pub async fn opened(&self, lobby: bool) -> RoomId {
        let room = self.room(lobby).await;
        self.write(move |tx, town| {
            let held = town.held(tx, room)?;
            store::open(tx, &held, NOW)?;
            let host = town.seated(tx, room, town.teacher)?.seat.id;
            store::arrived(tx, room, host, NOW)
        })
        .await;
        room
    }

    /// So many minutes after the beginning.
    pub fn later(&self, minutes: i64) {
        self.clock.set(NOW.plus_minutes(minutes));
    }
}

/// The page is there and whole: one heading, every sentence in its language, few statements.
pub fn whole(page: &Browser) -> &str {
    assert!(matches!(page.status, 200 | 422), "{page:?}");
    assert!(!page.text.contains("[visio-") && !page.text.contains("[shell-"), "{page:?}");
    assert_eq!(page.text.matches("<h1").count(), 1, "{page:?}");
    assert!(page.status == 422 || (1..=10).contains(&page.queries), "{} statements: {page:?}", page.queries);
    &page.text
}

/// The form was taken; where it led.
pub fn led(page: &Browser) -> String {
    assert_eq!(page.status, 303, "{page:?}");
    page.location.clone().unwrap()
}

//! A school whose head has published a protocol, with five families.
use crate::{SLICE, store};
use access::{Actor, Role, Unit, UnitKind};
use db::{Db, Result, Tx};
use directory::Person;
use jobs::Runner;
use kernel::{Chance as _, Id, Moment, PersonId, Seeded, SetClock, UnitId};
use notice::{Channel, Way};
use programme::{DispositifId, Hours, Place, Protocol, ProtocolId, State};
use std::sync::Arc;
use web::{House, SignedIn, Slice, testing::Browser};

/// A Tuesday of November 2025, 17 h 40 in Paris.
pub const NOW: Moment = Moment(1_764_088_800_000);

pub const SLICES: [&Slice; 5] = [&directory::SLICE, &signin::SLICE, &notice::SLICE, &programme::SLICE, &SLICE];

/// Everybody. Inès has two parents who live apart; Samira Benali has two children; Tom's grandmother has no authority.
#[derive(Clone)]
pub struct Town {
    pub school: UnitId,
    pub class: UnitId,
    pub ines: PersonId,
    pub maissa: PersonId,
    pub sami: PersonId,
    pub tom: PersonId,
    /// Inès's mother (SMS) and father (paper).
    pub apart: [PersonId; 2],
    /// Mother of Maïssa and Sami, by e-mail, reads Arabic.
    pub samira: PersonId,
    pub grandmother: PersonId,
    pub stranger: PersonId,
    pub head: PersonId,
    pub cpe: PersonId,
    pub teacher: PersonId,
    pub other_head: PersonId,
    pub pilot: PersonId,
    pub dispositif: DispositifId,
    pub protocol: ProtocolId,
}

struct Making<'m, 't> {
    tx: &'m mut Tx<'t>,
    chance: Seeded,
}

impl Making<'_, '_> {
    fn unit(&mut self, kind: UnitKind, code: &str, name: &str, above: &[UnitId]) -> Result<UnitId> {
        let id: UnitId = Id::new(NOW, &self.chance);
        let unit = Unit { id, kind, code: code.to_owned(), name: name.to_owned(), closed: false };
        access::store::put(self.tx, &unit, above)?;
        Ok(id)
    }

    fn person(
        &mut self,
        given: &str,
        family: &str,
        lang: Option<&str>,
        role: Option<(Role, UnitId)>,
    ) -> Result<PersonId> {
        let id: PersonId = Id::new(NOW, &self.chance);
        let (given, family, lang) = (given.to_owned(), family.to_owned(), lang.map(str::to_owned));
        let person = Person { id, given, family, born: None, phone: None, lang, synthetic: true };
        directory::store::add_person(self.tx, &person)?;
        if let Some((role, unit)) = role {
            access::store::grant(self.tx, id, role, unit, NOW.plus_days(-60), None)?;
        }
        Ok(id)
    }
}

/// What the school does.
pub fn protocol() -> Protocol {
    Protocol {
        publics: programme::Public::ALL.iter().copied().take(2).collect(),
        modalities: [programme::Modality::Bar, programme::Modality::SmallGroup].into(),
        hours: vec![Hours { day: 1, from: 17 * 60 + 30, to: 18 * 60 + 30 }, Hours { day: 4, from: 1_050, to: 1_110 }],
        home: true,
        places: vec![Place {
            name: "Médiathèque".to_owned(), address: "2 rue du Port".to_owned(), ..Place::default()
        }],
        contacts: vec!["Vie scolaire : 02 31 00 00 00".to_owned()],
        ..Protocol::default()
    }
}

fn build(tx: &mut Tx<'_>) -> Result<Town> {
    let mut making = Making { tx, chance: Seeded::new(7) };
    let m = &mut making;
    let academie = m.unit(UnitKind::Academie, "normandie", "Normandie", &[])?;
    let school = m.unit(UnitKind::Etablissement, "0140041U", "Collège des Falaises", &[academie])?;
    let other_school = m.unit(UnitKind::Etablissement, "0500049G", "Collège du Bocage", &[academie])?;
    let class = m.unit(UnitKind::Classe, "0140041U/5e B", "5e B", &[school])?;
    let other_class = m.unit(UnitKind::Classe, "0500049G/5e A", "5e A", &[other_school])?;
    let mut pupils = vec![];
    for (given, family) in [("Inès", "Nouvel"), ("Maïssa", "Benali"), ("Sami", "Benali"), ("Tom", "Hébert")] {
        pupils.push(m.person(given, family, None, Some((Role::Pupil, class)))?);
    }
    let other_pupil = m.person("Zoé", "Marie", None, Some((Role::Pupil, other_class)))?;
    let mother = m.person("Claire", "Nouvel", None, None)?;
    let father = m.person("Marc", "Nouvel", None, None)?;
    let samira = m.person("Samira", "Benali", Some("ar"), None)?;
    let grandmother = m.person("Odette", "Hébert", None, None)?;
    let stranger = m.person("Luc", "Marie", None, None)?;
    let head = m.person("Hélène", "Roux", None, Some((Role::Head, school)))?;
    let cpe = m.person("Rachid", "Morel", None, Some((Role::VieScolaire, school)))?;
    let teacher = m.person("Paul", "Lebrun", None, Some((Role::Teacher, school)))?;
    let other_head = m.person("Marc", "Petit", None, Some((Role::Head, other_school)))?;
    let pilot = m.person("Eva", "Simon", None, Some((Role::Pilot, academie)))?;
    let links =
        [(mother, pupils[0]), (father, pupils[0]), (samira, pupils[1]), (samira, pupils[2]), (stranger, other_pupil)];
    for (guardian, child) in links {
        access::store::set_guardian(m.tx, guardian, child, true)?;
    }
    access::store::set_guardian(m.tx, grandmother, pupils[3], false)?;
    let sms = Channel { way: Way::Sms, address: Some("06 39 98 00 01".to_owned()) };
    notice::store::choose(m.tx, mother, &sms, NOW)?;
    let mail = Channel { way: Way::Email, address: Some("samira@example.org".to_owned()) };
    notice::store::choose(m.tx, samira, &mail, NOW)?;
    let (dispositif, protocol) = publish(m, (pilot, head), (academie, school))?;
    Ok(Town {
        school,
        class,
        ines: pupils[0],
        maissa: pupils[1],
        sami: pupils[2],
        tom: pupils[3],
        apart: [mother, father],
        samira,
        grandmother,
        stranger,
        head,
        cpe,
        teacher,
        other_head,
        pilot,
        dispositif,
        protocol,
    })
}

/// The pilot makes the dispositif, the head engages, writes, approves and, an hour later, publishes: the real way.
fn publish(
    m: &mut Making<'_, '_>,
    (pilot, head): (PersonId, PersonId),
    (academie, school): (UnitId, UnitId),
) -> Result<(DispositifId, ProtocolId)> {
    let (pilot, head) = (Actor::load(m.tx, pilot, NOW)?, Actor::load(m.tx, head, NOW)?);
    let model = programme::Template { key: "homework", ..programme::Template::BLANK };
    let name = "Devoirs faits à distance";
    let dispositif = programme::store::create(m.tx, &m.chance, &pilot, (academie, 2025), name, &model, NOW)?.unwrap();
    let engaged = |_: Option<State>| Some(State::Engaged);
    programme::store::take(m.tx, &head, (dispositif, school), engaged, (None, ""), NOW)?.unwrap();
    let protocol = revise(m.tx, &m.chance, &head, (dispositif, school), NOW.plus_minutes(-60))?;
    Ok((dispositif, protocol))
}

/// A version of the protocol, approved at `at` and published an hour later.
pub fn revise(
    tx: &mut Tx<'_>,
    chance: &Seeded,
    head: &Actor,
    (dispositif, school): (DispositifId, UnitId),
    at: Moment,
) -> Result<ProtocolId> {
    let draft = programme::store::seat(tx, head, dispositif, school)?.unwrap();
    programme::store::save(tx, chance, head, &draft, (&protocol(), None), at)?.unwrap();
    let seat = programme::store::seat(tx, head, dispositif, school)?.unwrap();
    programme::store::approve(tx, head, &seat, at, at)?.unwrap();
    Ok(programme::store::publish(tx, chance, &seat, at.plus_minutes(60))?.unwrap())
}

/// The house with the town in it, families told.
pub struct World {
    pub name: &'static str,
    pub db: Db,
    pub town: Town,
    pub house: Arc<House>,
    pub clock: Arc<SetClock>,
    browser: Browser,
}

impl World {
    /// On each database, the job of the publication done.
    pub async fn both() -> Vec<Self> {
        let mut all = vec![];
        for (name, db) in db::testing::both(&[]).await {
            let clock = Arc::new(SetClock::at(NOW));
            let house = web::testing::house_at(db.clone(), &SLICES, whoami, Arc::clone(&clock)).await;
            let town = db.write(build).await.unwrap();
            let browser = Browser::new(&house, &SLICES);
            let world = Self { name, db, town, house, clock, browser };
            world.work().await;
            all.push(world);
        }
        all
    }

    /// Does what is queued and due.
    pub async fn work(&self) {
        let (clock, chance) = (Arc::clone(&self.house.clock), Arc::clone(&self.house.chance));
        Runner::new(self.db.clone(), clock, chance, (SLICE.tasks)()).run_due().await.unwrap();
    }

    /// The browser of this person.
    pub fn of(&self, person: PersonId) -> Browser {
        self.browser.another().with("preau", person)
    }

    /// A browser where nobody is signed in.
    pub fn nobody(&self) -> Browser {
        self.browser.another()
    }

    /// What is written or read outside of pages.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Tx<'_>, &Town) -> Result<T> + Send + 'static,
    ) -> T {
        let town = self.town.clone();
        self.db.write(move |tx| work(tx, &town)).await.unwrap()
    }

    /// What this guardian was told about this child.
    pub async fn told(&self, guardian: PersonId, child: PersonId) -> crate::Told {
        let found = self.write(move |tx, _| {
            let actor = Actor::load(tx, guardian, NOW)?;
            store::of_guardian(tx, &actor, NOW)
        });
        found.await.into_iter().find(|told| told.child == child).unwrap()
    }

    /// The link of the letter, without account.
    pub async fn link(&self, guardian: PersonId, child: PersonId) -> String {
        format!("/reponse/{}", self.told(guardian, child).await.seal().key(&self.house.secret))
    }
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

/// A picture, as small as they come.
pub const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";

/// The page is there and whole: one heading, every sentence in its language, few statements.
pub fn whole(page: &Browser) -> &str {
    assert!(matches!(page.status, 200 | 422), "{page:?}");
    let missing = ["[agreement-", "[letter-", "[shell-", "[notice-"];
    assert!(missing.iter().all(|mark| !page.text.contains(mark)), "{page:?}");
    assert_eq!(page.text.matches("<h1").count(), 1, "{page:?}");
    assert!(page.status == 422 || page.queries <= 10, "{} statements: {page:?}", page.queries);
    &page.text
}

/// The form was taken; where it led.
pub fn led(page: &Browser) -> String {
    assert_eq!(page.status, 303, "{page:?}");
    page.location.clone().unwrap()
}

/// A new seed.
pub fn chance(seed: u64) -> Seeded {
    let chance = Seeded::new(seed);
    let _ = chance.below(2);
    chance
}

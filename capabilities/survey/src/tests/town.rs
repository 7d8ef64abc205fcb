//! Two schools engaged and one that is not, small enough to be made again for each test.
use crate::{
    Asking, Public, SLICE, Stage, WaveId,
    policy::Open,
    store::{self},
};
use access::{Actor, Role, Unit, UnitKind};
use db::{Db, Migration, Result, Tx, params};
use directory::Person;
use jiff::ToSpan as _;
use kernel::{Id, Moment, PersonId, Seeded, SetClock, UnitId};
use programme::DispositifId;
use std::sync::Arc;
use web::{SignedIn, Slice, testing::Browser};

/// A Tuesday of November 2025, 17 h 40 in Paris.
pub const NOW: Moment = Moment(1_764_088_800_000);
/// The slices the questions stand on, and this one.
pub const SLICES: [&Slice; 3] = [&directory::SLICE, &programme::SLICE, &SLICE];

/// Everybody.
pub struct Town {
    pub chance: Seeded,
    pub academie: UnitId,
    pub school: UnitId,
    pub near_school: UnitId,
    pub dispositif: DispositifId,
    /// Twelve pupils of the school.
    pub pupils: Vec<PersonId>,
    pub near_pupils: Vec<PersonId>,
    pub far_pupil: PersonId,
    pub teacher: PersonId,
    /// Who answers for the first pupil, and teaches at the near school.
    pub guardian: PersonId,
    pub vie_scolaire: PersonId,
    pub head: PersonId,
    pub near_head: PersonId,
    pub pilot: PersonId,
}

impl Town {
    /// The town, with a dispositif that runs and in which two schools are engaged.
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
        let near_school = unit(UnitKind::Etablissement, "0500049G", &[academie])?;
        let far_school = unit(UnitKind::Etablissement, "0610001A", &[academie])?;
        let class = unit(UnitKind::Classe, "0140041U/5e B", &[school])?;
        let near_class = unit(UnitKind::Classe, "0500049G/5e A", &[near_school])?;
        let far_class = unit(UnitKind::Classe, "0610001A/5e C", &[far_school])?;
        let mut person = |given: &str, role: Option<(Role, UnitId)>| {
            let id: PersonId = Id::new(NOW, &chance);
            let (given, family) = (given.to_owned(), "Nouvel".to_owned());
            let person = Person { id, given, family, born: None, phone: None, lang: None, synthetic: true };
            directory::store::add_person(tx, &person)?;
            if let Some((role, unit)) = role {
                access::store::grant(tx, id, role, unit, NOW, None)?;
            }
            Ok::<_, db::Error>(id)
        };
        let (mut pupils, mut near_pupils) = (vec![], vec![]);
        for _ in 0..12 {
            pupils.push(person("Inès", Some((Role::Pupil, class)))?);
        }
        for _ in 0..6 {
            near_pupils.push(person("Noé", Some((Role::Pupil, near_class)))?);
        }
        let far_pupil = person("Zoé", Some((Role::Pupil, far_class)))?;
        let teacher = person("Claire", Some((Role::Teacher, school)))?;
        let guardian = person("Samira", Some((Role::Teacher, near_school)))?;
        let vie_scolaire = person("Rachid", Some((Role::VieScolaire, school)))?;
        let head = person("Hélène", Some((Role::Head, school)))?;
        let near_head = person("Marc", Some((Role::Head, near_school)))?;
        let pilot = person("Eva", Some((Role::Pilot, academie)))?;
        access::store::set_guardian(tx, guardian, pupils[0], true, NOW)?;
        let dispositif: DispositifId = Id::new(NOW, &chance);
        tx.execute(
            "INSERT INTO dispositif (id, template, name, academie_id, pilot_id, year, starts_on, ends_on, bilan_due, word,
               decision_word) VALUES (?1, 'lecture', 'Lire le soir', ?2, ?3, 2025, '2025-09-01', '2026-07-03',
               '2026-06-15', '', '')",
            &params![dispositif, academie, pilot],
        )?;
        for unit in [school, near_school] {
            let sql = "INSERT INTO engagement (dispositif_id, unit_id, state, bus, word, moved_by, moved_at)
                       VALUES (?1, ?2, 'engaged', NULL, '', ?3, ?4)";
            tx.execute(sql, &params![dispositif, unit, pilot, NOW])?;
        }
        Ok(Self {
            chance,
            academie,
            school,
            near_school,
            dispositif,
            pupils,
            near_pupils,
            far_pupil,
            teacher,
            guardian,
            vie_scolaire,
            head,
            near_head,
            pilot,
        })
    }

    /// A new id.
    pub fn id<K>(&self) -> Id<K> {
        Id::new(NOW, &self.chance)
    }

    /// Opens a wave from so many days from now to so many.
    pub fn wave(&self, tx: &mut Tx<'_>, stage: Stage, (from, to): (i64, i64)) -> Result<WaveId> {
        let pilot = Actor::load(tx, self.pilot, NOW)?;
        let place = store::place::<Open>(&pilot, self.academie).unwrap();
        let day = |days: i64| NOW.paris().date().saturating_add(days.days());
        store::open(tx, &place, &pilot, (self.id(), (self.dispositif, stage, day(from), day(to))), NOW)?.unwrap();
        Ok(store::wave(tx, self.dispositif, stage)?.unwrap().id)
    }

    /// This person's three answers, and a line.
    pub fn answer(
        &self,
        tx: &mut Tx<'_>,
        person: PersonId,
        public: Public,
        levels: [i64; 3],
        words: &str,
    ) -> Result<()> {
        let actor = Actor::load(tx, person, NOW)?;
        let asking = asking(tx, person, public)?.unwrap();
        let today = NOW.paris().date();
        for (question, level) in levels.into_iter().enumerate() {
            store::answer(tx, &actor, &asking, (self.id(), question, level), today)?.unwrap();
        }
        store::say(tx, &actor, &asking, (self.id(), words), today)?.unwrap();
        Ok(())
    }
}

/// What this person is asked as one of this public.
pub fn asking(tx: &mut Tx<'_>, person: PersonId, public: Public) -> Result<Option<Asking>> {
    let actor = Actor::load(tx, person, NOW)?;
    Ok(store::asked(tx, &actor, NOW)?.into_iter().find(|one| one.public == public))
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

/// A browser in a house on `db`, nobody signed in, and the clock of the house.
pub async fn browser(db: &Db) -> (Browser, Arc<SetClock>) {
    let clock = Arc::new(SetClock::at(NOW));
    let house = web::testing::house_at(db.clone(), &SLICES, whoami, Arc::clone(&clock)).await;
    (Browser::new(&house, &SLICES), clock)
}

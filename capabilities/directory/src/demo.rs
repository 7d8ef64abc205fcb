//! Made-up people on the real Norman schools: plausible, marked as made up, the same again for the same seed and instant.
mod batch;
mod cast;
pub(crate) mod names;
mod others;
mod part;
mod plan;
mod school;

pub use part::{PART, Part, People, Stage, Thing, fill, things};

use crate::{Person, annuaire_import};
use access::{Role, Unit, UnitKind};
use annuaire::Kind;
use batch::{Batch, Mint};
use cast::Cast;
use db::{Db, Result};
use kernel::{Moment, PersonId, Seeded};
pub use others::Groups;
use school::School;
use std::collections::HashMap;

/// The Norman schools as published, with their bassins; `data/SOURCES.md` says whose and under which licence.
pub const SCHOOLS: &[u8] = include_bytes!("../../../data/schools/etablissements_normandie.csv");

/// The fewest people a demonstration has: below, the home school would not be full.
pub const FEWEST: u32 = 1_000;

/// How many collèges have at least a team, pupils and families: those engaged in a programme.
pub const ENGAGED: usize = 20;

/// How many people wait at most before they are written in one transaction.
const BATCH: usize = 4_000;

/// Who and what a demonstration can show. Everybody named here is of the home school unless said otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demo {
    /// The académie.
    pub academie: Unit,
    /// The home collège, always full.
    pub home: Unit,
    /// The 5e B of the home.
    pub class: Unit,
    /// The pupils of that class; the first is Inès Nouvel, the second Maïssa Benali.
    pub pupils: Vec<Person>,
    /// Samira Benali, who answers for two children.
    pub guardian: Person,
    /// Her children: Maïssa (5e B) and Sami (6e A).
    pub children: Vec<Person>,
    /// Inès's two parents, who live apart.
    pub apart: [Person; 2],
    /// Three teachers, each with what they teach: mathématiques, français, anglais.
    pub teachers: Vec<(Person, &'static str)>,
    /// Heads the home school.
    pub head: Person,
    /// Its CPE.
    pub vie_scolaire: Person,
    /// Its digital referent (RRUPN).
    pub referent: Person,
    /// Steers for the académie.
    pub pilot: Person,
    /// Administers the platform.
    pub admin: Person,
    /// One person of each role that is not named above, a director of an école among them. A parents' representative is the
    /// second of [`Demo::apart`].
    pub others: Vec<(Role, Person)>,
    /// Groups of the home, one of them with the other school.
    pub groups: Groups,
    /// Another school with people.
    pub other: Unit,
    /// A class there.
    pub other_class: Unit,
    /// A pupil of that class.
    pub other_pupil: Person,
    /// A teacher there.
    pub other_teacher: Person,
    /// The collèges of the programme, the home first, four in each département.
    pub teams: Vec<Team>,
    /// How many people were made, [`Demo::others`] not counted.
    pub people: u32,
    /// In how many schools.
    pub schools: u32,
    /// In how many classes.
    pub classes: u32,
}

impl Demo {
    /// The one of [`Demo::others`] who holds this role.
    pub fn of_role(&self, role: Role) -> Option<&Person> {
        self.others.iter().find(|(held, _)| *held == role).map(|(_, person)| person)
    }
}

/// Who stands for one collège of the programme: its staff, and enough of its pupils and families for traces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Team {
    /// The collège.
    pub school: Unit,
    /// Its staff, each with a role; the first of each role is the one a demonstration shows.
    pub staff: Vec<(Role, PersonId)>,
    /// Some of its pupils.
    pub pupils: Vec<PersonId>,
    /// Some of those who answer for a child with parental authority, each with the child.
    pub families: Vec<(PersonId, PersonId)>,
}

impl Team {
    /// Nobody yet in this school.
    fn new(school: Unit) -> Self {
        Self { school, staff: vec![], pupils: vec![], families: vec![] }
    }

    /// The first of this role.
    pub fn one(&self, role: Role) -> Option<PersonId> {
        self.all(role).next()
    }

    /// Everybody of this role.
    pub fn all(&self, role: Role) -> impl Iterator<Item = PersonId> {
        self.staff.iter().filter(move |(held, _)| *held == role).map(|(_, person)| *person)
    }
}

/// Fills a database that has the schema and nobody in it with the shipped schools and `people` made-up people
/// (at least [`FEWEST`]): pupils about 60 %, guardians about 33 %, staff 7 %.
pub async fn populate(db: &Db, people: u32, seed: u64, now: Moment) -> Result<Demo> {
    populate_engaged(db, people, seed, now, ENGAGED).await
}

/// The same with another number of schools in the programme, in the order in which schools are filled.
pub async fn populate_engaged(db: &Db, people: u32, seed: u64, now: Moment, engaged: usize) -> Result<Demo> {
    let people = people.max(FEWEST);
    let all = annuaire::read(SCHOOLS).map_err(|faults| unreadable(&faults))?;
    let imported = all.clone();
    let (academie, units) = db
        .write_alone(move |tx| {
            annuaire_import::apply(tx, &imported, now, &Seeded::new(seed), &mut |_| {})?;
            let top = access::store::by_code(tx, UnitKind::Academie, "normandie")?;
            let top = top.ok_or_else(|| db::Error::Open("the shipped schools have no académie".to_owned()))?;
            let schools = access::store::under(tx, top.id, UnitKind::Etablissement)?;
            Ok::<_, db::Error>((top, schools))
        })
        .await?;
    let units: HashMap<String, Unit> = units.into_iter().map(|unit| (unit.code.clone(), unit)).collect();

    let mut mint = Mint::new(seed, Moment(now.0 - i64::from(people) * 2 - 100_000));
    let mut cast = Cast::new(academie.clone(), engaged);
    let mut batch = Batch::default();
    cast.territory(&mut mint, &mut batch, school::since(now));
    let mut left = people - 2;
    let plan = plan::schools(&all);
    let ecole = plan.iter().rev().find(|(school, _)| school.kind == Kind::Ecole);
    let ecole = ecole.and_then(|(school, _)| units.get(school.uai.as_str()));
    for (school, pupils) in plan.iter().copied() {
        let Some(unit) = units.get(school.uai.as_str()) else { continue };
        // What is left is shared by the collèges of the programme still to come, the home first served.
        let coming = u32::try_from(engaged.saturating_sub(cast.teams.len())).unwrap_or(0);
        let share = if coming == 0 || cast.teams.is_empty() { left } else { left / coming };
        let filled = School { mint: &mut mint, batch: &mut batch, cast: &mut cast, unit, now, left: share };
        left -= share - filled.fill(school.kind, pupils);
        if batch.len() >= BATCH {
            let full = std::mem::take(&mut batch);
            db.write_alone(move |tx| full.write(tx)).await?;
        }
        if left == 0 {
            break;
        }
    }
    if let (Some(home), Some(ecole)) = (&cast.home, ecole) {
        cast.others = others::people(&mut mint, &mut batch, (home, &academie, ecole), school::since(now));
    }
    let demo = cast.finish(people - left, Groups::new(&mut mint));
    let demo = demo.ok_or_else(|| db::Error::Open("the shipped schools have no home".to_owned()))?;
    db.write_alone(move |tx| {
        batch.write(tx)?;
        others::groups(tx, &demo, school::since(now))?;
        Ok(demo)
    })
    .await
}

fn unreadable(faults: &[annuaire::Fault]) -> db::Error {
    db::Error::Open(faults.first().map_or_else(String::new, ToString::to_string))
}

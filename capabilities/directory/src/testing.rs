//! A town for tests: a territory, two schools and their people, and the evening in it.
//!
//! A slice says who is at the school ([`Roll`]), keeps what is its own beside the town, and acts:
//!
//! ```ignore
//! for evening in Evening::<Town>::both().await {
//!     let town = &evening.town;
//!     let mut teacher = evening.of(town.teachers[0]);
//!     assert_eq!(teacher.get("/aide").await.status, 200);
//!     assert_eq!(evening.of(town.other.head).get("/aide").await.status, 404);
//! }
//! ```
//!
//! The stores of units and people are called here, once each: what changes there changes here, and no test.
mod evening;

pub use evening::{Evening, Setting, both, whoami};

use crate::{Person, store};
use access::{Actor, Role, Unit, UnitKind};
use db::{Result, Tx};
use kernel::{Id, Moment, PersonId, Seeded, UnitId};
use std::ops::Deref;

/// A Tuesday of November 2025, 17 h 40 in Paris, in a week A.
pub const NOW: Moment = Moment(1_764_088_800_000);

/// A given name and a family name.
pub type Named<'r> = (&'r str, &'r str);

/// A school as its roll says it, with one class.
#[derive(Clone, Copy, Debug)]
pub struct Roll<'r> {
    /// The code of the school: seven digits and a letter.
    pub code: &'r str,
    /// Its name.
    pub name: &'r str,
    /// The name of its class.
    pub class: &'r str,
    /// The pupils of the class.
    pub pupils: &'r [Named<'r>],
    /// The teachers of the school.
    pub teachers: &'r [Named<'r>],
    /// Who directs it.
    pub head: Named<'r>,
}

/// The roll of the school most tests happen in.
pub const HOME: Roll<'static> = Roll {
    code: "0140041U",
    name: "Collège des Falaises",
    class: "5e B",
    pupils: &[("Inès", "Nouvel"), ("Noé", "Vasseur"), ("Maïssa", "Benali"), ("Tom", "Hébert")],
    teachers: &[("Claire", "Auvray"), ("Paul", "Lebrun"), ("Nadia", "Simon")],
    head: ("Hélène", "Roux"),
};

/// The roll of a school in another département, whose people must see nothing of that one.
pub const OTHER: Roll<'static> = Roll {
    code: "0500049G",
    name: "Collège du Bocage",
    class: "5e A",
    pupils: &[("Zoé", "Marie")],
    teachers: &[("Anne", "Duval")],
    head: ("Marc", "Petit"),
};

/// A school, of whichever degree.
#[derive(Debug)]
pub struct School {
    /// The school itself.
    pub school: UnitId,
    /// Its class.
    pub class: UnitId,
    /// The pupils of the class, as on the roll.
    pub pupils: Vec<PersonId>,
    /// The teachers, as on the roll.
    pub teachers: Vec<PersonId>,
    /// Who directs it.
    pub head: PersonId,
}

/// An académie with two schools. It stands for its home school: `town.head` directs that one, `town.other.head` the other.
#[derive(Debug)]
pub struct Town {
    /// Where ids come from.
    pub chance: Seeded,
    /// The académie.
    pub academie: UnitId,
    /// The département of the home school, then that of the other.
    pub departements: [UnitId; 2],
    /// The school most tests happen in.
    pub home: School,
    /// The other school.
    pub other: School,
    /// Vie scolaire of the home school.
    pub vie_scolaire: PersonId,
    /// The referent of the home school.
    pub referent: PersonId,
    /// The mother of the first pupil.
    pub guardian: PersonId,
    /// Who oversees the académie.
    pub pilot: PersonId,
}

impl Deref for Town {
    type Target = School;

    fn deref(&self) -> &School {
        &self.home
    }
}

impl Town {
    /// The territory and its people, the home school being the one of this roll; nothing happens there yet.
    pub fn build(tx: &mut Tx<'_>, home: &Roll<'_>) -> Result<Self> {
        let chance = Seeded::new(7);
        let academie = unit(tx, &chance, UnitKind::Academie, ("normandie", "Normandie"), &[])?;
        let calvados = unit(tx, &chance, UnitKind::Departement, ("14", "Calvados"), &[academie])?;
        let manche = unit(tx, &chance, UnitKind::Departement, ("50", "Manche"), &[academie])?;
        let home = school(tx, &chance, home, calvados)?;
        let other = school(tx, &chance, &OTHER, manche)?;
        let mut staff = |name, role, unit| person(tx, &chance, name, &[(role, unit)]);
        let vie_scolaire = staff(("Rachid", "Morel"), Role::VieScolaire, home.school)?;
        let referent = staff(("Luc", "Tellier"), Role::Referent, home.school)?;
        let pilot = staff(("Eva", "Simon"), Role::Pilot, academie)?;
        let guardian = guardian(tx, &chance, ("Samira", "Nouvel"), &home.pupils[..1])?;
        let departements = [calvados, manche];
        Ok(Self { chance, academie, departements, home, other, vie_scolaire, referent, guardian, pilot })
    }

    /// A new id.
    pub fn id<K>(&self) -> Id<K> {
        Id::new(NOW, &self.chance)
    }
}

/// A unit of this code and name, under others.
pub fn unit(
    tx: &mut Tx<'_>,
    chance: &Seeded,
    kind: UnitKind,
    (code, name): (&str, &str),
    above: &[UnitId],
) -> Result<UnitId> {
    let id = Id::new(NOW, chance);
    let unit = Unit { id, kind, code: code.to_owned(), name: name.to_owned(), closed: false };
    access::store::put(tx, &unit, above).map(|()| id)
}

/// A school and everybody on its roll, under another unit.
pub fn school(tx: &mut Tx<'_>, chance: &Seeded, roll: &Roll<'_>, above: UnitId) -> Result<School> {
    let school = unit(tx, chance, UnitKind::Etablissement, (roll.code, roll.name), &[above])?;
    let code = format!("{}/{}", roll.code, roll.class);
    let class = unit(tx, chance, UnitKind::Classe, (&code, roll.class), &[school])?;
    let mut all = |names: &[Named<'_>], role, unit| -> Result<Vec<_>> {
        names.iter().map(|name| person(tx, chance, *name, &[(role, unit)])).collect()
    };
    let pupils = all(roll.pupils, Role::Pupil, class)?;
    let teachers = all(roll.teachers, Role::Teacher, school)?;
    let head = person(tx, chance, roll.head, &[(Role::Head, school)])?;
    Ok(School { school, class, pupils, teachers, head })
}

/// A person who has held these roles since the summer.
pub fn person(
    tx: &mut Tx<'_>,
    chance: &Seeded,
    (given, family): Named<'_>,
    roles: &[(Role, UnitId)],
) -> Result<PersonId> {
    let id = Id::new(NOW, chance);
    let (given, family) = (given.to_owned(), family.to_owned());
    store::add_person(tx, &Person { id, given, family, born: None, phone: None, lang: None, synthetic: true })?;
    roles.iter().try_for_each(|role| grant(tx, id, *role))?;
    Ok(id)
}

/// Gives a person one more role, since the summer.
pub fn grant(tx: &mut Tx<'_>, person: PersonId, (role, unit): (Role, UnitId)) -> Result<()> {
    access::store::grant(tx, person, role, unit, NOW.plus_days(-90), None)
}

/// A person who answers for these pupils, with parental authority.
pub fn guardian(tx: &mut Tx<'_>, chance: &Seeded, name: Named<'_>, children: &[PersonId]) -> Result<PersonId> {
    let id = person(tx, chance, name, &[])?;
    children.iter().try_for_each(|child| answers_for(tx, id, *child, true))?;
    Ok(id)
}

/// Says that a person answers for a pupil, with parental authority or without.
pub fn answers_for(tx: &mut Tx<'_>, guardian: PersonId, child: PersonId, authority: bool) -> Result<()> {
    access::store::set_guardian(tx, guardian, child, authority, NOW.plus_days(-90))
}

/// Opens the limited sight of a pupil to who answers for them without parental authority, since a month and for half a year.
pub fn informs(tx: &mut Tx<'_>, guardian: PersonId, child: PersonId, by: PersonId) -> Result<()> {
    let (since, until) = (NOW.plus_days(-30), NOW.plus_days(180));
    let id = Id::new(since, &Seeded::new(3));
    let (reason, ended_by) = ("Jugement du 12 mars".to_owned(), None);
    let sight = access::store::sight::Sight { id, guardian, child, since, until, reason, opened_by: by, ended_by };
    access::store::sight::open(tx, &sight)
}

/// Changes what is known of a person: their language, their birth.
///
/// # Panics
/// When there is no such person.
pub fn change(tx: &mut Tx<'_>, person: PersonId, change: impl FnOnce(&mut Person)) -> Result<()> {
    let mut known = store::person(tx, person)?.expect("a person");
    change(&mut known);
    store::change_person(tx, &known)
}

/// Somebody, with all that they hold.
pub fn acting(tx: &mut Tx<'_>, person: PersonId) -> Result<Actor> {
    Actor::load(tx, person, NOW)
}

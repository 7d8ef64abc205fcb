//! One person of each role that an ordinary school year of the demonstration does not meet, and four groups with them in it.
use super::{Batch, Demo, Mint, cast::adult};
use crate::Person;
use access::{Group, GroupKind, Part, Role, Unit, store::group};
use db::{Result, Tx};
use kernel::{GroupId, Moment, PersonId};

/// Where somebody of [`OTHERS`] holds their role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    Home,
    Academie,
    Ecole,
}

/// One of each: role, given name, family name, where.
const OTHERS: [(Role, &str, &str, At); 12] = [
    (Role::Documentalist, "Bruno", "Lemarchand", At::Home),
    (Role::Aed, "Inaya", "Diop", At::Home),
    (Role::Aesh, "Coralie", "Vasseur", At::Home),
    (Role::Psyen, "Hélène", "Costa", At::Home),
    (Role::Director, "Solène", "Marchand", At::Ecole),
    (Role::Inspector, "Philippe", "Duhamel", At::Academie),
    (Role::Erun, "Sonia", "Rault", At::Academie),
    (Role::Trainer, "Denis", "Aubert", At::Academie),
    (Role::Association, "Rokia", "Traoré", At::Home),
    (Role::Tutor, "Gilles", "Pottier", At::Home),
    (Role::Elected, "Martine", "Lecoq", At::Home),
    (Role::Partner, "Alban", "Vigneau", At::Academie),
];

/// Makes them.
pub fn people(
    mint: &mut Mint,
    batch: &mut Batch,
    (home, academie, ecole): (&Unit, &Unit, &Unit),
    since: Moment,
) -> Vec<(Role, Person)> {
    let mut others = vec![];
    for (role, given, family, at) in OTHERS {
        let person = adult(mint, given, family);
        batch.person(&person);
        let unit = match at {
            At::Home => home,
            At::Academie => academie,
            At::Ecole => ecole,
        };
        batch.grant(person.id, role, unit.id, since);
        others.push((role, person));
    }
    others
}

/// The groups of a demonstration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Groups {
    /// A need group of the home: French, some of the 5e B, an AESH.
    pub need: GroupId,
    /// A group of two schools, with pupils and a teacher of each.
    pub cross: GroupId,
    /// A club of the home, which an association helps with; its members do not see one another.
    pub club: GroupId,
    /// A team with guests of every kind.
    pub team: GroupId,
}

impl Groups {
    /// Their ids.
    pub fn new(mint: &mut Mint) -> Self {
        Self { need: mint.id(), cross: mint.id(), club: mint.id(), team: mint.id() }
    }
}

/// Makes the groups, and Inès's second parent a representative of the parents.
pub fn groups(tx: &mut Tx<'_>, demo: &Demo, since: Moment) -> Result<()> {
    let made = |id, kind, name: &str, shows_roster| Group {
        id,
        kind,
        name: name.to_owned(),
        shows_roster,
        since,
        until: None,
    };
    let of = |role| demo.of_role(role).map(|person| person.id);
    let some = |from: usize, count: usize| demo.pupils.iter().skip(from).take(count).map(|pupil| pupil.id);
    let mut join = Joined { tx, since };
    access::store::grant(join.tx, demo.apart[1].id, Role::Delegate, demo.home.id, since, None)?;

    let need = demo.groups.need;
    group::create(join.tx, &made(need, GroupKind::Need, "Lecture pas à pas", true), &[demo.home.id])?;
    join.all(need, Part::Teacher, demo.teachers.get(1).map(|(person, _)| person.id))?;
    join.all(need, Part::Observer, of(Role::Aesh))?;
    join.all(need, Part::Member, some(1, 6))?;

    let cross = demo.groups.cross;
    let homes = [demo.home.id, demo.other.id];
    group::create(join.tx, &made(cross, GroupKind::CrossSchool, "Robotique à deux collèges", true), &homes)?;
    join.all(cross, Part::Teacher, demo.teachers.first().map(|(person, _)| person.id))?;
    join.all(cross, Part::Teacher, [demo.other_teacher.id])?;
    join.all(cross, Part::Member, some(2, 4).chain([demo.other_pupil.id]))?;

    let club = demo.groups.club;
    group::create(join.tx, &made(club, GroupKind::Club, "Échecs du midi", false), &[demo.home.id])?;
    join.all(club, Part::Teacher, of(Role::Documentalist))?;
    join.all(club, Part::Observer, of(Role::Association))?;
    join.all(club, Part::Member, some(4, 6))?;

    let team = demo.groups.team;
    group::create(join.tx, &made(team, GroupKind::Team, "Le collège et ses partenaires", true), &[demo.home.id])?;
    join.all(team, Part::Teacher, [demo.head.id])?;
    join.all(team, Part::Observer, of(Role::Psyen))?;
    let guests = [Role::Tutor, Role::Elected, Role::Partner].into_iter().filter_map(of);
    join.all(team, Part::Member, guests.chain([demo.apart[1].id]))
}

struct Joined<'j, 't> {
    tx: &'j mut Tx<'t>,
    since: Moment,
}

impl Joined<'_, '_> {
    fn all(&mut self, group: GroupId, part: Part, people: impl IntoIterator<Item = PersonId>) -> Result<()> {
        people.into_iter().try_for_each(|person| group::join(self.tx, group, person, part, self.since, None))
    }
}

//! Those whom a demonstration shows by name.
use super::{Batch, Demo, Groups, Mint, Team};
use crate::Person;
use access::{Role, Unit};
use kernel::{Moment, PersonId};

/// What has been met so far of [`Demo`].
pub struct Cast {
    academie: Unit,
    /// The home, with its class and the pupils of that class.
    pub home: Option<Unit>,
    /// The 5e B.
    pub class: Option<Unit>,
    /// Its pupils.
    pub pupils: Vec<Person>,
    /// Named people, by the part they play.
    pub named: Vec<(&'static str, Person)>,
    /// People of the other roles.
    pub others: Vec<(Role, Person)>,
    /// Another school, a class of it, a pupil and a teacher.
    pub other: Option<(Unit, Unit, Person, Person)>,
    /// The collèges of the programme met so far; the last is the one being filled, until there are enough.
    pub teams: Vec<Team>,
    /// How many are enough.
    engaged: usize,
    /// Schools filled.
    pub schools: u32,
    /// Classes filled.
    pub classes: u32,
}

/// The staff of the home, by part: given name, family name, role; what they teach is the part's name.
pub const STAFF: [(&str, &str, &str, Role); 6] = [
    ("head", "Isabelle", "Hamelin", Role::Head),
    ("vie scolaire", "Youssef", "Karam", Role::VieScolaire),
    ("referent", "Thomas", "Guérin", Role::Referent),
    ("mathématiques", "Claire", "Auvray", Role::Teacher),
    ("français", "Marc", "Lebrun", Role::Teacher),
    ("anglais", "Aminata", "Diallo", Role::Teacher),
];

/// How many pupils stand for a school, and an eighth of the families at most: every one of the home's.
const SOME: usize = 60;

impl Cast {
    /// Nobody yet.
    pub fn new(academie: Unit, engaged: usize) -> Self {
        Self {
            academie,
            home: None,
            class: None,
            pupils: vec![],
            named: vec![],
            others: vec![],
            other: None,
            teams: vec![],
            engaged,
            schools: 0,
            classes: 0,
        }
    }

    /// The two who stand above schools.
    pub fn territory(&mut self, mint: &mut Mint, batch: &mut Batch, since: Moment) {
        for (part, given, family, role) in
            [("pilot", "Nathalie", "Roussel", Role::Pilot), ("admin", "Camille", "Morel", Role::Admin)]
        {
            let person = adult(mint, given, family);
            batch.person(&person);
            batch.grant(person.id, role, self.academie.id, since);
            self.named.push((part, person));
        }
    }

    /// The team of this school, if it is the one being filled.
    pub fn team(&mut self, school: &Unit) -> Option<&mut Team> {
        self.teams.last_mut().filter(|team| team.school.id == school.id)
    }

    /// A school begins; the first collèges are those of the programme.
    pub fn begin(&mut self, school: &Unit) {
        if self.teams.len() < self.engaged {
            self.teams.push(Team::new(school.clone()));
        }
    }

    /// A pupil of this school.
    pub fn pupil(&mut self, school: &Unit, pupil: PersonId) {
        if let Some(team) = self.team(school).filter(|team| team.pupils.len() < SOME) {
            team.pupils.push(pupil);
        }
    }

    /// One who answers for children of this school.
    pub fn family(&mut self, school: &Unit, guardian: PersonId, children: &[PersonId]) {
        if let Some(team) = self.team(school).filter(|team| team.families.len() < 8 * SOME) {
            team.families.extend(children.iter().map(|child| (guardian, *child)));
        }
    }

    /// The whole cast, once everybody has been met.
    pub fn finish(self, people: u32, groups: Groups) -> Option<Demo> {
        let part = |name: &str| Some(self.named.iter().find(|(part, _)| *part == name)?.1.clone());
        let teacher = |name: &'static str| Some((part(name)?, name));
        let (other, other_class, other_pupil, other_teacher) = self.other.clone()?;
        Some(Demo {
            guardian: part("guardian")?,
            children: vec![part("Maïssa")?, part("Sami")?],
            apart: [part("parent")?, part("other parent")?],
            teachers: ["mathématiques", "français", "anglais"].into_iter().filter_map(teacher).collect(),
            head: part("head")?,
            vie_scolaire: part("vie scolaire")?,
            referent: part("referent")?,
            pilot: part("pilot")?,
            admin: part("admin")?,
            others: self.others,
            groups,
            academie: self.academie,
            home: self.home?,
            class: self.class?,
            pupils: self.pupils,
            other,
            other_class,
            other_pupil,
            other_teacher,
            teams: self.teams,
            people,
            schools: self.schools,
            classes: self.classes,
        })
    }
}

/// A made-up adult of this name.
pub fn adult(mint: &mut Mint, given: &str, family: &str) -> Person {
    Person {
        id: mint.id(),
        given: given.to_owned(),
        family: family.to_owned(),
        born: None,
        phone: None,
        lang: None,
        synthetic: true,
    }
}

//! Who is where, and related to whom.
use crate::{
    About, Class, Enrolment, File, Guardian, Member, Note, OrgKind, Pupil, Role, RoleKind, Roll, Roster, Staff, User,
};
use std::collections::{BTreeMap, BTreeSet};

/// Who is in which school.
#[derive(Debug)]
pub struct Index<'r> {
    roster: &'r Roster,
    people: BTreeMap<&'r str, Person<'r>>,
    pupils: BTreeMap<&'r str, BTreeSet<&'r str>>,
    staff: BTreeMap<&'r str, BTreeSet<&'r str>>,
    classes: BTreeMap<&'r str, Vec<&'r Class>>,
    astray: Vec<Note>,
}

/// What everything says of one person.
#[derive(Debug, Default)]
struct Person<'r> {
    roles: Vec<&'r Role>,
    enrolments: Vec<&'r Enrolment>,
    /// Those who name this person as related to them.
    named_by: Vec<&'r str>,
}

/// What somebody can be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Pupil,
    Family,
    Staff,
}

impl Part {
    fn of(kind: &RoleKind) -> Self {
        match kind {
            RoleKind::Student => Self::Pupil,
            RoleKind::Family(_) => Self::Family,
            RoleKind::Teacher | RoleKind::Staff(_) => Self::Staff,
        }
    }
}

impl<'r> Person<'r> {
    /// Where this person is a pupil.
    fn schools(&self) -> impl Iterator<Item = &'r str> {
        let roles = self.roles.iter().filter(|role| role.kind == RoleKind::Student);
        roles.map(|role| role.org.as_str())
    }

    /// Whether a role makes this person such a one; where no role is said at all, it is believed.
    fn can_be(&self, part: Part) -> bool {
        self.roles.is_empty() || self.roles.iter().any(|role| Part::of(&role.kind) == part)
    }
}

impl<'r> Index<'r> {
    pub(crate) fn of(roster: &'r Roster) -> Self {
        let (pupils, staff, classes, astray) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new(), vec![]);
        let people = roster.users.keys().map(|id| (id.as_str(), Person::default())).collect();
        let mut index = Self { roster, people, pupils, staff, classes, astray };
        index.place_classes();
        index.place_roles();
        index.place_enrolments();
        index.place_families();
        index
    }

    /// Records that name what is not there, and people of whom nothing says what they are.
    pub fn astray(&self) -> &[Note] {
        &self.astray
    }

    /// Every school, and whatever else has classes, pupils or staff of its own, one at a time.
    pub fn rolls(&self) -> impl Iterator<Item = Roll> {
        self.roster.orgs.values().filter_map(|org| {
            let id = org.id.as_str();
            let peopled = self.classes.contains_key(id) || self.pupils.contains_key(id) || self.staff.contains_key(id);
            if peopled || org.kind == OrgKind::School { self.roll(id) } else { None }
        })
    }

    /// A school with everybody in it.
    pub fn roll(&self, id: &str) -> Option<Roll> {
        let org = self.roster.orgs.get(id)?.clone();
        let mut notes = vec![];
        let all = self.classes.get(id).map(Vec::as_slice).unwrap_or_default();
        let all = all.iter().map(|class| self.class(class, &mut notes)).collect::<Vec<_>>();
        let (classes, groups) = all.into_iter().partition(|class| class.homeroom);
        let of = |people: &BTreeMap<&'r str, BTreeSet<&'r str>>| people.get(id).cloned().unwrap_or_default();
        let mut families = BTreeSet::new();
        let pupils = of(&self.pupils).into_iter().filter_map(|id| self.pupil(id, &mut families, &mut notes)).collect();
        let staff = of(&self.staff).into_iter().filter_map(|id| self.staff(id)).collect();
        let guardians = families.into_iter().filter_map(|id| self.guardian(id)).collect();
        Some(Roll { org, classes, groups, pupils, guardians, staff, notes })
    }

    fn place_classes(&mut self) {
        for class in self.roster.classes.values() {
            if self.roster.orgs.contains_key(&class.school) {
                self.classes.entry(&class.school).or_default().push(class);
            } else {
                self.note(File::Classes, &class.id, About::UnknownOrg(class.school.clone()));
            }
        }
    }

    fn place_roles(&mut self) {
        let roster = self.roster;
        let of_users = roster.users.values().flat_map(|user| &user.roles).map(|role| (File::Users, &role.user, role));
        let of_roles = roster.roles.iter().map(|(id, role)| (File::Roles, id, role));
        for (file, id, role) in of_users.chain(of_roles) {
            match self.people.get_mut(role.user.as_str()) {
                Some(person) => person.roles.push(role),
                None => self.note(file, id, About::UnknownUser(role.user.clone())),
            }
            if !roster.orgs.contains_key(&role.org) {
                self.note(file, id, About::UnknownOrg(role.org.clone()));
            } else if roster.users.contains_key(&role.user) {
                self.place(Part::of(&role.kind), &role.org, &role.user);
            }
        }
    }

    fn place_enrolments(&mut self) {
        let roster = self.roster;
        for enrolment in roster.enrolments.values() {
            let Some(person) = self.people.get_mut(enrolment.user.as_str()) else {
                self.note(File::Enrolments, &enrolment.id, About::UnknownUser(enrolment.user.clone()));
                continue;
            };
            let Some(class) = roster.classes.get(&enrolment.class) else {
                self.note(File::Enrolments, &enrolment.id, About::UnknownClass(enrolment.class.clone()));
                continue;
            };
            let part = Part::of(&enrolment.role);
            if !person.can_be(part) {
                self.note(File::Enrolments, &enrolment.id, About::OtherRole(enrolment.user.clone()));
                continue;
            }
            person.enrolments.push(enrolment);
            if roster.orgs.contains_key(&class.school) {
                self.place(part, &class.school, &enrolment.user);
            }
        }
    }

    fn place_families(&mut self) {
        let roster = self.roster;
        let mut alone = vec![];
        for user in roster.users.values() {
            for agent in &user.agents {
                if let Some(person) = self.people.get_mut(agent.as_str()) {
                    person.named_by.push(&user.profile.id);
                }
            }
        }
        for (id, person) in &self.people {
            let named =
                !person.named_by.is_empty() || roster.users.get(*id).is_some_and(|user| !user.agents.is_empty());
            if person.roles.is_empty() && person.enrolments.is_empty() && !named {
                alone.push(*id);
            }
        }
        for id in alone {
            self.note(File::Users, id, About::NoRole);
        }
        for id in roster.births.keys().filter(|id| !roster.users.contains_key(*id)) {
            self.note(File::Demographics, id, About::UnknownUser(id.clone()));
        }
    }

    fn place(&mut self, part: Part, org: &'r str, user: &'r str) {
        let people = match part {
            Part::Pupil => &mut self.pupils,
            Part::Staff => &mut self.staff,
            Part::Family => return,
        };
        people.entry(org).or_default().insert(user);
    }

    fn note(&mut self, file: File, id: &str, about: About) {
        self.astray.push(Note { file, id: id.to_owned(), about });
    }

    /// A class, with the subjects of its course where it says none.
    fn class(&self, class: &Class, notes: &mut Vec<Note>) -> Class {
        let mut class = class.clone();
        let mut note = |about| notes.push(Note { file: File::Classes, id: class.id.clone(), about });
        if let Some(id) = &class.course {
            match self.roster.courses.get(id) {
                Some(course) if class.subjects.is_empty() && class.subject_codes.is_empty() => {
                    class.subjects.clone_from(&course.subjects);
                    class.subject_codes.clone_from(&course.subject_codes);
                }
                None if !self.roster.courses.is_empty() => note(About::UnknownCourse(id.clone())),
                _ => {}
            }
        }
        let sessions = &self.roster.sessions;
        for term in class.terms.iter().filter(|term| !sessions.is_empty() && !sessions.contains_key(*term)) {
            note(About::UnknownSession(term.clone()));
        }
        class
    }

    fn pupil(&self, id: &'r str, families: &mut BTreeSet<&'r str>, notes: &mut Vec<Note>) -> Option<Pupil> {
        let (user, person) = (self.roster.users.get(id)?, self.people.get(id)?);
        let mut guardians = BTreeSet::new();
        let mut note = |about| notes.push(Note { file: File::Users, id: id.to_owned(), about });
        for agent in user.agents.iter().map(String::as_str) {
            match self.people.get(agent) {
                Some(person) if person.can_be(Part::Family) => drop(guardians.insert(agent)),
                Some(_) => note(About::OtherRole(agent.to_owned())),
                None => note(About::UnknownUser(agent.to_owned())),
            }
        }
        // Whoever names a pupil as related may be anybody, and is believed only of the family.
        let family = |agent: &&str| self.people.get(agent).is_some_and(|agent| agent.can_be(Part::Family));
        guardians.extend(person.named_by.iter().copied().filter(family));
        families.extend(guardians.iter().copied());
        let schools: BTreeSet<&str> = person.schools().collect();
        let schools = schools.into_iter().map(str::to_owned).collect();
        let (classes, groups) = self.members(person, Part::Pupil);
        let birth_date = self.roster.births.get(id).filter(|day| !day.is_empty()).cloned();
        let guardians = guardians.into_iter().map(str::to_owned).collect();
        Some(Pupil { profile: user.profile.clone(), birth_date, schools, classes, groups, guardians })
    }

    fn guardian(&self, id: &str) -> Option<Guardian> {
        let (User { profile, .. }, person) = (self.roster.users.get(id)?, self.people.get(id)?);
        let relation = person.roles.iter().find_map(|role| match &role.kind {
            RoleKind::Family(word) => Some(word.clone()),
            _ => None,
        });
        Some(Guardian { profile: profile.clone(), relation })
    }

    fn staff(&self, id: &str) -> Option<Staff> {
        let (User { profile, .. }, person) = (self.roster.users.get(id)?, self.people.get(id)?);
        let roles = person.roles.iter().filter(|role| Part::of(&role.kind) == Part::Staff);
        let roles = roles.map(|role| (*role).clone()).collect();
        let (classes, groups) = self.members(person, Part::Staff);
        Some(Staff { profile: profile.clone(), roles, classes, groups })
    }

    /// The classes that somebody belongs to or has, and those somebody comes to.
    fn members(&self, person: &Person<'_>, part: Part) -> (Vec<Member>, Vec<Member>) {
        let (mut classes, mut groups) = (vec![], vec![]);
        for enrolment in person.enrolments.iter().filter(|enrolment| Part::of(&enrolment.role) == part) {
            let Some(class) = self.roster.classes.get(&enrolment.class) else { continue };
            let member = Member {
                class: class.id.clone(),
                school: class.school.clone(),
                primary: enrolment.primary,
                begin: enrolment.begin.clone(),
                end: enrolment.end.clone(),
            };
            if class.homeroom { &mut classes } else { &mut groups }.push(member);
        }
        (classes, groups)
    }
}

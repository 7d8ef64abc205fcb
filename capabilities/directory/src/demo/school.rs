//! One school and everybody in it.
use super::{
    Batch, Cast, Mint,
    cast::{STAFF, adult},
    names::{ADULTS, CHILDREN, FAMILIES},
    plan::{self, HOME},
};
use crate::Person;
use access::{Role, Unit, UnitKind};
use annuaire::Kind;
use jiff::civil::Date;
use kernel::{Moment, PersonId, UnitId};

/// The calendar year in which this school year began.
fn year(now: Moment) -> i16 {
    let paris = now.paris();
    if paris.month() >= 8 { paris.year() } else { paris.year() - 1 }
}

/// When this school year began.
pub fn since(now: Moment) -> Moment {
    Moment::at_paris(Date::constant(year(now), 9, 1), 8, 0)
}

/// How many of a thousand people are pupils; 70 are staff and the others guardians, more or less.
const PUPILS: u32 = 595;
const WORKERS: u32 = 70;

/// A school being filled.
pub struct School<'s> {
    /// The dice.
    pub mint: &'s mut Mint,
    /// Where its people wait to be written.
    pub batch: &'s mut Batch,
    /// Those to be shown by name.
    pub cast: &'s mut Cast,
    /// The school itself.
    pub unit: &'s Unit,
    /// The instant of the run.
    pub now: Moment,
    /// How many people may still be made.
    pub left: u32,
}

/// A place in a class.
#[derive(Clone, Copy)]
struct Seat {
    class: UnitId,
    age: i16,
}

impl School<'_> {
    /// Makes at most `wanted` pupils in classes of their age, with their guardians, and the staff. A school for which too few
    /// people are left is the last: it takes them all.
    pub fn fill(mut self, kind: Kind, wanted: u32) -> u32 {
        let most = self.left * PUPILS / 1_000;
        let (pupils, last) = (wanted.min(most).max(1), wanted > most);
        let (classes, mut seats) = self.classes(kind, pupils);
        let spare = seats.clone();
        self.cast.schools += 1;
        self.cast.classes += u32::try_from(classes.len()).unwrap_or(0);
        // A teacher, a head and a digital referent at least.
        let workers = (pupils * WORKERS / (PUPILS + WORKERS) + 1).max(3);
        // Collèges are filled first: lycées take part where there are not enough of them.
        if matches!(kind, Kind::College | Kind::Lycee) {
            self.cast.begin(self.unit);
        }
        if self.unit.code == HOME {
            self.home(&classes, &mut seats, workers);
        } else {
            let teacher = self.staff(kind, workers);
            let pupil =
                seats.pop().and_then(|seat| Some((seat.class, self.pupil(seat, self.mint.one(&CHILDREN), "")?)));
            if let (None, Some(teacher), Some((class, pupil))) = (&self.cast.other, teacher, pupil) {
                let class = classes.iter().find(|unit| unit.id == class).cloned();
                self.cast.other = class.map(|class| (self.unit.clone(), class, pupil, teacher));
            }
        }
        while !seats.is_empty() && self.left > 0 {
            self.household(&mut seats);
        }
        for seat in spare.iter().cycle().take(if last { self.left as usize } else { 0 }) {
            self.pupil(*seat, self.mint.one(&CHILDREN), "");
        }
        self.left
    }

    /// The classes, and a seat for each pupil, in no order.
    fn classes(&mut self, kind: Kind, pupils: u32) -> (Vec<Unit>, Vec<Seat>) {
        let (mut classes, mut seats) = (vec![], vec![]);
        for level in plan::classes(kind, pupils) {
            let class = Unit {
                id: self.mint.id(),
                kind: UnitKind::Classe,
                code: format!("{}/{}", self.unit.code, level.code),
                name: level.name,
                closed: false,
            };
            let size = 24 + self.mint.below(7) as usize;
            seats.extend(std::iter::repeat_n(Seat { class: class.id, age: level.age }, size));
            self.batch.class(class.clone(), self.unit.id);
            classes.push(class);
        }
        for at in (1..seats.len()).rev() {
            let other = self.mint.below(u32::try_from(at + 1).unwrap_or(1)) as usize;
            seats.swap(at, other);
        }
        seats.truncate(pupils as usize);
        (classes, seats)
    }

    /// The head, the digital referent, the vie scolaire and the teachers of an ordinary school, or the director and the teachers
    /// of an école; gives back a teacher.
    fn staff(&mut self, kind: Kind, workers: u32) -> Option<Person> {
        let mut teacher = None;
        for number in 0..workers {
            let role = match (kind, number) {
                (Kind::Ecole, 1) => Role::Director,
                (_, 0) | (Kind::Ecole, _) => Role::Teacher,
                (_, 1) => Role::Head,
                (_, 2) => Role::Referent,
                (_, n) if n % 12 == 3 => Role::VieScolaire,
                _ => Role::Teacher,
            };
            let (given, family) = (self.mint.one(&ADULTS), self.mint.one(&FAMILIES));
            let person = self.worker(given, family, role)?;
            teacher = teacher.or(Some(person));
        }
        teacher
    }

    fn worker(&mut self, given: &str, family: &str, role: Role) -> Option<Person> {
        self.left = self.left.checked_sub(1)?;
        let person = adult(self.mint, given, family);
        self.batch.person(&person);
        self.batch.grant(person.id, role, self.unit.id, since(self.now));
        if let Some(team) = self.cast.team(self.unit) {
            team.staff.push((role, person.id));
        }
        if role == Role::Referent {
            // A digital referent is a teacher too.
            self.batch.grant(person.id, Role::Teacher, self.unit.id, since(self.now));
        }
        Some(person)
    }

    /// The staff and the families of the home that a demonstration shows by name, then its other staff.
    fn home(&mut self, classes: &[Unit], seats: &mut Vec<Seat>, workers: u32) {
        for (part, given, family, role) in STAFF {
            let person = self.worker(given, family, role);
            self.cast.named.extend(person.map(|person| (part, person)));
        }
        for number in 6..workers {
            let role = if number % 12 == 0 { Role::VieScolaire } else { Role::Teacher };
            let (given, family) = (self.mint.one(&ADULTS), self.mint.one(&FAMILIES));
            self.worker(given, family, role);
        }
        let class = |code: &str| classes.iter().find(|unit| unit.code.ends_with(code));
        let (Some(fifth), Some(sixth)) = (class("/5B"), class("/6A")) else { return };
        self.cast.home = Some(self.unit.clone());
        self.cast.class = Some(fifth.clone());
        let ines = self.named(seats, fifth.id, "Inès", "Nouvel");
        for (part, given, family) in [("parent", "Julie", "Nouvel"), ("other parent", "Karim", "Haddad")] {
            let parent = self.guardian(given, family, ines.as_ref().map(|p| p.id).as_slice(), true);
            self.cast.named.extend(parent.map(|parent| (part, parent)));
        }
        let maissa = self.named(seats, fifth.id, "Maïssa", "Benali");
        let sami = self.named(seats, sixth.id, "Sami", "Benali");
        let children: Vec<_> = maissa.iter().chain(&sami).map(|child| child.id).collect();
        let samira = self.guardian("Samira", "Benali", &children, true);
        let parts = [("Maïssa", maissa), ("Sami", sami), ("guardian", samira)];
        self.cast.named.extend(parts.into_iter().filter_map(|(part, person)| Some((part, person?))));
    }

    /// A pupil of this name in this class.
    fn named(&mut self, seats: &mut Vec<Seat>, class: UnitId, given: &str, family: &str) -> Option<Person> {
        let at = seats.iter().position(|seat| seat.class == class)?;
        self.pupil(seats.swap_remove(at), given, family)
    }

    /// Children of one family with those who answer for them. Some families have no account yet; some parents live apart,
    /// and do not always answer for the same children.
    fn household(&mut self, seats: &mut Vec<Seat>) {
        let family = self.mint.one(&FAMILIES);
        let count = [1, 1, 1, 1, 2, 2, 2, 2, 3][self.mint.below(9) as usize];
        let mut children: Vec<PersonId> = vec![];
        for _ in 0..count {
            let child = seats.pop().and_then(|seat| self.pupil(seat, self.mint.one(&CHILDREN), family));
            children.extend(child.map(|child| child.id));
        }
        let guardians = match self.mint.below(100) {
            0..22 => 0,
            22..86 => 1,
            _ => 2,
        };
        for number in 0..guardians {
            let apart = self.mint.percent(if number == 0 { 15 } else { 45 });
            let name = if apart { self.mint.one(&FAMILIES) } else { family };
            let some = number == 1 && apart && self.mint.percent(30);
            let answers_for = if some { &children[..children.len().min(1)] } else { &children[..] };
            let (given, authority) = (self.mint.one(&ADULTS), !self.mint.percent(3));
            self.guardian(given, name, answers_for, authority);
        }
    }

    fn pupil(&mut self, seat: Seat, given: &str, family: &str) -> Option<Person> {
        self.left = self.left.checked_sub(1)?;
        let family = if family.is_empty() { self.mint.one(&FAMILIES) } else { family };
        let late = match self.mint.below(100) {
            0..8 => 1,
            98.. => -1,
            _ => 0,
        };
        let year = year(self.now) - seat.age - late;
        let (month, day) = (1 + self.mint.below(12), 1 + self.mint.below(28));
        let mut person = adult(self.mint, given, family);
        person.born = Some(format!("{year:04}-{month:02}-{day:02}"));
        self.batch.person(&person);
        self.batch.grant(person.id, Role::Pupil, seat.class, since(self.now));
        self.cast.pupil(self.unit, person.id);
        if self.cast.class.as_ref().is_some_and(|class| class.id == seat.class) {
            self.cast.pupils.push(person.clone());
        }
        Some(person)
    }

    fn guardian(&mut self, given: &str, family: &str, children: &[PersonId], authority: bool) -> Option<Person> {
        if children.is_empty() {
            return None;
        }
        self.left = self.left.checked_sub(1)?;
        let mut person = adult(self.mint, given, family);
        // Numbers that the regulator keeps for fiction: they ring nowhere.
        let digits = self.mint.below(10_000);
        person.phone = self.mint.percent(90).then(|| format!("+3363998{digits:04}"));
        person.lang = self.mint.percent(12).then(|| self.mint.one(&["ar", "tr", "uk", "en", "pt"]).to_owned());
        self.batch.person(&person);
        for child in children {
            self.batch.guardian(person.id, *child, authority, since(self.now));
        }
        if authority {
            self.cast.family(self.unit, person.id, children);
        }
        Some(person)
    }
}

//! What is counted of a school's year, and how two schools add up.
use std::collections::BTreeMap;

/// So many out of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// How many.
    pub of: i64,
    /// Out of how many.
    pub all: i64,
}

impl Part {
    /// The percentage, rounded; nothing out of nothing says nothing.
    pub fn percent(self) -> Option<i64> {
        (self.all > 0).then(|| (self.of * 200 + self.all).div_euclid(self.all * 2))
    }

    fn and(self, other: Self) -> Self {
        Self { of: self.of + other.of, all: self.all + other.all }
    }
}

/// What families were told and said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Families {
    /// How many were told, a child counted once for each who answers for them.
    pub told: i64,
    /// How many have certainly received it.
    pub received: i64,
    /// How many have read it.
    pub read: i64,
    /// How many have answered.
    pub answered: i64,
    /// Children whose family agrees.
    pub agreed: i64,
    /// Children whose family refuses.
    pub refused: i64,
    /// Children told of.
    pub children: i64,
}

/// What meetings came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Meetings {
    /// How many were held.
    pub held: i64,
    /// Places taken.
    pub seats: i64,
    /// Presences.
    pub came: i64,
}

/// Who followed what, in people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taught {
    /// Method of helping at a distance.
    pub method: i64,
    /// Tools.
    pub tools: i64,
    /// Resources.
    pub resources: i64,
}

/// The numbers of a school's year, or of several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    /// Demands at the help desk.
    pub asked: i64,
    /// Of them, helped.
    pub helped: i64,
    /// Left to the team.
    pub left: i64,
    /// Different pupils helped at the desk.
    pub pupils: i64,
    /// Demands by month, `2026-11`: asked, helped.
    pub months: BTreeMap<String, (i64, i64)>,
    /// Demands by way of being helped, its word first.
    pub modes: BTreeMap<&'static str, i64>,
    /// Of those helped, how many waited less than 5, 10, 20 minutes, and longer.
    pub waited: [i64; 4],
    /// Of those who said anything after being helped, how many said it helped.
    pub good: Part,
    /// Families.
    pub families: Families,
    /// Minutes from a head's approval to the family's information, one for each school.
    pub delays: Vec<i64>,
    /// Meetings.
    pub meetings: Meetings,
    /// Minutes of teachers approved for pay.
    pub minutes: i64,
    /// Minutes not approved yet.
    pub pending: i64,
    /// Teachers who gave hours.
    pub teachers: i64,
    /// Difficulties told by families and colleagues.
    pub difficulties: i64,
    /// Of them, closed.
    pub closed: i64,
    /// Training.
    pub taught: Taught,
}

impl Numbers {
    /// Both together.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        self.asked += other.asked;
        self.helped += other.helped;
        self.left += other.left;
        self.pupils += other.pupils;
        for (month, (asked, helped)) in &other.months {
            let sum = self.months.entry(month.clone()).or_default();
            *sum = (sum.0 + asked, sum.1 + helped);
        }
        for (mode, asked) in &other.modes {
            *self.modes.entry(mode).or_default() += asked;
        }
        for (sum, more) in self.waited.iter_mut().zip(other.waited) {
            *sum += more;
        }
        self.good = self.good.and(other.good);
        let (mine, theirs) = (&mut self.families, &other.families);
        mine.told += theirs.told;
        mine.received += theirs.received;
        mine.read += theirs.read;
        mine.answered += theirs.answered;
        mine.agreed += theirs.agreed;
        mine.refused += theirs.refused;
        mine.children += theirs.children;
        self.delays.extend(&other.delays);
        self.meetings.held += other.meetings.held;
        self.meetings.seats += other.meetings.seats;
        self.meetings.came += other.meetings.came;
        self.minutes += other.minutes;
        self.pending += other.pending;
        self.teachers += other.teachers;
        self.difficulties += other.difficulties;
        self.closed += other.closed;
        self.taught.method += other.taught.method;
        self.taught.tools += other.taught.tools;
        self.taught.resources += other.taught.resources;
        self
    }

    /// The share of children whose family agrees.
    pub fn adhesion(&self) -> Part {
        Part { of: self.families.agreed, all: self.families.children }
    }

    /// The share of demands that were helped.
    pub fn help(&self) -> Part {
        Part { of: self.helped, all: self.asked }
    }

    /// Of those helped, the share that waited less than ten minutes.
    pub fn soon(&self) -> Part {
        Part { of: self.waited[0] + self.waited[1], all: self.waited.iter().sum() }
    }

    /// The share of places taken where the pupil came.
    pub fn came(&self) -> Part {
        Part { of: self.meetings.came, all: self.meetings.seats }
    }

    /// The middle delay from approval to information, in minutes.
    pub fn delay(&self) -> Option<i64> {
        let mut delays = self.delays.clone();
        delays.sort_unstable();
        delays.get(delays.len() / 2).copied()
    }

    /// Hours and minutes approved.
    pub fn hours(&self) -> (i64, i64) {
        (self.minutes / 60, self.minutes % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::{Numbers, Part};

    #[test]
    fn shares_are_rounded_and_nothing_out_of_nothing_says_nothing() {
        let percent = |of, all| Part { of, all }.percent();
        assert_eq!(
            [percent(1, 3), percent(2, 3), percent(1, 2), percent(0, 4)],
            [Some(33), Some(67), Some(50), Some(0)]
        );
        assert_eq!(percent(0, 0), None);
    }

    #[test]
    fn two_schools_add_up_month_by_month() {
        let school = |asked: i64, waited| Numbers {
            asked,
            helped: asked - 1,
            waited,
            months: [("2025-10".to_owned(), (asked, asked - 1))].into(),
            delays: vec![asked],
            ..Numbers::default()
        };
        let both = school(4, [1, 1, 1, 0]).and(&school(8, [7, 0, 0, 0]));
        assert_eq!((both.asked, both.helped, both.months["2025-10"]), (12, 10, (12, 10)));
        assert_eq!((both.soon().percent(), both.delay()), (Some(90), Some(8)));
    }
}

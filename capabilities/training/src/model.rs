//! What a course is.
use access::{Guarded, Units};
use kernel::{Id, Moment, UnitId};
use programme::DispositifId;

/// What the id of a course names.
#[derive(Debug)]
pub enum CourseKind {}
/// The id of a course.
pub type CourseId = Id<CourseKind>;

kernel::words! {
    /// The three things a team learns (the source's own three columns).
    Column {
        /// How one helps with homework at a distance.
        Method = "methode",
        /// The tools one uses.
        Tools = "outils",
        /// The resources one may draw from.
        Resources = "ressources",
    }
}

kernel::words! {
    /// How a course is followed.
    Kind {
        /// Read it.
        Read = "lire",
        /// Watch or listen to it.
        Watch = "voir",
        /// Go to it: a day, a place, seats.
        Workshop = "atelier",
    }
}

impl Kind {
    /// Its icon in the sprite.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Read => "book-open",
            Self::Watch => "lightbulb",
            Self::Workshop => "users-round",
        }
    }
}

kernel::words! {
    /// What one thought of it.
    Opinion {
        /// Useful.
        Useful = "utile",
        /// Partly.
        Partly = "en-partie",
        /// Not for me.
        Useless = "pas-utile",
    }
}

impl Opinion {
    /// Its icon in the sprite.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Useful => "smile",
            Self::Partly => "meh",
            Self::Useless => "frown",
        }
    }
}

/// The longest text of a course, in characters.
pub const LONGEST: usize = 6_000;
/// The longest reason why a course is to be looked at again.
pub const REASON: usize = 300;

/// The day, the place and the seats of a workshop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workshop {
    /// When it begins.
    pub starts_at: Moment,
    /// Where.
    pub place: String,
    /// How many may come.
    pub places: i64,
}

/// What a course says: what its form holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// Of which dispositif; `None` for the whole académie.
    pub dispositif: Option<DispositifId>,
    /// In which column.
    pub column: Column,
    /// How it is followed.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// Its text: paragraphs, one a line.
    pub text: String,
    /// An address outside.
    pub link: Option<String>,
    /// A picture or a sound: its opaque name and its media type.
    pub file: Option<(String, String)>,
    /// How long it takes.
    pub minutes: i64,
    /// For a workshop.
    pub workshop: Option<Workshop>,
}

/// A course, as seen from a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// Its id.
    pub id: CourseId,
    /// Whose it is.
    pub academie: UnitId,
    /// What it says.
    pub content: Content,
    /// Why it is to be looked at again, when somebody said so.
    pub revision: Option<String>,
    /// Whether it was taken off the list.
    pub retired: bool,
    /// The unit from which it is seen: the académie for who steers there, a school for its staff.
    pub seen_from: UnitId,
}

impl Guarded for Course {
    const UNITS: Units = Units::One("c.descendant");
    fn units(&self) -> &[UnitId] {
        std::slice::from_ref(&self.seen_from)
    }
    fn lineage(&self) -> &[UnitId] {
        std::slice::from_ref(&self.seen_from)
    }
}

impl Course {
    /// Whether the workshop is still to come.
    pub fn ahead(&self, now: Moment) -> bool {
        self.content.workshop.as_ref().is_some_and(|workshop| now < workshop.starts_at)
    }
}

/// A school, as the place where a team learns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct School(pub UnitId);

impl Guarded for School {
    const UNITS: Units = Units::One("f.school_id");
    fn units(&self) -> &[UnitId] {
        std::slice::from_ref(&self.0)
    }
    fn lineage(&self) -> &[UnitId] {
        std::slice::from_ref(&self.0)
    }
}

/// An académie, as the place where courses are made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Academie(pub UnitId);

impl Guarded for Academie {
    const UNITS: Units = Units::One("k.academie_id");
    fn units(&self) -> &[UnitId] {
        std::slice::from_ref(&self.0)
    }
    fn lineage(&self) -> &[UnitId] {
        std::slice::from_ref(&self.0)
    }
}

/// Why something is not done. Each is a sentence of the language files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Every seat is taken.
    #[error("training-refused-full")]
    Full,
    /// It has begun: seats are neither taken nor given back.
    #[error("training-refused-begun")]
    Begun,
    /// It has not been held yet: nobody can have followed it.
    #[error("training-refused-ahead")]
    Ahead,
}

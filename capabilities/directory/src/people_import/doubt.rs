//! What a human should look at: the import does what the file says, and says where it may not be what was meant.

/// Something to look at, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToCheck {
    /// The line of the person's first row, or of the class's.
    pub line: u64,
    /// The column.
    pub column: &'static str,
    /// The person as written now, or the class.
    pub said: String,
    /// What is doubtful.
    pub doubt: Doubt,
}

/// What is doubtful.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Perhaps this person, known here or of the file, under another key. They stay two.
    Alike(String),
    /// This person, known at the school by name alone: taken for the same.
    ByName(String),
    /// The key's person was called so; the name has changed.
    Renamed(String),
    /// The same, and somebody of the same family name was born the same day: twins whose keys were exchanged?
    Twins(String),
    /// This many years old: too young or too old for what they are.
    Age(i16),
    /// A pupil, and an adult of a school or a guardian too.
    PupilAndAdult,
    /// A class much like this one of the same school. They stay two.
    Class(String),
    /// A pupil of two classes of one school; the other.
    TwoClasses(String),
    /// What the file says of whom they answer for was said otherwise by somebody: it stays as it is. The child.
    ByHand(String),
    /// They hold more elsewhere than whoever sends the list looks after: what it says of their name, day of birth or number is left.
    Beyond,
}

impl Doubt {
    /// Every name that [`Doubt::key`] can give: a language file has a sentence for each.
    pub const KEYS: [&str; 10] =
        ["alike", "by-name", "renamed", "twins", "age", "pupil-and-adult", "class", "two-classes", "by-hand", "beyond"];

    /// A stable name, by which a language file words it.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Alike(_) => "alike",
            Self::ByName(_) => "by-name",
            Self::Renamed(_) => "renamed",
            Self::Twins(_) => "twins",
            Self::Age(_) => "age",
            Self::PupilAndAdult => "pupil-and-adult",
            Self::Class(_) => "class",
            Self::TwoClasses(_) => "two-classes",
            Self::ByHand(_) => "by-hand",
            Self::Beyond => "beyond",
        }
    }

    /// The other one that the sentence names.
    pub fn other(&self) -> String {
        match self {
            Self::Alike(other)
            | Self::ByName(other)
            | Self::Renamed(other)
            | Self::Twins(other)
            | Self::Class(other)
            | Self::TwoClasses(other)
            | Self::ByHand(other) => other.clone(),
            Self::Age(years) => years.to_string(),
            Self::PupilAndAdult | Self::Beyond => String::new(),
        }
    }
}

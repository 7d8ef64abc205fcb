//! What each form is: how its files are read, of what it may be, which files belong together.
use crate::{
    Form, academie, ecole, files,
    made::{Given, Made, Stopped},
    roster, secondary,
};

impl Form {
    /// What a delivery comes to.
    ///
    /// # Errors
    /// Where its files cannot be read, and why.
    pub fn read(self, given: &Given<'_>) -> Result<Made, Stopped> {
        match self {
            Self::Aaf => academie::read(given),
            Self::Siecle => secondary::read(given),
            Self::Onde => ecole::read(given),
            Self::OneRoster => roster::read(given),
        }
    }

    /// Whether a feed of it may be of an académie.
    pub const fn is_of_academies(self) -> bool {
        matches!(self, Self::Aaf | Self::OneRoster)
    }

    /// Whether a feed of it may be of one school.
    pub const fn is_of_schools(self) -> bool {
        !matches!(self, Self::Aaf)
    }

    /// Whether all that lies in its folder is one delivery: the files do not name the day on which they were made.
    pub const fn comes_together(self) -> bool {
        !matches!(self, Self::Aaf)
    }

    /// The day that these files name, and whether they are complete and not a change to what came before: by their names, those of an
    /// archive among them, or by what is in it.
    pub(crate) fn about(self, archive: &[u8], names: &[String]) -> (Option<String>, bool) {
        match self {
            Self::Aaf => {
                let known = names.iter().find_map(|name| aaf::FileName::of(name));
                let complete = known.as_ref().is_none_or(|known| known.complete);
                (known.and_then(|known| known.made), complete)
            }
            Self::Siecle | Self::Onde => (None, true),
            Self::OneRoster => (None, !(files::is_archive(archive) && roster::is_change(archive))),
        }
    }
}

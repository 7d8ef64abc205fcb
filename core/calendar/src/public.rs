//! The public holidays of France, computed.
use jiff::{
    ToSpan,
    civil::{Date, date},
};

/// A public holiday of metropolitan France.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PublicHoliday {
    /// 1 January.
    NewYear,
    /// The day after Easter.
    EasterMonday,
    /// 1 May.
    Labour,
    /// 8 May.
    Victory,
    /// Thirty-nine days after Easter.
    Ascension,
    /// Fifty days after Easter.
    WhitMonday,
    /// 14 July.
    Bastille,
    /// 15 August.
    Assumption,
    /// 1 November.
    AllSaints,
    /// 11 November.
    Armistice,
    /// 25 December.
    Christmas,
}

impl PublicHoliday {
    /// The public holiday of a day.
    pub fn on(day: Date) -> Option<Self> {
        Some(match (day.month(), day.day()) {
            (1, 1) => Self::NewYear,
            (5, 1) => Self::Labour,
            (5, 8) => Self::Victory,
            (7, 14) => Self::Bastille,
            (8, 15) => Self::Assumption,
            (11, 1) => Self::AllSaints,
            (11, 11) => Self::Armistice,
            (12, 25) => Self::Christmas,
            (3..=6, _) => return Self::after_easter(day),
            _ => return None,
        })
    }

    fn after_easter(day: Date) -> Option<Self> {
        match day.since(easter(day.year())).ok()?.get_days() {
            1 => Some(Self::EasterMonday),
            39 => Some(Self::Ascension),
            50 => Some(Self::WhitMonday),
            _ => None,
        }
    }

    /// What it is called in French.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NewYear => "jour de l’An",
            Self::EasterMonday => "lundi de Pâques",
            Self::Labour => "fête du Travail",
            Self::Victory => "8 mai 1945",
            Self::Ascension => "Ascension",
            Self::WhitMonday => "lundi de Pentecôte",
            Self::Bastille => "fête nationale",
            Self::Assumption => "Assomption",
            Self::AllSaints => "Toussaint",
            Self::Armistice => "11 novembre",
            Self::Christmas => "Noël",
        }
    }
}

/// Easter Sunday, by the Gregorian computus (Butcher, 1876).
#[expect(clippy::many_single_char_names, reason = "the letters of the published computus, to be compared with it")]
pub fn easter(year: i16) -> Date {
    let year = year.clamp(1583, 9_999);
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let days = h + l - 7 * m;
    // 22 March is the earliest Easter.
    date(year, 3, 22).saturating_add(i32::from(days).days())
}

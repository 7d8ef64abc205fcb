//! What a school's protocol says.
use super::words::{Modality, Public};
use crate::{DispositifId, ProtocolId, Stage};
use kernel::{Moment, PersonId, UnitId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The most lines a list of a protocol holds.
pub const LINES: usize = 12;
/// The most places outside school and home.
pub const PLACES: usize = 4;

/// All that a protocol says. Lists of lines are in the school's words; none of them names a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Protocol {
    /// What pupils come for.
    pub publics: BTreeSet<Public>,
    /// The same, in words of the school's own.
    pub other_publics: Vec<String>,
    /// The ways of helping that are on.
    pub modalities: BTreeSet<Modality>,
    /// When: one a day.
    pub hours: Vec<Hours>,
    /// The minute of the day by which the last bus has brought pupils home.
    pub bus_home: Option<u16>,
    /// Whether pupils may work at home.
    pub home: bool,
    /// Where else: the tiers-lieux.
    pub places: Vec<Place>,
    /// With which tools.
    pub tools: Vec<String>,
    /// Whom to ask, besides the RRUPN.
    pub contacts: Vec<String>,
    /// What everybody commits to.
    pub charter: Vec<String>,
}

/// The hours of one day of the week, in minutes since midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Hours {
    /// 1 is Monday.
    pub day: u8,
    /// From.
    pub from: u16,
    /// Until.
    pub to: u16,
}

/// A place where pupils may work: a library, a town hall, an association.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Place {
    /// Its name.
    pub name: String,
    /// Its address.
    pub address: String,
    /// When it is open, in words.
    pub open: String,
    /// How many pupils it seats; 0 when not said.
    pub seats: u32,
}

/// What must still be said before a head can approve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// What pupils come for.
    Publics,
    /// How.
    Modalities,
    /// When.
    Hours,
    /// Where.
    Where,
}

impl Lack {
    /// The sentence.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Publics => "programme-lack-publics",
            Self::Modalities => "programme-lack-modalities",
            Self::Hours => "programme-lack-hours",
            Self::Where => "programme-lack-where",
        }
    }
}

impl Protocol {
    /// What is missing; a protocol that lacks something is not approved.
    pub fn lacks(&self) -> Vec<Lack> {
        let missing = [
            (self.publics.is_empty() && self.other_publics.is_empty(), Lack::Publics),
            (self.modalities.iter().all(|one| *one == Modality::Telephone), Lack::Modalities),
            (self.hours.is_empty(), Lack::Hours),
            (!self.home && self.places.is_empty(), Lack::Where),
        ];
        missing.into_iter().filter_map(|(missing, lack)| missing.then_some(lack)).collect()
    }

    /// Whether this way of helping is on.
    pub fn offers(&self, modality: Modality) -> bool {
        self.modalities.contains(&modality)
    }

    /// The days on which help begins before the last bus has brought everybody home. Wednesdays and Saturdays are left out:
    /// there are no lessons in the afternoon, and no evening bus.
    pub fn before_bus(&self) -> Vec<Hours> {
        let Some(home) = self.bus_home else { return vec![] };
        self.hours.iter().copied().filter(|hours| hours.from < home && !matches!(hours.day, 3 | 6 | 7)).collect()
    }

    /// The hours of a day.
    pub fn on(&self, day: u8) -> Option<Hours> {
        self.hours.iter().copied().find(|hours| hours.day == day)
    }

    /// Every text typed by somebody, to be looked through for names.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let places = self.places.iter().flat_map(|place| [&place.name, &place.address, &place.open]);
        let lists = [&self.other_publics, &self.tools, &self.contacts, &self.charter];
        lists.into_iter().flatten().chain(places).map(String::as_str)
    }
}

/// One version of a school's protocol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its id.
    pub id: ProtocolId,
    /// Counting from 1.
    pub number: i64,
    /// Where it stands.
    pub stage: Stage,
    /// What it says.
    pub content: Protocol,
    /// Who wrote it last.
    pub author: PersonId,
    /// When it was last written.
    pub written_at: Moment,
    /// When the head approved it.
    pub approved_at: Option<Moment>,
    /// When it came into force.
    pub published_at: Option<Moment>,
}

/// The protocol in force in a school, as other slices read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// Its id.
    pub id: ProtocolId,
    /// Of which dispositif.
    pub dispositif: DispositifId,
    /// The template of that dispositif.
    pub template: String,
    /// Of which school.
    pub school: UnitId,
    /// Counting from 1.
    pub version: i64,
    /// What it says.
    pub content: Protocol,
    /// When the head approved it.
    pub approved_at: Moment,
    /// Since when it is in force.
    pub published_at: Moment,
}

/// The lines of a text, trimmed, without empty ones, each at most `most` characters.
pub fn lines(text: &str, most: usize) -> Vec<String> {
    let cut = |line: &str| line.trim().chars().take(most).collect::<String>();
    text.lines().map(cut).filter(|line| !line.is_empty()).take(LINES).collect()
}

/// A time of day as a field of a form gives it (`17:30`, or « 17h30 »), in minutes since midnight.
pub fn minute(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once([':', 'h', 'H'])?;
    let hour: u16 = hour.trim().parse().ok()?;
    let minute: u16 = if minute.trim().is_empty() { 0 } else { minute.trim().get(..2)?.parse().ok()? };
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

/// The same, for the field: `17:30`.
pub fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

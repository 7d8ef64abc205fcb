//! Templates: what a new dispositif starts from, and what it stands on for its whole life.
use crate::{Chapter, Figure, Heading, Modality, Public};
use web::{Slice, given};

/// A model of dispositif, as a slice gives it (`Slice::gives`); texts are French, as the sheets of the académie are.
#[derive(Clone, Copy, Debug)]
pub struct Template {
    /// Its key (`homework`).
    pub key: &'static str,
    /// Its name in French.
    pub name_fr: &'static str,
    /// Its name in English.
    pub name_en: &'static str,
    /// The texts of the sheet.
    pub sheet: &'static [(Heading, &'static str)],
    /// The partners, each with what they do.
    pub partners: &'static [(&'static str, &'static str)],
    /// The steps, each with its month and day.
    pub milestones: &'static [(&'static str, i8, i8)],
    /// The month and day of the bilan.
    pub bilan: (i8, i8),
    /// What pupils come for, as a school's protocol proposes it.
    pub publics: &'static [Public],
    /// The ways of helping that a school's protocol proposes, the first the one that every school has in a demonstration.
    pub modalities: &'static [Modality],
    /// The charter a school starts from.
    pub charter: &'static [&'static str],
    /// The keys of the chapters of its bilan, in their order.
    pub chapters: &'static [&'static str],
    /// The keys of the few figures that sum it up, wherever there is no room for all.
    pub headline: &'static [&'static str],
    /// The keys of the pages that a team works with ([`web::Way::key`]), in their order.
    pub tools: &'static [&'static str],
}

impl Template {
    /// The blank sheet: no text, no tool, every chapter and every choice there is.
    pub const BLANK: Self = Self {
        key: "",
        name_fr: "",
        name_en: "",
        sheet: &[],
        partners: &[],
        milestones: &[],
        bilan: (6, 15),
        publics: Public::ALL,
        modalities: Modality::ALL,
        charter: &[],
        chapters: &[],
        headline: &[],
        tools: &[],
    };

    /// The template of this key among those that the slices give; the blank sheet when none has it.
    pub fn of(slices: &[&'static Slice], key: &str) -> &'static Self {
        given::<Self>(slices).find(|template| template.key == key).unwrap_or(&Self::BLANK)
    }

    /// The chapters of its bilan, in its order; all of them for a blank sheet.
    pub fn chapters(&self, slices: &[&'static Slice]) -> Vec<&'static Chapter> {
        if self.chapters.is_empty() {
            return given::<Chapter>(slices).collect();
        }
        let find = |key: &&str| given::<Chapter>(slices).find(|chapter| chapter.key == *key);
        self.chapters.iter().filter_map(find).collect()
    }

    /// The figures that sum it up, among those of its chapters; where it names none, the first of each chapter.
    pub fn headline(&self, chapters: &[&'static Chapter]) -> Vec<Figure> {
        if self.headline.is_empty() {
            return chapters.iter().filter_map(|chapter| chapter.figures.first()).copied().collect();
        }
        let all = || chapters.iter().flat_map(|chapter| chapter.figures);
        self.headline.iter().filter_map(|key| all().find(|figure| figure.key == *key)).copied().collect()
    }
}

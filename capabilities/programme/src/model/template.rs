//! Templates: what a new dispositif starts from.
use crate::Heading;

/// A model of dispositif, as a slice writes it; texts are French, as the sheets of the académie are.
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
    /// The charter a school starts from.
    pub charter: &'static [&'static str],
    /// Where its report is: the dispositif's id follows, then a slash and the school's for one school; empty for none.
    pub report: &'static str,
}

/// A template as it was put.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Model {
    /// Its key.
    pub key: String,
    /// Its name in French.
    pub name_fr: String,
    /// Its name in English.
    pub name_en: String,
    /// The texts of the sheet.
    pub sheet: Vec<(Heading, String)>,
    /// The partners.
    pub partners: Vec<(String, String)>,
    /// The steps.
    pub milestones: Vec<(String, i8, i8)>,
    /// The month and day of the bilan; June 15th when not said.
    pub bilan: Option<(i8, i8)>,
    /// The charter a school starts from.
    pub charter: Vec<String>,
    /// Where its report is; see [`Template::report`].
    pub report: String,
}

impl From<&Template> for Model {
    fn from(template: &Template) -> Self {
        Self {
            key: template.key.to_owned(),
            name_fr: template.name_fr.to_owned(),
            name_en: template.name_en.to_owned(),
            sheet: template.sheet.iter().map(|(heading, text)| (*heading, (*text).to_owned())).collect(),
            partners: template.partners.iter().map(|(name, role)| ((*name).to_owned(), (*role).to_owned())).collect(),
            milestones: template.milestones.iter().map(|(title, m, d)| ((*title).to_owned(), *m, *d)).collect(),
            bilan: Some(template.bilan),
            charter: template.charter.iter().map(|line| (*line).to_owned()).collect(),
            report: template.report.to_owned(),
        }
    }
}

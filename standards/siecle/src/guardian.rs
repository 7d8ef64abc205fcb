//! The file of guardians: `ResponsablesAvecAdresses.xml`, `ResponsablesSansAdresses.xml`.
use crate::{note::Notes, xml::Element};

/// Somebody who answers for a pupil, or whom to call: a person, or a service in whose care a child is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guardian {
    /// `PERSONNE_ID`: the person's number, the same in every file of the académie, and in no other one.
    pub id: String,
    /// How the person is addressed: `MME`, `M.`
    pub title: Option<String>,
    /// The name on the birth certificate.
    pub family_name: String,
    /// The name the person goes by, when there is another.
    pub used_name: Option<String>,
    /// The first name.
    pub given_name: Option<String>,
    /// The mobile telephone, as the file writes it.
    pub mobile: Option<String>,
    /// The telephone at home, as the file writes it.
    pub home: Option<String>,
    /// The telephone at work, as the file writes it.
    pub work: Option<String>,
    /// The mail address, as the file writes it.
    pub mail: Option<String>,
    /// Whether the person agrees to be sent text messages.
    pub accepts_sms: Option<bool>,
    /// The line of the file, from 1.
    pub line: u64,
}

impl Guardian {
    /// The telephone to try first: the mobile, the one at home, the one at work.
    pub fn phone(&self) -> Option<&str> {
        self.mobile.as_deref().or(self.home.as_deref()).or(self.work.as_deref())
    }

    pub(crate) fn read(record: &Element, notes: &mut Notes) -> Option<Self> {
        Some(Self {
            id: record.needed(&["PERSONNE_ID"], notes)?,
            title: record.said(&["LC_CIVILITE"], notes),
            family_name: record.needed(&["NOM_DE_FAMILLE", "NOM"], notes)?,
            used_name: record.said(&["NOM_USAGE"], notes),
            given_name: record.said(&["PRENOM"], notes),
            mobile: record.said(&["TEL_PORTABLE"], notes),
            home: record.said(&["TEL_PERSONNEL"], notes),
            work: record.said(&["TEL_PROFESSIONNEL"], notes),
            mail: record.said(&["MEL"], notes),
            accepts_sms: record.flag(&["ACCEPTE_SMS"], notes),
            line: record.line,
        })
    }
}

/// What a guardian is to one pupil.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The pupil's number.
    pub pupil: String,
    /// The guardian's number.
    pub guardian: String,
    /// What the guardian may decide; none when the file does not say, or says two things.
    pub standing: Option<Standing>,
    /// `CODE_PARENTE`: `10` is the mother, `20` the father (`1` and `2` before 2020).
    pub relation: Option<String>,
    /// Whether the guardian pays what the school costs.
    pub pays: Option<bool>,
    /// Whether the pupil lives at the guardian's.
    pub houses: Option<bool>,
    /// Whether the guardian is to be called first.
    pub called_first: Option<bool>,
    /// The line of the file, from 1.
    pub line: u64,
}

/// What a guardian may decide for a pupil.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// A legal guardian, who has the authority: `NIVEAU_RESPONSABILITE` 1, or `RESP_LEGAL` 1 and 2 in older files.
    Legal,
    /// Somebody who looks after the pupil, without the authority: `NIVEAU_RESPONSABILITE` 2.
    InCharge,
    /// Somebody to call, without the authority: `NIVEAU_RESPONSABILITE` 3, or `RESP_LEGAL` 0 in older files.
    Contact,
}

impl Link {
    /// Whether the guardian decides for the pupil. What is not said is no.
    pub fn has_authority(&self) -> bool {
        self.standing == Some(Standing::Legal)
    }

    pub(crate) fn read(record: &Element, notes: &mut Notes) -> Option<Self> {
        // A 2 is a second legal guardian in the older files, and in the newer ones somebody without the authority.
        let (level, rank) = (["NIVEAU_RESPONSABILITE"], ["RESP_LEGAL"]);
        let standing = if record.says(&level) {
            record.understood(&level, notes, |level| match level {
                "1" => Some(Standing::Legal),
                "2" => Some(Standing::InCharge),
                "3" => Some(Standing::Contact),
                _ => None,
            })
        } else {
            record.understood(&rank, notes, |rank| match rank {
                "1" | "2" => Some(Standing::Legal),
                "0" => Some(Standing::Contact),
                _ => None,
            })
        };
        Some(Self {
            pupil: record.needed(&["ELEVE_ID"], notes)?,
            guardian: record.needed(&["PERSONNE_ID"], notes)?,
            standing,
            relation: record.said(&["CODE_PARENTE"], notes),
            pays: record.flag(&["PAIE_FRAIS_SCOLAIRES", "RESP_FINANCIER"], notes),
            houses: record.flag(&["HEBERGE_ELEVE"], notes),
            called_first: record.flag(&["A_CONTACTER_EN_PRIORITE", "PERS_CONTACT"], notes),
            line: record.line,
        })
    }
}

//! The attributes that are read, one letter each. The first degree has names of its own for what the second has too.
use crate::Kind;

/// An attribute that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Field {
    // of people
    Name,
    FamilyName,
    GivenName,
    BirthDate,
    Mail,
    Structure,
    Classes,
    Groups,
    // of pupils
    Ine,
    Mef,
    Level,
    Status,
    Entries,
    Exits,
    Links,
    Authority,
    Contact1,
    Quality1,
    Contact2,
    Quality2,
    Father,
    Mother,
    Parents,
    // of guardians
    MobileSms,
    Mobile,
    HomePhone,
    WorkPhone,
    // of staff
    Functions,
    Direction,
    TaughtClasses,
    TaughtGroups,
    ClassSubjects,
    GroupSubjects,
    MainTeacher,
    BeforePupils,
    Teacher,
    // of schools, MEF and subjects
    Uai,
    Label,
    Type,
    Academie,
    AcademieCode,
    SchoolClasses,
    SchoolGroups,
}

impl Field {
    const ALL: [Self; 43] = [
        Self::Name,
        Self::FamilyName,
        Self::GivenName,
        Self::BirthDate,
        Self::Mail,
        Self::Structure,
        Self::Classes,
        Self::Groups,
        Self::Ine,
        Self::Mef,
        Self::Level,
        Self::Status,
        Self::Entries,
        Self::Exits,
        Self::Links,
        Self::Authority,
        Self::Contact1,
        Self::Quality1,
        Self::Contact2,
        Self::Quality2,
        Self::Father,
        Self::Mother,
        Self::Parents,
        Self::MobileSms,
        Self::Mobile,
        Self::HomePhone,
        Self::WorkPhone,
        Self::Functions,
        Self::Direction,
        Self::TaughtClasses,
        Self::TaughtGroups,
        Self::ClassSubjects,
        Self::GroupSubjects,
        Self::MainTeacher,
        Self::BeforePupils,
        Self::Teacher,
        Self::Uai,
        Self::Label,
        Self::Type,
        Self::Academie,
        Self::AcademieCode,
        Self::SchoolClasses,
        Self::SchoolGroups,
    ];

    /// The field that an attribute of this name fills in a record of this kind, when it is kept.
    pub fn of(kind: Kind, name: &str) -> Option<Self> {
        match kind {
            Kind::Pupil => Self::of_person(name).or_else(|| Self::of_pupil(name)),
            Kind::Guardian => Self::of_person(name).or_else(|| Self::of_guardian(name)),
            Kind::Staff => Self::of_person(name).or_else(|| Self::of_staff(name)),
            Kind::School => Self::of_school(name),
            Kind::Mef => (name == "ENTLibelleMef").then_some(Self::Label),
            Kind::Subject => (name == "ENTLibelleMatiere").then_some(Self::Label),
        }
    }

    fn of_person(name: &str) -> Option<Self> {
        Some(match name {
            "sn" | "ENTPersonNom" => Self::Name,
            "ENTPersonNomPatro" => Self::FamilyName,
            "givenName" | "ENTPersonPrenom" => Self::GivenName,
            "ENTPersonDateNaissance" => Self::BirthDate,
            "mail" | "ENTPersonMail" => Self::Mail,
            "ENTPersonStructRattach" => Self::Structure,
            "ENTEleveClasses" | "ENTPersonClasses" => Self::Classes,
            "ENTEleveGroupes" | "ENTPersonGroupes" => Self::Groups,
            _ => return None,
        })
    }

    fn of_pupil(name: &str) -> Option<Self> {
        Some(match name {
            "ENTEleveINE" => Self::Ine,
            "ENTEleveMEF" => Self::Mef,
            "ENTEleveNivFormation" | "ENTEleveNiveau" => Self::Level,
            "ENTEleveStatutEleve" => Self::Status,
            "ENTEleveDateEntreeClasses" => Self::Entries,
            "ENTEleveDateSortieClasses" => Self::Exits,
            "ENTElevePersRelEleve" => Self::Links,
            "ENTEleveAutoriteParentale" => Self::Authority,
            "ENTElevePersRelEleve1" => Self::Contact1,
            "ENTEleveQualitePersRelEleve1" => Self::Quality1,
            "ENTElevePersRelEleve2" => Self::Contact2,
            "ENTEleveQualitePersRelEleve2" => Self::Quality2,
            "ENTElevePere" => Self::Father,
            "ENTEleveMere" => Self::Mother,
            "ENTEleveParents" => Self::Parents,
            _ => return None,
        })
    }

    fn of_guardian(name: &str) -> Option<Self> {
        Some(match name {
            "ENTPersonMobileSMS" => Self::MobileSms,
            "mobile" | "ENTPersRelEleveTelMobile" => Self::Mobile,
            "homePhone" | "ENTPersonTelPerso" => Self::HomePhone,
            "telephoneNumber" | "ENTPersRelEleveTelPro" => Self::WorkPhone,
            _ => return None,
        })
    }

    fn of_staff(name: &str) -> Option<Self> {
        Some(match name {
            "ENTPersonFonctions" => Self::Functions,
            "ENTEnsFonctionDir" => Self::Direction,
            "ENTAuxEnsClasses" => Self::TaughtClasses,
            "ENTAuxEnsGroupes" => Self::TaughtGroups,
            "ENTAuxEnsClassesMatieres" => Self::ClassSubjects,
            "ENTAuxEnsGroupesMatieres" => Self::GroupSubjects,
            "ENTAuxEnsClassesPrincipal" => Self::MainTeacher,
            "PersEducNatPresenceDevantEleves" => Self::BeforePupils,
            "ENTPersonCategorieEnseignant" => Self::Teacher,
            _ => return None,
        })
    }

    fn of_school(name: &str) -> Option<Self> {
        Some(match name {
            "ENTStructureUAI" | "ENTEtablissementUAI" => Self::Uai,
            "ENTStructureNomCourant" => Self::Label,
            "ENTStructureTypeStruct" => Self::Type,
            "ENTServAcAcademie" => Self::Academie,
            "ENTServAcCodeAcademie" | "ENTServCodeAcAcademie" => Self::AcademieCode,
            "ENTStructureClasses" => Self::SchoolClasses,
            "ENTStructureGroupes" => Self::SchoolGroups,
            _ => return None,
        })
    }

    /// Whether an empty value means that there is none any more. Of what makes somebody who he is, it means nothing.
    pub fn can_be_erased(self) -> bool {
        !matches!(self, Self::Name | Self::GivenName | Self::BirthDate | Self::Uai | Self::Label)
    }

    /// Whether its values begin with the id of a school.
    pub fn begins_with_school(self) -> bool {
        matches!(
            self,
            Self::Structure
                | Self::Classes
                | Self::Groups
                | Self::Functions
                | Self::Direction
                | Self::TaughtClasses
                | Self::TaughtGroups
                | Self::ClassSubjects
                | Self::GroupSubjects
                | Self::MainTeacher
        )
    }

    pub fn letter(self) -> char {
        char::from(b'0' + self as u8)
    }

    pub fn lettered(letter: char) -> Option<Self> {
        Self::ALL.get(usize::try_from(u32::from(letter).checked_sub(u32::from('0'))?).ok()?).copied()
    }
}

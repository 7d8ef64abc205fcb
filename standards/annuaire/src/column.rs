//! The columns we read, under every spelling met.
use crate::{Fault, Reason};

/// Where each column stands in this file.
#[derive(Debug)]
pub struct Columns {
    pub heads: Vec<String>,
    at: [Option<usize>; COUNT],
}

/// A column we read.
#[derive(Clone, Copy, Debug)]
pub enum Column {
    Uai,
    Name,
    Type,
    Nature,
    Sector,
    Address,
    Postcode,
    Insee,
    Commune,
    DepartementCode,
    Departement,
    AcademieCode,
    Academie,
    BassinCode,
    Bassin,
    Latitude,
    Longitude,
    Pupils,
    Priority,
    Opened,
    State,
    SeveralSites,
    Mail,
    Phone,
    Web,
    Boarding,
    Ulis,
    Segpa,
}

const COUNT: usize = 28;

/// Each column with its spellings, folded, the best first, and whether a file must have it. The Ministry's own are of June
/// 2023 (`Code postal`, `etablissement_multi_lignes`), of 2024 and of February 2026; the last is the joined table's.
const SPELLINGS: [(Column, &[&str], bool); COUNT] = [
    (Column::Uai, &["uai", "identifiant_de_l_etablissement", "numero_uai"], true),
    (Column::Name, &["nom_etablissement", "nom", "appellation_officielle"], true),
    (Column::Type, &["type_etablissement", "type"], true),
    (Column::Nature, &["libelle_nature", "nature"], false),
    (Column::Sector, &["statut_public_prive", "secteur"], false),
    (Column::Address, &["adresse_1", "adresse"], false),
    (Column::Postcode, &["code_postal"], true),
    (Column::Insee, &["code_commune", "code_insee"], false),
    (Column::Commune, &["nom_commune", "commune"], true),
    (Column::DepartementCode, &["code_departement"], false),
    (Column::Departement, &["libelle_departement", "departement"], true),
    (Column::AcademieCode, &["code_academie"], false),
    (Column::Academie, &["libelle_academie", "academie"], true),
    (Column::BassinCode, &["code_bassin_formation"], false),
    (Column::Bassin, &["libelle_bassin_formation", "bassin"], false),
    (Column::Latitude, &["latitude"], false),
    (Column::Longitude, &["longitude"], false),
    (Column::Pupils, &["nombre_d_eleves", "effectif"], false),
    (Column::Priority, &["appartenance_education_prioritaire", "ep"], false),
    (Column::Opened, &["date_ouverture"], false),
    (Column::State, &["etat"], false),
    (Column::SeveralSites, &["multi_uai", "etablissement_multi_lignes"], false),
    (Column::Mail, &["mail"], false),
    (Column::Phone, &["telephone"], false),
    (Column::Web, &["web"], false),
    (Column::Boarding, &["hebergement", "internat"], false),
    (Column::Ulis, &["ulis"], false),
    (Column::Segpa, &["segpa"], false),
];

impl Columns {
    /// Finds each column among the headings of this line, or says which are missing or stand twice.
    pub fn find(heads: Vec<String>, line: u64) -> Result<Self, Vec<Fault>> {
        let folded: Vec<_> = heads.iter().map(|head| fold(head)).collect();
        let mut at = [None; COUNT];
        let mut faults = vec![];
        for (column, spellings, needed) in SPELLINGS {
            let places = |spelling: &&str| (0..folded.len()).filter(|n| folded[*n] == *spelling).collect::<Vec<_>>();
            let found = spellings.iter().map(places).find(|found| !found.is_empty()).unwrap_or_default();
            match found[..] {
                [] if needed => faults.push(Fault::new(line, spellings[0], "", Reason::MissingColumn)),
                [] => {}
                [place] => at[column as usize] = Some(place),
                [_, second, ..] => faults.push(Fault::new(line, &heads[second], "", Reason::TwiceColumn)),
            }
        }
        if faults.is_empty() { Ok(Self { heads, at }) } else { Err(faults) }
    }

    /// The place of a column, if the file has it.
    pub const fn place(&self, column: Column) -> Option<usize> {
        self.at[column as usize]
    }

    /// The heading of a column as the file spells it.
    pub fn head(&self, column: Column) -> &str {
        self.place(column).map_or("-", |place| &self.heads[place])
    }
}

/// Lower case, without accents, spaces as `_`: `Code postal` and `code_postal` are one.
fn fold(head: &str) -> String {
    let plain = |letter: char| match letter {
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'à' | 'â' => 'a',
        'ç' => 'c',
        ' ' | '-' | '\'' | '’' | '\u{a0}' => '_',
        letter => letter,
    };
    head.trim().to_lowercase().chars().map(plain).collect()
}

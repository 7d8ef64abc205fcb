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
    Sector,
    Address,
    Postcode,
    Commune,
    DepartementCode,
    Departement,
    Academie,
    BassinCode,
    Bassin,
    Latitude,
    Longitude,
    Pupils,
    State,
}

const COUNT: usize = 16;

/// Each column with its spellings, folded to lower case, and whether a file must have it.
const SPELLINGS: [(Column, &[&str], bool); COUNT] = [
    (Column::Uai, &["uai", "identifiant_de_l_etablissement", "numero_uai"], true),
    (Column::Name, &["nom_etablissement", "nom", "appellation_officielle"], true),
    (Column::Type, &["type_etablissement", "type"], true),
    (Column::Sector, &["statut_public_prive", "secteur"], false),
    (Column::Address, &["adresse_1", "adresse"], false),
    (Column::Postcode, &["code_postal"], true),
    (Column::Commune, &["nom_commune", "commune"], true),
    (Column::DepartementCode, &["code_departement"], false),
    (Column::Departement, &["libelle_departement", "departement"], true),
    (Column::Academie, &["libelle_academie", "academie"], true),
    (Column::BassinCode, &["code_bassin_formation"], false),
    (Column::Bassin, &["libelle_bassin_formation", "bassin"], false),
    (Column::Latitude, &["latitude"], false),
    (Column::Longitude, &["longitude"], false),
    (Column::Pupils, &["nombre_d_eleves", "effectif"], false),
    (Column::State, &["etat"], false),
];

impl Columns {
    /// Finds each column among the headings, or says which are missing or stand twice.
    pub fn find(heads: Vec<String>) -> Result<Self, Vec<Fault>> {
        let folded: Vec<_> = heads.iter().map(|head| head.trim().to_lowercase()).collect();
        let mut at = [None; COUNT];
        let mut faults = vec![];
        for (column, spellings, needed) in SPELLINGS {
            let found: Vec<_> = (0..folded.len()).filter(|n| spellings.contains(&folded[*n].as_str())).collect();
            match found[..] {
                [] if needed => faults.push(fault(spellings[0], Reason::MissingColumn)),
                [] => {}
                [place] => at[column as usize] = Some(place),
                [_, second, ..] => faults.push(fault(&heads[second], Reason::TwiceColumn)),
            }
        }
        if faults.is_empty() { Ok(Self { heads, at }) } else { Err(faults) }
    }

    /// The place of a column, if the file has it.
    pub fn place(&self, column: Column) -> Option<usize> {
        self.at[column as usize]
    }

    /// The heading of a column as the file spells it.
    pub fn head(&self, column: Column) -> &str {
        self.place(column).map_or("-", |place| &self.heads[place])
    }
}

fn fault(column: &str, reason: Reason) -> Fault {
    let column = if column.trim().is_empty() { "-".to_owned() } else { column.to_owned() };
    Fault { line: 1, column, value: String::new(), reason }
}

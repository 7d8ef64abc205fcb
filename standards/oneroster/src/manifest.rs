//! What a delivery says of itself, before anything else is read.
use crate::{Fault, File, Reason, row::Row, table::Table};
use std::{collections::BTreeMap, io::Read};

/// The version of the standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// A user has one role, in the users' file.
    V1_1,
    /// A user has roles, in a file of their own.
    V1_2,
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Everything: what is not in it is no more.
    Bulk,
    /// What changed.
    Delta,
    /// Nothing: it is not there.
    Absent,
}

/// The manifest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    /// The version.
    pub version: Version,
    /// What each file holds, where it is said.
    pub modes: BTreeMap<File, Mode>,
    /// The system that made the delivery, when said.
    pub system: Option<String>,
}

impl Manifest {
    /// Reads `manifest.csv`.
    pub(crate) fn read<R: Read>(name: &str, bytes: R, most: u64) -> Result<Self, Fault> {
        let mut table = Table::of(name, bytes, most)?;
        needed(&table, &["propertyName", "value"])?;
        let (mut version, mut modes, mut system, mut odd) = (None, BTreeMap::new(), None, vec![]);
        while table.next()? {
            let row = Row::of(&table, &mut odd);
            let value = row.cell("value").to_lowercase();
            match row.cell("propertyName") {
                "oneroster.version" if value.starts_with("1.1") => version = Some(Version::V1_1),
                "oneroster.version" if value.starts_with("1.2") => version = Some(Version::V1_2),
                "oneroster.version" => return Err(table.fault("value", &value, Reason::Version)),
                "source.systemName" if value != "absent" => system = row.said("value"),
                property => {
                    let named = |file: &File| property.strip_prefix("file.") == Some(file.name());
                    let Some(file) = File::ALL.into_iter().find(named) else { continue };
                    let mode = match value.as_str() {
                        "bulk" => Mode::Bulk,
                        "delta" => Mode::Delta,
                        "absent" | "" => Mode::Absent,
                        _ => return Err(table.fault("value", &value, Reason::Mode)),
                    };
                    modes.insert(file, mode);
                }
            }
        }
        let version = version.ok_or_else(|| table.fault("value", "", Reason::Version))?;
        Ok(Self { version, modes, system })
    }

    /// Whether some file holds only what changed.
    pub fn is_delta(&self) -> bool {
        self.modes.values().any(|mode| *mode == Mode::Delta)
    }

    /// What a file holds that is there: everything, when the manifest does not speak of it.
    pub fn mode(&self, file: File) -> Mode {
        self.modes.get(&file).copied().unwrap_or(Mode::Bulk)
    }
}

/// Whether the headings that a file needs are there.
pub(crate) fn needed<R: Read>(table: &Table<R>, columns: &[&str]) -> Result<(), Fault> {
    let there = |column: &&&str| table.heads.iter().any(|head| head.eq_ignore_ascii_case(column));
    match columns.iter().find(|column| !there(column)) {
        Some(column) => Err(table.fault(column, "", Reason::MissingColumn)),
        None => Ok(()),
    }
}

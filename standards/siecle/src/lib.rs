//! The exports of a French secondary school, in XML: SIECLE has its pupils and their guardians, STS its staff and what
//! it teaches.
//!
//! A secretariat takes `ElevesSansAdresses.zip`, `ResponsablesAvecAdresses.zip`, `Nomenclature.zip`, `Structures.zip`
//! and `sts_emp_….xml` from the Ministry's applications. [`Exports`] reads any of them, packed or not, in any order, by
//! their root element; [`School`] is what they say together.
//!
//! What tells who is taught, by whom, and who answers for whom is read, and no more: no sex, no nationality, no place
//! of birth, no address, no occupation, no scholarship. Nothing is decided: a pupil who left is there with the day, a
//! guardian without authority is there too.
//!
//! No input or output of its own: the caller gives the bytes and says how many may be read. Unsound XML refuses the
//! file, with the line; a value that cannot be understood is left out, and noted.
mod exports;
mod fault;
mod field;
mod guardian;
mod join;
mod nomenclature;
mod note;
mod part;
mod pupil;
mod school;
mod source;
mod staff;
mod structure;
#[cfg(test)]
mod tests;
mod xml;

pub use exports::{Exports, Limits};
pub use fault::{Fault, Reason};
pub use guardian::{Guardian, Link, Standing};
pub use nomenclature::{Mef, Subject};
pub use note::{Note, Remark};
pub use pupil::Pupil;
pub use school::{File, Kind, School, Teaching};
pub use staff::{Discipline, MainTeacher, Staff, StaffId};
pub use structure::{Division, Group, Service};

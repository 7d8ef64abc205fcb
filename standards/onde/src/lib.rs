//! ONDE (formerly « base élèves 1er degré »): an elementary school's three extractions, of its pupils, of those who
//! answer for them and of its teachers.
//!
//! A director takes `CSVExtraction-eleves.csv`, `CSVExtraction-responsables.csv` and `CSVExtraction-enseignants.csv`
//! from the Ministry's application: semicolons, quotation marks or none, ISO-8859-1 or UTF-8. [`Extractions`] reads any
//! of them, in any order, by their headings; [`School`] is what they say together.
//!
//! They have no numbers: a guardian's line repeats the names and the class of each child. Where two pupils answer to
//! these, or none does, it is said, and nobody chooses. What tells who is taught, by whom, and who answers for whom is
//! read, and no more: no sex, no address, no consent given to others.
//!
//! No input or output: bytes in, a school out. A spoilt table refuses the file, with line and column; a value that
//! cannot be understood is left out, and noted.
mod cells;
mod extractions;
mod fault;
mod guardian;
mod note;
mod pupil;
mod school;
mod teacher;
#[cfg(test)]
mod tests;

pub use extractions::Extractions;
pub use fault::{Fault, Reason};
pub use guardian::{Child, Guardian, Match};
pub use note::{Note, Remark};
pub use pupil::Pupil;
pub use school::{Class, File, Kind, School};
pub use teacher::Teacher;

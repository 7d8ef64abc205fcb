//! Bytes people send: kept in a folder or in S3, under opaque names; admitted by what they are, not by what they claim.
//!
//! Invariants: a file's name says nothing of a person; a picture, a sound or a film leaves what it says beside what it shows (place,
//! device, people) at the door; what it claims of its size is known before anything is allocated for it.
mod admit;
mod film;
mod keep;
mod picture;
mod riff;
mod sound;
mod strip;
#[cfg(test)]
mod tests;

pub use admit::{Kind, NotAdmitted, admit, admit_table};
pub use keep::{Error, Files, Place};
pub use strip::strip;

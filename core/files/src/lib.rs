//! Bytes people send: kept in a folder or in S3, under opaque names; admitted by what they are, not by what they claim.
//!
//! Invariants: a file's name says nothing of a person; a picture leaves its EXIF (place, device) at the door.
mod admit;
mod keep;
#[cfg(test)]
mod tests;

pub use admit::{Kind, NotAdmitted, admit, strip};
pub use keep::{Error, Files, Place};

//! Tables that the programs of schools export: rows under headings, each with its place.
//!
//! Semicolons, commas or tabs; quotation marks or none; UTF-8 or Windows-1252. A reader of one such export says what it
//! bears ([`Shape`]), reads a [`Table`], and looks for its headings by any of their spellings. No input or output: bytes
//! in, rows out, or a [`Fault`] with its line and column. Who reads an export has a reason type of its own, with more
//! reasons than a table has: [`Fault`] bears any.
mod fault;
mod rows;
mod text;

pub use fault::{Fault, Reason, shown};
pub use rows::{Heading, Row, Shape, Table};
pub use text::{decode, fold};

//! A school's lessons, as its timetable program gives them: iCalendar (RFC 5545), or a table.
//!
//! [`Plan::read`] knows which of the two it has. Of iCalendar, what EDT, Pronote, aSc, Google and Outlook export:
//! single lessons, rules of every day or of every week, what is left out, added, moved or cancelled; who, what and
//! where as the description's lines say (`Classe : 2GT1`). Of a table (CSV), a row for each lesson of the week, or of
//! one day, under French or English headings. [`Plan::expand`] gives the lessons of some days.
//!
//! Times are those of the file's time zone, and right over the change of hour; a time without zone is of Paris, and a
//! rule in UTC stays in UTC, as the RFC has it. No holiday is assumed. Which week is A and which is B, the caller says.
//! A rule that is not read is noted, and its first lesson alone is taken.
//!
//! STS (`sts_emp_….xml`) says who teaches what to whom, how many hours, and never when: `siecle` reads it.
//!
//! No input or output: bytes in, lessons out. A spoilt file is refused, with its line; a value that cannot be
//! understood is left out, and noted.
mod about;
mod calendar;
mod cells;
mod event;
mod fault;
mod lesson;
mod line;
mod note;
mod plan;
mod row;
mod rule;
mod slot;
#[cfg(test)]
mod tests;
mod text;
mod week;
mod when;

pub use about::About;
pub use fault::{Fault, Reason};
pub use lesson::{Lesson, Timetable};
pub use note::{Note, Remark};
pub use plan::Plan;
pub use week::{Week, alternating};

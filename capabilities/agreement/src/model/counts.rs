//! Figures of a school.

/// What is counted of a school: no name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Announcements: one a guardian and child.
    pub told: i64,
    /// Those that left or were shown.
    pub informed: i64,
    /// Those that arrived.
    pub received: i64,
    /// Those that were read.
    pub read: i64,
    /// Those that could not be delivered.
    pub failed: i64,
    /// Those answered.
    pub answered: i64,
    /// Children whose families were told.
    pub children: i64,
    /// Children whose family agrees.
    pub agreed: i64,
    /// Children whose family refuses.
    pub refused: i64,
    /// What families said stands in their way.
    pub concerns: i64,
    /// What was proposed to them.
    pub proposals: i64,
    /// What they took.
    pub accepted: i64,
    /// Minutes from the head's approval to the information of half of the families.
    pub delay: Option<i64>,
}

impl Counts {
    /// Children whose family has not answered.
    pub fn silent(&self) -> i64 {
        (self.children - self.agreed - self.refused).max(0)
    }
}

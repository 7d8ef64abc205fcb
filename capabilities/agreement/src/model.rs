//! What a family said.

/// Where the agreement of a child's family stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// At least one holder of parental authority agrees, and none refuses.
    Agreed,
    /// A holder of parental authority refuses, or took their agreement back.
    Refused,
    /// Nobody has answered.
    Silent,
}

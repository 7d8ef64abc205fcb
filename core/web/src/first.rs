//! From an empty house to a first evening: each slice names the steps that are its own.

/// A step, done or to be done, for whoever administers the platform. A slice gives it among its `gives`.
#[derive(Clone, Copy, Debug)]
pub struct FirstStep {
    /// Where it stands among the others, from 1.
    pub rank: u32,
    /// The key of its name.
    pub key: &'static str,
    /// The key of what to do, or what it is good for.
    pub text: &'static str,
    /// The page where it is done.
    pub href: &'static str,
    /// The statement that gives a row once it is done; `?1` is the present instant.
    pub done: &'static str,
}

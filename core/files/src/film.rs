//! Films, and sounds in the same containers: what they hold, and what is kept of it. Nothing moves: what goes becomes free space, so
//! that every place a file names is still right.
//!
//! Read as far as it goes: what does not follow the container's rules ends the walk, and is blank from there.
pub mod mp4;
mod samples;
pub mod webm;

/// A part of the bytes: where its content begins and ends.
pub type Span = (usize, usize);

/// What a container holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Pictures that move.
    Film,
    /// Sound alone.
    Sound,
    /// Something coded as only old telephones play it.
    Old,
    /// Neither.
    Nothing,
}

fn blank(bytes: &mut [u8], (from, to): Span) {
    bytes.get_mut(from..to).unwrap_or_default().fill(0);
}

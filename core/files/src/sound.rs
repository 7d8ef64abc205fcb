//! Sounds: what is kept of each format to play them.
pub mod mpeg;
pub mod ogg;
pub mod wav;

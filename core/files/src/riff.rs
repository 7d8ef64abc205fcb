//! RIFF, the container of WAV and of WebP: chunks with their kind and length.
use crate::strip::{cut, whole};

/// The length that a file or a chunk says of itself.
pub fn length(bytes: &[u8]) -> u32 {
    bytes.get(4..8).and_then(|four| four.try_into().ok()).map_or(0, u32::from_le_bytes)
}

/// The kind of each chunk, and all of it from its kind to its padding.
pub fn chunks(mut rest: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    std::iter::from_fn(move || {
        let (kind, length) = (rest.get(..4)?, length(rest));
        let (chunk, next) = cut(rest, whole(length, 8).saturating_add(usize::from(length % 2 == 1)));
        rest = next;
        Some((kind, chunk))
    })
}

/// The head of a file of this form, with room for as many bytes.
pub fn begin(form: [u8; 4], room: usize) -> Vec<u8> {
    let mut file = Vec::with_capacity(room);
    file.extend_from_slice(b"RIFF\0\0\0\0");
    file.extend_from_slice(&form);
    file
}

/// Writes into its head how long it has become.
pub fn end(mut file: Vec<u8>) -> Vec<u8> {
    let length = u32::try_from(file.len().saturating_sub(8)).unwrap_or(u32::MAX);
    if let Some(place) = file.get_mut(4..8) {
        place.copy_from_slice(&length.to_le_bytes());
    }
    file
}

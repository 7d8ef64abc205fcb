//! What a file says beside what it shows: where, when and with what it was taken, by whom. That is nobody's business.
//!
//! A list of what to drop is never whole, so each format has a list of what is kept: what is needed to show or to play it. What is
//! looked at or heard is never decoded, nor coded again. In the containers of films nothing moves: what goes becomes free space.
//! A file cut short stays as far as it goes.
use crate::{
    Kind,
    film::{mp4, webm},
    picture::{gif, jpeg, png, webp},
    sound::{mpeg, ogg, wav},
};
use bytes::Bytes;

/// The file without what it says of its making. Needs at most the memory of the file a second time.
pub fn strip(kind: Kind, bytes: Bytes) -> Bytes {
    let shown = match kind.media() {
        "image/jpeg" => jpeg::shown(&bytes),
        "image/png" => png::shown(&bytes),
        "image/webp" => webp::shown(&bytes),
        "image/gif" => gif::shown(&bytes),
        "audio/mpeg" | "audio/aac" => mpeg::heard(&bytes),
        "audio/wav" => wav::heard(&bytes),
        "audio/ogg" => ogg::heard(&bytes),
        "audio/mp4" | "video/mp4" => in_place(&bytes, mp4::quiet),
        "audio/webm" | "video/webm" => in_place(&bytes, webm::quiet),
        _ => return bytes,
    };
    Bytes::from(shown)
}

fn in_place(bytes: &[u8], quiet: fn(&mut [u8])) -> Vec<u8> {
    let mut shown = bytes.to_vec();
    quiet(&mut shown);
    shown
}

/// The first `length` bytes, fewer where the file ends before, and the rest.
pub fn cut(bytes: &[u8], length: usize) -> (&[u8], &[u8]) {
    bytes.split_at_checked(length).unwrap_or((bytes, &[]))
}

/// A length of four bytes, and what it leaves out.
pub fn whole(length: u32, more: usize) -> usize {
    usize::try_from(length).unwrap_or(usize::MAX).saturating_add(more)
}

//! `WebP`.
use super::turn;
use crate::{
    riff,
    strip::{cut, whole},
};

const SHOWN: [&[u8; 4]; 7] = [b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];
/// What the head of a long form says it holds: EXIF, and EXIF or XMP.
const EXIF: u8 = 0b1000;
const SAYS: u8 = 0b1100;

fn chunks(bytes: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let (within, _) = cut(bytes, whole(riff::length(bytes), 8));
    riff::chunks(cut(within, 12).1)
}

/// What shows the picture, and how it is to be turned.
pub fn shown(bytes: &[u8]) -> Vec<u8> {
    let (mut shown, mut flags, mut exif) = (riff::begin(*b"WEBP", bytes.len()), None, None);
    for (kind, chunk) in chunks(bytes) {
        if SHOWN.iter().any(|shown| *shown == kind) {
            let start = shown.len();
            shown.extend_from_slice(chunk);
            if let (b"VP8X", Some(says)) = (kind, shown.get_mut(start + 8)) {
                *says &= !SAYS;
                flags = flags.or(Some(start + 8));
            }
        } else if let (b"EXIF", None, Some(at)) = (kind, exif, flags) {
            exif = Some(turn::read(chunk.get(8..).unwrap_or_default()));
            if let (Some(Some(turn)), Some(says)) = (exif, shown.get_mut(at)) {
                *says |= EXIF;
                shown.extend_from_slice(b"EXIF\x1a\0\0\0");
                shown.extend_from_slice(&turn::write(turn));
            }
        }
    }
    riff::end(shown)
}

/// Whether it is as long as it says, and what shows it is whole.
pub fn is_whole(bytes: &[u8]) -> bool {
    let pixels = |kind: &[u8]| matches!(kind, b"VP8 " | b"VP8L" | b"ANMF");
    let cut = |chunk: &[u8]| chunk.len() < whole(riff::length(chunk), 8);
    bytes.len() >= whole(riff::length(bytes), 8)
        && chunks(bytes).any(|(kind, chunk)| pixels(kind) && chunk.len() > 8)
        && !chunks(bytes).any(|(kind, chunk)| SHOWN.iter().any(|shown| *shown == kind) && cut(chunk))
}

/// Width and height, as its first part says.
pub fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let (kind, chunk) = chunks(bytes).find(|(kind, _)| matches!(*kind, b"VP8X" | b"VP8 " | b"VP8L"))?;
    let short = |at| Some(u32::from(u16::from_le_bytes(chunk.get(at..at + 2)?.try_into().ok()?)));
    let long = |at: usize| Some(short(at)? | u32::from(*chunk.get(at + 2)?) << 16);
    match kind {
        b"VP8X" => Some((long(12)? + 1, long(15)? + 1)),
        b"VP8 " => Some((short(14)? & 0x3fff, short(16)? & 0x3fff)),
        _ => {
            let both = short(9)? | short(11)? << 16;
            Some(((both & 0x3fff) + 1, (both >> 14 & 0x3fff) + 1))
        }
    }
}

//! PNG.
use super::turn;
use crate::strip::{cut, whole};

const SHOWN: [&[u8; 4]; 15] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"pHYs",
    b"acTL", b"fcTL", b"fdAT",
];

/// The longest description of colours that is kept, in bytes: it comes compressed, a thousandth of what it becomes at most.
const COLOURS: usize = 16 * 1024;

/// Each chunk up to the last: its kind, and all of it.
fn chunks(bytes: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let (_, mut rest) = cut(bytes, 8);
    std::iter::from_fn(move || {
        let (length, _) = rest.split_first_chunk()?;
        let (chunk, next) = cut(rest, whole(u32::from_be_bytes(*length), 12));
        let kind = chunk.get(4..8).unwrap_or_default();
        rest = if kind == b"IEND" { &[] } else { next };
        Some((kind, chunk))
    })
}

/// What shows the picture, how it is to be turned, and the credential baked into a badge.
pub fn shown(bytes: &[u8]) -> Vec<u8> {
    let mut shown = Vec::with_capacity(bytes.len());
    shown.extend_from_slice(cut(bytes, 8).0);
    let (mut turned, mut baked) = (false, false);
    for (kind, chunk) in chunks(bytes) {
        let says = chunk.get(8..).unwrap_or_default();
        match kind {
            b"eXIf" if !turned => {
                turned = true;
                let turn = turn::read(says);
                shown.extend(turn.map(|turn| write(*b"eXIf", &turn::write(turn))).unwrap_or_default());
            }
            b"iTXt" if !baked && is_credential(says) => {
                baked = true;
                shown.extend_from_slice(chunk);
            }
            b"iCCP" if says.len() > COLOURS => {}
            kind if SHOWN.iter().any(|shown| *shown == kind) => shown.extend_from_slice(chunk),
            _ => {}
        }
    }
    shown
}

/// Open Badges 2 and 3 each have a keyword; the credential behind it is never compressed.
fn is_credential(says: &[u8]) -> bool {
    says.starts_with(b"openbadges\0\0\0") || says.starts_with(b"openbadgecredential\0\0\0")
}

fn write(kind: [u8; 4], says: &[u8]) -> Vec<u8> {
    let length = u32::try_from(says.len()).unwrap_or(u32::MAX).to_be_bytes();
    let summed = [&kind, says].concat();
    [&length[..], &summed, &sum(&summed).to_be_bytes()].concat()
}

/// The sum at the end of a chunk (CRC-32).
fn sum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 })
    })
}

/// Whether each chunk is whole, from the head by way of pixels to the end.
pub fn is_whole(bytes: &[u8]) -> bool {
    let long = |chunk: &[u8]| chunk.first_chunk().map_or(0, |length| whole(u32::from_be_bytes(*length), 12));
    let pixels = chunks(bytes).any(|(kind, chunk)| kind == b"IDAT" && long(chunk) > 12);
    let begins = chunks(bytes).next().is_some_and(|(kind, chunk)| kind == b"IHDR" && chunk.len() == 25);
    let ends = chunks(bytes).last().is_some_and(|(kind, _)| kind == b"IEND");
    begins && pixels && ends && chunks(bytes).all(|(_, chunk)| chunk.len() == long(chunk))
}

/// Width and height, as its head says.
pub fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let (_, head) = chunks(bytes).find(|(kind, _)| *kind == b"IHDR")?;
    let four = |at| head.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes);
    Some((four(8)?, four(12)?))
}

//! What a picture or a film says beside what it shows: where, when and with what it was taken, by whom. That is nobody's business.
//!
//! A list of what to drop is never whole, so each format has a list of what is kept: what is needed to show the picture.
//! In the container of films and sounds of telephones, what goes becomes free space (`film.rs`); browsers write nothing there.
//! A picture cut short stays as far as it goes.
use crate::{Kind, film};
use bytes::Bytes;

/// The picture, the film or the sound without what it says of its making. Other files pass unchanged.
pub fn strip(kind: Kind, bytes: Bytes) -> Bytes {
    let shown = match kind {
        Kind::Picture("image/jpeg") => jpeg(&bytes),
        Kind::Picture("image/png") => png(&bytes),
        Kind::Picture("image/webp") => webp(&bytes),
        Kind::Picture("image/gif") => gif(&bytes),
        Kind::Film("video/mp4") | Kind::Sound("audio/mp4") => {
            let mut shown = bytes.to_vec();
            film::mp4_quiet(&mut shown);
            shown
        }
        _ => return bytes,
    };
    Bytes::from(shown)
}

/// The first `length` bytes, fewer where the file ends before, and the rest.
fn cut(bytes: &[u8], length: usize) -> (&[u8], &[u8]) {
    bytes.split_at_checked(length).unwrap_or((bytes, &[]))
}

/// A length of four bytes, and what it leaves out.
fn whole(length: u32, more: usize) -> usize {
    usize::try_from(length).unwrap_or(usize::MAX).saturating_add(more)
}

const END_OF_JPEG: u8 = 0xd9;
const SCAN: u8 = 0xda;

/// Segments up to the end of the first image: a telephone may put others behind it, each with its own place.
fn jpeg(bytes: &[u8]) -> Vec<u8> {
    let mut shown = vec![0xff, 0xd8];
    let (_, mut rest) = cut(bytes, 2);
    let mut scan = false;
    loop {
        // In the data of a scan, 0xff is followed by 0 or is a restart; repeated, it fills.
        let marker = |two: &[u8]| matches!(two, [0xff, kind] if !matches!(kind, 0 | 0xd0..=0xd7 | 0xff));
        let (data, next) = cut(rest, rest.windows(2).position(marker).unwrap_or(rest.len()));
        if scan {
            shown.extend_from_slice(data);
        }
        let [0xff, kind, next @ ..] = next else { break };
        scan = *kind == SCAN;
        rest = match kind {
            &END_OF_JPEG => break,
            // These two stand alone.
            0x01 | 0xd8 => next,
            kind => {
                let Some((length, _)) = next.split_first_chunk() else { break };
                let length = usize::from(u16::from_be_bytes(*length)).max(2);
                let Some((segment, next)) = next.split_at_checked(length) else { break };
                if shows_jpeg(*kind, segment.get(2..).unwrap_or_default()) {
                    shown.extend_from_slice(&[0xff, *kind]);
                    shown.extend_from_slice(segment);
                }
                next
            }
        };
    }
    shown.extend_from_slice(&[0xff, END_OF_JPEG]);
    shown
}

/// Of the segments of applications, the shape of a pixel, the profile of colours and how they are coded; no comment.
fn shows_jpeg(kind: u8, says: &[u8]) -> bool {
    match kind {
        0xe0 => says.starts_with(b"JFIF\0"),
        0xe2 => says.starts_with(b"ICC_PROFILE\0"),
        0xee => says.starts_with(b"Adobe"),
        0xe1..=0xef | 0xfe => false,
        _ => true,
    }
}

fn png(bytes: &[u8]) -> Vec<u8> {
    const SHOWN: [&[u8; 4]; 15] = [
        b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"pHYs",
        b"acTL", b"fcTL", b"fdAT",
    ];
    let (signature, mut rest) = cut(bytes, 8);
    let mut shown = signature.to_vec();
    while let Some((length, _)) = rest.split_first_chunk() {
        let (chunk, next) = cut(rest, whole(u32::from_be_bytes(*length), 12));
        let kind = chunk.get(4..8).unwrap_or_default();
        if SHOWN.iter().any(|shown| *shown == kind) {
            shown.extend_from_slice(chunk);
        }
        rest = if kind == b"IEND" { &[] } else { next };
    }
    shown
}

fn webp(bytes: &[u8]) -> Vec<u8> {
    const SHOWN: [&[u8; 4]; 7] = [b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];
    /// What a header says of EXIF and XMP.
    const SAYS: u8 = 0b0000_1100;
    let size = |bytes: &[u8]| bytes.get(4..8).and_then(|four| four.try_into().ok()).map_or(0, u32::from_le_bytes);
    let (within, _) = cut(bytes, whole(size(bytes), 8));
    let (_, mut rest) = cut(within, 12);
    let mut shown = vec![];
    while !rest.is_empty() {
        let length = size(rest);
        let (chunk, next) = cut(rest, whole(length, 8).saturating_add(usize::from(length % 2 == 1)));
        let kind = chunk.get(..4).unwrap_or_default();
        if SHOWN.iter().any(|shown| *shown == kind) {
            let start = shown.len();
            shown.extend_from_slice(chunk);
            if let (b"VP8X", Some(flags)) = (kind, shown.get_mut(start + 8)) {
                *flags &= !SAYS;
            }
        }
        rest = next;
    }
    let length = u32::try_from(shown.len() + 4).unwrap_or(u32::MAX).to_le_bytes();
    [&b"RIFF"[..], &length, b"WEBP", &shown].concat()
}

fn gif(bytes: &[u8]) -> Vec<u8> {
    let palette = |flags: Option<&u8>| flags.filter(|flags| *flags & 0x80 != 0).map_or(0, |flags| 6 << (flags & 7));
    let (head, mut rest) = cut(bytes, 13 + palette(bytes.get(10)));
    let mut shown = head.to_vec();
    loop {
        let head = match rest {
            [0x21, ..] => 2,
            [0x2c, ..] => 11 + palette(rest.get(9)),
            _ => break,
        };
        let (block, next) = cut(rest, head + run(cut(rest, head).1));
        // Of what is no image, when it is shown and how often; no comment, nothing of another program.
        if matches!(block, [0x2c, ..] | [0x21, 0xf9, ..]) || matches!(block, [0x21, 0xff, said @ ..] if repeats(said)) {
            shown.extend_from_slice(block);
        }
        rest = next;
    }
    if let [0x3b, ..] = rest {
        shown.push(0x3b);
    }
    shown
}

fn repeats(said: &[u8]) -> bool {
    said.starts_with(b"\x0bNETSCAPE2.0\x03\x01") || said.starts_with(b"\x0bANIMEXTS1.0\x03\x01")
}

/// How long a run of blocks is, the empty one that ends it with it.
fn run(bytes: &[u8]) -> usize {
    let mut length = 0;
    while let Some(block) = bytes.get(length) {
        length += 1 + usize::from(*block);
        if *block == 0 {
            break;
        }
    }
    length
}

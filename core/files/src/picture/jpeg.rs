//! JPEG.
use super::turn;
use crate::strip::cut;

const END: u8 = 0xd9;
/// No kind: the file ends before its end.
const CUT: u8 = 0;
const SCAN: u8 = 0xda;
const APPLICATION: u8 = 0xe1;

/// The parts of the first image: a telephone may put others behind it, each with its own place.
struct Parts<'b> {
    rest: Option<&'b [u8]>,
    scan: bool,
}

/// What the scan before it coded, its kind, and the segment with the two bytes of its length.
type Part<'b> = (&'b [u8], u8, &'b [u8]);

fn parts(bytes: &[u8]) -> Parts<'_> {
    Parts { rest: Some(cut(bytes, 2).1), scan: false }
}

impl<'b> Iterator for Parts<'b> {
    type Item = Part<'b>;

    fn next(&mut self) -> Option<Part<'b>> {
        let rest = self.rest.take()?;
        // In the data of a scan, 0xff is followed by 0 or is a restart; repeated, it fills.
        let marker = |two: &[u8]| matches!(two, [0xff, kind] if !matches!(kind, 0 | 0xd0..=0xd7 | 0xff));
        let (data, next) = cut(rest, rest.windows(2).position(marker).unwrap_or(rest.len()));
        let coded = if self.scan { data } else { &[] };
        let cut = Some((coded, CUT, &[][..]));
        let [0xff, kind, next @ ..] = next else { return cut };
        self.scan = *kind == SCAN;
        let (segment, next) = match kind {
            &END => return Some((coded, END, &[])),
            // These two stand alone.
            0x01 | 0xd8 => next.split_at(0),
            _ => {
                let Some((length, _)) = next.split_first_chunk() else { return cut };
                let length = usize::from(u16::from_be_bytes(*length)).max(2);
                let Some(halves) = next.split_at_checked(length) else { return cut };
                halves
            }
        };
        self.rest = Some(next);
        Some((coded, *kind, segment))
    }
}

/// What shows the picture, and how it is to be turned.
pub fn shown(bytes: &[u8]) -> Vec<u8> {
    let mut shown = Vec::with_capacity(bytes.len() + 2);
    shown.extend_from_slice(&[0xff, 0xd8]);
    let mut exif = None;
    for (coded, kind, segment) in parts(bytes) {
        shown.extend_from_slice(coded);
        let says = segment.get(2..).unwrap_or_default();
        if kind == APPLICATION && exif.is_none() && says.starts_with(b"Exif\0\0") {
            exif = Some(turn::read(says));
            if let Some(Some(turn)) = exif {
                shown.extend_from_slice(b"\xff\xe1\0\x22Exif\0\0");
                shown.extend_from_slice(&turn::write(turn));
            }
        } else if !segment.is_empty() && shows(kind, says) {
            // What is said after the picture has begun comes too late.
            exif = exif.or((kind == SCAN).then_some(None));
            shown.extend_from_slice(&[0xff, kind]);
            shown.extend_from_slice(segment);
        }
    }
    shown.extend_from_slice(&[0xff, END]);
    shown
}

/// Of the segments of applications, the shape of a pixel, the profile of colours and how they are coded; no comment.
fn shows(kind: u8, says: &[u8]) -> bool {
    match kind {
        0xe0 => says.starts_with(b"JFIF\0"),
        0xe2 => says.starts_with(b"ICC_PROFILE\0"),
        0xee => says.starts_with(b"Adobe"),
        APPLICATION..=0xef | 0xfe => false,
        _ => true,
    }
}

/// Whether it has a frame, what a scan coded of it, and its end.
pub fn is_whole(bytes: &[u8]) -> bool {
    let coded = parts(bytes).any(|(coded, _, _)| !coded.is_empty());
    size(bytes).is_some() && coded && parts(bytes).last().is_some_and(|(_, kind, _)| kind == END)
}

/// Width and height, as its frame says.
pub fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let frame = |kind: u8| matches!(kind, 0xc0..=0xcf) && !matches!(kind, 0xc4 | 0xc8 | 0xcc);
    let (_, _, segment) = parts(bytes).find(|(_, kind, _)| frame(*kind))?;
    let [_, _, _, h, eight, w, idth, ..] = *segment else { return None };
    Some((u16::from_be_bytes([w, idth]).into(), u16::from_be_bytes([h, eight]).into()))
}

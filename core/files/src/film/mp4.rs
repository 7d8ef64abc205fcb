//! MP4, as telephones write it.
use super::{Holds, Span, blank, samples};

/// A box: its kind, where it begins, its content, and whether it ends where it says.
struct Box4 {
    kind: [u8; 4],
    start: usize,
    content: Span,
    whole: bool,
}

/// The box at this place, cut where its holder ends.
fn box_at(bytes: &[u8], at: usize, to: usize) -> Option<Box4> {
    let (length, rest) = bytes.get(at..to)?.split_first_chunk::<4>()?;
    let (kind, rest) = rest.split_first_chunk::<4>()?;
    let (head, length) = match u32::from_be_bytes(*length) {
        0 => (8, to - at),
        1 => (16, usize::try_from(u64::from_be_bytes(*rest.first_chunk::<8>()?)).unwrap_or(usize::MAX)),
        length => (8, usize::try_from(length).unwrap_or(usize::MAX)),
    };
    let said = at.saturating_add(length);
    let end = said.min(to);
    let found = Box4 { kind: *kind, start: at, content: (at + head, end), whole: said == end };
    (length >= head && at + head <= end).then_some(found)
}

fn boxes(bytes: &[u8], (mut at, to): Span) -> impl Iterator<Item = Box4> {
    std::iter::from_fn(move || {
        let found = box_at(bytes, at, to)?;
        at = found.content.1;
        Some(found)
    })
}

/// The content of the first box at the end of this path.
pub fn within(bytes: &[u8], span: Span, path: &[&[u8; 4]]) -> Option<Span> {
    path.iter().try_fold(span, |span, kind| boxes(bytes, span).find(|one| one.kind == **kind).map(|one| one.content))
}

/// What a track is: `vide`, `soun`, or something that is neither seen nor heard.
fn handler(bytes: &[u8], track: Span) -> Option<&[u8]> {
    let (from, to) = within(bytes, track, &[b"mdia", b"hdlr"])?;
    bytes.get(from..to)?.get(8..12)
}

/// Whether a track is coded as only old telephones play it: AMR and its kin, H.263, MPEG-4 of the first kind.
fn is_old(bytes: &[u8], track: Span) -> bool {
    const OLD: [&[u8; 4]; 9] = [b"samr", b"sawb", b"sawp", b"sevc", b"sqcp", b"ssmv", b"s263", b"h263", b"mp4v"];
    let entries = within(bytes, track, &[b"mdia", b"minf", b"stbl", b"stsd"]);
    let first = entries.and_then(|(from, to)| box_at(bytes, from + 8, to));
    first.is_some_and(|entry| OLD.contains(&&entry.kind))
}

/// What its tracks are. Without any it is something else in the same boxes: a picture of another kind, or the beginning of a film
/// whose end, with all places, is missing.
pub fn holds(bytes: &[u8]) -> Holds {
    let Some(movie) = within(bytes, (0, bytes.len()), &[b"moov"]) else { return Holds::Nothing };
    let mut found = Holds::Nothing;
    for track in boxes(bytes, movie).filter(|one| one.kind == *b"trak").map(|one| one.content) {
        match handler(bytes, track) {
            Some(b"vide" | b"soun") if is_old(bytes, track) => return Holds::Old,
            Some(b"vide") => found = Holds::Film,
            Some(b"soun") if found == Holds::Nothing => found = Holds::Sound,
            _ => {}
        }
    }
    found
}

/// Whether what shows or plays, and the places that lead to it, are there as long as they say.
pub fn is_whole(bytes: &[u8]) -> bool {
    let needed = |one: &Box4| matches!(&one.kind, b"moov" | b"moof" | b"mdat");
    let frames = |one: Box4| one.kind == *b"mdat" && one.content.0 < one.content.1;
    let all = || boxes(bytes, (0, bytes.len()));
    all().any(frames) && all().filter(needed).all(|one| one.whole)
}

/// Whether a recording was begun here whose places are missing; a picture of another kind in the same boxes has none.
pub fn is_begun(bytes: &[u8]) -> bool {
    let has = |wanted: &[u8; 4]| boxes(bytes, (0, bytes.len())).any(|one| one.kind == *wanted && one.whole);
    let begins = boxes(bytes, (0, bytes.len())).any(|one| one.kind == *b"mdat");
    begins && !has(b"moov") && !has(b"meta")
}

/// Boxes that hold others, each with how deep it stands; anywhere else it is no part of a recording.
const HOLDS: [(&[u8; 4], usize); 8] =
    [(b"moov", 0), (b"trak", 1), (b"mvex", 1), (b"mdia", 2), (b"edts", 2), (b"minf", 3), (b"stbl", 4), (b"dinf", 4)];
/// Boxes that are kept as they are.
const KEPT: [&[u8; 4]; 36] = [
    b"ftyp", b"styp", b"mdat", b"moof", b"sidx", b"mfra", b"wide", b"mvhd", b"iods", b"tkhd", b"tref", b"elst",
    b"mdhd", b"hdlr", b"trex", b"mehd", b"elng", b"vmhd", b"smhd", b"dref", b"stsd", b"stts", b"ctts", b"cslg",
    b"stsc", b"stsz", b"stz2", b"stco", b"co64", b"stss", b"stsh", b"sdtp", b"sbgp", b"sgpd", b"subs", b"padb",
];

/// Blanks what telephones write into it beside pictures and sound: where it was taken, when, with what, by whom.
pub fn quiet(bytes: &mut [u8]) {
    let all = (0, bytes.len());
    if let (Some((mut at, to)), Some(frames)) = (within(bytes, all, &[b"moov"]), within(bytes, all, &[b"mdat"])) {
        let mut left = bytes.len();
        while let Some(Box4 { kind, content, .. }) = box_at(bytes, at, to) {
            at = content.1;
            if kind == *b"trak" && !matches!(handler(bytes, content), Some(b"vide" | b"soun")) {
                samples::hush(bytes, content, frames, &mut left);
            }
        }
    }
    walk(bytes, all, 0, false);
}

fn walk(bytes: &mut [u8], (mut at, to): Span, depth: usize, seen: bool) {
    while let Some(Box4 { kind, start, content, .. }) = box_at(bytes, at, to) {
        at = content.1;
        let handler = if kind == *b"trak" { handler(bytes, content) } else { None };
        let (seen, heard) = (seen || handler == Some(b"vide"), handler == Some(b"soun"));
        if HOLDS.contains(&(&kind, depth)) && (kind != *b"trak" || seen || heard) {
            walk(bytes, content, depth + 1, seen);
        } else if KEPT.contains(&&kind) {
            hush(bytes, kind, content, seen);
        } else {
            if let Some(name) = bytes.get_mut(start + 4..start + 8) {
                name.copy_from_slice(b"free");
            }
            blank(bytes, content);
        }
    }
    blank(bytes, (at, to));
    // A length of nothing lasts to the end.
    if let Some(name) = bytes.get_mut(at..to).and_then(|rest| rest.get_mut(4..8)) {
        name.copy_from_slice(b"free");
    }
}

/// Blanks what a box that is kept says beside what is needed: when, the name of a maker or of a folder.
fn hush(bytes: &mut [u8], kind: [u8; 4], (from, to): Span, seen: bool) {
    match &kind {
        // Made and changed, in four bytes each, or eight.
        b"mvhd" | b"tkhd" | b"mdhd" => {
            let long = bytes.get(from) == Some(&1);
            blank(bytes, (from + 4, (from + if long { 20 } else { 12 }).min(to)));
        }
        b"hdlr" => blank(bytes, ((from + 12).min(to), to)),
        b"dref" | b"stsd" => {
            let mut at = from + 8;
            while let Some(entry) = box_at(bytes, at, to) {
                let (from, to) = entry.content;
                match &kind {
                    b"dref" => blank(bytes, ((from + 4).min(to), to)),
                    // The name of the program or the device that coded pictures.
                    _ if seen => blank(bytes, ((from + 42).min(to), (from + 74).min(to))),
                    _ => {}
                }
                at = to;
            }
        }
        _ => {}
    }
}

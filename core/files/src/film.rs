//! What a recording holds, in the two containers browsers and telephones write; and what it says beside what it shows.
//!
//! Read as far as it goes: whatever does not follow the container's rules ends the walk.

/// A part of the bytes: where its content begins and ends.
type Span = (usize, usize);

/// The boxes between two places of an MP4: their kind, where each begins, and their content.
fn boxes(bytes: &[u8], (from, to): Span) -> Vec<([u8; 4], usize, Span)> {
    let mut found = vec![];
    let mut at = from;
    while let Some((length, rest)) = bytes.get(at..to).and_then(|rest| rest.split_first_chunk::<4>()) {
        let Some((kind, rest)) = rest.split_first_chunk::<4>() else { break };
        let (head, length) = match u32::from_be_bytes(*length) {
            0 => (8, to - at),
            1 => match rest.split_first_chunk::<8>() {
                Some((length, _)) => (16, usize::try_from(u64::from_be_bytes(*length)).unwrap_or(usize::MAX)),
                None => break,
            },
            length => (8, usize::try_from(length).unwrap_or(usize::MAX)),
        };
        // Cut short, it stays as far as it goes.
        let end = at.saturating_add(length).min(to);
        if length < head || at + head > end {
            break;
        }
        found.push((*kind, at, (at + head, end)));
        at = end;
    }
    found
}

fn within(bytes: &[u8], span: Span, kind: [u8; 4]) -> Option<Span> {
    boxes(bytes, span).into_iter().find(|one| one.0 == kind).map(|one| one.2)
}

/// What a track of an MP4 is: `vide`, `soun`, or something that is neither seen nor heard.
fn handler(bytes: &[u8], track: Span) -> Option<&[u8]> {
    let media = within(bytes, track, *b"mdia")?;
    let (from, to) = within(bytes, media, *b"hdlr")?;
    bytes.get(from..to)?.get(8..12)
}

/// Whether an MP4 has a track of pictures.
pub fn mp4_shows(bytes: &[u8]) -> bool {
    let all = (0, bytes.len());
    let Some(movie) = within(bytes, all, *b"moov") else { return false };
    boxes(bytes, movie).iter().any(|one| one.0 == *b"trak" && handler(bytes, one.2) == Some(b"vide"))
}

/// Boxes that hold others, each with how deep it stands; anywhere else it is no part of a recording.
const HOLDS: [(&[u8; 4], usize); 5] = [(b"moov", 0), (b"trak", 1), (b"mvex", 1), (b"mdia", 2), (b"edts", 2)];
/// Boxes that are kept as they are.
const KEPT: [&[u8; 4]; 18] = [
    b"ftyp", b"styp", b"mdat", b"moof", b"sidx", b"mfra", b"wide", b"mvhd", b"iods", b"tkhd", b"tref", b"elst",
    b"mdhd", b"hdlr", b"minf", b"trex", b"mehd", b"elng",
];

/// An MP4 without what telephones write into it beside pictures and sound: where it was taken, with what, by whom. Nothing
/// moves: what goes becomes free space, so that every place the file names is still right.
pub fn mp4_quiet(bytes: &mut [u8]) {
    quiet(bytes, (0, bytes.len()), 0);
}

fn quiet(bytes: &mut [u8], span: Span, depth: usize) {
    for (kind, start, content) in boxes(bytes, span) {
        let other = kind == *b"trak" && !matches!(handler(bytes, content), Some(b"vide" | b"soun"));
        if HOLDS.contains(&(&kind, depth)) && !other {
            quiet(bytes, content, depth + 1);
        } else if !KEPT.contains(&&kind) {
            if let Some(name) = bytes.get_mut(start + 4..start + 8) {
                name.copy_from_slice(b"free");
            }
            if let Some(content) = bytes.get_mut(content.0..content.1) {
                content.fill(0);
            }
        } else if matches!(&kind, b"mvhd" | b"tkhd" | b"mdhd") {
            // When it was made and changed, in four bytes each, or eight.
            let long = bytes.get(content.0) == Some(&1);
            if let Some(times) = bytes.get_mut(content.0 + 4..(content.0 + if long { 20 } else { 12 }).min(content.1)) {
                times.fill(0);
            }
        }
    }
}

/// An element of `WebM`: its id with its marker, and its content; one of unknown length lasts to the end.
fn element(bytes: &[u8], (from, to): Span) -> Option<(u32, Span)> {
    let number = |at: usize, most: u32, marked: bool| {
        let first = *bytes.get(at..to)?.first()?;
        let length = first.leading_zeros() + 1;
        let all = bytes.get(at..to)?.get(..usize::try_from(length).ok()?).filter(|_| length <= most)?;
        let value = all.iter().fold(0_u64, |value, byte| (value << 8) | u64::from(*byte));
        let marker = 1_u64 << (7 * length);
        Some((if marked { value } else { value & (marker - 1) }, all.len(), value & (marker - 1) == marker - 1))
    };
    let (id, head, _) = number(from, 4, true)?;
    let (length, more, unknown) = number(from + head, 8, false)?;
    let start = from + head + more;
    let length = usize::try_from(length).unwrap_or(usize::MAX);
    let end = if unknown { to } else { start.saturating_add(length).min(to) };
    Some((u32::try_from(id).ok()?, (start, end)))
}

fn find(bytes: &[u8], (mut at, to): Span, id: u32, until: Option<u32>) -> Option<Span> {
    loop {
        let (found, span) = element(bytes, (at, to))?;
        if found == id {
            return Some(span);
        }
        if Some(found) == until {
            return None;
        }
        at = span.1;
    }
}

const SEGMENT: u32 = 0x1853_8067;
const TRACKS: u32 = 0x1654_ae6b;
const CLUSTER: u32 = 0x1f43_b675;
const TRACK: u32 = 0xae;
const TRACK_KIND: u32 = 0x83;

/// Whether a `WebM` has a track of pictures.
pub fn webm_shows(bytes: &[u8]) -> bool {
    let segment = find(bytes, (0, bytes.len()), SEGMENT, None);
    let tracks = segment.and_then(|segment| find(bytes, segment, TRACKS, Some(CLUSTER)));
    let Some((mut at, to)) = tracks else { return false };
    while let Some(track) = find(bytes, (at, to), TRACK, None) {
        let kind = find(bytes, track, TRACK_KIND, None).and_then(|(from, to)| bytes.get(from..to)?.last());
        if kind == Some(&1) {
            return true;
        }
        at = track.1;
    }
    false
}

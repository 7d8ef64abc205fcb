//! `WebM` and Matroska, as browsers record them.
use super::{Holds, Span, blank};
use crate::sound::ogg;

const HEAD: u32 = 0x1a45_dfa3;
const KIND: u32 = 0x4282;
const SEGMENT: u32 = 0x1853_8067;
const PLACES: u32 = 0x114d_9b74;
const CUES: u32 = 0x1c53_bb6b;
const INFO: u32 = 0x1549_a966;
const TRACKS: u32 = 0x1654_ae6b;
const CLUSTER: u32 = 0x1f43_b675;
/// One that stands alone, and one with what is said of it.
const BLOCK: u32 = 0xa3;
const BLOCKS: u32 = 0xa0;
const TRACK: u32 = 0xae;
const TRACK_KIND: u32 = 0x83;
const CODING: u32 = 0x86;
const PRIVATE: u32 = 0x63a2;
const VOID: u8 = 0xec;
/// The programs that made it: each must be there, and may be empty.
const MAKERS: [u32; 2] = [0x4d80, 0x5741];

/// What is kept within each that holds others. All else is what it says of itself: its title, its day, tags, chapters, files.
const KEPT: [(u32, &[u32]); 6] = [
    (0, &[HEAD, SEGMENT]),
    (SEGMENT, &[PLACES, INFO, TRACKS, CLUSTER, CUES]),
    // How long an instant is, and the whole.
    (INFO, &[0x002a_d7b1, 0x4489, MAKERS[0], MAKERS[1]]),
    (TRACKS, &[TRACK]),
    // Its numbers and flags, languages, how it is coded, and what that needs; not its name.
    (
        TRACK,
        &[
            0xd7,
            0x73c5,
            TRACK_KIND,
            0xb9,
            0x88,
            0x55aa,
            0x9c,
            0x6de7,
            0x6df8,
            0x0023_e383,
            0x0023_4e7a,
            0x0023_314f,
            0x55ee,
            0x0022_b59c,
            0x0022_b59d,
            CODING,
            PRIVATE,
            0x56aa,
            0x56bb,
            0xe0,
            0xe1,
            0xe2,
            0x6d80,
        ],
    ),
    // Its instant, its blocks, where it stands, and its sum, which stays right.
    (CLUSTER, &[0xe7, BLOCK, BLOCKS, 0xab, 0xa7, 0xbf]),
];

fn kept(holder: u32) -> Option<&'static [u32]> {
    KEPT.iter().find(|(one, _)| *one == holder).map(|(_, kept)| *kept)
}

/// An element: its id with its marker, its content, whether its length is known (if not, it lasts to the end), and whether it goes
/// beyond what holds it.
struct Element {
    id: u32,
    content: Span,
    known: bool,
    cut: bool,
}

fn element(bytes: &[u8], (from, to): Span) -> Option<Element> {
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
    let said = if unknown { to } else { start.saturating_add(length) };
    Some(Element { id: u32::try_from(id).ok()?, content: (start, said.min(to)), known: !unknown, cut: said > to })
}

fn find(bytes: &[u8], span: Span, id: u32, until: Option<u32>) -> Option<Span> {
    find_one(bytes, span, id, until).map(|found| found.content)
}

fn find_one(bytes: &[u8], (mut at, to): Span, id: u32, until: Option<u32>) -> Option<Element> {
    loop {
        let found = element(bytes, (at, to))?;
        if found.id == id {
            return Some(found);
        }
        if Some(found.id) == until {
            return None;
        }
        at = found.content.1;
    }
}

fn track_kind(bytes: &[u8], track: Span) -> Option<u8> {
    find(bytes, track, TRACK_KIND, None).and_then(|(from, to)| bytes.get(from..to)?.last().copied())
}

/// Whether it says that it is one of the two.
pub fn is_one(bytes: &[u8]) -> bool {
    let head = element(bytes, (0, bytes.len())).filter(|head| head.id == HEAD);
    let kind = head.and_then(|head| find(bytes, head.content, KIND, None)).and_then(|(from, to)| bytes.get(from..to));
    kind.is_some_and(|kind| kind == b"webm" || kind == b"matroska")
}

/// Whether a track has pictures.
pub fn holds(bytes: &[u8]) -> Holds {
    let segment = find(bytes, (0, bytes.len()), SEGMENT, None);
    let tracks = segment.and_then(|segment| find(bytes, segment, TRACKS, Some(CLUSTER)));
    let (mut at, to) = tracks.unwrap_or_default();
    while let Some(track) = find(bytes, (at, to), TRACK, None) {
        if track_kind(bytes, track) == Some(1) {
            return Holds::Film;
        }
        at = track.1;
    }
    Holds::Sound
}

/// Whether a block came that shows or plays, and all of the segment where it says how long it is.
pub fn is_whole(bytes: &[u8]) -> bool {
    let segment = find_one(bytes, (0, bytes.len()), SEGMENT, None).filter(|segment| !segment.cut);
    let Some((mut at, to)) = segment.map(|segment| segment.content) else { return false };
    let mut blocks = false;
    while let Some(Element { id, content, known, .. }) = element(bytes, (at, to)) {
        let (within, ended) = if id == CLUSTER { cluster(bytes, content) } else { (false, content.1) };
        blocks |= within;
        at = if known { content.1 } else { ended };
    }
    blocks
}

/// Whether a cluster has a block, and where its parts end.
fn cluster(bytes: &[u8], (mut at, to): Span) -> (bool, usize) {
    let mut blocks = false;
    while let Some(Element { id, content, .. }) = element(bytes, (at, to)) {
        if kept(SEGMENT).is_some_and(|parts| parts.contains(&id)) {
            return (blocks, at);
        }
        blocks |= matches!(id, BLOCK | BLOCKS) && content.0 < content.1;
        at = content.1;
    }
    (blocks, to)
}

/// Blanks what it says of its making.
pub fn quiet(bytes: &mut [u8]) {
    walk(bytes, (0, bytes.len()), 0);
}

/// Walks through what a holder keeps; gives where it ended.
fn walk(bytes: &mut [u8], (mut at, to): Span, holder: u32) -> usize {
    let list = kept(holder).unwrap_or_default();
    while let Some(Element { id, content, known, .. }) = element(bytes, (at, to)) {
        // A cluster of unknown length ends where the next part of its segment begins.
        if holder == CLUSTER && kept(SEGMENT).is_some_and(|parts| parts.contains(&id)) {
            return at;
        }
        let other = id == TRACK && !matches!(track_kind(bytes, content), Some(1 | 2));
        let mut end = content.1;
        if id == u32::from(VOID) || MAKERS.contains(&id) && list.contains(&id) {
            blank(bytes, content);
        } else if !list.contains(&id) || other {
            free(bytes, (at, end));
        } else if id == CLUSTER {
            // One of known length holds blocks alone, or is none.
            let ended = walk(bytes, content, id);
            if known {
                blank(bytes, (ended, end));
            } else {
                end = ended;
            }
        } else if kept(id).is_some() {
            walk(bytes, content, id);
            hush_private(bytes, id, content);
        }
        at = end;
    }
    blank(bytes, (at, to));
    to
}

/// The heads of Vorbis carry comments of their own.
fn hush_private(bytes: &mut [u8], id: u32, track: Span) {
    let coding = find(bytes, track, CODING, None).and_then(|(from, to)| bytes.get(from..to));
    if id != TRACK || coding != Some(b"A_VORBIS") {
        return;
    }
    if let Some((from, to)) = find(bytes, track, PRIVATE, None) {
        ogg::silence_private(bytes.get_mut(from..to).unwrap_or_default());
    }
}

/// Makes free space of an element, head and all.
fn free(bytes: &mut [u8], (from, to): Span) {
    let Some(all) = bytes.get_mut(from..to) else { return };
    all.fill(0);
    let length = all.len();
    match (all, u8::try_from(length).unwrap_or(u8::MAX)) {
        ([id, size, ..], short @ 2..=128) => (*id, *size) = (VOID, 0x80 | (short - 2)),
        ([id, size @ ..], 129..) => {
            *id = VOID;
            let long = (u64::try_from(length).unwrap_or(0) - 9) | 1 << 56;
            size.iter_mut().zip(long.to_be_bytes()).for_each(|(byte, new)| *byte = new);
        }
        _ => {}
    }
}

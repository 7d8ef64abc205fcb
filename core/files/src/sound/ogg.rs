//! Ogg: pages that carry packets. The second packet of a sound is its comments: it keeps its length, so that no page moves.
use std::{iter, ops::Range};

/// How a sound is coded: the beginning of its first packet, that of its comments, and what ends them.
struct Coded {
    /// How many packets come before the first that is heard.
    heads: usize,
    first: &'static [u8],
    comments: &'static [u8],
    ends: &'static [u8],
}

/// What browsers play.
const CODED: [Coded; 2] = [
    Coded { heads: 2, first: b"OpusHead", comments: b"OpusTags", ends: b"" },
    Coded { heads: 3, first: b"\x01vorbis", comments: b"\x03vorbis", ends: b"\x01" },
];

impl Coded {
    /// Comments of this length that say nothing: their maker's name is made of spaces, and there are none.
    fn silence(&self, length: usize) -> impl Iterator<Item = u8> {
        let name = length.saturating_sub(self.comments.len() + 8 + self.ends.len());
        let said = u32::try_from(name).unwrap_or(0).to_le_bytes();
        let (comments, ends) = (self.comments.iter().copied(), self.ends.iter().copied());
        comments.chain(said).chain(iter::repeat_n(b' ', name)).chain([0; 4]).chain(ends)
    }
}

/// A page, as places of the file.
struct Page {
    lacing: Range<usize>,
    body: Range<usize>,
}

fn page(bytes: &[u8], at: usize) -> Option<Page> {
    let head = bytes.get(at..)?.get(..27).filter(|head| head.starts_with(b"OggS\0"))?;
    let lacing = at + 27..at + 27 + usize::from(*head.last()?);
    let length: usize = bytes.get(lacing.clone())?.iter().map(|lace| usize::from(*lace)).sum();
    let body = lacing.end..lacing.end + length;
    bytes.get(body.clone())?;
    Some(Page { lacing, body })
}

/// What a sound's first page says of how it is coded.
fn first(page: &[u8], body: &[u8]) -> Option<&'static Coded> {
    let begins = page.get(5).is_some_and(|flags| flags & 0b10 != 0);
    CODED.iter().find(|coded| begins && body.starts_with(coded.first))
}

/// Every page, whatever it carries; bytes between pages are passed over.
fn pages(bytes: &[u8]) -> impl Iterator<Item = (usize, Page)> {
    let mut at = 0;
    iter::from_fn(move || {
        while at < bytes.len() {
            if let Some(page) = page(bytes, at) {
                let start = at;
                at = page.body.end;
                return Some((start, page));
            }
            at += 1;
        }
        None
    })
}

/// Whether it holds a sound that browsers play.
pub fn plays(bytes: &[u8]) -> bool {
    let part = |range: Range<usize>| bytes.get(range).unwrap_or_default();
    pages(bytes).any(|(at, page)| first(part(at..page.body.start), part(page.body)).is_some())
}

/// Whether more of a sound came than its heads, in the pages that are kept of it. Pages that hold what looks like other pages, so that
/// they read otherwise once they are clean, are nobody's sound.
pub fn is_whole(bytes: &[u8]) -> bool {
    let kept = heard(bytes);
    goes_on(&kept) && heard(&kept) == kept
}

fn goes_on(bytes: &[u8]) -> bool {
    let mut stream: Option<(&Coded, &[u8], usize)> = None;
    for (at, page) in pages(bytes) {
        let part = |range: Range<usize>| bytes.get(range).unwrap_or_default();
        let head = part(at..page.body.start);
        let number = head.get(14..18).unwrap_or_default();
        if let Some(coded) = first(head, part(page.body)) {
            stream = Some((coded, number, 0));
        }
        let Some((coded, _, packets)) = stream.as_mut().filter(|(_, of, _)| *of == number) else { continue };
        *packets += part(page.lacing).iter().filter(|lace| **lace < 255).count();
        if *packets > coded.heads {
            return true;
        }
    }
    false
}

/// The sound whose pages pass: its number, how many of its packets are whole, and where its comments are.
struct Stream {
    coded: &'static Coded,
    number: [u8; 4],
    packets: usize,
    comments: Vec<Range<usize>>,
    /// Where the pages are whose sum is to be made again.
    changed: Vec<usize>,
}

/// The pages of a sound (of one after another), its comments without a word.
pub fn heard(bytes: &[u8]) -> Vec<u8> {
    let mut heard = Vec::with_capacity(bytes.len());
    let mut stream: Option<Stream> = None;
    for (at, page) in pages(bytes) {
        let (Some(whole), Some(body)) = (bytes.get(at..page.body.end), bytes.get(page.body.clone())) else { break };
        let Some(number) = whole.get(14..).and_then(|rest| rest.first_chunk::<4>()).copied() else { break };
        if let Some(coded) = first(whole, body) {
            let new = Stream { coded, number, packets: 0, comments: vec![], changed: vec![] };
            if let Some(before) = stream.replace(new) {
                silence(&mut heard, &before);
            }
        }
        let Some(stream) = stream.as_mut().filter(|stream| stream.number == number) else { continue };
        let start = heard.len();
        heard.extend_from_slice(whole);
        let mut place = start + (page.body.start - at);
        for lace in bytes.get(page.lacing).unwrap_or_default().iter().copied().map(usize::from) {
            if stream.packets == 1 {
                stream.comments.push(place..place + lace);
                if stream.changed.last() != Some(&start) {
                    stream.changed.push(start);
                }
            }
            place += lace;
            stream.packets += usize::from(lace < 255);
        }
    }
    if let Some(last) = stream {
        silence(&mut heard, &last);
    }
    heard
}

fn silence(heard: &mut [u8], stream: &Stream) {
    let mut silence = stream.coded.silence(stream.comments.iter().map(Range::len).sum());
    for place in &stream.comments {
        for byte in heard.get_mut(place.clone()).unwrap_or_default() {
            *byte = silence.next().unwrap_or(b' ');
        }
    }
    for start in &stream.changed {
        let Some(page) = page(heard, *start).and_then(|page| heard.get_mut(*start..page.body.end)) else { continue };
        if let Some(old) = page.get_mut(22..26) {
            old.fill(0);
        }
        let new = sum(page).to_le_bytes();
        if let Some(old) = page.get_mut(22..26) {
            old.copy_from_slice(&new);
        }
    }
}

/// The sum of a page: CRC-32, the other way round.
pub fn sum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |sum, byte| {
        let turned = |sum: u32, _| if sum >> 31 == 1 { sum << 1 ^ 0x04c1_1db7 } else { sum << 1 };
        (0..8).fold(sum ^ u32::from(*byte) << 24, turned)
    })
}

/// The heads of Vorbis as another container keeps them: three packets with, before them, the lengths of two. The second is its
/// comments.
pub fn silence_private(private: &mut [u8]) {
    let Some((2, rest)) = private.split_first() else { return };
    let mut lengths = [0_usize; 2];
    let mut at = 1;
    let mut laces = rest.iter();
    for length in &mut lengths {
        for lace in laces.by_ref() {
            (*length, at) = (*length + usize::from(*lace), at + 1);
            if *lace < 255 {
                break;
            }
        }
    }
    let [_, vorbis] = &CODED;
    let comments = at + lengths[0]..at + lengths[0] + lengths[1];
    if let Some(said) = private.get_mut(comments) {
        let silence = vorbis.silence(said.len());
        said.iter_mut().zip(silence).for_each(|(byte, new)| *byte = new);
    }
}

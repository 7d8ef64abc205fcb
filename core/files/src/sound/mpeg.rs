//! MP3 and AAC as they are broadcast: frames, one after another. What stands before, between or behind them (ID3, APE) is none.

/// The head of a frame.
#[derive(Clone, Copy)]
struct Head {
    /// What all frames of a sound have in common: layer, version, rate.
    family: [u8; 2],
    /// The whole frame, in bytes.
    length: usize,
}

fn head(bytes: &[u8]) -> Option<Head> {
    let [0xff, version, rate, more, ..] = *bytes else { return None };
    let length = match version {
        0xf0 | 0xf1 | 0xf8 | 0xf9 => aac(rate, more, bytes)?,
        0xe2 | 0xe3 | 0xf2..=0xf3 | 0xfa..=0xfb => mp3(version, rate)?,
        _ => return None,
    };
    // The rate of AAC is in the same byte as its profile.
    let steady = if is_aac(version) { 0b1111_1100 } else { 0b0000_1100 };
    Some(Head { family: [version & 0xfe, rate & steady], length })
}

const fn is_aac(version: u8) -> bool {
    version & 0b110 == 0
}

fn aac(rate: u8, more: u8, bytes: &[u8]) -> Option<usize> {
    const RATES: u8 = 13;
    let [more, high, low] = [more & 0b11, *bytes.get(4)?, *bytes.get(5)?].map(usize::from);
    let length = more << 11 | high << 3 | low >> 5;
    (length > 7 && (rate >> 2) & 0b1111 < RATES).then_some(length)
}

/// Of MP3, layer III alone: kilobits, from what a list for each version says, and samples a second.
fn mp3(version: u8, rate: u8) -> Option<usize> {
    const FIRST: [usize; 15] = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    const LATER: [usize; 15] = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    const SAMPLES: [usize; 3] = [44_100, 48_000, 32_000];
    let (kilobits, samples, slots) = match version >> 3 & 0b11 {
        0b11 => (FIRST, 1, 144_000),
        0b10 => (LATER, 2, 72_000),
        _ => (LATER, 4, 72_000),
    };
    let kilobits = *kilobits.get(usize::from(rate >> 4)).filter(|kilobits| **kilobits > 0)?;
    let samples = SAMPLES.get(usize::from(rate >> 2 & 0b11))? / samples;
    Some(slots * kilobits / samples + usize::from(rate >> 1 & 1))
}

/// The whole frames of one sound.
struct Frames<'b> {
    bytes: &'b [u8],
    at: usize,
    family: Option<[u8; 2]>,
    /// Whether a frame ends here.
    joined: bool,
}

fn frames(bytes: &[u8]) -> Frames<'_> {
    Frames { bytes, at: 0, family: None, joined: false }
}

impl<'b> Frames<'b> {
    fn whole(&self, at: usize, family: Option<[u8; 2]>) -> Option<(Head, &'b [u8])> {
        let rest = self.bytes.get(at..)?;
        let head = head(rest).filter(|head| family.is_none_or(|family| family == head.family))?;
        Some((head, rest.get(..head.length)?))
    }
}

impl<'b> Iterator for Frames<'b> {
    type Item = &'b [u8];

    fn next(&mut self) -> Option<&'b [u8]> {
        while let Some(rest) = self.bytes.get(self.at..).filter(|rest| !rest.is_empty()) {
            if let Some((head, frame)) = self.whole(self.at, self.family) {
                let after = self.at + head.length;
                // Two bytes of a picture may look like a frame: alone, it is none.
                if self.joined || self.whole(after, Some(head.family)).is_some() {
                    (self.at, self.family, self.joined) = (after, Some(head.family), true);
                    return Some(frame);
                }
            }
            self.joined = false;
            self.at += tag(rest).unwrap_or(1);
        }
        None
    }
}

/// How long a tag of the second ID3 is: four times seven bits, and its head.
fn tag(bytes: &[u8]) -> Option<usize> {
    let [b'I', b'D', b'3', _, _, _, size @ ..] = bytes else { return None };
    let size = size.first_chunk::<4>().filter(|size| size.iter().all(|byte| *byte < 0x80))?;
    Some(size.iter().fold(0, |size, byte| size << 7 | usize::from(*byte)) + 10)
}

/// The media type of these frames, when there are at least two.
pub fn media(bytes: &[u8]) -> Option<&'static str> {
    if tag(bytes).is_none() && head(bytes).is_none() {
        return None;
    }
    let first = frames(bytes).next()?;
    Some(if first.get(1).copied().is_some_and(is_aac) { "audio/aac" } else { "audio/mpeg" })
}

/// The frames alone.
pub fn heard(bytes: &[u8]) -> Vec<u8> {
    let mut heard = Vec::with_capacity(bytes.len());
    for frame in frames(bytes) {
        heard.extend_from_slice(frame);
    }
    heard
}

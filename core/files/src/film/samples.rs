//! The samples of a track that goes: a camera writes where it was, ten times a second, as a track beside pictures and sound.
use super::{Span, blank, mp4::within};

fn number(bytes: &[u8], (from, to): Span, at: usize, width: usize) -> Option<usize> {
    let all = bytes.get(from..to)?.get(at..at.checked_add(width)?)?;
    usize::try_from(all.iter().fold(0_u64, |value, byte| value << 8 | u64::from(*byte))).ok()
}

/// Blanks them among the frames of the film, and nowhere else. Tables that contradict themselves end it, and so do more bytes than are
/// `left` of the film: its tracks together hold no more than it does, though ten thousand of them may name the same place.
pub fn hush(bytes: &mut [u8], track: Span, frames: Span, left: &mut usize) -> Option<()> {
    let table = within(bytes, track, &[b"mdia", b"minf", b"stbl"])?;
    let found = |kind| within(bytes, table, &[kind]);
    let (sizes, groups) = (found(b"stsz")?, found(b"stsc")?);
    let (places, width) = found(b"stco").map(|places| (places, 4)).or(found(b"co64").map(|places| (places, 8)))?;
    let same = number(bytes, sizes, 4, 4)?;
    let (mut sample, mut group, mut each) = (0_usize, 0, 0_usize);
    for chunk in 0..number(bytes, places, 4, 4)? {
        while number(bytes, groups, 8 + 12 * group, 4) == Some(chunk + 1) {
            each = number(bytes, groups, 12 + 12 * group, 4)?;
            group += 1;
        }
        let length = if same > 0 {
            same.saturating_mul(each)
        } else {
            (sample..sample + each).map(|n| number(bytes, sizes, 12 + 4 * n, 4)).sum::<Option<usize>>()?
        };
        sample += each;
        let start = number(bytes, places, 8 + width * chunk, width)?;
        let within = |place: usize| place.clamp(frames.0, frames.1);
        let (from, to) = (within(start), within(start.saturating_add(length)));
        *left = left.checked_sub(to - from)?;
        blank(bytes, (from, to));
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::hush;
    use crate::tests::films::part;

    #[test]
    fn tracks_that_all_name_one_place_share_what_a_film_holds() {
        let numbers = |all: &[u32]| all.iter().flat_map(|n| n.to_be_bytes()).collect::<Vec<u8>>();
        // One chunk of four bytes, at the beginning.
        let table = [
            part(*b"stsz", &[&numbers(&[0, 4, 1])]),
            part(*b"stsc", &[&numbers(&[0, 1, 1, 1, 1])]),
            part(*b"stco", &[&numbers(&[0, 1, 0])]),
        ];
        let track = part(*b"mdia", &[&part(*b"minf", &[&part(*b"stbl", &[&table.concat()])])]);
        let film = [&b"here"[..], &track].concat();
        let asked = |mut left: usize| {
            let mut bytes = film.clone();
            let done = hush(&mut bytes, (4, film.len()), (0, 4), &mut left);
            (done, bytes[..4].to_vec(), left)
        };
        assert_eq!(asked(6), (Some(()), vec![0; 4], 2));
        assert_eq!(asked(3), (None, b"here".to_vec(), 3), "what others have used up is not looked at again");
    }
}

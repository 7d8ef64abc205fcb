//! GIF.
use crate::strip::cut;

/// The head with its palette, and the blocks.
fn head(bytes: &[u8]) -> (&[u8], &[u8]) {
    cut(bytes, 13 + palette(bytes.get(10)))
}

fn palette(flags: Option<&u8>) -> usize {
    flags.filter(|flags| *flags & 0x80 != 0).map_or(0, |flags| 6 << (flags & 7))
}

/// Images and what is said between them, each whole; then what follows the last.
fn block(rest: &[u8]) -> Option<(&[u8], &[u8])> {
    let head = match rest {
        [0x21, ..] => 2,
        [0x2c, ..] => 11 + palette(rest.get(9)),
        _ => return None,
    };
    Some(cut(rest, head + run(cut(rest, head).1)))
}

/// What shows the picture.
pub fn shown(bytes: &[u8]) -> Vec<u8> {
    let (head, mut rest) = head(bytes);
    let mut shown = Vec::with_capacity(bytes.len());
    shown.extend_from_slice(head);
    while let Some((block, next)) = block(rest) {
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

/// Whether it has an image, and its end: then every block before it is whole.
pub fn is_whole(bytes: &[u8]) -> bool {
    let (_, mut rest) = head(bytes);
    let mut image = false;
    while let Some((block, next)) = block(rest) {
        // An image of nothing has an empty run alone.
        image |= matches!(block, [0x2c, ..]) && block.len() > 12 + palette(block.get(9));
        rest = next;
    }
    image && rest.first() == Some(&0x3b)
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

/// Width and height: its head's, or those of an image that goes beyond it.
pub fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let short = |of: &[u8], at| Some(u32::from(u16::from_le_bytes(of.get(at..at + 2)?.try_into().ok()?)));
    let (mut width, mut height) = (short(bytes, 6)?, short(bytes, 8)?);
    let (_, mut rest) = head(bytes);
    while let Some((block, next)) = block(rest) {
        if let ([0x2c, ..], Some(x), Some(y), Some(w), Some(h)) =
            (block, short(block, 1), short(block, 3), short(block, 5), short(block, 7))
        {
            (width, height) = (width.max(x + w), height.max(y + h));
        }
        rest = next;
    }
    Some((width, height))
}

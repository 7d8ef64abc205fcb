//! How a telephone was held: of all that EXIF says, the one thing without which a photo lies on its side.

/// From 2 to 8: how a picture is to be turned or mirrored. One that stands upright, or does not say, has none.
pub fn read(exif: &[u8]) -> Option<u8> {
    const TURN: u16 = 0x0112;
    let tiff = exif.strip_prefix(b"Exif\0\0").unwrap_or(exif);
    let (start, _) = tiff.split_first_chunk::<8>()?;
    let little = match start {
        b if b.starts_with(b"II*\0") => true,
        b if b.starts_with(b"MM\0*") => false,
        _ => return None,
    };
    let short = |two: &[u8]| two.try_into().ok().map(if little { u16::from_le_bytes } else { u16::from_be_bytes });
    let [.., a, b, c, d] = *start;
    let at = if little { u32::from_le_bytes([a, b, c, d]) } else { u32::from_be_bytes([a, b, c, d]) };
    let (count, fields) = tiff.get(usize::try_from(at).ok()?..)?.split_at_checked(2)?;
    let mut fields = fields.chunks_exact(12).take(short(count)?.into());
    let field = fields.find(|field| field.get(..2).and_then(short) == Some(TURN))?;
    // A whole number of two bytes, or of four.
    let value = match (field.get(2..4).and_then(short)?, little) {
        (3, _) | (4, true) => field.get(8..10),
        (4, false) => field.get(10..12),
        _ => None,
    };
    value.and_then(short).and_then(|turn| u8::try_from(turn).ok()).filter(|turn| (2..=8).contains(turn))
}

/// The shortest EXIF that says it, and nothing else.
pub fn write(turn: u8) -> [u8; 26] {
    let mut exif = *b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x01\0\0\0\0\0\0";
    if let Some(value) = exif.get_mut(19) {
        *value = turn;
    }
    exif
}

//! WAV.
use crate::{
    riff,
    strip::{cut, whole},
};

/// How it is coded, and the sound; not the lists, the words of radios (`bext`, `iXML`) nor the tags of others.
pub fn heard(bytes: &[u8]) -> Vec<u8> {
    let (_, chunks) = cut(bytes, 12);
    let kept = riff::chunks(chunks).filter(|(kind, _)| matches!(*kind, b"fmt " | b"fact" | b"data"));
    let mut heard = riff::begin(*b"WAVE", bytes.len());
    for (_, chunk) in kept {
        heard.extend_from_slice(chunk);
    }
    riff::end(heard)
}

/// Whether it says how it is coded, and holds as much sound as it says; who records without knowing the end says the longest length.
pub fn is_whole(bytes: &[u8]) -> bool {
    let (_, chunks) = cut(bytes, 12);
    let has = |wanted: &[u8; 4], holds: fn(&[u8]) -> bool| {
        riff::chunks(chunks).any(|(kind, chunk)| kind == wanted && holds(chunk))
    };
    let sound = |chunk: &[u8]| {
        let said = riff::length(chunk);
        chunk.len() > 8 && (said == u32::MAX || chunk.len() >= whole(said, 8))
    };
    has(b"fmt ", |chunk| chunk.len() >= 24) && has(b"data", sound)
}

/// Whether browsers play how it is coded: plain samples, A-law, µ-law, MP3. Dictaphones had others.
pub fn plays(bytes: &[u8]) -> bool {
    const PLAYED: [u16; 6] = [1, 3, 6, 7, 0x55, 0xfffe];
    let (_, chunks) = cut(bytes, 12);
    let coded = riff::chunks(chunks).find(|(kind, _)| *kind == b"fmt ").and_then(|(_, chunk)| chunk.get(8..10));
    coded.and_then(|two| two.try_into().ok()).is_none_or(|two| PLAYED.contains(&u16::from_le_bytes(two)))
}

//! Pictures: what is kept of each format to show them, and how large they say they are.
pub mod gif;
pub mod jpeg;
pub mod png;
mod turn;
pub mod webp;

/// Whether it arrived whole enough to be shown.
pub fn is_whole(media: &str, bytes: &[u8]) -> bool {
    let whole = match media {
        "image/jpeg" => jpeg::is_whole(bytes),
        "image/png" => png::is_whole(bytes),
        "image/webp" => webp::is_whole(bytes),
        "image/gif" => gif::is_whole(bytes),
        _ => false,
    };
    whole && pixels(media, bytes).is_some_and(|pixels| pixels > 0)
}

/// How many pixels a picture says it has, read from its head alone; `None` when it does not say, and then nothing shows it.
pub fn pixels(media: &str, bytes: &[u8]) -> Option<u64> {
    let (width, height) = match media {
        "image/jpeg" => jpeg::size(bytes)?,
        "image/png" => png::size(bytes)?,
        "image/webp" => webp::size(bytes)?,
        "image/gif" => gif::size(bytes)?,
        _ => return None,
    };
    Some(u64::from(width) * u64::from(height))
}

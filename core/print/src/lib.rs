//! Sheets for paper: QR codes as inline SVG, one path each, so that a page of thirty stays light; [`chart`]s, a [`map`],
//! small lines ([`spark`]); tables for spreadsheets ([`sheet`], [`book`]).
pub mod book;
pub mod chart;
pub mod map;
pub mod sheet;
pub mod spark;

use fast_qr::{ECL, QRBuilder};
use std::fmt::Write as _;

/// The text does not fit a QR code (about 2 900 letters).
#[derive(Debug, thiserror::Error)]
#[error("the text is too long for a QR code")]
pub struct TooLong;

/// The modules around the code that scanners need clear (ISO/IEC 18004).
const QUIET: usize = 2;

/// `text` as an inline SVG of class `qr`. It is decoration beside the same code in letters, hence hidden from readers.
pub fn qr_svg(text: &str) -> Result<String, TooLong> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().map_err(|_| TooLong)?;
    let side = code.size + 2 * QUIET;
    let mut path = String::new();
    for y in 0..code.size {
        let row = &code[y];
        let mut x = 0;
        while x < code.size {
            let run = row[x..code.size].iter().take_while(|module| module.value()).count();
            if run > 0 {
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    Ok(format!(
        r#"<svg class="qr" viewBox="0 0 {side} {side}" shape-rendering="crispEdges" aria-hidden="true"><path d="{path}"/></svg>"#
    ))
}

#[cfg(test)]
mod tests {
    use super::qr_svg;

    #[test]
    fn a_link_fits_and_is_light() {
        let svg = qr_svg("https://preau.example.fr/c/ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").unwrap_or_default();
        assert!(svg.starts_with("<svg") && svg.len() < 9_000, "{} bytes", svg.len());
        assert!(qr_svg(&"x".repeat(5_000)).is_err());
    }
}

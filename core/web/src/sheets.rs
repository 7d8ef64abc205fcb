//! The style sheets: one for every page, one more for each family of pages. Each is put together once, from its own part and
//! those that slices bring, in their order.
use crate::{Slice, assets};
use axum::{http::HeaderMap, response::Response};
use bytes::Bytes;
use sha2::{Digest, Sha256};
use std::{fmt, io::Write as _, sync::OnceLock};

/// A style sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// What any page may need: every page has it, and those of the menu have no other.
    Common,
    /// What people say and send each other: threads, pictures, files.
    Talk,
    /// Where a team works together: the queue, and what one holds.
    Board,
    /// Numbers: charts, reports.
    Figures,
    /// What is printed and handed over: cards, letters.
    Paper,
    /// A video room, with what is said and sent there.
    Room,
}

impl Sheet {
    /// Every sheet.
    pub const ALL: &'static [Self] = &[Self::Common, Self::Talk, Self::Board, Self::Figures, Self::Paper, Self::Room];

    /// Its name; the parts that slices bring are files of this name in their `sheets` folder.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Common => "common",
            Self::Talk => "talk",
            Self::Board => "board",
            Self::Figures => "figures",
            Self::Paper => "paper",
            Self::Room => "room",
        }
    }

    /// The part that belongs to no slice.
    const fn own(self) -> &'static str {
        match self {
            Self::Common => include_str!("../sheets/common.css"),
            Self::Talk | Self::Room => include_str!("../sheets/talk.css"),
            Self::Board => "",
            Self::Figures => include_str!("../sheets/figures.css"),
            Self::Paper => include_str!("../sheets/paper.css"),
        }
    }
}

/// The sheets of a house.
pub struct Sheets(Vec<Whole>);

/// A sheet with all its parts.
struct Whole {
    sheet: Sheet,
    address: String,
    text: Bytes,
    // Pressed when first asked for: at their best both take tens of milliseconds, and a house answers before that.
    brotli: OnceLock<Bytes>,
    gzip: OnceLock<Bytes>,
}

impl Sheets {
    /// The sheets of the house that these slices make.
    pub fn of(slices: &[&Slice]) -> Self {
        Self(Sheet::ALL.iter().map(|sheet| Whole::of(*sheet, slices)).collect())
    }

    /// The address of a sheet, which changes with its content.
    pub fn address(&self, sheet: Sheet) -> &str {
        self.0.iter().find(|whole| whole.sheet == sheet).map_or("", |whole| &whole.address)
    }

    /// The text of the sheet at an address; nothing when it is none.
    pub fn text(&self, address: &str) -> Option<&str> {
        self.0.iter().find(|whole| whole.address == address).and_then(|whole| std::str::from_utf8(&whole.text).ok())
    }

    /// Answers a request for a sheet, for a year; nothing when the path is none's.
    pub(crate) fn answer(&self, path: &str, headers: &HeaderMap) -> Option<Response> {
        let whole = self.0.iter().find(|whole| whole.address == path)?;
        let coding = assets::coding(headers);
        let body = match coding {
            Some("br") => whole.brotli.get_or_init(|| brotli(&whole.text)),
            Some(_) => whole.gzip.get_or_init(|| gzip(&whole.text)),
            None => &whole.text,
        };
        Some(assets::file("text/css; charset=utf-8", assets::FOR_EVER, coding, body.clone()))
    }
}

impl fmt::Debug for Sheets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.iter().map(|whole| &whole.address)).finish()
    }
}

impl Whole {
    fn of(sheet: Sheet, slices: &[&Slice]) -> Self {
        let parts = slices.iter().flat_map(|slice| slice.styles).filter(|(of, _)| *of == sheet).map(|(_, part)| *part);
        let text = std::iter::once(sheet.own()).chain(parts).collect::<String>();
        let digest = data_encoding::HEXLOWER.encode(&Sha256::digest(&text)[..6]);
        Self {
            sheet,
            address: format!("/a/{}.{digest}.css", sheet.name()),
            text: text.into(),
            brotli: OnceLock::new(),
            gzip: OnceLock::new(),
        }
    }
}

fn brotli(text: &[u8]) -> Bytes {
    let mut press = brotli::CompressorWriter::new(vec![], 4096, 11, 22);
    press.write_all(text).unwrap_or_else(|_| unreachable!("a Vec takes every byte"));
    press.into_inner().into()
}

fn gzip(text: &[u8]) -> Bytes {
    let mut press = flate2::write::GzEncoder::new(vec![], flate2::Compression::best());
    press
        .write_all(text)
        .and_then(|()| press.finish())
        .unwrap_or_else(|_| unreachable!("a Vec takes every byte"))
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::{HeaderValue, header};

    const ONE: &Slice =
        &Slice { styles: &[(Sheet::Common, ".one{}"), (Sheet::Board, ".queue{}")], ..Slice::named("one") };
    const TWO: &Slice = &Slice { styles: &[(Sheet::Common, ".two{}")], ..Slice::named("two") };

    #[test]
    fn a_sheet_is_its_own_part_then_those_of_the_slices_in_order() {
        let sheets = Sheets::of(&[ONE, TWO]);
        let common = sheets.text(sheets.address(Sheet::Common)).expect("the common sheet");
        assert_eq!(common, format!("{}.one{{}}.two{{}}", Sheet::Common.own()));
        assert_eq!(sheets.text(sheets.address(Sheet::Board)), Some(".queue{}"));
        assert_ne!(sheets.address(Sheet::Common), Sheets::of(&[TWO, ONE]).address(Sheet::Common), "named by content");
        assert_eq!(sheets.address(Sheet::Talk), Sheets::of(&[]).address(Sheet::Talk));
    }

    #[test]
    fn a_sheet_is_sent_as_the_browser_reads_it() {
        let sheets = Sheets::of(&[ONE]);
        let address = sheets.address(Sheet::Paper);
        for (accepts, encoding) in [("gzip, br", Some("br")), ("gzip", Some("gzip")), ("", None)] {
            let headers = HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(accepts))]);
            let answer = sheets.answer(address, &headers).expect("a sheet");
            assert_eq!(answer.headers().get(header::CONTENT_ENCODING).and_then(|v| v.to_str().ok()), encoding);
        }
        let mut plain = vec![];
        let pressed = brotli(Sheet::Paper.own().as_bytes());
        brotli::BrotliDecompress(&mut &pressed[..], &mut plain).expect("it was pressed");
        assert_eq!(plain, Sheet::Paper.own().as_bytes());
        assert!(sheets.answer("/a/paper.css", &HeaderMap::new()).is_none());
    }
}

//! The bytes of a file as UTF-8, bounded, with the line where the reading stands.
//!
//! `quick_xml::encoding::DecodingReader` does half of this, but takes the first 64 bytes for UTF-8 whatever the
//! declaration says.
use crate::{Reason, fault::shown};
use encoding_rs::{Decoder, DecoderResult, Encoding, ISO_8859_15, UTF_8, WINDOWS_1252};
use std::io::{self, BufRead, Read};

/// How many bytes are read at a time; the declaration stands within the first ones.
const CHUNK: usize = 4_096;
/// The most bytes of one tag, or between two.
const LONGEST: usize = 64 << 10;
const BOM: &[u8] = b"\xef\xbb\xbf";

pub struct Source<R> {
    input: R,
    decoder: Decoder,
    /// What was read and is not yet decoded.
    raw: Vec<u8>,
    /// What was decoded, taken up to `next`.
    text: Vec<u8>,
    next: usize,
    /// How many bytes may still be read, and what is said of one more.
    left: u64,
    over: Reason,
    state: State,
    line: u64,
    since_mark: usize,
}

#[derive(PartialEq)]
enum State {
    /// There may be more bytes.
    Open,
    /// All bytes are read.
    Ended,
    /// All bytes are decoded.
    Done,
    /// What comes next is no text.
    Spoilt,
}

impl<R: Read> Source<R> {
    /// Reads the beginning and finds the encoding. `over` is said when there are more than `most` bytes.
    pub fn open(input: R, most: u64, over: Reason) -> io::Result<Self> {
        let mut source = Self {
            input,
            decoder: UTF_8.new_decoder_without_bom_handling(),
            raw: Vec::with_capacity(CHUNK),
            text: vec![],
            next: 0,
            left: most,
            over,
            state: State::Open,
            line: 1,
            since_mark: 0,
        };
        source.fill()?;
        let encoding = encoding(&source.raw).map_err(io::Error::other)?;
        if source.raw.starts_with(BOM) {
            source.raw.drain(..BOM.len());
        }
        source.decoder = encoding.new_decoder_without_bom_handling();
        Ok(source)
    }

    /// The line of the next byte.
    pub const fn line(&self) -> u64 {
        self.line
    }

    /// How many bytes may still be read.
    pub const fn left(&self) -> u64 {
        self.left
    }

    /// What is taken from here to the next mark is one tag, or what stands between two.
    pub const fn mark(&mut self) {
        self.since_mark = 0;
    }

    /// Reads a chunk, or what is left of the file.
    fn fill(&mut self) -> io::Result<()> {
        let wanted = CHUNK.saturating_sub(self.raw.len()) as u64;
        let found = self.input.by_ref().take(wanted).read_to_end(&mut self.raw)? as u64;
        if found < wanted {
            self.state = State::Ended;
        }
        self.left = self.left.checked_sub(found).ok_or_else(|| io::Error::other(self.over.clone()))?;
        Ok(())
    }

    fn decode(&mut self) {
        // A byte becomes three at most; what does not fit is decoded the next time.
        self.text.resize(3 * CHUNK, 0);
        let last = self.state == State::Ended;
        let (result, read, written) = self.decoder.decode_to_utf8_without_replacement(&self.raw, &mut self.text, last);
        self.raw.drain(..read);
        self.text.truncate(written);
        self.next = 0;
        match result {
            DecoderResult::Malformed(..) => self.state = State::Spoilt,
            DecoderResult::InputEmpty if last => self.state = State::Done,
            DecoderResult::InputEmpty | DecoderResult::OutputFull => {}
        }
    }
}

impl<R: Read> BufRead for Source<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.since_mark > LONGEST {
            return Err(io::Error::other(Reason::TooLong));
        }
        while self.next == self.text.len() {
            match self.state {
                State::Open => self.fill()?,
                State::Ended => {}
                State::Done => break,
                State::Spoilt => return Err(io::Error::other(Reason::NotText)),
            }
            self.decode();
        }
        Ok(self.text.get(self.next..).unwrap_or_default())
    }

    fn consume(&mut self, amount: usize) {
        let taken = self.text.get(self.next..self.next + amount).unwrap_or_default();
        self.line += taken.iter().map(|byte| u64::from(*byte == b'\n')).sum::<u64>();
        self.next += taken.len();
        self.since_mark += taken.len();
    }
}

impl<R: Read> Read for Source<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let found = self.fill_buf()?.read(buffer)?;
        self.consume(found);
        Ok(found)
    }
}

/// The encoding of a file, from how it begins: the exports declare ISO-8859-15, and programs between make it others.
fn encoding(start: &[u8]) -> Result<&'static Encoding, Reason> {
    let text = start.strip_prefix(BOM).unwrap_or(start);
    match text.trim_ascii_start().first() {
        None => return Err(Reason::Empty),
        Some(_) if start.starts_with(b"\xff\xfe") || start.starts_with(b"\xfe\xff") => {
            return Err(Reason::Encoding("UTF-16".to_owned()));
        }
        Some(b'<') => {}
        Some(_) => return Err(Reason::NotXml),
    }
    let Some(label) = declared(text).filter(|_| !start.starts_with(BOM)) else { return Ok(UTF_8) };
    match Encoding::for_label(label.as_bytes()) {
        // Whoever says ISO-8859-1 may have written Windows-1252, which is the same and more.
        Some(known) if [UTF_8, ISO_8859_15, WINDOWS_1252].contains(&known) => Ok(known),
        _ => Err(Reason::Encoding(shown(&label))),
    }
}

/// The encoding that the declaration names: `<?xml version="1.0" encoding="ISO-8859-15"?>`.
fn declared(text: &[u8]) -> Option<String> {
    let start = String::from_utf8_lossy(text.strip_prefix(b"<?xml")?);
    let (declaration, _) = start.split_once("?>")?;
    let (_, value) = declaration.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|letter| matches!(letter, '"' | '\''))?;
    value.get(1..)?.split(quote).next().map(str::to_owned)
}

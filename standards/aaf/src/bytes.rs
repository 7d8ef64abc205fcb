//! From bytes to text: whatever encoding is declared, UTF-8 comes out, with its lines counted and its length bounded.
use crate::{Reason, fault::cut};
use encoding_rs::{Decoder, DecoderResult, Encoding, ISO_8859_15, UTF_8, WINDOWS_1252};
use std::io::{self, BufRead, Chain, Cursor, Read};

/// How much of the file is looked at for its declaration.
const HEAD: u64 = 256;
/// The longest tag, comment or piece of text, in bytes.
const PIECE: usize = 64 << 10;

/// The text of one file.
pub(crate) struct Text<R> {
    bytes: Chain<Cursor<Vec<u8>>, R>,
    decoder: Decoder,
    decoded: Box<[u8]>,
    /// What of `decoded` is not yet taken.
    from: usize,
    to: usize,
    /// How many bytes the file may still have.
    left: u64,
    /// How many bytes the current piece may still have.
    room: usize,
    line: u64,
    state: State,
}

#[derive(Clone, PartialEq, Eq)]
enum State {
    Going,
    Ended,
    /// What was decoded is given first, so that the fault is on its own line.
    Failed(Reason),
}

impl<R: BufRead> Text<R> {
    /// The text of these bytes, at most `most` of them.
    pub fn of(mut bytes: R, most: u64) -> Result<Self, Reason> {
        let mut head = vec![];
        (&mut bytes).take(HEAD).read_to_end(&mut head).map_err(|error| Reason::Input(error.kind()))?;
        let encoding = declared(&head)?;
        if head.starts_with(b"\xEF\xBB\xBF") {
            head.drain(..3);
        }
        Ok(Self {
            bytes: Cursor::new(head).chain(bytes),
            decoder: encoding.new_decoder_without_bom_handling(),
            decoded: vec![0; 16 << 10].into_boxed_slice(),
            from: 0,
            to: 0,
            left: most,
            room: PIECE,
            line: 1,
            state: State::Going,
        })
    }

    /// Lets the next piece have its whole length.
    pub fn next_piece(&mut self) {
        self.room = PIECE;
    }

    /// The line of what is read next.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// How many bytes the file could still have.
    pub fn left(&self) -> u64 {
        self.left
    }

    /// Whether all of it is taken.
    pub fn ended(&self) -> bool {
        self.state == State::Ended && self.from == self.to
    }

    /// Why the text could not go on, when it could not.
    pub fn failure(&self) -> Option<&Reason> {
        match &self.state {
            State::Failed(reason) => Some(reason),
            State::Going | State::Ended => None,
        }
    }

    fn decode(&mut self) -> State {
        (self.from, self.to) = (0, 0);
        loop {
            let bytes = match self.bytes.fill_buf() {
                Ok(bytes) => bytes,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return State::Failed(Reason::Input(error.kind())),
            };
            let last = bytes.is_empty();
            let (result, read, written) =
                self.decoder.decode_to_utf8_without_replacement(bytes, &mut self.decoded, last);
            self.bytes.consume(read);
            self.to = written;
            let Some(left) = self.left.checked_sub(read as u64) else {
                return State::Failed(Reason::TooLarge);
            };
            self.left = left;
            match result {
                DecoderResult::Malformed(..) => return State::Failed(Reason::NotText),
                DecoderResult::InputEmpty if last => return State::Ended,
                DecoderResult::InputEmpty | DecoderResult::OutputFull if written > 0 => return State::Going,
                DecoderResult::InputEmpty | DecoderResult::OutputFull => {}
            }
        }
    }
}

impl<R: BufRead> BufRead for Text<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.from == self.to && self.state == State::Going {
            self.state = self.decode();
        }
        if self.room == 0 && self.failure().is_none() {
            self.state = State::Failed(Reason::TooLong);
            self.to = self.from;
        }
        if self.from == self.to && self.failure().is_some() {
            return Err(io::Error::from(io::ErrorKind::InvalidData));
        }
        Ok(self.decoded.get(self.from..self.to).unwrap_or_default())
    }

    fn consume(&mut self, taken: usize) {
        let piece = self.decoded.get(self.from..self.to).unwrap_or_default();
        let piece = piece.get(..taken).unwrap_or(piece);
        self.line += piece.iter().map(|byte| u64::from(*byte == b'\n')).sum::<u64>();
        self.room = self.room.saturating_sub(piece.len());
        self.from += piece.len();
    }
}

impl<R: BufRead> Read for Text<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

/// The encoding that the first bytes declare; UTF-8 when they declare none.
///
/// ISO-8859-1 is read as Windows-1252, as everybody does: files that say the first mean the second.
fn declared(head: &[u8]) -> Result<&'static Encoding, Reason> {
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return if encoding == UTF_8 { Ok(UTF_8) } else { Err(Reason::Encoding(encoding.name().to_owned())) };
    }
    // Up to here each encoding that is read has the signs of ASCII.
    let head = String::from_utf8_lossy(head);
    let label = head
        .strip_prefix("<?xml")
        .and_then(|head| head.split_once("?>"))
        .and_then(|(declaration, _)| declaration.split_once("encoding"))
        .and_then(|(_, rest)| rest.trim_start().strip_prefix('='))
        .and_then(|rest| rest.trim_start().split(['"', '\'']).nth(1));
    let Some(label) = label else { return Ok(UTF_8) };
    Encoding::for_label(label.as_bytes())
        .filter(|encoding| [UTF_8, WINDOWS_1252, ISO_8859_15].contains(encoding))
        .ok_or_else(|| Reason::Encoding(cut(label)))
}

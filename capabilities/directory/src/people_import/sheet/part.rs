//! The parts of a zipped workbook, each with a bound: on its bytes once unpacked, and on what lies between two tags.
use quick_xml::{
    Reader, XmlVersion,
    events::{BytesStart, Event},
};
use std::io::{self, BufReader, Cursor, ErrorKind, Read};
use zip::{ZipArchive, read::ZipFile};

/// The archive of a workbook.
pub type Zip<'b> = ZipArchive<Cursor<&'b [u8]>>;
/// A part being read.
pub type Part<'z, 'b> = Reader<BufReader<Bounded<ZipFile<'z, Cursor<&'b [u8]>>>>>;

/// Why a workbook cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bad {
    /// It is damaged, or no workbook.
    Unreadable,
    /// It holds more than we read, at or before this line.
    Heavy(u64),
    /// It holds hundreds of thousands of cells or lines without a word, up to this line.
    Hollow(u64),
}

impl From<quick_xml::Error> for Bad {
    fn from(error: quick_xml::Error) -> Self {
        match error {
            quick_xml::Error::Io(error) if error.kind() == ErrorKind::FileTooLarge => Self::Heavy(1),
            _ => Self::Unreadable,
        }
    }
}

/// The most files in a workbook: one has a dozen.
const FILES: usize = 10_000;
/// The most bytes between two `<`: a cell of Excel holds 32 767 characters at most.
const RUN: usize = 256 << 10;

/// How many tags and texts are read that say nothing: half a million empty cells, as many as 2 500 rows of 200 columns have.
const HOLLOW: u32 = 1_000_000;
/// How many tags and texts a cell or a shared text that says something may take: rich ones have some for each run.
const SAID: u32 = 16;

/// What is still read of a part in which nothing is said.
pub struct Patience(u32);

impl Default for Patience {
    fn default() -> Self {
        Self(HOLLOW)
    }
}

impl Patience {
    /// A tag or a text was read, at this line.
    pub fn spend(&mut self, line: u64) -> Result<(), Bad> {
        self.0 = self.0.checked_sub(1).ok_or(Bad::Hollow(line))?;
        Ok(())
    }

    /// A cell or a shared text was read, which says something or not.
    pub fn heard(&mut self, says: bool) {
        self.0 = HOLLOW.min(self.0.saturating_add(if says { SAID } else { 0 }));
    }
}

/// Opens the archive, if it names few files: their list is read whole.
pub fn open(bytes: &[u8]) -> Result<Zip<'_>, Bad> {
    if bytes.windows(4).filter(|four| *four == b"PK\x01\x02").count() > FILES {
        return Err(Bad::Heavy(1));
    }
    ZipArchive::new(Cursor::new(bytes)).map_err(|_| Bad::Unreadable)
}

/// The name that the archive gives to this part: capitals and the way a slash leans do not count.
fn named(zip: &Zip<'_>, wanted: &str) -> Option<String> {
    let plain = |name: &str| name.replace('\\', "/");
    let mut names = zip.file_names().filter_map(Result::ok).map(|name| name.to_string());
    names.find(|name| plain(name).eq_ignore_ascii_case(wanted))
}

/// Whether the archive has this part.
pub fn has(zip: &Zip<'_>, name: &str) -> bool {
    named(zip, name).is_some()
}

/// This part, of which `most` bytes are read; `None` when there is none.
pub fn part<'z, 'b>(zip: &'z mut Zip<'b>, name: &str, most: u64) -> Result<Option<Part<'z, 'b>>, Bad> {
    let Some(name) = named(zip, name) else { return Ok(None) };
    let file = zip.by_name(&name).map_err(|_| Bad::Unreadable)?;
    let mut reader = Reader::from_reader(BufReader::new(Bounded { inner: file, left: most, run: 0 }));
    let config = reader.config_mut();
    config.expand_empty_elements = true;
    config.check_end_names = false;
    Ok(Some(reader))
}

/// A reader that stops at a bound.
pub struct Bounded<R> {
    inner: R,
    left: u64,
    run: usize,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.left = self.left.checked_sub(count as u64).ok_or(ErrorKind::FileTooLarge)?;
        for (at, between) in buffer[..count].split(|byte| *byte == b'<').enumerate() {
            self.run = between.len() + if at == 0 { self.run } else { 0 };
            if self.run > RUN {
                return Err(ErrorKind::FileTooLarge.into());
            }
        }
        Ok(count)
    }
}

/// The value of an attribute, whatever its prefix.
pub fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().with_checks(false).flatten().find(|one| one.key.local_name().as_ref() == name)?;
    Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

/// Adds the text of an event, if it has some.
pub fn add_text(event: &Event<'_>, text: &mut String) {
    match event {
        Event::Text(said) => text.push_str(&said.xml10_content()),
        Event::CData(said) => text.push_str(&said.xml10_content()),
        Event::GeneralRef(named) => match named.resolve_char_ref() {
            Ok(Some(letter)) => text.push(letter),
            _ => text.push_str(match &*named.xml10_content() {
                "amp" => "&",
                "lt" => "<",
                "gt" => ">",
                "quot" => "\"",
                "apos" => "'",
                _ => "\u{fffd}",
            }),
        },
        _ => {}
    }
}

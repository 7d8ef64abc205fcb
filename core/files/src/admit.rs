//! What may come in.
use crate::{
    film::{Holds, mp4, webm},
    picture,
    sound::{mpeg, ogg, wav},
};

/// A file of a kind we take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A picture, with its media type.
    Picture(&'static str),
    /// A sound, with its media type.
    Sound(&'static str),
    /// Pictures that move, with or without sound, with their media type.
    Film(&'static str),
    /// A table: a spreadsheet or a text with separators. It is read, never shown.
    Table(&'static str),
}

impl Kind {
    /// The media type it is served as.
    pub const fn media(self) -> &'static str {
        match self {
            Self::Picture(media) | Self::Sound(media) | Self::Film(media) | Self::Table(media) => media,
        }
    }

    /// The kind a stored media type stands for.
    pub fn from_media(media: &str) -> Option<Self> {
        let known = |list: &[&'static str]| list.iter().copied().find(|m| *m == media);
        let still = known(&PICTURES).map(Self::Picture);
        let moving = still.or_else(|| known(&SOUNDS).map(Self::Sound)).or_else(|| known(&FILMS).map(Self::Film));
        moving.or_else(|| known(&TABLES).map(Self::Table))
    }
}

const PICTURES: [&str; 4] = ["image/jpeg", "image/png", "image/webp", "image/gif"];
const SOUNDS: [&str; 6] = ["audio/webm", "audio/ogg", "audio/mp4", "audio/mpeg", "audio/wav", "audio/aac"];
const FILMS: [&str; 2] = ["video/webm", "video/mp4"];
const TABLES: [&str; 2] = ["application/zip", "text/csv"];

/// The largest picture, in bytes.
const PICTURE: usize = 8 * 1024 * 1024;
/// The most pixels of a picture: what a good telephone takes. Whoever looks at it needs four bytes for each, however small the file.
const PIXELS: u64 = 64_000_000;
/// The largest sound, in bytes: a minute of speech is well under one megabyte.
const SOUND: usize = 3 * 1024 * 1024;
/// The largest table, in bytes: some sixty thousand people.
const TABLE: usize = 8 * 1024 * 1024;
/// The largest film, in bytes: half a minute recorded by a page is under two megabytes, by a telephone it may be more.
const FILM: usize = 8 * 1024 * 1024;

/// Why a file stays outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAdmitted {
    /// Nothing is in it.
    #[error("the file is empty")]
    Empty,
    /// Neither a picture, nor a sound, nor a film that browsers show everywhere.
    #[error("neither a picture nor a sound nor a film we know")]
    Unknown,
    /// A sound or a film coded as only old telephones play it.
    #[error("browsers do not play how it is coded")]
    Old,
    /// A picture of which too little came to be shown.
    #[error("the picture is not whole")]
    PictureCut,
    /// A sound or a film of which too little came to be played.
    #[error("the recording is not whole")]
    RecordingCut,
    /// A picture of over eight megabytes.
    #[error("the picture is too large")]
    PictureTooLarge,
    /// A picture that says it has over 64 million pixels, however few its bytes.
    #[error("the picture has too many pixels")]
    PictureTooVast,
    /// A sound of over three megabytes.
    #[error("the sound is too large")]
    SoundTooLarge,
    /// A film of over eight megabytes.
    #[error("the film is too large")]
    FilmTooLarge,
    /// Neither a spreadsheet nor a text, where a table is asked for.
    #[error("neither a spreadsheet nor a text")]
    NoTable,
    /// A table of over eight megabytes.
    #[error("the table is too large")]
    TableTooLarge,
}

impl NotAdmitted {
    /// The key of its sentence.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Empty => "shell-file-empty",
            Self::Unknown => "shell-file-unknown",
            Self::Old => "shell-file-old",
            Self::PictureCut => "shell-file-picture-cut",
            Self::RecordingCut => "shell-file-recording-cut",
            Self::PictureTooLarge => "shell-file-picture-large",
            Self::PictureTooVast => "shell-file-picture-vast",
            Self::SoundTooLarge => "shell-file-sound-large",
            Self::FilmTooLarge => "shell-file-film-large",
            Self::NoTable => "shell-file-no-table",
            Self::TableTooLarge => "shell-file-table-large",
        }
    }
}

/// What these bytes are, whatever they claim. Nothing is decoded, and nothing is kept in memory on the way.
pub fn admit(bytes: &[u8]) -> Result<Kind, NotAdmitted> {
    let kind = known(bytes)?;
    match kind {
        Kind::Picture(_) if bytes.len() > PICTURE => Err(NotAdmitted::PictureTooLarge),
        Kind::Picture(media) if picture::pixels(media, bytes).is_some_and(|pixels| pixels > PIXELS) => {
            Err(NotAdmitted::PictureTooVast)
        }
        Kind::Sound(_) if bytes.len() > SOUND => Err(NotAdmitted::SoundTooLarge),
        Kind::Film(_) if bytes.len() > FILM => Err(NotAdmitted::FilmTooLarge),
        kind if is_whole(kind, bytes) => Ok(kind),
        Kind::Picture(_) => Err(NotAdmitted::PictureCut),
        Kind::Sound(_) | Kind::Film(_) => Err(NotAdmitted::RecordingCut),
        Kind::Table(_) => Err(NotAdmitted::Unknown),
    }
}

/// The same where a table is asked for: a spreadsheet, which is a zip, or a text, in whatever letters. Whoever reads it says what is
/// wrong inside.
pub fn admit_table(bytes: &[u8]) -> Result<Kind, NotAdmitted> {
    let wide = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    match bytes {
        [] => Err(NotAdmitted::Empty),
        _ if bytes.len() > TABLE => Err(NotAdmitted::TableTooLarge),
        _ if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") => {
            Ok(Kind::Table("application/zip"))
        }
        _ if wide || !bytes.contains(&0) => Ok(Kind::Table("text/csv")),
        _ => Err(NotAdmitted::NoTable),
    }
}

/// Whether enough of it came to be shown or played: a file cut on its way is sent again, not looked for later.
fn is_whole(kind: Kind, bytes: &[u8]) -> bool {
    match kind {
        Kind::Picture(media) => picture::is_whole(media, bytes),
        Kind::Sound("audio/wav") => wav::is_whole(bytes),
        Kind::Sound("audio/ogg") => ogg::is_whole(bytes),
        Kind::Sound("audio/mp4") | Kind::Film("video/mp4") => mp4::is_whole(bytes),
        Kind::Sound("audio/webm") | Kind::Film("video/webm") => webm::is_whole(bytes),
        // Frames are known by being two at least.
        Kind::Sound(_) | Kind::Film(_) | Kind::Table(_) => true,
    }
}

/// The kind, by its first signs and by what its tracks are: the signs of a container do not say whether it shows something.
fn known(bytes: &[u8]) -> Result<Kind, NotAdmitted> {
    let held = |holds, film, sound| match holds {
        Holds::Film => Ok(Kind::Film(film)),
        Holds::Sound => Ok(Kind::Sound(sound)),
        Holds::Old => Err(NotAdmitted::Old),
        Holds::Nothing => Err(NotAdmitted::Unknown),
    };
    match bytes {
        [] => Err(NotAdmitted::Empty),
        [0xff, 0xd8, 0xff, ..] => Ok(Kind::Picture("image/jpeg")),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Ok(Kind::Picture("image/png")),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Ok(Kind::Picture("image/gif")),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Ok(Kind::Picture("image/webp")),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'A', b'V', b'E', ..] if wav::plays(bytes) => {
            Ok(Kind::Sound("audio/wav"))
        }
        [b'O', b'g', b'g', b'S', ..] if ogg::plays(bytes) => Ok(Kind::Sound("audio/ogg")),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'A', b'V', b'E', ..] | [b'#', b'!', b'A', b'M', b'R', ..] => {
            Err(NotAdmitted::Old)
        }
        [_, _, _, _, b'f', b't', b'y', b'p', ..] if mp4::is_begun(bytes) => Err(NotAdmitted::RecordingCut),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => held(mp4::holds(bytes), "video/mp4", "audio/mp4"),
        _ if webm::is_one(bytes) => held(webm::holds(bytes), "video/webm", "audio/webm"),
        _ => mpeg::media(bytes).map(Kind::Sound).ok_or(NotAdmitted::Unknown),
    }
}

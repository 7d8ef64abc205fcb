//! What may come in.
use crate::film;

/// A file of a kind we take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A picture, with its media type.
    Picture(&'static str),
    /// A sound, with its media type.
    Sound(&'static str),
    /// Pictures that move, with or without sound, with their media type.
    Film(&'static str),
}

impl Kind {
    /// The media type it is served as.
    pub const fn media(self) -> &'static str {
        match self {
            Self::Picture(media) | Self::Sound(media) | Self::Film(media) => media,
        }
    }

    /// The kind a stored media type stands for.
    pub fn from_media(media: &str) -> Option<Self> {
        let known = |list: &[&'static str]| list.iter().copied().find(|m| *m == media);
        let still = known(&PICTURES).map(Self::Picture);
        still.or_else(|| known(&SOUNDS).map(Self::Sound)).or_else(|| known(&FILMS).map(Self::Film))
    }
}

const PICTURES: [&str; 4] = ["image/jpeg", "image/png", "image/webp", "image/gif"];
const SOUNDS: [&str; 5] = ["audio/webm", "audio/ogg", "audio/mp4", "audio/mpeg", "audio/wav"];
const FILMS: [&str; 2] = ["video/webm", "video/mp4"];

/// The largest picture, in bytes.
const PICTURE: usize = 8 * 1024 * 1024;
/// The largest sound, in bytes: a minute of speech is well under one megabyte.
const SOUND: usize = 3 * 1024 * 1024;
/// The largest film, in bytes: half a minute recorded by a page is under two megabytes, by a telephone it may be more.
const FILM: usize = 8 * 1024 * 1024;

/// Why a file stays outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAdmitted {
    /// Neither a picture, nor a sound, nor a film that browsers show everywhere.
    #[error("neither a picture nor a sound nor a film we know")]
    Unknown,
    /// A picture of over eight megabytes.
    #[error("the picture is too large")]
    PictureTooLarge,
    /// A sound of over three megabytes.
    #[error("the sound is too large")]
    SoundTooLarge,
    /// A film of over eight megabytes.
    #[error("the film is too large")]
    FilmTooLarge,
}

impl NotAdmitted {
    /// The key of its sentence.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Unknown => "shell-file-unknown",
            Self::PictureTooLarge => "shell-file-picture-large",
            Self::SoundTooLarge => "shell-file-sound-large",
            Self::FilmTooLarge => "shell-file-film-large",
        }
    }
}

/// What these bytes are, read from their first signs.
pub fn admit(bytes: &[u8]) -> Result<Kind, NotAdmitted> {
    let found = infer::get(bytes).map(|kind| kind.mime_type()).ok_or(NotAdmitted::Unknown)?;
    let kind = match found {
        "image/jpeg" => Kind::Picture("image/jpeg"),
        "image/png" => Kind::Picture("image/png"),
        "image/webp" => Kind::Picture("image/webp"),
        "image/gif" => Kind::Picture("image/gif"),
        // The signs of a container do not say whether it shows something: its tracks do.
        "video/webm" | "video/x-matroska" | "audio/webm" if film::webm_shows(bytes) => Kind::Film("video/webm"),
        "video/webm" | "video/x-matroska" | "audio/webm" => Kind::Sound("audio/webm"),
        "audio/ogg" | "application/ogg" | "video/ogg" | "audio/opus" => Kind::Sound("audio/ogg"),
        // It begins by saying what it is; what does not is not read as boxes either.
        "audio/m4a" | "audio/mp4" | "video/mp4" | "audio/x-m4a" | "video/x-m4v" | "video/quicktime" | "video/3gpp"
            if bytes.get(4..8) == Some(b"ftyp") =>
        {
            if film::mp4_shows(bytes) {
                Kind::Film("video/mp4")
            } else {
                Kind::Sound("audio/mp4")
            }
        }
        "audio/mpeg" => Kind::Sound("audio/mpeg"),
        "audio/x-wav" | "audio/wav" => Kind::Sound("audio/wav"),
        _ => return Err(NotAdmitted::Unknown),
    };
    match kind {
        Kind::Picture(_) if bytes.len() > PICTURE => Err(NotAdmitted::PictureTooLarge),
        Kind::Sound(_) if bytes.len() > SOUND => Err(NotAdmitted::SoundTooLarge),
        Kind::Film(_) if bytes.len() > FILM => Err(NotAdmitted::FilmTooLarge),
        kind => Ok(kind),
    }
}

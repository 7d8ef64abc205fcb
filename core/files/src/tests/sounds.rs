//! Sounds, made by real programs.
use super::{PLACE, places};
use crate::{Kind, NotAdmitted, admit, sound::ogg, strip};
use bytes::Bytes;

pub const MP3: &[u8] = include_bytes!("../../samples/voice.mp3");
const AAC: &[u8] = include_bytes!("../../samples/voice.aac");
const WAV: &[u8] = include_bytes!("../../samples/voice.wav");
const OPUS: &[u8] = include_bytes!("../../samples/opus.ogg");
const VORBIS: &[u8] = include_bytes!("../../samples/vorbis.ogg");
/// All that are taken, and two films.
pub const REAL: [&[u8]; 9] = [
    MP3,
    AAC,
    WAV,
    OPUS,
    VORBIS,
    include_bytes!("../../samples/voice.m4a"),
    include_bytes!("../../samples/vorbis.mkv"),
    include_bytes!("../../samples/film.webm"),
    include_bytes!("../../samples/film.mp4"),
];

/// The tags that programs write before frames, between them and behind them; a picture in the first begins as a frame does.
fn tagged(frames: &[u8], between: usize) -> Vec<u8> {
    let picture = [&[0xff, 0xfb, 0x90, 0, 0xff, 0xd8, 0xff][..], PLACE].concat();
    let id3 = [b"ID3\x04\0\0\0\0\0", &[u8::try_from(picture.len()).unwrap()][..], &picture].concat();
    let ape = [b"APETAGEX\xd0\x07\0\0", PLACE, &[0; 20]].concat();
    let last = [b"TAG", PLACE, &[0; 117]].concat();
    [&id3, &frames[..between], &id3, &frames[between..], &ape, PLACE, &last].concat()
}

fn chunk(kind: [u8; 4], says: &[u8]) -> Vec<u8> {
    [&kind[..], &u32::try_from(says.len()).unwrap().to_le_bytes(), says, &[0][..says.len() % 2]].concat()
}

#[test]
fn frames_leave_their_tags_at_the_door_and_stay_as_they_are() {
    // Each with the place where its third frame begins.
    for (media, frames, third) in [("audio/mpeg", MP3, 252), ("audio/aac", AAC, 365)] {
        let file = tagged(frames, third);
        let kind = admit(&file).unwrap();
        assert_eq!(kind, Kind::Sound(media));
        assert_eq!(strip(kind, Bytes::from(file)), frames, "{media}");
        assert_eq!(strip(kind, Bytes::from_static(frames)), frames, "{media}: what is clean stays as it is");
        assert_eq!(admit(&frames[..third - 1]), Err(NotAdmitted::Unknown), "{media}: one frame is no sound");
    }
}

#[test]
fn a_wav_leaves_its_words_at_the_door_and_no_sample_changes() {
    let (head, chunks) = WAV.split_at(12);
    let said: Vec<u8> = [b"LIST", b"id3 ", b"bext", b"iXML", b"_PMX", b"cue "].map(|kind| chunk(*kind, PLACE)).concat();
    let file = [head, &said, chunks, &said, PLACE].concat();
    let kind = admit(&file).unwrap();
    assert_eq!(kind, Kind::Sound("audio/wav"));
    assert_eq!(strip(kind, Bytes::from(file)), WAV);
}

#[test]
fn a_sound_of_which_nothing_is_heard_stays_outside() {
    let at = |file: &[u8], what: &[u8]| file.windows(what.len()).position(|w| w == what).unwrap();
    let pages: Vec<_> = [OPUS, VORBIS].map(|file| (file, sums(file))).into();
    for (file, pages) in &pages {
        assert_eq!(admit(&file[..pages[1]]), Err(NotAdmitted::RecordingCut), "its first page alone");
        assert_eq!(admit(&file[..pages[2]]), Err(NotAdmitted::RecordingCut), "its heads alone");
    }
    for length in [12, 30, at(WAV, b"data") + 8, WAV.len() - 1] {
        assert_eq!(admit(&WAV[..length]), Err(NotAdmitted::RecordingCut), "wav: {length}");
    }
    // Who records without knowing the end says the longest length.
    let mut endless = WAV.to_vec();
    let data = at(WAV, b"data") + 4;
    endless[data..data + 4].fill(0xff);
    assert_eq!(admit(&endless), Ok(Kind::Sound("audio/wav")));
}

/// The places of the pages, each with its sum right.
fn sums(bytes: &[u8]) -> Vec<usize> {
    let starts: Vec<_> = bytes.windows(5).enumerate().filter(|(_, w)| *w == b"OggS\0").map(|(at, _)| at).collect();
    for (n, start) in starts.iter().enumerate() {
        let mut page = bytes[*start..starts.get(n + 1).copied().unwrap_or(bytes.len())].to_vec();
        let said = page.splice(22..26, [0; 4]).rev().fold(0, |sum, byte| sum << 8 | u32::from(byte));
        assert_eq!(ogg::sum(&page), said, "page {n}");
    }
    starts
}

#[test]
fn an_ogg_leaves_its_comments_at_the_door_and_no_page_moves() {
    for (file, comments, next) in [(OPUS, &b"OpusTags"[..], &b"OggS"[..]), (VORBIS, b"\x03vorbis", b"\x05vorbis")] {
        let at = |bytes: &[u8], what: &[u8]| bytes.windows(what.len()).position(|w| w == what).unwrap();
        let start = at(file, comments);
        let end = start + at(&file[start..], next);
        let kind = admit(file).unwrap();
        assert_eq!(kind, Kind::Sound("audio/ogg"));
        assert!(places(file) > 3);
        let quiet = strip(kind, [file, PLACE].concat().into());
        assert_eq!((places(&quiet), quiet.len()), (0, file.len()));
        assert_eq!(sums(&quiet), sums(file));
        assert_eq!(&quiet[end..], &file[end..], "what is heard stays as it is");
        let said = u32::from_le_bytes(quiet[start + comments.len()..][..4].try_into().unwrap()) as usize;
        let (maker, rest) = quiet[start + comments.len() + 4..].split_at(said);
        assert!(maker.iter().all(|byte| *byte == b' ') && rest.starts_with(&[0; 4]), "no maker, no comment");
        assert_eq!(strip(kind, quiet.clone()), quiet);
    }
}

#[test]
fn sounds_one_after_another_lose_the_comments_of_each_and_what_is_no_sound_goes() {
    let page = |flags: u8, says: &[u8]| {
        let head = [b"OggS\0", &[flags][..], &[0; 8], b"abcd", &[0; 8], &[1, u8::try_from(says.len()).unwrap()]];
        [&head.concat(), says].concat()
    };
    let film = [page(2, b"\x80theora"), page(0, PLACE)].concat();
    assert_eq!(admit(&film), Err(NotAdmitted::Unknown));
    let file = [OPUS, &film, VORBIS].concat();
    let kind = admit(&file).unwrap();
    let quiet = |bytes: &'static [u8]| strip(kind, Bytes::from_static(bytes));
    assert_eq!(strip(kind, file.into()), [quiet(OPUS), quiet(VORBIS)].concat());
}

#[test]
fn a_sound_of_an_old_telephone_comes_in_when_browsers_play_it() {
    let taken = |file: &[u8]| admit(file).map(Kind::media);
    let iso = include_bytes!("../../samples/voice.m4a");
    for brand in [b"iso8", b"iso9", b"cmfc", b"dash", b"M4A ", b"abcd"] {
        let mut file = iso.to_vec();
        file[8..12].copy_from_slice(brand);
        assert_eq!(taken(&file), Ok("audio/mp4"), "{}", brand.escape_ascii());
    }
    assert_eq!(taken(include_bytes!("../../samples/voice.3gp")), Ok("audio/mp4"));
    for old in [
        &include_bytes!("../../samples/amr.3gp")[..],
        include_bytes!("../../samples/voice.amr"),
        include_bytes!("../../samples/dictaphone.wav"),
    ] {
        assert_eq!(taken(old), Err(NotAdmitted::Old));
    }
}

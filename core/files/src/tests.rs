//! Files come in by what they are, and go out as they came.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
use crate::{Files, Kind, NotAdmitted, Place, admit, strip};
use bytes::Bytes;
use proptest::prelude::*;

/// What must not come in, wherever it is written.
const PLACE: &[u8] = b"GPS-HERE";

/// A segment of a JPEG.
fn segment(kind: u8, says: &[u8]) -> Vec<u8> {
    let length = u16::try_from(says.len() + 2).unwrap().to_be_bytes();
    [&[0xff, kind], &length[..], says].concat()
}

/// A JPEG with its place in every segment that may hold one, between its scans and behind its end; and what is left.
fn jpeg() -> (Vec<u8>, Vec<u8>) {
    let exif = [b"Exif\0\0MM\0*\0\0\0\x08\0\0", PLACE].concat();
    let xmp = [b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>", PLACE].concat();
    let iptc = [b"Photoshop 3.0\08BIM", PLACE].concat();
    let more = [b"MPF\0", PLACE].concat();
    let (jfif, icc, adobe) = (
        segment(0xe0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
        segment(0xe2, b"ICC_PROFILE\0\x01\x01curve"),
        segment(0xee, b"Adobe\0\x64\0\0\0\0\x01"),
    );
    let frame = segment(0xc2, b"\x08\0\x01\0\x01\x01\x01\x11\0");
    let scan = [&segment(0xda, b"\x01\x01\0\0\0\0")[..], &[7, 0xff, 0, 8, 0xff, 0xd0, 9]].concat();
    let (start, end) = (&[0xff, 0xd8][..], &[0xff, 0xd9][..]);
    let said = [segment(0xe1, &exif), segment(0xe1, &xmp), segment(0xed, &iptc), segment(0xfe, PLACE)].concat();
    let behind = [start, &segment(0xe1, &exif), end].concat();
    let file = [start, &jfif, &said, &segment(0xe2, &more), &icc, &adobe, &frame, &scan, &said, &scan, end, &behind];
    (file.concat(), [start, &jfif, &icc, &adobe, &frame, &scan, &scan, end].concat())
}

/// A PNG with its place in every chunk that may hold one, and behind its end; and what is left.
fn png() -> (Vec<u8>, Vec<u8>) {
    // No chunk is read, so that no sum need be right.
    let chunk = |kind: &[u8; 4], says: &[u8]| {
        [&u32::try_from(says.len()).unwrap().to_be_bytes(), &kind[..], says, &[1, 2, 3, 4]].concat()
    };
    let (header, data) = (chunk(b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0]), chunk(b"IDAT", b"pixels"));
    let (colours, end) = (chunk(b"iCCP", b"curve"), chunk(b"IEND", b""));
    let xmp = [b"XML:com.adobe.xmp\0\0\0\0\0", PLACE].concat();
    let said = [chunk(b"eXIf", PLACE), chunk(b"iTXt", &xmp), chunk(b"tEXt", PLACE), chunk(b"zTXt", PLACE)].concat();
    let start = b"\x89PNG\r\n\x1a\n";
    let file = [start, &header[..], &said, &colours, &data, &said, &end, PLACE].concat();
    (file, [start, &header[..], &colours, &data, &end].concat())
}

/// A WebP with its place in every chunk that may hold one, and behind its end; and what is left.
fn webp() -> (Vec<u8>, Vec<u8>) {
    let chunk = |kind: &[u8; 4], says: &[u8]| {
        let pad = vec![0; says.len() % 2];
        [&kind[..], &u32::try_from(says.len()).unwrap().to_le_bytes(), says, &pad].concat()
    };
    let riff = |chunks: &[u8]| {
        [b"RIFF", &u32::try_from(chunks.len() + 4).unwrap().to_le_bytes()[..], b"WEBP", chunks].concat()
    };
    let header = |flags: u8| chunk(b"VP8X", &[flags, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let shown = [chunk(b"ICCP", b"curve"), chunk(b"VP8 ", b"pixel")].concat();
    let said = [chunk(b"EXIF", PLACE), chunk(b"XMP ", PLACE), chunk(b"ABCD", PLACE)].concat();
    let file = [riff(&[header(0b0010_1100), shown.clone(), said].concat()), PLACE.to_vec()].concat();
    (file, riff(&[header(0b0010_0000), shown].concat()))
}

/// A GIF with its place in every block that may hold one, and behind its end; and what is left.
fn gif() -> (Vec<u8>, Vec<u8>) {
    let start = [b"GIF89a", &[1, 0, 1, 0, 0x80, 0, 0][..], &[0, 0, 0, 255, 255, 255]].concat();
    let image = [&[0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x4c, 1, 0][..]].concat();
    let (again, timed) = (b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0", [0x21, 0xf9, 4, 0, 9, 0, 0, 0]);
    let said = [b"\x21\xfe\x08", PLACE, b"\0\x21\xff\x0bXMP DataXMP\x08", PLACE, b"\0"].concat();
    let file = [&start, &again[..], &said, &timed, &image, &said, b";", PLACE].concat();
    (file, [&start, &again[..], &timed, &image, b";"].concat())
}

/// A box of an MP4.
fn part(kind: [u8; 4], within: &[&[u8]]) -> Vec<u8> {
    let within = within.concat();
    [&u32::try_from(within.len() + 8).unwrap().to_be_bytes()[..], &kind, &within].concat()
}

fn track(handler: [u8; 4], said: &[u8]) -> Vec<u8> {
    let handler = part(*b"hdlr", &[&[0; 8], &handler, &[0; 13]]);
    let media = part(*b"mdia", &[&part(*b"mdhd", &[&[0; 24]]), &handler, &part(*b"minf", &[b"samples"])]);
    part(*b"trak", &[&part(*b"tkhd", &[&[0; 84]]), said, &media])
}

/// An MP4 as a telephone writes it, with its place in every box that may hold one, and the day in its head.
fn mp4(handlers: &[&[u8; 4]]) -> Vec<u8> {
    let said = [part(*b"udta", &[&part(*b"\xa9xyz", &[PLACE])]), part(*b"meta", &[&[0; 4], PLACE])].concat();
    let tracks: Vec<u8> = handlers.iter().flat_map(|handler| track(**handler, &said)).collect();
    let head = part(*b"mvhd", &[&[0; 4], b"CREATED!", &[0; 88]]);
    let movie = part(*b"moov", &[&head, &said, &tracks, &part(*b"uuid", &[PLACE])]);
    let (kind, more) = (part(*b"ftyp", &[b"isom\0\0\0\0isommp42"]), part(*b"free", &[PLACE]));
    [kind, more, part(*b"mdat", &[b"frames"]), movie, said].concat()
}

/// A `WebM` as a browser records it: a segment whose length nobody knew yet, with one track of this kind.
fn webm(kind: u8) -> Vec<u8> {
    let track = [0xae, 0x86, 0xd7, 0x81, 1, 0x83, 0x81, kind];
    let head = b"\x1aE\xdf\xa3\x87B\x82\x84webm\x18S\x80g\x01\xff\xff\xff\xff\xff\xff\xff\x15I\xa9f\x80\x16T\xaek\x88";
    [&head[..], &track, b"\x1fC\xb6u\xffframes", &[0; 300]].concat()
}

#[test]
fn a_recording_is_a_film_when_it_has_pictures() {
    assert_eq!(admit(&webm(1)), Ok(Kind::Film("video/webm")));
    assert_eq!(admit(&webm(2)), Ok(Kind::Sound("audio/webm")));
    assert_eq!(admit(&mp4(&[b"soun", b"vide"])), Ok(Kind::Film("video/mp4")));
    assert_eq!(admit(&mp4(&[b"soun", b"meta"])), Ok(Kind::Sound("audio/mp4")));
    let mut telephone = mp4(&[b"vide"]);
    telephone[8..12].copy_from_slice(b"qt  ");
    assert_eq!(admit(&telephone), Ok(Kind::Film("video/mp4")));
    assert_eq!(admit(b"\0\0\0\x10abcd\0\0\0\0mdat"), Err(NotAdmitted::Unknown), "a box that is none of a film's");
    let large = [mp4(&[b"vide"]), vec![0; 9 * 1024 * 1024]].concat();
    assert_eq!(admit(&large), Err(NotAdmitted::FilmTooLarge));
}

#[test]
fn a_film_leaves_its_place_and_its_day_at_the_door_and_nothing_moves() {
    for handlers in [&[b"vide", b"soun"][..], &[b"soun"], &[b"vide", b"meta"]] {
        let file = mp4(handlers);
        let kind = admit(&file).unwrap();
        let quiet = strip(kind, Bytes::from(file.clone()));
        assert!(!quiet.windows(PLACE.len()).any(|w| w == PLACE || w == b"CREATED!"));
        assert_eq!((quiet.len(), admit(&quiet)), (file.len(), Ok(kind)));
        let frames = |bytes: &[u8]| bytes.windows(6).position(|w| w == b"frames");
        assert_eq!(frames(&quiet), frames(&file));
        assert_eq!(
            quiet.windows(7).filter(|w| *w == b"samples").count(),
            handlers.iter().filter(|h| **h != b"meta").count()
        );
        assert_eq!(strip(kind, quiet.clone()), quiet, "what is clean stays as it is");
    }
}

#[test]
fn a_track_within_a_track_is_none() {
    let nested = (0..4).fold(vec![], |inner, _| track(*b"vide", &inner));
    let movie = part(*b"moov", &[&part(*b"mvhd", &[&[0; 96]]), &nested]);
    let file = [part(*b"ftyp", &[b"isom\0\0\0\0isommp42"]), part(*b"mdat", &[b"frames"]), movie].concat();
    let kind = admit(&file).unwrap();
    let quiet = strip(kind, Bytes::from(file));
    assert_eq!(quiet.windows(7).filter(|w| *w == b"samples").count(), 1, "the outermost alone is a track");
    assert_eq!(strip(kind, quiet.clone()), quiet, "what is clean stays as it is");
}

#[test]
fn a_picture_leaves_its_place_at_the_door() {
    let pictures = [("image/jpeg", jpeg()), ("image/png", png()), ("image/webp", webp()), ("image/gif", gif())];
    for (media, (file, left)) in pictures {
        let kind = admit(&file).unwrap();
        assert_eq!(kind.media(), media);
        let stripped = strip(kind, Bytes::from(file));
        assert_eq!(stripped, left, "{media}");
        assert!(!stripped.windows(PLACE.len()).any(|w| w == PLACE), "{media}");
        assert_eq!(admit(&stripped), Ok(kind), "{media}: and is still a picture");
    }
}

#[test]
fn a_picture_cut_short_says_nothing_more_than_a_whole_one() {
    for (file, _) in [jpeg(), png(), webp(), gif()] {
        for length in 13..file.len() {
            let short = &file[..length];
            let stripped = strip(admit(short).unwrap(), Bytes::copy_from_slice(short));
            assert!(!stripped.windows(PLACE.len()).any(|w| w == PLACE), "{length}");
        }
    }
}

#[test]
fn what_it_claims_does_not_count() {
    assert_eq!(admit(b"<script>alert(1)</script>"), Err(NotAdmitted::Unknown));
    assert_eq!(admit(b"%PDF-1.7"), Err(NotAdmitted::Unknown));
    let mut sound = b"\x1aE\xdf\xa3\x93B\x82\x84webm".to_vec();
    sound.resize(300, 0);
    assert_eq!(admit(&sound), Ok(Kind::Sound("audio/webm")));
    let mut large = jpeg().0;
    large.resize(9 * 1024 * 1024, 0);
    assert_eq!(admit(&large), Err(NotAdmitted::PictureTooLarge));
}

#[tokio::test]
async fn a_folder_keeps_and_forgets() {
    let folder = tempfile::tempdir().unwrap();
    let files = Files::open(&Place::Folder(folder.path().join("new"))).unwrap();
    files.put("a1", Bytes::from_static(b"one")).await.unwrap();
    assert_eq!(files.get("a1").await.unwrap().unwrap(), "one");
    assert_eq!(files.list().await.unwrap(), ["a1"]);
    files.delete("a1").await.unwrap();
    files.delete("a1").await.unwrap();
    assert_eq!(files.get("a1").await.unwrap(), None);
}

proptest! {
    #[test]
    fn no_bytes_make_it_fall(bytes in prop::collection::vec(any::<u8>(), 0..200), start in 0..7usize) {
        let (film, movie) = (part(*b"ftyp", &[b"isom\0\0\0\0isommp42"]), webm(1));
        let mut file = [
            &[][..], &[0xff, 0xd8, 0xff], b"\x89PNG\r\n\x1a\n", b"RIFF\x10\0\0\0WEBP", b"GIF89a", &film, &movie[..300],
        ][start].to_vec();
        file.extend(bytes);
        if let Ok(kind) = admit(&file) {
            let stripped = strip(kind, Bytes::from(file));
            prop_assert_eq!(admit(&stripped), Ok(kind));
            prop_assert_eq!(strip(kind, stripped.clone()), stripped, "what is clean stays as it is");
        }
    }

    #[test]
    fn a_spoilt_film_is_clean_after_once(at in 12..600usize, byte in any::<u8>(), more in any::<u8>()) {
        let mut file = mp4(&[b"soun", b"vide", b"meta"]);
        let at = at % (file.len() - 13) + 12;
        (file[at], file[at + 1]) = (byte, more);
        let kind = admit(&file).unwrap();
        let stripped = strip(kind, Bytes::from(file));
        prop_assert_eq!(admit(&stripped), Ok(kind));
        prop_assert_eq!(strip(kind, stripped.clone()), stripped);
    }

    #[test]
    fn a_spoilt_picture_is_clean_after_once(picture in 0..4usize, at in 13..400usize, byte in any::<u8>()) {
        let mut file = [jpeg, png, webp, gif][picture]().0;
        let at = at % (file.len() - 13) + 13;
        file[at] = byte;
        let kind = admit(&file).unwrap();
        let stripped = strip(kind, Bytes::from(file));
        prop_assert_eq!(admit(&stripped), Ok(kind));
        prop_assert_eq!(strip(kind, stripped.clone()), stripped);
    }
}

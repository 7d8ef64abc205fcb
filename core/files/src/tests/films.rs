//! Films, and sounds in the same containers.
use super::{PLACE, places};
use crate::{Kind, NotAdmitted, admit, strip};
use bytes::Bytes;

/// A box of an MP4.
pub fn part(kind: [u8; 4], within: &[&[u8]]) -> Vec<u8> {
    let within = within.concat();
    [&u32::try_from(within.len() + 8).unwrap().to_be_bytes()[..], &kind, &within].concat()
}

fn track(handler: [u8; 4], said: &[u8]) -> Vec<u8> {
    let seen = handler == *b"vide";
    let handler = part(*b"hdlr", &[&[0; 8], &handler, &[0; 12], PLACE]);
    let coded = if seen { part(*b"avc1", &[&[0; 42], PLACE, &[0; 24], b"avcC"]) } else { part(*b"mp4a", &[b"esds"]) };
    let described = part(*b"stsd", &[&[0; 4], &[0, 0, 0, 1], &coded]);
    let folder = part(*b"dinf", &[&part(*b"dref", &[&[0; 4], &[0, 0, 0, 1], &part(*b"url ", &[&[0; 4], PLACE])])]);
    let samples = part(*b"stbl", &[&described, &part(*b"stsz", &[b"samples"]), &part(*b"abcd", &[PLACE])]);
    let inner = part(*b"minf", &[&folder, &samples, said]);
    let media = part(*b"mdia", &[&part(*b"mdhd", &[&[0; 24]]), &handler, &inner]);
    part(*b"trak", &[&part(*b"tkhd", &[&[0; 84]]), said, &media])
}

/// An MP4 as a telephone writes it, with its place in every box that may hold one, and the day in its head.
pub fn mp4(handlers: &[&[u8; 4]]) -> Vec<u8> {
    let said = [part(*b"udta", &[&part(*b"\xa9xyz", &[PLACE])]), part(*b"meta", &[&[0; 4], PLACE])].concat();
    let tracks: Vec<u8> = handlers.iter().flat_map(|handler| track(**handler, &said)).collect();
    let head = part(*b"mvhd", &[&[0; 4], b"CREATED!", &[0; 88]]);
    let movie = part(*b"moov", &[&head, &said, &tracks, &part(*b"uuid", &[PLACE])]);
    let (kind, more) = (part(*b"ftyp", &[b"isom\0\0\0\0isommp42"]), part(*b"free", &[PLACE]));
    // Behind it, what follows no rule.
    [kind, more, part(*b"mdat", &[b"frames"]), movie, said, [&[0, 0, 0, 1], PLACE].concat()].concat()
}

/// A `WebM` as a browser records it: a segment whose length nobody knew yet, with one track of this kind.
pub fn webm(kind: u8) -> Vec<u8> {
    let track = [0xae, 0x86, 0xd7, 0x81, 1, 0x83, 0x81, kind];
    let head = b"\x1aE\xdf\xa3\x87B\x82\x84webm\x18S\x80g\x01\xff\xff\xff\xff\xff\xff\xff\x15I\xa9f\x80\x16T\xaek\x88";
    [&head[..], &track, b"\x1fC\xb6u\xff\xa3\x86frames", &[0; 300]].concat()
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
        assert_eq!(quiet.windows(4).any(|w| w == b"avcC"), handlers.contains(&b"vide"), "how it is coded stays");
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
fn a_real_recording_says_nothing_more_and_what_is_seen_and_heard_stays() {
    let at = |bytes: &[u8], what: &[u8]| bytes.windows(what.len()).position(|w| w == what).unwrap();
    let (cluster, frames) = (&b"\x1fC\xb6u"[..], &b"mdat"[..]);
    for (file, media, shown) in [
        (&include_bytes!("../../samples/film.webm")[..], "video/webm", cluster),
        (include_bytes!("../../samples/vorbis.mkv"), "audio/webm", cluster),
        (include_bytes!("../../samples/film.mp4"), "video/mp4", frames),
        (include_bytes!("../../samples/voice.m4a"), "audio/mp4", frames),
    ] {
        let kind = admit(file).unwrap();
        assert_eq!(kind.media(), media);
        assert!(places(file) > 1, "{media}");
        let quiet = strip(kind, Bytes::from_static(file));
        assert_eq!((places(&quiet), quiet.len()), (0, file.len()), "{media}");
        let start = at(file, shown);
        // An MP4 has its places behind what they lead to.
        let end = if shown == frames { at(file, b"moov") - 4 } else { file.len() };
        assert_eq!(&quiet[start..end], &file[start..end], "{media}");
        for name in [&b"Lavf"[..], b"libx264", b"Handler"] {
            let said = |bytes: &[u8]| bytes.windows(name.len()).filter(|w| *w == name).count();
            let within = |bytes: &[u8]| said(bytes) - said(&bytes[start..end]);
            assert_eq!(within(&quiet), 0, "{media}: {}", name.escape_ascii());
        }
        assert_eq!(strip(kind, quiet.clone()), quiet, "{media}: what is clean stays as it is");
    }
}

#[test]
fn what_stands_behind_a_part_of_unknown_length_is_found() {
    let part = |id: &[u8], says: &[u8]| [id, &[0x80 | u8::try_from(says.len()).unwrap()], says].concat();
    let tag = part(b"\x12T\xc3g", PLACE);
    let (block, clusters) = (part(b"\xa3", b"frames"), [&b"\x1fC\xb6u\xff"[..], &part(b"\xe7", b"\0")].concat());
    let start = webm(1);
    let head = [&start[..start.windows(2).position(|two| two == b"\x1fC").unwrap()], &tag].concat();
    let file = [&head, &clusters, &block, &tag, &clusters, &block, &tag, PLACE].concat();
    let kind = admit(&file).unwrap();
    let quiet = strip(kind, Bytes::from(file.clone()));
    assert_eq!((places(&quiet), quiet.len()), (0, file.len()));
    assert_eq!(quiet.windows(block.len()).filter(|w| *w == block).count(), 2);
    assert_eq!(strip(kind, quiet.clone()), quiet);
}

#[test]
fn a_recording_cut_short_or_without_a_frame_stays_outside() {
    let cut = |file: &[u8]| admit(file) == Err(NotAdmitted::RecordingCut);
    let at = |file: &[u8], what: &[u8]| file.windows(what.len()).position(|w| w == what).unwrap();
    let film = include_bytes!("../../samples/film.mp4");
    for length in [at(film, b"moov") + 40, at(film, b"moov") - 4, at(film, b"mdat") + 40, film.len() - 1] {
        assert!(cut(&film[..length]), "mp4: {length}");
    }
    let empty = [part(*b"ftyp", &[b"isom\0\0\0\0isommp42"]), part(*b"moov", &[&track(*b"soun", &[])])].concat();
    assert!(cut(&empty), "places that lead to nothing");
    assert!(cut(&[empty, part(*b"mdat", &[])].concat()));
    let film = include_bytes!("../../samples/film.webm");
    for length in [at(film, b"\x16T\xaek") + 4, at(film, b"\x1fC\xb6u") + 6, film.len() - 1] {
        assert!(cut(&film[..length]), "webm: {length}");
    }
    let (begun, cluster) = (webm(2), at(&webm(2), b"\x1fC"));
    assert!(cut(&begun[..cluster]) && cut(&begun[..cluster + 5]), "no block has come");
    let picture = [part(*b"ftyp", &[b"heic\0\0\0\0mif1heic"]), part(*b"meta", &[]), part(*b"mdat", &[b"x"])].concat();
    assert_eq!(admit(&picture), Err(NotAdmitted::Unknown), "a picture of another kind");
}

#[test]
fn a_track_of_places_leaves_what_it_wrote_among_the_frames() {
    let numbers = |all: &[u32]| all.iter().flat_map(|n| n.to_be_bytes()).collect::<Vec<u8>>();
    let kind = part(*b"ftyp", &[b"isom\0\0\0\0isommp42"]);
    let at = u32::try_from(kind.len() + 8).unwrap();
    // Two chunks of places between three of frames; the first holds two samples, the second one.
    let frames = part(*b"mdat", &[b"frames", PLACE, b"frames", PLACE, b"frames"]);
    for (wide, same) in [(false, false), (true, false), (false, true)] {
        let sizes = if same { numbers(&[0, 4, 3]) } else { numbers(&[0, 0, 3, 3, 5, 8]) };
        let groups = if same { numbers(&[0, 1, 1, 2, 1]) } else { numbers(&[0, 2, 1, 2, 1, 2, 1, 1]) };
        let (first, second) = (at + 6, at + 20);
        let places = if wide { numbers(&[0, 2, 0, first, 0, second]) } else { numbers(&[0, 2, first, second]) };
        let table = [
            part(*b"stsz", &[&sizes]),
            part(*b"stsc", &[&groups]),
            part(if wide { *b"co64" } else { *b"stco" }, &[&places]),
        ];
        let handler = part(*b"hdlr", &[&[0; 8], b"meta", &[0; 13]]);
        let inner = part(*b"minf", &[&part(*b"stbl", &[&table.concat()])]);
        let other = part(*b"trak", &[&part(*b"mdia", &[&handler, &inner])]);
        let movie = part(*b"moov", &[&part(*b"mvhd", &[&[0; 96]]), &other, &track(*b"vide", &[])]);
        let file = [&kind[..], &frames, &movie].concat();
        let quiet = strip(admit(&file).unwrap(), Bytes::from(file));
        assert_eq!(places_of_frames(&quiet), (0, 3), "{wide} {same}");
    }
}

fn places_of_frames(quiet: &[u8]) -> (usize, usize) {
    (places(quiet), quiet.windows(6).filter(|w| *w == b"frames").count())
}

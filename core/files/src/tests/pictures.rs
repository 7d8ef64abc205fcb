//! Pictures.
use super::PLACE;
use crate::{Kind, NotAdmitted, admit, strip};
use bytes::Bytes;

/// A segment of a JPEG.
fn segment(kind: u8, says: &[u8]) -> Vec<u8> {
    let length = u16::try_from(says.len() + 2).unwrap().to_be_bytes();
    [&[0xff, kind], &length[..], says].concat()
}

/// A JPEG with its place in every segment that may hold one, between its scans and behind its end; and what is left.
pub fn jpeg() -> (Vec<u8>, Vec<u8>) {
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
pub fn png() -> (Vec<u8>, Vec<u8>) {
    // No chunk is read, so that no sum need be right.
    let chunk = |kind: &[u8; 4], says: &[u8]| {
        [&u32::try_from(says.len()).unwrap().to_be_bytes(), &kind[..], says, &[1, 2, 3, 4]].concat()
    };
    let (header, data) = (chunk(b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0]), chunk(b"IDAT", b"pixels"));
    let (colours, end) = (chunk(b"iCCP", b"curve"), chunk(b"IEND", b""));
    let vast = chunk(b"iCCP", &vec![7; 20_000]);
    let xmp = [b"XML:com.adobe.xmp\0\0\0\0\0", PLACE].concat();
    let said = [chunk(b"eXIf", PLACE), chunk(b"iTXt", &xmp), chunk(b"tEXt", PLACE), chunk(b"zTXt", PLACE)].concat();
    let start = b"\x89PNG\r\n\x1a\n";
    let file = [start, &header[..], &said, &vast, &colours, &data, &said, &end, PLACE].concat();
    (file, [start, &header[..], &colours, &data, &end].concat())
}

/// A WebP with its place in every chunk that may hold one, and behind its end; and what is left.
pub fn webp() -> (Vec<u8>, Vec<u8>) {
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
pub fn gif() -> (Vec<u8>, Vec<u8>) {
    let start = [b"GIF89a", &[1, 0, 1, 0, 0x80, 0, 0][..], &[0, 0, 0, 255, 255, 255]].concat();
    let image = [&[0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x4c, 1, 0][..]].concat();
    let (again, timed) = (b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0", [0x21, 0xf9, 4, 0, 9, 0, 0, 0]);
    let said = [b"\x21\xfe\x08", PLACE, b"\0\x21\xff\x0bXMP DataXMP\x08", PLACE, b"\0"].concat();
    let file = [&start, &again[..], &said, &timed, &image, &said, b";", PLACE].concat();
    (file, [&start, &again[..], &timed, &image, b";"].concat())
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
fn a_picture_cut_short_or_empty_stays_outside() {
    for (_, whole) in [jpeg(), png(), webp(), gif()] {
        for length in 12..whole.len() {
            assert_eq!(admit(&whole[..length]), Err(NotAdmitted::PictureCut), "{length} of {}", whole.len());
        }
    }
    let without = |(_, whole): (Vec<u8>, Vec<u8>), from: &[u8], to: &[u8]| {
        let at = |what: &[u8]| whole.windows(what.len()).position(|w| w == what).unwrap();
        [&whole[..at(from)], &whole[at(to)..]].concat()
    };
    let mut claims = webp().1;
    claims[4..8].copy_from_slice(&u32::MAX.to_le_bytes());
    for (what, file) in [
        ("a gif of six bytes", b"GIF89a".to_vec()),
        ("a gif without an image", without(gif(), &[0x2c, 0, 0], b";")),
        ("a png without pixels", without(png(), b"\0\0\0\x06IDAT", b"\0\0\0\0IEND")),
        ("a jpeg without a frame", without(jpeg(), &[0xff, 0xc2], &[0xff, 0xda])),
        ("a jpeg without a scan", without(jpeg(), &[0xff, 0xda], &[0xff, 0xd9])),
        ("a webp longer than its file", claims),
        ("a webp without an image", b"RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec()),
    ] {
        assert_eq!(admit(&file), Err(NotAdmitted::PictureCut), "{what}");
    }
    for real in [&include_bytes!("../../samples/exif6.jpg")[..], include_bytes!("../../samples/exif6.webp")] {
        assert!(admit(real).is_ok());
        assert_eq!(admit(&real[..real.len() / 2]), Err(NotAdmitted::PictureCut));
    }
}

/// What EXIF says of how a picture is to be turned, in either order of bytes, among a maker and a place.
fn exif(turn: u8, little: bool) -> Vec<u8> {
    let swap = |mut bytes: Vec<u8>| {
        if little {
            bytes.reverse();
        }
        bytes
    };
    let field = |tag: u16, kind: u16, count: u32, value: &[u8]| {
        let numbers =
            [swap(tag.to_be_bytes().into()), swap(kind.to_be_bytes().into()), swap(count.to_be_bytes().into())];
        [&numbers.concat(), value].concat()
    };
    let fields = [field(0x010f, 2, 4, b"Cam\0"), field(0x0112, 3, 1, &swap(vec![0, turn])), vec![0; 2]].concat();
    let start = if little { b"II" } else { b"MM" };
    let head = [start.to_vec(), swap(vec![0, 42]), swap(vec![0, 0, 0, 8]), swap(vec![0, 2])].concat();
    [&head[..], &fields, &[0; 4], PLACE].concat()
}

#[test]
fn a_photo_still_says_how_it_was_held_and_nothing_else() {
    const UPRIGHT: &[u8] = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let jpeg = include_bytes!("../../samples/exif6.jpg");
    let quiet = strip(admit(jpeg).unwrap(), Bytes::from_static(jpeg));
    // The maker's field, of twelve bytes, is gone; the rest is there, byte for byte.
    assert_eq!(quiet[20..56], *[b"\xff\xe1\0\x22Exif\0\0", UPRIGHT].concat());
    assert_eq!((&quiet[..20], &quiet[56..]), (&jpeg[..20], &jpeg[68..]));

    let webp = include_bytes!("../../samples/exif6.webp");
    assert_eq!(strip(admit(webp).unwrap(), Bytes::from_static(webp)), &webp[..], "it said nothing else");

    for (turn, little, kept) in [(6, false, true), (6, true, true), (1, true, false), (9, true, false)] {
        let (file, left) = png();
        let chunk = |says: &[u8], sum: &[u8]| {
            [&u32::try_from(says.len()).unwrap().to_be_bytes(), &b"eXIf"[..], says, sum].concat()
        };
        // Behind the signature and the first chunk.
        let with = |file: &[u8], chunk: Vec<u8>| [&file[..33], &chunk, &file[33..]].concat();
        let file = with(&file, chunk(&exif(turn, little), b"\0\0\0\0"));
        let left = if kept { with(&left, chunk(UPRIGHT, b"\xd6\x67\x4b\x69")) } else { left };
        assert_eq!(strip(admit(&file).unwrap(), file.into()), left, "{turn} {little}");
    }
}

#[test]
fn a_badge_keeps_its_credential() {
    let chunk =
        |says: &[u8]| [&u32::try_from(says.len()).unwrap().to_be_bytes(), &b"iTXt"[..], says, &[1, 2, 3, 4]].concat();
    for keyword in ["openbadges", "openbadgecredential"] {
        let credential = chunk(format!("{keyword}\0\0\0\0\0{{\"uid\":\"a\"}}").as_bytes());
        let packed = chunk(&[keyword.as_bytes(), b"\0\x01\0\0\0", PLACE].concat());
        let (file, left) = png();
        let with = |file: &[u8], chunks: &[u8]| [&file[..33], chunks, &file[33..]].concat();
        let file = with(&file, &[&packed[..], &credential, &chunk(PLACE), &credential].concat());
        assert_eq!(strip(admit(&file).unwrap(), file.into()), with(&left, &credential), "{keyword}");
    }
}

#[test]
fn a_picture_that_claims_more_pixels_than_a_telephone_takes_stays_outside() {
    let spoilt = |(mut file, _): (Vec<u8>, Vec<u8>), at: [usize; 2]| {
        for at in at {
            file[at..at + 2].fill(0xff);
        }
        file
    };
    let after = |(file, _): (Vec<u8>, Vec<u8>), what: &[u8]| file.windows(what.len()).position(|w| w == what).unwrap();
    let (frame, image) = (after(jpeg(), &[0xff, 0xc2]), after(gif(), &[0x2c, 0, 0, 0, 0]));
    for (what, file) in [
        ("a jpeg", spoilt(jpeg(), [frame + 5, frame + 7])),
        ("a png", spoilt(png(), [16, 20])),
        ("a webp", spoilt(webp(), [24, 27])),
        ("a gif", spoilt(gif(), [6, 8])),
        ("an image in a gif", spoilt(gif(), [image + 5, image + 7])),
    ] {
        assert_eq!(admit(&file), Err(NotAdmitted::PictureTooVast), "{what}");
    }
    let simple = |kind: &[u8], head: &[u8]| [b"RIFF\x30\0\0\0WEBP", kind, b"\x24\0\0\0", head, &[0; 20]].concat();
    assert_eq!(admit(&simple(b"VP8 ", b"\0\0\0\x9d\x01\x2a\xff\x3f\xff\x3f")), Err(NotAdmitted::PictureTooVast));
    assert_eq!(admit(&simple(b"VP8L", b"\x2f\xff\xff\xff\x0f")), Err(NotAdmitted::PictureTooVast));
    let large = |width: u16, height: u16| {
        let (mut file, _) = gif();
        file[6..8].copy_from_slice(&width.to_le_bytes());
        file[8..10].copy_from_slice(&height.to_le_bytes());
        admit(&file)
    };
    assert_eq!(large(8_000, 8_000), Ok(Kind::Picture("image/gif")));
    assert_eq!(large(8_000, 8_001), Err(NotAdmitted::PictureTooVast));
}

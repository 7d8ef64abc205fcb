//! Files come in by what they are, and go out as they came.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
use crate::{Files, Kind, NotAdmitted, Place, admit, strip};
use bytes::Bytes;
use proptest::prelude::*;

/// A JPEG of one segment of EXIF and nothing to see.
fn jpeg_with_exif() -> Vec<u8> {
    let exif = b"Exif\0\0MM\0*\0\0\0\x08\0\0GPS-HERE";
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    let mut jpeg = vec![0xff, 0xd8, 0xff, 0xe1, length[0], length[1]];
    jpeg.extend_from_slice(exif);
    jpeg.extend_from_slice(&[0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]);
    jpeg
}

#[test]
fn a_picture_leaves_its_place_at_the_door() {
    let jpeg = jpeg_with_exif();
    let kind = admit(&jpeg).unwrap();
    assert_eq!(kind, Kind::Picture("image/jpeg"));
    let stripped = strip(kind, Bytes::from(jpeg));
    assert!(!stripped.windows(8).any(|w| w == b"GPS-HERE"));
    assert_eq!(admit(&stripped), Ok(kind), "and is still a picture");
}

#[test]
fn what_it_claims_does_not_count() {
    assert_eq!(admit(b"<script>alert(1)</script>"), Err(NotAdmitted::Unknown));
    assert_eq!(admit(b"%PDF-1.7"), Err(NotAdmitted::Unknown));
    let mut sound = b"\x1aE\xdf\xa3\x93B\x82\x84webm".to_vec();
    sound.resize(300, 0);
    assert_eq!(admit(&sound), Ok(Kind::Sound("audio/webm")));
    let mut large = jpeg_with_exif();
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
    fn no_bytes_make_it_fall(bytes in prop::collection::vec(any::<u8>(), 0..200), start in 0..4usize) {
        let mut file = [&[][..], &[0xff, 0xd8, 0xff], b"\x89PNG\r\n\x1a\n", b"RIFF\x10\0\0\0WEBP"][start].to_vec();
        file.extend(bytes);
        if let Ok(kind) = admit(&file) {
            strip(kind, Bytes::from(file));
        }
    }
}

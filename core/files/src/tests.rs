//! Files come in by what they are, and go out as they came.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
pub mod films;
mod pictures;
mod sounds;

use crate::{Files, NotAdmitted, Place, admit, strip};
use bytes::Bytes;
use films::{mp4, part, webm};
use pictures::{gif, jpeg, png, webp};
use proptest::prelude::*;

/// What must not come in, wherever it is written.
const PLACE: &[u8] = b"GPS-HERE";

/// How often it is written.
fn places(bytes: &[u8]) -> usize {
    bytes.windows(PLACE.len()).filter(|said| *said == PLACE).count()
}

#[test]
fn what_it_claims_does_not_count() {
    assert_eq!(admit(b"<script>alert(1)</script>"), Err(NotAdmitted::Unknown));
    assert_eq!(admit(b"%PDF-1.7"), Err(NotAdmitted::Unknown));
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
    fn no_bytes_make_it_fall(
        bytes in prop::collection::vec(any::<u8>(), 0..200),
        start in 0..11usize,
        (whole, at) in (0..8usize, any::<prop::sample::Index>()),
    ) {
        let (film, movie) = (part(*b"ftyp", &[b"isom\0\0\0\0isommp42"]), webm(1));
        let mut file = [
            &[][..], &[0xff, 0xd8, 0xff], b"\x89PNG\r\n\x1a\n", b"RIFF\x10\0\0\0WEBP", b"GIF89a", &film, &movie[..300],
            b"RIFF\x10\0\0\0WAVE", b"OggS\0\x02", &sounds::MP3[..252], &mp4(&[b"soun"]),
        ][start].to_vec();
        file.extend(&bytes);
        // And among those of a whole one.
        let mut among = [
            jpeg().0, png().0, webp().0, gif().0, mp4(&[b"soun"]), movie, sounds::MP3.to_vec(), sounds::REAL[3].to_vec(),
        ][whole].clone();
        let at = at.index(among.len());
        among.splice(at..at, bytes);
        for file in [file, among] {
            if let Ok(kind) = admit(&file) {
                let stripped = strip(kind, Bytes::from(file));
                prop_assert_eq!(admit(&stripped), Ok(kind));
                prop_assert_eq!(strip(kind, stripped.clone()), stripped, "what is clean stays as it is");
            }
        }
    }

    #[test]
    fn a_spoilt_film_is_clean_after_once(at in 12..600usize, byte in any::<u8>(), more in any::<u8>()) {
        let mut file = mp4(&[b"soun", b"vide", b"meta"]);
        let at = at % (file.len() - 13) + 12;
        (file[at], file[at + 1]) = (byte, more);
        let Ok(kind) = admit(&file) else { return Ok(()) };
        let stripped = strip(kind, Bytes::from(file));
        prop_assert_eq!(admit(&stripped), Ok(kind));
        prop_assert_eq!(strip(kind, stripped.clone()), stripped);
    }

    #[test]
    fn a_spoilt_recording_is_clean_after_once(of in 0..sounds::REAL.len(), at in 12..5_000usize, byte in any::<u8>()) {
        let mut file = sounds::REAL[of].to_vec();
        let at = at % file.len();
        file[at] = byte;
        let Ok(kind) = admit(&file) else { return Ok(()) };
        let stripped = strip(kind, Bytes::from(file));
        prop_assert_eq!(admit(&stripped), Ok(kind));
        prop_assert_eq!(strip(kind, stripped.clone()), stripped);
    }

    #[test]
    fn a_spoilt_picture_is_clean_after_once(picture in 0..4usize, at in 13..400usize, byte in any::<u8>()) {
        let mut file = [jpeg, png, webp, gif][picture]().0;
        let at = at % (file.len() - 13) + 13;
        file[at] = byte;
        let Ok(kind) = admit(&file) else { return Ok(()) };
        let stripped = strip(kind, Bytes::from(file));
        prop_assert_eq!(admit(&stripped), Ok(kind));
        prop_assert_eq!(strip(kind, stripped.clone()), stripped);
    }
}

#[test]
fn where_a_table_is_asked_for_a_table_is_taken() {
    let table = |bytes: &[u8]| crate::admit_table(bytes).map(crate::Kind::media);
    assert_eq!(table(b"nom;prenom\nNouvel;In\xe8s\n"), Ok("text/csv"));
    assert_eq!(table(b"\xff\xfen\0o\0m\0"), Ok("text/csv"));
    assert_eq!(table(b"PK\x03\x04rest"), Ok("application/zip"));
    assert_eq!(table(b""), Err(crate::NotAdmitted::Empty));
    assert_eq!(table(b"\x7fELF\0\0"), Err(crate::NotAdmitted::NoTable));
    assert_eq!(table(&vec![b'a'; 9 << 20]), Err(crate::NotAdmitted::TableTooLarge));
    // A table is not let in where one sends a photo.
    assert!(crate::admit(b"nom;prenom\n").is_err());
}

//! Any bytes.
use super::read;
use crate::{Feed, Reason};
use proptest::prelude::*;

fn sound(bytes: &[u8]) {
    let mut feed = Feed::default();
    match read(&mut feed, ("any", bytes)) {
        Ok(_) => assert!(feed.index().rolls().all(|roll| !roll.school.id.is_empty())),
        Err(fault) => assert!(Reason::KEYS.contains(&fault.reason.key()) && !fault.to_string().is_empty()),
    }
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        sound(&bytes);
        sound(&[b"PK\x03\x04".as_slice(), &bytes].concat());
        sound(&[b"\x1f\x8b\x08".as_slice(), &bytes].concat());
    }

    /// Tags of the format in any order, with any text.
    #[test]
    fn no_document_makes_it_panic(pieces in proptest::collection::vec(
        "</?(ficAlimMENESR|addRequest|modifyRequest|deleteRequest|operationalAttributes|identifier|id|attributes|attr|\
         modifications|modification|value)( name='(sn|ENTEleveClasses|ENTElevePersRelEleve|categoriePersonne)')?\
         ( operation='(add|delete|replace)')?/?>|<!--[^-]{0,20}-->|Eleve|[a-z0-9$&;<]{0,12}|&(eacute|amp|#[0-9]{1,7});",
        0..60,
    )) {
        sound(pieces.concat().as_bytes());
        sound(format!("<ficAlimMENESR>{}</ficAlimMENESR>", pieces.concat()).as_bytes());
    }
}

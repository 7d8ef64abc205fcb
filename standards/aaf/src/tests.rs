#![expect(clippy::unwrap_used, reason = "a test may panic")]
//! Fixtures: one made-up collège and one lycée, a delta, a feed of 2013 and one of the first degree. Every person is
//! invented.
mod any;
mod archives;
mod delta;
mod population;
mod reading;
mod refused;
mod spoilt;

use crate::{Delivery, Fault, Feed, Limits};
use std::io::Cursor;

pub(super) const LIMITS: Limits = Limits { file: 1 << 20, total: 4 << 20 };

/// A file and its name.
pub(super) type File = (&'static str, &'static [u8]);

macro_rules! fixture {
    ($name:literal) => {
        ($name, include_bytes!(concat!("../fixtures/", $name)))
    };
}

pub(super) const PUPILS: File = fixture!("ENTNORMANDIE_Complet_20260915_Eleve_0000.xml");
pub(super) const COMPLETE: [File; 6] = [
    fixture!("ENTNORMANDIE_Complet_20260915_EtabEducNat_0000.xml"),
    PUPILS,
    fixture!("ENTNORMANDIE_Complet_20260915_PersRelEleve_0000.xml"),
    fixture!("ENTNORMANDIE_Complet_20260915_PersEducNat_0000.xml"),
    fixture!("ENTNORMANDIE_Complet_20260915_MefEducNat_0000.xml"),
    fixture!("ENTNORMANDIE_Complet_20260915_MatiereEducNat_0000.xml"),
];
pub(super) const DELTA: File = fixture!("ENTNORMANDIE_Delta_20261016_Tout_0000.xml");
pub(super) const OLD: File = fixture!("ENT_Complet_20130117_Ancien_0000.xml");
pub(super) const FIRST: File = fixture!("ENT1D_Complet_20260915_Tout_0000.xml");

pub(super) fn read(feed: &mut Feed, (name, bytes): (&str, &[u8])) -> Result<Delivery, Fault> {
    feed.read(name, Cursor::new(bytes), &LIMITS)
}

/// The feed of these files.
pub(super) fn feed(files: &[File]) -> Feed {
    let mut feed = Feed::default();
    for file in files {
        read(&mut feed, *file).unwrap();
    }
    feed
}

/// A request of the format with this content.
pub(super) fn request(action: &str, category: &str, id: &str, content: &str) -> String {
    format!(
        "<{action}><operationalAttributes><attr name='c'><value>{category}</value></attr></operationalAttributes>\
         <identifier><id>{id}</id></identifier>{content}</{action}>"
    )
}

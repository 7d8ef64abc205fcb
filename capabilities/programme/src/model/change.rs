//! What changed between two versions of a protocol, said one thing at a time.
use super::{
    protocol::{Hours, Place, Protocol},
    words::{Modality, Public},
};

/// One difference, ready to become a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Pupils may now come for this.
    PublicAdded(Public),
    /// They no longer do.
    PublicRemoved(Public),
    /// This way of helping is now on.
    ModalityAdded(Modality),
    /// It is off.
    ModalityRemoved(Modality),
    /// Help on one more day.
    DayAdded(Hours),
    /// No help on that day any more.
    DayRemoved(u8),
    /// Other hours on the same day.
    DayMoved(Hours),
    /// The last bus brings pupils home at another time.
    Bus(Option<u16>),
    /// Pupils may now work at home.
    HomeAdded,
    /// Not any more.
    HomeRemoved,
    /// One more tiers-lieu.
    PlaceAdded(String),
    /// One less.
    PlaceRemoved(String),
    /// Its address, hours or seats are others.
    PlaceChanged(Place),
    /// A line was added to one of the lists.
    LineAdded(List, String),
    /// A line was taken out.
    LineRemoved(List, String),
}

/// A list in the school's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// What pupils come for.
    Publics,
    /// Tools.
    Tools,
    /// Contacts.
    Contacts,
    /// The charter.
    Charter,
}

impl List {
    /// The end of its keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Publics => "publics",
            Self::Tools => "outils",
            Self::Contacts => "contacts",
            Self::Charter => "charte",
        }
    }
}

/// Everything that changed from `before` to `after`, in the order of the protocol.
pub fn differences(before: &Protocol, after: &Protocol) -> Vec<Change> {
    let mut changes = vec![];
    changes.extend(after.publics.difference(&before.publics).map(|one| Change::PublicAdded(*one)));
    changes.extend(before.publics.difference(&after.publics).map(|one| Change::PublicRemoved(*one)));
    lists(&mut changes, List::Publics, &before.other_publics, &after.other_publics);
    changes.extend(after.modalities.difference(&before.modalities).map(|one| Change::ModalityAdded(*one)));
    changes.extend(before.modalities.difference(&after.modalities).map(|one| Change::ModalityRemoved(*one)));
    days(&mut changes, before, after);
    if before.bus_home != after.bus_home {
        changes.push(Change::Bus(after.bus_home));
    }
    match (before.home, after.home) {
        (false, true) => changes.push(Change::HomeAdded),
        (true, false) => changes.push(Change::HomeRemoved),
        _ => {}
    }
    places(&mut changes, &before.places, &after.places);
    lists(&mut changes, List::Tools, &before.tools, &after.tools);
    lists(&mut changes, List::Contacts, &before.contacts, &after.contacts);
    lists(&mut changes, List::Charter, &before.charter, &after.charter);
    changes
}

fn days(changes: &mut Vec<Change>, before: &Protocol, after: &Protocol) {
    for day in 1..=7 {
        match (before.on(day), after.on(day)) {
            (None, Some(hours)) => changes.push(Change::DayAdded(hours)),
            (Some(_), None) => changes.push(Change::DayRemoved(day)),
            (Some(old), Some(new)) if old != new => changes.push(Change::DayMoved(new)),
            _ => {}
        }
    }
}

fn places(changes: &mut Vec<Change>, before: &[Place], after: &[Place]) {
    for place in after {
        match before.iter().find(|old| old.name == place.name) {
            None => changes.push(Change::PlaceAdded(place.name.clone())),
            Some(old) if old != place => changes.push(Change::PlaceChanged(place.clone())),
            Some(_) => {}
        }
    }
    let gone = before.iter().filter(|old| !after.iter().any(|place| place.name == old.name));
    changes.extend(gone.map(|old| Change::PlaceRemoved(old.name.clone())));
}

fn lists(changes: &mut Vec<Change>, list: List, before: &[String], after: &[String]) {
    let added = after.iter().filter(|line| !before.contains(line));
    changes.extend(added.map(|line| Change::LineAdded(list, line.clone())));
    let removed = before.iter().filter(|line| !after.contains(line));
    changes.extend(removed.map(|line| Change::LineRemoved(list, line.clone())));
}

//! The menu: five words for each kind of person, and under each word the pages that are about it.
//!
//! A slice names its pages as [`Way`]s, each under one [`Entry`]; this file alone knows which five entries a person has. A way
//! under an entry that is not among them is found under the one that stands in for it: nothing is ever out of reach.
use crate::{Door, SignedIn, Slice};
use access::{Actor, Audience, roles};

/// A word of the menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Entry {
    /// What waits, what is on, what comes.
    Today,
    /// The week.
    Week,
    /// Help: the desk, and whom to tell of a difficulty.
    Help,
    /// One's children.
    Children,
    /// Classes and groups.
    Groups,
    /// One's school.
    School,
    /// The académie and its schools.
    Territory,
    /// The dispositifs one's school takes part in, and their tools.
    Programmes,
    /// Messages.
    Messages,
}

impl Entry {
    /// Every entry.
    pub const ALL: &'static [Self] = &[
        Self::Today,
        Self::Week,
        Self::Help,
        Self::Children,
        Self::Groups,
        Self::School,
        Self::Territory,
        Self::Programmes,
        Self::Messages,
    ];

    /// The page it opens.
    pub const fn href(self) -> &'static str {
        match self {
            Self::Today => "/",
            Self::Week => "/semaine",
            Self::Help => "/aide",
            Self::Children => "/enfants",
            Self::Groups => "/groupes",
            Self::School => "/ecole",
            Self::Territory => "/territoire",
            Self::Programmes => "/programmes",
            Self::Messages => "/messages",
        }
    }

    /// Its icon in the sprite.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Today => "sun",
            Self::Week => "calendar-days",
            Self::Help => "life-buoy",
            Self::Children | Self::Groups => "users-round",
            Self::School => "school",
            Self::Territory => "map",
            Self::Programmes => "layout-grid",
            Self::Messages => "message-circle",
        }
    }

    /// The key of its word.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Today => "shell-entry-today",
            Self::Week => "shell-entry-week",
            Self::Help => "shell-entry-help",
            Self::Children => "shell-entry-children",
            Self::Groups => "shell-entry-groups",
            Self::School => "shell-entry-school",
            Self::Territory => "shell-entry-territory",
            Self::Programmes => "shell-entry-programmes",
            Self::Messages => "shell-entry-messages",
        }
    }

    /// Where its pages are found by who does not have it, the nearest first.
    const fn instead(self) -> &'static [Self] {
        match self {
            Self::School => &[Self::Groups, Self::Territory],
            Self::Groups => &[Self::School, Self::Territory, Self::Children],
            Self::Territory => &[Self::School, Self::Groups],
            Self::Help => &[Self::Programmes],
            Self::Programmes => &[Self::Help],
            Self::Today | Self::Week | Self::Children | Self::Messages => &[],
        }
    }

    /// The entry of `five` under which this one's pages are.
    fn among(self, five: &[Self]) -> Self {
        let all = std::iter::once(&self).chain(self.instead());
        all.copied().find(|entry| five.contains(entry)).unwrap_or(Self::Today)
    }
}

/// A page that is one tap away, under the word of the menu that it is about.
#[derive(Clone, Copy, Debug)]
pub struct Way {
    /// The word it is under.
    pub under: Entry,
    /// Its address.
    pub href: &'static str,
    /// Its icon in the sprite.
    pub icon: &'static str,
    /// The key of its name.
    pub key: &'static str,
    /// Who goes there.
    pub door: Door,
}

/// One entry of somebody's menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NavItem {
    /// Which.
    pub entry: Entry,
    /// How many things wait there; shown when not zero.
    pub count: usize,
    /// Whether this page belongs to it.
    pub current: bool,
}

/// The five entries of a person, by what they are first: head, staff of a school, staff above schools, pupil, family; a guest
/// has three.
pub fn five(actor: &Actor) -> &'static [Entry] {
    use Entry::{Children, Groups, Help, Messages, Programmes, School, Territory, Today, Week};
    match () {
        () if actor.holds(roles::HEADS) => &[Today, Week, School, Programmes, Messages],
        () if actor.holds(roles::TEAM) => &[Today, Week, Groups, Programmes, Messages],
        // Who accompanies pupils without being of the team has no programme to open.
        () if actor.is_of(&[Audience::School]) => &[Today, Week, Groups, Messages],
        () if actor.is_of(&[Audience::Above]) => &[Today, Week, Territory, Programmes, Messages],
        () if actor.is_of(&[Audience::Pupil]) => &[Today, Week, Help, Groups, Messages],
        () if actor.is_of(&[Audience::Family]) => &[Today, Week, Children, Messages, Help],
        () => &[Today, Groups, Messages],
    }
}

/// The menu of a person, nothing lit yet.
pub fn nav(who: &SignedIn) -> Vec<NavItem> {
    five(&who.actor).iter().map(|entry| NavItem { entry: *entry, count: 0, current: false }).collect()
}

/// The ways that are open before anybody has signed in: they stand beside the door.
pub fn outside(slices: &[&Slice]) -> Vec<Way> {
    slices.iter().flat_map(|slice| slice.menu).filter(|way| way.door.open(None).is_ok()).copied().collect()
}

/// The ways under an entry, as this person has them, in the order of the slices; those of nobody in particular are left at the door.
pub fn ways(slices: &[&Slice], who: &SignedIn, entry: Entry) -> Vec<Way> {
    let five = five(&who.actor);
    let theirs = |way: &&Way| way.door.open(Some(who)).is_ok() && way.door.open(None).is_err();
    let under = |way: &&Way| way.under.among(five) == entry && way.href != entry.href() && theirs(way);
    slices.iter().flat_map(|slice| slice.menu).filter(under).copied().collect()
}

/// The entry that a page belongs to: that of the way, or of the entry, whose address begins the page's with the most letters.
pub fn entry_of(slices: &[&Slice], who: &SignedIn, at: &str) -> Entry {
    let five = five(&who.actor);
    let begins = |href: &str| at.strip_prefix(href).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let entries = Entry::ALL.iter().map(|entry| (entry.href(), *entry));
    let open = |way: &&Way| begins(way.href) && way.door.open(Some(who)).is_ok();
    let ways = slices.iter().flat_map(|slice| slice.menu).filter(open).map(|way| (way.href, way.under));
    let longest = entries.filter(|(href, _)| begins(href)).chain(ways).max_by_key(|(href, _)| href.len());
    longest.map_or(Entry::Today, |(_, entry)| entry).among(five)
}

/// The entry under which the page at this address is found; none for the pages of one's own entries, and for those further away,
/// which say themselves where they lead back to.
pub fn under(slices: &[&Slice], who: &SignedIn, at: &str) -> Option<Entry> {
    let five = five(&who.actor);
    let own = Entry::ALL.iter().copied().find(|entry| entry.href() == at);
    let ways = || slices.iter().flat_map(|slice| slice.menu).filter(|way| way.href == at);
    let listed = |way: &&Way| way.door.open(Some(who)).is_ok();
    // Who came another way than by the menu goes back as those do whom the page is listed for.
    let way = || ways().find(listed).or_else(|| ways().next()).map(|way| way.under);
    own.or_else(way).map(|entry| entry.among(five)).filter(|entry| entry.href() != at)
}

//! The frame around every page.
use crate::{
    Card, Entry, House, Lang, NavItem, Number, Phase, Phrase, Said, Sheet, SignedIn, Turn, Way, When, Words, assets,
    menu,
};
use kernel::Moment;
use std::{borrow::Borrow, sync::Arc};

/// How a page that changes is seen again where there is no script.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Again {
    /// It does not change.
    #[default]
    No,
    /// By itself, after so many seconds: nothing is written in it.
    After(u32),
    /// By a link.
    ByHand,
}

/// The frame's values; every page struct has one under the name `shell`.
#[derive(Clone, Debug)]
pub struct Shell {
    pub(crate) house: Arc<House>,
    pub(crate) by: Option<Arc<SignedIn>>,
    /// The language of the page.
    pub lang: Lang,
    /// The token every form carries.
    pub csrf: String,
    /// The key by which a form sent twice counts once.
    pub once: String,
    /// Whether they are staff, who may search.
    pub staff: bool,
    /// The menu.
    pub nav: Vec<NavItem>,
    /// The entry to go back to, where this page is one of those that the menu's entries list.
    pub under: Option<Entry>,
    /// Who is signed in.
    pub who: Option<Who>,
    /// An opaque name for the person, so that a device never sends one child's message as another's. Empty when signed out.
    pub me: String,
    /// When the page was made, where the device is their own and may keep it: a kept page says its age.
    pub made_at: Option<Moment>,
    /// The page's event stream.
    pub bell: Option<String>,
    /// How the page is seen again where there is no script.
    pub(crate) again: Again,
    /// Whether the people here are made up.
    pub demo: bool,
    /// Whether one reads from right to left.
    pub leftward: bool,
    /// Who waits for them now.
    pub turn: Option<Turn>,
    /// What the form before this page did, in a sentence.
    pub said: Option<Said>,
    /// The address of this page, to come back to; of one that answers a form, the page the form was on.
    pub back: String,
}

/// A face and a name.
#[derive(Clone, Debug)]
pub struct Who {
    /// Two letters.
    pub initials: String,
    /// What to call them.
    pub name: String,
    /// The class of its colour: empty, `warm` or `green`.
    pub hue: &'static str,
}

impl Shell {
    /// The sentence named `key`, in the page's language.
    pub fn say<'s>(&'s self, key: &'s str) -> Phrase<'s> {
        self.house.words.say(self.lang, key).on_page()
    }

    /// The sentence of one word of a closed list: `of("desk-subject-", "maths")`.
    pub fn of(&self, prefix: &str, word: &str) -> Phrase<'_> {
        self.house.words.say(self.lang, format!("{prefix}{word}")).on_page()
    }

    /// The sentences of the house, for what is worded outside a template too.
    pub fn words(&self) -> &Words {
        &self.house.words
    }

    /// The address of an asset.
    pub fn asset<'s>(&self, name: &'s str) -> &'s str {
        assets::address(name)
    }

    /// The address of a style sheet.
    pub fn sheet(&self, sheet: impl Borrow<Sheet>) -> &str {
        self.house.sheets.address(*sheet.borrow())
    }

    /// How many others are drawn on the bench beside the one who waits: four at most.
    pub fn seats(&self, before: impl Number) -> i64 {
        before.number().clamp(0, 4)
    }

    /// Writing direction of the page's language.
    pub fn dir(&self) -> &'static str {
        if self.leftward { "rtl" } else { self.lang.dir() }
    }

    /// The languages in which this reader may have their pages: all of them for families and whoever is not signed in.
    pub fn langs(&self) -> &'static [Lang] {
        if self.by.as_ref().is_none_or(|who| who.reads_any()) { &Lang::ALL } else { &Lang::WHOLE }
    }

    /// A time of day as people say it: « 17 h 42 », "17:42".
    pub fn time(&self, moment: impl When) -> String {
        let paris = moment.when().paris();
        self.hour(i64::from(paris.hour()) * 60 + i64::from(paris.minute()))
    }

    /// The same, from minutes since midnight.
    pub fn hour(&self, minute: impl Number) -> String {
        let minute = minute.number();
        self.say("shell-time").text("h", minute / 60).text("m", format!("{:02}", minute % 60)).to_string()
    }

    /// How long something lasts: « 45 min », « 2 h », « 1 h 15 ».
    pub fn lasts(&self, minutes: impl Number) -> String {
        let minutes = minutes.number();
        let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
        let key = match (hours, rest) {
            (0, _) => "shell-lasts-minutes",
            (_, 0) => "shell-lasts-hours",
            _ => "shell-lasts",
        };
        let said =
            self.say(key).text("h", hours).text("m", if hours > 0 { format!("{rest:02}") } else { rest.to_string() });
        format!("{}{said}", if minutes < 0 { "−" } else { "" })
    }

    /// The address of another page of a list: this one's, with all that it asks for but the number under `key`.
    pub fn turned(&self, key: &str, page: i64) -> String {
        let (path, query) = self.back.split_once('?').unwrap_or((&self.back, ""));
        let mut turned = form_urlencoded::Serializer::for_suffix(format!("{path}?"), path.len() + 1);
        let others = form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| name != key);
        turned.extend_pairs(others).append_pair(key, &page.to_string()).finish()
    }

    /// From when on they sign, where their card was made anew less than a day ago: a sentence.
    pub fn signs_later(&self) -> Option<String> {
        self.by.as_ref()?.signs_from.map(|from| self.not_yet(from))
    }

    pub(crate) fn not_yet(&self, from: Moment) -> String {
        let when = format!("{}, {}", self.date(from), self.time(from));
        self.say("shell-not-yet-text").text("when", when).to_string()
    }

    /// A day as people say it: « mardi 24 novembre »; of another school year, with its year.
    pub fn date(&self, moment: impl When) -> String {
        let moment = moment.when();
        if school_year(moment) == school_year(self.house.clock.now()) {
            return self.dated("shell-date", moment).to_string();
        }
        self.full_date(moment)
    }

    /// The same, with its year whichever it is: « mardi 24 novembre 2026 ».
    pub fn full_date(&self, moment: impl When) -> String {
        let moment = moment.when();
        self.dated("shell-date-year", moment).text("year", moment.paris().year()).to_string()
    }

    fn dated<'s>(&'s self, key: &'s str, moment: Moment) -> Phrase<'s> {
        let paris = moment.paris();
        let day = format!("shell-day-{}", paris.weekday().to_monday_one_offset());
        let month = format!("shell-month-{}", paris.month());
        let (day, month) = (self.say(&day).to_string(), self.say(&month).to_string());
        self.say(key).text("day", day).num("n", i64::from(paris.day())).text("month", month)
    }

    /// A day of birth as people say it, « 6 août 2014 », from how it is kept, `2014-08-06`; as it is, when it is no day.
    pub fn born(&self, kept: &str) -> String {
        let Ok(date) = kept.parse::<jiff::civil::Date>() else { return kept.to_owned() };
        let month = self.of("shell-month-", &date.month().to_string()).to_string();
        let said = self.say("shell-born").num("n", i64::from(date.day())).text("month", month);
        said.text("year", date.year().to_string()).to_string()
    }

    /// A day where a line begins: « Mardi 24 novembre ».
    pub fn date_first(&self, moment: impl When) -> String {
        let date = self.date(moment);
        let mut letters = date.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    /// What a kept page says of itself: on the day it was made, and later.
    pub fn ages(&self) -> Option<(Moment, String, String)> {
        let made = self.made_at?;
        let (time, date) = (self.time(made), self.date(made));
        let today = self.say("shell-page-kept").text("time", &time).to_string();
        Some((made, today, self.say("shell-page-kept-on").text("date", date).text("time", &time).to_string()))
    }

    /// The page rings when one of its topics does: `address` is its stream.
    #[must_use]
    pub fn with_bell(mut self, address: String) -> Self {
        self.bell = Some(address);
        self
    }

    /// Seconds between two refreshes where there is no script.
    pub fn refresh(&self) -> Option<u32> {
        if let Again::After(seconds) = self.again { Some(seconds) } else { None }
    }

    /// Whether the page changes while it is read and, without script, is asked for again by hand.
    pub fn by_hand(&self) -> bool {
        matches!(self.again, Again::ByHand)
    }

    /// Without script, the page comes again every `seconds`: one in which nothing is written.
    #[must_use]
    pub fn with_refresh(mut self, seconds: u32) -> Self {
        self.again = Again::After(seconds);
        self
    }

    /// Without script, a link asks for the page again: one that came by itself would take away what is being written in it.
    #[must_use]
    pub fn seen_by_hand(mut self) -> Self {
        self.again = Again::ByHand;
        self
    }

    /// Lights the entry that the page at `href` belongs to; without it, the one that the page's own path says.
    #[must_use]
    pub fn at(mut self, href: &str) -> Self {
        if let Some(by) = &self.by {
            let entry = menu::entry_of(&self.house.slices, by, href);
            for item in &mut self.nav {
                item.current = item.entry == entry;
            }
        }
        self
    }

    /// Counts what waits under each entry.
    #[must_use]
    pub fn counting(mut self, cards: &[Card]) -> Self {
        let of = |phase, entry| cards.iter().filter(|card| card.phase == phase && card.entry == entry).count();
        for item in &mut self.nav {
            // Who waits now is often among what waits.
            item.count = of(Phase::Waits, item.entry).max(of(Phase::Turn, item.entry));
        }
        self
    }

    /// A sentence of a card: what it is (`""`), its soft line (`"-more"`), its deed (`"-do"`); empty when it has no such sentence.
    pub fn card(&self, card: &Card, part: &str, now: impl When) -> String {
        let now = now.when();
        let key = format!("{}{part}", card.key);
        if !self.house.words.knows(&key) {
            return String::new();
        }
        let (hours, minutes) = (card.n / 60, format!("{:02}", card.n % 60));
        let mut phrase = self.say(&key).text("about", &card.about).num("n", card.n).num("h", hours).text("m", minutes);
        if let Some(since) = card.since {
            phrase = phrase.num("minutes", now.minutes_since(since)).text("since", self.date(since));
        }
        if let Some(due) = card.due {
            phrase = phrase.text("time", self.time(due)).text("day", self.date(due));
        }
        phrase.to_string()
    }

    /// The pages that are open before anybody has signed in.
    pub fn outside(&self) -> Vec<Way> {
        menu::outside(&self.house.slices)
    }

    /// The pages that are one tap away from an entry, for this person.
    pub fn ways(&self, entry: impl Borrow<Entry>) -> Vec<Way> {
        let of = |by: &Arc<SignedIn>| menu::ways(&self.house.slices, by, *entry.borrow());
        self.by.as_ref().map(of).unwrap_or_default()
    }
}

/// The year in which the school year of a day begins, in September.
fn school_year(at: Moment) -> i16 {
    let day = at.paris();
    day.year() - i16::from(day.month() < 9)
}

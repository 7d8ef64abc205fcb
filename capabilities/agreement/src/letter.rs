//! What families read: the published protocol in plain words, in the language they read best. Each language is a file of
//! `letters/`.
use programme::{Hours, Modality, Protocol};
use std::sync::LazyLock;
pub use web::Lang as Tongue;
use web::{Lang, Phrase, Sentences, Slice, Words, given};

/// The sentences of every letter, whatever it proposes. A file that cannot be read is found by a test, long before.
static BOOK: LazyLock<Option<Words>> =
    LazyLock::new(|| Words::read(&[web::seven!("letters")]).or_else(|_| Words::read(&[])).ok());

/// A sentence of the letters.
///
/// # Panics
/// Never: a book without pages is always there.
pub fn speak(tongue: Lang, key: &str) -> Phrase<'static> {
    BOOK.as_ref().unwrap_or_else(|| unreachable!("no sentence is always readable")).say(tongue, key.to_owned())
}

/// A time of day.
fn time(tongue: Lang, minute: u16) -> String {
    speak(tongue, "letter-time").text("h", minute / 60).text("m", format!("{:02}", minute % 60)).to_string()
}

/// What a programme offers a child, in its own words: given by its slice (`Slice::gives`). A programme that gives none is proposed
/// by its name.
#[derive(Clone, Copy, Debug)]
pub struct Offer {
    /// The key of the template.
    pub template: &'static str,
    /// Two sentences in each language, as [`web::seven!`] reads them: `offer-title` (with `$child`) and `offer-intro` (with
    /// `$school` and `$child`).
    pub files: Sentences,
}

impl Offer {
    /// What this template offers, among these slices.
    pub fn of(slices: &[&'static Slice], template: &str) -> Option<&'static Self> {
        given::<Self>(slices).find(|offer| offer.template == template)
    }

    /// Both sentences; nothing when the file cannot be read, which a test of the programme finds.
    fn speak(&self, tongue: Tongue, school: &str, given: &str) -> Option<(String, String)> {
        let book = Words::read(&[self.files]).ok()?;
        let say = |key: &'static str| book.say(tongue, key).text("school", school).text("child", given).to_string();
        Some((say("offer-title"), say("offer-intro")))
    }
}

/// What is proposed to a family.
#[derive(Clone, Copy, Debug)]
pub struct Proposed<'p> {
    /// The name of the dispositif.
    pub programme: &'p str,
    /// The words of its programme.
    pub offer: Option<&'static Offer>,
    /// What the school publishes.
    pub protocol: &'p Protocol,
}

/// A heading and what stands below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub heading: String,
    /// The picture beside it, for who reads little.
    pub icon: &'static str,
    /// Its lines.
    pub lines: Vec<String>,
}

impl Section {
    /// The lines one after the other: sentences stand as they are, words are parted.
    pub fn run(&self) -> String {
        let sentences = self.lines.iter().all(|line| line.ends_with('.'));
        self.lines.join(if sentences { " " } else { " · " })
    }
}

/// A letter about one child, ready to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// In which language.
    pub tongue: Tongue,
    /// What it is about.
    pub title: String,
    /// What is proposed, in two sentences.
    pub intro: Vec<String>,
    /// How, when, where.
    pub sections: Vec<Section>,
}

impl Letter {
    /// The letter of a protocol to the family of a child, of whom it says the given name only.
    pub fn new(tongue: Tongue, school: &str, given: &str, proposed: &Proposed<'_>) -> Self {
        let (protocol, programme) = (proposed.protocol, proposed.programme);
        let say = |key| speak(tongue, key).text("school", school).text("child", given).text("programme", programme);
        let own = proposed.offer.and_then(|offer| offer.speak(tongue, school, given));
        let (title, intro) = own.unwrap_or_else(|| (say("letter-title").to_string(), say("letter-intro").to_string()));
        let mut sections = vec![];
        let mut add = |key: &str, icon: &'static str, lines: Vec<String>| {
            if !lines.is_empty() {
                sections.push(Section { heading: speak(tongue, key).to_string(), icon, lines });
            }
        };
        add("letter-how", "users-round", protocol.modalities.iter().map(|modality| way(tongue, *modality)).collect());
        add("letter-when", "calendar-clock", protocol.hours.iter().map(|hours| slot(tongue, *hours)).collect());
        add("letter-where", "map", places(tongue, protocol));
        add("letter-contact", "phone", protocol.contacts.iter().map(|one| web::french(tongue, one)).collect());
        Self { tongue, title, intro: vec![intro, speak(tongue, "letter-free").to_string()], sections }
    }
}

fn way(tongue: Tongue, modality: Modality) -> String {
    let key = match modality {
        Modality::GroupRoom => "letter-mode-group",
        Modality::SmallGroup => "letter-mode-appointment",
        Modality::Bar => "letter-mode-desk",
        Modality::Telephone => "letter-mode-telephone",
        Modality::OralClass => "letter-mode-oral",
        Modality::TeacherAtSchool => "letter-mode-school",
    };
    speak(tongue, key).to_string()
}

fn slot(tongue: Tongue, hours: Hours) -> String {
    let day = speak(tongue, &format!("letter-day-{}", hours.day.clamp(1, 7))).to_string();
    let slot = speak(tongue, "letter-slot").text("day", day);
    slot.text("from", time(tongue, hours.from)).text("to", time(tongue, hours.to)).to_string()
}

fn places(tongue: Tongue, protocol: &Protocol) -> Vec<String> {
    let home = protocol.home.then(|| speak(tongue, "letter-home").to_string());
    let others = protocol.places.iter().map(|place| {
        let parts = [&place.name, &place.address, &place.open].map(String::as_str);
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    });
    let others = others.map(|place| web::french(tongue, &place));
    home.into_iter().chain(others).collect()
}

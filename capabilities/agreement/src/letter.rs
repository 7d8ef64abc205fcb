//! What families read: the published protocol in plain words, in the language they read best. Each language is a file of
//! `letters/`; one more is one file and one line here.
use programme::{Hours, Modality, Protocol};
use std::sync::LazyLock;
use web::{Lang, Phrase, Sentences, Slice, Words, given};

/// A language of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tongue {
    /// French.
    Fr,
    /// French, easy to read and understand (FALC).
    Falc,
    /// English.
    En,
    /// Arabic.
    Ar,
    /// Turkish.
    Tr,
    /// Ukrainian.
    Uk,
    /// Portuguese.
    Pt,
}

/// The files of the folder `letters` beside the caller's `src`, in the order of [`Tongue::ALL`]. Each is a book of its own, of which
/// only the French shelf is used.
#[macro_export]
macro_rules! letters {
    () => {
        [
            $crate::letters!("fr"),
            $crate::letters!("fr-falc"),
            $crate::letters!("en"),
            $crate::letters!("ar"),
            $crate::letters!("tr"),
            $crate::letters!("uk"),
            $crate::letters!("pt"),
        ]
    };
    ($tongue:literal) => {
        &[(::web::Lang::Fr, include_str!(concat!("../letters/", $tongue, ".ftl")))]
    };
}

/// The sentences of every letter, whatever it proposes.
static BOOKS: LazyLock<Vec<Option<Words>>> = LazyLock::new(|| {
    let files: [Sentences; 7] = crate::letters!();
    files.into_iter().map(|file| Words::read(&[file]).ok()).collect()
});

/// Where there is no book: a file that cannot be read is found by a test, long before.
static EMPTY: LazyLock<Option<Words>> = LazyLock::new(|| Words::read(&[]).ok());

impl Tongue {
    /// Every language.
    pub const ALL: [Self; 7] = [Self::Fr, Self::Falc, Self::En, Self::Ar, Self::Tr, Self::Uk, Self::Pt];

    /// The word kept in addresses and forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::Falc => "fr-falc",
            Self::En => "en",
            Self::Ar => "ar",
            Self::Tr => "tr",
            Self::Uk => "uk",
            Self::Pt => "pt",
        }
    }

    /// Its tag, for the page (BCP 47).
    pub const fn tag(self) -> &'static str {
        if matches!(self, Self::Falc) { "fr" } else { self.word() }
    }

    /// Its own name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fr => "Français",
            Self::Falc => "Français facile à lire",
            Self::En => "English",
            Self::Ar => "العربية",
            Self::Tr => "Türkçe",
            Self::Uk => "Українська",
            Self::Pt => "Português",
        }
    }

    /// Whether it is read from right to left.
    pub const fn leftward(self) -> bool {
        matches!(self, Self::Ar)
    }

    /// The language this word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tongue| tongue.word() == word)
    }

    /// The language of a person's tag; French when it is unsaid or not among ours.
    pub fn of(tag: Option<&str>) -> Self {
        let tag = tag.unwrap_or_default().to_lowercase();
        Self::from_word(&tag)
            .or_else(|| Self::ALL.into_iter().find(|tongue| tag.split('-').next() == Some(tongue.word())))
            .unwrap_or(Self::Fr)
    }

    /// A sentence of its file.
    ///
    /// # Panics
    /// Never: a book without pages is always there.
    pub fn speak(self, key: &str) -> Phrase<'static> {
        let at = Self::ALL.iter().position(|tongue| *tongue == self).unwrap_or(0);
        let book = BOOKS.get(at).and_then(Option::as_ref).or(EMPTY.as_ref());
        book.unwrap_or_else(|| unreachable!("no sentence is always readable")).say(Lang::Fr, key.to_owned())
    }

    /// A time of day.
    fn time(self, minute: u16) -> String {
        self.speak("letter-time").text("h", minute / 60).text("m", format!("{:02}", minute % 60)).to_string()
    }
}

/// What a programme offers a child, in its own words: given by its slice (`Slice::gives`). A programme that gives none is proposed
/// by its name.
#[derive(Clone, Copy, Debug)]
pub struct Offer {
    /// The key of the template.
    pub template: &'static str,
    /// Two sentences in each language, as [`letters!`](crate::letters) reads them: `offer-title` (with `$child`) and `offer-intro` (with
    /// `$school` and `$child`).
    pub files: [Sentences; 7],
}

impl Offer {
    /// What this template offers, among these slices.
    pub fn of(slices: &[&'static Slice], template: &str) -> Option<&'static Self> {
        given::<Self>(slices).find(|offer| offer.template == template)
    }

    /// Both sentences; nothing when the file cannot be read, which a test of the programme finds.
    fn speak(&self, tongue: Tongue, school: &str, given: &str) -> Option<(String, String)> {
        let at = Tongue::ALL.iter().position(|one| *one == tongue)?;
        let book = Words::read(&[*self.files.get(at)?]).ok()?;
        let say = |key: &'static str| book.say(Lang::Fr, key).text("school", school).text("child", given).to_string();
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
        let say = |key| tongue.speak(key).text("school", school).text("child", given).text("programme", programme);
        let own = proposed.offer.and_then(|offer| offer.speak(tongue, school, given));
        let (title, intro) = own.unwrap_or_else(|| (say("letter-title").to_string(), say("letter-intro").to_string()));
        let mut sections = vec![];
        let mut add = |key: &str, lines: Vec<String>| {
            if !lines.is_empty() {
                sections.push(Section { heading: tongue.speak(key).to_string(), lines });
            }
        };
        add("letter-how", protocol.modalities.iter().map(|modality| way(tongue, *modality)).collect());
        add("letter-when", protocol.hours.iter().map(|hours| slot(tongue, *hours)).collect());
        add("letter-where", places(tongue, protocol));
        add("letter-contact", protocol.contacts.clone());
        Self { tongue, title, intro: vec![intro, tongue.speak("letter-free").to_string()], sections }
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
    tongue.speak(key).to_string()
}

fn slot(tongue: Tongue, hours: Hours) -> String {
    let day = tongue.speak(&format!("letter-day-{}", hours.day.clamp(1, 7))).to_string();
    let slot = tongue.speak("letter-slot").text("day", day);
    slot.text("from", tongue.time(hours.from)).text("to", tongue.time(hours.to)).to_string()
}

fn places(tongue: Tongue, protocol: &Protocol) -> Vec<String> {
    let home = protocol.home.then(|| tongue.speak("letter-home").to_string());
    let others = protocol.places.iter().map(|place| {
        let parts = [&place.name, &place.address, &place.open].map(String::as_str);
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    });
    home.into_iter().chain(others).collect()
}

//! Sheets for families, two a page of A4: the letter, its code, and a reply to cut off.
use super::{class, letter::in_force};
use crate::{
    letter::{Letter, Offer, Proposed, Tongue, speak},
    model::Told,
    store::{self, Row},
};
use askama::Template;
use notice::Way;
use web::{Error, Reply, Result, Shell, Visit};

/// How many families a page of A4 holds: one alone when its letter is long.
const A_PAGE: usize = 2;
/// How many signs a line of a letter holds, and how many lines half a page does.
const ROOMY: (usize, usize) = (58, 12);
/// The same in small letters.
const DENSE: (usize, usize) = (68, 15);

#[derive(Template)]
#[template(path = "agreement/sheets.html")]
struct Page {
    shell: Shell,
    class: super::Class,
    pages: Vec<Leaf>,
    /// Whether every family is printed, whatever its channel.
    all: bool,
    tongue: Option<Tongue>,
    count: usize,
}

/// A page of paper: two families, or one whose letter is long.
struct Leaf(Vec<Sheet>);

impl Leaf {
    /// Whether it is one letter alone, not cut.
    fn whole(&self) -> bool {
        self.0.iter().any(|sheet| sheet.room() == Room::Whole)
    }

    /// Whether one more letter stands on it.
    fn takes(&self, sheet: &Sheet) -> bool {
        self.0.len() < A_PAGE && !self.whole() && sheet.room() != Room::Whole
    }
}

/// What room a letter takes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Room {
    /// Half a page.
    Half,
    /// The same, in small letters.
    Dense,
    /// More than that.
    Whole,
}

/// One family's sheet.
struct Sheet {
    told: Told,
    tongue: Tongue,
    letter: Letter,
    code: String,
    qr: String,
    host: String,
}

impl Sheet {
    fn room(&self) -> Room {
        let letter = &self.letter;
        let lines = |signs: usize| {
            let long = |text: &str| text.chars().count().div_ceil(signs);
            let told: usize = letter.intro.iter().map(|line| long(line)).sum();
            long(&letter.title) + told + letter.sections.iter().map(|section| long(&section.run())).sum::<usize>()
        };
        // Cyrillic letters are wider.
        let wide = if self.tongue == Tongue::Uk { 6 } else { 0 };
        let fits = |(signs, most): (usize, usize)| lines(signs - wide) <= most;
        if fits(ROOMY) {
            return Room::Half;
        }
        if fits(DENSE) { Room::Dense } else { Room::Whole }
    }

    fn child(&self) -> String {
        format!("{} {}", self.told.child_name.0, self.told.child_name.1)
    }

    fn guardian(&self) -> String {
        format!("{} {}", self.told.guardian_name.0, self.told.guardian_name.1)
    }

    fn tell(&self, key: &str) -> String {
        let child = &self.told.child_name.0;
        // From left to right in every language, and a line may end behind it.
        let host = format!("\u{200e}{}\u{200b}\u{200e}", self.host);
        speak(self.tongue, key).text("host", host).text("child", child).to_string()
    }

    /// The same for the team that reads the answer, where the family's language is another.
    fn in_french(&self, key: &str) -> Option<String> {
        (self.tongue.tag() != Tongue::Fr.tag()).then(|| speak(Tongue::Fr, key).to_string())
    }
}

impl Page {
    fn path(&self) -> String {
        format!("/accord/feuilles/{}?protocole={}", self.class.id, self.class.announcement.protocol)
    }

    fn chosen(&self, tongue: Tongue) -> bool {
        self.tongue == Some(tongue)
    }

    /// The same, for every family.
    fn every(&self) -> String {
        format!("{}&toutes=1", self.path())
    }
}

/// Those who are reached on paper, those whom nothing else reached, and all when all are asked for.
fn wanted(row: &Row, all: bool) -> bool {
    all || row.told.way == Way::Paper || row.told.failed
}

/// The sheets of a class.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (class, now) = (class(visit)?, visit.now);
    let all = visit.query("toutes").is_some();
    let tongue = visit.query("langue").and_then(Tongue::from_word);
    let rows = store::of_class(visit.tx, &class.announcement, class.id, now)?;
    let (dispositif, school) = (class.announcement.dispositif, class.announcement.school);
    let published = programme::store::published(visit.tx, dispositif, school)?;
    let (secret, url) = (&visit.house.secret, &visit.house.settings.public_url);
    let host = url.split_once("://").map_or(url.as_str(), |(_, host)| host);
    let (template, protocol) = in_force(visit, dispositif, published)?;
    let offer = Offer::of(&visit.house.slices, &template);
    let proposed = Proposed { programme: &class.announcement.name, offer, protocol: &protocol };
    let mut sheets = vec![];
    for row in rows.into_iter().filter(|row| wanted(row, all)) {
        let told = row.told;
        let tongue = tongue.unwrap_or_else(|| Tongue::of(told.lang.as_deref()));
        let letter = Letter::new(tongue, &told.school_name, &told.child_name.0, &proposed);
        let seal = told.seal();
        let link = format!("{url}/reponse/{}", seal.key(secret));
        let qr = print::qr_svg(&link).map_err(|error| Error::Ours(error.to_string()))?;
        sheets.push(Sheet { code: seal.code(secret), told, tongue, letter, qr, host: host.to_owned() });
    }
    let count = sheets.len();
    let mut pages: Vec<Leaf> = vec![];
    for sheet in sheets {
        match pages.last_mut() {
            Some(page) if page.takes(&sheet) => page.0.push(sheet),
            _ => pages.push(Leaf(vec![sheet])),
        }
    }
    let shell = visit.shell().at("/accord/suivi");
    Reply::page(&Page { shell, class, pages, all, tongue, count })
}

/// The sheets were handed out to the class.
pub fn handed(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (class, now) = (class(visit)?, visit.now);
    let all = visit.form.has("toutes");
    let rows = store::of_class(visit.tx, &class.announcement, class.id, now)?;
    let told: Vec<Told> = rows.into_iter().filter(|row| wanted(row, all)).map(|row| row.told).collect();
    store::handed(visit.tx, &class.announcement, &told, now)?;
    let path = format!("/accord/feuilles/{}?protocole={}", class.id, class.announcement.protocol);
    let to = format!("{path}{}", if all { "&toutes=1" } else { "" });
    Ok(Reply::go(to).said(visit.sentence("agreement-sheets-handed")))
}

//! Sheets for families, two a page of A4: the letter, its code, and a reply to cut off.
use super::{class, letter::proposed};
use crate::{
    letter::{Letter, Section, Tongue},
    model::Told,
    store::{self, Row},
};
use askama::Template;
use notice::Way;
use web::{Error, Reply, Result, Shell, Visit};

/// How many families a page of A4 holds: one alone when its letter is long.
const A_PAGE: usize = 2;
/// How many signs a line of a letter's column holds, and how many lines half a page does.
const A_LINE: usize = 40;
/// The same in Cyrillic, whose letters are wider.
const A_WIDE_LINE: usize = 35;
const HALF: usize = 23;
/// How many lines the code and its square are high.
const PASS: usize = 9;
/// How many sections stand in the letter's column.
const LEFT: usize = 3;

#[derive(Template)]
#[template(path = "agreement/sheets.html")]
struct Page {
    shell: Shell,
    class: super::Class,
    pages: Vec<Vec<Sheet>>,
    /// Whether every family is printed, whatever its channel.
    all: bool,
    tongue: Option<Tongue>,
    count: usize,
    handed: bool,
}

/// One family's half page.
struct Sheet {
    told: Told,
    tongue: Tongue,
    letter: Letter,
    code: String,
    qr: String,
    host: String,
}

impl Sheet {
    /// Whether both columns fit in half a page.
    fn is_short(&self) -> bool {
        let line = if self.tongue == Tongue::Uk { A_WIDE_LINE } else { A_LINE };
        let long = |text: &str| text.chars().count().div_ceil(line);
        let all = |sections: &[Section]| sections.iter().map(|section| 1 + long(&section.run())).sum::<usize>();
        let intro: usize = self.letter.intro.iter().map(|line| long(line)).sum();
        let reply = ["letter-sheet-how", "letter-sheet-paper", "letter-yes", "letter-no", "letter-sheet-sign"];
        let reply: usize = reply.iter().map(|key| long(&self.tell(key))).sum();
        let left = long(&self.letter.title) + intro + all(self.left());
        left <= HALF && PASS + all(self.right()) + reply <= HALF
    }

    /// What stands below the code: whom to ask.
    fn right(&self) -> &[Section] {
        self.letter.sections.get(LEFT..).unwrap_or_default()
    }

    /// What stands below the title: how, when and where.
    fn left(&self) -> &[Section] {
        self.letter.sections.get(..LEFT).unwrap_or(&self.letter.sections)
    }

    fn tell(&self, key: &str) -> String {
        let child = &self.told.child_name.0;
        self.tongue.speak(key).text("host", &self.host).text("child", child).to_string()
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
    let protocol = published.map(|published| published.content).unwrap_or_default();
    let (secret, url) = (&visit.house.secret, &visit.house.settings.public_url);
    let host = url.split_once("://").map_or(url.as_str(), |(_, host)| host);
    let proposed = proposed(visit, (dispositif, &class.announcement.name), &protocol)?;
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
    let mut pages: Vec<Vec<Sheet>> = vec![];
    for sheet in sheets {
        match pages.last_mut() {
            Some(page) if page.len() < A_PAGE && page.iter().chain([&sheet]).all(Sheet::is_short) => page.push(sheet),
            _ => pages.push(vec![sheet]),
        }
    }
    let handed = visit.query("remises").is_some();
    let shell = visit.shell().at("/accord/suivi");
    Reply::page(&Page { shell, class, pages, all, tongue, count, handed })
}

/// The sheets were handed out to the class.
pub fn handed(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (class, now) = (class(visit)?, visit.now);
    let all = visit.form.has("toutes");
    let rows = store::of_class(visit.tx, &class.announcement, class.id, now)?;
    let told: Vec<Told> = rows.into_iter().filter(|row| wanted(row, all)).map(|row| row.told).collect();
    store::handed(visit.tx, &class.announcement, &told, now)?;
    let path = format!("/accord/feuilles/{}?protocole={}", class.id, class.announcement.protocol);
    Ok(Reply::go(format!("{path}&remises=1{}", if all { "&toutes=1" } else { "" })))
}

//! Search, for staff: what slices let be found, and the pages of the menu.
use askama::Template;
use search::{Ask, Findable, Hit, Sees};
use web::{Entry, Reply, Result, Shell, Visit, Way, given};

/// How many things are shown.
const SHOWN: u32 = 40;
/// The longest question, in characters.
const LONGEST: usize = 100;

#[derive(Template)]
#[template(path = "home/search.html")]
struct Page {
    shell: Shell,
    asked: String,
    /// What was searched instead of a word that is unknown.
    corrected: Option<String>,
    pages: Vec<Way>,
    /// What is found, kind by kind, each under the key of its title.
    found: Vec<(&'static str, Vec<Hit>)>,
    /// How many there are beside those shown.
    more: u32,
}

impl Page {
    fn nothing(&self) -> bool {
        self.pages.is_empty() && self.found.is_empty()
    }
}

/// What is found of the question; a page that asks when there is none.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let asked: String = visit.query("q").unwrap_or_default().trim().chars().take(LONGEST).collect();
    let givers: Vec<&Findable> = given(&visit.house.slices).collect();
    let sees = givers.iter().fold(Sees::nothing(), |sees, one| (one.sees)(sees, &actor));
    let all = search::find(visit.tx, &sees, Ask { text: &asked, limit: SHOWN, page: 0 })?;
    let more = all.total.saturating_sub(SHOWN);
    let of = |kind: &str| all.hits.iter().filter(|hit| hit.kind == kind).cloned().collect::<Vec<_>>();
    let found =
        givers.iter().map(|one| (one.title, of(one.source.kind))).filter(|(_, hits)| !hits.is_empty()).collect();
    let shell = visit.shell().at("/");
    let pages = pages(&shell, &asked);
    Reply::page(&Page { shell, asked, corrected: all.corrected, pages, found, more })
}

/// The pages of this person's menu whose name has every word asked, from two letters on.
fn pages(shell: &Shell, asked: &str) -> Vec<Way> {
    let asked = kernel::fold(asked);
    if asked.chars().count() < 2 {
        return vec![];
    }
    let named = |way: &Way| {
        let name = kernel::fold(&shell.say(way.key).to_string());
        asked.split(' ').all(|word| name.split(' ').any(|part| part.starts_with(word)))
    };
    Entry::ALL.iter().flat_map(|entry| shell.ways(entry)).filter(named).collect()
}

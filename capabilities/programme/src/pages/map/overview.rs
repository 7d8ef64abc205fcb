//! What the map, the lines and the table of a programme all read: one look at its schools.
use crate::{
    Dispositif, Figure, Finding, Look, Site, Template, Weekly, Weeks, mark_word, model::weeks, policy::Open, store,
};
use access::Allowed;
use kernel::{Moment, UnitId};
use print::{
    chart::Caption,
    map::{Dot, Mark},
    spark,
};
use std::collections::BTreeMap;
use web::{Result, Shell, Visit, given};

/// How many things that ask for a look stand beside the map.
const LOOKS: usize = 5;

/// The schools of a programme, with all that was counted of them.
pub struct Overview {
    pub dispositif: Allowed<Open, Dispositif>,
    pub sites: Vec<Site>,
    pub headline: Vec<Figure>,
    /// What is counted week after week, and how it went.
    weekly: Option<(&'static Weekly, Weeks)>,
    now: Moment,
}

impl Overview {
    /// Looks at it: three statements, whatever the number of schools.
    pub fn of(visit: &mut Visit<'_, '_>, dispositif: Allowed<Open, Dispositif>) -> Result<Self> {
        let (now, slices) = (visit.now, &visit.house.slices);
        let template = Template::of(slices, &dispositif.template);
        let chapters = template.chapters(slices);
        let counts = |chapter: &str| chapters.iter().any(|one| one.key == chapter);
        let headline = template.headline(&chapters);
        let looks: Vec<&Look> = given::<Look>(slices).filter(|look| counts(look.chapter)).collect();
        let weekly = given::<Weekly>(slices).find(|weekly| counts(weekly.chapter));
        let mut keys: Vec<&str> = headline.iter().map(|figure| figure.key).collect();
        keys.extend(looks.iter().flat_map(|look| look.reads));
        let mut sites = store::sites(visit.tx, &dispositif)?;
        let mut numbers = store::numbers_of(visit.tx, dispositif.id, &keys, None)?;
        for site in &mut sites {
            site.numbers = numbers.remove(&site.place.school.id).unwrap_or_default();
            site.look(&looks, now);
        }
        let ids: Vec<_> = [Some(dispositif.id), dispositif.before].into_iter().flatten().collect();
        let departements: Vec<UnitId> = departements(&sites).into_values().collect();
        let weekly = match weekly {
            Some(weekly) => Some((weekly, store::weeks(visit.tx, weekly, &ids, &departements)?)),
            None => None,
        };
        Ok(Self { dispositif, sites, headline, weekly, now })
    }

    /// The départements of its schools: the id and the name of each.
    pub fn departements(&self) -> Vec<(String, String)> {
        departements(&self.sites).into_iter().map(|(name, id)| (id.to_string(), name.to_owned())).collect()
    }

    /// How many schools bear this mark.
    pub fn count(&self, mark: Mark) -> usize {
        self.sites.iter().filter(|site| site.mark() == mark).count()
    }

    /// How many whole weeks have been counted.
    fn whole_weeks(&self) -> usize {
        let counted = self.dispositif.counted_at.unwrap_or(self.now).paris().date().min(self.dispositif.ends_on);
        usize::try_from(weeks(self.dispositif.starts_on, counted)).unwrap_or(0)
    }
}

/// The départements of these schools, by name.
fn departements(sites: &[Site]) -> BTreeMap<&str, UnitId> {
    sites.iter().filter_map(|site| site.place.departement.as_ref()).map(|unit| (unit.name.as_str(), unit.id)).collect()
}

/// The small line of a département.
pub struct Line {
    pub name: String,
    pub svg: String,
    /// The number of the last whole week.
    pub last: i64,
    /// That of the same week a year before, when there was one.
    pub before: Option<i64>,
}

/// The map with what asks for a look, then the small lines.
pub struct Top<'t> {
    pub shell: &'t Shell,
    pub overview: &'t Overview,
    pub map: Option<String>,
    /// The key of the small lines' title.
    pub weekly: &'static str,
    pub lines: Vec<Line>,
}

impl<'t> Top<'t> {
    pub fn of(shell: &'t Shell, overview: &'t Overview) -> Self {
        let weekly = overview.weekly.as_ref().map_or("", |(weekly, _)| weekly.key);
        Self { shell, overview, map: map(shell, overview), weekly, lines: lines(shell, overview) }
    }

    /// For the key: the sign of each mark, its word, and how many schools bear it.
    pub fn marks(&self) -> [(String, &'static str, usize); 3] {
        [Mark::Well, Mark::Look, Mark::NotYet].map(|mark| (mark.sign(), mark_word(mark), self.overview.count(mark)))
    }

    /// How many more ask for one.
    pub fn more(&self) -> usize {
        self.overview.count(Mark::Look).saturating_sub(LOOKS)
    }

    /// Where schools are by now, in a sentence.
    pub fn lead(&self) -> String {
        let [well, look] = [Mark::Well, Mark::Look].map(|mark| self.overview.count(mark));
        self.shell.say("programme-map-lead").num("n", well + look).num("look", look).to_string()
    }

    /// Whether a line has last year beside it.
    pub fn dotted(&self) -> bool {
        self.lines.iter().any(|line| line.before.is_some())
    }

    /// The first schools that ask for a look, each with what was found first.
    pub fn looks(&self) -> Vec<(&Site, Finding)> {
        let found = self.overview.sites.iter().filter_map(|site| Some((site, *site.findings.first()?)));
        found.take(LOOKS).collect()
    }
}

fn map(shell: &Shell, overview: &Overview) -> Option<String> {
    let dot = |site: &Site| {
        let (latitude, longitude) = site.at?;
        Some(Dot { latitude, longitude, mark: site.mark(), name: site.place.school.name.clone() })
    };
    let dots: Vec<Dot> = overview.sites.iter().filter_map(dot).collect();
    let mut codes: Vec<&str> = overview
        .sites
        .iter()
        .filter_map(|site| site.place.departement.as_ref())
        .map(|unit| unit.code.as_str())
        .collect();
    codes.sort_unstable();
    codes.dedup();
    let title = shell.say("programme-map-title").text("name", &overview.dispositif.name).to_string();
    let [well, look, not_yet] = [Mark::Well, Mark::Look, Mark::NotYet].map(|mark| overview.count(mark));
    let text = shell.say("programme-map-text").num("well", well).num("look", look).num("later", not_yet).to_string();
    print::map::draw(Caption { id: "carte", title: &title, text: &text }, &codes, &dots)
}

fn lines(shell: &Shell, overview: &Overview) -> Vec<Line> {
    let Some((_, all)) = &overview.weekly else { return vec![] };
    let (this, before, weeks) = (overview.dispositif.id, overview.dispositif.before, overview.whole_weeks());
    let of = |dispositif, unit| all.get(&(dispositif, unit)).cloned().unwrap_or_default();
    let lines: Vec<_> = departements(&overview.sites)
        .into_iter()
        .map(|(name, unit)| {
            let mut now = of(this, unit);
            now.resize(weeks, 0);
            (name, now, before.map(|before| of(before, unit)).unwrap_or_default())
        })
        .collect();
    let most = lines.iter().flat_map(|(_, now, before)| now.iter().chain(before)).copied().max().unwrap_or(0);
    if most == 0 || weeks == 0 {
        return vec![];
    }
    let line = |(name, now, before): (&str, Vec<i64>, Vec<i64>)| {
        let (first, last) = (now.first().copied().unwrap_or(0), now.last().copied().unwrap_or(0));
        let said = shell.say("programme-map-line").text("name", name).num("from", first).num("to", last).to_string();
        let svg = spark::line(&said, &now, &before, most);
        Line { name: name.to_owned(), svg, last, before: before.get(now.len() - 1).copied() }
    };
    lines.into_iter().map(line).collect()
}

//! The table of schools: which rows, in which order, and what each says.
use super::overview::Overview;
use crate::{Figure, Pair, Quantity, Site, mark_word, pages::number, percent};
use kernel::{UnitId, fold};
use print::{
    book::{Cell, Table},
    map::Mark,
};
use std::cmp::Reverse;
use web::{Paged, Pager, Shell, Visit};

/// How many figures a row has on *Aujourd'hui*.
const FEW: usize = 3;
/// The longest name that is looked for.
const SOUGHT: usize = 60;

/// Which rows are asked for, and in which order.
#[derive(Clone, Debug, Default)]
pub struct Ask {
    /// The key of the column by which they are sorted; those to be looked at come first when it is none.
    sort: String,
    /// Whether from the last to the first.
    down: bool,
    pub departement: String,
    pub mark: String,
    pub sought: String,
}

impl Ask {
    /// What the address asks.
    pub fn of(visit: &Visit<'_, '_>) -> Self {
        let said = |name: &str| visit.query(name).unwrap_or_default().trim().chars().take(SOUGHT).collect::<String>();
        let sort = said("tri");
        let (down, sort) = sort.strip_prefix('-').map_or((false, sort.as_str()), |sort| (true, sort));
        let sort = sort.to_owned();
        Self { sort, down, departement: said("departement"), mark: said("situation"), sought: said("cherche") }
    }

    /// Whether something is left out.
    pub fn filters(&self) -> bool {
        !(self.departement.is_empty() && self.mark.is_empty() && self.sought.is_empty())
    }

    /// The value of its order in an address.
    pub fn order(&self) -> String {
        if self.down { format!("-{}", self.sort) } else { self.sort.clone() }
    }

    /// The end of an address that asks the same, in this order.
    fn query(&self, order: &str) -> String {
        let pairs = [
            ("tri", order),
            ("departement", &*self.departement),
            ("situation", &*self.mark),
            ("cherche", &*self.sought),
        ];
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(pairs.into_iter().filter(|(_, value)| !value.is_empty()));
        query.finish()
    }

    /// The same of this very page.
    pub fn same(&self) -> String {
        self.query(&self.order())
    }

    fn takes(&self, site: &Site) -> bool {
        let place = &site.place;
        let here = || place.departement.as_ref().is_some_and(|unit| unit.id.to_string() == self.departement);
        let named = || {
            let all = fold(&format!("{} {} {}", place.school.name, site.commune, place.school.code));
            fold(&self.sought).split(' ').all(|word| all.contains(word))
        };
        (self.departement.is_empty() || here())
            && (self.mark.is_empty() || mark_word(site.mark()) == self.mark)
            && (self.sought.is_empty() || named())
    }
}

/// A column of the table.
pub struct Column {
    pub name: String,
    /// Whether it holds numbers.
    pub end: bool,
    /// Where a tap sorts by it.
    pub href: String,
    /// How it is sorted, in the words of `aria-sort`; empty when by another.
    pub sorted: &'static str,
}

/// A row of the table.
#[derive(Clone)]
pub struct Row {
    pub school: UnitId,
    pub name: String,
    pub departement: String,
    /// What it says of itself: the kind of a badge, its icon, its words.
    pub says: Vec<(&'static str, &'static str, String)>,
    pub cells: Vec<String>,
}

/// The sites asked for, in their order.
fn chosen<'o>(overview: &'o Overview, ask: &Ask) -> Vec<&'o Site> {
    let mut sites: Vec<&Site> = overview.sites.iter().filter(|site| ask.takes(site)).collect();
    // They come by name: what follows keeps that among equals.
    match ask.sort.as_str() {
        "nom" => {}
        "departement" => sites.sort_by_key(|site| kernel::order(&[site.departement()])),
        key => match overview.headline.iter().find(|figure| figure.key == key) {
            Some(figure) => sites.sort_by_key(|site| site.numbers.of(figure).map(|pair| value(*figure, pair))),
            None => sites.sort_by_key(|site| Reverse(rank(site.mark()))),
        },
    }
    if ask.down {
        sites.reverse();
    }
    sites
}

/// In which order marks come: those to be looked at first.
const fn rank(mark: Mark) -> u8 {
    match mark {
        Mark::Look => 2,
        Mark::NotYet => 1,
        Mark::Well => 0,
    }
}

fn value(figure: Figure, pair: Pair) -> i64 {
    if figure.quantity == Quantity::Share { percent(pair) } else { pair.0 }
}

/// A page of the rows, with the few columns that there is room for on *Aujourd'hui*.
pub fn first(shell: &Shell, overview: &Overview, ask: &Ask, pager: Pager) -> (Paged<Row>, Vec<Column>) {
    page(shell, overview, ask, pager, FEW)
}

/// A page of the rows, with every column.
pub fn all(shell: &Shell, overview: &Overview, ask: &Ask, pager: Pager) -> (Paged<Row>, Vec<Column>) {
    page(shell, overview, ask, pager, usize::MAX)
}

fn page(shell: &Shell, overview: &Overview, ask: &Ask, pager: Pager, most: usize) -> (Paged<Row>, Vec<Column>) {
    let base = format!("/programmes/{}/carte", overview.dispositif.id);
    let column = |key: &str, name: String, end: bool| {
        let here = ask.sort == key || (key == "situation" && ask.sort.is_empty());
        // Numbers are asked for from the greatest on, words from the first.
        let down = if here { !ask.down } else { end };
        let order = if down { format!("-{key}") } else { key.to_owned() };
        let sorted = match (here, ask.down) {
            (false, _) => "",
            (true, true) => "descending",
            (true, false) => "ascending",
        };
        Column { name, end, href: format!("{base}?{}#ecoles", ask.query(&order)), sorted }
    };
    let figures = || overview.headline.iter().take(most);
    let mut columns = vec![
        column("nom", shell.say("programme-school").to_string(), false),
        column("situation", shell.say("programme-map-how").to_string(), false),
    ];
    columns.extend(figures().map(|figure| column(figure.key, shell.say(figure.key).to_string(), true)));
    let row = |site: &Site| Row {
        school: site.place.school.id,
        name: site.place.school.name.clone(),
        departement: site.departement().to_owned(),
        says: says(shell, site),
        cells: figures().map(|figure| number::short(shell, figure, &site.numbers)).collect(),
    };
    (Paged::of(&chosen(overview, ask), pager).map(row), columns)
}

/// What a school says of itself, in words.
fn says(shell: &Shell, site: &Site) -> Vec<(&'static str, &'static str, String)> {
    match site.mark() {
        Mark::Look => {
            let find = |one: &crate::Finding| ("warn", one.icon, shell.say(one.key).num("n", one.n).to_string());
            site.findings.iter().map(find).collect()
        }
        Mark::Well => vec![("ok", "check", shell.say("programme-mark-va-bien").to_string())],
        Mark::NotYet if site.place.state == crate::State::Engaged => {
            vec![("", "clock", shell.say("programme-mark-sans-protocole").to_string())]
        }
        Mark::NotYet => vec![("", "clock", shell.of("programme-state-", site.place.state.word()).to_string())],
    }
}

/// The rows asked for, to take away: every column, numbers as numbers.
pub fn table(shell: &Shell, overview: &Overview, ask: &Ask) -> Table {
    let fixed =
        ["programme-uai", "programme-school", "programme-commune", "programme-departement", "programme-map-how"];
    let unit = |figure: &Figure| match figure.quantity {
        Quantity::Count => "",
        Quantity::Share => " (%)",
        Quantity::Minutes | Quantity::Delay => " (min)",
    };
    let mut heads: Vec<String> = fixed.map(|key| shell.say(key).to_string()).into();
    heads.push(format!("{} (%)", shell.say("programme-bus-short")));
    heads.extend(overview.headline.iter().map(|one| format!("{}{}", shell.say(one.key), unit(one))));
    let line = |site: &&Site| {
        let school = &site.place.school;
        let how: Vec<String> = says(shell, site).into_iter().map(|(_, _, words)| words).collect();
        let mut cells: Vec<Cell> = vec![
            school.code.as_str().into(),
            school.name.as_str().into(),
            site.commune.as_str().into(),
            site.departement().into(),
            how.join(", ").into(),
            site.place.bus.map_or(Cell::Empty, |bus| Cell::Number(bus.into())),
        ];
        let number =
            |figure: &Figure| site.numbers.of(figure).map_or(Cell::Empty, |pair| Cell::Number(value(*figure, pair)));
        cells.extend(overview.headline.iter().map(number));
        cells
    };
    let rows = chosen(overview, ask).iter().map(line).collect();
    Table { name: shell.say("programme-schools").to_string(), heads, rows, foot: vec![], pinned: 1 }
}

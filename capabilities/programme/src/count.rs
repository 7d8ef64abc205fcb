//! Counting: once a night, and whenever the pilot asks, from the traces that the slices keep.
use crate::{Counts, Dispositif, Figure, Pair, Scope, Template, Weekly, store};
use db::{Result, Tx};
use jiff::ToSpan as _;
use kernel::{Moment, UnitId};
use std::collections::{BTreeMap, HashMap};
use web::{Slice, given};

/// How many days after the last one the numbers still follow the traces: hours are approved and presences corrected until then.
/// Later the traces themselves begin to go, and the numbers stay as they are.
pub const AFTERWARDS: i64 = 60;

impl Dispositif {
    /// Whether its numbers are counted at `now`.
    pub fn counts(&self, now: Moment) -> bool {
        let last = self.ends_on.saturating_add(AFTERWARDS.days());
        (self.starts_on..=last).contains(&now.paris().date())
    }
}

/// Counts a dispositif as far as today. All its numbers are replaced together, and bear the same instant.
pub fn count(tx: &mut Tx<'_>, slices: &[&'static Slice], dispositif: &Dispositif, now: Moment) -> Result<()> {
    let schools = store::engaged(tx, dispositif.id)?;
    let last = dispositif.ends_on.min(now.paris().date());
    let until = last.tomorrow().unwrap_or(last).max(dispositif.starts_on);
    let scope = Scope { dispositif: dispositif.id, schools: &schools, from: dispositif.starts_on, until };
    let chapters = Template::of(slices, &dispositif.template).chapters(slices);
    let mut counts = Counts::default();
    for chapter in &chapters {
        (chapter.gather)(tx, &scope, &mut counts)?;
    }
    let figures: Vec<Figure> = chapters.iter().flat_map(|chapter| chapter.figures).copied().collect();
    let weekly: Vec<&Weekly> = given(slices).collect();
    let departements = if weekly.is_empty() { HashMap::new() } else { store::departements(tx, dispositif.id)? };
    let rows = gathered(counts.rows(&figures, dispositif.academie), &weekly, &departements);
    store::set_measures(tx, dispositif.id, &rows, now)
}

type Rows = Vec<(UnitId, String, Pair)>;

/// The same rows, with what is counted week after week of the schools of a département made one: a year of it has many rows.
fn gathered(rows: Rows, weekly: &[&Weekly], departements: &HashMap<UnitId, UnitId>) -> Rows {
    let (weeks, mut rows): (Rows, Rows) =
        rows.into_iter().partition(|(_, key, _)| weekly.iter().any(|one| one.owns(key)));
    let mut sums: BTreeMap<(UnitId, String), i64> = BTreeMap::new();
    for (school, key, (value, _)) in weeks {
        if let Some(departement) = departements.get(&school) {
            *sums.entry((*departement, key)).or_default() += value;
        }
    }
    rows.extend(sums.into_iter().map(|((departement, key), sum)| (departement, key, (sum, 0))));
    rows
}

/// Counts every dispositif whose numbers still follow the traces.
pub fn count_all(tx: &mut Tx<'_>, slices: &[&'static Slice], now: Moment) -> Result<()> {
    for dispositif in store::all(tx)?.into_iter().filter(|dispositif| dispositif.counts(now)) {
        count(tx, slices, &dispositif, now)?;
    }
    Ok(())
}

//! Counting: once a night, and whenever the pilot asks, from the traces that the slices keep.
use crate::{Counts, Dispositif, Figure, Scope, Template, store};
use db::{Result, Tx};
use jiff::ToSpan as _;
use kernel::Moment;
use web::Slice;

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
    store::set_measures(tx, dispositif.id, &counts.rows(&figures, dispositif.academie), now)
}

/// Counts every dispositif whose numbers still follow the traces.
pub fn count_all(tx: &mut Tx<'_>, slices: &[&'static Slice], now: Moment) -> Result<()> {
    for dispositif in store::all(tx)?.into_iter().filter(|dispositif| dispositif.counts(now)) {
        count(tx, slices, &dispositif, now)?;
    }
    Ok(())
}

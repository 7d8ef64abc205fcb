//! The indicators that the sheet of the dispositif shows, computed anew each day from the same traces as the bilan.
use super::{Numbers, Part, gather};
use crate::template::KEY;
use db::Result;
use jobs::Work;

/// What is shown of a school: the key of its label, how many, out of how many (0 for a plain count).
fn shown(numbers: &Numbers) -> [(&'static str, i64, i64); 7] {
    let part = |key, Part { of, all }: Part| (key, of, all);
    [
        ("homework-measure-pupils", numbers.pupils, 0),
        ("homework-measure-asked", numbers.asked, 0),
        part("homework-measure-help", numbers.help()),
        part("homework-measure-soon", numbers.soon()),
        part("homework-measure-agreed", numbers.adhesion()),
        ("homework-measure-meetings", numbers.meetings.held, 0),
        ("homework-measure-hours", numbers.minutes / 60, 0),
    ]
}

/// The day's measures of every year that runs.
pub fn measure(work: &mut Work<'_, '_>) -> Result<()> {
    for running in programme::store::all_running(work.tx, work.now)?.into_iter().filter(|one| one.template == KEY) {
        let of_year = programme::store::of_year(work.tx, running.academie, KEY, running.year)?;
        let Some(dispositif) = of_year.filter(|found| found.id == running.id) else { continue };
        for school in gather(work.tx, &dispositif, None, work.now)?.schools {
            for (key, value, of) in shown(&school.numbers) {
                programme::store::measure(work.tx, dispositif.id, school.unit.id, key, value, of, work.now)?;
            }
        }
    }
    Ok(())
}

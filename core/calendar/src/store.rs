//! All the SQL of the calendar.
use crate::{Letter, Period, monday};
use db::{Result, Tx, params};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// From which Mondays on the letters begin again, with which.
pub(crate) type Letters = Vec<(Date, Letter)>;

/// Every period imported, and the Mondays on which the letters begin again, in order.
pub(crate) fn all(tx: &mut Tx<'_>) -> Result<(Vec<Period>, Letters)> {
    let sql = "SELECT starts, ends, name, checked FROM calendar_holiday
               UNION ALL SELECT monday, '', letter, 0 FROM calendar_week_letter ORDER BY 1, 2";
    let (mut periods, mut letters) = (vec![], vec![]);
    for row in tx.query(sql, &[])? {
        let Ok(from) = row.text(0).parse::<Date>() else { continue };
        if let Ok(to) = row.text(1).parse() {
            periods.push(Period { name: row.get(2), from, to, checked: row.get(3) });
        } else if let Some(letter) = Letter::from_word(row.text(2)) {
            letters.push((from, letter));
        }
    }
    Ok((periods, letters))
}

/// Keeps these periods in place of all that was stored of their school years.
pub fn put(tx: &mut Tx<'_>, periods: &[Period]) -> Result<()> {
    for year in periods.iter().map(Period::year).collect::<BTreeSet<_>>() {
        tx.execute("DELETE FROM calendar_holiday WHERE year = ?1", &params![i64::from(year.0)])?;
    }
    for period in periods {
        let year = i64::from(period.year().0);
        tx.execute(
            "INSERT INTO calendar_holiday (year, name, starts, ends, checked) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (starts, ends) DO UPDATE SET name = excluded.name, checked = excluded.checked",
            &params![year, &period.name, period.from.to_string(), period.to.to_string(), period.checked],
        )?;
    }
    Ok(())
}

/// Lays down the letter of the week of `day`: the following weeks alternate from there.
pub fn set_letter(tx: &mut Tx<'_>, day: Date, letter: Letter) -> Result<()> {
    tx.execute(
        "INSERT INTO calendar_week_letter (monday, letter) VALUES (?1, ?2)
         ON CONFLICT (monday) DO UPDATE SET letter = excluded.letter",
        &params![monday(day).to_string(), letter.word()],
    )
    .map(drop)
}

//! Who somebody is, typed: a record made, corrected, or found to be two people's.
use super::{Undo, find, keep, operator};
use crate::{Result, terminal};
use clap::Subcommand;
use db::{Db, Tx};
use directory::{Person, store};
use jiff::civil::Date;
use kernel::{Clock, Moment, SystemClock};
use secretariat::Part;

/// What may be done to a record.
#[derive(Debug, Subcommand)]
pub enum Record {
    /// Makes somebody; their role comes next (`preau person role`).
    Create {
        /// Given name.
        given: String,
        /// Family name.
        family: String,
        /// The day they were born.
        #[arg(long)]
        born: Option<Date>,
    },
    /// Corrects a name or a day of birth; the trail keeps what was said before.
    Correct {
        /// Whose, by an id or `source:identifier`.
        person: String,
        /// Given name.
        #[arg(long)]
        given: Option<String>,
        /// Family name.
        #[arg(long)]
        family: Option<String>,
        /// The day they were born.
        #[arg(long)]
        born: Option<Date>,
    },
    /// Makes one record two: what is named goes to the second, which is made. `preau person merge` makes them one again.
    Split {
        /// Whose, by an id or `source:identifier`.
        person: String,
        /// Given name of the second.
        given: String,
        /// Family name of the second.
        family: String,
        /// A role of theirs and its place: `teacher@0140041U`.
        #[arg(long)]
        role: Vec<String>,
        /// A child they answer for, by an id or `source:identifier`.
        #[arg(long)]
        child: Vec<String>,
        /// What names them in a list: `source:identifier`.
        #[arg(long)]
        key: Vec<String>,
    },
}

/// Does it, in one transaction, and says what came of it.
pub async fn record(db: &Db, deed: Record) -> Result<()> {
    let now = SystemClock.now();
    let deed = std::sync::Arc::new(deed);
    let said = db.write(move |tx| done(tx, &deed, now)).await?;
    terminal::say(said);
    Ok(())
}

fn done(tx: &mut Tx<'_>, deed: &Record, now: Moment) -> std::result::Result<String, Undo> {
    let hand = operator(now);
    match deed {
        Record::Create { given, family, born } => {
            let person = named(given, family, *born, now)?;
            secretariat::create(tx, &hand, &person, None)?;
            Ok(format!("{} is made: {}", person.full(), person.id))
        }
        Record::Correct { person, given, family, born } => {
            let id = find(tx, person)?;
            let was = store::person(tx, id)?.ok_or_else(|| keep::no("nobody here has this id or this key"))?;
            let (given, family) = (given.as_ref().unwrap_or(&was.given), family.as_ref().unwrap_or(&was.family));
            let mut is = named(given, family, *born, now)?;
            is = Person {
                given: is.given,
                family: is.family,
                born: is.born.or_else(|| was.born.clone()),
                ..was.clone()
            };
            let changed = secretariat::correct(tx, &hand, (&was, &is), None)?;
            Ok(if changed { format!("{}: corrected.", is.full()) } else { "That is what is said already.".to_owned() })
        }
        Record::Split { person, given, family, role, child, key } => {
            let (id, other) = (find(tx, person)?, named(given, family, None, now)?);
            let someone = keep::someone(tx, id, now)?;
            let mut parts = vec![];
            for said in role {
                let (role, place) = said.split_once('@').ok_or_else(|| keep::no("say a role as role@place"))?;
                let role = keep::named(role)?;
                let unit = keep::unit(tx, role, place)?;
                if !someone.held.iter().any(|held| held.role == role && held.unit.id == unit.id) {
                    return Err(keep::no(format!("they do not hold {said}")));
                }
                parts.push(Part::Role(role, unit.id));
            }
            for said in child {
                let child = find(tx, said)?;
                if !someone.children.iter().any(|one| one.person.id == child) {
                    return Err(keep::no(format!("they do not answer for {said}")));
                }
                parts.push(Part::Child(child));
            }
            for said in key {
                let (source, known) = said.split_once(':').ok_or_else(|| keep::no("say source:identifier"))?;
                if store::by_key(tx, source, known)?.map(|known| known.id) != Some(id) {
                    return Err(keep::no(format!("{said} is not theirs")));
                }
                parts.push(Part::Key(source.to_owned(), known.to_owned()));
            }
            if parts.is_empty() {
                return Err(keep::no("say what goes to the second: --role, --child or --key"));
            }
            secretariat::part(tx, &hand, id, (&other, &parts), None)?;
            Ok(format!("{} is made: {}", other.full(), other.id))
        }
    }
}

/// Somebody of this name.
fn named(given: &str, family: &str, born: Option<Date>, now: Moment) -> std::result::Result<Person, Undo> {
    let (given, family) = (given.trim().to_owned(), family.trim().to_owned());
    if given.is_empty() || family.is_empty() {
        return Err(keep::no("a given name and a family name are both needed"));
    }
    let born = born.map(|day| day.to_string());
    Ok(Person { id: operator(now).id(), given, family, born, phone: None, lang: None, synthetic: false })
}

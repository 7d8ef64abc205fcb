//! What the pages of the secretariat do, typed: by the same functions, and the trail says that the operator did it.
use super::{Undo, find, operator};
use crate::{Result, terminal};
use access::{Role, Unit};
use clap::Subcommand;
use db::{Db, Tx};
use directory::{Held, Someone, store};
use jiff::{ToSpan, civil::Date};
use kernel::{Clock, Moment, PersonId, SystemClock};
use secretariat::Ended;

/// What may be done to people; each is named by an id, or `source:identifier`.
#[derive(Debug, Subcommand)]
pub enum Keep {
    /// Finds people by their very name, a user name or an identifier, and says what they hold.
    Find {
        /// `given family`, a user name, or an identifier.
        said: String,
    },
    /// Gives a role at a place.
    Role {
        /// Whom.
        person: String,
        /// The role: pilot, head, referent, teacher…
        role: String,
        /// The code of the place: a school's UAI, the académie's name, a class as UAI/name.
        place: String,
        /// The last day of it.
        #[arg(long)]
        until: Option<Date>,
    },
    /// Ends a role at a place.
    EndRole {
        /// Whose.
        person: String,
        /// The role.
        role: String,
        /// The code of the place.
        place: String,
        /// The last day of it; today, unless said.
        #[arg(long)]
        until: Option<Date>,
    },
    /// Says that somebody answers for a child.
    Tie {
        /// Who answers.
        guardian: String,
        /// The child.
        child: String,
        /// Without parental authority.
        #[arg(long)]
        without_authority: bool,
    },
    /// Says that somebody answers for a child no more.
    Untie {
        /// Who answered.
        guardian: String,
        /// The child.
        child: String,
    },
    /// Makes two people one; it can be undone for thirty days.
    Merge {
        /// The one who is no more.
        gone: String,
        /// The one who is kept.
        kept: String,
    },
    /// Makes the last two who were made one two again.
    Unmerge {
        /// The one who was kept.
        kept: String,
    },
    /// Gives somebody another user name; the password stays.
    Rename {
        /// The user name of now.
        user: String,
        /// The new one.
        new: String,
    },
    /// Shuts somebody out: nothing of theirs opens anything, and their sessions end.
    Block {
        /// Whom.
        person: String,
        /// Why; the trail keeps it.
        reason: String,
    },
    /// Lets somebody back in.
    Unblock {
        /// Whom.
        person: String,
    },
}

/// What came of a deed, or why it was not done.
type Said = std::result::Result<String, Undo>;

pub(super) fn no(said: impl Into<String>) -> Undo {
    Undo::Said(said.into())
}

/// Does it, in one transaction, and says what came of it.
pub async fn keep(db: &Db, deed: Keep) -> Result<()> {
    let now = SystemClock.now();
    let deed = std::sync::Arc::new(deed);
    let said = db.write(move |tx| done(tx, &deed, now)).await?;
    terminal::say(said);
    Ok(())
}

fn done(tx: &mut Tx<'_>, deed: &Keep, now: Moment) -> Said {
    let hand = operator(now);
    match deed {
        Keep::Find { said } => found(tx, said, now),
        Keep::Role { person, role, place, until } => {
            let (person, role) = (find(tx, person)?, named(role)?);
            let unit = unit(tx, role, place)?;
            let until = until.map(over).filter(|until| *until > now);
            if !secretariat::give(tx, &hand, person, (role, &unit), (now, until))? {
                return Err(no("they hold this role there already, for as long"));
            }
            Ok(format!("{} at {}: given.", role.word(), unit.name))
        }
        Keep::EndRole { person, role, place, until } => {
            let (person, role) = (find(tx, person)?, named(role)?);
            let unit = unit(tx, role, place)?;
            let someone = someone(tx, person, now)?;
            let same = |held: &&Held| held.role == role && held.unit.id == unit.id && held.lasts(now);
            let held = someone.held.iter().find(same).ok_or_else(|| no("they do not hold this role there"))?;
            match secretariat::end(tx, &hand, person, held, until.map_or(now, over))? {
                Ended::Last => Err(no("nobody else would administer the académie: give it to somebody else first")),
                Ended::Before => Err(no("it ends before that day")),
                Ended::Done => Ok(format!("{} at {}: ended.", role.word(), unit.name)),
            }
        }
        Keep::Tie { guardian, child, without_authority } => {
            let pair = (find(tx, guardian)?, find(tx, child)?);
            if pair.0 == pair.1 {
                return Err(no("nobody answers for themself"));
            }
            secretariat::tie(tx, &hand, pair, !without_authority)?;
            Ok("Tied.".to_owned())
        }
        Keep::Untie { guardian, child } => {
            let pair = (find(tx, guardian)?, find(tx, child)?);
            let untied = secretariat::untie(tx, &hand, pair, now)?;
            if untied { Ok("Untied.".to_owned()) } else { Err(no("they do not answer for this child")) }
        }
        Keep::Merge { gone, kept } => {
            let pair = (find(tx, gone)?, find(tx, kept)?);
            if pair.0 == pair.1 {
                return Err(no("these are one already"));
            }
            secretariat::merge(tx, &hand, pair, None)?;
            Ok("Made one. For thirty days: preau person unmerge.".to_owned())
        }
        Keep::Unmerge { kept } => {
            let person = find(tx, kept)?;
            let deed = secretariat::join(tx, person, &hand)?;
            let deed = deed.ok_or_else(|| no("nothing of the last thirty days is to be undone"))?;
            let undone = secretariat::separate(tx, &hand, deed.id)?;
            Ok(format!("Two again. Rows that stay because they changed since: {}.", undone.map_or(0, |one| one.stayed)))
        }
        Keep::Rename { user, new } => {
            let (old, new) = (user.to_lowercase(), new.to_lowercase());
            let known = signin::store::password::by_login(tx, &old)?;
            let (person, _) = known.ok_or_else(|| no("nobody has this user name"))?;
            if signin::store::password::by_login(tx, &new)?.is_some() {
                return Err(no("somebody already has the new user name"));
            }
            signin::store::password::rename(tx, person, &new)?;
            hand.tell(tx, "person/login", (person, None), "")?;
            Ok(format!("{new} may enter with the same password."))
        }
        Keep::Block { person, reason } => {
            let person = find(tx, person)?;
            if !signin::store::block::begin(tx, hand.chance, (person, person), reason, now)? {
                return Err(no("they are shut out already"));
            }
            hand.tell(tx, "account-blocked", (person, None), reason)?;
            Ok("Shut out.".to_owned())
        }
        Keep::Unblock { person } => {
            let person = find(tx, person)?;
            if !signin::store::block::end(tx, person, person, now)? {
                return Err(no("they are not shut out"));
            }
            hand.tell(tx, "account-unblocked", (person, None), "")?;
            Ok("Let back in.".to_owned())
        }
    }
}

/// The instant at which a day is over.
fn over(day: Date) -> Moment {
    Moment::at_paris(day.saturating_add(1.day()), 0, 0)
}

pub(super) fn named(role: &str) -> std::result::Result<Role, Undo> {
    let all = || Role::ALL.iter().map(|role| role.word()).collect::<Vec<_>>().join(", ");
    Role::from_word(role).ok_or_else(|| no(format!("there is no such role, but: {}", all())))
}

/// The unit of this code on which a role may be held.
pub(super) fn unit(tx: &mut Tx<'_>, role: Role, code: &str) -> std::result::Result<Unit, Undo> {
    for kind in role.on() {
        for code in [code.to_owned(), code.to_uppercase(), kernel::fold(code)] {
            if let Some(unit) = access::store::by_code(tx, *kind, &code)? {
                return Ok(unit);
            }
        }
    }
    Err(no(format!("there is no place of this code where one may be {}", role.word())))
}

pub(super) fn someone(tx: &mut Tx<'_>, person: PersonId, now: Moment) -> std::result::Result<Someone, Undo> {
    store::someone(tx, person, now)?.ok_or_else(|| no("nobody here has this id or this key"))
}

fn found(tx: &mut Tx<'_>, said: &str, now: Moment) -> Said {
    let mut ids = store::named_by_key(tx, said)?;
    ids.extend(signin::store::password::by_login(tx, &said.to_lowercase())?.map(|(person, _)| person));
    let words: Vec<&str> = said.split_whitespace().collect();
    for at in 1..words.len() {
        let (first, last) = words.split_at(at);
        let (first, last) = (first.join(" "), last.join(" "));
        for (given, family) in [(&first, &last), (&last, &first)] {
            ids.extend(store::named_alike(tx, given, family)?.into_iter().map(|person| person.id));
        }
    }
    ids.sort_unstable();
    ids.dedup();
    let mut lines = vec![];
    for id in ids {
        let Some(someone) = store::someone(tx, id, now)? else { continue };
        let held = someone.held.iter().filter(|held| held.lasts(now));
        let held: Vec<String> = held.map(|held| format!("{} at {}", held.role.word(), held.unit.code)).collect();
        lines.push(format!("{id} {}: {}", someone.person.full(), held.join(", ")));
    }
    if lines.is_empty() { Err(no("nobody is found so")) } else { Ok(lines.join("\n")) }
}

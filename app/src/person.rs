//! One person: the first administrator, what is known of somebody, and their erasure.
mod keep;
mod record;

use crate::{Result, Trouble, config::Config, node, slices, terminal};
use access::{Role, Unit, UnitKind};
use db::Tx;
use directory::Person;
pub use keep::Keep;
use kernel::{Clock, Id, Moment, PersonId, SystemChance, SystemClock};
pub use record::Record;
use secretariat::Hand;

/// What may be asked of one person.
#[derive(Debug, clap::Subcommand)]
pub enum Deed {
    /// Makes an administrator of an académie, with a first password; the second step is set up at the first entry.
    Admin {
        /// Given name.
        given: String,
        /// Family name.
        family: String,
        /// The user name to sign in with.
        user: String,
        /// The académie, as the directory of schools names it; needed where the house holds several.
        #[arg(long)]
        academie: Option<String>,
    },
    /// Gives somebody of the staff a new first password, and closes all their sessions and the addresses of their calendar.
    Password {
        /// The user name they sign in with.
        user: String,
        /// Also takes the second step away: the telephone and the recovery codes are lost.
        #[arg(long)]
        no_second_step: bool,
    },
    /// Prints all that is known of a person, as JSON: what they may ask for.
    Export {
        /// Their id, or `source:identifier` as in the file they came by.
        person: String,
    },
    /// Forgets a person: no name, no word of theirs stays; counts stay right.
    Erase {
        /// Their id, or `source:identifier`.
        person: String,
        /// Without this word nothing is done.
        #[arg(long)]
        really: bool,
    },
    /// What pages do too: finding, roles, families, two made one.
    #[command(flatten)]
    Keep(Keep),
    /// Who somebody is: made, corrected, made two.
    #[command(flatten)]
    Record(Record),
}

/// `preau person`.
pub async fn person(config: Config, deed: Deed) -> Result<()> {
    let stores = node::standing_migrated(&config).await?;
    let done = match deed {
        Deed::Admin { given, family, user, academie } => admin(&stores.db, given, family, user, academie).await,
        Deed::Password { user, no_second_step } => password(&stores.db, user, no_second_step).await,
        Deed::Export { person } => export(&stores.db, person).await,
        Deed::Erase { person, really } => erase(&stores.db, person, really).await,
        Deed::Keep(deed) => keep::keep(&stores.db, deed).await,
        Deed::Record(deed) => record::record(&stores.db, deed).await,
    };
    stores.db.close().await;
    done
}

/// A refusal or a failure inside a transaction; either undoes it.
enum Undo {
    Said(String),
    Db(db::Error),
}

impl From<db::Error> for Undo {
    fn from(error: db::Error) -> Self {
        Self::Db(error)
    }
}

impl From<Undo> for Trouble {
    fn from(undo: Undo) -> Self {
        match undo {
            Undo::Said(said) => Self::of(said),
            Undo::Db(error) => Self::while_("nothing was done: the database failed")(error),
        }
    }
}

async fn admin(db: &db::Db, given: String, family: String, user: String, academie: Option<String>) -> Result<()> {
    let now = SystemClock.now();
    let password = crate::import::password();
    let hash = signin::hash_password(&password, &SystemChance);
    let hash = hash.map_err(Trouble::while_("the password could not be hashed"))?;
    let login = user.to_lowercase();
    let made = db.write(move |tx| {
        let top = top(tx, academie.as_deref(), now)?;
        if signin::store::password::by_login(tx, &login)?.is_some() {
            return Err(Undo::Said(format!(
                "nothing was done: somebody enters as {login} already. Choose another name; if they are that person, \
                 `preau person password {login}` gives them a new first password"
            )));
        }
        let id: PersonId = Id::new(now, &SystemChance);
        let (given, family) = (given.clone(), family.clone());
        let person = Person { id, given, family, born: None, phone: None, lang: None, synthetic: false };
        directory::store::add_person(tx, &person)?;
        access::store::grant(tx, id, Role::Admin, top.id, now, None)?;
        signin::demo::first_password(tx, id, &login, &hash, now)?;
        Ok(access::audit::record(tx, &SystemChance, now, id, "person/admin", id, "by the operator")?)
    });
    made.await?;
    terminal::say(format!(
        "{user} may enter with {password}, then sets up the second step. Change the password at once."
    ));
    Ok(())
}

/// The académie that was said, however it is spelt; the only one, when none was. In an empty house it is made: its schools come next.
fn top(tx: &mut Tx<'_>, said: Option<&str>, now: Moment) -> std::result::Result<Unit, Undo> {
    let all = access::store::of_kind(tx, UnitKind::Academie)?;
    if all.is_empty() {
        let Some(said) = said.map(str::trim).filter(|said| !kernel::fold(said).is_empty()) else {
            return Err(Undo::Said(
                "this house has no académie yet: name it with --academie, as the Ministry does (Normandie)".into(),
            ));
        };
        let (id, code, name) = (Id::new(now, &SystemChance), kernel::fold(said), said.to_owned());
        let unit = Unit { id, kind: UnitKind::Academie, code, name, closed: false };
        access::store::put(tx, &unit, &[])?;
        return Ok(unit);
    }
    let names = all.iter().map(|unit| unit.name.as_str()).collect::<Vec<_>>().join(", ");
    let mut fits = all.into_iter().filter(|unit| said.is_none_or(|said| unit.code == kernel::fold(said)));
    match (fits.next(), fits.next()) {
        (Some(top), None) => Ok(top),
        (Some(_), Some(_)) => Err(Undo::Said(format!("say which with --academie: {names}"))),
        (None, ..) => Err(Undo::Said(format!("this house has no such académie, but: {names}"))),
    }
}

async fn password(db: &db::Db, user: String, no_second_step: bool) -> Result<()> {
    let now = SystemClock.now();
    let (password, login) = (crate::import::password(), user.to_lowercase());
    let hash = signin::hash_password(&password, &SystemChance);
    let hash = hash.map_err(Trouble::while_("the password could not be hashed"))?;
    let changed = db.write(move |tx| {
        let known = signin::store::password::by_login(tx, &login)?;
        let (person, _) = known.ok_or_else(|| Undo::Said("nobody has this user name".into()))?;
        signin::store::password::give(tx, person, &login, &hash, now)?;
        signin::store::session::end_all(tx, person)?;
        if no_second_step {
            signin::store::second::remove(tx, person)?;
        }
        Ok::<_, Undo>(access::audit::record(
            tx,
            &SystemChance,
            now,
            person,
            "person/password",
            person,
            if no_second_step { "by the operator, with the second step" } else { "by the operator" },
        )?)
    });
    changed.await?;
    terminal::say(format!("{user} may enter with {password}, and changes it at once."));
    Ok(())
}

/// The person of an id or of an outside key.
fn find(tx: &mut Tx<'_>, said: &str) -> std::result::Result<PersonId, Undo> {
    let unknown = Undo::Said("nobody here has this id or this key".into());
    if let Ok(id) = said.parse() {
        return directory::store::person(tx, id)?.map(|person| person.id).ok_or(unknown);
    }
    let (source, key) = said.split_once(':').ok_or_else(|| Undo::Said("say an id, or source:identifier".into()))?;
    directory::store::by_key(tx, source, key)?.map(|person| person.id).ok_or(unknown)
}

/// The operator, now.
const fn operator(now: Moment) -> Hand<'static> {
    Hand { by: None, now, chance: &SystemChance }
}

/// Prints all that is known of them.
pub async fn export(db: &db::Db, said: String) -> Result<()> {
    let (named, now) = (said.clone(), SystemClock.now());
    let trail = db.write(move |tx| {
        let person = find(tx, &named)?;
        Ok::<_, Undo>(operator(now).tell(tx, "person/export", (person, None), "")?)
    });
    trail.await?;
    let told = db.read_long(move |tx| {
        let person = find(tx, &said)?;
        Ok::<_, Undo>(secretariat::export(tx, slices::ALL, person)?)
    });
    terminal::say(told.await?);
    Ok(())
}

/// Forgets them, where it is said that it is meant.
pub async fn erase(db: &db::Db, said: String, really: bool) -> Result<()> {
    if !really {
        return Err(Trouble::of("nothing was done: erasing cannot be undone, say --really"));
    }
    let now = SystemClock.now();
    let done = db.write(move |tx| {
        let person = find(tx, &said)?;
        Ok::<_, Undo>(secretariat::forget(tx, slices::ALL, &operator(now), person, None)?)
    });
    done.await?;
    terminal::say("Forgotten. Older backups still hold them: keep those no longer than needed.");
    Ok(())
}

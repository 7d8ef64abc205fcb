//! The schools that one puts in order; and, for the académie, where they come from: the published directory, or by hand.
use crate::{
    annuaire_import::{self, Doubt},
    faults,
    store::{self, Which},
};
use access::{Role, Unit, UnitKind};
use annuaire::School;
use askama::Template;
use kernel::UnitId;
use std::{pin::Pin, sync::Arc};
use uai::Uai;
use web::{Ask, Error, Form, FormState, House, Paged, Reply, Result, Shell, Visit};

/// The most characters of what is looked for.
const MOST: usize = 60;
/// How many schools of one name are looked through; one says when there are more.
const FOUND: u32 = 500;
/// How many faults of a directory are told at once.
const TOLD: usize = 50;
/// The longest name of a school, in characters.
pub(super) const LONGEST: usize = 120;

/// What is wrong with a name, if something is: none is written, or one longer than `most` characters, which `long` says.
pub(super) fn name_wrong(name: &str, most: usize, long: &'static str) -> Option<&'static str> {
    match name.chars().count() {
        0 => Some("directory-name-empty"),
        _ if name.contains(|c: char| c.is_control() || matches!(c, '<' | '>' | '=')) => Some("directory-name-signs"),
        signs => (signs > most).then_some(long),
    }
}

#[derive(Template)]
#[template(path = "directory/places.html")]
struct Schools {
    shell: Shell,
    form: FormState,
    places: Paged<store::Place>,
    said: String,
    /// How many schools have such a name beside those that are looked through.
    more: u32,
    /// Whether one opens and closes schools.
    founds: bool,
    faults: Vec<String>,
    count: usize,
    /// What the directory would close.
    doubts: Vec<Doubt>,
}

impl Schools {
    /// How many schools, in words.
    fn caption(&self) -> String {
        let count = self.places.count();
        self.shell.say("directory-places-caption").num("n", count).text("shown", grouped(count)).to_string()
    }

    /// Whether the form of the directory stands open: there is no school yet, or it is to be mended.
    fn takes(&self) -> bool {
        (self.places.is_empty() && self.said.is_empty())
            || ["fichier", "a-corriger", "vraiment"].iter().any(|name| self.mends(name))
    }

    /// Whether the form of one school stands open.
    fn opens(&self) -> bool {
        self.mends("uai") || self.mends("nom")
    }

    fn mends(&self, name: &str) -> bool {
        self.form.problem(name).is_some()
    }
}

fn page(visit: &mut Visit<'_, '_>, form: FormState, faults: &[annuaire::Fault], doubts: Vec<Doubt>) -> Result<Schools> {
    let actor = visit.actor()?;
    let founds = actor.holds(&[Role::Admin]);
    // Who puts one school in order has nothing to look for.
    let said: String = visit.query("nom").filter(|_| founds).unwrap_or_default().trim().chars().take(MOST).collect();
    let (found, more) = named(visit, &said)?;
    let which = match said.as_str() {
        "" => Which::All,
        code if code.len() == 8 && code.parse::<Uai>().is_ok() => Which::Code(code),
        name => Which::Among(&found, name),
    };
    let places = store::establishments(visit.tx, &actor, (visit.pager(), which), visit.now)?;
    let (words, lang) = (&visit.house.words, visit.lang());
    let told = faults.iter().take(TOLD).map(|fault| faults::say_annuaire(words, lang, fault)).collect();
    let shell = visit.shell().at("/etablissements");
    Ok(Schools { shell, form, places, said, more, founds, faults: told, count: faults.len(), doubts })
}

/// The schools with every word of it in their name, their commune or their code; and how many more there are.
fn named(visit: &mut Visit<'_, '_>, said: &str) -> Result<(Vec<UnitId>, u32)> {
    let found = store::schools_named(visit.tx, said, FOUND)?;
    Ok((found.hits.iter().map(|hit| hit.id.cast()).collect(), found.total.saturating_sub(FOUND)))
}

/// A count as it is read: « 2 378 », on one line.
fn grouped(n: i64) -> String {
    let digits = n.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().filter_map(|part| std::str::from_utf8(part).ok()).collect();
    groups.join("\u{202f}")
}

/// The schools.
pub fn all(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    Reply::page(&page(visit, FormState::new(), &[], vec![])?)
}

/// The académie that one administers, where it is one.
fn academie(visit: &mut Visit<'_, '_>) -> Result<Unit> {
    let above = visit.actor()?.units(&[Role::Admin]);
    access::store::by_ids(visit.tx, UnitKind::Academie, &above)?.into_iter().next().ok_or(Error::NotFound)
}

/// Opens a school by hand: one that the published directory does not have yet.
pub fn open(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let academie = academie(visit)?;
    let mut form = FormState::of(&visit.form);
    let name = visit.form.text("nom").to_owned();
    let uai: Option<Uai> = visit.form.text("uai").parse().ok();
    if let Some(wrong) = name_wrong(&name, LONGEST, "directory-place-name-wrong") {
        form.refuse("nom", visit.sentence(wrong));
    }
    let known = match uai {
        None => {
            form.refuse("uai", visit.sentence("directory-fault-uai"));
            None
        }
        Some(uai) => access::store::by_code(visit.tx, UnitKind::Etablissement, uai.as_str())?,
    };
    if let Some(known) = known {
        let says = visit.house.words.say(visit.lang(), "directory-place-known").text("name", &known.name);
        form.refuse("uai", says);
    }
    let (Some(uai), false) = (uai, form.refused()) else { return Reply::refused(&page(visit, form, &[], vec![])?) };
    let unit = Unit { id: visit.new_id(), kind: UnitKind::Etablissement, code: uai.to_string(), name, closed: false };
    access::store::put(visit.tx, &unit, &[academie.id])?;
    super::deed::record(visit, &unit, "school/opened", "")?;
    let said = visit.shell().say("directory-said-founded").text("name", &unit.name).to_string();
    Ok(Reply::go(format!("/etablissements/{}", unit.id)).said(said))
}

type Prepared = std::result::Result<Vec<School>, Vec<annuaire::Fault>>;

/// Reads the directory before the transaction: the one that was sent, or the one that Préau brings.
pub fn prepare(house: Arc<House>, _: Arc<Ask>, mut form: Form) -> Pin<Box<dyn Future<Output = Result<Form>> + Send>> {
    Box::pin(async move {
        let sent = form.uploads.first().map(|upload| upload.name.clone()).filter(|name| !name.is_empty());
        let bytes = match sent {
            Some(name) => house.files.get(&name).await?.ok_or(Error::NotFound)?.to_vec(),
            None if form.has("fourni") => crate::demo::SCHOOLS.to_vec(),
            None => return Ok(form),
        };
        let found: Prepared = web::aside(move || annuaire::read(&bytes)).await?;
        form.prepared = Some(Arc::new(found));
        Ok(form)
    })
}

/// Takes the directory of schools: whole or not at all.
pub fn import(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let mut form = FormState::of(&visit.form);
    let why = visit.form.left_out.first().map(|(_, key)| visit.sentence(key));
    let prepared = visit.form.prepared.take().and_then(|found| found.downcast::<Prepared>().ok());
    let schools = match prepared.as_deref() {
        None => {
            form.refuse("fichier", why.unwrap_or_else(|| visit.sentence("directory-places-no-file")));
            return Reply::refused(&page(visit, form, &[], vec![])?);
        }
        Some(Err(faults)) => {
            form.refuse("a-corriger", visit.sentence("directory-places-wrong"));
            return Reply::refused(&page(visit, form, faults, vec![])?);
        }
        Some(Ok(schools)) => schools,
    };
    let doubts = annuaire_import::doubtful(visit.tx, schools)?;
    if !doubts.is_empty() && !visit.form.has("vraiment") {
        form.refuse("vraiment", visit.sentence("directory-places-doubt"));
        return Reply::refused(&page(visit, form, &[], doubts)?);
    }
    let done = annuaire_import::apply(visit.tx, schools, visit.now, &*visit.house.chance, &mut |_| {})?;
    let academie = academie(visit)?;
    let said = format!("{} + {} − {}", done.added, done.changed, done.closed);
    super::deed::record(visit, &academie, "school/list", &said)?;
    jobs::queue(visit.tx, &*visit.house.chance, visit.now, search::JOB, "school", "school", visit.now)?;
    let read = i64::try_from(schools.len()).unwrap_or(i64::MAX);
    let said = visit.shell().say("directory-places-read").num("n", read).text("shown", grouped(read)).to_string();
    Ok(Reply::go("/etablissements").said(said))
}

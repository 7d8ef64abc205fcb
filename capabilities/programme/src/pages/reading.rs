//! The protocol as it is read: by the team before it is approved, by everybody of the school once published; and what changed.
use super::{may, school_address, seat, seen, sentence};
use crate::{
    Lack, Protocol, ProtocolId, Seat, Stage, Version, differences,
    policy::{Answer, Attend, Draft},
    store,
};
use askama::Template;
use web::{Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "programme/reading.html")]
struct Reading {
    shell: Shell,
    content: Protocol,
    referents: Vec<String>,
    name: String,
    school: String,
    version: Version,
}

#[derive(Template)]
#[template(path = "programme/protocols.html")]
struct Mine {
    shell: Shell,
    all: Vec<(ProtocolId, String, String)>,
}

/// The protocols of one's own school, or of one's children's; the only one opens at once.
pub fn mine(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, now) = (visit.actor()?, visit.now);
    let all = store::readable(visit.tx, &actor, now)?;
    if let [(only, ..)] = &*all {
        return Ok(Reply::go(format!("/protocole/{only}")));
    }
    Ok(Reply::page(&Mine { shell: visit.shell(), all })?.kept_on_device())
}

/// A published protocol, for anybody of the school.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id, now) = (visit.actor()?, visit.id("protocol")?, visit.now);
    let reading = seen(store::read(visit.tx, &actor, id, now)?)?;
    let referents = store::referents(visit.tx, reading.school, now)?;
    let reading = reading.into_inner();
    let page = Reading {
        shell: visit.shell(),
        content: reading.version.content.clone(),
        referents,
        name: reading.name,
        school: reading.school_name,
        version: reading.version,
    };
    Ok(Reply::page(&page)?.kept_on_device())
}

#[derive(Template)]
#[template(path = "programme/draft.html")]
struct Page {
    shell: Shell,
    seat: Seat,
    content: Protocol,
    version: Version,
    referents: Vec<String>,
    changes: Vec<String>,
    lacks: Vec<Lack>,
    early: Vec<String>,
    drafts: bool,
    answers: bool,
    next: Next,
}

/// What the head may do with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next {
    /// Nothing: it says what the version in force says.
    Same,
    /// Approve or publish it.
    Publish,
    /// Say once more that it is published.
    Sure,
}

impl Page {
    /// The address of the school's place.
    fn place(&self) -> String {
        school_address(self.seat.dispositif, self.seat.school.id)
    }

    /// The address of this page, and of this page asking once more.
    fn here(&self, sure: bool) -> String {
        format!("{}/relecture{}", self.place(), if sure { "?publier=1" } else { "" })
    }

    /// What publishing is called, of a version approved or not yet.
    fn publish(&self) -> String {
        let draft = self.version.stage == Stage::Draft;
        self.shell.say(if draft { "programme-approve-publish" } else { "programme-publish" }).to_string()
    }
}

/// The version being written, as families will read it, with what changes and what lacks.
pub fn draft(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let seat = seat::<Attend>(visit)?.into_inner();
    let (id, school) = (seat.dispositif, seat.school.id);
    let Some(version) = store::open(visit.tx, id, school)? else {
        return Ok(Reply::go(school_address(id, school)));
    };
    let live = store::published(visit.tx, id, school)?;
    let referents = store::referents(visit.tx, school, visit.now)?;
    let shell = visit.shell().at("/programmes");
    let content = version.content.clone();
    let same = live.as_ref().is_some_and(|live| live.content == content);
    let changes = live.map(|live| differences(&live.content, &content)).unwrap_or_default();
    let changes = changes.iter().map(|change| sentence(&shell, change)).collect();
    let (drafts, answers) = (may::<Draft>(visit, &seat)?, may::<Answer>(visit, &seat)?);
    let lacks = content.lacks();
    let early = content.before_bus().into_iter().map(|one| super::hours(&shell, one)).collect();
    let next = match visit.query("publier") {
        _ if same => Next::Same,
        None => Next::Publish,
        Some(_) => Next::Sure,
    };
    Reply::page(&Page { shell, seat, content, version, referents, changes, lacks, early, drafts, answers, next })
}

#[derive(Template)]
#[template(path = "programme/versions.html")]
struct Past {
    shell: Shell,
    seat: Seat,
    versions: Vec<(Version, Vec<String>)>,
}

/// Every version that was published, the latest first, each with what it changed.
pub fn versions(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let seat = seat::<Attend>(visit)?.into_inner();
    let all = store::versions(visit.tx, seat.dispositif, seat.school.id)?;
    let told: Vec<&Version> = all.iter().filter(|version| version.published_at.is_some()).collect();
    let shell = visit.shell().at("/programmes");
    let versions = told
        .iter()
        .enumerate()
        .map(|(n, version)| {
            let before = told.get(n + 1).map(|before| differences(&before.content, &version.content));
            let changes = before.unwrap_or_default().iter().map(|change| sentence(&shell, change)).collect();
            ((*version).clone(), changes)
        })
        .collect();
    Reply::page(&Past { shell, seat, versions })
}

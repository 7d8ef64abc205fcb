//! My groups and classes, and the page of one.
use crate::{
    Gathering, Listed, Member,
    policy::{Lead, Meet, STAFF},
    store,
};
use access::{Actor, Allowed, Part, Permission};
use askama::Template;
use kernel::{Moment, PersonId};
use std::collections::HashMap;
use web::{Error, Paged, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "directory/groups.html")]
struct Groups {
    shell: Shell,
    lines: Paged<Listed>,
    /// Whether one may make a group.
    makes: bool,
}

/// My groups and my classes.
pub fn all(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let lines = store::groups(visit.tx, &actor, visit.pager(), visit.now)?;
    let shell = visit.shell().at("/groupes");
    Reply::page(&Groups { shell, lines, makes: actor.holds(STAFF) })
}

#[derive(Template)]
#[template(path = "directory/group.html")]
struct GroupPage {
    shell: Shell,
    gathering: Gathering,
    members: Paged<Member>,
    /// What each teaches there.
    subjects: HashMap<PersonId, String>,
    /// What one does in it oneself.
    part: Option<Part>,
    /// Whether one takes people in and lets them go.
    leads: bool,
    /// Whether names are whole: members see the first letter of one another's family name.
    whole: bool,
    /// Whether there is a class's page for this person.
    class: bool,
    now: Moment,
}

impl GroupPage {
    /// The last day of what ends at `until`.
    #[expect(clippy::unused_self, clippy::trivially_copy_pass_by_ref, reason = "asked by the template")]
    fn ends(&self, until: &Moment) -> Moment {
        last_day(*until)
    }

    /// « Depuis le 3 novembre, jusqu’au 5 juin. »
    fn days(&self, member: &Member) -> String {
        let begun = if member.since > self.now { "directory-member-from" } else { "directory-member-since" };
        let since = self.shell.say(begun).text("date", self.shell.date(member.since)).to_string();
        let until = member.until.map(|until| self.shell.date(last_day(until)));
        let until = until.map(|date| self.shell.say("directory-member-until").text("date", date).to_string());
        [Some(since), until].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// What somebody teaches there, in words.
    fn subject(&self, member: &Member) -> Option<&String> {
        self.subjects.get(&member.person.id)
    }

    fn name(&self, member: &Member) -> String {
        if self.whole || member.part != Part::Member { member.person.full() } else { member.person.short() }
    }
}

/// The last day on which what ends at `until` still counts.
pub(super) fn last_day(until: Moment) -> Moment {
    Moment(until.0 - 1)
}

/// Who is in a group, as far as one may see it.
pub fn one(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let gathering = found::<Meet>(visit, &actor)?;
    let members = store::roster(visit.tx, &actor, &gathering, visit.pager(), visit.now)?;
    let gathering = gathering.into_inner();
    let subjects = store::subjects_of(visit.tx, &[gathering.group.id])?;
    let subjects = subjects.into_iter().map(|(_, person, name)| (person, name)).collect();
    let leads =
        !gathering.is_class() && actor.is_staff() && access::check::<Lead, _>(&actor, gathering.clone()).is_ok();
    let part = actor.groups.iter().find(|(group, _)| *group == gathering.group.id).map(|(_, part)| *part);
    Reply::page(&GroupPage {
        shell: visit.shell().at("/groupes"),
        class: gathering.is_class() && actor.holds(STAFF),
        gathering,
        members,
        subjects,
        part,
        leads,
        now: visit.now,
        whole: actor.is_staff() || part.is_some_and(|part| part != Part::Member),
    })
}

/// The group of the address, under the right `P`.
pub(super) fn found<P: Permission<Gathering>>(
    visit: &mut Visit<'_, '_>,
    actor: &Actor,
) -> Result<Allowed<P, Gathering>> {
    let id = visit.id("group")?;
    store::find_group(visit.tx, actor, id, visit.now)?.ok_or(Error::NotFound)
}

/// The group of the address, if this person leads it. A class is led by nobody: the import says who is in it.
pub(super) fn led(visit: &mut Visit<'_, '_>) -> Result<Allowed<Lead, Gathering>> {
    let actor = visit.actor()?;
    let gathering = found::<Lead>(visit, &actor)?;
    if gathering.is_class() { Err(Error::NotFound) } else { Ok(gathering) }
}

/// Writes in the audit trail what was done to a group.
pub(super) fn record(visit: &mut Visit<'_, '_>, gathering: kernel::GroupId, deed: &str) -> Result<()> {
    let actor = visit.actor()?;
    // Of the group's schools, the one of who does it.
    let (homes, mine) = (access::store::group::homes(visit.tx, gathering)?, actor.units(STAFF));
    let home = homes.iter().find(|home| mine.contains(&home.id)).or(homes.first()).map(|home| home.id);
    let on = (gathering, home);
    Ok(access::audit::record_at(visit.tx, &*visit.house.chance, visit.now, actor.person, deed, on, "")?)
}

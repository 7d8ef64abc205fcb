//! The groups of a school as a feed says them, compared with those it said before: who comes into one, who leaves it, which ends.
//!
//! Only groups that the feed itself made are touched; and of their members, only those whom its source names: a colleague who was taken
//! in by hand stays.
use super::{
    Asked, GroupRow, Rows,
    known::Known,
    plan::{Deed, Kind, Plan},
};
use crate::store::Membership;
use access::{Group, Part};
use kernel::{GroupId, Id, PersonId};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// Adds to the plan what becomes of the school's groups. `ids` is who each key of the rows is.
pub(super) fn groups(known: &Known, rows: &Rows, asked: &Asked<'_>, ids: &HashMap<&str, PersonId>, plan: &mut Plan) {
    if rows.groups.is_empty() {
        return;
    }
    let mut listed: HashSet<&str> = HashSet::new();
    for row in rows.groups.iter().filter(|row| listed.insert(&row.key)) {
        let people = people(known, row, ids);
        match known.groups.get(&row.key) {
            Some(group) => regroup(known, group, row, (&people, &subjects(known, row, ids)), asked, plan),
            None => gather(row, (&people, &subjects(known, row, ids)), asked, plan),
        }
    }
    let gone = known.groups.iter().filter(|(key, _)| !listed.contains(key.as_str()));
    for (_, group) in gone.filter(|_| asked.complete) {
        plan.line(Kind::Disbands, None, group.name.clone(), "");
        plan.deeds.push(Deed::Disband { group: group.id, at: asked.leaves });
    }
}

/// Whom a key names.
fn who(known: &Known, ids: &HashMap<&str, PersonId>, key: &str) -> Option<PersonId> {
    ids.get(key).or_else(|| known.keys.get(key)).copied()
}

/// What each teaches in the group, in one line.
fn subjects(known: &Known, row: &GroupRow, ids: &HashMap<&str, PersonId>) -> BTreeMap<PersonId, String> {
    let mut all: BTreeMap<PersonId, BTreeSet<&str>> = BTreeMap::new();
    for (key, subject) in &row.subjects {
        if let Some(person) = who(known, ids, key) {
            all.entry(person).or_default().insert(subject);
        }
    }
    all.into_iter().map(|(person, subjects)| (person, subjects.into_iter().collect::<Vec<_>>().join(", "))).collect()
}

/// Who is in the group; whom nobody knows is in none.
fn people(known: &Known, row: &GroupRow, ids: &HashMap<&str, PersonId>) -> BTreeMap<PersonId, Part> {
    let mut people = BTreeMap::new();
    for (key, part) in &row.people {
        if let Some(person) = who(known, ids, key) {
            // Somebody of two parts leads.
            let held = people.entry(person).or_insert(*part);
            *held = (*held).min(*part);
        }
    }
    people
}

/// Who is in a group as what, and what each teaches there.
type Said<'s> = (&'s BTreeMap<PersonId, Part>, &'s BTreeMap<PersonId, String>);

fn gather(row: &GroupRow, (people, subjects): Said<'_>, asked: &Asked<'_>, plan: &mut Plan) {
    let id: GroupId = Id::new(asked.now, asked.chance);
    let group =
        Group { id, kind: row.kind, name: row.name.clone(), shows_roster: false, since: asked.now, until: None };
    plan.line(Kind::Gathers, None, row.name.clone(), people.len().to_string());
    plan.deeds.push(Deed::Gather { group, key: row.key.clone() });
    let joins = people.iter().map(|(person, part)| Deed::Join { group: id, person: *person, part: *part, fresh: true });
    plan.deeds.extend(joins);
    let teach =
        |(person, subject): (&PersonId, &String)| Deed::Teach { group: id, person: *person, subject: subject.clone() };
    plan.deeds.extend(subjects.iter().map(teach));
}

fn regroup(
    known: &Known,
    group: &Group,
    row: &GroupRow,
    (people, subjects): Said<'_>,
    asked: &Asked<'_>,
    plan: &mut Plan,
) {
    let members = known.members.get(&group.id).map_or(&[][..], Vec::as_slice);
    let lasts = |member: &&Membership| member.until.is_none_or(|until| until > asked.now);
    let (mut come, mut gone) = (0, 0);
    for (person, part) in people {
        let ever = members.iter().find(|member| member.person == *person);
        let is = ever.filter(lasts);
        if is.is_some_and(|member| member.part == *part && member.until.is_none()) {
            continue;
        }
        come += usize::from(is.is_none());
        plan.deeds.push(Deed::Join { group: group.id, person: *person, part: *part, fresh: ever.is_none() });
    }
    for member in members.iter().filter(lasts) {
        let spared = known.spared.contains(&member.person) || asked.staying.contains(&member.person);
        if !people.contains_key(&member.person) && known.sourced.contains(&member.person) && !spared {
            gone += 1;
            plan.deeds.push(Deed::Part { group: group.id, person: member.person, at: asked.leaves });
        }
    }
    if group.name != row.name {
        plan.deeds.push(Deed::Rename { group: group.id, name: row.name.clone(), shows_roster: group.shows_roster });
    }
    let taught = reteach(known, group, subjects, plan);
    if come + gone > 0 || group.name != row.name || taught.is_some() {
        let taught = taught.map_or_else(String::new, |taught| format!(", {taught}"));
        plan.line(Kind::Regroups, None, row.name.clone(), format!("+{come} −{gone}{taught}"));
    }
}

/// What is taught otherwise than before; gives all that is taught there, where something changes.
fn reteach(known: &Known, group: &Group, subjects: &BTreeMap<PersonId, String>, plan: &mut Plan) -> Option<String> {
    let of = |person: &PersonId| known.subjects.get(&(group.id, *person));
    let before = known.subjects.iter().filter(|((of, _), _)| *of == group.id);
    let gone = before.map(|((_, person), _)| *person).filter(|person| !subjects.contains_key(person));
    let gone = gone.map(|person| (person, String::new()));
    let new = subjects.iter().filter(|(person, subject)| of(person) != Some(subject));
    let changed: Vec<_> = new.map(|(person, subject)| (*person, subject.clone())).chain(gone).collect();
    if changed.is_empty() {
        return None;
    }
    let teach = |(person, subject)| Deed::Teach { group: group.id, person, subject };
    plan.deeds.extend(changed.into_iter().map(teach));
    let all: BTreeSet<&str> = subjects.values().map(String::as_str).collect();
    Some(all.into_iter().collect::<Vec<_>>().join(", "))
}

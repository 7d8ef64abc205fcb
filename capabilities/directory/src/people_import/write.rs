//! What an import does at a school is written whole, and kept so that it can be undone.
use super::{
    Asked,
    plan::{Deed, Plan},
};
use crate::{Person, store};
use access::{Role, Unit};
use db::{Tx, Value, params};
use kernel::{GroupId, Id, Moment, PersonId, UnitId};
use std::collections::{BTreeMap, BTreeSet};
use undo::{DeedId, Watch};

/// The kind of the deed that is kept.
pub const DEED: &str = "directory/import";

/// Writes a plan in the caller's transaction; gives the deed by which it can be undone, if anything changed.
pub fn write(tx: &mut Tx<'_>, plan: &Plan, school: &Unit, asked: &Asked<'_>) -> db::Result<Option<DeedId>> {
    let watch = watched(tx, plan)?;
    let deeds = &plan.deeds;
    classes(tx, deeds, school, asked.now)?;
    let added = deeds.iter().filter_map(|deed| if let Deed::Add { person } = deed { Some(person) } else { None });
    store::add_people(tx, &added.collect::<Vec<&Person>>())?;
    let key = |deed| match deed {
        &Deed::Key { ref source, ref key, person } => {
            Some((source.as_deref().unwrap_or(asked.source), key.as_str(), person))
        }
        _ => None,
    };
    store::set_keys(tx, &deeds.iter().filter_map(key).collect::<Vec<_>>())?;
    for deed in deeds {
        if let Deed::Change { person } = deed {
            store::change_person(tx, person)?;
        }
    }
    ends(tx, deeds)?;
    grants(tx, deeds, asked)?;
    ties(tx, deeds, asked)?;
    groups(tx, deeds, school, asked)?;
    told(tx, deeds, school, asked)?;
    let id = Id::new(asked.now, asked.chance);
    let deed =
        undo::Deed { id, at: asked.now, by: asked.by, kind: DEED, thing: school.id.cast(), unit: Some(school.id) };
    Ok((watch.close(tx, &deed)? > 0).then_some(id))
}

/// Looks at all that the plan touches, before it does.
fn watched(tx: &mut Tx<'_>, plan: &Plan) -> db::Result<Watch> {
    let (mut new, mut known): (BTreeSet<PersonId>, BTreeSet<PersonId>) = Default::default();
    let (mut opened, mut closed, mut guardians) = (vec![], vec![], BTreeSet::new());
    let (mut gathered, mut groups): (Vec<GroupId>, BTreeSet<GroupId>) = Default::default();
    for deed in &plan.deeds {
        match deed {
            Deed::Add { person } => drop(new.insert(person.id)),
            Deed::Change { person } => drop(known.insert(person.id)),
            Deed::Key { person, .. } | Deed::Grant { person, .. } | Deed::End { person, .. } => {
                known.insert(*person);
            }
            Deed::Open { class } => opened.push(class.id),
            Deed::Close { class, .. } => closed.push(class.id),
            Deed::Tie { guardian, .. } | Deed::Untie { guardian, .. } => drop(guardians.insert(*guardian)),
            Deed::Gather { group, .. } => gathered.push(group.id),
            Deed::Join { group, .. }
            | Deed::Part { group, .. }
            | Deed::Disband { group, .. }
            | Deed::Teach { group, .. }
            | Deed::Rename { group, .. } => drop(groups.insert(*group)),
        }
    }
    let new: Vec<PersonId> = new.into_iter().collect();
    let known: Vec<PersonId> = known.into_iter().filter(|id| !new.contains(id)).collect();
    let known_guardians: Vec<PersonId> = guardians.iter().filter(|id| !new.contains(id)).copied().collect();
    let mut watch = Watch::default();
    let units: Vec<UnitId> = opened.iter().chain(&closed).copied().collect();
    watch.over(tx, ("unit", "id"), Some("id"), &units)?;
    watch.over(tx, ("unit_parent", "child_id"), Some("child_id"), &opened)?;
    watch.over(tx, ("unit_closure", "descendant"), Some("descendant"), &opened)?;
    for (which, subject) in [
        (("directory_person", "id"), "id"),
        (("directory_person_key", "person_id"), "person_id"),
        (("membership", "person_id"), "person_id"),
    ] {
        watch.over(tx, which, Some(subject), &known)?;
        watch.over_new(tx, which, Some(subject), &new)?;
    }
    let which = ("guardianship", "guardian_id");
    watch.over(tx, which, Some("guardian_id"), &known_guardians)?;
    watch.over_new(tx, which, Some("guardian_id"), &new)?;
    let groups: Vec<GroupId> = groups.into_iter().filter(|id| !gathered.contains(id)).collect();
    for which in [
        ("people_group", "id"),
        ("group_home", "group_id"),
        ("directory_group_key", "group_id"),
        ("directory_subject", "group_id"),
        ("group_member", "group_id"),
    ] {
        watch.over(tx, which, Some(which.1), &groups)?;
        watch.over_new(tx, which, Some(which.1), &gathered)?;
    }
    Ok(watch)
}

fn classes(tx: &mut Tx<'_>, deeds: &[Deed], school: &Unit, now: Moment) -> db::Result<()> {
    for deed in deeds {
        match deed {
            Deed::Close { class, code } => {
                access::store::set_code(tx, class.id, code)?;
                access::store::set_closed(tx, class.id, Some(now))?;
            }
            Deed::Open { class } => access::store::put(tx, class, &[school.id])?,
            _ => {}
        }
    }
    Ok(())
}

/// Ends what ends, those of one class together.
fn ends(tx: &mut Tx<'_>, deeds: &[Deed]) -> db::Result<()> {
    let mut lots: BTreeMap<(UnitId, Role, Moment), Vec<PersonId>> = BTreeMap::new();
    for deed in deeds {
        match deed {
            Deed::End { person, role, unit, at } => lots.entry((*unit, *role, *at)).or_default().push(*person),
            Deed::Untie { guardian, child, at } => drop(access::store::end_guardian(tx, *guardian, *child, *at)?),
            _ => {}
        }
    }
    for ((unit, role, at), people) in lots {
        access::store::end_grants(tx, &people, role, unit, at)?;
    }
    Ok(())
}

fn grants(tx: &mut Tx<'_>, deeds: &[Deed], asked: &Asked<'_>) -> db::Result<()> {
    let mut rows: Vec<Value> = vec![];
    for deed in deeds {
        let Deed::Grant { person, role, unit, until, fresh } = deed else { continue };
        if *fresh {
            rows.extend(params![*person, *unit, role.word(), asked.now, *until, asked.by]);
        } else {
            access::store::give(tx, *person, (*role, *unit), (asked.now, *until), asked.by)?;
        }
    }
    store::add_many(tx, "membership (person_id, unit_id, role, since, until, given_by)", 6, &rows)
}

fn ties(tx: &mut Tx<'_>, deeds: &[Deed], asked: &Asked<'_>) -> db::Result<()> {
    let mut rows: Vec<Value> = vec![];
    for deed in deeds {
        let Deed::Tie { guardian, child, authority, until, fresh } = deed else { continue };
        if *fresh {
            rows.extend(params![*guardian, *child, *authority, asked.now, *until, asked.by]);
            continue;
        }
        access::store::set_guardian(tx, *guardian, *child, *authority, asked.now)?;
        if let Some(until) = until {
            access::store::end_guardian(tx, *guardian, *child, *until)?;
        }
    }
    store::add_many(tx, "guardianship (guardian_id, child_id, authority, since, until, given_by)", 6, &rows)
}

/// Groups begin and end, and people come into them and leave.
fn groups(tx: &mut Tx<'_>, deeds: &[Deed], school: &Unit, asked: &Asked<'_>) -> db::Result<()> {
    let mut joined: Vec<Value> = vec![];
    for deed in deeds {
        match deed {
            Deed::Gather { group, key } => {
                access::store::group::create(tx, group, &[school.id])?;
                store::set_group_key(tx, asked.source, key, group.id)?;
            }
            Deed::Rename { group, name, shows_roster } => {
                access::store::group::change(tx, *group, name, *shows_roster)?;
            }
            Deed::Join { group, person, part, fresh: true } => {
                joined.extend(params![*group, *person, part.word(), asked.now]);
            }
            Deed::Join { group, person, part, .. } => {
                access::store::group::join(tx, *group, *person, *part, asked.now, None)?;
            }
            Deed::Part { group, person, at } => drop(access::store::group::leave(tx, *group, *person, *at)?),
            Deed::Teach { group, person, subject } => store::set_subject(tx, *group, *person, subject)?,
            Deed::Disband { group, at } => access::store::group::close(tx, *group, *at)?,
            _ => {}
        }
    }
    store::add_many(tx, "group_member (group_id, person_id, part, since)", 4, &joined)
}

/// Tells the trail who was given a role of an adult, and whose ended.
fn told(tx: &mut Tx<'_>, deeds: &[Deed], school: &Unit, asked: &Asked<'_>) -> db::Result<()> {
    for deed in deeds {
        let (person, role, name) = match deed {
            Deed::Grant { person, role, .. } => (*person, *role, "role/given"),
            Deed::End { person, role, .. } => (*person, *role, "role/ended"),
            _ => continue,
        };
        if role == Role::Pupil {
            continue;
        }
        // Nobody of the house did it where the operator's file says so: it is told of the person.
        let by = asked.by.unwrap_or(person);
        let said = format!("by an import: {}", role.word());
        let on = (person, Some(school.id));
        access::audit::record_at(tx, asked.chance, asked.now, by, name, on, &said)?;
    }
    Ok(())
}

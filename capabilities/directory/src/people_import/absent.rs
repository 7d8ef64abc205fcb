//! Who is no longer listed. Where the file is the whole list of a kind of people, those leave, at a day; never silently.
use super::{
    Asked, Post, Rows,
    classes::Classes,
    compare::{Listed, lasting},
    entry::said,
    known::Known,
    plan::{Deed, Kind, Plan},
};
use crate::store::Holding;
use access::{Audience, Role};
use kernel::PersonId;
use std::collections::BTreeMap;

/// The class of who stays and is in no class of the new year.
const TO_PLACE: &str = "À placer";

/// Adds to the plan those who are no longer listed.
pub(super) fn absent(
    known: &Known,
    rows: &Rows,
    asked: &Asked<'_>,
    listed: &Listed,
    classes: &mut Classes<'_>,
    plan: &mut Plan,
) {
    let holds = |audience| move |role: Role| role.audience() == audience;
    if rows.people.iter().any(|row| matches!(row.post, Post::Pupil { .. })) && (asked.complete || asked.turn) {
        leave(known, asked, listed, holds(Audience::Pupil), classes, plan);
    }
    if rows.people.iter().any(|row| matches!(row.post, Post::Staff { .. })) && asked.complete {
        leave(known, asked, listed, holds(Audience::School), classes, plan);
    }
    if rows.people.iter().any(|row| matches!(row.post, Post::Guardian { .. })) && asked.complete {
        untie(known, asked, listed, plan);
    }
}

/// Those who hold such a role here and are not listed as holding it.
fn leave(
    known: &Known,
    asked: &Asked<'_>,
    listed: &Listed,
    counts: impl Fn(Role) -> bool,
    classes: &mut Classes<'_>,
    plan: &mut Plan,
) {
    let mut here: BTreeMap<PersonId, Vec<&Holding>> = BTreeMap::new();
    for held in known.held.values().flatten() {
        if counts(held.role) && lasting(held, asked.now) && known.people.contains_key(&held.person) {
            here.entry(held.person).or_default().push(held);
        }
    }
    plan.listed += here.len();
    for (person, held) in here {
        let gone: Vec<&&Holding> = held.iter().filter(|held| !listed.people.contains(&(person, held.role))).collect();
        // Who gives no such role does not take it away.
        let unnamed =
            asked.feed && !known.sourced.contains(&person) && gone.iter().any(|held| held.role != Role::Pupil);
        if unnamed || gone.is_empty() || gone.iter().any(|held| !(asked.may)(held.role, known.school.id)) {
            continue;
        }
        let Some(who) = known.people.get(&person).filter(|_| !known.spared.contains(&person)) else { continue };
        let said = said(&who.family, &who.given, who.born.as_deref());
        let what = |held: &Holding| match known.class(held.unit) {
            Some(class) => class.name.clone(),
            None => held.role.word().to_owned(),
        };
        let detail = gone.iter().map(|held| what(held)).collect::<Vec<_>>().join(", ");
        let stays = asked.staying.contains(&person);
        plan.line(if stays { Kind::Stays } else { Kind::Leaves }, Some(person), said, detail);
        if !stays {
            plan.leaving += 1;
        }
        for held in gone {
            let class = known.class(held.unit).filter(|class| asked.turn && !class.closed);
            let at = if class.is_some() { asked.leaves.min(asked.now) } else { asked.leaves };
            if !stays || class.is_some() {
                plan.deeds.push(Deed::End { person, role: held.role, unit: held.unit, at });
            }
            if stays && class.is_some() {
                let to = classes.find((0, TO_PLACE), asked, plan);
                plan.deeds.push(Deed::Grant { person, role: Role::Pupil, unit: to.id, until: None, fresh: true });
            }
        }
    }
}

/// Those who answer for a listed pupil, and are not listed as doing so.
fn untie(known: &Known, asked: &Asked<'_>, listed: &Listed, plan: &mut Plan) {
    let mut links: Vec<_> = known
        .links
        .values()
        .flatten()
        .filter(|link| !known.spared.contains(&link.guardian))
        .filter(|link| !link.by_hand && link.until.is_none_or(|until| until > asked.now))
        .filter(|link| {
            listed.people.contains(&(link.child, Role::Pupil)) && !listed.ties.contains(&(link.guardian, link.child))
        })
        .collect();
    links.sort_by_key(|link| (link.guardian, link.child));
    for link in links {
        let (Some(guardian), Some(child)) = (known.people.get(&link.guardian), known.people.get(&link.child)) else {
            continue;
        };
        let who = said(&guardian.family, &guardian.given, guardian.born.as_deref());
        if asked.staying.contains(&link.guardian) {
            plan.line(Kind::Stays, Some(link.guardian), who, child.full());
            continue;
        }
        plan.line(Kind::Untied, Some(link.guardian), who, child.full());
        plan.deeds.push(Deed::Untie { guardian: link.guardian, child: link.child, at: asked.leaves });
    }
}

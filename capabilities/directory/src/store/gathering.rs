//! Groups: which ones one meets, and whom one sees in them.
use super::{PERSON, to_person};
use crate::{
    Gathering, Listed, Member, Person,
    policy::{GUESTS, Gather, Lead, Meet, STAFF},
};
use access::{
    Actor, Allowed, Audience, Part, Permission, Role, Unit, live, part_counts,
    store::group::{EACH, GROUP, homes_of, to_group},
};
use db::{Result, Row, Tx, Value, marks, params};
use kernel::{GroupId, Moment, PersonId};
use web::{List, Paged, Pager};

/// How many choices a form offers at once; the others are found by the beginning of their name.
pub const CHOICES: Pager = Pager::FIRST.by(400);

/// The condition that a name begins so, whatever its accents and capitals, under `sort`; what it binds is added to `values`.
pub(super) fn begins(sort: &str, said: &str, values: &mut Vec<Value>) -> String {
    let first = kernel::fold(said).into_bytes();
    if first.is_empty() {
        return "TRUE".into();
    }
    // No spelling holds this byte: what begins so comes before.
    let end: Vec<u8> = first.iter().copied().chain([u8::MAX]).collect();
    let (from, to) = (values.len() + 1, values.len() + 2);
    values.extend(params![first, end]);
    format!("({sort} >= ?{from} AND {sort} < ?{to})")
}

/// The groups and the classes this person may meet, groups first, then by name.
pub fn groups(tx: &mut Tx<'_>, actor: &Actor, pager: Pager, now: Moment) -> Result<Paged<Listed>> {
    let (met, params) = met(actor, now);
    let list = List { columns: &listed(), from: &met, order: GROUPS_FIRST, params: &params };
    pager.read(tx, list, |row| to_listed(row, actor))
}

/// The groups and the classes that a form offers this person to choose from: those whose name begins as `said`.
pub fn choices(tx: &mut Tx<'_>, actor: &Actor, said: &str, now: Moment) -> Result<Paged<Listed>> {
    let (met, mut params) = met(actor, now);
    let from = format!("{met} WHERE {}", begins("g.sort", said, &mut params));
    let list = List { columns: &listed(), from: &from, order: GROUPS_FIRST, params: &params };
    CHOICES.read(tx, list, |row| to_listed(row, actor))
}

/// The groups and the classes that are, and that this person may meet, under the name `g`, and the parameters: each way of the
/// right, and each kind of group, is found by an index of its own.
fn met(actor: &Actor, now: Moment) -> (String, Vec<Value>) {
    let seen = access::ways::<Meet, Gathering>(actor, 2);
    let each = |way: &str| EACH.map(|g| format!("SELECT {GROUP}, g.sort FROM {g} WHERE {} AND {way}", live("g", 1)));
    let met = seen.union(|way| each(way).join(" UNION "));
    (format!("({met}) g"), params![now].into_iter().chain(seen.params).collect())
}

const GROUPS_FIRST: &str = "CASE g.kind WHEN 'class' THEN 1 ELSE 0 END, g.sort, g.id";

/// The columns of a line, for a row read by [`to_listed`].
fn listed() -> String {
    let homes = format!("FROM unit u WHERE u.id IN ({})", homes_of("g.id"));
    format!("{GROUP}, COALESCE((SELECT min(u.name) {homes}), ''), (SELECT count(*) {homes})")
}

fn to_listed(row: &Row, actor: &Actor) -> Listed {
    let group = to_group(row);
    let part = actor.groups.iter().find(|(id, _)| *id == group.id).map(|(_, part)| *part);
    Listed { part, group, school: row.get(6), others: row.get::<i64>(7) - 1 }
}

/// The group, under the right `P`; one that has ended or not begun is absent. Hidden and absent look the same.
pub fn find_group<P: Permission<Gathering>>(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: GroupId,
    now: Moment,
) -> Result<Option<Allowed<P, Gathering>>> {
    let lives = |group: &access::Group| group.since <= now && group.until.is_none_or(|until| until > now);
    let Some(group) = access::store::group::by_id(tx, id)?.filter(lives) else { return Ok(None) };
    let homes = access::store::group::homes(tx, id)?;
    Ok(access::check(actor, Gathering::new(group, homes)).ok())
}

/// Those of the group whom this person may see: its adults see everybody; a member sees the adults, and the members if the
/// group shows them; the team of a home school sees its own people. Adults first.
pub fn roster<P>(
    tx: &mut Tx<'_>,
    actor: &Actor,
    gathering: &Allowed<P, Gathering>,
    pager: Pager,
    now: Moment,
) -> Result<Paged<Member>> {
    let mut values: Vec<Value> = params![gathering.group.id, now, actor.person].into();
    let scope = scope(actor, gathering, &mut values);
    let columns = format!(
        "{PERSON}, x.part, x.since, x.until, COALESCE((SELECT min(u.name) FROM any_group_home h
           JOIN unit u ON u.id = h.unit_id JOIN unit_closure c ON c.ancestor = u.id
           JOIN membership m ON m.unit_id = c.descendant AND m.person_id = p.id AND {}
           WHERE h.group_id = ?1), '')",
        live("m", 2)
    );
    let from = format!(
        "any_group_member x JOIN directory_person p ON p.id = x.person_id
         WHERE x.group_id = ?1 AND {} AND p.erased = 0 AND ({scope})",
        counts(actor, gathering)
    );
    let order = "CASE x.part WHEN 'teacher' THEN 0 WHEN 'observer' THEN 1 ELSE 2 END, p.sort, p.id";
    pager.read(tx, List { columns: &columns, from: &from, order, params: &values }, |row| Member {
        person: to_person(row),
        part: Part::from_word(row.text(7)).unwrap_or(Part::Member),
        since: row.get(8),
        until: row.get(9),
        school: row.get(10),
    })
}

/// Whether this person sees that one in the group.
pub fn sees<P>(
    tx: &mut Tx<'_>,
    actor: &Actor,
    gathering: &Allowed<P, Gathering>,
    person: PersonId,
    now: Moment,
) -> Result<bool> {
    let mut values: Vec<Value> = params![gathering.group.id, now, actor.person, person].into();
    let scope = scope(actor, gathering, &mut values);
    let sql = format!(
        "SELECT 1 FROM any_group_member x WHERE x.group_id = ?1 AND x.person_id = ?4 AND {} AND ({scope})",
        counts(actor, gathering)
    );
    Ok(tx.first(&sql, &values)?.is_some())
}

/// Which parts are shown, as a condition on `x` at `?2`: those that count, and to who leads it those to come too, so that they can be
/// taken back.
fn counts(actor: &Actor, gathering: &Gathering) -> String {
    let now = part_counts("x", 2);
    if gathering.is_class() || access::check::<Lead, _>(actor, gathering.clone()).is_err() {
        return now;
    }
    format!("({now} OR {TO_COME})")
}

/// A part that has not begun, at `?2`.
const TO_COME: &str = "(x.since > ?2 AND (x.until IS NULL OR x.until > x.since))";

/// Whom of the group this person sees, as a condition on `x`; what it binds is added to `values`.
fn scope(actor: &Actor, gathering: &Gathering, values: &mut Vec<Value>) -> String {
    if access::check::<Gather, _>(actor, gathering.clone()).is_ok() {
        return "x.person_id = ?3 OR TRUE".into();
    }
    let mut ways = vec!["x.person_id = ?3".to_owned()];
    if actor.groups(&[Part::Member]).contains(&gathering.group.id) {
        ways.push(if gathering.group.shows_roster { "TRUE" } else { "x.part <> 'member'" }.into());
    }
    let homes: Vec<Value> = actor
        .units(STAFF)
        .into_iter()
        .filter(|school| gathering.homes.iter().any(|home| home.id == *school))
        .map(Value::from)
        .collect();
    if !homes.is_empty() {
        let among = marks(values.len() + 1, homes.len());
        values.extend(homes);
        ways.push(format!(
            "x.person_id IN (SELECT m.person_id FROM membership m JOIN unit_closure c ON c.descendant = m.unit_id
               WHERE c.ancestor IN ({among}) AND {})",
            live("m", 2)
        ));
    }
    ways.join(" OR ")
}

/// Whom of this group this person may take into another: one who sees everybody in a group of two schools still takes in only
/// those of a school where they work, since what a group shows stays within it. Those whose family name begins as `said`.
pub fn takers<P>(
    tx: &mut Tx<'_>,
    actor: &Actor,
    gathering: &Allowed<P, Gathering>,
    (pager, said): (Pager, &str),
    now: Moment,
) -> Result<Paged<Person>> {
    let schools = actor.units(STAFF);
    if schools.is_empty() {
        return Ok(Paged::default());
    }
    let mut from = format!(
        "any_group_member x JOIN directory_person p ON p.id = x.person_id
         WHERE x.group_id = ?1 AND x.part = 'member' AND {} AND p.erased = 0 AND x.person_id IN (
           SELECT m.person_id FROM membership m JOIN unit_closure c ON c.descendant = m.unit_id
           WHERE c.ancestor IN ({}) AND {}) AND ",
        part_counts("x", 2),
        marks(3, schools.len()),
        live("m", 2)
    );
    let mut params = db::with_ids(&params![gathering.group.id, now], &schools);
    from += &begins("p.sort", said, &mut params);
    pager.read(tx, List { columns: PERSON, from: &from, order: "p.sort, p.id", params: &params }, to_person)
}

/// The staff of the schools where this person is of the team, by family name: those whose family name begins as `said`.
pub fn colleagues(tx: &mut Tx<'_>, actor: &Actor, (pager, said): (Pager, &str), now: Moment) -> Result<Paged<Person>> {
    let schools = actor.units(STAFF);
    if schools.is_empty() {
        return Ok(Paged::default());
    }
    let mut from = format!(
        "directory_person p WHERE p.erased = 0 AND p.id IN (SELECT m.person_id FROM membership m
           WHERE m.unit_id IN ({}) AND {} AND m.role IN ({})) AND ",
        marks(2, schools.len()),
        live("m", 1),
        access::words(Role::of(&[Audience::School]))
    );
    let mut params = db::with_ids(&[now.into()], &schools);
    from += &begins("p.sort", said, &mut params);
    pager.read(tx, List { columns: PERSON, from: &from, order: "p.sort, p.id", params: &params }, to_person)
}

/// The guests of a group who come by a card of this group: who holds a guest's role and none other, and answers for no child.
/// (A parents' representative has the card of the family.)
pub fn guests<P>(
    tx: &mut Tx<'_>,
    gathering: &Allowed<P, Gathering>,
    pager: Pager,
    now: Moment,
) -> Result<Paged<Person>> {
    let guest = access::words(Role::of(&[Audience::Guest]));
    let from = format!(
        "any_group_member x JOIN directory_person p ON p.id = x.person_id
         WHERE x.group_id = ?1 AND ({} OR {TO_COME}) AND p.erased = 0
           AND EXISTS (SELECT 1 FROM membership m WHERE m.person_id = p.id AND m.role IN ({guest})
             AND (m.until IS NULL OR m.until > ?2))
           AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.person_id = p.id AND m.role NOT IN ({guest}) AND {live})
           AND NOT EXISTS (SELECT 1 FROM guardianship m WHERE m.guardian_id = p.id AND {live})",
        live("x", 2),
        live = live("m", 2)
    );
    let params = params![gathering.group.id, now];
    pager.read(tx, List { columns: PERSON, from: &from, order: "p.sort, p.id", params: &params }, to_person)
}

/// Ends what a guest is here when they have left their last group: their card opens nothing any more.
pub fn end_guest(tx: &mut Tx<'_>, person: PersonId, now: Moment) -> Result<()> {
    let sql = format!(
        "UPDATE membership SET until = ?2 WHERE person_id = ?1 AND role IN ({}) AND (until IS NULL OR until > ?2)
         AND NOT EXISTS (SELECT 1 FROM group_member x WHERE x.person_id = ?1 AND (x.until IS NULL OR x.until > ?2))",
        access::words(GUESTS.iter().copied())
    );
    tx.execute(&sql, &params![person, now]).map(drop)
}

/// The schools where this person is of the team, by name: those that may be a group's home.
pub fn own_schools(tx: &mut Tx<'_>, actor: &Actor) -> Result<Vec<Unit>> {
    let mut schools = vec![];
    for school in actor.units(STAFF) {
        schools.extend(access::store::by_id(tx, school)?.filter(|unit| !schools.contains(unit)));
    }
    schools.sort_by_cached_key(|school| (kernel::order(&[&school.name]), school.code.clone()));
    Ok(schools)
}

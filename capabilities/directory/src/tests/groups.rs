//! Random schools, groups and people: nobody of one school sees a person of another but in a group they share.
use super::{NOW, migrations};
use crate::{
    Person,
    policy::{Lead, Meet, STAFF},
    store,
};
use access::{Actor, Audience, Group, GroupKind, Part, Role, Unit, UnitKind};
use db::Tx;
use kernel::{Chance, Id, Moment, PersonId, Seeded};
use std::collections::BTreeSet;
use web::Pager;

/// Schools 1 to 3; the classes of school n are 10 n and 10 n + 1.
const SCHOOLS: [u8; 3] = [1, 2, 3];
const PEOPLE: std::ops::RangeInclusive<u8> = 100..=111;
const GROUPS: std::ops::RangeInclusive<u8> = 200..=203;

fn id<K>(n: u8) -> Id<K> {
    Id::from_bytes(&[n; 16]).unwrap()
}

fn number<K>(id: Id<K>) -> u8 {
    id.bytes()[0]
}

/// What counts now.
#[derive(Clone, Debug)]
struct World {
    /// Person, role, unit: those that count now.
    roles: Vec<(u8, Role, u8)>,
    groups: Vec<Drawn>,
}

#[derive(Clone, Debug)]
struct Drawn {
    id: u8,
    lives: bool,
    shows: bool,
    homes: BTreeSet<u8>,
    /// Those who are in it now, still of one of its schools.
    members: Vec<(u8, Part)>,
    /// Those who will be.
    to_come: Vec<(u8, Part)>,
}

/// Days around now, and whether they count: now, ended, to come.
fn days(dice: &Seeded) -> (Moment, Option<Moment>, bool) {
    match dice.below(6) {
        0 => (NOW.plus_days(-9), Some(NOW.plus_days(-1)), false),
        1 => (NOW.plus_days(1), None, false),
        2 => (NOW.plus_days(-9), Some(NOW.plus_days(1)), true),
        _ => (NOW.plus_days(-9), None, true),
    }
}

/// Draws a world and writes it.
fn draw(tx: &mut Tx<'_>, dice: &Seeded) -> db::Result<World> {
    for table in ["membership", "group_member", "group_home", "people_group"] {
        tx.execute(&format!("DELETE FROM {table}"), &[])?;
    }
    let one = |of: &[u8]| of[dice.below(u32::try_from(of.len()).unwrap()) as usize];
    let mut world = World { roles: vec![], groups: vec![] };
    for person in PEOPLE {
        for _ in 0..=dice.below(2) {
            let role = Role::ALL[dice.below(u32::try_from(Role::ALL.len()).unwrap()) as usize];
            // Pupils are the most, as they are.
            let role = if dice.below(2) == 0 { Role::Pupil } else { role };
            let school = one(&SCHOOLS);
            let unit = if role == Role::Pupil { school * 10 + one(&[0, 1]) } else { school };
            let (since, until, counts) = days(dice);
            if world.roles.iter().any(|(p, r, u)| (*p, *r, *u) == (person, role, unit)) {
                continue;
            }
            access::store::grant(tx, id(person), role, id(unit), since, until)?;
            world.roles.extend(counts.then_some((person, role, unit)));
        }
    }
    for n in GROUPS {
        let (since, until, lives) = days(dice);
        let homes: BTreeSet<u8> = (0..=dice.below(2)).map(|_| one(&SCHOOLS)).collect();
        let shows = dice.below(2) == 0;
        let kind = GroupKind::ALL[1 + dice.below(6) as usize];
        let group = Group { id: id(n), kind, name: n.to_string(), shows_roster: shows, since, until };
        access::store::group::create(tx, &group, &homes.iter().map(|home| id(*home)).collect::<Vec<_>>())?;
        let mut drawn = Drawn { id: n, lives, shows, homes, members: vec![], to_come: vec![] };
        for person in PEOPLE.filter(|_| dice.below(3) == 0) {
            let part = Part::ALL[dice.below(3) as usize];
            let (since, until, counts) = days(dice);
            access::store::group::join(tx, id(n), id(person), part, since, until)?;
            let of_it = !world.schools(person).is_disjoint(&drawn.homes);
            drawn.members.extend((counts && of_it).then_some((person, part)));
            drawn.to_come.extend((since > NOW).then_some((person, part)));
        }
        world.groups.push(drawn);
    }
    // A class is a group whose members are its pupils and whose home is its school.
    for class in SCHOOLS.iter().flat_map(|school| [school * 10, school * 10 + 1]) {
        let pupils = world.roles.iter().filter(|(_, role, unit)| *role == Role::Pupil && *unit == class);
        let members = pupils.map(|(person, ..)| (*person, Part::Member)).collect();
        let homes = [class / 10].into();
        world.groups.push(Drawn { id: class, lives: true, shows: false, homes, members, to_come: vec![] });
    }
    Ok(world)
}

impl World {
    /// The schools where somebody counts as a pupil or works, whatever they do there.
    fn schools(&self, person: u8) -> BTreeSet<u8> {
        let held = self.roles.iter().filter(|(held, ..)| *held == person);
        held.map(|(_, _, unit)| if *unit >= 10 { unit / 10 } else { *unit }).collect()
    }

    /// The schools to whose team they belong.
    fn team(&self, person: u8) -> BTreeSet<u8> {
        let held = self.roles.iter().filter(|(held, role, _)| *held == person && STAFF.contains(role));
        held.map(|(.., unit)| *unit).collect()
    }

    /// Whom `person` sees in this group; `None` when it is hidden from them. Who leads it sees also those to come.
    fn sees(&self, person: u8, group: &Drawn, leads: bool) -> Option<BTreeSet<u8>> {
        let part = group.members.iter().find(|(member, _)| *member == person).map(|(_, part)| *part);
        let team: BTreeSet<u8> = self.team(person).intersection(&group.homes).copied().collect();
        if !group.lives || (part.is_none() && team.is_empty()) {
            return None;
        }
        let all = part.is_some_and(|part| part != Part::Member) || (part.is_some() && group.shows);
        let to_come = group.to_come.iter().filter(|_| leads);
        let seen = group.members.iter().chain(to_come).filter(|(member, theirs)| {
            all || *member == person
                || (part.is_some() && *theirs != Part::Member)
                || !self.schools(*member).is_disjoint(&team)
        });
        Some(seen.map(|(member, _)| *member).collect())
    }

    fn share_a_group(&self, one: u8, other: u8) -> bool {
        let in_it = |group: &&Drawn, who| group.members.iter().chain(&group.to_come).any(|(member, _)| *member == who);
        self.groups.iter().filter(|group| group.lives).any(|group| in_it(&group, one) && in_it(&group, other))
    }
}

/// All that `person` is shown, every way there is, each compared with what the world says.
fn shown(tx: &mut Tx<'_>, world: &World, person: u8) -> db::Result<BTreeSet<u8>> {
    let actor = Actor::load(tx, id(person), NOW)?;
    let listed = store::groups(tx, &actor, Pager::FIRST, NOW)?;
    assert_eq!(listed.count(), i64::try_from(listed.len()).unwrap());
    let listed: BTreeSet<u8> = listed.iter().map(|line| number(line.group.id)).collect();
    let numbers = |people: &[Person]| people.iter().map(|person| number(person.id)).collect::<BTreeSet<u8>>();
    let mut shown = numbers(&store::colleagues(tx, &actor, (web::Pager::whole(), ""), NOW)?);
    let mut opened = BTreeSet::new();
    for group in &world.groups {
        let leads = store::find_group::<Lead>(tx, &actor, id(group.id), NOW)?.is_some();
        let expected = world.sees(person, group, leads);
        let found = store::find_group::<Meet>(tx, &actor, id(group.id), NOW)?;
        assert_eq!(found.is_some(), expected.is_some(), "{person} and {group:?} in {world:?}");
        assert!(found.is_some() || !leads, "who leads it sees it");
        let Some(found) = found else { continue };
        opened.insert(group.id);
        let roster = store::roster(tx, &actor, &found, Pager::FIRST, NOW)?;
        let count = roster.count();
        let roster: BTreeSet<u8> = roster.iter().map(|member| number(member.person.id)).collect();
        assert_eq!(
            (Some(&roster), count),
            (expected.as_ref(), i64::try_from(roster.len()).unwrap()),
            "{person} in {group:?}"
        );
        for other in PEOPLE.step_by(5) {
            let sees = store::sees(tx, &actor, &found, id(other), NOW)?;
            assert_eq!(sees, roster.contains(&other), "{person} sees {other} in {group:?}");
        }
        shown.extend(roster);
        let takers = numbers(&store::takers(tx, &actor, &found, (web::Pager::whole(), ""), NOW)?);
        let mine = world.team(person);
        assert!(takers.iter().all(|taken| !world.schools(*taken).is_disjoint(&mine)), "{person} takes {takers:?}");
        shown.extend(takers);
    }
    assert_eq!(listed, opened, "{person}: the list shows what opens one by one");
    for class in &store::classes(tx, &actor, Pager::FIRST, NOW)? {
        shown.extend(numbers(&store::pupils_of_class(tx, class.0.unit.id, NOW)?));
    }
    Ok(shown)
}

/// The schools, their classes and the people of every case; what they are to one another is drawn for each.
fn schools_and_people(tx: &mut Tx<'_>) -> db::Result<()> {
    for school in SCHOOLS {
        let unit = |n: u8, kind| Unit { id: id(n), kind, code: n.to_string(), name: n.to_string(), closed: false };
        access::store::put(tx, &unit(school, UnitKind::Etablissement), &[])?;
        for class in [school * 10, school * 10 + 1] {
            access::store::put(tx, &unit(class, UnitKind::Classe), &[id(school)])?;
        }
    }
    for n in PEOPLE {
        let (given, family) = (n.to_string(), n.to_string());
        let none = None::<String>;
        let (born, phone, lang) = (none.clone(), none.clone(), none);
        store::add_person(tx, &Person { id: id(n), given, family, born, phone, lang, synthetic: true })?;
    }
    Ok(())
}

/// Draws one case, looks at it as one person in four, and says how many people of other schools were seen. Each case is a
/// transaction of its own: PostgreSQL goes over the rows a transaction has deleted until it ends.
fn strangers_seen(tx: &mut Tx<'_>, name: &str, case: u32) -> db::Result<usize> {
    let dice = Seeded::new(u64::from(case));
    let world = draw(tx, &dice)?;
    let mut strangers = 0;
    for person in PEOPLE.filter(|_| dice.below(4) == 0) {
        for other in shown(tx, &world, person)?.into_iter().filter(|other| *other != person) {
            let school = !world.schools(other).is_disjoint(&world.team(person));
            let group = world.share_a_group(person, other);
            assert!(school || group, "{name}, case {case}: {person} sees {other} in {world:?}");
            strangers += usize::from(!school);
        }
    }
    Ok(strangers)
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_of_a_school_sees_a_person_of_another_but_in_a_group_they_share() {
    for (name, db) in db::testing::both(&migrations()).await {
        db.write(schools_and_people).await.unwrap();
        let mut strangers = 0;
        for case in 0..db::testing::cases(300) {
            strangers += db.write(move |tx| strangers_seen(tx, name, case)).await.unwrap();
        }
        assert!(strangers > 50, "{name}: {strangers} were seen across schools, too few for the test to say anything");
    }
}

#[tokio::test]
async fn guests_of_a_group_are_those_who_are_nothing_else() {
    for (name, db) in db::testing::both(&migrations()).await {
        let guests = db
            .write(|tx| {
                let unit = Unit {
                    id: id(1),
                    kind: UnitKind::Etablissement,
                    code: "1".into(),
                    name: "1".into(),
                    closed: false,
                };
                access::store::put(tx, &unit, &[])?;
                let (kind, name) = (GroupKind::Club, "Échecs".to_owned());
                let group = Group { id: id(200), kind, name, shows_roster: true, since: NOW, until: None };
                access::store::group::create(tx, &group, &[id(1)])?;
                for (n, roles) in (100..).zip([
                    &[Role::Elected][..],
                    &[Role::Elected, Role::Teacher],
                    &[Role::Delegate],
                    &[Role::Teacher],
                    &[],
                ]) {
                    let person: PersonId = id(n);
                    let (given, family) = (n.to_string(), n.to_string());
                    store::add_person(
                        tx,
                        &Person { id: person, given, family, born: None, phone: None, lang: None, synthetic: true },
                    )?;
                    access::store::group::join(tx, id(200), person, Part::Teacher, NOW, None)?;
                    roles.iter().try_for_each(|role| access::store::grant(tx, person, *role, id(1), NOW, None))?;
                }
                access::store::set_guardian(tx, id(102), id(111), true, NOW)?;
                let leader = Actor::load(tx, id(103), NOW)?;
                let found = store::find_group::<Lead>(tx, &leader, id(200), NOW)?.unwrap();
                let guests = store::guests(tx, &found, Pager::FIRST, NOW)?;
                let delegate = Actor::load(tx, id(102), NOW)?;
                assert!(delegate.is_of(&[Audience::Family, Audience::Guest]));
                Ok::<_, db::Error>(guests.into_iter().map(|person| number(person.id)).collect::<Vec<_>>())
            })
            .await
            .unwrap();
        assert_eq!(guests, [100], "{name}: not who works there, nor a parent, nor who holds nothing");
    }
}

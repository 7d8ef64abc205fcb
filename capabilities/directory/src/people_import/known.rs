//! What is known of a school before a file is compared with it.
use super::{Asked, Key, PersonRow, Post, Rows, entry::whole_name, recognise::given_changes};
use crate::{
    Person,
    store::{self, Holding, Link, Membership},
};
use access::{Group, Place, Unit, UnitKind};
use db::Tx;
use kernel::{GroupId, PersonId, UnitId};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, hash_map::Entry};

/// What is known of a school, and of whom the file names.
#[derive(PartialEq)]
pub(super) struct Known {
    /// The school.
    pub school: Unit,
    /// Its classes, those that closed too.
    pub classes: Vec<Unit>,
    /// Whom the keys of the file name.
    pub keys: HashMap<String, PersonId>,
    /// Those of the people here whom some key of the source names: another key of it is somebody else.
    pub sourced: HashSet<PersonId>,
    /// The people that may matter.
    pub people: HashMap<PersonId, Person>,
    /// What they hold or held at this school.
    pub held: HashMap<PersonId, Vec<Holding>>,
    /// Who answers or answered for its pupils, by child.
    pub links: HashMap<PersonId, Vec<Link>>,
    /// Those who hold a role that whoever asks does not look after: who they are is not theirs to correct.
    pub beyond: HashSet<PersonId>,
    /// Who the keys of other sources name.
    pub others: HashMap<Key, PersonId>,
    /// Those of whom the feed could not be read: they do not leave.
    pub spared: HashSet<PersonId>,
    /// The open groups that the source made here, by its key.
    pub groups: HashMap<String, Group>,
    /// Who is or was in them.
    pub members: HashMap<GroupId, Vec<Membership>>,
    /// What is taught in them, by whom.
    pub subjects: BTreeMap<(GroupId, PersonId), String>,
    /// Those of the whole house who may be meant too, by their day of birth: who bears the name of somebody whom no key names, and who
    /// bears the family name of somebody whose given name is another by now.
    pub born: HashMap<String, Vec<Person>>,
}

impl Known {
    /// Loads what is known, in lots.
    pub fn load(tx: &mut Tx<'_>, rows: &Rows, school: &Unit, asked: &Asked<'_>) -> db::Result<Self> {
        let children = rows.people.iter().flat_map(|row| match &row.post {
            Post::Guardian { of, .. } => of.as_slice(),
            _ => &[],
        });
        let spared = rows.spared.iter().chain(rows.groups.iter().flat_map(|row| row.people.iter().map(|(key, _)| key)));
        let named = rows.people.iter().map(|row| &row.key).chain(children).chain(spared);
        let keys: BTreeSet<&str> = named.map(String::as_str).collect();
        let keys: HashMap<String, PersonId> =
            store::by_keys(tx, asked.source, &keys.into_iter().collect::<Vec<_>>())?.into_iter().collect();
        let mut held: HashMap<PersonId, Vec<Holding>> = HashMap::new();
        for holding in store::holdings(tx, school.id)? {
            held.entry(holding.person).or_default().push(holding);
        }
        let others = others(tx, rows)?;
        let (groups, members) = gathered(tx, rows, school, asked)?;
        let taught = store::subjects_of(tx, &groups.values().map(|group| group.id).collect::<Vec<_>>())?;
        let named = keys.values().chain(others.values());
        let pupils: BTreeSet<PersonId> = held.keys().chain(named).copied().collect();
        let mut links: HashMap<PersonId, Vec<Link>> = HashMap::new();
        for link in store::links_of(tx, &pupils.iter().copied().collect::<Vec<_>>())? {
            links.entry(link.child).or_default().push(link);
        }
        let guardians = links.values().flatten().map(|link| link.guardian);
        let gathered = members.values().flatten().map(|member| member.person);
        let all: BTreeSet<PersonId> = pupils.into_iter().chain(guardians).chain(gathered).collect();
        let all: Vec<PersonId> = all.into_iter().collect();
        let people = store::people(tx, &all)?;
        let sourced = store::named_by(tx, asked.source, &all)?.into_iter().collect();
        let beyond = beyond(tx, &all, asked)?;
        let people: HashMap<PersonId, Person> = people.into_iter().map(|person| (person.id, person)).collect();
        let born = alike(tx, rows, |row| {
            let other = || row.others.iter().find_map(|key| others.get(key));
            people.get(keys.get(&row.key).or_else(other)?)
        })?;
        Ok(Self {
            school: school.clone(),
            classes: access::store::under(tx, school.id, UnitKind::Classe)?,
            spared: rows.spared.iter().filter_map(|key| keys.get(key)).copied().collect(),
            keys,
            others,
            groups,
            members,
            subjects: taught.into_iter().map(|(group, person, name)| ((group, person), name)).collect(),
            sourced,
            people,
            held,
            links,
            beyond,
            born,
        })
    }

    /// What somebody holds or held here.
    pub fn held_by(&self, person: PersonId) -> &[Holding] {
        self.held.get(&person).map_or(&[], Vec::as_slice)
    }

    /// What binds this guardian to this child, if anything ever did.
    pub fn link(&self, guardian: PersonId, child: PersonId) -> Option<&Link> {
        self.links.get(&child)?.iter().find(|link| link.guardian == guardian)
    }

    /// The class of this id.
    pub fn class(&self, id: UnitId) -> Option<&Unit> {
        self.classes.iter().find(|class| class.id == id)
    }
}

/// Those of the whole house whom somebody of the file may be taken for, by their day of birth; `known` is whom the keys of a row name.
fn alike<'k>(
    tx: &mut Tx<'_>,
    rows: &Rows,
    known: impl Fn(&PersonRow) -> Option<&'k Person>,
) -> db::Result<HashMap<String, Vec<Person>>> {
    let mut names: BTreeSet<Vec<u8>> = BTreeSet::new();
    let mut days: BTreeSet<&str> = BTreeSet::new();
    let mut renamed: BTreeSet<(&str, &str)> = BTreeSet::new();
    for row in &rows.people {
        let Some(born) = row.born.as_deref() else { continue };
        match known(row) {
            Some(person) if given_changes(&person.given, &row.given) => drop(renamed.insert((&row.family, born))),
            Some(_) => {}
            None => {
                names.extend(spellings(&row.family, &row.given));
                days.insert(born);
            }
        }
    }
    let mut found = store::namesakes(tx, &names.into_iter().collect::<Vec<_>>())?;
    found.retain(|person| person.born.as_deref().is_some_and(|born| days.contains(born)));
    for (family, born) in renamed {
        found.extend(store::siblings(tx, family, born)?);
    }
    let mut born: HashMap<String, Vec<Person>> = HashMap::new();
    for person in found {
        let of_day = born.entry(person.born.clone().unwrap_or_default()).or_default();
        if !of_day.contains(&person) {
            of_day.push(person);
        }
    }
    Ok(born)
}

/// The name as it is kept in order, wherever a list parts the family name from the given one.
fn spellings(family: &str, given: &str) -> Vec<Vec<u8>> {
    let whole = whole_name(family, given);
    let parted = whole.match_indices(' ').map(|(at, _)| whole.split_at(at));
    let all = parted.map(|(family, given)| kernel::order(&[family, given]));
    all.chain([kernel::order(&[family, given])]).collect()
}

/// Whom the keys of other sources name.
fn others(tx: &mut Tx<'_>, rows: &Rows) -> db::Result<HashMap<Key, PersonId>> {
    let mut asked: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for Key { source, key } in rows.people.iter().flat_map(|row| &row.others) {
        asked.entry(source).or_default().push(key);
    }
    let mut others = HashMap::new();
    for (source, keys) in asked {
        let found = store::by_keys(tx, source, &keys)?.into_iter();
        others.extend(found.map(|(key, person)| (Key { source: source.to_owned(), key }, person)));
    }
    Ok(others)
}

/// The groups that the source made at the school, and who is or was in them.
#[expect(clippy::type_complexity, reason = "two tables, as they are kept")]
fn gathered(
    tx: &mut Tx<'_>,
    rows: &Rows,
    school: &Unit,
    asked: &Asked<'_>,
) -> db::Result<(HashMap<String, Group>, HashMap<GroupId, Vec<Membership>>)> {
    let mut members: HashMap<GroupId, Vec<Membership>> = HashMap::new();
    if rows.groups.is_empty() {
        return Ok(Default::default());
    }
    let groups: HashMap<String, Group> =
        store::groups_of_source(tx, asked.source, school.id, asked.now)?.into_iter().collect();
    let ids: Vec<GroupId> = groups.values().map(|group| group.id).collect();
    for (group, member) in store::members_of(tx, &ids)? {
        members.entry(group).or_default().push(member);
    }
    Ok((groups, members))
}

/// Those of these people who hold a role that whoever asks does not look after.
fn beyond(tx: &mut Tx<'_>, people: &[PersonId], asked: &Asked<'_>) -> db::Result<HashSet<PersonId>> {
    let mut places: HashMap<UnitId, Place> = HashMap::new();
    let mut beyond = HashSet::new();
    if asked.by.is_none() {
        return Ok(beyond);
    }
    for (person, role, unit) in access::store::working(tx, people, asked.now)? {
        if let Entry::Vacant(free) = places.entry(unit) {
            free.insert(Place::new(unit, access::store::lineage(tx, unit)?));
        }
        if !(asked.looks_after)(role, &places[&unit]) {
            beyond.insert(person);
        }
    }
    Ok(beyond)
}

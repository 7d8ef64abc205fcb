//! Whose cards a list shows: a class's pupils, those who answer for them, or a group's guests.
use crate::policy::{MakeCards, MakeGuardiansCards};
use access::Allowed;
use directory::{Class, Gathering, Person};
use kernel::{PersonId, UnitId};
use std::collections::HashMap;
use web::{Error, Pager, Result, Visit};

/// Whose cards these are.
pub struct Of {
    /// The class's name, or the group's.
    pub name: String,
    /// Its school's.
    pub school: String,
    /// The page of the class or of the group's guests.
    pub back: String,
    /// The address of this list.
    pub path: String,
    /// Whose of them.
    pub whose: Whose,
    /// The people themselves.
    pub people: Vec<Person>,
    /// Of guardians: for whom each answers here, by name.
    pub children: HashMap<PersonId, Vec<String>>,
    /// The school that writes to who is told of a new card.
    pub home: Option<UnitId>,
    /// Whether who looks may make the guardians' cards too.
    pub both: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    Pupils,
    Guardians,
    Guests,
}

impl Of {
    /// What tells a person apart from another of the same name: the day of birth, or for whom they answer.
    pub fn mark(&self, person: &Person) -> String {
        if let Some(children) = self.children.get(&person.id) {
            return children.join(", ");
        }
        let born = person.born.as_deref().unwrap_or_default();
        let mut parts: Vec<&str> = born.split('-').collect();
        parts.reverse();
        parts.join("/")
    }
}

impl Of {
    /// The same on paper, where it says less: a day without its year, or first names.
    pub fn printed_mark(&self, person: &Person) -> String {
        if let Some(children) = self.children.get(&person.id) {
            let first = |child: &String| child.split(' ').next().unwrap_or_default().to_owned();
            return children.iter().map(first).collect::<Vec<_>>().join(", ");
        }
        let mark = self.mark(person);
        mark.rsplit_once('/').map_or(mark.clone(), |(day, _)| day.to_owned())
    }
}

/// The class of the address, if this person may make its pupils' cards; and whether they may make its guardians' too.
fn class(visit: &mut Visit<'_, '_>) -> Result<(Allowed<MakeCards, Class>, bool)> {
    let (actor, id) = (visit.actor()?, visit.id("class")?);
    let class = directory::store::find_class(visit.tx, &actor, id)?.ok_or(Error::NotFound)?.into_inner();
    let both = access::check::<MakeGuardiansCards, _>(&actor, class.clone()).is_ok();
    let class = access::check(&actor, class).map_err(|_| Error::NotFound)?;
    Ok((class, both))
}

/// The pupils of the class of the address, or those who answer for them: whoever holds a guardian's card speaks for a child, so
/// that not every teacher sees or makes them.
pub fn of_class(visit: &mut Visit<'_, '_>, guardians: bool) -> Result<Of> {
    let (class, both) = class(visit)?;
    if guardians && !both {
        return Err(Error::NotFound);
    }
    let pupils = directory::store::pupils_of_class(visit.tx, class.unit.id, visit.now)?;
    let (mut people, mut children) = (vec![], HashMap::<PersonId, Vec<String>>::new());
    if guardians {
        let named: HashMap<PersonId, String> = pupils.iter().map(|pupil| (pupil.id, pupil.full())).collect();
        for (person, child) in directory::store::guardians_of_class(visit.tx, class.unit.id, visit.now)? {
            children.entry(person.id).or_default().extend(named.get(&child).cloned());
            people.push(person);
        }
        for names in children.values_mut() {
            names.sort();
        }
        // A parent of twins has one card; the list is in the order of names, then ids.
        people.dedup_by_key(|person| person.id);
    } else {
        people = pupils;
    }
    let back = format!("/ecole/classe/{}", class.unit.id);
    Ok(Of {
        name: class.unit.name.clone(),
        school: class.school.name.clone(),
        path: format!("{back}/cartes"),
        back,
        whose: if guardians { Whose::Guardians } else { Whose::Pupils },
        people,
        children,
        home: Some(class.school.id),
        both,
    })
}

/// The guests of the group of the address; none of them answers for a child.
pub fn of_group(visit: &mut Visit<'_, '_>) -> Result<Of> {
    let (actor, id) = (visit.actor()?, visit.id("group")?);
    let group = directory::store::find_group::<MakeCards>(visit.tx, &actor, id, visit.now)?;
    let group: Allowed<MakeCards, Gathering> = group.filter(|group| !group.is_class()).ok_or(Error::NotFound)?;
    // Of the group's schools, the one of who prints: guests are invited there.
    let mine = actor.units(directory::policy::STAFF);
    let home = group.homes.iter().find(|home| mine.contains(&home.id)).or(group.homes.first());
    Ok(Of {
        name: group.group.name.clone(),
        school: home.map_or_else(String::new, |home| home.name.clone()),
        home: home.map(|home| home.id),
        back: group.path("/invites"),
        path: group.path("/cartes"),
        whose: Whose::Guests,
        people: directory::store::guests(visit.tx, &group, Pager::whole(), visit.now)?.into(),
        children: HashMap::new(),
        both: false,
    })
}

//! Who is in the group of an activity, for its tool.
use super::{
    entry::context,
    service::{ROWS, address, called, json, paged},
};
use crate::{Link, Tool, store};
use access::Part;
use kernel::PersonId;
use lti::{Member, Members, Role, Status, User, scope};
use std::collections::HashMap;
use web::{Error, House, Reply, Result, Visit};

/// What a tool is told of somebody: their opaque name, and their own where it may know it.
pub fn user(house: &House, (tool, link): (&Tool, &Link), person: PersonId, known: Option<&(String, String)>) -> User {
    let told = known.filter(|_| tool.names);
    User {
        id: link.name_of(&house.secret, person),
        name: told.map(|(given, family)| format!("{given} {family}")),
        given_name: told.map(|(given, _)| given.clone()),
        family_name: told.map(|(_, family)| family.clone()),
        email: None,
        sourced_id: None,
    }
}

/// What a part in a group is called by LTI.
pub fn role(part: Part) -> Role {
    match part {
        Part::Teacher => Role::Instructor,
        Part::Member => Role::Learner,
        Part::Observer => Role::Mentor,
    }
}

/// A page of them.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let link = match called(visit, scope::MEMBERS_READ)? {
        Ok(link) => link,
        Err(no) => return Ok(no),
    };
    let tool = store::tool::by_id(visit.tx, link.tool)?.ok_or(Error::NotFound)?;
    let at = address(visit.house, &format!("/cours/{}/membres", link.id))?;
    let all = store::link::members(visit.tx, &link, visit.pager().by(ROWS), visit.now)?;
    let people: Vec<PersonId> = all.iter().map(|(person, _)| *person).collect();
    let names = if tool.names { directory::store::names(visit.tx, &people)? } else { HashMap::new() };
    let member = |(person, part): &(PersonId, Part)| Member {
        user: user(visit.house, (&tool, &link), *person, names.get(person)),
        roles: vec![role(*part)],
        status: Status::Active,
    };
    let members = Members { context: context(visit.house, &link), members: all.iter().map(member).collect() };
    Ok(paged(json(Members::TYPE, &members.document(&at)), &at, &all))
}

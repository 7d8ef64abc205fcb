//! What was read, by kind and id.
use crate::{
    Class, Course, DeliveredFile, Enrolment, Fault, File, Index, Mode, Org, Reason, Role, Session, User, Version,
    manifest::needed, row::Row, table::Table,
};
use std::{collections::BTreeMap, io::Read};

/// The state of the schools of one system.
///
/// A bulk file replaces what was there of its kind, a delta file changes it. When a fault ends a delivery, what came
/// before it is already applied: keep a clone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    pub(crate) orgs: BTreeMap<String, Org>,
    pub(crate) sessions: BTreeMap<String, Session>,
    pub(crate) courses: BTreeMap<String, Course>,
    pub(crate) classes: BTreeMap<String, Class>,
    pub(crate) users: BTreeMap<String, User>,
    pub(crate) roles: BTreeMap<String, Role>,
    pub(crate) enrolments: BTreeMap<String, Enrolment>,
    pub(crate) births: BTreeMap<String, String>,
}

impl Roster {
    /// How many records of a file there are.
    pub fn count(&self, file: File) -> usize {
        match file {
            File::Orgs => self.orgs.len(),
            File::Sessions => self.sessions.len(),
            File::Courses => self.courses.len(),
            File::Classes => self.classes.len(),
            File::Users => self.users.len(),
            File::Roles => self.roles.len(),
            File::Enrolments => self.enrolments.len(),
            File::Demographics => self.births.len(),
        }
    }

    /// Schools and what is above them, by id.
    pub fn orgs(&self) -> impl Iterator<Item = &Org> {
        self.orgs.values()
    }

    /// School years and terms, by id.
    pub fn sessions(&self) -> impl Iterator<Item = &Session> {
        self.sessions.values()
    }

    /// Somebody.
    pub fn user(&self, id: &str) -> Option<&User> {
        self.users.get(id)
    }

    /// Who is where: one walk over everybody, to be asked school by school.
    pub fn index(&self) -> Index<'_> {
        Index::of(self)
    }

    /// Reads the rows of a file.
    pub(crate) fn fill<R: Read>(
        &mut self,
        file: File,
        mode: Mode,
        version: Version,
        table: &mut Table<R>,
    ) -> Result<DeliveredFile, Fault> {
        needed(table, columns(file, version))?;
        match file {
            File::Orgs => fill(&mut self.orgs, file, mode, table, |id, row| Org::of(id, row)),
            File::Sessions => fill(&mut self.sessions, file, mode, table, Session::of),
            File::Courses => fill(&mut self.courses, file, mode, table, |id, row| Course::of(id, row)),
            File::Classes => fill(&mut self.classes, file, mode, table, Class::of),
            File::Users => fill(&mut self.users, file, mode, table, User::of),
            File::Roles => fill(&mut self.roles, file, mode, table, |_, row| Role::of(row)),
            File::Enrolments => fill(&mut self.enrolments, file, mode, table, Enrolment::of),
            File::Demographics => {
                let day = |_, row: &mut Row<'_>| Ok(row.day("birthDate").unwrap_or_default());
                fill(&mut self.births, file, mode, table, day)
            }
        }
    }
}

/// The headings that a file must have. Their order is free, and others are left alone.
fn columns(file: File, version: Version) -> &'static [&'static str] {
    match (file, version) {
        (File::Orgs, _) => &["sourcedId", "name", "type"],
        (File::Sessions, _) => &["sourcedId", "title", "type", "startDate", "endDate"],
        (File::Courses, _) => &["sourcedId", "title", "orgSourcedId"],
        (File::Classes, _) => &["sourcedId", "title", "classType", "schoolSourcedId"],
        (File::Users, Version::V1_1) => &["sourcedId", "orgSourcedIds", "role", "givenName", "familyName"],
        (File::Users, Version::V1_2) => &["sourcedId", "givenName", "familyName"],
        (File::Roles, _) => &["sourcedId", "userSourcedId", "role", "orgSourcedId"],
        (File::Enrolments, _) => &["sourcedId", "classSourcedId", "userSourcedId", "role"],
        (File::Demographics, _) => &["sourcedId", "birthDate"],
    }
}

fn fill<T: PartialEq, R: Read>(
    records: &mut BTreeMap<String, T>,
    file: File,
    mode: Mode,
    table: &mut Table<R>,
    read: impl Fn(String, &mut Row<'_>) -> Result<T, Fault>,
) -> Result<DeliveredFile, Fault> {
    let mut done = DeliveredFile { file, mode, rows: 0, removed: 0, odd: vec![] };
    if mode == Mode::Bulk {
        records.clear();
    }
    while table.next()? {
        done.rows += 1;
        let mut row = Row::of(table, &mut done.odd);
        let id = row.needed("sourcedId")?;
        let status = row.cell("status").to_lowercase();
        if matches!(status.as_str(), "tobedeleted" | "inactive") {
            records.remove(&id);
            done.removed += 1;
            continue;
        }
        if !matches!(status.as_str(), "" | "active") {
            row.odd("status", Reason::Word);
        }
        let record = read(id.clone(), &mut row)?;
        if mode == Mode::Bulk && records.get(&id).is_some_and(|before| *before != record) {
            row.odd("sourcedId", Reason::Twice);
        }
        records.insert(id, record);
    }
    Ok(done)
}

//! One lot, line by line: a person, then what other sources call them and what they are; then groups, each with its people.
use super::{Damaged, Lines, lines, writer};
use crate::people_import::{GroupRow, Key, PersonRow, Post, Rows};
use access::{GroupKind, Part, Role};
use csv::{ByteRecord, StringRecord};
use uai::Uai;

/// What a line is: a person, what a person is, a group, who is spared.
mod word {
    pub const PERSON: &str = "p";
    pub const OTHER: &str = "k";
    pub const PUPIL: &str = "e";
    pub const STAFF: &str = "s";
    pub const GUARDIAN: &str = "g";
    pub const GROUP: &str = "t";
    pub const MEMBER: &str = "m";
    pub const SUBJECT: &str = "u";
    pub const SPARED: &str = "h";
}

/// The lines of a lot.
pub(super) fn written(rows: &Rows) -> Result<Lines, Damaged> {
    let mut lines = writer();
    let mut said: Option<&PersonRow> = None;
    for row in &rows.people {
        if said.is_none_or(|said| !is_same(said, row)) {
            let or = |text: &Option<String>| text.clone().unwrap_or_default();
            let [born, phone, lang, until, email] = [&row.born, &row.phone, &row.lang, &row.until, &row.email].map(or);
            let line = row.line.to_string();
            lines.write_record([
                word::PERSON,
                &line,
                &row.key,
                &row.family,
                &row.given,
                &born,
                &phone,
                &lang,
                &until,
                &email,
            ])?;
            said = Some(row);
        }
        for Key { source, key } in &row.others {
            lines.write_record([word::OTHER, source, key])?;
        }
        match &row.post {
            Post::Pupil { class, .. } => lines.write_record([word::PUPIL, class])?,
            Post::Staff { role, .. } => lines.write_record([word::STAFF, role.word()])?,
            Post::Guardian { of, authority } => {
                let authority = authority.map_or("", |has| if has { "1" } else { "0" });
                let line = [word::GUARDIAN, authority].into_iter().chain(of.iter().map(String::as_str));
                lines.write_record(line)?;
            }
        }
    }
    for group in &rows.groups {
        lines.write_record([word::GROUP, &group.key, group.kind.word(), &group.name])?;
        for (key, part) in &group.people {
            lines.write_record([word::MEMBER, key, part.word()])?;
        }
        for (key, subject) in &group.subjects {
            lines.write_record([word::SUBJECT, key, subject])?;
        }
    }
    for key in &rows.spared {
        lines.write_record([word::SPARED, key])?;
    }
    Ok(lines)
}

/// Whether two rows say the same of a person, but for what they are.
fn is_same(one: &PersonRow, other: &PersonRow) -> bool {
    fn said(row: &PersonRow) -> (u64, [&str; 3], [&Option<String>; 5]) {
        let cells = [&row.born, &row.phone, &row.lang, &row.until, &row.email];
        (row.line, [&row.key, &row.family, &row.given], cells)
    }
    said(one) == said(other) && other.others.is_empty()
}

/// The rows of a lot.
pub(super) fn read(school: Uai, text: &[u8]) -> Result<Rows, Damaged> {
    let mut rows = Rows::default();
    let mut person: Option<PersonRow> = None;
    let (mut lines, mut record) = (lines(text), ByteRecord::new());
    while lines.read_byte_record(&mut record)? {
        let line = StringRecord::from_byte_record(record.clone()).map_err(|_| Damaged::Cut)?;
        let cell = |at: usize| line.get(at).unwrap_or_default();
        let text = |at: usize| cell(at).to_owned();
        let meant = || Damaged::Word(text(1));
        let post = match cell(0) {
            word::PERSON => {
                let some = |at: usize| (!cell(at).is_empty()).then(|| text(at));
                person = Some(PersonRow {
                    line: cell(1).parse().map_err(|_| meant())?,
                    key: text(2),
                    others: vec![],
                    family: text(3),
                    given: text(4),
                    born: some(5),
                    // Said by the lines that follow.
                    post: Post::Guardian { of: vec![], authority: None },
                    phone: some(6),
                    lang: some(7),
                    user: None,
                    until: some(8),
                    email: some(9),
                    guardian: None,
                });
                continue;
            }
            word::OTHER => {
                let person = person.as_mut().ok_or(Damaged::Cut)?;
                person.others.push(Key { source: text(1), key: text(2) });
                continue;
            }
            word::GROUP => {
                let kind = GroupKind::from_word(cell(2)).ok_or_else(meant)?;
                rows.groups.push(GroupRow { key: text(1), kind, name: text(3), people: vec![], subjects: vec![] });
                continue;
            }
            word::MEMBER => {
                let part = Part::from_word(cell(2)).ok_or_else(meant)?;
                rows.groups.last_mut().ok_or(Damaged::Cut)?.people.push((text(1), part));
                continue;
            }
            word::SUBJECT => {
                rows.groups.last_mut().ok_or(Damaged::Cut)?.subjects.push((text(1), text(2)));
                continue;
            }
            word::SPARED => {
                rows.spared.push(text(1));
                continue;
            }
            word::PUPIL => Post::Pupil { uai: school, class: text(1) },
            word::STAFF => Post::Staff { role: Role::from_word(cell(1)).ok_or_else(meant)?, uai: school },
            word::GUARDIAN => {
                let authority = match cell(1) {
                    "" => None,
                    said => Some(said == "1"),
                };
                Post::Guardian { of: line.iter().skip(2).map(str::to_owned).collect(), authority }
            }
            other => return Err(Damaged::Word(other.to_owned())),
        };
        let person = person.as_mut().ok_or(Damaged::Cut)?;
        let others = std::mem::take(&mut person.others);
        rows.people.push(PersonRow { others, post, ..person.clone() });
    }
    Ok(rows)
}

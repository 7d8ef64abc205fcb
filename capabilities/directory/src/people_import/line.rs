//! The cells of one row, by column, and the people they name.
use super::{
    Context, PersonRow, Post, Reason, Whose,
    cell::{self, Part},
    column::{Column, Field},
    group::Found,
    heads::Heads,
    keyed, name,
    read::Notes,
    sheet::{self, Cell},
};
use uai::Uai;

/// What could not be read: the fault is told.
pub struct Told;

/// What was read, unless its fault was told.
pub type Read<T> = Result<T, Told>;

/// The cells of one row.
pub struct Line<'c> {
    /// Its line.
    pub number: u64,
    pub(super) heads: &'c Heads,
    cells: &'c [Cell],
    context: &'c Context,
}

impl<'c> Line<'c> {
    /// The row of a line.
    pub fn new(number: u64, heads: &'c Heads, cells: &'c [Cell], context: &'c Context) -> Self {
        Self { number, heads, cells, context }
    }

    /// The people of the row: its own, and behind a pupil their guardians. Every cell is looked at, so that all that is wrong with a
    /// row is told at once.
    pub fn people(&self, rows: &mut Vec<PersonRow>, notes: &mut Notes, found: &mut Found) {
        let families = !self.heads.has(Column::Role)
            && self.context.kind == Some(Whose::Families)
            && self.heads.ranks().next().is_some();
        if families {
            // The row's own person is the child, who is known already.
            if let Ok(child) = self.child(found) {
                self.guardians(&child, rows, notes, found);
            }
            return;
        }
        let Ok((row, made)) = self.own(found) else { return };
        if made {
            notes.made(self.number, &row);
        }
        let child = matches!(row.post, Post::Pupil { .. }).then(|| row.key.clone());
        rows.push(row);
        if let Some(child) = child {
            self.guardians(&child, rows, notes, found);
        }
    }

    /// The row's own person, and whether their key was made.
    fn own(&self, found: &mut Found) -> Read<(PersonRow, bool)> {
        let names = self.names(None, found);
        let born = self.optional(Field::own(Column::Born), cell::date, found);
        let post = self.post(found);
        let phone = self.phone(None, found);
        let lang = self.optional(Field::own(Column::Lang), cell::lang, found);
        let user = self.optional(Field::own(Column::User), cell::user, found);
        let until = self.optional(Field::own(Column::Until), cell::date, found);
        let given = self.given_key(found);
        let (post, user, born) = (post?, user?, born?);
        let (family, given_name) = names?;
        let (key, made) = match given? {
            Some(key) => (key, false),
            None => (self.made_key((&family, &given_name), born.as_deref(), &post, user.as_deref(), found)?, true),
        };
        let works = matches!(post, Post::Staff { .. });
        let email = cell::email(self.cell(Field::own(Column::Email))).filter(|_| works);
        let (line, phone, lang, until) = (self.number, phone?, lang?, until?);
        let row = PersonRow {
            line,
            key,
            others: vec![],
            family,
            given: given_name,
            born,
            post,
            phone,
            lang,
            user,
            until,
            email,
            guardian: None,
        };
        Ok((row, made))
    }

    /// What the person is. A cell that the role has no use for is a sign that the row is not what it seems.
    fn post(&self, found: &mut Found) -> Read<Post> {
        let own = Field::own;
        let said = !self.cell(own(Column::Role)).is_empty();
        let part = match (said, self.context.kind) {
            (false, Some(Whose::Pupils)) => Part::Pupil,
            (false, Some(Whose::Families)) => Part::Guardian,
            _ => self.needed(own(Column::Role), cell::part, found)?,
        };
        let idle: &[Column] = match part {
            Part::Pupil => &[Column::Of, Column::Authority, Column::User],
            Part::Guardian => &[Column::Uai, Column::Class, Column::User],
            Part::Staff(_) => &[Column::Class, Column::Of, Column::Authority],
        };
        for column in idle.iter().filter(|column| !self.cell(own(**column)).is_empty()) {
            self.fault(own(*column), Reason::NotForRole, found);
        }
        Ok(match part {
            Part::Pupil => {
                let born = self.needed(
                    own(Column::Born),
                    |text| if text.is_empty() { Err(Reason::EmptyCell) } else { Ok(()) },
                    found,
                );
                let (uai, class) = (self.uai(found), self.needed(own(Column::Class), cell::class, found));
                born?;
                Post::Pupil { uai: uai?, class: class? }
            }
            Part::Guardian => {
                let keys = |text: &str| {
                    let keys = text.split([',', '|', ' ']).filter(|key| !key.is_empty()).map(cell::key);
                    let keys = keys.collect::<Result<Vec<_>, _>>()?;
                    if keys.is_empty() { Err(Reason::Key) } else { Ok(keys) }
                };
                let of = self.needed(own(Column::Of), keys, found);
                let authority = self.authority(own(Column::Authority), found);
                Post::Guardian { of: of?, authority: authority? }
            }
            Part::Staff(role) => Post::Staff { role, uai: self.uai(found)? },
        })
    }

    /// The school the row names, else the one that is meant.
    fn uai(&self, found: &mut Found) -> Read<Uai> {
        let field = Field::own(Column::Uai);
        match self.context.school {
            Some(school) if self.cell(field).is_empty() => Ok(school),
            _ => self.needed(field, |text| text.parse().map_err(Reason::Uai), found),
        }
    }

    /// The key that the row gives its person: the source's own, else the national number, else the school's.
    fn given_key(&self, found: &mut Found) -> Read<Option<String>> {
        let own = Field::own;
        let first = [Column::Key, Column::Ine, Column::Number].into_iter();
        let Some(column) = first.into_iter().find(|column| !self.cell(own(*column)).is_empty()) else {
            // A file that has keys has one for everybody.
            return if self.heads.has(Column::Key) {
                self.needed(own(Column::Key), cell::key, found).map(Some)
            } else {
                Ok(None)
            };
        };
        let key = self.needed(own(column), cell::key, found)?;
        Ok(Some(match column {
            Column::Ine => key.to_uppercase(),
            Column::Number => {
                let said = self.cell(own(Column::Uai)).parse().ok();
                keyed::by_number(said.or(self.context.school), &key)
            }
            _ => key,
        }))
    }

    /// A key for who has none.
    fn made_key(
        &self,
        (family, given): (&str, &str),
        born: Option<&str>,
        post: &Post,
        user: Option<&str>,
        found: &mut Found,
    ) -> Read<String> {
        match (born, post, user) {
            (_, Post::Guardian { of, .. }, _) => {
                Ok(keyed::by_child(of.first().map_or("", String::as_str), family, given, None))
            }
            (_, Post::Staff { .. }, Some(user)) => Ok(user.to_owned()),
            (Some(born), ..) => Ok(keyed::by_birth(family, given, born)),
            (None, Post::Staff { uai, .. }, None) => Ok(keyed::by_school(family, given, *uai)),
            _ => {
                self.fault(Field::own(Column::Key), Reason::EmptyCell, found);
                Err(Told)
            }
        }
    }

    /// The key of the child of a row that brings guardians only.
    fn child(&self, found: &mut Found) -> Read<String> {
        if let Some(key) = self.given_key(found)? {
            return Ok(key);
        }
        if !self.heads.has(Column::Born) && !self.heads.has(Column::Of) {
            found.fault(self.heads.line, Column::Of.name(), "", Reason::MissingColumn);
            return Err(Told);
        }
        if self.heads.has(Column::Of) {
            return self.needed(Field::own(Column::Of), cell::key, found);
        }
        let (names, born) = (self.names(None, found), self.needed(Field::own(Column::Born), cell::date, found));
        let ((family, given), born) = (names?, born?);
        Ok(keyed::by_birth(&family, &given, &born))
    }

    /// The family name and the given name: those they are called by where there are some.
    pub(super) fn names(&self, guardian: Option<usize>, found: &mut Found) -> Read<(String, String)> {
        let of = |column| Field { column, guardian };
        let whole = of(Column::WholeName);
        let family = [Column::Family, Column::UsedFamily];
        let none = family.iter().all(|column| self.cell(of(*column)).is_empty());
        let apart = family.iter().any(|column| self.heads.place(of(*column)).is_some());
        if (none && !self.cell(whole).is_empty()) || (!apart && self.heads.place(whole).is_some()) {
            return self.needed(whole, name::parted, found);
        }
        let mut one = |used, column| {
            let field = if self.cell(of(used)).is_empty() { of(column) } else { of(used) };
            self.needed(field, cell::name, found)
        };
        let family = one(Column::UsedFamily, Column::Family);
        let given = one(Column::UsedGiven, Column::Given);
        Ok((family?, given?))
    }

    /// The number that receives messages, else another one.
    pub(super) fn phone(&self, guardian: Option<usize>, found: &mut Found) -> Read<Option<String>> {
        let of = |column| Field { column, guardian };
        let first = self.optional(of(Column::Phone), cell::phone, found);
        let other = self.optional(of(Column::OtherPhone), cell::phone, found);
        Ok(first?.or(other?))
    }

    /// What stands in a column; nothing when the file has no such column.
    pub(super) fn cell(&self, field: Field) -> &'c str {
        self.whole(field).map_or("", |cell| &cell.text)
    }

    fn whole(&self, field: Field) -> Option<&'c Cell> {
        self.heads.place(field).and_then(|place| self.cells.get(place))
    }

    pub(super) fn said<T>(
        &self,
        field: Field,
        read: impl FnOnce(&str) -> Result<T, Reason>,
        found: &mut Found,
    ) -> Read<T> {
        let cell = self.cell(field);
        let kind = self.whole(field).map_or(sheet::Kind::Text, |cell| cell.kind);
        let phone = matches!(field.column, Column::Phone | Column::OtherPhone);
        let read = cell::plain(cell, phone).and_then(|()| meant(field.column, cell, kind)).and_then(|()| read(cell));
        read.map_err(|reason| {
            self.fault(field, reason, found);
            Told
        })
    }

    pub(super) fn needed<T>(
        &self,
        field: Field,
        read: impl FnOnce(&str) -> Result<T, Reason>,
        found: &mut Found,
    ) -> Read<T> {
        if self.heads.place(field).is_none() {
            found.fault(self.heads.line, field.column.name(), "", Reason::MissingColumn);
            return Err(Told);
        }
        self.said(field, |cell| if cell.is_empty() { Err(Reason::EmptyCell) } else { read(cell) }, found)
    }

    pub(super) fn optional<T>(
        &self,
        field: Field,
        read: impl FnOnce(&str) -> Result<T, Reason>,
        found: &mut Found,
    ) -> Read<Option<T>> {
        self.said(field, |cell| if cell.is_empty() { Ok(None) } else { read(cell).map(Some) }, found)
    }

    pub(super) fn fault(&self, field: Field, reason: Reason, found: &mut Found) {
        found.fault(self.number, self.heads.name(field), self.cell(field), reason);
    }
}

/// Refuses what a spreadsheet has made of a cell: a date outside the columns of dates, a number it has rounded.
fn meant(column: Column, cell: &str, kind: sheet::Kind) -> Result<(), Reason> {
    match kind {
        sheet::Kind::Rounded => Err(Reason::Rounded),
        _ if cell::rounded(cell) => Err(Reason::Rounded),
        _ if matches!(column, Column::Born | Column::Until) => Ok(()),
        sheet::Kind::Date => Err(Reason::DateHere),
        sheet::Kind::Text if cell::dated(cell) => Err(Reason::DateHere),
        sheet::Kind::Text => Ok(()),
    }
}

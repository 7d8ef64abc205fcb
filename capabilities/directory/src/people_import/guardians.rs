//! The guardians that a pupil's row names.
use super::{
    Noted, PersonRow, Post, cell,
    column::{Column, Field},
    group::Found,
    keyed,
    line::{Line, Read},
    read::Notes,
};

impl Line<'_> {
    /// The guardians that the row names beside its pupil.
    pub(super) fn guardians(&self, child: &str, rows: &mut Vec<PersonRow>, notes: &mut Notes, found: &mut Found) {
        let mut keys: Vec<String> = vec![];
        for rank in self.heads.ranks() {
            if let Ok(Some((mut row, made))) = self.guardian(child, rank, notes, found) {
                if keys.contains(&row.key) && made {
                    row.key = keyed::by_child(child, &row.family, &row.given, Some(rank));
                }
                keys.push(row.key.clone());
                if made {
                    notes.made(self.number, &row);
                }
                rows.push(row);
            }
        }
    }

    fn guardian(
        &self,
        child: &str,
        rank: usize,
        notes: &mut Notes,
        found: &mut Found,
    ) -> Read<Option<(PersonRow, bool)>> {
        let of = |column| Field::of(column, rank);
        let whole = self.cell(of(Column::WholeName));
        let said = [Column::UsedFamily, Column::Family].map(|column| self.cell(of(column)));
        let Some(family) = said.into_iter().chain([whole]).find(|cell| !cell.is_empty()) else { return Ok(None) };
        if family != whole && self.cell(of(Column::Given)).is_empty() {
            notes.add(self.number, family.to_owned(), Noted::NoGivenName);
            return Ok(None);
        }
        let names = self.names(Some(rank), found);
        let (phone, lang) = (self.phone(Some(rank), found), self.optional(of(Column::Lang), cell::lang, found));
        let authority = self.authority(of(Column::Authority), found);
        let given_key = self.optional(of(Column::Key), cell::key, found);
        let (family, given) = names?;
        let (key, made) = match given_key? {
            Some(key) => (key, false),
            None => (keyed::by_child(child, &family, &given, None), true),
        };
        let post = Post::Guardian { of: vec![child.to_owned()], authority: authority? };
        let (line, phone, lang) = (self.number, phone?, lang?);
        let (born, user, until, email, others, guardian) = (None, None, None, None, vec![], Some(rank));
        let row = PersonRow { line, key, others, family, given, born, post, phone, lang, user, until, email, guardian };
        Ok(Some((row, made)))
    }

    /// What the row says of parental authority: nothing when the file has no such column.
    pub(super) fn authority(&self, field: Field, found: &mut Found) -> Read<Option<bool>> {
        if self.heads.place(field).is_none() { Ok(None) } else { self.said(field, cell::yes, found).map(Some) }
    }
}

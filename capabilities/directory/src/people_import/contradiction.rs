//! Rows of one key must say one person, and one thing of each child; a user name belongs to one key.
use super::{
    PersonRow, Post, Reason,
    column::{Column, Field},
    group::Found,
    heads::Heads,
};
use kernel::fold;
use std::collections::HashMap;

/// Finds where rows contradict one another.
pub fn contradictions(rows: &[PersonRow], heads: &Heads, found: &mut Found) {
    let mut first: HashMap<&str, &PersonRow> = HashMap::new();
    let mut users: HashMap<&str, &PersonRow> = HashMap::new();
    let mut authorities: HashMap<(&str, &str), (bool, u64)> = HashMap::new();
    for row in rows {
        if let Post::Guardian { of, authority: Some(authority) } = &row.post {
            for child in of {
                let (before, first) = *authorities.entry((&row.key, child)).or_insert((*authority, row.line));
                if before != *authority {
                    let (said, child) = (if *authority { "oui" } else { "non" }, child.clone());
                    let column = heads.name(row.field(Column::Authority));
                    found.fault(row.line, column, said, Reason::AuthorityTwice { first, child });
                }
            }
        }
        let known = *first.entry(&row.key).or_insert(row);
        if let Some((column, value)) = differs(known, row) {
            let reason = Reason::Contradiction { first: known.line };
            found.fault(row.line, heads.name(row.field(column)), value, reason);
        }
        if let Some(user) = &row.user {
            let holder = *users.entry(user).or_insert(row);
            if holder.key != row.key {
                let column = heads.name(Field::own(Column::User));
                found.fault(row.line, column, user, Reason::UserTwice { first: holder.line });
            }
        }
    }
}

/// The first column in which two rows of one key disagree, and what the second says there.
fn differs<'r>(one: &PersonRow, other: &'r PersonRow) -> Option<(Column, &'r str)> {
    let names = [(Column::Family, &one.family, &other.family), (Column::Given, &one.given, &other.given)];
    // Capitals, accents and apostrophes are spellings of one name.
    if let Some((column, _, said)) = names.into_iter().find(|(_, one, other)| fold(one) != fold(other)) {
        return Some((column, said));
    }
    let pairs = [
        (Column::Born, one.born.as_ref(), other.born.as_ref()),
        (Column::Phone, one.phone.as_ref(), other.phone.as_ref()),
        (Column::Lang, one.lang.as_ref(), other.lang.as_ref()),
        (Column::User, one.user.as_ref(), other.user.as_ref()),
    ];
    pairs.into_iter().find_map(|(column, one, other)| {
        let (one, other) = (one?, other?);
        (one != other).then_some((column, other.as_str()))
    })
}

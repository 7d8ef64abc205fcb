//! The first row of a file: what each heading was taken for, and where each column stands.
use super::{
    Reason, Whose,
    cell::{self, Part},
    column::{COUNT, Column, Field, RANKS},
    columns,
    context::Context,
    group::Found,
    reading::{Taken, Understood},
    sheet::{Cell, Table},
};
use std::collections::HashSet;

/// How many rows are looked at for an example.
const LOOKED_AT: usize = 1_000;
/// The longest example, in characters.
const EXAMPLE: usize = 40;

/// Where each column stands in the file.
#[derive(Clone, Debug, Default)]
pub struct Heads {
    /// The line of the headings.
    pub line: u64,
    /// How many cells that line has.
    pub width: usize,
    names: Vec<String>,
    places: [[Option<usize>; COUNT]; 1 + RANKS],
}

impl Heads {
    /// Understands the first row of a table, in the light of the others. What cannot be decided is asked.
    pub fn of(table: &Table, context: &Context, found: &mut Found) -> (Self, Vec<Understood>) {
        let Some((line, cells)) = table.first() else { return (Self::default(), vec![]) };
        let names: Vec<String> = cells.iter().map(|cell| cell.text.clone()).collect();
        let mut heads = Self { line: *line, width: cells.len(), names, ..Self::default() };
        let mut fields: Vec<_> = heads.names.iter().map(|name| columns::understood(name)).collect();
        families_of_their_own(&mut fields);
        let by_row = by_row(&fields, table, context);
        of_the_only_guardian(&mut fields, by_row);
        for (_, name) in fields.iter().zip(&heads.names).filter(|(one, _)| !by_row && is_nobodys(**one, &fields)) {
            found.fault(heads.line, name, name, Reason::WhoseAuthority);
        }
        let mut taken: Vec<Taken> = vec![Taken::Ignored; fields.len()];
        let (filled, mut seen) = (filled(table, heads.width), HashSet::new());
        for (field, _) in fields.iter().flatten().filter(|(field, _)| by_row || useful(*field, context)) {
            if !seen.insert(*field) {
                continue;
            }
            let those: Vec<_> = fields
                .iter()
                .enumerate()
                .filter_map(|(at, one)| one.filter(|(one, _)| one == field).map(|(_, place)| (at, place)))
                .collect();
            let Some(wins) = heads.says_more(*field, &those, (table, &filled), found) else { continue };
            for (at, _) in those {
                taken[at] = if at == wins { Taken::As(*field) } else { Taken::Twin(heads.names[wins].clone()) };
            }
            heads.put(*field, wins);
        }
        for name in heads.names.iter().filter(|name| cell::plain(name, false) == Err(Reason::Encoding)) {
            found.fault(heads.line, name, name, Reason::Encoding);
        }
        let columns = taken.into_iter().enumerate().filter(|(at, _)| !heads.names[*at].is_empty());
        let columns = columns.map(|(at, taken)| Understood {
            heading: heads.names[at].clone(),
            taken,
            example: example(table, at),
        });
        let columns = columns.collect();
        (heads, columns)
    }

    /// Which of these columns of one meaning says more: in more rows, else by its name. Two of one name that say as much and not the
    /// same are for the person to decide, and so is always who has authority.
    fn says_more(
        &self,
        field: Field,
        those: &[(usize, usize)],
        (table, filled): (&Table, &[usize]),
        found: &mut Found,
    ) -> Option<usize> {
        let [first, others @ ..] = those else { return None };
        if others.is_empty() {
            return Some(first.0);
        }
        let worth = |(at, place): &(usize, usize)| (usize::MAX - filled.get(*at).unwrap_or(&0), *place, *at);
        let wins = those.iter().min_by_key(|one| worth(one))?;
        let even = |one: &&(usize, usize)| {
            let as_much = worth(one).0 == worth(wins).0 && one.1 == wins.1;
            one.0 != wins.0 && (as_much || field.column == Column::Authority)
        };
        let denies = |other: &&(usize, usize)| {
            table.iter().skip(1).any(|(_, cells)| text(cells, other.0) != text(cells, wins.0))
        };
        if let Some(other) = those.iter().filter(even).find(denies) {
            found.fault(self.line, &self.names[wins.0], &self.names[other.0], Reason::TwoColumns);
        }
        Some(wins.0)
    }

    fn put(&mut self, field: Field, place: usize) {
        self.places[field.guardian.map_or(0, |rank| 1 + rank)][field.column as usize] = Some(place);
    }

    /// Where a column stands.
    pub fn place(&self, field: Field) -> Option<usize> {
        let whose = self.places.get(field.guardian.map_or(0, |rank| 1 + rank))?;
        whose.get(field.column as usize).copied().flatten()
    }

    /// Whether the row's own person has this column.
    pub fn has(&self, column: Column) -> bool {
        self.place(Field::own(column)).is_some()
    }

    /// The guardians that rows may name.
    pub fn ranks(&self) -> impl Iterator<Item = usize> {
        let names = [Column::Family, Column::UsedFamily, Column::WholeName];
        (0..RANKS).filter(move |rank| names.iter().any(|column| self.place(Field::of(*column, *rank)).is_some()))
    }

    /// The heading of a column as it is written; its name in the model where the file has none.
    pub fn name(&self, field: Field) -> &str {
        self.place(field).and_then(|at| self.names.get(at)).map_or(field.column.name(), String::as_str)
    }

    /// The heading at a place.
    pub fn at(&self, place: usize) -> Option<&str> {
        self.names.get(place).map(String::as_str).filter(|name| !name.is_empty())
    }
}

/// Where a file names guardians and no other person, they are the people of its rows, and a pupil's number says whose.
fn families_of_their_own(fields: &mut [Option<(Field, usize)>]) {
    let has = |columns: &[Column], guardian| {
        fields.iter().flatten().any(|(field, _)| columns.contains(&field.column) && field.guardian == guardian)
    };
    let names = [Column::Family, Column::UsedFamily, Column::WholeName];
    if has(&names, None) || !has(&names, Some(0)) {
        return;
    }
    let named = has(&[Column::Of], None);
    for (field, _) in fields.iter_mut().flatten() {
        match field {
            Field { column: Column::Key | Column::Ine | Column::Number, guardian: None } if !named => {
                *field = Field::own(Column::Of);
            }
            Field { column, guardian: Some(0) } => *field = Field::own(*column),
            _ => {}
        }
    }
}

/// In how many rows each column says something.
fn filled(table: &Table, width: usize) -> Vec<usize> {
    let mut filled = vec![0; width];
    for (_, cells) in table.iter().skip(1) {
        for (count, _) in filled.iter_mut().zip(cells).filter(|(_, cell)| !cell.text.is_empty()) {
            *count += 1;
        }
    }
    filled
}

/// What stands in a row at a place.
fn text(cells: &[Cell], at: usize) -> &str {
    cells.get(at).map_or("", |cell| &cell.text)
}

/// Whether each row says what its person is. In a table of staff it may only say as what they work.
fn by_row(fields: &[Option<(Field, usize)>], table: &Table, context: &Context) -> bool {
    let Some(at) = fields.iter().position(|one| one.is_some_and(|(field, _)| field == Field::own(Column::Role))) else {
        return false;
    };
    let works = |(_, cells): &(u64, Vec<Cell>)| {
        let part = cells.get(at).map_or(Err(Reason::EmptyCell), |cell| cell::part(&cell.text));
        !matches!(part, Ok(Part::Pupil | Part::Guardian))
    };
    context.kind != Some(Whose::Staff) || !table.iter().skip(1).all(works)
}

/// The authority in a file of pupils is that of the guardian whom the row names, if there is one only.
fn of_the_only_guardian(fields: &mut [Option<(Field, usize)>], by_row: bool) {
    let ranks = guardians(fields);
    if let (1, Some(rank), false) = (ranks.len(), ranks.iter().next(), by_row) {
        for (field, _) in fields.iter_mut().flatten() {
            if *field == Field::own(Column::Authority) {
                *field = Field::of(Column::Authority, *rank);
            }
        }
    }
}

/// Whether a column speaks of the authority of one of several guardians, and does not say of whom.
fn is_nobodys(one: Option<(Field, usize)>, fields: &[Option<(Field, usize)>]) -> bool {
    one.is_some_and(|(field, _)| field == Field::own(Column::Authority)) && guardians(fields).len() > 1
}

/// The guardians that columns speak of.
fn guardians(fields: &[Option<(Field, usize)>]) -> HashSet<usize> {
    fields.iter().flatten().filter_map(|(field, _)| field.guardian).collect()
}

/// Whether somebody reads this column, in a file whose rows do not say what they are.
fn useful(field: Field, context: &Context) -> bool {
    use Column::{Authority, Class, Email, Of, Uai, User};
    match context.kind {
        _ if field.guardian.is_some() => true,
        None => true,
        Some(Whose::Pupils) => ![Of, Authority, User, Email].contains(&field.column),
        Some(Whose::Families) => ![Uai, Class, User, Email].contains(&field.column),
        Some(Whose::Staff) => ![Class, Of, Authority].contains(&field.column),
    }
}

/// What the first row that says something in this column says there.
fn example(table: &Table, at: usize) -> String {
    let rows = table.iter().skip(1).take(LOOKED_AT);
    let cell = rows.filter_map(|(_, cells)| cells.get(at)).find(|cell| !cell.text.is_empty());
    cell.map_or_else(String::new, |cell| cell.text.chars().take(EXAMPLE).collect())
}

//! `CSVExtraction-responsables.csv`: each line repeats four columns for each child.
use crate::{Fault, Note, Reason, Remark, cells::Cells};
use table::{Heading, Row, Table};

/// Somebody who answers for pupils. ONDE does not say with what authority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guardian {
    /// How the person is addressed: `Mme`, `M.`
    pub title: Option<String>,
    /// The name on the birth certificate.
    pub family_name: String,
    /// The name the person goes by, when there is another.
    pub used_name: Option<String>,
    /// The first name.
    pub given_name: Option<String>,
    /// The mobile telephone, as the file writes it.
    pub mobile: Option<String>,
    /// The telephone at home, as the file writes it.
    pub home: Option<String>,
    /// The telephone at work, as the file writes it.
    pub work: Option<String>,
    /// The mail address, as the file writes it.
    pub mail: Option<String>,
    /// The children the person answers for.
    pub children: Vec<Child>,
    /// The line of the file, from 1.
    pub line: u64,
}

impl Guardian {
    /// The telephone to try first: the mobile, the one at home, the one at work.
    pub fn phone(&self) -> Option<&str> {
        self.mobile.as_deref().or(self.home.as_deref()).or(self.work.as_deref())
    }
}

/// A child, as a guardian's line names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Child {
    /// The name on the birth certificate.
    pub family_name: String,
    /// The name the child goes by, when there is another.
    pub used_name: Option<String>,
    /// The first name.
    pub given_name: String,
    /// The name of the class.
    pub class: Option<String>,
    /// Which pupil it is.
    pub pupil: Match,
}

/// Which of [`School::pupils`](crate::School::pupils) a child is, by the place there. Accents, capitals and hyphens
/// make no difference between two names or classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Match {
    /// The one pupil of these names in this class.
    One(usize),
    /// The one pupil of these names in the school, in another class than the line says, or it says none.
    OtherClass(usize),
    /// Several pupils answer to what the line says: a person must choose.
    Several,
    /// No pupil has these names, or the file of pupils was not read.
    #[default]
    Nobody,
}

pub const GIVEN: Heading = &["prenom responsable"];
const TITLE: Heading = &["civilite responsable"];
const FAMILY: Heading = &["nom responsable", "nom de famille responsable"];
const USED: Heading = &["nom usage responsable", "nom d usage responsable"];
const MOBILE: Heading = &["telephone portable"];
const HOME: Heading = &["telephone domicile"];
const WORK: Heading = &["telephone travail"];
const MAIL: Heading = &["courriel"];
const CHILD_FAMILY: Heading = &["nom de famille enfant"];
const CHILD_USED: Heading = &["nom d usage enfant", "nom usage enfant"];
const CHILD_GIVEN: Heading = &["prenom enfant"];
const CHILD_CLASS: Heading = &["classes enfants", "classe enfant", "classe enfants", "classes enfant"];

/// Every guardian, and notes.
pub fn read(table: &Table) -> Result<(Vec<Guardian>, Vec<Note>), Fault> {
    table
        .has(&[FAMILY, CHILD_FAMILY, CHILD_GIVEN], &[TITLE, FAMILY, USED, GIVEN, MOBILE, HOME, WORK, MAIL])
        .map_err(table::Fault::into_other)?;
    let columns = Columns::of(table)?;
    let (mut guardians, mut notes) = (vec![], vec![]);
    for row in &table.rows {
        columns.check(table, row)?;
        guardians.extend(guardian(&columns, &mut Cells { table, row, notes: &mut notes }));
    }
    Ok((guardians, notes))
}

fn guardian(columns: &Columns, cells: &mut Cells<'_>) -> Option<Guardian> {
    Some(Guardian {
        title: cells.said(TITLE),
        family_name: cells.needed(FAMILY)?,
        used_name: cells.said(USED),
        given_name: cells.said(GIVEN),
        mobile: cells.said(MOBILE),
        home: cells.said(HOME),
        work: cells.said(WORK),
        mail: cells.said(MAIL),
        children: columns.children(cells),
        line: cells.row.line,
    })
}

/// Where the children stand: four columns, or the three or two that the file has, again and again up to the end of the
/// line, which may be longer than the headings are.
struct Columns {
    first: usize,
    width: usize,
    family: usize,
    given: usize,
    used: Option<usize>,
    class: Option<usize>,
}

impl Columns {
    fn of(table: &Table) -> Result<Self, Fault> {
        let columns = [CHILD_FAMILY, CHILD_GIVEN, CHILD_USED, CHILD_CLASS].map(|heading| table.places(heading));
        let width = columns.iter().filter(|places| !places.is_empty()).count();
        let first = columns.iter().flatten().min().copied().unwrap_or_default();
        // Every place of a column is as far into its block as the first one, and nothing else stands in a block.
        let expected = |place: usize| (first + place..table.heads.len()).step_by(width);
        let regular = |places: &Vec<usize>| {
            places
                .first()
                .is_none_or(|start| *start < first + width && expected(start - first).eq(places.iter().copied()))
        };
        let [family, given, used, class] = &columns;
        let (Some(family), Some(given)) = (family.first(), given.first()) else {
            return Err(table.of_headings(Reason::Headings));
        };
        if !columns.iter().all(regular) {
            return Err(table.of_headings(Reason::Headings));
        }
        let within = |places: &Vec<usize>| places.first().map(|place| place - first);
        Ok(Self {
            first,
            width,
            family: family - first,
            given: given - first,
            used: within(used),
            class: within(class),
        })
    }

    /// Whether the row has the guardian's own columns, and beyond the headings whole children only.
    fn check(&self, table: &Table, row: &Row) -> Result<(), Fault> {
        let (expected, found) = (table.heads.len(), row.cells.len());
        let says_more = row.cells.iter().skip(expected).any(|cell| !cell.trim().is_empty());
        if found < self.first || (says_more && !(found - expected).is_multiple_of(self.width)) {
            return Err(table.fault(row.line, None, Reason::Cells { expected, found }));
        }
        Ok(())
    }

    fn children(&self, cells: &mut Cells<'_>) -> Vec<Child> {
        let mut children = vec![];
        for start in (self.first..cells.row.cells.len()).step_by(self.width) {
            let [family, given] = [self.family, self.given].map(|place| cells.at(start + place));
            let [used, class] = [self.used, self.class].map(|place| cells.at(start + place?));
            match (family, given) {
                (Some(family_name), Some(given_name)) => {
                    children.push(Child { family_name, used_name: used, given_name, class, pupil: Match::Nobody });
                }
                (None, None) if used.is_none() && class.is_none() => {}
                (family, _) => {
                    let missing = if family.is_none() { self.family } else { self.given };
                    cells.note(Some(start + missing), Remark::Incomplete);
                }
            }
        }
        children
    }
}

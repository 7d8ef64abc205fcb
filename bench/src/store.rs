//! Rows of other people, other schools and other years, so many that a statement which reads them all is found.
use db::{Dialect, Tx, Value, params};
use directory::demo::Demo;
use kernel::{Chance, Id, Moment, PersonId, UnitId};

/// How many in all.
pub const ROWS: usize = 400_000;
/// How many rows one statement adds.
const BATCH: usize = 50;

/// A pupil of another school.
type Other = (PersonId, UnitId);

/// Adds about `rows` of them, over the tables that grow with an évening's life, then lets the database look at itself.
pub fn add(tx: &mut Tx<'_>, chance: &dyn Chance, demo: &Demo, rows: usize, now: Moment) -> db::Result<()> {
    let others = others(tx, demo.home.id)?;
    if rows > 0 && !others.is_empty() {
        let mut world = World { tx: &mut *tx, chance, others, now };
        let share = |of: usize| rows * of / 400;
        world.notices(share(60))?;
        world.meetings(share(20))?;
        world.agreements(share(50))?;
        world.lone(share(25), share(15), share(15))?;
        world.opinions(share(20))?;
    }
    if tx.dialect() == Dialect::Postgres {
        tx.execute("ANALYZE", &[])?;
    }
    Ok(())
}

/// Pupils of other schools.
fn others(tx: &mut Tx<'_>, home: UnitId) -> db::Result<Vec<Other>> {
    let sql = "SELECT m.person_id, s.id FROM unit s JOIN unit_closure c ON c.ancestor = s.id
               JOIN membership m ON m.unit_id = c.descendant AND m.role = 'pupil'
               WHERE s.kind = 'etablissement' AND s.id <> ?1 ORDER BY m.person_id LIMIT 40000";
    Ok(tx.query(sql, &params![home])?.iter().map(|row| (row.get(0), row.get(1))).collect())
}

struct World<'w, 't> {
    tx: &'w mut Tx<'t>,
    chance: &'w dyn Chance,
    others: Vec<Other>,
    now: Moment,
}

impl World<'_, '_> {
    fn id(&self) -> Id<()> {
        Id::new(self.now, self.chance)
    }

    /// The one at this place, and an instant of the last three hundred days.
    fn at(&self, n: usize) -> (PersonId, UnitId, Moment) {
        let (person, school) = self.others[n % self.others.len()];
        let days = i64::try_from(n % 300).unwrap_or(0);
        (person, school, self.now.plus_days(-days).plus_minutes(-10))
    }

    /// Adds `count` rows that `row` gives.
    fn rows(
        &mut self,
        table: &str,
        columns: &str,
        count: usize,
        row: impl Fn(&Self, usize) -> Vec<Value>,
    ) -> db::Result<()> {
        for first in (0..count).step_by(BATCH) {
            let rows: Vec<Vec<Value>> = (first..count.min(first + BATCH)).map(|n| row(self, n)).collect();
            let mut at = 1;
            let mut marks = vec![];
            for row in &rows {
                marks.push(format!("({})", db::marks(at, row.len())));
                at += row.len();
            }
            let sql = format!("INSERT INTO {table} ({columns}) VALUES {}", marks.join(", "));
            self.tx.execute(&sql, &rows.concat())?;
        }
        Ok(())
    }

    fn notices(&mut self, count: usize) -> db::Result<()> {
        let ids: Vec<_> = (0..count).map(|_| self.id()).collect();
        let columns = "id, person_id, author_id, school_id, text, shown_at";
        self.rows("notice", columns, count, |world, n| {
            let (person, school, at) = world.at(n);
            params![ids[n], person, person, school, "Le bureau d’aide ouvre à 17 h ce soir.", at].into()
        })?;
        let columns = "notice_id, kind, link, state, due_at, tries, sent_at";
        self.rows("notice_delivery", columns, count, |world, n| {
            let (_, _, at) = world.at(n);
            params![ids[n], "platform", "", "sent", at, 1, at].into()
        })
    }

    /// Meetings held, with three places each, and who was there.
    fn meetings(&mut self, count: usize) -> db::Result<()> {
        let ids: Vec<_> = (0..count).map(|_| self.id()).collect();
        let columns = "id, unit_id, kind, title, place, spot, day, starts_at, ends_at, places, by_self, teacher_id,
                       made_by, state, opened_at, closed_at, reason";
        self.rows("agenda_meeting", columns, count, |world, n| {
            let (person, school, at) = world.at(n);
            let (end, day) = (at.plus_minutes(60), at.paris().date().to_string());
            params![
                ids[n], school, "group", "Lecture", "here", "", day, at, end, 12, 0, person, person, "held", at, end,
                ""
            ]
            .into()
        })?;
        let columns = "meeting_id, pupil_id, state, starts_at, at, by_id";
        self.rows("agenda_enrolment", columns, count * 3, |world, n| {
            let (person, _, at) = world.at(n / 3 + n % 3 * 7);
            params![ids[n / 3], person, "enrolled", at, at, person].into()
        })?;
        let columns = "meeting_id, pupil_id, mark, minutes, source, at";
        self.rows("agenda_presence", columns, count * 3, |world, n| {
            let (person, _, at) = world.at(n / 3 + n % 3 * 7);
            params![ids[n / 3], person, "present", 55, "main", at].into()
        })
    }

    /// What families were told of a dispositif of another year, and what most answered.
    fn agreements(&mut self, count: usize) -> db::Result<()> {
        let (dispositif, protocols) = (self.id(), (0..200).map(|_| self.id()).collect::<Vec<_>>());
        let columns = "protocol_id, dispositif_id, school_id, name, approved_at, published_at, live";
        self.rows("agreement_announcement", columns, protocols.len(), |world, n| {
            let (_, school, at) = world.at(n * 97);
            params![protocols[n], dispositif, school, "Une autre année", at, at, 0].into()
        })?;
        let columns =
            "id, dispositif_id, protocol_id, school_id, guardian_id, child_id, notice_id, selector, way, told_at,
                       informed_at, received_at, read_at, failed";
        self.rows("agreement_told", columns, count, |world, n| {
            let (person, school, at) = world.at(n);
            let (id, guardian) = (world.id(), world.id());
            let protocol = protocols[n % protocols.len()];
            params![
                id,
                dispositif,
                protocol,
                school,
                guardian,
                person,
                id,
                id.to_string(),
                "platform",
                at,
                at,
                at,
                at,
                0
            ]
            .into()
        })?;
        let columns = "id, dispositif_id, school_id, child_id, guardian_id, protocol_id, word, source, at, current";
        self.rows("agreement_answer", columns, count * 4 / 5, |world, n| {
            let (person, school, at) = world.at(n);
            let (id, guardian) = (world.id(), world.id());
            let protocol = protocols[n % protocols.len()];
            params![id, dispositif, school, person, guardian, protocol, "agree", "account", at, 1].into()
        })
    }

    /// What families of other schools answered in the waves of the dispositifs that run here.
    fn opinions(&mut self, count: usize) -> db::Result<()> {
        let waves = self.tx.query("SELECT id FROM survey_wave ORDER BY id", &[])?;
        let waves: Vec<Id<()>> = waves.iter().map(|row| row.get(0)).collect();
        let count = if waves.is_empty() { 0 } else { count };
        let columns = "id, wave_id, unit_id, public, person_id, first_level, second_level, third_level, words";
        self.rows("survey_answer", columns, count, |world, n| {
            let ((_, school, _), id, level) = (world.at(n), world.id(), i64::try_from(n % 4 + 1).unwrap_or(1));
            params![id, waves[n % waves.len()], school, "family", id, level, level, level, ""].into()
        })
    }

    /// Hours, families' difficulties, demands of evenings.
    fn lone(&mut self, hours: usize, difficulties: usize, tickets: usize) -> db::Result<()> {
        let columns =
            "id, source, source_id, unit_id, teacher_id, on_site, month, starts_at, ends_at, minutes, expected,
                       came, rule, due, state";
        self.rows("hours_entry", columns, hours, |world, n| {
            let ((person, school, at), id) = (world.at(n), world.id());
            let month = at.paris().date().to_string()[..7].to_owned();
            let end = at.plus_minutes(60);
            params![id, "entry", id, school, person, 0, month, at, end, 60, 4, 3, "full", 60, "approved"].into()
        })?;
        let columns = "id, school_id, opened_by, person_id, child_id, audience, kind, text, entered, state, opened_at";
        self.rows("difficulty", columns, difficulties, |world, n| {
            let ((person, school, at), id) = (world.at(n), world.id());
            params![id, school, person, person, person, "family", "device", "Pas d’ordinateur", "page", "new", at]
                .into()
        })?;
        let desk = self.id();
        let columns =
            "id, desk_id, unit_id, pupil_id, evening, subject, blocks, mode, state, helped, asked_at, helper_id,
                       claimed_at, ended_at, outcome, face";
        self.rows("desk_ticket", columns, tickets, |world, n| {
            let ((person, school, at), id) = (world.at(n), world.id());
            let evening = at.paris().date().to_string();
            let (ended, text) = (at.plus_minutes(8), "Exercice 4 page 12");
            params![
                id, desk, school, person, evening, "maths", text, "ecrit", "done", 1, at, person, at, ended, "compris",
                "bien"
            ]
            .into()
        })
    }
}

/// A pupil as a list names them.
pub struct Pupil {
    /// Family name.
    pub family: String,
    /// Given name.
    pub given: String,
    /// Day of birth, `2014-05-31`.
    pub born: String,
    /// The name of their class.
    pub class: String,
    /// The code of their school.
    pub uai: String,
}

/// Every pupil, school by school.
pub fn pupils(tx: &mut Tx<'_>) -> db::Result<Vec<Pupil>> {
    let sql = "SELECT p.family, p.given, p.born, c.name, k.uai FROM directory_school k
               JOIN unit_closure d ON d.ancestor = k.unit_id JOIN unit c ON c.id = d.descendant AND c.kind = 'classe'
               JOIN membership m ON m.unit_id = c.id AND m.role = 'pupil' JOIN directory_person p ON p.id = m.person_id
               WHERE p.born IS NOT NULL ORDER BY k.uai, p.id";
    let pupil = |row: &db::Row| Pupil {
        family: row.get(0),
        given: row.get(1),
        born: row.get(2),
        class: row.get(3),
        uai: row.get(4),
    };
    Ok(tx.query(sql, &[])?.iter().map(pupil).collect())
}

/// Writes one row: somebody's post.
pub fn touch(tx: &mut Tx<'_>) -> db::Result<()> {
    let sql = "UPDATE jobs_schedule SET kind = kind WHERE kind = 'bench'";
    tx.execute(sql, &[]).map(drop)
}

/// How many people there are.
pub fn people(tx: &mut Tx<'_>) -> db::Result<usize> {
    let count: i64 = tx.first("SELECT count(*) FROM directory_person", &[])?.map_or(0, |row| row.get(0));
    Ok(usize::try_from(count).unwrap_or(0))
}

/// The first académie.
pub fn academie(tx: &mut Tx<'_>) -> db::Result<Option<access::Unit>> {
    let row = tx.first("SELECT id FROM unit WHERE kind = 'academie' ORDER BY code LIMIT 1", &[])?;
    row.map(|row| access::store::by_id(tx, row.get(0))).transpose().map(Option::flatten)
}

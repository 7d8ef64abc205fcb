//! The year of a demonstration, in its middle: twenty collèges take part in « Devoirs faits à distance », and the weeks since
//! September have left their traces, so that every page has something true to show.
use access::Role;
use db::{Result, Tx};
use desk::demo::Evening;
use directory::demo::{Demo, Team};
use homework::TEMPLATE;
use kernel::{Chance, Moment, PersonId};
use web::Secret;

/// How many weeks of meetings are behind.
const WEEKS: i64 = 8;

/// The percentage of pupils on school buses, school after school: much, that is what they have in common.
const BUSES: [u32; 7] = [64, 58, 71, 49, 66, 55, 78];

/// Makes the year. Gives back a family's paper code that nobody has used yet, if there is one.
pub fn year(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    secret: &Secret,
    demo: &Demo,
    evening: &Evening,
    now: Moment,
) -> Result<Option<String>> {
    programme::store::put_template(tx, &TEMPLATE)?;
    let schools: Vec<_> =
        demo.teams.iter().zip(BUSES.iter().cycle()).filter_map(|(team, bus)| engaged(team, *bus)).collect();
    let (academie, pilot) = (demo.academie.id, demo.pilot.id);
    let dispositif = programme::demo::year(tx, chance, academie, pilot, TEMPLATE.key, &schools, now)?;
    let courses = training::demo::courses(tx, chance, academie, dispositif, pilot, now)?;
    for team in &demo.teams {
        let school = team.school.id;
        let desk = match school {
            _ if school == demo.home.id => evening.desk,
            _ if school == demo.other.id => evening.other,
            _ => desk::demo::desk(tx, chance, "Bureau d’aide", school, now)?,
        };
        desk::demo::weeks(tx, chance, desk, team, now)?;
        let people = People::of(team, demo);
        if let Some(told) = programme::store::published(tx, dispositif, school)? {
            let (families, team) = (&people.families, people.referent);
            let since = told.published_at;
            agreement::demo::answers(tx, chance, secret, dispositif, school, told.id, families, team, since, now)?;
        }
        if let Some(host) = people.teachers.first() {
            visio::demo::weeks(tx, chance, school, *host, &people.pupils, now)?;
        }
        agenda::demo::weeks(tx, chance, Some(dispositif), school, &people.teachers, &people.pupils, WEEKS, now)?;
        difficulty::demo::weeks(
            tx,
            chance,
            school,
            people.referent,
            people.vie_scolaire,
            &people.teachers,
            &people.families,
            now,
        )?;
        training::demo::followed(tx, chance, &courses, school, &people.staff, now)?;
        let guardians: Vec<PersonId> = people.families.iter().map(|(guardian, _)| *guardian).collect();
        let asked = survey::demo::Asked { pupils: &people.pupils, guardians: &guardians, teachers: &people.teachers };
        survey::demo::answers(tx, chance, dispositif, school, asked, now)?;
    }
    hours::demo::collected(tx, chance, now)?;
    for team in &demo.teams {
        let people = People::of(team, demo);
        hours::demo::weeks(tx, chance, team.school.id, people.head, &people.teachers, now)?;
    }
    let shown: Vec<PersonId> = demo.apart.iter().map(|parent| parent.id).chain([demo.guardian.id]).collect();
    agreement::demo::paper_code(tx, secret, dispositif, demo.home.id, &shown, now)
}

fn engaged(team: &Team, bus: u32) -> Option<(kernel::UnitId, PersonId, PersonId, u32)> {
    Some((team.school.id, team.one(Role::Head)?, team.one(Role::Teacher)?, bus))
}

/// Those of a team who leave traces; a small school has one person for several parts.
struct People {
    head: PersonId,
    referent: PersonId,
    vie_scolaire: PersonId,
    teachers: Vec<PersonId>,
    staff: Vec<PersonId>,
    pupils: Vec<PersonId>,
    families: Vec<(PersonId, PersonId)>,
}

impl People {
    fn of(team: &Team, demo: &Demo) -> Self {
        let head = team.one(Role::Head).unwrap_or(demo.head.id);
        let referent = team.one(Role::Referent).unwrap_or(head);
        Self {
            head,
            referent,
            vie_scolaire: team.one(Role::VieScolaire).unwrap_or(referent),
            teachers: team.all(Role::Teacher).take(5).collect(),
            staff: team.staff.iter().map(|(_, person)| *person).take(12).collect(),
            pupils: team.pupils.iter().copied().take(24).collect(),
            families: team.families.clone(),
        }
    }
}

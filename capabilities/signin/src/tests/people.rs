//! Two schools, a class in each, and who is there.
use super::NOW;
use access::{Role, Unit, UnitKind};
use db::Tx;
use directory::Person;
use kernel::{Id, PersonId, Seeded, UnitId};

#[derive(Clone, Debug)]
pub struct People {
    pub class: UnitId,
    pub other_class: UnitId,
    pub ines: PersonId,
    pub sami: PersonId,
    pub other_pupil: PersonId,
    pub samira: PersonId,
    pub claire: PersonId,
    pub other_teacher: PersonId,
    pub admin: PersonId,
}

pub fn fill(tx: &mut Tx<'_>) -> db::Result<People> {
    let chance = Seeded::new(3);
    let unit = |tx: &mut Tx<'_>, kind, code: &str, name: &str, above: &[UnitId]| -> db::Result<UnitId> {
        let unit = Unit { id: Id::new(NOW, &chance), kind, code: code.into(), name: name.into(), closed: false };
        access::store::put(tx, &unit, above)?;
        Ok(unit.id)
    };
    let academie = unit(tx, UnitKind::Academie, "normandie", "Normandie", &[])?;
    let school = unit(tx, UnitKind::Etablissement, "0140041U", "Collège Quintefeuille", &[academie])?;
    let class = unit(tx, UnitKind::Classe, "0140041U/5B", "5e B", &[school])?;
    let other = unit(tx, UnitKind::Etablissement, "0140015R", "Collège Ailleurs", &[academie])?;
    let other_class = unit(tx, UnitKind::Classe, "0140015R/4A", "4e A", &[other])?;
    let person = |tx: &mut Tx<'_>, given: &str, family: &str, at: Option<(Role, UnitId)>| -> db::Result<PersonId> {
        let person = Person {
            id: Id::new(NOW, &chance),
            given: given.into(),
            family: family.into(),
            born: Some("2014-05-31".into()),
            phone: None,
            lang: None,
            synthetic: true,
        };
        directory::store::add_person(tx, &person)?;
        at.map(|(role, unit)| access::store::grant(tx, person.id, role, unit, NOW, None)).transpose()?;
        Ok(person.id)
    };
    let ines = person(tx, "Inès", "Nouvel", Some((Role::Pupil, class)))?;
    let sami = person(tx, "Sami", "Benali", Some((Role::Pupil, class)))?;
    let other_pupil = person(tx, "Rose", "Delamare", Some((Role::Pupil, other_class)))?;
    let samira = person(tx, "Samira", "Benali", None)?;
    access::store::set_guardian(tx, samira, sami, true, NOW)?;
    access::store::set_guardian(tx, samira, ines, true, NOW)?;
    let claire = person(tx, "Claire", "Auvray", Some((Role::Teacher, school)))?;
    let other_teacher = person(tx, "Hugo", "Lebrun", Some((Role::Teacher, other)))?;
    let admin = person(tx, "Dominique", "Racine", Some((Role::Admin, academie)))?;
    Ok(People { class, other_class, ines, sami, other_pupil, samira, claire, other_teacher, admin })
}

//! Two schools, a class in each, and who is there.
use access::{Role, UnitKind};
use db::Tx;
use directory::testing::{change, guardian, person, unit};
use kernel::{PersonId, Seeded, UnitId};

#[derive(Clone, Debug)]
pub struct People {
    pub class: UnitId,
    pub other_class: UnitId,
    pub ines: PersonId,
    pub sami: PersonId,
    pub other_pupil: PersonId,
    pub samira: PersonId,
    pub claire: PersonId,
    pub head: PersonId,
    pub other_teacher: PersonId,
    pub admin: PersonId,
    pub school: UnitId,
    pub other: UnitId,
    pub academie: UnitId,
    pub referent: PersonId,
    pub other_referent: PersonId,
    pub second_admin: PersonId,
}

pub fn fill(tx: &mut Tx<'_>) -> db::Result<People> {
    let chance = &Seeded::new(3);
    let academie = unit(tx, chance, UnitKind::Academie, ("normandie", "Normandie"), &[])?;
    let school = unit(tx, chance, UnitKind::Etablissement, ("0140041U", "Collège Quintefeuille"), &[academie])?;
    let class = unit(tx, chance, UnitKind::Classe, ("0140041U/5B", "5e B"), &[school])?;
    let other = unit(tx, chance, UnitKind::Etablissement, ("0140015R", "Collège Ailleurs"), &[academie])?;
    let other_class = unit(tx, chance, UnitKind::Classe, ("0140015R/4A", "4e A"), &[other])?;
    let mut with = |name, role, unit| person(tx, chance, name, &[(role, unit)]);
    let ines = with(("Inès", "Nouvel"), Role::Pupil, class)?;
    let sami = with(("Sami", "Benali"), Role::Pupil, class)?;
    let other_pupil = with(("Rose", "Delamare"), Role::Pupil, other_class)?;
    let claire = with(("Claire", "Auvray"), Role::Teacher, school)?;
    let head = with(("Anne", "Duval"), Role::Head, school)?;
    let other_teacher = with(("Hugo", "Lebrun"), Role::Teacher, other)?;
    let admin = with(("Dominique", "Racine"), Role::Admin, academie)?;
    let referent = with(("Luc", "Tellier"), Role::Referent, school)?;
    let other_referent = with(("Max", "Petit"), Role::Referent, other)?;
    let second_admin = with(("Sacha", "Lenoir"), Role::Admin, academie)?;
    let samira = guardian(tx, chance, ("Samira", "Benali"), &[sami, ines])?;
    change(tx, ines, |ines| ines.born = Some("2014-05-31".to_owned()))?;
    Ok(People {
        class,
        other_class,
        ines,
        sami,
        other_pupil,
        samira,
        claire,
        head,
        other_teacher,
        admin,
        school,
        other,
        academie,
        referent,
        other_referent,
        second_admin,
    })
}

#![expect(clippy::unwrap_used, reason = "a test may panic")]
//! What schools, people, imports and the demonstration promise, on both databases.
mod cases;
mod choices;
mod classes;
mod columns;
mod demo;
mod explode;
mod feed;
mod find;
mod group_pages;
mod groups;
mod pages;
mod people;
mod places;
mod reading;
mod secretariat;
mod sheets;
mod sight;
mod spoilt;
mod territory;

use crate::{
    SLICE,
    people_import::{self, Context, Fault, Rows},
};
use db::{Db, Migration, Tx};
use kernel::{Moment, Seeded};

/// A morning of November 2026.
const NOW: Moment = Moment(1_795_514_400_000);

fn migrations() -> Vec<Migration> {
    access::MIGRATIONS.iter().chain(undo::MIGRATIONS).chain(SLICE.migrations).copied().collect()
}

/// Every database, with the Norman schools in it.
async fn with_schools() -> Vec<(&'static str, Db)> {
    let databases = db::testing::both(&migrations()).await;
    for (_, db) in &databases {
        db.write(import_schools).await.unwrap();
    }
    databases
}

fn import_schools(tx: &mut Tx<'_>) -> db::Result<()> {
    let schools = annuaire::read(crate::demo::SCHOOLS).unwrap();
    crate::annuaire_import::apply(tx, &schools, NOW, &Seeded::new(1), &mut |_| {}).map(drop)
}

/// A small file of people of two collèges: a sister and a brother with two parents apart, teachers, a pupil in two schools.
const PEOPLE: &str =
    "\u{feff}identifiant;nom;prenom;naissance;role;uai;classe;responsable_de;autorite;telephone;langue;utilisateur
E1;Nouvel;Inès;31/05/2014;élève;0140041U;5B;;;;;
E2;NOUVEL;Noé;02/09/2015;élève;0140041U;6A;;;;;
E3;N’Diaye;Awa;12/01/2013;élève;0140041U;4C;;;;;
E3;N’Diaye;Awa;12/01/2013;élève;0140015R;4A;;;;;
R1;Nouvel;Julie;;responsable;;;E1,E2;oui;06 39 98 00 01;;
R2;Haddad;Karim;;responsable;;;E1;oui;+33 6 39 98 00 02;ar;
R3;Benali;Samira;;responsable;;;E2|E3;non;;;
P1;Auvray;Claire;;enseignant;0140041U;;;;;;c.auvray
P1;Auvray;Claire;;enseignant;0140015R;;;;;;c.auvray
P2;Karam;Youssef;;vie scolaire;0140041U;;;;;;y.karam
P3;Guérin;Thomas;;référent;0140041U;;;;;;t.guerin
P4;Hamelin;Isabelle;;direction;0140041U;;;;;;i.hamelin
";

fn rows(file: &str) -> Rows {
    read(file.as_bytes()).unwrap()
}

/// What a file says that leaves nothing out.
fn read(file: &[u8]) -> Result<Rows, Vec<Fault>> {
    people_import::read(file, &Context::default()).whole()
}

//! What a feed brings is taken once, read in order, shown, and applied by itself only where it may be; on both databases.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
mod alone;
mod cases;
mod dropped;
mod population;
mod samples;
mod schools;
mod spoilt;
mod xml;

use crate::{Folder, SLICE, folder, porter};
use access::{Role, UnitKind};
use db::{Result, Tx};
use directory::testing::{self, HOME, NOW, Setting};
use kernel::PersonId;
use rentree::secretary;
use std::{fs, path::Path};
use web::{Slice, testing::Browser};
use xml::File;

type Evening = testing::Evening<Town>;

/// The town, and who administers its académie.
struct Town {
    town: testing::Town,
    admin: PersonId,
}

impl Setting for Town {
    const SLICES: &'static [&'static Slice] = &[&directory::SLICE, &rentree::SLICE, &SLICE];

    fn build(tx: &mut Tx<'_>) -> Result<Self> {
        let town = testing::Town::build(tx, &HOME)?;
        for (pupil, born) in town.pupils.iter().zip(["2013-01-01", "2013-02-02", "2013-03-03", "2013-04-04"]) {
            testing::change(tx, *pupil, |known| known.born = Some(born.to_owned()))?;
        }
        let admin = testing::person(tx, &town.chance, ("Camille", "Morel"), &[(Role::Admin, town.academie)])?;
        Ok(Self { town, admin })
    }
}

/// The home school with the pupils it has, their mother, a teacher and the head; a group and a team.
fn complete() -> File {
    File::complete("20251120")
        .school("51", "0140041U", &["5e B"], &["5ESP$ESPAGNOL"])
        .pupil("1001", "Nouvel", "Inès", "01/01/2013", "51$5e B", &["2001$10$1$1$1$0"], &["51$5ESP"])
        .pupil("1002", "Vasseur", "Noé", "02/02/2013", "51$5e B", &[], &["51$5ESP"])
        .pupil("1003", "Benali", "Maïssa", "03/03/2013", "51$5e B", &[], &[])
        .pupil("1004", "Hébert", "Tom", "04/04/2013", "51$5e B", &[], &[])
        .guardian("2001", "Nouvel", "Samira", "+33 6 39 98 00 01")
        .staff("3001", "Auvray", "Claire", "51$ENS$ENSEIGNEMENT$L0201$LETTRES", &["51$5e B$0207"], &["51$5ESP$0306"])
        .staff("3002", "Roux", "Hélène", "51$DIR$DIRECTION$D0010$CHEF", &[], &[])
}

/// Registers a feed by the page; gives its address.
async fn register(admin: &mut Browser, fields: &[(&str, &str)]) -> String {
    admin.get("/alimentation").await;
    let fields: Vec<_> = [("forme", "aaf"), ("nom", "aaf"), ("code", "70"), ("jours", "3")]
        .into_iter()
        .chain(fields.iter().copied())
        .collect();
    admin.post("/alimentation", &fields).await;
    admin.location.clone().unwrap()
}

/// Drops a file whole.
fn put(at: &Path, file: &File) {
    let folder = at.join("aaf");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(file.name()), file.text()).unwrap();
    fs::write(folder.join(format!("{}.ok", file.name())), "").unwrap();
}

/// Drops a file, takes it in, reads it and has it compared; gives the address of the list that was made of it, the last first.
async fn deliver(evening: &Evening, at: &Path, file: &File) -> Option<String> {
    put(at, file);
    folder::look(&evening.house, &Folder(at.to_owned())).await.unwrap();
    follow(evening).await;
    last(evening).await
}

async fn follow(evening: &Evening) {
    for _ in 0..2 {
        porter::run_once(&evening.house).await.unwrap();
        secretary::run_once(&evening.house).await.unwrap();
    }
}

async fn last(evening: &Evening) -> Option<String> {
    let rows =
        evening.write(|tx, _| tx.query("SELECT turn_id FROM feed_delivery ORDER BY made DESC, at DESC", &[])).await;
    let turn: Option<rentree::TurnId> = rows.first().unwrap().get(0);
    turn.map(|turn| format!("/rentree/{turn}"))
}

/// Confirms a list as it is shown.
async fn confirm(evening: &Evening, admin: &mut Browser, at: &str) {
    admin.get(at).await;
    let day = NOW.paris().date().to_string();
    let fields: &[(&str, &str)] = if admin.text.contains("name=\"part\"") { &[("part", &day)] } else { &[] };
    admin.post(at, fields).await;
    follow(evening).await;
}

/// Who is in each class of the home school.
async fn classes(evening: &Evening) -> Vec<String> {
    evening
        .write(|tx, town| {
            let mut all = vec![];
            for class in access::store::under(tx, town.town.school, UnitKind::Classe)? {
                let pupils = directory::store::pupils_of_class(tx, class.id, NOW.plus_days(1))?;
                let names: Vec<_> = pupils.iter().map(|pupil| pupil.given.clone()).collect();
                all.push(format!("{}: {}", class.name, names.join(" ")));
            }
            Ok(all)
        })
        .await
}

/// The words of the notes of all reports.
async fn notes(evening: &Evening) -> Vec<String> {
    let sql = "SELECT word, said FROM feed_note ORDER BY delivery_id, number";
    let rows = evening.write(move |tx, _| tx.query(sql, &[])).await;
    rows.iter().map(|row| format!("{}: {}", row.text(0), row.text(1))).collect()
}

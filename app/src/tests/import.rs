//! An import of people that is stopped on its way leaves nothing half done.
use super::house::NOW;
use crate::{import, slices};
use directory::people_import;
use std::{fs::File, path::PathBuf};

const HEAD: &str =
    "identifiant;nom;prenom;naissance;role;uai;classe;responsable_de;autorite;telephone;langue;utilisateur";

#[tokio::test(flavor = "multi_thread")]
async fn passwords_that_cannot_be_written_down_are_given_to_nobody_and_nobody_comes_in() {
    for (name, db) in db::testing::both(&[]).await {
        let house = web::testing::house(db, slices::ALL, slices::WHOAMI, NOW).await;
        directory::demo::populate(&house.db, 100, 1, NOW).await.unwrap();
        let uai = house.db.read(|tx| tx.first("SELECT min(uai) FROM directory_school", &[]));
        let uai: String = uai.await.unwrap().unwrap().get(0);
        let file = format!("{HEAD}\n1;Roy;Léa;;enseignant;{uai};;;;;;l.roy\n2;Roy;Luc;;enseignant;{uai};;;;;;\n");
        let come = async |sheet| {
            let rows = people_import::read(file.as_bytes(), &people_import::Context::default()).whole().unwrap();
            import::people_in(&house.db, &house.words, rows, ("file".to_owned(), true), sheet).await
        };
        let held = async || {
            let sql = "SELECT (SELECT count(*) FROM directory_person), (SELECT count(*) FROM signin_password)";
            house.db.read(move |tx| tx.first(sql, &[])).await.unwrap().unwrap()
        };
        let before = held().await;
        // A disk that is full.
        let path = PathBuf::from(format!("no-such-folder/{name}"));
        let full = File::options().write(true).open("/dev/full").unwrap();
        let refused = come(Some(import::FirstPasswords { path: path.clone(), file: full })).await;
        let said = kernel::causes(&refused.err().unwrap());
        let why = [&*path.display().to_string(), "nothing was imported", "cannot be written", "No space left"];
        assert!(why.iter().all(|part| said.contains(part)), "{name}: {said}");
        assert_eq!(held().await, before, "{name}: nobody came in");
        let path = std::env::temp_dir().join("preau-tests").join(format!("{uai}-{name}-{}", std::process::id()));
        let file = File::create(&path).unwrap();
        let (_, _, given) = come(Some(import::FirstPasswords { path: path.clone(), file })).await.unwrap();
        let written = std::fs::read_to_string(&path).unwrap();
        assert!(given == 1 && written.lines().count() == 2 && written.contains("l.roy;"), "{name}: {written}");
    }
}

//! Files that are dropped: taken once, in order, moved, refused in words.
use super::{Evening, classes, complete, confirm, deliver, follow, last, notes, put, register, xml::File};
use crate::{Folder, folder, porter};
use directory::testing::NOW;
use std::{
    fs,
    time::{Duration, UNIX_EPOCH},
};
use web::testing;

#[tokio::test(flavor = "multi_thread")]
async fn a_complete_delivery_is_taken_compared_shown_and_applied_once_it_is_confirmed() {
    for evening in Evening::both().await {
        let (name, here) = (evening.name, tempfile::tempdir().unwrap());
        let mut admin = evening.of(evening.town.admin);
        let feed = register(&mut admin, &[]).await;
        let before = classes(&evening).await;
        let more = complete()
            .pupil("1005", "Lemoine", "Rose", "05/05/2013", "51$5e B", &["2005$20$1$1$1$0"], &[])
            .guardian("2005", "Lemoine", "Jean", "");
        let at = deliver(&evening, here.path(), &more).await.unwrap();
        assert_eq!(classes(&evening).await, before, "{name}: nothing changes before it is confirmed");
        admin.get(&at).await;
        for said in ["1 arrive", "1 responsable de plus", "2 groupes sont faits"] {
            assert!(admin.text.contains(said), "{name}: {said}: {admin:?}");
        }
        assert!(!admin.text.contains("de moins"), "{name}: the mother is known again by her child: {admin:?}");
        assert!(
            !admin.text.contains("name=\"part\""),
            "{name}: nobody leaves whom the feed does not know of: {admin:?}"
        );
        assert!(admin.queries <= 10, "{name}");
        confirm(&evening, &mut admin, &at).await;
        assert_eq!(classes(&evening).await, ["5e B: Maïssa Tom Rose Inès Noé"], "{name}");
        let keys = evening
            .write(|tx, _| {
                let sql = "SELECT count(*) FROM directory_person_key WHERE source = ";
                let of = |tx: &mut db::Tx<'_>, source: &str| {
                    Ok::<i64, db::Error>(tx.first(&format!("{sql}'{source}'"), &[])?.unwrap().get(0))
                };
                Ok((of(tx, "aaf:70")?, of(tx, "ine")?))
            })
            .await;
        assert_eq!(keys, (9, 5), "{name}: who was known by name and day has the feed's key, and a sealed number");
        admin.get(&feed).await;
        assert!(
            admin.text.contains("Complet du 20 novembre 2025") && admin.text.contains("5 élèves"),
            "{name}: {admin:?}"
        );
        assert!(admin.queries <= 10, "{name}");
        assert_eq!(evening.of(evening.town.town.head).get(&feed).await.status, 404, "{name}: not the head's");

        put(here.path(), &more);
        folder::look(&evening.house, &Folder(here.path().to_owned())).await.unwrap();
        let count = evening.write(|tx, _| tx.query("SELECT id FROM feed_delivery", &[])).await.len();
        assert_eq!(count, 1, "{name}: the same twice is one");
        let done = fs::read_dir(here.path().join("aaf/done")).unwrap().count();
        let left = fs::read_dir(here.path().join("aaf")).unwrap().count();
        assert_eq!((done, left), (1, 1), "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_is_folded_into_what_came_before_and_touches_its_schools_alone() {
    for evening in Evening::both().await {
        let (name, here) = (evening.name, tempfile::tempdir().unwrap());
        let mut admin = evening.of(evening.town.admin);
        let feed = register(&mut admin, &[]).await;
        let orphan = File::changes("20251119").delete("Eleve", "1004");
        assert_eq!(deliver(&evening, here.path(), &orphan).await, None, "{name}");
        assert!(admin.get(&feed).await.text.contains("ne suivent aucun envoi complet"), "{name}: {admin:?}");
        folder::look(&evening.house, &Folder(here.path().to_owned())).await.unwrap();
        assert_eq!(fs::read_dir(here.path().join("aaf/refused")).unwrap().count(), 1, "{name}");

        let other = complete().school("52", "0500049G", &["5e A"], &[]).pupil(
            "1100",
            "Marie",
            "Zoé",
            "06/06/2013",
            "52$5e A",
            &[],
            &[],
        );
        let at = deliver(&evening, here.path(), &other).await.unwrap();
        confirm(&evening, &mut admin, &at).await;
        let change = File::changes("20251121")
            .delete("Eleve", "1004")
            .change("Eleve", "1002", "ENTEleveClasses", &["51$5e C"])
            .delete("Eleve", "4444");
        let at = deliver(&evening, here.path(), &change).await.unwrap();
        admin.get(&at).await;
        assert!(admin.text.contains("1 part") && admin.text.contains("1 change de classe"), "{name}: {admin:?}");
        assert!(!admin.text.contains("Collège du Bocage"), "{name}: {admin:?}");
        confirm(&evening, &mut admin, &at).await;
        assert_eq!(classes(&evening).await, ["5e B: Maïssa Inès", "5e C: Noé"], "{name}");
        assert!(notes(&evening).await.contains(&"note-absent: 4444".to_owned()), "{name}");

        let late = File::changes("20251120").delete("Eleve", "1003");
        deliver(&evening, here.path(), &late).await;
        assert!(admin.get(&feed).await.text.contains("plus ancien que le dernier"), "{name}: {admin:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_read_is_refused_with_its_place_and_moved() {
    for evening in Evening::both().await {
        let (name, here) = (evening.name, tempfile::tempdir().unwrap());
        let mut admin = evening.of(evening.town.admin);
        let feed = register(&mut admin, &[]).await;
        let folder = here.path().join("aaf");
        fs::create_dir_all(&folder).unwrap();
        let (text, file) = (complete().text(), complete());
        for (day, text) in [("1", text[..text.len() - 40].to_owned()), ("2", file.of_another())] {
            let file = folder.join(format!("ENTTEST_Complet_2025110{day}_Tout_0000.xml"));
            fs::write(&file, text).unwrap();
            fs::write(format!("{}.ok", file.display()), "").unwrap();
        }
        let taken = folder::look(&evening.house, &Folder(here.path().to_owned())).await.unwrap();
        assert_eq!(taken, 2, "{name}: those of two days are two");
        follow(&evening).await;
        folder::look(&evening.house, &Folder(here.path().to_owned())).await.unwrap();
        assert_eq!(fs::read_dir(folder.join("refused")).unwrap().count(), 2, "{name}");
        assert!(last(&evening).await.is_none(), "{name}");
        admin.get(&feed).await;
        assert!(
            admin.text.contains("d’une autre académie") && admin.text.contains("ne peuvent pas être lus"),
            "{name}: {admin:?}"
        );
        let report = admin.text.split("href=\"").filter(|part| part.starts_with(feed.as_str())).nth(1).unwrap();
        let report = report.split('"').next().unwrap().to_owned();
        assert!(admin.get(&report).await.text.contains("il n’est pas arrivé en entier"), "{name}: {admin:?}");
        assert!(admin.text.contains(", ligne "), "{name}: {admin:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_taken_once_it_stands_still_and_one_that_grows_holds_the_others_back() {
    for evening in Evening::both().await {
        let (name, here) = (evening.name, tempfile::tempdir().unwrap());
        let mut admin = evening.of(evening.town.admin);
        register(&mut admin, &[]).await;
        let folder = here.path().join("aaf");
        fs::create_dir_all(&folder).unwrap();
        let now = UNIX_EPOCH + Duration::from_millis(u64::try_from(NOW.0).unwrap());
        let write = |file: &str, ago: u64| {
            let file = fs::File::create(folder.join(file)).unwrap();
            file.set_modified(now - Duration::from_secs(ago)).unwrap();
        };
        let look = || async { folder::look(&evening.house, &Folder(here.path().to_owned())).await.unwrap() };
        write("ENTTEST_Complet_20251120_Eleve_0000.xml", 90);
        write("ENTTEST_Complet_20251120_PersEducNat_0000.xml", 10);
        assert_eq!(look().await, 0, "{name}");
        write("ENTTEST_Complet_20251120_PersEducNat_0000.xml", 70);
        assert_eq!(look().await, 1, "{name}: both are one delivery");
        let names = evening.write(|tx, _| tx.query("SELECT names FROM feed_delivery", &[])).await;
        assert_eq!(names[0].text(0).lines().count(), 2, "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_archive_is_sent_by_the_page_and_a_feed_that_ended_takes_none() {
    for evening in Evening::both().await {
        let (name, here) = (evening.name, tempfile::tempdir().unwrap());
        let mut admin = evening.of(evening.town.admin);
        let feed = register(&mut admin, &[]).await;
        put(here.path(), &complete());
        let folder = here.path().join("aaf");
        let parcel = crate::parcel::pack(crate::Form::Aaf, &folder, &[complete().name().to_owned()]).unwrap();
        admin.get(&feed).await;
        let send = format!("{feed}/envoi");
        admin.upload(&send, &[], &[]).await;
        assert!(admin.status == 422 && admin.text.contains("Choisissez une archive"), "{name}: {admin:?}");
        for said in ["Les fichiers sont reçus", "étaient déjà arrivés"] {
            admin.get(&feed).await;
            admin.upload(&send, &[], &[("archive", &parcel.bytes)]).await;
            let to = admin.location.clone().unwrap();
            assert!(admin.get(&to).await.text.contains(said), "{name}: {said}: {admin:?}");
        }
        follow(&evening).await;
        assert!(last(&evening).await.is_some(), "{name}");
        admin.post(&format!("{feed}/fin"), &[("oui", "1")]).await;
        assert_eq!(admin.get(&feed).await.status, 404, "{name}");
        let taken = folder::look(&evening.house, &Folder(here.path().to_owned())).await.unwrap();
        assert_eq!((taken, porter::run_once(&evening.house).await.unwrap()), (0, 0), "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_feed_that_does_not_come_waits_on_the_day_of_who_keeps_it() {
    for evening in Evening::both().await {
        let name = evening.name;
        let mut admin = evening.of(evening.town.admin);
        let feed = register(&mut admin, &[]).await;
        let day = |now| {
            testing::day(
                &evening.house.db,
                <super::Town as directory::testing::Setting>::SLICES,
                evening.town.admin,
                now,
            )
        };
        assert!(!day(NOW.plus_days(3)).await.contains(&"feed-late"), "{name}");
        assert!(day(NOW.plus_days(4)).await.contains(&"feed-late"), "{name}");
        let late = evening.write(|tx, _| crate::store::late(tx, NOW.plus_days(4))).await;
        assert_eq!(late.len(), 1, "{name}: and `preau check` says so");
        admin.get(&feed).await;
        admin.post(&feed, &[("jours", "0")]).await;
        assert_eq!(admin.status, 422, "{name}");
        admin.post(&feed, &[("jours", "30")]).await;
        assert!(!day(NOW.plus_days(4)).await.contains(&"feed-late"), "{name}");
    }
}

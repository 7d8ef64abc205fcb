//! The file of a list: what is wrong in it, what it is taken for, and when it goes.
use super::{Evening, LIST, send, send_file, work};

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_in_a_file_is_said_and_nothing_is_kept() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town.0);
        let mut head = evening.of(town.head);
        send(&mut head, "E1;Nouvel;;2013-01-01;élève;0140041U;5e B;\n", &[]).await;
        assert_eq!(head.status, 422, "{name}");
        assert!(head.text.contains("Ligne 2, colonne prenom"), "{name}: {head:?}");
        assert!(
            head.text.contains("href=\"#a-corriger\"") && head.text.contains("id=\"a-corriger\""),
            "{name}: {head:?}"
        );
        head.get("/rentree").await;
        assert!(head.text.contains("Aucune liste"), "{name}: {head:?}");
        head.upload("/rentree", &[], &[("fichier", b"\x7fELF\0\0")]).await;
        assert!(head.status == 422 && head.text.contains("Il faut un tableau"), "{name}: {head:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_of_siecle_is_taken_as_the_form_stands_and_nobody_leaves_by_it() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town.0);
        let mut head = evening.of(town.head);
        head.get("/rentree").await;
        for ticked in ["value=\"eleves\" id=\"gens\" checked", "href=\"/rentree/modele\""] {
            assert!(head.text.contains(ticked), "{name} {ticked}: {head:?}");
        }
        assert!(
            !head.text.contains("value=\"1\" checked"),
            "{name}: no list is whole before somebody says so: {head:?}"
        );
        let file = "Nom de famille;Prénom;Né(e) le;Division\nNouvel;Inès;01/01/2013;5e B\n";
        send_file(&mut head, file, &[("gens", "")]).await;
        assert!(head.status == 422 && head.text.contains("Cochez ce que sont ses lignes"), "{name}: {head:?}");
        let at = send_file(&mut head, file, &[("gens", "eleves")]).await;
        work(&evening).await;
        head.get(&at).await;
        assert!(head.text.contains("Rien ne change."), "{name}: {head:?}");
        assert!(!head.text.contains("name=\"part\""), "{name}: no day is asked where nobody leaves: {head:?}");
        head.post(&at, &[]).await;
        work(&evening).await;
        assert!(head.get(&at).await.text.contains("C’est fait"), "{name}: {head:?}");
        head.get("/rentree/modele").await;
        let kind = head.header("content-type").map(str::to_owned);
        assert!(kind.as_deref() == Some("text/csv; charset=utf-8") && head.text.contains("identifiant;nom"), "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_of_which_nothing_was_applied_is_thrown_away_with_its_file() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town.0);
        let mut head = evening.of(town.head);
        let at = send(&mut head, LIST, &[("gens", "eleves")]).await;
        work(&evening).await;
        assert!(head.get("/rentree").await.text.contains("Élèves, ajouts et corrections"), "{name}: {head:?}");
        assert!(head.get(&at).await.text.contains("Jeter cette liste"), "{name}: {head:?}");
        head.post(&format!("{at}/abandon"), &[]).await;
        assert_eq!(head.get(&at).await.status, 200, "{name}: only with a yes");
        head.post(&format!("{at}/abandon"), &[("oui", "1")]).await;
        let to = head.location.clone().unwrap();
        assert!(head.get(&to).await.text.contains("La liste est jetée"), "{name}: {head:?}");
        assert_eq!(head.get(&at).await.status, 404, "{name}");
        let left =
            evening.write(|tx, _| Ok((crate::store::files(tx)?, tx.query("SELECT said FROM rentree_line", &[])?)));
        let (files, lines) = left.await;
        assert!(files.is_empty() && lines.is_empty(), "{name}: {files:?}");

        let at = send(&mut head, LIST, &[]).await;
        work(&evening).await;
        head.get(&at).await;
        head.post(&at, &[]).await;
        work(&evening).await;
        assert!(!head.get(&at).await.text.contains("Jeter cette liste"), "{name}: {head:?}");
        head.post(&format!("{at}/abandon"), &[("oui", "1")]).await;
        assert_eq!(head.get(&at).await.status, 200, "{name}: what was applied is undone, not thrown away");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_whose_file_went_with_somebody_forgotten_is_sent_again() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town.0);
        let mut head = evening.of(town.head);
        let at = send(&mut head, LIST, &[("gens", "eleves")]).await;
        work(&evening).await;
        let listed = evening
            .write(|tx, _| {
                let row = tx.first("SELECT person_id FROM rentree_line WHERE person_id IS NOT NULL", &[])?;
                crate::store::erase(tx, row.unwrap().get(0))?;
                crate::store::files(tx)
            })
            .await;
        assert_eq!(listed, Vec::<String>::new(), "{name}: a file that went is not looked for");
        head.get(&at).await;
        head.post(&at, &[]).await;
        work(&evening).await;
        assert!(head.get(&at).await.text.contains("n’est plus gardé"), "{name}: {head:?}");
        work(&evening).await;
        assert!(head.get("/rentree").await.status == 200, "{name}: it is not tried for ever");
    }
}

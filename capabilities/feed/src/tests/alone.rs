//! What may be applied by itself, and what never is.
use super::{Evening, classes, complete, confirm, deliver, follow, register, xml::File};

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_applied_by_itself_before_somebody_confirmed_a_first_time() {
    for evening in Evening::both().await {
        let (name, here) = (evening.name, tempfile::tempdir().unwrap());
        let mut admin = evening.of(evening.town.admin);
        register(&mut admin, &[("seul", "1")]).await;
        let first = deliver(&evening, here.path(), &complete()).await.unwrap();
        let move_noe = |day| File::changes(day).change("Eleve", "1002", "ENTEleveClasses", &["51$5e C"]);
        let second = deliver(&evening, here.path(), &move_noe("20251121")).await.unwrap();
        assert_eq!(classes(&evening).await, ["5e B: Maïssa Tom Inès Noé"], "{name}: it waits");
        assert_eq!(admin.get(&first).await.status, 404, "{name}: a later one says what it said");
        confirm(&evening, &mut admin, &second).await;
        assert_eq!(classes(&evening).await, ["5e B: Maïssa Tom Inès", "5e C: Noé"], "{name}");
        let back = File::changes("20251122").change("Eleve", "1002", "ENTEleveClasses", &["51$5e B"]);
        deliver(&evening, here.path(), &back).await.unwrap();
        follow(&evening).await;
        assert_eq!(classes(&evening).await, ["5e B: Maïssa Tom Inès Noé", "5e C: "], "{name}: by itself now");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_school_that_would_empty_or_where_something_is_doubtful_waits_alone() {
    for evening in Evening::both().await {
        let (name, here) = (evening.name, tempfile::tempdir().unwrap());
        let mut admin = evening.of(evening.town.admin);
        register(&mut admin, &[("seul", "1")]).await;
        let more = ["Ali", "Bao", "Cléo", "Dina"].iter().zip(1005..).fold(complete(), |file, (given, id)| {
            file.pupil(&id.to_string(), "Roy", given, "05/05/2013", "51$5e B", &[], &[])
        });
        let both = more.school("52", "0500049G", &["5e A"], &[]).pupil(
            "1100",
            "Marie",
            "Zoé",
            "06/06/2013",
            "52$5e A",
            &[],
            &[],
        );
        let first = deliver(&evening, here.path(), &both).await.unwrap();
        confirm(&evening, &mut admin, &first).await;
        // Another given name under one key is looked at; the other school goes on.
        let doubtful = File::changes("20251121").change("Eleve", "1100", "givenName", &["Lou"]).delete("Eleve", "1004");
        let at = deliver(&evening, here.path(), &doubtful).await.unwrap();
        follow(&evening).await;
        assert_eq!(classes(&evening).await, ["5e B: Maïssa Inès Ali Bao Cléo Dina Noé"], "{name}: applied by itself");
        admin.get(&at).await;
        assert!(admin.text.contains("1 à vérifier") && admin.text.contains("Confirmer"), "{name}: {admin:?}");
        confirm(&evening, &mut admin, &at).await;
        assert!(admin.get(&at).await.text.contains("C’est fait"), "{name}: {admin:?}");
        let most = (1005..1009).fold(File::changes("20251122"), |file, id| file.delete("Eleve", &id.to_string()));
        let at = deliver(&evening, here.path(), &most).await.unwrap();
        follow(&evening).await;
        assert_eq!(
            classes(&evening).await,
            ["5e B: Maïssa Inès Ali Bao Cléo Dina Noé"],
            "{name}: more than a tenth waits"
        );
        assert!(admin.get(&at).await.text.contains("plus d’une sur dix"), "{name}: {admin:?}");
    }
}

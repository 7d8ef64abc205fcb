//! What is asked about somebody's data is noted, followed and answered once.
use super::Evening;
use directory::testing;

#[tokio::test(flavor = "multi_thread")]
async fn a_request_is_noted_followed_and_closed() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let mut head = evening.of(town.head);
        let at = format!("/personnes/{}", town.pupils[0]);
        let day = |days| testing::NOW.plus_days(days).paris().date().to_string();
        head.get(&format!("{at}/oubli")).await;
        head.post(&format!("{at}/demandes"), &[("quoi", "access"), ("recue", &day(2))]).await;
        assert!(head.status == 422 && head.text.contains("pas encore venu"), "{name}: {head:?}");
        head.post(&format!("{at}/demandes"), &[("quoi", "access"), ("recue", &day(-40))]).await;
        head.post(&format!("{at}/demandes"), &[("quoi", "correction")]).await;
        assert_eq!(head.status, 303, "{name}: {head:?}");
        head.get("/demandes").await;
        assert!(head.text.contains("Avoir ses données") && head.text.contains("En retard"), "{name}: {head:?}");
        // Who is told all that is known has their answer: in clear, without a word that only a program reads.
        head.post(&format!("{at}/export"), &[("papier", "1")]).await;
        assert!(
            head.text.contains("Ce que Préau sait d’Inès Nouvel") && head.text.contains("<dt>Prénom</dt>"),
            "{name}: {head:?}"
        );
        assert!(!head.text.contains("[secretariat"), "{name}: {head:?}");
        head.post(&format!("{at}/export"), &[]).await;
        head.get("/demandes").await;
        assert!(!head.text.contains("En retard"), "{name}: {head:?}");
        let action = head.text.split("action=\"/demandes/").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let close = format!("/demandes/{action}");
        for stranger in [town.teachers[0], town.referent, town.other.head, town.guardian] {
            let mut other = evening.of(stranger);
            other.get("/").await;
            assert_eq!(other.post(&close, &[]).await.status, 404, "{name}");
        }
        head.post(&close, &[("refus", "1")]).await;
        assert!(head.status == 422 && head.text.contains("Un refus se motive"), "{name}: {head:?}");
        head.post(&close, &[("refus", "1"), ("raison", "C’est la bonne date.")]).await;
        assert!(head.follow().await.text.contains("C’est la bonne date."), "{name}: {head:?}");
    }
}

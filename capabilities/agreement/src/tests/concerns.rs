//! What stands in a family's way, privately, and what comes of it.
use super::town::{evenings, led, link_of, told_to, whole};
use crate::store;

#[tokio::test]
async fn a_concern_leads_to_a_proposal_and_a_loan_to_the_family_help_desk() {
    for evening in evenings().await {
        let (name, town) = (evening.name, evening.town.clone());
        let link = link_of(&evening, town.samira, town.maissa).await;
        let mut samira = evening.nobody();
        samira.get(&format!("{link}?langue=fr")).await;
        let path = format!("{link}/contrainte");
        samira.post(&path, &[("langue", "fr")]).await;
        assert!(samira.status == 422 && whole(&samira).contains("mots-oops"), "{name}: {samira:?}");
        let said = [("langue", "fr"), ("quoi", "device"), ("quoi", "line"), ("mots", "Un téléphone pour trois.")];
        samira.post(&path, &said).await;
        assert!(whole(samira.follow().await).contains("Un téléphone pour trois."), "{name}");
        let mut cpe = evening.of(town.vie_scolaire);
        assert!(whole(cpe.get("/accord/suivi").await).contains("1 attend"), "{name}: {cpe:?}");
        let list = whole(cpe.get("/accord/contraintes").await).to_owned();
        let one = list.split("/accord/contrainte/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let page = format!("/accord/contrainte/{one}");
        assert!(whole(cpe.get(&page).await).contains("Un téléphone pour trois."), "{name}");
        for other in [town.teachers[0], town.other.head, town.pilot, town.apart[0]] {
            assert_eq!(evening.of(other).get(&page).await.status, 404, "{name}");
        }
        cpe.get(&page).await;
        cpe.post(&page, &[("quoi", "loan")]).await;
        assert!(cpe.status == 422 && whole(&cpe).contains("mots-oops"), "{name}");
        cpe.post(&page, &[("quoi", "loan"), ("mots", "Un ordinateur jusqu’en juin.")]).await;
        led(&cpe);
        // She is told by her own channel, finds it on her letter, and takes it.
        let waiting = "SELECT count(*) FROM notice_delivery WHERE kind = 'email' AND state = 'waiting'";
        let waiting: i64 = evening.write(move |tx, _| Ok(tx.first(waiting, &[])?.unwrap().get(0))).await;
        assert_eq!(waiting, 2, "{name}");
        samira.get(&format!("{link}?langue=fr")).await;
        let choose = samira.text.split("/proposition/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let choose = format!("{link}/proposition/{choose}");
        let mut other = evening.nobody();
        let theirs = link_of(&evening, town.apart[0], town.ines).await;
        other.get(&theirs).await;
        let wrong = choose.replace(&link, &theirs);
        assert_eq!(other.post(&wrong, &[("choix", "oui")]).await.status, 404, "{name}: another family's letter");
        samira.post(&choose, &[("choix", "oui"), ("langue", "fr")]).await;
        assert!(whole(samira.follow().await).contains("Vous avez dit oui."), "{name}: {samira:?}");
        samira.post(&choose, &[("choix", "non"), ("langue", "fr")]).await;
        assert_eq!(samira.status, 422, "{name}: once");
        let (kind, payload): (String, String) = evening
            .write(|tx, _| {
                let row = tx
                    .first(
                        "SELECT kind, payload FROM jobs_queue
                         WHERE kind = 'difficulty/open'",
                        &[],
                    )?
                    .unwrap();
                Ok((row.get(0), row.get(1)))
            })
            .await;
        assert!(kind == "difficulty/open" && payload.contains("\"kind\":\"loan\""), "{name}: {payload}");
        assert!(payload.contains(&town.maissa.to_string()) && payload.contains(&town.samira.to_string()), "{name}");
        let counts = evening.write(|tx, town| store::counts(tx, town.dispositif, &[town.school])).await[&town.school];
        assert_eq!((counts.concerns, counts.proposals, counts.accepted), (1, 1, 1), "{name}");
        evening.write(move |tx, town| store::erase(tx, town.samira)).await;
        let left = "SELECT text FROM agreement_concern UNION ALL SELECT text FROM agreement_proposal";
        let left: Vec<String> =
            evening.write(move |tx, _| Ok(tx.query(left, &[])?.iter().map(|row| row.get(0)).collect())).await;
        assert!(left.iter().all(String::is_empty), "{name}: {left:?}");
    }
}

#[tokio::test]
async fn said_again_it_is_put_in_other_words_and_the_team_may_close_it() {
    for evening in evenings().await {
        let (name, town) = (evening.name, evening.town.clone());
        let told = told_to(&evening, town.samira, town.sami).await;
        let path = format!("/accord/lettre/{}", told.id);
        let mut samira = evening.of(town.samira);
        for words in ["Le bus.", "Le bus arrive à 18 h 40."] {
            samira.get(&path).await;
            samira.post(&format!("{path}/contrainte"), &[("quoi", "bus"), ("mots", words)]).await;
            led(&samira);
        }
        let mut head = evening.of(town.head);
        let list = whole(head.get("/accord/contraintes").await).to_owned();
        assert_eq!(list.matches("/accord/contrainte/").count(), 1, "{name}");
        let one = list.split("/accord/contrainte/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let page = format!("/accord/contrainte/{one}");
        assert!(whole(head.get(&page).await).contains("18 h 40"), "{name}");
        head.post(&page, &[("clore", "1")]).await;
        led(&head);
        head.get(&page).await;
        assert!(!head.text.contains("name=\"mots\""), "{name}: closed");
        head.post(&page, &[("quoi", "seat"), ("mots", "Une place.")]).await;
        assert_eq!(head.status, 422, "{name}");
    }
}

/// What a family says a second time stands beside what it said before, until it is closed; the same again is said once.
#[tokio::test]
async fn a_second_word_of_a_family_leaves_the_first() {
    for evening in evenings().await {
        let (name, town) = (evening.name, evening.town.clone());
        let link = link_of(&evening, town.samira, town.maissa).await;
        let mut phone = evening.nobody();
        let path = format!("{link}/contrainte");
        for (kind, words) in
            [("place", "Il n’y a plus de bus"), ("line", ""), ("line", "La ligne coupe"), ("line", "La ligne coupe")]
        {
            phone.get(&link).await;
            led(phone.post(&path, &[("quoi", kind), ("mots", words)]).await);
        }
        let sql = "SELECT kinds, text FROM agreement_concern";
        let rows = evening.db.read(move |tx| tx.query(sql, &[])).await.unwrap();
        let rows: Vec<(String, String)> = rows.iter().map(|row| (row.get(0), row.get(1))).collect();
        assert_eq!(rows, [("place line".to_owned(), "Il n’y a plus de bus\nLa ligne coupe".to_owned())], "{name}");
    }
}

//! Pages, in both languages of the screens and all those of the letters.
use super::town::{NOW, chance, evenings, led, link_of, told_to, whole};
use crate::{letter::Tongue, store};
use web::Lang;

#[tokio::test]
async fn a_letter_reads_in_every_language_and_from_the_right_in_arabic() {
    for evening in evenings().await {
        let (name, town) = (evening.name, evening.town.clone());
        let link = link_of(&evening, town.samira, town.maissa).await;
        let mut phone = evening.nobody();
        let page = whole(phone.get(&link).await).to_owned();
        assert!(page.contains("dir=\"rtl\"") && page.contains("lang=\"ar\""), "{name}: her own language");
        assert!(page.contains("Sami") && !page.contains("Benali"), "{name}: her other child, no family name");
        for tongue in Tongue::ALL {
            for lang in Lang::WHOLE {
                let mut one = evening.nobody().with("lang", lang);
                let text = whole(one.get(&format!("{link}?langue={}", tongue.word())).await);
                assert!(text.contains(tongue.name()) && text.contains("17"), "{name} {tongue:?}");
            }
        }
        phone.get(&format!("{link}?langue=tr")).await;
        phone.post(&link, &[("reponse", "lu"), ("langue", "tr")]).await;
        assert!(led(&phone).contains("langue=tr"), "{name}");
        assert!(whole(phone.follow().await).contains("Teşekkürler"), "{name}");
        assert!(told_to(&evening, town.samira, town.maissa).await.read_at.is_some(), "{name}");
    }
}

#[tokio::test]
async fn a_code_typed_by_hand_leads_to_the_letter() {
    for evening in evenings().await {
        let (name, town) = (evening.name, evening.town.clone());
        let told = told_to(&evening, town.apart[1], town.ines).await;
        let code = told.seal().code(&evening.house.secret);
        for lang in Lang::WHOLE {
            whole(evening.nobody().with("lang", lang).get("/reponse").await);
        }
        let mut phone = evening.nobody();
        phone.get("/reponse").await;
        phone.post("/reponse", &[("code", "abc")]).await;
        assert!(phone.status == 422 && phone.text.contains("dix lettres"), "{name}: {phone:?}");
        phone.post("/reponse", &[("code", &code.to_lowercase().replace('-', " "))]).await;
        assert!(led(&phone).starts_with("/reponse/"), "{name}");
        assert!(whole(phone.follow().await).contains("Inès"), "{name}");
        assert!(told_to(&evening, town.apart[1], town.ines).await.received_at.is_some(), "{name}");
        // The code typed at the end of the address waits to be sent.
        assert!(whole(phone.get(&format!("/reponse/{code}")).await).contains(&code), "{name}: {phone:?}");
        phone.post("/reponse", &[("code", "ABCDE-FGHJK")]).await;
        assert!(phone.status == 422 && phone.text.contains("pas le bon code"), "{name}: {phone:?}");
        for path in ["/reponse/ABCDE", "/reponse/ABCDEFGHJKMNPQRSTVWXY", "/reponse/%C3%A9"] {
            assert_eq!(phone.get(path).await.status, 404, "{name}: {path}");
        }
    }
}

#[tokio::test]
async fn sheets_are_printed_two_a_page_and_handed_out() {
    for evening in evenings().await {
        let (name, town) = (evening.name, evening.town.clone());
        let path = format!("/accord/feuilles/{}", town.class);
        let mut cpe = evening.of(town.vie_scolaire);
        for lang in Lang::WHOLE {
            whole(cpe.clone().with("lang", lang).get(&path).await);
        }
        let page = whole(cpe.get(&path).await).to_owned();
        // The father and the grandmother are reached on paper.
        let sheets =
            |page: &str| (page.matches("<article class=\"half").count(), page.matches("<section class=\"a4").count());
        assert_eq!(sheets(&page), (2, 1), "{name}");
        let code = told_to(&evening, town.apart[1], town.ines).await.seal().code(&evening.house.secret);
        assert!(page.contains(&code) && page.contains("<svg class=\"qr\""), "{name}: the same code, printed again");
        let all = whole(cpe.get(&format!("{path}?toutes=1")).await).to_owned();
        assert_eq!(sheets(&all), (5, 3), "{name}");
        assert!(all.contains("lang=\"ar\" dir=\"rtl\""), "{name}: each in its language");
        whole(cpe.get(&format!("{path}?langue=fr-falc")).await);
        // A protocol that is not of this school counts for none of its own.
        let foreign = kernel::Id::<()>::new(NOW, &chance(9)).to_string();
        cpe.get(&path).await;
        assert_eq!(cpe.post(&path, &[("protocole", &foreign)]).await.status, 404, "{name}");
        assert_eq!(cpe.get(&format!("{path}?protocole={foreign}")).await.status, 404, "{name}");
        assert!(told_to(&evening, town.apart[1], town.ines).await.informed_at.is_none(), "{name}");
        cpe.get(&path).await;
        cpe.post(&path, &[("protocole", &town.protocol.to_string())]).await;
        assert!(whole(cpe.follow().await).contains("remises aujourd’hui"), "{name}");
        let told = told_to(&evening, town.apart[1], town.ines).await;
        assert_eq!((told.informed_at, told.received_at), (Some(NOW), Some(NOW)), "{name}");
        let counts = evening.write(|tx, town| store::counts(tx, town.dispositif, &[town.school])).await[&town.school];
        assert_eq!(counts.received, 2, "{name}");
    }
}

#[tokio::test]
async fn the_follow_up_names_families_to_the_school_and_counts_them_for_the_pilot() {
    for evening in evenings().await {
        let (name, town) = (evening.name, evening.town.clone());
        let class = format!("/accord/suivi/{}", town.class);
        let mut head = evening.of(town.head);
        for lang in Lang::WHOLE {
            for path in ["/accord/suivi", class.as_str(), "/accord/contraintes"] {
                whole(head.clone().with("lang", lang).get(path).await);
            }
        }
        let page = whole(head.get("/accord/suivi").await).to_owned();
        assert!(page.contains("5e B") && page.contains("Collège des Falaises"), "{name}");
        let page = whole(head.get(&class).await).to_owned();
        assert!(page.contains("Samira Benali") && page.contains("sans autorité parentale"), "{name}: {page}");
        let mut pilot = evening.of(town.pilot);
        let page = whole(pilot.get("/accord/suivi").await).to_owned();
        assert!(page.contains("Collège des Falaises") && !page.contains("Benali") && !page.contains("5e B"), "{name}");
        assert_eq!(pilot.get(&class).await.status, 404, "{name}");
        let mut other = evening.of(town.other.head);
        assert!(!whole(other.get("/accord/suivi").await).contains("Falaises"), "{name}");
        assert_eq!(other.get(&class).await.status, 404, "{name}");
    }
}

//! Agreement per child, by each holder of parental authority.
use super::town::{Evening, NOW, PICTURE, chance, evenings, led, link_of, told_to, whole};
use crate::{Source, Standing, Word, store};
use access::Actor;
use proptest::prelude::*;
use signin::store::guess::{self, FROM_ONE, What, Whence};

async fn standing(evening: &Evening, child: kernel::PersonId) -> Standing {
    let found = evening.write(move |tx, town| {
        let all = store::standings(tx, town.dispositif, town.school, NOW)?;
        let one = store::standing(tx, town.dispositif, child)?;
        let now = store::standing_at(tx, town.dispositif, child, NOW)?;
        assert_eq!((all.get(&child).copied().unwrap_or(Standing::Silent), one), (now, now));
        Ok(now)
    });
    found.await
}

#[tokio::test]
async fn two_parents_apart_answer_separately_and_do_not_see_each_other() {
    for evening in evenings().await {
        let (name, town) = (evening.name, evening.town.clone());
        assert_eq!(standing(&evening, town.ines).await, Standing::Silent, "{name}");
        let mut mother = evening.of(town.apart[0]);
        whole(mother.get("/accord").await);
        let path = format!("/accord/lettre/{}", told_to(&evening, town.apart[0], town.ines).await.id);
        assert!(mother.text.contains(&path), "{name}: {mother:?}");
        whole(mother.get(&path).await);
        mother.post(&path, &[("reponse", "oui")]).await;
        assert!(whole(mother.follow().await).contains("Vous avez dit oui"), "{name}");
        assert_eq!(standing(&evening, town.ines).await, Standing::Agreed, "{name}");
        let mut father = evening.nobody();
        let his = link_of(&evening, town.apart[1], town.ines).await;
        assert!(!whole(father.get(&his).await).contains("Vous avez dit"), "{name}: her answer is hers");
        father.post(&his, &[("reponse", "non")]).await;
        assert!(whole(father.follow().await).contains("Vous avez dit non"), "{name}");
        assert_eq!(standing(&evening, town.ines).await, Standing::Refused, "{name}");
        assert!(!mother.get(&path).await.text.contains("Vous avez dit non"), "{name}");
        let theirs = format!("/accord/lettre/{}", told_to(&evening, town.apart[1], town.ines).await.id);
        assert_eq!(mother.get(&theirs).await.status, 404, "{name}");
        // He comes round; she takes hers back.
        father.get(&his).await;
        father.post(&his, &[("reponse", "oui")]).await;
        assert_eq!(standing(&evening, town.ines).await, Standing::Agreed, "{name}");
        mother.get(&path).await;
        mother.post(&path, &[("reponse", "retrait")]).await;
        assert_eq!(standing(&evening, town.ines).await, Standing::Refused, "{name}");
        let told = told_to(&evening, town.apart[0], town.ines).await;
        let kept = evening.write(move |tx, _| store::history(tx, &told)).await;
        let words: Vec<_> = kept.iter().map(|answer| (answer.word, answer.source)).collect();
        assert_eq!(words.len(), 2, "{name}: every answer stays");
        assert!(words.contains(&(Word::Withdraw, Source::Account)) && words.contains(&(Word::Agree, Source::Account)));
        // A parent who answers for the child no more counts no more.
        evening
            .write(|tx, town| {
                tx.execute(
                    "UPDATE guardianship SET until = ?1 WHERE guardian_id = ?2",
                    &db::params![NOW.plus_days(-1), town.apart[0]],
                )
                .map(drop)
            })
            .await;
        assert_eq!(standing(&evening, town.ines).await, Standing::Agreed, "{name}");
    }
}

#[tokio::test]
async fn the_same_answer_twice_is_one_and_who_has_no_authority_does_not_answer() {
    for evening in evenings().await {
        let (name, town) = (evening.name, evening.town.clone());
        let link = link_of(&evening, town.samira, town.maissa).await;
        for _ in 0..3 {
            let mut phone = evening.nobody();
            phone.get(&link).await;
            phone.post(&link, &[("reponse", "oui"), ("langue", "fr")]).await;
            led(&phone);
        }
        let told = told_to(&evening, town.samira, town.maissa).await;
        assert_eq!(evening.write(move |tx, _| store::history(tx, &told)).await.len(), 1, "{name}");
        let hers = link_of(&evening, town.grandmother, town.tom).await;
        let mut phone = evening.nobody();
        assert!(!whole(phone.get(&hers).await).contains("value=\"oui\""), "{name}");
        phone.post(&hers, &[("reponse", "oui")]).await;
        assert!(phone.status == 422 && whole(&phone).contains("autorité parentale"), "{name}: {phone:?}");
        assert_eq!(standing(&evening, town.tom).await, Standing::Silent, "{name}");
    }
}

#[tokio::test]
async fn a_paper_reply_says_who_typed_it_and_may_show_the_paper() {
    for evening in evenings().await {
        let (name, town) = (evening.name, evening.town.clone());
        let told = told_to(&evening, town.apart[1], town.ines).await;
        let path = format!("/accord/papier/{}", told.id);
        let mut cpe = evening.of(town.vie_scolaire);
        assert!(whole(cpe.get(&path).await).contains("Marc Nouvel"), "{name}");
        cpe.post(&path, &[("reponse", "oui")]).await;
        assert!(cpe.status == 422 && cpe.text.contains("signe-oops"), "{name}: not signed, {cpe:?}");
        cpe.get(&path).await;
        cpe.upload(&path, &[("reponse", "oui"), ("signe", "1")], &[("copie", PICTURE)]).await;
        led(&cpe);
        let page = whole(cpe.follow().await).to_owned();
        assert!(page.contains("saisie par Rachid Morel") && page.contains("/accord/copie/"), "{name}: {page}");
        let scan = page.split("/accord/copie/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        assert_eq!(cpe.get(&format!("/accord/copie/{scan}")).await.status, 200, "{name}");
        for other in [town.other.head, town.teachers[0], town.apart[1]] {
            assert_eq!(evening.of(other).get(&format!("/accord/copie/{scan}")).await.status, 404, "{name}");
        }
        assert_eq!(standing(&evening, town.ines).await, Standing::Agreed, "{name}");
        let files = evening.write(|tx, _| store::files(tx)).await;
        assert_eq!(files.len(), 1, "{name}");
        let (cpe, child) = (town.vie_scolaire, town.ines);
        let audited =
            evening.write(move |tx, _| access::audit::done_since(tx, cpe, "agreement-entered", child, NOW)).await;
        assert!(audited, "{name}");
        evening.write(move |tx, town| store::erase(tx, town.ines)).await;
        assert!(evening.write(|tx, _| store::files(tx)).await.is_empty(), "{name}");
    }
}

#[tokio::test]
async fn counts_follow_what_families_say() {
    for evening in evenings().await {
        let (name, town) = (evening.name, evening.town.clone());
        for (seed, guardian, child, word) in [
            (1, town.samira, town.maissa, Word::Agree),
            (2, town.samira, town.sami, Word::Refuse),
            (3, town.apart[0], town.ines, Word::Agree),
            (4, town.apart[1], town.ines, Word::Refuse),
        ] {
            let told = told_to(&evening, guardian, child).await;
            let done = evening.write(move |tx, _| {
                let actor = Actor::load(tx, guardian, NOW)?;
                let told = store::find(tx, &actor, told.id, NOW)?.unwrap();
                store::answer(tx, &chance(seed), &told, (word, Source::Account), NOW)
            });
            done.await.unwrap();
        }
        let counts = evening.write(|tx, town| store::counts(tx, town.dispositif, &[town.school])).await[&town.school];
        assert_eq!((counts.answered, counts.read, counts.agreed, counts.refused), (4, 4, 1, 2), "{name}");
        assert_eq!(counts.silent(), 1, "{name}");
        let announcement = evening.write(|tx, town| store::current(tx, town.school)).await.remove(0);
        let classes = evening.write(move |tx, _| store::of_classes(tx, &announcement, NOW)).await;
        let of_class = classes[0].2;
        assert_eq!((classes.len(), of_class.told, of_class.agreed, of_class.refused), (1, 5, 1, 2), "{name}");
    }
}

proptest! {
    #[test]
    fn one_refusal_is_enough_and_silence_is_nothing(words in proptest::collection::vec(0_usize..3, 0..5)) {
        let words: Vec<Word> = words.into_iter().map(|at| Word::ALL[at]).collect();
        let standing = Standing::of(words.iter().copied());
        let wanted = match (words.is_empty(), words.iter().all(|word| *word == Word::Agree)) {
            (true, _) => Standing::Silent,
            (false, true) => Standing::Agreed,
            (false, false) => Standing::Refused,
        };
        prop_assert_eq!(standing, wanted);
    }
}

/// A hundred wrong codes from one network make no family wait: from then on a code goes with the child's day of birth, and the link of
/// the sheet's square opens as before.
#[tokio::test]
async fn a_hundred_wrong_codes_from_a_network_shut_no_family_out() {
    for evening in evenings().await {
        let (name, town) = (evening.name, evening.town.clone());
        let told = told_to(&evening, town.samira, town.maissa).await;
        let (code, link) =
            (told.seal().code(&evening.house.secret), format!("/reponse/{}", told.seal().key(&evening.house.secret)));
        let child = town.maissa;
        let born = "UPDATE directory_person SET born = '2013-05-31' WHERE id = ?1";
        evening.write(move |tx, _| tx.execute(born, &db::params![child]).map(drop)).await;
        let secret = evening.house.secret.clone();
        evening
            .write(move |tx, _| {
                let here = Whence::new(&secret, &chance(1), What::Letter, &kernel::networks(""));
                (1..FROM_ONE).try_for_each(|_| guess::failed(tx, &here, NOW))
            })
            .await;
        let mut phone = evening.nobody();
        phone.post("/reponse", &[("code", &code)]).await;
        assert_eq!(phone.location.as_ref(), Some(&link), "{name}: {phone:?}");
        phone.post("/reponse", &[("code", "ABCDE-FGHJK")]).await;
        assert!(phone.status == 422 && phone.text.contains("name=\"ne-le\""), "{name}: it is told at once, {phone:?}");
        let mut phone = evening.nobody();
        assert!(whole(phone.get("/reponse").await).contains("name=\"ne-le\""), "{name}");
        phone.post("/reponse", &[("code", &code)]).await;
        assert!(phone.status == 422 && phone.text.contains("quel jour votre enfant est né"), "{name}: {phone:?}");
        assert!(phone.text.contains(&format!("value=\"{code}\"")), "{name}: what was typed stays");
        phone.post("/reponse", &[("code", &code), ("ne-le", "2013-06-01")]).await;
        assert!(phone.status == 422 && phone.text.contains("ne vont pas ensemble"), "{name}: {phone:?}");
        phone.post("/reponse", &[("code", &code), ("ne-le", "mai 2013")]).await;
        assert!(phone.status == 422 && phone.text.contains("comme 31/05/2014"), "{name}: {phone:?}");
        phone.post("/reponse", &[("code", &code), ("ne-le", "31.5.2013")]).await;
        assert_eq!(
            phone.location.as_ref(),
            Some(&link),
            "{name}: as one writes it without a field for days, {phone:?}"
        );
        phone.post("/reponse", &[("code", &code), ("ne-le", "2013-05-31")]).await;
        assert_eq!(phone.location.as_ref(), Some(&link), "{name}: {phone:?}");
        assert!(whole(evening.nobody().get(&link).await).contains("Maïssa"), "{name}: by the square");
        evening.later(10);
        phone.post("/reponse", &[("code", &code)]).await;
        assert_eq!(phone.location.as_ref(), Some(&link), "{name}: the ten minutes have passed, {phone:?}");
    }
}

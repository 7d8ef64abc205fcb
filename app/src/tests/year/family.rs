//! Families: how they are reached, what they answer, what they ask.
use super::{
    house::{Year, after},
    school,
};
use jiff::civil::Date;
use kernel::PersonId;
use std::collections::HashMap;

/// Families of the home that nobody names, each of one guardian with authority and one child.
pub fn others(year: &Year) -> Vec<(PersonId, PersonId)> {
    let demo = &year.demo;
    let families = &demo.teams[0].families;
    let mut times: HashMap<PersonId, usize> = HashMap::new();
    for (guardian, child) in families {
        *times.entry(*guardian).or_default() += 1;
        *times.entry(*child).or_default() += 1;
    }
    let named = [demo.guardian.id, demo.apart[0].id, demo.apart[1].id];
    let alone = |pair: &&(PersonId, PersonId)| times[&pair.0] == 1 && times[&pair.1] == 1 && !named.contains(&pair.0);
    families.iter().filter(alone).copied().take(6).collect()
}

/// Some choose how they are reached: by e-mail, by SMS, in the platform. The others are reached on paper.
pub async fn channels(year: &mut Year) {
    let page = "/compte/canal";
    let (samira, [julie, karim]) = (year.demo.guardian.id, year.demo.apart.each_ref().map(|parent| parent.id));
    year.send(samira, page, page, &[("canal", "email"), ("adresse", "samira@exemple.fr")]).await;
    year.send(julie, page, page, &[("canal", "sms"), ("numero", "06 39 98 00 01")]).await;
    for guardian in [karim].into_iter().chain(others(year)[..4].iter().map(|(guardian, _)| *guardian)) {
        year.send(guardian, page, page, &[("canal", "platform")]).await;
    }
}

/// Sheets are printed for a class, and handed out in all of them.
pub async fn sheets(year: &mut Year) {
    let (cpe, home, class) = (year.demo.vie_scolaire.id, year.demo.home.id, year.demo.class.id);
    let sql = "SELECT u.id FROM unit u JOIN unit_closure c ON c.descendant = u.id WHERE c.ancestor = ?1
               AND u.kind = 'classe'";
    let classes = year.house.db.read(move |tx| tx.query(sql, &db::params![home])).await.unwrap();
    let page = format!("/accord/feuilles/{class}");
    assert!(year.see(cpe, &page).await.contains("<svg"), "a square to be read by a telephone");
    for row in classes {
        let class = row.get::<kernel::UnitId>(0);
        let page = format!("/accord/feuilles/{class}");
        year.send_bare(cpe, &page, &[]).await;
    }
}

async fn answer(year: &mut Year, (guardian, child): (PersonId, PersonId), word: &'static str) {
    let page = format!("/accord/lettre/{}", year.told(guardian, child).await);
    assert!(year.see(guardian, "/accord").await.contains(&page), "the letter is one of theirs");
    year.send(guardian, &page, &page, &[("reponse", word)]).await;
    year.tally.answers.insert((guardian, child), word);
}

/// Those with an account answer: of two parents apart, one agrees and the other refuses.
pub async fn answers(year: &mut Year) {
    let (samira, [julie, karim]) = (year.demo.guardian.id, year.demo.apart.each_ref().map(|parent| parent.id));
    let (ines, maissa, sami) = (year.demo.pupils[0].id, year.demo.children[0].id, year.demo.children[1].id);
    let mut yes = vec![(samira, maissa), (samira, sami), (julie, ines)];
    yes.extend(&others(year)[..4]);
    for pair in yes {
        answer(year, pair, "oui").await;
    }
    answer(year, (karim, ines), "non").await;
}

/// One answers by the code of the paper; one on the paper itself, which the CPE types in.
pub async fn on_paper(year: &mut Year) {
    let (coded, written) = (others(year)[4], others(year)[5]);
    let page = format!("/accord/papier/{}", year.told(written.0, written.1).await);
    let cpe = year.demo.vie_scolaire.id;
    year.send(cpe, &page, &page, &[("reponse", "non"), ("signe", "1")]).await;
    year.tally.answers.insert(written, "non");

    let secret = year.house.secret.clone();
    let (guardian, child) = coded;
    let sql = "SELECT id, selector FROM agreement_told WHERE guardian_id = ?1 AND child_id = ?2";
    let row = year.house.db.read(move |tx| tx.first(sql, &db::params![guardian, child])).await.unwrap().unwrap();
    let seal = notice::seal::Seal { selector: row.get(1), id: row.get::<kernel::Id<()>>(0).bytes() };
    let led = year.send_unknown("/reponse", "/reponse", &[("code", &seal.code(&secret))]).await;
    let letter = format!("/reponse/{}", after(&led, "/reponse/"));
    year.send_unknown(&letter, &letter, &[("reponse", "oui")]).await;
    year.tally.answers.insert(coded, "oui");
}

/// Two families say what stands in their way.
pub async fn constraints(year: &mut Year) {
    let (samira, julie) = (year.demo.guardian.id, year.demo.apart[0].id);
    for (guardian, child) in [(samira, year.demo.children[1].id), (julie, year.demo.pupils[0].id)] {
        let page = format!("/accord/lettre/{}", year.told(guardian, child).await);
        let fields = [("quoi", "place"), ("mots", "Pas de table libre le soir.")];
        year.send(guardian, &page, &format!("{page}/contrainte"), &fields).await;
    }
}

/// A guardian takes a place of every week for a child.
pub async fn takes_a_place(year: &mut Year, day: Date) {
    let ((guardian, child), id) = (others(year)[3], school::meeting(year, day).await);
    let page = format!("/seances/{id}");
    let fields = [("eleve", child.to_string()), ("toutes", "1".to_owned())];
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    year.send(guardian, &page, &format!("{page}/place"), &fields).await;
    year.enrolled.push(child);
}

/// Samira says, late in the evening, that the line is poor.
pub async fn difficulty(year: &mut Year) {
    let (samira, child) = (year.demo.guardian.id, year.demo.children[0].id.to_string());
    let fields = [("enfant", child.as_str()), ("nature", "line"), ("texte", "La connexion coupe tous les soirs.")];
    let led = year.send(samira, "/difficulte", "/difficulte", &fields).await;
    year.difficulty = after(&led, "/difficulte/").to_owned();
    year.tally.difficulties += 1;
}

/// A family takes its agreement back: the child is off the slot from then on.
pub async fn withdraws(year: &mut Year) {
    let pair = others(year)[0];
    answer(year, pair, "retrait").await;
    year.enrolled.retain(|pupil| *pupil != pair.1);
}

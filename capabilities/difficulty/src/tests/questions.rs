//! Colleagues' questions.
use super::town::{NOW, Town, both};
use crate::{Audience, policy::Care, store};
use access::Actor;

#[tokio::test]
async fn an_answered_question_serves_the_team_of_its_school_and_nobody_else() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let (claire, paul) = (Actor::load(tx, town.teachers[0], NOW)?, Actor::load(tx, town.teachers[1], NOW)?);
            let luc = Actor::load(tx, town.referent, NOW)?;
            let id = town.ask(tx, claire.person, "Où est l’Écran vert ?")?;
            let other = town.ask(tx, claire.person, "Et le son à 100 % ?")?;
            assert!(store::answered(tx, &paul, "", web::Pager::FIRST)?.is_empty(), "{name}: not answered yet");
            assert!(store::find_answered(tx, &paul, id)?.is_none(), "{name}");
            assert!(store::find::<Care>(tx, &paul, id)?.is_none(), "{name}");
            assert_eq!(store::questions(tx, &claire, web::Pager::FIRST)?.len(), 2, "{name}");
            for (id, answer) in [(id, "Dans l’armoire de la salle 12."), (other, "Au bouton du haut.")] {
                let one = store::find::<Care>(tx, &luc, id)?.unwrap();
                assert_eq!(one.keeper, Some(luc.person), "{name}");
                store::close(tx, &one, &luc, (town.id(), answer), NOW)?.unwrap();
            }
            let mut found = |words: &str| {
                store::answered(tx, &paul, words, web::Pager::FIRST)
                    .map(|all| all.iter().map(|one| one.id).collect::<Vec<_>>())
            };
            assert_eq!(found("")?.len(), 2, "{name}");
            for words in ["ecran VERT", "armoire", "salle écran", "l’écran"] {
                assert_eq!(found(words)?, [id], "{name}: {words}");
            }
            assert_eq!(found("écran tulipe")?, [], "{name}");
            // Signs that mean something to LIKE mean nothing here.
            assert_eq!(found("%%")?.len(), 2, "{name}: nothing is left of it, so all");
            assert_eq!(found("100%")?, [other], "{name}");
            assert!(store::find_answered(tx, &paul, id)?.is_some(), "{name}");
            for stranger in [town.other.teachers[0], town.pilot, town.guardian, town.pupils[0]] {
                let actor = Actor::load(tx, stranger, NOW)?;
                assert!(store::answered(tx, &actor, "", web::Pager::FIRST)?.is_empty(), "{name}");
                assert!(store::find_answered(tx, &actor, id)?.is_none(), "{name}");
            }
            let desk = store::board(tx, &luc, Audience::Family, store::Which::Closed, None, web::Pager::FIRST)?;
            assert!(desk.is_empty(), "{name}: a colleague's question is not a family's difficulty");
            assert!(store::counts(tx, &[town.school], NOW)?.is_empty(), "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

//! A dispositif from its making to the decision.
use super::town::{NOW, Town, acting, both, protocol};
use crate::{
    Decision, Kind, Move, Refusal, State, Template,
    policy::{Answer, Draft},
    store::{self, Proposed},
};
use db::{Result, Tx};
use jiff::civil::date;
use kernel::Moment;
use web::Pager;

/// Two weeks into the month in which the bilan is due.
fn june() -> Moment {
    NOW.plus_days(201)
}

#[tokio::test]
async fn one_made_from_a_template_has_its_sheet_its_steps_and_the_day_of_its_bilan() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let id = town.dispositif(tx)?;
            let pilot = acting(tx, town.pilot)?;
            let seen = store::find(tx, &pilot, id)?.unwrap().into_inner().dispositif;
            assert_eq!((seen.year, seen.bilan_due), (2025, date(2026, 6, 15)));
            assert_eq!(store::sheet(tx, id)?.len(), 2);
            assert_eq!(store::partners(tx, id)?[0].name, "Canopé");
            let due: Vec<_> = store::milestones(tx, id)?.iter().map(|step| step.due).collect();
            assert_eq!(due, [date(2025, 10, 15), date(2026, 2, 28)]);
            assert_eq!((&*seen.template, seen.counted_at), ("lecture", None), "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn only_who_steers_the_academie_makes_one() {
    for (_, db, town) in both::<Town>().await {
        db.write(move |tx| {
            for person in [town.head, town.teachers[0], town.departement_pilot, town.admin] {
                let actor = acting(tx, person)?;
                let at = (town.academie, 2025);
                assert_eq!(store::create(tx, &town.chance, &actor, at, "x", &Template::BLANK, NOW)?, None);
            }
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn schools_apply_are_engaged_and_spread_over_the_departements() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let id = town.dispositif(tx)?;
            let head = acting(tx, town.head)?;
            let apply = |from| State::by_head(from, Move::Apply);
            let at = (id, town.school);
            store::take(tx, &head, at, apply, (Some(60), "Nous sommes prêts"), NOW)?.unwrap();
            let again = store::take(tx, &head, at, apply, (Some(60), ""), NOW)?;
            assert_eq!(again, Err(Refusal::Moved), "{name}");
            assert_eq!(store::engaged(tx, id)?, []);
            assert_eq!(store::running(tx, town.school, NOW)?, [], "who only applied does not take part");
            town.engage(tx, id, town.school, 61)?;
            town.engage(tx, id, town.near.school, 80)?;
            town.engage(tx, id, town.other.school, 40)?;
            let all = store::engagements(tx, id, store::By::Name, Pager::FIRST)?;
            assert_eq!(all.len(), 3, "a school under two départements is there once");
            assert_eq!(
                store::stand(tx, id)?.spread(),
                [("Calvados".to_owned(), 1), ("Manche".to_owned(), 2)],
                "{name}"
            );
            assert_eq!(store::stand(tx, id)?.mean_bus(), Some(60));
            let running = store::running(tx, town.school, NOW)?;
            assert_eq!(running.iter().map(|one| one.id).collect::<Vec<_>>(), [id]);
            assert_eq!(store::all_running(tx, NOW)?, running);
            assert_eq!(store::all_running(tx, NOW.plus_days(365))?, [], "it ends with its year");
            assert_eq!(store::engaged(tx, id)?.len(), 3);
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn a_school_is_found_by_name_commune_or_code_among_those_not_engaged() {
    for (_, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let id = town.dispositif(tx)?;
            let pilot = acting(tx, town.pilot)?;
            let dispositif = store::steered(tx, &pilot, id)?.unwrap();
            assert!(store::school_by_uai(tx, &dispositif, "0140041U")?.is_some());
            assert!(store::school_by_uai(tx, &dispositif, "0140000A")?.is_none());
            assert!(store::schools_to_engage(tx, &dispositif, "bocage")?.0.is_empty(), "no directory row, no commune");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn renewed_it_is_made_again_for_the_next_year() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let id = town.dispositif(tx)?;
            town.engage(tx, id, town.school, 55)?;
            town.publish(tx, id, &protocol(), NOW)?;
            let head = acting(tx, town.other.head)?;
            let apply = |from| State::by_head(from, Move::Apply);
            store::take(tx, &head, (id, town.other.school), apply, (Some(20), ""), NOW)?.unwrap();
            let pilot = acting(tx, town.pilot)?;
            let dispositif = store::steered(tx, &pilot, id)?.unwrap();
            let step = store::milestones(tx, id)?[0].id;
            store::reach(tx, &dispositif, step, Some(NOW))?;
            let decided = (Decision::Renew, "Cela sert.");
            assert_eq!(dispositif.decidable_from(), date(2026, 6, 1));
            let early = store::decide(tx, &town.chance, &pilot, &dispositif, decided, june().plus_days(-20))?;
            assert_eq!(early, Err(Refusal::Early), "{name}");
            let next = store::decide(tx, &town.chance, &pilot, &dispositif, decided, june())?.unwrap().unwrap();
            let again = store::decide(tx, &town.chance, &pilot, &dispositif, decided, june())?;
            assert_eq!(again, Err(Refusal::Decided), "{name}");
            assert_eq!(store::decision(tx, id)?, Some((Decision::Renew, june(), "Cela sert.".to_owned())));
            let made = store::steered(tx, &pilot, next)?.unwrap();
            assert_eq!((made.year, made.bilan_due, made.before), (2026, date(2027, 6, 15), Some(id)));
            assert_eq!(made.decision, None);
            assert_eq!(store::sheet(tx, next)?, store::sheet(tx, id)?);
            assert_eq!(store::partners(tx, next)?[0].name, "Canopé");
            let steps = store::milestones(tx, next)?;
            assert!(steps.iter().all(|step| step.reached.is_none()), "{name}");
            assert_eq!(steps[0].due, date(2026, 10, 15));
            let places: Vec<_> = store::engagements(tx, next, store::By::Name, Pager::FIRST)?
                .iter()
                .map(|one| (one.school.id, one.state, one.bus))
                .collect();
            assert_eq!(places, [(town.school, State::Proposed, Some(55))], "who was engaged is proposed, nobody else");
            let from = store::version(tx, next, town.school)?.unwrap();
            assert_eq!(from.content, protocol(), "last year's protocol is what a draft starts from");
            assert_eq!(store::find(tx, &pilot, id)?.unwrap().dispositif.after, Some(next));
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn stopped_there_is_none_next_year() {
    for (_, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let id = town.dispositif(tx)?;
            let pilot = acting(tx, town.pilot)?;
            let dispositif = store::steered(tx, &pilot, id)?.unwrap();
            let decided = (Decision::Stop, "Trop peu d’élèves.");
            assert_eq!(store::decide(tx, &town.chance, &pilot, &dispositif, decided, june())?, Ok(None));
            assert_eq!(store::visible(tx, &pilot, Pager::FIRST)?.len(), 1);
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn counted_again_every_number_is_replaced_together() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let id = town.dispositif(tx)?;
            let rows = |value| {
                [(town.school, "asked".to_owned(), (value, 10)), (town.academie, "asked".to_owned(), (value, 10))]
            };
            let mut many: Vec<_> = (0..250).map(|n| (town.school, format!("x:{n:03}"), (n, 0))).collect();
            many.extend(rows(3));
            store::set_measures(tx, id, &many, NOW)?;
            assert_eq!(store::numbers(tx, id, town.school)?.series("x").count(), 250, "{name}");
            store::set_measures(tx, id, &rows(4), NOW.plus_minutes(5))?;
            let numbers = store::numbers(tx, id, town.school)?;
            assert_eq!((numbers.get("asked"), numbers.series("x").count()), ((4, 10), 0), "{name}");
            assert_eq!(store::numbers_of(tx, id, &["asked", "none"], None)?[&town.academie], numbers, "{name}");
            let pilot = acting(tx, town.pilot)?;
            let counted_at = store::find(tx, &pilot, id)?.unwrap().dispositif.counted_at;
            assert_eq!(counted_at, Some(NOW.plus_minutes(5)), "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

/// A teacher remarks and proposes twice, of which one is published.
fn written(tx: &mut Tx<'_>, town: &Town) -> Result<crate::DispositifId> {
    let id = town.dispositif(tx)?;
    town.engage(tx, id, town.school, 55)?;
    let (teacher, pilot) = (acting(tx, town.teachers[0])?, acting(tx, town.pilot)?);
    let seat = store::seat::<Draft>(tx, &teacher, id, town.school)?.unwrap();
    store::add_remark(tx, &teacher, &seat, town.id(), "Le mardi marche mieux", NOW)?;
    for title in ["Gardé", "En attente"] {
        let what = Proposed {
            id: town.id(),
            kind: Kind::Report,
            title: title.to_owned(),
            text: "Un texte".to_owned(),
            link: String::new(),
        };
        store::propose(tx, &teacher, &seat, &what, NOW)?;
        if title == "Gardé" {
            let dispositif = store::steered(tx, &pilot, id)?.unwrap();
            assert!(store::publish_experience(tx, &dispositif, what.id, NOW)?);
            assert!(!store::publish_experience(tx, &dispositif, what.id, NOW)?);
        }
    }
    Ok(id)
}

#[tokio::test]
async fn who_is_forgotten_leaves_no_text_of_theirs_and_what_is_published_stays_the_schools() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let id = written(tx, &town)?;
            assert_eq!(store::export(tx, town.teachers[0])?.len(), 3, "{name}");
            store::erase(tx, town.teachers[0])?;
            store::erase(tx, town.teachers[0])?;
            assert_eq!(store::export(tx, town.teachers[0])?.len(), 1, "a remark without its text, for the count");
            assert_eq!(store::remarks(tx, id, None, Pager::FIRST)?.len(), 0);
            assert_eq!(
                store::proposals(tx, id, None, Pager::FIRST)?.iter().map(|one| &*one.title).collect::<Vec<_>>(),
                ["Gardé"]
            );
            assert_eq!(store::experiences(tx, Pager::FIRST)?.count(), 1);
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn one_takes_back_ones_own_remark_only() {
    for (_, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let id = written(tx, &town)?;
            let remark = store::remarks(tx, id, Some(town.school), Pager::FIRST)?[0].0;
            let head = acting(tx, town.head)?;
            let seat = store::seat::<Draft>(tx, &head, id, town.school)?.unwrap();
            store::drop_remark(tx, &head, &seat, remark)?;
            assert_eq!(store::remarks(tx, id, None, Pager::FIRST)?.len(), 1);
            let teacher = acting(tx, town.teachers[0])?;
            assert!(store::seat::<Answer>(tx, &teacher, id, town.school)?.is_none());
            store::drop_remark(tx, &teacher, &seat, remark)?;
            assert_eq!(store::remarks(tx, id, None, Pager::FIRST)?.len(), 0);
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

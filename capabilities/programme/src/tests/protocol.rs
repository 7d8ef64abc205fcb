//! A protocol from draft to the next version, and who reads it.
use super::town::{NOW, Town, acting, both, protocol};
use crate::{
    Modality, Protocol, Refusal, Stage,
    policy::{Answer, Draft},
    store,
};

#[tokio::test]
async fn a_draft_is_approved_then_published_and_families_will_be_told() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let id = town.dispositif(tx)?;
            let (teacher, head) = (acting(tx, town.teachers[0])?, acting(tx, town.head)?);
            let seat = store::seat::<Draft>(tx, &teacher, id, town.school)?.unwrap();
            let draft = store::save(tx, &town.chance, &teacher, &seat, (&protocol(), None), NOW)?.unwrap();
            let seat = store::seat::<Answer>(tx, &head, id, town.school)?.unwrap();
            assert_eq!(store::publish(tx, &town.chance, &seat, NOW)?, Err(Refusal::NotEngaged));
            town.engage(tx, id, town.school, 50)?;
            let seat = store::seat::<Answer>(tx, &head, id, town.school)?.unwrap();
            assert_eq!(store::publish(tx, &town.chance, &seat, NOW)?, Err(Refusal::Nothing), "not approved yet");
            assert_eq!(store::published(tx, id, town.school)?, None);
            assert_eq!(store::approve(tx, &head, &seat, NOW, NOW.plus_minutes(5))?, Ok(draft));
            assert_eq!(store::publish(tx, &town.chance, &seat, NOW.plus_minutes(9))?, Ok(draft));
            let live = store::published(tx, id, town.school)?.unwrap();
            assert_eq!((live.id, live.version, &live.content), (draft, 1, &protocol()), "{name}");
            assert_eq!((live.approved_at, live.published_at), (NOW.plus_minutes(5), NOW.plus_minutes(9)));
            assert_eq!(store::published_all(tx, id)?, [live]);
            let job = tx.first("SELECT key, payload FROM jobs_queue WHERE kind = 'agreement/announce'", &[])?.unwrap();
            assert_eq!(job.text(0), draft.to_string());
            let told: serde_json::Value = serde_json::from_str(job.text(1)).unwrap();
            assert_eq!(told["school"], town.school.to_string());
            assert_eq!(told["dispositif"], id.to_string());
            assert_eq!(told["protocol"], draft.to_string());
            assert_eq!(told["approved_at"], NOW.plus_minutes(5).0);
            assert_eq!(told["published_at"], NOW.plus_minutes(9).0);
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn writing_in_one_in_force_begins_a_new_version_and_the_old_one_is_kept() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let id = town.dispositif(tx)?;
            town.engage(tx, id, town.school, 50)?;
            let first = town.publish(tx, id, &protocol(), NOW)?;
            let teacher = acting(tx, town.teachers[0])?;
            let seat = store::seat::<Draft>(tx, &teacher, id, town.school)?.unwrap();
            let changed = Protocol { modalities: [Modality::Bar].into(), ..protocol() };
            let later = NOW.plus_days(10);
            let draft = store::save(tx, &town.chance, &teacher, &seat, (&changed, None), later)?.unwrap();
            assert_ne!(draft, first);
            assert_eq!(store::published(tx, id, town.school)?.unwrap().id, first, "{name}: in force until replaced");
            let second = town.publish(tx, id, &changed, later)?;
            assert_eq!(second, draft);
            let stages: Vec<_> =
                store::versions(tx, id, town.school)?.iter().map(|version| (version.number, version.stage)).collect();
            assert_eq!(stages, [(2, Stage::Published), (1, Stage::Superseded)]);
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn nobody_writes_over_a_colleague_and_a_head_approves_what_they_saw() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let id = town.dispositif(tx)?;
            let (teacher, head) = (acting(tx, town.teachers[0])?, acting(tx, town.head)?);
            let seat = store::seat::<Draft>(tx, &teacher, id, town.school)?.unwrap();
            store::save(tx, &town.chance, &teacher, &seat, (&protocol(), None), NOW)?.unwrap();
            let again = store::save(tx, &town.chance, &teacher, &seat, (&protocol(), None), NOW.plus_minutes(1))?;
            assert_eq!(again, Err(Refusal::Overwritten), "{name}");
            let answer = store::seat::<Answer>(tx, &head, id, town.school)?.unwrap();
            assert_eq!(
                store::approve(tx, &head, &answer, NOW.plus_minutes(-1), NOW)?,
                Err(Refusal::Overwritten),
                "{name}"
            );
            store::approve(tx, &head, &answer, NOW, NOW)?.unwrap();
            let empty = Protocol::default();
            store::save(tx, &town.chance, &teacher, &seat, (&empty, Some(NOW)), NOW.plus_minutes(2))?.unwrap();
            let open = store::open(tx, id, town.school)?.unwrap();
            assert_eq!((open.stage, open.approved_at), (Stage::Draft, None), "what is written in is a draft again");
            let lacking = store::approve(tx, &head, &answer, NOW.plus_minutes(2), NOW.plus_minutes(3))?;
            assert_eq!(lacking, Err(Refusal::Lacking));
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn the_school_its_pupils_and_who_answers_for_them_read_it_and_nobody_else() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let id = town.dispositif(tx)?;
            town.engage(tx, id, town.school, 50)?;
            let live = town.publish(tx, id, &protocol(), NOW)?;
            let inside = [
                town.pupils[0],
                town.guardian,
                town.teachers[0],
                town.vie_scolaire,
                town.referent,
                town.head,
                town.pilot,
                town.departement_pilot,
            ];
            for person in inside {
                let actor = acting(tx, person)?;
                assert!(store::read(tx, &actor, live, NOW)?.is_some(), "{name}: {:?}", actor.grants);
            }
            for person in [town.other.pupils[0], town.other.head, town.near.head, town.admin] {
                let actor = acting(tx, person)?;
                assert!(store::read(tx, &actor, live, NOW)?.is_none(), "{name}: {:?}", actor.grants);
            }
            let teacher = acting(tx, town.teachers[0])?;
            let seat = store::seat::<Draft>(tx, &teacher, id, town.school)?.unwrap();
            let draft = store::save(tx, &town.chance, &teacher, &seat, (&protocol(), None), NOW)?.unwrap();
            assert!(store::read(tx, &teacher, draft, NOW)?.is_none(), "a draft is not read there");
            assert_eq!(store::referents(tx, town.school, NOW)?, ["Luc Tellier"]);
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

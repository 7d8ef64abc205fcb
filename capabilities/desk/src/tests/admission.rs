//! The desk as a tool of dispositifs: it asks what every tool asks, does the family agree?
use super::town::{NOW, led, whole};
use crate::{DeskId, Duty, DutyState, Names, SLICE, store};
use db::{Result, Tx, params};
use directory::testing::{self, HOME, Setting};
use kernel::Id;
use programme::{DispositifId, Template};
use web::Slice;

type Evening = testing::Evening<Agreed>;

/// A dispositif whose teams work with the desk.
const TEMPLATE: Template = Template { key: "evening", tools: &["desk-way-desk"], ..Template::BLANK };
/// Another, of which Inès's family has heard too.
const SECOND: Template = Template { key: "second", tools: &["desk-way-desk"], ..Template::BLANK };
const GIVES: Slice = Slice { gives: &[&TEMPLATE, &SECOND], ..Slice::named("given") };

/// A town that takes part in the first one, with an open desk.
struct Agreed {
    common: testing::Town,
    dispositif: DispositifId,
}

impl Setting for Agreed {
    const SLICES: &[&Slice] = &[
        &directory::SLICE,
        &signin::SLICE,
        &notice::SLICE,
        &programme::SLICE,
        &agreement::SLICE,
        &visio::SLICE,
        &agenda::SLICE,
        &GIVES,
        &SLICE,
    ];

    fn build(tx: &mut Tx<'_>) -> Result<Self> {
        let common = testing::Town::build(tx, &HOME)?;
        let desk: DeskId = common.id();
        store::add_desk(tx, desk, "Bureau du collège", Names::Full, common.school)?;
        let teacher = testing::acting(tx, common.teachers[0])?;
        let allowed = store::desk_for(tx, &teacher, desk)?.unwrap();
        let (starts_at, ends_at) = (NOW.plus_minutes(-30), NOW.plus_minutes(180));
        let duty = Duty {
            id: common.id(),
            desk,
            teacher: common.teachers[0],
            subjects: vec![],
            room: None,
            starts_at,
            ends_at,
            state: DutyState::Planned,
        };
        store::add_duty(tx, &allowed, &duty)?;
        store::set_state(tx, &duty, DutyState::Open, NOW)?;
        let dispositif = engaged(tx, &common, &TEMPLATE)?;
        Ok(Self { common, dispositif })
    }
}

/// A dispositif of this template, that runs and in which the home takes part.
fn engaged(tx: &mut Tx<'_>, town: &testing::Town, template: &Template) -> Result<DispositifId> {
    let pilot = testing::acting(tx, town.pilot)?;
    let id = programme::store::create(tx, &town.chance, &pilot, (town.academie, 2025), "Le soir", template, NOW)?;
    let id = id.expect("the pilot may");
    let sql = "INSERT INTO programme_engagement (dispositif_id, unit_id, state, word, moved_by, moved_at)
               VALUES (?1, ?2, 'engaged', '', ?3, ?4)";
    tx.execute(sql, &params![id, town.school, town.head, NOW])?;
    Ok(id)
}

/// The family of Inès was told of a dispositif and says so of it; gives the announcement.
fn told(tx: &mut Tx<'_>, town: &testing::Town, dispositif: DispositifId) -> Result<Id<()>> {
    let (protocol, notice, id): (Id<()>, Id<()>, Id<()>) = (town.id(), town.id(), town.id());
    tx.execute(
        "INSERT INTO agreement_announcement (protocol_id, dispositif_id, school_id, name, approved_at, published_at, live)
         VALUES (?1, ?2, ?3, 'Le soir', ?4, ?4, 1)",
        &params![protocol, dispositif, town.school, NOW],
    )?;
    tx.execute(
        "INSERT INTO agreement_told (id, dispositif_id, protocol_id, school_id, guardian_id, child_id, notice_id, selector,
           way, told_at, failed) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'x', 'platform', ?8, 0)",
        &params![id, dispositif, protocol, town.school, town.guardian, town.pupils[0], notice, NOW],
    )?;
    Ok(id)
}

const ASK: [(&str, &str); 3] = [("matiere", "maths"), ("bloque", "Les fractions"), ("mode", "ecrit")];

#[tokio::test]
async fn the_desk_admits_a_pupil_whose_family_agrees_and_says_kindly_why_not() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town.common);
        let told = evening.write(|tx, agreed| told(tx, &agreed.common, agreed.dispositif)).await;
        let letter = format!("/accord/lettre/{told}");
        let (mut ines, mut samira) = (evening.of(town.pupils[0]), evening.of(town.guardian));
        for (said, words) in [("", "pas encore répondu"), ("non", "tu n’as rien fait de mal")] {
            if !said.is_empty() {
                samira.get(&letter).await;
                led(samira.post(&letter, &[("reponse", said)]).await);
            }
            assert!(whole(ines.get("/bar/demande").await).contains(words), "{name}: {said}: {ines:?}");
            ines.post("/bar/demande", &ASK).await;
            assert_eq!(ines.status, 422, "{name}: {said}: {ines:?}");
            let asked = evening.write(|tx, _| tx.first("SELECT count(*) FROM desk_ticket", &[])).await.unwrap();
            assert_eq!(asked.get::<i64>(0), 0, "{name}: {said}");
            whole(ines.clone().with("lang", "en").get("/bar/demande").await);
        }
        samira.get(&letter).await;
        led(samira.post(&letter, &[("reponse", "oui")]).await);
        ines.get("/bar/demande").await;
        assert_eq!(led(ines.post("/bar/demande", &ASK).await), "/bar/moi", "{name}");
        // What no dispositif uses is the school's own: it asks nobody.
        evening.write(|tx, _| tx.execute("DELETE FROM programme_engagement", &[])).await;
        let mut noe = evening.of(town.pupils[1]);
        noe.get("/bar/demande").await;
        assert_eq!(led(noe.post("/bar/demande", &ASK).await), "/bar/moi", "{name}");
    }
}

#[tokio::test]
async fn an_agreement_taken_back_says_what_falls_before_and_after_and_gives_back() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town.common);
        let told = evening.write(|tx, agreed| told(tx, &agreed.common, agreed.dispositif)).await;
        let letter = format!("/accord/lettre/{told}");
        let (mut ines, mut samira) = (evening.of(town.pupils[0]), evening.of(town.guardian));
        samira.get(&letter).await;
        led(samira.post(&letter, &[("reponse", "oui")]).await);
        ines.get("/bar/demande").await;
        led(ines.post("/bar/demande", &ASK).await);
        let meeting = evening.write(meeting).await;
        let room = evening
            .write(move |tx, agreed| {
                let row = tx.first("SELECT id FROM desk_ticket", &[])?.unwrap();
                let helper = testing::acting(tx, agreed.common.teachers[0])?;
                let ticket = store::find::<crate::policy::Help>(tx, &helper, row.get(0))?.unwrap();
                store::claim(tx, &helper, &ticket, None, NOW)?.unwrap();
                let wanted = visio::store::Wanted {
                    kind: visio::Kind::Ticket,
                    source: Some(ticket.id.cast()),
                    school: ticket.school,
                    host: helper.person,
                    title: "Maths",
                    expected: &[ticket.pupil],
                    lobby: false,
                };
                visio::store::open_for(tx, &agreed.common.chance, &wanted, NOW)
            })
            .await;
        let page = whole(samira.get(&letter).await);
        assert!(page.contains("confirmer=retrait") && !page.contains("value=\"retrait\""), "{name}: {page}");
        for tongue in ["fr", "en", "ar", "fr-falc"] {
            whole(samira.get(&format!("{letter}?langue={tongue}&confirmer=retrait")).await);
        }
        let before = whole(samira.get(&format!("{letter}?langue=fr&confirmer=retrait")).await);
        for line in ["séances à venir : 1", "Demandes d’aide en cours : 1", "Salles ouvertes : 1", "seront proposées"]
        {
            assert!(before.contains(line), "{name}: {line}: {before}");
        }
        let after = led(samira.post(&letter, &[("reponse", "retrait"), ("langue", "fr")]).await);
        let page = whole(samira.get(&after).await);
        assert!(page.contains("ce qui s’est arrêté") && page.contains("séances à venir : 1"), "{name}: {page}");
        let left = evening
            .write(move |tx, _| {
                let sql = "SELECT (SELECT count(*) FROM desk_ticket WHERE state = 'withdrawn' AND phone IS NULL),
                             (SELECT count(*) FROM agenda_enrolment WHERE state = 'withdrawn'),
                             (SELECT count(*) FROM visio_room WHERE id = ?1 AND state <> 'closed')";
                let row = tx.first(sql, &params![room])?.unwrap();
                Ok((0..3).map(|at| row.get::<i64>(at)).collect::<Vec<_>>())
            })
            .await;
        assert_eq!(left, [1, 1, 0], "{name}: the demand, the place, the room");
        assert!(whole(ines.get("/bar/demande").await).contains("rien fait de mal"), "{name}");
        let back = led(samira.post(&letter, &[("reponse", "oui"), ("langue", "fr")]).await);
        let page = whole(samira.get(&back).await);
        assert!(
            page.contains("de nouveau possibles") && page.contains(&format!("/seances/{meeting}")),
            "{name}: {page}"
        );
        led(samira.post(&format!("/seances/{meeting}/place"), &[("eleve", &town.pupils[0].to_string())]).await);
    }
}

/// A meeting of the dispositif tomorrow, in which Inès has a place.
fn meeting(tx: &mut Tx<'_>, agreed: &Agreed) -> Result<agenda::MeetingId> {
    let town = &agreed.common;
    let (id, starts_at): (agenda::MeetingId, _) = (town.id(), NOW.plus_days(1));
    tx.execute(
        "INSERT INTO agenda_meeting (id, unit_id, dispositif_id, kind, title, place, spot, day, starts_at, ends_at, places,
           by_self, made_by, state, reason)
         VALUES (?1, ?2, ?3, 'group', ?4, 'home', '', '2025-11-26', ?5, ?6, 4, 1, ?7, 'planned', '')",
        &params![id, town.school, agreed.dispositif, "Maths", starts_at, starts_at.plus_minutes(45), town.head],
    )?;
    let head = testing::acting(tx, town.head)?;
    let meeting = agenda::store::find::<agenda::policy::See>(tx, &head, id)?;
    let meeting = meeting.unwrap().into_inner();
    agenda::store::enrol(tx, &meeting, town.pupils[0], town.head, NOW)?.unwrap();
    Ok(id)
}

#[tokio::test]
async fn what_another_dispositif_still_opens_does_not_fall() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town.common);
        let (first, second) = evening
            .write(|tx, agreed| {
                let other = engaged(tx, &agreed.common, &SECOND)?;
                Ok((told(tx, &agreed.common, agreed.dispositif)?, told(tx, &agreed.common, other)?))
            })
            .await;
        let (mut ines, mut samira) = (evening.of(town.pupils[0]), evening.of(town.guardian));
        for told in [first, second] {
            let letter = format!("/accord/lettre/{told}");
            samira.get(&letter).await;
            led(samira.post(&letter, &[("reponse", "oui")]).await);
        }
        ines.get("/bar/demande").await;
        led(ines.post("/bar/demande", &ASK).await);
        let letter = format!("/accord/lettre/{first}");
        let page = whole(samira.get(&format!("{letter}?langue=fr&confirmer=retrait")).await);
        assert!(page.contains("Rien n’est en cours"), "{name}: {page}");
        led(samira.post(&letter, &[("reponse", "retrait")]).await);
        let waits = "SELECT count(*) FROM desk_ticket WHERE state = 'waiting'";
        assert_eq!(evening.write(move |tx, _| tx.first(waits, &[])).await.unwrap().get::<i64>(0), 1, "{name}");
    }
}

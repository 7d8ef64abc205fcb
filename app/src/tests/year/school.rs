//! The académie and the school: from the call to the weekly slot.
use super::house::{Year, after};
use jiff::civil::Date;
use kernel::{Moment, PersonId};

/// The share of pupils on buses, as the head says it.
pub const BUS: &str = "64";
/// What the team remarks for the bilan.
pub const REMARK: &str = "Les élèves viennent plus volontiers quand la séance suit le car de peu.";

fn seat(year: &Year) -> String {
    format!("/programmes/{}/ecoles/{}", year.programme, year.demo.home.id)
}

/// The pilot makes the year's dispositif from its template.
pub async fn call(year: &mut Year) {
    let (pilot, fields) = (year.demo.pilot.id, [("modele", "homework"), ("annee", "2025"), ("nom", "")]);
    let led = year.send(pilot, "/programmes/nouveau", "/programmes/nouveau", &fields).await;
    year.programme = after(&led, "/programmes/").to_owned();
}

/// The head asks to take part.
pub async fn apply(year: &mut Year) {
    let (head, seat) = (year.demo.head.id, seat(year));
    let fields = [("mouvement", "candidature"), ("bus", BUS), ("mot", "Deux tiers des élèves partent en car à 17 h.")];
    year.send(head, &seat, &format!("{seat}/candidature"), &fields).await;
}

/// The pilot engages the school, and another by its code, which then does nothing all year.
pub async fn engage(year: &mut Year) {
    let (pilot, all) = (year.demo.pilot.id, format!("/programmes/{}/ecoles", year.programme));
    let place = format!("{}/place", seat(year));
    year.send(pilot, &all, &place, &[("mouvement", "engagement")]).await;
    let other = year.demo.other.code.clone();
    let sought = format!("{all}?cherche={other}");
    year.send(pilot, &sought, &all, &[("uai", &other)]).await;
}

/// A teacher writes the protocol.
pub async fn write(year: &mut Year) {
    let (teacher, seat) = (year.demo.teachers[0].0.id, seat(year));
    let page = format!("{seat}/protocole");
    let fields = [
        ("vu", ""),
        ("public-aide", "oui"),
        ("public-explicitation", "oui"),
        ("modalite-bar", "oui"),
        ("modalite-telephone", "oui"),
        ("modalite-salle-groupe", "oui"),
        ("de-1", "17:30"),
        ("a-1", "18:15"),
        ("de-2", "17:30"),
        ("a-2", "19:00"),
        ("de-4", "17:30"),
        ("a-4", "19:00"),
        ("bus", "17:15"),
        ("domicile", "oui"),
        ("charte", "Chacun vient quand il veut."),
    ];
    year.send(teacher, &page, &page, &fields).await;
}

/// The head approves it at noon.
pub async fn approve(year: &mut Year) {
    let (head, seat) = (year.demo.head.id, seat(year));
    let page = format!("{seat}/relecture");
    let read = year.see(head, &page).await;
    let seen = after(&read, "name=\"vu\" value=\"").to_owned();
    year.send(head, &page, &format!("{seat}/approbation"), &[("vu", &seen)]).await;
}

/// And publishes it at half past eight in the evening, when no family is to be disturbed.
pub async fn publish(year: &mut Year) {
    let (head, seat) = (year.demo.head.id, seat(year));
    year.send(head, &format!("{seat}/relecture?publier=1"), &format!("{seat}/publication"), &[]).await;
}

/// The referent makes a desk; a teacher promises a slot of every Monday.
pub async fn desk_and_slot(year: &mut Year, day: Date) {
    let (referent, teacher) = (year.demo.referent.id, year.demo.teachers[2].0.id);
    let led = year.send(referent, "/bar/nouveau", "/bar/nouveau", &[("nom", "Aide du soir"), ("noms", "full")]).await;
    year.desk = after(&led, "/bar/bureau/").to_owned();
    let monday = day.saturating_add(jiff::Span::new().days(3)).to_string();
    let programme = year.programme.clone();
    let fields = [
        ("dispositif", programme.as_str()),
        ("genre", "groupe"),
        ("titre", "Devoirs ensemble"),
        ("jour", &monday),
        ("de", "17:30"),
        ("a", "18:15"),
        ("fois", "semaine"),
        ("jusqu", "2026-06-29"),
        ("lieu", "maison"),
        ("places", "8"),
        ("seuls", "1"),
        ("moi", "1"),
    ];
    year.send(teacher, "/seances/nouvelle", "/seances/nouvelle", &fields).await;
}

/// The meeting of the slot on this day.
pub async fn meeting(year: &Year, day: Date) -> String {
    year.id("SELECT id FROM agenda_meeting WHERE day = ?1", db::params![day.to_string()].into()).await
}

/// The teacher enrols, for every week, pupils whose families agree.
pub async fn enrol(year: &mut Year, day: Date) {
    let (teacher, id) = (year.demo.teachers[2].0.id, meeting(year, day).await);
    let mut pupils: Vec<PersonId> = year.demo.children.iter().map(|child| child.id).collect();
    pupils.extend(super::family::others(year)[..3].iter().map(|(_, child)| *child));
    let ticked: Vec<String> = pupils.iter().map(ToString::to_string).collect();
    let mut fields = vec![("toutes", "1")];
    fields.extend(ticked.iter().map(|pupil| ("eleve", pupil.as_str())));
    let page = format!("/seances/{id}/eleves");
    year.send(teacher, &page, &page, &fields).await;
    year.enrolled = pupils;
}

/// A Monday evening: the meeting is opened, somebody is absent; it is ended a minute early, or forgotten until the house ends it.
pub async fn holds_the_slot(year: &mut Year, day: Date) {
    let (teacher, id) = (year.demo.teachers[2].0.id, meeting(year, day).await);
    let (page, hold) = (format!("/seances/{id}"), format!("/seances/{id}/tenue"));
    year.at(day, 17, 30);
    year.send(teacher, &page, &hold, &[("faire", "ouvrir")]).await;
    year.at(day, 18, 14);
    let (absent, forgets) = (usize::try_from(year.tally.held).unwrap() % 9, year.tally.held % 3 == 2);
    let names: Vec<String> = year.enrolled.iter().map(|pupil| format!("p-{pupil}")).collect();
    let mark = |at: usize| if at == absent { "absent" } else { "present" };
    let marks: Vec<_> = names.iter().enumerate().map(|(at, name)| (name.as_str(), mark(at))).collect();
    year.send(teacher, &page, &format!("/seances/{id}/presence"), &marks).await;
    if !forgets {
        year.send(teacher, &page, &hold, &[("faire", "clore")]).await;
    }
    let came = marks.iter().filter(|(_, mark)| *mark == "present").count();
    let tally = &mut year.tally;
    tally.held += 1;
    tally.seats += i64::try_from(marks.len()).unwrap();
    tally.came += i64::try_from(came).unwrap();
    *tally.minutes.entry(day.strftime("%Y-%m").to_string()).or_default() += if forgets { 45 } else { 44 };
}

/// The pilot puts the first courses; two teachers follow one or two.
pub async fn train(year: &mut Year) {
    let (pilot, teachers) = (year.demo.pilot.id, [year.demo.teachers[0].0.id, year.demo.teachers[1].0.id]);
    year.send(pilot, "/formation", "/formation/depart", &[]).await;
    let course = "SELECT id FROM training_course WHERE pillar = ?1 AND kind <> 'atelier'";
    for (teacher, pillar) in [(teachers[0], "methode"), (teachers[1], "methode"), (teachers[1], "outils")] {
        let page = format!("/formation/{}", year.id(course, db::params![pillar].into()).await);
        year.send(teacher, &page, &format!("{page}/suivi"), &[("avis", "utile")]).await;
    }
}

/// A family's difficulty gets its closing word on a Saturday; the family is told on Monday morning, by its channel.
pub async fn closes_on_a_saturday(year: &mut Year) {
    let (referent, samira, now) = (year.demo.referent.id, year.demo.guardian.id, year.now());
    let page = format!("/difficulte/{}", year.difficulty);
    let fields = [("texte", "Une clé 4G vous attend au collège dès lundi."), ("vu", "oui")];
    year.send(referent, &page, &format!("{page}/cloture"), &fields).await;
    year.tally.closed += 1;
    let sql = "SELECT max(shown_at) FROM notice WHERE person_id = ?1";
    let shown = year.house.db.read(move |tx| tx.first(sql, &db::params![samira])).await.unwrap().unwrap();
    assert_eq!(shown.get::<Moment>(0), Moment::at_paris(Date::constant(2025, 11, 24), 7, 0));
    // Samira chose e-mail: she is told there too.
    year.leaves.push(Moment::at_paris(Date::constant(2025, 11, 24), 7, 5));
    assert!(
        notice::quiet(calendar::Calendar::shipped(), now) && !year.see(samira, "/messages").await.contains("clé 4G")
    );
}

/// The referent proposes a place to a family on a day off: the message leaves by its channel on the next morning of school.
pub async fn proposes(year: &mut Year, guardian: PersonId, day: Date) {
    let (referent, now) = (year.demo.referent.id, year.now());
    let sql = "SELECT id FROM agreement_concern WHERE guardian_id = ?1 AND closed_at IS NULL";
    let page = format!("/accord/contrainte/{}", year.id(sql, db::params![guardian].into()).await);
    year.send(referent, &page, &page, &[("quoi", "seat"), ("mots", "Une place à la médiathèque le lundi.")]).await;
    let back = calendar::Calendar::shipped().school_days(day, day.saturating_add(jiff::Span::new().days(30))).next();
    year.leaves.push(Moment::at_paris(back.unwrap(), 7, 5));
    assert!(notice::quiet(calendar::Calendar::shipped(), now));
}

/// The CPE notes what a family said on the telephone; it stays open.
pub async fn notes_a_call(year: &mut Year) {
    let (cpe, child) = (year.demo.vie_scolaire.id, super::family::others(year)[2].1.to_string());
    let page = format!("/difficultes/nouvelle?eleve={child}");
    let fields =
        [("eleve", child.as_str()), ("venu", "phone"), ("nature", "device"), ("texte", "Un téléphone pour trois.")];
    year.send(cpe, &page, "/difficultes/nouvelle", &fields).await;
    year.tally.difficulties += 1;
}

/// The team says a word for the bilan.
pub async fn remarks(year: &mut Year) {
    let (teacher, seat) = (year.demo.teachers[1].0.id, seat(year));
    year.send(teacher, &seat, &format!("{seat}/remarques"), &[("remarque", REMARK)]).await;
}

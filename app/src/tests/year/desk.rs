//! Tuesdays and Thursdays at the help desk.
use super::house::{Year, after};
use jiff::civil::Date;
use kernel::PersonId;
use std::collections::BTreeSet;

/// An evening, at each of its hours.
pub async fn evening(year: &mut Year, day: Date, hour: i8) {
    let teacher = year.demo.teachers[year.evenings % 2].0.id;
    match hour {
        12 => promises(year, teacher, day).await,
        17 => helps(year, teacher, day).await,
        18 => closes(year, teacher, day).await,
        _ => {}
    }
}

async fn promises(year: &mut Year, teacher: PersonId, day: Date) {
    let (day, page) = (day.to_string(), format!("/bar/bureau/{}/permanence", year.desk));
    let fields = [("jour", day.as_str()), ("de", "17:30"), ("a", "19:00"), ("faire", "promettre")];
    year.send(teacher, &page, &page, &fields).await;
    year.duty = after(&year.see(teacher, &page).await, "action=\"/bar/permanence/").to_owned();
}

async fn asks(year: &mut Year, pupil: PersonId, mode: &'static str) {
    let mut fields = vec![("bloque", "L’exercice 4"), ("matiere", "maths"), ("mode", mode)];
    if mode == "appel" {
        fields.push(("telephone", "06 39 98 00 02"));
    }
    year.send(pupil, "/bar/demande", "/bar/demande", &fields).await;
    *year.tally.asked.entry(mode).or_default() += 1;
}

/// Takes the next one in the queue; they waited so long.
async fn takes(year: &mut Year, teacher: PersonId, pupil: PersonId, waited: i64) -> String {
    let board = format!("/bar/bureau/{}", year.desk);
    let led = year.send(teacher, &board, &format!("{board}/suivant"), &[]).await;
    let place = [5, 10, 20].iter().position(|end| waited < *end).unwrap_or(3);
    year.tally.waited[place] += 1;
    year.tally.helps += 1;
    year.tally.helped.insert(pupil);
    led
}

/// The pupils whose family agrees at this moment: the others find no form.
async fn allowed(year: &mut Year) -> Vec<PersonId> {
    let mut all = vec![];
    let answered: BTreeSet<PersonId> = year.tally.answers.keys().map(|(_, child)| *child).collect();
    for pupil in answered {
        if year.see(pupil, "/bar/demande").await.contains("action=\"/bar/demande\"") {
            all.push(pupil);
        }
    }
    all
}

/// Two pupils ask: one writes and says that it helped, one is called.
async fn helps(year: &mut Year, teacher: PersonId, day: Date) {
    let n = year.evenings;
    let (board, duty) = (format!("/bar/bureau/{}", year.desk), format!("/bar/permanence/{}", year.duty));
    year.at(day, 17, 30);
    year.send(teacher, &board, &duty, &[("faire", "ouvrir")]).await;
    let pupils = allowed(year).await;
    let (writes, called) = (pupils[n % pupils.len()], pupils[(n + pupils.len() / 2) % pupils.len()]);
    year.at(day, 17, 34);
    asks(year, writes, "ecrit").await;
    year.at(day, 17, 37);
    asks(year, called, "appel").await;
    // The first is taken at once, or after a while.
    let at = if n.is_multiple_of(3) { 38 } else { 42 };
    year.at(day, 17, at);
    let page = takes(year, teacher, writes, i64::from(at) - 34).await;
    year.send(teacher, &page, &format!("{page}/message"), &[("texte", "Regarde la consigne.")]).await;
    year.at(day, 17, 48);
    year.send(teacher, &page, &format!("{page}/clore"), &[("issue", "compris"), ("nature", "consigne")]).await;
    year.send(writes, "/bar/moi", "/bar/moi/avis", &[("avis", "bien")]).await;
    (year.tally.good, year.tally.faces) = (year.tally.good + 1, year.tally.faces + 1);
    year.at(day, 17, 58);
    let page = takes(year, teacher, called, 21).await;
    year.send(teacher, &page, &format!("{page}/appel"), &[("appel", "repondu")]).await;
    year.at(day, 18, 4);
    if n.is_multiple_of(4) {
        // To be followed the day after.
        year.send(teacher, &page, &format!("{page}/clore"), &[("issue", "demain")]).await;
        year.left.push(after(&page, "/bar/demande/").to_owned());
        year.tally.left += 1;
    } else {
        year.send(called, "/bar/moi", "/bar/moi/compris", &[]).await;
        year.send(called, "/bar/moi", "/bar/moi/avis", &[("avis", "pas")]).await;
        year.tally.faces += 1;
    }
}

/// Late: one asks whom nobody can take any more, one changes their mind; the teacher closes early, on time, or forgets.
async fn closes(year: &mut Year, teacher: PersonId, day: Date) {
    let n = year.evenings;
    let pupils = allowed(year).await;
    // Two who have not asked this evening.
    let turn = |step: usize| pupils[(n + step) % pupils.len()];
    let asked = [turn(0), turn(pupils.len() / 2)];
    let pupils: Vec<PersonId> = pupils.iter().copied().filter(|pupil| !asked.contains(pupil)).collect();
    if n % 5 == 1 {
        asks(year, pupils[0], "ecrit").await;
        let sql = "SELECT id FROM desk_ticket WHERE pupil_id = ?1 ORDER BY asked_at DESC";
        let ticket = year.id(sql, db::params![pupils[0]].into()).await;
        year.left.push(ticket);
        year.tally.left += 1;
    }
    if n % 6 == 2 {
        asks(year, pupils[1], "appel").await;
        year.at(day, 18, 35);
        year.send(pupils[1], "/bar/moi", "/bar/moi/retirer", &[]).await;
    }
    let (page, duty) = (format!("/bar/bureau/{}", year.desk), format!("/bar/permanence/{}", year.duty));
    // Forgotten, it ends when it was to end.
    let (minute, given) = [(Some(47), 77), (Some(59), 89), (None, 90)][n % 3];
    if let Some(minute) = minute {
        year.at(day, 18, minute);
        year.send(teacher, &page, &duty, &[("faire", "fermer")]).await;
    }
    *year.tally.minutes.entry(day.strftime("%Y-%m").to_string()).or_default() += given;
    year.tally.duties += 1;
    year.evenings += 1;
}

/// The day after, the team takes up what was left.
pub async fn takes_up_what_was_left(year: &mut Year) {
    let referent = year.demo.referent.id;
    for ticket in std::mem::take(&mut year.left) {
        year.send(referent, "/bar/suivis", &format!("/bar/demande/{ticket}/suivre"), &[]).await;
    }
}

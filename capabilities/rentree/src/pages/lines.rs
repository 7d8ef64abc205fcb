//! The lines of a list at one school, kind by kind; choosing who stays.
use super::show::{KINDS, fault, found};
use crate::{At, State, Told, Turn, store};
use access::Role;
use askama::Template;
use directory::people_import::Kind;
use jiff::civil::Date;
use kernel::{PersonId, UnitId};
use web::{Error, Paged, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "rentree/lines.html")]
struct Lines {
    shell: Shell,
    turn: Turn,
    at: At,
    /// The kinds there are, each with how many.
    kinds: Vec<(Kind, i64)>,
    /// The one that is shown; none for what stayed when it was undone.
    kind: Option<Kind>,
    told: Paged<Told>,
    /// What cannot be at this school, in sentences.
    faults: Vec<String>,
    /// Whether one chooses who stays.
    chooses: bool,
}

impl Lines {
    /// Whether this kind is the one that is shown.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "asked by the template")]
    fn shows(&self, kind: &Kind) -> bool {
        self.kind == Some(*kind)
    }

    /// What a line says beside the name.
    fn detail(&self, line: &Told) -> String {
        match (self.kind, line.doubt.as_deref()) {
            (Some(Kind::Check), Some(doubt)) => {
                let key = format!("directory-check-{doubt}");
                self.shell.say(&key).text("other", with_days(&self.shell, &line.detail)).to_string()
            }
            (Some(Kind::Given), _) => {
                let key = format!("rentree-role-{}", line.detail);
                self.shell.say(&key).to_string()
            }
            (Some(Kind::Corrected), _) if line.detail.is_empty() => self.shell.say("rentree-number").to_string(),
            (Some(Kind::Corrected), _) => {
                self.shell.say("rentree-was").text("was", with_days(&self.shell, &line.detail)).to_string()
            }
            (Some(Kind::Leaves | Kind::Stays), _) => {
                line.detail.split(", ").map(|part| self.held(part)).collect::<Vec<_>>().join(", ")
            }
            (Some(Kind::Gathers), _) => {
                self.shell.say("rentree-gathered").num("n", line.detail.parse::<i64>().unwrap_or(0)).to_string()
            }
            (Some(Kind::Closes), _) => {
                self.shell.say("rentree-closed").num("n", line.detail.parse::<i64>().unwrap_or(0)).to_string()
            }
            _ => with_days(&self.shell, &line.detail),
        }
    }

    /// A class as it is, a role in words.
    fn held(&self, part: &str) -> String {
        match Role::from_word(part) {
            Some(role) => self.shell.of("rentree-role-", role.word()).to_string(),
            None => part.to_owned(),
        }
    }

    /// Of whom a line is: « Nouvel Inès, 31 mai 2014 ».
    fn whose(&self, line: &Told) -> String {
        with_days(&self.shell, &line.said)
    }
}

/// The lines of one kind at a school.
pub fn lines(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (turn, school): (_, UnitId) = (found(visit)?, visit.id("school")?);
    let mut at = store::school(visit.tx, turn.id, school)?.ok_or(Error::NotFound)?;
    let counts = store::counts(visit.tx, turn.id, &[school])?;
    at.counts = counts.iter().filter(|(of, ..)| *of == school).map(|(_, kind, count)| (*kind, *count)).collect();
    let kinds: Vec<(Kind, i64)> =
        KINDS.iter().map(|kind| (*kind, at.count(*kind))).filter(|(_, count)| *count > 0).collect();
    let asked = visit.query("genre").and_then(Kind::from_word);
    let kept = turn.state == State::Undone && asked.is_none();
    let faulty = at.state == State::Faulty;
    let kind = asked.or_else(|| kinds.first().map(|(kind, _)| *kind)).filter(|_| !kept);
    let told = match kind {
        Some(kind) => store::lines(visit.tx, turn.id, school, Some(kind), visit.pager())?,
        None if faulty => store::lines(visit.tx, turn.id, school, None, visit.pager())?,
        None => store::kept(visit.tx, turn.id, school, visit.pager())?,
    };
    let chooses = turn.state == State::Ready && kind.is_some_and(|kind| [Kind::Leaves, Kind::Stays].contains(&kind));
    let faults = told.iter().filter(|_| faulty).map(|line| fault(visit, line)).collect();
    let shell = visit.shell().at("/rentree");
    Reply::page(&Lines { shell, turn: turn.into_inner(), at, kinds, kind, told, faults, chooses })
}

/// Says of somebody who is no longer listed whether they stay; it is compared anew.
pub fn stay(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (turn, school): (_, UnitId) = (found(visit)?, visit.id("school")?);
    if turn.state != State::Ready {
        return Ok(Reply::go(format!("/rentree/{}", turn.id)).said(visit.sentence("rentree-said-past")));
    }
    let shown: Vec<PersonId> = visit.form.ids("vu")?;
    let staying: Vec<PersonId> = visit.form.ids("reste")?;
    for person in shown {
        if !store::is_line(visit.tx, turn.id, school, person)? {
            return Err(Error::NotFound);
        }
        store::set_staying(visit.tx, turn.id, person, staying.contains(&person))?;
    }
    store::begin(visit.tx, turn.id, State::Reading)?;
    Ok(Reply::go(format!("/rentree/{}", turn.id)).said(visit.sentence("rentree-said-stay")))
}

/// A text whose days are written as people say them: « Nouvel Inès, 2014-05-31 » is « Nouvel Inès, 31 mai 2014 ».
fn with_days(shell: &Shell, text: &str) -> String {
    let parts = text.split(' ').map(|word| {
        let (day, end) = word.strip_suffix(',').map_or((word, ""), |day| (day, ","));
        match day.parse::<Date>() {
            Ok(_) if day.len() == 10 => shell.born(day) + end,
            _ => word.to_owned(),
        }
    });
    parts.collect::<Vec<_>>().join(" ")
}

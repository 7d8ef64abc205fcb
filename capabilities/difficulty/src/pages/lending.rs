//! A device is lent to a family, and comes back.
use super::{choice, refuse, seen};
use crate::{
    LoanId, School, Thing,
    policy::Lend,
    store::{self, Stock},
};
use askama::Template;
use choice::Chosen;
use jiff::civil::Date;
use kernel::Moment;
use web::{FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "difficulty/lending.html")]
struct Lending {
    shell: Shell,
    form: FormState,
    chosen: Chosen,
    stock: Vec<Stock>,
}

impl Lending {
    fn left(&self) -> impl Iterator<Item = &Stock> {
        self.stock.iter().filter(|stock| stock.left() > 0)
    }
}

/// Which family, then what.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let Some(pupil) = visit.query("eleve").map(str::to_owned) else {
        return choice::step(visit, "/rrupn/pret", "difficulty-lend", "/rrupn");
    };
    let actor = visit.actor()?;
    let chosen = choice::chosen(visit, &actor, &pupil)?;
    let form = FormState::new().with("personne", chosen.person(&visit.form, "personne")?);
    page(visit, form, chosen)
}

fn page(visit: &mut Visit<'_, '_>, form: FormState, chosen: Chosen) -> Result<Reply> {
    let actor = visit.actor()?;
    let school = seen(access::check::<Lend, _>(&actor, School(chosen.school.id)).ok())?;
    let stock = store::stock(visit.tx, &school)?;
    let refused = form.refused();
    let page = Lending { shell: visit.shell().at("/rrupn"), form, chosen, stock };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Lends it.
pub fn send(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, shell) = (visit.actor()?, visit.shell());
    let pupil = visit.form.text("eleve").to_owned();
    let chosen = choice::chosen(visit, &actor, &pupil)?;
    let school = seen(access::check::<Lend, _>(&actor, School(chosen.school.id)).ok())?;
    let mut state = FormState::of(&visit.form);
    let thing = Thing::from_word(visit.form.text("materiel"));
    if thing.is_none() {
        state.refuse("materiel", shell.say("difficulty-say-thing"));
    }
    let until = visit.form.text("jusqu");
    let due = until.parse::<Date>().ok().map(|day| Moment::at_paris(day, 18, 0));
    if (!until.is_empty() && due.is_none()) || due.is_some_and(|due| due < visit.now) {
        state.refuse("jusqu", shell.say("difficulty-say-due"));
    }
    let (Some(thing), false) = (thing, state.refused()) else { return page(visit, state, chosen) };
    let id: LoanId = visit.new_id();
    let guardian = chosen.person(&visit.form, "personne")?;
    let people = (guardian, chosen.pupil.id);
    match store::lend(visit.tx, &school, &actor, (id, thing), people, due, visit.now)? {
        Ok(()) => {
            let what = shell.of("difficulty-thing-", thing.word()).to_string();
            let said = shell.say("difficulty-said-lent").text("what", what).text("name", chosen.pupil.full());
            let undo = format!("/rrupn/pret/{id}/retour");
            Ok(Reply::go(format!("/rrupn?ecole={}", school.0)).said(said).undo(undo, &[]))
        }
        Err(why) => {
            refuse(&shell, &mut state, "materiel", why);
            page(visit, state, chosen)
        }
    }
}

/// It came back.
pub fn take_back(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, loan) = (visit.actor()?, visit.id("loan")?);
    let school = seen(store::take_back(visit.tx, &actor, loan, visit.now)?)?;
    Ok(Reply::go(format!("/rrupn?ecole={school}")).said(visit.sentence("difficulty-said-back")))
}

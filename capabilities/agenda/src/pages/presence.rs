//! Who was there, said on the meeting's page.
use super::{meeting, refuse, seen};
use crate::{Mark, State, policy::Attend, store};
use kernel::PersonId;
use web::{FormState, Reply, Result, Visit};

/// Keeps what was said of each pupil. A meeting whose hour has come was thereby held.
pub fn record(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id, now) = (visit.actor()?, visit.id("meeting")?, visit.now);
    let allowed = seen(store::find::<Attend>(visit.tx, &actor, id)?)?;
    if allowed.state == State::Cancelled || now < allowed.starts_at.plus_minutes(-15) {
        let why = if allowed.state == State::Cancelled { crate::Refusal::Over } else { crate::Refusal::Early };
        let mut form = FormState::of(&visit.form);
        refuse(&visit.shell(), &mut form, "presence", why);
        return meeting::page(visit, form);
    }
    let mut expected: Vec<PersonId> = store::expected(visit.tx, id)?;
    expected.extend(store::presences(visit.tx, id)?.into_keys());
    expected.sort_unstable();
    expected.dedup();
    let said: Vec<_> = expected
        .into_iter()
        .filter_map(|pupil| {
            let mark = Mark::from_word(visit.form.text(&format!("p-{pupil}")))?;
            let minutes = visit.form.text(&format!("m-{pupil}")).parse().unwrap_or_else(|_| allowed.minutes());
            Some((pupil, (mark, minutes)))
        })
        .collect();
    store::record(visit.tx, &*visit.house.chance, &actor, &allowed, &said, now)?;
    if allowed.missed(now) && said.iter().any(|(_, (mark, _))| *mark == Mark::Present) && allowed.held_by(actor.person)
    {
        let _ = store::close(visit.tx, &allowed, now)?;
    }
    let shell = visit.shell();
    let of = |mark| said.iter().filter(|(_, (one, _))| *one == mark).count();
    let counts = Mark::ALL.iter().map(|mark| (*mark, of(*mark))).filter(|(_, n)| *n > 0);
    let counts: Vec<_> =
        counts.map(|(mark, n)| shell.of("agenda-count-", mark.word()).num("n", n).to_string()).collect();
    let said = shell.say("agenda-said-called").text("counts", counts.join(", "));
    Ok(Reply::go(format!("/seances/{id}")).said(said))
}

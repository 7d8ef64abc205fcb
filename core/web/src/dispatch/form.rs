//! A form, from its body to its transaction: the door before its files, its token, the key by which it counts once.
use super::{admitted, door, signed_in};
use crate::{
    After, Ask, Error, Form, House, Reply, Result, Route, SignedIn, Unfit, Visit, Work,
    intake::Intake,
    kept::Kept,
    log::Line,
    once::{self, Claim},
    reply::Body as Out,
    request, store,
    unsent::{Typed, UnsentId},
    upload,
};
use axum::{body::Body, http::HeaderMap};
use db::Tx;
use kernel::PersonId;
use std::sync::{Arc, atomic::Ordering};
use subtle::ConstantTimeEq;

/// Why a transaction is undone: an error, or a refusal with its page.
pub(super) enum Undo {
    Error(Error),
    Refused(Box<Reply>),
}

impl From<db::Error> for Undo {
    fn from(error: db::Error) -> Self {
        Self::Error(error.into())
    }
}

/// A form on its way in, and what comes back of it if it does not go through.
pub struct Coming<'c> {
    pub headers: &'c HeaderMap,
    pub body: Body,
    pub typed: &'c mut Option<Typed>,
}

/// Takes a form in, and answers it.
pub async fn form(
    house: &Arc<House>,
    route: Route,
    ask: &Arc<Ask>,
    coming: Coming<'_>,
    line: &mut Line,
) -> Result<Reply> {
    let Coming { headers, body, typed } = coming;
    if !request::same_site(headers, &house.settings) {
        return Err(Error::Stale);
    }
    let files = request::has_files(headers);
    let who = if files || request::is_piece(headers) {
        // Nobody leaves a file here before the door; of who is no more signed in, the words are heard.
        match door(house, route, ask).await {
            Err(Error::SignedOut) if files => None,
            met => met?,
        }
    } else if ask.token.is_some() && house.gate.is_crowded(&ask.home()) {
        door(house, route, ask).await.unwrap_or_default()
    } else {
        None
    };
    let (mut form, mut kept) = (Form::default(), Kept::new(house));
    let person = who.as_ref().map(|who| who.actor.person);
    let read = Intake { house, route, ask, headers, who }.read(body, &mut form, &mut kept).await;
    *typed = Typed::of(house, ask, &form, !route.files.is_empty());
    let ready = match read {
        Ok(()) => made_ready(house, route, ask, form, &mut kept).await,
        Err(error) => Err(error),
    };
    let form = match ready {
        Ok(form) => form,
        Err(error) => {
            kept.go().await;
            return Err(error);
        }
    };
    // From here on it goes to its end, even if the line is cut: its rows and its files are kept together, or not at all.
    let done = tokio::spawn(settled(Arc::clone(house), route, Arc::clone(ask), form, (kept, person))).await;
    let (reply, figures) = done.map_err(|error| Error::Ours(error.to_string()))??;
    if let Some(figures) = figures {
        line.saw(figures);
    }
    Ok(reply)
}

/// What a form needs before its transaction: the files that came in pieces, and its slow part.
async fn made_ready(house: &Arc<House>, route: Route, ask: &Arc<Ask>, mut form: Form, kept: &mut Kept) -> Result<Form> {
    let sent = form.take("envoi");
    if !sent.is_empty() {
        upload::gather(house, route, ask, &mut form, &sent, kept).await?;
    }
    match route.work {
        Work::Form(_, Some(prepare)) => prepare(Arc::clone(house), Arc::clone(ask), form).await,
        _ => Ok(form),
    }
}

/// Who asked, and by how many statements.
type Figures = (Option<PersonId>, u32);

/// Writes the form; what was refused, or sent before, leaves no file behind.
async fn settled(
    house: Arc<House>,
    route: Route,
    ask: Arc<Ask>,
    form: Form,
    (kept, sender): (Kept, Option<PersonId>),
) -> Result<(Reply, Option<Figures>)> {
    let answered = written(&house, route, &ask, form).await;
    match &answered {
        Ok(Written { reply, first: true, .. }) if reply.status.as_u16() < 400 => kept.stay(),
        // Rows may name its files. Sent again it counts once, and its new files go; these go with the next sweep if no row names them.
        Err(Error::Db(error)) if error.leaves_in_doubt() => kept.stay(),
        Ok(Written { reply: Reply { body: Out::Html(page), .. }, first: true, .. }) => match sender {
            Some(person) => kept.wait(person, page).await,
            None => kept.go().await,
        },
        _ => kept.go().await,
    }
    let Written { reply, figures, after, .. } = answered?;
    // What is left to say once the rest is done is sealed as what was said before.
    let person = figures.and_then(|(person, _)| person);
    Ok((after.done(reply).await.sealed(&house, person), figures))
}

/// A form that was answered: whether this was its first sending, and what is left to do.
struct Written {
    reply: Reply,
    first: bool,
    figures: Option<Figures>,
    after: After,
}

/// The form's transaction.
async fn written(house: &Arc<House>, route: Route, ask: &Arc<Ask>, form: Form) -> Result<Written> {
    let Work::Form(handler, _) = route.work else { return Err(Error::NotFound) };
    let (inner, ask, now) = (Arc::clone(house), Arc::clone(ask), house.clock.now());
    let done = house
        .db
        .write(move |tx| {
            let mut form = form.clone();
            let who = signed_in(&inner, tx, &ask, now).map_err(Undo::Error)?;
            admitted(route, &ask, who.as_deref()).map_err(Undo::Error)?;
            genuine(&inner, &form, who.as_deref()).map_err(Undo::Error)?;
            route.lets_sign(who.as_deref()).map_err(Undo::Error)?;
            let person = who.as_ref().map(|w| w.actor.person);
            let again: Vec<UnsentId> = form.take("repris").iter().filter_map(|id| id.parse().ok()).collect();
            let key = once::key(&form, &ask, who.as_deref());
            form.key = key;
            match once::claim(tx, &inner, key.as_ref(), now)? {
                Claim::First => {}
                Claim::Again => form.again = true,
                Claim::Led(reply) => {
                    sent(tx, person, &again, &form, &ask)?;
                    let (reply, figures) = (reply.sealed(&inner, person), Some((person, tx.queries())));
                    return Ok(Written { reply, first: false, figures, after: After::default() });
                }
            }
            let files = upload::unspent(&mut form).map_err(Undo::Error)?;
            let mut visit = Visit { form, ..Visit::of(tx, &inner, &ask, who, now) };
            let unfit = said_unfit(&mut visit);
            let shortened = Arc::clone(&visit.form.shortened);
            let reply = handler(&mut visit).map_err(Undo::Error)?;
            let (after, form) = (visit.after, visit.form);
            let unfit = unfit.or_else(|| shortened.load(Ordering::Relaxed).then_some(Unfit::Long));
            if let Some(unfit) = unfit.filter(|_| reply.status.as_u16() < 400) {
                // Its page knows no sentence for it.
                return Err(Undo::Error(Error::Unfit(unfit)));
            }
            if reply.status.as_u16() >= 400 && !reply.kept {
                return Err(Undo::Refused(Box::new(reply)));
            }
            if reply.status.as_u16() < 400 {
                upload::spend(tx, person, &files)?;
                sent(tx, person, &again, &form, &ask)?;
            }
            once::settle(tx, &inner, key.as_ref(), &reply)?;
            reply.record(tx, &inner, now)?;
            let reply = reply.sealed(&inner, person);
            Ok(Written { reply, first: true, figures: Some((person, tx.queries())), after })
        })
        .await;
    match done {
        Ok(written) => Ok(written),
        Err(Undo::Refused(reply)) => Ok(Written { reply: *reply, first: true, figures: None, after: After::default() }),
        Err(Undo::Error(error)) => Err(error),
    }
}

/// It went through: it waits no more to be given back. What a device kept too is known by the key of its page.
fn sent(tx: &mut Tx<'_>, person: Option<PersonId>, again: &[UnsentId], form: &Form, ask: &Ask) -> db::Result<()> {
    let Some(person) = person else { return Ok(()) };
    again.iter().try_for_each(|id| store::unsent::forget(tx, person, *id))?;
    if ask.outbox { store::unsent::forget_page(tx, person, form.text("once")) } else { Ok(()) }
}

/// Says in the form, in the person's language, where something came that cannot be kept as it is.
fn said_unfit(visit: &mut Visit<'_, '_>) -> Option<Unfit> {
    let mut found = std::mem::take(&mut visit.form.unfit);
    for (_, unfit, said) in &mut found {
        *said = visit.sentence(unfit.said()[0]);
    }
    visit.form.unfit = found;
    visit.form.unfit.first().map(|(_, unfit, _)| *unfit)
}

/// Whether the form was made for this session.
fn genuine(house: &House, form: &Form, who: Option<&SignedIn>) -> Result<()> {
    who.map_or(Ok(()), |who| is_genuine(house, form.text("csrf"), who))
}

/// Whether this token, of a form, is of this session. What stands after its point says whose it was, for when it is over.
pub fn is_genuine(house: &House, token: &str, who: &SignedIn) -> Result<()> {
    let token = token.trim().split('.').next().unwrap_or_default();
    let same = house.secret.csrf(who.session).as_bytes().ct_eq(token.as_bytes());
    if bool::from(same) { Ok(()) } else { Err(Error::Stale) }
}

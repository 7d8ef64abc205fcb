//! What comes from outside: the network is asked first, then one transaction writes. No cookie vouches for it (ADR 0027).
use super::signed_in;
use crate::{Ask, Error, Form, House, Incoming, Reply, Result, Route, Visit, dispatch::form::Undo, intake, log::Line};
use axum::{body::Body, http::HeaderMap};
use std::sync::Arc;

/// Takes it in, and answers it.
pub async fn incoming(
    house: &Arc<House>,
    (route, what): (Route, Incoming),
    ask: &Arc<Ask>,
    (headers, body): (&HeaderMap, Body),
    line: &mut Line,
) -> Result<Reply> {
    let form = if what.post { intake::from_outside(house, ask, headers, body).await? } else { Form::default() };
    let form = (what.prepare)(Arc::clone(house), Arc::clone(ask), form).await?;
    // From here on it goes to its end, even if the line is cut.
    let done = tokio::spawn(written(Arc::clone(house), (route, what), Arc::clone(ask), form)).await;
    let (reply, queries) = done.map_err(|error| Error::Ours(error.to_string()))??;
    line.saw((None, queries));
    Ok(reply)
}

/// Its transaction, and by how many statements.
async fn written(house: Arc<House>, (_, what): (Route, Incoming), ask: Arc<Ask>, form: Form) -> Result<(Reply, u32)> {
    let (inner, now) = (Arc::clone(&house), house.clock.now());
    let done = house.db.write(move |tx| {
        // A browser that comes back brings its session: it ends where another one opens. Who is sent here from elsewhere is nobody.
        let who = if what.post { None } else { signed_in(&inner, tx, &ask, now).map_err(Undo::Error)? };
        let mut visit = Visit { form: form.clone(), ..Visit::of(tx, &inner, &ask, who, now) };
        let reply = (what.then)(&mut visit).map_err(Undo::Error)?;
        if reply.status.as_u16() >= 400 && !reply.kept {
            return Err(Undo::Refused(Box::new(reply)));
        }
        reply.record(visit.tx, &inner, now)?;
        let reply = reply.sealed(&inner, None);
        Ok((reply, visit.tx.queries()))
    });
    match done.await {
        Ok(done) => Ok(done),
        Err(Undo::Refused(reply)) => Ok((*reply, 0)),
        Err(Undo::Error(error)) => Err(error),
    }
}

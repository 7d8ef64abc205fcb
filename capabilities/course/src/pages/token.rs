//! What a tool is given to speak with this house by itself: against a statement that its own key signed, once.
use super::service::{address, digest, json, no};
use crate::{ToolId, port, store};
use data_encoding::BASE64URL_NOPAD;
use kernel::Moment;
use lti::{Grant, Refusal, ServiceRequest, scope};
use std::{future::Future, pin::Pin, sync::Arc};
use web::{Ask, Error, Form, House, Reply, Result, Visit};

/// For how long it opens, in seconds.
const GOOD_FOR: i64 = 3_600;
/// What tools may ask for.
pub const OFFERED: &[&str] = &[scope::SCORE, scope::RESULT_READ, scope::LINE_ITEM_READ, scope::MEMBERS_READ];

type Weighed = std::result::Result<(ToolId, Grant), &'static str>;

/// Reads who asks, finds its keys, and looks whether they signed.
pub fn prepare(house: Arc<House>, _: Arc<Ask>, mut form: Form) -> Pin<Box<dyn Future<Output = Result<Form>> + Send>> {
    Box::pin(async move {
        form.prepared = Some(Arc::new(weigh(&house, &form).await?));
        Ok(form)
    })
}

async fn weigh(house: &Arc<House>, form: &Form) -> Result<Weighed> {
    let pairs = form.fields().iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let Ok(asked) = ServiceRequest::read(pairs) else { return Ok(Err("invalid_request")) };
    let Ok(id) = asked.client_id.parse::<ToolId>() else { return Ok(Err("invalid_client")) };
    let found = house.db.read(move |tx| store::tool::by_id(tx, id)).await.map_err(Error::Db)?;
    let Some(tool) = found.filter(|tool| tool.closed_at.is_none()) else { return Ok(Err("invalid_client")) };
    let Ok(keys) = port::keys(house, &tool).await else { return Ok(Err("invalid_client")) };
    let (issuer, here) = (house.settings.public_url.clone(), address(house, "/cours/jeton")?);
    let now = house.clock.now().0.div_euclid(1_000);
    let audiences = [issuer.as_str(), here.as_str()];
    let mut grant = asked.grant(&keys, &audiences, OFFERED, now);
    if matches!(grant, Err(Refusal::Oidc(oidc::Refusal::KeyUnknown)))
        && let Some(newer) = port::newer(house, &tool, &keys).await
    {
        grant = asked.grant(&newer, &audiences, OFFERED, now);
    }
    Ok(grant.map(|grant| (id, grant)).map_err(|why| {
        tracing::warn!(target: "preau::security", tool = %id, why = kernel::causes(&why), "a tool was given nothing");
        if why == Refusal::NoScope { "invalid_scope" } else { "invalid_client" }
    }))
}

/// Gives it, unless the statement came before.
pub fn give(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let weighed = visit.form.prepared.clone().and_then(|found| found.downcast::<Weighed>().ok());
    let (tool, grant) = match weighed.as_deref() {
        Some(Ok(found)) => found.clone(),
        Some(Err(word)) => return Ok(no(400, word)),
        None => return Err(Error::Ours("the statement was not weighed".to_owned())),
    };
    let seen = visit.house.secret.sign("course-statement", &[&tool.bytes(), grant.unique.as_bytes()]);
    let until = Moment(grant.remember_until.saturating_mul(1_000));
    if !store::seen::first(visit.tx, &seen, until)? {
        return Ok(no(400, "invalid_client"));
    }
    let mut bytes = [0; 32];
    visit.house.chance.fill(&mut bytes);
    let given = BASE64URL_NOPAD.encode(&bytes);
    let until = Moment(visit.now.0.saturating_add(GOOD_FOR * 1_000));
    store::seen::give(visit.tx, &digest(visit.house, &given), (tool, &grant.scopes), until)?;
    Ok(json("application/json", &lti::service_answer(&given, GOOD_FOR, &grant.scopes)))
}

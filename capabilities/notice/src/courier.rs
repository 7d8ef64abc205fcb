//! The courier: takes from the outbox what is due and carries it out, never in quiet hours, never inside a transaction.
use crate::{
    model::Way,
    quiet::quiet,
    store::{self, Due},
};
use calendar::Calendar;
use db::{Result, Tx};
use futures_util::StreamExt as _;
use post::{Carrier, Letter, To};
use std::{sync::Arc, time::Duration};
use web::{House, Lang};

/// How many letters one pass takes, and how many of them travel at once.
const A_PASS: i64 = 40;
const AT_ONCE: usize = 8;

/// One pass: carries out what is due, and says how many letters were tried. A letter leaves at least once: if we fall between
/// its leaving and its mark, it leaves again, under the same key.
pub async fn run_once(house: &House, carrier: &Carrier) -> Result<usize> {
    let now = house.clock.now();
    let look = move |tx: &mut Tx<'_>| {
        let calendar = Calendar::load(tx)?;
        let goes = !quiet(&calendar, now) && store::is_due(tx, now)?;
        Ok::<_, db::Error>(goes.then_some(calendar))
    };
    let Some(calendar) = house.db.read(look).await? else { return Ok(0) };
    let due = house.db.write(move |tx| store::take(tx, now, A_PASS)).await?;
    let count = due.len();
    let tried: Vec<Result<()>> = futures_util::stream::iter(due)
        .map(|due| carry(house, carrier, &calendar, due))
        .buffer_unordered(AT_ONCE)
        .collect()
        .await;
    tried.into_iter().collect::<Result<()>>()?;
    Ok(count)
}

/// Passes for as long as the process lives: at once after a full one, else every five seconds.
pub async fn run_forever(house: Arc<House>, carrier: Carrier) {
    loop {
        match run_once(&house, &carrier).await {
            Ok(tried) if tried > 0 => {}
            Ok(_) => tokio::time::sleep(Duration::from_secs(5)).await,
            Err(error) => {
                tracing::error!(%error, "the outbox cannot be read");
                tokio::time::sleep(Duration::from_secs(5)).await;
            }
        }
    }
}

async fn carry(house: &House, carrier: &Carrier, calendar: &Calendar, due: Due) -> Result<()> {
    // The evening may have come since the pass began: the letter waits for the end of its lease, then for the morning.
    if quiet(calendar, house.clock.now()) {
        return Ok(());
    }
    let carried = carrier.carry(&letter(house, &due)).await;
    let now = house.clock.now();
    let marked = house.db.write(move |tx| match &carried {
        Ok(()) => store::left(tx, &due, now),
        Err(refused) => {
            tracing::warn!(notice = %due.notice, way = due.way.word(), tries = due.tries, %refused, "a letter did not leave");
            store::refused(tx, &due, &refused.to_string(), refused.may_pass(), now)
        }
    });
    marked.await
}

/// What leaves: which school writes, and where to read. No name, nothing of what it says.
fn letter(house: &House, due: &Due) -> Letter {
    let lang = due.lang.as_deref().and_then(Lang::from_tags).unwrap_or_default();
    let path = match &due.seal {
        Some(seal) => due.link.replace(&seal.selector, &seal.key(&house.secret)),
        None => due.link.clone(),
    };
    let link = format!("{}{path}", house.settings.public_url);
    let say = |key| house.words.say(lang, key).text("school", &due.school);
    let to = if due.way == Way::Sms { To::Phone(due.address.clone()) } else { To::Email(due.address.clone()) };
    Letter {
        key: due.notice.to_string(),
        to,
        subject: say("notice-mail-subject").to_string(),
        text: say("notice-mail-text").text("link", link).to_string(),
    }
}

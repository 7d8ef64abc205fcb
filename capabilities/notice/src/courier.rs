//! The courier: takes from the outbox what is due and carries it out, never in quiet hours, never inside a transaction; and codes, at any
//! hour.
mod codes;

pub(crate) use codes::wanted;

use crate::{
    model::Way,
    quiet::quiet,
    store::{self, Due},
};
use calendar::Calendar;
use codes::Codes;
use db::{Result, Tx};
use jobs::{Errand, errand};
use kernel::Moment;
use post::{Carrier, Letter, Refused, To};
use std::sync::Arc;
use web::{House, Lang};

/// How many letters one pass takes.
const A_PASS: i64 = 40;

/// Who carries the letters of a house.
#[derive(Debug)]
pub struct Courier<'h> {
    house: &'h House,
    carrier: &'h Carrier,
}

/// A letter leaves at least once: if we fall between its leaving and its mark, it leaves again, under the same key.
impl Errand for Courier<'_> {
    type Thing = (Due, Arc<Calendar>);
    type Outcome = Option<std::result::Result<(), Refused>>;

    fn is_due(tx: &mut Tx<'_>, now: Moment) -> Result<bool> {
        Ok(!quiet(&Calendar::load(tx)?, now) && store::is_due(tx, now)?)
    }

    fn take(tx: &mut Tx<'_>, now: Moment) -> Result<Vec<Self::Thing>> {
        let calendar = Arc::new(Calendar::load(tx)?);
        let due = store::take(tx, now, A_PASS)?;
        Ok(due.into_iter().map(|due| (due, Arc::clone(&calendar))).collect())
    }

    async fn act(&self, (due, calendar): &Self::Thing, now: Moment) -> Self::Outcome {
        // The evening may have come since the pass began: the letter waits for the end of its lease, then for the morning.
        if quiet(calendar, now) {
            return None;
        }
        let carried = self.carrier.carry(&letter(self.house, due)).await;
        if let Err(refused) = &carried {
            let (way, why) = (due.way.word(), kernel::causes(refused));
            tracing::warn!(notice = %due.notice, way, tries = due.tries, refused = why, "a letter did not leave");
        }
        Some(carried)
    }

    fn settle(tx: &mut Tx<'_>, (due, _): &Self::Thing, outcome: &Self::Outcome, now: Moment) -> Result<()> {
        match outcome {
            None => Ok(()),
            Some(Ok(())) => store::left(tx, due, now),
            Some(Err(refused)) => store::refused(tx, due, &refused.to_string(), refused.may_pass(), now),
        }
    }
}

/// One pass: carries out what is due, and says how many letters were tried.
pub async fn run_once(house: &House, carrier: &Carrier) -> Result<usize> {
    let codes = errand::run(&Codes { house, carrier }, &house.db, &*house.clock).await?;
    Ok(codes + errand::run(&Courier { house, carrier }, &house.db, &*house.clock).await?)
}

/// Passes for as long as the process lives.
pub async fn run_forever(house: Arc<House>, carrier: Carrier) {
    let (letters, codes) = (Courier { house: &house, carrier: &carrier }, Codes { house: &house, carrier: &carrier });
    // Each at its own pace: a slow mail server keeps no code from its ten minutes.
    tokio::join!(
        errand::run_forever(&letters, &house.db, &*house.clock),
        errand::run_forever(&codes, &house.db, &*house.clock)
    );
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
    // The end of an isolated text is no letter of an address: a telephone would take it for one.
    let text = say("notice-mail-text").text("link", &link).to_string();
    let text = text.replace(&format!("\u{2068}{link}\u{2069}"), &link);
    let to = if due.way == Way::Sms { To::Phone(due.address.clone()) } else { To::Email(due.address.clone()) };
    Letter { key: due.notice.to_string(), to, subject: say("notice-mail-subject").to_string(), text }
}

//! Codes in the place of a forgotten password. They leave at any hour: quiet hours spare people what they did not ask for, and a code is
//! asked for at that very minute, by who waits for it and has ten minutes to type it.
use crate::{
    model::Way,
    store::code::{self, Code},
};
use db::{Result, Tx};
use jobs::{Errand, Work};
use kernel::Moment;
use post::{Carrier, Letter, Refused, To};
use web::{House, Lang};

/// Who carries the codes of a house.
#[derive(Debug)]
pub struct Codes<'h> {
    pub house: &'h House,
    pub carrier: &'h Carrier,
}

/// What was asked for at the door: see [`signin::CODE`].
pub fn wanted(work: &mut Work<'_, '_>) -> Result<()> {
    let unread = || db::Error::Panicked("a code that cannot be read was queued".to_owned());
    let (id, person) = work.payload.split_once(' ').ok_or_else(unread)?;
    let (id, person) = id.parse().ok().zip(person.parse().ok()).ok_or_else(unread)?;
    code::wanted(work.tx, id, person, work.now)
}

/// A code leaves at least once, as letters do: it is the same code.
impl Errand for Codes<'_> {
    type Thing = Code;
    type Outcome = std::result::Result<(), Refused>;

    fn is_due(tx: &mut Tx<'_>, now: Moment) -> Result<bool> {
        code::is_due(tx, now)
    }

    fn take(tx: &mut Tx<'_>, now: Moment) -> Result<Vec<Code>> {
        code::take(tx, now)
    }

    async fn act(&self, code: &Code, _: Moment) -> Self::Outcome {
        let carried = self.carrier.carry(&letter(self.house, code)).await;
        if let Err(refused) = &carried {
            let (way, why) = (code.way.word(), kernel::causes(refused));
            tracing::warn!(way, refused = why, "a code did not leave");
        }
        carried
    }

    fn settle(tx: &mut Tx<'_>, code: &Code, outcome: &Self::Outcome, _: Moment) -> Result<()> {
        match outcome {
            // It is tried again in a minute, as long as it is good.
            Err(refused) if refused.may_pass() => Ok(()),
            _ => code::done(tx, code.id),
        }
    }
}

/// What leaves: the code, and for how long it is good. No name.
fn letter(house: &House, code: &Code) -> Letter {
    let lang = code.lang.as_deref().and_then(Lang::from_tags).unwrap_or_default();
    let said = house.words.say(lang, "notice-code-text").text("code", signin::code_sent(&house.secret, code.id));
    let address = code.address.clone();
    Letter {
        key: code.id.to_string(),
        to: if code.way == Way::Sms { To::Phone(address) } else { To::Email(address) },
        subject: house.words.say(lang, "notice-code-subject").to_string(),
        text: said.to_string(),
    }
}

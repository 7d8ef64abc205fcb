//! What is asked of a tool: its keys.
use crate::{Tool, store};
use lti::KeySet;
use outgoing::Door;
use std::{sync::Arc, time::Duration};
use web::House;

/// For how long a tool may be silent.
const PATIENCE: Duration = Duration::from_secs(5);
/// The longest keys that are kept, in bytes.
const LONGEST: usize = 60_000;

kernel::words! {
    /// Why a tool's keys are not there; a sentence says it (`course-keys-WORD`).
    Away {
        /// It does not answer.
        Silent = "silent",
        /// What it answers are no keys.
        Strange = "strange",
        /// Its address is none that may be asked.
        Closed = "closed",
    }
}

/// The door by which tools are asked: their addresses are typed.
fn door(house: &House) -> Door {
    house.engine::<Door>().cloned().unwrap_or_default()
}

/// The keys of a tool as they were pasted or read last; read now where they never were.
pub async fn keys(house: &Arc<House>, tool: &Tool) -> Result<KeySet, Away> {
    if tool.keys.is_empty() { read(house, tool).await } else { known(tool) }
}

/// The same, read again where one is not known that something names: once a minute.
pub async fn newer(house: &Arc<House>, tool: &Tool, known: &KeySet) -> Option<KeySet> {
    let now = house.clock.now().0.div_euclid(1_000);
    if tool.keys_at.is_empty() || !known.may_fetch(now) {
        return None;
    }
    read(house, tool).await.ok()
}

fn known(tool: &Tool) -> Result<KeySet, Away> {
    KeySet::read(tool.keys.as_bytes(), tool.keys_read.0.div_euclid(1_000)).map_err(|_| Away::Strange)
}

/// Whether a text is a set of keys with one at least that may sign.
pub fn is_keys(text: &str) -> bool {
    KeySet::read(text.as_bytes(), 0).is_ok_and(|keys| !keys.is_empty())
}

/// Asks a tool for its keys, and keeps them; or keeps that it was asked.
pub async fn read(house: &Arc<House>, tool: &Tool) -> Result<KeySet, Away> {
    let now = house.clock.now();
    let found = asked(house, tool).await;
    let (id, text) = (tool.id, found.as_ref().ok().cloned());
    let kept = house.db.write(move |tx| store::tool::learn(tx, id, text.as_deref(), now)).await;
    if let Err(error) = kept {
        let error: db::Error = error;
        tracing::error!(error = kernel::causes(&error), "the keys of a tool could not be kept");
    }
    KeySet::read(found?.as_bytes(), now.0.div_euclid(1_000)).map_err(|_| Away::Strange)
}

async fn asked(house: &House, tool: &Tool) -> Result<String, Away> {
    let asking = door(house).get(&tool.keys_at).map_err(|_| Away::Closed)?.header("accept", "application/json");
    let answer = match tokio::time::timeout(PATIENCE, asking.send()).await {
        Ok(Ok(answer)) if answer.is_yes() && answer.body.len() <= LONGEST => answer,
        Ok(Err(outgoing::Trouble::Address(_))) => return Err(Away::Closed),
        _ => return Err(Away::Silent),
    };
    let text = String::from_utf8(answer.body).map_err(|_| Away::Strange)?;
    if is_keys(&text) { Ok(text) } else { Err(Away::Strange) }
}

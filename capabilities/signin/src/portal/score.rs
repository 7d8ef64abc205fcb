//! Marks on their way back to a platform: each goes once it can, and is never lost. Sent again, it says the same of the same instant,
//! which the platform takes for one.
use super::{Portal, PortalId, lti as platforms, ready};
use crate::store;
use ::lti::{Activity, Grading, ServiceToken, scope, scores_address};
use db::{Result, Tx};
use jobs::{Errand, errand};
use kernel::{Id, Moment};
use outgoing::Url;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use web::{House, Secret};

/// What the id of a mark names.
#[derive(Debug)]
pub enum ScoreNamed {}
/// The id of a mark.
pub type ScoreId = Id<ScoreNamed>;

/// A mark that goes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// Its id.
    pub id: ScoreId,
    /// The platform.
    pub portal: PortalId,
    /// Whose, and where it goes, sealed ([`Whose`]).
    pub sealed: Vec<u8>,
    /// The mark and the best one, in thousandths.
    pub mark: i64,
    /// The best one.
    pub most: i64,
    /// When it was given.
    pub at: Moment,
    /// How often it was tried.
    pub tries: i64,
}

/// Whose a mark is, as the platform calls them, and its column there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Whose {
    /// The platform's name for them.
    pub user: String,
    /// The address of the column.
    pub column: String,
}

/// What seals of marks are for.
const PURPOSE: &str = "signin-score";
/// After how many minutes it is tried again, each time; the last goes on for a week.
const AGAIN: [i64; 5] = [1, 5, 15, 60, 240];
/// How often it is tried.
const TRIES: i64 = 45;

impl Whose {
    /// Sealed for one mark.
    pub fn sealed(&self, secret: &Secret, id: ScoreId, chance: &dyn kernel::Chance) -> Vec<u8> {
        secret.seal(PURPOSE, &[&id.bytes()], &serde_json::to_vec(self).unwrap_or_default(), chance)
    }

    fn of(score: &Score, secret: &Secret) -> Option<Self> {
        let plain = secret.open(PURPOSE, &[&score.id.bytes()], &score.sealed)?;
        serde_json::from_slice(&plain).ok()
    }
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Went {
    /// The platform has it.
    There,
    /// It is tried again.
    Again,
    /// The platform does not want it, or nothing can be sent any more.
    Never,
}

/// Who sends them.
pub struct Sender {
    house: Arc<House>,
}

impl Errand for Sender {
    type Thing = Score;
    type Outcome = Went;

    fn is_due(tx: &mut Tx<'_>, now: Moment) -> Result<bool> {
        store::score::is_due(tx, now)
    }

    fn take(tx: &mut Tx<'_>, now: Moment) -> Result<Vec<Score>> {
        store::score::take(tx, now)
    }

    async fn act(&self, score: &Score, now: Moment) -> Went {
        let went = self.send(score, now).await;
        if went != Went::There {
            tracing::warn!(score = %score.id, tries = score.tries, ?went, "a mark did not reach its platform");
        }
        went
    }

    fn settle(tx: &mut Tx<'_>, score: &Score, went: &Went, now: Moment) -> Result<()> {
        match went {
            Went::There => store::score::sent(tx, score.id, now),
            Went::Again if score.tries < TRIES => {
                let at = usize::try_from(score.tries).unwrap_or(0).min(AGAIN.len() - 1);
                let minutes = AGAIN.get(at).copied().unwrap_or(60);
                store::score::waits(tx, score.id, Some(now.plus_minutes(minutes)))
            }
            Went::Again | Went::Never => store::score::waits(tx, score.id, None),
        }
    }
}

impl Sender {
    async fn send(&self, score: &Score, now: Moment) -> Went {
        let (house, id) = (&self.house, score.portal);
        let Ok(found) = house.db.read(move |tx| store::portal::by_id(tx, id)).await else { return Went::Again };
        let Some(portal) = found.filter(Portal::is_open) else { return Went::Never };
        let Some(whose) = Whose::of(score, &house.secret) else { return Went::Never };
        let Ok(column) = Url::parse(&whose.column) else { return Went::Never };
        let told = ::lti::Score {
            user: whose.user,
            given: Some((number(score.mark), number(score.most))),
            comment: None,
            at: score.at.0,
            activity: Activity::Completed,
            grading: Grading::FullyGraded,
        };
        let Some(body) = told.document() else { return Went::Never };
        let Some(token) = token(house, &portal, &[scope::SCORE], now).await else { return Went::Again };
        let door = ready::door(house, &portal);
        let Ok(asking) = door.post(scores_address(&column).as_str()) else { return Went::Never };
        let asking = asking.header("authorization", &format!("Bearer {}", token.access_token));
        match asking.body(::lti::Score::TYPE, body.to_string()).status().await {
            // One that was said before is there already.
            Ok(200..=299 | 409) => Went::There,
            Ok(400 | 404 | 410 | 422) => Went::Never,
            _ => Went::Again,
        }
    }
}

/// What opens the services of a platform for a while; nothing where it gives none.
pub async fn token(house: &House, portal: &Portal, scopes: &[&str], now: Moment) -> Option<ServiceToken> {
    let (platform, key) = (platforms::platform(portal).ok()?, platforms::key(house, portal).ok()?);
    let mut unique = [0; 20];
    house.chance.fill(&mut unique);
    let unique = data_encoding::HEXLOWER.encode(&unique);
    let asked = platform.service_token(&key, scopes, &unique, now.0.div_euclid(1_000)).ok()?;
    let asking = ready::door(house, portal).post(asked.to.as_str()).ok()?.header("accept", "application/json");
    let answer = asking.body("application/x-www-form-urlencoded", asked.body).send().await.ok()?;
    ServiceToken::read(&answer.body).ok()
}

/// Thousandths as a number.
#[expect(clippy::cast_precision_loss, reason = "a mark is far below what a float holds exactly")]
fn number(thousandths: i64) -> f64 {
    thousandths as f64 / 1_000.0
}

/// One pass: sends what waits, and says how much that was.
pub async fn run_once(house: &Arc<House>) -> Result<usize> {
    errand::run(&Sender { house: Arc::clone(house) }, &house.db, &*house.clock).await
}

/// Sends for as long as the process lives.
pub async fn run_forever(house: Arc<House>) {
    errand::run_forever(&Sender { house: Arc::clone(&house) }, &house.db, &*house.clock).await;
}

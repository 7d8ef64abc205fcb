//! The request log: one line a request, a documented interface (`docs/operate.md`). A person is an opaque id.
use crate::{Error, Route};
use axum::http::StatusCode;
use kernel::{PersonId, Seldom};
use std::{
    sync::{Mutex, PoisonError},
    time::Instant,
};

/// How many statements a request took: goes with the answer inside the process, for the tests, and not on the wire.
#[derive(Clone, Copy, Debug)]
pub struct Queries(pub u32);

/// The line of one request.
pub struct Line {
    method: &'static str,
    route: &'static str,
    begun: Instant,
    person: Option<PersonId>,
    queries: u32,
}

impl Line {
    pub fn begin(route: &Route) -> Self {
        #[expect(clippy::disallowed_methods, reason = "how long a request took is measured by the monotonic clock")]
        let begun = Instant::now();
        Self { method: route.method(), route: route.path, begun, person: None, queries: 0 }
    }

    /// What the transaction told: who, and how many statements.
    pub fn saw(&mut self, (person, queries): (Option<PersonId>, u32)) {
        self.person = person;
        self.queries = queries;
    }

    /// How many statements the request took.
    pub fn queries(&self) -> Queries {
        Queries(self.queries)
    }

    pub fn end(self, status: StatusCode) {
        let micros = u64::try_from(self.begun.elapsed().as_micros()).unwrap_or(u64::MAX);
        let class = ["1xx", "2xx", "3xx", "4xx", "5xx"][usize::from(status.as_u16() / 100).clamp(1, 5) - 1];
        metrics::counter!("preau_requests_total", "route" => self.route, "method" => self.method, "status" => class)
            .increment(1);
        #[expect(clippy::cast_precision_loss, reason = "a duration in seconds needs no more than 52 bits")]
        metrics::histogram!("preau_request_seconds", "route" => self.route).record(micros as f64 / 1e6);
        let person = self.person.map(tracing::field::display);
        tracing::info!(target: "preau::request", method = self.method, route = self.route, status = status.as_u16(), person, queries = self.queries, micros);
    }
}

/// How many different errors are remembered at once.
const REMEMBERED: usize = 32;

/// What came lately, the last last.
static LATELY: Mutex<Vec<(String, Seldom)>> = Mutex::new(vec![]);

/// How often this came since it was said; nothing when that was a moment ago. A full disk fails every form, in the same words.
fn to_say(said: &str) -> Option<u32> {
    let mut lately = LATELY.lock().unwrap_or_else(PoisonError::into_inner);
    let before = lately.iter().position(|(other, _)| other == said);
    if before.is_none() && lately.len() >= REMEMBERED {
        lately.remove(0);
    }
    let (said, mut seldom) = before.map_or_else(|| (said.to_owned(), Seldom::default()), |at| lately.remove(at));
    let more = seldom.came();
    lately.push((said, seldom));
    more
}

/// An error of ours, with all its causes; the same again within a minute is counted, and told with the next.
pub fn error(error: &Error) {
    // One line, whatever another program put into its words.
    let said = kernel::causes(error).replace(['\n', '\r'], " ");
    match to_say(&said) {
        None => {}
        Some(0) => tracing::error!(target: "preau::error", "{said}"),
        Some(more) => tracing::error!(target: "preau::error", more, "{said}"),
    }
}

#[cfg(test)]
mod tests {
    use super::to_say;

    #[test]
    fn each_error_is_said_once_a_minute() {
        assert_eq!((0..1_000).filter_map(|_| to_say("disk full")).collect::<Vec<_>>(), [0]);
        assert_eq!(to_say("another"), Some(0));
        assert_eq!(to_say("disk full"), None);
    }
}

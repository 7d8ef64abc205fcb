//! The request log: one line a request, a documented interface (`docs/operate.md`). A person is an opaque id.
use crate::{Error, Route};
use axum::http::StatusCode;
use kernel::PersonId;
use std::{error::Error as _, time::Instant};

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

/// An error of ours, once, with all its causes.
pub fn error(error: &Error) {
    let mut causes = String::new();
    let mut cause = error.source();
    while let Some(deeper) = cause {
        causes.push_str(": ");
        causes.push_str(&deeper.to_string());
        cause = deeper.source();
    }
    tracing::error!(target: "preau::error", "{error}{causes}");
}

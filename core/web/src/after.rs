//! What a form does outside the database: once, when what it wrote is on disk.
use crate::Reply;
use std::{fmt, pin::Pin};

/// Work put off until then, in its order. A transaction that runs again begins again without any.
#[derive(Default)]
pub struct After(Vec<Work>);

type Work = Pin<Box<dyn Future<Output = Option<Reply>> + Send>>;

impl After {
    pub(crate) fn push(&mut self, work: impl Future<Output = Option<Reply>> + Send + 'static) {
        self.0.push(Box::pin(work));
    }

    /// Does it, and gives the answer that is left.
    pub(crate) async fn done(self, mut reply: Reply) -> Reply {
        for work in self.0 {
            reply = work.await.unwrap_or(reply);
        }
        reply
    }
}

impl fmt::Debug for After {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "After({})", self.0.len())
    }
}

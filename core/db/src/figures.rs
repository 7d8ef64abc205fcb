//! What a database has done since it was opened, for the operator's curves.
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// The figures of one database on one node.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Read transactions begun.
    pub reads: u64,
    /// Write transactions begun.
    pub writes: u64,
    /// Commits of writes; on SQLite several writes share one.
    pub commits: u64,
    /// The most writes that ever shared one commit.
    pub largest_batch: u64,
    /// Writes tried again because another came in between (PostgreSQL).
    pub tried_again: u64,
    /// Transactions under way or waiting for their turn.
    pub busy: u64,
}

#[derive(Default)]
pub struct Counters {
    reads: AtomicU64,
    writes: AtomicU64,
    commits: AtomicU64,
    largest_batch: AtomicU64,
    tried_again: AtomicU64,
    busy: AtomicU64,
    #[cfg(any(test, feature = "testing"))]
    pub heard: crate::testing::Heard,
}

impl Counters {
    pub fn figures(&self) -> Figures {
        Figures {
            reads: self.reads.load(Relaxed),
            writes: self.writes.load(Relaxed),
            commits: self.commits.load(Relaxed),
            largest_batch: self.largest_batch.load(Relaxed),
            tried_again: self.tried_again.load(Relaxed),
            busy: self.busy.load(Relaxed),
        }
    }

    pub fn reading(&self) -> Busy<'_> {
        self.reads.fetch_add(1, Relaxed);
        self.busy()
    }

    pub fn writing(&self) -> Busy<'_> {
        self.writes.fetch_add(1, Relaxed);
        self.busy()
    }

    pub fn committed(&self, writes: usize) {
        self.commits.fetch_add(1, Relaxed);
        self.largest_batch.fetch_max(writes as u64, Relaxed);
    }

    /// A statement is run: only tests write it down.
    #[cfg_attr(
        not(any(test, feature = "testing")),
        expect(unused_variables, clippy::unused_self, reason = "nobody listens")
    )]
    pub fn asked(&self, sql: &str) {
        #[cfg(any(test, feature = "testing"))]
        self.heard.hear(sql);
    }

    pub fn tried_again(&self) {
        self.tried_again.fetch_add(1, Relaxed);
    }

    fn busy(&self) -> Busy<'_> {
        self.busy.fetch_add(1, Relaxed);
        Busy(self)
    }
}

/// One transaction under way, until it is dropped.
pub struct Busy<'c>(&'c Counters);

impl Drop for Busy<'_> {
    fn drop(&mut self) {
        self.0.busy.fetch_sub(1, Relaxed);
    }
}

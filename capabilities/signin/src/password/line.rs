//! Where passwords wait for one of two hands. A hand passes its 19 MiB on to the next in line, and gives them back to the system when
//! nobody waits: two passwords at once, two blocks, however many come.
//!
//! Whoever floods the door waits in their own row: networks are served in turn, so that their crowd delays nobody else by more than
//! one turn; and a row, or the line, that is full says so at once.
use argon2::Block;
use std::{
    collections::VecDeque,
    sync::{Mutex, MutexGuard, PoisonError},
};
use tokio::sync::oneshot;

/// How many passwords are worked on at the same time: what two cores and forty megabytes allow.
const HANDS: usize = 2;
/// How many wait in one row: the staff of a school, all at once.
const ROW: usize = 40;
/// How many wait in all: six seconds of work.
const ALL: usize = 200;

/// Whose row one waits in: a network, and whether the device has been here before.
pub type Row = (String, bool);

/// The line. One for the process, since memory is the process's.
pub struct Line(Mutex<State>);

struct State {
    /// Hands that nobody holds; they have no memory.
    idle: usize,
    /// The rows, the next to be served first.
    rows: VecDeque<(Row, VecDeque<oneshot::Sender<Hand>>)>,
    waiting: usize,
}

/// A hand, given back when it is dropped.
pub struct Hand {
    /// Its memory.
    pub memory: Vec<Block>,
    /// Where it is given back; nowhere once it was taken back.
    line: Option<&'static Line>,
}

impl Drop for Hand {
    fn drop(&mut self) {
        if let Some(line) = self.line {
            line.give(std::mem::take(&mut self.memory));
        }
    }
}

/// The row, or the line, is full.
#[derive(Debug)]
pub struct Full;

impl Line {
    /// A line where nobody waits.
    pub const fn new() -> Self {
        Self(Mutex::new(State { idle: HANDS, rows: VecDeque::new(), waiting: 0 }))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A hand, now or when it is this row's turn.
    pub fn wait(&'static self, row: Row) -> Result<oneshot::Receiver<Hand>, Full> {
        let mut state = self.state();
        let (sender, receiver) = oneshot::channel();
        if let Some(left) = state.idle.checked_sub(1) {
            state.idle = left;
            drop(state);
            // Nobody has gone yet: the receiver is here.
            drop(sender.send(Hand { memory: Vec::new(), line: Some(self) }));
            return Ok(receiver);
        }
        // Those who have gone give their places back.
        for (_, row) in &mut state.rows {
            row.retain(|sender| !sender.is_closed());
        }
        state.rows.retain(|(_, row)| !row.is_empty());
        state.waiting = state.rows.iter().map(|(_, row)| row.len()).sum();
        let place = state.rows.iter().position(|(name, _)| *name == row);
        let length = place.and_then(|at| state.rows.get(at)).map_or(0, |(_, row)| row.len());
        if length >= ROW || state.waiting >= ALL {
            return Err(Full);
        }
        state.waiting += 1;
        match place.and_then(|at| state.rows.get_mut(at)) {
            Some((_, row)) => row.push_back(sender),
            None => state.rows.push_back((row, VecDeque::from([sender]))),
        }
        Ok(receiver)
    }

    /// Gives a hand to the next who still waits.
    fn give(&'static self, mut memory: Vec<Block>) {
        loop {
            let mut state = self.state();
            let Some((name, mut row)) = state.rows.pop_front() else {
                state.idle += 1;
                return;
            };
            let Some(next) = row.pop_front() else { continue };
            state.waiting = state.waiting.saturating_sub(1);
            if !row.is_empty() {
                state.rows.push_back((name, row));
            }
            drop(state);
            match next.send(Hand { memory, line: Some(self) }) {
                Ok(()) => return,
                // They have gone: it goes to the next, and is not given back a second time.
                Err(mut hand) => {
                    hand.line = None;
                    memory = std::mem::take(&mut hand.memory);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ALL, Line, ROW};

    fn line() -> &'static Line {
        Box::leak(Box::new(Line::new()))
    }

    #[tokio::test]
    async fn a_crowd_from_one_network_delays_the_others_by_one_turn() {
        let line = line();
        let row = |name: &str| (name.to_owned(), false);
        let (one, two) = (line.wait(row("crowd")), line.wait(row("crowd")));
        let [mut one, mut two] = [one, two].map(|waits| waits.ok().and_then(|mut waits| waits.try_recv().ok()));
        assert!(one.is_some() && two.is_some(), "two at once");
        let mut crowd: Vec<_> = (0..ROW).filter_map(|_| line.wait(row("crowd")).ok()).collect();
        assert_eq!(crowd.len(), ROW);
        assert!(line.wait(row("crowd")).is_err(), "their row is full");
        let mut other = line.wait(row("other")).ok();
        drop(one.take());
        assert!(crowd[0].try_recv().is_ok());
        let given = other.as_mut().map(|other| other.try_recv().is_ok());
        assert_eq!(given, Some(true), "the hand that came back goes to the other network");
        drop(two.take());
        assert!(crowd[1].try_recv().is_ok());
    }

    #[tokio::test]
    async fn who_has_gone_is_passed_over_and_a_full_line_says_so() {
        let line = line();
        let rows = |n: usize| (n.to_string(), false);
        let (one, two) = (line.wait(rows(0)).ok(), line.wait(rows(1)).ok());
        let waiting: Vec<_> = (0..ALL).filter_map(|n| line.wait(rows(n)).ok()).collect();
        assert!(waiting.len() == ALL && line.wait(rows(ALL)).is_err());
        drop(waiting);
        let mut last = line.wait(rows(0)).ok();
        drop((1..20).filter_map(|n| line.wait(rows(n)).ok()).collect::<Vec<_>>());
        drop((one, two));
        assert_eq!(last.as_mut().map(|last| last.try_recv().is_ok()), Some(true));
        // The places of those who went away made no third hand.
        let mut others: Vec<_> = (0..9).filter_map(|n| line.wait(rows(n)).ok()).collect();
        let given = others.iter_mut().filter_map(|other| other.try_recv().ok()).collect::<Vec<_>>();
        assert_eq!(given.len(), 2, "those that came back when nobody waited");
    }
}

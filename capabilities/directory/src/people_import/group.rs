//! Faults as a person mends them: the same one on many lines is one thing to do.
use super::{Fault, Reason, read::MOST_FAULTS};
use std::collections::HashMap;

/// How many lines of a group are named.
pub const NAMED: usize = 3;
/// How many faults of a group are kept one by one.
const KEPT: usize = 100;

/// The same fault of one column, on all the lines that have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The first of them.
    pub fault: Fault,
    /// The first lines, [`NAMED`] at most, each once.
    pub lines: Vec<u64>,
    /// How many lines there are.
    pub count: usize,
    /// Whether another line says something else there, which is as wrong.
    pub differs: bool,
}

/// Faults on their way, as many as can be told: a thousand kinds, so that no column hides another.
#[derive(Debug, Default)]
pub struct Found {
    groups: Vec<Group>,
    places: HashMap<(String, String), usize>,
    faults: Vec<Fault>,
    last: Vec<u64>,
}

impl Found {
    /// Adds a fault at its place.
    pub fn fault(&mut self, line: u64, column: &str, value: &str, reason: Reason) {
        self.add(Fault::new(line, column, value, reason));
    }

    /// Adds a fault.
    pub fn add(&mut self, fault: Fault) {
        let key = (fault.column.clone(), fault.reason.to_string());
        let Some(at) = self.places.get(&key).copied() else {
            if self.groups.len() < MOST_FAULTS {
                self.places.insert(key, self.groups.len());
                self.last.push(fault.line);
                let lines = vec![fault.line];
                self.groups.push(Group { fault: fault.clone(), lines, count: 1, differs: false });
                self.faults.push(fault);
            }
            return;
        };
        let (Some(group), Some(last)) = (self.groups.get_mut(at), self.last.get_mut(at)) else { return };
        group.differs |= group.fault.value != fault.value;
        if *last == fault.line {
            return;
        }
        *last = fault.line;
        group.count += 1;
        if group.lines.len() < NAMED {
            group.lines.push(fault.line);
        }
        if group.count <= KEPT {
            self.faults.push(fault);
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// The faults one by one, a thousand at most, and in groups; both by their first lines.
    pub fn told(mut self) -> (Vec<Fault>, Vec<Group>) {
        self.faults.sort_by_key(|fault| fault.line);
        self.faults.truncate(MOST_FAULTS);
        self.groups.sort_by_key(|group| group.fault.line);
        (self.faults, self.groups)
    }
}

/// The same faults, each kind once.
pub fn grouped(faults: &[Fault]) -> Vec<Group> {
    let mut found = Found::default();
    for fault in faults {
        found.add(fault.clone());
    }
    found.told().1
}

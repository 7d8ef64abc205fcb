//! A file of iCalendar: its parts one within another, and of these the events.
use crate::fault::of_line;
use crate::{
    Fault, Reason, Remark,
    event::Draft,
    line::{Lines, Property},
    note::Notes,
    plan::MOST_SLOTS,
    slot::{Slot, Times, Without},
    when::Zones,
};
use std::{collections::HashMap, sync::Arc};

/// How deep parts may stand one in another; a real one has three.
const DEEPEST: usize = 8;

/// Every lesson of the file, and what is to be known of it.
pub fn read(file: &str, bytes: &[u8]) -> Result<(Vec<Slot>, Notes), Fault> {
    let lines = Lines::unfold(file, bytes)?;
    let mut reader =
        Reader { parts: vec![], draft: None, zones: Zones::new(), series: Series::default(), notes: Notes::of(file) };
    let (mut last, mut events) = (1, 0);
    for (line, text) in lines.each() {
        let fault = |reason| of_line(file, line, reason);
        let property = Property::of(line, text).ok_or_else(|| fault(Reason::Malformed))?;
        events += usize::from(property.is("BEGIN") && property.value.eq_ignore_ascii_case("VEVENT"));
        if events > MOST_SLOTS {
            return Err(fault(Reason::TooMany));
        }
        reader.take(&property).ok_or_else(|| fault(Reason::Nested))?;
        reader.notes.bearable(line)?;
        last = line;
    }
    if !reader.parts.is_empty() {
        return Err(of_line(file, last, Reason::Cut));
    }
    Ok((reader.series.joined(), reader.notes))
}

struct Reader {
    /// The parts that have begun and not ended, the outermost first.
    parts: Vec<String>,
    draft: Option<Draft>,
    zones: Zones,
    series: Series,
    notes: Notes,
}

impl Reader {
    /// None when the line stands where it cannot.
    fn take(&mut self, property: &Property<'_>) -> Option<()> {
        if property.is("BEGIN") {
            return self.begin(property);
        }
        if property.is("END") {
            return self.end(property);
        }
        let inner = self.parts.last()?;
        if let Some(draft) = self.draft.as_mut().filter(|_| inner == "VEVENT") {
            draft.take(property, &mut self.zones, &mut self.notes);
        }
        Some(())
    }

    fn begin(&mut self, property: &Property<'_>) -> Option<()> {
        let part = property.value.to_ascii_uppercase();
        let outermost = self.parts.is_empty();
        if (part == "VCALENDAR") != outermost || self.parts.len() >= DEEPEST {
            return None;
        }
        if part == "VEVENT" {
            if self.parts.len() > 1 {
                return None;
            }
            self.draft = Some(Draft::new(property.line));
        }
        self.parts.push(part);
        Some(())
    }

    fn end(&mut self, property: &Property<'_>) -> Option<()> {
        let part = self.parts.pop()?;
        if !part.eq_ignore_ascii_case(property.value) {
            return None;
        }
        if part == "VEVENT" {
            let draft = self.draft.take()?;
            let uid = draft.uid.clone();
            if let Some((slot, instead)) = draft.finish(&mut self.notes) {
                self.series.add(uid, slot, instead, &mut self.notes);
            }
        }
        Some(())
    }
}

/// The events of a file, and which of a series are told of apart.
#[derive(Default)]
struct Series {
    slots: Vec<(String, Slot)>,
    /// The line of each key.
    keys: HashMap<String, u64>,
    apart: HashMap<String, Without>,
}

impl Series {
    /// Some programs give one name to many events: they are told apart by when they first are.
    fn add(&mut self, uid: String, mut slot: Slot, instead: Option<Without>, notes: &mut Notes) {
        if !uid.is_empty() {
            if instead.is_none()
                && self.keys.contains_key(&slot.key)
                && let Times::Event(event) = &slot.times
                && let Ok(first) = event.zone.to_timestamp(event.first)
            {
                slot.key = format!("{uid}/{first}");
            }
            if let Some(before) = self.keys.get(&slot.key) {
                notes.add(slot.line, "UID", Remark::Twice(*before));
                return;
            }
            self.keys.insert(slot.key.clone(), slot.line);
        }
        if let Some(instead) = instead.filter(|_| !uid.is_empty()) {
            let apart = self.apart.entry(uid).or_default();
            apart.instants.extend(instead.instants);
            apart.days.extend(instead.days);
            self.slots.push((String::new(), slot));
        } else {
            self.slots.push((uid, slot));
        }
    }

    fn joined(self) -> Vec<Slot> {
        let apart: HashMap<_, _> = self.apart.into_iter().map(|(uid, apart)| (uid, Arc::new(apart))).collect();
        let join = |(uid, mut slot): (String, Slot)| {
            if let Times::Event(event) = &mut slot.times {
                event.apart = apart.get(&uid).cloned();
            }
            slot
        };
        self.slots.into_iter().map(join).collect()
    }
}

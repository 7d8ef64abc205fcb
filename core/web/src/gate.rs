//! What may be under way at once on this node, and how much may come: so that one person, or one address, never takes the place
//! of the others. A school is one address: what is signed in and finished is never counted against it.
use crate::{
    Error, Result,
    places::{Place, Places},
};
use kernel::{Moment, SessionId};
use std::{
    collections::HashMap,
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// The most streams of one session: the oldest beyond them ends.
pub const STREAMS: usize = 6;
/// The most forms of one address that have begun to come and are not whole, of those whom nobody knows: with one more, the oldest is
/// turned out, so that who only begins keeps nobody from signing in. As many bring files; one more is refused.
pub const FORMS: usize = 128;
/// The same of one session: who is signed in and brings no file is not counted with the address.
pub const OF_SESSION: usize = 12;
/// The most bytes of unfinished files in memory, for everybody.
pub const HELD: usize = 64 * 1024 * 1024;
/// The bytes of files that one session may send at once; as many come back in an hour.
pub const SESSION: i64 = 128 * 1024 * 1024;
/// The same for one address.
pub const ADDRESS: i64 = 2 * 1024 * 1024 * 1024;
const HOUR: i64 = 60 * 60 * 1000;
/// How many budgets are remembered before those that are full again are forgotten.
const REMEMBERED: usize = 10_000;

/// The counts of one node. Cheap to clone.
#[derive(Clone, Default)]
pub struct Gate {
    counts: Arc<Mutex<Counts>>,
    streams: Places<SessionId>,
    nobodys: Places<String>,
}

#[derive(Default)]
struct Counts {
    forms: HashMap<String, usize>,
    held: usize,
    parting: bool,
    spent: HashMap<Purse, (i64, Moment)>,
}

#[derive(Clone, PartialEq, Eq, Hash)]
enum Purse {
    Session(SessionId),
    Address(String),
}

impl Purse {
    fn most(&self) -> i64 {
        if matches!(self, Self::Session(_)) { SESSION } else { ADDRESS }
    }
}

impl Gate {
    /// The node stops: its streams are to end.
    pub fn part(&self) {
        self.counts().parting = true;
    }

    pub(crate) fn is_parting(&self) -> bool {
        self.counts().parting
    }

    fn counts(&self) -> MutexGuard<'_, Counts> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A form begins to come, perhaps with files: from this address, or from this session of it.
    pub(crate) fn coming(&self, address: &str, session: Option<SessionId>, files: bool) -> Result<Coming> {
        let seat = (session.is_none() && !files).then(|| self.nobodys.enter(address.to_owned(), FORMS));
        let places = match session {
            None if files => vec![(format!("nobody's files {address}"), FORMS)],
            None => vec![],
            Some(session) if files => vec![(format!("{session}"), OF_SESSION), (format!("files {address}"), FORMS)],
            Some(session) => vec![(format!("{session}"), OF_SESSION)],
        };
        let mut counts = self.counts();
        if places.iter().any(|(place, most)| counts.forms.get(place).is_some_and(|forms| forms >= most)) {
            return Err(Error::Later("shell-later-address"));
        }
        let places: Vec<_> = places.into_iter().map(|(place, _)| place).collect();
        for place in &places {
            *counts.forms.entry(place.clone()).or_default() += 1;
        }
        Ok(Coming { gate: self.clone(), seat, places, held: 0 })
    }

    /// Whether so many forms of nobody have begun there that it is worth asking who is signed in: they are not to make room for them.
    pub(crate) fn is_crowded(&self, address: &str) -> bool {
        self.nobodys.taken(&address.to_owned()) >= FORMS / 4
    }

    /// Counts bytes of a file against what this session and this address may send.
    pub(crate) fn spend(&self, session: SessionId, address: &str, bytes: usize, now: Moment) -> Result<()> {
        let bytes = i64::try_from(bytes).unwrap_or(i64::MAX);
        let mut counts = self.counts();
        let spent = |counts: &Counts, purse: &Purse| {
            let (spent, at) = counts.spent.get(purse).copied().unwrap_or((0, now));
            (spent - (now.0 - at.0).clamp(0, HOUR) * (purse.most() / HOUR)).max(0)
        };
        let purses = [Purse::Session(session), Purse::Address(address.to_owned())];
        if purses.iter().any(|purse| spent(&counts, purse).saturating_add(bytes) > purse.most()) {
            return Err(Error::Later("shell-later-bytes"));
        }
        if counts.spent.len() >= REMEMBERED {
            counts.spent.retain(|purse, (spent, at)| (now.0 - at.0) * (purse.most() / HOUR) < *spent);
        }
        for purse in purses {
            let all = spent(&counts, &purse).saturating_add(bytes);
            counts.spent.insert(purse, (all, now));
        }
        Ok(())
    }

    /// A stream of this session begins; the oldest of too many is told to end.
    pub(crate) fn stream(&self, session: SessionId) -> Place<SessionId> {
        self.streams.enter(session, STREAMS)
    }

    /// The bytes of unfinished files in memory.
    pub fn held(&self) -> usize {
        self.counts().held
    }
}

/// A form on its way: counted until it is dropped.
pub(crate) struct Coming {
    gate: Gate,
    /// The place of a form of nobody.
    seat: Option<Place<String>>,
    /// Where it is counted.
    places: Vec<String>,
    held: usize,
}

impl Coming {
    /// What is read of it, unless a newer form of nobody takes its place meanwhile.
    pub async fn unless_taken<T>(&mut self, read: impl AsyncFnOnce(&mut Self) -> Result<T>) -> Result<T> {
        let Some(seat) = self.seat.take() else { return read(self).await };
        tokio::select! {
            read = read(self) => read,
            () = seat.taken() => Err(Error::Slow),
        }
    }

    /// So many more bytes are in memory.
    pub fn hold(&mut self, bytes: usize) -> Result<()> {
        let mut counts = self.gate.counts();
        if counts.held + bytes > HELD {
            return Err(Error::Later("shell-later-all"));
        }
        counts.held += bytes;
        self.held += bytes;
        Ok(())
    }

    /// What it held is no more in memory.
    pub fn let_go(&mut self) {
        self.gate.counts().held -= std::mem::take(&mut self.held);
    }
}

impl Drop for Coming {
    fn drop(&mut self) {
        self.let_go();
        let mut counts = self.gate.counts();
        for place in &self.places {
            if let Some(forms) = counts.forms.get_mut(place) {
                *forms -= 1;
                if *forms == 0 {
                    counts.forms.remove(place);
                }
            }
        }
    }
}

impl fmt::Debug for Gate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Gate")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{Id, Seeded};

    #[test]
    fn what_was_sent_comes_back_with_the_hour() {
        let (gate, now) = (Gate::default(), Moment(1_764_088_800_000));
        let [one, other]: [SessionId; 2] = [1, 2].map(|seed| Id::new(now, &Seeded::new(seed)));
        let most = usize::try_from(SESSION).unwrap_or(0);
        assert!(gate.spend(one, "a", most, now).is_ok());
        assert!(gate.spend(one, "a", 1, now).is_err(), "all is spent");
        assert!(gate.spend(other, "a", most, now).is_ok(), "another session, the same address");
        assert!(gate.spend(one, "a", most / 3, now.plus_minutes(30)).is_ok(), "half has come back");
        assert!(gate.spend(one, "a", most / 3, now.plus_minutes(30)).is_err());
        let gate = Gate::default();
        for session in 3..19 {
            assert!(gate.spend(Id::new(now, &Seeded::new(session)), "a", most, now).is_ok(), "{session}");
        }
        assert!(gate.spend(Id::new(now, &Seeded::new(99)), "a", most, now).is_err(), "the address has sent its part");
        assert!(gate.spend(Id::new(now, &Seeded::new(99)), "b", most, now).is_ok(), "another address");
    }

    #[test]
    fn who_is_signed_in_is_not_shut_out_by_those_whom_nobody_knows() {
        let (gate, now) = (Gate::default(), Moment(1));
        let session = |n| Id::new(now, &Seeded::new(n));
        let nobody: Vec<_> = (0..FORMS).filter_map(|_| gate.coming("a", None, true).ok()).collect();
        assert_eq!((nobody.len(), gate.coming("a", None, true).is_err()), (FORMS, true));
        assert!(gate.coming("a", None, false).is_ok(), "and nobody who signs in is shut out by files");
        let own: Vec<_> = (0..=OF_SESSION).filter_map(|_| gate.coming("a", Some(session(1)), true).ok()).collect();
        assert_eq!(own.len(), OF_SESSION, "one session does not take the places of the others");
        assert!(gate.coming("a", Some(session(2)), true).is_ok());
        drop((nobody, own));
        assert!(gate.counts().forms.is_empty(), "nothing is remembered of what is over");
    }

    async fn everybody_goes_on() {
        for _ in 0..FORMS {
            tokio::task::yield_now().await;
        }
    }

    /// A form that begins and says no more.
    async fn silent(gate: Gate) -> Result<()> {
        gate.coming("a", None, false)?.unless_taken(async |_| std::future::pending().await).await
    }

    #[tokio::test]
    async fn of_the_forms_of_nobody_the_oldest_makes_room() {
        let gate = Gate::default();
        let begun: Vec<_> = (0..FORMS).map(|_| tokio::spawn(silent(gate.clone()))).collect();
        everybody_goes_on().await;
        let mut newest = gate.coming("a", None, false).unwrap_or_else(|_| unreachable!("there is always room"));
        assert!(newest.unless_taken(async |_| Ok(())).await.is_ok());
        everybody_goes_on().await;
        let over: Vec<_> = begun.iter().map(tokio::task::JoinHandle::is_finished).collect();
        assert!(over[0] && over[1..].iter().all(|over| !over), "the oldest, and no other: {over:?}");
    }

    #[test]
    fn memory_is_given_back_by_what_is_over() {
        let gate = Gate::default();
        let mut forms: Vec<_> = (0..FORMS).filter_map(|_| gate.coming("a", None, true).ok()).collect();
        assert!(
            gate.coming("a", None, true).is_err() && gate.coming("b", None, true).is_ok(),
            "one address, not the others"
        );
        let held = forms.iter_mut().filter_map(|form| form.hold(HELD / 64).ok()).count();
        assert_eq!((held, gate.held()), (64, HELD), "and no more than that, whoever asks");
        drop(forms);
        assert!(gate.held() == 0 && gate.coming("a", None, true).is_ok());
    }
}

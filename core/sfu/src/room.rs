//! Who sees and hears whom: fills the places of every browser in a room, and chooses what its line can carry.
use crate::{
    bandwidth::{Wish, allot},
    config::Limits,
    control::Shown,
    model::{Kind, Role},
    peer::Peer,
    slot::Slot,
};
use std::{
    cmp::Reverse,
    collections::HashMap,
    sync::Arc,
    time::{Duration, Instant},
};
use str0m::bwe::Bitrate;

/// What a voice that is heard takes of a line at least.
const VOICE: u64 = 16_000;
/// What is looked for in a line that is to carry pictures, at least.
const LOOK_FOR: u64 = 2_000_000;
/// Pictures are given up when none fits for so long.
const STARVED: Duration = Duration::from_secs(4);
/// A picture that was given up is tried again this often, in seconds, for as long as it took to give it up.
const AGAIN: u64 = 20;
/// What a line is believed to carry besides voices, while nothing is lost on it.
const SURE: u64 = 800_000;
/// How long such a belief holds.
const LATELY: Duration = Duration::from_secs(2);
/// With more faces than this, only the first is shown in its best size.
const FEW: usize = 4;

/// A room that is open.
#[derive(Debug)]
pub struct Room {
    /// As it was named.
    pub name: Arc<str>,
    /// Who sits where.
    pub seats: HashMap<Arc<str>, u64>,
}

/// A seat as others may see and hear it.
struct Sender {
    id: u64,
    seat: Arc<str>,
    host: bool,
    group: u16,
    everywhere: bool,
    hosts_only: bool,
    sends: [bool; 3],
    /// Smallest first: who speaks, by when they began; then who spoke, the last one first.
    speaks: Speaks,
    voice: u64,
    costs: [Vec<u64>; 3],
}

type Speaks = (bool, Option<Instant>, Reverse<Option<Instant>>);

/// A whole picture to be asked for: of whom, which, in which size.
pub type Ask = (u64, Kind, usize);

/// Fills every place of the room anew. What stays as it was is left alone.
pub fn arrange(peers: &mut HashMap<u64, Peer>, members: &[u64], limits: &Limits, now: Instant) -> Vec<Ask> {
    let senders: Vec<Sender> =
        members.iter().filter_map(|id| peers.get(id).map(|peer| sender(*id, peer, now))).collect();
    let mut listeners: HashMap<(u64, Kind), Vec<(u64, usize)>> = HashMap::new();
    let mut asks = vec![];
    for to in members {
        let Some(peer) = peers.get_mut(to).filter(|peer| peer.connected) else { continue };
        let voices = best(&senders, peer, *to, Kind::Mic, limits.voices);
        let cameras = best(&senders, peer, *to, Kind::Camera, limits.cameras.min(peer.wants.cameras));
        let screens = best(&senders, peer, *to, Kind::Screen, 1);
        for (kind, chosen) in [(Kind::Mic, &voices), (Kind::Camera, &cameras), (Kind::Screen, &screens)] {
            fill(&mut peer.slots, kind, chosen);
        }
        let order: Vec<&Sender> = screens.iter().chain(&cameras).copied().collect();
        let spoken = voices.iter().map(|from| from.voice.max(VOICE)).sum();
        choose_layers(peer, &order, spoken, limits, now);
        for (index, slot) in peer.slots.iter().enumerate() {
            let Some(source) = slot.source else { continue };
            listeners.entry((source, slot.kind)).or_default().push((*to, index));
            if slot.awaits() {
                asks.extend(slot.target.map(|layer| (source, slot.kind, layer)));
            }
        }
        let shown = shown(&peer.slots, &senders);
        if peer.tell_places(shown) {
            peer.dirty = true;
        }
    }
    for id in members {
        let Some(peer) = peers.get_mut(id) else { continue };
        for track in peer.tracks.iter_mut().flatten() {
            track.listeners = listeners.remove(&(*id, track.kind)).unwrap_or_default();
        }
    }
    asks
}

fn sender(id: u64, peer: &Peer, now: Instant) -> Sender {
    let costs = |kind: Kind| peer.tracks[kind.index()].as_ref().map_or_else(Vec::new, |track| track.costs(now));
    Sender {
        id,
        seat: Arc::clone(&peer.seat),
        host: peer.caps.role == Role::Host,
        group: peer.caps.group,
        everywhere: peer.caps.everywhere,
        hosts_only: peer.caps.seen_by_hosts,
        sends: Kind::ALL.map(|kind| peer.sends(kind, now)),
        speaks: match peer.voice.since {
            Some(since) => (false, Some(since), Reverse(None)),
            None => (true, None, Reverse(peer.voice.spoke)),
        },
        voice: peer.tracks[0].as_ref().map_or(0, |track| track.layers.iter().map(|layer| layer.rate.get()).sum()),
        costs: Kind::ALL.map(costs),
    }
}

/// Whom this browser is given of a kind, first ones first: who it wants large, the host, who speaks, who spoke last.
fn best<'s>(senders: &'s [Sender], to: &Peer, id: u64, kind: Kind, most: usize) -> Vec<&'s Sender> {
    if kind != Kind::Mic && !to.wants.video {
        return vec![];
    }
    let reaches = |from: &&Sender| {
        from.id != id
            && from.sends[kind.index()]
            && (from.group == to.caps.group || from.everywhere)
            && (kind == Kind::Mic || !from.hosts_only || to.caps.role == Role::Host)
    };
    let mut chosen: Vec<&Sender> = senders.iter().filter(reaches).collect();
    let pinned = |from: &Sender| to.wants.pin.as_deref() == Some(&*from.seat);
    // Of those who speak at once, who began first keeps the place: others come in when somebody pauses.
    chosen.sort_by_key(|from| (Reverse(pinned(from)), Reverse(from.host), from.speaks, from.id));
    let places = to.slots.iter().filter(|slot| slot.kind == kind).count();
    chosen.truncate(most.min(places));
    chosen
}

/// Who is already in a place stays there; the others take the free ones.
fn fill(slots: &mut [Slot], kind: Kind, chosen: &[&Sender]) {
    let mut waiting: Vec<u64> = chosen.iter().map(|from| from.id).collect();
    for slot in slots.iter_mut().filter(|slot| slot.kind == kind) {
        match slot.source.and_then(|source| waiting.iter().position(|id| *id == source)) {
            Some(at) => drop(waiting.remove(at)),
            None => slot.seat(None),
        }
    }
    let free = slots.iter_mut().filter(|slot| slot.kind == kind && slot.source.is_none());
    for (slot, id) in free.zip(waiting) {
        slot.seat(Some(id));
    }
}

/// Chooses the size of each picture by what the line carries.
fn choose_layers(peer: &mut Peer, order: &[&Sender], spoken: u64, limits: &Limits, now: Instant) {
    let many = order.len() > FEW;
    let mut places = vec![];
    let mut wishes = vec![];
    for (rank, from) in order.iter().enumerate() {
        let of_this = |slot: &Slot| slot.kind != Kind::Mic && slot.source == Some(from.id);
        for (index, slot) in peer.slots.iter().enumerate().filter(|(_, slot)| of_this(slot)) {
            if places.contains(&index) {
                continue;
            }
            let mut costs = from.costs[slot.kind.index()].clone();
            if many && rank > 0 && slot.kind == Kind::Camera {
                let smallest = costs.iter().position(|cost| *cost > 0).unwrap_or(0);
                costs.truncate(smallest + 1);
            }
            places.push(index);
            wishes.push(Wish { costs, now: slot.layer });
        }
    }
    let line = carries(peer, SURE + spoken, now).min(u64::from(limits.kilobits_out) * 1_000);
    let mut chosen = allot(line.saturating_sub(spoken), &wishes);
    let nothing_fits = !wishes.is_empty() && chosen.iter().all(Option::is_none);
    peer.starved = if nothing_fits { peer.starved.or(Some(now)) } else { None };
    let hungry = peer.starved.map(|since| now.saturating_duration_since(since));
    // An estimate falls for a moment, and rises only where something flows: the first picture goes on in its smallest
    // size for a while before it is given up, and is tried again from time to time.
    let tried = hungry.is_none_or(|hungry| hungry < STARVED || hungry.as_secs() % AGAIN < STARVED.as_secs());
    peer.audio_only = nothing_fits && hungry.is_some_and(|hungry| hungry >= STARVED);
    if let (true, Some(first), Some(choice)) = (nothing_fits && tried, wishes.first(), chosen.first_mut()) {
        *choice = first.costs.iter().position(|cost| *cost > 0);
    }
    for (index, layer) in places.iter().zip(&chosen) {
        let slot = &mut peer.slots[*index];
        slot.target = *layer;
        if layer.is_none() {
            slot.layer = None;
        }
    }
    let wanted: u64 = wishes.iter().filter_map(|wish| wish.costs.iter().max()).sum();
    let wanted = if wanted == 0 { 0 } else { (wanted + wanted / 2).max(LOOK_FOR) };
    let wanted = (wanted + spoken).min(u64::from(limits.kilobits_out) * 1_000);
    if peer.wanted.abs_diff(wanted) > wanted / 8 {
        peer.wanted = wanted;
        peer.rtc.bwe().set_bitrate(Bitrate::ZERO, Bitrate::bps(wanted));
        peer.dirty = true;
    }
}

/// What the line carries. A machine that is busy makes packets late now and then, and the estimate falls though the line is
/// wide: while nothing is lost and answers come soon, it is not believed to carry less than a few small pictures.
fn carries(peer: &Peer, sure: u64, now: Instant) -> u64 {
    let fine = peer.fine.is_some_and(|at| now.saturating_duration_since(at) < LATELY);
    if fine { peer.estimate.max(sure) } else { peer.estimate }
}

fn shown(slots: &[Slot], senders: &[Sender]) -> Vec<Shown> {
    let said = |slot: &Slot| {
        let from = senders.iter().find(|from| Some(from.id) == slot.source)?;
        let flows = slot.target.is_some();
        Some(Shown { mid: slot.mid.to_string(), seat: from.seat.to_string(), kind: slot.kind, flows })
    };
    slots.iter().filter_map(said).collect()
}

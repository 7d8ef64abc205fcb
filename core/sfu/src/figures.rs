//! Counts for the operator. Without names: a room is a number of seats.

/// What the unit did since it started, and what it holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Each room that is open.
    pub rooms: Vec<RoomFigures>,
    /// Peers that are known, connected or not.
    pub peers: usize,
    /// Addresses that lead to a peer.
    pub addresses: usize,
    /// Connections over TCP.
    pub connections: usize,
    /// Entries of the timer.
    pub timers: usize,
    /// Packets received.
    pub packets_in: u64,
    /// Packets sent.
    pub packets_out: u64,
    /// Bytes received.
    pub bytes_in: u64,
    /// Bytes sent.
    pub bytes_out: u64,
    /// Packets that could not be sent at once, and were dropped.
    pub dropped: u64,
    /// Packets that led to nobody.
    pub strangers: u64,
    /// Peers ended by a fault of their own.
    pub faults: u64,
    /// Seats that fell silent.
    pub lost: u64,
    /// Seats taken.
    pub joined: u64,
}

/// One room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RoomFigures {
    /// Seats taken.
    pub seats: usize,
    /// Bits a second received from them.
    pub bits_in: u64,
    /// Bits a second sent to them.
    pub bits_out: u64,
}

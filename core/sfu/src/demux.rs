//! Whose packet is it: by the address it comes from, else by the name a STUN request asks for.
use crate::peer::Peer;
use std::{collections::HashMap, net::SocketAddr};
use str0m::{ice::StunMessage, net::Protocol};

/// As many addresses as one seat may be seen at.
const SEEN_AT: usize = 12;

/// Where packets lead.
#[derive(Debug, Default)]
pub struct Demux {
    addresses: HashMap<(Protocol, SocketAddr), u64>,
    ufrags: HashMap<String, u64>,
}

impl Demux {
    /// The peer a packet is for; `true` when its address is not known yet and waits for [`Demux::learn`].
    pub fn find(&self, proto: Protocol, from: SocketAddr, packet: &[u8]) -> Option<(u64, bool)> {
        let known = self.addresses.get(&(proto, from)).copied();
        // Requests name whom they ask for: after a restart the same address may belong to another.
        if packet.first().is_some_and(|first| *first < 2)
            && let Ok(stun) = StunMessage::parse(packet)
            && let Some((asked, _)) = stun.split_username()
            && let Some(peer) = self.ufrags.get(asked).copied()
        {
            return Some((peer, known != Some(peer)));
        }
        known.map(|peer| (peer, false))
    }

    /// The packet was genuine: its address is this peer's.
    pub fn learn(&mut self, id: u64, peer: &mut Peer, proto: Protocol, from: SocketAddr) {
        if peer.addresses.len() >= SEEN_AT {
            let oldest = peer.addresses.remove(0);
            self.addresses.remove(&oldest);
        }
        peer.addresses.push((proto, from));
        self.addresses.insert((proto, from), id);
    }

    /// The peer may be asked for by this name.
    pub fn name(&mut self, id: u64, ufrag: String) {
        self.ufrags.insert(ufrag, id);
    }

    /// The connection at this address is closed.
    pub fn forget(&mut self, proto: Protocol, from: SocketAddr) {
        self.addresses.remove(&(proto, from));
    }

    /// The peer is gone.
    pub fn leave(&mut self, id: u64, peer: &Peer) {
        for address in &peer.addresses {
            if self.addresses.get(address) == Some(&id) {
                self.addresses.remove(address);
            }
        }
        for ufrag in &peer.ufrags {
            self.ufrags.remove(ufrag);
        }
    }

    /// How many addresses lead somewhere.
    pub fn len(&self) -> usize {
        self.addresses.len()
    }
}

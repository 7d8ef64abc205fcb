//! Packets on a TCP stream (RFC 4571): two bytes of length, then the packet.
use bytes::{Buf, BufMut, BytesMut};

/// The longest packet taken from a stream; media is far below.
pub const LONGEST: usize = 4_096;

/// Takes the next whole packet out of what has arrived. `Err` when the stream is not ours.
pub fn take(arrived: &mut BytesMut) -> Result<Option<BytesMut>, TooLong> {
    let Some(head) = arrived.get(..2) else { return Ok(None) };
    let length = usize::from(u16::from_be_bytes([head[0], head[1]]));
    if length > LONGEST {
        return Err(TooLong);
    }
    if arrived.len() < 2 + length {
        arrived.reserve(2 + length - arrived.len());
        return Ok(None);
    }
    arrived.advance(2);
    Ok(Some(arrived.split_to(length)))
}

/// Puts a packet behind what is to be written; a packet longer than a length can say is left out.
pub fn put(out: &mut BytesMut, packet: &[u8]) {
    if let Ok(length) = u16::try_from(packet.len()) {
        out.put_u16(length);
        out.put_slice(packet);
    }
}

/// A length no packet of ours has.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("a packet longer than media has")]
pub struct TooLong;

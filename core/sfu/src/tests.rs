mod churn;
mod flow;
mod parts;

use crate::{
    Config, Handle, Sfu, Signals,
    testing::{Client, Manner},
};
use std::net::SocketAddr;

/// A unit on loopback.
fn unit(config: Config) -> (Handle, Signals) {
    let listen = "127.0.0.1:0".parse().expect("an address");
    let handle = Sfu::start(&Config { listen, ..config }).expect("the unit starts");
    let signals = handle.signals().expect("nobody asked before");
    (handle, signals)
}

fn server(handle: &Handle) -> SocketAddr {
    handle.addresses()[0]
}

fn client(handle: &Handle, manner: Manner) -> Client {
    Client::new(manner, server(handle)).expect("a synthetic browser")
}

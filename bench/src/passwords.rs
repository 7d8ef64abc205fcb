//! The staff of a school coming in at once, by password: what it leaves in the server's memory.
use crate::{
    child::Server,
    crowd::now,
    town::PASSWORD,
    wire::{Wire, get, post},
};
use preau::{Result, Trouble};
use std::{io, time::Duration};

/// How many come in at once.
pub const STAFF: usize = 30;

/// What it came to.
#[derive(Clone, Copy, Debug)]
pub struct Passwords {
    /// Sign-ins a second, all at once.
    pub per_s: f64,
    /// Megabytes of anonymous memory above those at rest, once all are in.
    pub rss_mb: f64,
}

/// Lets each of these user names in at the same time. The same connections have asked for the page before: what they cost is at rest.
pub async fn measure(server: &Server, users: &[String]) -> Result<Passwords> {
    let failed = "the server that is measured lets no staff in";
    let mut wires = vec![];
    for _ in users {
        wires.push(Wire::open(&server.address).await.map_err(Trouble::while_(failed))?);
    }
    let (wires, _) = at_once(wires, users.iter().map(|_| get("/entrer/adulte", "", "")).collect(), 200).await?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    let rest = server.memory().mb();
    let forms = users.iter().map(|user| post("/entrer/adulte", "", &format!("user={user}&password={PASSWORD}&vers=")));
    let (wires, seconds) = at_once(wires, forms.collect(), 303).await?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    let rss_mb = server.memory().mb() - rest;
    drop(wires);
    Ok(Passwords { per_s: crate::report::count(users.len()) / seconds, rss_mb })
}

/// Each connection asks for its own thing; gives them back, with how many seconds it took.
async fn at_once(wires: Vec<Wire>, asked: Vec<Vec<u8>>, status: u16) -> Result<(Vec<Wire>, f64)> {
    let failed = "the server that is measured lets no staff in";
    let began = now();
    let parts: Vec<_> = wires
        .into_iter()
        .zip(asked)
        .map(|(mut wire, asked)| {
            tokio::spawn(async move {
                let answer = wire.ask(&asked).await?;
                if answer.status == status {
                    Ok(wire)
                } else {
                    Err(io::Error::other(format!("answered {}", answer.status)))
                }
            })
        })
        .collect();
    let mut wires = vec![];
    for part in parts {
        let part = part.await.map_err(Trouble::while_(failed))?;
        wires.push(part.map_err(Trouble::while_(failed))?);
    }
    Ok((wires, began.elapsed().as_secs_f64()))
}

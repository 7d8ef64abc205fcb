//! What a browser loads, cold and warm.
use crate::{
    child::Server,
    town::Seat,
    wire::{Answer, Wire, get},
};
use preau::{Result, Trouble};
use std::collections::BTreeSet;

/// Bytes over the wire, headers and all.
#[derive(Clone, Copy, Debug)]
pub struct Weight {
    /// The page and all it names.
    pub cold: usize,
    /// In how many requests.
    pub requests: usize,
    /// The page alone, its assets being kept.
    pub warm: usize,
    /// The page's HTML, uncompressed.
    pub html: usize,
}

/// The pages whose weight is told: name, address, and who looks. One more is one more line.
pub const PAGES: &[(&str, &str, Eyes)] = &[
    ("soir", "/", Eyes::Pupil),
    ("demande", "/bar/demande", Eyes::Pupil),
    ("semaine", "/semaine", Eyes::Pupil),
    ("famille", "/enfants", Eyes::Guardian),
];

/// Who looks at a page.
#[derive(Clone, Copy, Debug)]
pub enum Eyes {
    /// A pupil who has not asked yet.
    Pupil,
    /// Somebody who answers for a child.
    Guardian,
}

/// Weighs every page of the list.
pub async fn pages(server: &Server, pupil: &Seat, guardian: &Seat) -> Result<Vec<(&'static str, Weight)>> {
    let mut all = vec![];
    for (name, path, eyes) in PAGES {
        let seat = match eyes {
            Eyes::Pupil => pupil,
            Eyes::Guardian => guardian,
        };
        all.push((*name, weigh(server, seat, path).await?.0));
    }
    Ok(all)
}

/// Weighs a page as `seat` sees it; gives back its HTML too.
pub async fn weigh(server: &Server, seat: &Seat, path: &str) -> Result<(Weight, Vec<u8>)> {
    let failed = "the page could not be weighed";
    let mut wire = Wire::open(&server.address).await.map_err(Trouble::while_(failed))?;
    let plain = ask(&mut wire, path, seat, "").await?;
    let page = ask(&mut wire, path, seat, "Accept-Encoding: br\r\n").await?;
    let mut named = assets(&plain.body);
    let mut weight = Weight { cold: page.bytes, requests: 1, warm: page.bytes, html: plain.body.len() };
    let mut weighed = BTreeSet::new();
    while let Some(asset) = named.pop_first() {
        let found = ask(&mut wire, &asset, seat, "Accept-Encoding: br\r\n").await?;
        weight.cold += found.bytes;
        weight.requests += 1;
        weighed.insert(asset.clone());
        if found.header("content-type").is_some_and(|media| media.starts_with("text/css")) {
            let sheet = ask(&mut wire, &asset, seat, "").await?;
            named.extend(assets(&sheet.body).difference(&weighed).cloned());
        }
    }
    Ok((weight, plain.body))
}

async fn ask(wire: &mut Wire, path: &str, seat: &Seat, headers: &str) -> Result<Answer> {
    let answer = wire.ask(&get(path, &seat.cookie, headers)).await;
    let answer = answer.map_err(Trouble::while_("the page could not be weighed"))?;
    if answer.status == 200 { Ok(answer) } else { Err(Trouble::of(format!("{path} answered {}", answer.status))) }
}

/// The assets that a text names.
fn assets(text: &[u8]) -> BTreeSet<String> {
    let text = String::from_utf8_lossy(text);
    let name = |part: &str| -> String {
        part.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_')).collect()
    };
    let starts = text.match_indices("/a/").map(|(at, found)| at + found.len());
    starts.map(|at| name(&text[at..])).filter(|name| !name.is_empty()).map(|name| format!("/a/{name}")).collect()
}

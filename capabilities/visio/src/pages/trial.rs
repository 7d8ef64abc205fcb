//! Before a room: does the microphone hear, does the camera see, what does the line carry. All on the device.
use askama::Template;
use serde_json::json;
use web::{Reply, Result, Shell, Visit};

/// The sentences the script needs.
const WORDS: &[&str] = &[
    "begin",
    "again",
    "mic-good",
    "mic-low",
    "mic-none",
    "camera-good",
    "camera-none",
    "line-good",
    "line-fair",
    "line-poor",
    "line-none",
    "browser",
    "going",
];

#[derive(Template)]
#[template(path = "visio/trial.html")]
struct Trial {
    shell: Shell,
    stage: String,
}

/// The page of the trial.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let shell = visit.shell().at("/visio");
    let words: serde_json::Map<String, serde_json::Value> =
        WORDS.iter().map(|word| ((*word).to_owned(), json!(shell.of("visio-try-", word).to_string()))).collect();
    let stage = json!({ "icons": shell.asset("icons.svg"), "weight": shell.sheet(web::Sheet::Common), "words": words });
    Reply::page(&Trial { shell, stage: stage.to_string() })
}

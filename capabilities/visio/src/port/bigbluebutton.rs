//! `BigBlueButton`: create, join, end, `getMeetings`, each signed by the SHA-256 of its name, its query and the secret.
use super::{Call, Comer, Trouble, yes};
use data_encoding::HEXLOWER;
use outgoing::Door;
use sha2::{Digest, Sha256};

/// The address of one call, signed.
fn signed(url: &str, secret: &str, what: &str, fields: &[(&str, &str)]) -> String {
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let seal = HEXLOWER.encode(&Sha256::digest(format!("{what}{query}{secret}")));
    let and = if query.is_empty() { "" } else { "&" };
    format!("{url}/{what}?{query}{and}checksum={seal}")
}

/// A password of the room, for one part in it.
fn password(call: Call<'_>, part: &str) -> String {
    let mut digest = Sha256::new();
    digest.update(call.seed);
    digest.update(part.as_bytes());
    HEXLOWER.encode(&digest.finalize()[..16])
}

async fn ask(door: &Door, url: String) -> Result<String, Trouble> {
    let answer = door.get(&url)?.send().await?;
    yes(&answer)?;
    Ok(answer.text())
}

/// Whether the answer says `SUCCESS`, or that what was to go is gone already.
fn granted(answer: &str) -> Result<(), Trouble> {
    let key = inside(answer, "messageKey").unwrap_or_default();
    match inside(answer, "returncode") {
        Some("SUCCESS") => Ok(()),
        Some("FAILED") if key == "notFound" => Ok(()),
        _ => Err(Trouble::Refused(key.chars().filter(char::is_ascii_alphanumeric).take(40).collect())),
    }
}

pub(super) async fn create(door: &Door, url: &str, secret: &str, call: Call<'_>) -> Result<(), Trouble> {
    let (guest, host) = (password(call, "guest"), password(call, "host"));
    let fields = [
        ("name", if call.title.is_empty() { call.id } else { call.title }),
        ("meetingID", call.id),
        ("attendeePW", &guest),
        ("moderatorPW", &host),
        ("record", "false"),
        ("autoStartRecording", "false"),
        ("allowStartStopRecording", "false"),
        ("muteOnStart", "true"),
        ("lockSettingsDisablePrivateChat", "true"),
        ("webcamsOnlyForModerator", "true"),
        ("meetingExpireIfNoUserJoinedInMinutes", "30"),
        ("meetingExpireWhenLastUserLeftInMinutes", "10"),
    ];
    granted(&ask(door, signed(url, secret, "create", &fields)).await?)
}

pub(super) async fn end(door: &Door, url: &str, secret: &str, call: Call<'_>) -> Result<(), Trouble> {
    let host = password(call, "host");
    granted(&ask(door, signed(url, secret, "end", &[("meetingID", call.id), ("password", &host)])).await?)
}

pub(super) fn join(url: &str, secret: &str, call: Call<'_>, comer: Comer<'_>) -> String {
    let (part, role) = if comer.host { ("host", "MODERATOR") } else { ("guest", "VIEWER") };
    let word = password(call, part);
    let fields = [
        ("fullName", comer.name),
        ("meetingID", call.id),
        ("password", &word),
        ("role", role),
        ("userID", comer.id),
        ("redirect", "true"),
    ];
    signed(url, secret, "join", &fields)
}

pub(super) async fn present(door: &Door, url: &str, secret: &str, call: Call<'_>) -> Result<Vec<String>, Trouble> {
    let answer = ask(door, signed(url, secret, "getMeetings", &[])).await?;
    granted(&answer)?;
    let ours = elements(&answer, "meeting").find(|meeting| inside(meeting, "meetingID") == Some(call.id));
    let people = ours.into_iter().flat_map(|meeting| elements(meeting, "attendee"));
    Ok(people.filter_map(|person| inside(person, "userID")).map(str::to_owned).collect())
}

/// The text of the first element of this name.
pub(crate) fn inside<'x>(xml: &'x str, name: &str) -> Option<&'x str> {
    elements(xml, name).next().map(str::trim)
}

/// The content of every element of this name that holds none of its own name.
pub(crate) fn elements<'x>(xml: &'x str, name: &str) -> impl Iterator<Item = &'x str> {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    let mut rest = xml;
    std::iter::from_fn(move || {
        let from = rest.find(&open)? + open.len();
        let to = from + rest[from..].find(&close)?;
        let found = &rest[from..to];
        rest = &rest[to + close.len()..];
        Some(found)
    })
}

//! Jitsi: the room is made by who comes first; the token says who they are and whether they hold it.
use super::{Call, Comer, token, until};
use kernel::Moment;
use serde_json::json;

pub(super) fn join(url: &str, app: &str, secret: &str, call: Call<'_>, comer: Comer<'_>, now: Moment) -> String {
    let domain = url.split_once("://").map_or(url, |(_, rest)| rest).split('/').next().unwrap_or_default();
    let affiliation = if comer.host { "owner" } else { "member" };
    let claims = json!({
        "aud": "jitsi",
        "iss": app,
        "sub": domain,
        "room": call.id,
        "nbf": now.0 / 1_000 - 10,
        "exp": until(now),
        "context": {
            "user": { "id": comer.id, "name": comer.name, "moderator": comer.host, "affiliation": affiliation },
            "features": { "recording": false, "livestreaming": false, "transcription": false },
        },
    });
    let settings = "#config.startWithAudioMuted=true&config.startWithVideoMuted=true&config.disableDeepLinking=true";
    format!("{url}/{}?jwt={}{settings}", call.id, token(secret.as_bytes(), &claims))
}

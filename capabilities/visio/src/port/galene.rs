//! Galène: the group is made by its administrator with a key of its own, and people come with tokens signed by that key.
use super::{Call, Comer, Trouble, token, until, yes};
use data_encoding::BASE64URL_NOPAD;
use kernel::Moment;
use outgoing::Door;
use serde_json::json;

fn group(url: &str, call: Call<'_>) -> String {
    format!("{url}/galene-api/v0/.groups/{}/", call.id)
}

pub(super) async fn create(
    door: &Door,
    url: &str,
    (user, password): (&str, &str),
    call: Call<'_>,
) -> Result<(), Trouble> {
    let definition = json!({
        "displayName": call.title,
        "public": false,
        "allow-recording": false,
        "unrestricted-tokens": false,
        "authKeys": [{ "kty": "oct", "alg": "HS256", "k": BASE64URL_NOPAD.encode(call.seed) }],
    });
    let request = door.put(&group(url, call))?.user(user, password).header("if-none-match", "*");
    let answer = request.body("application/json", definition.to_string()).send().await?;
    // Made already: the key is the same, as it comes from the same seed.
    if answer.status == 412 { Ok(()) } else { yes(&answer) }
}

pub(super) async fn delete(
    door: &Door,
    url: &str,
    (user, password): (&str, &str),
    call: Call<'_>,
) -> Result<(), Trouble> {
    let answer = door.delete(&group(url, call))?.user(user, password).send().await?;
    if answer.status == 404 { Ok(()) } else { yes(&answer) }
}

pub(super) fn join(url: &str, call: Call<'_>, comer: Comer<'_>, now: Moment) -> String {
    let room = format!("{url}/group/{}/", call.id);
    let permissions = if comer.host { json!(["op", "present", "message"]) } else { json!(["present", "message"]) };
    let claims = json!({
        "sub": comer.name,
        "aud": room,
        "permissions": permissions,
        "iat": now.0 / 1_000 - 10,
        "exp": until(now),
    });
    format!("{room}?token={}", token(call.seed, &claims))
}

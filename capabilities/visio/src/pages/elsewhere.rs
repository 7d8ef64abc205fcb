//! Rooms that another server serves: the door, the way in, and who chooses the server.
use super::{address, seated, seen};
use crate::{
    model::{Kind, SeatState, ServerId, State, TITLE},
    port::{self, Call, Comer, Server, keeper},
    store::{self, Chosen, Deciding},
};
use askama::Template;
use outgoing::Refused;
use web::{Error, FormState, Lang, Reply, Result, Shell, Visit};

/// Comes to the door, without script: in, or at the door.
pub fn knock(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (_, seated) = seated(visit)?;
    let said = match store::knock(visit.tx, &seated)? {
        Ok(()) => "visio-door-there-text".to_owned(),
        Err(why) => {
            tracing::info!(why = why.word(), "a seat was refused");
            why.to_string()
        }
    };
    Ok(Reply::go(address(seated.room.id)).said(visit.sentence(&said)))
}

/// Leads to the room where it lives, once the adult is there and the server is ready.
pub fn way_in(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (_, seated) = seated(visit)?;
    let (room, seat) = (&seated.room, &seated.seat);
    let chosen = seen(store::server_of(visit.tx, room.id)?)?;
    let server = seen(Server::of(&chosen, &visit.house.secret))?;
    let admitted = seat.is_adult() || matches!(seat.state, SeatState::Admitted | SeatState::In | SeatState::Out);
    if room.state != State::Open || !admitted || !store::is_ready(visit.tx, room.id)? {
        return Ok(Reply::go(address(room.id)));
    }
    let who = visit.signed_in()?;
    let initial = who.family.chars().next().map(|first| format!(" {first}.")).unwrap_or_default();
    let family = if seat.is_adult() { format!(" {}", who.family) } else { initial };
    let (name, id, of_seat) = (format!("{}{family}", who.given), room.id.to_string(), seat.id.to_string());
    let seed = keeper::seed(visit.house, room.id);
    let call = Call { id: &id, title: &room.title, seed: &seed };
    let comer = Comer { id: &of_seat, name: &name, host: seat.is_adult() };
    Ok(Reply::go(seen(server.way_in(call, comer, visit.now))?))
}

#[derive(Template)]
#[template(path = "visio/servers.html")]
struct Servers {
    shell: Shell,
    form: FormState,
    units: Vec<Deciding>,
    kinds: Vec<(String, String)>,
    purposes: Vec<(String, String)>,
    choices: Vec<(String, String)>,
    /// Those whose secret must be typed again: it was sealed by the secret of another house.
    unopened: Vec<ServerId>,
}

impl Servers {
    fn unopened(&self, chosen: &Chosen) -> bool {
        self.unopened.contains(&chosen.id)
    }

    fn purpose(&self, chosen: &Chosen) -> String {
        let named = self.purposes.iter().find(|(word, _)| *word == chosen.purpose);
        named.map(|(_, said)| said.clone()).unwrap_or_default()
    }
}

/// Which server serves the rooms of the units one decides for.
pub fn servers(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    page(visit, FormState::new())
}

fn page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let (actor, shell) = (visit.actor()?, visit.shell().at("/visio"));
    let units = store::deciding(visit.tx, &actor)?;
    let shut = |one: &&Chosen| one.shares() && one.shared(&visit.house.secret).is_none_or(|shared| shared.is_empty());
    let unopened = units.iter().flat_map(|unit| &unit.chosen).filter(shut).map(|one| one.id).collect();
    let choices = units.iter().map(|unit| (unit.unit.to_string(), unit.name.clone())).collect();
    let kinds = Server::WORDS.iter().map(|word| ((*word).to_owned(), shell.of("visio-server-", word).to_string()));
    let kinds = kinds.collect();
    let all = (String::new(), shell.say("visio-purpose-all").to_string());
    let purposes =
        Kind::ALL.iter().map(|kind| (kind.word().to_owned(), shell.of("visio-kind-", kind.word()).to_string()));
    let purposes = std::iter::once(all).chain(purposes).collect();
    let refused = form.refused();
    let page = Servers { shell, form, units, kinds, purposes, choices, unopened };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Chooses a server. A secret belongs to a host: left empty, it is kept for the same kind and host, and asked for with any other.
pub fn choose(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, unit) = (visit.actor()?, visit.form.text("unite").parse()?);
    if !store::decides(&actor, unit) {
        return Err(Error::NotFound);
    }
    let mut state = FormState::of(&visit.form);
    let (kind, purpose) = (visit.form.text("genre").to_owned(), visit.form.text("usage").to_owned());
    if !Server::WORDS.contains(&kind.as_str()) || (!purpose.is_empty() && Kind::from_word(&purpose).is_none()) {
        return Err(Error::NotFound);
    }
    let url = match address_of(visit, &kind) {
        Ok(url) => url,
        Err(why) => {
            state.refuse("adresse", visit.sentence(key(why)));
            state.entitle(visit.sentence("visio-server-unkept"));
            return page(visit, state);
        }
    };
    let before = store::choice(visit.tx, unit, &purpose)?;
    let audience = visit.form.short("nom", TITLE);
    let sealed = before.as_ref().and_then(|before| before.sealed.clone());
    let chosen = Chosen { id: visit.new_id(), unit, purpose, kind, url, audience, sealed };
    let typed = visit.form.short("secret", TITLE);
    // The seal itself says whether the secret of before is this host's.
    let kept = if typed.is_empty() { chosen.shared(&visit.house.secret).unwrap_or_default() } else { String::new() };
    let plain = if typed.is_empty() { kept } else { typed.clone() };
    if chosen.shares() && plain.is_empty() {
        state.refuse("secret", visit.sentence("visio-server-secret-again"));
        state.entitle(visit.sentence("visio-server-unkept"));
        return page(visit, state);
    }
    let chosen = if chosen.shares() {
        chosen.sharing(&plain, &visit.house.secret, &*visit.house.chance)
    } else {
        Chosen { sealed: None, ..chosen }
    };
    seen(store::set_server(visit.tx, &actor, &chosen, visit.now)?.then_some(()))?;
    let said = changes(visit, before.as_ref(), &chosen, !typed.is_empty());
    let on = (unit, Some(unit));
    access::audit::record_at(visit.tx, &*visit.house.chance, visit.now, actor.person, "visio/server", on, &said)?;
    Ok(Reply::go("/visio/serveurs").said(visit.sentence("visio-said-server")))
}

/// The address that was typed, as it is kept; this platform has none.
fn address_of(visit: &Visit<'_, '_>, kind: &str) -> std::result::Result<String, Refused> {
    if kind == "embedded" {
        return Ok(String::new());
    }
    let url = port::door(visit.house).address(visit.form.text("adresse"))?;
    Ok(url.as_str().trim_end_matches('/').to_owned())
}

const fn key(why: Refused) -> &'static str {
    match why {
        Refused::Unreadable | Refused::Plain => "visio-server-https",
        Refused::Named => "visio-server-named",
        Refused::Closed => "visio-server-closed",
    }
}

/// What changed, in words, for the trail: never the secret.
fn changes(visit: &Visit<'_, '_>, before: Option<&Chosen>, after: &Chosen, secret: bool) -> String {
    let say = |key: &str| visit.house.words.say(Lang::Fr, key).to_string();
    let named = |kind: &str, all: &str, word: &str| {
        say(&if word.is_empty() { all.to_owned() } else { format!("{kind}{word}") })
    };
    let mut said = vec![
        named("visio-server-", "", &after.kind),
        after.host(),
        named("visio-kind-", "visio-purpose-all", &after.purpose),
    ];
    match before {
        None => said.push(say("visio-trail-first")),
        Some(before) => {
            let changed = [
                (before.kind != after.kind, "visio-trail-kind"),
                (before.url != after.url, "visio-trail-address"),
                (before.audience != after.audience, "visio-trail-name"),
            ];
            said.extend(changed.iter().filter(|(changed, _)| *changed).map(|(_, key)| say(key)));
        }
    }
    let shares = |chosen: &Chosen| chosen.sealed.is_some();
    let of_secret = match (shares(after), secret, before.is_some_and(shares)) {
        (true, true, _) => Some("visio-trail-secret"),
        (true, false, _) => Some("visio-trail-secret-kept"),
        (false, _, true) => Some("visio-trail-secret-gone"),
        (false, _, false) => None,
    };
    said.extend(of_secret.map(say));
    said.retain(|part| !part.is_empty());
    said.join(" ; ")
}

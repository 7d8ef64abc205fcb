//! Rooms that another server serves: the door, the way in, and who chooses the server.
use super::{address, cut, seated, seen};
use crate::{
    model::{Kind, SeatState, State, TITLE},
    port::{Call, Comer, Server, keeper},
    store::{self, Chosen, Deciding},
};
use askama::Template;
use web::{Error, FormState, Reply, Result, Shell, Visit};

/// Comes to the door, without script: in, or at the door.
pub fn knock(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (_, seated) = seated(visit)?;
    if let Err(why) = store::knock(visit.tx, &seated)? {
        tracing::info!(why = why.word(), "a seat was refused");
    }
    Ok(Reply::go(address(seated.room.id)))
}

/// Leads to the room where it lives, once the adult is there and the server is ready.
pub fn way_in(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (_, seated) = seated(visit)?;
    let (room, seat) = (&seated.room, &seated.seat);
    let server = seen(store::server_of(visit.tx, room.id)?)?;
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
}

impl Servers {
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
    let choices = units.iter().map(|unit| (unit.unit.to_string(), unit.name.clone())).collect();
    let kinds = Server::WORDS.iter().map(|word| ((*word).to_owned(), shell.of("visio-server-", word).to_string()));
    let kinds = kinds.collect();
    let all = (String::new(), shell.say("visio-purpose-all").to_string());
    let purposes =
        Kind::ALL.iter().map(|kind| (kind.word().to_owned(), shell.of("visio-kind-", kind.word()).to_string()));
    let purposes = std::iter::once(all).chain(purposes).collect();
    let refused = form.refused();
    let page = Servers { shell, form, units, kinds, purposes, choices };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Chooses a server.
pub fn choose(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let mut state = FormState::of(&visit.form);
    let (kind, url) = (visit.form.text("genre").to_owned(), cut(visit.form.text("adresse"), 300));
    let purpose = visit.form.text("usage").to_owned();
    if !Server::WORDS.contains(&kind.as_str()) || (!purpose.is_empty() && Kind::from_word(&purpose).is_none()) {
        return Err(Error::NotFound);
    }
    if kind != "embedded" && !(url.starts_with("https://") || url.starts_with("http://127.0.0.1")) {
        state.refuse("adresse", visit.sentence("visio-server-https"));
        return page(visit, state);
    }
    let chosen = Chosen {
        id: visit.new_id(),
        unit: visit.form.text("unite").parse()?,
        purpose,
        kind,
        url,
        secret: cut(visit.form.text("secret"), TITLE),
        audience: cut(visit.form.text("nom"), TITLE),
    };
    if !store::set_server(visit.tx, &actor, &chosen, visit.now)? {
        return Err(Error::NotFound);
    }
    access::audit::record(visit.tx, &*visit.house.chance, visit.now, actor.person, "visio/server", chosen.unit, "")?;
    Ok(Reply::go("/visio/serveurs"))
}

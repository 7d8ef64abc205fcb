//! One feed: where its files go, how it is followed, what it brought.
use super::{days, folder, found};
use crate::{
    Delivery, Feed, State, folder as watched,
    parcel::{self, Parcel},
    policy::Keep,
    store,
};
use access::Allowed;
use askama::Template;
use bytes::Bytes;
use kernel::{Id, Moment};
use std::{io::Cursor, pin::Pin, sync::Arc};
use web::{Ask, Error, Form, FormState, House, Paged, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "feed/one.html")]
struct Page {
    shell: Shell,
    form: FormState,
    feed: Feed,
    folder: Option<String>,
    deliveries: Paged<Delivery>,
    now: Moment,
}

impl Page {
    /// What a delivery is, and of which day.
    fn what(&self, delivery: &Delivery) -> String {
        let key = if delivery.complete { "feed-complete" } else { "feed-change" };
        self.shell.say(key).text("day", self.shell.born(&delivery.made)).to_string()
    }

    /// What became of it, in words.
    fn became(&self, delivery: &Delivery) -> String {
        match delivery.state {
            State::Refused => self.shell.of("feed-why-", &delivery.why).to_string(),
            State::Waiting => String::new(),
            _ => counts(&self.shell, delivery),
        }
    }
}

/// How many there are in it, in words.
pub(super) fn counts(shell: &Shell, delivery: &Delivery) -> String {
    let of = delivery.counts;
    let says = shell.say("feed-counts").num("schools", of.schools).num("pupils", of.pupils);
    says.num("guardians", of.guardians).num("staff", of.staff).to_string()
}

fn page(visit: &mut Visit<'_, '_>, feed: Allowed<Keep, Feed>, form: FormState) -> Result<Page> {
    let deliveries = store::deliveries(visit.tx, feed.id, visit.pager())?;
    let folder = folder(visit, &feed);
    let (shell, feed) = (visit.shell().at("/alimentation"), feed.into_inner());
    Ok(Page { shell, form, feed, folder, deliveries, now: visit.now })
}

/// The feed.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let feed = found(visit)?;
    let form = FormState::new().with("jours", feed.days).with("seul", if feed.alone { "1" } else { "" });
    Reply::page(&page(visit, feed, form)?)
}

/// Changes how it is followed; whoever does answers for it from now on.
pub fn change(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (feed, actor) = (found(visit)?, visit.actor()?);
    let mut form = FormState::of(&visit.form);
    let days = days(visit, &visit.form, &mut form);
    if form.refused() {
        return Reply::refused(&page(visit, feed, form)?);
    }
    store::change(visit.tx, &feed, (visit.form.has("seul"), days), actor.person)?;
    let on = (feed.id, Some(feed.unit.id));
    access::audit::record_at(visit.tx, &*visit.house.chance, visit.now, actor.person, "feed/changed", on, &feed.name)?;
    Ok(Reply::go(format!("/alimentation/{}", feed.id)).said(visit.sentence("feed-said-changed")))
}

/// What was sent, and under which name it is kept.
struct Sent {
    parcel: Parcel,
    file: String,
}

/// The one file as it is, with its name; several as one archive.
fn together(
    form: crate::Form,
    mut came: Vec<(String, Bytes)>,
) -> std::result::Result<(Sent, Option<String>), parcel::Trouble> {
    if came.len() == 1 {
        let (name, bytes) = came.remove(0);
        return Ok((Sent { parcel: parcel::of(form, bytes, "")?, file: String::new() }, Some(name)));
    }
    let files = came.into_iter().enumerate().map(|(at, (_, bytes))| Ok((format!("{}", at + 1), Cursor::new(bytes))));
    Ok((Sent { parcel: parcel::packed(form, files)?, file: String::new() }, None))
}

/// Looks at what was sent: what it is, outside of the transaction.
pub fn prepare(house: Arc<House>, ask: Arc<Ask>, mut form: Form) -> Pin<Box<dyn Future<Output = Result<Form>> + Send>> {
    Box::pin(async move {
        let mut came = vec![];
        for upload in form.uploads.iter().filter(|upload| !upload.name.is_empty()) {
            let bytes = house.files.get(&upload.name).await?.ok_or(Error::NotFound)?;
            came.push((upload.name.clone(), bytes));
        }
        let id = ask.names.iter().find(|(name, _)| name == "source").and_then(|(_, id)| id.parse().ok());
        let id = id.ok_or(Error::NotFound)?;
        let feed = house.db.read(move |tx| store::by_id(tx, id)).await?;
        let Some(written) = feed.map(|feed: Feed| feed.form).filter(|_| !came.is_empty()) else { return Ok(form) };
        let sent = web::aside(move || together(written, came)).await?;
        let Ok((mut sent, alone)) = sent else { return Ok(form) };
        if let Some(name) = alone {
            sent.file = name;
        } else {
            sent.file = Id::<Delivery>::new(house.clock.now(), &*house.chance).to_string();
            house.files.put(&sent.file, sent.parcel.bytes.clone()).await?;
        }
        form.prepared = Some(Arc::new(sent));
        Ok(form)
    })
}

/// Takes an archive in: it is read next.
pub fn sent(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let feed = found(visit)?;
    let sent = visit.form.prepared.take().and_then(|found| found.downcast::<Sent>().ok());
    let why = visit.form.left_out.first().map(|(_, key)| visit.sentence(key));
    // Of files that belong together none may be left out.
    let Some(sent) = sent.filter(|_| why.is_none()) else {
        let mut form = FormState::of(&visit.form).with("jours", feed.days);
        form.refuse("archive", why.unwrap_or_else(|| visit.sentence("feed-file-missing")));
        return Reply::refused(&page(visit, feed, form)?);
    };
    let delivery = watched::received(visit.new_id(), &feed, &sent.parcel, sent.file.clone(), visit.now);
    let new = store::takes(visit.tx, &delivery)?;
    let said = if new { "feed-said-sent" } else { "feed-said-known" };
    Ok(Reply::go(format!("/alimentation/{}", feed.id)).said(visit.sentence(said)))
}

/// Ends it: its folder is watched no longer, and what it brought stays.
pub fn end(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (feed, actor) = (found(visit)?, visit.actor()?);
    if !visit.form.has("oui") {
        return Ok(Reply::go(format!("/alimentation/{}", feed.id)).said(visit.sentence("feed-said-past")));
    }
    store::end(visit.tx, &feed, visit.now)?;
    let on = (feed.id, Some(feed.unit.id));
    access::audit::record_at(visit.tx, &*visit.house.chance, visit.now, actor.person, "feed/ended", on, &feed.name)?;
    Ok(Reply::go("/alimentation").said(visit.sentence("feed-said-ended")))
}

//! What comes in pieces, and what a device may keep.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
mod again;
mod coming;
mod paged;
mod said;
mod turn;
mod typed;
mod wire;

use crate::{
    Door, Error, Form, FormState, House, Reply, Result, Routes, SLICE, SignedIn, Slice, Visit, store, testing,
    testing::Browser,
};
use access::Actor;
use axum::http::StatusCode;
use db::Tx;
use kernel::{Id, Moment, PersonId, Seeded};
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

const NOW: Moment = Moment(1_764_088_800_000);
const NAME: &str = "0123456789abcdef0123456789abcdef";

/// A slice with one form that takes files, and one page that may be kept.
const DESK: Slice = Slice {
    routes: || {
        Routes::new()
            .file_form("/mot", Door::SignedIn, &["photo"], word)
            .file_form("/refus", Door::SignedIn, &["photo"], |_| {
                Ok(Reply::word(StatusCode::UNPROCESSABLE_ENTITY, String::new()))
            })
            .file_form("/ferme", Door::Staff(&[access::Role::Head]), &["photo"], word)
            .file_form("/photo-cassee", Door::SignedIn, &["photo"], |_| Err(Error::Ours("broken".to_owned())))
            .page("/soir", Door::SignedIn, |_| Ok(Reply::bytes("text/html", vec![]).kept_with(&["/semaine"])))
            .page("/liste", Door::SignedIn, paged::list)
            .form("/sans", Door::SignedIn, word)
            .form("/ensuite", Door::SignedIn, afterwards)
            .form("/croise", Door::SignedIn, crossed)
            .form("/soigne", Door::SignedIn, careful)
            .form("/long", Door::SignedIn, long)
            .form("/fait", Door::SignedIn, |_| {
                Ok(Reply::go("/hors-ligne").said("C’est <fait>.").undo("/defait", &[("a", "1")]))
            })
            .form("/sortie", Door::SignedIn, |_| Ok(Reply::go("/x").said("À bientôt.").forget("preau")))
            .form("/casse", Door::SignedIn, |_| Err(Error::Ours("broken".to_owned())))
            .page("/casse", Door::SignedIn, |_| Err(Error::Ours("broken".to_owned())))
            .page("/voix", Door::SignedIn, |_| Ok(Reply::file("voix".to_owned(), "audio/mp4")))
            .stream("/flux", Door::SignedIn, |_| Ok(vec!["soir".to_owned()]))
            .page("/prive", Door::SignedIn, |_| Ok(Reply::bytes("text/html", vec![])))
    },
    ..Slice::named("desk")
};

/// Says in its address what came.
fn word(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let Form { uploads, left_out, .. } = &visit.form;
    let came: Vec<_> = uploads.iter().map(|one| format!("{}-{}", one.field, one.size)).collect();
    let count = store::count(visit.tx)?;
    Ok(Reply::go(format!("/mots/{count}?{}&{}", came.join("+"), left_out.len())))
}

/// Writes, and leaves a file once that is done.
fn afterwards(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    visit.signed_in()?;
    let (house, name) = (Arc::clone(visit.house), visit.new_id::<()>().to_string());
    visit.after(async move {
        house.files.put(&name, vec![1].into()).await.ok()?;
        Some(Reply::go("/fini"))
    });
    let refused = visit.form.has("refus");
    if refused { Ok(Reply::word(StatusCode::UNPROCESSABLE_ENTITY, String::new())) } else { Ok(Reply::go("/ecrit")) }
}

/// The same, crossed by another write: the first time, or each time. SQLite has one writer.
fn crossed(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    static RUNS: AtomicUsize = AtomicUsize::new(0);
    let reply = afterwards(visit)?;
    let crossed = visit.form.has("toujours") || RUNS.fetch_add(1, Ordering::SeqCst) == 0;
    if crossed && visit.tx.dialect() == db::Dialect::Postgres {
        visit.tx.query("DO 'BEGIN RAISE EXCEPTION ''crossed'' USING ERRCODE = ''40001''; END'", &[])?;
    }
    Ok(reply)
}

/// Says beside its field what is to be mended.
#[expect(clippy::unnecessary_wraps, reason = "the shape a route asks for")]
fn careful(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let state = FormState::of(&visit.form);
    let said = format!("{} {}", state.value("texte"), state.problem("texte").unwrap_or_default());
    let status = if state.refused() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(Reply::word(status, said))
}

/// Writes what came.
fn long(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (id, text) = (visit.new_id::<()>(), visit.form.short("texte", 40_000));
    store::try_out(visit.tx, &id.bytes(), &text, visit.now)?;
    Ok(Reply::go("/soir"))
}

/// The cookie is the person's id; with `own` before it where the device is theirs.
#[expect(clippy::unnecessary_wraps, reason = "the shape a house asks for")]
fn whoami(_: &mut Tx<'_>, token: &str, _: Moment) -> db::Result<Option<SignedIn>> {
    let (own, id) = token.strip_prefix("own").map_or((false, token), |id| (true, id));
    let Ok(person) = id.parse::<PersonId>() else { return Ok(None) };
    Ok(Some(SignedIn { own_device: own, ..who(person) }))
}

/// Inès, on a device that is not her own.
fn who(person: PersonId) -> SignedIn {
    SignedIn {
        actor: Actor { person, grants: vec![], children: vec![], groups: vec![] }.into(),
        session: person.cast(),
        given: "Inès".to_owned(),
        family: "Nouvel".to_owned(),
        lang: None,
        by_card: false,
        shared_device: false,
        own_device: false,
        must: None,
        signs_from: None,
    }
}

/// Somebody signed in, and what their forms carry.
struct Person {
    browser: Browser,
    csrf: String,
    id: PersonId,
}

impl Person {
    async fn piece(&mut self, name: &str, starts: usize, length: usize, bytes: &[u8]) -> (u16, String) {
        let headers = [
            ("content-type", "application/octet-stream"),
            ("upload-offset", &starts.to_string()),
            ("upload-length", &length.to_string()),
            ("x-csrf", &self.csrf),
        ];
        self.browser.body(&format!("/envoi/{name}"), &headers, bytes.to_vec()).await;
        (self.browser.status, self.browser.text.clone())
    }

    async fn form(&mut self, fields: &[(&str, &str)]) -> (u16, Option<String>) {
        let csrf = self.csrf.clone();
        let fields: Vec<_> = [("csrf", csrf.as_str())].into_iter().chain(fields.iter().copied()).collect();
        self.browser.post("/mot", &fields).await;
        (self.browser.status, self.browser.location.clone())
    }
}

fn person(house: &Arc<House>, seed: u64, own: bool) -> Person {
    let id: PersonId = Id::new(NOW, &Seeded::new(seed));
    let token = format!("{}{id}", if own { "own" } else { "" });
    let browser = Browser::new(house, &[&DESK]).with("preau", token);
    Person { browser, csrf: house.secret.csrf(id.cast()), id }
}

async fn houses() -> Vec<(&'static str, Arc<House>)> {
    let mut all = vec![];
    for (name, db) in db::testing::both(&[]).await {
        all.push((name, testing::house(db, &[&SLICE, &DESK], whoami, NOW).await));
    }
    all
}

fn picture(size: usize) -> Vec<u8> {
    let mut bytes = b"\xff\xd8\xff\xc0\0\x0b\x08\0\x01\0\x01\x01\x01\x11\0\xff\xda\0\x02".to_vec();
    bytes.resize(size - 2, 7);
    bytes.extend([0xff, 0xd9]);
    bytes
}

#[tokio::test]
async fn a_file_comes_in_pieces_and_goes_on_from_where_it_was_cut() {
    for (name, house) in houses().await {
        let mut ines = person(&house, 1, true);
        let file = picture(100_000);
        ines.browser.get(&format!("/envoi/{NAME}")).await;
        assert_eq!(ines.browser.status, 404, "{name}: nothing came yet");
        assert_eq!(ines.piece(NAME, 0, 100_000, &file[..40_000]).await, (200, "40000/100000".into()), "{name}");
        assert_eq!(ines.piece(NAME, 0, 100_000, &file[..40_000]).await, (409, "40000/100000".into()), "{name}: again");
        assert_eq!(
            ines.form(&[("once", "a"), ("envoi", &format!("photo {NAME}"))]).await.0,
            400,
            "{name}: half a file"
        );
        ines.browser.get(&format!("/envoi/{NAME}")).await;
        assert_eq!(ines.browser.text, "40000/100000", "{name}");
        assert_eq!(ines.piece(NAME, 40_000, 100_000, &file[40_000..]).await, (200, "100000/100000".into()), "{name}");
        let form = [("texte", "a\nb"), ("once", "b"), ("envoi", &format!("photo {NAME}"))];
        let (status, led) = ines.form(&form).await;
        assert_eq!((status, led.as_deref()), (303, Some("/mots/1?photo-100000&0")), "{name}");
        assert_eq!(house.files.list().await.unwrap().len(), 1, "{name}");
        assert_eq!(ines.form(&form).await, (303, led.clone()), "{name}: sent again, counted once");
        assert_eq!(ines.form(&[("once", "c"), ("envoi", &format!("photo {NAME}"))]).await.0, 400, "{name}: taken");
        // The same form with its file inside is the same form, however its lines end.
        let csrf = ines.csrf.clone();
        let fields = [("csrf", csrf.as_str()), ("texte", "a\r\nb"), ("once", "b")];
        ines.browser.upload("/mot", &fields, &[("photo", &file)]).await;
        assert_eq!(ines.browser.location, led, "{name}");
        assert_eq!(house.files.list().await.unwrap().len(), 1, "{name}: and leaves no second file");
    }
}

#[tokio::test]
async fn what_waited_for_weeks_still_counts_once() {
    for (name, house) in houses().await {
        let mut ines = person(&house, 1, true);
        ines.piece(NAME, 0, 2_000, &picture(2_000)).await;
        let form = [("once", "a"), ("envoi", &*format!("photo {NAME}"))];
        let (_, led) = ines.form(&form).await;
        let later = NOW.plus_days(29);
        let gone = jobs::purge(&house.db, SLICE.keeps, later).await.unwrap();
        assert!(gone.iter().all(|(_, count)| *count == 0), "{name}: {gone:?}");
        assert_eq!(ines.form(&form).await, (303, led), "{name}");
        ines.piece(&NAME.replace('0', "f"), 0, 2_000, &picture(1_000)).await;
        jobs::purge(&house.db, SLICE.keeps, NOW.plus_days(3)).await.unwrap();
        ines.browser.get(&format!("/envoi/{}", NAME.replace('0', "f"))).await;
        assert_eq!(ines.browser.text, "0/2000", "{name}: what was left half way begins again");
    }
}

#[tokio::test]
async fn a_file_on_its_way_is_seen_by_its_person_only() {
    for (name, house) in houses().await {
        let (mut ines, mut other) = (person(&house, 1, true), person(&house, 2, true));
        ines.piece(NAME, 0, 2_000, &picture(2_000)).await;
        other.browser.get(&format!("/envoi/{NAME}")).await;
        assert_eq!(other.browser.status, 404, "{name}");
        assert_eq!(other.form(&[("once", "a"), ("envoi", &format!("photo {NAME}"))]).await.0, 400, "{name}");
        other.csrf = "0".repeat(32);
        assert_eq!(other.piece(NAME, 0, 10, b"0123456789").await.0, 403, "{name}: not of this session");
        let (id, erased) = (ines.id, house.db.clone());
        erased.write(move |tx| store::upload::erase(tx, id)).await.unwrap();
        ines.browser.get(&format!("/envoi/{NAME}")).await;
        assert_eq!(ines.browser.status, 404, "{name}: forgotten");
    }
}

#[tokio::test]
async fn what_is_no_picture_or_too_long_stays_outside() {
    for (name, house) in houses().await {
        let mut ines = person(&house, 1, true);
        assert_eq!(ines.piece(NAME, 0, 9_000_000, b"x").await.0, 413, "{name}");
        assert_eq!(ines.piece("../../secret", 0, 1, b"x").await.0, 404, "{name}");
        assert_eq!(ines.piece(NAME, 0, 2, b"xyz").await, (409, "0/2".into()), "{name}: more than was said");
        ines.piece(NAME, 0, 12, b"just a text.").await;
        let (status, led) = ines.form(&[("once", "a"), ("envoi", &format!("photo {NAME}"))]).await;
        assert_eq!((status, led.as_deref()), (303, Some("/mots/1?&1")), "{name}: told as left out");
        assert_eq!(house.files.list().await.unwrap().len(), 0, "{name}");
        for n in 0..10 {
            ines.piece(&format!("{n:032x}"), 0, 50, b"begun").await;
        }
        let mut open = 0;
        for n in 0..10 {
            ines.browser.get(&format!("/envoi/{n:032x}")).await;
            open += usize::from(ines.browser.status == 200);
        }
        assert!(open <= 6, "{name}: {open} files on their way");
    }
}

#[tokio::test]
async fn a_refused_form_keeps_what_came_before_it() {
    for (name, house) in houses().await {
        let mut ines = person(&house, 1, true);
        ines.piece(NAME, 0, 2_000, &picture(2_000)).await;
        let csrf = ines.csrf.clone();
        let form = [("csrf", csrf.as_str()), ("once", "a"), ("envoi", &format!("photo {NAME}"))];
        ines.browser.post("/refus", &form).await;
        assert_eq!((ines.browser.status, house.files.list().await.unwrap().len()), (422, 0), "{name}");
        assert_eq!(ines.form(&form[1..]).await.0, 303, "{name}: the mended form names it again");
    }
}

#[tokio::test]
async fn only_a_device_of_ones_own_is_told_to_keep_a_page() {
    for (name, house) in houses().await {
        let mut own = person(&house, 1, true);
        own.browser.get("/soir").await;
        let kept = format!("{} /semaine", house.secret.name(own.id));
        assert_eq!(own.browser.header("x-keep"), Some(kept.as_str()), "{name}");
        assert_eq!(own.browser.header("cache-control"), Some("private, no-store"), "{name}");
        own.browser.part("/soir").await;
        assert_eq!(own.browser.header("x-keep"), None, "{name}: a part is no page");
        own.browser.get("/prive").await;
        assert_eq!(own.browser.header("x-keep"), None, "{name}: nothing is kept that does not say so");
        own.browser.get("/hors-ligne").await;
        assert!(own.browser.text.contains("data-keep=\"1764088800000\""), "{name}: {}", own.browser.text);
        assert!(own.browser.text.contains("data-kept-at=\"Page gardée à 17 h 40\""), "{name}: {}", own.browser.text);
        let mut shared = person(&house, 1, false);
        shared.browser.get("/soir").await;
        assert_eq!(shared.browser.header("x-keep"), None, "{name}");
        shared.browser.get("/hors-ligne").await;
        assert!(!shared.browser.text.contains("data-keep="), "{name}");
    }
}

#[tokio::test]
async fn the_house_can_be_installed() {
    let house = testing::house(db::testing::sqlite(&[]).await, &[&SLICE], whoami, NOW).await;
    let mut nobody = Browser::new(&house, &[&SLICE]);
    nobody.get("/preau.webmanifest").await;
    assert_eq!((nobody.status, nobody.header("content-type")), (200, Some("application/manifest+json")));
    let icons: Vec<_> = nobody.text.split("\"src\":\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(icons.len(), 4);
    for icon in icons.into_iter().map(str::to_owned).collect::<Vec<_>>() {
        nobody.get(&icon).await;
        assert_eq!(nobody.status, 200, "{icon}");
    }
    nobody.get("/sw.js").await;
    assert_eq!((nobody.status, nobody.header("cache-control")), (200, Some("no-cache")));
}

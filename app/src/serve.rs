//! Answering people until told to stop.
use crate::{Result, Trouble, config::Config, keep, listen, node, rooms, slices, stop::Stop, upkeep};
use axum::{
    Router,
    extract::ConnectInfo,
    http::{HeaderMap, Request, StatusCode, header},
    routing::get,
};
use jobs::Runner;
use kernel::{Clock as _, SystemClock, causes};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use post::Carrier;
use std::{net::SocketAddr, path::Path, sync::Arc, time::Duration};
use subtle::ConstantTimeEq;
use tokio::{net::TcpListener, sync::Mutex, time::Instant};
use web::{House, Secret, Settings};

/// `preau serve`. Where the secret is gone that cards were made with, a new one is made only if that is wanted.
pub async fn serve(config: Config, new_secret: bool) -> Result<()> {
    node::begin_log(config.log, tracing::Level::INFO);
    let mut stores = node::open_migrated(&config).await?;
    stores.rooms = config.rooms.start();
    stores.here = config.rooms.here();
    let place = config.secret();
    let lost = !place.is_file();
    if lost {
        let needed = stores.db.read(signin::store::needs_secret).await;
        if needed.map_err(Trouble::while_::<db::Error>("the database cannot be read"))? && !new_secret {
            return Err(Trouble::of(format!(
                "there is no secret at {}, and cards were made with one: put it back from where you keep it. If it is lost for good, \
                 `preau serve --new-secret` begins with a new one, once; every card and every second step is then made anew",
                place.display()
            )));
        }
    }
    let secret = node::secret(&place)?;
    recognised(&stores.db, &secret, (new_secret, lost), &place).await?;
    let node_url = config.rooms.here().map(|here| here.0).unwrap_or_default();
    let settings = Settings { public_url: config.url(), node_url, demo: false, behind_proxy: config.behind_proxy };
    let carrier = Carrier::open(&config.post)
        .map_err(Trouble::while_("letters cannot leave: see `post` in the configuration"))?;
    stores.carrier = Some(carrier.clone());
    let house = node::house(stores, secret, settings, Arc::new(SystemClock))?;
    portals(&house, config.portals).await?;
    let stop = Stop::begin();
    let listener = bind(&config.listen).await?;
    tracing::info!(address = %config.listen, "serving");
    answer(house, (listener, stop), carrier, config.metrics_token).await
}

/// Writes the portals of the configuration; one that cannot be does not keep the others from being there.
async fn portals(house: &Arc<House>, all: Vec<signin::portal::Config>) -> Result<()> {
    let (secret, chance, now) = (house.secret.clone(), Arc::clone(&house.chance), house.clock.now());
    let unfit = house.db.write(move |tx| signin::portal::write(tx, &all, (&secret, &*chance), now)).await;
    for why in unfit.map_err(Trouble::while_::<db::Error>("the portals of the configuration cannot be written"))? {
        tracing::error!(why = kernel::causes(&why), "a portal of the configuration is not there");
    }
    Ok(())
}

/// Refuses a secret that is not the one this house has begun with, unless it is to begin anew.
async fn recognised(db: &db::Db, secret: &Secret, (new, lost): (bool, bool), place: &Path) -> Result<()> {
    let asked = secret.clone();
    let another = db.write(move |tx| {
        let another = web::secret::is_another(tx, &asked)?;
        if !another || new {
            web::secret::begin_with(tx, &asked)?;
        }
        let begins = new && (another || lost);
        let gone = if begins { signin::store::without_secret(tx, SystemClock.now())? } else { (0, 0) };
        Ok::<_, db::Error>((another, gone))
    });
    let (another, (cards, steps)) = another.await.map_err(Trouble::while_("the database cannot be read"))?;
    if cards + steps > 0 {
        tracing::warn!(cards, steps, "a new secret: these cards are to be made again, these second steps set up again");
    }
    if another && !new {
        return Err(Trouble::of(format!(
            "the secret at {} is not the one this house's cards were made with: put that one back from where you keep it. If it is lost \
             for good, `preau serve --new-secret` begins with the one that is there, once; every card and every second step is then made anew",
            place.display()
        )));
    }
    Ok(())
}

/// Takes the address, or says who might hold it.
pub async fn bind(address: &str) -> Result<TcpListener> {
    TcpListener::bind(address).await.map_err(Trouble::while_(&format!(
        "nothing can be served on {address}: another program may hold it, choose one with `listen` in the configuration (`--listen` of a demonstration)"
    )))
}

/// Answers on `listener` until the process is told to stop; then ends what is under way and closes the database.
pub async fn answer(
    house: Arc<House>,
    (listener, stop): (TcpListener, Stop),
    carrier: Carrier,
    token: String,
) -> Result<()> {
    let runner = Runner::new(house.db.clone(), Arc::clone(&house.clock), Arc::clone(&house.chance), slices::tasks());
    let jobs = tokio::spawn(runner.run_forever());
    let trying = tokio::spawn(upkeep::try_gateways(Arc::clone(&house), carrier.clone()));
    let living = tokio::spawn(upkeep::say_that_it_lives(Arc::clone(&house)));
    let carrying = tokio::spawn(notice::courier::run_forever(Arc::clone(&house), carrier));
    let reading = tokio::spawn(signin::portal::run_forever(Arc::clone(&house)));
    let marking = tokio::spawn(signin::portal::send_forever(Arc::clone(&house)));
    let keeping = tokio::spawn(rentree::secretary::run_forever(Arc::clone(&house)));
    let porting = tokio::spawn(feed::porter::run_forever(Arc::clone(&house)));
    let watched = house.engine::<feed::Folder>().cloned();
    let watching = tokio::spawn(watch(Arc::clone(&house), watched));
    let sweeping = tokio::spawn(sweep_again_and_again(Arc::clone(&house), DAY));
    let signals = house.engine().and_then(sfu::Handle::signals);
    let attending = tokio::spawn(visio::attend(Arc::clone(&house), signals));
    let parting = tokio::spawn(part(Arc::clone(&house), stop.clone()));
    let serving = listen::serve(
        listener,
        router(&house, token),
        listen::Pace::usual(house.settings.behind_proxy),
        stop.clone().told(),
    );
    // Who sits in a room is told while requests end.
    let ended = async {
        serving.await;
        drop(parting.await);
    };
    tokio::select! {
        () = ended => {}
        // Five seconds after the word, what still runs is cut.
        () = late(stop) => {}
    }
    for task in [jobs, carrying, trying, living, reading, marking, keeping, porting, watching, sweeping, attending] {
        task.abort();
    }
    house.db.close().await;
    tracing::info!("stopped");
    Ok(())
}

/// Once told to stop: people in rooms are told, and come back by themselves.
async fn part(house: Arc<House>, stop: Stop) {
    stop.told().await;
    // Who watches a page is told to come back: their streams have no end of their own.
    house.gate.part();
    house.bus.ring(web::PARTING);
    visio::part(&house).await;
}

/// Watches the folder of feeds, where there is one.
async fn watch(house: Arc<House>, folder: Option<feed::Folder>) {
    if let Some(folder) = folder {
        feed::folder::run_forever(house, folder).await;
    }
}

/// Between two sweeps of files.
const DAY: Duration = Duration::from_hours(24);

/// At start and after each `rest`, the files whose rows are gone, or never came: a process that dies leaves some.
pub(crate) async fn sweep_again_and_again(house: Arc<House>, rest: Duration) {
    loop {
        match keep::sweep(&house.db, &house.files, house.clock.now(), false).await {
            Ok(gone) => tracing::info!(gone, "files without a row are gone"),
            Err(trouble) => tracing::error!(error = causes(&trouble), "the sweep failed; it comes back tomorrow"),
        }
        tokio::time::sleep(rest).await;
    }
}

async fn late(stop: Stop) {
    stop.told().await;
    tokio::time::sleep(Duration::from_secs(5)).await;
}

/// The pages, and the three addresses of the operator.
///
/// `token` opens `/metrics` to who sends it; who asks from this machine, and not for another, needs none.
pub fn router(house: &Arc<House>, token: String) -> Router {
    // A second recorder (in tests) is refused: the first goes on.
    let metrics = PrometheusBuilder::new().install_recorder().ok();
    let (ready, figures) = (Arc::new(Ready { house: Arc::clone(house), tried: Mutex::default() }), Arc::clone(house));
    let told = move |request: Request<axum::body::Body>| {
        let opens = may_count(&request, &token);
        let figures = Arc::clone(&figures);
        async move { if opens { Ok(render(metrics, &figures).await) } else { Err(StatusCode::NOT_FOUND) } }
    };
    Router::new()
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/readyz", get(move || readyz(Arc::clone(&ready))))
        .route("/metrics", get(told))
        .merge(slices::router(house))
}

/// The longest that is waited for a row and a file: whoever asks asks again.
const PROBE: Duration = Duration::from_secs(4);

/// Whether the node is ready, and when that was last tried.
struct Ready {
    house: Arc<House>,
    tried: Mutex<Option<(Instant, bool)>>,
}

/// Tried by writing, and not more often than every two seconds, however many ask.
async fn readyz(ready: Arc<Ready>) -> (StatusCode, &'static str) {
    let mut tried = ready.tried.lock().await;
    let known = tried.filter(|(at, _)| at.elapsed() < Duration::from_secs(2));
    let well = match known {
        Some((_, well)) => well,
        None => tokio::time::timeout(PROBE, ready.house.can_write()).await.is_ok_and(|tried| tried.is_ok()),
    };
    if known.is_none() {
        *tried = Some((Instant::now(), well));
    }
    if well { (StatusCode::OK, "ready\n") } else { (StatusCode::SERVICE_UNAVAILABLE, "nothing can be written\n") }
}

/// Whether the figures are told: to who sends the operator's token, and to this machine when it does not ask for another.
fn may_count(request: &Request<axum::body::Body>, token: &str) -> bool {
    let headers: &HeaderMap = request.headers();
    let said = headers.get(header::AUTHORIZATION).map(|value| value.as_bytes().strip_prefix(b"Bearer ").unwrap_or(b""));
    if !token.is_empty() && said.is_some_and(|said| bool::from(said.ct_eq(token.as_bytes()))) {
        return true;
    }
    let for_another =
        ["forwarded", "x-forwarded-for", "x-real-ip", "via"].iter().any(|name| headers.contains_key(*name));
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    !for_another && peer.is_some_and(|peer| peer.0.ip().to_canonical().is_loopback())
}

async fn render(metrics: Option<PrometheusHandle>, house: &House) -> String {
    if let Some(unit) = house.engine::<sfu::Handle>().cloned() {
        // The unit answers between two packets: it is waited for on a thread of its own.
        drop(tokio::task::spawn_blocking(move || rooms::tell(&unit)).await);
    }
    let done = house.db.figures();
    metrics::counter!("preau_db_reads_total").absolute(done.reads);
    metrics::counter!("preau_db_writes_total").absolute(done.writes);
    metrics::counter!("preau_db_commits_total").absolute(done.commits);
    metrics::counter!("preau_db_tried_again_total").absolute(done.tried_again);
    queue(house).await;
    #[expect(clippy::cast_precision_loss, reason = "counts far below 2^52")]
    {
        metrics::gauge!("preau_db_busy").set(done.busy as f64);
        metrics::gauge!("preau_watchers").set(house.bus.watchers() as f64);
    }
    metrics.map(|metrics| metrics.render()).unwrap_or_default()
}

/// What the queue holds, and what the last purge took of each table.
async fn queue(house: &House) {
    let now = house.clock.now();
    let read = house.db.read(move |tx| Ok::<_, db::Error>((jobs::figures(tx, now)?, jobs::purge::last(tx)?)));
    let Ok((figures, purged)) = read.await else { return };
    #[expect(clippy::cast_precision_loss, reason = "counts far below 2^52")]
    {
        metrics::gauge!("preau_jobs_due").set(figures.due as f64);
        metrics::gauge!("preau_jobs_aside").set(figures.aside as f64);
        for (table, at, gone) in purged {
            metrics::gauge!("preau_purged_rows", "table" => table.clone()).set(gone as f64);
            metrics::gauge!("preau_purged_at_seconds", "table" => table).set((at.0 / 1_000) as f64);
        }
    }
}

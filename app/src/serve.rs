//! Answering people until told to stop.
use crate::{Result, Trouble, config::Config, keep, node, rooms, slices};
use axum::{Router, http::StatusCode, routing::get};
use jobs::Runner;
use kernel::SystemClock;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use post::Carrier;
use std::{net::SocketAddr, sync::Arc, time::Duration};
use tokio::net::TcpListener;
use web::{House, Settings};

/// `preau serve`.
pub async fn serve(config: Config) -> Result<()> {
    node::begin_log(config.log, tracing::Level::INFO);
    let mut stores = node::open_migrated(&config).await?;
    stores.rooms = config.rooms.start();
    stores.here = config.rooms.here();
    let secret = node::secret(&config.secret())?;
    let settings = Settings { public_url: config.url(), demo: false, behind_proxy: config.behind_proxy };
    let house = node::house(stores, secret, settings, Arc::new(SystemClock))?;
    let carrier = Carrier::open(&config.post)
        .map_err(Trouble::while_("letters cannot leave: see `post` in the configuration"))?;
    let listener = listen(&config.listen).await?;
    tracing::info!(address = %config.listen, "serving");
    answer(house, listener, carrier).await
}

/// Takes the address, or says who might hold it.
pub async fn listen(address: &str) -> Result<TcpListener> {
    TcpListener::bind(address).await.map_err(Trouble::while_(&format!(
        "nothing can be served on {address}: another program may hold it, choose one with --listen or `listen`"
    )))
}

/// Answers on `listener` until the process is told to stop; then ends what is under way and closes the database.
pub async fn answer(house: Arc<House>, listener: TcpListener, carrier: Carrier) -> Result<()> {
    let runner = Runner::new(house.db.clone(), Arc::clone(&house.clock), Arc::clone(&house.chance), slices::tasks());
    let jobs = tokio::spawn(runner.run_forever());
    let carrying = tokio::spawn(notice::courier::run_forever(Arc::clone(&house), carrier));
    let sweeping = tokio::spawn(sweep_each_day(Arc::clone(&house)));
    let signals = house.engine().and_then(sfu::Handle::signals);
    let attending = tokio::spawn(visio::attend(Arc::clone(&house), signals));
    let parting = tokio::spawn(part(Arc::clone(&house)));
    let app = router(&house).into_make_service_with_connect_info::<SocketAddr>();
    let listener = axum::serve::ListenerExt::tap_io(listener, |io| drop(io.set_nodelay(true)));
    let serving = axum::serve(listener, app).with_graceful_shutdown(told_to_stop());
    let served = tokio::select! {
        served = serving => served,
        // Streams have no end: five seconds after the word, what still runs is cut.
        () = late() => Ok(()),
    };
    // Who sits in a room was told while requests ended.
    drop(tokio::time::timeout(Duration::from_secs(3), parting).await);
    for task in [jobs, carrying, sweeping, attending] {
        task.abort();
    }
    house.db.close().await;
    served.map_err(Trouble::while_("the server stopped"))
}

/// Once told to stop: people in rooms are told, and come back by themselves.
async fn part(house: Arc<House>) {
    told_to_stop().await;
    visio::part(&house).await;
}

/// Once a day, the files whose rows are gone.
async fn sweep_each_day(house: Arc<House>) {
    loop {
        tokio::time::sleep(Duration::from_hours(24)).await;
        match keep::sweep(&house.db, &house.files, house.clock.now(), false).await {
            Ok(gone) => tracing::info!(gone, "files without a row are gone"),
            Err(trouble) => tracing::error!(%trouble, "the sweep failed; it comes back tomorrow"),
        }
    }
}

async fn late() {
    told_to_stop().await;
    tokio::time::sleep(Duration::from_secs(5)).await;
}

/// Until `SIGTERM` or Ctrl-C.
async fn told_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! { _ = interrupted => {}, _ = terminated.recv() => {} }
            return;
        }
    }
    drop(interrupted.await);
}

/// The pages, and the three addresses of the operator.
pub fn router(house: &Arc<House>) -> Router {
    // A second recorder (in tests) is refused: the first goes on.
    let metrics = PrometheusBuilder::new().install_recorder().ok();
    let (ready, figures) = (Arc::clone(house), Arc::clone(house));
    Router::new()
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/readyz", get(move || readyz(Arc::clone(&ready))))
        .route("/metrics", get(move || async move { render(metrics, &figures).await }))
        .merge(slices::router(house))
}

async fn readyz(house: Arc<House>) -> (StatusCode, &'static str) {
    let answered = house.db.read(|tx| tx.first("SELECT 1", &[])).await;
    if answered.is_ok() { (StatusCode::OK, "ready\n") } else { (StatusCode::SERVICE_UNAVAILABLE, "no database\n") }
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
    #[expect(clippy::cast_precision_loss, reason = "counts far below 2^52")]
    {
        metrics::gauge!("preau_db_busy").set(done.busy as f64);
        metrics::gauge!("preau_watchers").set(house.bus.watchers() as f64);
    }
    metrics.map(|metrics| metrics.render()).unwrap_or_default()
}

//! What everything is compared with: axum, the same bytes, and nothing else.
use axum::{Router, http::header, response::IntoResponse};
use bytes::Bytes;
use preau::{Result, Trouble};
use std::path::PathBuf;
use tokio::net::TcpListener;

/// The bare server.
#[derive(Debug, clap::Args)]
pub struct Bare {
    /// Where to answer.
    #[arg(long)]
    listen: String,
    /// The bytes to answer with.
    #[arg(long)]
    body: PathBuf,
}

/// Answers every address with the same bytes.
pub async fn bare(bare: Bare) -> Result<()> {
    let body = std::fs::read(&bare.body).map_err(Trouble::while_("the bytes cannot be read"))?;
    let body = Bytes::from(body);
    let answer = move || {
        let body = body.clone();
        async move { ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], body).into_response() }
    };
    let listener = TcpListener::bind(&bare.listen).await.map_err(Trouble::while_("the bare server has no address"))?;
    let listener = axum::serve::ListenerExt::tap_io(listener, |io| drop(io.set_nodelay(true)));
    axum::serve(listener, Router::new().fallback(answer)).await.map_err(Trouble::while_("the bare server stopped"))
}

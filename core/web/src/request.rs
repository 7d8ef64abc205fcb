//! Reading a request: cookies, query, body.
use crate::{Ask, Error, Form, House, Lang, Result, Upload, form::typed};
use axum::{
    body::Body,
    extract::{ConnectInfo, FromRequestParts, RawPathParams},
    http::{HeaderMap, Request, header, request::Parts},
};
use cookie::Cookie;
use files::NotAdmitted;
use http_body_util::{BodyExt, Limited};
use kernel::Id;
use std::net::SocketAddr;

/// The largest form without files, in bytes.
const FORM: usize = 64 * 1024;
/// The largest piece of a file on its way, in bytes.
const PIECE: usize = 256 * 1024;
/// The largest form with files, in bytes: three pictures and a voice.
const FILES: usize = 28 * 1024 * 1024;

/// What came with the request besides its body.
pub async fn ask(parts: &mut Parts, house: &House) -> Ask {
    let names = match RawPathParams::from_request_parts(parts, &()).await {
        Ok(params) => params.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        Err(_) => vec![],
    };
    let headers = &parts.headers;
    let cookies = cookies(headers);
    let cookie = |name| Ask::named(&cookies, name);
    let query = parts.uri.query().unwrap_or("");
    Ask {
        path: parts.uri.path().to_owned(),
        names,
        query: form_urlencoded::parse(query.as_bytes()).into_owned().map(|(name, text)| (name, typed(text))).collect(),
        token: cookie("preau").map(str::to_owned),
        lang_cookie: cookie("lang").and_then(Lang::from_tags),
        lang_header: text(headers, header::ACCEPT_LANGUAGE.as_str()).and_then(Lang::from_tags),
        address: address(parts, house),
        part: headers.contains_key("x-part") || headers.contains_key("hx-request"),
        device: text(headers, header::USER_AGENT.as_str()).unwrap_or("").chars().take(200).collect(),
        cookies,
    }
}

fn text<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

fn cookies(headers: &HeaderMap) -> Vec<(String, String)> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let cookies = lines.flat_map(Cookie::split_parse).filter_map(std::result::Result::ok);
    cookies.map(|cookie| (cookie.name().to_owned(), cookie.value_trimmed().to_owned())).collect()
}

fn address(parts: &Parts, house: &House) -> String {
    let forwarded = text(&parts.headers, "x-forwarded-for").and_then(|list| list.rsplit(',').next());
    if let Some(first) = forwarded.filter(|_| house.settings.behind_proxy) {
        return first.trim().to_owned();
    }
    parts.extensions.get::<ConnectInfo<SocketAddr>>().map_or_else(String::new, |info| info.0.ip().to_string())
}

/// Whether a form may come from where it says it comes from: this site, or an old browser that does not say.
pub fn same_site(headers: &HeaderMap) -> bool {
    if let Some(site) = text(headers, "sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    let Some(origin) = text(headers, header::ORIGIN.as_str()) else { return true };
    let host = text(headers, header::HOST.as_str()).unwrap_or("");
    origin.split_once("://").is_some_and(|(_, from)| from == host)
}

/// Whether the body is a form with files.
pub fn has_files(headers: &HeaderMap) -> bool {
    text(headers, header::CONTENT_TYPE.as_str()).is_some_and(|media| media.starts_with("multipart/form-data"))
}

/// Whether the body is a piece of a file.
pub fn is_piece(headers: &HeaderMap) -> bool {
    text(headers, header::CONTENT_TYPE.as_str()) == Some("application/octet-stream")
}

/// Reads a piece of a file; its headers say what a form would in fields.
pub async fn piece(request: Request<Body>) -> Result<Form> {
    let named = [("csrf", "x-csrf"), ("debut", "upload-offset"), ("longueur", "upload-length")];
    let headers = request.headers();
    let fields = named.map(|(field, name)| (field.to_owned(), text(headers, name).unwrap_or("").to_owned()));
    let body = Limited::new(request.into_body(), PIECE).collect().await;
    let bytes = body.map_err(|error| Error::Unreadable(error.to_string()))?.to_bytes();
    let mut form = Form::of(fields.into());
    form.piece = Some(bytes);
    Ok(form)
}

/// Reads a form without files.
pub async fn plain_form(request: Request<Body>) -> Result<Form> {
    let body = Limited::new(request.into_body(), FORM).collect().await;
    let bytes = body.map_err(|error| Error::Unreadable(error.to_string()))?.to_bytes();
    Ok(Form::of(form_urlencoded::parse(&bytes).into_owned().collect()))
}

/// Reads a form with files; each file is admitted by its content, stripped of where it was taken, and kept.
pub async fn file_form(request: Request<Body>, house: &House) -> Result<Form> {
    let unreadable = |error: multer::Error| Error::Unreadable(error.to_string());
    let boundary = text(request.headers(), header::CONTENT_TYPE.as_str()).unwrap_or("");
    let boundary = multer::parse_boundary(boundary).map_err(unreadable)?;
    let body = Limited::new(request.into_body(), FILES).into_data_stream();
    let mut parts = multer::Multipart::new(body, boundary);
    let (mut fields, mut uploads, mut left_out) = (vec![], vec![], vec![]);
    while let Some(part) = parts.next_field().await.map_err(unreadable)? {
        let name = part.name().unwrap_or("").to_owned();
        if part.file_name().is_none() {
            fields.push((name, part.text().await.map_err(unreadable)?));
            continue;
        }
        // A field where nothing was chosen comes as a file without a name.
        let (chosen, empty) =
            (part.file_name() != Some(""), empty(part.content_type().map(|media| media.type_().as_str())));
        let bytes = part.bytes().await.map_err(unreadable)?;
        match files::admit(&bytes) {
            Err(NotAdmitted::Empty) if !chosen => {}
            Err(NotAdmitted::Empty) => left_out.push((name, empty)),
            Ok(kind) => uploads.push(keep(house, name, kind, bytes).await?),
            Err(why) => left_out.push((name, why.key())),
        }
    }
    let mut form = Form::of(fields);
    (form.uploads, form.left_out) = (uploads, left_out);
    Ok(form)
}

/// The key of the sentence for an empty file: only its claim says what it should have been.
fn empty(claims: Option<&str>) -> &'static str {
    match claims {
        Some("image") => "shell-file-empty-picture",
        Some("audio") => "shell-file-empty-sound",
        Some("video") => "shell-file-empty-film",
        _ => NotAdmitted::Empty.key(),
    }
}

/// Keeps the bytes of a file that was admitted, without where it was taken.
pub async fn keep(house: &House, field: String, kind: files::Kind, bytes: bytes::Bytes) -> Result<Upload> {
    let bytes = files::strip(kind, bytes);
    let name = Id::<Upload>::new(house.clock.now(), &*house.chance).to_string();
    let size = bytes.len() as u64;
    house.files.put(&name, bytes).await?;
    Ok(Upload { field, name, kind, size })
}

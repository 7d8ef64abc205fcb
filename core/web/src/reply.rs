//! What a page function gives back.
use crate::{House, Result, Said, said};
use askama::Template;
use axum::http::StatusCode;
use cookie::{Cookie, SameSite, time::Duration};
use db::Tx;
use kernel::{Moment, PersonId, UnitId};

/// An answer, before it becomes bytes on the wire.
#[derive(Debug)]
pub struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) body: Body,
    pub(crate) cookies: Vec<Cookie<'static>>,
    pub(crate) headers: Vec<(&'static str, String)>,
    /// What the next page says of what was done.
    pub(crate) said: Option<Said>,
    /// What the trail and the log are told once it is done.
    pub(crate) events: Vec<Event>,
    /// Whether its form, sent again, is to give it again.
    pub(crate) again: bool,
    /// Whether what a refused form wrote stays written.
    pub(crate) kept: bool,
    /// The pages that the person's own device keeps beside this one; nothing when it does not keep this one.
    pub(crate) beside: Option<Vec<&'static str>>,
}

/// Something of security: who did what, on whom.
#[derive(Clone, Debug)]
pub(crate) struct Event {
    pub deed: &'static str,
    pub by: PersonId,
    pub on: PersonId,
    pub at: Option<UnitId>,
    pub why: String,
}

#[derive(Debug)]
pub(crate) enum Body {
    Html(String),
    Go(String),
    Bytes { media: &'static str, bytes: Vec<u8> },
    File { name: String, media: &'static str },
}

impl Reply {
    /// A page.
    pub fn page(page: &impl Template) -> Result<Self> {
        Ok(Self::of(StatusCode::OK, Body::Html(page.render()?)))
    }

    /// The page again, with what is to be mended (422). Whatever the form had begun to write is undone.
    pub fn refused(page: &impl Template) -> Result<Self> {
        Ok(Self::of(StatusCode::UNPROCESSABLE_ENTITY, Body::Html(page.render()?)))
    }

    /// The page again (422), but what the form wrote stays: a wrong guess is refused, and counted.
    pub fn refused_kept(page: &impl Template) -> Result<Self> {
        Ok(Self { kept: true, ..Self::refused(page)? })
    }

    /// What was written stays, although the page refuses something: what was seen of a portal is remembered.
    #[must_use]
    pub fn keeping(self) -> Self {
        Self { kept: true, ..self }
    }

    /// The same under another status: a word between servers that is refused.
    #[must_use]
    pub fn under(self, status: u16) -> Self {
        Self { status: StatusCode::from_u16(status).unwrap_or(self.status), ..self }
    }

    /// A page under another status.
    pub fn page_as(status: u16, page: &impl Template) -> Result<Self> {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
        Ok(Self::of(status, Body::Html(page.render()?)))
    }

    /// A page that shows a secret once, worked out from [`crate::Visit::secret_of_form`]. Its form sent again from the same session
    /// (a second click) comes back to the page function with `form.again`, to show the same page and do nothing else.
    pub fn page_once(page: &impl Template) -> Result<Self> {
        Ok(Self { again: true, ..Self::page(page)? })
    }

    /// Its form, sent again from the page that a download leaves where it is, comes back to the page function each time.
    #[must_use]
    pub fn each_time(self) -> Self {
        Self { again: true, ..self }
    }

    /// Tells the audit trail and the log, by ids, that `by` did `deed` on `on`, and the trail why, in words without a name; with what
    /// the form writes, or not at all.
    #[must_use]
    pub fn told(mut self, deed: &'static str, (by, on): (PersonId, PersonId), why: impl Into<String>) -> Self {
        self.events.push(Event { deed, by, on, at: None, why: why.into() });
        self
    }

    /// The same of a deed done at a school: whoever answers for it reads it.
    #[must_use]
    pub fn told_at(
        mut self,
        deed: &'static str,
        (by, on): (PersonId, PersonId),
        at: Option<UnitId>,
        why: impl Into<String>,
    ) -> Self {
        self.events.push(Event { deed, by, on, at, why: why.into() });
        self
    }

    /// See there (303): what every form answers when it is done.
    pub fn go(to: impl Into<String>) -> Self {
        Self::of(StatusCode::SEE_OTHER, Body::Go(to.into()))
    }

    /// Says on the page it leads to, in the reader's words, what was done.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "a sentence is given as it comes")]
    pub fn said(mut self, sentence: impl ToString) -> Self {
        self.said = Some(Said::of(&sentence.to_string()));
        self
    }

    /// Offers, beside what is said, the form that undoes it: where it is sent, and its fields.
    #[must_use]
    pub fn undo(mut self, path: impl Into<String>, fields: &[(&str, &str)]) -> Self {
        let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        if let Some(said) = &mut self.said {
            said.undo = Some((path.into(), fields));
        }
        self
    }

    /// Bytes made here (a CSV, a JSON).
    pub fn bytes(media: &'static str, bytes: Vec<u8>) -> Self {
        Self::of(StatusCode::OK, Body::Bytes { media, bytes })
    }

    /// A kept file, by its opaque name. Opened by itself it is shown, under a name that says nothing of a person; no script runs in it, it
    /// has no origin, and what is neither seen nor heard is only ever saved.
    pub fn file(name: String, media: &'static str) -> Self {
        Self::of(StatusCode::OK, Body::File { name, media }).closed(media)
    }

    /// What somebody sent, opened by itself: see [`Self::file`].
    pub(crate) fn closed(self, media: &'static str) -> Self {
        const POLICY: &str = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";
        let saved = match media.split_once('/') {
            Some(("image", end)) => format!("inline; filename=\"photo.{end}\""),
            Some(("audio", end)) => format!("inline; filename=\"son.{end}\""),
            Some(("video", end)) => format!("inline; filename=\"video.{end}\""),
            _ => "attachment; filename=\"fichier\"".to_owned(),
        };
        self.header("content-security-policy", POLICY.to_owned()).header("content-disposition", saved)
    }

    /// A word for the page's script, under this status.
    pub(crate) fn word(status: StatusCode, word: String) -> Self {
        Self::of(status, Body::Bytes { media: "text/plain; charset=utf-8", bytes: word.into_bytes() })
    }

    fn of(status: StatusCode, body: Body) -> Self {
        Self {
            status,
            body,
            cookies: vec![],
            headers: vec![],
            said: None,
            events: vec![],
            again: false,
            kept: false,
            beside: None,
        }
    }

    /// The person's own device may keep this page, to be read without a line (ADR 0011). Never a page of what is private.
    #[must_use]
    pub fn kept_on_device(self) -> Self {
        self.kept_with(&[])
    }

    /// The same; and the device fetches these pages too, which keep themselves by `kept_on_device`.
    #[must_use]
    pub fn kept_with(mut self, beside: &[&'static str]) -> Self {
        self.beside = Some(beside.to_vec());
        self
    }

    /// Sets a cookie that the browser keeps for so many seconds; without a number, until it closes. The value is made of letters,
    /// digits, dots and dashes. Scripts do not see it, other sites do not send it and, on TLS, it never travels in the clear.
    #[must_use]
    pub fn cookie(mut self, name: &'static str, value: impl Into<String>, seconds: Option<i64>) -> Self {
        let mut cookie = Cookie::new(name, value.into());
        cookie.set_path("/");
        cookie.set_http_only(true);
        cookie.set_same_site(SameSite::Lax);
        cookie.set_max_age(seconds.map(Duration::seconds));
        self.cookies.push(cookie);
        self
    }

    /// Makes the browser forget a cookie.
    #[must_use]
    pub fn forget(self, name: &'static str) -> Self {
        self.cookie(name, "", Some(0))
    }

    /// Adds a header.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: String) -> Self {
        self.headers.push((name, value));
        self
    }

    /// The same, what it says written in a cookie for who did it; for whoever comes next, where it signs them out.
    pub(crate) fn sealed(mut self, house: &House, person: Option<PersonId>) -> Self {
        let Some(said) = self.said.take() else { return self };
        let stays = !self.cookies.iter().any(|cookie| cookie.name() == "preau");
        let value = said.sealed(house, person.filter(|_| stays));
        self.cookie(said::COOKIE, value, Some(said::WAITS))
    }

    /// Writes what the trail is told.
    pub(crate) fn record(&self, tx: &mut Tx<'_>, house: &House, now: Moment) -> db::Result<()> {
        self.events.iter().try_for_each(|event| {
            let on = (event.on, event.at);
            access::audit::record_at(tx, &*house.chance, now, event.by, event.deed, on, &event.why)
        })
    }

    /// Where it leads, when it leads elsewhere.
    pub fn location(&self) -> Option<&str> {
        if let Body::Go(to) = &self.body { Some(to) } else { None }
    }
}

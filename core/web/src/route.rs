//! Addresses with their doors. The list is data: tests walk it, and each slice's `rights.md` prints it.
use crate::{Ask, Error, Form, House, Reply, Result, SignedIn, Visit};
use access::{Audience, Role};
use std::{future::Future, pin::Pin, sync::Arc};

/// Who may come to an address at all. What they see behind it is decided by the slice's rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// Anybody.
    Public,
    /// Anybody signed in.
    SignedIn,
    /// An enrolled pupil.
    Pupil,
    /// Somebody who answers for a child.
    Guardian,
    /// Staff with one of these roles somewhere.
    Staff(&'static [Role]),
    /// Somebody of one of these audiences.
    Audience(&'static [Audience]),
}

impl Door {
    /// Opens, or says why not. A closed door looks like no door.
    pub fn open(self, who: Option<&SignedIn>) -> Result<()> {
        if self == Self::Public {
            return Ok(());
        }
        let who = who.ok_or(Error::SignedOut)?;
        let opens = match self {
            Self::Public | Self::SignedIn => true,
            Self::Pupil => who.actor.is_pupil(),
            Self::Guardian => !who.actor.children.is_empty(),
            Self::Staff(roles) => who.actor.holds(roles),
            Self::Audience(audiences) => who.actor.is_of(audiences),
        };
        if opens { Ok(()) } else { Err(Error::NotFound) }
    }
}

/// A page or a form: an ordinary function, run inside one transaction.
pub type Handler = fn(&mut Visit<'_, '_>) -> Result<Reply>;
/// Which topics a page's stream listens to, once the person's rights are checked.
pub type Topics = fn(&mut Visit<'_, '_>) -> Result<Vec<String>>;
/// Work before the transaction that must not hold it: a slow hash. It may put what it found in `form.prepared`.
pub type Prepare = fn(Arc<House>, Arc<Ask>, Form) -> Pin<Box<dyn Future<Output = Result<Form>> + Send>>;

/// What an address does.
#[derive(Clone, Copy, Debug)]
pub enum Work {
    /// GET, in a read transaction.
    Page(Handler),
    /// The same, given the whole of the person's day to show.
    Day(Handler),
    /// POST, in a write transaction, once per key.
    Form(Handler, Option<Prepare>),
    /// GET, an event stream.
    Stream(Topics),
    /// GET or POST, what comes from outside.
    Incoming(Incoming),
}

/// What another site or another server says to this house: an answer that a browser brings back from a portal, a word between servers. It
/// may come from anywhere, and a POST of it brings no cookie: what it is worth, a one-use word kept in the database says, and the same
/// transaction uses that word up. It opens nothing by itself: it leads to a page of this site, which looks at the browser.
#[derive(Clone, Copy, Debug)]
pub struct Incoming {
    /// Whether it is sent, or asked for.
    pub post: bool,
    /// What the network is asked before anything is written.
    pub prepare: Prepare,
    /// What is written, in one transaction.
    pub then: Handler,
}

/// One address.
#[derive(Clone, Copy, Debug)]
pub struct Route {
    /// The path, with `{names}`.
    pub path: &'static str,
    /// Its door.
    pub door: Door,
    /// What it does.
    pub work: Work,
    /// The fields of its form that take files; a file in another one is refused before a byte of it is kept.
    pub files: &'static [&'static str],
    /// Whether they are tables to be read, and nothing that is shown or heard.
    pub tables: bool,
    /// Whether one signs by it: whoever came in by a card that has just been made anew must wait.
    pub signs: bool,
}

impl Route {
    /// Whether it shows a page.
    pub fn is_page(&self) -> bool {
        matches!(self.work, Work::Page(_) | Work::Day(_))
    }

    /// Whether its very address opens something: no page that it leads to, and no log that keeps where one came from, is told it.
    pub fn is_key(&self) -> bool {
        ["{token}", "{key}"].iter().any(|name| self.path.contains(name))
    }

    /// Whether whoever came in may sign by this form already.
    pub(crate) fn lets_sign(&self, who: Option<&SignedIn>) -> Result<()> {
        let from = who.filter(|_| self.signs).and_then(|who| who.signs_from);
        from.map_or(Ok(()), |from| Err(Error::NotYet(from)))
    }

    /// `GET` or `POST`.
    pub fn method(&self) -> &'static str {
        let sent = matches!(self.work, Work::Form(..) | Work::Incoming(Incoming { post: true, .. }));
        if sent { "POST" } else { "GET" }
    }
}

/// The addresses of a slice.
#[derive(Clone, Debug, Default)]
pub struct Routes(pub Vec<Route>);

impl Routes {
    /// No address yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A page.
    #[must_use]
    pub fn page(self, path: &'static str, door: Door, page: Handler) -> Self {
        self.with(path, door, Work::Page(page))
    }

    /// A page that shows the person's day.
    #[must_use]
    pub fn day(self, path: &'static str, door: Door, page: Handler) -> Self {
        self.with(path, door, Work::Day(page))
    }

    /// A form's target.
    #[must_use]
    pub fn form(self, path: &'static str, door: Door, form: Handler) -> Self {
        self.with(path, door, Work::Form(form, None))
    }

    /// The target of a form by which one signs for a child, or says where one is reached: a card that has just been made anew may
    /// be in other hands, and does not open it for a day.
    #[must_use]
    pub fn signed(mut self, path: &'static str, door: Door, form: Handler) -> Self {
        self.0.push(Route { path, door, work: Work::Form(form, None), files: &[], tables: false, signs: true });
        self
    }

    /// A form whose slow part runs before the transaction.
    #[must_use]
    pub fn slow_form(self, path: &'static str, door: Door, prepare: Prepare, form: Handler) -> Self {
        self.with(path, door, Work::Form(form, Some(prepare)))
    }

    /// A form that takes files in these fields, from who is signed in.
    #[must_use]
    pub fn file_form(mut self, path: &'static str, door: Door, files: &'static [&'static str], form: Handler) -> Self {
        self.0.push(Route { path, door, work: Work::Form(form, None), files, tables: false, signs: false });
        self
    }

    /// A form that takes a table in this field (a spreadsheet, a text with separators), read before the transaction.
    #[must_use]
    pub fn table_form(
        mut self,
        path: &'static str,
        door: Door,
        (field, prepare): (&'static [&'static str], Prepare),
        form: Handler,
    ) -> Self {
        let work = Work::Form(form, Some(prepare));
        self.0.push(Route { path, door, work, files: field, tables: true, signs: false });
        self
    }

    /// A page's event stream.
    #[must_use]
    pub fn stream(self, path: &'static str, door: Door, topics: Topics) -> Self {
        self.with(path, door, Work::Stream(topics))
    }

    /// What is asked for from outside, and writes.
    #[must_use]
    pub fn incoming(self, path: &'static str, prepare: Prepare, then: Handler) -> Self {
        self.with(path, Door::Public, Work::Incoming(Incoming { post: false, prepare, then }))
    }

    /// What is sent from outside.
    #[must_use]
    pub fn incoming_form(self, path: &'static str, prepare: Prepare, then: Handler) -> Self {
        self.with(path, Door::Public, Work::Incoming(Incoming { post: true, prepare, then }))
    }

    /// These and those.
    #[must_use]
    pub fn and(mut self, others: Self) -> Self {
        self.0.extend(others.0);
        self
    }

    fn with(mut self, path: &'static str, door: Door, work: Work) -> Self {
        self.0.push(Route { path, door, work, files: &[], tables: false, signs: false });
        self
    }
}

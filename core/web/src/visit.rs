//! One request, as a page function sees it: inside one transaction, with the person's rights read in the same snapshot.
use crate::{
    After, Card, Error, Form, Guest, House, Lang, Pager, Reply, Result, Said, Shell, SignedIn, Unfit, Who, form, menu,
    turn,
};
use access::Actor;
use data_encoding::HEXLOWER;
use db::Tx;
use kernel::{Id, Moment};
use std::{str::FromStr, sync::Arc};

/// What came with the request, besides the form.
#[derive(Clone, Debug, Default)]
pub struct Ask {
    /// The path as asked.
    pub path: String,
    /// Whether a form was sent, to an address that cannot be asked for.
    pub post: bool,
    /// The path with its query, as asked.
    pub here: String,
    /// The page of this site that the request says it comes from.
    pub from: Option<String>,
    /// What in the path or the query cannot be kept as it came.
    pub unfit: Option<Unfit>,
    /// The connection, until somebody signed in is known to be behind it.
    pub guest: Option<Guest>,
    /// The values of the path's `{names}`.
    pub names: Vec<(String, String)>,
    /// The query's pairs.
    pub query: Vec<(String, String)>,
    /// The session cookie, if any.
    pub token: Option<String>,
    /// The cookie named `lang`, else `Accept-Language`.
    pub lang_cookie: Option<Lang>,
    /// The language the browser asks for.
    pub lang_header: Option<Lang>,
    /// What a server shows in place of a cookie (`Authorization: Bearer`).
    pub bearer: Option<String>,
    /// What the browser asks it for: a page, or a frame of another page (`Sec-Fetch-Dest`).
    pub dest: String,
    /// Where the request comes from, for slowing down guesses. Never logged.
    pub address: String,
    /// What the last form answered, sealed, where what comes is seen by somebody: not what a script asks for by itself.
    pub said: Option<String>,
    /// Whether only a part of the page is wanted (`HX-Request` or `X-Part`).
    pub part: bool,
    /// Whether it comes from a device's outbox (`X-Outbox`): the device keeps it until it is answered.
    pub outbox: bool,
    /// The device, in a few words of its own (`User-Agent`, cut).
    pub device: String,
    /// Every cookie, for the few pages that keep one of their own.
    pub cookies: Vec<(String, String)>,
}

impl Ask {
    /// Whether what is asked for is to stand in a frame of another site, which sends no cookie of ours.
    pub fn is_framed(&self) -> bool {
        matches!(self.dest.as_str(), "iframe" | "frame")
    }

    /// The networks the request comes from, the narrowest first: an address of IPv4, or the /64, /56 and /48 of one of IPv6.
    pub fn networks(&self) -> Vec<String> {
        kernel::networks(&self.address)
    }

    /// Where it comes from, as a home counts: one address, or one network of IPv6.
    pub(crate) fn home(&self) -> String {
        self.networks().into_iter().next().unwrap_or_default()
    }

    /// The value of this cookie.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        Self::named(&self.cookies, name)
    }

    pub(crate) fn named<'p>(pairs: &'p [(String, String)], name: &str) -> Option<&'p str> {
        pairs.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }
}

/// One request inside its transaction.
pub struct Visit<'v, 't> {
    /// The transaction. It has already read who is asking.
    pub tx: &'v mut Tx<'t>,
    /// The services of the node.
    pub house: &'v Arc<House>,
    /// The instant of the request.
    pub now: Moment,
    /// The form; empty for a page.
    pub form: Form,
    /// The rest of the request.
    pub ask: &'v Ask,
    /// Who is signed in.
    pub who: Option<Arc<SignedIn>>,
    /// The person’s day where the page shows it; on the other pages of the menu what waits for them, which it counts.
    pub day: Vec<Card>,
    /// What its form does once it is written: see [`Visit::after`].
    pub after: After,
}

impl<'v, 't> Visit<'v, 't> {
    /// A request without a form, and without a day: who asks sets what there is.
    pub fn of(
        tx: &'v mut Tx<'t>,
        house: &'v Arc<House>,
        ask: &'v Ask,
        who: Option<Arc<SignedIn>>,
        now: Moment,
    ) -> Self {
        Self { tx, house, now, form: Form::default(), ask, who, day: vec![], after: After::default() }
    }
}

impl Visit<'_, '_> {
    /// Who is signed in.
    pub fn signed_in(&self) -> Result<Arc<SignedIn>> {
        self.who.clone().ok_or(Error::SignedOut)
    }

    /// The person asking, cheap to keep beside `visit.tx`.
    pub fn actor(&self) -> Result<Arc<Actor>> {
        self.who.as_ref().map(|who| Arc::clone(&who.actor)).ok_or(Error::SignedOut)
    }

    /// The id in the path under this name; anything else in its place is "not found".
    pub fn id<K>(&self, name: &str) -> Result<Id<K>> {
        self.path(name)
    }

    /// The value in the path under this name.
    pub fn path<T: FromStr>(&self, name: &str) -> Result<T> {
        Ask::named(&self.ask.names, name).and_then(|value| value.parse().ok()).ok_or(Error::NotFound)
    }

    /// The value of the query's `name`.
    pub fn query(&self, name: &str) -> Option<&str> {
        Ask::named(&self.ask.query, name)
    }

    /// What the form, else the address, names among those one may name; nothing where neither names one. Anything else is hidden.
    pub fn among<'t, T, I: FromStr + PartialEq>(
        &self,
        name: &str,
        those: &'t [T],
        id: impl Fn(&T) -> I,
    ) -> Result<Option<&'t T>> {
        let said = if self.form.has(name) { self.form.text(name) } else { self.query(name).unwrap_or_default() };
        form::among(said, those, id)
    }

    /// The page of the list that is asked for.
    pub fn pager(&self) -> Pager {
        self.pager_of("page")
    }

    /// The page of one of several lists, whose number comes under `key`. A form that is refused shows the page it was on.
    pub fn pager_of(&self, key: &'static str) -> Pager {
        let from = self.ask.from.as_deref().filter(|_| self.ask.post);
        let said = from.and_then(|from| from.split_once('?')).and_then(|(_, query)| {
            form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == key).map(|(_, page)| page.into_owned())
        });
        Pager::new(key, said.as_deref().or_else(|| self.query(key)))
    }

    /// The language of the page: what this person chose, else what was chosen on this device, else what the browser asks for.
    /// Pupils and staff read French or English, in which all their pages are written.
    pub fn lang(&self) -> Lang {
        let of_person = self.who.as_ref().and_then(|who| who.lang);
        let lang = of_person.or(self.ask.lang_cookie).or(self.ask.lang_header).unwrap_or_default();
        if self.who.as_ref().is_none_or(|who| who.reads_any()) { lang } else { lang.whole() }
    }

    /// A sentence in the page's language, as text.
    pub fn sentence(&self, key: &str) -> String {
        self.house.words.say(self.lang(), key).on_page().to_string()
    }

    /// Puts off until this form is written what it does outside the database (a media unit learns that somebody left): a transaction
    /// may run again, or be undone. What the work answers, if anything, is the answer. A page has nothing to put off.
    pub fn after(&mut self, work: impl Future<Output = Option<Reply>> + Send + 'static) {
        self.after.push(work);
    }

    /// A new id.
    pub fn new_id<K>(&self) -> Id<K> {
        Id::new(self.now, &*self.house.chance)
    }

    /// Bytes for a secret that is shown once: this very form, sent again from this session, gives the same ones; another form or
    /// another session others. Nothing of them is kept.
    pub fn secret_of_form(&self, purpose: &str) -> [u8; 32] {
        let mut chance = [0; 32];
        self.house.chance.fill(&mut chance);
        match (&self.who, &self.form.key) {
            (Some(who), Some(key)) => self.house.secret.sign(purpose, &[&who.session.bytes(), key]),
            _ => chance,
        }
    }

    /// The frame of the page.
    pub fn shell(&self) -> Shell {
        let mut once = [0; 16];
        self.house.chance.fill(&mut once);
        let who = self.who.as_deref();
        let person = who.map(|who| who.actor.person);
        let shell = Shell {
            house: Arc::clone(self.house),
            by: self.who.clone(),
            lang: self.lang(),
            csrf: who.map_or_else(String::new, |who| self.house.secret.token(who, self.now)),
            once: HEXLOWER.encode(&once),
            staff: who.is_some_and(|who| who.actor.is_staff()),
            nav: who.map(menu::nav).unwrap_or_default(),
            under: who.and_then(|who| menu::under(&self.house.slices, who, &self.ask.path)),
            who: who.map(face),
            me: who.map_or_else(String::new, |who| self.house.secret.name(who.actor.person)),
            made_at: who.filter(|who| who.own_device).map(|_| self.now),
            bell: who.and_then(|who| turn::awaiting(&self.house.slices, who).next()).map(|_| turn::STREAM.to_owned()),
            turn: None,
            again: crate::shell::Again::No,
            demo: self.house.settings.demo,
            leftward: false,
            said: self.ask.said.as_deref().and_then(|sealed| Said::heard(self.house, sealed, person)),
            back: if self.ask.post { self.ask.from.clone().unwrap_or_default() } else { self.ask.here.clone() },
        };
        let shell = shell.at(&self.ask.path).counting(&self.day);
        shell.turned_to(&self.day, &self.ask.path, self.now)
    }
}

fn face(who: &SignedIn) -> Who {
    let hue = ["", "warm", "green"][usize::from(who.actor.person.bytes()[15]) % 3];
    let name = if who.actor.is_staff() { format!("{} {}", who.given, who.family) } else { who.given.clone() };
    Who { initials: kernel::initials(&who.given, &who.family), name, hue }
}

//! The house of the year: its clock, its people at their browsers, its own work, and what was done so far.
use crate::{slices, terminal};
use directory::demo::Demo;
use jiff::civil::Date;
use jobs::Runner;
use kernel::{Chance as _, Clock as _, Id, Moment, PersonId, SetClock, SystemChance};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    path::PathBuf,
    sync::Arc,
};
use web::{House, testing::Browser};

/// What the test itself did, to be found again in the bilan.
#[derive(Debug, Default)]
pub struct Tally {
    /// Demands, by how help was wished.
    pub asked: BTreeMap<&'static str, i64>,
    pub helped: BTreeSet<PersonId>,
    pub helps: i64,
    pub left: i64,
    /// Helped after less than 5, 10, 20 minutes, and longer.
    pub waited: [i64; 4],
    pub good: i64,
    pub faces: i64,
    pub duties: i64,
    /// Minutes given, by month.
    pub minutes: BTreeMap<String, i64>,
    /// What exports said is to be paid, by month.
    pub paid: BTreeMap<String, i64>,
    pub held: i64,
    pub seats: i64,
    pub came: i64,
    /// The last word of each guardian about each child.
    pub answers: HashMap<(PersonId, PersonId), &'static str>,
    pub difficulties: i64,
    pub closed: i64,
}

/// The year, so far.
pub struct Year {
    pub house: Arc<House>,
    pub demo: Demo,
    pub tally: Tally,
    pub days: u32,
    /// The dispositif, once there is one.
    pub programme: String,
    /// The help desk, once there is one.
    pub desk: String,
    /// The duty of this evening.
    pub duty: String,
    /// What was left to the team and not taken up yet.
    pub left: Vec<String>,
    /// Those who come to the weekly slot.
    pub enrolled: Vec<PersonId>,
    /// The difficulty told in November.
    pub difficulty: String,
    /// When letters written in quiet hours are to leave.
    pub leaves: Vec<Moment>,
    /// How many evenings of help there were.
    pub evenings: usize,
    clock: Arc<SetClock>,
    runner: Runner,
    carrier: post::Carrier,
    folder: PathBuf,
    browsers: HashMap<PersonId, (Browser, Moment)>,
    last: Moment,
    jobs: usize,
    letters: usize,
    asks: u64,
    shown: BTreeSet<(Moment, Id<()>)>,
    sent: BTreeSet<(Moment, Id<()>)>,
}

impl Year {
    /// The first of September, nine o'clock: people are there, and nothing else.
    pub async fn begin(db: db::Db) -> Self {
        let now = Moment::at_paris(super::FIRST, 9, 0);
        let clock = Arc::new(SetClock::at(now));
        let house = web::testing::house_at(db, slices::ALL, slices::WHOAMI, Arc::clone(&clock)).await;
        let demo = directory::demo::populate(&house.db, 1_000, 5, now).await.unwrap();
        let mut name = [0; 8];
        SystemChance.fill(&mut name);
        let folder =
            std::env::temp_dir().join("preau-tests").join(format!("letters-{:016x}", u64::from_le_bytes(name)));
        // The first pass of the day is at seven, before the people of the first day are there.
        clock.set(Moment::at_paris(super::FIRST, 0, 0));
        let chance = Arc::clone(&house.chance);
        Self {
            runner: Runner::new(house.db.clone(), Arc::clone(&clock) as _, chance, slices::tasks()),
            carrier: post::Carrier::folder(&folder),
            folder,
            house,
            demo,
            tally: Tally::default(),
            days: 0,
            programme: String::new(),
            desk: String::new(),
            duty: String::new(),
            left: vec![],
            enrolled: vec![],
            difficulty: String::new(),
            leaves: vec![],
            evenings: 0,
            clock,
            browsers: HashMap::new(),
            last: Moment(0),
            jobs: 0,
            letters: 0,
            asks: 0,
            shown: BTreeSet::new(),
            sent: BTreeSet::new(),
        }
    }

    /// Moves the hands; never back.
    pub fn at(&self, day: Date, hour: i8, minute: i8) {
        let to = Moment::at_paris(day, hour, minute);
        assert!(to >= self.clock.now(), "{day} {hour}:{minute}: time does not go back");
        self.clock.set(to);
    }

    /// Now.
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// The house does by itself what is due: letters, jobs. What left and what shows is written down.
    pub async fn wake(&mut self) {
        let now = self.now();
        loop {
            let tried = notice::courier::run_once(&self.house, &self.carrier).await.unwrap();
            if tried == 0 {
                break;
            }
            assert!(!notice::quiet(calendar::Calendar::shipped(), now), "{tried} letters at {}", now.paris());
            self.letters += tried;
        }
        self.jobs += self.runner.run_due().await.unwrap();
        let since = self.last;
        let (shown, sent, failed) = self
            .house
            .db
            .read(move |tx| {
                let of = |row: &db::Row| (row.get(0), row.get(1));
                let shown = tx.query("SELECT shown_at, id FROM notice WHERE shown_at >= ?1", &db::params![since])?;
                let sql = "SELECT sent_at, notice_id FROM notice_delivery WHERE sent_at >= ?1 AND kind
                           IN ('email', 'sms')";
                let sent = tx.query(sql, &db::params![since])?;
                let failed = tx.query("SELECT kind, error FROM jobs_queue WHERE error IS NOT NULL", &[])?;
                let failed: Vec<String> =
                    failed.iter().map(|row| format!("{}: {}", row.text(0), row.text(1))).collect();
                Ok::<_, db::Error>((
                    shown.iter().map(of).collect::<Vec<_>>(),
                    sent.iter().map(of).collect::<Vec<_>>(),
                    failed,
                ))
            })
            .await
            .unwrap();
        assert!(failed.is_empty(), "{}: {failed:?}", now.paris());
        self.shown.extend(shown);
        self.sent.extend(sent);
        self.last = now;
    }

    /// Of all that was written to families and staff over the year, nothing showed and nothing left in quiet hours.
    pub fn left_in_peace(&self) {
        for (at, _) in self.shown.iter().chain(&self.sent) {
            assert!(!notice::quiet(calendar::Calendar::shipped(), *at), "{}", at.paris());
        }
        let files = std::fs::read_dir(&self.folder).unwrap().count();
        assert!(self.letters == files && files == self.sent.len(), "{} letters, {files} files", self.sent.len());
        // The announcement was published in the evening of 2 October; the others were written on days off.
        let mut left: Vec<Moment> = self.sent.iter().map(|(at, _)| *at).collect();
        let mut planned = self.leaves.clone();
        planned.extend([Moment::at_paris(Date::constant(2025, 10, 3), 7, 5); 2]);
        left.sort_unstable();
        planned.sort_unstable();
        assert_eq!(left, planned);
        assert!(self.shown.len() > 200, "{} notices", self.shown.len());
    }

    /// What the year came to, for whoever reads the test's output.
    pub fn tell(&self, name: &str) {
        let (jobs, letters, notices, asks) = (self.jobs, self.letters, self.shown.len(), self.asks);
        terminal::say(format!(
            "{name}: {} days, {jobs} jobs, {letters} letters, {notices} notices, {asks} requests",
            self.days
        ));
        let tally = &self.tally;
        let (asked, pupils, paid) =
            (tally.asked.values().sum::<i64>(), tally.helped.len(), tally.paid.values().sum::<i64>());
        terminal::say(format!(
            "{name}: {asked} demands, {} helped, {pupils} pupils, {} duties",
            tally.helps, tally.duties
        ));
        terminal::say(format!("{name}: {} meetings, {} presences, {paid} minutes paid", tally.held, tally.came));
    }

    /// A person's browser, signed in; a session lives for a month, and is opened again before.
    async fn browser(&mut self, person: PersonId) -> Browser {
        let now = self.now();
        if let Some((browser, _)) = self.browsers.get(&person).filter(|(_, at)| now < at.plus_days(25)) {
            return browser.clone();
        }
        let chance = Arc::clone(&self.house.chance);
        let token = self.house.db.write(move |tx| signin::demo::session(tx, &*chance, person, now)).await.unwrap();
        let browser = Browser::new(&self.house, slices::ALL).with("preau", token).with("lang", "fr");
        self.browsers.insert(person, (browser.clone(), now));
        browser
    }

    /// A person opens a page that is there for them.
    pub async fn see(&mut self, person: PersonId, page: &str) -> String {
        let mut browser = self.browser(person).await;
        browser.get(page).await;
        self.asks += 1;
        assert_eq!(browser.status, 200, "{page} at {}: {:?}", self.now().paris(), browser.location);
        browser.text
    }

    /// A person opens a page, and sends a form of it; gives where it led.
    pub async fn send(&mut self, person: PersonId, page: &str, path: &str, fields: &[(&str, &str)]) -> String {
        let browser = self.browser(person).await;
        self.send_by(browser, page, path, fields).await
    }

    /// A person opens a page, and takes the file that a form of it gives.
    pub async fn take(&mut self, person: PersonId, page: &str, path: &str, fields: &[(&str, &str)]) -> String {
        let mut browser = self.browser(person).await;
        browser.get(page).await;
        browser.post(path, fields).await;
        self.asks += 2;
        assert_eq!(browser.status, 200, "{path}: {}", main(&browser));
        browser.text
    }

    /// Somebody without account opens a page, and sends a form of it.
    pub async fn send_unknown(&mut self, page: &str, path: &str, fields: &[(&str, &str)]) -> String {
        let browser = Browser::new(&self.house, slices::ALL).with("lang", "fr");
        self.send_by(browser, page, path, fields).await
    }

    /// A person sends a form without looking at its page again: the same one, for another thing.
    pub async fn send_bare(&mut self, person: PersonId, path: &str, fields: &[(&str, &str)]) {
        let mut browser = self.browser(person).await;
        let who = browser.get("/compte").await;
        assert_eq!(who.status, 200);
        browser.post(path, fields).await;
        self.asks += 2;
        assert_eq!(browser.status, 303, "{path}: {}", main(&browser));
    }

    async fn send_by(&mut self, mut browser: Browser, page: &str, path: &str, fields: &[(&str, &str)]) -> String {
        browser.get(page).await;
        self.asks += 2;
        let now = self.now().paris();
        assert_eq!(browser.status, 200, "{page} at {now}: {:?}", browser.location);
        // A form that does not say where it goes comes back to its page.
        let here = page.split('?').next() == Some(path) && browser.text.contains("method=\"post\">");
        assert!(
            here || browser.text.contains(&format!("action=\"{path}\"")),
            "{page} at {now} has no form to {path}: {}",
            main(&browser)
        );
        browser.post(path, fields).await;
        assert_eq!(browser.status, 303, "{path} at {now} {fields:?}: {}", main(&browser));
        browser.location.unwrap()
    }

    /// The first id of a statement, in letters.
    pub async fn id(&self, sql: &'static str, params: Vec<db::Value>) -> String {
        let row = self.house.db.read(move |tx| tx.first(sql, &params)).await.unwrap();
        row.unwrap_or_else(|| panic!("{sql} finds nothing")).get::<Id<()>>(0).to_string()
    }

    /// What this guardian was told about this child.
    pub async fn told(&self, guardian: PersonId, child: PersonId) -> String {
        let sql = "SELECT id FROM agreement_told WHERE guardian_id = ?1 AND child_id = ?2";
        self.id(sql, db::params![guardian, child].into()).await
    }
}

fn main(browser: &Browser) -> &str {
    browser.text.split("<main").nth(1).unwrap_or(&browser.text)
}

/// What stands in a page between a mark and the next quote, slash or question mark.
pub fn after<'p>(page: &'p str, mark: &str) -> &'p str {
    let from = page.find(mark).unwrap_or_else(|| panic!("no {mark} in {page}")) + mark.len();
    page[from..].split(['"', '/', '?', '#']).next().unwrap()
}

//! What was measured, beside what was hoped for.
use crate::{
    Homes, crowd::Round, feed::Feed, growth::Growth, homework::Homework, live::Live, passwords::Passwords,
    rooms::Rooms, weight::Weight,
};
use std::fmt::Write as _;

/// Everything that was measured.
#[derive(Debug)]
pub struct Figures {
    people: u32,
    postgres: bool,
    bare: Option<Round>,
    home: Option<Round>,
    pressed: Option<Round>,
    home_growth: f64,
    /// How pages grow with the house.
    pub growth: Vec<Growth>,
    /// Rows of the directory a second.
    pub import: f64,
    /// What the page weighs.
    pub weight: Option<Weight>,
    /// What each page of the list weighs, by name.
    pub pages: Vec<(&'static str, Weight)>,
    /// Sign-ins by card.
    pub sign_ins: Option<Round>,
    /// The staff of a school, by password.
    pub passwords: Option<Passwords>,
    /// Demands.
    pub tickets: Option<Round>,
    /// Watchers.
    pub live: Option<Live>,
    /// The server's anonymous memory at its highest.
    pub rss_mb: f64,
    /// What a year of homework help costs.
    pub homework: Option<Homework>,
    /// What a seat in a room costs.
    pub rooms: Option<Rooms>,
    /// What an académie's feed costs.
    pub feed: Option<Feed>,
}

/// What was hoped for.
enum Goal {
    Least(f64),
    Most(f64),
    None,
}

/// The middle one.
pub fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or(0.0)
}

/// The middle of each figure.
pub fn middle(rounds: &[Round]) -> Round {
    Round {
        per_s: median(rounds.iter().map(|round| round.per_s).collect()),
        cpu_us: median(rounds.iter().map(|round| round.cpu_us).collect()),
    }
}

/// A count, to be divided.
#[expect(clippy::cast_precision_loss, reason = "counts far below 2^52")]
pub fn count(n: usize) -> f64 {
    n as f64
}

impl Rooms {
    fn rows(&self) -> Vec<(String, f64, Goal)> {
        let pairs = [("voices", &self.voices), ("cameras", &self.cameras)];
        let worst = |figures: Vec<f64>| figures.into_iter().reduce(f64::max);
        // The dearer of the two kinds speaks for both.
        let seat = worst(pairs.iter().map(|(_, pair)| pair.ours.cpu_ms_per_seat_s).collect());
        let ratio = worst(pairs.iter().filter_map(|(_, pair)| pair.ratio).collect());
        let mut rows = vec![];
        rows.extend(seat.map(|seat| ("rooms.cpu_ms_per_seat_s".to_owned(), seat, Goal::None)));
        rows.extend(ratio.map(|ratio| ("rooms.ratio_to_janus".to_owned(), ratio, Goal::Most(1.0))));
        for (kind, pair) in pairs {
            let mut row = |name: &str, value: f64| rows.push((format!("rooms.{kind}.{name}"), value, Goal::None));
            row("seats", count(pair.seats));
            if let Some(ratio) = pair.ratio {
                row("ratio_to_janus", ratio);
            }
            for (whose, room) in [("", Some(pair.ours)), ("janus.", pair.janus)] {
                let Some(room) = room else { continue };
                row(&format!("{whose}cpu_ms_per_seat_s"), room.cpu_ms_per_seat_s);
                row(&format!("{whose}cpu_ms_per_megabit"), room.cpu_ms_per_megabit);
                row(&format!("{whose}cpu_us_per_packet"), room.cpu_us_per_packet);
                row(&format!("{whose}megabits_s"), room.megabits_s);
                row(&format!("{whose}rss_mb"), room.rss_mb);
            }
        }
        rows
    }
}

impl Feed {
    fn rows(&self) -> Vec<(String, f64, Goal)> {
        use Goal::{Least, Most, None};
        let rows = [
            ("aaf_parse_people_per_s", self.parsed_per_s, Least(30_000.0)),
            ("aaf_people_per_s", self.people_per_s, Least(3_000.0)),
            ("aaf_peak_mb", self.peak_mb, Most(300.0)),
            ("aaf_post_p99_ms", self.post_p99_ms, Most(500.0)),
            ("aaf_post_longest_ms", self.post_longest_ms, None),
            ("aaf_people", count(self.people), None),
        ];
        rows.map(|(key, value, goal)| (format!("import.{key}"), value, goal)).into()
    }
}

impl Figures {
    /// Nothing yet, for a house of `people`.
    pub fn new(people: u32, postgres: bool) -> Self {
        Self {
            people,
            postgres,
            bare: None,
            home: None,
            pressed: None,
            home_growth: 0.0,
            growth: vec![],
            import: 0.0,
            weight: None,
            pages: vec![],
            sign_ins: None,
            passwords: None,
            tickets: None,
            live: None,
            rss_mb: 0.0,
            homework: None,
            rooms: None,
            feed: None,
        }
    }

    /// Takes in the rounds of the home page.
    pub fn homes(&mut self, homes: &Homes) {
        let large = middle(&homes.large);
        self.home_growth = large.cpu_us / middle(&homes.small).cpu_us;
        self.bare = Some(middle(&homes.bare));
        self.pressed = Some(middle(&homes.pressed));
        self.home = Some(large);
    }

    fn rows(&self) -> Vec<(String, f64, Goal)> {
        let own = self.own_rows().into_iter().map(|(key, value, goal)| (key.to_owned(), value, goal));
        let pages = self.pages.iter().flat_map(|(name, weight)| {
            [
                (format!("pages.{name}.bytes_cold"), count(weight.cold), Goal::Most(40_000.0)),
                (format!("pages.{name}.requests_cold"), count(weight.requests), Goal::Most(6.0)),
                (format!("pages.{name}.bytes_warm"), count(weight.warm), Goal::Most(6_000.0)),
                (format!("pages.{name}.html_bytes"), count(weight.html), Goal::None),
            ]
        });
        let homework = self.homework.iter().flat_map(|year| {
            [
                ("homework.week_page_cpu_us", year.week_page_cpu_us),
                ("homework.bilan_ms", year.bilan_ms),
                ("homework.bilan_400_ms", year.bilan_400_ms),
            ]
            .map(|(key, value)| (key.to_owned(), value, Goal::None))
        });
        let growth = self.growth.iter().flat_map(|one| {
            [
                (format!("growth.{}", one.page), one.ms.1, Goal::Most(1.5)),
                (format!("growth.{}.bytes", one.page), one.bytes.1, Goal::Most(1.5)),
                (format!("growth.{}.large_ms", one.page), one.ms.0, Goal::None),
                (format!("growth.{}.large_bytes", one.page), one.bytes.0, Goal::None),
            ]
        });
        let rooms = self.rooms.iter().flat_map(Rooms::rows);
        let feed = self.feed.iter().flat_map(Feed::rows);
        if self.people == 0 {
            return growth.chain(rooms).chain(feed).collect();
        }
        own.chain(pages).chain(homework).chain(growth).chain(rooms).chain(feed).collect()
    }

    fn own_rows(&self) -> Vec<(&'static str, f64, Goal)> {
        use Goal::{Least, Most, None};
        let nothing = Round { per_s: 0.0, cpu_us: 0.0 };
        let [bare, home, pressed, sign_ins, tickets] =
            [self.bare, self.home, self.pressed, self.sign_ins, self.tickets].map(|round| round.unwrap_or(nothing));
        let weight = self.weight.unwrap_or(Weight { cold: 0, requests: 0, warm: 0, html: 0 });
        let passwords = self.passwords.unwrap_or(Passwords { per_s: 0.0, rss_mb: 0.0 });
        let live = self.live.unwrap_or(Live { watchers: 0, p99_ms: 0.0, lost: 0 });
        vec![
            ("home.ratio_to_bare", home.per_s / bare.per_s, Least(0.10)),
            ("home.cpu_us_per_request", home.cpu_us, Most(300.0)),
            ("signin_card.per_s", sign_ins.per_s, Least(1_000.0)),
            ("signin_password.rss_mb", passwords.rss_mb, Most(40.0)),
            ("ticket_post.per_s", tickets.per_s, Least(5_000.0)),
            ("live.watchers", count(live.watchers), Least(2_000.0)),
            ("live.p99_ms", live.p99_ms, Most(250.0)),
            ("rss_mb", self.rss_mb, Most(80.0)),
            ("home.bytes_cold", count(weight.cold), Most(40_000.0)),
            ("home.requests_cold", count(weight.requests), Most(6.0)),
            ("home.bytes_warm", count(weight.warm), Most(6_000.0)),
            ("growth.home_600k_over_1k", self.home_growth, Most(1.3)),
            ("import.annuaire_rows_per_s", self.import, None),
            ("home.per_s", home.per_s, None),
            ("home.html_bytes", count(weight.html), None),
            ("home_br.per_s", pressed.per_s, None),
            ("home_br.cpu_us_per_request", pressed.cpu_us, None),
            ("bare.per_s", bare.per_s, None),
            ("bare.cpu_us_per_request", bare.cpu_us, None),
            ("signin_card.cpu_us", sign_ins.cpu_us, None),
            ("signin_password.per_s", passwords.per_s, None),
            ("ticket_post.cpu_us", tickets.cpu_us, None),
            ("live.lost", count(live.lost), Most(0.0)),
            ("people", self.people.into(), None),
        ]
    }

    fn database(&self) -> &'static str {
        if self.postgres { "postgresql" } else { "sqlite" }
    }

    /// One line of JSON.
    pub fn json(&self) -> String {
        let mut object = serde_json::Map::new();
        for (key, value, _) in self.rows() {
            object.insert(key, serde_json::json!((value * 1_000.0).round() / 1_000.0));
        }
        object.insert("database".to_owned(), self.database().into());
        serde_json::Value::Object(object).to_string()
    }

    /// A table with what was hoped for.
    pub fn table(&self) -> String {
        let mut table = format!("{} people, {}\n", self.people, self.database());
        for (key, value, goal) in self.rows() {
            let (goal, reached) = match goal {
                Goal::Least(least) => (format!("at least {least}"), value >= least),
                Goal::Most(most) => (format!("at most {most}"), value <= most),
                Goal::None => (String::new(), true),
            };
            let missed = if reached { "" } else { "  missed" };
            let decimals = if value < 10.0 { 3 } else { 1 };
            let _ = writeln!(table, "{key:<40} {value:>12.decimals$}  {goal}{missed}");
        }
        table
    }
}

//! The desk's chapter of a bilan. The desk is a school's, whatever dispositifs it takes part in.
use crate::{Mode, store};
use db::{Result, Tx};
use kernel::Evening;
use programme::{Chapter, Counts, Datum, Figure, Look, Numbers, Pair, Picture, Scope, Weekly};
use web::Shell;

/// Demands, who was helped, how and how soon.
pub const CHAPTER: Chapter = Chapter {
    key: "desk",
    title: "desk-chapter",
    figures: &[
        Figure::count(PUPILS),
        Figure::count(ASKED),
        Figure::share(HELPED),
        Figure::share(SOON),
        Figure::count(LEFT),
        Figure::count(WRITING),
        Figure::count(CALL),
        Figure::count(ROOM),
        Figure::share(GOOD),
    ],
    gather,
    charts,
};

/// How many were helped, week after week.
pub const WEEKLY: Weekly = Weekly { chapter: CHAPTER.key, key: "desk-chart-weeks" };

/// Pupils who wait for long.
pub const WAITING: Look = Look {
    chapter: CHAPTER.key,
    key: "desk-look-waiting",
    icon: "hourglass",
    reads: &[SOON],
    find: |numbers| few(numbers.get(SOON), 60),
};

/// Demands that nobody answers.
pub const UNHELPED: Look = Look {
    chapter: CHAPTER.key,
    key: "desk-look-unhelped",
    icon: "hand",
    reads: &[HELPED],
    find: |numbers| few(numbers.get(HELPED), 80),
};

/// So few demands say nothing of a school yet.
const TOO_FEW: i64 = 10;

/// How many of a share are missing, where it is less than so many in a hundred.
fn few((value, of): Pair, least: i64) -> Option<i64> {
    (of >= TOO_FEW && value * 100 < of * least).then_some(of - value)
}

const PUPILS: &str = "desk-figure-pupils";
const ASKED: &str = "desk-figure-asked";
const HELPED: &str = "desk-figure-helped";
const SOON: &str = "desk-figure-soon";
const LEFT: &str = "desk-figure-left";
const WRITING: &str = "desk-figure-ecrit";
const CALL: &str = "desk-figure-appel";
const ROOM: &str = "desk-figure-salle";
const GOOD: &str = "desk-figure-good";
const MONTHS: &str = "desk-chart-months";
const MODES: &str = "desk-chart-modes";
const WAITS: &str = "desk-chart-waits";

/// How long those who were helped had waited: the words of each bar.
const WAITED: [&str; 4] = ["5", "10", "20", "plus"];

const fn of_mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Writing => WRITING,
        Mode::Call => CALL,
        Mode::Room => ROOM,
    }
}

fn gather(tx: &mut Tx<'_>, scope: &Scope<'_>, counts: &mut Counts) -> Result<()> {
    let (from, until) = (Evening(scope.from), Evening(scope.until));
    for one in store::tally(tx, scope.schools, from, until)? {
        let school = one.school;
        let [five, ten, ..] = one.waited;
        counts.add(school, ASKED, one.asked);
        counts.share(school, HELPED, one.helped, one.asked);
        counts.share(school, SOON, five + ten, one.waited.iter().sum());
        counts.add(school, LEFT, one.left);
        counts.add(school, of_mode(one.mode), one.asked);
        counts.share(school, GOOD, one.good, one.faces);
        counts.share(school, format!("{MONTHS}:{}", one.month), one.helped, one.asked);
        for (word, waited) in WAITED.iter().zip(one.waited) {
            counts.add(school, format!("{WAITS}:{word}"), waited);
        }
    }
    for (school, evening, helped) in store::helped(tx, scope.schools, from, until)? {
        counts.add(school, WEEKLY.row(scope.from, evening.0), helped);
    }
    for (school, pupils) in store::pupils_helped(tx, scope.schools, from, until)? {
        counts.add(school, PUPILS, pupils);
    }
    Ok(())
}

fn charts(shell: &Shell, numbers: &Numbers) -> Vec<Picture> {
    let (helped, others) = (shell.say("desk-chart-helped").to_string(), shell.say("desk-chart-others").to_string());
    let months: Vec<_> = numbers
        .series(MONTHS)
        .map(|(month, (helped, asked))| Datum::of(month_name(shell, month), [helped, asked - helped]))
        .collect();
    let mode = |mode: &Mode| Datum::new(shell.say(of_mode(*mode)).to_string(), numbers.get(of_mode(*mode)).0);
    let modes: Vec<_> = Mode::ALL.iter().map(mode).collect();
    let waited =
        |word: &&str| Datum::new(shell.of("desk-waited-", word).to_string(), numbers.get(&format!("{WAITS}:{word}")).0);
    let waits: Vec<_> = WAITED.iter().map(waited).collect();
    vec![
        Picture::stacked(shell, MONTHS, &[&helped, &others], &months),
        Picture::bars(shell, MODES, &modes),
        Picture::bars(shell, WAITS, &waits),
    ]
}

/// The name of a month, `2026-11`: short enough for a chart.
fn month_name(shell: &Shell, month: &str) -> String {
    let number = month.rsplit('-').next().unwrap_or(month).trim_start_matches('0');
    shell.of("shell-month-", number).to_string()
}

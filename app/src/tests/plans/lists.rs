//! What does not grow, and what may read a table from end to end all the same.
use super::Scan;

/// Tables that do not grow, how many rows they hold at most, and why.
pub const SMALL: &[(&str, u32, &str)] = &[
    ("app_done", 10, "one row a deed of the operator"),
    ("app_node", 50, "the nodes of a week"),
    ("calendar_holiday", 40, "the holidays of some years"),
    ("calendar_week_letter", 200, "the weeks of some years"),
    ("course_key", 4, "one every three months, for some months"),
    ("course_tool", 200, "some of the académie, and one or two for some schools"),
    ("hours_rule", 40, "what an académie decides, some times in its life"),
    ("jobs_purged", 100, "one row a table"),
    ("jobs_schedule", 40, "one row a kind of work"),
    ("migration", 100, "one row a step of the schema"),
    ("programme_dispositif", 100, "what an académie engages in: some a year"),
    ("programme_milestone", 400, "some for each dispositif"),
    ("rentree_turn", 2_000, "the lists of a month"),
    ("secretariat_request", 1_500, "some hundred a year, for three years"),
    ("signin_portal", 500, "some of the académie, and one or two for some schools"),
    ("survey_wave", 300, "three for each dispositif"),
    ("training_course", 200, "what an académie offers its teams"),
];

/// Statements that may read a table from end to end: the table, the beginning or a part of the statement, and why. It only shrinks.
pub const ALLOWED: &[(&str, &str, &str)] = &[
    ("agreement_answer", "SELECT scan FROM agreement_answer", "each night: every file kept is compared with them"),
    ("agenda_bus", "FROM agenda_bus WHERE NOT EXISTS", "each night: the row itself does not say that the pupil left"),
    ("feed_delivery", "SELECT file FROM feed_delivery", "each night: every file kept is compared with them"),
    (
        "desk_attachment",
        "SELECT DISTINCT file FROM desk_attachment",
        "each night: every file kept is compared with them",
    ),
    (
        "unit",
        "FROM unit u LEFT JOIN directory_school k ON k.unit_id = u.id WHERE u.kind",
        "by who administers the académie: its schools, by name, a page of them",
    ),
    ("unit", "SELECT s.uai, s.unit_id, s.content", "by hand: the same schools, by their keys"),
    (
        "programme_publication",
        "SELECT count(*) FROM (SELECT 1 FROM programme_publication p",
        "what is published, when its pages are turned: all of it is counted",
    ),
    ("directory_school", "SELECT s.uai, s.unit_id, s.content", "by hand: an import compares each school with its file"),
    (
        "difficulty_photo",
        "SELECT DISTINCT file FROM difficulty_photo",
        "each night: every file kept is compared with them",
    ),
];

/// Whether it is a statement of `core/undo`, which knows tables by their schema alone and quotes every name: two that are one are
/// looked for in every table, now and then, by hand.
pub fn of_two_made_one(scan: &Scan) -> bool {
    scan.by.starts_with("SELECT \"")
        || scan.by.starts_with("SELECT deed_id, number, after FROM undo_row WHERE before LIKE")
}

/// Whether it asks only if there is any row: the first one answers.
pub fn first_of_all(scan: &Scan) -> bool {
    scan.by.starts_with("SELECT CASE WHEN EXISTS (SELECT 1 FROM directory_school LIMIT 1)")
}

/// Which of these allows it.
pub fn allowed(scan: &Scan) -> Option<usize> {
    ALLOWED.iter().position(|(table, part, _)| *table == scan.table && scan.by.contains(part))
}

/// Whether this table grows with people, schools or years.
pub fn grows(table: &str) -> bool {
    SMALL.iter().all(|(small, _, _)| *small != table)
}

/// How many rows a table that does not grow holds.
pub fn rows(table: &str) -> Option<u32> {
    SMALL.iter().find(|(small, _, _)| *small == table).map(|(_, rows, _)| *rows)
}

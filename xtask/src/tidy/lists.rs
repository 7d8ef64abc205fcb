//! A list that somebody reads is never cut in silence, and its next page opens where it begins.
use super::Finding;
use crate::{
    rust,
    tree::{File, Tree},
};

/// Cuts that stay, each by the end of its path, by what it says there, and why nobody misses what is left out.
const KEPT: &[(&str, &str, &str)] = &[
    ("agenda/src/store/day.rs", "LIMIT {NEXT}", "the next ones on Aujourd'hui; the week has all"),
    ("agenda/src/store/enrol.rs", "LIMIT 6", "the next places that fell; the week offers all again"),
    ("agreement/src/store/told.rs", "LIMIT {}", "a demonstration looks for one"),
    ("desk/src/pages/evening.rs", ".take(ADULTS)", "the page says how many others there are"),
    ("desk/src/pages/board.rs", ".take(TEAM)", "the page says how many others there are"),
    ("desk/templates/desk/board_part.html", ".take(8)", "the others are under « Voir les suivants »"),
    ("directory/src/pages/founding.rs", ".take(TOLD)", "the page says how many there are in all"),
    ("directory/src/store/find.rs", "LIMIT ?2", "read in turns, to be found by search"),
    ("directory/src/store/find.rs", "LIMIT ?3", "read in turns, to be found by search"),
    ("directory/src/store/sorted.rs", "LIMIT {most}", "done in turns, by a job"),
    ("directory/src/store/union.rs", "LIMIT ?2", "forgotten in turns, by a job"),
    ("notice/src/store/delivery.rs", "LIMIT ?3", "sent in turns, by a job"),
    ("programme/src/pages/map/rows.rs", ".take(most)", "columns, not rows; the file to take away has them all"),
    ("programme/src/store/find.rs", "LIMIT ?2", "read in turns, to be found by search"),
    (
        "signin/src/store/password.rs",
        "LIMIT ?3",
        "as many sheets as a page prints; the next ones come once these have theirs",
    ),
    ("signin/src/store/score.rs", "LIMIT ?2", "sent in turns, by an errand"),
    ("undo/src/store.rs", "LIMIT ?3", "the last ones, to be undone; the trail has all"),
    ("visio/src/store/remote.rs", "LIMIT 200", "asked in turns, by a job"),
    ("access/src/audit.rs", "LIMIT ?2", "the page says that these are the last ones"),
    ("access/src/store/sorted.rs", "LIMIT {most}", "done in turns, by a job"),
    ("jobs/src/store/purge.rs", "LIMIT {most}", "forgotten in turns, by a job"),
    ("jobs/src/store/queue.rs", "LIMIT ?1", "the page says how many there are"),
    ("search/src/store/lookup.rs", "LIMIT 1000", "a word so common weighs no more"),
    ("signin/src/store/portal.rs", ".take(DOORS)", "a school has a few doors, its own first"),
    ("web/src/store/paged.rs", "LIMIT ?{limit}", "this is what turns pages"),
    ("web/src/store/upload.rs", "LIMIT 100", "swept away, not shown"),
    ("web/src/today.rs", "LIMIT {MOST_CARDS}", "the page says that there is more"),
    ("home/src/pages.rs", ".take(1)", "the others follow"),
    ("programme/src/store/engagement.rs", ".take(20)", "the page says how many there are"),
];

pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = vec![];
    let mut idle: Vec<_> = KEPT.iter().collect();
    for file in tree.0.iter().filter(|file| is_ours(file)) {
        for (line, cut) in cuts(file) {
            let kept = |(path, what, _): &&(&str, &str, &str)| file.path.ends_with(path) && *what == cut;
            if KEPT.iter().any(|one| kept(&one)) {
                idle.retain(|one| !kept(one));
                continue;
            }
            let mend =
                format!("`{cut}` cuts a list in silence: give it pages (`web::Pager`), or say why it may in lists.rs");
            findings.push(Finding::new(&file.path, line, mend));
        }
        findings.extend(anchors(file));
    }
    let here = |(path, ..): &&&(&str, &str, &str)| tree.0.iter().any(|file| file.path.ends_with(path));
    for (path, cut, _) in idle.iter().filter(here) {
        findings.push(Finding::new(path, 1, format!("`{cut}` is cut here no more: take it out of lists.rs")));
    }
    findings
}

/// Whether it makes pages that people read, or what is on them.
fn is_ours(file: &File) -> bool {
    let floors = ["core/", "capabilities/", "programmes/", "app/"];
    let other = ["core/db/", "core/archive/", "core/files/", "core/sfu/"];
    floors.iter().any(|floor| file.path.starts_with(floor))
        && !other.iter().any(|room| file.path.starts_with(room))
        && !file.is_test()
        && !["/demo.rs", "/things.rs"].iter().any(|name| file.path.ends_with(name))
        && !file.path.contains("/demo/")
}

/// Where a file cuts what may be a list: a bound in SQL, and `iter().take(n)` in stores, pages and templates.
fn cuts(file: &File) -> Vec<(usize, String)> {
    let mut found = vec![];
    if file.is("rs") {
        let source = rust::read(&file.text);
        for (first, text) in &source.texts {
            for (at, _) in text.match_indices("LIMIT ") {
                let most = text[at + 6..].split(|c: char| c.is_whitespace() || matches!(c, ')' | '"' | '\\')).next();
                let most = most.unwrap_or_default();
                if most != "1" && text[..at].ends_with(|c: char| c.is_whitespace()) {
                    found.push((first + text[..at].matches('\n').count(), format!("LIMIT {most}")));
                }
            }
        }
        if ["/pages", "/store"].iter().any(|part| file.path.contains(part)) {
            found.extend(takes(&source.code));
        }
    } else if file.is("html") {
        found.extend(takes(&file.text));
    }
    found
}

/// Each `iter().take(n)`.
fn takes(code: &str) -> Vec<(usize, String)> {
    let take = |(at, found): (usize, &str)| {
        let most = code[at + found.len()..].split(')').next().unwrap_or_default();
        (super::line_of(code, at), format!(".take({most})"))
    };
    code.match_indices("iter().take(").map(take).collect()
}

/// Calls of `pages(…, "id")` whose id is nowhere in the template.
fn anchors(file: &File) -> Vec<Finding> {
    let mut findings = vec![];
    if !file.is("html") {
        return findings;
    }
    for (at, _) in file.text.match_indices("::pages(") {
        let Some(call) = file.text[at + 8..].split(") }}").next() else { continue };
        let Some((_, last)) = call.rsplit_once(", ") else { continue };
        let Some(id) = last.strip_prefix('"').and_then(|last| last.strip_suffix('"')) else { continue };
        let places = [format!("id=\"{id}\""), format!("table(\"{id}\""), format!("more(\"{id}\"")];
        if id != "main" && !places.iter().any(|place| file.text.contains(place)) {
            let mend = format!("the next page opens at `{id}`, which is nowhere here");
            findings.push(Finding::new(&file.path, super::line_of(&file.text, at), mend));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(files: &[(&str, &str)]) -> Vec<(String, usize)> {
        check(&Tree::of(files)).into_iter().map(|finding| (finding.path, finding.line)).collect()
    }

    #[test]
    fn a_list_is_not_cut_without_a_reason() {
        let store = "const A: &str = \"SELECT id FROM ticket LIMIT 1\";\nconst B: &str = \"SELECT id\n  FROM ticket LIMIT 60\";\n";
        let pages = "fn f() {\n    all.iter().take(3)\n}\n";
        let found = places(&[
            ("capabilities/desk/src/store.rs", store),
            ("capabilities/desk/src/store/tests.rs", store),
            ("capabilities/desk/src/pages.rs", pages),
            ("capabilities/desk/src/model.rs", pages),
            ("capabilities/desk/templates/desk/a.html", "{% for one in all.iter().take(8) %}"),
        ]);
        let wanted = [
            ("capabilities/desk/src/store.rs", 3),
            ("capabilities/desk/src/pages.rs", 2),
            ("capabilities/desk/templates/desk/a.html", 1),
        ];
        assert_eq!(found, wanted.map(|(path, line)| (path.to_owned(), line)));
    }

    #[test]
    fn a_reason_without_a_cut_is_taken_out() {
        let purge = "capabilities/visio/src/store/remote.rs";
        assert_eq!(places(&[(purge, "const A: &str = \"SELECT 1 LIMIT 200\";")]), []);
        assert_eq!(places(&[(purge, "")]), [("visio/src/store/remote.rs".to_owned(), 1)]);
    }

    #[test]
    fn the_next_page_opens_where_the_list_begins() {
        let path = "capabilities/desk/templates/desk/a.html";
        let of = |at: &str| places(&[(path, &format!("<h2 id=\"soir\"></h2>{{{{ p::pages(shell, all, {at}) }}}}"))]);
        assert_eq!((of("\"soir\""), of("\"main\""), of("id")), (vec![], vec![], vec![]));
        assert_eq!(of("\"matin\""), [(path.to_owned(), 1)]);
    }
}

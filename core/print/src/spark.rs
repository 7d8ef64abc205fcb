//! A small line: how a number went, week after week, beside the same of last year. Its figures stand in words beside it.
use crate::chart::escaped;
use std::fmt::Write as _;

/// How wide it is, in its own units.
const WIDTH: i64 = 144;
/// How high, and where nothing is.
const FLOOR: i64 = 48;
/// What the greatest number leaves above it.
const ABOVE: i64 = 6;

/// The line of `now`, and dotted that of `before`, which may be empty. `most` is the greatest number of all the lines that stand beside
/// each other; `said` says it to who listens.
pub fn line(said: &str, now: &[i64], before: &[i64], most: i64) -> String {
    let mut svg = format!(
        r#"<svg viewBox="0 0 {WIDTH} 52" role="img" aria-label="{}"><line class="base" x1="0" x2="{WIDTH}" y1="{FLOOR}" y2="{FLOOR}"/>"#,
        escaped(said)
    );
    let weeks = now.len().max(before.len()).max(2);
    for (kind, values) in [("ln before", before), ("ln", now)] {
        if values.len() > 1 {
            let points: Vec<_> = values.iter().enumerate().map(|(at, value)| point(at, *value, weeks, most)).collect();
            let points: Vec<_> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
            let _ = write!(svg, r#"<polyline class="{kind}" points="{}"/>"#, points.join(" "));
        }
    }
    if let Some(last) = now.last() {
        let (x, y) = point(now.len() - 1, *last, weeks, most);
        let _ = write!(svg, r#"<circle class="end-dot" cx="{x}" cy="{y}" r="4"/>"#);
    }
    svg.push_str("</svg>");
    svg
}

/// Where the number of a week stands.
fn point(at: usize, value: i64, weeks: usize, most: i64) -> (i64, i64) {
    let (at, last) = (i64::try_from(at).unwrap_or(0), i64::try_from(weeks - 1).unwrap_or(1));
    (4 + at * (WIDTH - 12) / last, FLOOR - value.max(0) * (FLOOR - ABOVE) / most.max(1))
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn a_line_goes_up_and_last_year_is_dotted_to_its_end() {
        let svg = line("Orne, de 2 à \"8\"", &[2, 4, 8], &[1, 1, 2, 3], 8);
        assert!(roxmltree::Document::parse(&svg).is_ok(), "{svg}");
        assert!(svg.contains(r#"class="ln" points="4,38 48,27 92,6""#), "{svg}");
        assert!(svg.contains(r#"class="ln before" points="4,43 48,43 92,38 136,33""#), "{svg}");
        assert!(svg.contains(r#"<circle class="end-dot" cx="92" cy="6""#), "{svg}");
    }

    #[test]
    fn one_week_is_a_dot_and_nothing_is_the_ground() {
        let svg = line("", &[3], &[], 3);
        assert!(svg.contains("circle") && !svg.contains("polyline"), "{svg}");
        assert!(!line("", &[], &[], 0).contains("circle"));
    }
}

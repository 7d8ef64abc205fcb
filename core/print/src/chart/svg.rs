//! The SVG itself: attributes and the sheet's own classes only, every text escaped.
use std::fmt::Write as _;

/// What the drawing is, for who listens, and its size.
pub struct Head<'h> {
    pub id: &'h str,
    pub title: &'h str,
    pub text: &'h str,
    pub width: i64,
    pub height: i64,
}

/// A drawing under way.
pub struct Svg {
    id: String,
    out: String,
}

impl Svg {
    /// Opens the drawing, with the hatchings of as many series.
    pub fn new(head: &Head<'_>, series: usize) -> Self {
        let id: String = head.id.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
        let mut out = format!(
            r#"<svg class="chart" viewBox="0 0 {} {}" role="img" aria-labelledby="{id}-title {id}-desc"><title id="{id}-title">{}</title><desc id="{id}-desc">{}</desc>"#,
            head.width,
            head.height,
            escaped(head.title),
            escaped(head.text)
        );
        if series > 1 {
            out.push_str("<defs>");
            for (n, drawing) in HATCHINGS.iter().enumerate().take(series - 1) {
                let _ = write!(
                    out,
                    r#"<pattern id="{id}-{}" width="6" height="6" patternUnits="userSpaceOnUse">{drawing}</pattern>"#,
                    n + 1
                );
            }
            out.push_str("</defs>");
        }
        Self { id, out }
    }

    /// A piece of a bar of the series `n`, one of `series`.
    pub fn bar(&mut self, (x, y): (i64, i64), (width, height): (i64, i64), n: usize, series: usize) {
        if width <= 0 {
            return;
        }
        let at = format!(r#"x="{x}" y="{y}" width="{width}" height="{height}""#);
        let _ = match n {
            0 if series < 2 => write!(self.out, r#"<rect class="b" {at} rx="4"/>"#),
            0 => write!(self.out, r#"<rect class="b" {at}/>"#),
            n => {
                let id = &self.id;
                let hatching = (n - 1) % HATCHINGS.len() + 1;
                write!(self.out, r#"<rect {at} fill="url(#{id}-{hatching})" stroke="currentColor"/>"#)
            }
        };
    }

    /// A text whose line stands at `y`.
    pub fn text(&mut self, x: i64, y: i64, anchor: &str, text: &str) {
        let _ = write!(self.out, r#"<text x="{x}" y="{y}" text-anchor="{anchor}">{}</text>"#, escaped(text));
    }

    /// The number of a piece of the series `n`, in its middle.
    pub fn inside(&mut self, x: i64, y: i64, n: usize, number: &str) {
        let class = if n == 0 { "n on" } else { "n" };
        let _ = write!(self.out, r#"<text class="{class}" x="{x}" y="{y}" text-anchor="middle">{number}</text>"#);
    }

    /// A thin line from one point to another.
    pub fn rule(&mut self, from: (i64, i64), to: (i64, i64)) {
        let _ = write!(self.out, r#"<line x1="{}" y1="{}" x2="{}" y2="{}"/>"#, from.0, from.1, to.0, to.1);
    }

    /// The line of the series `n` through these points, with a mark at each.
    pub fn path(&mut self, points: &[(i64, i64)], n: usize) {
        let through: Vec<_> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
        let dashes = DASHES[n % DASHES.len()];
        let dashes = if dashes.is_empty() { String::new() } else { format!(r#" stroke-dasharray="{dashes}""#) };
        let _ = write!(
            self.out,
            r#"<polyline points="{}" fill="none" stroke="currentColor" stroke-width="2"{dashes}/>"#,
            through.join(" ")
        );
        for (x, y) in points {
            let _ = match n % 2 {
                0 => write!(self.out, r#"<circle class="b" cx="{x}" cy="{y}" r="4" stroke="currentColor"/>"#),
                _ => write!(
                    self.out,
                    r#"<rect class="b2" x="{}" y="{}" width="8" height="8" stroke="currentColor"/>"#,
                    x - 4,
                    y - 4
                ),
            };
        }
    }

    /// The whole drawing.
    pub fn end(mut self) -> String {
        self.out.push_str("</svg>");
        self.out
    }
}

/// What fills the pieces after the first: stripes, dots, nothing but an outline, a grid.
const HATCHINGS: [&str; 4] = [
    r#"<path class="b2" d="M0 0h3v6h-3z"/>"#,
    r#"<circle class="b" cx="3" cy="3" r="1.4"/>"#,
    r#"<path d="M0 0" fill="none"/>"#,
    r#"<path d="M0 3h6M3 0v6" fill="none" stroke="currentColor"/>"#,
];
/// How the lines of the series are broken.
const DASHES: [&str; 4] = ["", "7 4", "2 4", "10 3 2 3"];

/// The text as it may stand between tags and in attributes; what XML cannot hold is left out.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

/// A count as a length.
pub fn wide(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

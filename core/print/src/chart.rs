//! Charts made by the server, as inline SVG: with a title and a description for who listens, readable in forced colours
//! and on black paper (shapes differ by their hatching, not by colour alone), without a word of style.
//!
//! Put them in a `<figure>`, at half the page's width, with the table of the same numbers below ([`rows`]).
mod scale;
mod svg;
#[cfg(test)]
mod tests;

use scale::Scale;
pub(crate) use svg::escaped;
use svg::{Head, Svg, wide};

/// The width of every chart, in its own units: letters of a chart as wide as a telephone stay readable.
const WIDTH: i64 = 400;
/// What a row of letters takes.
const LINE: i64 = 18;
/// How thick a bar is.
const THICK: i64 = 20;
/// What a bar takes, with the room below.
const ROW: i64 = 30;
/// How many letters of a label stand in one line, whatever the reader's typeface.
const LETTERS: usize = 50;
/// What the number after the longest bar needs.
const NUMBER: i64 = 56;

/// What a chart is called, and said to who listens.
#[derive(Clone, Copy, Debug)]
pub struct Caption<'c> {
    /// An id no other chart of the page has (letters, digits, hyphens).
    pub id: &'c str,
    /// Its title.
    pub title: &'c str,
    /// What it shows, in a sentence.
    pub text: &'c str,
}

impl Caption<'_> {
    fn head(&self, height: i64) -> Head<'_> {
        Head { id: self.id, title: self.title, text: self.text, width: WIDTH, height }
    }
}

/// One row of numbers: what it is about, and a number for each series (one, for plain bars).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Datum {
    /// What it is about: a school, a month.
    pub label: String,
    /// Its numbers.
    pub values: Vec<i64>,
}

impl Datum {
    /// A row of one number.
    pub fn new(label: impl Into<String>, value: i64) -> Self {
        Self { label: label.into(), values: vec![value] }
    }

    /// A row of several.
    pub fn of(label: impl Into<String>, values: impl Into<Vec<i64>>) -> Self {
        Self { label: label.into(), values: values.into() }
    }

    /// The number of this series; none is nothing.
    fn at(&self, series: usize) -> i64 {
        self.values.get(series).copied().unwrap_or(0)
    }

    /// What all series make together, the negative ones left out.
    fn total(&self) -> i64 {
        self.values.iter().map(|value| (*value).max(0)).sum()
    }
}

/// Bars lying one under the other, each below its label, with its number at its end.
pub fn bars(caption: Caption<'_>, data: &[Datum]) -> String {
    stacked(caption, &[], data)
}

/// Bars cut in pieces, each with its number, a piece for each of `series`, which the legend above names. No series: plain bars.
pub fn stacked(caption: Caption<'_>, series: &[&str], data: &[Datum]) -> String {
    let scale = Scale::to(data.iter().map(Datum::total).max().unwrap_or(0), WIDTH - NUMBER);
    let top = legend_height(series);
    let labels: Vec<_> = data.iter().map(|datum| folded(&datum.label)).collect();
    let rows: i64 = labels.iter().map(|lines| LINE * wide(lines.len()) + ROW).sum();
    let mut svg = Svg::new(&caption.head(top + rows + 2), series.len());
    legend(&mut svg, series);
    let mut y = top;
    for (datum, lines) in data.iter().zip(labels) {
        for line in lines {
            y += LINE;
            svg.text(0, y - 5, "start", &line);
        }
        let mut x = 0;
        for (n, (value, width)) in pieces(scale, datum, series.len()).into_iter().enumerate() {
            svg.bar((x, y), (width, THICK), n, series.len());
            if width > 0 && series.len() > 1 {
                svg.inside(x + width / 2, y + 15, n, &value.to_string());
            }
            x += width;
        }
        svg.text(x + 6, y + 15, "start", &datum.total().to_string());
        y += ROW;
    }
    svg.end()
}

/// Each number of a row with the length of its piece. None is shorter than its number, and what that takes, the longest gives.
fn pieces(scale: Scale, datum: &Datum, series: usize) -> Vec<(i64, i64)> {
    let room = |value: i64| if value > 0 && series > 1 { (wide(value.to_string().len()) * 8 + 6).min(46) } else { 0 };
    let values = (0..series.max(1)).map(|n| datum.at(n).max(0));
    let mut pieces: Vec<_> = values.map(|value| (value, scale.length(value).max(room(value)))).collect();
    let over = pieces.iter().map(|(_, length)| length).sum::<i64>() - scale.length(datum.total());
    if let Some((value, length)) = pieces.iter_mut().max_by_key(|(_, length)| *length) {
        *length = (*length - over.max(0)).max(room(*value));
    }
    pieces
}

/// A label in lines of at most so many letters: a question is read whole.
fn folded(label: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in label.split(' ') {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if line.chars().count() + 1 + word.chars().count() <= LETTERS => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Lines from left to right, one for each of `series`, with the first, the last and the greatest number written.
/// Each series has its own dashes and its own mark.
pub fn line(caption: Caption<'_>, series: &[&str], data: &[Datum]) -> String {
    const HIGH: i64 = 150;
    const LEFT: i64 = 40;
    let most = data.iter().flat_map(|datum| datum.values.iter().copied()).max().unwrap_or(0);
    let scale = Scale::to(most, HIGH);
    let top = legend_height(series) + 14;
    let mut svg = Svg::new(&caption.head(top + HIGH + LINE + 8), series.len());
    legend(&mut svg, series);
    for mark in scale.marks() {
        let y = top + HIGH - scale.length(mark);
        svg.rule((LEFT, y), (WIDTH, y));
        svg.text(LEFT - 6, y + 4, "end", &mark.to_string());
    }
    let step = |n: usize| LEFT + 10 + (WIDTH - LEFT - 20) * wide(n) / (len(data) - 1).max(1);
    for n in 0..series.len().max(1) {
        let points: Vec<_> = data
            .iter()
            .enumerate()
            .map(|(at, datum)| (step(at), top + HIGH - scale.length(datum.at(n).max(0))))
            .collect();
        svg.path(&points, n);
    }
    for (at, datum) in data.iter().enumerate().filter(|(at, _)| labelled(*at, data.len())) {
        let anchor = if at + 1 == data.len() && at > 0 { "end" } else { "middle" };
        let x = if anchor == "end" { WIDTH } else { step(at) };
        svg.text(x, top + HIGH + LINE, anchor, &datum.label);
    }
    svg.end()
}

/// The same numbers as rows of a table: the label, then each number, then what they make together where there are several.
pub fn rows(data: &[Datum]) -> Vec<(String, Vec<String>)> {
    let row = |datum: &Datum| {
        let mut cells: Vec<String> = datum.values.iter().map(ToString::to_string).collect();
        if cells.len() > 1 {
            cells.push(datum.total().to_string());
        }
        (datum.label.clone(), cells)
    };
    data.iter().map(row).collect()
}

/// Whether the point at this place bears its label: all when they are few, else six spread out, the last among them.
fn labelled(at: usize, count: usize) -> bool {
    let every = count.div_ceil(6).max(1);
    at + 1 == count || (at.is_multiple_of(every) && at + every <= count)
}

fn legend_height(series: &[&str]) -> i64 {
    wide(series.len()) * LINE + if series.is_empty() { 0 } else { 8 }
}

fn legend(svg: &mut Svg, series: &[&str]) {
    for (n, name) in series.iter().enumerate() {
        let y = wide(n) * LINE;
        svg.bar((0, y + 2), (14, 12), n, series.len());
        svg.text(22, y + 13, "start", name);
    }
}

fn len(data: &[Datum]) -> i64 {
    wide(data.len())
}

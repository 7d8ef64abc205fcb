//! A map of départements with a dot for each school, as inline SVG: no word of style, the sheet `figures` has it. What a dot says
//! is told by its shape as by its colour. Put the table of the same beside it.
use crate::chart::{Caption, escaped};
use std::{collections::BTreeMap, fmt::Write as _, sync::LazyLock};

/// The outlines that are known: code, name, and rings of points (longitude,latitude in thousandths of a degree).
const OUTLINES: &str = include_str!("../../../data/map/departements.csv");
/// How wide every map is, in its own units.
const WIDTH: i64 = 500;
/// The room around it, for the dots of a coast.
const MARGIN: i64 = 8;
/// With more dots than these, each is smaller.
const MANY: usize = 60;

/// A point: longitude and latitude, in thousandths of a degree.
type Point = (i64, i64);

struct Outline {
    name: &'static str,
    rings: Vec<Vec<Point>>,
}

/// The outlines by the number of the département, without zeros before it.
static KNOWN: LazyLock<BTreeMap<&'static str, Outline>> = LazyLock::new(|| {
    let point = |text: &str| text.split_once(',').and_then(|(x, y)| Some((x.parse().ok()?, y.parse().ok()?)));
    let ring = |text: &'static str| text.split(' ').filter_map(point).collect();
    let outline = |line: &'static str| {
        let [code, name, rings] = line.split(';').collect::<Vec<_>>().try_into().ok()?;
        Some((code, Outline { name, rings: rings.split('|').map(ring).collect() }))
    };
    OUTLINES.lines().filter_map(outline).collect()
});

/// What a dot says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// Hollow: not yet.
    NotYet,
    /// A circle: all is well.
    Well,
    /// A diamond: to be looked at.
    Look,
}

impl Mark {
    /// Its shape around a point, with `inside` in it.
    fn shape(self, (x, y): Point, size: i64, inside: &str) -> String {
        match self {
            Self::Look => {
                let s = size + 2;
                format!(r#"<path class="s2" d="M{x} {}l{s} {s}-{s} {s}-{s}-{s}z">{inside}</path>"#, y - s)
            }
            Self::Well => format!(r#"<circle class="s1" cx="{x}" cy="{y}" r="{size}">{inside}</circle>"#),
            Self::NotYet => format!(r#"<circle class="s3" cx="{x}" cy="{y}" r="{}">{inside}</circle>"#, size - 1),
        }
    }

    /// The same alone, for the key of a map.
    pub fn sign(self) -> String {
        format!(r#"<svg viewBox="0 0 16 16" aria-hidden="true">{}</svg>"#, self.shape((8, 8), 6, ""))
    }
}

/// A school on the map.
#[derive(Clone, Debug)]
pub struct Dot {
    /// Its latitude, in millionths of a degree.
    pub latitude: i64,
    /// Its longitude, in millionths of a degree.
    pub longitude: i64,
    /// What is said of it.
    pub mark: Mark,
    /// Its name, for who points at it.
    pub name: String,
}

/// The map of these départements, by their numbers, with these dots; of the dots alone where no outline is known. Nothing when
/// there is nothing to draw.
pub fn draw(caption: Caption<'_>, departements: &[&str], dots: &[Dot]) -> Option<String> {
    let outlines: Vec<&Outline> =
        departements.iter().filter_map(|code| KNOWN.get(code.trim_start_matches('0'))).collect();
    let place = |dot: &Dot| (dot.longitude / 1_000, dot.latitude / 1_000);
    let points = || outlines.iter().flat_map(|one| one.rings.iter().flatten().copied()).chain(dots.iter().map(place));
    let ground = Ground::under(points)?;
    let id = caption.id;
    let mut svg = format!(
        r#"<svg class="map" viewBox="0 0 {} {}" role="img" aria-labelledby="{id}-title {id}-desc"><title id="{id}-title">{}</title><desc id="{id}-desc">{}</desc>"#,
        WIDTH + 2 * MARGIN,
        ground.height + 2 * MARGIN,
        escaped(caption.title),
        escaped(caption.text)
    );
    for outline in &outlines {
        svg.push_str("<path d=\"");
        outline.rings.iter().for_each(|ring| ground.ring(&mut svg, ring));
        svg.push_str("\"/>");
    }
    let size = if dots.len() > MANY { 4 } else { 6 };
    let mut sorted: Vec<&Dot> = dots.iter().collect();
    sorted.sort_by_key(|dot| dot.mark);
    for dot in sorted {
        let name = format!("<title>{}</title>", escaped(&dot.name));
        svg.push_str(&dot.mark.shape(ground.at(place(dot)), size, &name));
    }
    for outline in &outlines {
        let (x, y) = outline.rings.iter().max_by_key(|ring| ring.len()).map_or((0, 0), |ring| ground.at(middle(ring)));
        let _ = write!(svg, r#"<text x="{x}" y="{y}">{}</text>"#, escaped(outline.name));
    }
    svg.push_str("</svg>");
    Some(svg)
}

/// Where degrees fall on the drawing.
struct Ground {
    west: i64,
    north: i64,
    /// A degree of longitude, in thousandths of one of latitude.
    narrow: i64,
    /// How wide it is, in thousandths of a degree of latitude.
    wide: i64,
    height: i64,
}

impl Ground {
    /// The ground under all these points.
    fn under<I: Iterator<Item = Point>>(points: impl Fn() -> I) -> Option<Self> {
        let (west, east) = (points().map(|(x, _)| x).min()?, points().map(|(x, _)| x).max()?);
        let (south, north) = (points().map(|(_, y)| y).min()?, points().map(|(_, y)| y).max()?);
        // Bhaskara's cosine, good to a thousandth: no other arithmetic than whole numbers.
        let degrees = (south + north) / 2_000;
        let narrow = (32_400 - 4 * degrees * degrees) * 1_000 / (32_400 + degrees * degrees);
        let wide = ((east - west) * narrow / 1_000).max(1);
        Some(Self { west, north, narrow, wide, height: (north - south) * WIDTH / wide })
    }

    fn at(&self, (x, y): Point) -> Point {
        let across = (x - self.west) * self.narrow / 1_000;
        (MARGIN + across * WIDTH / self.wide, MARGIN + (self.north - y) * WIDTH / self.wide)
    }

    /// Draws a ring, from each point to the next.
    fn ring(&self, out: &mut String, ring: &[Point]) {
        let mut points = ring.iter().map(|point| self.at(*point));
        let Some(mut last) = points.next() else { return };
        let _ = write!(out, "M{} {}l", last.0, last.1);
        let mut first = true;
        for point in points {
            let (x, y) = (point.0 - last.0, point.1 - last.1);
            if (x, y) == (0, 0) {
                continue;
            }
            let _ = write!(out, "{}{x}{}{y}", if first || x < 0 { "" } else { " " }, if y < 0 { "" } else { " " });
            (last, first) = (point, false);
        }
        out.push('z');
    }
}

/// The middle of a ring: that of its surface.
fn middle(ring: &[Point]) -> Point {
    let Some(first) = ring.first() else { return (0, 0) };
    let next = ring.iter().cycle().skip(1);
    // From the first point, so that no product grows past what a number holds.
    let near = |point: &Point| (point.0 - first.0, point.1 - first.1);
    let sums = ring.iter().zip(next).map(|(a, b)| (near(a), near(b))).fold((0, 0, 0), |(x, y, twice), (a, b)| {
        let cross = a.0 * b.1 - b.0 * a.1;
        (x + (a.0 + b.0) * cross, y + (a.1 + b.1) * cross, twice + cross)
    });
    let (x, y, twice) = sums;
    if twice == 0 { *first } else { (first.0 + x / (3 * twice), first.1 + y / (3 * twice)) }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]
    use super::{Dot, KNOWN, Mark, draw};
    use crate::chart::Caption;

    const CAPTION: Caption<'_> = Caption { id: "carte", title: "Carte", text: "Deux <collèges>" };

    fn caen(mark: Mark) -> Dot {
        Dot { latitude: 49_182_000, longitude: -370_000, mark, name: "Collège de l’« Orne »".to_owned() }
    }

    #[test]
    fn normandy_is_five_shapes_of_a_few_kilobytes_with_its_dots_inside() {
        let numbers = ["014", "027", "050", "061", "076"];
        let svg = draw(CAPTION, &numbers, &[caen(Mark::Look), caen(Mark::Well), caen(Mark::NotYet)]).unwrap();
        assert!(svg.len() < 5_000, "{} bytes", svg.len());
        let tree = roxmltree::Document::parse(&svg).unwrap();
        let of = |name: &str| tree.descendants().filter(|node| node.has_tag_name(name)).collect::<Vec<_>>();
        assert_eq!((of("text").len(), of("circle").len(), of("path").len()), (5, 2, 6));
        assert!(of("text").iter().any(|node| node.text() == Some("Seine-Maritime")));
        let [_, _, width, height] = svg
            .split_once("viewBox=\"")
            .and_then(|(_, rest)| rest.split_once('"'))
            .map(|(sizes, _)| sizes)
            .unwrap()
            .split(' ')
            .map(|n| n.parse().unwrap())
            .collect::<Vec<i64>>()
            .try_into()
            .unwrap();
        let dot = of("circle")[0];
        let at = |name: &str| dot.attribute(name).unwrap().parse::<i64>().unwrap();
        assert!(
            (width / 3..width / 2).contains(&at("cx")) && (height / 3..2 * height / 3).contains(&at("cy")),
            "Caen: {svg}"
        );
        assert!(svg.find("s3").unwrap() < svg.find("s2").unwrap(), "what is to be looked at lies on top");
    }

    #[test]
    fn where_no_outline_is_known_there_are_the_dots_and_without_any_there_is_no_map() {
        let svg = draw(CAPTION, &["099"], &[caen(Mark::Well)]).unwrap();
        assert!(svg.contains("circle") && !svg.contains("<path"), "{svg}");
        assert!(draw(CAPTION, &["099"], &[]).is_none());
        assert!(KNOWN.len() == 5 && KNOWN.values().all(|one| one.rings.iter().all(|ring| ring.len() > 20)));
    }
}

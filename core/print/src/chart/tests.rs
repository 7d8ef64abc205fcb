//! Charts are well-formed, say what they show, and hold no style.
use super::{Caption, Datum, bars, line, rows, stacked};
use roxmltree::Document;

const CAPTION: Caption<'_> = Caption { id: "c1", title: "Élèves aidés", text: "Septembre 18, octobre 31" };

fn months() -> Vec<Datum> {
    vec![Datum::of("septembre", [18, 4, 2, 1]), Datum::of("octobre", [31, 0, 5, 9]), Datum::of("novembre", [0; 4])]
}

/// The drawing, read as XML; what every chart must be.
fn read(svg: &str) -> Document<'_> {
    let document = Document::parse(svg).unwrap_or_else(|why| panic!("{why}: {svg}"));
    let root = document.root_element();
    assert_eq!((root.attribute("role"), root.attribute("class")), (Some("img"), Some("chart")));
    let names: Vec<_> = root.attribute("aria-labelledby").unwrap_or_default().split(' ').collect();
    for (name, tag) in names.iter().zip(["title", "desc"]) {
        let found = document.descendants().find(|node| node.attribute("id") == Some(name));
        assert_eq!(found.map(|node| node.tag_name().name()), Some(tag));
    }
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        assert!(!matches!(node.tag_name().name(), "style" | "script" | "a" | "image"), "{svg}");
        let right = |name: &str| name != "style" && !name.starts_with("on") && !name.contains("href");
        assert!(node.attributes().all(|attribute| right(attribute.name())), "{svg}");
    }
    document
}

#[test]
fn every_chart_is_well_formed_and_named() {
    let data = months();
    let series = ["Compris", "Un peu", "Pas encore", "Rien"];
    for svg in [bars(CAPTION, &data), stacked(CAPTION, &series, &data), line(CAPTION, &series[..2], &data)] {
        let document = read(&svg);
        let texts: Vec<_> = document.descendants().filter(|node| node.has_tag_name("text")).collect();
        assert!(texts.iter().any(|node| node.text() == Some("octobre")));
    }
}

#[test]
fn nothing_to_show_is_still_a_drawing() {
    let none = [Datum::new("novembre", 0)];
    let series: &[&str] = &["a", "b"];
    for svg in [bars(CAPTION, &[]), stacked(CAPTION, series, &[]), line(CAPTION, series, &[])] {
        read(&svg);
    }
    for svg in [bars(CAPTION, &none), stacked(CAPTION, series, &none), line(CAPTION, series, &none)] {
        read(&svg);
    }
}

#[test]
fn what_people_wrote_stays_a_text() {
    let nasty = "<script>alert(\"1\")</script> & ' \u{8}\u{ffff}\nfin";
    let caption = Caption { id: "c\"><1", title: nasty, text: nasty };
    let data = [Datum::of(nasty, [1, 2])];
    for svg in [bars(caption, &data), stacked(caption, &[nasty, nasty], &data), line(caption, &[nasty], &data)] {
        let document = read(&svg);
        let title = document.descendants().find(|node| node.has_tag_name("title")).and_then(|node| node.text());
        assert_eq!(title, Some("<script>alert(\"1\")</script> & '  fin"));
        assert!(!svg.contains("<script"));
    }
}

#[test]
fn lengths_are_true_to_the_numbers() {
    let data = [Datum::new("a", 100), Datum::new("b", 50), Datum::new("c", 1), Datum::new("d", 0)];
    let svg = bars(CAPTION, &data);
    let document = read(&svg);
    let widths: Vec<i64> = document
        .descendants()
        .filter(|node| node.has_tag_name("rect"))
        .filter_map(|node| node.attribute("width")?.parse().ok())
        .collect();
    assert_eq!(widths, [344, 172, 3], "what is nothing has no bar");
}

#[test]
fn no_piece_leaves_the_frame() {
    let data = [Datum::of("a", [i64::MAX / 4, 3, i64::MAX / 4]), Datum::of("b", [-7, 2, 1])];
    let svg = stacked(CAPTION, &["x", "y", "z"], &data);
    let document = read(&svg);
    for node in document.descendants().filter(|node| node.has_tag_name("rect")) {
        let number = |name| node.attribute(name).and_then(|value| value.parse::<i64>().ok()).unwrap_or(0);
        assert!(number("x") >= 0 && number("x") + number("width") <= 400, "{svg}");
    }
}

#[test]
fn every_piece_bears_its_number_and_the_bar_stays_true() {
    let data = [Datum::of("a", [300, 1, 12, 0]), Datum::of("b", [100, 50, 3, 4])];
    let svg = stacked(CAPTION, &["w", "x", "y", "z"], &data);
    let document = read(&svg);
    let inside: Vec<_> = document
        .descendants()
        .filter(|node| node.has_tag_name("text") && node.has_attribute("class"))
        .filter_map(|node| node.text())
        .collect();
    assert_eq!(inside, ["300", "1", "12", "100", "50", "3", "4"]);
    let bars =
        document.descendants().filter(|node| node.has_tag_name("rect") && node.attribute("height") == Some("20"));
    let widths: Vec<i64> = bars.filter_map(|node| node.attribute("width")?.parse().ok()).collect();
    assert_eq!((widths[..3].iter().sum::<i64>(), widths[3..].iter().sum::<i64>()), (344, 344 * 157 / 313));
    assert!(widths.iter().all(|width| *width >= 14), "{widths:?}");
}

#[test]
fn pieces_differ_without_colour() {
    let series = ["a", "b", "c", "d", "e"];
    let svg = stacked(CAPTION, &series, &[Datum::of("x", [1, 1, 1, 1, 1])]);
    let document = read(&svg);
    let mut fills: Vec<_> = document
        .descendants()
        .filter(|node| node.has_tag_name("rect"))
        .map(|node| node.attribute("fill").or(node.attribute("class")).unwrap_or_default())
        .collect();
    fills.sort_unstable();
    fills.dedup();
    assert_eq!(fills.len(), 5, "{fills:?}");
    for fill in fills.iter().filter_map(|fill| fill.strip_prefix("url(#")) {
        let id = fill.trim_end_matches(')');
        assert!(document.descendants().any(|node| node.attribute("id") == Some(id)), "{id}");
    }
}

#[test]
fn the_table_says_the_same_numbers() {
    let rows = rows(&months()[..1]);
    assert_eq!(rows, [("septembre".to_owned(), ["18", "4", "2", "1", "25"].map(str::to_owned).to_vec())]);
    assert_eq!(super::rows(&[Datum::new("a", 3)])[0].1, ["3"]);
}

#[test]
fn a_year_of_points_bears_few_labels_and_the_last() {
    let data: Vec<_> = (0..36).map(|n| Datum::new(format!("s{n}"), n)).collect();
    let svg = line(CAPTION, &["a"], &data);
    let document = read(&svg);
    let labels =
        document.descendants().filter(|n| n.has_tag_name("text") && n.text().is_some_and(|t| t.starts_with('s')));
    let labels: Vec<_> = labels.filter_map(|node| node.text()).collect();
    assert!((4..=7).contains(&labels.len()), "{labels:?}");
    assert_eq!(labels.last(), Some(&"s35"));
}

#[test]
fn a_long_label_is_read_whole_in_several_lines() {
    let question = "Les horaires et la façon de faire conviennent-ils à la vie de la maison ?";
    let (long, short) = (bars(CAPTION, &[Datum::new(question, 3)]), bars(CAPTION, &[Datum::new("Oui", 3)]));
    let (long, short) = (read(&long), read(&short));
    let texts: Vec<_> =
        long.descendants().filter(|node| node.has_tag_name("text")).filter_map(|node| node.text()).collect();
    let [lines @ .., number] = texts.as_slice() else { panic!("{texts:?}") };
    assert_eq!((lines.join(" ").as_str(), *number), (question, "3"));
    assert!(lines.len() > 1 && lines.iter().all(|line| line.chars().count() <= super::LETTERS));
    let bar = |document: &Document<'_>| {
        let bar = document.descendants().find(|node| node.has_tag_name("rect")).expect("a bar");
        bar.attribute("y").and_then(|y| y.parse::<i64>().ok()).expect("its place")
    };
    assert!(bar(&long) > bar(&short));
}

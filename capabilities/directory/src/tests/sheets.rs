//! What a workbook says of a cell beside its text: a hidden sheet, a date, a number that was rounded before it came.
use super::{
    cases::faults,
    explode::{ods_of, xlsx_of},
    read,
};
use crate::people_import::COLUMNS;

/// A row of an ods: each cell's attributes, and its text.
fn row(cells: &[(&str, &str)]) -> String {
    let cell =
        |(says, text): &(&str, &str)| format!("<table:table-cell {says}><text:p>{text}</text:p></table:table-cell>");
    format!("<table:table-row>{}</table:table-row>", cells.iter().map(cell).collect::<Vec<_>>().concat())
}

/// The headings of people, then Léa with this class and this number of the school's register.
fn people(name: &str, style: &str, (number, class): ((&str, &str), (&str, &str))) -> String {
    let heads: Vec<_> = COLUMNS.iter().map(|head| ("", *head)).collect();
    let lea = [number, ("", "Roy"), ("", name), ("", "31/05/2012"), ("", "élève"), ("", "0140014P"), class];
    format!(
        "<table:table table:name=\"{name}\" table:style-name=\"{style}\">{}{}</table:table>",
        row(&heads),
        row(&lea)
    )
}

const PLAIN: ((&str, &str), (&str, &str)) = (("", "E1"), ("", "6A"));

#[test]
fn the_first_visible_sheet_of_an_ods_is_read() {
    let hidden = "<style:style style:name=\"ta1\"><style:table-properties table:display=\"false\"/></style:style>
                  <style:style style:name=\"ta2\"><style:table-properties table:display=\"true\"/></style:style>";
    let file = ods_of(hidden, &(people("Fantome", "ta1", PLAIN) + &people("Visible", "ta2", PLAIN)));
    let rows = format!("{:?}", read(&file).unwrap());
    assert!(rows.contains("Visible") && !rows.contains("Fantome"), "{rows}");
}

#[test]
fn a_date_for_a_class_is_refused_in_an_ods_too() {
    let date = "office:value-type=\"date\" office:date-value=\"2026-03-06\"";
    let file = ods_of("", &people("Lea", "ta1", (("", "E1"), (date, "6-mars"))));
    assert_eq!(faults(&file), [(2, "classe".to_owned(), "date-here")]);
}

#[test]
fn a_number_that_a_workbook_has_rounded_is_refused() {
    let long = "office:value-type=\"float\" office:value=\"1.23456789012346E+018\"";
    let file = ods_of("", &people("Lea", "ta1", ((long, "1234567890123456789"), ("", "6A"))));
    assert_eq!(faults(&file), [(2, "identifiant".to_owned(), "rounded")]);
    let short = "office:value-type=\"float\" office:value=\"123456789\"";
    assert!(read(&ods_of("", &people("Lea", "ta1", ((short, "123456789"), ("", "6A"))))).is_ok());
    let numbered = |number: &str| {
        let cells = |texts: &[&str]| {
            let cells: Vec<_> = texts.iter().map(|text| format!("<c t=\"str\"><v>{text}</v></c>")).collect();
            cells.concat()
        };
        let (heads, texts) = (cells(&COLUMNS), cells(&["Roy", "Léa", "31/05/2012", "élève", "0140014P", "6A"]));
        xlsx_of(&format!("<row>{heads}</row><row><c><v>{number}</v></c>{texts}</row>"))
    };
    assert_eq!(faults(&numbered("1.2345678901234568E+18")), [(2, "identifiant".to_owned(), "rounded")]);
    assert!(read(&numbered("123456789")).is_ok());
}

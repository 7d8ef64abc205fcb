//! Workbooks made to burst whoever opens them: each is refused with a sentence, before it takes memory.
use super::read;
use std::io::{Cursor, Write};
use zip::{ZipWriter, write::SimpleFileOptions};

/// A text, then another so many times, then a last: what is big is never whole in memory here either.
type Part<'p> = (&'p str, &'p str, &'p str, usize, &'p str);

fn zipped(parts: &[Part<'_>]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(vec![]));
    for (name, first, again, times, last) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(first.as_bytes()).unwrap();
        let block = again.repeat(1_000);
        (0..times / 1_000).for_each(|_| zip.write_all(block.as_bytes()).unwrap());
        (0..times % 1_000).for_each(|_| zip.write_all(again.as_bytes()).unwrap());
        zip.write_all(last.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const BOOK: Part<'_> =
    ("xl/workbook.xml", "<workbook><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>", "", 0, "");
const RELATIONS: Part<'_> = (
    "xl/_rels/workbook.xml.rels",
    "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
    "",
    0,
    "",
);
const HEAD: &str = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>identifiant</v></c></row>";
const SHEET: &str = "xl/worksheets/sheet1.xml";

fn xlsx(first: &str, again: &str, times: usize, last: &str) -> Vec<u8> {
    let first = format!("<worksheet><sheetData>{HEAD}{first}");
    zipped(&[BOOK, RELATIONS, (SHEET, &first, again, times, &format!("{last}</sheetData></worksheet>"))])
}

fn ods(first: &str, again: &str, times: usize, last: &str) -> Vec<u8> {
    let first = format!("<document-content><body><spreadsheet><table:table table:name=\"a\">{first}");
    let last = format!("{last}</table:table></spreadsheet></body></document-content>");
    zipped(&[("content.xml", &first, again, times, &last)])
}

/// A workbook of Excel with these rows, and nothing else.
pub fn xlsx_of(rows: &str) -> Vec<u8> {
    zipped(&[BOOK, RELATIONS, (SHEET, &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"), "", 0, "")])
}

/// A workbook of `LibreOffice` with these styles and these tables.
pub fn ods_of(styles: &str, tables: &str) -> Vec<u8> {
    let styles = format!("<document-content><automatic-styles>{styles}</automatic-styles><body><spreadsheet>");
    zipped(&[("content.xml", &styles, tables, 1, "</spreadsheet></body></document-content>")])
}

/// What was had before counts no more for [`peak`].
fn forget_the_peak() {
    std::fs::write("/proc/self/clear_refs", "5").unwrap();
}

/// The most memory this process has had since, in MiB.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kib| kib / 1024)
}

/// The most each may take beside what stands already, in MiB.
const BOUND: u64 = 64;

/// What is refused, how and where it says it is.
#[test]
#[expect(clippy::print_stdout, reason = "the figures are what the test shows")]
fn what_explodes_is_refused_before_it_takes_memory() {
    let shared = |text: &str, times| {
        let cell = format!("<worksheet><sheetData>{HEAD}</sheetData></worksheet>");
        zipped(&[
            BOOK,
            RELATIONS,
            ("xl/sharedStrings.xml", "<sst uniqueCount=\"4000000000\">", text, times, "</sst>"),
            (SHEET, &cell, "", 0, ""),
        ])
    };
    let long = "x".repeat(400);
    let cell = "<table:table-cell office:value-type=\"string\"><text:p>x</text:p></table:table-cell>";
    let files: Vec<(&str, Vec<u8>, u64, &str)> = vec![
        (
            "a cell at the far corner",
            xlsx("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>", "", 0, ""),
            1_048_576,
            "heavy",
        ),
        (
            "a cell beyond the corner",
            xlsx("<row r=\"4000000000\"><c r=\"A1\"><v>1</v></c></row>", "", 0, ""),
            4_000_000_000,
            "heavy",
        ),
        ("a cell of a MB", xlsx("<row r=\"2\"><c r=\"A2\" t=\"str\"><v>", &long, 2_000, "</v></c></row>"), 1, "heavy"),
        (
            "a cell of many runs",
            xlsx(
                "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is>",
                &format!("<r><t>{long}</t></r>"),
                3_000,
                "</is></c></row>",
            ),
            2,
            "heavy",
        ),
        ("many empty rows", xlsx("", "<row><c/></row>", 20_000, ""), 1, "missing-column"),
        ("hundreds of thousands of empty rows", xlsx("", "<row><c/><c/></row>", 300_000, ""), 166_668, "hollow"),
        (
            "a row of as many empty cells",
            xlsx("<row r=\"7\">", "<c s=\"1\"><v></v></c>", 300_000, "</row>"),
            7,
            "hollow",
        ),
        ("a shared text of a MB", shared(&long, 2_000), 1, "heavy"),
        ("a claim of four thousand million texts", shared("", 0), 1, "missing-column"),
        (
            "ods: a far corner",
            ods(
                &format!(
                    "<table:table-row table:number-rows-repeated=\"1048575\"><table:table-cell/></table:table-row><table:table-row><table:table-cell table:number-columns-repeated=\"16383\"/>{cell}</table:table-row>"
                ),
                "",
                0,
                "",
            ),
            1_048_576,
            "heavy",
        ),
        (
            "ods: a cell repeated",
            ods(
                &format!(
                    "<table:table-row>{}</table:table-row>",
                    cell.replacen(' ', " table:number-columns-repeated=\"4000000000\" ", 1)
                ),
                "",
                0,
                "",
            ),
            1,
            "heavy",
        ),
        (
            "ods: a row repeated",
            ods(
                &format!("<table:table-row table:number-rows-repeated=\"1048576\">{cell}</table:table-row>"),
                "",
                0,
                "",
            ),
            1,
            "heavy",
        ),
        (
            "ods: a cell of spaces",
            ods(
                "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>",
                "<text:s text:c=\"4000000000\"/>",
                10,
                "</text:p></table:table-cell></table:table-row>",
            ),
            1,
            "heavy",
        ),
        (
            "ods: a cell of a MB",
            ods(
                "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>",
                &long,
                3_000,
                "</text:p></table:table-cell></table:table-row>",
            ),
            1,
            "heavy",
        ),
        (
            "ods: a million empty rows",
            ods(
                "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>",
                "",
                0,
                &format!("<table:table-row>{cell}</table:table-row>"),
            ),
            1_000_001,
            "missing-column",
        ),
        (
            "ods: as many empty rows one by one",
            ods("", "<table:table-row><table:table-cell/></table:table-row>", 300_000, ""),
            250_001,
            "hollow",
        ),
        ("an old workbook", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), 1, "old-sheet"),
        ("a line of separators", format!("identifiant;nom\n{}", ";".repeat(3_000_000)).into_bytes(), 2, "heavy"),
        ("a line of text", format!("identifiant\n{}", "x".repeat(6_000_000)).into_bytes(), 1, "missing-column"),
        ("many short lines", "x\n".repeat(1_100_000).into_bytes(), 1_048_577, "heavy"),
    ];
    for (what, bytes, line, reason) in files {
        forget_the_peak();
        let before = peak();
        let faults = read(&bytes).unwrap_err();
        let took = peak().zip(before).map_or(0, |(after, before)| after - before);
        println!("{what}: {} kB, {took} MiB more", bytes.len() / 1000);
        assert_eq!((faults[0].line, faults[0].reason.key()), (line, reason), "{what}");
        assert!(took < BOUND, "{what}: {took} MiB");
    }
}

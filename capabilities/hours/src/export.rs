//! A batch as a spreadsheet and as a CSV: the same lines, the same totals, to the minute.
use crate::store::Sent;
use kernel::Moment;
use print::sheet::{MARK, line, tame};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

/// The headings and words of a file, in the language of who asked.
#[derive(Clone, Debug)]
pub struct Headings {
    /// The name of the sheet of lines.
    pub lines: String,
    /// The name of the sheet of totals.
    pub totals: String,
    /// Family name, given name, day, from, to, pupils, minutes held, rule applied, minutes due, sent before, to pay, in
    /// hours and minutes, in hours with decimals.
    pub columns: [String; 13],
    /// The word before the grand total.
    pub total: String,
}

/// What a file is made of.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The words.
    pub headings: Headings,
    /// The lines, each with the sentence of the rule applied (empty for none).
    pub lines: Vec<(Sent, String)>,
}

/// Minutes as hours and minutes: `1:05`, `-0:30`.
pub fn clock(minutes: i64) -> String {
    let sign = if minutes < 0 { "-" } else { "" };
    let minutes = minutes.abs();
    format!("{sign}{}:{:02}", minutes / 60, minutes % 60)
}

/// Minutes as hours with two decimals and a comma: `1,08`. The minutes beside it are what counts.
pub fn decimal(minutes: i64) -> String {
    let hundredths = (minutes.abs() * 100 + 30) / 60;
    let sign = if minutes < 0 { "-" } else { "" };
    format!("{sign}{},{:02}", hundredths / 100, hundredths % 100)
}

/// Each teacher's family and given name, and what the batch pays them, in the order of the lines.
fn totals(sheet: &Sheet) -> Vec<((String, String), i64)> {
    let mut totals: Vec<(kernel::PersonId, (String, String), i64)> = vec![];
    for (sent, _) in &sheet.lines {
        if let Some((_, _, total)) = totals.last_mut().filter(|(teacher, ..)| *teacher == sent.hour.teacher) {
            *total += sent.to_pay();
            continue;
        }
        let (given, family) = sent.teacher.clone();
        totals.push((sent.hour.teacher, (family, given), sent.to_pay()));
    }
    totals.into_iter().map(|(_, name, total)| (name, total)).collect()
}

fn grand_total(sheet: &Sheet) -> i64 {
    sheet.lines.iter().map(|(sent, _)| sent.to_pay()).sum()
}

fn hour(moment: Moment) -> String {
    let paris = moment.paris();
    format!("{:02}:{:02}", paris.hour(), paris.minute())
}

/// The texts of a line before its numbers: family, given, day, from, to.
fn texts(sent: &Sent) -> [String; 5] {
    let (given, family) = &sent.teacher;
    let day = sent.hour.starts_at.paris().date();
    [family.clone(), given.clone(), day.to_string(), hour(sent.hour.starts_at), hour(sent.hour.ends_at)]
}

/// The batch as a CSV for spreadsheets set to French: semicolons, a mark of UTF-8, no cell that is read as a formula.
pub fn csv(sheet: &Sheet) -> Vec<u8> {
    let mut out = String::from(MARK);
    let mut row = |cells: &[String]| out.push_str(&line(cells));
    row(&sheet.headings.columns);
    for (sent, rule) in &sheet.lines {
        let mut cells: Vec<String> = texts(sent).iter().map(|cell| tame(cell)).collect();
        cells.extend([sent.hour.came.to_string(), sent.hour.minutes.to_string(), tame(rule)]);
        cells.extend([sent.minutes, sent.before, sent.to_pay()].map(|minutes| minutes.to_string()));
        cells.extend([clock(sent.to_pay()), decimal(sent.to_pay())]);
        row(&cells);
    }
    let total = &sheet.headings.total;
    let mut sum = |family: &str, given: &str, word: &str, minutes: i64| {
        let mut cells = vec![String::new(); 13];
        let filled = [(0, tame(family)), (1, tame(given)), (7, tame(word)), (10, minutes.to_string())];
        for (at, text) in filled.into_iter().chain([(11, clock(minutes)), (12, decimal(minutes))]) {
            cells[at] = text;
        }
        row(&cells);
    };
    for ((family, given), minutes) in totals(sheet) {
        sum(&family, &given, total, minutes);
    }
    sum(total, "", "", grand_total(sheet));
    out.into_bytes()
}

/// The batch as a spreadsheet: a sheet of lines, a sheet of totals. `made_at` is written in the file, so that the same
/// batch gives the same bytes.
pub fn xlsx(sheet: &Sheet, made_at: Moment) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_timestamp(made_at.0 / 1_000)?;
    book.set_properties(&DocProperties::new().set_title(&sheet.headings.lines).set_creation_datetime(&made));
    let bold = Format::new().set_bold();
    let page = book.add_worksheet().set_name(&sheet.headings.lines)?;
    for (column, heading) in (0..).zip(&sheet.headings.columns) {
        page.write_string_with_format(0, column, heading, &bold)?;
    }
    page.set_freeze_panes(1, 0)?;
    page.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    for (row, (sent, rule)) in (1..).zip(&sheet.lines) {
        for (column, text) in (0..).zip(texts(sent)) {
            page.write_string(row, column, text)?;
        }
        number(page, row, 5, sent.hour.came)?;
        number(page, row, 6, sent.hour.minutes)?;
        page.write_string(row, 7, rule)?;
        number(page, row, 8, sent.minutes)?;
        number(page, row, 9, sent.before)?;
        paid(page, (row, 10), sent.to_pay())?;
    }
    page.autofit();
    let page = book.add_worksheet().set_name(&sheet.headings.totals)?;
    for (column, heading) in (0..).zip([0, 1, 10, 11, 12]) {
        page.write_string_with_format(0, column, &sheet.headings.columns[heading], &bold)?;
    }
    let mut next = 1;
    for ((family, given), total) in totals(sheet) {
        page.write_string(next, 0, family)?;
        page.write_string(next, 1, given)?;
        paid(page, (next, 2), total)?;
        next += 1;
    }
    page.write_string_with_format(next, 0, &sheet.headings.total, &bold)?;
    paid(page, (next, 2), grand_total(sheet))?;
    page.autofit();
    book.save_to_buffer()
}

/// Minutes, hours and minutes, hours with decimals, from this cell on.
fn paid(page: &mut rust_xlsxwriter::Worksheet, (row, column): (u32, u16), minutes: i64) -> Result<(), XlsxError> {
    number(page, row, column, minutes)?;
    page.write_string(row, column + 1, clock(minutes))?;
    let two = Format::new().set_num_format("0.00");
    page.write_number_with_format(row, column + 2, exact(minutes) / 60.0, &two)?;
    Ok(())
}

fn number(page: &mut rust_xlsxwriter::Worksheet, row: u32, column: u16, number: i64) -> Result<(), XlsxError> {
    page.write_number(row, column, exact(number)).map(drop)
}

/// Minutes as a spreadsheet holds numbers; exact up to two thousand million of them.
fn exact(minutes: i64) -> f64 {
    f64::from(i32::try_from(minutes).unwrap_or(if minutes < 0 { i32::MIN } else { i32::MAX }))
}

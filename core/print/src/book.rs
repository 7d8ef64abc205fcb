//! Tables to take away, as a workbook and as a CSV: the same lines, the same totals, to the minute.
use crate::sheet::{MARK, line, tame};
use jiff::civil::Date;
use kernel::Moment;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// The media type of a workbook.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text.
    Text(String),
    /// A number.
    Number(i64),
    /// A day.
    Day(Date),
    /// A time of day.
    Hour(Moment),
    /// Minutes, shown as hours and minutes.
    Span(i64),
    /// Minutes, shown as hours with decimals.
    Decimal(i64),
}

/// A table: its heads, its lines, and what stands below them.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// The head of each column.
    pub heads: Vec<String>,
    /// The lines.
    pub rows: Vec<Vec<Cell>>,
    /// The line of totals; empty for none.
    pub foot: Vec<Cell>,
    /// How many columns stay in sight when the others slide.
    pub pinned: u16,
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self::Text(text.into())
    }
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

impl Cell {
    fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => tame(text),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => day.to_string(),
            Self::Hour(at) => format!("{:02}:{:02}", at.paris().hour(), at.paris().minute()),
            Self::Span(minutes) => clock(*minutes),
            Self::Decimal(minutes) => decimal(*minutes),
        }
    }
}

/// Lines as a CSV for spreadsheets set to French: semicolons, a mark of UTF-8, no cell that is read as a formula.
pub fn csv<'t>(heads: &[String], rows: impl IntoIterator<Item = &'t Vec<Cell>>) -> Vec<u8> {
    let mut out = String::from(MARK);
    out.push_str(&line(heads));
    for row in rows {
        out.push_str(&line(&row.iter().map(Cell::text).collect::<Vec<_>>()));
    }
    out.into_bytes()
}

/// How a spreadsheet shows what it holds.
struct Looks {
    head: Format,
    day: Format,
    hour: Format,
    span: Format,
    decimal: Format,
}

impl Looks {
    fn new() -> Self {
        let of = |shown: &str| Format::new().set_num_format(shown);
        let head = Format::new().set_bold();
        Self { head, day: of("dd/mm/yyyy"), hour: of("hh:mm"), span: of("[h]:mm"), decimal: of("0.00") }
    }
}

/// Tables as a spreadsheet, a sheet for each: days are days, hours are hours, and the head of each column filters. `made_at` is written
/// in the file, so that the same tables give the same bytes.
pub fn xlsx(tables: &[Table], made_at: Moment) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_timestamp(made_at.0 / 1_000)?;
    let title = tables.first().map_or("", |table| &table.name);
    book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&made));
    let looks = Looks::new();
    for table in tables {
        sheet(book.add_worksheet().set_name(&table.name)?, table, &looks)?;
    }
    book.save_to_buffer()
}

fn sheet(page: &mut Worksheet, table: &Table, looks: &Looks) -> Result<(), XlsxError> {
    for (column, head) in (0..).zip(&table.heads) {
        page.write_string_with_format(0, column, head, &looks.head)?;
    }
    let mut last = 0;
    for (row, cells) in (1..).zip(table.rows.iter().chain([&table.foot])) {
        for (column, cell) in (0..).zip(cells) {
            write(page, (row, column), cell, looks)?;
        }
        last = row;
    }
    // What stands below is no line: it stays out of what is filtered.
    if let (Some(column), true) = (u16::try_from(table.heads.len()).ok().and_then(|n| n.checked_sub(1)), last > 1) {
        page.autofilter(0, 0, last - 1, column)?;
    }
    page.set_freeze_panes(1, table.pinned)?;
    page.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    page.autofit();
    Ok(())
}

fn write(page: &mut Worksheet, (row, column): (u32, u16), cell: &Cell, looks: &Looks) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => return Ok(()),
        Cell::Text(text) => page.write_string(row, column, text)?,
        Cell::Number(number) => page.write_number(row, column, exact(*number))?,
        Cell::Day(day) => {
            let (month, of_month) = (day.month().unsigned_abs(), day.day().unsigned_abs());
            let day = ExcelDateTime::from_ymd(day.year().unsigned_abs(), month, of_month)?;
            page.write_datetime_with_format(row, column, &day, &looks.day)?
        }
        Cell::Hour(at) => {
            let minutes = i64::from(at.paris().hour()) * 60 + i64::from(at.paris().minute());
            page.write_number_with_format(row, column, exact(minutes) / DAY, &looks.hour)?
        }
        // No spreadsheet shows a length below nothing: it is written.
        Cell::Span(minutes) if *minutes < 0 => page.write_string(row, column, clock(*minutes))?,
        Cell::Span(minutes) => page.write_number_with_format(row, column, exact(*minutes) / DAY, &looks.span)?,
        Cell::Decimal(minutes) => page.write_number_with_format(row, column, exact(*minutes) / 60.0, &looks.decimal)?,
    };
    Ok(())
}

/// The minutes of a day: a spreadsheet counts in days.
const DAY: f64 = 1_440.0;

/// A number as a spreadsheet holds it; exact up to two thousand million.
fn exact(number: i64) -> f64 {
    f64::from(i32::try_from(number).unwrap_or(if number < 0 { i32::MIN } else { i32::MAX }))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]
    use super::{Cell, Table, csv, xlsx};
    use kernel::Moment;

    #[test]
    fn the_same_lines_make_both_files_and_no_text_is_a_formula() {
        let heads = vec!["École".to_owned(), "Élèves".to_owned()];
        let rows = vec![vec!["=1+1".into(), Cell::Number(-3)], vec!["Vire".into(), Cell::Empty]];
        let lines = String::from_utf8(csv(&heads, &rows)).unwrap();
        assert_eq!(lines, "\u{feff}École;Élèves\r\n'=1+1;-3\r\nVire;\r\n");
        let tables = [Table { name: "Écoles".to_owned(), heads, rows, foot: vec![], pinned: 1 }];
        let at = Moment(1_764_000_000_000);
        let made = xlsx(&tables, at).unwrap();
        assert!(made.starts_with(b"PK") && made == xlsx(&tables, at).unwrap());
    }
}

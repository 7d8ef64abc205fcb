//! A table to take away: the same lines as a CSV and as a workbook. The first line is the headings.
use crate::sheet::{MARK, line, tame};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A number to count with.
    Number(i64),
    /// Nothing is known.
    Empty,
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self::Text(text.into())
    }
}

/// The lines as a CSV for spreadsheets set to French.
pub fn csv(lines: &[Vec<Cell>]) -> Vec<u8> {
    let cell = |cell: &Cell| match cell {
        Cell::Text(text) => tame(text),
        Cell::Number(number) => number.to_string(),
        Cell::Empty => String::new(),
    };
    let lines = lines.iter().map(|cells| line(&cells.iter().map(cell).collect::<Vec<_>>()));
    format!("{MARK}{}", lines.collect::<String>()).into_bytes()
}

/// The lines as a workbook of one sheet, its headings always in sight, each column filtered. `made_at`, in seconds, is written in the file: the
/// same lines of the same instant give the same bytes.
pub fn xlsx(title: &str, lines: &[Vec<Cell>], made_at: i64) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_timestamp(made_at)?;
    book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&made));
    let (bold, page) = (Format::new().set_bold(), book.add_worksheet().set_name(title)?);
    for (row, cells) in (0..).zip(lines) {
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Cell::Text(text) if row == 0 => page.write_string_with_format(row, column, text, &bold)?,
                Cell::Text(text) => page.write_string(row, column, text)?,
                // A workbook holds numbers exactly up to two thousand million of them.
                Cell::Number(n) => page.write_number(row, column, f64::from(i32::try_from(*n).unwrap_or(i32::MAX)))?,
                Cell::Empty => page,
            };
        }
    }
    let last = |count: usize| count.saturating_sub(1);
    if let (Ok(rows), Ok(columns)) = (last(lines.len()).try_into(), last(lines.first().map_or(0, Vec::len)).try_into())
    {
        page.autofilter(0, 0, rows, columns)?;
    }
    page.set_freeze_panes(1, 1)?;
    page.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    page.autofit();
    book.save_to_buffer()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]
    use super::{Cell, csv, xlsx};

    #[test]
    fn the_same_lines_make_both_files_and_no_text_is_a_formula() {
        let lines = vec![
            vec!["École".into(), "Élèves".into()],
            vec!["=1+1".into(), Cell::Number(-3)],
            vec!["Vire".into(), Cell::Empty],
        ];
        assert_eq!(String::from_utf8(csv(&lines)).unwrap(), "\u{feff}École;Élèves\r\n'=1+1;-3\r\nVire;\r\n");
        let made = xlsx("Écoles", &lines, 1_764_000_000).unwrap();
        assert!(made.starts_with(b"PK") && made == xlsx("Écoles", &lines, 1_764_000_000).unwrap());
    }
}

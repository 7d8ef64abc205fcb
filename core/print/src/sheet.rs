//! Tables for spreadsheets: `;` between cells, as they expect in France.

/// What a file begins with: without this mark of UTF-8 a spreadsheet takes the accents for something else.
pub const MARK: &str = "\u{feff}";

/// One line of texts, each [`tame`].
pub fn row<S: AsRef<str>>(cells: &[S]) -> String {
    line(&cells.iter().map(|cell| tame(cell.as_ref())).collect::<Vec<_>>())
}

/// One line as it is: for numbers, which may begin with a minus. What would break the line is quoted (RFC 4180).
pub fn line<S: AsRef<str>>(cells: &[S]) -> String {
    let cells: Vec<_> = cells.iter().map(|cell| quoted(cell.as_ref())).collect();
    format!("{}\r\n", cells.join(";"))
}

/// A text that no spreadsheet takes for a formula.
pub fn tame(text: &str) -> String {
    let risky = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '|', '%']);
    if risky { format!("'{text}") } else { text.to_owned() }
}

fn quoted(cell: &str) -> String {
    if cell.contains([';', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{line, row};

    #[test]
    fn no_cell_is_a_formula_and_none_breaks_its_line() {
        assert_eq!(row(&["=1+1", "a;b", "dit \"non\"", "Zoé"]), "'=1+1;\"a;b\";\"dit \"\"non\"\"\";Zoé\r\n");
        assert_eq!(line(&["-30", "a;b"]), "-30;\"a;b\"\r\n");
    }
}

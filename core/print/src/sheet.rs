//! Lines of a table for spreadsheets: `;` between cells, as they expect in France.

/// One line. A cell that a spreadsheet would take for a formula begins with an apostrophe; what would break the line is quoted
/// (RFC 4180).
pub fn row<S: AsRef<str>>(cells: &[S]) -> String {
    let cells: Vec<_> = cells.iter().map(|text| cell(text.as_ref())).collect();
    format!("{}\r\n", cells.join(";"))
}

fn cell(text: &str) -> String {
    let risky = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if risky { format!("'{text}") } else { text.to_owned() };
    if text.contains([';', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::row;

    #[test]
    fn no_cell_is_a_formula_and_none_breaks_its_line() {
        assert_eq!(row(&["=1+1", "a;b", "dit \"non\"", "Zoé"]), "'=1+1;\"a;b\";\"dit \"\"non\"\"\";Zoé\r\n");
    }
}

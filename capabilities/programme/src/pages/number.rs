//! A counted number in words: the same everywhere.
use crate::{Figure, Numbers, Pair, Quantity, percent};
use std::borrow::Borrow;
use web::Shell;

/// What stands for a number that there is not.
const NOTHING: &str = "–";

/// In short: « 12 », « 67 % », « 12 h 30 », « 2 jours ».
pub fn short(shell: &Shell, figure: impl Borrow<Figure>, numbers: &Numbers) -> String {
    let figure = figure.borrow();
    let Some(pair) = numbers.of(figure) else { return NOTHING.to_owned() };
    match figure.quantity {
        Quantity::Count => pair.0.to_string(),
        Quantity::Share => format!("{}\u{a0}%", percent(pair)),
        Quantity::Minutes => shell.lasts(pair.0),
        Quantity::Delay => delay(shell, pair.0),
    }
}

/// With what a share is made of: « 67 % (2 sur 3) ».
pub fn long(shell: &Shell, figure: impl Borrow<Figure>, numbers: &Numbers) -> String {
    let figure = figure.borrow();
    match (figure.quantity, numbers.of(figure)) {
        (Quantity::Share, Some((n, of))) => {
            shell.say("programme-figure-share").num("n", n).num("of", of).num("percent", percent((n, of))).to_string()
        }
        _ => short(shell, figure, numbers),
    }
}

/// For a table to count with: minutes, percents, nothing where there is none.
pub fn cell(figure: &Figure, numbers: &Numbers) -> String {
    let value = |pair: Pair| if figure.quantity == Quantity::Share { percent(pair) } else { pair.0 };
    numbers.of(figure).map_or_else(String::new, |pair| value(pair).to_string())
}

/// The largest unit that is not nothing.
fn delay(shell: &Shell, minutes: i64) -> String {
    let (key, n) = match minutes {
        0..120 => ("programme-delay-minutes", minutes),
        120..2_880 => ("programme-delay-hours", minutes / 60),
        _ => ("programme-delay-days", minutes / 1_440),
    };
    shell.say(key).num("n", n).to_string()
}

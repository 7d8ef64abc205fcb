//! The program `preau`; everything is in its library.
use std::process::ExitCode;

fn main() -> ExitCode {
    preau::run()
}

//! How a portal stands, in words.
use crate::portal::{Portal, Warning};
use kernel::Moment;
use web::Shell;

/// What is to be said of a portal beside its name: a colour and a sentence.
pub fn state(shell: &Shell, portal: &Portal, now: Moment) -> Option<(&'static str, String)> {
    if let Some(at) = portal.closed_at {
        return Some(("", shell.say("signin-portals-closed").text("date", shell.date(at)).to_string()));
    }
    portal.warning(now).map(|warning| warned(shell, &warning))
}

/// A warning in words, with its colour.
fn warned(shell: &Shell, warning: &Warning) -> (&'static str, String) {
    match warning {
        Warning::Trouble(word, at) => {
            let why = shell.of("signin-portals-trouble-", word).to_string();
            let when = format!("{}, {}", shell.date(*at), shell.time(*at));
            ("bad", shell.say("signin-portals-trouble").text("why", why).text("when", when).to_string())
        }
        Warning::Ends(ends) => {
            ("warn", shell.say("signin-portals-ends").text("date", shell.full_date(*ends)).to_string())
        }
        Warning::Drift(drift) => ("warn", shell.say("signin-portals-drift").num("n", *drift).to_string()),
    }
}

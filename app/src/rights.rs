//! Who may do what, written from the rules themselves: each slice's `rights.md`, and all of them together.
use crate::{slices, terminal};
use access::{Clause, Role};
use std::fmt::Write as _;
use web::{Door, Route, Slice};

/// `preau rights`.
pub fn print() {
    for slice in slices::ALL {
        terminal::say(of(slice));
    }
}

/// The page of one slice: its rights, and the doors of its addresses.
pub fn of(slice: &Slice) -> String {
    let mut page = format!(
        "# Who may do what: {}\n\nWritten by `preau rights` from the rules of `policy.rs` and from the doors of the routes; a test compares.\n",
        slice.name
    );
    if !slice.rights.is_empty() {
        page.push_str(
            "\n## Rights\n\n`at` asks for the role on the thing's own school; `over` also counts it on a unit above. Nobody else may.\n\n\
             | thing | deed | who |\n| --- | --- | --- |\n",
        );
    }
    for right in slice.rights {
        let who: Vec<_> = right.rule.0.iter().map(clause).collect();
        let _ = writeln!(page, "| {} | {} | {} |", right.thing, right.deed, who.join("; "));
    }
    let routes = (slice.routes)().0;
    if !routes.is_empty() {
        page.push_str(
            "\n## Addresses\n\nThe door says who may come at all; what they see behind it is decided by the rights.\n\n\
             | address | method | door |\n| --- | --- | --- |\n",
        );
    }
    for route in routes {
        let _ = writeln!(page, "| `{}` | {} | {} |", route.path, method(&route), door(route.door));
    }
    page
}

/// The method, and whether one signs by it.
fn method(route: &Route) -> String {
    if route.signs { format!("{}, signs", route.method()) } else { route.method().to_owned() }
}

fn clause(clause: &Clause) -> String {
    match clause {
        Clause::RoleOver(roles) => format!("{} over", words(roles)),
        Clause::RoleAt(roles) => format!("{} at", words(roles)),
        Clause::Owner => "whose it is".into(),
        Clause::GuardianOf => "guardian of whose it is".into(),
        Clause::InGroup(parts) => {
            format!("{} of its group", parts.iter().map(|part| part.word()).collect::<Vec<_>>().join(", "))
        }
    }
}

fn words(roles: &[Role]) -> String {
    roles.iter().map(|role| role.word()).collect::<Vec<_>>().join(", ")
}

/// The door in words.
pub fn door(door: Door) -> String {
    match door {
        Door::Public => "anybody".into(),
        Door::SignedIn => "signed in".into(),
        Door::Pupil => "pupil".into(),
        Door::Guardian => "guardian".into(),
        Door::Staff(roles) => words(roles),
        Door::Audience(audiences) => audiences.iter().map(|audience| audience.word()).collect::<Vec<_>>().join(", "),
    }
}

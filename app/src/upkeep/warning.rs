//! What is to be mended, a sentence each: what happened, then what to do.
use super::{DAY, Facts, OLD, store::State, store::What};
use web::Shell;

/// Below how many bytes, or which part of the whole, space is short.
const SHORT: (i64, i64) = (2_000_000_000, 10);
/// How many days before its end a certificate should have been renewed.
const SOON: i64 = 21;
/// After how many minutes a schedule is late.
const LATE: i64 = 120;

/// All of them; nothing when all is well.
pub fn all(shell: &Shell, facts: &Facts) -> Vec<String> {
    let mut said = vec![];
    let days = |at| facts.now.minutes_since(at) / DAY;
    match facts.last(What::Backup) {
        None => said.push(shell.say("preau-upkeep-warn-backup-never").to_string()),
        Some(done) if !facts.ready.backup => {
            said.push(shell.say("preau-upkeep-warn-backup").num("n", days(done.at)).to_string());
        }
        Some(_) => {}
    }
    match facts.last(What::Restore) {
        None => said.push(shell.say("preau-upkeep-warn-restore-never").to_string()),
        Some(done) if days(done.at) > OLD.1 => {
            said.push(shell.say("preau-upkeep-warn-restore").num("n", days(done.at)).to_string());
        }
        Some(_) => {}
    }
    for (what, key) in [(What::Email, "preau-upkeep-warn-email"), (What::Sms, "preau-upkeep-warn-sms")] {
        if let Some(done) = facts.last(what).filter(|done| done.state == State::Failed) {
            said.push(shell.say(key).text("why", done.said.clone()).to_string());
        }
    }
    if facts.figures.aside > 0 {
        said.push(shell.say("preau-upkeep-warn-aside").num("n", facts.figures.aside).to_string());
    }
    if let Some(days) = facts.stopped {
        said.push(shell.say("preau-upkeep-purge-stopped").num("n", days).to_string());
    }
    for turn in facts.turns.iter().filter(|turn| facts.now.minutes_since(turn.next_at) > LATE) {
        said.push(shell.say("preau-upkeep-warn-late").text("kind", turn.kind.clone()).to_string());
    }
    said.extend(nodes(shell, facts));
    said
}

/// What the nodes say of themselves.
fn nodes(shell: &Shell, facts: &Facts) -> Vec<String> {
    let mut said = vec![];
    for node in &facts.nodes {
        if let Some((left, whole)) = node.space
            && (left < SHORT.0 || left < whole / SHORT.1)
        {
            let left = super::size(shell, left);
            said.push(
                shell.say("preau-upkeep-warn-space").text("node", node.name.as_str()).text("size", left).to_string(),
            );
        }
    }
    if facts.nodes.iter().any(|node| facts.nodes.iter().any(|other| other.version != node.version)) {
        said.push(shell.say("preau-upkeep-warn-versions").to_string());
    }
    // Every node looks at the same address: one of them is told.
    if let Some(until) = facts.nodes.iter().filter_map(|node| node.certificate).min() {
        let left = until.minutes_since(facts.now) / DAY;
        if left < 0 || until < facts.now {
            said.push(shell.say("preau-upkeep-warn-certificate-over").to_string());
        } else if left < SOON {
            said.push(shell.say("preau-upkeep-warn-certificate").num("n", left).to_string());
        }
    } else if let Some(node) = facts.nodes.iter().find(|node| !node.trouble.is_empty()) {
        said.push(shell.say("preau-upkeep-warn-certificate-unknown").text("why", node.trouble.clone()).to_string());
    }
    said
}

//! `/styleguide`, in a house of made-up people: every component of the look, in every state.
use askama::Template;
use kernel::Moment;
use web::{Entry, Error, FormState, NavItem, Paged, Phrase, Reply, Result, Shell, Visit, Who};

#[derive(Template)]
#[template(path = "styleguide/all.html")]
struct Styleguide {
    shell: Shell,
    /// A form as it comes, one as it was filled, and one to be mended.
    plain: FormState,
    filled: FormState,
    wrong: FormState,
    /// Whether the summary of what is to be mended is wanted: it takes the focus.
    mend: bool,
    /// The second page of a long list.
    pages: Paged<()>,
    now: Moment,
}

impl Styleguide {
    /// A sentence of this page.
    fn s<'s>(&'s self, word: &'s str) -> Phrase<'s> {
        self.shell.of("preau-style-", word)
    }

    /// The values and words of a list.
    fn rooms(&self) -> Vec<(&'static str, Phrase<'_>)> {
        vec![("pommier", self.s("room-1")), ("phare", self.s("room-2"))]
    }
}

/// The page. `?rtl=1` turns it from right to left, `?eleve=1` puts it in a pupil's frame, `?refus=1` shows the summary.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    if !visit.house.settings.demo {
        return Err(Error::NotFound);
    }
    let pupil = visit.query("eleve").is_some();
    let mut shell = frame(visit.shell(), pupil);
    shell.leftward = visit.query("rtl").is_some();
    let mut wrong = FormState::new().with("w-text", "c.auvray");
    for (field, word) in [("w-text", "w-text"), ("w-select", "w-select"), ("w-area", "w-area"), ("w-pick", "w-pick")] {
        wrong.refuse(field, visit.sentence(&format!("preau-style-{word}")));
    }
    let filled = FormState::new()
        .with("f-area", visit.sentence("preau-style-block"))
        .with("f-select", "phare")
        .with("f-pick", "maths")
        .with("f-one", "ecrit")
        .with("f-chip", "compris")
        .with("f-tick", "oui");
    let mend = visit.query("refus").is_some();
    Reply::page(&Styleguide {
        shell,
        plain: FormState::new(),
        filled,
        wrong,
        mend,
        pages: Paged::nth(2, 172),
        now: visit.now,
    })
}

/// The frame with a menu and a person, whoever looks.
fn frame(mut shell: Shell, pupil: bool) -> Shell {
    shell.staff = !pupil;
    let five: &[Entry] = if pupil {
        &[Entry::Today, Entry::Week, Entry::Help, Entry::Groups, Entry::Messages]
    } else {
        &[Entry::Today, Entry::Week, Entry::Groups, Entry::Programmes, Entry::Messages]
    };
    let item = |(n, entry): (usize, &Entry)| NavItem { entry: *entry, count: [3, 0, 0, 0, 2][n], current: n == 1 };
    shell.nav = five.iter().enumerate().map(item).collect();
    let name = if pupil { "Inès" } else { "Claire Auvray" };
    shell.who = Some(Who { initials: if pupil { "IN" } else { "CA" }.into(), name: name.into(), hue: "warm" });
    shell
}

//! Who, what and where a lesson is, as the words of an event say.
use crate::text::{several, spaced};
use table::fold;

/// The longest text of one, in characters.
const LONGEST: usize = 255;
/// The most classes, groups or teachers of one lesson.
const MOST: usize = 60;

/// What a lesson is, whenever it is. As the file writes it; texts are cut to 255 characters, lists to sixty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// What is taught; empty when the file does not say.
    pub subject: String,
    /// The classes.
    pub classes: Vec<String>,
    /// The groups.
    pub groups: Vec<String>,
    /// The teachers.
    pub teachers: Vec<String>,
    /// The room.
    pub room: Option<String>,
}

/// What the first words of a summary say of a lesson that does not take place.
const CANCELLED: [&str; 8] = [
    "annule",
    "annulation",
    "cours annule",
    "prof absent",
    "professeur absent",
    "enseignant absent",
    "classe absente",
    "cancelled",
];
/// What they say of one that does.
const MOVED: [&str; 6] =
    ["cours deplace", "changement de salle", "cours modifie", "exceptionnel", "remplacement", "cours maintenu"];

impl About {
    /// What the description's lines say, then the place, then the summary; and whether the summary says that the
    /// lesson does not take place.
    pub(crate) fn of(summary: &str, place: &str, description: &str) -> (Self, bool) {
        let mut about = Self::default();
        for line in description.lines() {
            if let Some((label, said)) = line.split_once(':') {
                about.label(&fold(label), said);
            }
        }
        if !spaced(place).is_empty() {
            about.room = Some(spaced(place));
        }
        about = about.cut();
        let cancelled = about.summary(summary);
        (about.cut(), cancelled)
    }

    fn label(&mut self, label: &str, said: &str) {
        let list = match label {
            "classe" | "classes" | "classe s" | "class" | "division" | "divisions" => &mut self.classes,
            "groupe" | "groupes" | "groupe s" | "group" | "groups" | "partie de classe" | "parties de classe"
            | "regroupement" => &mut self.groups,
            "professeur" | "professeurs" | "professeur s" | "prof" | "profs" | "enseignant" | "enseignants"
            | "enseignant s" | "intervenant" | "intervenants" | "teacher" | "teachers" => &mut self.teachers,
            "salle" | "salles" | "salle s" | "lieu" | "room" | "rooms" => {
                self.room = Some(spaced(said)).filter(|room| !room.is_empty());
                return;
            }
            "matiere" | "matieres" | "discipline" | "enseignement" | "subject" => {
                self.subject = spaced(said);
                return;
            }
            _ => return,
        };
        list.extend(several(said));
    }

    /// `Prof. absent - FRANCAIS - DIALLO F. - 2GT1`: what is known already is no subject.
    fn summary(&mut self, summary: &str) -> bool {
        let summary = spaced(summary);
        let known = [&self.classes, &self.groups, &self.teachers].into_iter().flatten().chain(&self.room);
        let known: Vec<String> = known.map(|known| fold(known)).collect();
        let (mut cancelled, mut rest) = (false, vec![]);
        for part in summary.split(" - ") {
            let folded = fold(part);
            let off = CANCELLED.contains(&folded.as_str());
            cancelled |= off;
            let listed = several(part).iter().all(|one| known.contains(&fold(one)));
            if !off && !listed && !MOVED.contains(&folded.as_str()) {
                rest.push(part.trim());
            }
        }
        if self.subject.is_empty() {
            self.subject = if rest.is_empty() { summary.clone() } else { rest.join(" - ") };
        }
        cancelled
    }

    /// The same, of bearable size.
    #[must_use]
    pub(crate) fn cut(mut self) -> Self {
        for list in [&mut self.classes, &mut self.groups, &mut self.teachers] {
            list.truncate(MOST);
            list.iter_mut().for_each(cut);
        }
        cut(&mut self.subject);
        self.room.iter_mut().for_each(cut);
        self
    }

    /// A name for what has none: for whom, what and by whom.
    pub(crate) fn key(&self) -> String {
        let mut key = [self.classes.join(","), self.groups.join(","), self.subject.clone(), self.teachers.join(",")]
            .map(|part| fold(&part))
            .join("/");
        cut(&mut key);
        key
    }
}

/// Cuts a text in place.
pub fn cut(text: &mut String) {
    if let Some((end, _)) = text.char_indices().nth(LONGEST) {
        text.truncate(end);
    }
}

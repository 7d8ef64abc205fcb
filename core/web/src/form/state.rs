//! A form as its page shows it.
use super::{Form, Upload, is_hidden};

/// A form on its way (back) to the page: what was typed, and a sentence for each thing to mend.
#[derive(Clone, Debug, Default)]
pub struct FormState {
    fields: Vec<(String, String)>,
    problems: Vec<(String, String)>,
    title: Option<String>,
    files: Vec<Upload>,
}

impl FormState {
    /// An empty form.
    pub fn new() -> Self {
        Self::default()
    }

    /// The form with what was typed kept. Secrets are not given back; what cannot be kept as it came is already refused.
    pub fn of(form: &Form) -> Self {
        let kept = |name: &str| !matches!(name, "csrf" | "once") && !is_hidden(name);
        let fields = form.fields.iter().filter(|(name, _)| kept(name)).cloned().collect();
        let problems = form.unfit.iter().map(|(name, _, said)| (name.clone(), said.clone())).collect();
        Self { fields, problems, title: None, files: form.uploads.clone() }
    }

    /// Sets a value, as if typed.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "a number or a text is given as it comes")]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.fields.retain(|(field, _)| field != name);
        self.fields.push((name.to_owned(), value.to_string()));
        self
    }

    /// The value of a field that did not come: of another form of the same page, which was not sent and stays as it was.
    #[must_use]
    pub fn or(self, name: &str, value: impl ToString) -> Self {
        if self.fields.iter().any(|(field, _)| field == name) { self } else { self.with(name, value) }
    }

    /// Says what is to be mended in a field, in the person's words.
    #[expect(clippy::needless_pass_by_value, reason = "a sentence is given as it comes")]
    pub fn refuse(&mut self, name: &str, sentence: impl ToString) {
        self.problems.push((name.to_owned(), sentence.to_string()));
    }

    /// The title of what is to be mended, where there is more to say than how many things: « C’est fermé pour ce soir ».
    #[expect(clippy::needless_pass_by_value, reason = "a sentence is given as it comes")]
    pub fn entitle(&mut self, title: impl ToString) {
        self.title = Some(title.to_string());
    }

    /// That title.
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// Whether something is to be mended.
    pub fn refused(&self) -> bool {
        !self.problems.is_empty()
    }

    /// What was typed in a field.
    pub fn value(&self, name: &str) -> &str {
        self.fields.iter().find(|(field, _)| field == name).map_or("", |(_, text)| text)
    }

    /// The files that came with it: the page that gives them back names them, and they need not be chosen again (ADR 0020).
    pub fn files(&self) -> &[Upload] {
        &self.files
    }

    /// Whether a choice was made.
    pub fn is(&self, name: &str, value: impl AsRef<str>) -> bool {
        self.fields.iter().any(|(field, text)| field == name && text == value.as_ref())
    }

    /// What is to be mended in a field.
    pub fn problem(&self, name: &str) -> Option<&str> {
        self.problems.iter().find(|(field, _)| field == name).map(|(_, sentence)| sentence.as_str())
    }

    /// Everything to be mended: field and sentence.
    pub fn problems(&self) -> &[(String, String)] {
        &self.problems
    }
}

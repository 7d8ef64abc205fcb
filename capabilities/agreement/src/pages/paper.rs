//! A reply that came on paper, typed in by the team: it says who answered, who typed it, and may show the paper.
use super::{refusal, said, when};
use crate::{
    model::{Answer, Told, Word},
    policy::Enter,
    store,
};
use access::Allowed;
use askama::Template;
use files::Kind;
use web::{Error, FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "agreement/paper.html")]
struct Page {
    shell: Shell,
    form: FormState,
    told: Allowed<Enter, Told>,
    history: Vec<Answer>,
    /// The class to go back to.
    class: Option<access::Unit>,
    /// What has just fallen with the family's agreement.
    fell: Vec<(&'static str, i64)>,
}

impl Page {
    fn child(&self) -> String {
        format!("{} {}", self.told.child_name.0, self.told.child_name.1)
    }

    fn guardian(&self) -> String {
        format!("{} {}", self.told.guardian_name.0, self.told.guardian_name.1)
    }

    /// What was answered, how, when, and who typed it.
    fn line(&self, answer: &Answer) -> String {
        let key = format!("agreement-history-{}", answer.source.word());
        let by = answer.entered_by.as_ref().map(|(given, family)| format!("{given} {family}")).unwrap_or_default();
        self.shell.say(&key).text("when", when(&self.shell, answer.at)).text("by", by).to_string()
    }
}

fn found(visit: &mut Visit<'_, '_>) -> Result<Allowed<Enter, Told>> {
    let (actor, id) = (visit.actor()?, visit.id("told")?);
    store::find(visit.tx, &actor, id, visit.now)?.ok_or(Error::NotFound)
}

/// The form, with what was answered before.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let told = found(visit)?;
    page(visit, told, FormState::new())
}

fn page(visit: &mut Visit<'_, '_>, told: Allowed<Enter, Told>, form: FormState) -> Result<Reply> {
    let history = store::history(visit.tx, &told)?;
    let class = directory::store::class_of(visit.tx, told.child, visit.now)?;
    let refused = form.refused();
    let fell = visit.query("arret").and_then(programme::Held::from_word).unwrap_or_default().words();
    let page = Page { shell: visit.shell().at("/accord/suivi"), form, told, history, class, fell };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Types it in; the audit trail says who did.
pub fn enter(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (told, actor) = (found(visit)?, visit.actor()?);
    let (now, chance) = (visit.now, &*visit.house.chance);
    let mut form = FormState::of(&visit.form);
    let shell = visit.shell();
    let word = match visit.form.text("reponse") {
        "oui" => Some(Word::Agree),
        "non" => Some(Word::Refuse),
        "retrait" => Some(Word::Withdraw),
        _ => None,
    };
    if word.is_none() {
        form.refuse("reponse", shell.say("agreement-paper-choose"));
    }
    if !visit.form.has("signe") {
        form.refuse("signe", shell.say("agreement-paper-unsigned"));
    }
    for (field, why) in &visit.form.left_out {
        let other = *why == files::NotAdmitted::Unknown.key();
        form.refuse(field, shell.say(if other { "agreement-paper-picture" } else { why }));
    }
    let scan = visit.form.uploads.first();
    if scan.is_some_and(|scan| !matches!(scan.kind, Kind::Picture(_))) {
        form.refuse("copie", shell.say("agreement-paper-picture"));
    } else if visit.form.uploads.len() > 1 {
        form.refuse("copie", shell.say("agreement-paper-one-picture"));
    }
    let scan = scan.map(|scan| (scan.name.clone(), scan.kind.media().to_owned()));
    let Some(word) = word.filter(|_| !form.refused()) else { return page(visit, told, form) };
    match store::enter(visit.tx, chance, &actor, &told, (word, scan), now)? {
        Ok(()) => {
            let on = (told.child, Some(told.school));
            access::audit::record_at(visit.tx, chance, now, actor.person, "agreement-entered", on, word.word())?;
            let fell = said::follow(visit, &told, word)?;
            let said = shell.say("agreement-said-paper");
            Ok(Reply::go(format!("/accord/papier/{}?arret={}", told.id, fell.to_word())).said(said))
        }
        Err(why) => {
            form.refuse("reponse", refusal(&shell, why));
            page(visit, told, form)
        }
    }
}

/// The picture of a paper reply.
pub fn scan(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("answer")?);
    let (name, media) = store::scan(visit.tx, &actor, id)?.ok_or(Error::NotFound)?;
    let media = Kind::from_media(&media).map_or("application/octet-stream", Kind::media);
    Ok(Reply::file(name, media))
}

//! One difficulty, as each side sees it.
use super::seen;
use crate::{
    Audience, Difficulty, FullName, Kind, State,
    policy::{Care, Follow, Learn, Read},
    store::{self, Candidate, Photo, Spoken},
};
use access::{Actor, Allowed};
use askama::Template;
use files::Kind as Media;
use kernel::{Moment, PersonId};
use std::collections::HashMap;
use web::{Error, FormState, Reply, Result, Shell, Visit};

/// What both sides see.
struct Thread {
    difficulty: Difficulty,
    words: Vec<Spoken>,
    photos: Vec<Photo>,
    names: HashMap<PersonId, FullName>,
    me: PersonId,
    /// Whether a pupil reads.
    pupil: bool,
    now: Moment,
}

impl Thread {
    fn full(&self, person: PersonId) -> String {
        self.names.get(&person).map_or_else(String::new, |(given, family)| format!("{given} {family}"))
    }

    /// Whose difficulty it is.
    fn person(&self) -> String {
        self.full(self.difficulty.person)
    }

    /// The child, when somebody else speaks for them.
    fn child(&self) -> Option<String> {
        self.difficulty.child.filter(|_| !self.difficulty.by_pupil()).map(|child| self.full(child))
    }

    /// Who owns it.
    fn keeper(&self) -> Option<String> {
        self.difficulty.keeper.map(|keeper| self.full(keeper)).filter(|name| !name.trim().is_empty())
    }

    /// Whether it may be opened again.
    fn reopens(&self) -> bool {
        self.difficulty.reopens(self.now)
    }

    fn mine(&self, word: &Spoken) -> bool {
        word.author == self.me
    }

    fn said_by(&self, shell: &Shell, word: &Spoken) -> String {
        if self.mine(word) { shell.say("difficulty-me").to_string() } else { format!("{} {}", word.given, word.family) }
    }
}

#[derive(Template)]
#[template(path = "difficulty/mine.html")]
struct Mine {
    shell: Shell,
    form: FormState,
    thread: Thread,
    tone: &'static str,
}

#[derive(Template)]
#[template(path = "difficulty/care.html")]
struct CarePage {
    shell: Shell,
    form: FormState,
    thread: Thread,
    candidates: Vec<Candidate>,
    phone: Option<String>,
    /// The child's class.
    class: Option<String>,
    /// Whether one may write a loan down for this child.
    lends: bool,
}

impl CarePage {
    fn is_mine(&self) -> bool {
        self.thread.difficulty.keeper == Some(self.thread.me)
    }

    /// Whether this colleague is offered by one tap: of the desk, and neither the owner nor oneself.
    fn offered(&self, one: &Candidate) -> bool {
        one.carer && Some(one.person) != self.thread.difficulty.keeper && one.person != self.thread.me
    }
}

#[derive(Template)]
#[template(path = "difficulty/learn.html")]
struct LearnPage {
    shell: Shell,
    difficulty: Allowed<Learn, Difficulty>,
}

fn load<P>(
    visit: &mut Visit<'_, '_>,
    actor: &Actor,
    difficulty: Allowed<P, Difficulty>,
    whole: bool,
) -> Result<Thread> {
    let words = store::thread(visit.tx, &difficulty, whole)?;
    let photos = store::photos(visit.tx, &difficulty)?;
    let difficulty = difficulty.into_inner();
    let around = [Some(difficulty.person), difficulty.child, difficulty.keeper, Some(difficulty.opened_by)];
    let around: Vec<_> = around.into_iter().flatten().collect();
    let names = directory::store::names(visit.tx, &around)?;
    Ok(Thread { difficulty, words, photos, names, me: actor.person, pupil: actor.is_pupil(), now: visit.now })
}

/// Where the list of this difficulty is.
pub fn list_of(difficulty: &Difficulty) -> &'static str {
    if difficulty.audience == Audience::Colleague { "/question" } else { "/difficulte" }
}

/// The difficulty.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    page(visit, FormState::new().with("vu", "oui"))
}

/// The page, on the side where one stands: its own first, unless it is a question one answers oneself.
pub fn page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("difficulty")?);
    if let Some(difficulty) = store::find::<Read>(visit.tx, &actor, id)? {
        let difficulty = difficulty.into_inner();
        let own_question = difficulty.audience == Audience::Colleague && difficulty.keeper == Some(actor.person);
        return match access::check::<Follow, _>(&actor, difficulty.clone()) {
            Ok(difficulty) if !own_question => mine(visit, &actor, difficulty, form),
            _ => {
                let difficulty = seen(access::check::<Care, _>(&actor, difficulty).ok())?;
                care(visit, &actor, difficulty, form)
            }
        };
    }
    let difficulty = seen(store::find_answered(visit.tx, &actor, id)?)?;
    Reply::page(&LearnPage { shell: visit.shell().at("/question"), difficulty })
}

fn mine(
    visit: &mut Visit<'_, '_>,
    actor: &Actor,
    difficulty: Allowed<Follow, Difficulty>,
    form: FormState,
) -> Result<Reply> {
    let thread = load(visit, actor, difficulty, false)?;
    let refused = form.refused();
    let tone = if thread.pupil { "tu" } else { "vous" };
    let page = Mine { shell: visit.shell().at(list_of(&thread.difficulty)), form, thread, tone };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

fn care(
    visit: &mut Visit<'_, '_>,
    actor: &Actor,
    difficulty: Allowed<Care, Difficulty>,
    form: FormState,
) -> Result<Reply> {
    let thread = load(visit, actor, difficulty, true)?;
    let candidates = store::candidates(visit.tx, thread.difficulty.school, visit.now)?;
    let person = directory::store::person(visit.tx, thread.difficulty.person)?;
    let class = match thread.difficulty.child {
        Some(child) => directory::store::class_of(visit.tx, child, visit.now)?.map(|class| class.name),
        None => None,
    };
    let desk = actor.units(crate::policy::CARERS).contains(&thread.difficulty.school);
    let lends = desk && thread.difficulty.kind == Kind::Loan && thread.difficulty.child.is_some();
    let family = thread.difficulty.audience == Audience::Family;
    let refused = form.refused();
    let page = CarePage {
        shell: visit.shell().at(if family { "/difficultes" } else { "/rrupn" }),
        form,
        thread,
        candidates,
        phone: person.and_then(|person| person.dialled()),
        class,
        lends,
    };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// A photo, to either side.
pub fn photo(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("photo")?);
    let (difficulty, photo) = seen(store::photo(visit.tx, id)?)?;
    seen(store::find::<Read>(visit.tx, &actor, difficulty)?)?;
    let media = Media::from_media(&photo.media).ok_or(Error::NotFound)?.media();
    Ok(Reply::file(photo.file, media))
}

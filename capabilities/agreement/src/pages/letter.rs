//! The letter of a family: one page for whoever is signed in and for whoever holds its code.
use super::{refusal, said};
use crate::{
    letter::{Letter, Offer, Proposed, Tongue, speak},
    model::{Answer, Concern, Proposal, Refusal, Source, Standing, Told, Word},
    policy::Reply as Replies,
    store,
};
use access::{Actor, Allowed};
use askama::Template;
use programme::{Back, DispositifId, Held, Protocol, Published, tool};
use web::{Error, FormState, Paged, Reply, Result, Shell, Visit};

/// How many of what was said about a child stand on its letter, the last first.
const CONCERNS: i64 = 10;

/// A letter somebody holds in their hands.
pub struct Opened {
    /// Who: the guardian.
    pub actor: Actor,
    /// What they were told.
    pub told: Allowed<Replies, Told>,
    /// The address of the page.
    pub base: String,
    /// By which way they came.
    pub source: Source,
    /// The letters about their other children: given name and address.
    pub others: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "agreement/letter.html")]
struct Page {
    shell: Shell,
    form: FormState,
    opened: Opened,
    tongue: Tongue,
    letter: Letter,
    answer: Option<Answer>,
    /// Whether the child takes part: all that is told of it to who does not answer.
    standing: Standing,
    /// What they are about to say, with what the child would lose.
    stop: Option<(Stop, Held)>,
    /// What has just fallen.
    fell: Option<Held>,
    /// What is offered back.
    returned: Vec<Back>,
    /// What they said stands in the way, with what was proposed.
    concerns: Paged<(Concern, Vec<Proposal>)>,
}

/// A word by which a child's part ends, as the address and the form have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stop {
    No,
    TakenBack,
}

impl Stop {
    fn from_word(word: &str) -> Option<Self> {
        [Self::No, Self::TakenBack].into_iter().find(|stop| stop.word() == word)
    }

    const fn word(self) -> &'static str {
        match self {
            Self::No => "non",
            Self::TakenBack => "retrait",
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::No => "letter-no",
            Self::TakenBack => "letter-take-back",
        }
    }
}

impl Page {
    /// What a child has or had, line by line.
    fn lines(&self, held: &Held) -> Vec<String> {
        let line = |(word, n): (&'static str, i64)| {
            speak(self.tongue, &format!("letter-held-{word}")).text("n", n.to_string()).to_string()
        };
        held.words().into_iter().map(line).collect()
    }

    /// The page that says what would fall.
    fn confirm(&self, word: &str) -> String {
        format!("{}&confirmer={word}", self.here())
    }

    /// The page in its own language.
    fn here(&self) -> String {
        self.in_tongue(self.tongue)
    }

    /// Where what is offered back is taken, by who is signed in.
    fn way<'b>(&self, back: &'b Back) -> Option<&'b str> {
        back.href.as_deref().filter(|_| !self.shell.nav.is_empty())
    }

    /// What is offered back: its title and its day.
    fn again(&self, back: &Back) -> String {
        let title = web::french(self.tongue, &back.title);
        format!("{title}, {}, {}", self.shell.date(back.at), self.shell.time(back.at))
    }

    /// A sentence of the letter's language.
    fn tell(&self, key: &str) -> String {
        let told = &self.opened.told;
        let child = &told.child_name.0;
        speak(self.tongue, key).text("child", child).text("school", &told.school_name).to_string()
    }

    /// What the part of the page is about where one answers: the question, what one is about to say, or where the child stands.
    fn heading(&self) -> String {
        let key = match &self.stop {
            Some((stop, _)) => stop.key(),
            None if self.opened.told.authority => "letter-ask",
            None if self.takes_part() => "letter-takes-part",
            None => "letter-takes-no-part",
        };
        self.tell(key)
    }

    /// What was answered, and when.
    fn answered(&self, answer: &Answer) -> String {
        let key = format!("letter-said-{}", answer.word.word());
        speak(self.tongue, &key).text("date", self.shell.full_date(answer.at)).to_string()
    }

    /// Whether they came by their account, whose card may be too new to sign; a code on paper signs.
    fn waits(&self) -> bool {
        self.opened.source == Source::Account
    }

    /// Whether they agree at present.
    fn agrees(&self) -> bool {
        self.answer.as_ref().is_some_and(|answer| answer.word == Word::Agree)
    }

    /// Whether the child takes part.
    fn takes_part(&self) -> bool {
        self.standing == Standing::Agreed
    }

    /// The sentence of one word of a closed list.
    fn of(&self, prefix: &str, word: &str) -> String {
        self.tell(&format!("{prefix}{word}"))
    }

    /// The page in another language.
    fn in_tongue(&self, tongue: Tongue) -> String {
        format!("{}?langue={}", self.opened.base, tongue.word())
    }
}

/// The language asked for, or chosen on this device by who holds a code; else the person's own, else the screen's.
pub(super) fn tongue(visit: &Visit<'_, '_>, told: &Told) -> Tongue {
    let asked = visit.query("langue").unwrap_or_else(|| visit.form.text("langue"));
    let chosen = if visit.who.is_none() { visit.ask.lang_cookie } else { None };
    Tongue::from_word(asked).or(chosen).unwrap_or_else(|| match &told.lang {
        Some(lang) => Tongue::of(Some(lang)),
        None => visit.lang(),
    })
}

/// The template of a dispositif, and what a school publishes of it: nothing where it does not.
pub(super) fn in_force(
    visit: &mut Visit<'_, '_>,
    dispositif: DispositifId,
    published: Option<Published>,
) -> Result<(String, Protocol)> {
    Ok(match published {
        Some(Published { template, content, .. }) => (template, content),
        None => (programme::store::template(visit.tx, dispositif)?, Protocol::default()),
    })
}

/// The letter, with what was answered and what stands in the way.
pub fn page(visit: &mut Visit<'_, '_>, opened: Opened, form: FormState) -> Result<Reply> {
    let told = &opened.told;
    let tongue = tongue(visit, told);
    let asked = visit.query("confirmer").and_then(Stop::from_word).filter(|_| told.authority);
    // Before a word by which the child's part ends, what ends is the page: neither the letter nor what stood in the way.
    let sure = asked.is_some();
    let (template, protocol) = if sure {
        (String::new(), Protocol::default())
    } else {
        let published = programme::store::published(visit.tx, told.dispositif, told.school)?;
        in_force(visit, told.dispositif, published)?
    };
    let offer = Offer::of(&visit.house.slices, &template);
    let proposed = Proposed { programme: &told.name, offer, protocol: &protocol };
    let letter = Letter::new(tongue, &told.school_name, &told.child_name.0, &proposed);
    let answer = store::history(visit.tx, told)?.into_iter().next();
    let pager = visit.pager_of("contraintes").by(CONCERNS);
    let concerns = if sure { Paged::default() } else { store::concerns_of_told(visit.tx, told, pager)? };
    let proposals = store::proposals(visit.tx, &concerns)?;
    let of = |concern: &Concern| proposals.iter().filter(|one| one.concern == concern.id).cloned().collect();
    let concerns = concerns.map(|concern| {
        let proposals = of(&concern);
        (concern, proposals)
    });
    let standing =
        if sure { Standing::Agreed } else { store::standing_at(visit.tx, told.dispositif, told.child, visit.now)? };
    let said = visit.query("dit").unwrap_or_default().to_owned();
    let taking = said::taking(told);
    let stop = match asked {
        Some(stop) => Some((stop, tool::held(visit, &taking)?)),
        None => None,
    };
    let fell = visit.query("arret").and_then(Held::from_word).filter(|_| said == "arret");
    let returns = said == "retour" && standing == Standing::Agreed;
    let returned = if returns { tool::given_back(visit, &taking)? } else { vec![] };
    let mut shell = visit.shell().at("/accord");
    shell.lang = tongue;
    let refused = form.refused();
    let page = Page { shell, form, opened, tongue, letter, answer, standing, stop, fell, returned, concerns };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Back to the page, in the same language, where it is said what was done; `more` is what else the page shows.
pub(super) fn back(visit: &Visit<'_, '_>, opened: &Opened, key: &str, more: &str) -> Reply {
    let (tongue, told) = (tongue(visit, &opened.told), &opened.told);
    let said = speak(tongue, key).text("child", &told.child_name.0).text("school", &told.school_name);
    Reply::go(format!("{}?langue={}{more}", opened.base, tongue.word())).said(said)
}

/// They answer; or say that they have read and will answer later.
pub fn answer(visit: &mut Visit<'_, '_>, opened: Opened) -> Result<Reply> {
    let (now, chance) = (visit.now, &*visit.house.chance);
    let word = match visit.form.text("reponse") {
        "oui" => Word::Agree,
        "non" => Word::Refuse,
        "retrait" => Word::Withdraw,
        "lu" => {
            store::mark_read(visit.tx, &[opened.told.id], now)?;
            return Ok(back(visit, &opened, "letter-read", ""));
        }
        _ => return Err(Error::NotFound),
    };
    keep_language(visit, &opened)?;
    match store::answer(visit.tx, chance, &opened.told, (word, opened.source), now)? {
        Ok(()) if word == Word::Agree => Ok(back(visit, &opened, "letter-done-agree", "&dit=retour")),
        Ok(()) => {
            let fell = said::follow(visit, &opened.told, word)?;
            let key = format!("letter-done-{}", word.word());
            Ok(back(visit, &opened, &key, &format!("&dit=arret&arret={}", fell.to_word())))
        }
        Err(why) => refused(visit, opened, why),
    }
}

/// The language in which a family reads is known from its first answer on: the next messages come in it.
fn keep_language(visit: &mut Visit<'_, '_>, opened: &Opened) -> Result<()> {
    let tongue = tongue(visit, &opened.told);
    if opened.told.lang.is_some() || tongue == Tongue::Fr {
        return Ok(());
    }
    let mut person = directory::store::person(visit.tx, opened.actor.person)?.ok_or(Error::NotFound)?;
    person.lang = Some(tongue.to_string());
    Ok(directory::store::change_person(visit.tx, &person)?)
}

/// The page again, with why not.
pub(super) fn refused(visit: &mut Visit<'_, '_>, opened: Opened, why: Refusal) -> Result<Reply> {
    let mut form = FormState::of(&visit.form);
    let mut shell = visit.shell();
    shell.lang = tongue(visit, &opened.told);
    form.refuse("reponse", refusal(&shell, why));
    page(visit, opened, form)
}

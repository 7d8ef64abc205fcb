//! Who came from a course is led to the class or the group that it is; who teaches there says which one that is, reads who is in the
//! course, and sends a mark back.
use super::launch::{self, Course};
use crate::{
    policy::TieCourse,
    portal::{Score, ScoreId, Whose},
    store::{self, score::Sent},
};
use access::Allowed;
use askama::Template;
use directory::{Gathering, Heading, Listed, policy::Meet};
use kernel::{GroupId, Moment};
use web::{Error, FormState, Paged, Reply, Result, Shell, Visit};

/// The best mark, as typed.
const BEST: i64 = 20;
/// The longest mark that is typed.
const TYPED: usize = 6;

/// The page where one who teaches looks after the course.
pub const CARE: &str = "/lancement/cours";

/// Leads to the class or the group of the course; who teaches there, to what can be done with it, and first of all to the question.
pub fn lead(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let Some(course) = launch::course(visit)? else { return Ok(Reply::go("/")) };
    let group = store::launch::group(visit.tx, course.portal.id, &course.digest)?;
    if tied(visit, &course)?.is_some() {
        return Ok(Reply::go(CARE));
    }
    if let Some(group) = group
        && directory::store::find_group::<Meet>(visit.tx, &actor, group, visit.now)?.is_some()
    {
        return Ok(Reply::go(format!("/groupes/{group}")));
    }
    Ok(Reply::go(if actor.is_staff() { CARE } else { "/" }))
}

#[derive(Template)]
#[template(path = "signin/portal/course.html")]
struct Page {
    shell: Shell,
    form: FormState,
    title: String,
    portal: String,
    /// The class or the group that it is: its address and its name.
    group: Option<(String, String)>,
    headings: Vec<Heading>,
    groups: Paged<Listed>,
    said: String,
    /// Whether the platform lets this house ask who is there, and send marks.
    reads: bool,
    marks: bool,
    sent: Paged<Sent>,
}

impl Page {
    /// The question is the one thing to do where it was not answered yet.
    fn hue(&self) -> &'static str {
        if self.group.is_some() { "wash" } else { "lamp" }
    }

    fn mark(&self, one: &Sent) -> String {
        let (mark, most) = one.mark;
        let state = if one.sent_at.is_some() {
            "signin-course-mark-sent"
        } else if one.waits {
            "signin-course-mark-waits"
        } else {
            "signin-course-mark-lost"
        };
        let (mark, most) = (shown(mark), shown(most));
        self.shell.say(state).text("mark", mark).text("most", most).text("date", self.shell.date(one.at)).to_string()
    }
}

/// Thousandths as people write them: `15`, `12,5`.
fn shown(thousandths: i64) -> String {
    let (whole, rest) = (thousandths / 1_000, thousandths % 1_000 / 100);
    if rest == 0 { whole.to_string() } else { format!("{whole},{rest}") }
}

/// The course of whoever works here; nothing to see for anybody else.
fn here(visit: &mut Visit<'_, '_>) -> Result<Course> {
    launch::course(visit)?.ok_or(Error::NotFound)
}

/// The class or the group that a course is, where one teaches there.
fn tied(visit: &mut Visit<'_, '_>, course: &Course) -> Result<Option<Allowed<TieCourse, Gathering>>> {
    let actor = visit.actor()?;
    let Some(group) = store::launch::group(visit.tx, course.portal.id, &course.digest)? else { return Ok(None) };
    Ok(directory::store::find_group(visit.tx, &actor, group, visit.now)?)
}

fn page(visit: &mut Visit<'_, '_>, course: &Course, mut form: FormState) -> Result<Page> {
    let said = visit.query("groupe").unwrap_or_default().to_owned();
    let (headings, groups) = directory::picker(visit, None, &said)?;
    let group = tied(visit, course)?;
    if form.value("groupe").is_empty() {
        // A course that is called as one of them may well be that one.
        let title = kernel::fold(&course.launched.title);
        let named = |one: &&Listed| !one.group.name.is_empty() && title.contains(&kernel::fold(&one.group.name));
        let guess =
            group.as_ref().map(|group| group.group.id).or_else(|| groups.iter().find(named).map(|one| one.group.id));
        form = form.with("groupe", guess.map(|id| id.to_string()).unwrap_or_default());
    }
    let me = visit.actor()?.person;
    let sent = store::score::of_person(visit.tx, course.portal.id, me, visit.pager().by(20))?;
    Ok(Page {
        shell: visit.shell().at("/groupes"),
        form,
        title: course.launched.title.clone(),
        portal: course.portal.name.clone(),
        group: group.map(|group| (group.path(""), group.group.name.clone())),
        headings,
        groups,
        said,
        reads: !course.launched.members.is_empty(),
        marks: !course.launched.column.is_empty(),
        sent,
    })
}

/// « Ce cours est-il la 6e B ? », and what can be done once that is known.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let Some(course) = launch::course(visit)? else { return Ok(Reply::go("/")) };
    let page = page(visit, &course, FormState::new())?;
    Reply::page(&page)
}

/// It is that one.
pub fn tie(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, course) = (visit.actor()?, here(visit)?);
    let group = visit.form.id::<GroupId>("groupe")?;
    let gathering = match group {
        Some(group) => directory::store::find_group::<TieCourse>(visit.tx, &actor, group, visit.now)?,
        None => None,
    };
    let Some(gathering) = gathering else {
        let mut form = FormState::of(&visit.form);
        form.refuse("groupe", visit.sentence("signin-course-group-missing"));
        return Reply::refused(&page(visit, &course, form)?);
    };
    store::launch::tie(visit.tx, (course.portal.id, &course.digest), &gathering, actor.person, visit.now)?;
    let home = gathering.homes.first().map(|home| home.id);
    let on = (gathering.group.id, home);
    access::audit::record_at(visit.tx, &*visit.house.chance, visit.now, actor.person, "portal/course-tied", on, "")?;
    let said = visit.house.words.say(visit.lang(), "signin-course-said-tied").text("group", &gathering.group.name);
    Ok(Reply::go(CARE).said(said.to_string()))
}

/// What seals of people of a course are for, on the page that shows them.
pub const PURPOSE: &str = "signin-course-person";

/// A mark goes back for somebody of the course.
pub fn mark(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, course) = (visit.actor()?, here(visit)?);
    if tied(visit, &course)?.is_none() || course.launched.column.is_empty() {
        return Err(Error::NotFound);
    }
    let user = who(visit, &course)?;
    let typed = visit.form.short("note", TYPED).replace(',', ".");
    let mark = typed.parse::<f64>().ok().filter(|mark| (0.0..=number(BEST)).contains(mark)).map(thousandths);
    let (Some(user), Some(mark)) = (user, mark) else {
        let mut form = FormState::of(&visit.form);
        form.refuse("note", visit.sentence("signin-course-mark-wrong"));
        return Reply::refused(&page(visit, &course, form)?);
    };
    let id: ScoreId = visit.new_id();
    let whose = Whose { user, column: course.launched.column.clone() };
    let sealed = whose.sealed(&visit.house.secret, id, &*visit.house.chance);
    let at: Moment = visit.now;
    let score = Score { id, portal: course.portal.id, sealed, mark, most: BEST * 1_000, at, tries: 0 };
    store::score::queue(visit.tx, &score, actor.person)?;
    Ok(Reply::go(CARE).said(visit.sentence("signin-course-said-mark")))
}

/// Whom the form names: somebody whom this very session was shown in the course.
fn who(visit: &Visit<'_, '_>, course: &Course) -> Result<Option<String>> {
    let session = visit.signed_in()?.session;
    let sealed = data_encoding::BASE64URL_NOPAD.decode(visit.form.text("qui").as_bytes()).unwrap_or_default();
    let plain = visit.house.secret.open(PURPOSE, &[&session.bytes(), &course.digest], &sealed);
    Ok(plain.and_then(|plain| String::from_utf8(plain).ok()))
}

#[expect(clippy::cast_possible_truncation, reason = "a mark is between none and the best one")]
fn thousandths(mark: f64) -> i64 {
    (mark * 1_000.0).round() as i64
}

#[expect(clippy::cast_precision_loss, reason = "the best mark is far below what a float holds exactly")]
fn number(whole: i64) -> f64 {
    whole as f64
}

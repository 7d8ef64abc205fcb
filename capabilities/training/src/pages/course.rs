//! One course: read, followed, a seat taken, said to be looked at again.
use super::{refuse, seen};
use crate::{
    Course, Kind, Opinion, REASON,
    policy::{Edit, See, TEAM},
    store::{self, Line},
};
use access::Allowed;
use askama::Template;
use files::Kind as Media;
use kernel::Moment;
use web::{Error, FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "training/course.html")]
struct CoursePage {
    shell: Shell,
    form: FormState,
    course: Allowed<See, Course>,
    line: Line,
    learns: bool,
    edits: bool,
    now: Moment,
}

impl CoursePage {
    fn paragraphs(&self) -> impl Iterator<Item = &str> {
        self.course.content.text.lines().filter(|line| !line.trim().is_empty())
    }

    /// The day and the hour of a workshop.
    fn when(&self) -> String {
        let at = self.course.content.workshop.as_ref().map(|workshop| workshop.starts_at);
        at.map_or_else(String::new, |at| format!("{}, {}", self.shell.date_first(at), self.shell.time(at)))
    }

    fn edit_address(&self) -> String {
        format!("/formation/{}/fiche", self.course.id)
    }

    fn ahead(&self) -> bool {
        self.course.ahead(self.now)
    }

    /// Whether the file is a picture, not a sound.
    fn picture(&self) -> bool {
        self.is("image/")
    }

    fn film(&self) -> bool {
        self.is("video/")
    }

    fn is(&self, family: &str) -> bool {
        self.course.content.file.as_ref().is_some_and(|(_, media)| media.starts_with(family))
    }
}

/// The course.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    page(visit, FormState::new())
}

fn page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("course")?);
    let (course, line) = seen(store::find::<See>(visit.tx, &actor, id)?)?;
    let edits = access::check::<Edit, _>(&actor, line.course.clone()).is_ok();
    // What was taken off the list is read by those who followed it and by who may put it back.
    seen((!course.retired || edits || line.followed_at.is_some()).then_some(()))?;
    let refused = form.refused();
    let page = CoursePage {
        shell: visit.shell().at("/formation"),
        form,
        course,
        line,
        learns: actor.holds(TEAM),
        edits,
        now: visit.now,
    };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Its picture or its sound.
pub fn file(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("course")?);
    let (course, _) = seen(store::find::<See>(visit.tx, &actor, id)?)?;
    let (file, media) = seen(course.into_inner().content.file)?;
    let media = Media::from_media(&media).ok_or(Error::NotFound)?.media();
    Ok(Reply::file(file, media))
}

/// « J’ai suivi », and how it was: one tap.
pub fn follow(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id, now) = (visit.actor()?, visit.id("course")?, visit.now);
    let (course, _) = seen(store::find::<See>(visit.tx, &actor, id)?)?;
    let mut state = FormState::of(&visit.form);
    let Some(opinion) = Opinion::from_word(visit.form.text("avis")) else {
        state.refuse("avis", visit.shell().say("training-say-opinion"));
        return page(visit, state);
    };
    let school = directory::store::school_of(visit.tx, actor.person, now)?.map(|school| school.id);
    match store::follow(visit.tx, &course, &actor, school, opinion, now)? {
        Ok(()) => Ok(Reply::go(format!("/formation/{id}")).said(visit.sentence("training-said-followed"))),
        Err(why) => {
            refuse(&visit.shell(), &mut state, "avis", why);
            page(visit, state)
        }
    }
}

/// Takes a seat, or gives it back.
pub fn seat(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id, now) = (visit.actor()?, visit.id("course")?, visit.now);
    let (course, _) = seen(store::find::<See>(visit.tx, &actor, id)?)?;
    seen((course.content.kind == Kind::Workshop && !course.retired).then_some(()))?;
    let (done, key, undo) = match visit.form.text("faire") {
        "prendre" => (store::enrol(visit.tx, &course, &actor, now)?, "training-said-seat", "rendre"),
        "rendre" => (store::give_back(visit.tx, &course, &actor, now)?, "training-said-no-seat", "prendre"),
        _ => return Err(Error::NotFound),
    };
    match done {
        Ok(()) => {
            let reply = Reply::go(format!("/formation/{id}")).said(visit.sentence(key));
            Ok(reply.undo(format!("/formation/{id}/place"), &[("faire", undo)]))
        }
        Err(why) => {
            let mut state = FormState::of(&visit.form);
            refuse(&visit.shell(), &mut state, "faire", why);
            page(visit, state)
        }
    }
}

/// Says that it is to be looked at again.
pub fn flag(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("course")?);
    let (course, _) = seen(store::find::<See>(visit.tx, &actor, id)?)?;
    let reason = visit.form.text("raison").to_owned();
    let long = reason.chars().count();
    if long == 0 || long > REASON {
        let mut state = FormState::of(&visit.form);
        state.refuse("raison", visit.shell().say("training-say-reason"));
        return page(visit, state);
    }
    store::flag(visit.tx, &course, &actor, &reason)?;
    Ok(Reply::go(format!("/formation/{id}")).said(visit.sentence("training-said-flagged")))
}

//! Who is in a course, as its platform tells: asked by a tap of who teaches there, shown once, and kept nowhere.
use super::{
    course::{CARE, PURPOSE},
    launch::{self, Course},
};
use crate::{
    policy::TieCourse,
    portal::{Portal, score_token},
    store,
};
use askama::Template;
use data_encoding::BASE64URL_NOPAD;
use kernel::{GroupId, Moment, PersonId, SessionId, causes};
use lti::{Member, Members, Role, Status, first_page, next_page, scope};
use outgoing::{Door, Url};
use std::{collections::HashMap, sync::Arc};
use web::{Error, House, Reply, Result, Shell, Visit};

/// How many people are asked for at once, and how many pages of them.
const SOME: u32 = 100;
const PAGES: usize = 20;

/// Somebody of the course.
struct One {
    /// What the platform calls them.
    said: String,
    /// Who they are here, in the class or the group; nobody whom it knows.
    here: Option<String>,
    teaches: bool,
    /// What a form says of them.
    word: String,
}

#[derive(Template)]
#[template(path = "signin/portal/roster.html")]
struct Page {
    shell: Shell,
    title: String,
    group: String,
    all: Vec<One>,
    /// How many the platform has told of and are not shown.
    more: bool,
    marks: bool,
}

impl Page {
    fn known(&self) -> i64 {
        i64::try_from(self.all.iter().filter(|one| one.here.is_some()).count()).unwrap_or(0)
    }
}

/// What is needed to ask, once the form is done.
struct Asking {
    house: Arc<House>,
    shell: Shell,
    course: Course,
    group: (GroupId, String),
    session: SessionId,
    now: Moment,
}

/// Reads it.
pub fn read(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let course = launch::course(visit)?.ok_or(Error::NotFound)?;
    let group = store::launch::group(visit.tx, course.portal.id, &course.digest)?.ok_or(Error::NotFound)?;
    let found = directory::store::find_group::<TieCourse>(visit.tx, &actor, group, visit.now)?;
    let gathering = found.ok_or(Error::NotFound)?;
    let away = visit.sentence("signin-course-away");
    let asking = Asking {
        house: Arc::clone(visit.house),
        shell: visit.shell().at("/groupes"),
        group: (group, gathering.group.name.clone()),
        session: visit.signed_in()?.session,
        now: visit.now,
        course,
    };
    visit.after(async move {
        match asking.shown().await {
            Some(page) => Some(page),
            None => Some(Reply::go(CARE).said(away)),
        }
    });
    Ok(Reply::go(CARE))
}

impl Asking {
    async fn shown(self) -> Option<Reply> {
        let (members, more) = self.members().await?;
        let portal = &self.course.portal;
        let here: Vec<&Member> = members.iter().filter(|member| member.status != Status::Deleted).collect();
        let subject = |member: &Member| portal.digest(&self.house.secret, "subject", &member.user.id);
        let subjects: Vec<Vec<u8>> = here.iter().map(|member| subject(member)).collect();
        let (id, group, now) = (portal.id, self.group.0, self.now);
        let known = self.house.db.read(move |tx| {
            let known = store::launch::known_in(tx, id, &subjects, group, now)?;
            let people: Vec<PersonId> = known.iter().map(|(_, person)| *person).collect();
            let names = directory::store::names(tx, &people)?;
            let named = |person| names.get(&person).map(|(given, family)| format!("{given} {family}"));
            let known = known.into_iter().filter_map(|(subject, person)| Some((subject, named(person)?)));
            Ok::<_, db::Error>(known.collect::<HashMap<_, _>>())
        });
        let known =
            known.await.inspect_err(|error| tracing::error!(error = causes(error), "a course could not be compared"));
        let known = known.ok()?;
        let all = here.iter().map(|member| self.one(member, known.get(&subject(member)).cloned())).collect();
        let marks = !self.course.launched.column.is_empty();
        let (title, group) = (self.course.launched.title.clone(), self.group.1.clone());
        Reply::page(&Page { shell: self.shell, title, group, all, more, marks }).ok()
    }

    fn one(&self, member: &Member, here: Option<String>) -> One {
        let user = &member.user;
        let both = || {
            let parts = [user.given_name.as_deref(), user.family_name.as_deref()];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
        };
        let bound: [&[u8]; 2] = [&self.session.bytes(), &self.course.digest];
        let sealed = self.house.secret.seal(PURPOSE, &bound, user.id.as_bytes(), &*self.house.chance);
        One {
            said: user.name.clone().unwrap_or_else(both).chars().take(100).collect(),
            here,
            teaches: member.roles.contains(&Role::Instructor),
            word: BASE64URL_NOPAD.encode(&sealed),
        }
    }

    /// Everybody, as far as a platform is listened to; and whether it had more to say.
    async fn members(&self) -> Option<(Vec<Member>, bool)> {
        let portal: &Portal = &self.course.portal;
        let token = score_token(&self.house, portal, &[scope::MEMBERS_READ], self.now).await?;
        let (door, first) = (self.door(), Url::parse(&self.course.launched.members).ok()?);
        let (mut at, mut all) = (first_page(&first, SOME), vec![]);
        for _ in 0..PAGES {
            let asking = door.get(at.as_str()).ok()?.header("accept", Members::TYPE);
            let answer = asking.header("authorization", &format!("Bearer {}", token.access_token)).send().await.ok()?;
            if !answer.is_yes() {
                return None;
            }
            all.extend(Members::read(&answer.body).ok()?.members);
            match answer.header("link").and_then(|link| next_page(&first, link)) {
                Some(next) => at = next,
                None => return Some((all, false)),
            }
        }
        Some((all, true))
    }

    fn door(&self) -> Door {
        crate::portal::door(&self.house, &self.course.portal)
    }
}

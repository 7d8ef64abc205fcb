//! Who is in a course.
use crate::fields::required;
use crate::{Context, Refusal, Role, User};
use oidc::Claims;
use serde_json::{Value, json};
use url::Url;

/// One page of those who are in a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Members {
    /// The course.
    pub context: Context,
    /// Those of this page.
    pub members: Vec<Member>,
}

/// Somebody in a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub user: User,
    /// What they are there.
    pub roles: Vec<Role>,
    /// Whether they still are.
    pub status: Status,
}

/// Whether somebody still is in a course.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Is.
    Active,
    /// Is, and cannot come in.
    Inactive,
    /// No longer is.
    Deleted,
}

/// The most members of one page.
const MOST: usize = 1_000;

impl Members {
    /// The type of its document.
    pub const TYPE: &str = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";

    /// Reads one page of a platform.
    pub fn read(body: &[u8]) -> Result<Self, Refusal> {
        let body = Claims::read(body)?;
        if !body.has("members") {
            return Err(Refusal::missing("members"));
        }
        let members = body.values(&["members"]);
        if members.len() > MOST {
            return Err(oidc::Refusal::TooLarge.into());
        }
        Ok(Self {
            context: Context::read(&body, &["context"])?,
            members: members.into_iter().map(|member| Member::read(member.clone())).collect::<Result<_, _>>()?,
        })
    }

    /// As JSON, for the page at this address.
    pub fn document(&self, address: &Url) -> Value {
        let members: Vec<_> = self.members.iter().map(Member::document).collect();
        json!({"id": address.as_str(), "context": self.context.claims(), "members": members})
    }
}

impl Member {
    fn read(member: Value) -> Result<Self, Refusal> {
        let member = Claims::try_from(member)?;
        let status =
            match member.has("status").then(|| required(&member, &["status"], "status")).transpose()?.as_deref() {
                None | Some("Active") => Status::Active,
                Some("Inactive") => Status::Inactive,
                Some("Deleted") => Status::Deleted,
                Some(_) => return Err(Refusal::missing("status")),
            };
        let roles = member.texts(&["roles"]).into_iter().map(Role::read).collect();
        Ok(Self { user: User::read(&member, "user_id")?, roles, status })
    }

    fn document(&self) -> Value {
        let status = match self.status {
            Status::Active => "Active",
            Status::Inactive => "Inactive",
            Status::Deleted => "Deleted",
        };
        let mut member = self.user.claims("user_id");
        member.insert("status".to_owned(), status.into());
        member.insert("roles".to_owned(), self.roles.iter().map(Role::named).collect());
        Value::Object(member)
    }
}

/// Where the first page is asked for, of at most so many members: a whole course might be too large.
pub fn first_page(members: &Url, most: u32) -> Url {
    let mut url = members.clone();
    url.query_pairs_mut().append_pair("limit", &most.to_string());
    url
}

/// Where the next page is, by the header `Link` of this one; it must be at the same host.
pub fn next_page(members: &Url, link: &str) -> Option<Url> {
    let links = link.split('<').skip(1).filter_map(|one| one.split_once('>'));
    let mut next = links.filter(|(_, parameters)| {
        let parameters = parameters.split(';').filter_map(|one| one.trim().trim_end_matches(',').split_once('='));
        let mut relations = parameters.filter(|(name, _)| name.trim().eq_ignore_ascii_case("rel"));
        relations
            .any(|(_, value)| value.trim().trim_matches('"').split(' ').any(|one| one.eq_ignore_ascii_case("next")))
    });
    let url = Url::parse(next.next()?.0).ok()?;
    (url.origin() == members.origin()).then_some(url)
}

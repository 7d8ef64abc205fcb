//! Whose ticket it is.
use crate::xml::{LIMIT, elements, parse, text};
use crate::{Attributes, Refusal};
use roxmltree::Node;

const NAMESPACE: &str = "http://www.yale.edu/tp/cas";

/// Somebody, as a portal knows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The portal's name for the person. Depending on how the portal is set this is a login, an identifier of its own,
    /// or even the code of the school: which attribute is the lasting name is a setting of each portal.
    pub user: String,
    /// All else that the portal says.
    pub attributes: Attributes,
}

impl Person {
    /// Reads the answer of [`Server::validate`](crate::Server::validate).
    pub fn read(answer: &[u8]) -> Result<Self, Refusal> {
        let document = parse(answer, LIMIT)?;
        let root = document.root_element();
        if !root.has_tag_name((NAMESPACE, "serviceResponse")) {
            return Err(Refusal::NotAnAnswer);
        }
        let said: Vec<_> = elements(root).collect();
        match said.as_slice() {
            [one] if one.has_tag_name((NAMESPACE, "authenticationSuccess")) => success(*one),
            [one] if one.has_tag_name((NAMESPACE, "authenticationFailure")) => Err(failure(*one)),
            _ => Err(Refusal::NotOneAnswer),
        }
    }
}

fn success(success: Node) -> Result<Person, Refusal> {
    let named = |name: &'static str| elements(success).filter(move |child| child.tag_name().name() == name);
    if named("proxies").next().is_some() {
        return Err(Refusal::Proxied);
    }
    // Édifice's generic connector may write it a second time.
    let mut users = Vec::new();
    for user in named("user") {
        let user = text(user).filter(|user| fit(user)).ok_or(Refusal::NoUser)?;
        if !user.is_empty() && !users.contains(&user) {
            users.push(user);
        }
    }
    match users.as_slice() {
        [] => Err(Refusal::NoUser),
        [user] => Ok(Person { user: user.clone(), attributes: Attributes::read(success)? }),
        [..] => Err(Refusal::SeveralUsers),
    }
}

fn fit(user: &str) -> bool {
    user.len() <= 255 && !user.contains(char::is_control)
}

fn failure(failure: Node) -> Refusal {
    let text = cut(&text(failure).unwrap_or_default(), 300);
    match failure.attribute("code").unwrap_or_default() {
        "INVALID_TICKET" => Refusal::InvalidTicket { text },
        "INVALID_SERVICE" => Refusal::InvalidService { text },
        "INTERNAL_ERROR" => Refusal::Unavailable { text },
        code => Refusal::Refused { code: cut(code, 60), text },
    }
}

fn cut(text: &str, most: usize) -> String {
    text.chars().filter(|sign| !sign.is_control()).take(most).collect()
}

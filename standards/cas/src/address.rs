//! The addresses of a portal.
use crate::{Refusal, Ticket};
use url::{Host, Url};

/// A portal, by the address under which its CAS lies: `https://ent.example.org/cas`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server(Url);

/// What a browser is sent for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// To sign in, or come back at once if the portal knows the person.
    SignIn,
    /// To sign in again, though the portal knows the person (`renew`): for another person, or a grave act.
    Again,
    /// To come back at once, with a ticket or without (`gateway`). Ask once in a visit: some portals answer by their
    /// form.
    Silently,
}

/// Which answer is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// `serviceValidate`: every portal has it, and many give attributes there.
    Two,
    /// `p3/serviceValidate`.
    Three,
}

impl Server {
    /// The portal at this address: https, or http on this very machine.
    pub fn new(address: &str) -> Result<Self, Refusal> {
        let url = Url::parse(address).map_err(|_| Refusal::Address)?;
        let here = match url.host() {
            Some(Host::Domain(domain)) => domain == "localhost",
            Some(Host::Ipv4(ip)) => ip.is_loopback(),
            Some(Host::Ipv6(ip)) => ip.is_loopback(),
            None => false,
        };
        let safe = url.scheme() == "https" || (url.scheme() == "http" && here);
        let plain = url.username().is_empty() && url.password().is_none();
        let bare = url.query().is_none() && url.fragment().is_none();
        if safe && plain && bare { Ok(Self(url)) } else { Err(Refusal::Address) }
    }

    /// Where the browser is sent. `service` is where it comes back: of our configuration, never of the request.
    pub fn login(&self, service: &str, ask: Ask) -> Url {
        let mut url = self.at(&["login"]);
        url.query_pairs_mut().append_pair("service", service).extend_pairs(match ask {
            Ask::SignIn => None,
            Ask::Again => Some(("renew", "true")),
            Ask::Silently => Some(("gateway", "true")),
        });
        url
    }

    /// Where we ask whose ticket it is. What was asked of the browser [`Ask::Again`] is asked here too, or the portal
    /// would take a ticket for which nobody signed in.
    pub fn validate(&self, version: Version, service: &str, ticket: &Ticket, ask: Ask) -> Url {
        let mut url = match version {
            Version::Two => self.at(&["serviceValidate"]),
            Version::Three => self.at(&["p3", "serviceValidate"]),
        };
        url.query_pairs_mut()
            .append_pair("service", service)
            .append_pair("ticket", ticket.as_str())
            .extend_pairs((ask == Ask::Again).then_some(("renew", "true")));
        url
    }

    /// Where a browser leaves the portal too, and perhaps comes back to `service`.
    pub fn logout(&self, service: &str) -> Url {
        let mut url = self.at(&["logout"]);
        url.query_pairs_mut().append_pair("service", service);
        url
    }

    fn at(&self, path: &[&str]) -> Url {
        let mut url = self.0.clone();
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.pop_if_empty().extend(path);
        }
        url
    }
}

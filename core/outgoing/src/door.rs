//! The door: what is asked, and what comes back.
use crate::{
    Config,
    address::{self, Refused},
    network::Networks,
};
use reqwest::{
    Client, Method, RequestBuilder,
    dns::{Addrs, Name, Resolve, Resolving},
    header::HeaderMap,
};
use std::{
    error::Error,
    net::SocketAddr,
    sync::{Arc, OnceLock},
    time::Duration,
};
use url::Url;

/// How long another server may take for all of its answer, unless said otherwise.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long it may take to be reached.
const REACHED: Duration = Duration::from_secs(5);
/// The longest answer that is read, in bytes.
const LONGEST: usize = 4 << 20;

/// The door. Cheap to clone; by default the one for addresses that people type, with no network of one's own open.
#[derive(Clone, Debug)]
pub struct Door {
    networks: Networks,
    patience: Duration,
    client: Arc<OnceLock<Client>>,
}

impl Default for Door {
    fn default() -> Self {
        Self::typed(&Config::default())
    }
}

/// Why there is no answer. Says nothing of what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The address is none that is asked.
    #[error("the address is refused: {0}")]
    Address(#[from] Refused),
    /// The server cannot be reached, or took too long.
    #[error("it cannot be reached, or took too long")]
    Away(#[source] reqwest::Error),
    /// Its answer is longer than any that is read.
    #[error("its answer is too long")]
    TooLong,
}

impl Door {
    /// For addresses that people type in pages.
    pub fn typed(config: &Config) -> Self {
        Self::to(Networks::Public(config.networks.as_slice().into()))
    }

    /// For addresses that the operator wrote in the configuration: they are believed as to where they lead.
    pub fn written() -> Self {
        Self::to(Networks::Any)
    }

    fn to(networks: Networks) -> Self {
        Self { networks, patience: PATIENCE, client: Arc::default() }
    }

    /// The same, for a server that may take so long.
    #[must_use]
    pub fn patient(self, patience: Duration) -> Self {
        Self { patience, client: Arc::default(), ..self }
    }

    /// The address, if it may be asked as far as one can see before asking.
    pub fn address(&self, text: &str) -> Result<Url, Refused> {
        address::read(text, &self.networks)
    }

    /// To read something.
    pub fn get(&self, address: &str) -> Result<Request, Trouble> {
        self.request(Method::GET, address)
    }

    /// To hand something over.
    pub fn post(&self, address: &str) -> Result<Request, Trouble> {
        self.request(Method::POST, address)
    }

    /// To put something there.
    pub fn put(&self, address: &str) -> Result<Request, Trouble> {
        self.request(Method::PUT, address)
    }

    /// To take something away.
    pub fn delete(&self, address: &str) -> Result<Request, Trouble> {
        self.request(Method::DELETE, address)
    }

    fn request(&self, method: Method, address: &str) -> Result<Request, Trouble> {
        let url = self.address(address)?;
        Ok(Request(self.client()?.request(method, url)))
    }

    /// What asks, for a library that speaks HTTP by itself (the file store). Its addresses must have been read by [`Door::address`].
    pub fn client(&self) -> Result<Client, Trouble> {
        if let Some(client) = self.client.get() {
            return Ok(client.clone());
        }
        let client = Client::builder()
            .timeout(self.patience)
            .connect_timeout(REACHED)
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            .no_proxy()
            .dns_resolver(Checked(self.networks.clone()))
            .build()
            .map_err(Trouble::Away)?;
        Ok(self.client.get_or_init(|| client).clone())
    }
}

/// A request on its way to be sent.
#[derive(Debug)]
#[must_use = "nothing leaves before it is sent"]
pub struct Request(RequestBuilder);

impl Request {
    /// With these headers.
    pub fn headers(self, headers: HeaderMap) -> Self {
        Self(self.0.headers(headers))
    }

    /// With this header.
    pub fn header(self, name: &str, value: &str) -> Self {
        Self(self.0.header(name, value))
    }

    /// As this user (basic authentication).
    pub fn user(self, name: &str, password: &str) -> Self {
        Self(self.0.basic_auth(name, Some(password)))
    }

    /// With this body, of this media type.
    pub fn body(self, media: &str, body: String) -> Self {
        Self(self.0.header(reqwest::header::CONTENT_TYPE, media).body(body))
    }

    /// Sends it, and gives the status alone: nothing else of the answer is read.
    pub async fn status(self) -> Result<u16, Trouble> {
        Ok(self.0.send().await.map_err(trouble)?.status().as_u16())
    }

    /// Sends it, and reads the answer, as long as it is allowed to be.
    pub async fn send(self) -> Result<Answer, Trouble> {
        let mut answer = self.0.send().await.map_err(trouble)?;
        let (status, mut body) = (answer.status().as_u16(), vec![]);
        let headers = std::mem::take(answer.headers_mut());
        while let Some(piece) = answer.chunk().await.map_err(trouble)? {
            if body.len() + piece.len() > LONGEST {
                return Err(Trouble::TooLong);
            }
            body.extend_from_slice(&piece);
        }
        Ok(Answer { status, headers, body })
    }
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status. A redirection is one, and is not followed.
    pub status: u16,
    headers: HeaderMap,
    /// The body.
    pub body: Vec<u8>,
}

impl Answer {
    /// Whether the status is a yes.
    pub fn is_yes(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// A header, where it is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The body as text; what is no text is replaced.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// A network that was refused is told as such, wherever it stands among the causes. An address of a request may hold a seal or a
/// token: it is not told.
fn trouble(error: reqwest::Error) -> Trouble {
    let error = error.without_url();
    let mut cause: Option<&(dyn Error + 'static)> = Some(&error);
    while let Some(this) = cause {
        if let Some(refused) = this.downcast_ref::<Refused>() {
            return Trouble::Address(*refused);
        }
        cause = this.source();
    }
    Trouble::Away(error)
}

/// Finds what a name stands for, and checks all of it: the connection is made to what was checked.
#[derive(Clone, Debug)]
struct Checked(Networks);

impl Checked {
    fn check(&self, found: Vec<SocketAddr>) -> Result<Vec<SocketAddr>, Refused> {
        if found.iter().all(|one| self.0.admit(one.ip())) { Ok(found) } else { Err(Refused::Closed) }
    }
}

impl Resolve for Checked {
    fn resolve(&self, name: Name) -> Resolving {
        let checked = self.clone();
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            Ok(Box::new(checked.check(found)?.into_iter()) as Addrs)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_stands_for_one_closed_address_is_refused_whole() {
        let at = |ip: &str| SocketAddr::new(ip.parse().expect("an address"), 0);
        let checked = Checked(Networks::Public([].into()));
        assert_eq!(checked.check(vec![at("9.9.9.9"), at("2620:fe::fe")]).map(|all| all.len()), Ok(2));
        assert_eq!(checked.check(vec![at("9.9.9.9"), at("169.254.169.254")]), Err(Refused::Closed));
        assert_eq!(checked.check(vec![at("::ffff:10.0.0.1")]), Err(Refused::Closed));
    }
}

//! E-mail by a mail server.
use crate::{BadConfig, Letter, Refused, Smtp, Tls, To};
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, header},
    transport::smtp::{
        authentication::Credentials,
        client::{Tls as Line, TlsParameters},
    },
};
use std::time::Duration;

/// How long a server may think before we come back later.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long the whole of a delivery may take, however slowly the server speaks.
const WHOLE: Duration = Duration::from_mins(1);

/// A mail server. Each letter has a line of its own: lettre's pool must not end outside a runtime.
#[derive(Clone, Debug)]
pub struct Server {
    line: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Server {
    /// The server as configured.
    pub fn open(smtp: &Smtp) -> Result<Self, BadConfig> {
        let from: Mailbox = smtp.from.parse().map_err(|error| BadConfig::new("post.email.from", &error))?;
        outgoing::host(&smtp.host).map_err(|error| BadConfig::new("post.email.host", &error))?;
        let private =
            || TlsParameters::new(smtp.host.clone()).map_err(|error| BadConfig::new("post.email.tls", &error));
        let (tls, port) = match smtp.tls {
            Tls::Starttls => (Line::Required(private()?), 587),
            Tls::Implicit => (Line::Wrapper(private()?), 465),
            Tls::None => (Line::None, 25),
        };
        let mut line = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&smtp.host)
            .port(smtp.port.unwrap_or(port))
            .tls(tls)
            .timeout(Some(PATIENCE));
        match (&smtp.user, &smtp.password, smtp.tls) {
            (Some(_), Some(_), Tls::None) => {
                return Err(BadConfig::new("post.email.tls", &"a password does not go over an open line"));
            }
            (Some(user), Some(password), _) => {
                line = line.credentials(Credentials::new(user.clone(), password.0.clone()));
            }
            _ => {}
        }
        Ok(Self { line: line.build(), from })
    }

    /// Hands the letter over.
    pub async fn send(&self, letter: &Letter) -> Result<(), Refused> {
        let message = self.message(letter)?;
        let sent = tokio::time::timeout(WHOLE, self.line.send(message)).await;
        match sent.map_err(|_| Refused::Later("no answer".to_owned()))? {
            Ok(_) => Ok(()),
            // The server's own words may hold the address: only its code is kept.
            Err(error) => {
                let why = error.status().map_or_else(|| "no answer".to_owned(), |code| code.to_string());
                Err(if error.is_permanent() { Refused::Never(why) } else { Refused::Later(why) })
            }
        }
    }

    fn message(&self, letter: &Letter) -> Result<Message, Refused> {
        let To::Email(to) = &letter.to else { return Err(Refused::Never("not an e-mail address".to_owned())) };
        let to = to.parse().map_err(|_| Refused::Never("not an e-mail address".to_owned()))?;
        let id = format!("<{}@{}>", letter.key, self.from.email.domain());
        let message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(&letter.subject)
            .message_id(Some(id))
            .header(header::ContentType::TEXT_PLAIN)
            .body(letter.text.clone());
        message.map_err(|_| Refused::Never("the letter cannot be written".to_owned()))
    }
}

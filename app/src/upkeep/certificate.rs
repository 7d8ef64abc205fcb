//! Until when the certificate holds that people are shown at the public address.
use jiff::civil::DateTime;
use kernel::Moment;
use rustls::{
    ClientConfig, ClientConnection, DigitallySignedStruct, Error, SignatureScheme,
    client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier},
    crypto::{CryptoProvider, aws_lc_rs, verify_tls12_signature, verify_tls13_signature},
    pki_types::{CertificateDer, ServerName, UnixTime},
};
use std::{
    io,
    net::{TcpStream, ToSocketAddrs},
    sync::Arc,
    time::Duration,
};

/// How long each step of asking may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// Asks the address what it shows, sends nothing, and reads until when it holds. To be called off the async threads.
pub fn until(url: &str) -> io::Result<Moment> {
    let rest = url.strip_prefix("https://").ok_or_else(|| io::Error::other("the public address is not https"))?;
    let (host, port) = match rest.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, port.parse().map_err(io::Error::other)?),
        _ => (rest, 443),
    };
    let host = host.trim_matches(['[', ']']);
    let to = (host, port).to_socket_addrs()?.next().ok_or_else(|| io::Error::other("the name leads nowhere"))?;
    let mut line = TcpStream::connect_timeout(&to, PATIENCE)?;
    line.set_read_timeout(Some(PATIENCE))?;
    line.set_write_timeout(Some(PATIENCE))?;
    let provider = Arc::new(aws_lc_rs::default_provider());
    let config = ClientConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .map_err(io::Error::other)?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(Whatever(provider)))
        .with_no_client_auth();
    let name = ServerName::try_from(host.to_owned()).map_err(io::Error::other)?;
    let mut client = ClientConnection::new(Arc::new(config), name).map_err(io::Error::other)?;
    while client.is_handshaking() {
        client.complete_io(&mut line)?;
    }
    let shown = client.peer_certificates().and_then(<[_]>::first).and_then(|shown| not_after(shown));
    shown.ok_or_else(|| io::Error::other("what it shows is no certificate"))
}

/// Takes what is shown, even past its time: it is only read, and nothing is said to who shows it.
#[derive(Debug)]
struct Whatever(Arc<CryptoProvider>);

impl ServerCertVerifier for Whatever {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        shown: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls12_signature(message, shown, signed, &self.0.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        shown: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls13_signature(message, shown, signed, &self.0.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}

const SEQUENCE: u8 = 0x30;
const VERSION: u8 = 0xa0;
const UTC_TIME: u8 = 0x17;
const GENERALIZED_TIME: u8 = 0x18;

/// The end of validity of a certificate (X.509, RFC 5280, 4.1).
pub fn not_after(der: &[u8]) -> Option<Moment> {
    let (certificate, _) = of_tag(der, SEQUENCE)?;
    let (mut rest, _) = of_tag(certificate, SEQUENCE)?;
    if let Some((_, after)) = of_tag(rest, VERSION) {
        rest = after;
    }
    // Serial number, algorithm, issuer.
    for _ in 0..3 {
        rest = element(rest)?.2;
    }
    let (validity, _) = of_tag(rest, SEQUENCE)?;
    let (tag, end, _) = element(element(validity)?.2)?;
    let end = std::str::from_utf8(end).ok()?.strip_suffix('Z')?;
    let whole = match tag {
        // Two digits of the year: 1950 to 2049.
        UTC_TIME => format!("{}{end}", if end.get(..2)? < "50" { "20" } else { "19" }),
        GENERALIZED_TIME => end.to_owned(),
        _ => return None,
    };
    let at = DateTime::strptime("%Y%m%d%H%M%S", whole).ok()?.in_tz("UTC").ok()?;
    Some(Moment(at.timestamp().as_millisecond()))
}

/// What an element of this tag holds, and what follows it.
fn of_tag(bytes: &[u8], tag: u8) -> Option<(&[u8], &[u8])> {
    element(bytes).filter(|(found, ..)| *found == tag).map(|(_, held, rest)| (held, rest))
}

/// The first element (DER): its tag, what it holds, and what follows it.
fn element(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (tag, rest) = bytes.split_first()?;
    let (first, rest) = rest.split_first()?;
    let (length, rest) = match first {
        0..=0x7f => (usize::from(*first), rest),
        0x81 | 0x82 => {
            let (digits, rest) = rest.split_at_checked(usize::from(first & 0x7f))?;
            (digits.iter().fold(0, |length, digit| length << 8 | usize::from(*digit)), rest)
        }
        _ => return None,
    };
    let (held, rest) = rest.split_at_checked(length)?;
    Some((*tag, held, rest))
}

#[cfg(test)]
mod tests {
    use super::{element, not_after};
    use kernel::Moment;

    /// A certificate as far as its validity.
    fn certificate(tag: u8, end: &[u8]) -> Vec<u8> {
        let of = |tag: u8, held: &[u8]| [&[tag, u8::try_from(held.len()).unwrap_or(0)], held].concat();
        let validity = of(0x30, &[of(0x17, b"260101000000Z"), of(tag, end)].concat());
        let head = [of(0xa0, &[2, 1, 2]), of(2, &[1]), of(0x30, &[]), of(0x30, &[])].concat();
        of(0x30, &of(0x30, &[head, validity].concat()))
    }

    #[test]
    fn the_end_of_a_certificate_is_read_in_both_spellings() {
        let end = Some(Moment(1_798_761_599_000));
        assert_eq!(not_after(&certificate(0x17, b"261231235959Z")), end);
        assert_eq!(not_after(&certificate(0x18, b"20261231235959Z")), end);
        assert_eq!(not_after(&certificate(0x17, b"261331235959Z")), None);
        assert_eq!(not_after(&certificate(0x02, b"261231235959Z")), None);
    }

    #[test]
    fn what_is_cut_or_claims_more_than_it_has_is_none() {
        let whole = certificate(0x17, b"261231235959Z");
        for end in 0..whole.len() {
            assert_eq!(not_after(&whole[..end]), None, "{end}");
        }
        assert_eq!(element(&[0x30, 0x84, 0xff, 0xff, 0xff, 0xff]), None);
    }
}

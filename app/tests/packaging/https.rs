//! A client that comes by TLS, from an address of the loopback that a test chooses.
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned, pki_types::CertificateDer};
use socket2::{Domain, Socket, Type};
use std::{
    io::{Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpStream},
    path::Path,
    process::Command,
    sync::Arc,
    time::Duration,
};

/// The name of the site.
pub const NAME: &str = "preau.example.fr";

/// Makes a certificate of that name, which vouches for itself, and its key.
pub fn certificate(folder: &Path) {
    let mut openssl = Command::new("openssl");
    openssl.args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]);
    openssl.args(["-subj", &format!("/CN={NAME}"), "-addext", &format!("subjectAltName=DNS:{NAME}")]);
    openssl.args(["-addext", "basicConstraints=critical,CA:FALSE"]);
    openssl.arg("-keyout").arg(folder.join("privkey.pem")).arg("-out").arg(folder.join("fullchain.pem"));
    let (well, said) = super::run(&mut openssl);
    assert!(well, "{said}");
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Answer {
    /// Every value of this header.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.headers.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str()).collect()
    }
}

/// A line to the site.
pub struct Line(StreamOwned<ClientConnection, TcpStream>);

impl Line {
    /// Opens it, from this address.
    pub fn open(certificates: &Path, to: SocketAddr, from: Ipv4Addr) -> Self {
        use rustls::pki_types::pem::PemObject;
        let mut roots = RootCertStore::empty();
        roots.add(CertificateDer::from_pem_file(certificates.join("fullchain.pem")).unwrap()).unwrap();
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
        let config = config.with_root_certificates(roots).with_no_client_auth();
        let client = ClientConnection::new(Arc::new(config), NAME.try_into().unwrap()).unwrap();
        let socket = Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
        socket.bind(&SocketAddr::from((from, 0)).into()).unwrap();
        socket.connect(&to.into()).unwrap();
        let line = TcpStream::from(socket);
        line.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        Self(StreamOwned::new(client, line))
    }

    /// Sends a request that closes the line, and reads to its end.
    pub fn ask(mut self, request: &[u8]) -> Answer {
        // Who refuses a body may close before it has come whole: what was answered is there all the same.
        drop(self.0.write_all(request).and_then(|()| self.0.flush()));
        let mut bytes = vec![];
        drop(self.0.read_to_end(&mut bytes));
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let mut lines = head.lines();
        let status = lines.next().and_then(|first| first.split(' ').nth(1)).and_then(|code| code.parse().ok());
        let headers = lines.filter_map(|line| line.split_once(": "));
        Answer {
            status: status.unwrap_or(0),
            headers: headers.map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned())).collect(),
            body: body.to_owned(),
        }
    }

    /// Sends a request whose answer has no end.
    pub fn listen(&mut self, request: &[u8]) {
        self.0.write_all(request).and_then(|()| self.0.flush()).unwrap();
    }

    /// Reads until this was said; whether it was within `patience`.
    pub fn hears(&mut self, word: &str, patience: Duration) -> bool {
        self.0.sock.set_read_timeout(Some(patience)).unwrap();
        let (mut said, mut bytes) = (String::new(), [0; 4096]);
        while !said.contains(word) {
            match self.0.read(&mut bytes) {
                Ok(read) if read > 0 => said.push_str(&String::from_utf8_lossy(&bytes[..read])),
                _ => return false,
            }
        }
        true
    }
}

//! nginx, with the site as it is shipped, before the program.
use crate::{
    ROOT,
    https::{self, Answer, Line, NAME},
    of_project,
    program::{self, Place, Pupil, Server},
};
use std::{
    fs,
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command},
    time::Duration,
};

const ME: Ipv4Addr = Ipv4Addr::new(127, 0, 0, 2);
const ANOTHER: Ipv4Addr = Ipv4Addr::new(127, 0, 0, 3);

/// nginx. Dropping it stops it.
struct Proxy {
    child: Child,
    folder: PathBuf,
    tls: SocketAddr,
    plain: SocketAddr,
}

fn free() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
}

impl Proxy {
    /// Starts it before what answers on `behind`: the shipped site, where nothing but addresses and folders is another.
    fn start(folder: &Path, behind: SocketAddr, patience: &str) -> Self {
        let (folder, tls, plain) = (folder.join("nginx"), free(), free());
        fs::create_dir_all(folder.join("tmp")).unwrap();
        https::certificate(&folder);
        let here = folder.display().to_string();
        let mut site = of_project("packaging/nginx.conf");
        for (shipped, ours) in [
            ("listen 443 ", format!("listen {tls} ")),
            ("listen 80;", format!("listen {plain};")),
            ("/etc/letsencrypt/live/preau.example.fr", here.clone()),
            ("127.0.0.1:8080", behind.to_string()),
            (
                "root /usr/share/preau;",
                format!("root {};", fs::canonicalize(ROOT).unwrap().join("packaging").display()),
            ),
            ("proxy_read_timeout 60s", format!("proxy_read_timeout {patience}")),
        ] {
            assert!(site.contains(shipped), "{shipped}");
            site = site.replace(shipped, &ours);
        }
        fs::write(folder.join("site.conf"), site).unwrap();
        let user = if rustix::process::getuid().is_root() { "user root;" } else { "" };
        let paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
        let paths = paths.map(|name| format!("{name}_temp_path {here}/tmp/{name};")).join("\n");
        let whole = format!(
            "daemon off; worker_processes 1; {user} pid {here}/pid; error_log {here}/error.log;\n\
             events {{ worker_connections 256; }}\n\
             http {{ types {{ text/html html; text/css css; }} access_log {here}/access.log;\n{paths}\n\
             include {here}/site.conf; }}\n"
        );
        fs::write(folder.join("nginx.conf"), whole).unwrap();
        let nginx = || {
            let mut nginx = Command::new("/usr/sbin/nginx");
            nginx.arg("-e").arg(folder.join("error.log")).arg("-c").arg(folder.join("nginx.conf"));
            nginx
        };
        let (well, said) = crate::run(nginx().arg("-t"));
        assert!(well && !said.contains("[warn]"), "{said}");
        let proxy = Self { child: nginx().spawn().unwrap(), folder, tls, plain };
        for _ in 0..500 {
            if TcpStream::connect(tls).is_ok() {
                return proxy;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("nginx does not answer on {tls}");
    }

    fn line(&self, from: Ipv4Addr) -> Line {
        Line::open(&self.folder, self.tls, from)
    }

    /// A page, asked from this address.
    fn get(&self, path: &str, from: Ipv4Addr, more: &str) -> Answer {
        self.line(from).ask(get(path, &format!("Connection: close\r\n{more}")).as_bytes())
    }

    fn log(&self, name: &str) -> String {
        fs::read_to_string(self.folder.join(name)).unwrap()
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        // Its workers end with it on this word, not on SIGKILL.
        let id = rustix::process::Pid::from_child(&self.child);
        let _ = rustix::process::kill_process(id, rustix::process::Signal::TERM);
        drop(self.child.wait());
    }
}

fn get(path: &str, more: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: {NAME}\r\n{more}\r\n")
}

/// A request of the program's tests, as a browser sends it to this site.
fn over_tls(request: &[u8]) -> Vec<u8> {
    let end = request.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
    let head = String::from_utf8_lossy(&request[..end]).replace("Cookie: preau=", "Cookie: __Host-preau=");
    let head = head.replace("Host: preau\r\n", &format!("Host: {NAME}\r\nOrigin: https://{NAME}\r\n"));
    [head.as_bytes(), b"\r\nConnection: close", &request[end..]].concat()
}

fn cookie(pupil: &Pupil) -> String {
    format!("Cookie: __Host-preau={}\r\n", pupil.cookie)
}

/// The program behind nginx, with so many pupils.
async fn evening(pupils: usize) -> (Proxy, Server, Place, Vec<Pupil>) {
    let (_, at) = db::testing::places().await.into_iter().next().unwrap();
    let (place, pupils) = program::house(&at, pupils).await;
    let config = fs::read_to_string(&place.config).unwrap();
    let public = format!("public_url = \"https://{NAME}\"\nbehind_proxy = true\n");
    fs::write(&place.config, format!("{public}{config}\n[rooms]\nlisten = \"\"\n")).unwrap();
    tokio::task::spawn_blocking(move || {
        let server = Server::start(&place);
        (Proxy::start(&place.folder, place.address, "60s"), server, place, pupils)
    })
    .await
    .unwrap()
}

/// Asks for help, by this address.
fn ask(proxy: &Proxy, pupil: &Pupil, path: &str, field: &str, text: &str) -> Answer {
    let fields = [("once", text), ("matiere", "maths"), ("mode", "ecrit"), (field, text)];
    proxy.line(ME).ask(&over_tls(&program::form(pupil, path, &fields)))
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_stream_comes_at_once_behind_nginx() {
    let (proxy, _server, _place, pupils) = evening(1).await;
    let pupil = &pupils[0];
    let asked = ask(&proxy, pupil, "/bar/demande", "bloque", "exercice 12");
    assert_eq!(asked.status, 303, "{asked:?}");
    let mut stream = proxy.line(ME);
    stream.listen(get("/bar/moi/flux", &cookie(pupil)).as_bytes());
    assert!(stream.hears("event: hello", Duration::from_secs(2)), "it does not begin");
    let said = ask(&proxy, pupil, "/bar/moi/message", "texte", "la question b");
    assert_eq!(said.status, 303, "{said:?}");
    assert!(stream.hears("event: ring", Duration::from_secs(2)), "the bell does not pass");
}

/// A picture of so many bytes; what is drawn on it is nobody's affair.
fn picture(bytes: usize) -> Vec<u8> {
    let length = u32::try_from(bytes).unwrap().to_be_bytes();
    let head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x01\x02\x03\x04";
    [head.as_slice(), &length, b"IDAT", &vec![7; bytes], b"\x01\x02\x03\x04\0\0\0\0IEND\x01\x02\x03\x04"].concat()
}

/// A demand with these pictures.
fn with_pictures(pupil: &Pupil, pictures: &[Vec<u8>]) -> Vec<u8> {
    let fields =
        [("csrf", pupil.csrf.as_str()), ("once", "k"), ("matiere", "maths"), ("mode", "ecrit"), ("bloque", "ex 3")];
    let mut body = vec![];
    for (name, value) in fields {
        let part = format!("--cut\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend(part.into_bytes());
    }
    for picture in pictures {
        body.extend(b"--cut\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"p.png\"\r\n\r\n");
        body.extend(picture);
        body.extend(b"\r\n");
    }
    body.extend(b"--cut--\r\n");
    let head = format!(
        "POST /bar/demande HTTP/1.1\r\nHost: preau\r\nCookie: preau={}\r\nContent-Type: multipart/form-data; \
         boundary=cut\r\nContent-Length: {}\r\n\r\n",
        pupil.cookie,
        body.len()
    );
    over_tls(&[head.as_bytes(), &body].concat())
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_megabytes_pass_and_what_is_too_much_is_said_in_words() {
    let (proxy, _server, place, pupils) = evening(2).await;
    let seven = picture(7_000_000);
    let sent = proxy.line(ME).ask(&with_pictures(&pupils[0], &[seven.clone(), seven.clone(), seven]));
    assert_eq!(sent.status, 303, "{sent:?}");
    assert_eq!(fs::read_dir(place.folder.join("files")).unwrap().count(), 3, "the three are kept");
    let refused = proxy.line(ME).ask(&with_pictures(&pupils[1], &[picture(65 << 20)]));
    assert_eq!(refused.status, 413, "{refused:?}");
    assert!(refused.body.contains("C’est trop lourd") && refused.body.contains("Rien n’a été envoyé"), "{refused:?}");
    assert_eq!(refused.all("strict-transport-security").len(), 1, "{refused:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn headers_come_once_and_the_plain_address_leads_to_tls() {
    let (proxy, _server, _place, pupils) = evening(1).await;
    for page in [proxy.get("/entrer", ME, ""), proxy.get("/bar/demande", ME, &cookie(&pupils[0]))] {
        assert_eq!(page.status, 200, "{page:?}");
        assert_eq!(page.all("strict-transport-security"), ["max-age=31536000"]);
        for (name, _) in page.headers.iter().filter(|(name, _)| name != "set-cookie" && name != "link") {
            assert_eq!(page.all(name).len(), 1, "{name}: {page:?}");
        }
        for name in ["content-security-policy", "x-content-type-options", "referrer-policy", "cache-control"] {
            assert_eq!(page.all(name).len(), 1, "{name}: {page:?}");
        }
    }
    let plain = |path: &str| {
        let mut line = TcpStream::connect(proxy.plain).unwrap();
        let mut said = String::new();
        std::io::Write::write_all(&mut line, get(path, "Connection: close\r\n").as_bytes()).unwrap();
        std::io::Read::read_to_string(&mut line, &mut said).unwrap();
        said
    };
    assert!(plain("/entrer").contains(&format!("Location: https://{NAME}/entrer")));
    assert!(plain("/agenda/secret").starts_with("HTTP/1.1 403"));
    // What opens something by itself is in no log.
    proxy.get("/c/une-carte-secrete", ME, "");
    proxy.get("/entrer", ME, "");
    let logs = proxy.log("access.log") + &proxy.log("error.log");
    assert!(logs.contains("/entrer") && !logs.contains("secret"), "{logs}");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_guesses_is_counted_by_the_address_that_nginx_saw() {
    let (proxy, _server, _place, _pupils) = evening(1).await;
    let guess = |n: u32, from| {
        let body = format!("code=nul-{n:05}-nul&pin=4071");
        // Whatever the browser says of itself.
        let request = format!(
            "POST /entrer HTTP/1.1\r\nHost: {NAME}\r\nOrigin: https://{NAME}\r\nX-Forwarded-For: 203.0.113.{}\r\nConnection: close\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            n % 250,
            body.len()
        );
        proxy.line(from).ask(request.as_bytes())
    };
    for n in 0..100 {
        assert_eq!(guess(n, ME).status, 422);
    }
    let slowed = "écris aussi sa clé";
    let (mine, theirs) = (guess(100, ME), guess(101, ANOTHER));
    assert!(mine.body.contains(slowed), "{mine:?}");
    assert!(theirs.status == 422 && !theirs.body.contains(slowed), "{theirs:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_program_is_away_nginx_says_so_in_plain_french() {
    tokio::task::spawn_blocking(|| {
        let folder = crate::folder();
        // Nobody answers here; there, somebody takes the line and is silent.
        let (away, silent) = (free(), TcpListener::bind("127.0.0.1:0").unwrap());
        let proxy = Proxy::start(&folder, away, "60s");
        let page = proxy.get("/", ME, "");
        assert!(page.status == 502 && page.body.contains("Préau ne répond pas"), "{page:?}");
        let sheet = proxy.get("/erreurs/page.css", ME, "");
        assert!(sheet.status == 200 && sheet.all("content-type") == ["text/css"], "{sheet:?}");
        drop(proxy);
        let proxy = Proxy::start(&folder, silent.local_addr().unwrap(), "1s");
        let page = proxy.get("/", ME, "");
        assert!(page.status == 504 && page.body.contains("trop de temps"), "{page:?}");
    })
    .await
    .unwrap();
}

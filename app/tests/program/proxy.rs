//! A line between two programs that can be cut, or go silent.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
use std::{
    io::{Read, Write},
    net::{Shutdown, SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

/// Stands between who connects to `address` and a server. Lives as long as the test.
pub struct Proxy {
    pub address: SocketAddr,
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    silent: AtomicBool,
    /// What marks the line that is cut at its next commit.
    mark: Mutex<Option<String>>,
    lines: Mutex<Vec<Line>>,
}

/// Both ends of one line, and whether it carries nothing more.
struct Line {
    ends: [TcpStream; 2],
    dead: Arc<AtomicBool>,
}

impl Proxy {
    /// In front of the server at this address.
    pub fn before(server: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let (address, shared) = (listener.local_addr().unwrap(), Arc::<Shared>::default());
        let told = Arc::clone(&shared);
        std::thread::spawn(move || {
            for near in listener.incoming().flatten() {
                // A server that is away is a line that ends at once.
                if let Ok(far) = TcpStream::connect(server) {
                    told.carry(near, far);
                }
            }
        });
        Self { address, shared }
    }

    /// In front of the PostgreSQL of this address; with the address that leads through here.
    pub fn of_postgres(url: &str) -> (Self, String) {
        let (before, rest) = url.split_once('@').unwrap();
        let (server, after) = rest.split_once('/').unwrap();
        let proxy = Self::before(server.parse().unwrap());
        let through = format!("{before}@{}/{after}", proxy.address);
        (proxy, through)
    }

    /// Closes every line; gives how many there were. New ones are carried.
    pub fn cut(&self) -> usize {
        let lines = std::mem::take(&mut *self.shared.lines());
        lines.iter().flat_map(|line| &line.ends).for_each(|end| drop(end.shutdown(Shutdown::Both)));
        lines.len()
    }

    /// From now on nothing goes through, and nothing is closed: as behind a firewall that has forgotten every line.
    pub fn hush(&self) {
        self.shared.silent.store(true, Ordering::SeqCst);
        self.shared.lines().iter().for_each(|line| line.dead.store(true, Ordering::SeqCst));
    }

    /// The commit of the transaction that says this arrives, and its answer does not: the line is cut in between.
    pub fn cut_at_commit_of(&self, mark: &str) {
        *self.shared.mark() = Some(mark.to_owned());
    }

    /// Whether that has happened.
    pub fn has_cut(&self) -> bool {
        self.shared.mark().is_none()
    }

    /// New lines are carried again; those of before stay mute.
    pub fn speak(&self) {
        self.shared.silent.store(false, Ordering::SeqCst);
    }
}

impl Shared {
    fn lines(&self) -> std::sync::MutexGuard<'_, Vec<Line>> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn mark(&self) -> std::sync::MutexGuard<'_, Option<String>> {
        self.mark.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether this is the commit whose answer is not to come; `marked` says whether the line's transaction is the one.
    fn is_last(&self, bytes: &[u8], marked: &mut bool) -> bool {
        let says = |word: &[u8]| bytes.windows(word.len()).any(|part| part == word);
        let mut mark = self.mark();
        *marked |= mark.as_ref().is_some_and(|mark| says(mark.as_bytes()));
        let last = *marked && says(b"COMMIT\0");
        if last {
            *mark = None;
        }
        last
    }

    fn carry(self: &Arc<Self>, near: TcpStream, far: TcpStream) {
        drop((near.set_nodelay(true), far.set_nodelay(true)));
        let dead = Arc::new(AtomicBool::new(self.silent.load(Ordering::SeqCst)));
        for (mut from, mut to) in
            [(&near, &far), (&far, &near)].map(|(a, b)| (a.try_clone().unwrap(), b.try_clone().unwrap()))
        {
            let (dead, shared) = (Arc::clone(&dead), Arc::clone(self));
            std::thread::spawn(move || {
                let (mut bytes, mut marked) = ([0; 16 * 1024], false);
                while let Ok(read @ 1..) = from.read(&mut bytes) {
                    // What comes on a mute line is taken, and goes nowhere: who sent it sees it acknowledged.
                    if dead.load(Ordering::SeqCst) {
                        continue;
                    }
                    let last = shared.is_last(&bytes[..read], &mut marked);
                    if last {
                        drop(from.shutdown(Shutdown::Both));
                    }
                    if to.write_all(&bytes[..read]).is_err() || last {
                        // What was sent is read to its end on the other side.
                        drop(to.shutdown(Shutdown::Write));
                        return;
                    }
                }
                if !dead.load(Ordering::SeqCst) {
                    drop((from.shutdown(Shutdown::Both), to.shutdown(Shutdown::Both)));
                }
            });
        }
        self.lines().push(Line { ends: [near, far], dead });
    }
}

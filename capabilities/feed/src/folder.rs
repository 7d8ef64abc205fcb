//! A folder in which files are dropped for each feed: watched, taken in once, then moved out of the way.
//!
//! `FOLDER/NAME/` is of the feed of that name. Its files are taken when all of them have stood still for a minute, or one by one as
//! soon as `FILE.ok` lies beside; those of one day are one delivery, and where files name no day, all that lie there. They go to
//! `done/`, and from there to `refused/` where they cannot be read. Cut anywhere, the same bytes are found again and known by their
//! digest.
use crate::{Delivery, Feed, Form, State, parcel, parcel::Parcel, store};
use kernel::{Id, Moment, causes};
use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, UNIX_EPOCH},
};
use web::House;

/// The folder of feeds.
#[derive(Clone, Debug)]
pub struct Folder(pub PathBuf);

/// Between two looks.
const PAUSE: Duration = Duration::from_secs(20);
/// For how many minutes a file stands still before it is taken.
const STILL: i64 = 1;
/// For how many days refused files are looked for.
const REFUSED: i64 = 35;

impl Folder {
    /// The folder of a feed.
    pub fn of(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

/// Watches for as long as the process lives.
pub async fn run_forever(house: Arc<House>, folder: Folder) {
    loop {
        if let Err(why) = look(&house, &folder).await {
            tracing::error!(why, "the folder of feeds could not be looked at");
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// One look: takes in what is there, and says how many deliveries that were.
///
/// # Errors
/// Why the folder or the house could not be read, or written.
pub async fn look(house: &Arc<House>, folder: &Folder) -> Result<usize, String> {
    let feeds: Vec<Feed> = house.db.read(store::watched).await.map_err(|error: db::Error| causes(&error))?;
    let mut taken = 0;
    for feed in feeds {
        let at = folder.of(&feed.name);
        let (now, place, form) = (house.clock.now(), at.clone(), feed.form);
        let found = web::aside(move || ready(form, &place, now)).await.map_err(|error| causes(&error))?;
        for names in found.map_err(|error| causes(&error))? {
            let (place, list) = (at.clone(), names.clone());
            let packed = web::aside(move || parcel::pack(form, &place, &list)).await.map_err(|error| causes(&error))?;
            match packed {
                Ok(parcel) => {
                    let digest = parcel.digest.clone();
                    take_in(house, &feed, parcel, None).await?;
                    moved(&at, "done", &names, &digest).await?;
                    taken += 1;
                }
                Err(error) => {
                    tracing::warn!(feed = %feed.id, why = causes(&error), "what was dropped cannot be taken");
                    moved(&at, "refused", &names, "-").await?;
                }
            }
        }
        refuse(house, &feed, &at).await?;
    }
    Ok(taken)
}

/// Takes a parcel in; `kept` is the name of its archive where it is in the file store already.
///
/// # Errors
/// Why the house could not be read, or written.
pub async fn take_in(house: &Arc<House>, feed: &Feed, parcel: Parcel, kept: Option<String>) -> Result<bool, String> {
    let (id, digest) = (feed.id, parcel.digest.clone());
    let known = house.db.read(move |tx| store::begun(tx, id, &digest)).await;
    if known.map_err(|error: db::Error| causes(&error))? {
        return Ok(false);
    }
    let now = house.clock.now();
    let file = kept.unwrap_or_else(|| Id::<Delivery>::new(now, &*house.chance).to_string());
    house.files.put(&file, parcel.bytes.clone()).await.map_err(|error| causes(&error))?;
    let delivery = received(Id::new(now, &*house.chance), feed, &parcel, file, now);
    let added = house.db.write(move |tx| store::takes(tx, &delivery)).await;
    added.map_err(|error: db::Error| causes(&error))
}

/// A parcel as it is kept.
pub(crate) fn received(id: crate::DeliveryId, feed: &Feed, parcel: &Parcel, file: String, now: Moment) -> Delivery {
    Delivery {
        id,
        feed: feed.id,
        at: now,
        made: parcel.made.clone().unwrap_or_else(|| now.paris().date().to_string()),
        complete: parcel.complete,
        names: parcel.names.join("\n"),
        digest: parcel.digest.clone(),
        file,
        state: State::Waiting,
        turn: None,
        let_go: false,
        why: String::new(),
        counts: crate::Counts::default(),
        notes: 0,
    }
}

/// The names of what may be taken now, those of one delivery together, the oldest first.
fn ready(form: Form, at: &Path, now: Moment) -> io::Result<Vec<Vec<String>>> {
    fs::create_dir_all(at)?;
    let (mut still, mut said, mut grows) = (vec![], vec![], false);
    for entry in fs::read_dir(at)? {
        let entry = entry?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        let passing = [".ok", ".part", ".tmp", ".filepart"].iter().any(|end| name.ends_with(end));
        let about = entry.metadata()?;
        if !about.is_file() || name.starts_with('.') || passing {
            continue;
        }
        let changed = about.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default();
        let changed = Moment(i64::try_from(changed.as_millis()).unwrap_or(i64::MAX));
        if at.join(format!("{name}.ok")).is_file() {
            said.push(name);
        } else if changed.plus_minutes(STILL) <= now {
            still.push(name);
        } else {
            grows = true;
        }
    }
    if !grows {
        said.append(&mut still);
    } else if form.comes_together() {
        said.clear();
    }
    let mut batches: BTreeMap<(Option<String>, bool, String), Vec<String>> = BTreeMap::new();
    for name in said {
        batches.entry(batch(form, &name)).or_default().push(name);
    }
    Ok(batches
        .into_values()
        .map(|mut names| {
            names.sort();
            names
        })
        .collect())
}

/// With which others a file is one delivery, in the order in which these are read.
fn batch(form: Form, name: &str) -> (Option<String>, bool, String) {
    let together = (None, false, String::new());
    // What names no day is a delivery by itself; so is each archive of OneRoster.
    let alone = (None, false, name.to_owned());
    match form {
        Form::Aaf => aaf::FileName::of(name).map_or(alone, |known| (known.made, !known.complete, String::new())),
        Form::OneRoster if name.to_lowercase().ends_with(".zip") => alone,
        _ => together,
    }
}

/// Under which name a file lies once it is taken: two of one name are two.
fn kept(name: &str, digest: &str) -> String {
    format!("{}-{name}", digest.get(..8).unwrap_or(digest))
}

async fn moved(at: &Path, to: &'static str, names: &[String], digest: &str) -> Result<(), String> {
    let (at, names, digest) = (at.to_owned(), names.to_vec(), digest.to_owned());
    let done = web::aside(move || -> io::Result<()> {
        fs::create_dir_all(at.join(to))?;
        for name in names {
            fs::rename(at.join(&name), at.join(to).join(kept(&name, &digest)))?;
            let ok = at.join(format!("{name}.ok"));
            if ok.is_file() {
                fs::remove_file(ok)?;
            }
        }
        Ok(())
    });
    done.await.map_err(|error| causes(&error))?.map_err(|error| causes(&error))
}

/// Moves the files of what was refused since.
async fn refuse(house: &Arc<House>, feed: &Feed, at: &Path) -> Result<(), String> {
    let (id, since) = (feed.id, house.clock.now().plus_days(-REFUSED));
    let refused = house.db.read(move |tx| store::refused(tx, id, since)).await;
    let refused: Vec<Delivery> = refused.map_err(|error: db::Error| causes(&error))?;
    let at = at.to_owned();
    let done = web::aside(move || -> io::Result<()> {
        for delivery in refused {
            for name in delivery.names.lines().map(|name| kept(name, &delivery.digest)) {
                let from = at.join("done").join(&name);
                if from.is_file() {
                    fs::create_dir_all(at.join("refused"))?;
                    fs::rename(from, at.join("refused").join(name))?;
                }
            }
        }
        Ok(())
    });
    done.await.map_err(|error| causes(&error))?.map_err(|error| causes(&error))
}

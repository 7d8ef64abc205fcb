//! What a form that is not done yet leaves in the file store.
use crate::{Error, House, Result, Route, Upload};
use bytes::Bytes;
use kernel::Id;
use std::sync::Arc;

/// The files of a form that is not done yet: they go with it, however it ends, unless it was taken.
pub(crate) struct Kept {
    house: Arc<House>,
    names: Vec<String>,
}

impl Kept {
    pub fn new(house: &Arc<House>) -> Self {
        Self { house: Arc::clone(house), names: vec![] }
    }

    /// Keeps the bytes of a file that was admitted, without where it was taken.
    pub async fn put(&mut self, field: String, kind: files::Kind, bytes: Bytes) -> Result<Upload> {
        let bytes = aside(move || files::strip(kind, bytes)).await?;
        let name = Id::<Upload>::new(self.house.clock.now(), &*self.house.chance).to_string();
        let size = bytes.len() as u64;
        self.names.push(name.clone());
        self.house.files.put(&name, bytes).await?;
        Ok(Upload { field, name, kind, size })
    }

    /// The form was taken: its rows name them.
    pub fn stay(mut self) {
        self.names.clear();
    }

    /// The form was not taken. What cannot be deleted now goes with the next sweep.
    pub async fn go(mut self) {
        for name in std::mem::take(&mut self.names) {
            drop(self.house.files.delete(&name).await);
        }
    }
}

/// What is in a file is looked at aside: a large one takes a while, and the thread that asks answers others meanwhile.
pub async fn aside<T: Send + 'static>(look: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(look).await.map_err(|error| Error::Ours(error.to_string()))
}

/// A file as it came, and what it is, if the route takes such files.
pub async fn admit(
    route: Route,
    bytes: Vec<u8>,
) -> Result<(std::result::Result<files::Kind, files::NotAdmitted>, Vec<u8>)> {
    let admit = if route.tables { files::admit_table } else { files::admit };
    aside(move || (admit(&bytes), bytes)).await
}

impl Drop for Kept {
    fn drop(&mut self) {
        let names = std::mem::take(&mut self.names);
        if names.is_empty() {
            return;
        }
        // The line was cut while the form was still coming.
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            let house = Arc::clone(&self.house);
            runtime.spawn(async move {
                for name in names {
                    drop(house.files.delete(&name).await);
                }
            });
        }
    }
}

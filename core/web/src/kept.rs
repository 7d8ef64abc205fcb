//! What a form that is not done yet leaves in the file store.
use crate::{House, Result, Upload};
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
        let bytes = files::strip(kind, bytes);
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

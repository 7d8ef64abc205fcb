//! What a form that is not done yet leaves in the file store.
use crate::{Error, House, Result, Route, Upload, store};
use bytes::Bytes;
use data_encoding::HEXLOWER;
use kernel::{Id, PersonId};
use sha2::{Digest as _, Sha256};
use std::sync::Arc;

/// The files of a form that is not done yet: they go with it, however it ends, unless it was taken.
pub(crate) struct Kept {
    house: Arc<House>,
    names: Vec<String>,
    /// Those of them that came inside the form, by the name under which they are given back.
    inside: Vec<(String, String)>,
}

impl Kept {
    pub fn new(house: &Arc<House>) -> Self {
        Self { house: Arc::clone(house), names: vec![], inside: vec![] }
    }

    /// Keeps the bytes of a file that came inside the form and was admitted.
    pub async fn take(&mut self, field: String, kind: files::Kind, bytes: Bytes) -> Result<Upload> {
        let upload = self.put(field, kind, bytes, None).await?;
        self.inside.push((upload.name.clone(), upload.token.clone()));
        Ok(upload)
    }

    /// The same of one that came before it, which has a name on its device. Where it was taken is not kept.
    pub async fn put(
        &mut self,
        field: String,
        kind: files::Kind,
        bytes: Bytes,
        token: Option<String>,
    ) -> Result<Upload> {
        let bytes = aside(move || files::strip(kind, bytes)).await?;
        let name = Id::<Upload>::new(self.house.clock.now(), &*self.house.chance).to_string();
        let size = bytes.len() as u64;
        self.names.push(name.clone());
        self.house.files.put(&name, bytes).await?;
        let token = token.unwrap_or_else(|| given_back(&name));
        Ok(Upload { field, name, kind, size, token })
    }

    /// The form was taken: its rows name them.
    pub fn stay(mut self) {
        self.names.clear();
    }

    /// The form was not taken, and its page gives back what came inside it: it waits as if it had come before (ADR 0012).
    pub async fn wait(self, person: PersonId, page: &str) {
        let named = self.inside.iter().filter(|(_, token)| page.contains(token.as_str()));
        for (name, token) in named.cloned().collect::<Vec<_>>() {
            let Ok(Some(bytes)) = self.house.files.get(&name).await else { continue };
            let now = self.house.clock.now();
            let waits = self.house.db.write(move |tx| {
                let length = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
                let coming = store::upload::begin(tx, person, &token, length, now)?;
                store::upload::add(tx, person, &token, &coming, &bytes)
            });
            // Without its bytes the page says that the file is not here: it is chosen again.
            drop(waits.await);
        }
        self.go().await;
    }

    /// The form was not taken. What cannot be deleted now goes with the next sweep.
    pub async fn go(mut self) {
        for name in std::mem::take(&mut self.names) {
            drop(self.house.files.delete(&name).await);
        }
    }
}

/// The name under which a file is given back: nobody else's, for it is looked for among its person's.
fn given_back(name: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(name)[..16])
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

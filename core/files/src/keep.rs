//! Where files are.
use bytes::Bytes;
use futures_util::TryStreamExt;
use object_store::{ObjectStore, ObjectStoreExt, aws::AmazonS3Builder, local::LocalFileSystem, path::Path};
use std::{path::PathBuf, sync::Arc};

/// Where to keep files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A folder, made if absent.
    Folder(PathBuf),
    /// A bucket of an S3 server.
    S3 {
        /// The server's address.
        endpoint: String,
        /// The bucket.
        bucket: String,
        /// The region, as the server names it.
        region: String,
        /// The access key.
        key: String,
        /// The secret key.
        secret: String,
    },
}

/// The store failed. Ours to mend.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The store refused.
    #[error("the file store refused")]
    Store(#[from] object_store::Error),
    /// The folder cannot be made.
    #[error("the folder for files cannot be made")]
    Folder(#[from] std::io::Error),
}

/// The file store. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Files(Arc<dyn ObjectStore>);

impl Files {
    /// Opens the store.
    pub fn open(place: &Place) -> Result<Self, Error> {
        Ok(Self(match place {
            Place::Folder(folder) => {
                std::fs::create_dir_all(folder)?;
                Arc::new(LocalFileSystem::new_with_prefix(folder)?)
            }
            Place::S3 { endpoint, bucket, region, key, secret } => Arc::new(
                AmazonS3Builder::new()
                    .with_endpoint(endpoint)
                    .with_bucket_name(bucket)
                    .with_region(region)
                    .with_access_key_id(key)
                    .with_secret_access_key(secret)
                    .with_allow_http(endpoint.starts_with("http://"))
                    .build()?,
            ),
        }))
    }

    /// Keeps `bytes` under an opaque name.
    pub async fn put(&self, name: &str, bytes: Bytes) -> Result<(), Error> {
        self.0.put(&Path::from(name), bytes.into()).await?;
        Ok(())
    }

    /// The bytes under this name.
    pub async fn get(&self, name: &str) -> Result<Option<Bytes>, Error> {
        match self.0.get(&Path::from(name)).await {
            Ok(found) => Ok(Some(found.bytes().await?)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Forgets the name. Nothing there is fine.
    pub async fn delete(&self, name: &str) -> Result<(), Error> {
        match self.0.delete(&Path::from(name)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Every name, in order.
    pub async fn list(&self) -> Result<Vec<String>, Error> {
        let all: Vec<_> = self.0.list(None).map_ok(|found| found.location.to_string()).try_collect().await?;
        let mut names = all;
        names.sort();
        Ok(names)
    }
}

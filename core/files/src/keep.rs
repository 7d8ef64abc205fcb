//! Where files are.
use bytes::Bytes;
use futures_util::TryStreamExt;
use object_store::{
    BackoffConfig, ClientOptions, ObjectStore, ObjectStoreExt, RetryConfig,
    aws::AmazonS3Builder,
    client::{HttpClient, HttpConnector},
    local::LocalFileSystem,
    path::Path,
};
use outgoing::{Client, Door};
use std::{path::PathBuf, sync::Arc, time::Duration};
use tokio::time::timeout;

/// How long one try may take, its whole answer with it.
const TRY: Duration = Duration::from_secs(15);
/// How often a request that failed is made again.
const AGAIN: usize = 2;
/// How long one file, or one step of a list, may take, with every try: whoever sent a form is waiting.
const LIMIT: Duration = Duration::from_secs(30);
/// The longest file that is read back, in bytes: longer than any that is admitted.
const LONGEST: u64 = 64 << 20;

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
    /// The store did not answer in time.
    #[error("the file store does not answer")]
    Silent(#[from] tokio::time::error::Elapsed),
    /// The folder cannot be made.
    #[error("the folder for files cannot be made")]
    Folder(#[from] std::io::Error),
    /// The address of the S3 server cannot be used.
    #[error("the address of the file store cannot be used")]
    Endpoint(#[from] outgoing::Trouble),
    /// The file is longer than any that is kept.
    #[error("the file is too long to be one of ours")]
    TooLong,
}

impl Error {
    /// Whether the same may well succeed a little later: the store is away, the disk is full. It may be well again by now.
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::Store(_) | Self::Silent(_) | Self::Folder(_))
    }
}

/// The door's client, as the store's library wants it: it asks by itself.
#[derive(Debug)]
struct Asks(Client);

impl Asks {
    fn of(endpoint: &str) -> Result<Self, Error> {
        let door = Door::written().patient(TRY);
        door.address(endpoint).map_err(outgoing::Trouble::from)?;
        Ok(Self(door.client()?))
    }
}

impl HttpConnector for Asks {
    fn connect(&self, _: &ClientOptions) -> object_store::Result<HttpClient> {
        Ok(HttpClient::new(self.0.clone()))
    }
}

fn retry() -> RetryConfig {
    RetryConfig { backoff: BackoffConfig::default(), max_retries: AGAIN, retry_timeout: TRY }
}

/// The bytes of a file, whatever length it claims.
async fn bounded(found: object_store::GetResult) -> Result<Bytes, Error> {
    if found.meta.size > LONGEST {
        return Err(Error::TooLong);
    }
    Ok(found.bytes().await?)
}

/// The file store. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Files {
    store: Arc<dyn ObjectStore>,
    limit: Duration,
}

impl Files {
    /// Opens the store.
    pub fn open(place: &Place) -> Result<Self, Error> {
        let store: Arc<dyn ObjectStore> = match place {
            Place::Folder(folder) => {
                std::fs::create_dir_all(folder)?;
                Arc::new(LocalFileSystem::new_with_prefix(folder)?)
            }
            Place::S3 { endpoint, bucket, region, key, secret } => Arc::new(
                AmazonS3Builder::new()
                    .with_http_connector(Asks::of(endpoint)?)
                    .with_retry(retry())
                    .with_endpoint(endpoint)
                    .with_bucket_name(bucket)
                    .with_region(region)
                    .with_access_key_id(key)
                    .with_secret_access_key(secret)
                    .with_allow_http(endpoint.starts_with("http://"))
                    .build()?,
            ),
        };
        Ok(Self { store, limit: LIMIT })
    }

    /// The same store, which is waited for as long.
    #[must_use]
    pub fn within(self, limit: Duration) -> Self {
        Self { limit, ..self }
    }

    /// Keeps `bytes` under an opaque name.
    pub async fn put(&self, name: &str, bytes: Bytes) -> Result<(), Error> {
        timeout(self.limit, self.store.put(&Path::from(name), bytes.into())).await??;
        Ok(())
    }

    /// The bytes under this name.
    pub async fn get(&self, name: &str) -> Result<Option<Bytes>, Error> {
        let whole = async {
            match self.store.get(&Path::from(name)).await {
                Ok(found) => Ok(Some(bounded(found).await?)),
                Err(object_store::Error::NotFound { .. }) => Ok(None),
                Err(error) => Err(error.into()),
            }
        };
        timeout(self.limit, whole).await?
    }

    /// Forgets the name. Nothing there is fine.
    pub async fn delete(&self, name: &str) -> Result<(), Error> {
        match timeout(self.limit, self.store.delete(&Path::from(name))).await? {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Every name, in order.
    pub async fn list(&self) -> Result<Vec<String>, Error> {
        let (mut all, mut names) = (self.store.list(None), vec![]);
        while let Some(found) = timeout(self.limit, all.try_next()).await?? {
            names.push(found.location.to_string());
        }
        names.sort();
        Ok(names)
    }
}

//! Files in S3: kept, listed, taken away and put back, through a server that speaks it and looks at signatures.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
use db::{Migration, params, testing};
use files::{Files, Place};
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use kernel::Moment;
use s3s::{auth::SimpleAuth, service::S3ServiceBuilder};
use std::path::Path;
use tokio::net::TcpListener;

const NOW: Moment = Moment(1_795_542_000_000);
const KEY: &str = "preau";
const SECRET: &str = "un secret de test";

const SCHEMA: Migration =
    Migration { name: "archive/0001_s3", sql: "CREATE TABLE thing (\n  n BIGINT NOT NULL PRIMARY KEY\n);" };

/// An S3 server over a folder, on a free port of this machine; its buckets are folders.
async fn server(root: &Path) -> String {
    let mut service = S3ServiceBuilder::new(s3s_fs::FileSystem::new(root).unwrap());
    service.set_auth(SimpleAuth::from_single(KEY, SECRET));
    let service = service.build();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            let service = service.clone();
            tokio::spawn(async move {
                let _ = Builder::new(TokioExecutor::new()).serve_connection(TokioIo::new(socket), service).await;
            });
        }
    });
    endpoint
}

fn bucket(root: &Path, endpoint: &str, name: &str, secret: &str) -> Files {
    std::fs::create_dir_all(root.join(name)).unwrap();
    let [endpoint, bucket, region, key, secret] = [endpoint, name, "fr-par", KEY, secret].map(str::to_owned);
    Files::open(&Place::S3 { endpoint, bucket, region, key, secret }).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_bucket_keeps_lists_and_forgets() {
    let root = tempfile::tempdir().unwrap();
    let endpoint = server(root.path()).await;
    let files = bucket(root.path(), &endpoint, "one", SECRET);
    assert!(files.list().await.unwrap().is_empty());
    // More than one page of a listing, which S3 gives by the thousand.
    for n in 0..1_100 {
        files.put(&format!("file-{n:04}"), vec![7; n].into()).await.unwrap();
    }
    let names = files.list().await.unwrap();
    assert_eq!((names.len(), names[0].as_str(), names[1_099].as_str()), (1_100, "file-0000", "file-1099"));
    assert_eq!(files.get("file-0900").await.unwrap().unwrap().len(), 900);
    files.delete("file-0900").await.unwrap();
    files.delete("file-0900").await.unwrap();
    assert_eq!(files.get("file-0900").await.unwrap(), None);

    let stranger = bucket(root.path(), &endpoint, "one", "un autre secret");
    assert!(stranger.get("file-0001").await.is_err(), "a wrong signature opens nothing");
    assert!(stranger.put("file-0001", vec![].into()).await.is_err());
    let nowhere = bucket(root.path(), "http://127.0.0.1:9", "one", SECRET);
    assert!(nowhere.list().await.is_err(), "a server that does not answer is an error, not an empty bucket");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_house_moves_from_a_folder_to_a_bucket_and_back() {
    let root = tempfile::tempdir().unwrap();
    let endpoint = server(root.path()).await;
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| Files::open(&Place::Folder(folder.path().join(name))).unwrap();
    for (name, db) in testing::both(&[SCHEMA]).await {
        db.write(|tx| {
            (0..100).try_for_each(|n| tx.execute("INSERT INTO thing (n) VALUES (?1)", &params![n]).map(drop))
        })
        .await
        .unwrap();
        let files = at(name);
        for n in 0..40_u8 {
            files.put(&format!("file-{n}"), vec![n; 500 * usize::from(n)].into()).await.unwrap();
        }
        let out = folder.path().join(format!("{name}.tar"));
        let taken = archive::backup(&db, &files, &out, NOW).await.unwrap();
        let (there, bucket) = (testing::sqlite(&[SCHEMA]).await, bucket(root.path(), &endpoint, name, SECRET));
        assert_eq!(archive::restore(&out, &there, &bucket, &[SCHEMA]).await.unwrap().digest, taken, "{name}");
        assert_eq!(archive::digest(&there, &bucket).await.unwrap(), taken, "{name}");

        let again = folder.path().join(format!("{name}-again.tar"));
        assert_eq!(archive::backup(&there, &bucket, &again, NOW).await.unwrap(), taken, "{name}");
        let (back, home) = (testing::sqlite(&[SCHEMA]).await, at(&format!("{name}-back")));
        archive::restore(&again, &back, &home, &[SCHEMA]).await.unwrap();
        assert_eq!(archive::digest(&back, &home).await.unwrap(), taken, "{name}");
    }
}

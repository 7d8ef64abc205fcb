//! A folder in place of a server: one file a letter, named by its key.
use crate::{Letter, Refused, To};
use std::path::Path;

/// Leaves the letter there. The same letter again is the same file.
pub async fn put(folder: &Path, letter: &Letter) -> Result<(), Refused> {
    if letter.key.is_empty() || !letter.key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
        return Err(Refused::Never("the key of a letter is letters and digits".to_owned()));
    }
    let (name, text) = match &letter.to {
        To::Email(to) => {
            let text = format!("To: {to}\nSubject: {}\n\n{}\n", letter.subject, letter.text);
            (format!("{}.email.txt", letter.key), text)
        }
        To::Phone(to) => (format!("{}.sms.txt", letter.key), format!("To: {to}\n\n{}\n", letter.text)),
    };
    let failed = |error: std::io::Error| Refused::Later(error.kind().to_string());
    tokio::fs::create_dir_all(folder).await.map_err(failed)?;
    tokio::fs::write(folder.join(name), text).await.map_err(failed)
}

//! What rooms know of a person, and how they forget them.
use db::{Result, Tx, params};
use kernel::PersonId;

/// What is known of a person here: where they sat, what they answered, wrote and reported.
pub fn export(tx: &mut Tx<'_>, person: PersonId) -> Result<web::Export> {
    let parts: [(&str, &str, &[&str]); 5] = [
        (
            "room",
            "SELECT title, kind, made_at, opened_at, closed_at, pad FROM visio_room WHERE host_id = ?1
             ORDER BY made_at",
            &["title", "kind", "made_at", "opened_at", "closed_at", "pad"],
        ),
        (
            "room_seat",
            "SELECT state, joined_at, left_at, millis, hears FROM visio_seat WHERE person_id = ?1 ORDER BY id",
            &["state", "joined_at", "left_at", "millis", "hears"],
        ),
        ("room_vote", "SELECT at, answer FROM visio_vote WHERE person_id = ?1 ORDER BY at", &["at", "answer"]),
        ("room_line", "SELECT at, text FROM visio_line WHERE person_id = ?1 ORDER BY at", &["at", "text"]),
        (
            "room_report",
            "SELECT at, text, handled_at FROM visio_report WHERE person_id = ?1 ORDER BY at",
            &["at", "text", "handled_at"],
        ),
    ];
    web::told(tx, person, &parts)
}

/// Forgets what a person wrote and said; that somebody was there stays counted.
pub fn erase(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    for sql in [
        "DELETE FROM visio_report WHERE person_id = ?1",
        // What others wrote to them, or of them, may name them too.
        "UPDATE visio_line SET text = '' WHERE room_id IN (SELECT room_id FROM visio_seat WHERE person_id = ?1)",
        "UPDATE visio_poll SET question = '' WHERE room_id IN (SELECT room_id FROM visio_seat WHERE person_id = ?1)",
        "UPDATE visio_report SET text = '' WHERE room_id IN (SELECT room_id FROM visio_seat WHERE person_id = ?1)",
        "DELETE FROM visio_vote WHERE person_id = ?1",
        "UPDATE visio_room SET title = '', pad = '' WHERE host_id = ?1",
        // A page shared with somebody, a title made for one: their name may be in it.
        "UPDATE visio_room SET pad = '', title = '' WHERE id IN (SELECT room_id FROM visio_seat WHERE person_id = ?1)",
        "UPDATE visio_seat SET token = NULL, hears = 'rien' WHERE person_id = ?1",
    ] {
        tx.execute(sql, &params![person])?;
    }
    Ok(())
}

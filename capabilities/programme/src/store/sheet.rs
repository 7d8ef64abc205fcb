//! The sheet: its texts, partners and milestones.
use super::day;
use crate::{
    Dispositif, DispositifId, Heading, Milestone, MilestoneId, Partner, PartnerId, model::renewed, policy::Steer,
};
use access::Allowed;
use db::{Result, Tx, params};
use jiff::civil::Date;
use kernel::{Chance, Id, Moment};

/// The texts of the sheet, in the order of the headings; a heading without text is left out.
pub fn sheet(tx: &mut Tx<'_>, dispositif: DispositifId) -> Result<Vec<(Heading, String)>> {
    let rows =
        tx.query("SELECT heading, text FROM programme_heading WHERE dispositif_id = ?1", &params![dispositif])?;
    let mut sheet: Vec<(Heading, String)> =
        rows.iter().filter_map(|row| Some((Heading::from_word(row.text(0))?, row.get(1)))).collect();
    sheet.sort_by_key(|(heading, _)| *heading);
    Ok(sheet)
}

/// Writes these headings; an empty text takes its heading out.
pub fn set_sheet(tx: &mut Tx<'_>, dispositif: &Allowed<Steer, Dispositif>, texts: &[(Heading, String)]) -> Result<()> {
    for (heading, text) in texts {
        if text.is_empty() {
            let sql = "DELETE FROM programme_heading WHERE dispositif_id = ?1 AND heading = ?2";
            tx.execute(sql, &params![dispositif.id, heading.word()])?;
        } else {
            let sql = "INSERT INTO programme_heading (dispositif_id, heading, text) VALUES (?1, ?2, ?3)
                       ON CONFLICT (dispositif_id, heading) DO UPDATE SET text = excluded.text";
            tx.execute(sql, &params![dispositif.id, heading.word(), text])?;
        }
    }
    Ok(())
}

/// The partners, by name.
pub fn partners(tx: &mut Tx<'_>, dispositif: DispositifId) -> Result<Vec<Partner>> {
    let sql = "SELECT id, name, role FROM programme_partner WHERE dispositif_id = ?1 ORDER BY id";
    let partner = |row: &db::Row| Partner { id: row.get(0), name: row.get(1), role: row.get(2) };
    let mut partners: Vec<Partner> = tx.query(sql, &params![dispositif])?.iter().map(partner).collect();
    kernel::sort_by_name(&mut partners, |partner| &partner.name);
    Ok(partners)
}

/// Adds a partner.
pub fn add_partner(
    tx: &mut Tx<'_>,
    dispositif: &Allowed<Steer, Dispositif>,
    id: PartnerId,
    name: &str,
    role: &str,
) -> Result<()> {
    let sql = "INSERT INTO programme_partner (id, dispositif_id, name, role) VALUES (?1, ?2, ?3, ?4)";
    tx.execute(sql, &params![id, dispositif.id, name, role]).map(drop)
}

/// Changes a partner of this dispositif. Says whether there is one.
pub fn change_partner(
    tx: &mut Tx<'_>,
    dispositif: &Allowed<Steer, Dispositif>,
    id: PartnerId,
    name: &str,
    role: &str,
) -> Result<bool> {
    let sql = "UPDATE programme_partner SET name = ?3, role = ?4 WHERE id = ?1 AND dispositif_id = ?2";
    Ok(tx.execute(sql, &params![id, dispositif.id, name, role])? > 0)
}

/// Takes a partner of this dispositif out.
pub fn drop_partner(tx: &mut Tx<'_>, dispositif: &Allowed<Steer, Dispositif>, id: PartnerId) -> Result<()> {
    tx.execute(
        "DELETE FROM programme_partner WHERE id = ?1
         AND dispositif_id = ?2",
        &params![id, dispositif.id],
    )
    .map(drop)
}

/// The milestones, by day.
pub fn milestones(tx: &mut Tx<'_>, dispositif: DispositifId) -> Result<Vec<Milestone>> {
    let sql = "SELECT id, title, due, reached_at FROM programme_milestone WHERE dispositif_id = ?1 ORDER BY due, id";
    let milestone =
        |row: &db::Row| Milestone { id: row.get(0), title: row.get(1), due: day(row.text(2)), reached: row.get(3) };
    Ok(tx.query(sql, &params![dispositif])?.iter().map(milestone).collect())
}

/// Adds a milestone.
pub fn add_milestone(
    tx: &mut Tx<'_>,
    dispositif: &Allowed<Steer, Dispositif>,
    id: MilestoneId,
    title: &str,
    due: Date,
) -> Result<()> {
    let sql = "INSERT INTO programme_milestone (id, dispositif_id, title, due) VALUES (?1, ?2, ?3, ?4)";
    tx.execute(sql, &params![id, dispositif.id, title, due.to_string()]).map(drop)
}

/// Says that a milestone was reached, or not after all.
pub fn reach(
    tx: &mut Tx<'_>,
    dispositif: &Allowed<Steer, Dispositif>,
    id: MilestoneId,
    at: Option<Moment>,
) -> Result<()> {
    let sql = "UPDATE programme_milestone SET reached_at = ?3 WHERE id = ?1 AND dispositif_id = ?2";
    tx.execute(sql, &params![id, dispositif.id, at]).map(drop)
}

/// Takes a milestone out.
pub fn drop_milestone(tx: &mut Tx<'_>, dispositif: &Allowed<Steer, Dispositif>, id: MilestoneId) -> Result<()> {
    tx.execute(
        "DELETE FROM programme_milestone WHERE id = ?1
         AND dispositif_id = ?2",
        &params![id, dispositif.id],
    )
    .map(drop)
}

/// Copies partners and milestones to next year's, none of them reached.
pub(super) fn copy_rows(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    from: &Dispositif,
    to: DispositifId,
    now: Moment,
) -> Result<()> {
    for partner in partners(tx, from.id)? {
        let sql = "INSERT INTO programme_partner (id, dispositif_id, name, role) VALUES (?1, ?2, ?3, ?4)";
        let id: PartnerId = Id::new(now, chance);
        tx.execute(sql, &params![id, to, partner.name, partner.role])?;
    }
    for milestone in milestones(tx, from.id)? {
        let sql = "INSERT INTO programme_milestone (id, dispositif_id, title, due) VALUES (?1, ?2, ?3, ?4)";
        let id: MilestoneId = Id::new(now, chance);
        let due = renewed(milestone.due, (from.starts_on, from.bilan_due));
        tx.execute(sql, &params![id, to, milestone.title, due.to_string()])?;
    }
    Ok(())
}

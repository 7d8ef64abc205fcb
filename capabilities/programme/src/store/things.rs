//! The things of a demonstration that addresses name: of one dispositif, the first that a programme runs.
use crate::{Decision, demo::Run};
use db::{Result, Tx, params};
use directory::demo::{Stage, Thing};
use web::given;

/// Things of this slice, of the home school where they are a school's.
pub fn things(tx: &mut Tx<'_>, stage: &Stage<'_>) -> Result<Vec<Thing>> {
    let Some(run) = given::<Run>(stage.slices).next() else { return Ok(vec![]) };
    let of_template = params![run.template.key];
    let row = tx.first("SELECT id FROM programme_dispositif WHERE template = ?1", &of_template)?;
    let id = row.map(|row| row.get::<crate::DispositifId>(0));
    let (one, at_home) = (params![id], params![id, stage.demo.home.id]);
    let live = "SELECT id FROM programme_protocol WHERE dispositif_id = ?1 AND unit_id = ?2 AND stage = 'published'
                LIMIT 1";
    let remark = "SELECT id FROM programme_remark WHERE dispositif_id = ?1 AND unit_id = ?2 LIMIT 1";
    let published = "SELECT id FROM programme_publication WHERE dispositif_id = ?1 AND published_at IS NOT NULL
                     LIMIT 1";
    Ok(vec![
        Thing::found(tx, "programme", "SELECT id FROM programme_dispositif WHERE template = ?1 LIMIT 1", &of_template)?,
        Thing::new("decision", Decision::Renew.word()),
        Thing::found(tx, "partner", "SELECT id FROM programme_partner WHERE dispositif_id = ?1 LIMIT 1", &one)?,
        Thing::found(tx, "milestone", "SELECT id FROM programme_milestone WHERE dispositif_id = ?1 LIMIT 1", &one)?,
        Thing::found(tx, "remark", remark, &at_home)?,
        Thing::found(tx, "protocol", live, &at_home)?,
        Thing::found(tx, "experience", published, &one)?,
    ])
}

//! All the SQL of agreements.
use crate::Standing;
use db::{Result, Tx};
use kernel::PersonId;
use programme::DispositifId;

/// Where the agreement for one child stands.
pub fn standing(_tx: &mut Tx<'_>, _dispositif: DispositifId, _child: PersonId) -> Result<Standing> {
    Ok(Standing::Silent)
}

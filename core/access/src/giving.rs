//! Who gives a role and ends it, and who lets back in those who hold it: a row for each role, read like any rule.
use crate::{Actor, Clause, Guarded, Role, Rule, roles};
use kernel::UnitId;

/// Where a role is held, or is to be: the school of a class, the unit itself elsewhere; with all that stands above.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    unit: UnitId,
    lineage: Vec<UnitId>,
}

impl Place {
    /// The place `unit`; `lineage` is the unit and all above it.
    pub fn new(unit: UnitId, lineage: Vec<UnitId>) -> Self {
        Self { unit, lineage }
    }
}

impl Guarded for Place {
    const UNITS: crate::Units = crate::Units::One("u.id");

    fn units(&self) -> &[UnitId] {
        std::slice::from_ref(&self.unit)
    }

    fn lineage(&self) -> &[UnitId] {
        &self.lineage
    }
}

/// Of the académie, or of a unit above what they change.
const ABOVE: Clause = Clause::RoleOver(&[Role::Admin]);

/// The académie alone: who heads a school, who works for several.
const ACADEMIE: Rule = Rule(&[ABOVE]);
/// Who heads the school too: its own staff and its guests.
const HEAD: Rule = Rule(&[ABOVE, Clause::RoleAt(roles::HEADS)]);
/// Who decides for the school's tools too: a password forgotten, of those who have no power over others.
const REFERENT: Rule = Rule(&[ABOVE, Clause::RoleAt(roles::DECIDERS)]);
/// Who follows pupils up too: their class, their family.
const CARERS: Rule = Rule(&[ABOVE, Clause::RoleAt(roles::CARERS)]);

impl Role {
    /// Who gives this role at a place, and ends it there.
    pub const fn givers(self) -> Rule {
        match self {
            Self::Pupil => CARERS,
            Self::Teacher
            | Self::Documentalist
            | Self::VieScolaire
            | Self::Aed
            | Self::Aesh
            | Self::Referent
            | Self::Psyen
            | Self::Association
            | Self::Tutor
            | Self::Elected
            | Self::Delegate
            | Self::Partner => HEAD,
            Self::Head | Self::Director | Self::Inspector | Self::Erun | Self::Trainer | Self::Pilot | Self::Admin => {
                ACADEMIE
            }
        }
    }

    /// Who gives a new password to somebody who holds this role at a place, blocks them, shuts their sessions. Whoever may do that
    /// could enter in their name: never somebody with less power than they have.
    pub const fn unlockers(self) -> Rule {
        match self {
            Self::Pupil => CARERS,
            Self::Teacher
            | Self::Documentalist
            | Self::Aed
            | Self::Aesh
            | Self::Psyen
            | Self::Association
            | Self::Tutor
            | Self::Elected
            | Self::Delegate
            | Self::Partner => REFERENT,
            Self::VieScolaire | Self::Referent => HEAD,
            Self::Head | Self::Director | Self::Inspector | Self::Erun | Self::Trainer | Self::Pilot | Self::Admin => {
                ACADEMIE
            }
        }
    }
}

/// Whether `actor` gives and ends `role` at `place`.
pub fn gives(actor: &Actor, role: Role, place: &Place) -> bool {
    role.givers().opens(actor, place)
}

/// Whether `actor` lets back in somebody who holds `role` at `place`.
pub fn unlocks(actor: &Actor, role: Role, place: &Place) -> bool {
    role.unlockers().opens(actor, place)
}

//! Two people who are one, and one who is two.
use crate::Hand;
use access::Role;
use db::{Result, Tx};
use directory::{Person, store};
use kernel::{PersonId, UnitId};
use undo::{Deed, DeedId, Undone, Watch};

/// The deed by which two were made one.
pub const MERGED: &str = "person/merged";

/// Makes two people one: all that names `gone` names `kept` from now on. The card of the one who goes is dead, their sessions are over;
/// their second step is gone; their user name goes over where `kept` has none, and is no more otherwise. It can be undone.
pub fn merge(
    tx: &mut Tx<'_>,
    hand: &Hand<'_>,
    (gone, kept): (PersonId, PersonId),
    at: Option<UnitId>,
) -> Result<DeedId> {
    let mut watch = Watch::default();
    store::watch(tx, &mut watch, &[gone, kept])?;
    for table in ["signin_card", "signin_password", "signin_second_step", "signin_recovery"] {
        watch.over(tx, (table, "person_id"), None, &[gone])?;
    }
    signin::store::card::revoke(tx, &[gone], hand.now)?;
    signin::store::session::end_all(tx, gone)?;
    // A second step is worked out for one person: it goes over to nobody.
    signin::store::second::remove(tx, gone)?;
    if signin::store::password::login_of(tx, kept)?.is_some() {
        signin::store::password::remove(tx, gone)?;
    }
    store::end_doubles(tx, (gone, kept), hand.now)?;
    store::set_merged(tx, gone, kept)?;
    let deed = Deed { id: hand.id(), at: hand.now, by: hand.by, kind: MERGED, thing: kept.cast(), unit: at };
    undo::merge(tx, watch, &deed, gone, kept)?;
    for person in [gone, kept] {
        store::person_changed(tx, person, hand.now)?;
    }
    hand.tell(tx, MERGED, (kept, at), &gone.to_string())?;
    Ok(deed.id)
}

/// Makes them two again: what changed since stays with the one who was kept.
pub fn separate(tx: &mut Tx<'_>, hand: &Hand<'_>, deed: DeedId) -> Result<Option<Undone>> {
    let Some(known) = undo::deed(tx, deed)?.filter(|known| known.kind == MERGED && known.can_be_undone(hand.now))
    else {
        return Ok(None);
    };
    let undone = undo::undo(tx, deed, (hand.by, hand.now), &[])?;
    let kept: PersonId = known.thing.cast();
    store::person_changed(tx, kept, hand.now)?;
    hand.tell(tx, "person/separated", (kept, known.unit), "")?;
    Ok(Some(undone))
}

/// A part of what somebody holds that is another's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A role on a unit.
    Role(Role, UnitId),
    /// A child they answer for.
    Child(PersonId),
    /// What names them in a list: source and key.
    Key(String, String),
}

/// Makes one person two: these parts are the other's, who is made. What was one is made one again by a merge.
pub fn part(
    tx: &mut Tx<'_>,
    hand: &Hand<'_>,
    from: PersonId,
    (other, parts): (&Person, &[Part]),
    at: Option<UnitId>,
) -> Result<()> {
    store::add_person(tx, other)?;
    let pair = (from, other.id);
    for part in parts {
        match part {
            Part::Role(role, unit) => access::store::hand_over(tx, pair, *role, *unit)?,
            Part::Child(child) => access::store::hand_over_child(tx, pair, *child)?,
            Part::Key(source, key) => store::move_key(tx, pair, source, key)?,
        };
    }
    for person in [from, other.id] {
        store::person_changed(tx, person, hand.now)?;
    }
    hand.tell(tx, "person/split", (from, at), &other.id.to_string())?;
    hand.tell(tx, "person/created", (other.id, at), &from.to_string())
}

/// The last deed by which somebody was made one with another, if it can still be undone.
pub fn join(tx: &mut Tx<'_>, kept: PersonId, hand: &Hand<'_>) -> Result<Option<undo::Kept>> {
    let deeds = undo::deeds(tx, kept, hand.now.plus_days(-undo::DAYS), 50)?;
    Ok(deeds.into_iter().find(|deed| deed.kind == MERGED && deed.can_be_undone(hand.now)))
}

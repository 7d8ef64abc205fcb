//! What has not begun gives nothing, nor what has ended; and what is left of somebody who enters by a card.
use super::{id, territory};
use crate::{Actor, Audience, Group, GroupKind, MIGRATIONS, Part, Role, store};
use db::params;
use kernel::Moment;

const TODAY: Moment = Moment(1_000_000_000_000);

#[tokio::test]
async fn an_actor_holds_what_has_begun_and_has_not_ended() {
    for (name, db) in db::testing::both(MIGRATIONS).await {
        let (today, tomorrow) = (TODAY, TODAY.plus_days(1));
        let (now, then) = db
            .write(move |tx| {
                territory(tx)?;
                store::grant(tx, id(1), Role::Teacher, id(3), Moment(0), None)?;
                store::grant(tx, id(1), Role::Head, id(5), Moment(0), Some(today))?;
                store::grant(tx, id(1), Role::Director, id(5), tomorrow, None)?;
                store::set_guardian(tx, id(1), id(8), true, Moment(0))?;
                store::set_guardian(tx, id(1), id(9), true, tomorrow)?;
                store::group::join(tx, id(20), id(1), Part::Teacher, Moment(0), Some(tomorrow))?;
                store::group::join(tx, id(21), id(1), Part::Member, tomorrow, None)?;
                Ok::<_, db::Error>((Actor::load(tx, id(1), today)?, Actor::load(tx, id(1), tomorrow)?))
            })
            .await
            .unwrap();
        assert_eq!(now.grants, [(Role::Teacher, id(3))], "{name}: one has ended, the other begins tomorrow");
        assert_eq!((now.children, now.groups), (vec![id(8)], vec![(id(20), Part::Teacher)]), "{name}");
        assert_eq!(then.units(&[Role::Director]), [id(5)], "{name}: it has begun");
        assert_eq!((then.children.len(), then.groups), (2, vec![(id(21), Part::Member)]), "{name}");
    }
}

#[tokio::test]
async fn what_is_given_again_goes_on_unless_there_was_a_gap() {
    for (name, db) in db::testing::both(MIGRATIONS).await {
        let row = db
            .write(move |tx| {
                let day = |n: i64| TODAY.plus_days(n);
                let since = |tx: &mut db::Tx<'_>| {
                    let row =
                        tx.first("SELECT since, until FROM membership WHERE person_id = ?1", &params![id::<()>(1)])?;
                    let row = row.unwrap();
                    Ok::<_, db::Error>((row.get::<Moment>(0), row.get::<Option<Moment>>(1)))
                };
                let mut rows = vec![];
                store::grant(tx, id(1), Role::Tutor, id(3), day(10), None)?;
                store::grant(tx, id(1), Role::Tutor, id(3), day(0), Some(day(20)))?;
                rows.push(since(tx)?);
                store::grant(tx, id(1), Role::Tutor, id(3), day(15), Some(day(30)))?;
                rows.push(since(tx)?);
                store::end_grant(tx, id(1), Role::Tutor, id(3), day(25))?;
                store::grant(tx, id(1), Role::Tutor, id(3), day(40), None)?;
                rows.push(since(tx)?);
                Ok::<_, db::Error>(rows)
            })
            .await
            .unwrap();
        let day = |n: i64| TODAY.plus_days(n);
        let told = [(day(0), Some(day(20))), (day(0), Some(day(30))), (day(40), None)];
        assert_eq!(row, told, "{name}: sooner, renewed, and anew after a gap");
    }
}

#[tokio::test]
async fn who_leaves_a_group_or_whose_group_ends_is_in_it_no_more() {
    for (name, db) in db::testing::both(MIGRATIONS).await {
        let parts = db
            .write(move |tx| {
                territory(tx)?;
                let group = |n, name: &str| Group {
                    id: id(n),
                    kind: GroupKind::Club,
                    name: name.to_owned(),
                    shows_roster: true,
                    since: Moment(0),
                    until: None,
                };
                store::grant(tx, id(1), Role::Teacher, id(3), Moment(0), None)?;
                store::group::create(tx, &group(20, "Échecs"), &[id(3), id(5)])?;
                store::group::create(tx, &group(21, "Chorale"), &[id(3)])?;
                store::group::join(tx, id(20), id(1), Part::Member, Moment(0), None)?;
                store::group::join(tx, id(21), id(1), Part::Member, Moment(0), None)?;
                let before = Actor::load(tx, id(1), TODAY)?.groups.len();
                store::end_grant(tx, id(1), Role::Teacher, id(3), TODAY.plus_days(-1))?;
                assert_eq!(Actor::load(tx, id(1), TODAY)?.groups, [], "a part ends with the role that carried it");
                store::grant(tx, id(1), Role::Teacher, id(3), Moment(0), None)?;
                assert!(store::group::leave(tx, id(20), id(1), TODAY)?);
                assert!(!store::group::leave(tx, id(20), id(2), TODAY)?, "who was never there");
                store::group::close(tx, id(21), TODAY)?;
                let homes = store::group::homes(tx, id(20))?.len();
                let closed = store::group::by_id(tx, id(21))?.and_then(|group| group.until);
                Ok::<_, db::Error>((before, Actor::load(tx, id(1), TODAY)?.groups.len(), homes, closed))
            })
            .await
            .unwrap();
        assert_eq!(parts, (2, 0, 2, Some(TODAY)), "{name}");
    }
}

#[test]
fn a_card_opens_what_one_is_as_pupil_family_or_guest() {
    let holding = |role, part| Actor {
        person: id(1),
        grants: vec![(role, id(3))],
        children: vec![id(9)],
        groups: vec![(id(20), part)],
    };
    for role in Role::ALL.iter().copied() {
        let left = holding(role, Part::Member).by_card();
        let kept = matches!(role.audience(), Audience::Pupil | Audience::Guest);
        assert_eq!((left.grants.len(), left.children.len(), left.groups.len()), (usize::from(kept), 1, 1), "{role:?}");
        let leading = holding(role, Part::Teacher).by_card();
        assert_eq!(!leading.groups.is_empty(), role.audience() == Audience::Guest, "{role:?} leads");
    }
    let mut both = holding(Role::Association, Part::Observer);
    both.grants.push((Role::Teacher, id(3)));
    let left = both.by_card();
    assert_eq!((left.is_staff(), left.groups.len()), (false, 0), "what a colleague could print opens no staff part");
}

#[test]
fn every_role_has_one_audience_and_staff_is_one_of_two() {
    let staff: Vec<_> = Role::of(Audience::STAFF).collect();
    assert!(!staff.contains(&Role::Pupil) && !staff.contains(&Role::Elected) && staff.contains(&Role::Aesh));
    let all: usize = Audience::ALL.iter().map(|audience| Role::of(&[*audience]).count()).sum();
    assert_eq!(all, Role::ALL.len());
    for role in Role::ALL.iter().copied() {
        assert_eq!(Role::from_word(role.word()), Some(role));
        assert!(!role.on().is_empty(), "{role:?} is held somewhere");
    }
    let delegate =
        Actor { person: id(1), grants: vec![(Role::Delegate, id(3))], children: vec![id(9)], groups: vec![] };
    assert!(delegate.is_of(&[Audience::Family]) && !delegate.is_guest(), "a delegate is a parent as well");
}

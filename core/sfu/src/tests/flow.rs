use super::{client, server, unit};
use crate::{
    Caps, Config, Kind, Limits, Refusal, Signal, Why,
    testing::{Client, Manner, run, until},
};
use std::time::Duration;

const LONG: Duration = Duration::from_secs(15);

/// A room with a host and guests, all connected.
fn room(handle: &crate::Handle, manners: &[Manner]) -> Vec<Client> {
    let mut clients: Vec<Client> = manners.iter().map(|manner| client(handle, *manner)).collect();
    for (n, client) in clients.iter_mut().enumerate() {
        let caps = if n == 0 { Caps::HOST } else { Caps::GUEST };
        client.sit(handle, "a", &format!("s{n}"), caps).expect("a seat");
    }
    assert!(until(&mut clients, LONG, |all| all.iter().all(|client| client.connected)), "all are connected");
    clients
}

#[test]
fn voices_and_pictures_reach_the_other_seat() {
    let (handle, mut signals) = unit(Config::default());
    let mut both = room(&handle, &[Manner::BOTH, Manner::BOTH]);
    let flows = |all: &[Client]| {
        all[0].seen("s1", Kind::Mic).packets > 50
            && all[1].seen("s0", Kind::Mic).packets > 50
            && all[0].seen("s1", Kind::Camera).keyframes > 0
            && all[1].seen("s0", Kind::Camera).packets > 50
    };
    assert!(until(&mut both, LONG, flows), "{:?}", both[0].got);
    assert_eq!(both[0].seen("s1", Kind::Mic).gaps, 0);
    assert_eq!(both[0].seen("s1", Kind::Camera).gaps, 0);
    let joined = |seat: &str| Signal { room: "a".into(), seat: seat.into(), what: Why::Joined };
    let told: Vec<_> = std::iter::from_fn(|| signals.try_recv().ok()).collect();
    assert!(told.contains(&joined("s0")) && told.contains(&joined("s1")), "{told:?}");
    assert!(told.iter().any(|signal| signal.what == Why::Speaking(true)));
    let figures = handle.figures().expect("figures");
    assert_eq!((figures.rooms.len(), figures.peers, figures.faults), (1, 2, 0));
}

#[test]
fn a_seat_is_woken_by_one_timer_however_long_it_sits() {
    let (handle, _signals) = unit(Config::default());
    let mut all = room(&handle, &[Manner::BOTH, Manner::BOTH, Manner::VOICE]);
    assert!(until(&mut all, LONG, |all| all[0].seen("s1", Kind::Camera).packets > 300), "{:?}", all[0].got);
    assert_eq!(handle.figures().expect("figures").timers, 3);
}

#[test]
fn who_speaks_is_not_cut_off_by_others_who_speak_as_well() {
    let (handle, _signals) = unit(Config::default());
    let few = Manner { places: (2, 0), ..Manner::VOICE };
    let mut all = room(&handle, &[few; 6]);
    let heard = |client: &Client| {
        let mut seats: Vec<String> = client.heard.places.iter().map(|place| place.seat.clone()).collect();
        seats.sort();
        seats
    };
    run(&mut all, Duration::from_secs(2));
    let at_first: Vec<_> = all.iter().map(heard).collect();
    for _ in 0..10 {
        run(&mut all, Duration::from_millis(200));
        assert_eq!(all.iter().map(heard).collect::<Vec<_>>(), at_first);
    }
    assert!(at_first.iter().all(|seats| seats.len() == 2), "{at_first:?}");
}

#[test]
fn where_udp_is_blocked_everything_goes_over_tcp() {
    let (handle, _signals) = unit(Config { udp: false, ..Config::default() });
    let over = Manner { tcp: true, ..Manner::BOTH };
    let mut both = room(&handle, &[over, over]);
    let flows =
        |all: &[Client]| all[0].seen("s1", Kind::Camera).packets > 100 && all[1].seen("s0", Kind::Mic).packets > 100;
    assert!(until(&mut both, LONG, flows), "{:?}", both[0].got);
    assert_eq!(handle.figures().expect("figures").connections, 2);
}

#[test]
fn a_screen_is_seen_and_a_seat_that_wants_voices_only_sees_nothing() {
    let (handle, _signals) = unit(Config::default());
    let shows = Manner { screen: true, ..Manner::BOTH };
    let mut all = room(&handle, &[shows, Manner::BOTH, Manner::BOTH]);
    all[2].ask(r#"{"video":false}"#);
    assert!(until(&mut all, LONG, |all| all[1].seen("s0", Kind::Screen).packets > 50));
    let deaf = |all: &[Client]| all[2].heard.places.iter().all(|place| place.kind == Kind::Mic);
    assert!(until(&mut all, LONG, |all| !all[2].heard.places.is_empty() && deaf(all)));
    run(&mut all, Duration::from_millis(300));
    let before = all[2].packets();
    let voices = all[2].seen("s0", Kind::Mic).packets + all[2].seen("s1", Kind::Mic).packets;
    run(&mut all, Duration::from_secs(1));
    let after = all[2].seen("s0", Kind::Mic).packets + all[2].seen("s1", Kind::Mic).packets;
    assert_eq!(all[2].packets() - before, after - voices, "only voices came: {:?}", all[2].got);
    assert!(after - voices > 60);
}

#[test]
fn a_narrow_line_gets_the_small_picture_and_the_large_one_when_it_widens() {
    let (handle, _signals) = unit(Config::default());
    let mut all = room(&handle, &[Manner::BOTH, Manner { mic: false, camera: false, ..Manner::BOTH }]);
    let large = |all: &[Client]| all[1].seen("s0", Kind::Camera).last_size == 1_000;
    assert!(until(&mut all, LONG, large), "a wide line gets the large one: {:?} {:?}", all[1].heard, all[1].got);
    all[1].narrow(Some(350));
    let small = |all: &[Client]| all[1].seen("s0", Kind::Camera).last_size == 500;
    assert!(until(&mut all, LONG, small), "{:?}", all[1].heard);
    all[1].narrow(None);
    assert!(until(&mut all, Duration::from_secs(40), large), "{:?}", all[1].heard);
}

#[test]
fn what_a_seat_may_not_send_is_not_forwarded() {
    let (handle, _signals) = unit(Config::default());
    let mut all = room(&handle, &[Manner::BOTH, Manner::BOTH]);
    assert!(until(&mut all, LONG, |all| all[0].seen("s1", Kind::Mic).packets > 20));
    handle.mute("a", "s1", Kind::Mic);
    assert!(until(&mut all, LONG, |all| all[1].heard.may.get("mic") == Some(&false)));
    run(&mut all, Duration::from_millis(400));
    let before = all[0].packets();
    all[1].send(Kind::Camera, false);
    run(&mut all, Duration::from_secs(2));
    assert!(all[0].heard.places.iter().all(|place| place.kind != Kind::Mic), "{:?}", all[0].heard.places);
    handle.allow("a", "s1", Kind::Mic);
    assert!(until(&mut all, LONG, |all| all[0].packets() > before + 50));
}

#[test]
fn a_camera_for_the_host_alone_reaches_no_guest_and_groups_are_apart() {
    let (handle, _signals) = unit(Config::default());
    let mut all: Vec<Client> = (0..4).map(|_| client(&handle, Manner::BOTH)).collect();
    let shy = Caps { seen_by_hosts: true, ..Caps::GUEST };
    for (n, (client, caps)) in all.iter_mut().zip([Caps::HOST, shy, Caps::GUEST, Caps::GUEST]).enumerate() {
        client.sit(&handle, "a", &format!("s{n}"), caps).expect("a seat");
    }
    assert!(until(&mut all, LONG, |all| all[0].seen("s1", Kind::Camera).packets > 20
        && all[2].seen("s3", Kind::Camera).packets > 20
        && all[2].seen("s1", Kind::Mic).packets > 20));
    let sees = |client: &Client, seat: &str, kind: Kind| {
        client.heard.places.iter().any(|place| place.seat == seat && place.kind == kind)
    };
    assert!(!sees(&all[2], "s1", Kind::Camera) && !sees(&all[3], "s1", Kind::Camera));
    handle.change("a", "s3", Caps { group: 2, ..Caps::GUEST });
    assert!(until(&mut all, LONG, |all| !sees(&all[2], "s3", Kind::Mic) && all[3].heard.places.is_empty()));
    handle.change("a", "s0", Caps { everywhere: true, ..Caps::HOST });
    assert!(until(&mut all, LONG, |all| sees(&all[3], "s0", Kind::Mic) && sees(&all[2], "s0", Kind::Mic)));
}

#[test]
fn a_seat_goes_on_from_another_address() {
    let (handle, _signals) = unit(Config::default());
    let mut all = room(&handle, &[Manner::BOTH, Manner::BOTH]);
    assert!(until(&mut all, LONG, |all| all[1].seen("s0", Kind::Mic).packets > 20));
    let offer = all[1].offer_again(server(&handle)).expect("another line");
    let answer = handle.restart("a", "s1", &offer).expect("an answer");
    assert!(all[1].answer(&answer));
    let (before, began) = (all[1].packets(), crate::clock::now());
    assert!(until(&mut all, LONG, |all| all[1].packets() > before + 50));
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
    let theirs = all[0].seen("s1", Kind::Mic).packets;
    assert!(until(&mut all, LONG, |all| all[0].seen("s1", Kind::Mic).packets > theirs + 50));
}

#[test]
fn a_seat_taken_again_is_the_same_seat() {
    let (handle, mut signals) = unit(Config::default());
    let mut all = room(&handle, &[Manner::BOTH, Manner::BOTH]);
    let mut again = client(&handle, Manner::BOTH);
    again.sit(&handle, "a", "s1", Caps::GUEST).expect("the same seat");
    all[1] = again;
    assert!(until(&mut all, LONG, |all| all[1].seen("s0", Kind::Mic).packets > 20
        && all[0].seen("s1", Kind::Mic).packets > 20));
    assert_eq!(handle.figures().expect("figures").peers, 2);
    let told: Vec<_> = std::iter::from_fn(|| signals.try_recv().ok()).collect();
    assert!(told.iter().all(|signal| signal.what != Why::Left), "{told:?}");
}

#[test]
fn what_is_too_much_is_refused_in_so_many_words() {
    let limits = Limits { rooms: 1, seats: 1, ..Limits::default() };
    let (handle, _signals) = unit(Config { limits, ..Config::default() });
    client(&handle, Manner::VOICE).sit(&handle, "a", "s0", Caps::HOST).expect("a seat");
    let offer = client(&handle, Manner::VOICE).offer();
    assert_eq!(handle.join("a", "s1", &offer, Caps::GUEST), Err(Refusal::RoomFull));
    assert_eq!(handle.join("b", "s0", &offer, Caps::GUEST), Err(Refusal::TooManyRooms));
    assert_eq!(handle.join("a", "s0", "v=0", Caps::GUEST), Err(Refusal::BadOffer));
    assert_eq!(handle.restart("a", "s9", &offer), Err(Refusal::Absent));
    handle.close("a");
    assert_eq!(handle.figures().expect("figures").rooms, []);
}

#[test]
fn closing_the_room_ends_it_for_all() {
    let (handle, _signals) = unit(Config::default());
    let mut all = room(&handle, &[Manner::VOICE, Manner::VOICE, Manner::VOICE]);
    handle.close("a");
    assert!(until(&mut all, LONG, |all| all.iter().all(|client| client.closed)));
    let figures = handle.figures().expect("figures");
    assert_eq!((figures.peers, figures.addresses, figures.rooms.len()), (0, 0, 0));
}

#[test]
fn a_fault_in_one_seat_ends_that_seat_alone() {
    let (handle, mut signals) = unit(Config::default());
    let mut all = room(&handle, &[Manner::BOTH, Manner::BOTH, Manner::BOTH]);
    assert!(until(&mut all, LONG, |all| all[0].seen("s1", Kind::Mic).packets > 20));
    handle.fault("a", "s2");
    let figures = handle.figures().expect("figures");
    assert_eq!((figures.faults, figures.peers), (1, 2));
    let before = all[0].seen("s1", Kind::Mic).packets;
    assert!(until(&mut all, LONG, |all| all[0].seen("s1", Kind::Mic).packets > before + 50), "the others go on");
    let lost = Signal { room: "a".into(), seat: "s2".into(), what: Why::Lost };
    assert!(std::iter::from_fn(|| signals.try_recv().ok()).any(|signal| signal == lost));
}

#[test]
fn a_unit_that_stops_tells_everybody_and_seats_nobody_more() {
    let (handle, mut signals) = unit(Config::default());
    let mut all = room(&handle, &[Manner::VOICE, Manner::VOICE]);
    assert!(until(&mut all, LONG, |all| all.iter().all(|one| one.packets() > 10)));
    let mut seated = handle.seated().expect("an answer");
    seated.sort();
    assert_eq!(seated, [("a".into(), "s0".into()), ("a".into(), "s1".into())]);
    handle.part();
    let mut late = client(&handle, Manner::VOICE);
    assert_eq!(handle.join("a", "s2", &late.offer(), Caps::GUEST), Err(Refusal::Parting));
    assert!(until(&mut all, LONG, |all| all.iter().all(|one| one.heard.parting && one.closed)), "told, then ended");
    assert!(handle.seated().expect("an answer").is_empty());
    let told: Vec<_> = std::iter::from_fn(|| signals.try_recv().ok()).collect();
    assert_eq!(told.iter().filter(|signal| signal.what == Why::Left).count(), 2, "{told:?}");
}

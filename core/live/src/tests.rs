//! The bell rings once for many pulls, and forgets who has left.
use crate::Bus;
use std::time::Duration;

#[tokio::test]
async fn many_rings_wake_once() {
    let bus = Bus::default();
    let mut ear = bus.listen(vec!["desk/1".into(), "ticket/2".into()]);
    bus.ring("desk/1");
    bus.ring("ticket/2");
    bus.ring("desk/9");
    ear.rung().await;
    let again = tokio::time::timeout(Duration::from_millis(20), ear.rung()).await;
    assert!(again.is_err(), "two rings before one wakes are one");
}

#[tokio::test]
async fn everyone_looks_again_when_something_may_have_been_missed() {
    let bus = Bus::default();
    let mut ears = [bus.listen(vec!["desk/1".into()]), bus.listen(vec!["ticket/2".into()])];
    bus.ring(crate::EVERY_TOPIC);
    for ear in &mut ears {
        ear.rung().await;
    }
}

#[tokio::test]
async fn who_leaves_is_forgotten() {
    let bus = Bus::default();
    for n in 0..10_000 {
        drop(bus.listen(vec![format!("desk/{}", n % 7)]));
    }
    assert_eq!(bus.watchers(), 0);
    assert!(bus.0.lock().is_ok_and(|bells| bells.is_empty()), "no topic is left behind");
}

use crate::{
    bandwidth::{Wish, allot},
    framing,
    rewrite::Rewrite,
};
use bytes::BytesMut;
use proptest::prelude::*;
use std::time::Duration;

fn wish(costs: &[u64], now: Option<usize>) -> Wish {
    Wish { costs: costs.to_vec(), now }
}

#[test]
fn a_wide_line_carries_the_best_of_all() {
    let wishes = [wish(&[150, 500], None), wish(&[150, 500], None)];
    assert_eq!(allot(2_000, &wishes), [Some(1), Some(1)]);
}

#[test]
fn a_narrow_line_carries_a_face_for_each_before_a_better_one() {
    let wishes = [wish(&[150, 500], None), wish(&[150, 500], None), wish(&[150, 500], None)];
    assert_eq!(allot(600, &wishes), [Some(0), Some(0), Some(0)]);
    assert_eq!(allot(950, &wishes), [Some(1), Some(0), Some(0)]);
    assert_eq!(allot(200, &wishes), [Some(0), None, None]);
    assert_eq!(allot(0, &wishes), [None, None, None]);
}

#[test]
fn what_is_had_is_kept_at_the_edge_and_what_is_not_is_not_begun() {
    assert_eq!(allot(510, &[wish(&[150, 500], Some(1))]), [Some(1)]);
    assert_eq!(allot(510, &[wish(&[150, 500], Some(0))]), [Some(0)]);
}

#[test]
fn a_size_that_does_not_come_is_not_chosen() {
    assert_eq!(
        allot(9_000, &[wish(&[0, 500], None), wish(&[150, 0], None), wish(&[], None)]),
        [Some(1), Some(0), None]
    );
}

proptest! {
    #[test]
    fn what_is_chosen_fits_in_the_line(
        budget in 0_u64..5_000,
        wishes in prop::collection::vec(prop::collection::vec(0_u64..1_500, 0..4), 0..8),
    ) {
        let wishes: Vec<_> = wishes.iter().map(|costs| wish(costs, None)).collect();
        let chosen = allot(budget, &wishes);
        let cost: u64 = wishes.iter().zip(&chosen).filter_map(|(wish, layer)| layer.map(|layer| wish.costs[layer])).sum();
        prop_assert!(cost <= budget);
    }

    #[test]
    fn packets_come_out_of_a_stream_as_they_went_in(
        packets in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..1_400), 0..12),
        cut in 1_usize..50,
    ) {
        let mut stream = BytesMut::new();
        for packet in &packets {
            framing::put(&mut stream, packet);
        }
        let (mut arrived, mut got) = (BytesMut::new(), vec![]);
        for bytes in stream.chunks(cut) {
            arrived.extend_from_slice(bytes);
            while let Ok(Some(packet)) = framing::take(&mut arrived) {
                got.push(packet.to_vec());
            }
        }
        prop_assert_eq!(got, packets);
        prop_assert!(arrived.is_empty());
    }

    #[test]
    fn no_bytes_break_the_framing(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let mut arrived = BytesMut::from(&bytes[..]);
        while let Ok(Some(_)) = framing::take(&mut arrived) {}
    }

    #[test]
    fn numbers_go_on_whatever_the_sources(sources in prop::collection::vec((0_u64..1 << 20, any::<u32>(), 1_u64..40), 1..12)) {
        let (mut rewrite, mut now, mut last) = (Rewrite::default(), crate::clock::now(), None::<(u64, u32)>);
        for (number, time, packets) in sources {
            rewrite.begin(number, time, None, 90_000, now);
            for n in 0..packets {
                now += Duration::from_millis(10);
                let time = time.wrapping_add(u32::try_from(n).unwrap_or(0) * 900);
                let place = rewrite.place(number + n, time, None, now).expect("a place");
                if let Some((before, then)) = last {
                    prop_assert_eq!(place.number, before + 1);
                    let forward = place.time.wrapping_sub(then);
                    prop_assert!(forward > 0 && forward < 90_000);
                } else {
                    prop_assert!(place.number < 65_536);
                }
                last = Some((place.number, place.time));
            }
            if number > 0 {
                prop_assert_eq!(rewrite.place(number - 1, time, None, now), None);
            }
        }
    }
}

#[test]
fn what_is_said_to_the_relay_is_what_coturn_reckons() {
    let relay = crate::Relay { urls: vec!["turn:t.example.org".into()], secret: "north".into() };
    let (handle, _signals) = super::unit(crate::Config { relay: Some(relay), ..crate::Config::default() });
    let pass = handle.relay("1764088800:seat").expect("a relay");
    assert_eq!((pass.name.as_str(), pass.word.as_str()), ("1764088800:seat", "uDiIYyV2EgfXUvR+PNNvl4aeCKc="));
}

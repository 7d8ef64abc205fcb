//! A complete feed and its delta say the same as the complete feed of the new state, whatever changed.
use super::{read, request};
use crate::{Feed, Kind, Roll};
use proptest::{collection::btree_set, prelude::*, sample::subsequence};
use std::collections::{BTreeMap, BTreeSet};

/// Category, id, and what it says.
type Population = BTreeMap<(&'static str, String), BTreeMap<&'static str, Vec<String>>>;

/// Some of these, in their order; an empty value where there is none.
fn some(of: &'static [&'static str]) -> impl Strategy<Value = Vec<String>> {
    subsequence(of, 0..=of.len()).prop_map(|some| {
        let some: Vec<String> = some.into_iter().map(str::to_owned).collect();
        if some.is_empty() { vec![String::new()] } else { some }
    })
}

fn one(of: &'static [&'static str]) -> impl Strategy<Value = Vec<String>> {
    proptest::sample::select(of).prop_map(|one| vec![one.to_owned()])
}

type Attributes = BTreeMap<&'static str, Vec<String>>;

fn record(fields: Vec<(&'static str, BoxedStrategy<Vec<String>>)>) -> BoxedStrategy<Attributes> {
    let (names, values): (Vec<_>, Vec<_>) = fields.into_iter().unzip();
    values.prop_map(move |values| names.iter().copied().zip(values).collect()).boxed()
}

const NAMES: &[&str] = &["Essaidi", "L’Hôte & fils", "Œuvrard"];

fn category(name: &'static str) -> BoxedStrategy<Attributes> {
    record(match name {
        "Eleve" => vec![
            ("sn", one(NAMES).boxed()),
            ("ENTPersonNomPatro", some(&["Fauvel"]).boxed()),
            ("ENTPersonStructRattach", some(&["1", "2", "4"]).boxed()),
            ("ENTEleveClasses", some(&["1$6A", "1$6B", "2$6A", "3$5A"]).boxed()),
            ("ENTEleveGroupes", some(&["1$G", "3$H"]).boxed()),
            ("ENTElevePersRelEleve", some(&["1$10$1$1$1$0", "2$20$0$0$1$0", "3$1$1$1$1$0", "3$41$1$0$1$0"]).boxed()),
            ("ENTEleveAutoriteParentale", some(&["1", "2", "3"]).boxed()),
            ("ENTEleveMEF", some(&["1"]).boxed()),
        ],
        "PersRelEleve" => {
            vec![("sn", one(NAMES).boxed()), ("mobile", some(&["06 39 98 00 01", "06 39 98 00 02"]).boxed())]
        }
        "PersEducNat" => vec![
            ("sn", one(NAMES).boxed()),
            ("ENTPersonFonctions", some(&["1$ENS$E$L1$M", "2$DIR$D$D1$C", "4$DOC$D$L2$D"]).boxed()),
            ("ENTAuxEnsClassesMatieres", some(&["1$6A$1", "2$6A$2", "3$5A$1"]).boxed()),
            ("ENTAuxEnsGroupes", some(&["1$G"]).boxed()),
        ],
        "EtabEducNat" => vec![
            ("ENTStructureNomCourant", one(NAMES).boxed()),
            ("ENTStructureClasses", some(&["6A$x$1", "6B$y$2", "5A$z$1$2"]).boxed()),
        ],
        _ => vec![(if name == "MefEducNat" { "ENTLibelleMef" } else { "ENTLibelleMatiere" }, one(NAMES).boxed())],
    })
}

fn population() -> impl Strategy<Value = Population> {
    let of = |name: &'static str, most: u8| {
        btree_set(1..=most, 0..=usize::from(most)).prop_flat_map(move |ids| {
            let records: Vec<_> = ids.into_iter().map(|id| (Just((name, id.to_string())), category(name))).collect();
            records.prop_map(|records| records.into_iter().collect::<Population>())
        })
    };
    let all = (
        of("Eleve", 8),
        of("PersRelEleve", 3),
        of("PersEducNat", 4),
        of("EtabEducNat", 3),
        of("MefEducNat", 2),
        of("MatEducNat", 2),
    );
    all.prop_map(|(a, b, c, d, e, f)| [a, b, c, d, e, f].into_iter().flatten().collect())
}

fn values(values: &[String]) -> String {
    let one = |value: &String| format!("<value>{}</value>", value.replace('&', "&amp;"));
    values.iter().map(one).collect::<Vec<_>>().concat()
}

fn add(who: &(&'static str, String), attributes: &Attributes) -> String {
    let one = |(name, all): (&&str, &Vec<String>)| format!("<attr name='{name}'>{}</attr>", values(all));
    let attributes = attributes.iter().map(one).collect::<Vec<_>>().concat();
    request("addRequest", who.0, &who.1, &format!("<attributes>{attributes}</attributes>"))
}

/// What changes, by an operation that fits: values added at the end or taken away are said so, when `terse`.
fn modify(who: &(&'static str, String), before: &Attributes, after: &Attributes, terse: bool) -> String {
    let mut content = String::new();
    for (name, now) in after {
        let was = &before[name];
        let added = now.strip_prefix(was.as_slice()).filter(|_| terse && !was.concat().is_empty());
        let gone: Vec<String> = was.iter().filter(|value| !now.contains(value)).cloned().collect();
        let left: Vec<String> = was.iter().filter(|value| now.contains(value)).cloned().collect();
        let (operation, said) = match (was == now, added) {
            (true, _) => continue,
            (_, Some(added)) => ("add", added.to_vec()),
            (_, None) if terse && left == *now => ("delete", gone),
            _ => ("replace", now.clone()),
        };
        let said = values(&said);
        content.extend([format!("<modification name='{name}' operation='{operation}'>{said}</modification>")]);
    }
    request("modifyRequest", who.0, &who.1, &format!("<modifications>{content}</modifications>"))
}

fn delta(before: &Population, after: &Population, terse: bool, whole: bool) -> String {
    let gone =
        before.keys().filter(|who| !after.contains_key(*who)).map(|who| request("deleteRequest", who.0, &who.1, ""));
    let there = after.iter().filter_map(|(who, now)| match before.get(who) {
        Some(was) if was == now => None,
        Some(was) if !whole => Some(modify(who, was, now, terse)),
        _ => Some(add(who, now)),
    });
    gone.chain(there).collect()
}

fn apply(feed: &mut Feed, requests: &str) {
    let file = format!("<ficAlimMENESR>{requests}</ficAlimMENESR>");
    let delivery = read(feed, ("x.xml", file.as_bytes())).unwrap();
    assert_eq!(delivery.files[0].absent, []);
}

fn complete(population: &Population) -> Feed {
    let mut feed = Feed::default();
    apply(&mut feed, &population.iter().map(|(who, attributes)| add(who, attributes)).collect::<String>());
    feed
}

fn rolls(feed: &Feed) -> BTreeMap<String, Roll> {
    feed.index().rolls().map(|roll| (roll.school.id.clone(), roll)).collect()
}

proptest! {
    #[test]
    fn a_complete_feed_and_a_delta_make_the_complete_feed_of_the_new_state(
        before in population(), after in population(), terse in any::<bool>(), whole in any::<bool>(),
    ) {
        let (old, new) = (complete(&before), complete(&after));
        let mut followed = old.clone();
        followed.watch();
        apply(&mut followed, &delta(&before, &after, terse, whole));
        prop_assert_eq!(rolls(&followed), rolls(&new));
        let (one, other) = (followed.index(), new.index());
        prop_assert_eq!(one.astray(), other.astray());
        for kind in Kind::ALL {
            prop_assert!(followed.ids(kind).eq(new.ids(kind)));
        }

        let (was, is) = (rolls(&old), rolls(&new));
        let differ: BTreeSet<String> =
            was.keys().chain(is.keys()).filter(|school| was.get(*school) != is.get(*school)).cloned().collect();
        let (touched, since) = (followed.take_touched(), new.touched_since(&old));
        prop_assert!(differ.is_subset(&touched), "{:?} in {:?}", differ, touched);
        prop_assert!(differ.is_subset(&since), "{:?} in {:?}", differ, since);
        prop_assert_eq!(followed.touched_since(&new), BTreeSet::new());
    }
}

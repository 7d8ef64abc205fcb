//! What is refused, on which line, and why.
use super::{LIMITS, PUPILS, read};
use crate::{Feed, Limits, Reason};
use std::io::Cursor;

fn refusal(file: &[u8]) -> (u64, &'static str) {
    let fault = read(&mut Feed::default(), ("x.xml", file)).unwrap_err();
    assert!(!fault.to_string().is_empty() && Reason::KEYS.contains(&fault.reason.key()));
    (fault.line, fault.reason.key())
}

const START: &str = "<?xml version=\"1.0\"?>\n<ficAlimMENESR>\n<addRequest>\n";
const WHO: &str = "<operationalAttributes><attr name=\"c\"><value>Eleve</value></attr></operationalAttributes>\n\
                   <identifier><id>1</id></identifier>\n";
const END: &str = "</addRequest>\n</ficAlimMENESR>\n";

/// A file with this among the attributes of a pupil, on line 6.
fn with(attributes: &str) -> Vec<u8> {
    format!("{START}{WHO}<attributes>{attributes}</attributes>\n{END}").into_bytes()
}

#[test]
fn a_document_type_of_its_own_is_refused_and_one_elsewhere_is_never_opened() {
    let with =
        |doctype: &str| format!("<?xml version=\"1.0\"?>\n{doctype}\n<ficAlimMENESR></ficAlimMENESR>").into_bytes();
    assert!(read(&mut Feed::default(), ("x.xml", &with("<!DOCTYPE x SYSTEM 'file:///etc/passwd'>"))).is_ok());
    assert_eq!(refusal(&with("<!DOCTYPE x [<!ENTITY a 'b'>]>")), (2, "internal-dtd"));
    assert_eq!(refusal(&with("<!DOCTYPE x SYSTEM 'ficAlimMENESR.dtd' []>")), (2, "internal-dtd"));
}

#[test]
fn a_cut_file_is_refused_wherever_it_is_cut() {
    let text = String::from_utf8(PUPILS.1.to_vec()).unwrap().replace("Maël", "Ma&euml;l &#233; <![CDATA[é]]>");
    let (first, _) = text.split_once("</addRequest>").unwrap();
    let whole = format!("{first}</addRequest>\n</ficAlimMENESR>");
    for cut in (0..whole.len()).filter(|cut| whole.is_char_boundary(*cut)) {
        let (line, key) = refusal(&whole.as_bytes()[..cut]);
        assert_eq!((line, key), (1 + whole[..cut].matches('\n').count() as u64, "cut"), "at {cut}");
    }
    assert!(read(&mut Feed::default(), ("x.xml", whole.as_bytes())).is_ok());
}

#[test]
fn each_refusal_has_its_line_and_reason() {
    let values = |many: usize| "<value>x</value>".repeat(many);
    let table: [(Vec<u8>, (u64, &str)); 27] = [
        (b"".to_vec(), (1, "cut")),
        (b"sourcedId,status\n1,2\n".to_vec(), (3, "other-document")),
        (b"<BEE_ELEVES VERSION='3.0'/>".to_vec(), (1, "other-document")),
        (b"<value/>".to_vec(), (1, "other-document")),
        (b"<?xml version='1.0' encoding='UTF-7'?><ficAlimMENESR/>".to_vec(), (1, "encoding")),
        (b"\xFF\xFE<\0f\0".to_vec(), (1, "encoding")),
        ([with("").as_slice(), b"<x/>"].concat(), (9, "unexpected")),
        ([with("").as_slice(), b"more"].concat(), (9, "unexpected")),
        (with("<attr name='sn'><value>&lol9;</value></attr>"), (6, "entity")),
        (with("<attr name='sn'><value>&#0;</value></attr>"), (6, "entity")),
        (with("<attr name='sn'><value>&#x1F;</value></attr>"), (6, "not-text")),
        (with("<attr name='sn'><value>&amp</value></attr>"), (6, "xml")),
        (with("<attr name='sn'><value>a</attr></value>"), (6, "xml")),
        (with("<!element>"), (6, "xml")),
        (with("<attr name='sn' name='sn'><value>a</value></attr>"), (6, "xml")),
        (with("<attr><value>a</value></attr>"), (6, "no-name")),
        (with("<attr name='sn'>\n\n<b/></attr>"), (8, "unexpected")),
        (with("<attr name='sn'>loose</attr>"), (6, "unexpected")),
        (with("<modification name='sn' operation='increment'/>"), (6, "operation")),
        (with(&"<attr name='a'><value/></attr>\n".repeat(201)), (206, "too-many")),
        (with(&format!("<attr name='a'>{}</attr>", values(10_001))), (6, "too-many")),
        (with(&format!("<attr name='a'><value>{}</value></attr>", "x".repeat(9_000))), (6, "too-long")),
        (with(&format!("<attr name='{}'/>", "x".repeat(65))), (6, "too-long")),
        (with(&format!("<!--{}-->", "x".repeat(90_000))), (6, "too-long")),
        (format!("{START}{}{END}", WHO.replace("Eleve", "")).into_bytes(), (6, "no-category")),
        (format!("{START}{}{END}", WHO.replace(">1<", "> <")).into_bytes(), (6, "no-id")),
        (format!("{START}{}{END}", WHO.replace(">1<", &format!(">{}<", "1".repeat(65)))).into_bytes(), (5, "too-long")),
    ];
    for (file, refused) in table {
        assert_eq!(refusal(&file), refused, "{}", String::from_utf8_lossy(&file).chars().take(300).collect::<String>());
    }
}

#[test]
fn bytes_that_are_no_text_are_refused_on_their_line() {
    let latin = with("\n<attr name='sn'><value>@</value></attr>");
    let latin: Vec<u8> = latin.into_iter().map(|byte| if byte == b'@' { 0xE9 } else { byte }).collect();
    assert_eq!(refusal(&latin), (7, "not-text"));
    let sound = [b"<?xml version='1.0' encoding='latin1'?>".as_slice(), &latin[22..]].concat();
    assert!(read(&mut Feed::default(), ("x.xml", &sound)).is_ok());
}

#[test]
fn a_file_larger_than_allowed_is_refused() {
    let limits = Limits { file: 1_000, ..LIMITS };
    let fault = Feed::default().read("x.xml", Cursor::new(PUPILS.1), &limits).unwrap_err();
    assert_eq!(fault.reason, Reason::TooLarge);
    let just = Limits { file: PUPILS.1.len() as u64, ..LIMITS };
    assert!(Feed::default().read("x.xml", Cursor::new(PUPILS.1), &just).is_ok());
}

//! Sealed assertions and names.
use super::portal::{
    ASKED, By, KEYS, NOW, OUR_KEY, PROVIDER, SERVICE, assertion, check, expectation, good, plain, response, signed,
};
use crate::{Expectation, Refusal};
use aws_lc_rs::{
    aead::{AES_128_GCM, AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey},
    rsa::{OAEP_SHA1_MGF1SHA1, OAEP_SHA256_MGF1SHA256, OaepPublicEncryptingKey, PrivateDecryptingKey},
};
use data_encoding::BASE64;

const AES_128: &str = "http://www.w3.org/2009/xmlenc11#aes128-gcm";
const AES_256: &str = "http://www.w3.org/2009/xmlenc11#aes256-gcm";
const SHA1: &str = r#"<xenc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p">
<ds:DigestMethod Algorithm="http://www.w3.org/2000/09/xmldsig#sha1"/></xenc:EncryptionMethod>"#;
const SHA256: &str = r#"<xenc:EncryptionMethod Algorithm="http://www.w3.org/2009/xmlenc11#rsa-oaep"><ds:DigestMethod
 Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><xenc11:MGF xmlns:xenc11="http://www.w3.org/2009/xmlenc11#"
 Algorithm="http://www.w3.org/2009/xmlenc11#mgf1sha256"/></xenc:EncryptionMethod>"#;

/// Seals a piece of XML for us, within an element of this name.
fn sealed(name: &str, piece: &str, algorithm: &str, wrapping: &str) -> String {
    let secret: Vec<u8> = (0..if algorithm == AES_128 { 16 } else { 32 }).collect();
    let aes = if algorithm == AES_128 { &AES_128_GCM } else { &AES_256_GCM };
    let mut content = piece.as_bytes().to_vec();
    let key = LessSafeKey::new(UnboundKey::new(aes, &secret).unwrap());
    key.seal_in_place_append_tag(Nonce::assume_unique_for_key([7; 12]), Aad::empty(), &mut content).unwrap();
    let content = BASE64.encode(&[&[7; 12][..], &content].concat());
    let ours = PrivateDecryptingKey::from_pkcs8(OUR_KEY).unwrap().public_key();
    let oaep = if wrapping == SHA256 { &OAEP_SHA256_MGF1SHA256 } else { &OAEP_SHA1_MGF1SHA1 };
    let mut room = vec![0; 256];
    let wrapped = OaepPublicEncryptingKey::new(ours).unwrap();
    let wrapped = BASE64.encode(wrapped.encrypt(oaep, &secret, &mut room, None).unwrap());
    format!(
        r#"<saml:{name} xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"
 xmlns:xenc="http://www.w3.org/2001/04/xmlenc#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
<xenc:EncryptedData><xenc:EncryptionMethod Algorithm="{algorithm}"/>
<ds:KeyInfo><xenc:EncryptedKey>{wrapping}<xenc:CipherData><xenc:CipherValue>{wrapped}</xenc:CipherValue>
</xenc:CipherData></xenc:EncryptedKey></ds:KeyInfo><xenc:CipherData><xenc:CipherValue>{content}</xenc:CipherValue>
</xenc:CipherData></xenc:EncryptedData></saml:{name}>"#
    )
}

fn sealed_answer(piece: &str, algorithm: &str, wrapping: &str) -> String {
    response(&sealed("EncryptedAssertion", piece, algorithm, wrapping))
}

#[test]
fn a_sealed_assertion_is_opened() {
    let inside = signed(&assertion(), "_assertion-1", By::Rsa256);
    for algorithm in [AES_128, AES_256] {
        for wrapping in [SHA1, SHA256] {
            let answer = sealed_answer(&inside, algorithm, wrapping);
            assert_eq!(check(&answer), check(&good()));
            assert_eq!(check(&signed(&answer, "_response-1", By::P256)), check(&good()));
        }
    }
    // The signature of the whole is over what is sealed.
    let whole = signed(&sealed_answer(&assertion(), AES_256, SHA1), "_response-1", By::P256);
    assert_eq!(check(&whole), check(&good()));
}

#[test]
fn a_sealed_piece_may_use_the_namespaces_of_its_place() {
    let inside = signed(&assertion(), "_assertion-1", By::Rsa256);
    let bare = inside.replace(" xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\"", "");
    assert_eq!(check(&sealed_answer(&bare, AES_128, SHA1)), check(&good()));
}

#[test]
fn the_key_may_stand_beside_what_it_opens() {
    let answer = sealed_answer(&signed(&assertion(), "_assertion-1", By::Rsa256), AES_128, SHA1);
    let (before, rest) = answer.split_once("<ds:KeyInfo><xenc:EncryptedKey>").unwrap();
    let (key, after) = rest.split_once("</xenc:EncryptedKey></ds:KeyInfo>").unwrap();
    let beside = format!("</xenc:EncryptedData><xenc:EncryptedKey>{key}</xenc:EncryptedKey>");
    let answer = format!("{before}{}", after.replace("</xenc:EncryptedData>", &beside));
    assert_eq!(check(&answer), check(&good()));
}

#[test]
fn what_is_sealed_must_be_signed() {
    assert_eq!(check(&sealed_answer(&assertion(), AES_128, SHA1)), Err(Refusal::Unsigned));
    let stranger = signed(&assertion(), "_assertion-1", By::Stranger);
    assert_eq!(check(&sealed_answer(&stranger, AES_128, SHA1)), Err(Refusal::Forged));
}

#[test]
fn cbc_and_old_wrappings_are_refused() {
    let cbc = sealed_answer(&assertion(), "http://www.w3.org/2001/04/xmlenc#aes128-cbc", SHA1);
    assert_eq!(check(&cbc), Err(Refusal::Cbc));
    assert_eq!(check(&cbc.replace("aes128-cbc", "tripledes-cbc")), Err(Refusal::Cbc));
    let old = sealed_answer(&assertion(), AES_128, &SHA1.replace("rsa-oaep-mgf1p", "rsa-1_5"));
    assert!(matches!(check(&old), Err(Refusal::Algorithm(name)) if name.contains("rsa-1_5")));
}

#[test]
fn what_was_sealed_for_another_or_altered_is_refused() {
    let answer = sealed_answer(&signed(&assertion(), "_assertion-1", By::Rsa256), AES_128, SHA1);
    let without = Expectation { provider: &PROVIDER, service: &SERVICE, keys: &[], now: NOW };
    assert_eq!(without.response(&answer, ASKED), Err(Refusal::Sealed));
    let (before, after) = answer.rsplit_once("<xenc:CipherValue>").unwrap();
    // The first sign of the nonce.
    let altered = format!("{before}<xenc:CipherValue>C{}", &after[1..]);
    assert_eq!(check(&altered), Err(Refusal::Sealed));
    let (_, end) = after.split_once("</xenc:CipherValue>").unwrap();
    let short = format!("{before}<xenc:CipherValue>AAAA</xenc:CipherValue>{end}");
    assert_eq!(check(&short), Err(Refusal::Sealed));
}

#[test]
fn a_sealed_piece_holds_one_assertion_and_does_not_leave_its_place() {
    let one = signed(&assertion(), "_assertion-1", By::Rsa256);
    let evil = one.replace("_assertion-1", "_evil-1");
    let several = Err(Refusal::SeveralAssertions);
    assert_eq!(check(&sealed_answer(&format!("{one}{evil}"), AES_128, SHA1)), several);
    assert_eq!(check(&sealed_answer(&format!("<x>{one}</x>"), AES_128, SHA1)), several);
    let more = format!("{}</samlp:Response>", sealed("EncryptedAssertion", &one, AES_128, SHA1));
    assert_eq!(check(&plain().replace("</samlp:Response>", &more)), several);
    for piece in ["", "<x/>", "text", &sealed("EncryptedAssertion", &one, AES_128, SHA1)] {
        assert_eq!(check(&sealed_answer(piece, AES_128, SHA1)), Err(Refusal::NoAssertion), "{piece:.20}");
    }
    let escape = sealed_answer(&format!("</opened><opened>{one}"), AES_128, SHA1);
    assert!(matches!(check(&escape), Err(Refusal::NotXml(_))));
    let doctype = sealed_answer("<!DOCTYPE a>", AES_128, SHA1);
    assert!(matches!(check(&doctype), Err(Refusal::NotXml(_))));
}

#[test]
fn a_sealed_name_is_opened_and_a_sealed_attribute_refused() {
    let whole = assertion();
    let (before, rest) = whole.split_once("<saml:NameID").unwrap();
    let (name, after) = rest.split_once("</saml:NameID>").unwrap();
    let name = format!("<saml:NameID{name}</saml:NameID>");
    let inside = format!("{before}{}{after}", sealed("EncryptedID", &name, AES_256, SHA1));
    let read = expectation(NOW).response(&response(&signed(&inside, "_assertion-1", By::Rsa256)), ASKED);
    assert_eq!(read, check(&good()));
    let both = format!("{before}{name}{}{after}", sealed("EncryptedID", &name, AES_256, SHA1));
    assert_eq!(check(&response(&signed(&both, "_assertion-1", By::Rsa256))), Err(Refusal::Twice("NameID")));
    let attribute = whole.replace("</saml:AttributeStatement>", "<saml:EncryptedAttribute/></saml:AttributeStatement>");
    assert_eq!(check(&response(&signed(&attribute, "_assertion-1", By::Rsa256))), Err(Refusal::SealedAttribute));
    assert_eq!(KEYS.len(), 1);
}

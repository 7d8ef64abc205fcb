//! The key of this house at a portal of SAML or a platform of LTI, with the certificate that says which it is.
use super::{Portal, Refused};
use crate::store;
use aws_lc_rs::{
    encoding::{AsDer, Pkcs8V1Der},
    rsa::{KeyPair, KeySize},
};
use data_encoding::BASE64;
use rcgen::{CertificateParams, DnType, PKCS_RSA_SHA256, date_time_ymd};
use std::sync::Arc;
use web::{House, Secret};

/// A key and its certificate, in DER.
pub struct Pair {
    key: Vec<u8>,
    /// What the portal is given.
    pub certificate: Vec<u8>,
}

impl Pair {
    /// The one made for a portal; it is kept sealed, in the place of a secret.
    pub fn of(portal: &Portal, secret: &Secret) -> Option<Self> {
        let shared = portal.shared(secret)?;
        let (key, certificate) = shared.split_once('.')?;
        let bytes = |text: &str| BASE64.decode(text.as_bytes()).ok();
        Some(Self { key: bytes(key)?, certificate: bytes(certificate)? })
    }

    /// The key, ready to sign and to open.
    pub fn key(&self) -> Option<saml::PrivateKey> {
        saml::PrivateKey::from_pkcs8(&self.key).ok()
    }

    /// The same key, as it signs tokens.
    pub fn signing(&self) -> Option<oidc::SigningKey> {
        oidc::SigningKey::read(&self.key).ok()
    }

    fn new(name: &str) -> Option<Self> {
        let key = KeyPair::generate(KeySize::Rsa2048).ok()?;
        let der: Pkcs8V1Der<'static> = key.as_der().ok()?;
        let der = der.as_ref().to_vec();
        let signing = rcgen::KeyPair::from_pkcs8_der_and_sign_algo(&der.clone().into(), &PKCS_RSA_SHA256).ok()?;
        let mut params = CertificateParams::default();
        params.distinguished_name.push(DnType::CommonName, name);
        // Portals compare the key and not the date; it is made anew by who keeps the portal.
        (params.not_before, params.not_after) = (date_time_ymd(2020, 1, 1), date_time_ymd(2049, 12, 31));
        let certificate = params.self_signed(&signing).ok()?.der().to_vec();
        Some(Self { key: der, certificate })
    }
}

/// Makes one where there is none yet: long, and outside of any transaction.
pub async fn made(house: &Arc<House>, portal: &Portal) -> Result<(), Refused> {
    if Pair::of(portal, &house.secret).is_some() {
        return Ok(());
    }
    let name = portal.address(house, "metadonnees");
    let pair = web::aside(move || Pair::new(&name)).await.ok().flatten().ok_or(Refused::Setup)?;
    let both = format!("{}.{}", BASE64.encode(&pair.key), BASE64.encode(&pair.certificate));
    let fresh = portal.clone().sharing(&both, &house.secret, &*house.chance);
    let kept = house.db.write(move |tx| store::portal::set_sealed(tx, &fresh)).await;
    kept.map_err(|_: db::Error| Refused::Setup)
}

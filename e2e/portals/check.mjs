// Walks through every portal with nothing but fetch, as a browser and a house would, and prints what came.
//
//   node check.mjs [cas] [oidc] [oidc-older] [saml] [saml-both] [saml-sealed] [lti]
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash, createSign, randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from "jose";
import { start } from "./start.mjs";
import { Browser, House } from "./visitor.mjs";

const zoe = { given_name: "Zoé", family_name: "Dùpônt & <fils>", profil: ["National_1", "National_2"] };
const max = { given_name: "Max", family_name: "Öz", profil: ["National_3"] };
const people = { zoe, max };
const house = new House();
const at = (url, query) => `${url}?${new URLSearchParams(query)}`;

function show(title, value) {
  const text = typeof value === "string" ? value.trim() : JSON.stringify(value, null, 2);
  console.log(`\n### ${title}\n\n~~~\n${text}\n~~~`);
}

/** Starts a portal, says how long that took and what it weighs, and stops it after the work. */
async function during(program, options, work) {
  const begun = performance.now();
  const portal = await start(program, options);
  console.log(`\n## ${program}, ready in ${Math.round(performance.now() - begun)} ms`);
  try {
    await work(portal);
    const [, rss] = readFileSync(`/proc/${portal.pid}/status`, "utf8").match(/VmRSS:\s*(\d+)/);
    console.log(`\n${program}: ${Math.round(rss / 1024)} MiB`);
  } catch (why) {
    console.log(portal.log());
    throw why;
  } finally {
    await portal.stop();
  }
}

const cas = () =>
  during("cas.py", { house: `${house.url}/`, slo: `${house.url}/portail/a/fin`, people }, async ({ url }) => {
    const service = `${house.url}/portail/a/retour`;
    const browser = new Browser();
    const came = () => house.last("/portail/a/retour").query.ticket;
    const validated = async (path, ticket) => (await fetch(at(`${url}/${path}`, { service, ticket }))).text();

    await browser.go(at(`${url}/login`, { service }));
    await browser.send({ username: "zoe", password: "any" });
    const ticket = came();
    const first = await validated("p3/serviceValidate", ticket);
    show("/p3/serviceValidate", first);
    assert.match(first, /<cas:user>zoe<\/cas:user>[^]*<cas:profil>National_2<\/cas:profil>/);
    show("the same ticket again", await validated("serviceValidate", ticket));
    show("what is not a ticket", await validated("serviceValidate", "zoe"));
    await browser.go(at(`${url}/login`, { service, gateway: "true" }));
    assert.notEqual(came(), ticket, "a second one, without a word asked");
    await browser.go(at(`${url}/login`, { service, renew: "true" }));
    assert.match(browser.html, /id_password/);
    await browser.go(`${url}/logout`);
    const { logoutRequest } = house.last("/portail/a/fin").form;
    show("logoutRequest", logoutRequest);
    assert.match(logoutRequest, /SessionIndex>ST-/);
  });

async function oidc(more = {}) {
  const client = {
    id: "preau",
    secret: "secret-of-the-house-at-this-portal",
    redirects: [`${house.url}/portail/b/retour`],
    backchannel: `${house.url}/portail/b/fin`,
    afterwards: [`${house.url}/sorti`],
  };
  await during("oidc.mjs", { client, people, ...more }, async ({ url }) => {
    const known = await (await fetch(`${url}/.well-known/openid-configuration`)).json();
    const browser = new Browser();
    const [redirect_uri] = client.redirects;
    const code_verifier = randomBytes(32).toString("base64url");
    const code_challenge = createHash("sha256").update(code_verifier).digest("base64url");
    const came = () => house.last("/portail/b/retour").query;
    const enter = (words = {}) => {
      const pkce = { code_challenge, code_challenge_method: "S256" };
      const asked = { client_id: client.id, redirect_uri, response_type: "code", scope: "openid profile" };
      return browser.go(at(known.authorization_endpoint, { ...asked, ...pkce, state: "s", nonce: "n", ...words }));
    };
    const redeem = async () => {
      const fields = { grant_type: "authorization_code", code: came().code, redirect_uri, code_verifier };
      const authorization = `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString("base64")}`;
      const how = { method: "POST", headers: { authorization }, body: new URLSearchParams(fields) };
      return (await fetch(known.token_endpoint, how)).json();
    };
    const checked = async (token) => {
      const keys = createRemoteJWKSet(new URL(known.jwks_uri));
      const { payload } = await jwtVerify(token, keys, { issuer: url, audience: client.id });
      return { header: decodeProtectedHeader(token), payload };
    };

    await enter();
    await browser.send({ name: "zoe" });
    show("came back", came());
    assert.equal(came().iss, more.iss === false ? undefined : url);
    const tokens = await redeem();
    show("token", { ...tokens, id_token: "below" });
    const told = await checked(tokens.id_token);
    show("id_token", told);
    assert.equal(told.payload.sub, "zoe");
    const headers = { authorization: `Bearer ${tokens.access_token}` };
    const userinfo = await fetch(known.userinfo_endpoint, { headers });
    const text = await userinfo.text();
    const kind = userinfo.headers.get("content-type");
    show(`userinfo, ${kind}`, more.signedUserinfo ? await checked(text) : JSON.parse(text));

    const kid = await (await fetch(`${url}/turn-key`, { method: "POST" })).text();
    await enter();
    assert.equal((await checked((await redeem()).id_token)).header.kid, kid);
    await enter({ prompt: "login" });
    await browser.send({ refuse: "1" });
    show("refused", came());
    await enter({ prompt: "none" });
    assert.ok(came().code);

    const leave = { id_token_hint: tokens.id_token, post_logout_redirect_uri: client.afterwards[0], state: "out" };
    await browser.go(at(known.end_session_endpoint, leave));
    await browser.send({ logout: "yes" });
    assert.equal(house.last("/sorti").query.state, "out");
    show("logout_token", await checked(house.last("/portail/b/fin").form.logout_token));
  });
}

const SAML = "urn:oasis:names:tc:SAML:2.0";
const names = `xmlns:samlp="${SAML}:protocol" xmlns:saml="${SAML}:assertion"`;
const pupil = {
  NameID: "opaque-1",
  "urn:oid:2.5.4.4": "Dùpônt & <fils>",
  "urn:oid:2.5.4.42": "Zoé",
  "urn:oid:1.3.6.1.4.1.20326.10.999.1.7": "resp2d",
  "urn:oid:1.3.6.1.4.1.20326.10.999.1.57": "id-57",
  FrEduCtRefId: ["{AAF}70|1|1|1234", "{AAF}70|1|1|5678"],
};

async function saml({ byPortal, ...more } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "preau-sp-"));
  const [key, cert] = ["key.pem", "cert.pem"].map((name) => join(folder, name));
  const words = "req -x509 -newkey rsa:2048 -nodes -subj /CN=sp -days 2 -keyout".split(" ");
  execFileSync("openssl", [...words, key, "-out", cert], { stdio: "ignore" });
  const [sp, acs, end] = ["metadonnees", "reponse", "fin"].map((path) => `${house.url}/portail/c/${path}`);
  house.pages["/portail/c/metadonnees"] = spMetadata(sp, acs, end, readFileSync(cert, "utf8"));
  try {
    await during("saml.py", { sp, people: { zoe: pupil }, ...more }, async ({ url, log }) => {
      const browser = new Browser();
      const came = () => Buffer.from(house.last("/portail/c/reponse").form.SAMLResponse, "base64").toString();
      const ended = (field) => inflated(house.last("/portail/c/fin").query[field]);
      const said = (to, field, xml) => browser.go(signedQuery(to, field, xml, key));
      const message = (kind, to, id, more, inside) =>
        `<samlp:${kind} ${names} ID="${id}" Version="2.0" IssueInstant="${new Date().toISOString().slice(0, 19)}Z" ` +
        `Destination="${to}" ${more}><saml:Issuer>${sp}</saml:Issuer>${inside}</samlp:${kind}>`;
      const enter = (more = "") => {
        const id = `_${randomBytes(16).toString("hex")}`;
        const place = `AssertionConsumerServiceURL="${acs}" ${more}`;
        return said(`${url}/sso`, "SAMLRequest", message("AuthnRequest", `${url}/sso`, id, place, ""));
      };

      show("metadata", await (await fetch(`${url}/metadata`)).text());
      await enter('IsPassive="true"');
      await browser.send();
      show("nobody is signed in, asked passively", came());
      await enter();
      const asked = browser.url;
      await browser.send({ name: "zoe" });
      await browser.send();
      const response = came();
      show("response", response);
      const inside = more.sealed ? opened(response, key, folder) : response;
      if (more.sealed) show("opened by xmlsec1", inside);
      await enter();
      await browser.send();
      assert.notEqual(came(), response, "a second one, without a word asked");
      await enter('ForceAuthn="true"');
      assert.match(browser.html, /name="name"/);
      await browser.go(asked.replace("RelayState=r", "RelayState=s"));
      assert.match(log(), /IncorrectlySigned/);

      const [, session] = inside.match(/SessionIndex="([^"]+)"/);
      if (byPortal) {
        await browser.go(`${url}/`);
        await browser.send();
        const request = ended("SAMLRequest");
        show("the portal asks to leave", request);
        const done = `<samlp:Status><samlp:StatusCode Value="${SAML}:status:Success"/></samlp:Status>`;
        const reply = `InResponseTo="${request.match(/ID="([^"]+)"/)[1]}"`;
        await said(`${url}/slo`, "SAMLResponse", message("LogoutResponse", `${url}/slo`, "_in", reply, done));
        show("and is answered", browser.html);
      } else {
        const [, name] = inside.match(/NameID [^>]*>([^<]+)</);
        const who = `<saml:NameID>${name}</saml:NameID><samlp:SessionIndex>${session}</samlp:SessionIndex>`;
        await said(`${url}/slo`, "SAMLRequest", message("LogoutRequest", `${url}/slo`, "_out", "", who));
        show("the portal answers that one left", ended("SAMLResponse"));
      }
      await browser.go(`${url}/`);
      assert.match(browser.html, /Nobody/);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function spMetadata(sp, acs, end, pem) {
  const cert = pem.replace(/-----.*-----|\s/g, "");
  const key = (use) =>
    `<md:KeyDescriptor use="${use}"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>` +
    `<ds:X509Certificate>${cert}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`;
  return (
    `<md:EntityDescriptor xmlns:md="${SAML}:metadata" entityID="${sp}"><md:SPSSODescriptor AuthnRequestsSigned="true"` +
    ` WantAssertionsSigned="true" protocolSupportEnumeration="${SAML}:protocol">${key("signing")}${key("encryption")}` +
    `<md:SingleLogoutService Binding="${SAML}:bindings:HTTP-Redirect" Location="${end}"/>` +
    `<md:AssertionConsumerService Binding="${SAML}:bindings:HTTP-POST" Location="${acs}" index="0"/>` +
    "</md:SPSSODescriptor></md:EntityDescriptor>"
  );
}

function signedQuery(to, field, xml, key) {
  const query = new URLSearchParams({ [field]: deflateRawSync(xml).toString("base64"), RelayState: "r" });
  query.append("SigAlg", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256");
  query.append("Signature", createSign("RSA-SHA256").update(String(query)).sign(readFileSync(key), "base64"));
  return `${to}?${query}`;
}

const inflated = (message) => inflateRawSync(Buffer.from(message, "base64")).toString();

/** What a sealed response says, as xmlsec1 opens it. */
function opened(response, key, folder) {
  const file = join(folder, "response.xml");
  writeFileSync(file, response);
  const words = ["--decrypt", "--privkey-pem", key, "--id-attr:Id", "EncryptedKey", file];
  return execFileSync("xmlsec1", words, { stdio: ["ignore", "pipe", "ignore"] }).toString();
}

async function lti() {
  // Each is told the other's address: the tool's is chosen before there is one.
  const port = 20_000 + (process.pid % 10_000);
  const [login, launch, keys] = ["login", "launch", "keys"].map((path) => `http://localhost:${port}/${path}`);
  const person = (name, role) => ({ name, email: `${name}@lms.invalid`, roles: [role] });
  const people = { zoe: person("zoe", "Learner"), max: person("max", "Learner"), ana: person("ana", "Instructor") };
  await during("lti_platform.mjs", { tool: { login, launch, keys }, people }, async ({ url: issuer }) => {
    const [auth, token, keys] = ["auth", "token", "keys"].map((path) => `${issuer}/${path}`);
    const platform = { issuer, client: "preau", deployment: "1", auth, token, keys };
    await during("lti_tool.py", { port, platform }, async () => {
      const browser = new Browser();
      await browser.go(`${issuer}/start?as=ana`);
      show("a launch", JSON.parse(Buffer.from(browser.field("id_token").split(".")[1], "base64url")));
      await browser.send();
      const arrived = browser.html;
      show("who arrived", arrived);
      assert.match(arrived, /membership#Instructor/);
      await browser.send();
      show("roster", browser.html);
      assert.match(browser.html, /zoe[^]*max[^]*ana/);
      browser.html = arrived;
      await browser.send({}, 1);
      assert.match(browser.html, /Sent/);
      await browser.go(`${issuer}/start?as=ana&choose`);
      await browser.send();
      show("what the tool lets choose", JSON.parse(Buffer.from(browser.field("JWT").split(".")[1], "base64url")));
      await browser.send();
      show("the course afterwards", browser.html);
      assert.match(browser.html, /Exercice: ana 15\/20[^]*Fractions/);
    });
  });
}

const walks = {
  cas,
  oidc,
  "oidc-older": () => oidc({ iss: false, signedUserinfo: true, alg: "ES256" }),
  saml,
  "saml-both": () => saml({ signed: "both", byPortal: true }),
  "saml-sealed": () => saml({ signed: "response", sealed: "aes256-gcm", transient: true }),
  lti,
};
const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(walks);
await house.open();
for (const name of wanted) await walks[name]();
house.close();

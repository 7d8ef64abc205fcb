// Coming in through the portals that an académie has: two ENT that speak CAS, two that speak OpenID Connect, a guichet that speaks SAML,
// each a real server of others. A portal says who it is, the school's list says what they are.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Page } from "@playwright/test";
import { choose, type EmptyHouse, enterAs, expect, secondStep, test } from "../fixtures/empty";
import { desktop, phone } from "../fixtures/house";
import { cas, identify, openid, type OpenIdPortal, type Portal, saml, type SamlPortal } from "../fixtures/portals";
import { seen, stop } from "../fixtures/stop";

test.use({ actionTimeout: 15_000, navigationTimeout: 20_000 });

/** Two collèges, with different portals. */
const here = "0761703N";
const there = "0140041U";

/** The schools' lists, under the académie's own keys. */
const list = `identifiant;nom;prenom;naissance;role;uai;classe;responsable_de;autorite;telephone;langue;utilisateur
P1;Nouvel;Inès;31/05/2014;élève;${here};5B;;;;;
P2;Nouvel;Noé;02/09/2015;élève;${there};6A;;;;;
P3;Diop;Awa;12/01/2013;élève;${there};4C;;;;;
P4;Petit;Lou;12/01/2013;élève;${here};4C;;;;;
G1;Nouvel;Karim;;responsable;;;P1,P2;oui;;;
T1;Auvray;Claire;;enseignant;${here};;;;;;c.auvray
T1;Auvray;Claire;;enseignant;${there};;;;;;c.auvray
`;

interface Portals {
  a: Portal;
  b: Portal;
  c: OpenIdPortal;
  d: OpenIdPortal;
  s: SamlPortal;
}

/** The portals of the story, and the house that knows them. */
async function portals(empty: EmptyHouse): Promise<Portals> {
  const at = (key: string, end: string) => `${empty.url}/portail/${key}/${end}`;
  const client = (key: string) => ({
    id: "preau",
    secret: "un-secret-partage-entre-deux-serveurs",
    redirects: [at(key, "retour")],
    backchannel: at(key, "fin"),
    afterwards: [`${empty.url}/entrer/sortie?porte=${key}`],
  });
  const [a, b, c, d, s] = await Promise.all([
    cas({ house: `${empty.url}/`, people: { ines: { ENTPersonJointure: "P1", givenName: "Inès", sn: "Nouvel" }, lou: { givenName: "Lou" }, claire: { ENTPersonJointure: "T1" } } }),
    cas({ house: `${empty.url}/`, people: { noe: { ENTPersonJointure: "P2" }, claire2: { ENTPersonJointure: "T1" } } }),
    openid({ client: client("ent-c"), people: { awa: { jointure: "P3", birthdate: "2013-01-12" }, claire: { jointure: "T1" } } }),
    openid({ client: client("ent-d"), people: { awa: { jointure: "P3" } }, signedUserinfo: true }),
    saml({
      sp: at("guichet", "metadonnees"),
      signed: "both",
      sealed: "aes256-gcm",
      people: { karim: { NameID: "opaque-1", FrEduCtRefId: ["{AAF}70|1|1|G1"], givenName: "Karim", sn: "Nouvel" } },
    }),
  ]);
  const portal = (key: string, name: string, kind: string, unit: string, settings: string, more = "") =>
    `[[portals]]\nkey = "${key}"\nname = "${name}"\nkind = "${kind}"\nunit = "${unit}"\n${more}[portals.settings]\n${settings}\n\n`;
  const keys = (line: string) => `keys = "${line}"`;
  const secret = 'secret = "un-secret-partage-entre-deux-serveurs"\nstaff = true\n';
  const jointure = keys("ENTPersonJointure = aaf:70");
  await empty.configure(
    "\n" +
      portal("ent-a", "ENT des Falaises", "cas", here, `address = "${a.url}"\np3 = true\n${jointure}`, "staff = true\n") +
      portal("ent-b", "ENT du Bocage", "cas", there, `address = "${b.url}"\n${jointure}`, "staff = true\n") +
      portal("ent-c", "ENT de la Côte", "oidc", there, `address = "${c.url}"\nclient = "preau"\nscopes = "profile"\n${keys("jointure = aaf:70\\nbirthdate = naissance")}`, secret) +
      portal("ent-d", "ENT du Port", "oidc", there, `address = "${d.url}"\nclient = "preau"\nscopes = "profile"\nsigned = true\n${keys("jointure = aaf:70")}`, secret) +
      // Nobody answers there.
      portal("ent-e", "ENT de la Vallée", "cas", there, 'address = "http://localhost:1/cas"') +
      portal("guichet", "Guichet des familles", "saml", "NORMANDIE", `address = "${s.metadata}"\n${keys("FrEduCtRefId = educonnect")}`),
  );
  return { a, b, c, d, s };
}

/** An administrator, schools and people. */
async function settled(empty: EmptyHouse): Promise<void> {
  empty.run("import", "annuaire", "../data/schools/etablissements_normandie.csv");
  const file = join(empty.folder, "people.csv");
  writeFileSync(file, list);
  empty.run("import", "people", file, "--source", "aaf:70", "--apply");
}

/** Comes back from a portal, and says whose the device is. */
async function mine(page: Page, device = "own"): Promise<void> {
  await page.locator(`input[name=device][value=${device}]`).check();
  await page.getByRole("button", { name: "Oui, c’est moi" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/portail"));
}

/** Who is in on this page. */
async function isIn(page: Page, name: string): Promise<void> {
  await page.goto("/compte");
  await expect(page.getByText(name).first()).toBeVisible();
}

/** Who is out is led to the door. */
async function isOut(page: Page): Promise<void> {
  await page.goto("/compte");
  await expect(page).toHaveURL(/\/entrer/);
}

const leave = (page: Page) => page.locator("form[action='/sortir'] button").first().click();

test("an administrator adds a portal, tries it, opens it, and closes it again", async ({ empty, device }) => {
  test.setTimeout(180_000);
  await settled(empty);
  await empty.configure('\n[outgoing]\nnetworks = ["127.0.0.0/8"]\n');
  const ent = await cas({ house: `${empty.url}/`, people: { moi: { ENTPersonJointure: "X", mail: "moi@exemple.invalid" }, ines: { ENTPersonJointure: "P1" } } });
  const admin = await device({ viewport: desktop });
  await enterAs(admin, "c.morel", empty.password);
  await secondStep(admin, empty.password);
  await admin.goto("/");
  await choose(admin, empty.password, "un long chemin vers la mer");
  await admin.goto("/portails");
  await stop(admin, "po-liste");
  await admin.locator("#nom").fill("ENT des Falaises");
  await admin.locator("#cle").fill("ent");
  await admin.locator("#pour").fill(here);
  await admin.getByRole("button", { name: "Ajouter un portail" }).click();
  await expect(admin.locator(".said")).toContainText("Personne ne le voit");
  await admin.locator("#adresse").fill("http://169.254.169.254/cas");
  await admin.locator("#cles").fill("n’importe quoi");
  await admin.getByRole("button", { name: "Garder" }).click();
  await seen(admin, "po-refus");
  await expect(admin.locator("main")).toContainText("pas claire");
  await admin.locator("#adresse").fill(ent.url);
  await admin.locator("#cles").fill("ENTPersonJointure = aaf:70");
  await admin.locator("input[name=p3]").check();
  await admin.getByRole("button", { name: "Garder" }).click();
  await expect(admin.locator(".said")).toContainText("gardés");
  const sheet = admin.url();
  await stop(admin, "po-reglages");
  await admin.getByRole("link", { name: "Essayer" }).click();
  await identify(admin, "moi");
  await expect(admin.getByText("moi@exemple.invalid")).toBeVisible();
  await seen(admin, "po-essai");

  const pupil = await device({ viewport: phone });
  expect((await pupil.goto("/portail/ent"))?.status()).toBe(404);
  await admin.goto(sheet);
  await admin.getByRole("button", { name: "Ouvrir" }).click();
  await pupil.goto("/portail/ent");
  await identify(pupil, "ines");
  await mine(pupil);
  await isIn(pupil, "Inès Nouvel");

  await admin.goto(sheet);
  await admin.getByRole("button", { name: "Fermer" }).click();
  await expect(admin.locator(".said")).toContainText("fermé");
  await isOut(pupil);
  await ent.stop();
});

test("pupils, a teacher and a guardian come by the portals they have", async ({ empty, device }) => {
  test.setTimeout(240_000);
  await settled(empty);
  const { a, b, c, d, s } = await portals(empty);
  const tell = () => [a, b, c, d, s].map((portal) => portal.log()).join("\n");
  const own = { viewport: phone };

  await test.step("a pupil looks for her school, and goes in by its door; leaving, she leaves both", async () => {
    const page = await device(own);
    await page.goto("/entrer?vers=/semaine");
    await stop(page, "po-porte");
    await page.getByRole("link", { name: "D’où viens-tu" }).click();
    await page.locator("#ecole").fill("Albert Camus");
    await stop(page, "po-ecole");
    await page.goto(`/entrer/porte?ecole=${here}&vers=/semaine`);
    await stop(page, "po-portes");
    await page.getByRole("link", { name: "ENT des Falaises" }).click();
    await expect(page).toHaveURL(new RegExp(`^${a.url}`));
    await identify(page, "ines");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Inès");
    await stop(page, "po-cest-toi");
    await mine(page);
    await expect(page).toHaveURL(/\/semaine/);
    await isIn(page, "Inès Nouvel");
    await leave(page);
    await expect(page.getByText("Tout est fermé", { exact: false })).toBeVisible();
    await seen(page, "po-sortie");
    await page.goto(`${a.url}/login`);
    await expect(page.locator("input[name=username]")).toBeVisible();
    await isOut(page);
  });

  await test.step("another comes by the other ENT; leaving it, he is out here", async () => {
    const page = await device(own);
    await page.goto("/portail/ent-b");
    await identify(page, "noe");
    await mine(page);
    await isIn(page, "Noé Nouvel");
    await page.goto(`${b.url}/logout`);
    await isOut(page);
  });

  await test.step("a teacher of both comes by either, and is the same person", async () => {
    const page = await device({ viewport: desktop });
    for (const [key, name] of [["ent-a", "claire"], ["ent-b", "claire2"], ["ent-c", "claire"]]) {
      await page.goto(`/portail/${key}`);
      await identify(page, name);
      // The first time the page asks whose the device is; it remembers.
      if (key === "ent-a") await mine(page);
      await isIn(page, "Claire Auvray");
    }
    await leave(page);
    await page.getByRole("button", { name: /Sign out/ }).click();
    await expect(page.getByText("Tout est fermé", { exact: false })).toBeVisible();
    await isOut(page);
  });

  await test.step("OpenID Connect: keys are turned, what is said is signed, the portal’s own way out ends both", async () => {
    const page = await device(own);
    for (const key of ["ent-c", "ent-d"]) {
      await page.goto(`/portail/${key}?vers=/messages`);
      await identify(page, "awa");
      if (key === "ent-c") await mine(page);
      await expect(page, tell()).toHaveURL(/\/messages/);
      await isIn(page, "Awa Diop");
    }
    await d.turnKey("forgotten");
    const other = await device(own);
    await other.goto("/portail/ent-d");
    await identify(other, "awa");
    // A key that is not known is asked for, once a minute.
    await mine(other);
    await isIn(other, "Awa Diop");
    await page.goto(`${d.url}/session/end`);
    await page.getByRole("button", { name: /Sign out/ }).click();
    await isOut(page);
  });

  await test.step("a guardian comes by the guichet, and has both children, in two schools", async () => {
    const page = await device(own);
    await page.goto("/portail/guichet");
    await identify(page, "karim");
    await expect(page.getByRole("heading", { level: 1 }), tell()).toContainText("Karim");
    await seen(page, "po-guichet");
    await mine(page);
    await expect(page.locator("body")).toContainText("Inès");
    await expect(page.locator("body")).toContainText("Noé");
    await page.goto("/compte");
    await leave(page);
    await expect(page.getByText("Tout est fermé", { exact: false }), tell()).toBeVisible();
    // And the other way round.
    await page.goto("/portail/guichet");
    await identify(page, "karim");
    // On his own device he is asked nothing.
    await expect(page).toHaveURL(`${empty.url}/`);
    await isIn(page, "Karim Nouvel");
    await page.goto(`${s.url}/`);
    await page.getByRole("button", { name: /Sign out/ }).click();
    await expect(page.locator("body"), tell()).toContainText("Success");
    await isOut(page);
  });

  await test.step("who is unknown is told why, and whom to ask; the school sees that they came", async () => {
    const page = await device(own);
    await page.goto("/portail/ent-a");
    await identify(page, "lou");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("ne te connaît pas");
    await seen(page, "po-inconnue");
  });

  await test.step("the ENT is away: the page says so, and leads to the card", async () => {
    const page = await device(own);
    const answer = await page.goto("/portail/ent-e?vers=/semaine");
    expect(answer?.status()).toBe(503);
    await seen(page, "po-absent");
    await page.getByRole("link", { name: "Entrer avec une carte" }).last().click();
    await expect(page.locator("#code")).toBeVisible();
    await expect(page.getByText("ne répond pas")).toBeVisible();
  });
});

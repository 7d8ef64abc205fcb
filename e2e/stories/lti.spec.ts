// LTI 1.3 both ways, against programs of others on this machine: an exerciser (PyLTI1p3) is opened from a class and sends a mark back;
// a course of another platform opens this house, where its list is read and from where a mark goes back.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Page } from "@playwright/test";
import { choose, type EmptyHouse, enterAs, expect, secondStep, test } from "../fixtures/empty";
import { desktop, phone } from "../fixtures/house";
import { cas, identify, ltiPlatform, ltiTool } from "../fixtures/portals";
import { seen, stop } from "../fixtures/stop";

test.use({ actionTimeout: 15_000, navigationTimeout: 20_000 });

const school = "0761703N";

/** The school's list, under the académie's own keys. */
const list = `identifiant;nom;prenom;naissance;role;uai;classe;responsable_de;autorite;telephone;langue;utilisateur
P1;Nouvel;Inès;31/05/2014;élève;${school};5B;;;;;
P2;Petit;Lou;12/01/2014;élève;${school};5B;;;;;
T1;Auvray;Claire;;enseignant;${school};;;;;;c.auvray
`;

/** An administrator, a school, its people; what is typed may lead to this machine. */
async function settled(empty: EmptyHouse): Promise<void> {
  empty.run("import", "annuaire", "../data/schools/etablissements_normandie.csv");
  const file = join(empty.folder, "people.csv");
  writeFileSync(file, list);
  empty.run("import", "people", file, "--source", "aaf:70", "--apply");
}

const outgoing = '\n[outgoing]\nnetworks = ["127.0.0.0/8"]\n';

const portal = (key: string, name: string, kind: string, settings: string) =>
  `\n[[portals]]\nkey = "${key}"\nname = "${name}"\nkind = "${kind}"\nunit = "NORMANDIE"\nstaff = true\n[portals.settings]\n${settings}\n`;

/** Comes back from elsewhere, and says whose the device is. */
async function mine(page: Page): Promise<void> {
  await page.waitForURL((url) => url.pathname === "/portail/arrivee");
  await page.locator("input[name=device][value=own]").check();
  await page.getByRole("button", { name: "Oui, c’est moi" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/portail"));
}

test("an exercise elsewhere is opened from a class, and its mark comes back", async ({ empty, device }) => {
  test.setTimeout(180_000);
  await settled(empty);
  const people = {
    ines: { ENTPersonJointure: "P1", givenName: "Inès", sn: "Nouvel" },
    claire: { ENTPersonJointure: "T1", givenName: "Claire", sn: "Auvray" },
  };
  const ent = await cas({ house: `${empty.url}/`, people });
  await empty.configure(outgoing + portal("ent", "ENT", "cas", `address = "${ent.url}"\np3 = true\nkeys = "ENTPersonJointure = aaf:70"`));

  const admin = await device({ viewport: desktop });
  await enterAs(admin, "c.morel", empty.password);
  await secondStep(admin, empty.password);
  await admin.goto("/");
  await choose(admin, empty.password, "un long chemin vers la mer");
  await admin.goto("/cours/outils");
  await stop(admin, "lti-outils");
  await admin.locator("#nom").fill("Exerciseur");
  await admin.locator("#pour").fill(school);
  for (const [field, path] of [["entree", "login"], ["lancement", "launch"], ["cles", "keys"]]) {
    await admin.locator(`#${field}`).fill(`https://exerciseur.exemple.invalid/${path}`);
  }
  await admin.getByRole("button", { name: "Ajouter un outil" }).click();
  await expect(admin.locator(".said")).toContainText("ajouté");
  const client = new URL(admin.url()).pathname.split("/").at(-1)!;
  // The tool is told of this house, and this house of the tool.
  const at = (path: string) => `${empty.url}/cours/${path}`;
  const platform = { issuer: empty.url, client, deployment: "1", auth: at("entree"), token: at("jeton"), keys: at("cles") };
  const tool = await ltiTool({ platform });
  await admin.locator("#entree").fill(tool.login);
  await admin.locator("#lancement").fill(tool.launch);
  await admin.locator("#cles").fill(tool.keys);
  await admin.getByRole("button", { name: "Garder" }).click();
  await expect(admin.locator(".said")).toContainText("gardés");
  await admin.getByRole("button", { name: "Essayer" }).click();
  await expect(admin.locator(".said")).toContainText("Une clé est lue");
  await stop(admin, "lti-outil");

  const teacher = await device({ viewport: desktop });
  await teacher.goto("/portail/ent?vers=/cours/pose");
  await identify(teacher, "claire");
  await mine(teacher);
  await expect(teacher).toHaveURL(/\/cours\/pose/);
  await teacher.locator("#groupe").selectOption({ label: (await teacher.locator("#groupe option").allTextContents()).find((one) => one.includes("5B"))! });
  await teacher.locator("#titre").fill("Fractions");
  await stop(teacher, "lti-pose");
  await teacher.getByRole("button", { name: "Donner cette activité" }).click();
  await expect(teacher.locator(".said")).toContainText("donnée");
  const activity = new URL(teacher.url()).pathname;

  const pupil = await device({ viewport: phone });
  await pupil.goto(`/portail/ent?vers=${activity}`);
  await identify(pupil, "ines");
  await mine(pupil);
  await stop(pupil, "lti-activite");
  await pupil.getByRole("link", { name: "Ouvrir l’activité" }).click();
  await expect(pupil).toHaveURL(new RegExp(`^${tool.url}`));
  // Who came is told by a name that says nothing; which class, by its own.
  await expect(pupil.locator("body")).toContainText("in 5B");
  await expect(pupil.locator("body")).not.toContainText("Nouvel");
  await pupil.getByRole("button", { name: "Send 15/20" }).click();
  await expect(pupil.getByText("Sent."), tool.log()).toBeVisible();
  await pupil.goto(activity);
  await expect(pupil.getByText("Fait, 15 sur 20")).toBeVisible();

  await teacher.goto(activity);
  await expect(teacher.locator("#eleves")).toContainText("Fait, 15 sur 20");
  await stop(teacher, "lti-resultats");
  await teacher.getByRole("link", { name: "Ouvrir l’activité" }).click();
  await teacher.getByRole("button", { name: "Roster" }).click();
  await expect(teacher.locator("ol li"), tool.log()).toHaveCount(2);
  await Promise.all([tool.stop(), ent.stop()]);
});

test("a course elsewhere opens this house in its class, and a mark goes back there", async ({ empty, device }) => {
  test.setTimeout(180_000);
  await settled(empty);
  const here = (end: string) => `${empty.url}/portail/moodle/${end}`;
  const person = (id: string, given_name: string, family_name: string, role: string) => ({
    id,
    name: `${given_name} ${family_name}`,
    given_name,
    family_name,
    roles: [role],
  });
  const moodle = await ltiPlatform({
    tool: { login: here("lti"), launch: here("reponse"), keys: here("metadonnees") },
    people: {
      claire: person("T1", "Claire", "Auvray", "Instructor"),
      ines: person("P1", "Inès", "Nouvel", "Learner"),
      tom: person("X9", "Tom", "Inconnu", "Learner"),
    },
  });
  const settings = [
    `address = "${moodle.issuer}"`,
    `client = "${moodle.client}"`,
    `deployments = "${moodle.deployment}"`,
    `auth = "${moodle.auth}"`,
    `token = "${moodle.token}"`,
    `jwks = "${moodle.keys}"`,
    'keys = "sub = aaf:70"',
  ];
  await empty.configure(portal("moodle", "Moodle", "lti", settings.join("\n")));

  /** Opens the tool from the course, as this person. */
  const launched = async (page: Page, who: string) => {
    await page.goto(moodle.url);
    await page.getByRole("link", { name: `Launch as ${who}` }).click();
    await mine(page);
  };

  const teacher = await device({ viewport: desktop });
  await launched(teacher, "claire");
  await expect(teacher).toHaveURL(/\/lancement\/cours/);
  await teacher.locator("#groupe").selectOption({ label: (await teacher.locator("#groupe option").allTextContents()).find((one) => one.includes("5B"))! });
  await stop(teacher, "lti-cours");
  await teacher.getByRole("button", { name: "C’est celui-là" }).click();
  await expect(teacher.locator(".said")).toContainText("C’est noté");
  const group = (await teacher.getByRole("link", { name: "Ouvrir le groupe" }).getAttribute("href"))!;

  const pupil = await device({ viewport: phone });
  await launched(pupil, "ines");
  await expect(pupil).toHaveURL(new RegExp(`${group}$`));

  await teacher.getByRole("button", { name: "Lire la liste du cours" }).click();
  await expect(teacher.locator("main")).toContainText("3 personnes dans le cours");
  await expect(teacher.locator("main")).toContainText("Inconnu ici");
  await seen(teacher, "lti-liste");
  const line = teacher.locator("li", { hasText: "Inès Nouvel" });
  await line.locator("input[name=note]").fill("15");
  await line.getByRole("button", { name: "Rendre" }).click();
  await expect(teacher.locator(".said")).toContainText("La note part");
  await expect
    .poll(async () => (await fetch(moodle.url)).text(), { timeout: 30_000, message: moodle.log() })
    .toContain("Exercice: P1 15/20");
  await teacher.reload();
  await expect(teacher.locator("#notes")).toContainText("arrivée");
  await moodle.stop();
});

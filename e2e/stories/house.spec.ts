// From an empty house to a first evening, in pages: the operator types one command, then the lines that a page shows.
import { type Page } from "@playwright/test";
import { ask, end, row } from "../fixtures/evening";
import { choose, enterAs, expect, secondStep, test } from "../fixtures/empty";
import { phone, signIn } from "../fixtures/house";
import { seen } from "../fixtures/stop";
import { fill, pick, send } from "../fixtures/year";

test.use({ actionTimeout: 15_000, navigationTimeout: 20_000 });

/** The collège of the story. */
const UAI = "0761703N";
const own = "un long chemin vers la mer";

/** A list as SIECLE gives it: pupils, each with a guardian on the same line, and columns that nobody asked for. */
function siecle(): Buffer {
  const names = ["ABEL", "BERGER", "COLIN", "DUVAL", "ÉTIENNE", "FABRE", "GARNIER", "HAMEL", "ISAAC", "JOLY"];
  const head = "Identifiant élève;Nom de famille;Prénom 1;Né(e) le;Division;Nom de famille resp. légal1;Prénom resp. légal1;Régime";
  const rows = names.flatMap((name, n) =>
    ["Zoé", "Léo"].map((given, of) => `E${n}${of};${name};${given};0${(n % 9) + 1}/05/2014;${of ? "5B" : "6A"};${name};Dominique;DP`),
  );
  // In the encoding of those programs.
  return Buffer.from([head, ...rows].join("\r\n"), "latin1");
}

/** User names and first passwords on the page of slips. */
async function slips(page: Page): Promise<Map<string, [string, string]>> {
  const all = await page.locator(".slip").all();
  const read = async (slip: (typeof all)[number]) => {
    const [user, password] = await slip.locator(".code").allTextContents();
    return [(await slip.locator("h2").textContent())!, [user, password]] as [string, [string, string]];
  };
  return new Map(await Promise.all(all.map(read)));
}

test("an empty house has its first evening, in pages", async ({ empty, device }) => {
  test.setTimeout(300_000);
  const admin = await device();

  /** A device on which somebody enters with a slip, and chooses a password of their own. */
  const arrive = async ([user, given]: [string, string]) => {
    const page = await device();
    await enterAs(page, user, given);
    await choose(page, given, own);
    return page;
  };
  const step = async (name: string) => {
    await admin.goto("/premiers-pas");
    await admin.getByRole("listitem").filter({ hasText: name }).getByRole("link", { name: "Y aller" }).click();
  };
  const isDone = async (name: string) => {
    await admin.goto("/premiers-pas");
    await expect(admin.getByRole("listitem").filter({ hasText: name })).toContainText("Fait");
  };
  /** Makes somebody of the staff. */
  const made = async (page: Page, [given, family]: [string, string], role: string, where = "") => {
    await page.goto("/personnes/nouvelle");
    await fill(page, { prenom: given, nom: family });
    await page.locator("#role").selectOption(role);
    if (where) await fill(page, { ou: where });
    await page.getByRole("button", { name: "Créer" }).click();
    await expect(page.getByText("La fiche est créée.")).toBeVisible();
  };
  /** Their first password, from their record. */
  const password = async (page: Page, name: string) => {
    await page.getByRole("link", { name: "Préparer son mot de passe" }).click();
    await page.getByRole("button", { name: "Faire son premier mot de passe" }).click();
    await seen(page, "h-feuille");
    return (await slips(page)).get(name)!;
  };

  await test.step("the first administrator is led to the first steps", async () => {
    await enterAs(admin, "c.morel", empty.password);
    await secondStep(admin, empty.password);
    await admin.goto("/");
    await choose(admin, empty.password, own);
    await admin.goto("/");
    await seen(admin, "h-accueil-vide");
    await admin.locator("main a[href='/premiers-pas']").first().click();
    await seen(admin, "h-premiers-pas");
  });

  await test.step("schools: the published directory", async () => {
    await step("Les établissements sont là");
    await admin.getByRole("button", { name: "Prendre les établissements normands" }).click();
    await expect(admin.locator(".said")).toContainText(/2.378/);
    await isDone("Les établissements sont là");
  });

  let pilot!: Page;
  let head!: Page;
  await test.step("a pilot, and a head, named by the académie", async () => {
    await made(admin, ["Paul", "Pilote"], "pilot");
    pilot = await arrive(await password(admin, "Paul Pilote"));
    await made(admin, ["Hélène", "Duchef"], "head", UAI);
    head = await arrive(await password(admin, "Hélène Duchef"));
    await isDone("Quelqu’un pilote");
    await isDone("Un établissement a sa direction");
  });

  let school = "";
  await test.step("the head sends the list as SIECLE gives it, and names a team", async () => {
    await head.goto("/");
    await seen(head, "h-direction-vide");
    await head.goto("/rentree");
    await head.locator("#fichier").setInputFiles({ name: "eleves.csv", mimeType: "text/csv", buffer: siecle() });
    await send(head, "Voir ce qui changerait");
    // The page goes on by itself.
    await expect(head.getByRole("button", { name: "Confirmer" })).toBeVisible({ timeout: 60_000 });
    await expect(head.locator("main")).toContainText("20 arrivent");
    await seen(head, "h-liste");
    await head.getByRole("button", { name: "Confirmer" }).click();
    await expect(head.getByText("C’est fait", { exact: false })).toBeVisible({ timeout: 60_000 });
    await seen(head, "h-liste-faite");
    await made(head, ["Claire", "Auvray"], "teacher");
    await made(head, ["Luc", "Tellier"], "referent");
    await head.goto("/etablissements");
    await head.getByRole("link", { name: /Albert Camus/ }).click();
    school = new URL(head.url()).pathname;
    await seen(head, "h-etablissement");
    await head.getByRole("link", { name: "Premiers mots de passe de l’équipe" }).click();
    await seen(head, "h-equipe");
    await isDone("Des élèves sont là");
  });

  let teacher!: Page;
  let referent!: Page;
  await test.step("their first passwords, all at once", async () => {
    await send(head, "Faire les feuilles");
    const all = await slips(head);
    teacher = await arrive(all.get("Claire Auvray")!);
    referent = await arrive(all.get("Luc Tellier")!);
  });

  const card = { code: "", key: "" };
  await test.step("a class has its cards", async () => {
    await referent.goto("/ecole");
    await referent.locator("main a[href^='/ecole/classe/']").filter({ hasText: "6A" }).first().click();
    await referent.locator("main a[href$='/cartes']").first().click();
    await send(referent, /cartes/);
    const pass = referent.locator(".pass").filter({ hasText: "Zoé A." });
    card.code = (await pass.locator(".code").textContent())!.trim();
    card.key = (await pass.getByText("Clé :").textContent())!.replace(/Clé\s:/, "").trim();
    await seen(referent, "h-cartes");
    await isDone("Des cartes sont faites");
  });

  let programme = "";
  let place = "";
  await test.step("the pilot opens a programme and engages the school; it says how it does it", async () => {
    await pilot.goto("/programmes/nouveau");
    await pick(pilot, "modele", "homework");
    await send(pilot, "Créer le programme");
    programme = new URL(pilot.url()).pathname;
    await pilot.goto(`${programme}/ecoles`);
    await pilot.locator("#cherche").fill(UAI);
    await send(pilot, "Chercher");
    await send(pilot, /Engager.*Albert Camus/);
    place = (await pilot.locator("main a[href*='/ecoles/']").filter({ hasText: "Albert Camus" }).first().getAttribute("href"))!;
    await isDone("Un établissement y est engagé");
    await teacher.goto(place);
    await teacher.getByRole("link", { name: "Écrire le protocole" }).click();
    for (const name of ["Aide aux devoirs", /Explication/]) await teacher.getByLabel(name).check();
    await teacher.locator("[name=modalite-bar]").check();
    await fill(teacher, { "de-2": "17:30", "a-2": "19:00", contacts: "Vie scolaire, au collège" });
    await send(teacher, "Enregistrer et relire");
    await head.goto(place);
    await head.getByRole("link", { name: "Relire avant publication" }).click();
    await head.getByRole("link", { name: "Approuver et publier" }).click();
    await send(head, "Publier maintenant");
    await isDone("Un protocole est publié");
  });

  await test.step("a family answers on paper, by its code alone", async () => {
    // Whom it is about is worked out beside.
    const print = head.getByRole("row").filter({ hasText: "6A" }).getByRole("link", { name: /Imprimer/ });
    await expect(async () => {
      await head.goto("/accord/suivi");
      await expect(print).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 30_000 });
    await print.click();
    await expect(head.locator(".half").first()).toBeVisible();
    const sheet = head.locator(".half").filter({ hasText: /Dominique abel/i }).first();
    const code = (await sheet.locator(".code").first().textContent())!.trim();
    const paper = await device({ viewport: phone });
    await paper.goto("/reponse");
    await paper.locator("#code").fill(code);
    await send(paper, "Lire la lettre");
    await send(paper, "Oui, je suis d’accord");
    await isDone("Une famille a répondu");
  });

  await test.step("the referent makes the help desk, a teacher opens it", async () => {
    await referent.goto("/bar/nouveau");
    await fill(referent, { nom: "Bureau d’aide du collège" });
    await pick(referent, "noms", "full");
    await send(referent, "Créer le bureau");
    await teacher.goto("/bar?tous=1");
    await teacher.locator("main a[href^='/bar/bureau/'][href$='/permanence']").click();
    await seen(teacher, "h-permanence");
    await send(teacher, "Ouvrir maintenant");
    await isDone("Une permanence est promise");
  });

  await test.step("a pupil comes in with their card, asks, is helped", async () => {
    const pupil = await device({ viewport: phone });
    await pupil.goto("/entrer");
    await pupil.locator("#code").fill(card.code);
    await pupil.locator("#cle").fill(card.key);
    await pupil.locator("main .btn.lamp").click();
    await pupil.locator("#pin").fill("4071");
    await pupil.locator("#pin2").fill("4071");
    await pupil.locator("main .btn.lamp").click();
    await pupil.waitForURL((url) => url.pathname === "/");
    await seen(pupil, "h-eleve");
    await ask(pupil, "Maths", "Exercice 4, je ne sais pas placer 7/5.");
    await teacher.goto("/bar?tous=1");
    await teacher.locator("main a[href^='/bar/bureau/']").first().click();
    await row(teacher, "Zoé").getByRole("button", { name: /Prendre/ }).click();
    await teacher.waitForURL(/\/bar\/demande\//);
    await teacher.locator("textarea[name=texte]").fill("Combien de cinquièmes dans une unité ?");
    await teacher.getByRole("button", { name: "Envoyer" }).click();
    await expect(teacher.locator(".talk")).toContainText("Combien de cinquièmes");
    await expect(pupil.locator(".talk")).toContainText("Combien de cinquièmes", { timeout: 15_000 });
    await end(teacher);
  });

  await test.step("letters and backups: the page shows the lines, and turns green once they work", async () => {
    await step("Les messages partent");
    await seen(admin, "h-exploitation");
    await empty.configure(`[post.email]\nby = "folder"\npath = "${empty.folder}/lettres"\n`);
    await admin.goto("/exploitation");
    await admin.locator("[name=adresse]").fill("c.morel@ac-normandie.example");
    await admin.getByRole("button", { name: "Envoyer un essai" }).click();
    await expect(async () => {
      await admin.goto("/exploitation");
      await expect(admin.locator("main")).toContainText("l’essai est parti", { timeout: 500 });
    }).toPass();
    empty.run("backup", `${empty.folder}/sauvegarde.tar`);
    await admin.goto("/premiers-pas");
    await expect(admin.locator("main")).toContainText("Tout est fait");
    await seen(admin, "h-tout-est-fait");
    await admin.goto("/");
    await expect(admin.locator("main a[href='/premiers-pas']")).toHaveCount(0);
  });
});

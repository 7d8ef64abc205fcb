// A year of « Devoirs faits à distance » in one collège, from the académie's call to the bilan and next year's programme: nothing is
// there at first, every step is a page, and nobody types what the house already knows.
import { readFileSync } from "node:fs";
import { type Page } from "@playwright/test";
import { ask, end, row } from "../fixtures/evening";
import { expect, test } from "../fixtures/house";
// The walk of `people.spec.ts` reads these pages in English.
import { seen as stop } from "../fixtures/stop";
import { fill, goOn, People, pick, send } from "../fixtures/year";

test.use({ words: ["--story", "homework"], actionTimeout: 10_000 });

const here = (page: Page) => new URL(page.url()).pathname;

test("a collège lives its year from the call to the bilan", async ({ house, device, enter }) => {
  test.setTimeout(240_000);
  const people = new People(enter);
  const clock = await device();
  const [pilot, head, teacher] = [house.one("pilot"), house.one("head"), house.one("teacher")];
  const [referent, cpe] = [house.one("referent"), house.one("vie-scolaire")];
  const [maissa, samira] = [house.named("Maïssa Benali"), house.named("Samira Benali")];

  let programme = "";
  let school = "";

  await test.step("1 September: the pilot makes the year from its model and engages the collège", async () => {
    const page = await people.at(pilot, "/programmes/nouveau");
    await stop(page, "y01-nouveau-1280");
    await pick(page, "modele", "homework");
    await send(page, "Créer le programme");
    programme = here(page);
    await stop(page, "y02-fiche-1280");
    await page.goto(`${programme}/ecoles`);
    await page.locator("#cherche").fill("quintefeuille");
    await send(page, "Chercher");
    await send(page, /Engager.*Quintefeuille/);
    await expect(page.getByRole("heading", { name: /^Engagés/ })).toBeVisible();
    await stop(page, "y03-ecoles-1280");
    school = (await page.locator("main a[href*='/ecoles/']").filter({ hasText: "Quintefeuille" }).getAttribute("href"))!;
    const courses = await people.at(pilot, "/formation");
    await send(courses, "Les ajouter");
    await expect(courses.locator("main a[href^='/formation/']").first()).toBeVisible();
  });

  await test.step("a teacher writes the protocol and reads it again", async () => {
    await goOn(clock, "2025-09-01", "17:00");
    const page = await people.at(teacher, "/programmes");
    await page.locator("main a[href*='/ecoles/']").first().click();
    await page.waitForURL(`**${school}`);
    await page.getByRole("link", { name: "Écrire le protocole" }).click();
    for (const name of ["Aide aux devoirs", /Explication/]) await page.getByLabel(name).check();
    for (const one of ["bar", "telephone", "petit-groupe"]) await page.locator(`[name=modalite-${one}]`).check();
    await fill(page, { "de-2": "17:30", "a-2": "19:00", "de-4": "17:30", "a-4": "19:00", bus: "17:15" });
    await fill(page, {
      "lieu-0-nom": "Médiathèque de Blangy-le-Château",
      "lieu-0-adresse": "Place de la Mairie",
      "lieu-0-horaires": "mardi et jeudi, de 17 h à 19 h",
      "lieu-0-places": "8",
      outils: "Préau\nL’ENT",
      contacts: "Vie scolaire, au collège",
    });
    await stop(page, "y04-protocole-1280");
    await send(page, "Enregistrer et relire");
    await expect(page.locator("main")).toContainText("Médiathèque de Blangy-le-Château");
    await stop(page, "y05-relecture-1280");
  });

  await test.step("2 September, in the evening: the head approves and publishes; the families are left in peace", async () => {
    await goOn(clock, "2025-09-02", "20:40");
    const page = await people.at(head, school);
    await page.getByRole("link", { name: "Relire avant publication" }).click();
    await page.getByRole("link", { name: "Approuver et publier" }).click();
    await send(page, "Publier maintenant");
    await expect(page.locator("main")).toContainText("En vigueur");
    await stop(page, "y06-publie-1280");
    const quiet = await people.at(samira, "/messages");
    await expect(quiet.locator("main a[href^='/accord']")).toHaveCount(0);
  });

  await test.step("3 September: a parent finds the message, reads, agrees for one child and says what is hard", async () => {
    await goOn(clock, "2025-09-03", "07:30");
    const page = await people.at(samira, "/messages");
    await expect(async () => {
      await page.reload();
      await expect(page.locator("main a[href^='/accord']").first()).toBeVisible({ timeout: 500 });
    }).toPass();
    await stop(page, "y07-message-360");
    await page.locator("main a[href^='/accord']").first().click();
    await page.waitForURL("**/accord");
    await stop(page, "y08-accord-360");
    await page.locator("section.card").filter({ hasText: "Maïssa" }).getByRole("link", { name: "Lire et répondre" }).click();
    await stop(page, "y09-lettre-360");
    await send(page, "Oui, je suis d’accord");
    await page.locator("summary").filter({ hasText: "Vous avez un problème" }).click();
    await page.getByLabel("Pas de place au calme").check();
    await fill(page, { mots: "Nous sommes nombreux le soir." });
    await send(page, "Dire au collège");
    await expect(page.locator("main")).toContainText("Vous aurez une proposition ici");
    await stop(page, "y10-lettre-dite-360");
    await page.goto("/accord");
    await expect(page.locator("section.card").filter({ hasText: "Sami" })).toContainText("Lire et répondre");
  });

  await test.step("the class's sheets are printed; a family answers with the code alone", async () => {
    await goOn(clock, "2025-09-03", "09:00");
    const page = await people.at(cpe, "/accord/suivi");
    await stop(page, "y11-suivi-1280");
    await page.getByRole("row").filter({ hasText: "5e B" }).getByRole("link", { name: /Imprimer/ }).click();
    await expect(page.locator("article.half").first()).toBeVisible();
    await stop(page, "y12-feuilles-1280");
    const own = ["Samira Benali", "Julie Nouvel", "Karim Haddad"];
    // A parent who answers, and whom no account of this house shows.
    const halves = page.locator("article.half:has(.boxes)");
    const pass = halves.filter({ hasNotText: new RegExp(own.join("|")) }).first();
    const code = (await pass.locator(".code").textContent())!.trim();
    await send(page, "Les feuilles sont distribuées");
    const paper = await device();
    await paper.goto("/reponse");
    await stop(paper, "y13-reponse-360");
    await paper.locator("#code").fill(code.toLowerCase());
    await send(paper, "Lire la lettre");
    await stop(paper, "y14-lettre-papier-360");
    await send(paper, "Oui, je suis d’accord");
    await expect(paper.locator("main")).toContainText("Vous avez dit oui");
  });

  await test.step("the team proposes a seat, the family takes it", async () => {
    const page = await people.at(referent, "/accord/contraintes");
    await page.getByRole("link", { name: "Maïssa Benali" }).click();
    await pick(page, "quoi", "seat");
    await fill(page, { mots: "Une place à la médiathèque le mardi, de 17 h à 19 h." });
    await stop(page, "y15-contrainte-1280");
    await send(page, "Envoyer la proposition");
    const answer = await people.at(samira, "/accord");
    await answer.locator("section.card").filter({ hasText: "Maïssa" }).getByRole("link").click();
    await send(answer, "Oui, j’accepte");
    await expect(answer.locator("main")).toContainText("Vous avez dit oui.");
  });

  await test.step("the referent makes the help desk; a teacher promises a duty and a weekly appointment", async () => {
    const maker = await people.at(referent, "/bar/nouveau");
    await fill(maker, { nom: "Bureau d’aide du collège" });
    await pick(maker, "noms", "full");
    await send(maker, "Créer le bureau");
    await stop(maker, "y16-bureau-1280");
    const page = await people.at(teacher, "/bar?tous=1");
    await page.locator("main a[href^='/bar/bureau/'][href$='/permanence']").click();
    await fill(page, { jour: "2025-09-04", de: "17:30", a: "19:00" });
    await stop(page, "y17-permanence-1280");
    await send(page, "Enregistrer pour plus tard");
    await page.goto("/seances/nouvelle");
    await page.locator("[name=genre]").selectOption("rendez-vous");
    await fill(page, { titre: "Maths, petit groupe", places: "6", jour: "2025-09-09", de: "17:30", a: "18:15" });
    await pick(page, "fois", "semaine");
    await stop(page, "y18-seance-1280");
    await send(page, "Créer");
    await stop(page, "y19-creneaux-1280");
  });

  await test.step("a pupil takes a place for the year", async () => {
    const page = await people.at(maissa, "/semaine?jour=2025-09-09");
    await stop(page, "y20-semaine-360");
    await page.getByRole("link", { name: /Maths, petit groupe/ }).first().click();
    await send(page, "S’inscrire chaque fois");
    await expect(page.locator("main")).toContainText("Place prise");
    await stop(page, "y21-place-360");
  });

  await test.step("4 September, in the evening: the pupil asks, the teacher helps and ends", async () => {
    await goOn(clock, "2025-09-04", "17:32");
    const board = await people.at(teacher, "/bar?tous=1");
    await board.locator("main a[href^='/bar/bureau/']").first().click();
    await send(board, "Ouvrir ma permanence");
    const pupil = await people.at(maissa, "/");
    await stop(pupil, "y22-soir-360");
    await ask(pupil, "Maths", "Exercice 4, je ne sais pas placer 7/5.");
    await row(board, "Maïssa").getByRole("button", { name: /Prendre/ }).click();
    await board.waitForURL(/\/bar\/demande\//);
    await board.locator("textarea[name=texte]").fill("Combien de cinquièmes dans une unité ?");
    await board.locator("textarea[name=texte]").press("Control+Enter");
    await goOn(clock, "2025-09-04", "17:50");
    await end(board);
    await goOn(clock, "2025-09-04", "19:00");
    const home = await people.at(samira, "/enfants");
    await expect(home.locator("main")).toContainText("Maïssa");
    await stop(home, "y23-famille-360");
  });

  await test.step("9 September: the appointment is held, and the teacher ticks who came", async () => {
    await goOn(clock, "2025-09-09", "17:31");
    const page = await people.at(teacher, "/semaine");
    await page.getByRole("link", { name: /Maths, petit groupe/ }).first().click();
    await send(page, "Ouvrir la séance");
    await goOn(clock, "2025-09-09", "18:16");
    await page.reload();
    const call = page.locator("#presence");
    await call.locator("fieldset").filter({ hasText: "Maïssa" }).getByLabel("Présent", { exact: true }).check();
    await send(page, "Enregistrer l’appel");
    await stop(page, "y24-presence-1280");
  });

  await test.step("a family's difficulty has an owner, a state and a closing word", async () => {
    await goOn(clock, "2025-09-10", "12:10");
    const page = await people.at(samira, "/difficulte");
    await pick(page, "nature", "line");
    await fill(page, { texte: "Le réseau coupe dès que nous sommes deux." });
    await stop(page, "y25-difficulte-360");
    await send(page, "Envoyer");
    const care = await people.at(referent, "/rrupn");
    await stop(care, "y26-rrupn-1280");
    await care.getByRole("link", { name: /Le réseau/ }).first().click();
    await send(care, "Je m’en occupe");
    await fill(care, { texte: "Une clé 4G est prêtée à la famille jusqu’en juin." });
    await stop(care, "y27-charge-1280");
    await send(care, "Régler avec ce mot");
    const told = await people.at(samira, "/difficulte");
    await told.getByRole("link", { name: /Le réseau/ }).click();
    await expect(told.locator("main")).toContainText("Une clé 4G est prêtée");
    await stop(told, "y28-reglee-360");
  });

  await test.step("the teacher follows a course", async () => {
    const page = await people.at(teacher, "/formation");
    await page.getByRole("link", { name: "Aider sans faire à la place" }).click();
    await stop(page, "y29-formation-1280");
    await send(page, "Utile");
    await expect(page.locator("main")).toContainText("Suivi");
  });

  await test.step("1 October: the month's hours are confirmed, approved and exported", async () => {
    await goOn(clock, "2025-10-01", "08:10");
    const own = await people.at(teacher, "/heures?mois=2025-09");
    await expect(async () => {
      await own.reload();
      await expect(own.getByRole("button", { name: /je confirme le mois/ })).toBeVisible({ timeout: 500 });
    }).toPass();
    await stop(own, "y30-heures-1280");
    await send(own, /je confirme le mois/);
    const page = await people.at(head, "/heures/ecole?mois=2025-09");
    await stop(page, "y31-heures-ecole-1280");
    await send(page, /Approuver (les \d+ lignes|la ligne) confirmée/);
    await page.getByText(/Préparer l’envoi jusqu/).click();
    await send(page, "Préparer l’envoi");
    await stop(page, "y32-envoi-1280");
    const read = async (name: RegExp) => {
      const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).first().click()]);
      return readFileSync(await file.path());
    };
    const book = await read(/^XLSX/);
    expect(book.subarray(0, 2).toString()).toBe("PK");
    const lines = (await read(/^CSV/)).toString();
    expect(lines).toContain("Auvray");
    // The duty of the fourth, an hour and a half from its opening, and the appointment of the ninth.
    expect(lines.trim().split("\n").length).toBeGreaterThanOrEqual(3);
  });

  await test.step("the pilot opens the survey; a pupil and a parent answer", async () => {
    const page = await people.at(pilot, "/avis/vagues");
    await pick(page, "moment", "start");
    await fill(page, { du: "2025-10-01", au: "2025-10-17" });
    await send(page, "Enregistrer");
    await stop(page, "y33-vagues-1280");
    for (const account of [maissa, samira]) {
      const asked = await people.at(account, "/avis");
      await stop(asked, `y34-avis-${account === maissa ? "eleve" : "famille"}-360`);
      for (let n = 0; n < 3; n++) await send(asked, "Plutôt oui");
      await expect(asked.locator("main")).toContainText(/Merci/);
    }
  });

  await test.step("June: the team says a word, the pilot reads the bilan and decides", async () => {
    await goOn(clock, "2026-06-12", "10:00");
    const team = await people.at(teacher, school);
    await fill(team, { remarque: "Le mardi soir est devenu une habitude." });
    await send(team, "Ajouter la remarque");
    const page = await people.at(pilot, `${programme}/bilan`);
    await send(page, "Compter à nouveau");
    await expect(page.locator("main")).toContainText("Le mardi soir est devenu une habitude.");
    await stop(page, "y35-bilan-1280");
    await page.goto(`${programme}/decision/reconduire`);
    await stop(page, "y36-decision-1280");
    await fill(page, { motif: "Les familles le demandent." });
    await send(page, "Décider de reconduire");
    expect(here(page)).toMatch(/^\/programmes\/[0-9a-f]{32}$/);
    expect(here(page)).not.toBe(programme);
    await expect(page.locator("main")).toContainText("2026-2027");
    await expect(page.locator("main")).toContainText("Quintefeuille");
    await stop(page, "y37-annee-suivante-1280");
    const next = await people.at(head, "/programmes");
    await stop(next, "y38-proposee-1280");
  });
});

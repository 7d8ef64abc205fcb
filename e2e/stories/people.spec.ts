// In the middle of the year, each person opens every page of their part, from the menu on: it answers, it is accessible in both
// languages and both schemes, it fits a phone, and the browser has nothing to complain of.
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Page } from "@playwright/test";
import ICAL from "ical.js";
import { secondStep } from "../fixtures/empty";
import { desktop, expect, phone, test } from "../fixtures/house";
import { stop } from "../fixtures/stop";
import { faults, fits, kind, ways } from "../fixtures/walk";

const kept = join(import.meta.dirname, "../../target/e2e/shots");

/** Files, and ways out: nothing to look at. */
const file = /\/(fichier|copie|photo|flux|sortir|modele)(\/|$)|\.(csv|xlsx|ics)$|\/envoi\/|^\/portail\/|\/ouverture$/;
/** Looked at in other stories, in every scheme and language; here they only have to answer and to fit. */
const known = /^\/(bar|ecole|compte|messages|visio|entrer|accessibilite|donnees(?!\/)|aide-preau)(\/|$)/;

/** Whose each page is: that one looks at it closely, in every scheme and language; for the others it has to answer and to fit. What
 * is nobody's is the teacher's. */
const whose: Record<string, RegExp> = {
  admin: /^\/(personnes|registre|etablissements|rentree|portails|alimentation|cours\/outils|exploitation|premiers-pas|acces|donnees\/)/,
  pilot: /^\/(programmes|formation|territoire|experiences|protocole)/,
  head: /^\/(heures|avis|programmes\/\*\/ecoles\/\*\/(protocole|relecture|candidature))/,
  referent: /^\/(rrupn|accord|difficulte)/,
  "vie-scolaire": /^\/(presences|accord\/feuilles|avis\/papier)/,
};
function closely(role: string, one: string): boolean {
  if (role in whose) return whose[role].test(one);
  return role !== "teacher" || !Object.values(whose).some((pages) => pages.test(one));
}

/** Opens `from` and every kind of page its links lead to, one of each; says which were opened. */
async function walk(page: Page, role: string, from: string[]): Promise<string[]> {
  const found = faults(page);
  const ahead = [...from];
  const seen = new Set<string>();
  while (ahead.length) {
    const path = ahead.shift()!;
    const one = kind(path);
    if (seen.has(one) || file.test(one)) continue;
    seen.add(one);
    const answer = await page.goto(path);
    expect(answer?.status(), `${path} for ${role}`).toBe(200);
    if (known.test(one)) await narrow(page);
    else {
      if (closely(role, one)) await stop(page, `p-${role}${one.replaceAll("/", "-").replaceAll("*", "x")}`);
      ahead.push(...(await ways(page)));
      await narrow(page);
    }
  }
  expect(found, `what the browser says to ${role}`).toEqual([]);
  return [...seen];
}

/** Whatever the screen, the page fits a phone's. */
async function narrow(page: Page): Promise<void> {
  const wide = page.viewportSize()!;
  if (wide.width > phone.width) await page.setViewportSize(phone);
  await fits(page);
  if (wide.width > phone.width) await page.setViewportSize(wide);
}

test.use({ actionTimeout: 10_000 });
test.describe.configure({ timeout: 480_000 });

const staff: [role: string, from: string[], among: string[]][] = [
  ["pilot", ["/programmes", "/bar/chiffres", "/formation"], ["/programmes/*/bilan", "/programmes/*/ecoles/*/bilan", "/programmes/*/ecoles"]],
  ["admin", ["/territoire", "/personnes?ecole=0140041U", "/donnees/durees", "/donnees/analyse"], ["/personnes/*", "/acces/*", "/registre", "/etablissements/*", "/exploitation", "/donnees/durees"]],
  ["head", ["/programmes", "/bar/chiffres"], ["/heures/ecole", "/programmes/*/ecoles/*/bilan", "/programmes/*/ecoles/*/protocole"]],
  ["teacher", ["/programmes", "/semaine"], ["/heures", "/formation/*", "/seances/nouvelle", "/question"]],
  ["referent", ["/programmes", "/rrupn"], ["/rrupn/pret", "/accord/suivi", "/difficultes"]],
  ["vie-scolaire", ["/programmes", "/accord/suivi"], ["/accord/feuilles/*", "/presences", "/avis/papier"]],
];
for (const [role, from, among] of staff) {
  test(`pages of ${role}`, async ({ house, enter }) => {
    const page = await enter(house.one(role));
    if (role === "admin") {
      await page.goto("/");
      await secondStep(page, house.one(role).password!);
    }
    const seen = await walk(page, role, from);
    console.log(`      ${role}: ${seen.length} pages`, seen.join(" "));
    for (const one of among) expect(seen).toContain(one);
  });
}

// What a guest of each kind reaches from their first page on: this, and nothing else.
for (const role of ["association", "tutor", "elected", "partner"]) {
  test(`pages of a guest: ${role}`, async ({ house, enter }) => {
    const page = await enter(house.one(role), { viewport: phone });
    const seen = await walk(page, role, ["/"]);
    expect(seen.sort()).toEqual(["/", "/groupes", "/groupes/*", "/messages"]);
    for (const hidden of ["/ecole", "/programmes", "/recherche", "/bar", "/heures"]) {
      expect((await page.goto(hidden))?.status(), hidden).toBe(404);
    }
  });
}

test("pages of a pupil", async ({ house, enter }) => {
  const page = await enter(house.named("Maïssa Benali"));
  await walk(page, "eleve", ["/", "/semaine", "/protocole", "/difficulte", "/avis", "/semaine/abonnement"]);
});

test("pages of a parent with an account", async ({ house, enter }) => {
  const page = await enter(house.named("Samira Benali"));
  const seen = await walk(page, "parent", ["/enfants", "/accord", "/semaine", "/protocole", "/difficulte", "/avis"]);
  expect(seen).toContain("/accord/lettre/*");
});

test("a parent on paper reads the letter and answers it", async ({ house, device }) => {
  const page = await device({ viewport: phone });
  const found = faults(page);
  await page.goto(house.one("guardian-on-paper").sign_in_url);
  // The code is in its field; one presses, and reads.
  await stop(page, "p-papier-code");
  await page.getByRole("button", { name: "Lire la lettre" }).click();
  await page.waitForURL(/\/reponse\/.+/);
  await stop(page, "p-papier-lettre");
  await fits(page);
  const letter = page.url().split("?")[0];
  for (const lang of ["fr-falc", "en", "ar", "tr", "uk", "pt", "fr"]) {
    await page.goto(`${letter}?langue=${lang}`);
    await fits(page);
  }
  await page.getByRole("button", { name: "J’ai lu, je répondrai plus tard" }).click();
  await expect(page.locator("main")).toContainText("vous avez lu cette lettre");
  await page.getByRole("button", { name: "Oui, je suis d’accord" }).click();
  await expect(page.locator("main")).toContainText("Vous avez dit oui");
  await stop(page, "p-papier-dit");
  expect(found).toEqual([]);
});

test("the bilan of twenty collèges is a cover and four pages of paper at most, and cuts nothing", async ({ house, enter }) => {
  const page = await enter(house.one("pilot"));
  await page.goto("/programmes");
  const sheet = await page.getByRole("link", { name: "Devoirs faits à distance" }).getAttribute("href");
  await page.goto(`${sheet}/bilan`);
  await expect(page.locator("tbody tr").filter({ hasText: /Collège/ })).toHaveCount(21);
  mkdirSync(kept, { recursive: true });
  const pdf = join(kept, "p-bilan.pdf");
  const bytes = await page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true });
  const count = bytes.toString("latin1").match(/\/Type\s*\/Page\b/g)!.length;
  expect(count).toBeLessThanOrEqual(5);

  // Each figure and each row is whole on one page: all its words are there.
  const words = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, " ").trim();
  const whole = await page.locator("main figure, main tbody tr:visible").evaluateAll((all) =>
    all.map((one) => [...one.querySelectorAll("figcaption, svg text, th, td")].filter((part) => !part.closest("details")).map((part) => part.textContent!)),
  );
  expect(whole.length).toBeGreaterThan(25);
  const pages: string[] = [];
  try {
    for (let n = 1; n <= count; n++) {
      const one = ["-f", String(n), "-l", String(n)];
      execFileSync("pdftoppm", ["-r", "60", "-png", ...one, pdf, join(kept, "p-bilan")]);
      pages.push(words(execFileSync("pdftotext", [...one, "-raw", pdf, "-"], { encoding: "utf8" })));
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  for (const parts of whole) {
    const there = pages.filter((text) => parts.every((part) => text.includes(words(part))));
    expect(there.length, `whole on one page: ${parts.join(", ")}`).toBeGreaterThan(0);
  }
});

test("two dispositifs stand side by side for those who live in both", async ({ house, enter }) => {
  const both = ["Devoirs faits à distance", "Ateliers lecture à distance"];
  for (const role of ["teacher", "head", "pilot"]) {
    const page = await enter(house.one(role));
    await page.goto("/programmes");
    for (const name of both) await expect(page.getByRole("link", { name })).toBeVisible();
    await stop(page, `p-deux-programmes-${role}`);
    await page.getByRole("link", { name: "Ateliers lecture à distance" }).click();
    await page.getByRole("link", { name: "Bilan", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Les ateliers" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Le bureau d’aide" })).toHaveCount(0);
    // The pilot compares schools; a school has its own numbers.
    await expect(page.locator("tbody tr").filter({ hasText: /Collège/ })).toHaveCount(role === "pilot" ? 5 : 0);
    await stop(page, `p-bilan-lecture-${role}`);
  }
  const parent = await enter(house.named("Samira Benali"));
  await parent.goto("/accord");
  for (const name of both) await expect(parent.getByText(name).first()).toBeVisible();
  await stop(parent, "p-deux-programmes-parent");
});

test("a calendar program reads a week by its secret address, until it is taken back", async ({ house, enter }) => {
  const page = await enter(house.one("teacher"), { viewport: desktop });
  await page.goto("/semaine/abonnement");
  await page.getByRole("button", { name: "Faire une adresse" }).click();
  const address = await page.locator("#adresse").inputValue();
  await stop(page, "p-abonnement-fait");
  const answer = await fetch(address);
  expect(answer.headers.get("content-type")).toContain("text/calendar");
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
  const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  expect(events.length).toBeGreaterThan(0);
  for (const event of events) {
    expect(event.uid).not.toBe("");
    expect(event.summary).not.toBe("");
    expect(event.endDate.toJSDate().getTime()).toBeGreaterThan(event.startDate.toJSDate().getTime());
  }
  expect(new Set(events.map((event) => event.uid)).size).toBe(events.length);
  await page.goto("/semaine/abonnement");
  await page.locator("form[action$='/retrait'] button").first().click();
  await expect(page.locator("form[action$='/retrait']")).toHaveCount(0);
  expect((await fetch(address)).status).toBe(404);
});

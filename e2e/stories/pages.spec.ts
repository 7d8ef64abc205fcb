// Pages that no other story looks at, in both languages and both schemes: no violation, nothing overflowing on a phone.
import type { Page } from "@playwright/test";
import { accessible } from "../fixtures/axe";
import { expect, phone, test } from "../fixtures/house";

const tongues = ["fr", "en"] as const;

/** Puts the page in this language, by the switch of the foot. */
async function speak(page: Page, lang: (typeof tongues)[number]): Promise<void> {
  if ((await page.locator("html").getAttribute("lang")) === lang) return;
  await page.locator(`.foot button[value=${lang}]`).click();
  await expect(page.locator("html")).toHaveAttribute("lang", lang);
}

/** Nothing makes the page wider than the screen. */
async function fits(page: Page, where: string): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over, `${where} is wider than its screen`).toBeLessThanOrEqual(0);
}

/** Looks at each of these pages, in both languages; those on a phone must fit it. */
async function look(page: Page, paths: string[], status = 200): Promise<void> {
  for (const lang of tongues) {
    await page.goto(paths[0]);
    await speak(page, lang);
    for (const path of paths) {
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(status);
      await fits(page, path);
      await accessible(page, `${path} in ${lang}`);
    }
  }
}

/** The path of the first link whose path looks like this. */
async function way(page: Page, from: string, shape: RegExp): Promise<string> {
  await page.goto(from);
  const links = await page.locator("main a[href]").evaluateAll((all) => all.map((a) => a.getAttribute("href")!));
  const found = links.find((href) => shape.test(href));
  expect(found, `a link like ${shape} on ${from}`).toBeTruthy();
  return found!;
}

test.describe.configure({ timeout: 150_000 });

test("pages for anybody", async ({ device, house }) => {
  const page = await device({ viewport: phone });
  await look(page, [
    "/entrer",
    "/entrer/adulte",
    "/accessibilite",
    "/donnees",
    "/aide-preau",
    new URL(house.one("pupil").sign_in_url).pathname,
  ]);
  await look(page, ["/nulle-part"], 404);
});

test("a browser's own language is spoken at once", async ({ device }) => {
  for (const locale of ["fr", "en"]) {
    const page = await device({ locale });
    await page.goto("/entrer");
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
  }
});

test("pages of a pupil", async ({ house, enter }) => {
  const page = await enter(house.named("Maïssa Benali"));
  await look(page, ["/bar/moi/demandes", "/messages", "/compte"]);
});

test("pages of a guardian", async ({ house, enter }) => {
  const page = await enter(house.named("Samira Benali"));
  await look(page, ["/messages", "/compte"]);
});

test("pages of a teacher", async ({ house, enter }) => {
  const page = await enter(house.one("teacher"));
  const room = await way(page, "/ecole", /^\/ecole\/classe\/[^/]+$/);
  const paths = ["/bar?tous=1", "/bar/suivis", "/ecole", room, `${room}/cartes`];
  await look(page, [...paths, "/messages", "/compte", "/compte/mot-de-passe", "/compte/double"]);
});

test("a teacher's pages on a phone", async ({ house, enter }) => {
  const page = await enter(house.one("teacher"), { viewport: phone });
  const board = await way(page, "/bar?tous=1", /^\/bar\/bureau\/[^/]+$/);
  const room = await way(page, "/ecole", /^\/ecole\/classe\/[^/]+$/);
  for (const path of [board, `${board}/permanence`, "/bar/suivis", "/ecole", room, `${room}/cartes`, "/compte"]) {
    await page.goto(path);
    await fits(page, path);
  }
});

test("pages of a head", async ({ house, enter }) => {
  const page = await enter(house.one("head"));
  const shared = ["/bar?tous=1", "/bar/nouveau", "/bar/signalements", "/bar/suivis"];
  const room = await way(page, "/ecole", /^\/ecole\/classe\/[^/]+$/);
  await look(page, [...shared, "/ecole", room, `${room}/cartes`, `${room}/message`, "/compte"]);
});

test("pages of the pilot and of an administrator", async ({ house, enter }) => {
  await look(await enter(house.one("pilot")), ["/messages", "/compte"]);
  await look(await enter(house.one("admin")), ["/compte", "/compte/double"]);
});

// A parent who reads little French: the browser says which language they read, and every page of theirs is in it, with an account or
// with the code of a paper; on a small phone, without anything wider than it, and accessible.
import { type Page } from "@playwright/test";
import { join } from "node:path";
import { accessible } from "../fixtures/axe";
import { expect, signIn, test } from "../fixtures/house";
import { fits } from "../fixtures/walk";

const shots = join(import.meta.dirname, "../../target/e2e/shots");
const small = { width: 360, height: 560 };

/** What a guardian's menu, card and letter lead to. */
const pages = ["/", "/enfants", "/semaine", "/messages", "/accord", "/difficulte", "/avis", "/compte", "/compte/canal", "/aide"];

/** The page is in this language, from the right side, as wide as the phone; what is left in French says so. */
async function reads(page: Page, lang: string, name: string, look = true): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("lang", lang);
  await expect(page.locator("html")).toHaveAttribute("dir", lang === "ar" ? "rtl" : "ltr");
  const left = await page.locator("main span[lang=fr], header span[lang=fr], footer span[lang=fr]").allTextContents();
  // What the school wrote stays as it wrote it.
  const ours = left.filter((text) => !/^(Médiathèque|Maison des|Salle de la|Espace jeunes|Vie scolaire)/.test(text));
  expect(ours, `${name}: sentences left in French`).toEqual([]);
  await fits(page);
  await page.screenshot({ path: join(shots, `lang-${lang}-${name}.png`), fullPage: true });
  if (look) await accessible(page, `${name} in ${lang}`);
}

for (const [lang, yes] of [["ar", /نعم/], ["uk", /Так/]] as [string, RegExp][]) {
  test(`a parent reads ${lang}, with an account`, async ({ house, device }) => {
    const page = await device({ viewport: small, locale: lang });
    await page.goto("/entrer");
    await reads(page, lang, "entrer");
    await signIn(page, house.named("Samira Benali"));
    await page.locator(`footer .langs button[lang=${lang}]`).click();
    for (const path of pages) {
      await page.goto(path);
      await reads(page, lang, path === "/" ? "jour" : path.slice(1).replaceAll("/", "-"));
    }
    // Chosen at the bottom of any page, it is the person's, on every device.
    await page.locator("footer .langs button[lang=tr]").click();
    await expect(page.locator("html")).toHaveAttribute("lang", "tr");
    await expect(page.getByRole("status").first()).toBeInViewport();
    const other = await device({ viewport: small });
    await signIn(other, house.named("Samira Benali"));
    await expect(other.locator("html")).toHaveAttribute("lang", "tr");
  });

  test(`a parent reads ${lang}, with the code of a paper`, async ({ house, device }) => {
    const page = await device({ viewport: small, locale: lang });
    await page.goto("/reponse");
    await reads(page, lang, "code");
    await page.locator("#code").fill("ABCDE-FGHJK");
    await page.locator("main .btn.lamp").click();
    await expect(page.locator("#code-oops")).toBeVisible();
    await reads(page, lang, "code-faux");
    await page.goto(house.one("guardian-on-paper").sign_in_url);
    const code = new URL(page.url()).pathname.split("/").pop()!;
    if (code.length < 12) await page.locator("main .btn.lamp").click();
    await page.waitForURL(/\/reponse\/.+/);
    await page.locator(`main .langs button[lang=${lang}]`).first().click();
    await reads(page, lang, "lettre");
    await page.getByRole("button", { name: yes }).first().click();
    await expect(page.getByRole("status").first()).toBeInViewport();
    await reads(page, lang, "lettre-dite");
  });
}

// The look: every component, in every frame, at both widths and with letters twice as large.
import { accessible } from "../fixtures/axe";
import { expect, test } from "../fixtures/house";
import { type Page } from "@playwright/test";

const frames = ["", "?eleve=1", "?rtl=1", "?refus=1"];

/** How far the page reaches beyond the screen, to the left or to the right. */
const beyond = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const width of [360, 1280]) {
  test(`every component is accessible and fits ${width} pixels`, async ({ browser, house }) => {
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    const page = await context.newPage();
    for (const frame of frames) {
      expect((await page.goto(`${house.url}/styleguide${frame}`))?.status()).toBe(200);
      expect(await beyond(page), frame).toBe(0);
      await accessible(page, `/styleguide${frame} at ${width}`);
    }
    await context.close();
  });
}

test("letters twice as large stay on a phone's page", async ({ browser, house }) => {
  // The reader's own sheet comes before the page's policy.
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, bypassCSP: true });
  const page = await context.newPage();
  for (const path of [...frames.map((frame) => `/styleguide${frame}`), "/entrer", "/entrer/adulte", "/donnees"]) {
    await page.goto(house.url + path);
    await page.addStyleTag({ content: "html { font-size: 200% !important }" });
    expect(await beyond(page), path).toBe(0);
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("main :is(p, h1, h2, h3, h4, label, span, small, a, button, input)")]
        .filter((one) => one.checkVisibility() && !one.closest(".sr, .scroll, [hidden]"))
        .filter((one) => {
          const box = one.parentElement!.closest(".btn, .badge, .pick, .alert, .desk, .pass, .card, .wrap")!;
          const [inner, outer] = [one.getBoundingClientRect(), box.getBoundingClientRect()];
          return inner.left < outer.left - 1 || inner.right > outer.right + 1;
        })
        .map((one) => one.textContent),
    );
    expect(cut, path).toEqual([]);
  }
  await context.close();
});

test("a place is certain or an estimate, never both", async ({ browser, house }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(`${house.url}/styleguide`);
  const guess = page.getByText(/^Place estimée à \d+\sh\s\d+$/);
  const seen = page.getByText(/^Vu à \d+\sh\s\d+\.$/);
  await expect(guess.filter({ visible: true })).toHaveCount(1);
  await expect(seen.filter({ visible: true })).toHaveCount(1);
  await page.evaluate(() => document.body.classList.add("cut"));
  await expect(guess.filter({ visible: true })).toHaveCount(2);
  await expect(seen.filter({ visible: true })).toHaveCount(0);
  await context.close();
});

test("rows beyond the first ones fold on a phone and are plain on a desk", async ({ browser, house }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${house.url}/styleguide`);
  const last = page.getByRole("heading", { name: "Jules Marie" });
  await expect(last).toBeHidden();
  await page.getByText("Voir le suivant").click();
  await expect(last).toBeVisible();
  await page.reload();
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(last).toBeVisible();
  await context.close();
});

test("the five words are one line at every width, and the roof one row on a desk", async ({ browser, house }) => {
  for (const frame of ["", "?eleve=1", "?rtl=1"]) {
    for (const [width, height] of [[320, 560], [360, 740], [640, 360], [900, 700], [1280, 800]]) {
      const context = await browser.newContext({ viewport: { width, height } });
      const page = await context.newPage();
      await page.goto(`${house.url}/styleguide${frame}`);
      const tops = await page.locator(".nav > li").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
      expect(new Set(tops).size, `${frame} at ${width}: ${tops}`).toBe(1);
      expect(tops).toHaveLength(5);
      const wraps = await page.locator(".nav a").evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).length);
      expect(wraps, `${frame} at ${width}: a word is cut`).toBe(0);
      if (width >= 900) expect((await page.locator(".roof").boundingBox())!.height, `${frame} at ${width}`).toBeLessThan(100);
      await context.close();
    }
  }
});

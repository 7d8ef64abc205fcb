// A child asks for help: three taps from Aujourd’hui to sent, on a small phone, with or without script, and sees at once what becomes of it.
import { accessible } from "../fixtures/axe";
import { row } from "../fixtures/evening";
import { expect, test } from "../fixtures/house";
import { devices } from "../fixtures/room";
import { shot } from "../fixtures/stop";
import type { Locator, Page } from "@playwright/test";

test.use({ launchOptions: { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: devices } });

const small = { width: 360, height: 560 };

/** Whether all of it is on the first screen, above the bar of the thumb; a part that turns is measured once it stands. */
async function inFirstScreen(page: Page, what: Locator, where: string): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0));
  const thumb = page.locator(".thumb");
  const bar = (await thumb.count()) ? await thumb.boundingBox() : null;
  const ends = bar && bar.y > 100 ? bar.y : page.viewportSize()!.height;
  await expect(async () => {
    const box = await what.boundingBox({ timeout: 2_000 });
    expect(box, `${where} is there`).not.toBeNull();
    expect(box!.y, where).toBeGreaterThanOrEqual(0);
    expect(box!.y + box!.height, `${where} ends above the fold`).toBeLessThanOrEqual(ends + 1);
  }).toPass({ timeout: 5_000 });
}

const exercise = async (page: Page) => ({ name: "cahier.png", mimeType: "image/png", buffer: await page.screenshot() });

test("three taps on a small phone: subject, photo, sent", async ({ house, enter }) => {
  const pupil = await enter(house.named("Maïssa Benali"), { viewport: small });
  await pupil.goto("/");
  await inFirstScreen(pupil, pupil.locator("nav.panes"), "the subjects");
  await accessible(pupil, "Aujourd’hui");
  await shot(pupil, "80-jour-360");
  await pupil.getByRole("link", { name: "Maths" }).click();
  await expect(pupil.getByRole("heading", { name: "Montre-nous l’exercice" })).toBeVisible();
  await expect(pupil.locator("#telephone")).toBeHidden();
  await inFirstScreen(pupil, pupil.locator(".ways"), "photo, voice, words");
  await inFirstScreen(pupil, pupil.getByRole("button", { name: "Envoyer ma demande" }), "send");
  await accessible(pupil, "how to show it");
  await shot(pupil, "81-montrer-360");
  await pupil.locator("#photo").setInputFiles(await exercise(pupil));
  await expect(pupil.locator("canvas.photo")).toBeVisible();
  await expect(pupil.locator(".way.has")).toHaveCount(1);
  await pupil.getByRole("button", { name: "Envoyer ma demande" }).click();
  await pupil.waitForURL(/\/bar\/moi$/);
  await expect(pupil.locator(".said")).toContainText("Ta demande est partie : Maths, une photo.");
  await inFirstScreen(pupil, pupil.getByRole("button", { name: "Retirer ma demande" }), "what one may do");
  await expect(pupil.locator(".talk")).toContainText("Une photo");
  await accessible(pupil, "the wait");
  await shot(pupil, "82-attente-360");

  const teacher = await enter(house.one("teacher"));
  await teacher.goto("/bar");
  await expect(row(teacher, "Maïssa")).toContainText("Une photo");
  await row(teacher, "Maïssa").getByRole("button", { name: /Prendre/ }).click();
  await expect(teacher.locator(".said")).toContainText("Cette demande est à vous.");
  await expect(teacher.locator(".talk img.photo")).toBeVisible();
  await shot(teacher, "83-prise-1280");
  await teacher.locator(".said").getByRole("button", { name: "Annuler" }).click();
  await expect(row(teacher, "Maïssa")).toHaveCount(1);

  await pupil.getByRole("button", { name: "Retirer ma demande" }).click();
  await expect(pupil).toHaveURL(/\/$/);
  await pupil.locator(".said").getByRole("button", { name: "Annuler" }).click();
  await expect(pupil.locator(".said")).toContainText("attend de nouveau");
});

test("without script, a chosen photo is kept while the rest is mended", async ({ house, enter }) => {
  const pupil = await enter(house.named("Inès Nouvel"), { javaScriptEnabled: false, viewport: small });
  await pupil.getByRole("link", { name: "Français" }).click();
  await pupil.locator("#photo").setInputFiles(await exercise(pupil));
  await pupil.getByText("On t’appelle", { exact: true }).click();
  await expect(pupil.locator("#telephone")).toBeVisible();
  await pupil.getByRole("button", { name: "Envoyer ma demande" }).click();
  await expect(pupil.locator("#telephone-oops")).toBeVisible();
  const kept = pupil.getByRole("checkbox", { name: "Photo gardée" });
  await expect(kept).toBeChecked();
  await expect(pupil.locator(".kept img")).toBeVisible();
  expect(await pupil.locator(".kept img").evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  await shot(pupil, "84-gardee-360");
  await pupil.locator("#telephone").fill("06 39 98 00 01");
  await pupil.getByRole("button", { name: "Envoyer ma demande" }).click();
  await expect(pupil).toHaveURL(/\/bar\/moi$/);
  await expect(pupil.locator(".said")).toContainText("une photo");
  await expect(pupil.locator(".talk img.photo")).toBeVisible();
});

test("one’s voice is seen while it is recorded, and what is no photo is said at once", async ({ house, enter }) => {
  const pupil = await enter(house.named("Maïssa Benali"), { viewport: small, permissions: ["microphone"] });
  await pupil.goto("/bar/demande?matiere=langues");
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic\0\0\0\0mif1heic"), Buffer.alloc(64)]);
  await pupil.locator("#photo").setInputFiles({ name: "IMG_1.HEIC", mimeType: "image/heic", buffer: heic });
  await expect(pupil.getByRole("alert")).toContainText("HEIC");
  expect(await pupil.locator("#photo").evaluate((input: HTMLInputElement) => input.files!.length)).toBe(0);
  await pupil.getByRole("button", { name: /^Voix/ }).click();
  await expect(pupil.locator(".rec")).toBeVisible();
  await expect
    .poll(() => pupil.evaluate(() => Math.max(...[...document.querySelectorAll<HTMLElement>(".level span")].map((bar) => bar.offsetHeight))))
    .toBeGreaterThan(10);
  await shot(pupil, "85-voix-360");
  await pupil.getByRole("button", { name: /^Arrêter/ }).click();
  await expect(pupil.locator("audio[controls]")).toBeVisible();
  await accessible(pupil, "a voice before it leaves");
  await pupil.getByRole("button", { name: "Envoyer ma demande" }).click();
  await pupil.waitForURL(/\/bar\/moi$/);
  await expect(pupil.locator(".said")).toContainText("Langues, ta voix");
});

for (const [width, height] of [[360, 560], [320, 568], [740, 360], [1280, 800]]) {
  test(`the thing to do is on the first screen at ${width} by ${height}`, async ({ house, enter }) => {
    const viewport = { width, height };
    const maissa = house.named("Maïssa Benali");
    const pupil = await enter(maissa, { viewport });
    const told = async (name: string, what: Locator) => {
      const wide = await pupil.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${name} is no wider than its screen`).toBeLessThanOrEqual(width);
      await shot(pupil, `86-${name}-${width}x${height}`);
      await inFirstScreen(pupil, what, name);
    };
    await pupil.goto("/");
    await told("jour", pupil.locator("nav.panes"));
    await pupil.goto("/bar/demande");
    await told("matiere", pupil.locator(".panes"));
    await pupil.goto("/bar/demande?matiere=maths");
    await told("montrer", height < 400 ? pupil.locator(".ways") : pupil.getByRole("button", { name: "Envoyer ma demande" }));
    await pupil.locator("#bloque").fill("Exercice 5");
    await pupil.getByRole("button", { name: "Envoyer ma demande" }).click();
    await pupil.waitForURL(/\/bar\/moi$/);
    await pupil.goto("/bar/moi");
    await told("attente", pupil.locator(".acts").getByRole("button").first());
    const teacher = await enter(house.one("teacher"));
    await teacher.goto("/bar");
    await row(teacher, "Maïssa").getByRole("button", { name: /Prendre/ }).click();
    await expect(pupil.getByRole("heading", { name: /t’aide/ })).toBeVisible();
    await told("fil", pupil.getByRole("heading", { name: /t’aide/ }));
  });
}

// Without a line: the pages of the evening are read, what is written waits and arrives once; then the device forgets.
import { chromium, type Page } from "@playwright/test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ask, row } from "../fixtures/evening";
import { expect, phone, signIn, test } from "../fixtures/house";
import { Line } from "../fixtures/line";
import { seen } from "../fixtures/stop";

const soon = { timeout: 30_000 };

/** The addresses that the device keeps, by person. */
async function kept(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(async () => {
    const all: Record<string, string[]> = {};
    for (const name of (await caches.keys()).filter((name) => name.startsWith("pages-"))) {
      all[name] = (await (await caches.open(name)).keys()).map((key) => new URL(key.url).pathname).sort();
    }
    return all;
  });
}

async function keeps(page: Page, path: string): Promise<void> {
  await expect.poll(async () => Object.values(await kept(page)).flat(), soon).toContain(path);
}

/** What waits on the device, whoever wrote it. */
async function waits(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        const opening = indexedDB.open("preau", 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore("out", { keyPath: "at" });
        opening.onsuccess = () => {
          const asked = opening.result.transaction("out").objectStore("out").count();
          asked.onsuccess = () => {
            opening.result.close();
            done(asked.result);
          };
        };
      }),
  );
}

/** A picture that no browser makes small: noise of this many points a side. */
async function noise(page: Page, side: number): Promise<Buffer> {
  const data = await page.evaluate((side) => {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = side;
    const air = canvas.getContext("2d")!, points = air.createImageData(side, side);
    for (let n = 0; n < points.data.length; n += 1) points.data[n] = n % 4 === 3 ? 255 : Math.random() * 256;
    air.putImageData(points, 0, 0);
    return canvas.toDataURL("image/jpeg", 0.9).split(",")[1];
  }, side);
  return Buffer.from(data, "base64");
}

test("the house is stopped: kept pages are read, and a demand written on one arrives once", async ({ house, enter }) => {
  test.setTimeout(120_000);
  const pupil = await enter(house.named("Maïssa Benali"));
  await pupil.goto("/");
  await keeps(pupil, "/");
  await keeps(pupil, "/bar/demande");
  await keeps(pupil, "/semaine");
  await keeps(pupil, "/protocole");
  await keeps(pupil, "/hors-ligne");
  await house.stop();

  await pupil.reload();
  await expect(pupil.getByText(/Page gardée à \d+\sh\s\d\d/)).toBeVisible();
  await expect(pupil.getByText("Pas de réseau")).toBeVisible();
  await expect(pupil.getByRole("heading", { level: 1 })).toContainText("Maïssa");
  await seen(pupil, "43-gardee-soir-360");
  await pupil.goto("/");
  await expect(pupil).toHaveURL(/\/$/);
  await pupil.goto("/messages");
  await expect(pupil.getByRole("heading", { name: "Cette page n’est pas gardée ici" })).toBeVisible();
  await expect(pupil.getByText(/Page gardée à/)).toBeHidden();
  await seen(pupil, "44-non-gardee-360");
  await pupil.goto("/protocole");
  await expect(pupil).toHaveURL(/\/protocole/);
  await expect(pupil.getByText(/Page gardée à/)).toBeVisible();
  await pupil.goto("/semaine");
  await expect(pupil.getByText(/Page gardée à/)).toBeVisible();
  await pupil.goto("/messages");
  await pupil.locator("[data-kept-list] a[href='/bar/demande']").click();
  await expect(pupil.getByText(/Page gardée à \d+\sh\s\d\d/)).toBeVisible();
  const first = await pupil.locator("input[name=once]").first().inputValue();
  await pupil.reload();
  expect(await pupil.locator("input[name=once]").first().inputValue(), "a kept form is new each time").not.toBe(first);
  await pupil.getByLabel("Maths", { exact: true }).check();
  await pupil.locator("#bloque").fill("Écrite sur une page gardée");
  await pupil.getByRole("button", { name: "Envoyer ma demande" }).click();
  await expect(pupil.locator("[data-outbox-list]")).toContainText("Pas encore parti");
  await seen(pupil, "45-gardee-demande-360");

  await house.start();
  await expect(pupil).toHaveURL(/\/bar\/moi$/, soon);
  await expect(pupil.locator(".talk > li")).toHaveCount(1);
  const teacher = await enter(house.one("teacher"));
  await teacher.goto("/bar");
  await expect(row(teacher, "Écrite sur une page gardée")).toHaveCount(1);

  // The thread is kept as it was last seen, with what came since it was opened.
  await keeps(pupil, "/bar/moi");
  await pupil.locator("#texte").fill("Une précision");
  await pupil.getByRole("button", { name: "Envoyer", exact: true }).click();
  await expect(pupil.locator(".talk > li")).toHaveCount(2);
  await expect
    .poll(() => pupil.evaluate(async () => (await (await caches.match("/bar/moi"))!.text()).includes("Une précision")), soon)
    .toBe(true);
  await house.stop();
  await pupil.reload();
  await expect(pupil.locator(".talk > li")).toHaveCount(2);
  await expect(pupil.getByText(/Page gardée à/)).toBeVisible();
  await house.start();
  await expect(pupil.getByText(/Page gardée à/)).toBeHidden(soon);
  await expect(pupil.locator("[data-offline]")).toBeHidden(soon);
});

test("the browser is closed too, for as long as one likes", async ({ house }) => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), "preau-device-"));
  const open = () =>
    chromium.launchPersistentContext(folder, {
      ...test.info().project.use.launchOptions,
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      baseURL: house.url,
      viewport: phone,
      locale: "fr-FR",
    });
  let device = await open();
  let page = await device.newPage();
  await signIn(page, house.named("Inès Nouvel"));
  await page.goto("/");
  await keeps(page, "/bar/demande");
  await house.stop();
  await device.close();

  device = await open();
  page = await device.newPage();
  await page.goto("/bar/demande");
  await page.getByLabel("Sciences", { exact: true }).check();
  await page.locator("#bloque").fill("Écrite après le redémarrage");
  await page.locator("#photo").setInputFiles({ name: "p.jpg", mimeType: "image/jpeg", buffer: await noise(page, 900) });
  await expect(page.locator("canvas.photo")).toBeVisible();
  await page.getByRole("button", { name: "Envoyer ma demande" }).click();
  await expect(page.locator("[data-outbox-list]")).toContainText("Pas encore parti");
  await device.close();

  await house.start();
  device = await open();
  page = await device.newPage();
  await page.goto("/");
  await expect(page).toHaveURL(/\/bar\/moi$/, soon);
  await expect(page.locator(".talk > li")).toHaveCount(1);
  await expect(page.locator("main img.photo")).toHaveCount(1);
  expect(await waits(page)).toBe(0);
  await device.close();
  rmSync(folder, { recursive: true, force: true });
});

test("a device keeps one person's pages, and forgets them on the way out", async ({ house, device }) => {
  const page = await device();
  await signIn(page, house.named("Maïssa Benali"));
  await page.goto("/");
  await keeps(page, "/");
  expect(Object.keys(await kept(page))).toHaveLength(1);
  // What could not leave is asked about first, then goes with the rest.
  await page.evaluate(
    (me) =>
      new Promise((done) => {
        const opening = indexedDB.open("preau", 1);
        opening.onsuccess = () => {
          const fields = [["texte", "Jamais partie"]];
          const letter = { at: Date.now(), me, own: true, action: "/bar/moi/message", stay: true, no: 404, fields };
          const tx = opening.result.transaction("out", "readwrite");
          tx.objectStore("out").put(letter);
          tx.oncomplete = done;
        };
      }),
    await page.locator("body").getAttribute("data-me"),
  );
  await page.goto("/compte");
  await expect(page.locator("[data-outbox-list]")).toContainText("N’a pas pu partir");
  page.once("dialog", (dialog) => dialog.dismiss());
  await page.getByRole("button", { name: "Sortir" }).click();
  expect(await waits(page)).toBe(1);
  await expect(page).toHaveURL(/\/compte/);
  page.once("dialog", (dialog) => dialog.accept());
  await page.getByRole("button", { name: "Sortir" }).click();
  await expect(page).toHaveURL(/\/entrer/);
  expect(await kept(page)).toEqual({});
  expect(await waits(page)).toBe(0);

  // Somebody else on the same browser, without a way out in between.
  await signIn(page, house.named("Maïssa Benali"));
  await page.goto("/");
  await keeps(page, "/");
  const before = Object.keys(await kept(page));
  await page.context().clearCookies();
  await signIn(page, house.named("Inès Nouvel"));
  await page.goto("/");
  await expect.poll(async () => Object.keys(await kept(page)), soon).toHaveLength(1);
  await expect.poll(async () => Object.keys(await kept(page)), soon).not.toEqual(before);
});

test("a shared device keeps no page", async ({ house, device }) => {
  for (const where of ["shared", "school"]) {
    const page = await device();
    const account = house.named("Maïssa Benali");
    await page.goto(account.sign_in_url);
    await page.locator("#pin").fill(account.pin!);
    await page.locator(`input[name=device][value=${where}]`).check();
    await page.locator("main .btn.lamp").click();
    await page.waitForURL(/\/$/);
    await page.waitForTimeout(3_000);
    expect(await kept(page), where).toEqual({});
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), where).toBe(0);
  }
});

test("a large photo goes on from where the line was cut", async ({ house, enter }) => {
  test.setTimeout(180_000);
  const pupil = await enter(house.named("Maïssa Benali"));
  await ask(pupil, "Maths", "Je bloque sur la question 2.");
  await pupil.locator("#plus summary").click();
  const buffer = await noise(pupil, 1500);
  const sent: number[] = [];
  pupil.on("request", (request) => {
    if (request.method() === "POST" && request.url().includes("/envoi/")) sent.push(Number(request.headers()["upload-offset"]));
  });
  await pupil.locator("#photo").setInputFiles({ name: "p.jpg", mimeType: "image/jpeg", buffer });
  await expect(pupil.locator("canvas.photo")).toBeVisible();
  const line = await pupil.context().newCDPSession(pupil);
  await line.send("Network.enable");
  const slow = { offline: false, latency: 100, downloadThroughput: 60_000, uploadThroughput: 120_000 };
  await line.send("Network.emulateNetworkConditions", slow);
  await pupil.locator("#texte").fill("La photo du cahier");
  await pupil.getByRole("button", { name: "Envoyer", exact: true }).click();
  await expect(pupil.locator("[data-outbox-list]")).toContainText("Envoi en cours", soon);
  for (const pieces of [2, 5]) {
    await expect.poll(() => sent.length, { timeout: 60_000 }).toBeGreaterThanOrEqual(pieces);
    await house.stop();
    await pupil.waitForTimeout(500);
    await house.start();
  }
  await line.send("Network.emulateNetworkConditions", { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  await expect(pupil.locator(".talk > li")).toHaveCount(2, { timeout: 60_000 });
  await expect(pupil.locator("main img.photo")).toHaveCount(1);
  expect(await waits(pupil)).toBe(0);
  const again = sent.length - new Set(sent).size;
  console.log(`      photo: ${buffer.length} bytes chosen, ${sent.length} pieces sent, ${again} of them again`);
  expect(new Set(sent).size, "in pieces").toBeGreaterThan(4);
  expect(again, "only what the cut swallowed").toBeLessThanOrEqual(4);
});

test("hundreds of messages over a line that fails, to a house that is killed: none lost, none twice", async ({ house, device }) => {
  const [SENDS, KILLS] = [Number(process.env.PREAU_SENDS ?? 400), 8];
  test.setTimeout(420_000);
  const line = new Line(house.url);
  await line.start();
  const pupil = await device({ baseURL: line.url });
  const account = house.named("Maïssa Benali");
  await signIn(pupil, { ...account, sign_in_url: account.sign_in_url.replace(house.url, line.url) });
  await ask(pupil, "Maths", "Je bloque sur la question 2.");
  line.cuts = 12;
  let stopped = false;
  const killing = (async () => {
    for (let kill = 0; kill < KILLS; kill += 1) {
      await new Promise((done) => setTimeout(done, 1_200));
      await house.stop();
      await new Promise((done) => setTimeout(done, 300));
      await house.start();
    }
    stopped = true;
  })();
  // The page's own form and its own outbox: the text is set, the form submitted, as fast as it takes it.
  for (let n = 0; n < SENDS; n += 1) {
    await pupil.evaluate((n) => {
      const text = document.querySelector<HTMLTextAreaElement>("#texte")!;
      text.value = `message ${n}.`;
      text.form!.requestSubmit();
    }, n);
    await pupil.waitForTimeout(stopped ? 5 : 25);
  }
  await killing;
  line.cuts = 0;
  await expect.poll(() => waits(pupil), { timeout: 120_000 }).toBe(0);
  await pupil.reload();
  const texts = await pupil.locator(".talk > li").allInnerTexts();
  const counts = new Map<string, number>();
  for (const text of texts) {
    const found = /message \d+\./.exec(text)?.[0];
    if (found) counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  const twice = [...counts.values()].filter((count) => count > 1).length;
  console.log(`      outbox: ${SENDS} sends, ${KILLS} kills, ${line.cut} cuts, ${SENDS - counts.size} lost, ${twice} twice`);
  line.stop();
  expect(counts.size).toBe(SENDS);
  expect(twice).toBe(0);
});

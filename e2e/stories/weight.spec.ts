// What a page costs on the wire, and that letters twice as large still fit a phone.
import type { Page } from "@playwright/test";
import { ask } from "../fixtures/evening";
import { expect, phone, test } from "../fixtures/house";
import { open } from "../fixtures/room";

/** Bytes on the wire and requests to show this page. */
async function cost(page: Page, path: string): Promise<{ bytes: number; requests: number }> {
  const line = await page.context().newCDPSession(page);
  await line.send("Network.enable");
  const asked = new Map<string, string>();
  const parts = new Set<string>();
  let [bytes, requests] = [0, 0];
  line.on("Network.requestWillBeSent", ({ requestId, request }) => {
    // The bell stays open: it is no part of showing the page.
    if (request.url.endsWith("/flux")) return;
    asked.set(requestId, request.url);
    if (request.headers["X-Part"]) parts.add(requestId);
  });
  line.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (!asked.has(requestId) || encodedDataLength === 0) return;
    bytes += encodedDataLength;
    // Their bytes count; but the tab's picture, and the part asked again once the bell is heard, hold nothing up.
    const later = /favicon/.test(asked.get(requestId)!) || parts.has(requestId);
    if (!later) requests += 1;
  });
  await page.goto(path);
  await page.waitForTimeout(1_000);
  await line.detach();
  return { bytes, requests };
}

test("pages are light", async ({ house, device, enter }, info) => {
  const told = (what: string, { bytes, requests }: { bytes: number; requests: number }) =>
    info.annotations.push({ type: what, description: `${bytes} bytes in ${requests} requests` });

  const fresh = await device();
  const door = await cost(fresh, "/entrer");
  told("first page", door);
  expect(door.bytes).toBeLessThan(60_000);

  // Signed in, then an empty cache and no worker: everything comes again.
  const pupil = await enter(house.named("Maïssa Benali"), { serviceWorkers: "block" });
  const line = await pupil.context().newCDPSession(pupil);
  await pupil.goto("about:blank");
  await line.send("Network.clearBrowserCache");
  const cold = await cost(pupil, "/");
  told("evening, cold", cold);
  expect(cold.bytes).toBeLessThanOrEqual(40_000);
  expect(cold.requests).toBeLessThanOrEqual(6);
  await pupil.goto("about:blank");
  const warm = await cost(pupil, "/");
  told("evening, warm", warm);
  expect(warm.bytes).toBeLessThanOrEqual(6_000);
  // A room has the most script of all.
  const room = await open(await enter(house.one("teacher")));
  await pupil.goto("about:blank");
  await line.send("Network.clearBrowserCache");
  const stage = await cost(pupil, room);
  told("room, cold", stage);
  expect(stage.bytes).toBeLessThanOrEqual(40_000);
  expect(stage.requests).toBeLessThanOrEqual(6);
  console.log("      wire:", JSON.stringify({ door, cold, warm, stage }));
});

test("letters twice as large fit a phone", async ({ house, enter }) => {
  const pupil = await enter(house.named("Maïssa Benali"), { viewport: phone });
  const fits = async (path: string) => {
    await pupil.goto(path);
    // What the browser's own setting does: the root's size, from which every other comes.
    await pupil.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    const size = await pupil.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
    const wide = await pupil.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    await pupil.screenshot({ path: `../target/e2e/shots/70-double${path.replaceAll("/", "-")}.png`, fullPage: true });
    expect(size, `${path} has large letters`).toBeGreaterThanOrEqual(32);
    expect(wide[0], `${path} is not wider than its screen`).toBeLessThanOrEqual(wide[1]);
  };
  await fits("/");
  await fits("/bar/demande");
  await ask(pupil, "Français", "Je confonds « ses » et « ces ».");
  await fits("/bar/moi");
  await fits("/compte");
});

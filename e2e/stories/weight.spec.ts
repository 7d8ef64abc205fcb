// What a page costs on the wire, and that letters twice as large still fit a phone.
import { cost } from "../fixtures/cost";
import { ask } from "../fixtures/evening";
import { expect, phone, test } from "../fixtures/house";
import { open } from "../fixtures/room";

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

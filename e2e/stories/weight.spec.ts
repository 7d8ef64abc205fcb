// What a page costs on the wire, and that letters twice as large still fit a phone.
import { cold, cost, twice } from "../fixtures/cost";
import { ask } from "../fixtures/evening";
import { expect, phone, test } from "../fixtures/house";
import { open } from "../fixtures/room";

test("the door and a room are light", async ({ house, device, enter }) => {
  const door = await cost(await device(), "/entrer");
  // A room has the most script of all.
  const room = await open(await enter(house.one("teacher")));
  const pupil = await enter(house.named("Maïssa Benali"), { serviceWorkers: "block" });
  const stage = await cold(pupil, room);
  console.log("      wire:", JSON.stringify({ door, stage }));
  for (const { bytes, requests } of [door, stage]) {
    expect(bytes).toBeLessThanOrEqual(40_000);
    expect(requests).toBeLessThanOrEqual(6);
  }
});

/** What each of them opens on an evening. */
const opened: [who: string, paths: string[]][] = [
  ["pupil", ["/", "/aide", "/bar/demande", "/bar/demande?matiere=maths", "/semaine", "/messages", "/difficulte", "/compte"]],
  ["guardian", ["/", "/enfants", "/accord", "/semaine", "/messages", "/aide", "/difficulte"]],
  ["teacher", ["/", "/bar", "/semaine", "/groupes", "/programmes", "/messages", "/heures", "/formation"]],
];
for (const [who, paths] of opened) {
  test(`each page that a ${who} opens is light, the first time and again`, async ({ house, enter }) => {
    const accounts = { pupil: house.named("Maïssa Benali"), guardian: house.named("Samira Benali"), teacher: house.one("teacher") };
    const page = await enter(accounts[who as keyof typeof accounts], { serviceWorkers: "block" });
    for (const path of paths) {
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(200);
      const { cold, warm } = await twice(page, path);
      console.log(`      wire of a ${who}: ${path}`, JSON.stringify({ cold, warm }));
      expect.soft(cold.bytes, `${path}, cold`).toBeLessThanOrEqual(40_000);
      expect.soft(cold.requests, `${path}, requests`).toBeLessThanOrEqual(6);
      expect.soft(warm.bytes, `${path}, warm`).toBeLessThanOrEqual(6_000);
    }
  });
}

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

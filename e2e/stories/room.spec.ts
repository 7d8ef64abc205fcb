// A teacher and five pupils in one room: each hears and sees the others, however bad the line.
import { desktop, expect, test } from "../fixtures/house";
import { devices, flowing, inside, press, received, sit } from "../fixtures/room";
import type { Page } from "@playwright/test";

test.use({ launchOptions: { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: devices } });

/** The teacher makes a room for the class, and enters it. */
async function hold(teacher: Page): Promise<string> {
  await teacher.goto("/visio");
  await teacher.locator("#classe").selectOption({ label: "5e B" });
  await teacher.getByRole("button", { name: "Ouvrir la salle" }).click();
  await teacher.waitForURL(/\/visio\/[0-9a-f]{32}/);
  await sit(teacher);
  await inside(teacher);
  return new URL(teacher.url()).pathname;
}

/** A setting of the adult who holds the room. */
async function cameras(teacher: Page, who: string): Promise<void> {
  await teacher.locator("#conduire > summary").click();
  await teacher.getByLabel(who).check();
  await teacher.getByLabel("Faire entrer chacun à la porte").uncheck();
  await teacher.getByRole("button", { name: "Garder ces réglages" }).click();
  await teacher.waitForLoadState();
  await sit(teacher);
  await inside(teacher);
}

test("one teacher and five pupils hear and see each other", async ({ house, enter }) => {
  test.setTimeout(240_000);
  const teacher = await enter(house.one("teacher"), { viewport: desktop });
  const room = await hold(teacher);
  await cameras(teacher, "Vues de tous");
  const pupils: Page[] = [];
  for (const account of house.accounts.filter((account) => account.role === "pupil").slice(0, 5)) {
    const pupil = await enter(account);
    await pupil.goto(room);
    await sit(pupil);
    await inside(pupil);
    pupils.push(pupil);
  }
  const all = [teacher, ...pupils];
  await press(teacher, "Allumer la caméra");
  for (const pupil of pupils) {
    await press(pupil, "Ouvrir le micro");
    await press(pupil, "Allumer la caméra");
  }
  // A telephone has four places for cameras, a desk nine.
  await flowing(teacher, 5, 5);
  for (const pupil of pupils) await flowing(pupil, 5, 4);

  await press(pupils[0], "La voix seulement");
  await pupils[0].waitForTimeout(1_500);
  const before = await received(pupils[0]);
  await pupils[0].waitForTimeout(2_000);
  const after = await received(pupils[0]);
  expect(after.video.bytes).toBe(before.video.bytes);
  expect(after.audio.bytes).toBeGreaterThan(before.audio.bytes);

  console.log(JSON.stringify(await Promise.all(all.map(received))));
});

// From a ticket to a room in one tap, for the teacher and for the pupil; one room for several on the same exercise.
import { desktop, expect, test } from "../fixtures/house";
import { devices, flowing, inside, sit } from "../fixtures/room";
import { stop } from "../fixtures/stop";
import type { Page } from "@playwright/test";

test.use({ trace: "off", launchOptions: { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: devices } });

/** Asks for help in writing. */
async function ask(pupil: Page, blocks: string): Promise<void> {
  await pupil.goto("/bar/demande");
  await pupil.getByLabel("Maths", { exact: true }).check();
  await pupil.locator("#bloque").fill(blocks);
  await pupil.getByRole("button", { name: "Envoyer ma demande" }).click();
  await pupil.waitForURL(/\/bar\/moi/);
}

/** The one link by which this pupil is called. */
const call = (pupil: Page) => pupil.getByRole("status").filter({ hasText: /La salle «\s.*\s» va s’ouvrir|Ton professeur t’attend dans la salle/ }).getByRole("link", { name: "Entrer" });

test("a teacher opens a room with one tap, and the pupil is in it with one tap", async ({ house, enter }) => {
  test.setTimeout(180_000);
  const pupil = await enter(house.named("Inès Nouvel"));
  await ask(pupil, "Exercice 4 page 12, je ne vois pas la figure.");
  const teacher = await enter(house.one("teacher"), { viewport: desktop });
  await teacher.goto("/bar");
  await teacher.getByRole("button", { name: /^Prendre Inès/ }).click();
  await teacher.waitForURL(/\/bar\/demande\//);
  const ticket = teacher.url();
  await expect(pupil.getByText("C’est à toi")).toBeVisible();
  await expect(call(pupil)).toHaveCount(0);

  await teacher.getByRole("button", { name: "Parler en visio" }).click();
  await teacher.waitForURL(/\/visio\/[0-9a-f]{32}/);
  const room = new URL(teacher.url()).pathname;
  // The page rings by itself: nobody reloads it.
  await expect(call(pupil)).toBeVisible({ timeout: 5_000 });
  await stop(pupil, "70-appel-360");
  // The evening and the week say it too; another pupil hears nothing of it.
  const aside = await pupil.context().newPage();
  for (const path of ["/", "/semaine"]) {
    await aside.goto(path);
    await expect(aside.locator(`a[href="${room}"]`)).toBeVisible();
  }
  const other = await enter(house.named("Maïssa Benali"));
  await expect(other.locator(`a[href="${room}"]`)).toHaveCount(0);
  expect((await other.goto(room))!.status()).toBe(404);

  await call(pupil).click();
  await pupil.waitForURL(`**${room}`);
  await sit(teacher);
  await inside(teacher);
  await sit(pupil);
  await inside(pupil);
  await flowing(pupil, 1, 0);

  // The ticket keeps the way back, and its end is the end of the room.
  await aside.close();
  const desk = await teacher.context().newPage();
  await desk.goto(ticket);
  await expect(desk.locator(`a[href="${room}"]`)).toBeVisible();
  await stop(desk, "71-demande-en-salle-1280");
  await desk.getByText("Compris", { exact: true }).click();
  await desk.getByRole("button", { name: "Clore la demande" }).click();
  await expect(pupil.getByText("Cette salle est finie")).toBeVisible({ timeout: 15_000 });
  await pupil.goto("/bar/moi");
  await expect(call(pupil)).toHaveCount(0);
});

test("several on one exercise: one room for all of them", async ({ house, enter }) => {
  test.setTimeout(180_000);
  const pupils = [await enter(house.named("Inès Nouvel")), await enter(house.named("Maïssa Benali"))];
  for (const pupil of pupils) await ask(pupil, "Exercice 31 page 140, la question b");
  const teacher = await enter(house.one("teacher"), { viewport: desktop });
  await teacher.goto("/bar");
  const pile = teacher.locator("form").filter({ hasText: "Exercice 31 page 140" });
  await pile.getByRole("button", { name: "Expliquer une fois" }).click();
  await teacher.waitForURL(/\/groupe\//);
  await teacher.getByRole("button", { name: "Parler à tous en visio" }).click();
  await teacher.waitForURL(/\/visio\/[0-9a-f]{32}/);
  const room = new URL(teacher.url()).pathname;
  await sit(teacher);
  await inside(teacher);
  for (const pupil of pupils) {
    await call(pupil).click({ timeout: 10_000 });
    await pupil.waitForURL(`**${room}`);
    await sit(pupil);
    await inside(pupil);
  }
  for (const pupil of pupils) await flowing(pupil, 2, 0);
});

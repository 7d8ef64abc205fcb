// The server restarts while people sit in a room: they are told, and come back without touching anything.
import { desktop, expect, test } from "../fixtures/house";
import { admit, devices, flowing, hold } from "../fixtures/room";
import type { Page } from "@playwright/test";

test.use({ trace: "off", launchOptions: { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: devices } });

test("a restart of the server is told in the room, and everybody comes back by themselves", async ({ house, enter }) => {
  test.setTimeout(240_000);
  const teacher = await enter(house.one("teacher"), { viewport: desktop });
  const room = await hold(teacher);
  const pupil = await enter(house.one("pupil"));
  await admit(teacher, pupil, room);
  for (const page of [teacher, pupil]) await flowing(page, 1, 0);
  // What the page says, as it says it.
  const listens = (page: Page) =>
    page.evaluate(() => {
      const says = document.querySelector("[data-room-says]")!;
      const all: string[] = ((window as any).said = []);
      new MutationObserver(() => all.push(says.textContent ?? "")).observe(says, { childList: true, characterData: true, subtree: true });
    });
  for (const page of [teacher, pupil]) await listens(page);
  const began = Date.now();
  await house.stop("SIGTERM");
  const stopped = Date.now() - began;
  console.log("stopped after ms", stopped);
  expect(stopped).toBeLessThan(10_000);
  for (const page of [teacher, pupil]) {
    const said = await page.evaluate(() => (window as any).said as string[]);
    expect(said.join(" ")).toContain("Le serveur redémarre");
  }
  await house.start();
  for (const page of [teacher, pupil]) await flowing(page, 1, 0, 60_000);
  await expect(teacher.locator("[data-room-says]")).toHaveText("Dans la salle.");
  await expect(pupil.getByText("Toutes les places sont prises")).toHaveCount(0);
});

// A room by keyboard alone, from the door to the end: every control has a name, what happens is said, the focus stays (docs/rooms-by-keyboard.md).
import { accessible } from "../fixtures/axe";
import { desktop, expect, test } from "../fixtures/house";
import { strike, tabTo } from "../fixtures/keys";
import { devices, flowing, inside, open } from "../fixtures/room";
import { stop } from "../fixtures/stop";
import type { Page } from "@playwright/test";

test.use({ trace: "off", launchOptions: { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: devices } });

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });

test("a room from the door to its end by keyboard alone", async ({ house, enter }) => {
  test.setTimeout(240_000);
  const teacher = await enter(house.one("teacher"), { viewport: desktop });
  const pupil = await enter(house.named("Inès Nouvel"));
  const [teacherHears, pupilHears] = [teacher, pupil].map((page) => page.getByRole("log"));
  const pupilReads = pupil.locator("[data-room-says]");

  // The room is opened and entered.
  const room = await open(teacher);
  await strike(teacher, button(teacher, "Entrer, micro ouvert"));
  await inside(teacher);
  await expect(button(teacher, "Micro ouvert"), "the focus goes on to the first tool").toBeFocused();

  // The pupil knocks, and is let in.
  await pupil.goto(room);
  await accessible(pupil, "the door");
  await strike(pupil, button(pupil, "Entrer, micro fermé"));
  await expect(pupilReads).toHaveText("L’adulte sait que tu es là. Il va te faire entrer.");
  await expect(teacherHears).toContainText("1 personne attend à la porte, Inès Nouvel");
  await accessible(teacher, "somebody at the door");
  await strike(teacher, button(teacher, "Faire entrer Inès Nouvel"));
  await inside(pupil);
  await expect(button(pupil, "Micro fermé")).toBeFocused();

  // Microphone and camera: the word of the button and whether it is pressed change under the focus.
  await pupil.keyboard.press("Space");
  await expect(button(pupil, "Micro ouvert")).toBeFocused();
  await expect(button(pupil, "Micro ouvert")).toHaveAttribute("aria-pressed", "true");
  await strike(pupil, button(pupil, "Caméra éteinte"));
  await expect(button(pupil, "Caméra allumée")).toBeFocused();
  await flowing(teacher, 1, 1);

  // A hand goes up and down.
  await strike(pupil, button(pupil, "Main baissée"));
  await expect(button(pupil, "Main levée, 1")).toBeFocused();
  await expect(teacherHears).toContainText("1 main levée, Inès Nouvel");
  await strike(teacher, button(teacher, /^Donner la parole/));
  await expect(button(pupil, "Main baissée")).toBeFocused();

  // A question, and an answer.
  await strike(teacher, teacher.locator("#conduire > summary"));
  await tabTo(teacher, teacher.locator("#question"), { most: 90, wraps: true });
  await teacher.keyboard.type("Quelle fraction est la plus grande ?");
  await strike(teacher, button(teacher, "A, B, C ou D ?"));
  await expect(pupilHears).toContainText("Quelle fraction est la plus grande ?");
  await strike(pupil, pupil.getByRole("region", { name: "Quelle fraction" }).getByRole("button", { name: "B", exact: true }), "Enter", "Shift+Tab");
  // What stands beside the pictures is unfolded: the answer is there, and may be changed.
  await strike(pupil, button(pupil, /^Plus/));
  await expect(button(pupil, "B")).toHaveAttribute("aria-pressed", "true");
  await stop(pupil, "65-salle-clavier-360");
  await stop(teacher, "66-salle-clavier-1280");

  // One writes, the other hears it.
  await tabTo(pupil, pupil.locator("#texte"), { most: 90, wraps: true });
  await pupil.keyboard.type("Je crois que c’est 3/4");
  await pupil.keyboard.press("Enter");
  await expect(teacherHears).toContainText("Je crois que c’est 3/4");
  await expect(pupil.locator("#texte")).toBeFocused();

  // One microphone is cut, and given back; who is concerned hears it.
  await strike(teacher, teacher.locator("summary").filter({ hasText: "Agir Inès Nouvel" }));
  await strike(teacher, teacher.locator("details[open] form").getByRole("button", { name: "Couper le micro" }));
  await expect(pupilReads).toHaveText("L’adulte a coupé les micros. On peut lever la main.");
  await expect(teacher.getByRole("button", { name: "Rendre le micro" })).toBeFocused();
  await teacher.keyboard.press("Enter");
  await expect(teacher.locator("details[open] form").getByRole("button", { name: "Couper le micro" })).toBeFocused();

  // Groups, and all together again.
  await strike(teacher, button(teacher, "2 groupes"));
  await expect(pupilHears).toContainText("Groupe 1");
  await accessible(pupil, "in a group");
  await strike(teacher, button(teacher, "Tous ensemble"));
  await expect(pupil.locator("[data-live]").getByText("Groupe 1")).toHaveCount(0);

  // The pupil leaves and comes back without asking; then it is over for all.
  await strike(pupil, button(pupil, /^Quitter/), "Enter", "Shift+Tab");
  await pupil.waitForURL(/\/visio$/);
  await expect(pupil.getByRole("status").filter({ hasText: "Tu as quitté la salle." })).toBeVisible();
  await strike(pupil, pupil.getByRole("link", { name: /^Entrer/ }));
  await pupil.waitForURL(/\/visio\/[0-9a-f]{32}/);
  await strike(pupil, button(pupil, "Entrer, micro fermé"));
  await inside(pupil);
  await strike(teacher, teacher.locator("#finir > summary"));
  await strike(teacher, button(teacher, "Finir pour tous"));
  await expect(pupil.getByText("Cette salle est finie")).toBeVisible({ timeout: 15_000 });
  await accessible(pupil, "the end");
});

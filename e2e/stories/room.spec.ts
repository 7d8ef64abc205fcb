// A teacher and five pupils in one room: each hears and sees, however bad the line; who is not expected stays out.
import { desktop, expect, type House, test } from "../fixtures/house";
import { accessible } from "../fixtures/axe";
import { backAfterCut, admit, control, devices, flowing, hold, inside, open, press, received, sit, unfold } from "../fixtures/room";
import { shot } from "../fixtures/stop";
import type { Page } from "@playwright/test";

test.use({ trace: "off", launchOptions: { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: devices } });

/** Six browsers share two cores: what one does reaches the others late. */
const patient = { timeout: 20_000 };

/** At this size the room fills the screen and no more: nothing is wider, and every control is in it, large enough for a thumb. */
async function fits(page: Page, name: string, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  const found = await page.evaluate(() => {
    const boxes = [...document.querySelectorAll("[data-room-tools] button, .tile")].map((one) => [one.textContent, one.getBoundingClientRect()] as const);
    const out = boxes.filter(([, b]) => b.top < 0 || b.left < 0 || b.right > innerWidth + 1 || b.bottom > innerHeight + 1 || b.width < 40 || b.height < 40);
    return { wide: document.documentElement.scrollWidth - innerWidth, high: document.documentElement.scrollHeight - innerHeight, out: out.map(([words, b]) => `${words} ${JSON.stringify(b)}`) };
  });
  expect(found, `${width}×${height}`).toEqual({ wide: 0, high: 0, out: [] });
  await shot(page, `${name}-${width}`);
  await accessible(page, `${width}×${height}`, ["light"]);
}

/** With so many seats at 1280 px each has its tile, whole, in sight; measured at once, for the room draws them anew. */
async function crowded(page: Page, seats: number): Promise<void> {
  const out = await page.evaluate((seats) => {
    const tiles = document.querySelector<HTMLElement>("[data-room-tiles]")!;
    const [first] = [...tiles.children];
    while (tiles.children.length < seats) tiles.append(first.cloneNode(true));
    tiles.style.setProperty("--rows", String(Math.ceil((seats - 1) / 2)));
    tiles.classList.add("many");
    const boxes = [...tiles.children].map((one) => one.getBoundingClientRect());
    return boxes.filter((b) => b.top < 0 || b.left < 0 || b.right > innerWidth + 1 || b.bottom > innerHeight + 1 || b.width < 120 || b.height < 80).map((b) => JSON.stringify(b));
  }, seats);
  await shot(page, `61-salle-${seats}-1280`);
  expect(out, `${seats} seats`).toEqual([]);
}

test("one teacher and five pupils hear and see each other", async ({ house, enter }) => {
  test.setTimeout(300_000);
  const teacher = await enter(house.one("teacher"), { viewport: desktop });
  const room = await hold(teacher);
  const pupils: Page[] = [];
  for (const account of house.accounts.filter((account) => account.role === "pupil").slice(0, 5)) {
    const pupil = await enter(account);
    await admit(teacher, pupil, room);
    pupils.push(pupil);
  }
  expect(pupils).toHaveLength(5);
  // Every microphone is open at the adult's; the pupils' are muted, which still sends silence. Cameras go to the adult.
  await press(teacher, "Caméra");
  for (const pupil of pupils) await press(pupil, "Caméra");
  console.log("teacher", JSON.stringify(await flowing(teacher, 5, 3)));
  for (const pupil of pupils) console.log("pupil", JSON.stringify(await flowing(pupil, 5, 1)));

  // Voices only: no picture comes any more.
  await unfold(pupils[0]);
  await pupils[0].getByRole("button", { name: "La voix seulement" }).click();
  await expect
    .poll(
      async () => {
        const before = await received(pupils[0]);
        await pupils[0].waitForTimeout(2_000);
        const after = await received(pupils[0]);
        expect(after.audio.bytes).toBeGreaterThan(before.audio.bytes);
        return after.video.frames - before.video.frames;
      },
      { timeout: 20_000 },
    )
    .toBe(0);

  // What the teacher shows is seen.
  await press(teacher, "Partager");
  await expect(pupils[1].getByRole("figure", { name: /L’écran de Claire Auvray/ })).toBeVisible({ timeout: 20_000 });

  // Six tiles, the teacher's first; who speaks is ringed, at each size.
  for (const page of [teacher, ...pupils]) await expect(page.locator(".tile")).toHaveCount(6);
  await expect(pupils[1].locator(".tile").first()).toContainText("Claire Auvray");
  await expect(pupils[1].locator(".tile.speaks").first()).toBeVisible({ timeout: 20_000 });
  await fits(pupils[1], "60-salle-partage", 360, 560);
  await fits(pupils[1], "60-salle-partage", 740, 360);
  await fits(teacher, "61-salle-prof", 1280, 800);
  await crowded(teacher, 12);
  await press(teacher, "Partager");
  await expect(pupils[1].getByRole("figure")).toHaveCount(0, patient);
  await fits(pupils[1], "60-salle", 360, 560);
  await fits(pupils[1], "60-salle", 740, 360);
  await fits(pupils[1], "60-salle", 1280, 800);
  await pupils[1].setViewportSize({ width: 360, height: 560 });

  // The line of a pupil is killed: the same seat, within five seconds.
  const seat = await pupils[2].evaluate(() => JSON.parse((document.querySelector("[data-room]") as HTMLElement).dataset.room!).me);
  expect(await backAfterCut(pupils[2])).toBeLessThan(5_000);
  await expect(teacher.locator(`[data-seat="${seat}"]`)).toContainText("dans la salle");
  await flowing(pupils[2], 5, 0);

  // A hand goes up, is seen, and goes down: whose it was has the floor.
  await press(pupils[3], "Main");
  await expect(control(pupils[3], "Main levée, 1")).toHaveAttribute("aria-pressed", "true", patient);
  await expect(pupils[1].locator(".tile.raised")).toHaveCount(1, patient);
  await teacher.getByRole("button", { name: /^Donner la parole/ }).click();
  await expect(control(pupils[3], "Main baissée")).toBeVisible(patient);
  await expect(pupils[3].locator("[data-room-says]")).toHaveText(/te donne la parole/, patient);

  // A question stands over the pictures until it is answered.
  await teacher.locator("#conduire > summary").click();
  await teacher.locator("#question").fill("Combien de douzièmes ?");
  await teacher.getByRole("button", { name: "A, B, C ou D ?" }).click();
  const question = pupils[1].getByRole("region", { name: "Combien de douzièmes ?" });
  await expect(question).toBeVisible(patient);
  await fits(pupils[1], "62-salle-sondage", 360, 560);
  await question.getByRole("button", { name: "B", exact: true }).click();
  await expect(question).toBeHidden(patient);
  await expect(pupils[1].locator(".said")).toContainText("Ta réponse est comptée.", patient);

  // What one writes, all read; and somebody outside the room can be told.
  await unfold(pupils[4]);
  await pupils[4].locator("#texte").fill("Je ne vois pas la figure.");
  await pupils[4].getByRole("button", { name: "Envoyer", exact: true }).click();
  await expect(pupils[0].locator(".talk")).toContainText("Je ne vois pas la figure.", patient);
  await expect(pupils[0].locator("#signaler")).toBeVisible();
  await shot(pupils[4], "63-salle-ecrire-360");

  // The end is the end for all, and is asked once.
  await teacher.locator("#finir > summary").click();
  await teacher.getByRole("button", { name: "Finir pour tous" }).click();
  for (const pupil of pupils) await expect(pupil.getByText("Cette salle est finie")).toBeVisible({ timeout: 15_000 });
});

/** Asks the room's door as its script does; what it answers. */
function ask(page: Page, room: string, what: string, fields: Record<string, string>): Promise<{ refused?: string; say?: string; token?: string }> {
  return page.evaluate(
    async ([url, fields]) => {
      const csrf = document.querySelector<HTMLInputElement>("input[name=csrf]")!.value;
      return (await fetch(url as string, { method: "POST", body: new URLSearchParams({ csrf, ...(fields as object) }) })).json();
    },
    [`${room}/${what}`, fields] as const,
  );
}

/** What was refused so far, as the log says it; it names nobody. */
function refusals(house: House): string[] {
  const lines = house.log.split("\n").filter((line) => line.includes("a seat was refused"));
  const names = house.accounts.flatMap(({ name }) => name.split(" ")).filter((name) => name.length > 2);
  expect(names.filter((name) => lines.some((line) => line.includes(name)))).toEqual([]);
  return lines.map((line) => /why="?([a-z ]+)/.exec(line.replace(/\x1b\[[0-9;]*m/g, ""))![1].trim());
}

test("a pupil before the teacher waits, and is in once let in", async ({ house, enter }) => {
  test.setTimeout(120_000);
  const teacher = await enter(house.one("teacher"), { viewport: desktop });
  // Opened, but the teacher is not in it.
  const room = await open(teacher);
  const pupil = await enter(house.named("Inès Nouvel"));
  await pupil.goto(room);
  await sit(pupil);
  const says = pupil.locator("[data-room-says]");
  await expect(says).toHaveText("Tu es bien à la porte. La salle s’ouvre toute seule dès que l’adulte y est.");
  await expect(pupil.getByRole("heading", { name: "Claire Auvray arrive" })).toBeVisible();
  expect((await received(pupil)).audio.bytes).toBe(0);
  await expect(teacher.getByRole("region", { name: /à la porte/ })).toContainText("Inès Nouvel");
  await sit(teacher);
  await inside(teacher);
  await expect(says).toHaveText("L’adulte sait que tu es là. Il va te faire entrer.");
  expect((await received(pupil)).audio.bytes).toBe(0);
  await teacher.getByRole("button", { name: "Faire entrer Inès Nouvel" }).click();
  await inside(pupil);
  await flowing(pupil, 1, 0);
  expect([...new Set(refusals(house))]).toEqual(["waiting", "lobby"]);
});

test("who is not expected, and who has another's token, stays out", async ({ house, enter }) => {
  test.setTimeout(120_000);
  const teacher = await enter(house.one("teacher"), { viewport: desktop });
  const room = await hold(teacher);
  const stranger = await enter(house.one("pupil-other-school"));
  expect((await stranger.goto(room))!.status()).toBe(404);
  await expect(stranger.locator("h1")).toBeVisible();
  await expect(stranger.locator("[data-room]")).toHaveCount(0);
  expect([...new Set(refusals(house))]).toEqual(["not expected"]);
  const [ines, maissa] = [await enter(house.named("Inès Nouvel")), await enter(house.named("Maïssa Benali"))];
  for (const pupil of [ines, maissa]) await pupil.goto(room);
  for (const pupil of [ines, maissa]) expect(await ask(pupil, room, "place", {})).toMatchObject({ refused: "lobby", say: /Il va te faire entrer/ });
  await teacher.getByRole("button", { name: "Faire entrer tout le monde" }).click();
  await expect.poll(async () => (await ask(ines, room, "place", {})).token?.length).toBe(32);
  const { token } = await ask(ines, room, "place", {});

  // Maïssa's page sends the token it was told is its own: it is told why not, in words, and nothing flows to it.
  await maissa.route(`**${room}/place`, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), token } });
  });
  await sit(maissa);
  await expect(maissa.locator("[data-room-says]")).toHaveText(/Tu es déjà dans la salle sur un autre appareil/);
  expect((await received(maissa)).audio.bytes).toBe(0);
  expect([...new Set(refusals(house))]).toEqual(["not expected", "lobby", "token"]);
});

test("camera refused, microphone refused: one hears all the same", async ({ house, enter, browser }) => {
  test.setTimeout(120_000);
  const teacher = await enter(house.one("teacher"), { viewport: desktop });
  const room = await hold(teacher);
  const pupil = await enter(house.named("Inès Nouvel"));
  await pupil.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = async () => {
      throw new DOMException("no", "NotAllowedError");
    };
  });
  await admit(teacher, pupil, room);
  await flowing(pupil, 1, 0);
  await press(pupil, "Caméra");
  await expect(pupil.locator("[data-room-says]")).not.toBeEmpty();
  await inside(pupil);
});

// A short film recorded on the device, sent, and played by who helps; a voice left when a room's line is cut; a trial that says apart what does not open.
import { desktop, expect, phone, test } from "../fixtures/house";
import { accessible } from "../fixtures/axe";
import { devices, flowing, inside, sit, unfold } from "../fixtures/room";
import type { Page } from "@playwright/test";

test.use({ launchOptions: { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: devices } });

test("a pupil films what they do not understand, and the teacher sees it", async ({ house, enter }) => {
  test.setTimeout(120_000);
  const teacher = await enter(house.one("teacher"), { viewport: desktop });
  const pupil = await enter(house.named("Maïssa Benali"), { viewport: phone });
  await pupil.goto("/bar/demande");
  await pupil.getByLabel("Maths", { exact: true }).check();
  await pupil.locator("#bloque").fill("Ma figure ne se ferme pas.");
  await pupil.getByText("Ou une vidéo courte").click();
  await pupil.getByRole("button", { name: "Filmer une demi-minute" }).click();
  await expect(pupil.getByRole("button", { name: /^Arrêter/ })).toBeVisible();
  await pupil.waitForTimeout(3_000);
  await pupil.getByRole("button", { name: /^Arrêter/ }).click();
  await expect(pupil.locator("[data-film] video[controls]")).toBeVisible();
  const size = await pupil.evaluate(() => document.querySelector<HTMLInputElement>("#video")!.files![0].size);
  console.log("bytes a second of film", Math.round(size / 3));
  expect(size / 3, "half a minute is under 1.5 MB").toBeLessThan(50_000);
  await accessible(pupil, "a film before it leaves");
  await pupil.getByRole("button", { name: "Envoyer ma demande" }).click();
  await expect(pupil).toHaveURL(/\/bar\/moi$/);
  await expect(pupil.locator(".talk video[controls], main video[controls]").first()).toBeVisible();

  await teacher.goto("/bar");
  await teacher.getByRole("button", { name: /Prendre Maïssa/ }).click();
  await teacher.waitForURL(/\/bar\/demande\//);
  const film = teacher.getByLabel("Vidéo courte", { exact: true }).and(teacher.locator("video"));
  const played = await film.evaluate(async (video: HTMLVideoElement) => {
    video.muted = true;
    await video.play();
    while (video.currentTime < 1) await new Promise((done) => setTimeout(done, 50));
    return { wide: video.videoWidth, high: video.videoHeight };
  });
  expect(played).toEqual({ wide: 320, high: 240 });
  await accessible(teacher, "a film in the thread");
});

test("in a room whose line is cut, a pupil leaves a voice that arrives when the line is back", async ({ house, enter }) => {
  test.setTimeout(120_000);
  const pupil = await enter(house.named("Inès Nouvel"), { viewport: phone });
  await pupil.goto("/bar/demande");
  await pupil.getByLabel("Maths", { exact: true }).check();
  await pupil.locator("#bloque").fill("Je ne vois pas la figure.");
  await pupil.getByRole("button", { name: "Envoyer ma demande" }).click();
  await pupil.waitForURL(/\/bar\/moi/);
  const teacher = await enter(house.one("teacher"), { viewport: desktop });
  await teacher.goto("/bar");
  await teacher.getByRole("button", { name: /^Prendre Inès/ }).click();
  await teacher.waitForURL(/\/bar\/demande\//);
  const ticket = teacher.url();
  await teacher.getByRole("button", { name: "Parler en visio" }).click();
  await teacher.waitForURL(/\/visio\/[0-9a-f]{32}/);
  await sit(teacher);
  await inside(teacher);
  await pupil.goto(new URL(teacher.url()).pathname);
  await sit(pupil);
  await inside(pupil);
  await flowing(pupil, 1, 0);

  await house.stop();
  await expect(pupil.locator("[data-room-says]")).toHaveText("La ligne est coupée. On revient dans la salle.", { timeout: 15_000 });
  await unfold(pupil);
  await pupil.getByText("La ligne ne tient pas : laisser un message vocal").click();
  await pupil.getByRole("button", { name: "Enregistrer ma voix" }).click();
  await pupil.waitForTimeout(2_000);
  await pupil.getByRole("button", { name: /^Arrêter/ }).click();
  await expect(pupil.locator("[data-voice] audio")).toBeVisible();
  await pupil.getByRole("button", { name: "Envoyer le message vocal" }).click();
  await expect(pupil.locator("[data-outbox-list]")).toBeVisible();
  await house.start();
  await pupil.waitForURL(/\/bar\/moi/, { timeout: 45_000 });
  await expect(pupil.locator(".talk audio")).toHaveCount(1);
  await teacher.goto(ticket);
  await expect(teacher.locator(".talk audio")).toHaveCount(1);
});

/** Refuses the microphone or the camera, as a person does in the address bar. */
const refuse = (page: Page, audio: boolean, video: boolean) =>
  page.addInitScript(
    ([audio, video]) => {
      const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (wanted) => {
        if ((wanted!.audio && audio) || (wanted!.video && video)) throw new DOMException("no", "NotAllowedError");
        return open(wanted);
      };
    },
    [audio, video],
  );

for (const [audio, video] of [[false, true], [true, false], [true, true]]) {
  test(`the trial with ${audio ? "no microphone" : "a microphone"} and ${video ? "no camera" : "a camera"}`, async ({ house, enter }) => {
    const pupil = await enter(house.named("Inès Nouvel"));
    await refuse(pupil, audio, video);
    await pupil.goto("/visio/essai");
    await pupil.getByRole("button", { name: "Commencer l’essai" }).click();
    const says = pupil.locator("[data-trial-says]");
    await expect(says).toContainText(audio ? "Ton micro ne marche pas ici." : "Le micro", { timeout: 20_000 });
    await expect(says).toContainText(video ? "Pas de caméra. Ce n’est pas grave : la voix suffit." : "La caméra marche.");
    await expect(says).toContainText("La ligne");
    await expect(pupil.getByRole("button", { name: "Recommencer" })).toBeEnabled();
    await accessible(pupil, "the trial");
  });
}

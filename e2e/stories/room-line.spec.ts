// A line that grows thin: the same room in a smaller picture, then the voice alone, and all of it again when the line is back.
import { desktop, expect, test } from "../fixtures/house";
import { admit, devices, flowing, hold, press, received } from "../fixtures/room";
import type { Page } from "@playwright/test";

test.use({ trace: "off", launchOptions: { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: devices } });

/** What reaches the page in a second: bytes of voice, pictures, and the height of the last of them. */
async function second(page: Page): Promise<{ voice: number; frames: number; height: number }> {
  const before = await received(page);
  await page.waitForTimeout(1_000);
  const after = await received(page);
  return { voice: after.audio.bytes - before.audio.bytes, frames: after.video.frames - before.video.frames, height: after.video.height };
}

test("on a thin line the picture is smaller, on a thinner one the voice stays", async ({ house, enter }) => {
  test.setTimeout(180_000);
  const teacher = await enter(house.one("teacher"), { viewport: desktop });
  const room = await hold(teacher);
  const pupil = await enter(house.named("Inès Nouvel"));
  // Chromium holds back the packets of WebRTC as well, on sockets opened since it was first asked: so many bytes a second,
  // and no more than ten packets that wait.
  const cdp = await pupil.context().newCDPSession(pupil);
  await cdp.send("Network.enable");
  const line = (downloadThroughput: number) =>
    cdp.send("Network.emulateNetworkConditions", { offline: false, latency: 30, downloadThroughput, uploadThroughput: 100_000_000, packetQueueLength: 10 } as never);
  await line(100_000_000);
  await admit(teacher, pupil, room);
  await press(teacher, "Caméra");
  await flowing(pupil, 1, 1);

  const silent: string[] = [];
  const becomes = async (what: string, is: (now: { frames: number; height: number }) => boolean) => {
    const began = Date.now();
    await expect
      .poll(
        async () => {
          const now = await second(pupil);
          if (now.voice === 0) silent.push(what);
          return is(now);
        },
        { timeout: 45_000, intervals: [0], message: what },
      )
      .toBe(true);
    console.log(what, "after ms", Date.now() - began);
  };

  await becomes("the large picture", ({ frames, height }) => frames > 2 && height === 360);
  await line(13_000);
  await becomes("the small picture", ({ frames, height }) => frames > 2 && height === 180);
  // It is the line of this seat: the teacher goes on sending both.
  const sent = await teacher.evaluate(async () => {
    const heights: number[] = [];
    const { pc } = (document.querySelector("[data-room]") as unknown as { room: { pc: RTCPeerConnection } }).room;
    (await pc.getStats()).forEach((report) => report.type === "outbound-rtp" && report.frameHeight && heights.push(report.frameHeight));
    return heights.sort();
  });
  expect(sent).toEqual([180, 360]);
  await line(7_000);
  await becomes("the voice alone", ({ frames }) => frames === 0);
  await expect(pupil.locator("[data-room-says]")).toHaveText("La ligne ne porte plus les images. La voix continue.");
  await line(100_000_000);
  await becomes("the large picture again", ({ frames, height }) => frames > 2 && height === 360);
  await expect(pupil.locator("[data-room-says]")).toContainText("Dans la salle");
  expect(silent, "seconds without a voice").toEqual([]);
});

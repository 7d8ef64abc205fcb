// A room of two: Chromium at the teacher's, and at the pupil's Firefox as Debian has it.
import { desktop, expect, test } from "../fixtures/house";
import { Firefox } from "../fixtures/firefox";
import { backAfterCut, devices, flowing, hold, press } from "../fixtures/room";

test.use({ trace: "off", launchOptions: { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: devices } });

const says = (firefox: Firefox) => expect.poll(() => firefox.evaluate(() => document.querySelector("[data-room-says]")?.textContent), { timeout: 30_000 });

test("a pupil's Firefox and a teacher's Chromium hear and see each other", async ({ house, enter }) => {
  test.setTimeout(180_000);
  const firefox = new Firefox();
  try {
    await firefox.start();
    console.log("Firefox", firefox.version);
    const teacher = await enter(house.one("teacher"), { viewport: desktop });
    const room = await hold(teacher);
    const ines = house.named("Inès Nouvel");
    await firefox.goto(ines.sign_in_url);
    await firefox.fill("#pin", ines.pin!);
    await firefox.click("main .btn.lamp");
    await expect.poll(() => firefox.evaluate(() => location.pathname)).toBe("/");
    await firefox.goto(house.url + room);
    await firefox.press("Entrer, micro fermé");
    await teacher.getByRole("button", { name: "Faire entrer tout le monde" }).click();
    await says(firefox).toBe("Dans la salle.");
    await press(teacher, "Caméra");
    await firefox.press("Caméra éteinte");
    await firefox.press("Micro fermé");
    console.log("teacher in Chromium", JSON.stringify(await flowing(teacher, 1, 1)));
    console.log("pupil in Firefox", JSON.stringify(await flowing(firefox, 1, 1)));

    // Firefox sends both sizes as well, and comes back into its seat when its line is killed.
    const sent = () => firefox.evaluate(async () => {
      const heights: number[] = [];
      const { pc } = (document.querySelector("[data-room]") as unknown as { room: { pc: RTCPeerConnection } }).room;
      (await pc.getStats()).forEach((report) => report.type === "outbound-rtp" && report.frameHeight && heights.push(report.frameHeight));
      return heights.sort();
    });
    await expect.poll(sent, { timeout: 30_000 }).toEqual([180, 360]);
    expect(await backAfterCut(firefox)).toBeLessThan(5_000);
    await flowing(firefox, 1, 1);
    await flowing(teacher, 1, 1);
  } finally {
    await firefox.stop();
  }
});

// A school whose firewall stops UDP: the same room, over TCP.
import { desktop, expect, test } from "../fixtures/house";
import { admit, devices, flowing, hold, press } from "../fixtures/room";

test.use({ words: ["--tcp-only"], trace: "off", launchOptions: { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: devices } });

test("where UDP is blocked, voices and pictures come over TCP", async ({ house, enter }) => {
  test.setTimeout(180_000);
  const teacher = await enter(house.one("teacher"), { viewport: desktop });
  const room = await hold(teacher);
  const [ines, maissa] = [await enter(house.named("Inès Nouvel")), await enter(house.named("Maïssa Benali"))];
  for (const pupil of [ines, maissa]) await admit(teacher, pupil, room);
  await press(teacher, "Caméra");
  await press(ines, "Caméra");
  expect((await flowing(teacher, 2, 1)).tcp).toBe(true);
  for (const pupil of [ines, maissa]) {
    const got = await flowing(pupil, 2, 1);
    console.log(JSON.stringify(got));
    expect(got.tcp).toBe(true);
  }
});

// A network that lets nothing out but the way to a relay: no UDP, no TCP to the rooms. The same room, through a real coturn.
import { desktop, expect, House, test as base } from "../fixtures/house";
import { Firewall, Relay } from "../fixtures/relay";
import { admit, devices, flowing, hold, press, type Seat } from "../fixtures/room";

const test = base.extend<{ relay: Relay; firewall: Firewall }>({
  relay: async ({}, use) => {
    const relay = new Relay();
    try {
      await relay.start();
      await use(relay);
    } finally {
      await relay.stop();
    }
  },
  house: async ({ relay }, use) => {
    // Its log says on which port the rooms are.
    const house = new House(["--relay", relay.url, "--relay-secret", relay.secret], { RUST_LOG: "warn,preau::rooms=info" });
    try {
      await house.start();
      await use(house);
    } finally {
      await house.stop();
      house.forget();
    }
  },
  firewall: async ({ house, relay }, use) => {
    const rooms = /serving rooms.*?127\.0\.0\.1:(\d+)/.exec(house.log.replace(/\x1b\[[0-9;]*m/g, ""))![1];
    const firewall = new Firewall();
    firewall.close(Number(rooms), relay.from);
    await use(firewall);
    firewall.open();
  },
});

test.use({ trace: "off", launchOptions: { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: devices } });

test.skip(() => !Firewall.possible(), "only the machine's administrator sets up a firewall");

/** By which way this page's media goes. */
function way(page: Seat): Promise<{ type: string; over?: string }> {
  return page.evaluate(async () => {
    const { pc } = (document.querySelector("[data-room]") as unknown as { room: { pc: RTCPeerConnection } }).room;
    const reports = await pc.getStats();
    const found = { type: "none", over: undefined as string | undefined };
    reports.forEach((report) => {
      if (report.type !== "candidate-pair" || !report.nominated || report.state !== "succeeded") return;
      const local = reports.get(report.localCandidateId);
      Object.assign(found, { type: local.candidateType, over: local.relayProtocol });
    });
    return found;
  });
}

test("where a firewall lets out the way to a relay alone, voices and pictures go through it", async ({ house, enter, firewall }) => {
  test.setTimeout(180_000);
  const teacher = await enter(house.one("teacher"), { viewport: desktop });
  const room = await hold(teacher);
  const pupil = await enter(house.named("Inès Nouvel"));
  await admit(teacher, pupil, room);
  await press(teacher, "Caméra");
  console.log(JSON.stringify(await flowing(teacher, 1, 0)), JSON.stringify(await flowing(pupil, 1, 1)));
  for (const page of [teacher, pupil]) expect(await way(page)).toEqual({ type: "relay", over: "tcp" });
  expect(firewall.dropped(), "the straight ways were tried, and shut").toBeGreaterThan(0);
});

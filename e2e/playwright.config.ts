// Stories in real Chromium, against the binary that `PREAU_BIN` names.
import { defineConfig } from "@playwright/test";

/** What measures the time something takes, or carries voices and pictures: nothing may run beside it. `cargo xtask test` takes this
 * project after the other (Playwright's own `dependencies` would take the whole other one each time a single story is wanted). */
const alone = /\/(slow|room[a-z-]*|call|film)\.spec\.ts$/;

export default defineConfig({
  testDir: "stories",
  outputDir: "../target/e2e/traces",
  // Each story has a house, a port and devices of its own: two go on at once, on two cores.
  workers: 2,
  fullyParallel: true,
  projects: [
    { name: "beside", testIgnore: alone },
    { name: "alone", testMatch: alone, workers: 1 },
  ],
  retries: 0,
  timeout: 120_000,
  forbidOnly: true,
  reporter: [["list"]],
  use: {
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
    },
  },
});

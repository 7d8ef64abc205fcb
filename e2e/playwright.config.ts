// Stories in real Chromium, against the binary that `PREAU_BIN` names.
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "stories",
  outputDir: "../target/e2e/traces",
  // Two cores: one browser and one server are enough for them.
  workers: 1,
  retries: 0,
  timeout: 60_000,
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

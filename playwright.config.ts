import { availableParallelism } from "node:os";
import { defineConfig } from "@playwright/test";

/** The journeys of people, each against a Milepost of its own that starts from the build. */
export default defineConfig({
  testDir: "e2e",
  outputDir: ".tmp/e2e",
  timeout: 90_000,
  expect: { timeout: 10_000 },
  // Each file has a Milepost and a database of its own: two of them keep two processors busy.
  workers: Math.min(2, availableParallelism()),
  // Browsers on a busy machine miss a beat; a fault in the product fails three times.
  retries: process.env.CI ? 2 : 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  use: {
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1440, height: 900 },
    trace: "retain-on-failure",
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: [
        "--no-sandbox",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});

import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const cluster = fileURLToPath(new URL("packages/server/src/testing/cluster.ts", import.meta.url));

export default defineConfig({
  test: {
    projects: [
      {
        test: { name: "planning", root: "packages/planning", include: ["src/**/*.test.ts"] },
      },
      {
        test: {
          name: "server",
          root: "packages/server",
          include: ["src/**/*.test.{ts,tsx}"],
          globalSetup: [cluster],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "web",
          root: "packages/web",
          include: ["src/**/*.test.{ts,tsx}"],
          environment: "happy-dom",
          testTimeout: 15_000,
        },
      },
      {
        test: { name: "scripts", root: "scripts", include: ["**/*.test.ts"] },
      },
      {
        test: { name: "commands", root: "commands", include: ["**/*.test.ts"] },
      },
    ],
  },
});

import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const { app, seed } = await testServer();

test.each(["/signin", "/reset", "/readyz", "/api/docs", "/api/v1/me", "/api/v1/nothing", "/nowhere"])(
  "%s says what a page may load, and who may frame it",
  async (url) => {
    for (const cookie of ["", seed.jo.cookie]) {
      const { headers } = await app.inject({ url, headers: { cookie } });
      expect(headers["content-security-policy"]).toMatch(/^default-src 'none';script-src 'self';/);
      expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
      expect(headers["content-security-policy"]).not.toContain("unsafe-eval");
      expect(headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "referrer-policy": expect.stringMatching(/^(same-origin|no-referrer)$/),
        "cross-origin-opener-policy": "same-origin",
      });
      expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    }
  },
);

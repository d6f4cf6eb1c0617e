import { expect, test } from "vitest";
import { emptyServer } from "../testing/server.ts";

const WISH = {
  name: "Amara Okafor",
  email: "amara@example.test",
  password: "correct horse battery",
  workspaceName: "Studio Birch & Co",
  timeZone: "Europe/Berlin",
};
const FROM_HERE = { host: "localhost:4280" };

test("setup race: of ten at once one makes the workspace, and it is signed in", async () => {
  const { as, app } = await emptyServer();
  const nobody = as(null);
  expect((await nobody.get("/setup", FROM_HERE)).body).toEqual({ needed: true, codeNeeded: false });
  const answers = await Promise.all(Array.from({ length: 10 }, () => nobody.post("/setup", WISH, FROM_HERE)));
  const winners = answers.filter(({ status }) => status === 201);
  expect(winners).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(9);
  const cookie = String(winners[0]?.headers["set-cookie"]).split(";")[0] ?? "";
  const me = await app.inject({ url: "/api/v1/me", headers: { cookie } });
  expect(me.json()).toMatchObject({
    person: { name: "Amara Okafor", email: "amara@example.test", zone: "Europe/Berlin" },
    role: "owner",
    workspace: { name: "Studio Birch & Co", slug: "studio-birch-co", currency: "EUR", country: "DE" },
  });
  expect((await nobody.get("/setup", FROM_HERE)).body).toEqual({ needed: false, codeNeeded: false });
  expect((await nobody.post("/setup", { ...WISH, email: "late@example.test" }, FROM_HERE)).status).toBe(409);
});

import { expect, test } from "vitest";
import { givePassword, PASSWORD } from "../testing/passwords.ts";
import { testServer } from "../testing/server.ts";
import { promote, rescueLink } from "./account-rescue.ts";

const server = await testServer();
const { seed, as, database } = server;
await givePassword(server, seed.amara);

test("a locked-out owner chooses a new password with a link from the command line", async () => {
  const link = await rescueLink(server, " Amara@example.test ", true);
  expect(link).toMatch(/^http:\/\/localhost:4280\/reset\/[\w-]{43}$/);
  const token = link.split("/").at(-1);
  expect((await as(null).post("/password-reset/confirm", { token, password: "back in again" })).status).toBe(
    204,
  );
  expect((await as(null).post("/session", { email: seed.amara.email, password: PASSWORD })).status).toBe(401);
  expect(
    (await as(null).post("/session", { email: seed.amara.email, password: "back in again" })).status,
  ).toBe(201);
  await expect(rescueLink(server, "nobody@example.test")).rejects.toThrow("No member");
  await expect(rescueLink(server, seed.jo.email)).rejects.toThrow("no password");
});

test("a member becomes an owner from the command line, and nobody is named for it", async () => {
  expect(await promote(server, seed.jo.email)).toBe(true);
  expect(await promote(server, seed.jo.email)).toBe(false);
  expect((await as(seed.jo).get("/me")).body.role).toBe("owner");
  const events = await database.maintenance
    .selectFrom("events")
    .select(["verb", "actorId"])
    .where("subjectId", "=", seed.jo.id)
    .execute();
  expect(events).toEqual([{ verb: "member.promoted", actorId: null }]);
});

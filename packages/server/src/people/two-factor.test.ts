import { expect, test } from "vitest";
import { cookieOf, givePassword, PASSWORD } from "../testing/passwords.ts";
import { testServer } from "../testing/server.ts";
import { totpOf } from "../testing/totp.ts";

const server = await testServer();
const { seed, as, database } = server;
const nobody = as(null);
await givePassword(server, seed.sam, seed.jo);

async function turnOn(email: string) {
  const cookie = cookieOf(await nobody.post("/session", { email, password: PASSWORD }));
  const { body } = await nobody.post("/me/totp", { password: PASSWORD }, { cookie });
  const done = await nobody.post("/me/totp/confirm", { code: totpOf(body.uri) }, { cookie });
  expect(done.status).toBe(204);
  return { ...body, cookie: cookieOf(done), oldCookie: cookie };
}

const sign = (email: string, totp?: string, password = PASSWORD) =>
  nobody.post("/session", { email, password, ...(totp === undefined ? {} : { totp }) });

test("A52: a code opens only with the right password, and only once", async () => {
  const on = await turnOn(seed.sam.email);
  expect((await nobody.get("/me", { cookie: on.cookie })).body.totp).toBe(true);
  expect((await nobody.get("/me", { cookie: on.oldCookie })).status).toBe(401);

  expect((await sign(seed.sam.email)).body.type).toBe("urn:milepost:problem:totp-required");
  expect((await sign(seed.sam.email, totpOf(on.uri), "a wrong password")).body.type).toBe(
    "urn:milepost:problem:wrong-credentials",
  );
  expect((await sign(seed.sam.email, undefined, "a wrong password")).body.type).toBe(
    "urn:milepost:problem:wrong-credentials",
  );
  expect((await sign(seed.sam.email, "000000")).body.type).toBe("urn:milepost:problem:wrong-totp");

  const next = totpOf(on.uri, 1);
  const both = await Promise.all([sign(seed.sam.email, next), sign(seed.sam.email, next)]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 401]);
  expect((await sign(seed.sam.email, next)).body.type).toBe("urn:milepost:problem:wrong-totp");

  const [code] = on.backupCodes;
  expect((await sign(seed.sam.email, code)).status).toBe(201);
  expect((await sign(seed.sam.email, code)).status).toBe(401);

  const other = await nobody.patch(
    "/me",
    { email: "other@example.test" },
    { cookie: on.cookie, "if-match": '"r1"' },
  );
  expect(other.status).toBe(400);
});

test("turning it off needs the password", async () => {
  const on = await turnOn(seed.jo.email);
  expect((await nobody.delete("/me/totp", { password: "not this one" }, { cookie: on.cookie })).status).toBe(
    403,
  );
  const off = await nobody.delete("/me/totp", { password: PASSWORD }, { cookie: on.cookie });
  expect(off.status).toBe(204);
  expect((await nobody.get("/me", { cookie: cookieOf(off) })).body.totp).toBe(false);
  expect((await sign(seed.jo.email)).status).toBe(201);
  const rows = await database.maintenance
    .selectFrom("events")
    .select("verb")
    .where("subjectId", "=", seed.jo.id)
    .execute();
  expect(rows.map(({ verb }) => verb)).toEqual(["secondFactor.added", "secondFactor.removed"]);
});

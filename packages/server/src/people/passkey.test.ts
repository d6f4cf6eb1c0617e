import { expect, test } from "vitest";
import { softAuthenticator } from "../testing/authenticator.ts";
import { cookieOf } from "../testing/passwords.ts";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as, database, kit } = server;
const nobody = as(null);
const device = softAuthenticator(kit.baseUrl);

const begin = async () => {
  const begun = await nobody.post("/session/passkey/options");
  return { challenge: begun.body.challenge, cookie: cookieOf(begun) };
};

async function register(person: typeof seed.jo) {
  const begun = await as(person).post("/me/passkeys/options");
  expect(begun.body).toMatchObject({ rp: { id: "localhost", name: "Milepost" } });
  const cookie = `${person.cookie}; ${cookieOf(begun)}`;
  return nobody.post(
    "/me/passkeys",
    { name: "Laptop", response: device.register(begun.body.challenge) },
    { cookie },
  );
}

test("a passkey signs in, is listed without its key, and is gone when removed", async () => {
  const added = await register(seed.jo);
  expect(added.status).toBe(201);
  const list = await as(seed.jo).get("/me/passkeys");
  expect(list.body.items).toMatchObject([{ id: added.body.id, name: "Laptop" }]);
  expect(JSON.stringify(list.body)).not.toMatch(/publicKey|credential/i);

  const { challenge, cookie } = await begin();
  const opened = await nobody.post("/session/passkey", { response: device.assert(challenge) }, { cookie });
  expect(opened).toMatchObject({ status: 201, body: { personId: seed.jo.id } });
  expect((await nobody.get("/me", { cookie: cookieOf(opened) })).body.person.name).toBe("Jo");

  const replayed = await nobody.post("/session/passkey", { response: device.assert(challenge) }, { cookie });
  expect(replayed.status).toBe(401);

  expect((await as(seed.sam).delete(`/me/passkeys/${added.body.id}`)).status).toBe(404);
  expect((await as(seed.jo).delete(`/me/passkeys/${added.body.id}`)).status).toBe(204);
  const again = await begin();
  expect(
    (await nobody.post("/session/passkey", { response: device.assert(again.challenge) }, again)).status,
  ).toBe(401);
});

test("a passkey of somebody who was removed opens nothing", async () => {
  expect((await register(seed.kim)).status).toBe(201);
  await database.inWorkspace(seed.workspaceId, (tx) =>
    tx.updateTable("members").set({ status: "removed" }).where("personId", "=", seed.kim.id).execute(),
  );
  const { challenge, cookie } = await begin();
  expect(
    (await nobody.post("/session/passkey", { response: device.assert(challenge) }, { cookie })).status,
  ).toBe(401);
});

test("an old session cannot add a passkey without signing in again", async () => {
  const { id } = (await as(seed.ada).get("/sessions")).body.items[0];
  await database.outside
    .updateTable("auth.session")
    .set({ createdAt: new Date(Date.now() - 2 * 86_400_000) })
    .where("id", "=", id)
    .execute();
  expect((await as(seed.ada).post("/me/passkeys/options")).status).toBe(403);
  expect((await nobody.post("/me/passkeys/options")).status).toBe(401);
});

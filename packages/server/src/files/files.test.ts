import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { blobPath } from "../kit/blob-path.ts";
import { sha256 } from "../kit/secret.ts";
import { onProject, PNG, type Sent, upload } from "../testing/multipart.ts";
import { type Loose, testServer } from "../testing/server.ts";

const server = await testServer();
const { database, seed, as, kit } = server;
const card = (
  await as(seed.jo).post(`/projects/${seed.acme.id}/cards`, { title: "Photos", people: [seed.gil.id] })
).body;
const onCard = { subjectKind: "card", subjectId: card.id };
const send = (person: typeof seed.jo | null, sent: Partial<Sent>) =>
  upload(server, person, { fields: onCard, bytes: "some text", ...sent });
const stored = () =>
  database.inWorkspace(seed.workspaceId, async (tx) => [
    await tx.selectFrom("files").selectAll().orderBy("id").execute(),
    await tx.selectFrom("fileVersions").selectAll().orderBy("id").execute(),
  ]);
const unfinished = () => readdirSync(join(kit.dataDir, "files", "tmp"));

test("a file is kept under its own hash and told with its versions and the limits", async () => {
  const made = await send(seed.jo, { name: "logo.png", type: "text/html", bytes: PNG });
  expect(made).toMatchObject({
    status: 201,
    body: {
      name: "logo.png",
      audience: "team",
      authorId: seed.jo.id,
      subject: { kind: "card", id: card.id },
      versions: [{ n: 1, bytes: PNG.length, mediaType: "image/png", preview: true }],
    },
  });
  const [version] = made.body.versions;
  expect(readFileSync(blobPath(kit.dataDir, version.sha256))).toEqual(PNG);
  expect(unfinished()).toEqual([]);
  const list = (await as(seed.gil).get(`/files?subject=card:${card.id}`)).body;
  expect(list).toMatchObject({ items: [made.body], limits: { bytes: 104_857_600, nameLength: 200 } });
  expect((await as(seed.jo).get(`/cards/${card.id}`)).body.files).toBe(1);
});

test("versions sent at once get numbers one after the other", async () => {
  const { body: file } = await send(seed.jo, { name: "text.txt" });
  const path = `/files/${file.id}/versions`;
  const sent = await Promise.all(
    Array.from({ length: 5 }, (_, n) =>
      send(seed.sam, { path, fields: {}, name: `text ${n}.txt`, bytes: `version ${n}` }),
    ),
  );
  expect(sent.map(({ status }) => status)).toEqual(Array(5).fill(201));
  const { versions } = (await as(seed.jo).get(`/files/${file.id}`)).body;
  expect(versions.map(({ n }: Loose) => n)).toEqual([6, 5, 4, 3, 2, 1]);
  const first = await as(seed.jo).get(`/files/${file.id}/versions/1/content`);
  expect([first.status, first.body]).toEqual([200, "some text"]);
});

test("a file of many chunks arrives whole", async () => {
  const bytes = randomBytes(3 * 1_048_576);
  const { body: file } = await send(seed.jo, { bytes });
  expect(file.versions[0].bytes).toBe(bytes.length);
  const back = await server.app.inject({
    url: `/api/v1/files/${file.id}/versions/1/content`,
    headers: { cookie: seed.jo.cookie },
  });
  expect(back.rawPayload.equals(bytes)).toBe(true);
});

test("its people rename it and put it in the trash", async () => {
  const { body: file } = await send(seed.jo, { name: "draft.txt" });
  const path = `/files/${file.id}`;
  expect((await as(seed.gil).patch(path, { name: "x" }, { "if-match": '"r1"' })).status).toBe(403);
  expect((await as(seed.jo).patch(path, { name: "final.txt" }, { "if-match": '"r1"' })).body).toMatchObject({
    name: "final.txt",
    revision: 2,
  });
  expect((await as(seed.sam).patch(path, { name: "late.txt" }, { "if-match": '"r1"' })).status).toBe(412);
  const before = (await as(seed.jo).get(`/cards/${card.id}`)).body.files;
  expect((await as(seed.jo).delete(path)).status).toBe(204);
  expect((await as(seed.jo).get(path)).status).toBe(404);
  expect((await as(seed.jo).get(`${path}/versions/1/content`)).status).toBe(404);
  const count = async () => (await as(seed.jo).get(`/cards/${card.id}`)).body.files;
  expect(await count()).toBe(before - 1);
  const { items } = (await as(seed.sam).get(`/trash?projectId=${seed.acme.id}`)).body;
  const inTrash = items.find(({ thingId }: Loose) => thingId === file.id);
  expect((await as(seed.sam).post(`/trash/${inTrash.id}/restore`)).status).toBe(204);
  expect(await count()).toBe(before);
});

test("who may not see the place cannot put a file there, and nothing is kept", async () => {
  const before = await stored();
  const bytes = "never to be stored";
  expect((await send(seed.kim, { bytes })).status).toBe(404);
  expect((await send(seed.other.owner, { bytes })).status).toBe(404);
  expect((await send(null, { bytes })).status).toBe(401);
  expect((await send(seed.gil, { bytes, fields: onProject(seed) })).status).toBe(404);
  expect((await send(seed.gil, { bytes, fields: { ...onCard, audience: "client" } })).status).toBe(404);
  expect((await send(seed.jo, { bytes, fields: {} })).status).toBe(400);
  expect((await send(seed.jo, { bytes, fields: { ...onCard, authorId: seed.sam.id } })).status).toBe(400);
  expect(await stored()).toEqual(before);
  expect(existsSync(blobPath(kit.dataDir, sha256(bytes)))).toBe(false);
  expect(unfinished()).toEqual([]);
});

test("A04: files of others are not there, by any way; ids do not count up", async () => {
  const { body: one } = await send(seed.jo, { name: "one.png", bytes: PNG });
  const { body: two } = await send(seed.jo, { name: "two.png", bytes: PNG });
  const tail = (id: string) => BigInt(`0x${id.replaceAll("-", "").slice(13)}`);
  expect(tail(two.id) - tail(one.id)).not.toBe(1n);
  const before = await stored();
  for (const person of [seed.kim, seed.other.owner]) {
    for (const path of ["", "/versions/1/content", "/versions/1/preview"])
      expect((await as(person).get(`/files/${one.id}${path}`)).status).toBe(404);
    expect((await as(person).delete(`/files/${one.id}`)).status).toBe(404);
    expect((await as(person).patch(`/files/${one.id}`, { name: "x" }, { "if-match": '"r1"' })).status).toBe(
      404,
    );
    expect((await send(person, { path: `/files/${one.id}/versions`, fields: {} })).status).toBe(404);
    expect((await as(person).get(`/files?subject=card:${card.id}`)).status).toBe(404);
  }
  expect((await as(null).get(`/files/${one.id}/versions/1/content`)).status).toBe(401);
  expect(await stored()).toEqual(before);
});

test("a client file is not for guests", async () => {
  const { body: file } = await send(seed.sam, {
    fields: { ...onCard, audience: "client" },
    bytes: "for the client",
  });
  expect((await as(seed.gil).get(`/files/${file.id}`)).status).toBe(404);
  const names = (await as(seed.gil).get(`/files?subject=card:${card.id}`)).body.items.map(
    ({ id }: Loose) => id,
  );
  expect(names).not.toContain(file.id);
});

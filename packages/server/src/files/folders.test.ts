import { expect, test } from "vitest";
import { onProject, upload } from "../testing/multipart.ts";
import { type Loose, testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as } = server;
const jo = as(seed.jo);
const acme = `/projects/${seed.acme.id}`;
const card = (await jo.post(`${acme}/cards`, { title: "Photos", people: [seed.gil.id] })).body;
const onCard = { subjectKind: "card", subjectId: card.id };

const send = async (name: string, fields: Record<string, string> = onProject(seed), bytes = name) =>
  (await upload(server, seed.jo, { fields, name, bytes })).body;
const folder = async (name: string, parentId: string | null = null) =>
  (await jo.post(`${acme}/folders`, { name, parentId })).body;
const names = async (query: string, person = seed.jo) =>
  (await as(person).get(`${acme}/files?${query}`)).body.items.map(({ name }: Loose) => name);
const folders = async () => (await jo.get(`${acme}/folders`)).body.items;
const sort = (fileId: string, from: string | null, to: string | null, person = seed.jo) =>
  as(person).post(`${acme}/files/sort`, { moves: [{ fileId, from, to }] });

test("a file lies in one folder, wherever it hangs, and says where that is", async () => {
  const contracts = await folder("Contracts");
  const brief = await send("Brief.txt", { ...onProject(seed), folderId: contracts.id });
  const photo = await send("photo.txt", onCard);
  expect(await names(`folder=${contracts.id}`)).toEqual(["Brief.txt"]);
  expect((await sort(photo.id, null, contracts.id)).status).toBe(204);
  const { items } = (await jo.get(`${acme}/files?folder=${contracts.id}&order=name`)).body;
  expect(items).toMatchObject([
    { id: brief.id, subject: { kind: "project" }, folderId: contracts.id },
    { id: photo.id, subject: { kind: "card", id: card.id }, placeNumber: card.number, placeTitle: "Photos" },
  ]);
  expect(await names("folder=top")).not.toContain("photo.txt");
  expect((await folders()).find(({ id }: Loose) => id === contracts.id)).toMatchObject({ files: 2 });
});

test("a file is only moved from where it was seen, and all of a move or nothing", async () => {
  const [one, two] = [await folder("One"), await folder("Two")];
  const [first, second] = [await send("first.txt"), await send("second.txt")];
  expect((await sort(first.id, null, one.id)).status).toBe(204);
  const both = await jo.post(`${acme}/files/sort`, {
    moves: [
      { fileId: second.id, from: null, to: two.id },
      { fileId: first.id, from: null, to: two.id },
    ],
  });
  expect(both).toMatchObject({ status: 409, body: { facts: { by: seed.jo.id } } });
  expect(await names(`folder=${two.id}`)).toEqual([]);
  expect(await names(`folder=${one.id}`)).toEqual(["first.txt"]);
});

test("a folder never lies in itself, and not deeper than ten", async () => {
  const outer = await folder("Outer");
  const inner = await folder("Inner", outer.id);
  const odd = await jo.post(`/folders/${outer.id}/move`, { from: null, to: inner.id });
  expect([odd.status, odd.body.type]).toEqual([422, expect.stringContaining("folder-in-itself")]);
  const answers = await Promise.all([
    jo.post(`/folders/${inner.id}/move`, { from: outer.id, to: null }),
    jo.post(`/folders/${inner.id}/move`, { from: outer.id, to: null }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  let parent: string | null = inner.id;
  for (let depth = 2; depth <= 10; depth += 1) parent = (await folder(`At ${depth}`, parent)).id;
  expect((await jo.post(`${acme}/folders`, { name: "Deeper", parentId: parent })).status).toBe(422);
  expect((await jo.post(`/folders/${inner.id}/move`, { from: null, to: outer.id })).status).toBe(422);
});

test("a deleted folder leaves what it held one step up, and comes back as it was", async () => {
  const around = await folder("Around");
  const gone = await folder("Gone", around.id);
  const below = await folder("Below", gone.id);
  const [stays, goes] = [
    await send("stays.txt", { ...onProject(seed), folderId: gone.id }),
    await send("goes.txt", { ...onProject(seed), folderId: gone.id }),
  ];
  const { eventId } = (await jo.delete(`/folders/${gone.id}`)).body;
  expect((await names(`folder=${around.id}&order=name`)).sort()).toEqual(["goes.txt", "stays.txt"]);
  expect((await folders()).find(({ id }: Loose) => id === below.id).parentId).toBe(around.id);
  await sort(goes.id, around.id, null);
  for (const _twice of [1, 2])
    expect((await jo.post(`${acme}/folders/restore`, { eventId })).body).toMatchObject({
      id: gone.id,
      name: "Gone",
      parentId: around.id,
    });
  expect(await names(`folder=${gone.id}`)).toEqual(["stays.txt"]);
  expect((await jo.get(`/files/${stays.id}`)).body.folderId).toBe(gone.id);
  expect((await folders()).find(({ id }: Loose) => id === below.id).parentId).toBe(gone.id);
});

test("a folder is renamed over the name that was seen", async () => {
  const one = await folder("Rename me");
  const rename = (name: string) => jo.patch(`/folders/${one.id}`, { name }, { "if-match": '"r1"' });
  expect((await rename("Renamed")).body).toMatchObject({ name: "Renamed", revision: 2 });
  expect((await rename("Late")).status).toBe(412);
});

test("names of all versions are found without accents and case, page by page in every order", async () => {
  const file = await send("Menü 100%.txt");
  await upload(server, seed.jo, {
    path: `/files/${file.id}/versions`,
    fields: {},
    name: "Übersicht.txt",
    bytes: "longer than before",
  });
  expect(await names("q=ubersicht")).toEqual(["Menü 100%.txt"]);
  expect(await names("q=MENU")).toEqual(["Menü 100%.txt"]);
  expect(await names("q=0%25")).toEqual(["Menü 100%.txt"]);
  expect(await names("q=_")).toEqual([]);
  for (const order of ["name", "newest", "largest"]) {
    const whole = await names(`order=${order}&limit=200`);
    const paged: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const at = cursor === "" ? "" : `&cursor=${cursor}`;
      const page: Loose = (await jo.get(`${acme}/files?order=${order}&limit=2${at}`)).body;
      paged.push(...page.items.map(({ name }: Loose) => name));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(whole);
  }
});

test("a guest sees files of their cards alone and no folders; others see nothing", async () => {
  await send("for gil.txt", onCard);
  await send("for the client.txt", { ...onCard, audience: "client" });
  const seen = await names("limit=200", seed.gil);
  expect(seen).toContain("for gil.txt");
  expect(seen).not.toContain("for the client.txt");
  expect(seen).not.toContain("Brief.txt");
  expect((await as(seed.gil).get(`${acme}/folders`)).body.items).toEqual([]);
  expect((await as(seed.gil).post(`${acme}/folders`, { name: "Mine" })).status).toBe(403);
  const one = await folder("Not yours");
  for (const person of [seed.kim, seed.other.owner]) {
    expect((await as(person).get(`${acme}/files`)).status).toBe(404);
    expect((await as(person).delete(`/folders/${one.id}`)).status).toBe(404);
  }
});

test("files of a card in the trash are not there", async () => {
  const lost = (await jo.post(`${acme}/cards`, { title: "Lost" })).body;
  await send("lost.txt", { subjectKind: "card", subjectId: lost.id });
  expect(await names("q=lost.txt")).toEqual(["lost.txt"]);
  await jo.delete(`/cards/${lost.id}`);
  expect(await names("q=lost.txt")).toEqual([]);
});

test("a project goes for good with folders that lie in each other", async () => {
  const project = (await as(seed.amara).post("/projects", { name: "Short", key: "SHORT" })).body;
  const at = `/projects/${project.id}/folders`;
  const outer = (await as(seed.amara).post(at, { name: "Outer" })).body;
  expect((await as(seed.amara).post(at, { name: "Inner", parentId: outer.id })).status).toBe(201);
  await server.database.inWorkspace(seed.workspaceId, (tx) =>
    tx.deleteFrom("projects").where("id", "=", project.id).execute(),
  );
  expect((await as(seed.amara).get(at)).status).toBe(404);
});

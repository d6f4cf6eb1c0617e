import { join } from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { backup } from "../backup/backup.ts";
import { restore } from "../backup/restore.ts";
import { openDatabase } from "../db/database.ts";
import { tempFolder } from "../testing/archives.ts";
import { freshDatabase } from "../testing/database.ts";
import { onProject, upload } from "../testing/multipart.ts";
import { type Loose, testServer } from "../testing/server.ts";
import { countUnread, keepSearch, readEverything } from "./keep-search.ts";

const server = await testServer();
const { seed, as, database, kit, login } = server;
const { amara, sam, acme, workspaceId } = seed;
const services = { database, kit };

async function titles(q: string): Promise<string[]> {
  while ((await keepSearch(services)) > 0);
  const { body } = await as(amara).get(`/search?q=${encodeURIComponent(q)}`);
  return body.items.map(({ title, excerpt }: Loose) => title.text || excerpt.text);
}

const spelt = async (word: string) => {
  const { rows } = await sql`select from milepost.search_spellings where word = ${word}`.execute(
    database.maintenance,
  );
  return rows.length > 0;
};

test("a file is found under its name, the names it had, and no more once it lies in the trash", async () => {
  const { body: file } = await upload(server, sam, {
    fields: onProject(seed),
    name: "contract-draft.txt",
    bytes: "words",
  });
  await upload(server, sam, {
    path: `/files/${file.id}/versions`,
    name: "signed-agreement.txt",
    bytes: "more words",
  });
  await as(sam).patch(
    `/files/${file.id}`,
    { name: "Final paper.txt" },
    { "if-match": `"r${file.revision}"` },
  );
  for (const q of ["final paper", "signed agreement", "contract", "contarct"])
    expect([q, await titles(q)]).toEqual([q, ["Final paper.txt"]]);
  await as(sam).delete(`/files/${file.id}`);
  expect(await titles("contract")).toEqual([]);
});

test("a name that was erased is found nowhere, and no word of it stays", async () => {
  const { body: dana } = await as(amara).post("/contacts", {
    clientId: acme.clientId,
    name: "Dana Quillfeather",
    email: "dana@quill.test",
  });
  expect(await titles("quillfaether")).toEqual(["Dana Quillfeather"]);
  expect(await spelt("quillfeather")).toBe(true);
  await as(amara).post(`/contacts/${dana.personId}/erase`, { name: "Dana Quillfeather" });
  expect([await titles("quillfeather"), await spelt("quillfeather"), await spelt("quill")]).toEqual([
    [],
    false,
    false,
  ]);
});

test("what no event tells of is found out by reading everything, and told by the count until then", async () => {
  await as(sam).post(`/projects/${acme.id}/cards`, { title: "Honeycomb" });
  expect(await titles("honeycomb")).toEqual(["Honeycomb"]);
  expect(await countUnread(database.maintenance)).toBe(0);
  await database.maintenance
    .updateTable("cards")
    .set({ title: "Beeswax" })
    .where("title", "=", "Honeycomb")
    .execute();
  expect([await titles("beeswax"), await countUnread(database.maintenance)]).toEqual([[], 1]);
  expect(await readEverything(services)).toBe(1);
  expect([await titles("beeswax"), await titles("honeycomb"), await spelt("honeycomb")]).toEqual([
    ["Beeswax"],
    [],
    false,
  ]);
  expect([await readEverything(services), await countUnread(database.maintenance)]).toEqual([0, 0]);
});

test("the sample project is found with all its people, and gone with it", async () => {
  const before = await titles("bakery");
  await as(amara).post("/sample");
  expect((await titles("bakery")).length).toBeGreaterThan(before.length);
  expect(await countUnread(database.maintenance)).toBe(0);
  await as(amara).delete("/sample");
  expect([await titles("bakery"), await countUnread(database.maintenance)]).toEqual([before, 0]);
});

test("what happens to a project alone lets only that be read again, and a template all that it holds", async () => {
  const { body: project } = await as(amara).post("/projects", { name: "Windmill", key: "WIND" });
  await as(sam).post(`/projects/${acme.id}/cards`, { title: "Elsewhere" });
  const { body: card } = await as(amara).post(`/projects/${project.id}/cards`, { title: "Oil the gears" });
  const lines = ["Plough", "Harrow"];
  await as(amara).post(`/projects/${project.id}/cards/batch`, { titles: lines });
  for (const title of lines) expect(await titles(title)).toEqual([title]);
  await database.maintenance
    .updateTable("cards")
    .set({ title: "Sharpen the sails" })
    .where("id", "=", card.id)
    .execute();
  await as(amara).put(`/projects/${project.id}/members/${sam.id}`, { role: "member" });
  await as(amara).patch(`/projects/${project.id}`, { name: "Watermill" }, { "if-match": '"r1"' });
  expect([await titles("watermill"), await titles("sails")]).toEqual([["Watermill"], []]);
  const template = { templateId: "website", dates: { startOn: "2026-03-02" } };
  await as(amara).post(`/projects/${project.id}/plan/from-template`, template);
  expect(await titles("sails")).toEqual(["Sharpen the sails"]);
});

test("a project in the archive or the trash takes all it holds with it, and brings it back", async () => {
  const { body: project } = await as(amara).post("/projects", { name: "Lighthouse", key: "LIGHT" });
  await as(amara).post(`/projects/${project.id}/cards`, { title: "Polish the lens" });
  expect(await titles("lens")).toEqual(["Polish the lens"]);
  expect((await as(amara).post(`/projects/${project.id}/archive`)).status).toBe(200);
  expect(await titles("lens")).toEqual([]);
  const { body } = await as(amara).get("/search?q=lens&archived=true");
  expect(body.items).toMatchObject([{ archived: true, project: { key: "LIGHT" } }]);
  await as(amara).post(`/projects/${project.id}/unarchive`);
  expect(await titles("lens")).toEqual(["Polish the lens"]);
  await as(amara).delete(`/projects/${project.id}`);
  expect([await titles("lens"), await titles("lighthouse")]).toEqual([[], []]);
});

test("a restored copy, in which nothing is remembered, finds the same; a card and the file on it that is its cover come back", async () => {
  const { body: card } = await as(sam).post(`/projects/${acme.id}/cards`, { title: "Cover me" });
  const fields = { subjectKind: "card", subjectId: card.id };
  const { body: file } = await upload(server, sam, { fields, name: "cover.txt", bytes: "words" });
  await database.maintenance
    .updateTable("cards")
    .set({ coverFileId: file.id })
    .where("id", "=", card.id)
    .execute();
  const path = join(tempFolder(), "copy.tar");
  await backup({ connection: login, dataDir: kit.dataDir, version: "0.1.0", now: kit.at }, path);
  const target = await freshDatabase();
  await restore(path, { connection: target, dataDir: tempFolder() });
  const copy = openDatabase(target, () => undefined);
  const remembered = async (on: typeof copy) => {
    const { rows } =
      await sql`select kind, thing_id, words::text from milepost.search_texts where workspace_id = ${workspaceId} order by 1, 2`.execute(
        on.maintenance,
      );
    return rows;
  };
  await titles("cover");
  expect(await remembered(copy)).toEqual([]);
  await keepSearch({ database: copy, kit });
  expect(await remembered(copy)).toEqual(await remembered(database));
  expect(await keepSearch({ database: copy, kit })).toBe(0);
  const [row] = await copy.maintenance
    .selectFrom("cards")
    .select("coverFileId")
    .where("id", "=", card.id)
    .execute();
  expect(row?.coverFileId).toBe(file.id);
  await copy.close();
});

import { existsSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { blobPath } from "../kit/blob-path.ts";
import { sha256 } from "../kit/secret.ts";
import { onProject, upload } from "../testing/multipart.ts";
import { testServer } from "../testing/server.ts";
import { collectFiles } from "./collect.ts";

const server = await testServer();
const { database, seed, as, kit } = server;
const services = { database, kit };
const DAY = 86_400_000;
const send = (bytes: string) => upload(server, seed.jo, { fields: onProject(seed), bytes });
const isThere = (bytes: string) => existsSync(blobPath(kit.dataDir, sha256(bytes)));
const age = (path: string, days: number) => {
  const at = new Date(Date.now() - days * DAY);
  utimesSync(path, at, at);
};
const forget = async (id: string) =>
  database.maintenance
    .deleteFrom("files")
    .where("workspaceId", "=", seed.workspaceId)
    .where("id", "=", id)
    .execute();
const ageBlobs = (days: number) =>
  database.maintenance
    .updateTable("blobs")
    .set({ createdAt: new Date(Date.now() - days * DAY) })
    .execute();

test("contents go a week after nothing speaks of them, and never before", async () => {
  kit.at = new Date();
  const [kept, gone, young] = [
    (await send("kept")).body,
    (await send("gone")).body,
    (await send("young")).body,
  ];
  for (const words of ["kept", "gone"]) age(blobPath(kit.dataDir, sha256(words)), 8);
  await forget(gone.id);
  await forget(young.id);
  await collectFiles(services);
  expect([isThere("kept"), isThere("gone"), isThere("young")]).toEqual([true, true, true]);
  await ageBlobs(8);
  await collectFiles(services);
  expect([isThere("kept"), isThere("gone"), isThere("young")]).toEqual([true, false, true]);
  expect((await as(seed.jo).get(`/files/${kept.id}/versions/1/content`)).body).toBe("kept");
});

test("what is sent again stays, and so does what is in the trash", async () => {
  const first = (await send("again")).body;
  await forget(first.id);
  await ageBlobs(8);
  age(blobPath(kit.dataDir, sha256("again")), 8);
  const second = (await send("again")).body;
  const trashed = (await send("trashed")).body;
  await as(seed.jo).delete(`/files/${trashed.id}`);
  await ageBlobs(8);
  for (const words of ["again", "trashed"]) age(blobPath(kit.dataDir, sha256(words)), 8);
  await collectFiles(services);
  expect((await as(seed.jo).get(`/files/${second.id}/versions/1/content`)).body).toBe("again");
  expect(isThere("trashed")).toBe(true);
});

test("what broken uploads left is swept", async () => {
  const [old, fresh] = ["old", "fresh"].map((name) => join(kit.dataDir, "files", "tmp", name));
  for (const path of [old, fresh]) writeFileSync(path ?? "", "half");
  age(old ?? "", 8);
  await collectFiles(services);
  expect([existsSync(old ?? ""), existsSync(fresh ?? "")]).toEqual([false, true]);
});

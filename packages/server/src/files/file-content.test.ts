import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { onProject, PDF, PNG, type Sent, upload } from "../testing/multipart.ts";
import { testServer } from "../testing/server.ts";
import { storageProblem } from "./blobs.ts";

const server = await testServer();
const { database, seed, as, kit } = server;
const send = async (sent: Partial<Sent>) =>
  upload(server, seed.jo, { fields: onProject(seed), bytes: "text", ...sent });
const fetch = (id: string, way: "content" | "preview") => as(seed.jo).get(`/files/${id}/versions/1/${way}`);

test("A61: nothing that somebody uploads is opened as a page", async () => {
  const script = `<script>alert(1)</script>`;
  const nasty: [string, string, Buffer | string][] = [
    ["page.html", "text/html", `<!doctype html>${script}`],
    ["drawing.svg", "image/svg+xml", `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`],
    ["drawing.svg", "image/svg+xml;x", `<?xml version="1.0"?><svg onload="alert(1)"/>`],
    ["data.xml", "application/xhtml+xml", `<html xmlns="http://www.w3.org/1999/xhtml">${script}</html>`],
    ["both.png", "text/html", Buffer.concat([PNG, Buffer.from(script)])],
    ["both.pdf", "text/html", Buffer.concat([PDF, Buffer.from(script)])],
    ["gif.html", "text/html", `GIF89a/*${script}*/=1;`],
  ];
  for (const [name, type, bytes] of nasty) {
    const { body: file } = await send({ name, type, bytes });
    const { status, headers } = await fetch(file.id, "content");
    expect([name, status]).toEqual([name, 200]);
    expect(headers["content-disposition"]).toMatch(/^attachment;/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["content-security-policy"]).toContain("sandbox");
    expect(headers["content-type"]).not.toMatch(/html|svg|xml/);
    const shown = await fetch(file.id, "preview");
    if (shown.status === 200)
      expect(shown.headers["content-type"]).toMatch(/^(image\/(png|gif)|application\/pdf)$/);
    else expect(shown.status).toBe(404);
    expect(shown.headers["x-content-type-options"]).toBe("nosniff");
  }
});

test("images and PDF are shown in the page under a policy of their own", async () => {
  const { body: image } = await send({ name: "a.png", bytes: PNG });
  const shown = await fetch(image.id, "preview");
  expect(shown.headers).toMatchObject({ "content-type": "image/png", "x-frame-options": "SAMEORIGIN" });
  expect(shown.headers["content-security-policy"]).toMatch(/default-src 'none'.*sandbox/);
  const { body: pdf } = await send({ name: "a.pdf", bytes: PDF });
  const policy = String((await fetch(pdf.id, "preview")).headers["content-security-policy"]);
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("script");
  const { body: text } = await send({ name: "a.txt" });
  expect((await fetch(text.id, "preview")).status).toBe(404);
});

test("an unchanged file is 304", async () => {
  const { body: file } = await send({ bytes: PNG });
  const { headers } = await fetch(file.id, "content");
  const again = await as(seed.jo).get(`/files/${file.id}/versions/1/content`, {
    "if-none-match": String(headers.etag),
  });
  expect([again.status, again.body]).toEqual([304, ""]);
});

test("A63: no name of a sender touches the disk", async () => {
  const names = [
    "../../../etc/passwd",
    "..%2f..%2fevil",
    "C:\\\\windows\\\\evil.txt",
    "/etc/evil",
    "....//evil",
    "a\u202Egpj.exe",
    "..",
  ];
  for (const name of names) {
    const made = await send({ name, bytes: `bytes of ${name}` });
    expect([name, made.status]).toEqual([name, 201]);
    expect(made.body.name).not.toMatch(/[/\\\p{Cf}]/u);
    const { headers } = await fetch(made.body.id, "content");
    expect(headers["content-disposition"]).toMatch(
      /^attachment; filename="[\w. -]+"; filename\*=UTF-8''[\w.%~!$&+^`|-]+$/,
    );
  }
  const folders = readdirSync(join(kit.dataDir, "files"));
  expect(folders.every((folder) => folder === "tmp" || /^[0-9a-f]{2}$/.test(folder))).toBe(true);
  const kept = folders
    .filter((folder) => folder !== "tmp")
    .flatMap((folder) => readdirSync(join(kit.dataDir, "files", folder)));
  expect(kept.every((name) => /^[0-9a-f]{64}$/.test(name))).toBe(true);
  for (const n of ["0", "-1", "1e9", "x", "..%2f1"])
    expect(
      (await as(seed.jo).get(`/files/${seed.acme.id}/versions/${n}/content`)).status,
    ).toBeGreaterThanOrEqual(400);
  expect((await send({ name: `${"x".repeat(220)}.txt` })).status).toBe(400);
});

test("A73: a file above the limit is refused and leaves nothing", async () => {
  const made = await send({ bytes: Buffer.alloc(101 * 1_048_576) });
  expect(made).toMatchObject({ status: 413, body: { detail: "A file has at most 100 MB." } });
  expect(readdirSync(join(kit.dataDir, "files", "tmp"))).toEqual([]);
});

test("a disk that is full or broken is told, and nothing is claimed to be saved", async () => {
  const full = Object.assign(new Error("no space"), { code: "ENOSPC" });
  expect(storageProblem(full)).toMatchObject({ status: 507 });
  const count = () =>
    database
      .inWorkspace(seed.workspaceId, (tx) => tx.selectFrom("files").select("id").execute())
      .then(({ length }) => length);
  const before = await count();
  const folder = join(kit.dataDir, "files");
  rmSync(folder, { recursive: true });
  writeFileSync(folder, "not a folder");
  expect((await send({})).status).toBe(503);
  expect(await count()).toBe(before);
  rmSync(folder);
  expect((await send({})).status).toBe(201);
  expect(existsSync(folder)).toBe(true);
});

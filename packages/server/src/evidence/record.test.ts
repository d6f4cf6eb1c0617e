import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { sealedHead } from "../events/sealed-head.ts";
import { seedDecided } from "../testing/decided.ts";
import { seedContacts } from "../testing/portal.ts";
import { testServer } from "../testing/server.ts";
import { checkRecord } from "./check-record.ts";
import { readRecord } from "./record.ts";
import { type RecordEntry, recordText } from "./record-lines.ts";
import { verifyFile } from "./verify-file.ts";

vi.setConfig({ testTimeout: 60_000 });
const server = await testServer();
const { database, seed, as } = server;
const contacts = await seedContacts(server);
const FIXTURES = fileURLToPath(new URL("./fixtures", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "milepost-record-"));

async function somethingElse(): Promise<void> {
  await as(seed.sam).post(`/projects/${seed.acme.id}/fixed-dates`, { title: "ZEBRA", onDate: "2026-06-10" });
}

await somethingElse();
const decided = await seedDecided(server, contacts, 7);
await somethingElse();
const { workspaceId } = seed;
const of = { workspaceId, projectId: decided.projectId, approvalId: decided.id };

async function exported() {
  expect(await sealedHead(server, of)).not.toBeNull();
  return database.inWorkspace(workspaceId, (db) => readRecord({ db, schema: "milepost", workspaceId }, of));
}

function kept(bytes: string | Buffer, name = "record.json"): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

test("a record is whole, says the same each time, and holds nothing of what else happened", async () => {
  const { text, isSealed, fingerprint, head } = await exported();
  expect([isSealed, (await exported()).text === text]).toEqual([true, true]);
  expect(JSON.parse(text)).toMatchObject({ format: 1, kind: "milepost approval record" });
  expect(text).not.toMatch(/ZEBRA|fixedDate|fixed-date|@client\.test|@example\.test/);
  const checked = checkRecord(Buffer.from(text));
  expect(checked).toMatchObject({ sound: { events: head.n, ownEvents: 5, head, fingerprint } });
  const { lines, code } = await verifyFile({ record: kept(text), files: [] });
  expect(code).toBe(0);
  expect(lines.join("\n")).toContain(
    "approved by Dana Reyes, 2026-03-02 09:04 UTC, written down on behalf by Sam",
  );
  expect(lines.join("\n")).toContain(
    "changes requested by Dana Reyes, 2026-03-02 09:01 UTC, through a link handed over by Jo, taken back",
  );
});

/** What a line of the file is called, by the place of a byte in it. */
function nameAt(text: Buffer, place: number): string {
  const lines = text.toString("utf8").split("\n");
  let end = 0;
  for (const [at, line] of lines.entries()) {
    end += Buffer.byteLength(line) + 1;
    if (place >= end) continue;
    if (at === 0) return "heading";
    if (line.startsWith("],")) return "manifest";
    return line.startsWith('"closing"') ? "closing" : String(JSON.parse(line.replace(/,$/, "")).record);
  }
  return "closing";
}

test("D6 one byte flipped, added or taken away anywhere is found, and the part that holds it is named", async () => {
  const whole = Buffer.from((await exported()).text);
  const missed: unknown[] = [];
  const change = fc.record({
    place: fc.integer({ min: 0, max: whole.length - 1 }),
    way: fc.constantFrom("flip", "insert", "delete", "space"),
    byte: fc.integer({ min: 1, max: 255 }),
  });
  fc.assert(
    fc.property(change, ({ place, way, byte }) => {
      const own = whole[place] ?? 0;
      const parts = { flip: [own ^ byte], insert: [byte, own], delete: [], space: [32, own] };
      const altered = Buffer.concat([
        whole.subarray(0, place),
        Buffer.from(parts[way]),
        whole.subarray(place + 1),
      ]);
      const first = whole.findIndex((each, at) => altered[at] !== each);
      const checked = checkRecord(altered);
      const named = "fault" in checked ? checked.fault.record : "nothing";
      const expected = nameAt(whole, first < 0 ? whole.length - 1 : first);
      if (named !== expected) missed.push({ place, way, byte, named, expected });
    }),
    { numRuns: 1_000, seed: 20_261_127 },
  );
  expect(missed).toEqual([]);
});

test("J11 the altered field is named, with the byte at which its part begins", async () => {
  const { text } = await exported();
  const altered = text.replace("Gesagt in Minute 4", "Gesagt in Minute 5");
  const { lines, code } = await verifyFile({ record: kept(altered), files: [] });
  expect(code).toBe(1);
  expect(lines).toEqual([
    "ALTERED  decision 3 of approval 7: words",
    "         It was altered after it was written.",
    `         This part begins at byte ${Buffer.byteLength(text.slice(0, text.indexOf('{"facts":{"at":"2026-03-02T09:04')))} of the file.`,
  ]);
});

/** Whoever alters a line and makes list and closing anew still has to find a chain that leads to the head. */
function rewritten(text: string, change: (entry: RecordEntry) => RecordEntry | null): Buffer {
  const entries: RecordEntry[] = JSON.parse(text).records;
  return Buffer.from(recordText(entries.flatMap((entry) => change(entry) ?? [])));
}

test("a record that was written anew around an altered part is found by its seals", async () => {
  const { text } = await exported();
  const faultOf = (change: (entry: RecordEntry) => RecordEntry | null) => {
    const checked = checkRecord(rewritten(text, change));
    return "fault" in checked ? [checked.fault.record, checked.fault.field] : null;
  };
  const put = (record: string, more: Record<string, unknown>) => (entry: RecordEntry) =>
    entry.record === record ? { ...entry, ...more } : entry;
  const facts = (record: string, more: Record<string, unknown>) => (entry: RecordEntry) =>
    entry.record === record ? { ...entry, facts: { ...Object(entry.facts), ...more } } : entry;
  expect(faultOf((entry) => entry)).toBeNull();
  expect(faultOf(facts("decision 1", { words: "Yes" }))).toEqual(["decision 1", "words"]);
  expect(faultOf(facts("request", { title: "Other" }))).toEqual(["request", "title"]);
  expect(faultOf(facts("file 2", { sha256: "0".repeat(64) }))).toEqual(["file 2", "sha256"]);
  expect(faultOf((entry) => (entry.record === "file 2" ? null : entry))).toEqual(["a file", null]);
  expect(faultOf(put("name of person 1", { name: "Somebody Else" }))).toEqual(["name of person 1", "name"]);
  expect(faultOf(put("event 1 of the chain", { body: "0".repeat(64) }))).toEqual([
    "event 1 of the chain",
    null,
  ]);
  expect(faultOf((entry) => (entry.record === "event 3 of the chain" ? null : entry))).toEqual([
    "event 3 of the chain",
    null,
  ]);
  expect(faultOf(put("head", { n: 3 }))).toEqual(["head", "hash"]);
});

test("attached files and a head that was kept are compared with the record", async () => {
  const { text, head } = await exported();
  const record = kept(text);
  const [first, second] = decided.files;
  const files = [kept(first?.text ?? "", "renamed.txt"), kept(`${second?.text}!`, second?.name)];
  const good = await verifyFile({ record, files: files.slice(0, 1), head: head.hash });
  expect([good.code, good.lines.at(-1)]).toEqual([
    0,
    `ok       ${files[0]}: the same bytes as file 1, entwurf-1.txt.`,
  ]);
  const bad = await verifyFile({ record, files });
  expect([bad.code, bad.lines.at(-1)]).toEqual([1, expect.stringContaining("not the bytes of file 2")]);
  const other = await verifyFile({ record, files: [], head: "0".repeat(64) });
  expect([other.code, other.lines.at(-1)]).toEqual([
    1,
    "ALTERED  The head that you kept is not in this chain.",
  ]);
});

test("a record of this version is read by every later one", async () => {
  const { lines, code } = await verifyFile({ record: join(FIXTURES, "approval-7.record"), files: [] });
  expect([code, lines.at(-4)]).toEqual([
    0,
    "Fingerprint of the approval: 75d133fa3ececc170d3244a3c7215933d6f6430fb3cd71d605886b8ca819cd32",
  ]);
});

test("what is no record is told so, whatever it is", async () => {
  for (const content of ["", "{}", "null", "[]", '"closing":{', '],"manifest":["closing":{', "x\n".repeat(9)])
    expect(checkRecord(Buffer.from(content))).toMatchObject({ fault: { record: "heading", offset: 0 } });
});

test("whoever is erased is erased from the record, and everything still fits together", async () => {
  const before = (await exported()).text;
  expect(before).toContain("Lee Marsh");
  await database.maintenance
    .updateTable("persons")
    .set({ name: "", email: "" })
    .where("id", "=", contacts.lee.id)
    .execute();
  const { text } = await exported();
  expect(text).not.toContain("Lee");
  const { lines, code } = await verifyFile({ record: kept(text), files: [] });
  expect(code).toBe(0);
  expect(lines.join("\n")).toContain("1 name erased or changed since");
  expect(checkRecord(Buffer.from(before))).toHaveProperty("sound");
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import {
  type Embedded,
  type EmbeddedWish,
  joinEmbedded,
  type ServerLogin,
  startEmbedded,
} from "./embedded.ts";

const dataDir = mkdtempSync(join(tmpdir(), "milepost-embedded-"));
const lines: string[] = [];
const MODULE = new URL("./embedded.ts", import.meta.url).href;

function start(more: Partial<EmbeddedWish> = {}): Promise<Embedded> {
  return startEmbedded({ dataDir, fsync: false, log: (line) => lines.push(line), ...more });
}

/** Another Milepost on the same folder; it ends by a signal, or by itself as told. */
async function startElsewhere(then = "setInterval(() => {}, 60_000)") {
  const wish = JSON.stringify({ dataDir, fsync: false });
  const code = `import { startEmbedded } from "${MODULE}";
    await startEmbedded(${wish}); console.log("up"); ${then};`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stdout, "data");
  return child;
}

async function ask(login: ServerLogin, text: string): Promise<unknown> {
  const client = new Client({ ...login });
  await client.connect();
  try {
    return (await client.query({ text, rowMode: "array" })).rows[0]?.[0];
  } finally {
    await client.end();
  }
}

function postmasterPid(): number {
  return Number.parseInt(readFileSync(join(dataDir, "db/pg18/postmaster.pid"), "utf8"), 10);
}

let first: Embedded;
beforeAll(async () => {
  first = await start();
});
afterAll(async () => {
  await first.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test("the first start makes a database that sorts the same on every machine and notices damage", async () => {
  expect([first.firstStart, first.adopted]).toEqual([true, false]);
  expect(lines.join()).toContain("first start");
  expect(await ask(first.adminConnection, "show data_checksums")).toBe("on");
  const locale =
    "select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'milepost'";
  expect(await ask(first.connection, locale)).toBe("b C.UTF-8");
  const manifest = JSON.parse(readFileSync(join(dataDir, "db/pg18.json"), "utf8"));
  expect(manifest).toMatchObject({
    major: 18,
    localeProvider: "builtin",
    locale: "C.UTF-8",
    collationVersion: "1",
  });
});

test("nothing listens on a network, and nobody comes in without the password", async () => {
  expect(await ask(first.adminConnection, "show listen_addresses")).toBe("");
  await expect(ask({ ...first.connection, password: "guess" }, "select 1")).rejects.toMatchObject({
    code: "28P01",
  });
  for (const secret of ["database", "database-admin"]) {
    expect(statSync(join(dataDir, "secrets", secret)).mode & 0o777).toBe(0o600);
  }
});

test("Milepost's own role owns its database but is no superuser and does not pass row-level security", async () => {
  const facts = `select format('%s %s %s', rolsuper, rolbypassrls, rolcreaterole) from pg_roles where rolname = current_user`;
  expect(await ask(first.connection, facts)).toBe("f f t");
  expect(await ask(first.connection, "show statement_timeout")).toBe("15s");
});

test("a second Milepost on the same folder says so and leaves the first alone", async () => {
  await expect(start()).rejects.toThrow(/already running on the data folder/);
  expect(await ask(first.connection, "select 1")).toBe(1);
});

test("what was written is there after a stop and a start", async () => {
  await ask(first.connection, "create table kept as select 42 as n");
  await first.stop();
  first = await start();
  expect([first.firstStart, first.adopted]).toEqual([false, false]);
  expect(await ask(first.connection, "select n from kept")).toBe(42);
});

test("after kill -9 of Milepost the server that went on is taken over, not fought", async () => {
  await first.stop();
  const other = await startElsewhere();
  const pid = postmasterPid();
  other.kill("SIGKILL");
  await once(other, "exit");
  first = await start();
  expect([first.adopted, postmasterPid()]).toEqual([true, pid]);
  expect(await ask(first.connection, "select n from kept")).toBe(42);
});

test("after kill -9 of Milepost and its server a new server recovers what was saved", async () => {
  await first.stop();
  const other = await startElsewhere();
  const pid = postmasterPid();
  other.kill("SIGKILL");
  process.kill(pid, "SIGKILL");
  await once(other, "exit");
  first = await start();
  expect(first.adopted).toBe(false);
  expect(postmasterPid()).not.toBe(pid);
  expect(await ask(first.connection, "select n from kept")).toBe(42);
});

test("a Milepost that fails leaves no server behind", async () => {
  await first.stop();
  const other = await startElsewhere(
    "setTimeout(() => { throw new Error('a failure of Milepost, as planned') }, 500)",
  );
  const pid = postmasterPid();
  await once(other, "exit");
  first = await start();
  expect(first.adopted).toBe(false);
  expect(postmasterPid()).not.toBe(pid);
});

test("a server that ends without being asked to is started again at the same place", async () => {
  await first.stop();
  first = await start();
  const pid = postmasterPid();
  process.kill(pid, "SIGQUIT");
  await vi.waitFor(async () => expect(await ask(first.connection, "select n from kept")).toBe(42), 15_000);
  expect(postmasterPid()).not.toBe(pid);
});

test("the command line joins the server of a running Milepost", async () => {
  const joined = await joinEmbedded(dataDir);
  expect(await ask(joined.connection, "select n from kept")).toBe(42);
});

test("a database of another major version is refused and left as it is", async () => {
  await first.stop();
  const [now, before] = [join(dataDir, "db/pg18"), join(dataDir, "db/pg17")];
  renameSync(now, before);
  await expect(start()).rejects.toThrow(/made by PostgreSQL 17.*backup.*restore/);
  renameSync(before, now);
  first = await start();
  expect(await ask(first.connection, "select n from kept")).toBe(42);
});

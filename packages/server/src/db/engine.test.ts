import { mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { ensureLibraryLinks, findEngine } from "./engine.ts";

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "milepost-engine-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** A package as npm leaves it when it does not run install scripts: the library is there, its short names are not. */
function packageWithoutLinks(target = "native/lib/libpq.so.5"): string {
  const home = folder();
  mkdirSync(join(home, "native/lib"), { recursive: true });
  writeFileSync(join(home, "native/lib/libpq.so.5.18"), "library");
  const lines = [{ source: "native/lib/libpq.so.5.18", target }];
  writeFileSync(join(home, "native/pg-symlinks.json"), JSON.stringify(lines));
  return home;
}

test("missing library links are made in the package, once", () => {
  const home = packageWithoutLinks();
  expect(ensureLibraryLinks(home, join(home, "own"))).toBeUndefined();
  expect(readFileSync(join(home, "native/lib/libpq.so.5"), "utf8")).toBe("library");
  expect(readlinkSync(join(home, "native/lib/libpq.so.5"))).toBe("libpq.so.5.18");
  expect(ensureLibraryLinks(home, join(home, "own"))).toBeUndefined();
});

test("links go to a folder of our own where none can be made in the package", () => {
  const home = packageWithoutLinks("native/closed/libpq.so.5");
  const own = join(folder(), "lib");
  expect(ensureLibraryLinks(home, own)).toBe(own);
  expect(readFileSync(join(own, "libpq.so.5"), "utf8")).toBe("library");
});

test("the engine that comes with Milepost is PostgreSQL 18, and its environment holds nothing of ours", () => {
  vi.stubEnv("MILEPOST_PG_BIN", "");
  vi.stubEnv("SMTP_URL", "smtp://secret");
  onTestFinished(() => void vi.unstubAllEnvs());
  const engine = findEngine(folder(), undefined);
  expect(engine.major).toBe(18);
  expect(Object.keys(engine.env)).not.toContain("SMTP_URL");
});

test("MILEPOST_PG_BIN without a server in it is said plainly", () => {
  const empty = folder();
  vi.stubEnv("MILEPOST_PG_BIN", empty);
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(() => findEngine(folder(), undefined)).toThrow(`MILEPOST_PG_BIN points to ${empty}`);
});

test("a server too old for the embedded database is refused", () => {
  const bin = folder();
  writeFileSync(join(bin, "postgres"), "#!/bin/sh\necho 'postgres (PostgreSQL) 16.9'\n", { mode: 0o755 });
  vi.stubEnv("MILEPOST_PG_BIN", bin);
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(() => findEngine(folder(), undefined)).toThrow(/needs PostgreSQL 17 or newer, found 16\.9/);
});

import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { canReach, commandAs, dataFolder } from "./run-as.ts";

const stranger = { uid: 64_999, gid: 64_999 };

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "milepost-run-as-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

test("a folder below a closed one cannot be reached", () => {
  const top = folder();
  mkdirSync(join(top, "inner"), { mode: 0o755 });
  chmodSync(top, 0o700);
  expect(canReach(join(top, "inner"), stranger)).toBe(false);
  chmodSync(top, 0o711);
  expect(canReach(join(top, "inner"), stranger)).toBe(true);
});

test("the data folder lets the database's user through but shows it nothing", () => {
  const top = folder();
  chmodSync(top, 0o755);
  expect(dataFolder(join(top, "data"), stranger)).toEqual(stranger);
  expect(statSync(join(top, "data")).mode & 0o777).toBe(0o711);
});

test("the data folder of an ordinary user stays private", () => {
  const made = join(folder(), "data");
  expect(dataFolder(made, undefined)).toBeUndefined();
  expect(statSync(made).mode & 0o777).toBe(0o700);
});

test("a program runs as that user, with leave to pass closed folders only where it needs it", () => {
  expect(commandAs(undefined, "postgres", ["-V"])).toEqual({ file: "postgres", args: ["-V"], ids: {} });
  expect(commandAs(stranger, "postgres", ["-V"])).toEqual({ file: "postgres", args: ["-V"], ids: stranger });
  const passing = commandAs({ ...stranger, passes: "dac_read_search" }, "postgres", ["-V"]);
  expect(passing).toMatchObject({ file: "setpriv", ids: {} });
  expect(passing.args).toContain("--ambient-caps=+dac_read_search");
  expect(passing.args.slice(-2)).toEqual(["postgres", "-V"]);
});

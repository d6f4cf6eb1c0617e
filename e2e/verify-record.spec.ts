import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";

const CLI = fileURLToPath(new URL("../packages/server/dist/cli.js", import.meta.url));
const RECORD = fileURLToPath(
  new URL("../packages/server/src/evidence/fixtures/approval-7.record", import.meta.url),
);

/** Another machine: nothing of Milepost's is set, and where it would look for data there is nothing. */
function verify(folder: string, ...args: string[]) {
  const env = {
    PATH: process.env.PATH ?? "",
    MILEPOST_DATA: join(folder, "none"),
    DATABASE_URL: "no database",
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, "verify", ...args], {
    cwd: folder,
    env,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

test("J11 a record is checked on another machine by the built command, and the altered part is named", () => {
  const folder = mkdtempSync(join(tmpdir(), "milepost-verify-"));
  try {
    copyFileSync(RECORD, join(folder, "record.json"));
    writeFileSync(join(folder, "entwurf-1.txt"), "Entwurf 1 zu 7");
    const good = verify(folder, "record.json", "entwurf-1.txt");
    expect([good.status, good.stderr]).toEqual([0, ""]);
    expect(good.stdout).toContain("ok       Approval 7, version 1, on files: Entwürfe 7");
    expect(good.stdout).toContain("entwurf-1.txt: the same bytes as file 1");
    const text = readFileSync(RECORD, "utf8").replace("Gesagt in Minute 3", "Gesagt in Minute 2");
    writeFileSync(join(folder, "altered.json"), text);
    const bad = verify(folder, "altered.json");
    expect([bad.status, bad.stdout.split("\n")[0]]).toEqual([1, "ALTERED  decision 2 of approval 7: words"]);
    expect(verify(folder, "nowhere.json")).toMatchObject({ status: 2, stderr: "There is no such file.\n" });
    expect(verify(folder, "--head", "x").status).toBe(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { fitsSocket, socketFolder } from "./socket-folder.ts";

function remove(folder: string): string {
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const short = () => remove(mkdtempSync(join(tmpdir(), "milepost-socket-")));
const long = () => join(short(), "a-folder-name-of-some-length".repeat(4));

test("the socket lives in the data folder where its path is short enough", () => {
  const db = short();
  expect(socketFolder(db, undefined)).toBe(join(db, "run"));
  expect(statSync(join(db, "run")).mode & 0o777).toBe(0o700);
});

test("a long path gets a short private folder, the same at every start", () => {
  const db = long();
  const found = remove(socketFolder(db, undefined));
  expect(fitsSocket(found)).toBe(true);
  expect(statSync(found).mode & 0o777).toBe(0o700);
  expect(socketFolder(db, undefined)).toBe(found);
});

test("a folder that others may enter is not trusted", () => {
  const db = long();
  const theirs = remove(socketFolder(db, undefined));
  rmSync(theirs, { recursive: true });
  mkdirSync(theirs);
  chmodSync(theirs, 0o777);
  expect(remove(socketFolder(db, undefined))).not.toBe(theirs);
});

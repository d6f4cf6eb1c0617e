import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { makeDataFolder } from "./data-folder.ts";
import { readSettings, SettingsRefusal } from "./settings.ts";

test("with nothing set, Milepost is for this machine alone", () => {
  expect(readSettings({ PORT: "", HOST: "" })).toMatchObject({
    port: 4280,
    host: "127.0.0.1",
    baseUrl: "http://localhost:4280",
    dataDir: "./data",
    trustProxy: 0,
    loopback: true,
  });
});

test("an address may end in a slash, and a name may stand beside the sender's address", () => {
  const given = { BASE_URL: "https://plan.example.org/", MAIL_FROM: "Studio Birch <plan@example.org>" };
  expect(readSettings(given)).toMatchObject({
    baseUrl: "https://plan.example.org",
    mailFrom: "Studio Birch <plan@example.org>",
  });
});

test("how answers come in cannot be printed", () => {
  const given = {
    MAIL_IN_ADDRESS: "reply@example.org",
    MAIL_IN_URL: "imaps://reply:hush@mail.example.org",
    MAIL_IN_SECRET: "a secret of enough letters",
  };
  const { mailIn } = readSettings(given);
  expect(JSON.stringify(mailIn)).toBe('{"address":"reply@example.org","url":"[secret]","secret":"[secret]"}');
  expect(mailIn?.url?.reveal()).toBe(given.MAIL_IN_URL);
  expect(readSettings({}).mailIn).toBeNull();
});

test.each([
  [{ PORT: "abc" }, /^PORT is a number/],
  [{ PORT: "99999" }, /^PORT is a number/],
  [{ PORT: "80.5" }, /^PORT is a number/],
  [{ HOST: "0.0.0.0" }, /^BASE_URL is needed/],
  [{ BASE_URL: "plan.example.org" }, /^BASE_URL is the address/],
  [{ BASE_URL: "ftp://plan.example.org" }, /^BASE_URL is the address/],
  [{ BASE_URL: "https://plan.example.org/milepost" }, /^BASE_URL ends after the name/],
  [{ BASE_URL: "https://plan.example.org/?a=1" }, /^BASE_URL ends after the name/],
  [{ DATABASE_URL: "mysql://db/milepost" }, /^DATABASE_URL looks like/],
  [{ SMTP_URL: "http://mail.example.org" }, /^SMTP_URL looks like/],
  [{ MAIL_FROM: "nobody" }, /^MAIL_FROM is an address/],
  [{ MAIL_FROM: "a@example.org\nBcc: b@example.org" }, /^MAIL_FROM is an address/],
  [{ MAIL_IN_URL: "imaps://a:b@mail.example.org" }, /^MAIL_IN_ADDRESS is needed/],
  [{ MAIL_IN_ADDRESS: "reply@example.org" }, /^MAIL_IN_ADDRESS needs/],
  [
    { MAIL_IN_ADDRESS: "reply+x@example.org", MAIL_IN_SECRET: "x".repeat(24) },
    /^MAIL_IN_ADDRESS is an address/,
  ],
  [{ MAIL_IN_ADDRESS: "r@example.org", MAIL_IN_SECRET: "short" }, /^MAIL_IN_SECRET has at least/],
  [{ MAIL_IN_ADDRESS: "r@example.org", MAIL_IN_URL: "pop3://mail.example.org" }, /^MAIL_IN_URL looks like/],
  [{ TRUST_PROXY: "yes" }, /^TRUST_PROXY is the number/],
  [{ TRUST_PROXY: "11" }, /^TRUST_PROXY is the number/],
  [{ PUBLISH_HOLD: "soon" }, /^PUBLISH_HOLD is a number of seconds/],
])("%o is refused in one line", (given, line) => {
  expect(() => readSettings(given)).toThrow(SettingsRefusal);
  expect(() => readSettings(given)).toThrow(line);
});

test("the data folder is made with what is missing above it, and only we can read it", () => {
  const top = mkdtempSync(join(tmpdir(), "milepost-settings-"));
  onTestFinished(() => rmSync(top, { recursive: true }));
  const folder = join(top, "a", "b");
  makeDataFolder(folder);
  makeDataFolder(folder);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test("a data folder that is a file, or cannot be made, is refused by its setting's name", () => {
  const top = mkdtempSync(join(tmpdir(), "milepost-settings-"));
  onTestFinished(() => rmSync(top, { recursive: true }));
  const file = join(top, "file");
  writeFileSync(file, "");
  expect(() => makeDataFolder(file)).toThrow(/^MILEPOST_DATA is a folder, but .*file is a file/);
  expect(() => makeDataFolder(join(file, "below"))).toThrow(/^MILEPOST_DATA/);
  expect(() => makeDataFolder(join(file, "far", "below"))).toThrow(/^MILEPOST_DATA/);
  if (process.platform === "linux")
    expect(() => makeDataFolder("/proc/nothing/here")).toThrow(/^MILEPOST_DATA: the folder \/proc\/nothing/);
});

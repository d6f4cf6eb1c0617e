import { expect, test } from "vitest";
import { asArguments, clusterSettings, sharedBuffersMb } from "./cluster-settings.ts";

const GB = 1024 ** 3;
const wish = { socketFolder: "/run/m", major: 18, fsync: true, maxConnections: 20 };

test.each([
  [0.5, 32],
  [1, 32],
  [2, 512],
  [3, 768],
  [4, 1024],
  [64, 1024],
])("a machine of %d GB gives %d MB to shared buffers", (memory, expected) => {
  expect(sharedBuffersMb(memory * GB)).toBe(expected);
});

test("durability is on unless a test gives it up", () => {
  const durable = (fsync: boolean) => {
    const found = clusterSettings({ ...wish, fsync });
    return [found.fsync, found.synchronous_commit, found.full_page_writes];
  };
  expect([durable(true), durable(false)]).toEqual([
    ["on", "on", "on"],
    ["off", "off", "off"],
  ]);
});

test("an older server is not given a setting it does not know", () => {
  expect(clusterSettings({ ...wish, major: 17 })).not.toHaveProperty("io_method");
  expect(clusterSettings(wish)).toHaveProperty("io_method", "sync");
});

test("settings become arguments, which no file can overrule", () => {
  expect(asArguments({ fsync: "on", listen_addresses: "" })).toEqual([
    "-c",
    "fsync=on",
    "-c",
    "listen_addresses=",
  ]);
});

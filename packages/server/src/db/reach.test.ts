import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { expect, test } from "vitest";
import { ownerConfig } from "./connection.ts";
import { startEmbedded } from "./embedded.ts";
import { reachDatabase } from "./reach.ts";

test("a command works beside the running Milepost and leaves its database running", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "milepost-reach-"));
  const running = await startEmbedded({ dataDir, fsync: false });
  try {
    const reached = await reachDatabase({ databaseUrl: undefined, dataDir }, () => undefined);
    expect(reached.shared).toBe(true);
    expect(await answers(reached.connection)).toBe("milepost");
    await reached.stop();
    expect(await answers(running.connection)).toBe("milepost");
  } finally {
    await running.stop();
  }
  const alone = await reachDatabase({ databaseUrl: undefined, dataDir }, () => undefined);
  expect(alone.shared).toBe(false);
  expect(await answers(alone.connection)).toBe("milepost");
  await alone.stop();
  await expect(answers(alone.connection)).rejects.toThrow();
  rmSync(dataDir, { recursive: true, force: true });
});

async function answers(connection: Parameters<typeof ownerConfig>[0]): Promise<string> {
  const client = new Client(ownerConfig(connection));
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query("select current_user as me")).rows[0].me;
  } finally {
    await client.end();
  }
}

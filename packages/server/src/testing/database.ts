import { randomBytes } from "node:crypto";
import { afterAll, inject } from "vitest";
import type { ServerLogin } from "../db/embedded.ts";
import { onServer } from "./cluster.ts";

/** A migrated database of its own for one test file, dropped when the file is done. */
export async function freshDatabase(): Promise<ServerLogin> {
  const { admin, app, template } = inject("cluster");
  const database = `${template}_${randomBytes(6).toString("hex")}`;
  await onServer(admin, async (client) => {
    const [name, from, owner] = [database, template, app.user].map((word) => client.escapeIdentifier(word));
    await client.query(`create database ${name} template ${from} owner ${owner}`);
  });
  afterAll(async () => {
    await onServer(admin, async (client) => {
      await client.query(`drop database if exists ${client.escapeIdentifier(database)} with (force)`);
    });
  });
  return { ...app, database };
}

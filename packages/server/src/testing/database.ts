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
      const drop = `drop database if exists ${client.escapeIdentifier(database)}`;
      // By force means: end every process in it; a vacuum that just runs there belongs to somebody else, but yields to a plain drop.
      await client.query(`${drop} with (force)`).catch(() => client.query(drop));
    });
  });
  return { ...app, database };
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { type ServerLogin, startEmbedded } from "../db/embedded.ts";
import { migrate } from "../db/migrate.ts";

/** What a test file needs to make its own database; handed from the run to its workers. */
export interface TestCluster {
  readonly admin: ServerLogin;
  readonly app: ServerLogin;
  readonly template: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    cluster: TestCluster;
  }
}

const APP = "milepost";

/** One database server per test run, with a migrated database to copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const outside = process.env.TEST_DATABASE_URL;
  const server = outside ? outsideServer(outside) : await embeddedServer();
  const template = `milepost_template_${process.pid}`;
  await onServer(server.admin, async (client) => {
    await client.query(
      `create database ${client.escapeIdentifier(template)} owner ${client.escapeIdentifier(server.app.user)}`,
    );
  });
  await migrate({ ...server.app, database: template });
  project.provide("cluster", { admin: server.admin, app: server.app, template });
  return async () => {
    await onServer(server.admin, (client) => dropAll(client, template));
    await server.stop();
  };
}

/** The template and what a test file may have left of its copies. */
async function dropAll(client: Client, template: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select datname as name from pg_database where starts_with(datname, $1)",
    [template],
  );
  for (const { name } of rows)
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
}

interface Server {
  readonly admin: ServerLogin;
  readonly app: ServerLogin;
  stop(): Promise<void>;
}

async function embeddedServer(): Promise<Server> {
  const dataDir = mkdtempSync(join(tmpdir(), "milepost-test-"));
  const server = await startEmbedded({ dataDir, fsync: false, maxConnections: 100 });
  return {
    admin: server.adminConnection,
    app: server.connection,
    async stop() {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The address names a user who may create databases and roles; it plays both parts. */
function outsideServer(address: string): Server {
  const url = new URL(address);
  const admin = {
    host: url.searchParams.get("host") ?? url.hostname,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username) || APP,
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1) || "postgres",
  };
  return { admin, app: admin, stop: async () => undefined };
}

export async function onServer<T>(connection: ServerLogin, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ ...connection });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

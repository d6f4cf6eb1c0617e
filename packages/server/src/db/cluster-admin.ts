import { Client } from "pg";
import { ClusterBusy } from "./postmaster.ts";

/** Where the server listens and as whom to come; what `pg` takes as its settings. */
export interface ServerLogin {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

async function asClient<T>(connection: ServerLogin, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ ...connection, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes the role and the database Milepost lives in; says which collation version the database has. */
export async function prepareDatabase(admin: ServerLogin, app: ServerLogin): Promise<string> {
  return asClient(admin, async (client) => {
    const role = client.escapeIdentifier(app.user);
    const database = client.escapeIdentifier(app.database);
    await client.query(`create role ${role} login createrole password ${client.escapeLiteral(app.password)}`);
    await client.query(`alter role ${role} set statement_timeout = '15s'`);
    await client.query(`alter role ${role} set idle_in_transaction_session_timeout = '30s'`);
    await client.query(`alter role ${role} set lock_timeout = '5s'`);
    await client.query(`create database ${database} owner ${role}`);
    await client.query("revoke all on database postgres from public");
    const found = await client.query<{ version: string | null }>(
      "select datcollversion as version from pg_database where datname = $1",
      [app.database],
    );
    return found.rows[0]?.version ?? "";
  });
}

/** The folder a running server says it serves: the last word before it is adopted. */
export async function servedFolder(admin: ServerLogin): Promise<string> {
  try {
    return await asClient(admin, async (client) => {
      const said = await client.query<{ data_directory: string }>("show data_directory");
      return said.rows[0]?.data_directory ?? "";
    });
  } catch (error) {
    if (mayPass(error)) throw new ClusterBusy(String(error));
    throw error;
  }
}

/** Starting up, shutting down, or just gone. */
function mayPass(error: unknown): boolean {
  const { code } = error as { code?: string };
  return ["57P03", "57P01", "ENOENT", "ECONNREFUSED", "ECONNRESET"].includes(code ?? "");
}

import type { ClientConfig } from "pg";
import { APP_ROLE } from "./roles.ts";

/** Where the database is: a unix socket folder or host of the embedded server, or a `DATABASE_URL`. */
export interface Connection {
  url?: string;
  host?: string;
  port?: number;
  user?: string;
  password?: string;
  database?: string;
}

const SEARCH_PATH = "-c search_path=milepost";
const LIMITS = "-c statement_timeout=15s -c lock_timeout=5s -c idle_in_transaction_session_timeout=30s";

export function appConfig(connection: Connection): ClientConfig {
  return { ...base(connection), options: `${SEARCH_PATH} -c role=${APP_ROLE} ${LIMITS}` };
}

/** Migrations, backup and the worker run as the owner of the tables. */
export function ownerConfig(connection: Connection): ClientConfig {
  return { ...base(connection), options: SEARCH_PATH };
}

function base(connection: Connection): ClientConfig {
  const { url, ...parts } = connection;
  return { ...(url ? { connectionString: url } : parts), application_name: "milepost" };
}

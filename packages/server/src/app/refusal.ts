import { EmbeddedRefusal } from "../db/embedded-refusal.ts";
import { RoleRefusal } from "../db/guard.ts";
import { SchemaRefusal } from "../db/migrate.ts";
import { SettingsRefusal } from "../kit/settings.ts";

/** Reasons not to start that the person at the terminal can act on: one line and an exit code, no stack. */
export function refusalOf(error: unknown): { line: string; code: number } | null {
  if (error instanceof SettingsRefusal) return { line: error.message, code: 2 };
  if (error instanceof EmbeddedRefusal || error instanceof RoleRefusal || error instanceof SchemaRefusal)
    return { line: error.message, code: 1 };
  if (error instanceof Error && "code" in error) return fromSystem(error, String(error.code));
  return null;
}

function fromSystem(error: Error, code: string): { line: string; code: number } | null {
  if (code === "EADDRINUSE")
    return { line: "PORT is taken by another program. Choose another one, such as PORT=4281.", code: 2 };
  if (code === "EACCES") return { line: `Not permitted: ${error.message}`, code: 2 };
  if (code === "EADDRNOTAVAIL") return { line: "HOST is not an address of this machine.", code: 2 };
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return { line: `No machine is called ${nameIn(error)}: look at HOST and DATABASE_URL.`, code: 2 };
  if (code === "ECONNREFUSED") return { line: "DATABASE_URL: no PostgreSQL answers there.", code: 2 };
  if (code === "28P01" || code === "28000" || code === "3D000")
    return { line: `DATABASE_URL: ${error.message}.`, code: 2 };
  if (code === "42501")
    return {
      line: `DATABASE_URL: ${error.message}. Sign in as the role that owns Milepost's tables, or give it an empty database of its own.`,
      code: 2,
    };
  return null;
}

function nameIn(error: Error): string {
  return "hostname" in error ? String(error.hostname) : "that";
}

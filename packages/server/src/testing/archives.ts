import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Client } from "pg";
import type { Database } from "../db/database.ts";
import type { ServerLogin } from "../db/embedded.ts";
import { blobPath } from "../kit/blob-path.ts";
import { newId } from "../kit/id.ts";

export function tempFolder(): string {
  return mkdtempSync(join(tmpdir(), "milepost-archive-"));
}

/** A stored file: its bytes in the folder, its rows in the database. */
export async function storeBlob(
  database: Database,
  workspaceId: string,
  dataDir: string,
  text: string,
): Promise<string> {
  const sha256 = createHash("sha256").update(text).digest("hex");
  const path = blobPath(dataDir, sha256);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  await database.inWorkspace(workspaceId, (tx) =>
    tx
      .insertInto("blobs")
      .values({ workspaceId, sha256, bytes: text.length, mediaType: "text/plain" })
      .execute(),
  );
  return sha256;
}

/** An event straight into the record, for tests that do not care what happened. */
export async function happen(database: Database, workspaceId: string, verb: string): Promise<void> {
  await database.inWorkspace(workspaceId, (tx) =>
    tx
      .insertInto("events")
      .values({
        workspaceId,
        id: newId(),
        actorId: null,
        verb,
        subjectKind: "workspace",
        subjectId: workspaceId,
        projectId: null,
      })
      .execute(),
  );
}

export async function rowsOf(login: ServerLogin, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ ...login, options: "-c search_path=milepost" });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

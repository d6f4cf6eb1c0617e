import type { PortalTx } from "../db/database.ts";

export interface SharedVersion {
  fileId: string;
  n: number;
  name: string;
  sha256: string;
  bytes: number;
  mediaType: string;
  authorId: string | null;
  createdAt: Date;
}

export interface SharedFile {
  id: string;
  milestoneId: string | null;
  /** Newest first; never empty. */
  versions: SharedVersion[];
}

const VERSION = [
  "v.fileId",
  "v.n",
  "v.name",
  "v.sha256",
  "v.bytes",
  "v.mediaType",
  "v.authorId",
  "v.createdAt",
] as const;

/** Files of the project, the one with the newest version first; of one milestone when it is named. */
export async function sharedFiles(
  tx: PortalTx,
  projectId: string,
  { milestoneId, limit, skip = 0 }: { milestoneId?: string; limit: number; skip?: number },
): Promise<SharedFile[]> {
  const files = await tx
    .selectFrom("portal.files as f")
    .innerJoin("portal.fileVersions as v", "v.fileId", "f.id")
    .select(["f.id", "f.milestoneId"])
    .where("f.projectId", "=", projectId)
    .$if(milestoneId !== undefined, (query) => query.where("f.milestoneId", "=", milestoneId ?? null))
    .groupBy(["f.id", "f.milestoneId"])
    .orderBy((row) => row.fn.max("v.createdAt"), "desc")
    .orderBy("f.id", "desc")
    .limit(limit)
    .offset(skip)
    .execute();
  if (files.length === 0) return [];
  const versions = await tx
    .selectFrom("portal.fileVersions as v")
    .select(VERSION)
    .where(
      "v.fileId",
      "in",
      files.map(({ id }) => id),
    )
    .orderBy("v.n", "desc")
    .execute();
  return files.map((file) => ({ ...file, versions: versions.filter(({ fileId }) => fileId === file.id) }));
}

export async function countFiles(tx: PortalTx, projectId: string): Promise<number> {
  const { n } = await tx
    .selectFrom("portal.files")
    .select((row) => row.fn.countAll<number>().as("n"))
    .where("projectId", "=", projectId)
    .executeTakeFirstOrThrow();
  return Number(n);
}

export function sharedVersion(
  tx: PortalTx,
  projectId: string,
  fileId: string,
  n: number,
): Promise<SharedVersion | undefined> {
  return tx
    .selectFrom("portal.fileVersions as v")
    .innerJoin("portal.files as f", "f.id", "v.fileId")
    .select(VERSION)
    .where("f.projectId", "=", projectId)
    .where("v.fileId", "=", fileId)
    .where("v.n", "=", n)
    .executeTakeFirst();
}

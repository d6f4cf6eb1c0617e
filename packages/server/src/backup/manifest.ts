import { z } from "zod";
import { ArchiveRefusal } from "./refusal.ts";

export const FORMAT = 1;
export const MANIFEST_NAME = "manifest.json";

const hash = () => z.string().regex(/^[0-9a-f]{64}$/);
const size = () => z.int().min(0);
const word = () => z.string().regex(/^[a-z_][a-z0-9_]*$/);

const Table = z.strictObject({
  schema: z.enum(["milepost", "auth"]),
  name: word(),
  columns: z.array(word()).min(1),
  rows: size(),
  bytes: size(),
  sha256: hash(),
});

/** What an archive holds, in the order in which it follows; no name of an entry may come from anywhere else. */
export const Manifest = z.strictObject({
  product: z.literal("milepost"),
  format: z.literal(FORMAT),
  version: z.string().max(40),
  createdAt: z.iso.datetime(),
  steps: z.array(z.strictObject({ name: z.string().max(100), checksum: hash() })).min(1),
  tables: z.array(Table),
  files: z.array(z.strictObject({ sha256: hash(), bytes: size() })),
  /** Files that the database names but the folder had lost or damaged already when this was written. */
  lostFiles: z.array(hash()),
  secrets: z.array(
    z.strictObject({ name: z.string().regex(/^[a-z][a-z0-9-]{0,60}$/), bytes: size(), sha256: hash() }),
  ),
});

export type ManifestData = z.infer<typeof Manifest>;
export type ArchivedTable = z.infer<typeof Table>;

export interface Entry {
  name: string;
  bytes: number;
  sha256: string;
}

/** The entries that follow the manifest. */
export function entriesOf(manifest: ManifestData): Entry[] {
  return [
    ...manifest.tables.map(({ schema, name, bytes, sha256 }) => ({
      name: `tables/${schema}.${name}`,
      bytes,
      sha256,
    })),
    ...manifest.files.map(({ bytes, sha256 }) => ({ name: `files/${sha256}`, bytes, sha256 })),
    ...manifest.secrets.map(({ name, bytes, sha256 }) => ({ name: `secrets/${name}`, bytes, sha256 })),
  ];
}

export function readManifest(text: string): ManifestData {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw new ArchiveRefusal("The list of contents in the archive cannot be read.");
  }
  const format = typeof raw === "object" && raw !== null && "format" in raw ? raw.format : undefined;
  if (typeof format === "number" && format > FORMAT)
    throw new ArchiveRefusal(
      `The archive has format ${format}; this Milepost knows up to ${FORMAT}. Restore it with a newer one.`,
    );
  const parsed = Manifest.safeParse(raw);
  if (!parsed.success)
    throw new ArchiveRefusal("The list of contents in the archive is not one of Milepost.");
  return parsed.data;
}

import { type RawBuilder, sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";
import { type FileRow, selectFiles } from "./files.store.ts";

export const FILE_ORDERS = ["newest", "name", "largest"] as const;
export type FileOrder = (typeof FILE_ORDERS)[number];

export interface ProjectFileRow extends FileRow {
  placeNumber: number | null;
  placeTitle: string;
}

interface Wanted {
  /** Null is the top; left out are the files of all folders. */
  folderId?: string | null;
  /** Words of a name, of any version. */
  words?: string | undefined;
  order: FileOrder;
  after?: string | undefined;
  limit: number;
}

const NEWEST = sql`from file_versions v join blobs b on b.workspace_id = v.workspace_id and b.sha256 = v.sha256
  where v.workspace_id = f.workspace_id and v.file_id = f.id order by v.n desc limit 1`;

/** What each order goes by, so that all of them run downwards or upwards by one value and the id. */
const BY: Record<FileOrder, { value: RawBuilder<unknown>; down: boolean }> = {
  newest: { value: sql`(select v.created_at ${NEWEST})`, down: true },
  name: { value: sql`lower(f.name)`, down: false },
  largest: { value: sql`(select b.bytes ${NEWEST})`, down: true },
};

/** Files of the project wherever they hang, as far as this person sees what they hang on. */
export async function listProjectFiles(
  scope: Scope,
  projectId: string,
  { folderId, words, order, after, limit }: Wanted,
): Promise<ProjectFileRow[]> {
  const { tx, actor } = scope;
  const { value, down } = BY[order];
  const way = down ? sql`desc` : sql`asc`;
  const beyond = down ? sql`<` : sql`>`;
  const { rows } = await sql<{ id: string; placeNumber: number | null; placeTitle: string }>`
    select f.id, coalesce(c.number, m.number) as place_number, coalesce(c.title, m.title, o.statement, p.name) as place_title
    from files f
    join projects p on p.workspace_id = f.workspace_id and p.id = f.project_id
    left join cards c on c.workspace_id = f.workspace_id and c.id = f.card_id
    left join milestones m on m.workspace_id = f.workspace_id and m.id = f.milestone_id
    left join objectives o on o.workspace_id = f.workspace_id and o.id = f.objective_id
    where f.workspace_id = ${actor.workspaceId} and f.project_id = ${projectId} and ${notInTrash("f.workspace_id", "f.id")}
      and ${notInTrash("f.workspace_id", "f.card_id")} and ${notInTrash("f.workspace_id", "f.milestone_id")}
      and ${notInTrash("f.workspace_id", "f.objective_id")} and ${seenBy(scope)}
      ${folderId === undefined ? sql`` : sql`and f.folder_id is not distinct from ${folderId}::uuid`}
      ${words ? sql`and ${named(words)}` : sql``}
      ${after ? sql`and (${value}, f.id) ${beyond} (select ${value}, f.id from files f where f.workspace_id = ${actor.workspaceId} and f.id = ${after})` : sql``}
    order by ${value} ${way}, f.id ${way} limit ${limit}`.execute(tx);
  const found = await selectFiles(scope, sql`f.id = any(${rows.map(({ id }) => id)}::uuid[])`).execute(tx);
  const byId = new Map(found.rows.map((file) => [file.id, file]));
  return rows.flatMap(({ id, ...place }) => {
    const file = byId.get(id);
    return file ? [{ ...file, ...place }] : [];
  });
}

/** How many files lie in each folder of the project, by its id. */
export async function countByFolder(scope: Scope, projectId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ folderId: string; files: number }>`
    select f.folder_id, count(*)::int as files from files f
    where f.workspace_id = ${scope.actor.workspaceId} and f.project_id = ${projectId} and f.folder_id is not null
      and ${notInTrash("f.workspace_id", "f.id")} and ${notInTrash("f.workspace_id", "f.card_id")}
      and ${notInTrash("f.workspace_id", "f.milestone_id")} and ${notInTrash("f.workspace_id", "f.objective_id")}
    group by f.folder_id`.execute(scope.tx);
  return new Map(rows.map(({ folderId, files }) => [folderId, files]));
}

/** Guests get what the team shares among itself on the cards that carry them. */
function seenBy({ actor }: Scope): RawBuilder<unknown> {
  if (actor.role !== "guest") return sql`true`;
  return sql`f.audience = 'team' and exists (select from card_people x
    where x.workspace_id = f.workspace_id and x.card_id = f.card_id and x.person_id = ${actor.personId})`;
}

/** Without accents and case, in the name it has or a version had. */
function named(words: string): RawBuilder<unknown> {
  const bare = words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const has = (name: RawBuilder<unknown>) =>
    sql`strpos(regexp_replace(lower(normalize(${name}, NFD)), '[\\u0300-\\u036f]', '', 'g'), ${bare}) > 0`;
  return sql`(${has(sql`f.name`)} or exists (select from file_versions v
    where v.workspace_id = f.workspace_id and v.file_id = f.id and ${has(sql`v.name`)}))`;
}

/** Foreign key within the workspace, with the index that every foreign key needs. */
export interface Reference {
  column: string;
  table: string;
  null?: true;
  onDelete?: "cascade" | "set null" | "restrict";
}

interface TableShape {
  columns: string;
  references?: readonly Reference[];
  unique?: readonly string[];
  indexes?: readonly string[];
  /** Tables of pairs have no id of their own. */
  key?: string;
  revision?: true;
}

/** SQL for one tenant table: workspace in every key, row-level security forced, an index on every foreign key. */
export function tenantTable(name: string, shape: TableShape): string[] {
  const references = shape.references ?? [];
  const key = shape.key ?? "id";
  const lines = [
    "workspace_id uuid not null references workspaces (workspace_id) on delete cascade",
    ...(shape.key ? [] : ["id uuid not null"]),
    ...references.map((reference) => `${reference.column} uuid${reference.null ? "" : " not null"}`),
    shape.columns.trim().replace(/,$/, ""),
    ...(shape.revision ? ["revision integer not null default 1"] : []),
    "created_at timestamptz not null default now()",
    `primary key (workspace_id, ${key})`,
    ...references.map(foreignKey),
    ...(shape.unique ?? []).map((columns) => `unique (workspace_id, ${columns})`),
  ].filter((line) => line !== "");
  return [
    `create table ${name} (\n  ${lines.join(",\n  ")}\n)`,
    ...references.map((reference) => `create index on ${name} (workspace_id, ${reference.column})`),
    ...(shape.indexes ?? []).map((columns) => `create index on ${name} (workspace_id, ${columns})`),
    ...rowSecurity(name),
  ];
}

/**
 * Rows of other workspaces do not exist for the app role, whatever a query forgets. Only the owner role, which no
 * request runs as, sees all: for migrations, backup and the worker.
 */
export function rowSecurity(name: string): string[] {
  const own = "workspace_id = nullif(current_setting('app.workspace', true), '')::uuid";
  return [
    `alter table ${name} enable row level security`,
    `alter table ${name} force row level security`,
    `create policy own_workspace on ${name} using (${own}) with check (${own})`,
    `create policy maintenance on ${name} to current_user using (true) with check (true)`,
  ];
}

/** PostgreSQL's `set null` would also null workspace_id, so the column is named. */
function foreignKey(reference: Reference): string {
  const action = reference.onDelete ?? (reference.null ? "set null" : "cascade");
  const rule = action === "set null" ? `set null (${reference.column})` : action;
  return `foreign key (workspace_id, ${reference.column}) references ${reference.table} (workspace_id, id) on delete ${rule}`;
}

import { sql } from "kysely";
import { z } from "zod";
import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";
import { MOST_DAYS, type SwitchCode, usualDays } from "./switch-kinds.ts";

const Settings = z.object({ days: z.int().min(1).max(MOST_DAYS).nullable().catch(null) });

/** The number as it stands in the row, for a sentence that has one. */
export function daysOf(code: SwitchCode, settings: unknown): number | null {
  const usual = usualDays(code);
  return usual === null ? null : (Settings.parse(settings).days ?? usual);
}

export interface SwitchRow {
  code: string;
  settings: unknown;
  setBy: string | null;
  byName: string | null;
  createdAt: Date;
}

/** Those that are on. */
export function switchesOn({ tx, actor }: Scope, projectId: string): Promise<SwitchRow[]> {
  return tx
    .selectFrom("switches as s")
    .leftJoin("persons as p", (on) =>
      on.onRef("p.workspaceId", "=", "s.workspaceId").onRef("p.id", "=", "s.setBy"),
    )
    .select(["s.code", "s.settings", "s.setBy", "p.name as byName", "s.createdAt"])
    .where("s.workspaceId", "=", actor.workspaceId)
    .where("s.projectId", "=", projectId)
    .execute();
}

export interface LastRun {
  code: string;
  at: Date;
  kind: "card" | "milestone" | "clientRequest" | null;
  number: number | null;
  title: string | null;
}

/** What each switch did last, with the thing as it is called today. */
export async function lastRuns({ tx, actor }: Scope, projectId: string): Promise<LastRun[]> {
  const { rows } = await sql<LastRun>`
    select r.code, r.created_at as at, x.kind, x.number, x.title
    from (select distinct on (code) code, thing_id, created_at from switch_runs
      where workspace_id = ${actor.workspaceId} and project_id = ${projectId} order by code, created_at desc) r
    left join lateral (
      select 'card' as kind, c.number, c.title, c.id from cards c where c.workspace_id = ${actor.workspaceId} and c.id = r.thing_id
      union all select 'milestone', c.number, c.title, c.id from milestones c where c.workspace_id = ${actor.workspaceId} and c.id = r.thing_id
      union all select 'clientRequest', c.number, c.title, c.id from client_requests c where c.workspace_id = ${actor.workspaceId} and c.id = r.thing_id
    ) x on not exists (select from trash t where t.workspace_id = ${actor.workspaceId} and t.thing_id = x.id)`.execute(
    tx,
  );
  return rows;
}

/** The row of one, held until the transaction ends. */
export function holdSwitch({ tx, actor }: Scope, projectId: string, code: SwitchCode) {
  return tx
    .selectFrom("switches")
    .select("settings")
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .where("code", "=", code)
    .forUpdate()
    .executeTakeFirst();
}

/** False where somebody else was faster. */
export async function switchOn(
  { tx, actor, now }: Scope,
  projectId: string,
  code: SwitchCode,
  days: number | null,
): Promise<boolean> {
  const row = await tx
    .insertInto("switches")
    .values({
      workspaceId: actor.workspaceId,
      projectId,
      code,
      settings: JSON.stringify({ days }),
      setBy: actor.personId,
      createdAt: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("code")
    .executeTakeFirst();
  return row !== undefined;
}

export async function changeDays(
  { tx, actor }: Scope,
  projectId: string,
  code: SwitchCode,
  days: number | null,
): Promise<void> {
  await tx
    .updateTable("switches")
    .set({ settings: JSON.stringify({ days }) })
    .set((row) => ({ revision: row("revision", "+", 1) }))
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .where("code", "=", code)
    .execute();
}

export async function switchOff({ tx, actor }: Scope, projectId: string, code: SwitchCode): Promise<void> {
  await tx
    .deleteFrom("switches")
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .where("code", "=", code)
    .execute();
}

export interface Run {
  projectId: string;
  code: SwitchCode;
  thingId: string;
  /** What tells one time from another: the event, or the fact that a day counts from. */
  occasion: string;
}

/** True for whoever does it first, while the switch is on and the project goes on; whoever else would do it waits here and then does not. */
export async function claimRun(
  { tx, actor, now }: Scope,
  { projectId, code, thingId, occasion }: Run,
): Promise<boolean> {
  const { rows } = await sql<{ code: string }>`
    insert into switch_runs (workspace_id, project_id, code, thing_id, occasion, created_at)
    select s.workspace_id, s.project_id, s.code, ${thingId}, ${occasion}, ${now} from switches s
    join projects p on p.workspace_id = s.workspace_id and p.id = s.project_id
    where s.workspace_id = ${actor.workspaceId} and s.project_id = ${projectId} and s.code = ${code} and p.archived_at is null
      and ${notInTrash("p.workspaceId", "p.id")}
    on conflict do nothing returning code`.execute(tx);
  return rows.length > 0;
}

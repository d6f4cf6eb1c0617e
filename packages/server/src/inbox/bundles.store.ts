import { sql } from "kysely";
import type { Tx } from "../db/database.ts";
import type { Reader } from "./reader.ts";

export interface BundleReader extends Reader {
  rhythm: string | null;
  bundledAt: Date | null;
  /** When the first happened that they have heard nothing of. */
  firstAt: Date;
}

/** Members with something new that no bundle told of, and who want such mails. */
export async function bundleReaders(maintenance: Tx, now: Date): Promise<BundleReader[]> {
  const { rows } = await sql<BundleReader>`
    select i.workspace_id, i.person_id, m.user_id, m.role, p.name, p.email, p.zone, r.rhythm, r.bundled_at, i.first_at
    from (select workspace_id, person_id, min(last_at) as first_at from inbox_items
      where done_at is null and read_at is null and bundled_at is null and (snoozed_until is null or snoozed_until <= ${now})
      group by workspace_id, person_id) i
    join members m on m.workspace_id = i.workspace_id and m.person_id = i.person_id and m.status = 'active'
    join persons p on p.workspace_id = i.workspace_id and p.id = i.person_id
    left join mail_rhythms r on r.workspace_id = i.workspace_id and r.person_id = i.person_id
    where not exists (select from mail_refusals f where f.workspace_id = i.workspace_id and f.person_id = i.person_id and f.kind = 'bundle')
    order by i.workspace_id, i.person_id`.execute(maintenance);
  return rows;
}

/** One process, once for each moment: whoever writes it first sends the bundle. A clock that is set back finds it written. */
export async function claimSlot(
  tx: Tx,
  { workspaceId, personId }: Pick<BundleReader, "workspaceId" | "personId">,
  slot: Date,
): Promise<boolean> {
  const claimed = await tx
    .insertInto("mailRhythms")
    .values({ workspaceId, personId, bundledAt: slot, quietFrom: null, quietTo: null, remindedOn: null })
    .onConflict((conflict) =>
      conflict
        .columns(["workspaceId", "personId"])
        .doUpdateSet({ bundledAt: slot })
        .where((row) =>
          row.or([row("mailRhythms.bundledAt", "is", null), row("mailRhythms.bundledAt", "<", slot)]),
        ),
    )
    .returning("personId")
    .executeTakeFirst();
  return claimed !== undefined;
}

import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";

export interface ContactEver {
  personId: string;
  name: string;
  email: string;
}

/** Contacts of this workspace, also those who were taken off, who are not erased; members are none of them. */
function contactsEver({ tx, actor }: Scope) {
  return tx
    .selectFrom("persons as p")
    .leftJoin("contacts as c", (join) =>
      join.onRef("c.workspaceId", "=", "p.workspaceId").onRef("c.personId", "=", "p.id"),
    )
    .leftJoin("members as m", (join) =>
      join.onRef("m.workspaceId", "=", "p.workspaceId").onRef("m.personId", "=", "p.id"),
    )
    .select(["p.id as personId", "p.name", "p.email"])
    .where("p.workspaceId", "=", actor.workspaceId)
    .where("p.erasedAt", "is", null)
    .where("m.personId", "is", null);
}

export async function findContactEver(scope: Scope, personId: string): Promise<ContactEver | undefined> {
  return contactsEver(scope).where("p.id", "=", personId).executeTakeFirst();
}

/** Whoever was taken off; what they said still stands under their name. */
export async function listFormerContacts(scope: Scope): Promise<ContactEver[]> {
  return contactsEver(scope).where("c.personId", "is", null).orderBy("p.name").orderBy("p.id").execute();
}

/** Nobody gives this person a part in anything while they are erased: whatever names them waits for this row. */
export async function holdPerson({ tx, actor }: Scope, personId: string): Promise<void> {
  await tx
    .selectFrom("persons")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", personId)
    .forUpdate()
    .execute();
}

export interface OpenAsk {
  kind: "approval" | "request";
  projectKey: string;
  number: number;
  title: string;
}

/** What is asked of this person and not settled: it would wait for nobody. */
export async function openAsks({ tx, actor }: Scope, personId: string): Promise<OpenAsk[]> {
  const { rows } = await sql<OpenAsk>`
    select 'approval' as kind, j.key as project_key, a.number, a.title from approvals a
      join projects j on j.workspace_id = a.workspace_id and j.id = a.project_id
      where a.workspace_id = ${actor.workspaceId} and a.outcome is null and a.superseded_at is null and a.cancelled_at is null
        and exists (select from approval_people q where q.workspace_id = a.workspace_id and q.approval_id = a.id and ${personId}::uuid in (q.person_id, q.delegate_id))
    union all
    select 'request', j.key, r.number, r.title from client_requests r
      join projects j on j.workspace_id = r.workspace_id and j.id = r.project_id
      where r.workspace_id = ${actor.workspaceId} and r.contact_id = ${personId} and r.state in ('asked', 'answered')
    order by project_key, kind, number`.execute(tx);
  return rows;
}

/** What belonged to nobody else: ways in, what was looked at, and mails. */
export async function deleteOwnRows({ tx, actor }: Scope, { personId, email }: ContactEver): Promise<void> {
  const { workspaceId } = actor;
  for (const table of [
    "contactSessions",
    "signInCodes",
    "portalViews",
    "links",
    "mailRefusals",
    "idempotency",
  ] as const)
    await tx
      .deleteFrom(table)
      .where("workspaceId", "=", workspaceId)
      .where("personId", "=", personId)
      .execute();
  await tx
    .deleteFrom("inboundMails")
    .where("workspaceId", "=", workspaceId)
    .where((is) => is.or([is("personId", "=", personId), is("fromEmail", "=", email)]))
    .execute();
  await tx
    .deleteFrom("mails")
    .where("workspaceId", "=", workspaceId)
    .where((is) => is.or([is("personId", "=", personId), is("toEmail", "=", email)]))
    .execute();
}

/** Mails to others that name them, and the salts with which a name could be tried against the seals. */
export async function forgetName(
  { tx, actor }: Scope,
  { personId, name }: ContactEver,
  instead: string,
): Promise<void> {
  const { workspaceId } = actor;
  await sql`
    update mails m set subject = replace(m.subject, ${name}, ${instead}),
      data = (select jsonb_object_agg(e.key, case when e.value = to_jsonb(${name}::text) then to_jsonb(${instead}::text) else e.value end) from jsonb_each(m.data) e)
    where m.workspace_id = ${workspaceId} and jsonb_typeof(m.data) = 'object'
      and exists (select from jsonb_each(m.data) e where e.value = to_jsonb(${name}::text))`.execute(tx);
  await tx
    .updateTable("approvalSalts")
    .set({ salt: "" })
    .where("workspaceId", "=", workspaceId)
    .where("personId", "=", personId)
    .execute();
}

/** The row stays, so that what they said and decided has somebody who said it. */
export async function blankPerson(
  { tx, actor, now }: Scope,
  personId: string,
  instead: string,
): Promise<void> {
  await tx
    .updateTable("persons")
    .set({
      name: instead,
      email: "",
      zone: "UTC",
      country: null,
      region: null,
      language: "en",
      erasedAt: now,
    })
    .set((row) => ({ revision: row("revision", "+", 1) }))
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", personId)
    .execute();
}

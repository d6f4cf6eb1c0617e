import { type RawBuilder, sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { peopleOfProject } from "../board/project-people.store.ts";
import type { Audience, SubjectAccess } from "./subject.ts";

export interface MentionablePerson {
  id: string;
  name: string;
  kind: "member" | "contact" | "group";
}

/** Groups are for the team: the client neither reads nor writes them, and guests know nobody but who is on their cards. */
function offersGroups({ actor }: Scope, audience: Audience): boolean {
  return audience === "team" && actor.role !== "guest";
}

/**
 * Who may see a thread and so may be named in it: the people of the project, guests only on a card that carries them
 * and only among the team, the client's people only in the client thread; and groups in which one of them is. In the team's talk
 * the client's people are there too, so that whoever writes their name is asked what shall happen. Names, never addresses.
 */
export async function mentionablePeople(
  scope: Scope,
  access: SubjectAccess,
  audience: Audience,
): Promise<MentionablePerson[]> {
  const those = people(scope, access, audience);
  const groups = sql`union all select g.id, g.name, 'group' as kind from groups g where g.workspace_id = ${scope.actor.workspaceId}
    and exists (select from group_people p where p.workspace_id = g.workspace_id and p.group_id = g.id and p.person_id in (select id from (${those}) known))`;
  const { rows } = await sql<MentionablePerson>`select id, name, kind from (${those}) those
    ${offersGroups(scope, audience) ? sql`${groups} union all ${contacts(scope, access)}` : sql``} order by name, id`.execute(
    scope.tx,
  );
  return rows;
}

/** Which of these ids are groups, and who of them may see the thread. */
export async function groupsAmong(
  scope: Scope,
  access: SubjectAccess,
  audience: Audience,
  ids: readonly string[],
): Promise<{ groups: ReadonlySet<string>; people: string[] }> {
  if (ids.length === 0 || !offersGroups(scope, audience)) return { groups: new Set(), people: [] };
  const { rows } = await sql<{ groupId: string; personId: string | null }>`
    select g.id as group_id, p.person_id from groups g
    left join group_people p on p.workspace_id = g.workspace_id and p.group_id = g.id
      and p.person_id in (select id from (${people(scope, access, audience)}) known)
    where g.workspace_id = ${scope.actor.workspaceId} and g.id = any (${ids}::uuid[])`.execute(scope.tx);
  return {
    groups: new Set(rows.map(({ groupId }) => groupId)),
    people: rows.flatMap(({ personId }) => personId ?? []),
  };
}

/** Which of these ids are not among them. */
export async function notMentionable(
  scope: Scope,
  access: SubjectAccess,
  audience: Audience,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${ids}::uuid[]) as wanted (id)
    where id not in (select id from (${people(scope, access, audience)}) known)`.execute(scope.tx);
  return rows.map(({ id }) => id);
}

function people(scope: Scope, access: SubjectAccess, audience: Audience): RawBuilder<unknown> {
  const { project, subject } = access;
  const { workspaceId } = scope.actor;
  const cardId = subject.kind === "card" && audience === "team" ? subject.id : null;
  return sql`select p.id, p.name, 'member' as kind from persons p
    join members m on m.workspace_id = p.workspace_id and m.person_id = p.id
    where p.workspace_id = ${workspaceId} and p.id in (${peopleOfProject(scope, project.id)})
      and (m.role <> 'guest' or exists (select from card_people g
        where g.workspace_id = p.workspace_id and g.card_id = ${cardId}::uuid and g.person_id = p.id))
    ${audience === "client" ? sql`union ${contacts(scope, access)}` : sql``}`;
}

function contacts({ actor }: Scope, { project }: SubjectAccess): RawBuilder<unknown> {
  return sql`select p.id, p.name, 'contact' as kind from persons p
    join contact_roles r on r.workspace_id = p.workspace_id and r.person_id = p.id
    where p.workspace_id = ${actor.workspaceId} and r.project_id = ${project.id}`;
}

import { type RawBuilder, sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { peopleOfProject } from "../board/project-people.store.ts";
import type { Audience, SubjectAccess } from "./subject.ts";

export interface MentionablePerson {
  id: string;
  name: string;
  kind: "member" | "contact";
}

/**
 * Who may see a thread and so may be named in it: the people of the project, guests only on a card that carries them
 * and only among the team, the client's people only in the client thread. Names, never addresses.
 */
export async function mentionablePeople(
  scope: Scope,
  access: SubjectAccess,
  audience: Audience,
): Promise<MentionablePerson[]> {
  const { rows } = await sql<MentionablePerson>`${people(scope, access, audience)} order by name, id`.execute(
    scope.tx,
  );
  return rows;
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

function people(scope: Scope, { project, subject }: SubjectAccess, audience: Audience): RawBuilder<unknown> {
  const { workspaceId } = scope.actor;
  const cardId = subject.kind === "card" && audience === "team" ? subject.id : null;
  const contacts = sql`union select p.id, p.name, 'contact' as kind from persons p
    join contact_roles r on r.workspace_id = p.workspace_id and r.person_id = p.id
    where p.workspace_id = ${workspaceId} and r.project_id = ${project.id}`;
  return sql`select p.id, p.name, 'member' as kind from persons p
    join members m on m.workspace_id = p.workspace_id and m.person_id = p.id
    where p.workspace_id = ${workspaceId} and p.id in (${peopleOfProject(scope, project.id)})
      and (m.role <> 'guest' or exists (select from card_people g
        where g.workspace_id = p.workspace_id and g.card_id = ${cardId}::uuid and g.person_id = p.id))
    ${audience === "client" ? contacts : sql``}`;
}

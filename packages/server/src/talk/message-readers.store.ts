import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { peopleOfProject } from "../board/project-people.store.ts";

export interface TeamReader {
  id: string;
  name: string;
}

export interface ClientReader extends TeamReader {
  email: string;
  /** They have ended such mails. */
  refused: boolean;
}

/** Whoever of the team reads the messages of a project; guests have no part in them. */
export async function teamReaders(scope: Scope, projectId: string): Promise<TeamReader[]> {
  const { rows } = await sql<TeamReader>`select p.id, p.name from persons p
    join members m on m.workspace_id = p.workspace_id and m.person_id = p.id
    where p.workspace_id = ${scope.actor.workspaceId} and m.role <> 'guest' and p.id in (${peopleOfProject(scope, projectId)})
    order by p.name, p.id`.execute(scope.tx);
  return rows;
}

/** People of its client who have a part in it. */
export async function clientReaders({ tx, actor }: Scope, projectId: string): Promise<ClientReader[]> {
  const { rows } = await sql<ClientReader>`select p.id, p.name, p.email, exists (select from mail_refusals n
      where n.workspace_id = p.workspace_id and n.person_id = p.id and n.kind = 'message') as refused
    from contact_roles r
    join projects j on j.workspace_id = r.workspace_id and j.id = r.project_id
    join contacts c on c.workspace_id = r.workspace_id and c.person_id = r.person_id and c.client_id = j.client_id
    join persons p on p.workspace_id = r.workspace_id and p.id = r.person_id
    where r.workspace_id = ${actor.workspaceId} and r.project_id = ${projectId} order by p.name, p.id`.execute(
    tx,
  );
  return rows;
}

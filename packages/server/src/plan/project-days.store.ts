import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { peopleOfProject } from "../board/project-people.store.ts";

export interface Window {
  from: string;
  to: string;
}

export interface AwayRow {
  personId: string;
  name: string;
  fromOn: string;
  toOn: string;
  part: string;
}

/** Who works in a project and is away in a window of days; never why. */
export function awayFrom(scope: Scope, projectId: string, { from, to }: Window): Promise<AwayRow[]> {
  const { tx, actor } = scope;
  return tx
    .selectFrom("daysOff as d")
    .innerJoin("persons as p", (on) =>
      on.onRef("p.workspaceId", "=", "d.workspaceId").onRef("p.id", "=", "d.personId"),
    )
    .select(["d.personId", "p.name", "d.fromOn", "d.toOn", "d.part"])
    .where("d.workspaceId", "=", actor.workspaceId)
    .where("d.fromOn", "<=", to)
    .where("d.toOn", ">=", from)
    .where(sql<boolean>`d.person_id in (${peopleOfProject(scope, projectId)})`)
    .orderBy("p.name")
    .orderBy("d.fromOn")
    .orderBy("d.id")
    .execute();
}

import type { Tx } from "../db/database.ts";

export interface Asker {
  personId: string;
  email: string;
  project: string;
  /** Where the team looks at the request. */
  path: `/${string}`;
}

interface Of {
  workspaceId: string;
  projectId: string;
  milestoneId: string | null;
  askedBy: string | null;
}

/** The member who asked, else the lead: whoever of them still works here. */
export async function findAsker(
  tx: Tx,
  { workspaceId, projectId, milestoneId, askedBy }: Of,
): Promise<Asker | undefined> {
  const rows = await tx
    .selectFrom("projects as j")
    .innerJoin("members as m", (join) =>
      join
        .onRef("m.workspaceId", "=", "j.workspaceId")
        .on("m.status", "=", "active")
        .on((on) => on.or([on("m.personId", "=", askedBy), on("m.personId", "=", on.ref("j.leadId"))])),
    )
    .innerJoin("persons as p", (join) =>
      join.onRef("p.workspaceId", "=", "m.workspaceId").onRef("p.id", "=", "m.personId"),
    )
    .leftJoin("milestones as s", (join) =>
      join.onRef("s.workspaceId", "=", "j.workspaceId").on("s.id", "=", milestoneId),
    )
    .select(["p.id as personId", "p.email", "j.name as project", "j.key", "s.number"])
    .where("j.workspaceId", "=", workspaceId)
    .where("j.id", "=", projectId)
    .execute();
  const row = rows.find(({ personId }) => personId === askedBy) ?? rows[0];
  if (!row) return undefined;
  const { personId, email, project, key, number } = row;
  const path: `/${string}` = number === null ? `/p/${key.toLowerCase()}/requests` : `/m/${key}-M${number}`;
  return { personId, email, project, path };
}

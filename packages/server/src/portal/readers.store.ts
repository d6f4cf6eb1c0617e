import type { Tx } from "../db/database.ts";

export interface Reader {
  name: string;
  email: string;
  language: string;
  zone: string;
  /** The workspace that writes to them. */
  house: { name: string; brand: unknown };
  project: string;
}

interface Of {
  workspaceId: string;
  personId: string;
  projectId: string;
}

/** A contact who has a part in this project, with what a mail to them needs; undefined for anybody else. */
export async function findReader(
  tx: Tx,
  { workspaceId, personId, projectId }: Of,
): Promise<Reader | undefined> {
  const row = await tx
    .selectFrom("contactRoles as r")
    .innerJoin("contacts as c", (join) =>
      join.onRef("c.workspaceId", "=", "r.workspaceId").onRef("c.personId", "=", "r.personId"),
    )
    .innerJoin("persons as p", (join) =>
      join.onRef("p.workspaceId", "=", "r.workspaceId").onRef("p.id", "=", "r.personId"),
    )
    .innerJoin("projects as j", (join) =>
      join.onRef("j.workspaceId", "=", "r.workspaceId").onRef("j.id", "=", "r.projectId"),
    )
    .innerJoin("workspaces as w", "w.workspaceId", "r.workspaceId")
    .select([
      "p.name",
      "p.email",
      "p.language",
      "p.zone",
      "j.name as project",
      "w.name as workspace",
      "w.settings",
    ])
    .where("r.workspaceId", "=", workspaceId)
    .where("r.personId", "=", personId)
    .where("r.projectId", "=", projectId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { name, email, language, zone, project, workspace, settings } = row;
  return { name, email, language, zone, project, house: { name: workspace, brand: brandIn(settings) } };
}

function brandIn(settings: unknown): unknown {
  return typeof settings === "object" && settings !== null && "brand" in settings ? settings.brand : null;
}

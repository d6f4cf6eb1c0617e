import { z } from "zod";
import type { Scope } from "../access/scope.ts";
import { type HitRow, hitRows } from "./hits.store.ts";
import { idsByNumber, type Numbered } from "./links.store.ts";
import { type SeenProject, seenProjects } from "./sight.store.ts";

const LINK_KINDS = ["project", "card", "milestone", "message", "file"] as const;
type LinkKind = (typeof LINK_KINDS)[number];

export const LinkPreview = z
  .object({
    /** As it was asked for. */
    ref: z.string(),
    kind: z.enum(LINK_KINDS),
    title: z.string(),
    /** The column of a card, the state of a milestone or project, who reads a message or file. */
    state: z.string().nullable(),
    onDate: z.string().nullable(),
    archived: z.boolean(),
  })
  .meta({ id: "LinkPreview" });

/** `ACME-42` and `ACME-M3` as people write them; `project:ACME`, `message:ID` and `file:ID` for addresses that have no such name. */
const NUMBERED = /^([A-Z][A-Z0-9]{0,9})-(M?)([1-9]\d{0,6})$/;
const NAMED =
  /^(project):([A-Z][A-Z0-9]{0,9})$|^(message|file):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

interface Found {
  ref: string;
  kind: LinkKind;
  id: string;
}

/** What these point at, as this person may see it now; what they may not see is left out like what never was. */
export async function previewLinks(
  scope: Scope,
  refs: readonly string[],
): Promise<z.infer<typeof LinkPreview>[]> {
  const projects = await seenProjects(scope);
  const found = [...(await numberedThings(scope, refs, projects)), ...namedThings(refs, projects)];
  const rows = new Map<string, HitRow>();
  for (const kind of LINK_KINDS) {
    const ids = found.filter((one) => one.kind === kind).map(({ id }) => id);
    if (ids.length === 0) continue;
    const seen = await hitRows(
      scope,
      kind,
      ids,
      projects.map(({ id }) => id),
    );
    for (const row of seen) rows.set(row.id, row);
  }
  return found.flatMap(({ ref, kind, id }) => {
    const row = rows.get(id);
    if (!row) return [];
    const { title, state, onDate, archived } = row;
    return [{ ref, kind, title, state, onDate, archived }];
  });
}

async function numberedThings(
  scope: Scope,
  refs: readonly string[],
  projects: readonly SeenProject[],
): Promise<Found[]> {
  const byKey = new Map(projects.map((project) => [project.key, project.id]));
  const wanted = refs.flatMap((ref) => {
    const [, key, milestone, number] = NUMBERED.exec(ref) ?? [];
    const projectId = byKey.get(key ?? "");
    if (!projectId) return [];
    const kind: Numbered["kind"] = milestone ? "milestone" : "card";
    return [{ ref, kind, projectId, number: Number(number) }];
  });
  const ids = await idsByNumber(scope, wanted);
  return wanted.flatMap(({ ref, kind, projectId, number }) => {
    const one = ids.find(
      (each) => each.kind === kind && each.projectId === projectId && each.number === number,
    );
    return one ? [{ ref, kind, id: one.id }] : [];
  });
}

function namedThings(refs: readonly string[], projects: readonly SeenProject[]): Found[] {
  return refs.flatMap((ref): Found[] => {
    const [, project, key, kind, id] = NAMED.exec(ref) ?? [];
    if (project)
      return projects.filter((one) => one.key === key).map((one) => ({ ref, kind: "project", id: one.id }));
    if ((kind === "message" || kind === "file") && id) return [{ ref, kind, id }];
    return [];
  });
}

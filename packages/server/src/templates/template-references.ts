import type { Template, TemplateLink, TemplateMilestone } from "@milepost/planning";
import type { FieldError } from "../kit/errors.ts";

export interface Mended {
  template: Template;
  /** What pointed at nothing, and is gone. */
  faults: FieldError[];
}

/** The template without what points at a part that is not there, says a key twice, or would wait for itself. */
export function mendReferences(template: Template): Mended {
  const faults: FieldError[] = [];
  const unique = <T extends { key: string }>(rows: readonly T[], path: string): T[] => {
    const seen = new Set<string>();
    return rows.filter(({ key }, n) => {
      const first = !seen.has(key);
      if (!first) faults.push({ path: `${path}.${n}`, message: `The key “${key}” is there twice.` });
      seen.add(key);
      return first;
    });
  };
  const parts = {
    roles: unique(template.roles, "roles"),
    objectives: unique(template.objectives, "objectives"),
    procedures: unique(template.procedures, "procedures"),
  };
  const known = knownKeys(parts);
  const milestones = unique(template.milestones, "milestones").map((each) =>
    mendMilestone(each, `milestones.${template.milestones.indexOf(each)}`, known, faults),
  );
  const keys = new Set(milestones.map(({ key }) => key));
  const links = mendLinks(template.links, keys, faults);
  const fixed = template.fixedDate === null || keys.has(template.fixedDate.milestoneKey);
  if (!fixed) faults.push({ path: "fixedDate", message: "Its milestone is not there." });
  const fixedDate = fixed ? template.fixedDate : null;
  return { template: { ...template, ...parts, milestones, links, fixedDate }, faults };
}

type Known = Record<"roles" | "clientRoles" | "objectives" | "procedures", ReadonlySet<string>>;

function knownKeys({ roles, objectives, procedures }: Pick<Template, "roles" | "objectives" | "procedures">) {
  const keys = (rows: readonly { key: string }[]) => new Set(rows.map(({ key }) => key));
  const client = roles.filter(({ side }) => side === "client");
  return {
    roles: keys(roles),
    clientRoles: keys(client),
    objectives: keys(objectives),
    procedures: keys(procedures),
  };
}

function mendMilestone(
  milestone: TemplateMilestone,
  path: string,
  known: Known,
  faults: FieldError[],
): TemplateMilestone {
  const need = (kind: keyof Known, key: string | null, at: string): string | null => {
    if (key === null || known[kind].has(key)) return key;
    faults.push({
      path: `${path}.${at}`,
      message: `There is no “${key}” among the template's ${WORDS[kind]}.`,
    });
    return null;
  };
  return {
    ...milestone,
    ownerRole: need("roles", milestone.ownerRole, "ownerRole"),
    approverRole: need("clientRoles", milestone.approverRole, "approverRole"),
    objectiveKeys: milestone.objectiveKeys.filter((key) => need("objectives", key, "objectiveKeys") !== null),
    activities: milestone.activities.map((activity, n) => ({
      ...activity,
      roleKey: need("roles", activity.roleKey, `activities.${n}.roleKey`),
      procedureKey: need("procedures", activity.procedureKey, `activities.${n}.procedureKey`),
    })),
    ...(milestone.requests && {
      requests: milestone.requests.map((request, n) => ({
        ...request,
        roleKey: need("clientRoles", request.roleKey, `requests.${n}.roleKey`),
      })),
    }),
  };
}

const WORDS: Record<keyof Known, string> = {
  roles: "roles",
  clientRoles: "roles of the client",
  objectives: "objectives",
  procedures: "checklists",
};

function mendLinks(
  links: readonly TemplateLink[],
  keys: ReadonlySet<string>,
  faults: FieldError[],
): TemplateLink[] {
  const kept: TemplateLink[] = [];
  for (const [n, link] of links.entries()) {
    const why = whyNot(link, kept, keys);
    if (why === null) kept.push(link);
    else faults.push({ path: `links.${n}`, message: why });
  }
  return kept;
}

function whyNot(
  { from, to }: TemplateLink,
  kept: readonly TemplateLink[],
  keys: ReadonlySet<string>,
): string | null {
  if (!keys.has(from) || !keys.has(to)) return "One of its milestones is not there.";
  if (kept.some((link) => link.from === from && link.to === to)) return "This link is there twice.";
  return reaches(kept, to, from) ? "The milestones would wait for each other." : null;
}

function reaches(links: readonly TemplateLink[], from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const key of seen) for (const link of links) if (link.from === key) seen.add(link.to);
  return seen.has(to);
}

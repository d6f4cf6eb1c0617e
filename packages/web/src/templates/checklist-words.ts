import type { Template, TemplateProcedure } from "@milepost/planning";
import { linesOf } from "../lib/lines.ts";
import type { Change } from "./template-changes.ts";

/** A checklist of a template as it is typed: a step is a line. */
export interface ChecklistWords {
  name: string;
  steps: string;
  /** The activities that take it onto their card. */
  uses: readonly string[];
}

export const NO_CHECKLIST: ChecklistWords = { name: "", steps: "", uses: [] };

/** An activity under a name of its own: it has no key. */
interface PlacedActivity {
  /** Holds while others are added, moved or removed before it. */
  id: string;
  title: string;
  /** The key of its milestone. */
  milestone: string;
  procedureKey: string | null;
}

/** All activities of a template, milestone by milestone. */
export function activitiesOf({ milestones }: Pick<Template, "milestones">): PlacedActivity[] {
  return milestones.flatMap(({ key, activities }) => {
    const ids = idsOf(key, activities);
    return activities.map(({ title, procedureKey }, n) => ({
      id: ids[n] ?? "",
      title,
      milestone: key,
      procedureKey,
    }));
  });
}

function idsOf(key: string, activities: readonly { title: string }[]): string[] {
  const seen = new Map<string, number>();
  return activities.map(({ title }) => {
    const count = (seen.get(title) ?? 0) + 1;
    seen.set(title, count);
    return `${key}/${count}/${title}`;
  });
}

export function wordsOfChecklist(plan: Template, { key, name, steps }: TemplateProcedure): ChecklistWords {
  const uses = activitiesOf(plan).filter(({ procedureKey }) => procedureKey === key);
  return { name, steps: steps.join("\n"), uses: uses.map(({ id }) => id) };
}

const MOST_STEPS = 100;
const LONGEST_STEP = 500;

/** Why it cannot be kept so; `null` when it can. */
export function checklistFault({ steps }: ChecklistWords): string | null {
  const lines = linesOf(steps);
  if (lines.length > MOST_STEPS)
    return `A checklist has at most ${MOST_STEPS} steps; here are ${lines.length}.`;
  const long = lines.findIndex((line) => line.length > LONGEST_STEP);
  return long < 0 ? null : `Step ${long + 1} is longer than ${LONGEST_STEP} characters.`;
}

/** The template with the checklist `key` as it was typed; where `uses` is said it is in these activities and in no others. */
export function withChecklist(
  plan: Template,
  key: string,
  { name, steps, uses }: Omit<ChecklistWords, "uses"> & { uses?: readonly string[] | undefined },
): Change {
  const checklist = { key, name: name.trim(), steps: linesOf(steps) };
  const isThere = plan.procedures.some((each) => each.key === key);
  const procedures = isThere
    ? plan.procedures.map((each) => (each.key === key ? checklist : each))
    : [...plan.procedures, checklist];
  return uses === undefined ? { procedures } : { procedures, ...withUses(plan, key, new Set(uses)) };
}

/** Whoever used it has none then. */
export function withoutChecklist(plan: Template, key: string): Change {
  const procedures = plan.procedures.filter((each) => each.key !== key);
  return { procedures, ...withUses(plan, key, new Set()) };
}

function withUses({ milestones }: Template, key: string, uses: ReadonlySet<string>): Change {
  const listOf = (id: string, before: string | null) => {
    if (uses.has(id)) return key;
    return before === key ? null : before;
  };
  return {
    milestones: milestones.map((milestone) => {
      const ids = idsOf(milestone.key, milestone.activities);
      const activities = milestone.activities.map((activity, n) => ({
        ...activity,
        procedureKey: listOf(ids[n] ?? "", activity.procedureKey),
      }));
      return { ...milestone, activities };
    }),
  };
}

import type { Plan } from "../plan.ts";
import type { TemplateProcedure } from "./template.ts";

export interface PlanChecklist {
  readonly name: string;
  readonly steps: readonly string[];
}

export interface TemplateProcedures {
  readonly list: readonly TemplateProcedure[];
  keyOf(cardId: string): string | null;
}

/** The checklists of the milestones' cards as procedures; the same steps under the same name are one. */
export function proceduresOf(
  { cards }: Plan,
  milestoneIds: ReadonlySet<string>,
  checklists: Readonly<Record<string, PlanChecklist>>,
): TemplateProcedures {
  const byText = new Map<string, TemplateProcedure>();
  const keys = new Map<string, string>();
  for (const { id, milestoneId, place } of cards) {
    const checklist = checklists[id];
    if (place === "later" || !milestoneIds.has(milestoneId ?? "")) continue;
    if (checklist === undefined || checklist.steps.length === 0) continue;
    const text = [checklist.name, ...checklist.steps].join("\n");
    const { name, steps } = checklist;
    const known = byText.get(text) ?? { key: `procedure-${byText.size + 1}`, name, steps };
    byText.set(text, known);
    keys.set(id, known.key);
  }
  return { list: [...byText.values()], keyOf: (cardId) => keys.get(cardId) ?? null };
}

import { BUILT_IN_TEMPLATES, templateLength } from "@milepost/planning";
import type { TemplateDetail, TemplateHead } from "../lib/template-query.ts";
import { aPlan } from "./plan.ts";

/** One of those that come along, as it is on Mon 2 Mar 2026. */
export function aTemplate(id: string, more: Partial<TemplateDetail> = {}): TemplateDetail {
  const plan = BUILT_IN_TEMPLATES[id];
  if (plan === undefined) throw new Error(`There is no template ${id}.`);
  const { calendar } = aPlan([]);
  return { id, builtIn: true, plan, revision: null, daysPerWeek: 5, calendar, today: "2026-03-02", ...more };
}

/** Its line in the list of templates. */
export function headOf({ id, builtIn, plan, revision, daysPerWeek }: TemplateDetail): TemplateHead {
  const { name, trade, summary, milestones } = plan;
  const road = milestones.map(({ title, targetDay }) => ({ title, day: targetDay ?? 0 }));
  const days = templateLength(plan);
  return {
    id,
    builtIn,
    name,
    trade,
    summary,
    milestones: milestones.length,
    days,
    daysPerWeek,
    road,
    revision,
  };
}

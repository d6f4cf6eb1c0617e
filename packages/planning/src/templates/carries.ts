import type { Template, TemplateActivity, TemplateMilestone, TemplateObjective } from "./template.ts";

type Parts = Template & TemplateObjective & TemplateMilestone & Omit<TemplateActivity, "key">;

/** What a template takes over from a project and gives to the next one: each part with the words for it. */
export const TEMPLATE_CARRIES = {
  outcome: "the project's outcome",
  objectives: "objectives with reasons",
  measure: "how objectives are measured",
  milestones: "milestones with outcome, why and working days",
  criteria: "what done means",
  deliverables: "what is handed over",
  activities: "activities",
  likely: "their estimates",
  procedures: "checklists",
  roles: "roles instead of people",
  clientPart: "the client's part",
  requests: "what is asked of the client",
  links: "which milestone follows which",
  fixedDate: "the fixed date",
} as const satisfies Partial<Record<keyof Parts, string>>;

/** What stays behind in the project. */
export const TEMPLATE_LEAVES = [
  "names of people and of the client",
  "calendar dates",
  "states, answers and approvals",
  "comments and files",
  "card texts, labels and dates",
  "links between cards",
  "risks",
  "prices",
] as const;

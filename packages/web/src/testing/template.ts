import {
  BUILT_IN_TEMPLATES,
  type Template,
  type TemplateMilestone,
  templateLength,
} from "@milepost/planning";
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

function aMilestone(key: string, more: Partial<TemplateMilestone> = {}): TemplateMilestone {
  return {
    key,
    title: `${key} agreed`,
    outcome: "",
    why: "",
    clientPart: "",
    startDay: null,
    targetDay: null,
    ownerRole: null,
    approverRole: null,
    objectiveKeys: [],
    criteria: [],
    deliverables: [],
    activities: [],
    ...more,
  };
}

/** Two milestones one after the other, with one of everything that a template can hold. */
export const OUR_WEBSITE: Template = {
  name: "Our website",
  trade: "Web",
  summary: "Ten pages in six weeks.",
  outcome: "Guests find the bakery.",
  roles: [
    { key: "lead", name: "Project lead", side: "team" },
    { key: "approver", name: "Client approver", side: "client" },
  ],
  objectives: [
    {
      key: "orders",
      statement: "More orders",
      ourReason: "It shows that we can.",
      clientReason: "Orders pay the rent.",
      measure: { name: "Orders", unit: "per week", baseline: 20, target: 30 },
      targetDay: null,
    },
  ],
  milestones: [
    aMilestone("brief", {
      title: "Brief agreed",
      outcome: "Both know what is built.",
      why: "Nobody builds the wrong thing.",
      clientPart: "Answer our questions.",
      startDay: 0,
      targetDay: 9,
      ownerRole: "lead",
      approverRole: "approver",
      objectiveKeys: ["orders"],
      criteria: ["The brief fits on a page"],
      deliverables: ["Brief"],
      activities: [
        { title: "Ask", low: 60, likely: 120, high: 300, roleKey: "lead", procedureKey: "kickoff" },
      ],
      requests: [
        {
          kind: "files",
          title: "Logo",
          why: "For the head.",
          questions: [],
          daysBefore: 5,
          roleKey: "approver",
        },
      ],
    }),
    aMilestone("live", { title: "Site is live", startDay: 10, targetDay: 29 }),
  ],
  procedures: [{ key: "kickoff", name: "First talk", steps: ["Send the questions"] }],
  links: [{ from: "brief", to: "live", kind: "FS", lagDays: 0 }],
  fixedDate: { title: "Opening", milestoneKey: "live" },
};

/** One of the workspace's own. */
export function ourTemplate(more: Partial<TemplateDetail> = {}): TemplateDetail {
  return aTemplate("website", { id: "t1", builtIn: false, plan: OUR_WEBSITE, revision: 3, ...more });
}

import type { Template, TemplateActivity, TemplateObjective } from "../template.ts";

type Hours = readonly [low: number, likely: number, high: number];

/** Title, hours, who does it, and the procedure that becomes its checklist. */
export type ActivityText = readonly [title: string, hours: Hours, role: string, procedure?: string];

interface MilestoneText {
  title: string;
  outcome: string;
  why: string;
  /** First and last working day, from 0. */
  days: readonly [start: number, target: number];
  owner: string;
  /** The client's role that decides; left out, the team decides itself. */
  decides?: string;
  clientPart: string;
  serves: readonly string[];
  done: readonly string[];
  hands?: readonly string[];
  activities: readonly ActivityText[];
  /** What it follows; left out, the milestone above. */
  after?: readonly string[];
}

/** A template as a person writes it: lists by key, hours instead of minutes. */
export interface TemplateText {
  name: string;
  trade: string;
  summary: string;
  outcome: string;
  team: Readonly<Record<string, string>>;
  client: Readonly<Record<string, string>>;
  objectives: Readonly<Record<string, Omit<TemplateObjective, "key" | "targetDay">>>;
  procedures: Readonly<Record<string, { name: string; steps: readonly string[] }>>;
  milestones: Readonly<Record<string, MilestoneText>>;
  fixedDate?: { title: string; milestone: string };
}

export function defineTemplate(text: TemplateText): Template {
  const milestones = Object.entries(text.milestones);
  return {
    name: text.name,
    trade: text.trade,
    summary: text.summary,
    outcome: text.outcome,
    roles: [...rolesOf(text.team, "team"), ...rolesOf(text.client, "client")],
    objectives: Object.entries(text.objectives).map(([key, words]) => ({ key, ...words, targetDay: null })),
    milestones: milestones.map(([key, words]) => ({
      key,
      title: words.title,
      outcome: words.outcome,
      why: words.why,
      clientPart: words.clientPart,
      startDay: words.days[0],
      targetDay: words.days[1],
      ownerRole: words.owner,
      approverRole: words.decides ?? null,
      objectiveKeys: words.serves,
      criteria: words.done,
      deliverables: words.hands ?? [],
      activities: words.activities.map(activityOf),
    })),
    procedures: Object.entries(text.procedures).map(([key, words]) => ({ key, ...words })),
    links: milestones.flatMap(([to, { after }], n) =>
      (after ?? milestones.slice(Math.max(0, n - 1), n).map(([key]) => key)).map((from) => ({
        from,
        to,
        kind: "FS" as const,
        lagDays: 0,
      })),
    ),
    fixedDate: text.fixedDate
      ? { title: text.fixedDate.title, milestoneKey: text.fixedDate.milestone }
      : null,
  };
}

function rolesOf(names: Readonly<Record<string, string>>, side: "team" | "client"): Template["roles"] {
  return Object.entries(names).map(([key, name]) => ({ key, name, side }));
}

function activityOf([title, [low, likely, high], role, procedure]: ActivityText): TemplateActivity {
  return {
    title,
    low: low * 60,
    likely: likely * 60,
    high: high * 60,
    roleKey: role,
    procedureKey: procedure ?? null,
  };
}

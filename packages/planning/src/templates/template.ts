/**
 * A template: a plan without a calendar. Days are working days counted from the first one, which is 0; efforts are whole minutes; keys
 * are unique within their list. `null` means "not said".
 */

import type { LinkKind } from "../plan.ts";

/** A placeholder for a person: who takes it is said when a project begins. */
export interface TemplateRole {
  readonly key: string;
  readonly name: string;
  readonly side: "team" | "client";
}

export interface TemplateMeasure {
  readonly name: string;
  readonly unit: string;
  readonly baseline: number | null;
  readonly target: number | null;
}

export interface TemplateObjective {
  readonly key: string;
  readonly statement: string;
  readonly ourReason: string;
  /** Written for the client: why it matters to them. */
  readonly clientReason: string;
  readonly measure: TemplateMeasure | null;
  /** The day by which it shall be met; `null` = the last day of the plan. */
  readonly targetDay: number | null;
}

/** A line of the plan outline; it becomes a card. */
export interface TemplateActivity {
  readonly title: string;
  readonly low: number | null;
  readonly likely: number | null;
  readonly high: number | null;
  readonly roleKey: string | null;
  readonly procedureKey: string | null;
}

export interface TemplateMilestone {
  readonly key: string;
  readonly title: string;
  readonly outcome: string;
  /** One sentence. */
  readonly why: string;
  /** Written for the client: what their part in it is. */
  readonly clientPart: string;
  /** First day of the work window. */
  readonly startDay: number | null;
  /** Last day of the work window. */
  readonly targetDay: number | null;
  readonly ownerRole: string | null;
  /** The client's role that decides; `null` = an internal milestone. */
  readonly approverRole: string | null;
  readonly objectiveKeys: readonly string[];
  /** What done means. */
  readonly criteria: readonly string[];
  readonly deliverables: readonly string[];
  readonly activities: readonly TemplateActivity[];
  /** What the client is asked for; left out where nothing is. */
  readonly requests?: readonly TemplateRequest[] | undefined;
}

/** Something that the client is asked for; a draft of it waits in the project. */
export interface TemplateRequest {
  readonly kind: "files" | "answers" | "access" | "confirm";
  readonly title: string;
  readonly why: string;
  readonly questions: readonly string[];
  /** Working days before the milestone's target by which it is needed; `null` = no day. */
  readonly daysBefore: number | null;
  /** The client's role that is asked; `null` = said in the project. */
  readonly roleKey: string | null;
}

/** The same in a plan, where people are asked. */
export interface PlanRequest extends Omit<TemplateRequest, "roleKey"> {
  readonly contactId: string | null;
}

export interface TemplateProcedure {
  readonly key: string;
  readonly name: string;
  readonly steps: readonly string[];
}

/** `to` follows `from`; both are keys of milestones. */
export interface TemplateLink {
  readonly from: string;
  readonly to: string;
  readonly kind: LinkKind;
  readonly lagDays: number;
}

/** The date from outside that the plan is computed back from, and the milestone that must be reached on it. */
export interface TemplateFixedDate {
  readonly title: string;
  readonly milestoneKey: string;
}

export interface Template {
  readonly name: string;
  readonly trade: string;
  /** One sentence: what it is for. */
  readonly summary: string;
  /** What the client has at the end. */
  readonly outcome: string;
  readonly roles: readonly TemplateRole[];
  readonly objectives: readonly TemplateObjective[];
  readonly milestones: readonly TemplateMilestone[];
  readonly procedures: readonly TemplateProcedure[];
  readonly links: readonly TemplateLink[];
  readonly fixedDate: TemplateFixedDate | null;
}

/**
 * The length of a template in working days: the last day that anything is planned on, counted from 1; 0 without dates.
 * @example templateLength(template) // 40, eight weeks of five days
 */
export function templateLength({
  milestones,
  objectives,
}: Pick<Template, "milestones" | "objectives">): number {
  const days = [
    ...milestones.flatMap(({ startDay, targetDay }) => [startDay, targetDay]),
    ...objectives.map(({ targetDay }) => targetDay),
  ];
  return days.reduce<number>((length, day) => Math.max(length, (day ?? -1) + 1), 0);
}

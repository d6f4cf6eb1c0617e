import type { Template, TemplateActivity, TemplateMilestone } from "@milepost/planning";
import { type EstimateTexts, estimateTexts, readEstimate } from "../lib/estimate-texts.ts";
import { linesOf } from "../lib/lines.ts";
import { type RequestWords, readRequests, wordsOfRequests } from "./request-words.ts";
import { type Change, type Window, withWaits, withWindow } from "./template-changes.ts";

/** A milestone of a template as it is typed: lists are lines, days count from 1. */
export interface MilestoneWords {
  title: string;
  outcome: string;
  why: string;
  done: string;
  handed: string;
  clientPart: string;
  first: number | string;
  days: number | string;
  after: readonly string[];
  /** The keys of the objectives that it serves. */
  serves: readonly string[];
  ownerRole: string | null;
  approverRole: string | null;
  activities: readonly ActivityWords[];
  requests: readonly RequestWords[];
}

export interface FieldsProps {
  values: MilestoneWords;
  set: (change: Partial<MilestoneWords>) => void;
}

export interface ActivityWords extends EstimateTexts {
  title: string;
  roleKey: string | null;
  procedureKey: string | null;
}

export function wordsOf(plan: Template, milestone: TemplateMilestone): MilestoneWords {
  const { title, outcome, why, clientPart, ownerRole, approverRole, startDay, targetDay } = milestone;
  const first = startDay ?? targetDay;
  return {
    title,
    outcome,
    why,
    clientPart,
    ownerRole,
    approverRole,
    done: milestone.criteria.join("\n"),
    handed: milestone.deliverables.join("\n"),
    first: first === null ? "" : first + 1,
    days: first === null || targetDay === null ? "" : targetDay - first + 1,
    after: plan.links.filter(({ to }) => to === milestone.key).map(({ from }) => from),
    serves: milestone.objectiveKeys,
    activities: milestone.activities.map(({ title, roleKey, procedureKey, ...estimate }) => ({
      title,
      roleKey,
      procedureKey,
      ...estimateTexts(estimate),
    })),
    requests: wordsOfRequests(milestone),
  };
}

/** Without roles, milestones, objectives and checklists that were removed since they were chosen. */
export function stillThere<T extends Partial<MilestoneWords>>(plan: Template, typed: T): T {
  const keys = (rows: readonly { key: string }[]) => new Set(rows.map(({ key }) => key));
  const [roles, lists] = [keys(plan.roles), keys(plan.procedures)];
  const asked = keys(plan.roles.filter(({ side }) => side === "client"));
  const [milestones, objectives] = [keys(plan.milestones), keys(plan.objectives)];
  const one = (known: ReadonlySet<string>, key: string | null) => (key && known.has(key) ? key : null);
  const { after, serves, ownerRole, approverRole, activities, requests } = typed;
  return {
    ...typed,
    ...(after && { after: after.filter((key) => milestones.has(key)) }),
    ...(serves && { serves: serves.filter((key) => objectives.has(key)) }),
    ...(ownerRole && { ownerRole: one(roles, ownerRole) }),
    ...(approverRole && { approverRole: one(roles, approverRole) }),
    ...(activities && {
      activities: activities.map((row) => ({
        ...row,
        roleKey: one(roles, row.roleKey),
        procedureKey: one(lists, row.procedureKey),
      })),
    }),
    ...(requests && {
      requests: requests.map((row) => ({ ...row, roleKey: one(asked, row.roleKey) })),
    }),
  };
}

/** The template with what was typed of one milestone, or why that cannot be read. */
export function withWords(plan: Template, key: string, typed: Partial<MilestoneWords>): Change | string {
  const { first, days, after, done, handed, serves, activities, requests, ...texts } = typed;
  const read = activities === undefined ? undefined : readActivities(activities);
  if (typeof read === "string") return read;
  const words = {
    ...texts,
    ...(texts.title === undefined ? {} : { title: texts.title.trim() }),
    ...(done === undefined ? {} : { criteria: linesOf(done) }),
    ...(handed === undefined ? {} : { deliverables: linesOf(handed) }),
    ...(serves === undefined ? {} : { objectiveKeys: serves }),
    ...(read === undefined ? {} : { activities: read }),
    ...(requests === undefined ? {} : { requests: readRequests(requests) }),
  };
  let change: Change = {
    milestones: plan.milestones.map((each) => (each.key === key ? { ...each, ...words } : each)),
  };
  if (first !== undefined || days !== undefined) {
    const window = readWindow(plan, key, typed);
    if (typeof window === "string") return window;
    change = { ...change, ...withWindow({ ...plan, ...change }, key, window) };
  }
  return after === undefined ? change : { ...change, ...withWaits({ ...plan, ...change }, key, after) };
}

function readWindow(plan: Template, key: string, typed: Partial<MilestoneWords>): Window | string {
  const milestone = plan.milestones.find((each) => each.key === key);
  if (milestone === undefined) return "This milestone is not there any more.";
  const { first, days } = { ...wordsOf(plan, milestone), ...typed };
  if (first === "" && days === "") return { startDay: null, targetDay: null };
  if (first === "") return "Say on which working day it begins.";
  const startDay = Number(first) - 1;
  return { startDay, targetDay: days === "" ? null : startDay + Number(days) - 1 };
}

function readActivities(rows: readonly ActivityWords[]): TemplateActivity[] | string {
  const read: TemplateActivity[] = [];
  for (const { title, roleKey, procedureKey, ...texts } of rows) {
    if (title.trim() === "") continue;
    const estimate = readEstimate(texts);
    if (typeof estimate === "string") return `“${title.trim()}”: ${estimate}`;
    read.push({ title: title.trim(), ...estimate, roleKey, procedureKey });
  }
  return read;
}

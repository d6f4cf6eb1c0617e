import type { Shape } from "../lib/api.ts";
import { ApiProblem } from "../lib/problem.ts";

export type FilePart = Shape<"TemplateFilePart">;

/** The words for a part of a template's file and for its fields, by their names there. */
const PARTS: Record<string, string> = {
  milestones: "milestone",
  activities: "activity",
  roles: "role",
  objectives: "objective",
  procedures: "checklist",
  links: "link",
  fixedDate: "fixed date",
  key: "key",
  name: "name",
  title: "title",
  statement: "objective",
  side: "side",
  why: "why it matters",
  clientReason: "why it matters to the client",
  ourReason: "why it matters to us",
  clientPart: "the client's part",
  requests: "request to the client",
  daysBefore: "days before the target",
  questions: "questions",
  startDay: "first working day",
  targetDay: "last working day",
  criteria: "done when",
  deliverables: "handed over",
  ownerRole: "responsible",
  approverRole: "approver",
  objectiveKeys: "objective it serves",
  roleKey: "role",
  procedureKey: "checklist",
  low: "low effort",
  likely: "likely effort",
  high: "high effort",
  measure: "measure",
  baseline: "from",
  target: "to",
  from: "first milestone",
  to: "second milestone",
  kind: "kind",
  lagDays: "days between",
  milestoneKey: "milestone",
};

/** "milestones.0.activities.2" -> "Milestone 1, activity 3": people count from 1. */
export function placeText(path: string): string {
  const words: string[] = [];
  for (const part of path.split(".")) {
    const n = /^\d+$/.test(part) ? Number(part) + 1 : null;
    if (n === null) words.push(PARTS[part] ?? part);
    else words.push(`${words.pop() ?? ""} ${n}`.trim());
  }
  // A whole list that could not be read has no number: "Checklists".
  if (LISTS.includes(path)) return capital(`${words[0]}s`);
  return capital(words.join(", "));
}

const LISTS = ["milestones", "roles", "objectives", "procedures", "links"];

/** What became of a part of a file that could not be taken over as it stood there, and why. */
export function leftOutText({ path, name, taken, reasons }: FilePart): string {
  const why = [...Map.groupBy(reasons, ({ message }) => message)].map(([message, same]) => {
    const fields = taken ? [] : same.flatMap((reason) => (reason.path === "" ? [] : reason.path));
    // Read as one place, their words come in a row.
    return fields.length === 0 ? message : `${placeText(fields.join("."))}: ${message}`;
  });
  if (path === "") return why.join(" ");
  const place = `${placeText(path)}${name === "" ? "" : ` “${name}”`}`;
  return [`${place}${taken ? withoutText(reasons) : " left out"}.`, ...why].join(" ");
}

function withoutText(reasons: FilePart["reasons"]): string {
  const fields = new Set(reasons.flatMap(({ path }) => WITHOUT[path] ?? []));
  return fields.size === 0 ? "" : ` taken without ${[...fields].join(" and ")}`;
}

/** What a part can be taken without. */
const WITHOUT: Record<string, string> = {
  ownerRole: "its responsible role",
  approverRole: "its approving role",
  objectiveKeys: "an objective that it serves",
  roleKey: "its role",
  procedureKey: "its checklist",
};

/** What a refused file holds that cannot be read. */
export function refusedParts(problem: unknown): readonly FilePart[] {
  const parts = problem instanceof ApiProblem ? problem.facts.leftOut : null;
  // The server's facts are the parts of its answer.
  return Array.isArray(parts) ? (parts as readonly FilePart[]) : [];
}

/** A refused change with the place of each fault: a template has many titles. */
export function placedProblem(problem: unknown): unknown {
  if (!(problem instanceof ApiProblem) || !problem.errors.some(({ path }) => path.includes(".")))
    return problem;
  const { status, code, title, message, facts } = problem;
  const errors = problem.errors.map(({ path, message: said }) => ({
    path,
    message: path.includes(".") ? `${placeText(path)}: ${said}` : said,
  }));
  return new ApiProblem(status, { type: code, title, detail: message, errors, facts });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

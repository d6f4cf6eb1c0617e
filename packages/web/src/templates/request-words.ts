import type { Template, TemplateMilestone, TemplateRequest } from "@milepost/planning";
import { counted } from "../lib/counted.ts";
import { linesOf } from "../lib/lines.ts";
import { roleName } from "./template-words.ts";

/** A request as it is typed: questions are lines. */
export interface RequestWords extends Pick<TemplateRequest, "kind" | "title" | "why" | "roleKey"> {
  questions: string;
  daysBefore: number | string;
}

export const NO_REQUEST: RequestWords = {
  kind: "files",
  title: "",
  why: "",
  questions: "",
  daysBefore: "",
  roleKey: null,
};

export function wordsOfRequests({ requests = [] }: Pick<TemplateMilestone, "requests">): RequestWords[] {
  return requests.map(({ questions, daysBefore, ...request }) => ({
    ...request,
    questions: questions.join("\n"),
    daysBefore: daysBefore ?? "",
  }));
}

/** Without a title nothing is asked. */
export function readRequests(rows: readonly RequestWords[]): TemplateRequest[] | undefined {
  const read = rows
    .filter(({ title }) => title.trim() !== "")
    .map(({ kind, title, why, questions, daysBefore, roleKey }) => ({
      kind,
      title: title.trim(),
      why: why.trim(),
      questions: kind === "answers" ? linesOf(questions) : [],
      daysBefore: daysBefore === "" ? null : Number(daysBefore),
      roleKey,
    }));
  return read.length === 0 ? undefined : read;
}

/** What the client will be asked for, of whom, and when it is needed. */
export function askedOf(template: Template, { requests = [] }: TemplateMilestone): string[] {
  return requests.map(({ title, daysBefore, roleKey }) => {
    const who = roleName(template, roleKey);
    const whom = who === null ? title : `${title} (${who})`;
    return daysBefore === null ? whom : `${whom}, ${whenNeeded(daysBefore)}`;
  });
}

function whenNeeded(days: number): string {
  if (days === 0) return "by the target";
  const count = counted(Math.abs(days), "working day");
  return days > 0 ? `${count} before the target` : `${count} after the target`;
}

import type { z } from "zod";
import type { FieldError } from "../kit/errors.ts";

/** A part of a template's file that could not be taken over as it stands there. */
export interface FilePart {
  /** Where it stands, such as "milestones.1.activities.0"; empty for the template itself. */
  path: string;
  /** What it is called there; empty where it has no name. */
  name: string;
  /** It was taken over without the fields below; otherwise it was left out. */
  taken: boolean;
  /** Each with the field of the part; without one the whole part is meant. */
  reasons: FieldError[];
}

export type Loose = Readonly<Record<string, unknown>>;

export function isLoose(value: unknown): value is Loose {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A part that does not have the shape it must have: all that is wrong with it. */
export function unreadable(path: string, value: unknown, { issues }: z.ZodError): FilePart {
  const reasons = issues
    .slice(0, MOST_REASONS)
    .map((issue) => ({ path: issue.path.join("."), message: issue.message }));
  return { path, name: nameOf(value), taken: false, reasons };
}

const MOST_REASONS = 10;

/** What pointed at nothing: where it is one field of a part, the part was taken without it. */
export function dangling(template: Loose, { path, message }: FieldError): FilePart {
  const [, part = path, field = ""] = /^(.*\d)\.([A-Za-z]+)$/.exec(path) ?? [];
  return {
    path: part,
    name: nameAt(template, part),
    taken: field !== "",
    reasons: [{ path: field, message }],
  };
}

/** Each part once, with all its reasons, in the order of the file. */
export function together(template: Loose, parts: readonly FilePart[]): FilePart[] {
  const known = new Map<string, FilePart>();
  for (const part of parts) {
    const at = `${part.path} ${part.taken}`;
    const reasons = [...(known.get(at)?.reasons ?? []), ...part.reasons];
    known.set(at, { ...part, reasons });
  }
  const lists = Object.keys(template);
  const list = ({ path }: FilePart) => lists.indexOf(path.split(".")[0] ?? "");
  return [...known.values()].sort(
    (a, b) => list(a) - list(b) || a.path.localeCompare(b.path, "en", { numeric: true }),
  );
}

function nameAt(template: Loose, path: string): string {
  let value: unknown = template;
  // Lists are read by their index as well.
  for (const step of path.split(".")) value = (value as Loose | null)?.[step];
  if (!isLoose(value)) return "";
  const { from, to } = value;
  if (typeof from !== "string" || typeof to !== "string") return nameOf(value);
  return `${titleOf(template, from)} → ${titleOf(template, to)}`;
}

function titleOf({ milestones }: Loose, key: string): string {
  const rows: unknown[] = Array.isArray(milestones) ? milestones : [];
  return nameOf(rows.find((row) => isLoose(row) && row.key === key)) || key.slice(0, MOST_LETTERS);
}

const MOST_LETTERS = 80;

function nameOf(value: unknown): string {
  if (!isLoose(value)) return "";
  const { title, name, statement } = value;
  const said = [title, name, statement].find((each) => typeof each === "string") ?? "";
  return String(said).trim().slice(0, MOST_LETTERS);
}

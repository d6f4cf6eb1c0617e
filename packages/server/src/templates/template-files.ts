import type { Template } from "@milepost/planning";
import type { z } from "zod";
import { type FieldError, refused } from "../kit/errors.ts";
import { type Mended, mendReferences } from "./template-references.ts";
import {
  ActivityShape,
  FIXED_DATE_SHAPE,
  HeadShape,
  LinkShape,
  MilestoneShape,
  ObjectiveShape,
  ProcedureShape,
  RoleShape,
} from "./template-shape.ts";

const FILE_FORMAT = "milepost-template";
const FILE_VERSION = 1;

export function templateFile(plan: Template): string {
  return `${JSON.stringify({ format: FILE_FORMAT, version: FILE_VERSION, template: plan }, null, 2)}\n`;
}

type Loose = Readonly<Record<string, unknown>>;

/** The template in a file; rows that cannot be read are named and left out, the rest is taken. */
export function readTemplateFile(text: string): Mended {
  const { format, version, template } = parsed(text);
  if (format !== FILE_FORMAT || !isLoose(template))
    throw refused("not-a-template-file", "This file holds no Milepost template.");
  if (version !== FILE_VERSION)
    throw refused(
      "template-version-unknown",
      `This file is of version ${String(version)}; ${FILE_VERSION} can be read.`,
      {
        version,
      },
    );
  const { name = "", trade = "", summary = "", outcome = "" } = template;
  const head = HeadShape.safeParse({ name, trade, summary, outcome });
  if (!head.success) throw refused("template-head-unreadable", messageOf(head.error));
  const read: Read = { faults: [], places: new Map() };
  const milestones = rowsOf(
    MilestoneShape,
    withReadableActivities(template.milestones, read),
    "milestones",
    read,
  );
  if (milestones.length === 0)
    throw refused("template-without-milestones", "No milestone of this file can be read.", {
      faults: read.faults,
    });
  const fixedDate = FIXED_DATE_SHAPE.safeParse(template.fixedDate ?? null);
  if (!fixedDate.success) read.faults.push({ path: "fixedDate", message: messageOf(fixedDate.error) });
  const mended = mendReferences({
    ...head.data,
    milestones,
    roles: rowsOf(RoleShape, template.roles, "roles", read),
    objectives: rowsOf(ObjectiveShape, template.objectives, "objectives", read),
    procedures: rowsOf(ProcedureShape, template.procedures, "procedures", read),
    links: rowsOf(LinkShape, template.links, "links", read),
    fixedDate: fixedDate.data ?? null,
  });
  const dangling = mended.faults.map(({ path, message }) => ({ path: inFile(path, read.places), message }));
  return { template: mended.template, faults: [...read.faults, ...dangling] };
}

interface Read {
  /** What could not be read, by its place in the file. */
  faults: FieldError[];
  /** Where the rows that were taken stood in the file, list by list. */
  places: Map<string, number[]>;
}

const MOST: Record<string, number> = {
  milestones: 60,
  roles: 50,
  objectives: 50,
  procedures: 100,
  links: 200,
};
const MOST_ACTIVITIES = 200;

function parsed(text: string): Loose {
  try {
    const value: unknown = JSON.parse(text);
    return isLoose(value) ? value : {};
  } catch {
    throw refused("template-not-json", "This file cannot be read: it is not JSON.");
  }
}

function isLoose(value: unknown): value is Loose {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function rowsOf<T>(
  shape: z.ZodType<T>,
  value: unknown,
  path: string,
  { faults, places }: Read,
  most = MOST[path] ?? 0,
): T[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    faults.push({ path, message: "This is not a list." });
    return [];
  }
  const rows: unknown[] = value;
  if (rows.length > most)
    faults.push({ path, message: `Only the first ${most} of ${rows.length} were taken.` });
  const taken: number[] = [];
  places.set(path, taken);
  return rows.slice(0, most).flatMap((row, n) => {
    const { success, data, error } = shape.safeParse(row);
    if (success) {
      taken.push(n);
      return [data];
    }
    faults.push({ path: `${path}.${n}`, message: messageOf(error) });
    return [];
  });
}

/** An activity that cannot be read costs itself, not its milestone. */
function withReadableActivities(milestones: unknown, read: Read): unknown {
  if (!Array.isArray(milestones)) return milestones;
  const rows: unknown[] = milestones;
  return rows.map((row, n) => {
    if (!isLoose(row)) return row;
    const path = `milestones.${n}.activities`;
    return { ...row, activities: rowsOf(ActivityShape, row.activities, path, read, MOST_ACTIVITIES) };
  });
}

/** Counted among the rows that were taken -> counted in the file. */
function inFile(path: string, places: Read["places"]): string {
  const known: string[] = [];
  for (const part of path.split(".")) {
    const place = places.get(known.join("."))?.[Number(part)];
    known.push(place === undefined ? part : String(place));
  }
  return known.join(".");
}

function messageOf({ issues: [issue] }: z.ZodError): string {
  if (!issue) return "It cannot be read.";
  return issue.path.length === 0 ? issue.message : `${issue.path.join(".")}: ${issue.message}`;
}

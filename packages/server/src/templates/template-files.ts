import type { Template } from "@milepost/planning";
import type { z } from "zod";
import { refused } from "../kit/errors.ts";
import { dangling, type FilePart, isLoose, type Loose, together, unreadable } from "./file-parts.ts";
import { mendReferences } from "./template-references.ts";
import {
  ActivityShape,
  FIXED_DATE_SHAPE,
  HeadShape,
  LinkShape,
  MilestoneShape,
  ObjectiveShape,
  ProcedureShape,
  RequestShape,
  RoleShape,
} from "./template-shape.ts";

const FILE_FORMAT = "milepost-template";
const FILE_VERSION = 1;

export function templateFile(plan: Template): string {
  return `${JSON.stringify({ format: FILE_FORMAT, version: FILE_VERSION, template: plan }, null, 2)}\n`;
}

interface FileRead {
  template: Template;
  leftOut: FilePart[];
}

/** The template in a file; rows that cannot be read are named and left out, the rest is taken. */
export function readTemplateFile(text: string): FileRead {
  const { format, version, template } = parsed(text);
  if (format !== FILE_FORMAT || !isLoose(template))
    throw refused("not-a-template-file", "This file holds no Milepost template.");
  if (version !== FILE_VERSION)
    throw refused(
      "template-version-unknown",
      `This file is of version ${String(version)}; ${FILE_VERSION} can be read.`,
      { version },
    );
  return readTemplate(template);
}

function readTemplate(template: Loose): FileRead {
  const { name = "", trade = "", summary = "", outcome = "" } = template;
  const head = HeadShape.safeParse({ name, trade, summary, outcome });
  if (!head.success)
    throw refused("template-head-unreadable", "Nothing was taken over: its own words cannot be read.", {
      leftOut: [unreadable("", template, head.error)],
    });
  const read: Read = { parts: [], places: new Map() };
  const milestones = rowsOf(MilestoneShape, withReadableRows(template.milestones, read), "milestones", read);
  if (milestones.length === 0)
    throw refused("template-without-milestones", "Nothing was taken over: no milestone can be read.", {
      leftOut: read.parts,
    });
  const fixedDate = FIXED_DATE_SHAPE.safeParse(template.fixedDate ?? null);
  if (!fixedDate.success) read.parts.push(unreadable("fixedDate", template.fixedDate, fixedDate.error));
  const mended = mendReferences({
    ...head.data,
    milestones,
    roles: rowsOf(RoleShape, template.roles, "roles", read),
    objectives: rowsOf(ObjectiveShape, template.objectives, "objectives", read),
    procedures: rowsOf(ProcedureShape, template.procedures, "procedures", read),
    links: rowsOf(LinkShape, template.links, "links", read),
    fixedDate: fixedDate.data ?? null,
  });
  const mending = mended.faults.map(({ path, message }) =>
    dangling(template, { path: inFile(path, read.places), message }),
  );
  return { template: mended.template, leftOut: together(template, [...read.parts, ...mending]) };
}

interface Read {
  /** What could not be read, in the order of the file. */
  parts: FilePart[];
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
const MOST_REQUESTS = 50;

function parsed(text: string): Loose {
  try {
    const value: unknown = JSON.parse(text);
    return isLoose(value) ? value : {};
  } catch {
    throw refused("template-not-json", "This file cannot be read: it is not JSON.");
  }
}

function rowsOf<T>(
  shape: z.ZodType<T>,
  value: unknown,
  path: string,
  { parts, places }: Read,
  most = MOST[path] ?? 0,
): T[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    parts.push(listFault(path, "This is not a list.", false));
    return [];
  }
  const rows: unknown[] = value;
  if (rows.length > most)
    parts.push(listFault(path, `Only the first ${most} of ${rows.length} were taken.`, true));
  const taken: number[] = [];
  places.set(path, taken);
  return rows.slice(0, most).flatMap((row, n) => {
    const { success, data, error } = shape.safeParse(row);
    if (success) {
      taken.push(n);
      return [data];
    }
    parts.push(unreadable(`${path}.${n}`, row, error));
    return [];
  });
}

function listFault(path: string, message: string, taken: boolean): FilePart {
  return { path, name: "", taken, reasons: [{ path: "", message }] };
}

/** An activity or a request that cannot be read costs itself, not its milestone. */
function withReadableRows(milestones: unknown, read: Read): unknown {
  if (!Array.isArray(milestones)) return milestones;
  const rows: unknown[] = milestones;
  return rows.map((row, n) => {
    if (!isLoose(row)) return row;
    const path = `milestones.${n}`;
    const activities = rowsOf(ActivityShape, row.activities, `${path}.activities`, read, MOST_ACTIVITIES);
    if (row.requests === undefined) return { ...row, activities };
    const requests = rowsOf(RequestShape, row.requests, `${path}.requests`, read, MOST_REQUESTS);
    return { ...row, activities, requests };
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

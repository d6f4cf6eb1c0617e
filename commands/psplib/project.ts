import { readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import {
  createRcpsp,
  LONGEST_HORIZON,
  type Rcpsp,
  type RcpspData,
  readPatterson,
  readPsplib,
} from "@milepost/planning";

const READERS = { ".sm": readPsplib, ".rcp": readPatterson };

export type Project =
  | { readonly ok: true; readonly instance: string; readonly data: RcpspData; readonly rcpsp: Rcpsp }
  | { readonly ok: false; readonly file: string; readonly code: string; readonly facts: string };

/** The names of the `.sm` and `.rcp` files of a folder, in the order of their numbers. */
export function projectFiles(folder: string): string[] {
  const order = new Intl.Collator("en", { numeric: true });
  return readdirSync(folder)
    .filter((file) => readerOf(file) !== undefined)
    .sort(order.compare);
}

export function readProject(folder: string, file: string): Project {
  const refuse = (code: string, facts: string) => ({ ok: false, file, code, facts }) as const;
  const read = readerOf(file);
  if (read === undefined) return refuse("unreadable", "neither .sm nor .rcp");
  let text: string;
  try {
    text = readFileSync(join(folder, file), "utf8");
  } catch (error) {
    return refuse("unreadable", String(error));
  }
  const content = read(text);
  if (!content.ok) return refuse(content.code, factsOf(content.code, content.missing));
  const built = createRcpsp(content.data);
  if (!built.ok) return refuse(built.code, factsOf(built.code, built.missing));
  return { ok: true, instance: basename(file, extname(file)), data: content.data, rcpsp: built.rcpsp };
}

function readerOf(file: string) {
  const extension = extname(file).toLowerCase();
  return extension === ".sm" || extension === ".rcp" ? READERS[extension] : undefined;
}

/** The first few facts as words, activities and resources counted from 1 as in the files: "job 5, resource 2". */
function factsOf(code: string, missing: readonly object[]): string {
  if (code === "empty") return "no job takes time";
  if (code === "too-long") return `the durations sum to more than ${LONGEST_HORIZON}`;
  return missing
    .slice(0, 3)
    .map((fact) => Object.entries(fact).map(wordsOf).join(", "))
    .join("; ");
}

function wordsOf([name, value]: [string, unknown]): string {
  if (name === "activity") return `job ${Number(value) + 1}`;
  return name === "resource" ? `resource ${Number(value) + 1}` : `${name} ${value}`;
}

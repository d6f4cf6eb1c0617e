import {
  type ProjectFile,
  type Token,
  tokensOf,
  type UnreadableFile,
  unreadable,
  wholeNumber,
  wholeNumbers,
} from "./project-file.ts";

/**
 * Reads a single-mode project of PSPLIB (`.sm`): all jobs become activities in their order, supersource and sink too; renewable
 * resources alone. Release date, due date and tardiness cost are left aside, as the benchmark does.
 *
 * Refuses as `unreadable` with the line and what was expected there.
 *
 * Source: R. Kolisch and A. Sprecher, "PSPLIB - a project scheduling problem library", 1997.
 */
export function readPsplib(text: string): ProjectFile {
  const lines = tokensOf(text);
  const jobs = headerNumber(text, /^jobs .*:\s*(\d+)/m);
  const resources = headerNumber(text, /^\s*- renewable\s*:\s*(\d+)/m);
  if (jobs === null) return unreadable(1, "the number of jobs");
  if (resources === null) return unreadable(1, "the number of renewable resources");
  if (headerNumber(text, /^\s*- (?:nonrenewable|doubly constrained)\s*:\s*0*([1-9]\d*)/m) !== null)
    return unreadable(1, "renewable resources only");
  const links = readLinks(sectionOf(lines, "PRECEDENCE", jobs), jobs);
  if (!links.ok) return links;
  const requests = readRequests(sectionOf(lines, "REQUESTS/DURATIONS:", jobs), jobs, resources);
  if (!requests.ok) return requests;
  const capacityLine = sectionOf(lines, "RESOURCEAVAILABILITIES:", 1);
  const capacities = wholeNumbers(capacityLine.rows[0] ?? []);
  if (capacities?.length !== resources) return unreadable(capacityLine.line, `${resources} capacities`);
  const { durations, demands } = requests;
  return { ok: true, data: { durations, demands, capacities, links: links.links } };
}

interface Section {
  readonly line: number;
  readonly rows: readonly (readonly Token[])[];
}

/** The first `most` rows of numbers between a heading and the next line of stars. */
function sectionOf(lines: readonly Token[][], heading: string, most: number): Section {
  const at = lines.findIndex(([first]) => first?.text === heading);
  if (at < 0) return { line: lines.length, rows: [] };
  const below = lines.slice(at + 1);
  const end = below.findIndex(([first]) => first?.text.startsWith("***"));
  const rows = (end < 0 ? below : below.slice(0, end)).filter(([first]) => wholeNumber(first?.text) !== null);
  return { line: at + 1, rows: rows.slice(0, most) };
}

type Links = { readonly ok: true; readonly links: (readonly [number, number])[] } | UnreadableFile;

/** Rows of job, modes, number of successors, successors. */
function readLinks({ line, rows }: Section, jobs: number): Links {
  if (rows.length < jobs) return unreadable(line, `successors of ${jobs} jobs`);
  const links: (readonly [number, number])[] = [];
  for (const [job, row] of rows.entries()) {
    const at = row[0]?.line ?? line;
    const [number, modes, count = 0, ...successors] = wholeNumbers(row) ?? [];
    if (number !== job + 1) return unreadable(at, `job ${job + 1} in whole numbers`);
    if (modes !== 1) return unreadable(at, "one mode");
    if (successors.length !== count) return unreadable(at, `${count} successors`);
    links.push(...successors.map((to) => [job, to - 1] as const));
  }
  return { ok: true, links };
}

type Requests =
  | { readonly ok: true; readonly durations: number[]; readonly demands: number[][] }
  | UnreadableFile;

/** Rows of job, mode, duration, demands. */
function readRequests({ line, rows }: Section, jobs: number, resources: number): Requests {
  if (rows.length < jobs) return unreadable(line, `durations of ${jobs} jobs`);
  const durations: number[] = [];
  const demands: number[][] = [];
  for (const [job, row] of rows.entries()) {
    const at = row[0]?.line ?? line;
    const [number, mode, duration, ...demand] = wholeNumbers(row) ?? [];
    if (number !== job + 1 || mode !== 1) return unreadable(at, `job ${job + 1} in mode 1`);
    if (duration === undefined || demand.length !== resources)
      return unreadable(at, `a duration and ${resources} demands`);
    durations.push(duration);
    demands.push(demand);
  }
  return { ok: true, durations, demands };
}

function headerNumber(text: string, pattern: RegExp): number | null {
  return wholeNumber(pattern.exec(text)?.[1]);
}

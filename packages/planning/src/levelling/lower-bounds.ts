import { dayOfMinute, fromEpochDay } from "../calendar/civil-date.ts";
import { type CivilDate, isOpenMilestone, type Plan } from "../plan.ts";
import { compareText } from "../schedule/graph.ts";
import type { Cycle } from "../schedule/plan-schedule.ts";
import { entersFinish, leavesFinish } from "./level-network.ts";
import { type Levelled, levelWork } from "./level-work.ts";
import { DEFAULT_LEVEL_OPTIONS, type LevelOptions } from "./levelled-plan.ts";

/** A proof that a milestone cannot be reached before a day, whoever does what first. */
export interface LowerBound {
  readonly id: string;
  readonly notBefore: CivilDate;
  /** `path`: the chain that follows each other; `work`: what one person has to do before it, one after the other. */
  readonly proof:
    | { readonly by: "path"; readonly itemIds: readonly string[] }
    | {
        readonly by: "work";
        readonly personId: string;
        readonly minutes: number;
        readonly cardIds: readonly string[];
      };
}

export type LowerBounds =
  | { readonly ok: true; readonly milestones: readonly LowerBound[] }
  | { readonly ok: false; readonly code: "cycle"; readonly cycle: Cycle };

/**
 * Before which day can no order of work reach each open milestone, as long as every card takes its likely time? The larger of two bounds:
 * the critical path on everybody's own calendar, as if each could do everything at once; and for each person all that must be finished
 * first, one thing at a time from the earliest moment at which any of it can begin.
 *
 * Source: critical path and one-machine bound (J. Carlier, "The one-machine sequencing problem", 1982, without tails).
 * @example lowerBounds(plan, "2026-05-12")
 * // { ok: true, milestones: [{ id: "m1", notBefore: "2026-05-20", proof: { by: "work", personId: "jo", minutes: 2880, cardIds: [...] } }] }
 */
export function lowerBounds(plan: Plan, today: CivilDate, options: Partial<LevelOptions> = {}): LowerBounds {
  const unlimited = plan.people.map(({ id }) => id);
  const work = levelWork(plan, today, { ...DEFAULT_LEVEL_OPTIONS, ...options, unlimited });
  if (!work.ok) return work;
  const { levelled } = work;
  return {
    ok: true,
    milestones: plan.milestones.filter(isOpenMilestone).map(({ id }) => boundOf(levelled, id)),
  };
}

function boundOf(levelled: Levelled, id: string): LowerBound {
  const { network, schedule } = levelled;
  const nodes = network.items.get(id);
  const last = nodes?.finishes[0] ?? 0;
  const path = schedule.finish[last] ?? 0;
  const answered = (moment: number) => {
    const { axis = null, length = 0 } = network.nodes[last] ?? {};
    return axis === null ? moment : axis.finishAt(axis.worked(moment) + length);
  };
  const dayOf = (finish: number): CivilDate => {
    const day = fromEpochDay(dayOfMinute(finish - 1));
    return day < levelled.today ? levelled.today : day;
  };
  let bound: LowerBound = {
    id,
    notBefore: dayOf(path),
    proof: { by: "path", itemIds: pathTo(levelled, last) },
  };
  let latest = path;
  for (const load of loadsBefore(levelled, nodes?.workDone ?? 0)) {
    const finish = answered(load.finish);
    if (finish <= latest) continue;
    latest = finish;
    const { personId, minutes, cardIds } = load;
    bound = { id, notBefore: dayOf(finish), proof: { by: "work", personId, minutes, cardIds } };
  }
  return bound;
}

interface Load {
  readonly personId: string;
  readonly minutes: number;
  readonly cardIds: readonly string[];
  /** The moment before which the person cannot have done it all. */
  readonly finish: number;
}

/** For each person the heaviest load that must be done before a node. */
function loadsBefore(levelled: Levelled, node: number): Load[] {
  const { network } = levelled;
  const byPerson = new Map<string, number[]>();
  for (const part of finishedBefore(levelled, node)) {
    const { personId = null, kind, length = 0 } = network.nodes[part] ?? {};
    if (kind !== "part" || personId === null || length === 0) continue;
    byPerson.set(personId, [...(byPerson.get(personId) ?? []), part]);
  }
  return [...byPerson]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([personId, parts]) => heaviestLoad(levelled, personId, parts) ?? []);
}

/** Of all sets of parts that begin no earlier than some moment, the one that takes longest from there on. */
function heaviestLoad(
  { network, schedule }: Levelled,
  personId: string,
  parts: readonly number[],
): Load | null {
  const latestFirst = [...parts].sort(
    (a, b) =>
      (schedule.start[b] ?? 0) - (schedule.start[a] ?? 0) ||
      compareText(network.names[a] ?? "", network.names[b] ?? ""),
  );
  let heaviest: Load | null = null;
  let [length, minutes] = [0, 0];
  for (const [i, part] of latestFirst.entries()) {
    const node = network.nodes[part];
    length += node?.length ?? 0;
    minutes += node?.minutes ?? 0;
    const axis = node?.axis ?? null;
    if (axis === null) continue;
    const finish = axis.finishAt(axis.worked(schedule.start[part] ?? 0) + length);
    if (heaviest !== null && finish <= heaviest.finish) continue;
    const cardIds = latestFirst.slice(0, i + 1).map((each) => network.names[each] ?? "");
    heaviest = { personId, minutes, cardIds, finish };
  }
  return heaviest;
}

/**
 * Everything that must be finished before the node can be: reached backwards over links without a lead. Not over one from end to end of
 * work: for whoever is off then the end of their time off is its beginning, which may lie before the other's end.
 */
function finishedBefore({ network }: Levelled, node: number): ReadonlySet<number> {
  const found = new Set<number>();
  const queue = [node];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const { from, kind, lag } of network.incoming[at] ?? []) {
      const endsWithWork = entersFinish(kind) && network.nodes[at]?.kind === "part";
      if (!leavesFinish(kind) || endsWithWork || lag < 0 || found.has(from)) continue;
      found.add(from);
      queue.push(from);
    }
  }
  return found;
}

/** The chain of items that leads to a node when everybody can do everything at once. */
function pathTo(levelled: Levelled, last: number): string[] {
  const { network, schedule } = levelled;
  const ids: string[] = [];
  const seen = new Set<number>();
  for (let node: number | undefined = last; node !== undefined && !seen.has(node); ) {
    seen.add(node);
    const id = network.names[node] ?? "";
    if (ids[ids.length - 1] !== id) ids.push(id);
    node = bindingBefore(network, schedule, node);
  }
  return ids.reverse();
}

function bindingBefore(
  { incoming, names }: Levelled["network"],
  { finish, start }: Levelled["schedule"],
  node: number,
): number | undefined {
  const moment = (from: number, kind: "FS" | "SS" | "FF" | "SF") =>
    (leavesFinish(kind) ? finish[from] : start[from]) ?? 0;
  return [...(incoming[node] ?? [])]
    .sort(
      (a, b) =>
        moment(b.from, b.kind) - moment(a.from, a.kind) ||
        compareText(names[a.from] ?? "", names[b.from] ?? ""),
    )
    .map(({ from }) => from)[0];
}

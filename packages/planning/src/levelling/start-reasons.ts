import { dayOfMinute, fromEpochDay, toEpochDay } from "../calendar/civil-date.ts";
import type { DaysOff } from "../plan.ts";
import { entersFinish, type LevelArc, type LevelNode } from "./level-network.ts";
import type { Levelled } from "./level-work.ts";
import type { StartReason } from "./levelled-plan.ts";
import { reachOf } from "./serial-schedule.ts";

/** Something that keeps a node from starting before a moment. */
interface Bound {
  readonly moment: number;
  readonly reasons: readonly StartReason[];
}

/**
 * Why does this node start no earlier? All that binds it, links first, then its person's other work, then dates; and the days off
 * between the moment when it could have started and its start.
 */
export function startReasons(levelled: Levelled, node: number): StartReason[] {
  const item = levelled.network.nodes[node];
  if (item === undefined) return [];
  const { axis } = item;
  const start = levelled.schedule.start[node] ?? 0;
  if (axis !== null && start >= NEVER) return [{ code: "no_time", personId: item.personId }];
  const unitOf = (moment: number) => (axis === null ? moment : axis.worked(moment));
  const bounds = boundsOf(levelled, item, node);
  const binding = bounds.filter(({ moment }) => unitOf(moment) >= unitOf(start));
  const reasons = binding.flatMap((bound) => bound.reasons);
  const ready = binding.reduce((latest, { moment }) => Math.max(latest, moment), Number.NEGATIVE_INFINITY);
  return distinct([...reasons, ...awayReasons(item, ready, start)]);
}

const NEVER = (toEpochDay("9999-12-31") - 1) * 1440;

function boundsOf(levelled: Levelled, item: LevelNode, node: number): Bound[] {
  const bounds = (levelled.network.incoming[node] ?? []).map((arc) => arcBound(levelled, item, arc));
  const before = levelled.before[node] ?? -1;
  if (before >= 0) {
    const cardId = levelled.network.nodes[before]?.itemId ?? "";
    const moment = levelled.schedule.finish[before] ?? 0;
    bounds.push({ moment, reasons: [{ code: "busy", personId: item.personId ?? "", cardId }] });
  }
  bounds.push({ moment: item.earliest, reasons: dateReasons(levelled, item) });
  return bounds;
}

/** A link says its own name; a window passes on what opens it. */
function arcBound(levelled: Levelled, item: LevelNode, arc: LevelArc): Bound {
  const { network, schedule } = levelled;
  let moment = reachOf(arc, schedule.start, schedule.finish);
  if (entersFinish(arc.kind) && item.axis !== null) {
    moment = item.axis.finishAt(item.axis.worked(moment) - item.length);
  }
  if (arc.linkId === null) return { moment, reasons: startReasons(levelled, arc.from) };
  const itemId = network.nodes[arc.from]?.itemId ?? "";
  return { moment, reasons: [{ code: "follows", itemId, linkId: arc.linkId }] };
}

function dateReasons({ floor, today, startDates }: Levelled, item: LevelNode): StartReason[] {
  const on = fromEpochDay(dayOfMinute(item.earliest));
  if (item.earliest <= floor) return [on === today ? { code: "today" } : { code: "project_starts", on }];
  if (item.kind === "start") return [{ code: "window_starts", milestoneId: item.itemId, on }];
  return startDates.has(item.itemId) ? [{ code: "starts_on", on }] : [];
}

/** Days off that lie between being able to start and starting. */
function awayReasons({ axis, personId, kind }: LevelNode, ready: number, start: number): StartReason[] {
  if (axis === null || kind !== "part" || start <= ready) return [];
  const first = dayOfMinute(ready);
  const last = dayOfMinute(start) - 1;
  return (axis.spec.daysOff ?? [])
    .filter(({ from, to }) => toEpochDay(from) <= last && toEpochDay(to) >= first)
    .map(({ from, to, why }: DaysOff) => ({ code: "away", personId, from, to, why: why ?? null }));
}

function distinct(reasons: readonly StartReason[]): StartReason[] {
  const seen = new Set<string>();
  return reasons.filter((reason) => {
    const key = JSON.stringify(reason);
    return !seen.has(key) && seen.add(key);
  });
}

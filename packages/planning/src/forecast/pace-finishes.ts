import { createCalendar } from "../calendar/calendar.ts";
import { MINUTES_PER_DAY, toEpochDay } from "../calendar/civil-date.ts";
import { isOpenCard } from "../care.ts";
import type { Levelled } from "../levelling/level-work.ts";
import { isOpenMilestone, type PlanMilestone } from "../plan.ts";
import type { DurationTable } from "./duration-table.ts";
import { cardsHeld } from "./estimated-cards.ts";
import type { Pace } from "./pace.ts";
import type { PlanDraws } from "./plan-draws.ts";
import type { ForecastInput } from "./plan-forecast.ts";
import { planStreams } from "./plan-streams.ts";

/** A milestone at its place in the queue: cards that are done by the time its own are, and its own alone. */
interface Queued {
  readonly milestone: PlanMilestone;
  readonly ahead: number;
  readonly held: number;
}

/** Minutes from the beginning of today, one a future. */
export interface PaceFinishes {
  /** By open milestone, in the plan's order; `null` where it holds no open card. */
  readonly finishes: readonly (Int32Array | null)[];
  /** Of everything; `null` where no card is open. */
  readonly end: Int32Array | null;
}

/**
 * When would each open milestone be reached if cards went on getting done as fast as they have been? They are done milestone by milestone, in the order in
 * which the levelled plan has them; those of a window that is still to open begin on its first day. Then the client answers. The luck is the same for
 * all milestones: a slow month is slow for what comes after it too.
 */
export function paceFinishes(
  input: ForecastInput,
  levelled: Levelled,
  { lengths, factors }: PlanDraws,
  pace: Pace,
): PaceFinishes {
  const { plan, today, seed, samples } = input;
  const luck = planStreams(seed, samples).shares("pace", "");
  const growth = meanOf(factors.find(({ kind }) => kind === "scope")?.values);
  const tableFor = (cards: number) => pace.daysFor(Math.ceil(cards * (1 + growth)));
  const work = createCalendar(plan.calendar).days;
  const client = createCalendar(plan.client?.calendar ?? plan.calendar).days;
  const base = toEpochDay(today);
  const dayAfter = (from: number, table: DurationTable, u: number) =>
    work.startAt(work.worked(from) + Math.max(1, Math.round(table.at(u))) - 1);
  const minutesTo = (day: number) => Math.min(LONGEST, day - base + 1) * MINUTES_PER_DAY;
  const finishes = queued(levelled).map(({ milestone, ahead, held }) => {
    if (held === 0) return null;
    const opens = milestone.startOn === null ? base : toEpochDay(milestone.startOn);
    const answers = lengths[levelled.network.items.get(milestone.id)?.finishes[0] ?? -1];
    const [all, own] = [tableFor(ahead), tableFor(held)];
    return Int32Array.from(luck, (u, i) => {
      const queuedTo = dayAfter(base, all, u);
      const day = opens > base ? Math.max(queuedTo, dayAfter(opens, own, u)) : queuedTo;
      const waits = Math.round((answers?.[i] ?? 0) / levelled.axes.client.minutesPerDay);
      return minutesTo(waits > 0 ? client.startAt(client.worked(day + 1) + waits - 1) : day);
    });
  });
  const open = plan.cards.filter(isOpenCard).length;
  if (open === 0) return { finishes, end: null };
  const known = finishes.flatMap((values) => values ?? []);
  const all = tableFor(open);
  const end = Int32Array.from(luck, (u, i) =>
    known.reduce((latest, values) => Math.max(latest, values[i] ?? 0), minutesTo(dayAfter(base, all, u))),
  );
  return { finishes, end };
}

/** Days; as many minutes still fit. */
const LONGEST = 1_000_000;

function queued({ plan, network, schedule }: Levelled): Queued[] {
  const finishOf = (id: string | null) => schedule.finish[network.items.get(id ?? "")?.finishes[0] ?? -1];
  const held = cardsHeld(plan, isOpenCard);
  const dueAt = plan.cards
    .filter(isOpenCard)
    .map(({ id, milestoneId }) => finishOf(milestoneId) ?? finishOf(id) ?? Number.POSITIVE_INFINITY);
  return plan.milestones.filter(isOpenMilestone).map((milestone) => {
    const finish = finishOf(milestone.id) ?? 0;
    return {
      milestone,
      ahead: dueAt.filter((at) => at <= finish).length,
      held: held.get(milestone.id) ?? 0,
    };
  });
}

function meanOf(values: Float64Array | undefined): number {
  if (values === undefined || values.length === 0) return 0;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

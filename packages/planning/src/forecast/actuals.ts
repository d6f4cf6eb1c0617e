import type { Calendar } from "../calendar/calendar.ts";
import { dayOfMinute, fromEpochDay } from "../calendar/civil-date.ts";
import { type Allocation, shareOf } from "../calendar/working-time.ts";
import type { CivilDate } from "../plan.ts";
import { compareText } from "../schedule/graph.ts";

/** A card of one person, from the moment it entered *doing* on; minutes of the person's calendar timeline. One that several do stands once for each. */
export interface WorkedCard {
  readonly id: string;
  readonly personId: string;
  readonly projectId: string;
  /** The likely effort that was said before the work, in minutes; `null` also where it was not for this person alone. */
  readonly estimate: number | null;
  readonly startedAt: number;
  /** `null` while it is still in *doing*: it shares the time and has no outcome yet. */
  readonly doneAt: number | null;
  /** Minutes that this person wrote down for it; `null` where nobody wrote down any for the card, and its time is worked out. */
  readonly booked: number | null;
}

/** When somebody works, for whatever it is, and how much of that belongs to which project. */
export interface WorkerTime {
  readonly calendar: Calendar;
  readonly allocations: readonly Allocation[];
}

/** What a finished card took beside what was said: the raw material of a person's estimate style. */
export interface CardActual {
  readonly cardId: string;
  readonly personId: string;
  /** Minutes. */
  readonly estimate: number;
  /** Minutes. */
  readonly actual: number;
  readonly doneAt: number;
}

const SHORTEST = 15;
const LONGEST_DAYS = 60;

/**
 * How long did finished cards really take? What was written down; where nobody wrote it down, the minutes of the person's that are for
 * the card's project between its entering *doing* and its being done, shared evenly over the cards of the project that they had in
 * *doing* at the time. Where the projects that they are busy with claim more than there is, each gets its part of it. Left out is what says nothing about
 * estimates: under 15 minutes (moved across the board after the fact), over 60 working days (forgotten there), and cards without an
 * estimate. In the order in which they were done.
 * @param workers by person; somebody without one is left out
 * @example actualsOf([{ id: "c1", personId: "jo", estimate: 240, startedAt: 540, doneAt: 1020, booked: null, ... }], workers)
 * // [{ cardId: "c1", personId: "jo", estimate: 240, actual: 480, doneAt: 1020 }]
 */
export function actualsOf(
  cards: readonly WorkedCard[],
  workers: ReadonlyMap<string, WorkerTime>,
): CardActual[] {
  const outcomes: CardActual[] = [];
  for (const [personId, own] of Map.groupBy(cards, (card) => card.personId)) {
    const worker = workers.get(personId);
    if (worker === undefined) continue;
    const actuals = sharedMinutes(own, worker);
    const longest = LONGEST_DAYS * worker.calendar.minutesPerDay;
    for (const [i, { id, estimate, doneAt, booked }] of own.entries()) {
      const actual = booked ?? Math.round(actuals[i] ?? 0);
      if (estimate === null || estimate <= 0 || doneAt === null) continue;
      if (actual < SHORTEST || actual > longest) continue;
      outcomes.push({ cardId: id, personId, estimate, actual, doneAt });
    }
  }
  return outcomes.sort((a, b) => a.doneAt - b.doneAt || compareText(a.cardId, b.cardId));
}

/**
 * How much work has gone into what is in *doing* now? The same shares as of finished cards, up to a moment; by card, in whole minutes, of all
 * of its people together. A card that has been there for over 60 working days is forgotten rather than worked on, and left out.
 * @param until nothing after it counts
 * @example workedSoFar([{ id: "c1", personId: "jo", estimate: 480, startedAt: 540, doneAt: null, ... }], workers, 1440).get("c1") // 480
 */
export function workedSoFar(
  cards: readonly WorkedCard[],
  workers: ReadonlyMap<string, WorkerTime>,
  until: number,
): Map<string, number> {
  const worked = new Map<string, number>();
  for (const [personId, own] of Map.groupBy(cards, (card) => card.personId)) {
    const worker = workers.get(personId);
    if (worker === undefined) continue;
    const begun = own.filter(({ startedAt }) => startedAt < until);
    const ended = begun.map((card) => ({ ...card, doneAt: Math.min(card.doneAt ?? until, until) }));
    const minutes = sharedMinutes(ended, worker);
    for (const [i, { id, doneAt, booked }] of begun.entries()) {
      const share = booked ?? Math.round(minutes[i] ?? 0);
      if (doneAt === null && share > 0 && share <= LONGEST_DAYS * worker.calendar.minutesPerDay)
        worked.set(id, (worked.get(id) ?? 0) + share);
    }
  }
  return worked;
}

/** One pass over the moments at which a card enters or leaves; by card, its share of the minutes in between. */
function sharedMinutes(cards: readonly WorkedCard[], { calendar, allocations }: WorkerTime): Float64Array {
  const minutes = new Float64Array(cards.length);
  const open = new Map<string, Set<number>>();
  let last = 0;
  for (const { moment, card, projectId, enters } of turns(cards)) {
    const passed = calendar.minutes.worked(moment) - calendar.minutes.worked(last);
    if (passed > 0 && open.size > 0) {
      const shares = projectShares([...open.keys()], allocations, fromEpochDay(dayOfMinute(last)));
      for (const [project, own] of open) {
        const each = (passed * (shares.get(project) ?? 0)) / own.size;
        for (const one of own) minutes[one] = (minutes[one] ?? 0) + each;
      }
    }
    const own = open.get(projectId) ?? new Set();
    if (enters) open.set(projectId, own.add(card));
    else if (own.delete(card) && own.size === 0) open.delete(projectId);
    last = moment;
  }
  return minutes;
}

/** Parts of the whole, 0 to 1: what belongs to each of these projects on a day, together no more than is there for projects. */
function projectShares(
  projects: readonly string[],
  allocations: readonly Allocation[],
  day: CivilDate,
): Map<string, number> {
  const percents = projects.map((project) => shareOf(allocations, project, day));
  const wanted = percents.reduce((sum, percent) => sum + percent, 0);
  const there = shareOf(allocations, null, day);
  const fit = wanted > there ? there / wanted : 1;
  return new Map(projects.map((project, i) => [project, ((percents[i] ?? 0) * fit) / 100]));
}

interface Turn {
  moment: number;
  card: number;
  projectId: string;
  enters: boolean;
}

function turns(cards: readonly WorkedCard[]): Turn[] {
  const all = cards.flatMap(({ projectId, startedAt, doneAt }, card) => [
    { moment: startedAt, card, projectId, enters: true },
    ...(doneAt === null ? [] : [{ moment: Math.max(startedAt, doneAt), card, projectId, enters: false }]),
  ]);
  return all.sort((a, b) => a.moment - b.moment || a.card - b.card || Number(b.enters) - Number(a.enters));
}

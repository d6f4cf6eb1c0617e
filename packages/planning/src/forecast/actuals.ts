import type { Calendar } from "../calendar/calendar.ts";
import { compareText } from "../schedule/graph.ts";

/** A card of one person, from the moment it entered *doing* on; minutes of the person's calendar timeline. */
export interface WorkedCard {
  readonly id: string;
  readonly personId: string;
  /** The likely effort that was said before the work, in minutes. */
  readonly estimate: number | null;
  readonly startedAt: number;
  /** `null` while it is still in *doing*: it shares the time and has no outcome yet. */
  readonly doneAt: number | null;
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
 * How long did finished cards really take, where nobody wrote it down? The person's available minutes between a card's entering
 * *doing* and its being done, shared evenly over the cards that they had in *doing* at the time. Left out is what says nothing about
 * estimates: under 15 minutes (moved across the board after the fact), over 60 working days (forgotten there), and cards without an
 * estimate. In the order in which they were done.
 * @param calendars by person; somebody without one is left out
 * @example actualsOf([{ id: "c1", personId: "jo", estimate: 240, startedAt: 540, doneAt: 1020 }], calendars)
 * // [{ cardId: "c1", personId: "jo", estimate: 240, actual: 480, doneAt: 1020 }]
 */
export function actualsOf(
  cards: readonly WorkedCard[],
  calendars: ReadonlyMap<string, Calendar>,
): CardActual[] {
  const outcomes: CardActual[] = [];
  for (const [personId, own] of Map.groupBy(cards, (card) => card.personId)) {
    const calendar = calendars.get(personId);
    if (calendar === undefined) continue;
    const actuals = sharedMinutes(own, calendar);
    const longest = LONGEST_DAYS * calendar.minutesPerDay;
    for (const [i, { id, estimate, doneAt }] of own.entries()) {
      const actual = Math.round(actuals[i] ?? 0);
      if (estimate === null || estimate <= 0 || doneAt === null) continue;
      if (actual < SHORTEST || actual > longest) continue;
      outcomes.push({ cardId: id, personId, estimate, actual, doneAt });
    }
  }
  return outcomes.sort((a, b) => a.doneAt - b.doneAt || compareText(a.cardId, b.cardId));
}

/**
 * How much work has gone into what is in *doing* now? The same shares as of finished cards, up to a moment; by card, in whole minutes. A card that has been
 * there for over 60 working days is forgotten rather than worked on, and left out.
 * @param until nothing after it counts
 * @example workedSoFar([{ id: "c1", personId: "jo", estimate: 480, startedAt: 540, doneAt: null }], calendars, 1440).get("c1") // 480
 */
export function workedSoFar(
  cards: readonly WorkedCard[],
  calendars: ReadonlyMap<string, Calendar>,
  until: number,
): Map<string, number> {
  const worked = new Map<string, number>();
  for (const [personId, own] of Map.groupBy(cards, (card) => card.personId)) {
    const calendar = calendars.get(personId);
    if (calendar === undefined) continue;
    const begun = own.filter(({ startedAt }) => startedAt < until);
    const ended = begun.map((card) => ({ ...card, doneAt: Math.min(card.doneAt ?? until, until) }));
    const minutes = sharedMinutes(ended, calendar);
    for (const [i, { id, doneAt }] of begun.entries()) {
      const share = Math.round(minutes[i] ?? 0);
      if (doneAt === null && share > 0 && share <= LONGEST_DAYS * calendar.minutesPerDay)
        worked.set(id, share);
    }
  }
  return worked;
}

/** One pass over the moments at which a card enters or leaves; by card, its share of the minutes in between. */
function sharedMinutes(cards: readonly WorkedCard[], { minutes }: Calendar): Float64Array {
  const shares = new Float64Array(cards.length);
  const open = new Set<number>();
  let last = 0;
  for (const { moment, card, enters } of turns(cards)) {
    const share = open.size === 0 ? 0 : (minutes.worked(moment) - minutes.worked(last)) / open.size;
    if (share > 0) for (const one of open) shares[one] = (shares[one] ?? 0) + share;
    if (enters) open.add(card);
    else open.delete(card);
    last = moment;
  }
  return shares;
}

function turns(cards: readonly WorkedCard[]): { moment: number; card: number; enters: boolean }[] {
  const all = cards.flatMap(({ startedAt, doneAt }, card) => [
    { moment: startedAt, card, enters: true },
    ...(doneAt === null ? [] : [{ moment: Math.max(startedAt, doneAt), card, enters: false }]),
  ]);
  return all.sort((a, b) => a.moment - b.moment || a.card - b.card || Number(b.enters) - Number(a.enters));
}

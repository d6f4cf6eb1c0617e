import {
  eveningBefore,
  type LocalTime,
  nextOccurrence,
  type Occurrence,
  previousOccurrence,
  type Recurrence,
} from "@milepost/planning";

/** What is known of one project when somebody asks which review is due; moments are minutes of UTC. */
export interface DueFacts {
  series: Recurrence;
  local: LocalTime;
  /** What would have been due before the cadence was set, was never due. */
  setAt: number;
  newest: NewestReview | null;
  /** Of the review before the newest. */
  earlierDueAt: number | null;
  lastHeldAt: number | null;
  now: number;
}

interface NewestReview {
  id: string;
  dueAt: number;
  /** Held or skipped. */
  isOver: boolean;
  isOpened: boolean;
  /** People have been told its day: it moves no more by itself. */
  isAnnounced: boolean;
}

export type DueStep =
  | { do: "make"; occurrence: Occurrence }
  | { do: "move"; id: string; occurrence: Occurrence }
  | { do: "drop"; id: string };

/**
 * What brings the rows of a project up to date; null where they are. One review stands ahead at any time. It follows its cadence, its
 * holidays and its milestones until people were told of it. One that was missed gives way to the next when that is announced; what
 * passed while nobody was there to look leaves one row, not one a week.
 */
export function dueStep(facts: DueFacts): DueStep | null {
  const { newest, now } = facts;
  const floor = Math.max(facts.setAt, facts.earlierDueAt ?? 0, facts.lastHeldAt ?? 0);
  if (newest === null) return made(inTurn(facts, floor));
  if (newest.isOver) return made(inTurn(facts, Math.max(floor, newest.dueAt)));
  if (newest.isOpened || newest.dueAt <= now) {
    const next = inTurn(facts, newest.dueAt);
    return next !== null && isAnnounced(facts, next) ? made(next) : null;
  }
  if (newest.isAnnounced) return null;
  const wanted = inTurn(facts, floor);
  if (wanted === null) return { do: "drop", id: newest.id };
  return wanted.at === newest.dueAt ? null : { do: "move", id: newest.id, occurrence: wanted };
}

function made(occurrence: Occurrence | null): DueStep | null {
  return occurrence && { do: "make", occurrence };
}

/** The latest that people should know of by now, else the first that comes. */
function inTurn(facts: DueFacts, after: number): Occurrence | null {
  const { series, local, now } = facts;
  const next = nextOccurrence(series, local, Math.max(after, now));
  if (next !== null && isAnnounced(facts, next)) return next;
  const last = previousOccurrence(series, local, now);
  return last !== null && last.at > after ? last : next;
}

function isAnnounced({ local, now }: DueFacts, { on, at }: Occurrence): boolean {
  return at <= now || eveningBefore(on, local) <= now;
}

import type { Dates, ItemTerms, NetworkItem, WorkPart } from "./network.ts";

/**
 * Writes the earliest span of an item without terms that starts no earlier than `start` and finishes no earlier than `finish`, and tells
 * with which unit of its timeline it begins.
 */
export function placeEarly(
  { timeline, duration }: NetworkItem,
  start: number,
  finish: number,
  dates: Dates,
  node: number,
): number {
  let units = timeline.worked(start);
  if (finish !== Number.NEGATIVE_INFINITY) units = Math.max(units, timeline.worked(finish) - duration);
  dates.startAt[node] = timeline.startAt(units);
  dates.finishAt[node] = timeline.finishAt(units + duration);
  return units;
}

/** The same for an item with terms. */
export function placeOnTerms(
  item: NetworkItem,
  terms: ItemTerms,
  start: number,
  atLeast: number,
  dates: Dates,
  node: number,
): void {
  const finish = Math.max(atLeast, terms.earliestFinish);
  if (terms.pinned !== null) {
    dates.startAt[node] = terms.pinned.start;
    dates.finishAt[node] = terms.pinned.finish;
  } else if (isEvent(item)) {
    const moment = Math.min(Math.max(start, finish), terms.latestStart, terms.latestFinish);
    const units = item.timeline.worked(moment);
    const at = item.timeline.finishAt(units) === moment ? moment : item.timeline.startAt(units);
    dates.startAt[node] = at;
    dates.finishAt[node] = at;
  } else placeWork(item, terms, start, finish, dates, node);
}

function placeWork(
  item: NetworkItem,
  { latestStart, latestFinish }: ItemTerms,
  start: number,
  finish: number,
  dates: Dates,
  node: number,
): void {
  const byStart = firstStart(item, start);
  const byFinish = finish === Number.NEGATIVE_INFINITY ? finish : startFor(item, finish);
  let most = latestStart;
  if (latestFinish !== Number.POSITIVE_INFINITY) most = Math.min(most, startFor(item, latestFinish));
  const first = Math.min(Math.max(byStart, byFinish), most);
  dates.startAt[node] = first;
  const end = finishFrom(item, first);
  dates.finishAt[node] = first === byFinish && isNextStart(item, end, finish) ? finish : end;
}

/** What is held at its finish by a link finishes at the very moment of the link, were it the start of the next work. */
function isNextStart({ timeline, terms }: NetworkItem, end: number, finish: number): boolean {
  if (finish <= end || terms?.parts || timeline.startAt(timeline.worked(end)) !== finish) return false;
  const counted = terms?.slackTimeline ?? timeline;
  return counted === timeline || counted.worked(finish) === counted.worked(end);
}

/**
 * Writes the latest span of an item that starts no later than `start` and finishes no later than `finish`; the bounds of its own terms
 * are in them already.
 */
export function placeLate(
  item: NetworkItem,
  start: number,
  finish: number,
  dates: Dates,
  node: number,
): void {
  const { timeline, duration, terms } = item;
  if (terms !== undefined && isEvent(item)) {
    placeLateEvent(item, Math.min(start, finish), dates, node);
  } else if (terms?.parts) {
    const last = Math.min(startFor(item, finish), start);
    dates.startAt[node] = last;
    dates.finishAt[node] = last === start ? finishFrom(item, last) : lastFinish(terms.parts, finish);
  } else {
    const units = lastUnit(item, start, finish);
    dates.startAt[node] = timeline.startAt(units);
    const loose = terms?.looseFinish && units === timeline.worked(finish) - duration;
    dates.finishAt[node] = loose ? finish : timeline.finishAt(units + duration);
  }
}

/** A moment between two spells of work is brought to the end of the first, unless the second begins just then. */
function placeLateEvent({ timeline }: NetworkItem, moment: number, dates: Dates, node: number): void {
  const units = timeline.worked(moment);
  const at = timeline.startAt(units) === moment ? moment : timeline.finishAt(units);
  dates.startAt[node] = at;
  dates.finishAt[node] = at;
}

/**
 * With which unit of its timeline an item begins at the latest, if it starts by `start` and finishes by `finish`. Where `start` is in time
 * off, the unit after it would begin too late.
 */
export function lastUnit({ timeline, duration }: NetworkItem, start: number, finish: number): number {
  const byFinish = timeline.worked(finish) - duration;
  if (start === Number.POSITIVE_INFINITY) return byFinish;
  const most = timeline.worked(start);
  return Math.min(byFinish, timeline.startAt(most) > start ? most - 1 : most);
}

/** How far an item with terms moves from one span to a later one, in units of the timeline on which its slack is counted. */
export function slackOnTerms(
  { slackTimeline: timeline }: ItemTerms,
  early: Dates,
  late: Dates,
  node: number,
  lateNode = node,
): number {
  const byStart = timeline.worked(late.startAt[lateNode] ?? 0) - timeline.worked(early.startAt[node] ?? 0);
  const byFinish = timeline.worked(late.finishAt[lateNode] ?? 0) - timeline.worked(early.finishAt[node] ?? 0);
  return Math.min(byStart, byFinish);
}

/** It takes no time: it is a moment. */
export function isEvent({ duration, terms }: NetworkItem): boolean {
  return duration === 0 && !terms?.parts;
}

/** The first moment from `start` on at which somebody could work on it; who begins late is counted from there. */
export function firstStart({ timeline, terms }: NetworkItem, start: number): number {
  if (!terms?.parts) return timeline.startAt(timeline.worked(start));
  let first = Number.POSITIVE_INFINITY;
  for (const part of terms.parts) {
    first = Math.min(first, part.timeline.startAt(part.timeline.worked(start)));
  }
  return first;
}

/** When it is finished if it starts at `start`. */
export function finishFrom({ timeline, duration, terms }: NetworkItem, start: number): number {
  if (!terms?.parts) return timeline.finishAt(timeline.worked(start) + duration);
  let last = Number.NEGATIVE_INFINITY;
  for (const part of terms.parts) {
    const units = part.timeline.worked(start) + part.delay + part.duration;
    last = Math.max(last, part.timeline.finishAt(units));
  }
  return last;
}

/** The last start from which it is finished by `finish`. */
export function startFor({ timeline, duration, terms }: NetworkItem, finish: number): number {
  if (!terms?.parts) return timeline.startAt(timeline.worked(finish) - duration);
  let first = Number.POSITIVE_INFINITY;
  for (const part of terms.parts) {
    const units = part.timeline.worked(finish) - part.duration - part.delay;
    first = Math.min(first, part.timeline.startAt(units));
  }
  return first;
}

function lastFinish(parts: readonly WorkPart[], finish: number): number {
  let last = Number.NEGATIVE_INFINITY;
  for (const { timeline } of parts) last = Math.max(last, timeline.finishAt(timeline.worked(finish)));
  return last;
}

/** The last moment until which somebody who has finished by `finish` rests. */
export function lastRest(parts: readonly WorkPart[], finish: number): number {
  let last = Number.NEGATIVE_INFINITY;
  for (const { timeline } of parts) last = Math.max(last, timeline.startAt(timeline.worked(finish)));
  return last;
}

import fc from "fast-check";
import { createCalendar } from "../calendar/calendar.ts";
import type { CalendarSpec, LinkKind } from "../plan.ts";
import { createGraph } from "../schedule/graph.ts";
import type { Network, NetworkArc } from "../schedule/network.ts";
import { calendarSpecs, naiveMinutesOn } from "./calendars.ts";

/** A network in whole days as data, for the library and for its slow twin alike. */
export interface DayNetwork {
  readonly calendars: readonly CalendarSpec[];
  readonly items: readonly {
    readonly calendar: number;
    readonly duration: number;
    readonly earliest: number;
  }[];
  readonly links: readonly DayLink[];
}

export interface DayLink {
  readonly from: number;
  readonly to: number;
  readonly kind: LinkKind;
  readonly lag: number;
  readonly lagCalendar: number;
}

/** Up to seven items and three calendars; links lead from lower to higher numbers, so there is no cycle. */
export function dayNetworks(first: number): fc.Arbitrary<DayNetwork> {
  const calendar = fc.nat(2);
  const node = fc.nat(6);
  return fc
    .record({
      calendars: fc.array(calendarSpecs(first), { minLength: 3, maxLength: 3 }),
      items: fc.array(
        fc.record({
          calendar,
          duration: fc.integer({ min: 1, max: 6 }),
          earliest: fc.integer({ min: first, max: first + 20 }),
        }),
        { minLength: 1, maxLength: 7 },
      ),
      links: fc.array(
        fc.record({
          from: node,
          to: node,
          kind: fc.constantFrom<LinkKind>("FS", "SS", "FF", "SF"),
          lag: fc.integer({ min: -2, max: 3 }),
          lagCalendar: calendar,
        }),
        { maxLength: 10 },
      ),
    })
    .map((network) => ({
      ...network,
      links: network.links.filter(({ from, to }) => from < to && to < network.items.length),
    }));
}

/** The network as the library takes it; `order` renumbers the items without renaming them. */
export function asNetwork(data: DayNetwork, order: readonly number[] = data.items.map((_, i) => i)): Network {
  const timelines = data.calendars.map((spec) => createCalendar(spec).days);
  const timelineOf = (calendar: number) => timelines[calendar] ?? createCalendar({ week: {} }).days;
  const place = (item: number) => order.indexOf(item);
  const items = order.flatMap((i) => data.items[i] ?? []);
  const arcs: NetworkArc[] = data.links.map(({ from, to, kind, lag, lagCalendar }) => ({
    from: place(from),
    to: place(to),
    kind,
    lag,
    lagTimeline: timelineOf(lagCalendar),
  }));
  return {
    ...createGraph(
      order.map((i) => `item-${i}`),
      arcs,
    ),
    items: items.map(({ calendar, duration, earliest }) => ({
      timeline: timelineOf(calendar),
      duration,
      earliest,
    })),
  };
}

/** First day and day after the last, by item. */
export type NaiveDates = { start: number; finish: number }[];

/** Pushes every item day by day until every link holds: what a patient person with a wall calendar would do. */
export function scheduleByHand(data: DayNetwork): NaiveDates {
  const known = data.calendars.map(() => new Map<number, boolean>());
  const works = (calendar: number, day: number) => {
    const spec = data.calendars[calendar] ?? { week: {} };
    const answer = known[calendar]?.get(day) ?? naiveMinutesOn(spec, day).length > 0;
    known[calendar]?.set(day, answer);
    return answer;
  };
  const placed = data.items.map((item) => place(item.earliest, item));
  for (let moved = true; moved; ) {
    moved = false;
    for (const link of data.links) {
      const [from, to, item] = [placed[link.from], placed[link.to], data.items[link.to]];
      if (!from || !to || !item || holds(link, from, to)) continue;
      placed[link.to] = place(to.start + 1, item);
      moved = true;
    }
  }
  return placed;

  function place(earliest: number, item: { calendar: number; duration: number }) {
    let start = earliest;
    while (!works(item.calendar, start)) start++;
    let finish = start;
    for (let done = 0; done < item.duration; finish++) if (works(item.calendar, finish)) done++;
    return { start, finish };
  }

  function holds(
    link: DayLink,
    from: { start: number; finish: number },
    to: { start: number; finish: number },
  ) {
    let moment = link.kind === "FS" || link.kind === "FF" ? from.finish : from.start;
    for (let left = link.lag; left > 0; moment++) if (works(link.lagCalendar, moment)) left--;
    if (link.lag < 0) {
      for (let left = link.lag; left < 0; ) if (works(link.lagCalendar, --moment)) left++;
      while (!works(link.lagCalendar, moment - 1)) moment--;
    }
    if (link.kind === "FS" || link.kind === "SS") return to.start >= moment;
    const calendar = data.items[link.to]?.calendar ?? 0;
    for (let day = to.finish; day < moment; day++) if (works(calendar, day)) return false;
    return true;
  }
}

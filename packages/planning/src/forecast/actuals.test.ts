import { describe, expect, it } from "vitest";
import { createCalendar, DEFAULT_WEEK } from "../calendar/calendar.ts";
import { firstMinuteOf, toEpochDay } from "../calendar/civil-date.ts";
import type { Allocation } from "../calendar/working-time.ts";
import { actualsOf, type WorkedCard, type WorkerTime, workedSoFar } from "./actuals.ts";

function workers(...allocations: Allocation[]): Map<string, WorkerTime> {
  return new Map([["jo", { calendar: createCalendar({ week: DEFAULT_WEEK }), allocations }]]);
}

/** 2026-05-11 is a Monday. */
function at(date: string, hour: number): number {
  return firstMinuteOf(toEpochDay(date)) + hour * 60;
}

function card(
  id: string,
  startedAt: number,
  doneAt: number | null,
  estimate: number | null = 240,
): WorkedCard {
  return { id, personId: "jo", projectId: "p1", estimate, startedAt, doneAt, booked: null };
}

function minutesOf(cards: readonly WorkedCard[], ...allocations: Allocation[]): Record<string, number> {
  return Object.fromEntries(
    actualsOf(cards, workers(...allocations)).map(({ cardId, actual }) => [cardId, actual]),
  );
}

describe("actualsOf", () => {
  it.each([
    ["within a day", at("2026-05-11", 9), at("2026-05-11", 12), 180],
    ["over a night", at("2026-05-11", 16), at("2026-05-12", 10), 120],
    ["over a weekend", at("2026-05-08", 16), at("2026-05-11", 10), 120],
  ])("counts the person's own working minutes %s", (_, startedAt, doneAt, minutes) => {
    expect(minutesOf([card("c1", startedAt, doneAt)])).toEqual({ c1: minutes });
  });

  it("shares the minutes over the cards that were in doing at the time", () => {
    const nine = at("2026-05-11", 9);
    expect(
      minutesOf([card("c1", nine, nine + 240), card("c2", nine + 120, nine + 360), card("c3", nine, null)]),
    ).toEqual({ c1: 60 + 40, c2: 40 + 60 });
  });

  it("takes what was written down before what the calendar says, and still shares the rest", () => {
    const nine = at("2026-05-11", 9);
    const written = { ...card("c1", nine, nine + 240), booked: 95 };
    expect(minutesOf([written, card("c2", nine, nine + 240)])).toEqual({ c1: 95, c2: 120 });
    expect(minutesOf([{ ...written, booked: 0 }])).toEqual({});
  });

  describe("by project", () => {
    const nine = at("2026-05-11", 9);
    const ours = card("ours", nine, nine + 240);
    const theirs = { ...card("theirs", nine, nine + 240), projectId: "p2" };
    const to = (projectId: string | null, percent: number, from = "2026-01-01"): Allocation => ({
      projectId,
      percent,
      from,
      to: null,
    });

    it.each([
      ["all of it where nothing is allocated", [ours], [], { ours: 240 }],
      ["half where half is spent elsewhere", [ours], [to(null, 50)], { ours: 120 }],
      ["a fifth where that is what it was given", [ours], [to("p1", 20)], { ours: 48 }],
      ["nothing of what begins later", [ours], [to(null, 50, "2026-05-12")], { ours: 240 }],
      ["each its own", [ours, theirs], [to("p1", 75), to("p2", 25)], { ours: 180, theirs: 60 }],
      ["in halves where both claim all", [ours, theirs], [], { ours: 120, theirs: 120 }],
      ["what is left, in parts", [ours, theirs], [to(null, 50)], { ours: 60, theirs: 60 }],
    ])("counts %s", (_, cards, allocations, minutes) => {
      expect(minutesOf(cards, ...allocations)).toEqual(minutes);
    });

    it("takes nothing from one project for a card of another that has its own share", () => {
      const shares = [to("p1", 50), to("p2", 50)];
      expect(minutesOf([ours], ...shares)).toEqual({ ours: 120 });
      expect(minutesOf([ours, theirs], ...shares)).toEqual({ ours: 120, theirs: 120 });
    });
  });

  it("leaves out what says nothing about estimates", () => {
    const nine = at("2026-05-11", 9);
    expect(minutesOf([card("short", nine, nine + 14)])).toEqual({});
    expect(minutesOf([card("long", at("2026-01-05", 9), at("2026-05-11", 9))])).toEqual({});
    expect(minutesOf([card("unsaid", nine, nine + 60, null)])).toEqual({});
    expect(actualsOf([{ ...card("c1", nine, nine + 60), personId: "gone" }], workers())).toEqual([]);
  });

  it("answers in the order in which cards were done, whatever order they come in", () => {
    const nine = at("2026-05-11", 9);
    const cards = [
      card("b", nine, nine + 120),
      card("a", nine + 240, nine + 300),
      card("c", nine, nine + 60),
    ];
    expect(actualsOf(cards, workers()).map(({ cardId }) => cardId)).toEqual(["c", "b", "a"]);
    expect(actualsOf(cards.toReversed(), workers())).toEqual(actualsOf(cards, workers()));
  });
});

describe("workedSoFar", () => {
  const nine = at("2026-05-11", 9);
  const soFar = (cards: readonly WorkedCard[], until: number) =>
    Object.fromEntries(workedSoFar(cards, workers(), until));

  it("counts what has gone into open cards until a moment, shared like that of finished ones", () => {
    const cards = [card("c1", nine, null), card("c2", nine, nine + 120), card("c3", nine + 240, null)];
    expect(soFar(cards, nine + 240)).toEqual({ c1: 60 + 120 });
    expect(soFar(cards, at("2026-05-12", 0))).toEqual({ c1: 60 + 120 + 120, c3: 120 });
  });

  it("counts a card that is finished later as long as it was open", () => {
    expect(soFar([card("c1", nine, null), card("c2", nine, nine + 480)], nine + 60)).toEqual({ c1: 30 });
  });

  it("takes what was written down for an open card", () => {
    expect(soFar([{ ...card("c1", nine, null), booked: 30 }], nine + 240)).toEqual({ c1: 30 });
  });

  it("adds up what several people have put into a card", () => {
    const both = ["jo", "kim"].map((personId) => ({ ...card("c1", nine, null, null), personId }));
    const [jo] = workers().values();
    const known = new Map(["jo", "kim"].flatMap((id) => (jo ? [[id, jo] as const] : [])));
    expect(workedSoFar(both, known, nine + 60).get("c1")).toBe(120);
  });

  it("leaves out what nobody known does, what has just begun and what was forgotten", () => {
    const kim = { ...card("c1", nine, null), personId: "kim" };
    expect(soFar([kim], nine + 480)).toEqual({});
    expect(soFar([card("c1", nine, null)], nine)).toEqual({});
    expect(soFar([card("c1", nine, null)], at("2026-11-11", 9))).toEqual({});
  });
});

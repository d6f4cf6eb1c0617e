import { describe, expect, it } from "vitest";
import { createCalendar, DEFAULT_WEEK } from "../calendar/calendar.ts";
import { firstMinuteOf, toEpochDay } from "../calendar/civil-date.ts";
import { actualsOf, type WorkedCard, workedSoFar } from "./actuals.ts";

const CALENDARS = new Map([["jo", createCalendar({ week: DEFAULT_WEEK })]]);

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
  return { id, personId: "jo", estimate, startedAt, doneAt };
}

function minutesOf(cards: readonly WorkedCard[]): Record<string, number> {
  return Object.fromEntries(actualsOf(cards, CALENDARS).map(({ cardId, actual }) => [cardId, actual]));
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

  it("leaves out what says nothing about estimates", () => {
    const nine = at("2026-05-11", 9);
    expect(minutesOf([card("short", nine, nine + 14)])).toEqual({});
    expect(minutesOf([card("long", at("2026-01-05", 9), at("2026-05-11", 9))])).toEqual({});
    expect(minutesOf([card("unsaid", nine, nine + 60, null)])).toEqual({});
    expect(actualsOf([{ ...card("c1", nine, nine + 60), personId: "gone" }], CALENDARS)).toEqual([]);
  });

  it("answers in the order in which cards were done, whatever order they come in", () => {
    const nine = at("2026-05-11", 9);
    const cards = [
      card("b", nine, nine + 120),
      card("a", nine + 240, nine + 300),
      card("c", nine, nine + 60),
    ];
    expect(actualsOf(cards, CALENDARS).map(({ cardId }) => cardId)).toEqual(["c", "b", "a"]);
    expect(actualsOf(cards.toReversed(), CALENDARS)).toEqual(actualsOf(cards, CALENDARS));
  });
});

describe("workedSoFar", () => {
  const nine = at("2026-05-11", 9);
  const soFar = (cards: readonly WorkedCard[], until: number) =>
    Object.fromEntries(workedSoFar(cards, CALENDARS, until));

  it("counts what has gone into open cards until a moment, shared like that of finished ones", () => {
    const cards = [card("c1", nine, null), card("c2", nine, nine + 120), card("c3", nine + 240, null)];
    expect(soFar(cards, nine + 240)).toEqual({ c1: 60 + 120 });
    expect(soFar(cards, at("2026-05-12", 0))).toEqual({ c1: 60 + 120 + 120, c3: 120 });
  });

  it("counts a card that is finished later as long as it was open", () => {
    expect(soFar([card("c1", nine, null), card("c2", nine, nine + 480)], nine + 60)).toEqual({ c1: 30 });
  });

  it("leaves out what nobody known does, what has just begun and what was forgotten", () => {
    const kim = { ...card("c1", nine, null), personId: "kim" };
    expect(soFar([kim], nine + 480)).toEqual({});
    expect(soFar([card("c1", nine, null)], nine)).toEqual({});
    expect(soFar([card("c1", nine, null)], at("2026-11-11", 9))).toEqual({});
  });
});

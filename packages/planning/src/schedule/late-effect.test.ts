import { expect, test } from "vitest";
import { card, link, milestone, plan } from "../testing/plans.ts";
import { lateByADay } from "./late-effect.ts";

const m1 = milestone({ id: "m1", startOn: "2026-05-11", targetOn: "2026-05-15" });
const m2 = milestone({ id: "m2", startOn: "2026-05-18", targetOn: "2026-05-22" });
const m3 = milestone({ id: "m3", startOn: "2026-06-15", targetOn: "2026-06-19" });
const fair = { id: "f1", title: "Fair", on: "2026-05-22", milestoneId: "m2" };
const chain = plan({
  milestones: [m1, m2, m3],
  cards: [
    card({ id: "tight", milestoneId: "m1", dueOn: "2026-05-15" }),
    card({ id: "easy", milestoneId: "m1", dueOn: "2026-05-12" }),
    card({ id: "undated", milestoneId: "m1", dueOn: null }),
    card({ id: "alone", milestoneId: null, dueOn: "2026-05-12" }),
  ],
  links: [link({ from: "m1", to: "m2" })],
  fixedDates: [fair],
});
const missed = { fixedDateId: "f1", on: "2026-05-22", milestoneId: "m2", targetOn: "2026-05-25" };

test("a milestone that is late by a day moves what follows it, over the weekend, and names the fixed date that is missed", () => {
  expect(lateByADay(chain, { kind: "milestone", id: "m1" })).toEqual({
    moves: [{ milestoneId: "m2", targetOn: "2026-05-25" }],
    fixedDates: [missed],
    room: null,
  });
});

test("what nothing follows moves nothing", () => {
  expect(lateByADay(chain, { kind: "milestone", id: "m3" })).toEqual({
    moves: [],
    fixedDates: [],
    room: null,
  });
});

test("a card on its milestone's last day moves that milestone too", () => {
  expect(lateByADay(chain, { kind: "card", id: "tight" })?.moves).toEqual([
    { milestoneId: "m1", targetOn: "2026-05-18" },
    { milestoneId: "m2", targetOn: "2026-05-25" },
  ]);
});

test("a card before it has room", () => {
  expect(lateByADay(chain, { kind: "card", id: "easy" })).toEqual({
    moves: [],
    fixedDates: [],
    room: { milestoneId: "m1", days: 3 },
  });
});

test("nothing is said of what has no day, no milestone, or one that is closed", () => {
  expect(lateByADay(chain, { kind: "card", id: "undated" })).toBeNull();
  expect(lateByADay(chain, { kind: "card", id: "alone" })).toBeNull();
  expect(lateByADay(chain, { kind: "milestone", id: "no" })).toBeNull();
  const closed = { ...chain, milestones: [{ ...m1, state: "accepted" as const }, m2, m3] };
  expect(lateByADay(closed, { kind: "card", id: "tight" })).toBeNull();
  const circle = {
    ...chain,
    links: [link({ from: "m1", to: "m2" }), link({ id: "l2", from: "m2", to: "m1" })],
  };
  expect(lateByADay(circle, { kind: "milestone", id: "m1" })).toBeNull();
});

import { describe, expect, test } from "vitest";
import type { HealthReason } from "../health.ts";
import { TODAY } from "../testing/plans.ts";
import { codesOf, QUIET, warned } from "../testing/warnings.ts";
import { earlyWarnings, isInHealth } from "./early-warnings.ts";
import type { WarningCode, WarningFacts } from "./warning.ts";

const likely = (p50On: string, p80On = p50On) => new Map([["m1", { p50On, p80On }]]);
const asked = (dueOn: string | null, milestoneId: string | null = "m1") => ({
  clientItems: [{ id: "copy", kind: "approval" as const, milestoneId, dueOn }],
});
const before = (dueOn: string | null, id = "c9") => ({
  predecessors: [{ milestoneId: "m1", kind: "card" as const, id, dueOn }],
});
const work = (...list: [personId: string | null, minutes: number, milestoneId?: string][]) => ({
  work: list.map(([personId, minutes, milestoneId = "m1"]) => ({ milestoneId, personId, minutes })),
});
const earlier = warned({ id: "m0", targetOn: "2026-05-20" });
const later = warned({ id: "m2", targetOn: "2026-06-12" });

type Case = [string, Partial<WarningFacts>, boolean];

const CASES: [WarningCode, Case[]][] = [
  [
    "likely_late",
    [
      ["likely a day after the target", { forecasts: likely("2026-05-30") }, true],
      ["likely a month after", { forecasts: likely("2026-06-29") }, true],
      [
        "a phase too",
        { milestones: [warned(), warned({ id: "m2", parentId: "m1" })], forecasts: likely("2026-06-01") },
        true,
      ],
      ["likely on the target, safe after it", { forecasts: likely("2026-05-29", "2026-06-05") }, false],
      ["nothing forecast", {}, false],
      ["no target", { milestones: [warned({ targetOn: null })], forecasts: likely("2026-06-29") }, false],
      ["dropped", { milestones: [warned({ state: "dropped" })], forecasts: likely("2026-06-29") }, false],
    ],
  ],
  [
    "too_much_work",
    [
      ["one minute more than there is", work(["jo", 601]), true],
      [
        "with work for an earlier target",
        { milestones: [earlier, warned()], ...work(["jo", 400], ["jo", 400, "m0"]) },
        true,
      ],
      ["all together, some of it nobody's", work(["jo", 500], [null, 101]), true],
      ["just enough", work(["jo", 600]), false],
      [
        "with work for a later target",
        { milestones: [warned(), later], ...work(["jo", 400], ["jo", 200, "m2"]) },
        false,
      ],
      ["shared by two", work(["jo", 600], ["sam", 600]), false],
      ["past its target", { milestones: [warned({ targetOn: "2026-05-11" })], ...work(["jo", 999]) }, false],
      ["nobody works on it yet", work([null, 9_999]), false],
    ],
  ],
  [
    "predecessor_late",
    [
      ["a card that was due yesterday", before("2026-05-11"), true],
      [
        "a milestone that is likely late",
        {
          ...before("2026-05-20", "m0"),
          forecasts: new Map([["m0", { p50On: "2026-05-21", p80On: "2026-05-30" }]]),
        },
        true,
      ],
      [
        "one of two",
        { predecessors: [...before("2026-05-30").predecessors, ...before("2026-05-01", "c8").predecessors] },
        true,
      ],
      ["due today", before(TODAY), false],
      ["without a date", before(null), false],
      [
        "likely in time",
        {
          ...before("2026-05-20", "m0"),
          forecasts: new Map([["m0", { p50On: "2026-05-20", p80On: "2026-05-30" }]]),
        },
        false,
      ],
      [
        "of something reached",
        { milestones: [warned({ state: "accepted" })], ...before("2026-05-01") },
        false,
      ],
    ],
  ],
  [
    "no_activity",
    [
      ["ten working days", { milestones: [warned({ touchedOn: "2026-04-28" })] }, true],
      [
        "a month, not begun but due to",
        { milestones: [warned({ state: "agreed", touchedOn: "2026-04-10" })] },
        true,
      ],
      [
        "begun by hand, without a window",
        { milestones: [warned({ startOn: null, touchedOn: "2026-04-01" })] },
        true,
      ],
      ["nine working days", { milestones: [warned({ touchedOn: "2026-04-29" })] }, false],
      [
        "its window opens tomorrow",
        { milestones: [warned({ state: "agreed", startOn: "2026-05-13", touchedOn: "2026-04-01" })] },
        false,
      ],
      ["submitted", { milestones: [warned({ state: "submitted", touchedOn: "2026-04-01" })] }, false],
      [
        "the client has the next word",
        { milestones: [warned({ touchedOn: "2026-04-01" })], ...asked("2026-05-20") },
        false,
      ],
      [
        "a phase with a part that is alive",
        { milestones: [warned({ touchedOn: "2026-04-01" }), warned({ id: "m2", parentId: "m1" })] },
        false,
      ],
    ],
  ],
  [
    "client_overdue",
    [
      ["due yesterday", asked("2026-05-11"), true],
      ["a plan, which is no milestone's", asked("2026-05-01", null), true],
      [
        "of a milestone that is submitted",
        { milestones: [warned({ state: "submitted" })], ...asked("2026-05-08") },
        true,
      ],
      ["due today", asked(TODAY), false],
      ["no date was said", asked(null), false],
      [
        "of a milestone that is dropped",
        { milestones: [warned({ state: "dropped" })], ...asked("2026-05-01") },
        false,
      ],
    ],
  ],
  [
    "criteria_open",
    [
      ["the last fifth begins", { today: "2026-05-26" }, true],
      ["on the target", { today: "2026-05-29" }, true],
      ["past the target", { today: "2026-06-02" }, true],
      ["the day before the last fifth", { today: "2026-05-25" }, false],
      [
        "a window of two days, on its first",
        { today: TODAY, milestones: [warned({ startOn: TODAY, targetOn: "2026-05-13" })] },
        false,
      ],
      [
        "all answered",
        { today: "2026-05-28", milestones: [warned({ criteria: { open: 0, of: 3 } })] },
        false,
      ],
      ["submitted", { today: "2026-05-28", milestones: [warned({ state: "submitted" })] }, false],
      ["without a window", { today: "2026-05-28", milestones: [warned({ startOn: null })] }, false],
    ],
  ],
  [
    "review_missed",
    [
      [
        "yesterday",
        { reviews: { missedOn: "2026-05-11", skipped: 0, heldOn: null, silentDays: null } },
        true,
      ],
      [
        "skipped twice in a row",
        { reviews: { missedOn: null, skipped: 2, heldOn: "2026-04-20", silentDays: null } },
        true,
      ],
      [
        "skipped once and missed",
        { reviews: { missedOn: "2026-05-04", skipped: 1, heldOn: null, silentDays: null } },
        true,
      ],
      [
        "none for too long",
        { reviews: { missedOn: null, skipped: 0, heldOn: "2026-04-01", silentDays: 41 } },
        true,
      ],
      ["today still", { reviews: { missedOn: TODAY, skipped: 0, heldOn: null, silentDays: null } }, false],
      ["skipped once", { reviews: { missedOn: null, skipped: 1, heldOn: null, silentDays: null } }, false],
      [
        "no reviews are meant to be",
        { reviews: { missedOn: null, skipped: 0, heldOn: null, silentDays: null } },
        false,
      ],
    ],
  ],
  [
    "often_adjusted",
    [
      ["three times", { milestones: [warned({ adjusted: 3 })] }, true],
      ["seven times", { milestones: [warned({ adjusted: 7 })] }, true],
      ["a phase", { milestones: [warned({ adjusted: 4 }), warned({ id: "m2", parentId: "m1" })] }, true],
      ["twice", { milestones: [warned({ adjusted: 2 })] }, false],
      ["twice each of two", { milestones: [warned({ adjusted: 2 }), later] }, false],
      ["reached", { milestones: [warned({ state: "accepted", adjusted: 5 })] }, false],
    ],
  ],
];

describe.each(CASES)("%s", (code, cases) => {
  test.each(cases)("%s", (_, change, isWarned) => {
    expect(codesOf(change).includes(code)).toBe(isWarned);
    expect(codesOf({ ...change, paused: true })).toEqual([]);
  });
});

test("a warning carries the numbers of its sentence, and what to do about it", () => {
  const [overdue, late, waits, work, review] = earlyWarnings({
    ...QUIET,
    ...asked("2026-05-08"),
    ...before("2026-05-05"),
    forecasts: likely("2026-06-05", "2026-06-12"),
    work: [{ milestoneId: "m1", personId: "jo", minutes: 900 }],
    reviews: { missedOn: "2026-05-11", skipped: 1, heldOn: "2026-04-27", silentDays: null },
  });
  expect(overdue).toEqual({
    milestoneId: "m1",
    because: { code: "client_overdue", itemId: "copy", on: "2026-05-08", days: 4 },
    steps: [{ do: "remind_client", kind: "approval", itemId: "copy" }],
  });
  expect(late?.because).toEqual({ code: "likely_late", on: "2026-06-05", days: 7 });
  expect(late?.steps).toContainEqual({ do: "move_target", milestoneId: "m1", on: "2026-06-12" });
  expect(waits?.because).toMatchObject({ id: "c9", on: "2026-05-05", likelyOn: null, days: 7 });
  expect(work).toMatchObject({
    because: { personId: "jo", needed: 900, available: 600 },
    steps: [{ do: "relieve", personId: "jo" }],
  });
  expect(review).toMatchObject({
    milestoneId: null,
    because: { on: "2026-05-11", days: 1, skipped: 1, heldOn: "2026-04-27" },
  });
});

test("of one kind the earliest target comes first, and of several predecessors the latest is named", () => {
  const milestones = [later, warned(), earlier].map((one) => ({ ...one, adjusted: 3 }));
  expect(earlyWarnings({ ...QUIET, milestones }).map(({ milestoneId }) => milestoneId)).toEqual([
    "m0",
    "m1",
    "m2",
  ]);
  const predecessors = ["2026-05-08", "2026-05-04"].flatMap(
    (dueOn, i) => before(dueOn, `c${i}`).predecessors,
  );
  expect(earlyWarnings({ ...QUIET, predecessors })).toMatchObject([{ because: { id: "c1" } }]);
});

test.each([
  [
    "the date",
    { code: "likely_late", on: "2026-06-05", days: 7 },
    { code: "likely_late", on: "2026-06-05", days: 7 },
    true,
  ],
  [
    "the date that has passed",
    { code: "likely_late", on: "2026-06-05", days: 7 },
    { code: "overdue", days: 2 },
    true,
  ],
  [
    "what is waited for",
    { code: "client_overdue", itemId: "copy", on: "2026-05-08", days: 4 },
    { code: "client_item", id: "copy", days: 9 },
    true,
  ],
  [
    "something else that is waited for",
    { code: "client_overdue", itemId: "copy", on: "2026-05-08", days: 4 },
    { code: "client_item", id: "photos", days: 9 },
    false,
  ],
  [
    "only the safe date",
    { code: "likely_late", on: "2026-06-05", days: 7 },
    { code: "safe_date_late", on: "2026-06-12", days: 9 },
    false,
  ],
  ["nothing of it", { code: "often_adjusted", times: 3 }, { code: "overdue", days: 2 }, false],
] satisfies [string, Parameters<typeof isInHealth>[0], HealthReason, boolean][])(
  "the health word says it: %s",
  (_, because, reason, said) => {
    expect(isInHealth(because, [reason])).toBe(said);
  },
);

import fc from "fast-check";
import { expect, test } from "vitest";
import type { Plan } from "../plan.ts";
import { overbooked } from "../testing/overbooked.ts";
import { card, link, milestone, person } from "../testing/plans.ts";
import { feasibleDates } from "./feasible-dates.ts";
import type { Confidence } from "./plan-promise.ts";
import { forecastPlan } from "./plan-sampling.ts";

const cardsOf = (milestoneId: string, likely = 600) =>
  [1, 2, 3].map((n) => card({ id: `${milestoneId}-${n}`, milestoneId, likely, assigneeIds: ["jo"] }));

const chain = (change: Partial<Plan> = {}) =>
  overbooked({
    people: [person({ id: "jo" })],
    milestones: [
      milestone({ id: "m1", startOn: "2026-05-12", targetOn: "2026-05-14" }),
      milestone({ id: "m2", startOn: "2026-05-15", targetOn: "2026-05-18" }),
    ],
    cards: [...cardsOf("m1"), ...cardsOf("m2")],
    links: [link({ from: "m1", to: "m2" })],
    ...change,
  });

function dates(input: ReturnType<typeof chain>, confidence: Confidence = 80) {
  const result = feasibleDates(input, confidence);
  if (!result.ok) throw new Error(result.code);
  return result;
}

test("a window that follows another begins after the other's promise and holds its own", () => {
  const [first, second] = dates(chain()).dates;
  expect(first?.to.startOn).toBe("2026-05-12");
  expect((second?.to.startOn ?? "") > (first?.to.targetOn ?? "9999")).toBe(true);
  expect((second?.to.targetOn ?? "") > (second?.to.startOn ?? "9999")).toBe(true);
});

test("more certainty keeps more buffer", () => {
  const buffers = ([50, 80, 90] as const).map((sure) => dates(chain(), sure).dates[0]?.bufferDays ?? -1);
  expect(buffers[0]).toBe(0);
  expect(buffers[1]).toBeGreaterThan(0);
  expect(buffers[2]).toBeGreaterThanOrEqual(buffers[1] ?? 99);
});

test("a milestone with too few estimates keeps its date, and no beginning is invented", () => {
  const milestones = [
    milestone({ id: "m1", startOn: null, targetOn: null }),
    milestone({ id: "m2", startOn: null, targetOn: "2026-07-01" }),
  ];
  const found = dates(chain({ milestones, cards: cardsOf("m1"), links: [] }));
  expect(found.unknownIds).toEqual(["m2"]);
  expect(found.dates).toHaveLength(1);
  expect(found.dates[0]?.to.startOn).toBeNull();
  expect(found.dates[0]?.from.targetOn).toBeNull();
});

test("what nobody has time for is named and keeps its dates", () => {
  const found = dates(chain({ people: [person({ id: "jo", percent: 0 })] }));
  expect([found.neverIds, found.dates]).toEqual([["m1", "m2"], []]);
});

test("what waits for itself is refused", () => {
  const links = [link({ from: "m1", to: "m2" }), link({ id: "l2", from: "m2", to: "m1" })];
  expect(feasibleDates(chain({ links }), 80)).toMatchObject({ ok: false, code: "cycle" });
});

/** How sure each date is once the plan has been given those that were found. */
function chancesOfTaken(input: ReturnType<typeof chain>, confidence: Confidence) {
  const taken = new Map(dates(input, confidence).dates.map(({ milestoneId, to }) => [milestoneId, to]));
  const milestones = input.plan.milestones.map((one) => ({ ...one, ...taken.get(one.id) }));
  const again = forecastPlan({ ...input, plan: { ...input.plan, milestones } });
  if (!again.ok) throw new Error(again.code);
  return again.milestones.map((one) => (one.state === "forecast" ? one.chance : null));
}

function row(efforts: readonly number[], linked: boolean) {
  const ids = efforts.map((_, n) => `m${n}`);
  const made = chain({
    milestones: ids.map((id) => milestone({ id, startOn: linked ? "2026-05-12" : null, targetOn: null })),
    cards: efforts.flatMap((likely, n) => cardsOf(`m${n}`, likely)),
    links: linked ? ids.slice(1).map((id, n) => link({ id: `l${n}`, from: `m${n}`, to: id })) : [],
  });
  return { ...made, samples: 256 };
}

test("dates that were taken are kept: forecast again, each holds in at least that share of the futures", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 60, max: 2400 }), { minLength: 2, maxLength: 4 }),
      fc.constantFrom<Confidence>(50, 80, 90),
      fc.boolean(),
      (efforts, confidence, linked) => {
        for (const chance of chancesOfTaken(row(efforts, linked), confidence))
          expect(chance).toBeGreaterThanOrEqual(confidence / 100);
      },
    ),
    { numRuns: 40 },
  );
});

test("so they are in a row of thirty windows, each behind the one before", () => {
  const input = row(
    Array.from({ length: 30 }, (_, n) => 300 + ((n * 137) % 900)),
    true,
  );
  for (const chance of chancesOfTaken(input, 80)) expect(chance).toBeGreaterThanOrEqual(0.8);
  const windows = dates(input).dates.map(({ to }) => to);
  for (const [n, { startOn, targetOn }] of windows.entries()) {
    expect((startOn ?? "") <= targetOn).toBe(true);
    if (n > 0) expect((startOn ?? "") > (windows[n - 1]?.targetOn ?? "")).toBe(true);
  }
});

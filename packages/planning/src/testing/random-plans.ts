import fc from "fast-check";
import { addDays, toEpochDay } from "../calendar/civil-date.ts";
import type { LinkKind, Plan, PlanCard, PlanLink, PlanMilestone, PlanPerson } from "../plan.ts";
import { calendarSpecs } from "./calendars.ts";
import { card, client, link, milestone, person, plan, risk, TODAY } from "./plans.ts";

const PEOPLE = ["amara", "jo", "sam"];
const MILESTONES = ["m0", "m1", "m2"];

const someDate = fc.integer({ min: -5, max: 40 }).map((days) => addDays(TODAY, days));
const maybeDate = fc.option(someDate, { freq: 2 });

const people: fc.Arbitrary<PlanPerson[]> = fc.tuple(
  ...PEOPLE.map((id) =>
    fc
      .record({
        calendar: fc.option(calendarSpecs(toEpochDay(TODAY))),
        percent: fc.constantFrom(30, 50, 100),
      })
      .map((change) => person({ id, name: id, ...change })),
  ),
);

const milestones: fc.Arbitrary<PlanMilestone[]> = fc.tuple(
  ...MILESTONES.map((id) =>
    fc
      .record({
        startOn: maybeDate,
        targetOn: maybeDate,
        clientApproval: fc.boolean(),
        signOffDays: fc.option(fc.nat(4)),
      })
      .map((change) => milestone({ id, ...change })),
  ),
);

function cardsOf(n: number): fc.Arbitrary<PlanCard[]> {
  return fc.tuple(
    ...Array.from({ length: n }, (_, i) =>
      fc
        .record({
          likely: fc.integer({ min: 10, max: 2000 }),
          spread: fc.option(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 10, max: 40 }))),
          milestoneId: fc.option(fc.constantFrom(...MILESTONES), { freq: 5 }),
          assigneeIds: fc.subarray(PEOPLE, { maxLength: 2 }),
          priority: fc.nat(3),
          startOn: fc.option(someDate, { freq: 1 }),
          doneMinutes: fc.constantFrom(0, 0, 100, 3000),
          place: fc.constantFrom("todo", "todo", "doing", "outline", "done", "later"),
        })
        .map(({ spread, likely, ...change }) => {
          const [low, high] = spread ?? [null, null];
          return card({
            ...change,
            id: `c${i}`,
            position: `a${(i * 7) % 10}`,
            likely,
            low: low === null ? null : Math.floor((likely * low) / 10),
            high: high === null ? null : Math.floor((likely * high) / 10),
          });
        }),
    ),
  );
}

/** From lower to higher numbers, among cards and among milestones, so that there is no cycle. */
function linksOf(cards: number, lead: number, kinds: readonly LinkKind[]): fc.Arbitrary<PlanLink[]> {
  const ends = fc.oneof(
    fc
      .tuple(fc.nat(cards - 1), fc.nat(cards - 1))
      .map(([a, b]) => [`c${Math.min(a, b)}`, `c${Math.max(a, b)}`] as const),
    fc.constantFrom(["m0", "m1"] as const, ["m1", "m2"] as const),
  );
  const one = fc.record({
    ends,
    lagDays: fc.integer({ min: -lead, max: 3 }),
    kind: fc.constantFrom(...kinds),
  });
  return fc
    .array(one, { maxLength: 6 })
    .map((list) =>
      list
        .filter(({ ends: [from, to] }) => from !== to)
        .map(({ ends: [from, to], ...change }, i) => link({ id: `l${i}`, from, to, ...change })),
    );
}

/**
 * Plans with up to eight cards, three milestones and three people on their own calendars. A card whose milestone comes before that of its
 * predecessor can close a cycle: such plans are left to the caller. `lead`: the most days that a link may begin before its time.
 */
export function randomPlans({
  lead = 0,
  kinds = ["FS", "SS", "FF", "SF"],
}: {
  lead?: number;
  kinds?: readonly LinkKind[];
} = {}): fc.Arbitrary<Plan> {
  const cards = 8;
  return fc
    .record({
      calendar: calendarSpecs(toEpochDay(TODAY)),
      people,
      milestones,
      cards: cardsOf(cards),
      links: linksOf(cards, lead, kinds),
      chance: fc.integer({ min: 0, max: 100 }),
    })
    .map(({ chance, ...parts }) =>
      plan({ ...parts, startOn: null, client: client({ answerDays: 2 }), risks: [risk({ chance })] }),
    );
}

import fc from "fast-check";
import { createCalendar, DEFAULT_WEEK } from "../calendar/calendar.ts";
import { addWorkingDays } from "../calendar/working-days.ts";
import type { CheckId } from "../checks/finding.ts";
import type { Plan } from "../plan.ts";
import { card, client, contact, link, milestone, objective, person, plan, risk, TODAY } from "./plans.ts";

const calendar = createCalendar({ week: DEFAULT_WEEK });

/** A plan of up to eight milestones in a row with which nothing is wrong, whatever its sizes. */
export const cleanPlans: fc.Arbitrary<Plan> = fc
  .record({
    lengths: fc.array(fc.integer({ min: 5, max: 12 }), { minLength: 2, maxLength: 8 }),
    cards: fc.integer({ min: 2, max: 3 }),
    likely: fc.integer({ min: 121, max: 400 }),
    objectives: fc.integer({ min: 1, max: 2 }),
  })
  .map(({ lengths, cards, likely, objectives }) => {
    let startOn = TODAY;
    const objectiveIds = Array.from({ length: objectives }, (_, i) => `o${i}`);
    const milestones = lengths.map((length, i) => {
      const window = { startOn, targetOn: addWorkingDays(calendar, startOn, length - 1) };
      startOn = addWorkingDays(calendar, startOn, length);
      return milestone({
        id: `m${i}`,
        title: `Part ${i} approved`,
        ...window,
        objectiveIds,
      });
    });
    return plan({
      milestones,
      objectives: objectiveIds.map((id) => objective({ id })),
      cards: milestones.flatMap(({ id }) =>
        Array.from({ length: cards }, (_, i) => card({ id: `c-${id}-${i}`, milestoneId: id, likely })),
      ),
      links: milestones.slice(1).map(({ id }, i) => link({ id: `l${i}`, from: `m${i}`, to: id })),
      risks: [risk({ milestoneIds: ["m0"] })],
      fixedDates: [{ id: "f1", title: "Fair", on: addWorkingDays(calendar, startOn, 8), milestoneId: null }],
      adjustments: [{ id: "a1", milestoneId: "m0", field: "targetOn", told: true }],
    });
  });

function editFirst(on: Plan, change: Partial<Plan["milestones"][number]>): Plan {
  return { ...on, milestones: on.milestones.map((each, i) => (i === 0 ? { ...each, ...change } : each)) };
}

/** So many milestones inside a phase, all in the window of the first one and with nobody of the client to decide twice on a day. */
function crowdOn(on: Plan, count: number): Plan["milestones"] {
  const [first] = on.milestones;
  return Array.from({ length: count }, (_, i) =>
    milestone({
      id: `x${i}`,
      title: `Detail ${i} approved`,
      startOn: first?.startOn ?? null,
      targetOn: first?.targetOn ?? null,
      parentId: "m0",
      objectiveIds: ["o0"],
      clientApproval: false,
    }),
  );
}

/** One defect for each rule; some cannot come alone, because the lack of one thing is the lack of another. */
export const DEFECTS: readonly [CheckId, (on: Plan) => Plan][] = [
  ["L1", (on) => editFirst(on, { title: "Improve things" })],
  ["L2", (on) => editFirst(on, { targetOn: null })],
  ["L3", (on) => editFirst(on, { criteria: [] })],
  ["L4", (on) => editFirst(on, { objectiveIds: [] })],
  ["L5", (on) => ({ ...on, objectives: [...on.objectives, objective({ id: "o9" })] })],
  [
    "L7",
    (on) => ({
      ...on,
      people: [
        person({ id: "jo", name: "Jo" }),
        person({
          calendar: {
            week: DEFAULT_WEEK,
            daysOff: [{ from: on.milestones[0]?.targetOn ?? "", to: on.milestones[0]?.targetOn ?? "" }],
          },
        }),
      ],
    }),
  ],
  [
    "L8",
    (on) => ({
      ...on,
      milestones: [
        ...on.milestones,
        milestone({ id: "m9", startOn: null, targetOn: "2027-06-01", objectiveIds: ["o0"] }),
      ],
      cards: [...on.cards, card({ id: "c9", milestoneId: "m9" })],
    }),
  ],
  [
    "L9",
    (on) => ({
      ...on,
      cards: [
        ...on.cards.filter(({ milestoneId }) => milestoneId !== "m0"),
        card({ id: "c9", milestoneId: "m0", likely: 60 }),
      ],
    }),
  ],
  ["L10", (on) => editFirst(on, { outcome: "" })],
  ["L11", (on) => ({ ...on, contacts: [...on.contacts, contact({ id: "lee", role: null })] })],
  ["L12", (on) => ({ ...on, reviews: { everyDays: null, nextDueOn: null } })],
  ["L13", (on) => ({ ...on, links: on.links.map((each, i) => (i === 0 ? { ...each, lagDays: 1 } : each)) })],
  [
    "L14",
    (on) => ({
      ...on,
      calendar: { week: DEFAULT_WEEK, extraDays: [{ on: on.milestones[0]?.targetOn ?? "", intervals: [] }] },
    }),
  ],
  [
    "L15",
    (on) => ({
      ...on,
      fixedDates: on.fixedDates.map((each) => ({
        ...each,
        on: addWorkingDays(calendar, on.milestones.at(-1)?.targetOn ?? "", 1),
      })),
    }),
  ],
  ["L16", (on) => ({ ...on, adjustments: on.adjustments.map((each) => ({ ...each, told: false })) })],
  ["L17", (on) => ({ ...on, client: client({ askedForInput: false }) })],
  ["L18", (on) => ({ ...on, risks: on.risks.map((each) => ({ ...each, ownerId: null })) })],
  ["L19", (on) => editFirst(on, { title: "Write the texts" })],
  [
    "L20",
    (on) => ({
      ...on,
      milestones: [...on.milestones, ...crowdOn(on, 30)],
      cards: [
        ...on.cards,
        ...crowdOn(on, 30).map(({ id }) => card({ id: `c-${id}`, milestoneId: id, likely: 121 })),
      ],
    }),
  ],
  [
    "L21",
    (on) => ({
      ...on,
      milestones: on.milestones.slice(0, 1).flatMap((first) =>
        ["2026-05-29", "2026-06-30", "2026-07-31"].map((targetOn, i) => ({
          ...first,
          id: `m${i}`,
          startOn: TODAY,
          targetOn,
        })),
      ),
      cards: ["m0", "m1", "m2"].map((id) => card({ id: `c-${id}`, milestoneId: id, likely: 121 })),
      links: [],
      fixedDates: [],
    }),
  ],
  [
    "L22",
    (on) => ({
      ...on,
      cards: on.cards.map((each, i) =>
        i === 0 ? { ...each, dueOn: on.milestones[0]?.targetOn ?? "" } : each,
      ),
    }),
  ],
  ["L23", (on) => ({ ...on, cards: [...on.cards, card({ id: "c9", milestoneId: null })] })],
  [
    "L24",
    (on) => ({
      ...on,
      people: on.people.map((each) =>
        each.id === "jo"
          ? { ...each, calendar: { week: DEFAULT_WEEK, daysOff: [{ from: TODAY, to: TODAY }] } }
          : each,
      ),
      cards: on.cards.map((each, i) => (i === 0 ? { ...each, dueOn: TODAY } : each)),
    }),
  ],
  [
    "L25",
    (on) => ({
      ...on,
      cards: [
        ...on.cards,
        ...["x1", "x2"].map((id) =>
          card({ id, milestoneId: on.milestones.at(-1)?.id ?? null, likely: 480 * 300, place: "doing" }),
        ),
      ],
    }),
  ],
  [
    "L28",
    (on) => ({
      ...on,
      clientItems: [
        {
          id: "i1",
          kind: "request",
          title: "Photos",
          milestoneId: on.milestones.at(-1)?.id ?? "",
          askedOn: "2026-04-01",
          dueOn: "2026-04-10",
        },
      ],
    }),
  ],
  ["L26", (on) => ({ ...on, reviews: { ...on.reviews, everyDays: 30 } })],
  [
    "L27",
    (on) => ({
      ...on,
      cards: on.cards.map((each) =>
        each.milestoneId === "m0"
          ? {
              ...each,
              place: each.id.endsWith("-0") ? "doing" : "done",
              likely: each.id.endsWith("-0") ? 122 : 9000,
              touchedOn: "2026-04-01",
            }
          : each,
      ),
    }),
  ],
];

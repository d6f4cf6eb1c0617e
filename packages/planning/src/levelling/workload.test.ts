import { expect, test } from "vitest";
import { JO, MONDAY, overbooked } from "../testing/overbooked.ts";
import { card, link, milestone, person, plan } from "../testing/plans.ts";
import { workload } from "./workload.ts";

const { plan: jos } = overbooked();

function hours(cells: readonly { capacity: number; planned: number; over: number }[]) {
  return cells.map(({ capacity, planned, over }) => [capacity, planned, over].map((minutes) => minutes / 60));
}

test("part-time, leave and other projects leave too little for what is promised, in the week of the promise", () => {
  const { weeks, people } = workload([jos], [JO], MONDAY, 3);
  expect(weeks).toEqual(["2026-04-27", "2026-05-04", "2026-05-11"]);
  expect(hours(people[0]?.cells ?? [])).toEqual([
    [8, 8, 0],
    [4, 24, 20],
    [8, 0, 0],
  ]);
});

test("each cell holds its cards, with what of them is late", () => {
  const [, second] = workload([jos], [JO], MONDAY, 2).people[0]?.cells ?? [];
  expect(second?.cards).toEqual([
    { projectId: "p1", cardId: "c2", milestoneId: "m1", minutes: 480, late: 240 },
    { projectId: "p1", cardId: "c3", milestoneId: "m1", minutes: 480, late: 480 },
    { projectId: "p1", cardId: "c4", milestoneId: "m1", minutes: 480, late: 480 },
  ]);
});

test("work without a promise is planned for when there is time", () => {
  const free = { ...jos, milestones: [milestone({ startOn: MONDAY, targetOn: null })] };
  expect(hours(workload([free], [JO], MONDAY, 4).people[0]?.cells ?? [])).toEqual([
    [8, 8, 0],
    [4, 4, 0],
    [8, 8, 0],
    [8, 8, 0],
  ]);
});

test("what is overdue is wanted now", () => {
  const late = { ...jos, milestones: [milestone({ startOn: null, targetOn: "2026-04-20" })] };
  expect(hours(workload([late], [JO], MONDAY, 2).people[0]?.cells ?? [])).toEqual([
    [8, 32, 24],
    [4, 0, 0],
  ]);
});

test("the work of several projects adds up", () => {
  const sam = person();
  const one = plan({ startOn: null, people: [sam], cards: [card({ likely: 1440, assigneeIds: ["sam"] })] });
  const two = { ...one, projectId: "p2" };
  const [cell] = workload([one, two], [sam], "2026-05-20", 1).people[0]?.cells ?? [];
  expect(cell).toMatchObject({ weekOn: "2026-05-18", capacity: 1440, planned: 2880, over: 1440 });
  expect(cell?.cards.map(({ projectId }) => projectId)).toEqual(["p1", "p2"]);
});

test("a plan with a cycle is named and not counted", () => {
  const links = [link({ from: "c1", to: "c2" }), link({ id: "l2", from: "c2", to: "c1" })];
  const { cycles, people } = workload([{ ...jos, links }], [JO], MONDAY, 1);
  expect(cycles).toEqual(["p1"]);
  expect(people[0]?.cells).toMatchObject([{ planned: 0, cards: [] }]);
});

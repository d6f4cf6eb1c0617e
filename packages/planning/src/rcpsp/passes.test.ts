import fc from "fast-check";
import { expect, test } from "vitest";
import { asRcpsp, projects } from "../testing/projects.ts";
import { createPasses, emptyMember, OTHER } from "./passes.ts";

test("justifying never makes a schedule longer, there or back", () => {
  fc.assert(
    fc.property(projects(12), (data) => {
      const rcpsp = asRcpsp(data);
      const passes = createPasses(rcpsp);
      passes.lists.forward.set(rcpsp.order);
      let before = passes.whole("forward");
      for (let i = 0; i < 4; i++) {
        const after = passes.whole(OTHER[before.direction]);
        expect(after.makespan).toBeLessThanOrEqual(before.makespan);
        before = after;
      }
    }),
  );
});

/** A project, a member from its order, and a list that is the member's up to a position and behind it as the activities are numbered. */
const variations = projects(12).chain((data) =>
  fc.tuple(fc.constant(data), fc.nat(data.durations.length - 1)).map(([data, from]) => {
    const rcpsp = asRcpsp(data);
    const passes = createPasses(rcpsp);
    const member = emptyMember(rcpsp.count);
    passes.lists.forward.set(rcpsp.order);
    passes.keep(passes.whole("forward"), member);
    const kept = member.lists.forward.subarray(0, from);
    const list = [...kept, ...[...rcpsp.order].filter((activity) => !kept.includes(activity))];
    passes.lists.forward.set(list);
    const { makespan, finishes } = passes.whole("forward");
    passes.lists.forward.set(list);
    return { rcpsp, passes, member, from, list, whole: { makespan, finishes: [...finishes] } };
  }),
);

test("a variation is the schedule that a whole pass over its list makes, unless it is not worth it", () => {
  fc.assert(
    fc.property(variations, ({ rcpsp, passes, member, from, whole }) => {
      const variation = passes.variation(member, from, rcpsp.count);
      expect([...variation.finishes]).toEqual(whole.finishes);
      expect(variation.placed).toBe(rcpsp.count - from);
      if (variation.makespan > 0) expect(variation.makespan).toBe(whole.makespan);
      else if (whole.finishes.some((finish, activity) => finish !== member.finishes[activity]))
        expect(whole.finishes.some((finish, activity) => finish > (member.finishes[activity] ?? 0))).toBe(
          true,
        );
    }),
  );
});

test("a pass is given up when it would end too late, and only then", () => {
  fc.assert(
    fc.property(variations, fc.integer({ min: -9, max: 3 }), ({ rcpsp, passes, list, whole }, more) => {
      const pass = passes.whole("forward", whole.makespan + more);
      expect(pass.makespan).toBe(more < 0 ? 0 : whole.makespan);
      if (more >= 0) expect(pass.placed).toBe(rcpsp.count);
      for (const activity of list.slice(0, pass.placed))
        expect(pass.finishes[activity]).toBe(whole.finishes[activity]);
    }),
  );
});

test("a variation that ends too late is given up and counts what it placed", () => {
  fc.assert(
    fc.property(variations, ({ rcpsp, passes, member, from, whole }) => {
      const { makespan, placed } = passes.variation(member, from, rcpsp.count, whole.makespan - 1);
      expect(makespan).toBe(0);
      expect(placed).toBeGreaterThan(0);
      expect(placed).toBeLessThanOrEqual(rcpsp.count - from);
    }),
  );
});

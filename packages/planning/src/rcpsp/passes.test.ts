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

test("a variation is the schedule that a whole pass over its list makes", () => {
  const cases = projects(12).chain((data) => fc.tuple(fc.constant(data), fc.nat(data.durations.length - 1)));
  fc.assert(
    fc.property(cases, ([data, from]) => {
      const rcpsp = asRcpsp(data);
      const passes = createPasses(rcpsp);
      const member = emptyMember(rcpsp.count);
      passes.lists.forward.set(rcpsp.order);
      passes.keep(passes.whole("forward"), member);
      // Another order behind `from`: the activities as they were numbered, not as they started.
      const kept = member.lists.forward.subarray(0, from);
      const list = [...kept, ...[...rcpsp.order].filter((activity) => !kept.includes(activity))];
      passes.lists.forward.set(list);
      const whole = passes.whole("forward");
      const { makespan, finishes } = { makespan: whole.makespan, finishes: [...whole.finishes] };
      passes.lists.forward.set(list);
      const variation = passes.variation(member, from, rcpsp.count);
      expect([...variation.finishes]).toEqual(finishes);
      if (variation.makespan === 0) expect(finishes).toEqual([...member.finishes]);
      else expect(variation).toMatchObject({ makespan, placed: rcpsp.count - from });
    }),
  );
});

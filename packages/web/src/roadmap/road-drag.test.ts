import { describe, expect, it } from "vitest";
import { dateTrial, tryDates } from "../lib/date-effect.ts";
import { aLink, aMilestone, aPlan } from "../testing/plan.ts";
import { draggedTo, nudged } from "./road-drag.ts";

const first = aMilestone("m1", { startOn: "2026-06-01", targetOn: "2026-06-12" });
const second = aMilestone("m2", { startOn: "2026-06-15", targetOn: "2026-06-26" });
const trial = dateTrial(
  aPlan([first, second], {
    dependencies: [aLink("m1", "m2")],
    fixedDates: [{ id: "f1", title: "Fair", onDate: "2026-06-30", revision: 1 }],
  }),
);

describe("dragging", () => {
  it.each([
    ["target", 3, { targetOn: "2026-06-15" }],
    ["start", -2, { startOn: "2026-05-30" }],
    ["window", 7, { startOn: "2026-06-08", targetOn: "2026-06-19" }],
  ] as const)("the %s by %i days", (grip, days, dates) => {
    expect(draggedTo(trial, first, grip, days)).toEqual(dates);
  });

  it("does nothing where there is no such date", () => {
    expect(draggedTo(trial, { startOn: null, targetOn: "2026-06-12" }, "start", 3)).toBeNull();
    expect(nudged(trial, { startOn: null, targetOn: null }, 1)).toBeNull();
  });

  it("nudges over the weekend to the next working day", () => {
    expect(nudged(trial, first, 1)).toEqual({ targetOn: "2026-06-15" });
    expect(nudged(trial, first, -1)).toEqual({ targetOn: "2026-06-11" });
  });
});

describe("consequences", () => {
  it("names what follows and which outside date is missed", () => {
    const { sentences, refusal } = tryDates(trial, "m1", { targetOn: "2026-06-19" });
    expect(refusal).toBeNull();
    expect(sentences).toHaveLength(3);
    expect(sentences[0]).toMatch(/^M1 → .*\(5 working days later\)$/);
    expect(sentences[1]).toMatch(/^M2 → /);
    expect(sentences[2]).toMatch(/^after “Fair” on /);
  });

  it("says which milestone forbids a date", () => {
    expect(tryDates(trial, "m2", { startOn: "2026-06-08" }).refusal).toMatch(
      /^Not before .*“Stone 1 agreed”\.$/,
    );
    expect(tryDates(trial, "m1", { targetOn: "2026-05-20" }).refusal).toMatch(/end before it starts/);
  });

  it("mentions a day on which nobody works", () => {
    expect(tryDates(trial, "m2", { targetOn: "2026-06-27" }).sentences.join()).toMatch(
      /is not a working day/,
    );
  });
});

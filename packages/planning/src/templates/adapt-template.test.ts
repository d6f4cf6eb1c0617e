import fc from "fast-check";
import { expect, it } from "vitest";
import { adaptTemplate } from "./adapt-template.ts";
import { BUILT_IN_TEMPLATES } from "./built-in/built-in.ts";
import { marketingStrategy } from "./built-in/en/marketing-strategy.ts";
import { productLaunch } from "./built-in/en/product-launch.ts";
import type { Template } from "./template.ts";

const all = (template: Template) => template.milestones.map(({ key }) => ({ key }));
const days = (template: Template) =>
  template.milestones.map(({ key, startDay, targetDay }) => [key, startDay, targetDay]);

it.each(Object.values(BUILT_IN_TEMPLATES))("keeps $name whole when all is kept", (template) => {
  expect(adaptTemplate(template, all(template))).toEqual(template);
});

it("closes up over a dropped milestone and links across it", () => {
  const adapted = adaptTemplate(marketingStrategy, [{ key: "research" }, { key: "plan" }, { key: "report" }]);
  expect(days(adapted)).toEqual([
    ["research", 0, 19],
    ["plan", 20, 34],
    ["report", 35, 54],
  ]);
  expect(adapted.links.map(({ from, to }) => [from, to])).toEqual([
    ["research", "plan"],
    ["plan", "report"],
  ]);
});

it("moves what begins after a longer window, and leaves what runs beside it", () => {
  const adapted = adaptTemplate(
    productLaunch,
    all(productLaunch).map((choice) => (choice.key === "media" ? { ...choice, days: 20 } : choice)),
  );
  expect(days(adapted)).toEqual([
    ["story", 0, 9],
    ["media", 10, 29],
    ["press", 10, 39],
    ["web", 15, 44],
    ["launch", 45, 49],
    ["results", 50, 69],
  ]);
});

it("gives a milestone another title", () => {
  const [first] = adaptTemplate(marketingStrategy, [{ key: "plan", title: "Plan signed" }]).milestones;
  expect(first).toMatchObject({ title: "Plan signed", startDay: 0, targetDay: 14 });
});

it("drops the fixed date with its milestone", () => {
  const kept = all(productLaunch).filter(({ key }) => key !== "launch");
  expect(adaptTemplate(productLaunch, kept).fixedDate).toBeNull();
});

it("keeps each kept window's length and order, whatever is dropped", () => {
  fc.assert(
    fc.property(
      fc
        .constantFrom(...Object.values(BUILT_IN_TEMPLATES))
        .chain((template) => fc.tuple(fc.constant(template), fc.subarray(all(template), { minLength: 1 }))),
      ([template, choices]) => {
        const { milestones, links } = adaptTemplate(template, choices);
        const keys = new Set(milestones.map(({ key }) => key));
        expect(Math.min(...milestones.map(({ startDay }) => startDay ?? 0))).toBe(0);
        for (const { key, startDay, targetDay } of milestones) {
          const before = template.milestones.find((each) => each.key === key);
          const span = (before?.targetDay ?? 0) - (before?.startDay ?? 0);
          expect((targetDay ?? 0) - (startDay ?? 0)).toBeLessThanOrEqual(span);
        }
        expect(links.every(({ from, to }) => keys.has(from) && keys.has(to) && from !== to)).toBe(true);
        for (const { from, to } of links) {
          const end = milestones.find(({ key }) => key === from)?.targetDay ?? 0;
          expect(milestones.find(({ key }) => key === to)?.startDay).toBeGreaterThan(end);
        }
      },
    ),
  );
});

import { expect, it } from "vitest";
import { outlineItems, outlineLine } from "./outline-line.ts";

const PEOPLE = [
  { id: "jo", name: "Jo Lindqvist" },
  { id: "ana", name: "Ana Silva" },
  { id: "anton", name: "Anton Weiß" },
];

it.each([
  ["Design approved", ["Design approved", null, null]],
  ["Design approved 12 jun", ["Design approved", "2026-06-12", null]],
  ["Design approved @jo 2026-07-01", ["Design approved", "2026-07-01", "jo"]],
  ["Design approved +2w @silva", ["Design approved", "2026-06-15", "ana"]],
  ["Report read by @an", ["Report read by @an", null, null]],
  ["12 jun", ["12 jun", null, null]],
  ["Friday talks held on mon", ["Friday talks held on", "2026-06-01", null]],
  ["  Launch  ", ["Launch", null, null]],
])("%s", (typed, [title, targetOn, ownerId]) => {
  expect(outlineLine(typed, PEOPLE, "2026-06-01")).toEqual({ title, targetOn, ownerId });
});

it("puts what is indented below the milestone above it", () => {
  const lines = [
    { text: "Design approved 12 jun @jo", inside: false },
    { text: "Draw the home page", inside: true },
    { text: "Site live", inside: false },
  ];
  expect(outlineItems(lines, PEOPLE, "2026-06-01")).toEqual([
    { title: "Design approved", targetOn: "2026-06-12", ownerId: "jo", activities: ["Draw the home page"] },
    { title: "Site live", targetOn: null, ownerId: null, activities: [] },
  ]);
});

import { expect, test } from "vitest";
import { sayIn } from "../words/say.ts";
import type { ClientChange } from "./client-diff.ts";
import { draftText, reachedDays } from "./publication-words.ts";

const today = "2026-06-01";
const change = (number: number, title: string, how: ClientChange["change"], to: string): ClientChange => ({
  kind: "milestone",
  id: `m${number}`,
  number,
  title,
  change: how,
  fields: [
    { field: "targetOn", from: how === "added" ? null : "2026-05-04", to, workingDays: 1, calendarDays: 1 },
  ],
});
const reached = reachedDays([
  { id: "m1", state: "accepted", reachedOn: "2026-05-28" },
  { id: "m2", state: "active", reachedOn: "2026-05-12" },
]);

test("a milestone that is reached is told with its day, not with the one that was aimed at", () => {
  const changes = [
    change(1, "Brief agreed", "added", "2026-05-08"),
    change(2, "Launch", "added", "2026-06-26"),
  ];
  expect(draftText(sayIn("en"), { first: true, changes, reached, today })).toBe(
    "Here is our plan with 2 milestones.\n\n- M1 Brief agreed: reached on Thu 28 May.\n- M2 Launch: Fri 26 Jun.",
  );
  expect(draftText(sayIn("de"), { first: true, changes, reached, today })).toContain(
    "M1 Brief agreed: erreicht, Do, 28. Mai",
  );
});

test("a target that moved behind its back is no news of it", () => {
  const changes = [change(1, "Brief agreed", "changed", "2026-05-08")];
  expect(draftText(sayIn("en"), { first: false, changes, reached, today })).toBe(
    "We adjusted M1 Brief agreed.",
  );
});

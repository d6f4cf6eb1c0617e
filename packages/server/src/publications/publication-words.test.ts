import { expect, test } from "vitest";
import { sayIn } from "../words/say.ts";
import type { ClientChange } from "./client-diff.ts";
import { reachedDays } from "./news.ts";
import { draftText } from "./publication-words.ts";

const today = "2026-06-01";
const quiet = { newlyReached: [], notes: [], adjustments: [], decided: [], asks: [], review: null, today };
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
  expect(draftText(sayIn("en"), { first: true, changes, reached, ...quiet })).toBe(
    "Here is our plan with 2 milestones.\n\n- M1 Brief agreed: reached on Thu 28 May.\n- M2 Launch: Fri 26 Jun.",
  );
  expect(draftText(sayIn("de"), { first: true, changes, reached, ...quiet })).toContain(
    "M1 Brief agreed: erreicht, Do, 28. Mai",
  );
});

test("a target that moved behind its back is no news of it", () => {
  const changes = [change(1, "Brief agreed", "changed", "2026-05-08")];
  expect(draftText(sayIn("en"), { first: false, changes, reached, ...quiet })).toBe(
    "We adjusted M1 Brief agreed.",
  );
});

test("a forecast that drifts by itself is not told as an adjustment of ours", () => {
  const field = {
    field: "expectedByOn",
    from: "2026-06-12",
    to: "2026-06-16",
    workingDays: 2,
    calendarDays: 4,
  };
  const changes = [{ ...change(3, "Content ready", "changed", "2026-06-12"), fields: [field] }];
  expect(draftText(sayIn("en"), { first: false, changes, reached, ...quiet })).toBe("We updated the plan.");
});

test("what was reached and decided, what is needed and the next look follow the dates, in the reader's language", () => {
  const news = {
    ...quiet,
    first: false,
    changes: [change(3, "Content ready", "changed", "2026-06-12")],
    reached,
    newlyReached: ["M1 Brief agreed"],
    notes: [
      { milestone: "M3 Content ready", words: "The printer came late." },
      { milestone: null, words: "We look at the rest on Friday." },
    ],
    decided: [{ title: "Home page", outcome: "approved" }],
    asks: [{ title: "Photos", dueOn: "2026-06-05" }],
    review: { dueOn: "2026-06-08", clientPart: true },
  };
  expect(draftText(sayIn("en"), news).split("\n").slice(2)).toEqual([
    "- M3 Content ready: Mon 4 May → Fri 12 Jun.",
    "",
    "M3 Content ready: The printer came late.",
    "",
    "We look at the rest on Friday.",
    "",
    "Reached: M1 Brief agreed.",
    "",
    "Decided: Home page: Approved.",
    "",
    "What we need from you:",
    "",
    "- Photos, by Fri 5 Jun",
    "",
    "Next review: Mon 8 Jun.",
  ]);
  expect(draftText(sayIn("de"), news)).toContain("Was wir von Ihnen brauchen:\n\n- Photos, bis Fr, 5. Juni");
  expect(
    draftText(sayIn("en"), { ...news, review: { dueOn: "2026-06-08", clientPart: false } }),
  ).not.toContain("review");
});

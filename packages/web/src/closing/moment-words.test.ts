import { expect, test } from "vitest";
import { momentSentence } from "./moment-words.ts";
import type { Moment } from "./moments.api.ts";

const moment: Moment = {
  milestoneId: "m1",
  ref: "ACME-M1",
  title: "Brief agreed",
  by: "Dana Reyes",
  reachedOn: "2026-05-06",
  agreedOn: "2026-05-08",
  before: null,
  next: null,
  isLast: false,
  payment: null,
  mayThank: false,
};

test.each([
  ["2 days early", { agreedOn: "2026-05-08" }],
  ["1 day early", { agreedOn: "2026-05-07" }],
  ["on the agreed day", { agreedOn: "2026-05-06" }],
  ["3 days after the agreed day", { agreedOn: "2026-05-03" }],
])("who accepted it and when: %s", (timing, change) => {
  expect(momentSentence({ ...moment, ...change })).toMatch(
    new RegExp(`^Accepted by Dana Reyes on Wed [^,]*, ${timing}\\.$`),
  );
});

test("what is not known is left out", () => {
  expect(momentSentence({ ...moment, by: null, agreedOn: null })).toMatch(/^Accepted on Wed [^,]*\.$/);
});

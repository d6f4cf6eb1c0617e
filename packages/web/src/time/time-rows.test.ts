import { expect, test } from "vitest";
import type { TimeEntry } from "./time.api.ts";
import { rowsOf } from "./time-rows.ts";

const card = (ref: string) => ({ id: ref, ref, title: `Card ${ref}` });
const entry = (id: string, ref: string, onDate: string, minutes: number, personId = "jo"): TimeEntry => ({
  ...{ id, personId, onDate, minutes, note: "", revision: 1 },
  cardId: ref,
  card: card(ref),
  project: { id: "p1", key: "ACME", name: "Acme site" },
});

test("a week is a line a card and person, and wanted cards stand there before anything is written", () => {
  const entries = [
    entry("a", "ACME-10", "2026-03-02", 30),
    entry("b", "ACME-2", "2026-03-08", 60),
    entry("c", "ACME-10", "2026-03-02", 15),
    entry("d", "ACME-2", "2026-03-03", 20, "kim"),
  ];
  const wanted = [card("ACME-3"), card("ACME-2")];
  const rows = rowsOf(entries, { monday: "2026-03-02", wanted, me: "jo" });
  expect(rows.map(({ key, minutes }) => [key, minutes])).toEqual([
    ["ACME-2 jo", 60],
    ["ACME-2 kim", 20],
    ["ACME-3 jo", 0],
    ["ACME-10 jo", 45],
  ]);
  expect(rows[0]?.days.map((day) => day.length)).toEqual([0, 0, 0, 0, 0, 0, 1]);
  expect(rows[3]?.days[0]?.map(({ id }) => id)).toEqual(["a", "c"]);
});

test("time on a card that one does not see any more has its line, the last one", () => {
  const left = { ...entry("e", "BAKER-1", "2026-03-02", 90), card: null, project: null };
  const rows = rowsOf([left, entry("a", "ACME-10", "2026-03-02", 30)], {
    monday: "2026-03-02",
    wanted: [],
    me: "jo",
  });
  expect(rows.map(({ card: named, minutes }) => [named?.ref, minutes])).toEqual([
    ["ACME-10", 30],
    [undefined, 90],
  ]);
});

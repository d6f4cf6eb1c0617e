import { expect, test } from "vitest";
import { roadEnds } from "./stones.ts";

test("roads show what is near, however far one project reaches", () => {
  expect(roadEnds(["2018-03-01", "2026-05-20", "2031-12-31"], "2026-06-01")).toEqual({
    from: "2026-04-01",
    to: "2026-12-01",
  });
  expect(roadEnds(["2026-05-20", "2026-08-01"], "2026-06-01")).toEqual({
    from: "2026-05-20",
    to: "2026-08-01",
  });
});

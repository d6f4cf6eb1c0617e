import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { fakeApi } from "../testing/fake-api.ts";
import { acme } from "../testing/people.ts";
import { aLink, aMilestone, aPlan } from "../testing/plan.ts";
import { renderPage } from "../testing/render-page.tsx";
import { PlanPage } from "./plan.page.tsx";

const plan = aPlan(
  [
    aMilestone("m1", { startOn: "2026-06-01", targetOn: "2026-06-12" }),
    aMilestone("m2", { startOn: "2026-06-15", targetOn: "2026-06-19" }),
    aMilestone("m3", { targetOn: "2026-07-31" }),
  ],
  {
    dependencies: [aLink("m1", "m2")],
    fixedDates: [{ id: "f1", title: "Fair", onDate: "2026-07-10", revision: 1 }],
  },
);

it("counts back from a day from outside, shows old and new, and applies what was shown", async () => {
  const asked = fakeApi({
    [`GET /projects/${acme.id}/plan`]: plan,
    [`GET /projects/${acme.id}/people`]: { items: [], nextCursor: null },
    "POST /milestones/m2/computed-back": { eventId: "e1", changes: [] },
  });
  renderPage(PlanPage, { path: "/p/$projectKey/plan", at: "/p/acme/plan" });
  fireEvent.click(await screen.findByRole("button", { name: "Count back from here…" }));
  const moves = await screen.findByRole("table", { name: "What moves" });
  expect(
    within(moves)
      .getAllByRole("row")
      .slice(1)
      .map((row) => row.textContent),
  ).toEqual([
    expect.stringMatching(/^M2 .*19.*3.*10 working days later/),
    expect.stringMatching(/^M1 .*12.*26.*10 working days later/),
  ]);
  fireEvent.click(screen.getByRole("button", { name: "Move these dates" }));
  await waitFor(() => expect(asked.some(({ method }) => method === "POST")).toBe(true));
  expect(asked.find(({ method }) => method === "POST")?.body).toMatchObject({
    on: "2026-07-03",
    moves: [
      { milestoneId: "m2", startOn: "2026-06-29", targetOn: "2026-07-03" },
      { milestoneId: "m1", startOn: "2026-06-15", targetOn: "2026-06-26" },
    ],
  });
});

import { fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it } from "vitest";
import { listenForKeys } from "../lib/keyboard.ts";
import { aBoard } from "../testing/board.ts";
import { fakeApi } from "../testing/fake-api.ts";
import { acme } from "../testing/people.ts";
import { aLink, aMilestone, aPlan } from "../testing/plan.ts";
import { renderPage } from "../testing/render-page.tsx";
import { RoadmapPage } from "./roadmap.page.tsx";

let stopKeys: () => void;
beforeEach(() => {
  stopKeys = listenForKeys();
});
afterEach(() => stopKeys());

const plan = aPlan(
  [
    aMilestone("m1", { startOn: "2026-06-01", targetOn: "2026-06-12" }),
    aMilestone("m2", { startOn: "2026-06-15", targetOn: "2026-06-26" }),
  ],
  { dependencies: [aLink("m1", "m2")] },
);

function open(at: string, shown = plan) {
  const asked = fakeApi({
    [`GET /projects/${acme.id}/plan`]: shown,
    "GET /plan-versions/v2": secondVersion,
    [`GET /projects/${acme.id}/board`]: aBoard([]),
    [`GET /projects/${acme.id}/people`]: { items: [], nextCursor: null },
    "POST /milestones/m1/date-change": { eventId: "e1", changes: [] },
    [`POST /projects/${acme.id}/date-changes/undo`]: { eventId: "e2", changes: [] },
  });
  return { asked, ...renderPage(RoadmapPage, { path: "/p/$projectKey/roadmap", at }) };
}

const versions = [
  { id: "v2", n: 2, reason: "After the slip", at: "2026-05-20T10:00:00Z", approved: false },
  { id: "v1", n: 1, reason: "Agreed", at: "2026-05-04T10:00:00Z", approved: false },
];
const measured = aPlan(
  [
    aMilestone("m1", {
      startOn: "2026-06-01",
      targetOn: "2026-06-12",
      baseline: { startOn: "2026-06-01", targetOn: "2026-06-09", slipDays: 3, slipCalendarDays: 3 },
    }),
  ],
  { baseline: versions[1] ?? null, baselines: versions },
);
const secondVersion = { ...versions[0], plan: { milestones: [{ id: "m1", targetOn: "2026-06-15" }] } };

it("measures against the baseline, another one when it is chosen, or none", async () => {
  const { router } = open("/p/acme/roadmap?view=table", measured);
  const table = await screen.findByRole("table", { name: "Milestones by objective" });
  expect(table.textContent).toContain("+3 d");
  fireEvent.click(screen.getByRole("button", { name: /^Baseline 1/ }));
  fireEvent.click(await screen.findByRole("menuitem", { name: /^Baseline 2 .*After the slip/ }));
  await waitFor(() => expect(table.textContent).toContain("−1 d"));
  expect(router.state.location.search).toMatchObject({ base: 2 });
  fireEvent.click(screen.getByRole("checkbox", { name: "Baseline" }));
  await waitFor(() => expect(table.textContent).not.toContain("−1 d"));
});

const changes = (asked: { path: string; method: string; body: unknown }[]) =>
  asked.filter(({ method }) => method === "POST");

it("tries a date with the keys, moves on Enter, and undoes", async () => {
  const { asked } = open("/p/acme/roadmap?view=road&at=M1");
  const row = await screen.findByRole("link", { name: "M1 Stone 1 agreed" });
  fireEvent.keyDown(row, { key: "ArrowRight", shiftKey: true });
  expect(await screen.findByText(/^M1 → .*15.*; M2 → .*29.*later\)$/)).toBeTruthy();
  expect(changes(asked)).toEqual([]);
  fireEvent.keyDown(row, { key: "Enter" });
  await waitFor(() => expect(changes(asked)).toHaveLength(1));
  expect(changes(asked)[0]?.body).toEqual({
    targetOn: "2026-06-15",
    expected: { startOn: "2026-06-01", targetOn: "2026-06-12" },
  });
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => expect(changes(asked)[1]?.body).toEqual({ eventId: "e1" }));
});

it("leaves the date alone on Escape", async () => {
  const { asked } = open("/p/acme/roadmap?view=road&at=M1");
  const row = await screen.findByRole("link", { name: "M1 Stone 1 agreed" });
  fireEvent.keyDown(row, { key: "ArrowRight", shiftKey: true });
  await screen.findByText(/^M1 → .*later\)$/);
  fireEvent.keyDown(row, { key: "Escape" });
  await waitFor(() => expect(screen.queryByText(/^M1 → .*later\)$/)).toBeNull());
  expect(changes(asked)).toEqual([]);
});

it("tells the same as a table", async () => {
  open("/p/acme/roadmap?view=table");
  const table = await screen.findByRole("table", { name: "Milestones by objective" });
  expect(table.textContent).toContain("M2 Stone 2 agreed");
  expect(table.textContent).toContain("Stone m1");
});

import { fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeApi } from "../testing/fake-api.ts";
import { acme } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import { overview, stone } from "../testing/roads.ts";
import { OverviewPage } from "./overview.page.tsx";
import { headline } from "./overview-headline.ts";

const PATH = `GET /projects/${acme.id}/overview`;
const show = () => renderPage(OverviewPage, { at: "/p/acme", path: "/p/$projectKey" });

test("says in a sentence where the road ends and what is late", async () => {
  const late = stone("Copy approved", "2026-05-20", { health: "off_track" });
  fakeApi({ [PATH]: overview({ milestones: [late, stone("Launch", "2026-06-26")], next: late }) });
  show();
  const title = await screen.findByRole("heading", { level: 1 });
  expect(title.textContent).toMatch(/Launch is planned for .*26.* Copy approved is past its date/);
  expect(screen.getByText("Past its date")).toBeDefined();
  expect(screen.getByText(/12 days ago/)).toBeDefined();
});

test("an unplanned project offers three ways to its first stone", async () => {
  fakeApi({ [PATH]: overview() });
  show();
  const ways = [
    ["Start planning", "/p/acme/assistant?step=1"],
    ["Choose a template", "/p/acme/assistant?step=2"],
    ["Start with cards", "/p/acme/board"],
  ] as const;
  for (const [name, href] of ways)
    expect((await screen.findByRole("link", { name })).getAttribute("href")).toBe(href);
});

test("who may not plan is offered nothing they cannot do", async () => {
  const { project } = overview();
  fakeApi({
    [PATH]: overview({ project: { ...project, may: { editPlan: false, work: true, seeMoney: false } } }),
  });
  show();
  expect(await screen.findByText("No milestone has a date yet")).toBeDefined();
  expect(screen.queryByRole("link", { name: "Edit head page" })).toBeNull();
});

test("the health word answers why, and names the stone it comes from", async () => {
  const { project } = overview();
  const health = {
    word: "at_risk" as const,
    milestoneId: "Launch",
    reasons: [{ code: "no_target" as const }],
  };
  fakeApi({
    [PATH]: overview({ project: { ...project, health }, milestones: [stone("Launch", "2026-06-26")] }),
  });
  show();
  fireEvent.click(await screen.findByRole("button", { name: /At risk Why/ }));
  expect(await screen.findByText(/^Launch: It has no target date yet/)).toBeDefined();
});

test.each([
  [[], "Nothing is planned yet."],
  [[stone("Launch", "2026-05-01", { state: "accepted" })], "Every milestone is reached."],
  [[stone("Launch", null)], "1 milestone has no date yet."],
])("road %# is told as: %s", (milestones, text) => {
  expect(headline(overview({ milestones }))).toBe(text);
});

test("a road without forecast tells what presses instead of what it does not know", () => {
  const { project, counters } = overview();
  const health = {
    word: "not_enough_data" as const,
    milestoneId: "Launch",
    reasons: [{ code: "no_forecast" as const }],
  };
  const told = headline(
    overview({
      project: { ...project, health },
      milestones: [stone("Launch", "2026-06-26")],
      counters: { ...counters, overdue: 1, blocked: 2 },
    }),
  );
  expect(told).toMatch(/^Launch is planned for .*26.*\. 1 overdue, 2 blocked\.$/);
});

import { cleanup, fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeApi } from "../testing/fake-api.ts";
import { acme } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import { overview, stone } from "../testing/roads.ts";
import { OverviewPage } from "./overview.page.tsx";
import { headlineOf } from "./overview-headline.ts";

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

test("says on whose desk milestones have been, and nothing while no client was asked", async () => {
  const desks = [
    { id: "m1", ref: "ACME-M1", title: "Copy", teamDays: 3, clientDays: 6 },
    { id: "m2", ref: "ACME-M2", title: "Launch", teamDays: null, clientDays: 1 },
  ];
  fakeApi({ [PATH]: overview({ desks }) });
  show();
  const table = await screen.findByRole("table", { name: "Working days so far" });
  const rows = [...table.querySelectorAll("tr")].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );
  expect(rows).toEqual([
    ["Milestone", "With the team", "With the client"],
    ["Copy", "3", "6"],
    ["Launch", "not begun", "1"],
  ]);
  cleanup();
  fakeApi({ [PATH]: overview() });
  show();
  expect(await screen.findByRole("heading", { name: "People" })).toBeDefined();
  expect(screen.queryByText("Working days so far")).toBeNull();
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
    below: null,
    milestoneId: "Launch",
    stated: null,
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
  expect(headlineOf(overview({ milestones }))).toEqual({ sentence: text, rest: [] });
});

test("a road without forecast tells what presses instead of what it does not know", () => {
  const { project, counters } = overview();
  const health = {
    word: "not_enough_data" as const,
    below: null,
    milestoneId: "Launch",
    stated: null,
    reasons: [{ code: "no_forecast" as const }],
  };
  const { sentence, rest } = headlineOf(
    overview({
      project: { ...project, health },
      milestones: [stone("Launch", "2026-06-26")],
      counters: { ...counters, overdue: 1, blocked: 2 },
    }),
  );
  expect(sentence).toMatch(/^Launch is planned for .*26.*; 1 overdue, 2 blocked\.$/);
  expect(rest).toEqual([]);
});

test("of many things the first is said, and the rest stands under Why", async () => {
  const { project, counters } = overview();
  const forecast = {
    p5On: "2026-06-20",
    p20On: "2026-06-22",
    p50On: "2026-06-26",
    p80On: "2026-06-30",
    p95On: "2026-07-03",
  };
  const late = stone("Copy approved", "2026-05-20", { health: "off_track" });
  const design = stone("Design approved", "2026-06-10");
  const launch = stone(`Launch ${"of the whole new site ".repeat(6)}`, "2026-06-26", { forecast });
  const health = {
    word: "off_track" as const,
    below: null,
    milestoneId: design.id,
    stated: null,
    reasons: [{ code: "likely_late" as const, on: "2026-06-12", days: 2 }],
  };
  fakeApi({
    [PATH]: overview({
      project: { ...project, health },
      milestones: [late, design, launch],
      counters: { ...counters, overdue: 4, blocked: 2 },
    }),
  });
  show();
  const title = await screen.findByRole("heading", { level: 1 });
  expect(title.textContent).toMatch(
    /^Launch of .{40,60}… is expected by .*30.*, 4 days after its date; Copy approved is past its date, .*20.*\.$/,
  );
  fireEvent.click(await screen.findByRole("button", { name: /Off track Why/ }));
  expect(await screen.findByText(/^Design approved: likely by/i)).toBeDefined();
  expect(screen.getByText("4 overdue, 2 blocked.")).toBeDefined();
});

test("what the end says already is not said again as its reason", () => {
  const { project, counters } = overview();
  const health = {
    word: "at_risk" as const,
    below: null,
    milestoneId: "Launch",
    stated: null,
    reasons: [{ code: "safe_date_late" as const, on: "2026-06-30", days: 4 }],
  };
  const milestones = [stone("Launch", "2026-06-26")];
  const blocked = { ...counters, blocked: 1 };
  expect(headlineOf(overview({ project: { ...project, health }, milestones, counters: blocked }))).toEqual({
    sentence: expect.stringMatching(/^Launch is planned for .*26.*; 1 blocked\.$/),
    rest: [],
  });
});

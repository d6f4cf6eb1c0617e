import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { fakeApi } from "../testing/fake-api.ts";
import { acme } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import { TrendPage } from "./trend.page.tsx";

function line(number: number) {
  const day = String(number).padStart(2, "0");
  const point = (on: string, targetOn: string) => ({ on, targetOn, source: "day", n: null });
  const moved = number === 20;
  return {
    id: `m${number}`,
    ref: `ACME-M${number}`,
    number,
    title: `Stone ${number}`,
    state: "agreed",
    reachedOn: null,
    targetOn: `2031-06-${day}`,
    points: [point("2031-05-04", `2031-06-${day}`), point("2031-06-01", `2031-06-${day}`)],
    moves: moved ? 2 : 0,
    slipDays: moved ? 5 : 0,
    slipCalendarDays: moved ? 7 : 0,
    againstDays: null,
    class: "steady",
    willSlip: false,
    followsId: null,
  };
}

const reason = (number: number, text: string) => ({
  milestoneId: `m${number}`,
  on: "2031-05-20",
  targetOn: "2031-06-20",
  reason: text,
});

const unmeasured = {
  today: "2031-06-01",
  by: "effort",
  baseline: null,
  baselines: [],
  currency: "EUR",
  priced: false,
  finishedCards: 0,
  timedCards: 0,
  measured: null,
};

const burnUp = {
  today: "2031-06-01",
  points: [
    { on: "2031-05-04", scopeCards: 10, doneCards: 0, scopeMinutes: 600, doneMinutes: 0 },
    { on: "2031-05-30", scopeCards: 12, doneCards: 3, scopeMinutes: 720, doneMinutes: 180 },
  ],
  estimated: 12,
};

function show(count: number, at = "/p/acme/trend", work: object = {}, more: object = {}) {
  const trend = {
    today: "2031-06-01",
    by: "days",
    baseline: null,
    baselines: [],
    reviews: [],
    milestones: Array.from({ length: count }, (_, i) => line(i + 1)),
    versions: [],
    reasons: [reason(20, "Copy came late"), reason(19, "The hall is taken")],
    ...more,
  };
  fakeApi({
    [`GET /projects/${acme.id}/trend`]: trend,
    [`GET /projects/${acme.id}/work-done`]: { ...unmeasured, ...work },
    [`GET /projects/${acme.id}/burn-up`]: burnUp,
  });
  return renderPage(TrendPage, { at, path: "/p/$projectKey/trend" });
}

const names = () =>
  [...document.querySelectorAll("svg text")].flatMap(({ textContent }) => textContent?.match(/^M\d+/) ?? []);

it("shows a few lines without asking which", async () => {
  show(5);
  expect(await screen.findByText(/^To the right/)).toBeTruthy();
  expect(screen.queryByRole("radiogroup", { name: "Lines to show" })).toBeNull();
  expect(names()).toEqual(["M1", "M2", "M3", "M4", "M5"]);
});

it("of many shows those that moved most, and in the table all", async () => {
  show(24);
  expect(await screen.findByText(/^12 of 24 lines; the table has all\./)).toBeTruthy();
  expect(names()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 20].map((number) => `M${number}`));
  expect(screen.getByText("Copy came late")).toBeTruthy();
  expect(screen.queryByText("The hall is taken")).toBeNull();
  const table = screen.getByRole("table", { name: "Dates of milestones over time" });
  expect(within(table).getAllByRole("rowheader")).toHaveLength(24);
});

it("shows what is next, all, or the chosen ones, each at an address of its own", async () => {
  const { router } = show(24);
  fireEvent.click(await screen.findByRole("radio", { name: "Next" }));
  expect(await screen.findByText(/^12 of 24 lines/)).toBeTruthy();
  expect(router.state.location.search).toEqual({ show: "next" });
  fireEvent.click(screen.getByRole("radio", { name: "Choose" }));
  expect(await screen.findAllByLabelText("Milestones to show")).not.toHaveLength(0);
  expect(router.state.location.search).toEqual({ show: "choose", only: "1,2,3,4,5,6,7,8,9,10,11,12" });
  fireEvent.click(screen.getByRole("radio", { name: "All 24" }));
  expect(await screen.findByText(/^24 of 24 lines/)).toBeTruthy();
});

it("waits for a choice where none is made", async () => {
  show(24, "/p/acme/trend?show=choose");
  expect(await screen.findByText("Choose milestones to see their lines.")).toBeTruthy();
});

const version = (n: number) => ({ id: `v${n}`, n, reason: "", at: `2031-05-0${n}T09:00:00.000Z` });
const schedule = {
  plannedDuration: 10,
  actualTime: 5,
  earned: 2.5,
  variance: -2.5,
  index: 0.5,
  duration: 20,
};
const measured = {
  now: {
    budget: 1200,
    planned: 600,
    earned: 300,
    spent: 300,
    scheduleVariance: -300,
    scheduleIndex: 0.5,
    costVariance: 0,
    costIndex: 1,
    estimateAtCompletion: 1200,
    toCompleteIndex: 1,
    schedule: { ...schedule, toComplete: 1.5 },
    longestPath: null,
    adherence: 1,
  },
  points: [
    { on: "2031-05-26", planned: 120, earned: 0, spent: 0 },
    { on: "2031-06-01", planned: 600, earned: 300, spent: 300 },
    { on: "2031-06-06", planned: 1200, earned: null, spent: null },
  ],
  startOn: "2031-05-26",
  plannedEndOn: "2031-06-06",
  earnedAsOfOn: "2031-05-28",
  expectedEndOn: null,
  counted: 2,
  leftOut: 0,
};
const kept = { baseline: version(1), baselines: [version(2), version(1)], priced: true, measured };

it("says how late the work is, with a table of the same and every figure by its name", async () => {
  show(5, "/p/acme/trend", kept);
  expect(
    await screen.findByText(/^5 h of 20 h done \(25 %\); version 1 had planned 10 h by today/),
  ).toBeTruthy();
  const days = screen.getByRole("table", { name: "Work done against plan, by day" });
  expect(within(days).getAllByRole("row").at(-1)?.textContent).toBe("Fri Jun 620 h——");
  const figures = screen.getByRole("table", { name: "Earned value and earned schedule", hidden: true });
  expect(
    within(figures).getByRole("row", { name: /Time variance SV\(t\) −2.5 d/, hidden: true }),
  ).toBeTruthy();
});

it("keeps the version and what counts in the address", async () => {
  const { router } = show(5, "/p/acme/trend", kept, {
    baseline: version(1),
    baselines: [version(2), version(1)],
  });
  fireEvent.change(await screen.findByLabelText("Measure against"), { target: { value: "2" } });
  await waitFor(() => expect(router.state.location.search).toEqual({ base: 2 }));
  fireEvent.click(screen.getByRole("radio", { name: "By price" }));
  await waitFor(() => expect(router.state.location.search).toEqual({ base: 2, by: "price" }));
});

const REVIEWS = [
  { on: "2031-05-05", dueOn: "2031-05-05", state: "held", reason: "" },
  { on: "2031-05-12", dueOn: "2031-05-12", state: "skipped", reason: "Holiday" },
  { on: "2031-05-19", dueOn: "2031-05-19", state: "held", reason: "" },
  { on: "2031-05-26", dueOn: "2031-05-26", state: "held", reason: "" },
];
const reviewed = (number: number, ...dates: string[]) => ({
  ...line(number),
  points: ["2031-05-05", "2031-05-19", "2031-05-26"].map((on, i) => ({
    on,
    targetOn: dates[i] ?? dates[0],
    source: "review",
    n: null,
  })),
  moves: 1,
  slipDays: 5,
  againstDays: 5,
  class: "drifting",
});

it("goes from review to review, dotted over the one that was not held, with a table that has a column each", async () => {
  const { router } = show(
    0,
    "/p/acme/trend",
    {},
    {
      by: "reviews",
      milestones: [reviewed(3, "2031-06-12", "2031-06-12", "2031-06-19")],
      reviews: REVIEWS,
      baseline: version(1),
      baselines: [version(1)],
    },
  );
  expect(await screen.findByText(/M3 drifts later and later\./)).toBeTruthy();
  expect(screen.getByText(/Dotted: a review in between was not held\./)).toBeTruthy();
  expect(document.querySelectorAll("path[data-dotted]")).toHaveLength(1);
  const table = screen.getByRole("table", { name: "Dates of milestones over time" });
  expect(
    within(table)
      .getAllByRole("columnheader")
      .map(({ textContent }) => textContent?.replace(/May \d+|\d+ May/, "day")),
  ).toEqual([
    "Milestone",
    "Review day",
    "day, not held",
    "Review day",
    "Review day",
    "Moved",
    "Against baseline 1",
    "Course",
  ]);
  const cells = within(table)
    .getAllByRole("cell")
    .map(({ textContent }) => textContent);
  expect(cells[1]).toBe("—");
  expect(cells.slice(4)).toEqual(["1 ×, +5 d", "+5 d", "Later and later"]);
  fireEvent.click(screen.getByRole("radio", { name: "All days" }));
  await waitFor(() => expect(router.state.location.search).toEqual({ days: "all" }));
});

it("starts with the second review", async () => {
  show(0, "/p/acme/trend", {}, { by: "reviews", reviews: REVIEWS.slice(0, 1) });
  expect(await screen.findByText("Trend starts with the second review")).toBeTruthy();
});

it("says how much is done of what there is to do, of one milestone as well, in cards and in hours", async () => {
  const { router } = show(5);
  expect(await screen.findByText(/^3 of 12 cards done \(25 %\)/)).toBeTruthy();
  const days = screen.getByRole("table", { name: "Scope and what is done, by day" });
  expect(within(days).getAllByRole("row")).toHaveLength(3);
  fireEvent.click(screen.getByRole("radio", { name: "In hours" }));
  expect(await screen.findByText(/^3 of 12 h done/)).toBeTruthy();
  fireEvent.change(screen.getByLabelText("Scope of"), { target: { value: "3" } });
  await waitFor(() => expect(router.state.location.search).toEqual({ count: "hours", of: 3 }));
});

it("says what to do where no version was kept, and where it holds no cards", async () => {
  show(5);
  expect(await screen.findByRole("link", { name: "Keep the plan from the roadmap" })).toBeTruthy();
  show(5, "/p/acme/trend", { ...kept, measured: null });
  expect(await screen.findByRole("link", { name: "Add cards to milestones" })).toBeTruthy();
});

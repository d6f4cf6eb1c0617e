import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { fakeApi, Refusal } from "../testing/fake-api.ts";
import { amara } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import { portfolio, road, stone } from "../testing/roads.ts";
import { PortfolioPage } from "./portfolio.page.tsx";

const counters = { ...road("x").counters, overdue: 2 };
const LATE = road("Baker app", {
  counters,
  health: {
    word: "off_track",
    below: null,
    milestoneId: "Copy approved",
    stated: null,
    reasons: [{ code: "overdue", days: 9 }],
  },
  milestones: [stone("Copy approved", "2026-05-20", { health: "off_track" })],
});
const FINE = road("Acme site", { client: { id: "c1", name: "Acme Ltd" } });

const MANY = [FINE, LATE, road("Delta"), road("Echo")];

const show = (at = "/portfolio") => renderPage(PortfolioPage, { at, path: "/portfolio" });

test("names the project that needs somebody, with the stone and the reason", async () => {
  fakeApi({ "GET /portfolio": portfolio([FINE, LATE]) });
  show();
  const needs = within(await screen.findByRole("region", { name: "Needs you" }));
  expect(needs.getByRole("link", { name: "Baker app" })).toBeDefined();
  expect(needs.queryByRole("link", { name: "Acme site" })).toBeNull();
  expect(needs.getByText(/Copy approved: 9 days past/)).toBeDefined();
});

test("a row says by how much its end has slipped; one without a baseline says nothing", async () => {
  const weeks = [
    { on: "2026-05-25", days: 4 },
    { on: "2026-06-01", days: 9 },
  ];
  const slip = { n: 1, takenOn: "2026-05-12", milestoneId: "Launch", days: 9, later: 1, weeks };
  const slipped = road("Acme site", { slip, milestones: [stone("Launch", "2026-06-26")] });
  fakeApi({ "GET /portfolio": portfolio([slipped, LATE]) });
  show();
  const all = within(await screen.findByRole("region", { name: "All projects" }));
  expect(all.getByText("+9 d vs baseline")).toBeDefined();
  expect(all.getByRole("img", { name: /^Launch is 9 working days later than in baseline 1/ })).toBeDefined();
  expect(all.getAllByText(/baseline/)).toHaveLength(2);
});

test("a counter opens its list at an address of its own", async () => {
  const item = { kind: "card", id: "1", ref: "BAKE-7", title: "Write the copy", dueOn: "2026-05-20" };
  const asked = fakeApi({
    "GET /portfolio": portfolio([FINE, LATE]),
    "GET /projects/Baker%20app/care": { items: [item] },
  });
  const { router } = show();
  fireEvent.click(await screen.findByRole("link", { name: /2 Overdue/ }));
  const row = await screen.findByRole("link", { name: /BAKE-7/ });
  expect(row.getAttribute("href")).toBe("/c/BAKE-7");
  expect(router.state.location.search).toEqual({ care: "overdue" });
  expect(asked.some(({ query }) => query.get("counter") === "overdue")).toBe(true);
});

test("filters come from the address, and one click shows all again", async () => {
  fakeApi({ "GET /portfolio": portfolio([FINE, LATE]) });
  show("/portfolio?health=reached");
  fireEvent.click(await screen.findByRole("link", { name: "Show all 2" }));
  expect(
    await within(await screen.findByRole("region", { name: "All projects" })).findByText("Acme site"),
  ).toBeDefined();
});

test("a few projects are shown without filters", async () => {
  fakeApi({ "GET /portfolio": portfolio([FINE, LATE]) });
  show();
  expect(await screen.findByRole("region", { name: "All projects" })).toBeDefined();
  expect(screen.queryByLabelText("Filter")).toBeNull();
});

test("what presses in a project opens its list there", async () => {
  const unsure = road("Cake shop", {
    counters,
    health: {
      word: "not_enough_data",
      below: null,
      milestoneId: null,
      stated: null,
      reasons: [{ code: "no_forecast" }],
    },
  });
  fakeApi({ "GET /portfolio": portfolio([FINE, unsure]) });
  show();
  const needs = within(await screen.findByRole("region", { name: "Needs you" }));
  const link = needs.getByRole("link", { name: "2 overdue" });
  expect(link.getAttribute("href")).toBe("/p/cake?care=overdue");
  expect(needs.queryByText(/No forecast says/)).toBeNull();
});

test("typing narrows the list, writes the address and leaves the page where it is", async () => {
  fakeApi({ "GET /portfolio": portfolio(MANY) });
  const { router } = show();
  const filter = await screen.findByLabelText("Filter");
  const jumps = vi.spyOn(window, "scrollTo");
  fireEvent.change(filter, { target: { value: "acme" } });
  await waitFor(() => expect(router.state.location.search).toEqual({ q: "acme" }));
  const all = within(screen.getByRole("region", { name: "All projects" }));
  await waitFor(() => expect(all.queryByText("Baker app")).toBeNull());
  expect(all.getByText("Acme site")).toBeDefined();
  expect(jumps).not.toHaveBeenCalled();
});

test("an open list of care brings no filters that were not there before", async () => {
  fakeApi({
    "GET /portfolio": portfolio([FINE, LATE]),
    "GET /projects/Baker%20app/care": { items: [] },
  });
  show("/portfolio?care=overdue");
  expect(await screen.findByRole("region", { name: "Overdue" })).toBeDefined();
  expect(screen.queryByLabelText("Filter")).toBeNull();
});

test("an empty workspace offers three beginnings, and keeps saying why the sample failed", async () => {
  fakeApi({
    "GET /portfolio": portfolio([]),
    "POST /sample": new Refusal(409, {
      title: "Already here",
      detail: "The sample project is already here.",
    }),
  });
  show();
  expect(await screen.findByRole("link", { name: "Plan a project" })).toBeDefined();
  expect(screen.getByRole("link", { name: "Import a board" })).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Add the sample project" }));
  expect(await screen.findByText("The sample project is already here.")).toBeDefined();
});

test("who may not start projects is told whom to ask", async () => {
  fakeApi({ "GET /portfolio": portfolio([]) });
  renderPage(PortfolioPage, { at: "/portfolio", path: "/portfolio", me: { ...amara, can: [] } });
  expect(await screen.findByText(/owner or admin can add you/)).toBeDefined();
});

test("a guest finds their boards, and nothing is said of a plan they do not see", async () => {
  fakeApi({ "GET /portfolio": portfolio([FINE]) });
  renderPage(PortfolioPage, {
    at: "/portfolio",
    path: "/portfolio",
    me: { ...amara, role: "guest", can: [] },
  });
  const link = await screen.findByRole("link", { name: "Acme site" });
  expect(link.getAttribute("href")).toMatch(/\/board$/);
  expect(screen.queryByText(/milestones|planned|enough data/i)).toBeNull();
});

import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { fakeApi } from "../testing/fake-api.ts";
import { acme } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import type { Quality, QualityPoint } from "./quality.api.ts";
import { QualityPage } from "./quality.page.tsx";

function aPoint(change: Partial<QualityPoint> = {}): QualityPoint {
  return {
    id: "DCMA-2",
    value: 0,
    of: 6,
    limit: { kind: "most", amount: 0, percent: 0 },
    passed: true,
    items: [],
    why: "A lead lets work begin before what it waits for is done.",
    ...change,
  };
}

function open(change: Partial<Quality> = {}) {
  const quality: Quality = {
    tasks: 6,
    small: true,
    headings: [
      { practice: "sequenced", kept: true, findings: 0, points: [aPoint()] },
      { practice: "baseline", kept: false, findings: 1, points: [] },
    ],
    ...change,
  };
  fakeApi({ [`GET /projects/${acme.id}/schedule-quality`]: quality });
  renderPage(QualityPage, { path: "/p/$projectKey/quality", at: "/p/acme/quality" });
}

it("says what was found, what is let pass, and how many practices are kept", async () => {
  open();
  expect((await screen.findByRole("status")).textContent).toBe("1 of 2 practices are kept.");
  const table = screen.getByRole("table", { name: "Points of The work is in an order" });
  const [, row] = within(table).getAllByRole("row");
  expect(row?.textContent).toBe("Links with a lead0 of 6 (none)Fine");
  expect(screen.getByText(/a share of 5 % is less than one: one is let pass/)).toBeTruthy();
});

it("names what fails with its reason and the pages of its items", async () => {
  const items = [
    { kind: "link", id: "l1", name: "M1 Brief agreed → M2 Launch", ref: null },
    { kind: "milestone", id: "m2", name: "M2 Launch", ref: "ACME-M2" },
  ];
  const limit = { kind: "most", amount: 1, percent: 5 } as const;
  const failed = aPoint({ value: 2, passed: false, items, limit });
  open({ headings: [{ practice: "sequenced", kept: false, findings: 2, points: [failed] }] });
  expect((await screen.findByRole("link", { name: "M2 Launch" })).getAttribute("href")).toBe("/m/ACME-M2");
  expect(screen.getByText("M1 Brief agreed → M2 Launch")).toBeTruthy();
  expect(screen.getByText("(0 or 1)")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Open the plan check" }).getAttribute("href")).toBe("/p/acme/plan");
});

it("does not judge a plan without anything in it", async () => {
  open({ tasks: 0 });
  expect(await screen.findByText("There is nothing to look at yet")).toBeTruthy();
});

import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { shortDay } from "../lib/dates.ts";
import { fakeApi } from "../testing/fake-api.ts";
import { renderPage } from "../testing/render-page.tsx";
import { busyWeeks } from "../testing/workload.ts";
import { WorkloadPage } from "./workload.page.tsx";

const open = (view: unknown = busyWeeks(), more: Record<string, unknown> = {}) => {
  const asked = fakeApi({ "GET /workload": view, ...more });
  renderPage(WorkloadPage, { at: "/workload", path: "/workload" });
  return asked;
};
const cell = (name: RegExp) => screen.findByRole("button", { name });

test("every week says its hours in words, and who has too much is said above", async () => {
  open();
  await cell(/Jo, week of .*9.*: 20 of 8 h ?, over by 12 h ?, away 16 h/);
  expect(screen.getByText(`Jo has 12 h too much in the week of ${shortDay("2026-03-09")}.`)).toBeTruthy();
  expect(screen.getByRole("columnheader", { name: "This week" })).toBeTruthy();
});

test("arrows walk from week to week and from person to person", async () => {
  open();
  const first = await cell(/^Jo, week of Monday.* 2\b/);
  first.focus();
  fireEvent.keyDown(first, { key: "ArrowRight" });
  expect(document.activeElement?.textContent).toMatch(/^Jo, .*20 of 8 h/);
  fireEvent.keyDown(document.activeElement ?? first, { key: "ArrowDown" });
  expect(document.activeElement?.textContent).toMatch(/^Sam, week of Monday.* 9\b/);
  expect(document.querySelectorAll('td button[tabindex="0"]')).toHaveLength(1);
});

test("a week opens with its cards, what of them is late, and the time of work that is not shown", async () => {
  open();
  fireEvent.click(await cell(/^Jo, .*20 of 8 h/));
  const card = await screen.findByRole("link", { name: "Write the copy" });
  expect(card.getAttribute("href")).toBe("/c/ACME-7");
  expect(screen.getByText("8 h of it only fit after the date")).toBeTruthy();
  expect(screen.getByText(/Other work: 4 h/)).toBeTruthy();
});

test("time off is taken in two clicks and can be taken back", async () => {
  const days = {
    id: "0190-off",
    personId: "0190-amara",
    fromOn: "2026-03-03",
    toOn: "2026-03-03",
    reason: "",
  };
  const asked = open(busyWeeks(), { "POST /days-off": days, "DELETE /days-off/0190-off": undefined });
  fireEvent.click(await screen.findByRole("button", { name: "Take time off" }));
  fireEvent.click(await screen.findByRole("menuitem", { name: /^Tomorrow/ }));
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => expect(asked.some(({ method }) => method === "DELETE")).toBe(true));
  expect(asked.find(({ method }) => method === "POST")?.body).toEqual({
    fromOn: "2026-03-03",
    toOn: "2026-03-03",
    part: "day",
    reason: "",
  });
});

test("while nothing is planned it says what there is, and where to change it", async () => {
  const view = busyWeeks();
  const people = view.people.slice(1);
  open({ ...view, people });
  expect(await screen.findByText(/Everybody has 40 h a week/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "Edit working time" }).getAttribute("href")).toBe("/settings/time");
});

test("a part of somebody's time is a project's in two presses, over what was said before", async () => {
  const path = "/availability/0190-jo/allocations";
  const [old, made] = ["a1", "a2"].map((id, at) => ({
    ...{ id, personId: "0190-jo", percent: [20, 50][at], fromOn: "2026-02-02", toOn: null, detail: "" },
    ...{ label: "Acme site", project: { id: "0190-acme", key: "ACME", name: "Acme site" } },
  }));
  const asked = open(busyWeeks(), {
    [`GET ${path}`]: { items: [old], over: [] },
    "POST /allocations": { items: [old, made], over: [] },
    "DELETE /allocations/a1": () => undefined,
  });
  fireEvent.click(await screen.findByRole("button", { name: "Jo: part of their time" }));
  fireEvent.click(await screen.findByRole("menuitem", { name: "50 %" }));
  await waitFor(() => expect(asked.some(({ method }) => method === "DELETE")).toBe(true));
  expect(asked.find(({ method }) => method === "POST")?.body).toMatchObject({
    ...{ personId: "0190-jo", projectId: "0190-acme", percent: 50, fromOn: "2026-03-02", toOn: null },
  });
});

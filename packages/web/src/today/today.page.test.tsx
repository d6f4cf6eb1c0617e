import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, onTestFinished, test } from "vitest";
import { dayText } from "../lib/dates.ts";
import { COPY } from "../lib/kept-copies.ts";
import { listenForKeys } from "../lib/keyboard.ts";
import { fakeApi, Refusal } from "../testing/fake-api.ts";
import { amara } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import type { Today, TodayCard } from "./today.api.ts";
import { TodayPage } from "./today.page.tsx";

const show = () => renderPage(TodayPage, { at: "/today", path: "/today" });

function card(title: string, more: Partial<TodayCard> = {}): TodayCard {
  return {
    id: title,
    ref: `ACME-${title.length}`,
    title,
    project: { id: "p1", key: "ACME", name: "Acme site" },
    milestone: {
      id: "m1",
      ref: "ACME-M1",
      title: "Launch",
      targetOn: "2026-06-26",
      health: "at_risk",
      below: null,
    },
    dueOn: null,
    low: null,
    likely: 240,
    high: null,
    doing: false,
    columnId: "todo",
    doneColumnId: "done",
    reason: { code: "moves_date", days: 3 },
    blockedReason: null,
    waitsFor: [],
    ...more,
  };
}

function today(more: Partial<Today> = {}): Today {
  return {
    today: "2026-06-01",
    wishes: [],
    items: [],
    due: [],
    next: [],
    waiting: [],
    nextMilestone: null,
    ...more,
  };
}

test("three lists, each card with the reason for its place", async () => {
  const waitsFor = [{ ref: "ACME-9", title: "Choose a picture" }];
  fakeApi({
    "GET /today": today({
      due: [card("Send the invoice", { reason: { code: "overdue", days: 1 } })],
      next: [card("Write the copy")],
      waiting: [card("Lay it out", { reason: { code: "waits" }, waitsFor })],
    }),
  });
  show();
  const due = within(await screen.findByRole("region", { name: "Due" }));
  expect(due.getByText("1 day past its date")).toBeDefined();
  const next = within(screen.getByRole("region", { name: "Next for your milestones" }));
  expect(next.getByText("Can move “Launch” by 3 days")).toBeDefined();
  const waiting = within(screen.getByRole("region", { name: "Waiting for others" }));
  expect(waiting.getByText("Waits for ACME-9 Choose a picture")).toBeDefined();
});

test("done goes to the board's column for it", async () => {
  const asked = fakeApi({
    "GET /today": today({ next: [card("Write the copy")] }),
    "POST /cards/Write%20the%20copy/move": {},
  });
  show();
  fireEvent.click(await screen.findByRole("button", { name: "Done: Write the copy" }));
  await waitFor(() =>
    expect(asked.find(({ method }) => method === "POST")?.body).toEqual({
      columnId: "done",
      expected: { columnId: "todo", place: "board" },
    }),
  );
});

test("an estimate is said anew in place, a spread keeps its proportions", async () => {
  const asked = fakeApi({
    "GET /timer": { timer: null },
    "GET /today": today({ next: [card("Write", { low: 120, likely: 240, high: 480 })] }),
    "PUT /cards/Write/estimate": {},
  });
  show();
  fireEvent.click(await screen.findByRole("button", { name: "Effort of Write: 4 h" }));
  fireEvent.click(await screen.findByRole("button", { name: "8 h" }));
  await waitFor(() =>
    expect(asked.find(({ method }) => method === "PUT")?.body).toEqual({
      low: 240,
      likely: 480,
      high: 960,
      expected: { low: 120, likely: 240, high: 480 },
    }),
  );
});

test("one at a time shows the first card alone, by key as well", async () => {
  fakeApi({ "GET /today": today({ next: [card("Write the copy"), card("Lay it out")] }) });
  onTestFinished(listenForKeys());
  show();
  await screen.findByText("Lay it out");
  fireEvent.keyDown(document.body, { key: "z" });
  await waitFor(() => expect(screen.queryByText("Lay it out")).toBeNull());
  expect(screen.getByText("Write the copy")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Show all" }));
  await screen.findByText("Lay it out");
});

test("a day on which nothing presses names the next milestone", async () => {
  const nextMilestone = { ref: "ACME-M1", title: "Launch", targetOn: "2026-06-26", project: "Acme site" };
  fakeApi({ "GET /today": today({ nextMilestone }) });
  show();
  await screen.findByText("Nothing presses.");
  expect(screen.getByRole("link", { name: "Launch" }).getAttribute("href")).toBe("/m/ACME-M1");
  expect(screen.getByText(new RegExp(`of Acme site, ${dayText("2026-06-26")}`))).toBeDefined();
});

test("what a client asked for and waits for stands first, with where it is answered", async () => {
  const project = { id: "p1", key: "ACME", name: "Acme site" };
  const wish = {
    id: "r1",
    title: "In Spanish too",
    project,
    askedBy: "Dana",
    askedAt: "2026-05-29T08:00:00Z",
  };
  fakeApi({ "GET /today": today({ wishes: [wish] }) });
  show();
  const waits = within(await screen.findByRole("region", { name: "Clients wait for your answer" }));
  expect(waits.getByRole("link", { name: "In Spanish too" }).getAttribute("href")).toBe("/p/acme/requests");
  expect(screen.queryByText("Nothing presses.")).toBeNull();
});

test("all of it goes by keys: walk, estimate, back to the line, done, and on with the next", async () => {
  const asked = fakeApi({
    "GET /timer": { timer: null },
    "GET /today": today({ due: [card("Send the invoice")], next: [card("Write the copy")] }),
    "POST /cards/Send%20the%20invoice/move": {},
  });
  onTestFinished(listenForKeys());
  show();
  const first = await screen.findByRole("link", { name: "Send the invoice" });
  const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
  press("j");
  expect(document.activeElement).toBe(first);
  press("e");
  const field = await screen.findByRole("textbox", { name: "Another effort" });
  await waitFor(() => expect(document.activeElement).toBe(field));
  press("Escape");
  await waitFor(() => expect(document.activeElement).toBe(first));
  press("s");
  await waitFor(() => expect(asked.some(({ method }) => method === "POST")).toBe(true));
  expect(document.activeElement).toBe(screen.getByRole("link", { name: "Write the copy" }));
});

test("one at a time goes on with the next card when one is done, and steps without doing anything", async () => {
  const first = [card("Write the copy"), card("Lay it out")];
  let next = first;
  fakeApi({
    "GET /timer": { timer: null },
    "GET /today": () => today({ next }),
    "POST /cards/Write%20the%20copy/move": () => {
      next = first.slice(1);
      return {};
    },
  });
  onTestFinished(listenForKeys());
  show();
  await screen.findByText("Lay it out");
  fireEvent.click(screen.getByRole("button", { name: "One at a time" }));
  expect(screen.getByText("1 of 2")).toBeDefined();
  fireEvent.keyDown(document.body, { key: "j" });
  await screen.findByText("2 of 2");
  expect(screen.queryByText("Write the copy")).toBeNull();
  fireEvent.keyDown(document.body, { key: "k" });
  fireEvent.click(await screen.findByRole("button", { name: "Done: Write the copy" }));
  await screen.findByText("Lay it out");
  await screen.findByText("1 of 1");
});

test("while the server cannot be reached the last copy stands there, and says of when it is", async () => {
  const kept = { copiedAt: "2026-06-01T07:30:00.000Z", today: today({ due: [card("Send the invoice")] }) };
  const name = `${COPY}today.${amara.person.id}`;
  localStorage.setItem(name, JSON.stringify(kept));
  onTestFinished(() => localStorage.removeItem(name));
  fakeApi({ "GET /today": new Refusal(503, { title: "Away", detail: "The database is away." }) });
  show();
  await screen.findByText("Send the invoice");
  expect(screen.getByText(/This is a copy from/)).toBeDefined();
});

import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Milestone, Plan } from "../lib/plan-query.ts";
import { undoLast } from "../lib/undo.tsx";
import { aBoard, aCard } from "../testing/board.ts";
import { fakeApi, Refusal } from "../testing/fake-api.ts";
import { acme, amara } from "../testing/people.ts";
import { aMilestone, aPlan } from "../testing/plan.ts";
import { renderPage } from "../testing/render-page.tsx";
import { MilestonePage } from "./milestone.page.tsx";

// Fields that grow wait for fonts, which happy-dom has none of.
Object.defineProperty(document, "fonts", { value: new EventTarget() });

const criterion = {
  id: "c1",
  text: "14 pages approved",
  position: "a0",
  answer: null,
  answeredBy: null,
  answeredAt: null,
  evidence: "",
  revision: 1,
};

function open(milestone: Milestone, replies: Record<string, unknown>, more: Partial<Plan> = {}) {
  const plan = { ...aPlan([milestone]), ...more };
  const asked = fakeApi({
    [`GET /projects/${acme.id}/plan`]: () => plan,
    [`GET /projects/${acme.id}/board`]: aBoard([aCard("k1", { milestoneId: "m1", title: "Still open" })]),
    [`GET /projects/${acme.id}/cards`]: { items: [], nextCursor: null },
    [`GET /projects/${acme.id}/people`]: { items: [], nextCursor: null },
    [`GET /projects/${acme.id}/milestone-heads`]: {
      items: [{ id: milestone.id, scope: { added: 2, removed: 0 } }],
    },
    ...replies,
  });
  renderPage(() => <MilestonePage projectId={acme.id} number={1} tabs={() => null} />, {
    path: "/",
    at: "/",
  });
  return { plan, writes: () => asked.filter(({ method }) => method !== "GET") };
}

it("asks how everybody will know while there is no criterion", async () => {
  open(aMilestone("m1"), {});
  expect(await screen.findByText("How will everybody know?")).toBeTruthy();
});

it("sends the answer to a criterion with the one that was seen", async () => {
  const milestone = aMilestone("m1", { criteria: [criterion] });
  const { writes } = open(milestone, { "POST /criteria/c1/answer": { ...milestone, moves: [] } });
  const group = await screen.findByRole("radiogroup", { name: "Is it met: 14 pages approved" });
  fireEvent.click(within(group).getByRole("radio", { name: "Met" }));
  await waitFor(() => expect(writes()[0]?.body).toEqual({ answer: "met", expected: null, evidence: "" }));
});

it("lists what is missing when a step is refused, each with the way there", async () => {
  const missing = [{ kind: "finding", id: "L3", what: "It has no done-when." }];
  const refusal = new Refusal(422, { type: "urn:milepost:problem:not-ready", facts: { missing } });
  open(aMilestone("m1"), { "POST /milestones/m1/moves": refusal });
  fireEvent.click(await screen.findByRole("button", { name: "Mark as agreed" }));
  const link = await screen.findByRole("link", { name: "It has no done-when." });
  expect(link.getAttribute("href")).toBe("#criteria");
});

it("asks in one line why a date that will hardly be met is agreed all the same", async () => {
  const milestone = aMilestone("m1", { targetOn: "2031-06-12" });
  const facts = {
    chance: 0.31,
    targetOn: "2031-06-12",
    likelyOn: "2031-06-16",
    safeOn: "2031-06-19",
    missing: [],
  };
  const { writes } = open(milestone, {
    "POST /milestones/m1/moves": ({ body }: { body: { reason?: string } }) =>
      body.reason
        ? { ...milestone, state: "agreed", moves: [] }
        : new Refusal(422, { type: "urn:milepost:problem:unlikely-date", facts }),
  });
  fireEvent.click(await screen.findByRole("button", { name: "Mark as agreed" }));
  const why = await screen.findByRole("textbox", { name: "Why is it agreed all the same?" });
  expect(screen.getByText(/^31 % chance of .*12.*; safe by .*19/)).toBeTruthy();
  expect(screen.queryByText(/Something is still missing|Not possible/)).toBeNull();
  fireEvent.change(why, { target: { value: " The fair opens that day " } });
  fireEvent.submit(why);
  await screen.findByText("M1: Agreed");
  expect(writes().map(({ body }) => body)).toEqual([
    { to: "agreed", expected: "draft" },
    { to: "agreed", expected: "draft", reason: "The fair opens that day" },
  ]);
  expect(screen.queryByRole("textbox", { name: "Why is it agreed all the same?" })).toBeNull();
});

it("keeps both texts when somebody else saved meanwhile", async () => {
  const milestone = aMilestone("m1", { outcome: "Old" });
  const { plan, writes } = open(milestone, {
    "PATCH /milestones/m1": ({ headers }: { headers: Headers }) =>
      headers.get("if-match") === '"r2"'
        ? { ...milestone, outcome: "Mine", revision: 3, moves: [] }
        : new Refusal(412, { type: "urn:milepost:problem:stale" }),
  });
  fireEvent.click(await screen.findByRole("button", { name: "Edit: outcome" }));
  fireEvent.change(screen.getByRole("textbox", { name: "Outcome" }), { target: { value: "Mine" } });
  plan.milestones = [{ ...milestone, outcome: "Theirs", revision: 2 }];
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByDisplayValue("Theirs")).toBeTruthy();
  expect(screen.getByDisplayValue("Mine")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Save mine instead" }));
  await waitFor(() => expect(writes()).toHaveLength(2));
  expect(writes()[1]?.body).toEqual({ outcome: "Mine" });
});

it("asks where open cards go before a milestone is reached", async () => {
  const milestone = aMilestone("m1", { state: "submitted", ownerId: amara.person.id });
  const { writes } = open(milestone, {
    "POST /milestones/m1/moves": { ...milestone, state: "accepted", moves: [] },
  });
  fireEvent.click(await screen.findByRole("button", { name: "Mark as reached" }));
  const dialog = await screen.findByRole("dialog");
  expect(within(dialog).getByRole("combobox", { name: "Its 1 open card goes to" })).toBeTruthy();
  fireEvent.click(within(dialog).getByRole("button", { name: "Mark as reached" }));
  await waitFor(() =>
    expect(writes()[0]?.body).toEqual({
      to: "accepted",
      expected: "submitted",
      openCards: { to: "later", except: [] },
    }),
  );
  await screen.findByText("M1: Reached, 1 open card taken care of");
});

it("shows cards that are put off too, and sends each open card where it was told", async () => {
  const milestone = aMilestone("m1", { state: "submitted", ownerId: amara.person.id });
  const later = { ...aCard("k2", { milestoneId: "m1", title: "Put off", columnId: null }), ref: "ACME-2" };
  const { writes } = open(milestone, {
    [`GET /projects/${acme.id}/cards`]: { items: [later], nextCursor: null },
    "POST /milestones/m1/moves": { ...milestone, state: "accepted", moves: [] },
  });
  expect((await screen.findByRole("link", { name: "Put off" })).closest("li")?.textContent).toContain(
    "Later",
  );
  fireEvent.click(screen.getByRole("button", { name: "Mark as reached" }));
  const dialog = await screen.findByRole("dialog");
  fireEvent.click(await within(dialog).findByRole("combobox", { name: "Where “Put off” goes" }));
  expect(await screen.findByRole("option", { name: "Done: they are done" })).toBeTruthy();
  fireEvent.click(await screen.findByRole("option", { name: "The archive" }));
  fireEvent.click(within(dialog).getByRole("button", { name: "Mark as reached" }));
  await waitFor(() =>
    expect(writes()[0]?.body).toMatchObject({
      openCards: { to: "later", except: [{ cardId: "k2", to: "archive" }] },
    }),
  );
});

it("asks nothing any more of a milestone that was reached, and says what its day had been", async () => {
  const reached = { state: "accepted" as const, reachedOn: "2031-05-20", targetOn: "2031-05-30" };
  const window = { startOn: "2031-05-01", workingDays: 20 };
  open(aMilestone("m1", { ...reached, ...window, ownerId: amara.person.id }), {});
  await screen.findByText(/its target was Fri/);
  expect(screen.queryByText(/working days from/)).toBeNull();
  expect(screen.queryByText("Your part")).toBeNull();
  expect(screen.queryByRole("button", { name: "More about this milestone" })).toBeNull();
  expect(screen.queryByText("How will everybody know?")).toBeNull();
  expect(screen.getAllByText("Nothing was written.")).toHaveLength(3);
});

it("calls a dropped milestone dropped, and nothing else", async () => {
  open(aMilestone("m1", { state: "dropped", droppedReason: "No budget" }), {});
  await screen.findByText("Dropped: No budget");
  expect(screen.queryByText("Not enough data")).toBeNull();
  expect(screen.getByText("No card is left in it.")).toBeTruthy();
});

it("makes several criteria of a pasted list, with one way back", async () => {
  const milestone = aMilestone("m1");
  let made = 0;
  const { writes } = open(milestone, {
    "POST /milestones/m1/criteria": () => {
      made += 1;
      const criteria = Array.from({ length: made }, (_, at) => ({ ...criterion, id: `new${at + 1}` }));
      return { ...milestone, criteria, moves: [] };
    },
    "DELETE /criteria/new1": {},
    "DELETE /criteria/new2": {},
  });
  const field = await screen.findByRole("textbox", { name: "Add a criterion" });
  fireEvent.paste(field, { clipboardData: { getData: () => "* Pages approved\n* Proofread" } });
  fireEvent.click(await screen.findByRole("button", { name: "Add 2 criteria" }));
  await screen.findByText("2 criteria added");
  expect(writes().map(({ body }) => body)).toEqual([
    { text: "Pages approved" },
    { text: "Proofread", after: "new1" },
  ]);
  await undoLast();
  expect(
    writes()
      .slice(2)
      .map(({ path }) => path),
  ).toEqual(["/criteria/new1", "/criteria/new2"]);
});

it("says where the plan had it when it was kept, and what came on top since", async () => {
  const baseline = { startOn: null, targetOn: "2031-05-23", slipDays: 5, slipCalendarDays: 7 };
  const kept = { id: "v1", n: 1, reason: "Start", at: "2031-05-01T09:00:00.000Z", approved: false };
  open(aMilestone("m1", { targetOn: "2031-05-30", baseline }), {}, { baseline: kept });
  expect((await screen.findByText(/^Baseline 1: Fri/)).textContent).toMatch(/May.* \+5 d$/);
  expect(await screen.findByText(/\+2 cards since baseline/)).toBeTruthy();
});

it("says which day the client reads while it is another one", async () => {
  open(aMilestone("m1", { targetOn: "2031-06-12", toldTargetOn: "2031-06-05" }), {});
  expect(await screen.findByText(/^The client reads .*Jun 5/)).toBeTruthy();
});

it("says nothing of it where the client knows the day or does not know the milestone", async () => {
  open(aMilestone("m1", { targetOn: "2031-06-12", toldTargetOn: "2031-06-12" }), {});
  expect(await screen.findByText("How will everybody know?")).toBeTruthy();
  expect(screen.queryByText(/^The client reads/)).toBeNull();
});

it("says beside the computed word what a lead sees, until a day, and takes it back", async () => {
  const stated = {
    word: "on_track" as const,
    reason: "It lies signed on my desk",
    untilOn: "2026-06-12",
    by: { id: amara.person.id, name: "Amara" },
    at: "2026-06-01T09:00:00Z",
  };
  const { writes } = open(aMilestone("m1", { stated }), {
    "PUT /milestones/m1/stated-health": stated,
    "DELETE /milestones/m1/stated-health": () => undefined,
  });
  expect(await screen.findByText(/^Amara says .*: It lies signed on my desk$/)).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "End it" }));
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  const put = () =>
    writes()
      .filter(({ method }) => method === "PUT")
      .map(({ body }) => body);
  await waitFor(() => expect(put()).toHaveLength(1));
  fireEvent.click(screen.getByRole("button", { name: "Say it anew" }));
  const reason = await screen.findByLabelText(/^What you see/);
  fireEvent.change(reason, { target: { value: "Signed, and paid" } });
  fireEvent.click(screen.getByRole("button", { name: "Say it" }));
  await waitFor(() => expect(put()).toHaveLength(2));
  expect(put().at(-1)).toEqual({ word: "on_track", reason: "Signed, and paid", untilOn: "2026-06-12" });
});

import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Plan } from "../lib/plan-query.ts";
import { aBoard } from "../testing/board.ts";
import { fakeApi } from "../testing/fake-api.ts";
import { acme } from "../testing/people.ts";
import { aFinding, aMilestone, anObjective, aPlan } from "../testing/plan.ts";
import { renderPage } from "../testing/render-page.tsx";
import { PlanPage } from "./plan.page.tsx";

const ask = (field: string, question: string, choices?: string[]) => ({
  kind: "ask",
  subject: { kind: "milestone", id: "m1" },
  field,
  question,
  ...(choices ? { choices } : {}),
});

const FIX = { kind: "add_criterion", milestoneId: "m1", text: "14 pages approved" };

function open(plan: Plan) {
  const page = { ...plan.milestones[0], moves: [] };
  const asked = fakeApi({
    [`GET /projects/${acme.id}/plan`]: plan,
    [`GET /projects/${acme.id}/board`]: aBoard([]),
    [`GET /projects/${acme.id}/people`]: { items: [], nextCursor: null },
    [`POST /projects/${acme.id}/findings/L3/fix`]: { eventId: null },
    "PATCH /milestones/m1": page,
    "PATCH /milestones/m2": page,
    [`POST /projects/${acme.id}/milestones`]: { ...page, id: "phase" },
    "PUT /milestones/phase/objectives": page,
    "POST /milestones/phase/criteria": page,
    "PUT /cards/c1/milestone": {},
    "DELETE /milestones/m1": {},
    "PUT /milestones/m1/objectives": page,
    [`POST /projects/${acme.id}/objectives`]: anObjective("new"),
  });
  renderPage(PlanPage, { path: "/p/$projectKey/plan", at: "/p/acme/plan" });
  return () => asked.filter(({ method }) => method !== "GET");
}

const item = async (id: string) => {
  const check = await screen.findByRole("complementary", { name: "Plan check" });
  const found = within(check)
    .getAllByRole("listitem")
    .find(({ textContent }) => textContent?.startsWith(`${id} `));
  if (!found) throw new Error(`no finding ${id}`);
  return within(found);
};

it("applies a one-click fix as it was offered", async () => {
  const writes = open(aPlan([aMilestone("m1")], { findings: [aFinding("L3", "m1", FIX)] }));
  const finding = await item("L3");
  expect(finding.getByText("M1 cannot be agreed before.")).toBeTruthy();
  fireEvent.click(finding.getByRole("button", { name: "Add “14 pages approved” as done-when" }));
  await waitFor(() =>
    expect(writes().map(({ body }) => body)).toEqual([
      { subject: { kind: "milestone", id: "m1" }, fix: FIX },
    ]),
  );
});

it("asks one question in place and writes the answer where it belongs", async () => {
  const finding = aFinding("L1", "m1", ask("title", "What will be there?"));
  const writes = open(aPlan([aMilestone("m1", { title: "Improve site" })], { findings: [finding] }));
  fireEvent.click((await item("L1")).getByRole("button", { name: "What will be there?" }));
  const field = (await item("L1")).getByRole("textbox", { name: "What will be there?" });
  fireEvent.change(field, { target: { value: "Checkout is live" } });
  fireEvent.click((await item("L1")).getByRole("button", { name: "Save" }));
  await waitFor(() => expect(writes()[0]?.body).toEqual({ title: "Checkout is live" }));
  expect(writes()[0]?.headers.get("if-match")).toBe('"r1"');
});

it("makes the first objective when there is none to choose", async () => {
  const finding = aFinding("L4", "m1", ask("objectiveIds", "Which objective?", []));
  const writes = open(aPlan([aMilestone("m1")], { findings: [finding] }));
  fireEvent.click((await item("L4")).getByRole("button", { name: "Which objective?" }));
  const field = (await item("L4")).getByRole("textbox", { name: "Which objective?" });
  fireEvent.change(field, { target: { value: "More orders" } });
  fireEvent.click((await item("L4")).getByRole("button", { name: "Save" }));
  await waitFor(() =>
    expect(writes().map(({ body }) => body)).toEqual([
      { statement: "More orders" },
      { objectiveIds: ["new"] },
    ]),
  );
});

it("makes a small milestone part of another: its card moves, it goes into the trash", async () => {
  const fix = ask("merge", "Which milestone could it be a part of?");
  const finding = {
    ...aFinding("L9", "m1", fix),
    items: [
      { kind: "milestone" as const, id: "m1" },
      { kind: "card" as const, id: "c1" },
    ],
  };
  const others = [aMilestone("m2", { title: "Shop open" }), aMilestone("m3", { state: "accepted" })];
  const writes = open(aPlan([aMilestone("m1"), ...others], { findings: [finding] }));
  fireEvent.click((await item("L9")).getByRole("button", { name: fix.question }));
  fireEvent.click((await item("L9")).getByRole("combobox", { name: fix.question }));
  const options = await screen.findAllByRole("option");
  expect(options.map(({ textContent }) => textContent)).toEqual(["M2 Shop open"]);
  fireEvent.click(screen.getByRole("option", { name: "M2 Shop open" }));
  fireEvent.click((await item("L9")).getByRole("button", { name: "Save" }));
  await waitFor(() =>
    expect(writes().map(({ method, path, body }) => [method, path, body])).toEqual([
      ["PUT", "/cards/c1/milestone", { milestoneId: "m2", expected: "m1" }],
      ["DELETE", "/milestones/m1", undefined],
    ]),
  );
});

it("puts milestones into a phase that serves what they serve, for as long as they last", async () => {
  const fix = {
    ...ask("milestones", "Which of them belong together in one phase?"),
    subject: { kind: "project", id: acme.id },
  };
  const finding = {
    ...aFinding("L9", acme.id, fix),
    items: ["m1", "m2", "m3"].map((id) => ({ kind: "milestone" as const, id })),
  };
  const milestones = [
    aMilestone("m1", { startOn: "2026-05-04", targetOn: "2026-05-15", objectiveIds: ["o1"] }),
    aMilestone("m2", { startOn: "2026-05-11", targetOn: "2026-06-12", objectiveIds: ["o1", "o2"] }),
    aMilestone("m3"),
  ];
  const writes = open(aPlan(milestones, { findings: [finding] }));
  fireEvent.click((await item("L9")).getByRole("button", { name: fix.question }));
  fireEvent.click((await item("L9")).getByRole("combobox", { name: fix.question }));
  for (const name of ["M1 Stone 1 agreed", "M2 Stone 2 agreed"])
    fireEvent.click(await screen.findByRole("option", { name }));
  const title = (await item("L9")).getByRole("textbox", { name: /What is true/ });
  fireEvent.change(title, { target: { value: "Shop is open" } });
  fireEvent.click((await item("L9")).getByRole("button", { name: "Save" }));
  await waitFor(() =>
    expect(writes().map(({ body }) => body)).toEqual([
      { title: "Shop is open", phase: true, startOn: "2026-05-04", targetOn: "2026-06-12" },
      { objectiveIds: ["o1", "o2"] },
      { text: "M1, M2 are reached" },
      { parentId: "phase" },
      { parentId: "phase" },
    ]),
  );
});

it("offers nothing to those who may not plan, and says what is not asked yet", async () => {
  const plan = aPlan([aMilestone("m1")], {
    findings: [aFinding("L3", "m1", FIX)],
    skippedChecks: [{ id: "L6", why: "needs_forecast" }],
  });
  open({ ...plan, project: { ...plan.project, may: { editPlan: false, work: true, seeMoney: false } } });
  expect((await item("L3")).queryByRole("button")).toBeNull();
  expect(screen.getByText("Not asked yet: the chance of each date needs a forecast.")).toBeTruthy();
});

it("leads from a client who was never asked to where one asks", async () => {
  const question = ask("input", "Send the draft for input?");
  open(aPlan([aMilestone("m1")], { findings: [aFinding("L17", "m1", question)] }));
  const way = (await item("L17")).getByRole("link", { name: "See what is ready, and ask" });
  expect(way.getAttribute("href")).toBe("/p/acme/input");
});

it("leads from what the client was not told to what the client would read", async () => {
  const publish = ask("publish", "Publish the plan, so that the client reads it?");
  open(aPlan([aMilestone("m1")], { findings: [aFinding("L16", "m1", publish)] }));
  const way = (await item("L16")).getByRole("link", { name: "See what the client would read" });
  expect(way.getAttribute("href")).toBe("/p/acme/publish");
});

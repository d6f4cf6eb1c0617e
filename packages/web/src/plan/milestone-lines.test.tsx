import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { undoLast } from "../lib/undo.tsx";
import { aBoard, aColumn } from "../testing/board.ts";
import { fakeApi, Refusal } from "../testing/fake-api.ts";
import { acme } from "../testing/people.ts";
import { aMilestone, anObjective, aPlan } from "../testing/plan.ts";
import { renderPage } from "../testing/render-page.tsx";
import { PlanPage } from "./plan.page.tsx";

async function open() {
  const milestones = [
    aMilestone("m1", { objectiveIds: ["o1"], targetOn: "2026-05-12" }),
    aMilestone("m2", { objectiveIds: ["o1"], targetOn: "2026-06-12", state: "accepted" }),
  ];
  const asked = fakeApi({
    [`GET /projects/${acme.id}/plan`]: aPlan(milestones, { objectives: [anObjective("o1")] }),
    [`GET /projects/${acme.id}/board`]: { ...aBoard([]), columns: [aColumn("todo")] },
    [`GET /projects/${acme.id}/people`]: { items: [], nextCursor: null },
    [`POST /projects/${acme.id}/cards`]: { id: "c1" },
    [`POST /projects/${acme.id}/cards/batch`]: { ids: ["c1", "c2"] },
    [`POST /projects/${acme.id}/milestones`]: ({ body }: { body: { title: string } }) =>
      body.title === "Refused" ? new Refusal(422, { title: "Not now" }) : { ...aMilestone("m3"), ...body },
    "PUT /milestones/m3/objectives": { ...aMilestone("m3"), moves: [] },
    "DELETE /milestones/m3": {},
    "DELETE /cards/c1": {},
    "DELETE /cards/c2": {},
  });
  renderPage(PlanPage, { path: "/p/$projectKey/plan", at: "/p/acme/plan" });
  const objective = within(await screen.findByRole("region", { name: "Objective o1" }));
  const paste = (name: string | RegExp, text: string) =>
    fireEvent.paste(line(name), { clipboardData: { getData: () => text } });
  const line = (name: string | RegExp) => objective.getByRole("textbox", { name });
  return { line, paste, objective, writes: () => asked.filter(({ method }) => method !== "GET") };
}

it("Tab makes an activity of the open milestone above, and Enter keeps the level", async () => {
  const { line, writes } = await open();
  fireEvent.change(line("Milestone"), { target: { value: "Ask the bank" } });
  fireEvent.keyDown(line("Milestone"), { key: "Tab" });
  fireEvent.submit(line("Activity of M1 Stone 1 agreed"));
  await waitFor(() =>
    expect(writes().map(({ path, body }) => [path, body])).toEqual([
      [`/projects/${acme.id}/cards`, { title: "Ask the bank", milestoneId: "m1", columnId: "todo" }],
    ]),
  );
  await waitFor(() => expect(line(/^Activity of M1/)).toHaveProperty("value", ""));
});

it("Shift+Tab takes it back to a milestone", async () => {
  const { line } = await open();
  fireEvent.change(line("Milestone"), { target: { value: "Bank agreed" } });
  fireEvent.keyDown(line("Milestone"), { key: "Tab" });
  expect(fireEvent.keyDown(line(/^Activity/), { key: "Tab", shiftKey: true })).toBe(false);
  expect(line("Milestone")).toHaveProperty("value", "Bank agreed");
});

it("Tab leaves an empty line, and a line that is an activity already", async () => {
  const { line } = await open();
  expect(fireEvent.keyDown(line("Milestone"), { key: "Tab" })).toBe(true);
  fireEvent.change(line("Milestone"), { target: { value: "Ask the bank" } });
  expect(fireEvent.keyDown(line("Milestone"), { key: "Tab" })).toBe(false);
  expect(fireEvent.keyDown(line(/^Activity/), { key: "Tab" })).toBe(true);
});

it("shows a pasted outline before it makes milestones and activities of it, and takes all back", async () => {
  const { paste, objective, writes } = await open();
  paste("Milestone", "- Design approved 12 jun\n    - Draw it\n    - Show it\n- Site live");
  const pasted = within(await objective.findByRole("region", { name: "Pasted lines" }));
  expect(pasted.getByText("Design approved").textContent).toContain("Fri");
  expect(writes()).toEqual([]);
  fireEvent.click(pasted.getByRole("button", { name: "Add 2 milestones and 2 activities" }));
  await screen.findByText("2 milestones and 2 activities added");
  const made = writes().map(({ path, body }) => [path.replace(/.*0190-acme/, ""), body]);
  expect(made).toEqual([
    ["/milestones", { title: "Design approved", targetOn: "2026-06-12", ownerId: null }],
    ["/milestones/m3/objectives", { objectiveIds: ["o1"] }],
    ["/cards/batch", { titles: ["Draw it", "Show it"], milestoneId: "m3", columnId: "todo" }],
    ["/milestones", { title: "Site live", targetOn: null, ownerId: null }],
    ["/milestones/m3/objectives", { objectiveIds: ["o1"] }],
  ]);
  await undoLast();
  const removed = writes().filter(({ method }) => method === "DELETE");
  expect(removed.map(({ path }) => path)).toEqual([
    "/cards/c1",
    "/cards/c2",
    "/milestones/m3",
    "/milestones/m3",
  ]);
});

it("makes none of a pasted outline when one of its lines is refused", async () => {
  const { paste, objective, writes } = await open();
  paste("Milestone", "Design approved\nRefused");
  fireEvent.click(await objective.findByRole("button", { name: "Add 2 milestones" }));
  await objective.findByText("Not now");
  expect(writes().at(-1)).toMatchObject({ method: "DELETE", path: "/milestones/m3" });
  expect(objective.getByText("Refused")).toBeTruthy();
});

it("joins pasted lines into one when they are one", async () => {
  const { paste, line, objective } = await open();
  fireEvent.change(line("Milestone"), { target: { value: "The" } });
  paste("Milestone", "design is\napproved");
  fireEvent.click(await objective.findByRole("button", { name: "As one line" }));
  await waitFor(() => expect(line("Milestone")).toHaveProperty("value", "The design is approved"));
});

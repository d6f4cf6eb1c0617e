import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { aBoard, aColumn } from "../testing/board.ts";
import { fakeApi } from "../testing/fake-api.ts";
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
  });
  renderPage(PlanPage, { path: "/p/$projectKey/plan", at: "/p/acme/plan" });
  const objective = within(await screen.findByRole("region", { name: "Objective o1" }));
  const line = (name: string | RegExp) => objective.getByRole("textbox", { name });
  return { line, writes: () => asked.filter(({ method }) => method !== "GET") };
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

import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { useState } from "react";
import { expect, it } from "vitest";
import { undoLast } from "../../lib/undo.tsx";
import { aBoard, aCard } from "../../testing/board.ts";
import { fakeApi } from "../../testing/fake-api.ts";
import { acme, amara } from "../../testing/people.ts";
import { aFinding, aMilestone, anObjective, aPlan } from "../../testing/plan.ts";
import { renderPage } from "../../testing/render-page.tsx";
import { AssistantPage } from "./assistant.page.tsx";
import type { StepNumber } from "./step-search.ts";

const criterion = { id: "k1", text: "It is signed", answer: null, answeredBy: null, answeredAt: null };
const said = {
  criteria: [{ ...criterion, evidence: "", position: "a0", revision: 1 }],
  objectiveIds: ["o1"],
};
const one = aMilestone("m1", { ...said, priceMinor: 300_000 });
const two = aMilestone("m2", { ownerId: null, objectiveIds: ["o1"] });
const three = aMilestone("m3", { ownerId: null });

function open(plan: ReturnType<typeof aPlan>, at?: StepNumber) {
  const asked = fakeApi({
    [`GET /projects/${acme.id}/plan`]: plan,
    [`GET /projects/${acme.id}/board`]: aBoard([aCard("c1", { milestoneId: "m1" })]),
    [`GET /projects/${acme.id}/people`]: {
      items: [{ id: amara.person.id, name: "Amara Okafor", kind: "member" }],
      nextCursor: null,
    },
    "PATCH /milestones/m2": { ...two, moves: [], revision: 2 },
    "PATCH /milestones/m3": { ...three, moves: [], revision: 2 },
    [`POST /projects/${acme.id}/plan-versions`]: { n: 1 },
    [`POST /projects/${acme.id}/cards`]: { id: "c2" },
    "POST /milestones/m1/moves": { ...one, state: "agreed", moves: [] },
  });
  function Screen() {
    const [step, setStep] = useState<StepNumber | 0 | undefined>(at);
    return <AssistantPage step={step} onStep={setStep} kinds={() => null} Promise={() => null} />;
  }
  renderPage(Screen, { path: "/p/$projectKey/assistant", at: "/p/acme/assistant" });
  return () => asked.filter(({ method }) => method !== "GET");
}

const head = (name: RegExp) => screen.findByRole("button", { name });

it("goes on at the first step that is not done, and folded steps say what stands there", async () => {
  open(aPlan([one, two], { objectives: [anObjective("o1", { statement: "More orders" })] }));
  expect((await head(/Milestones 3|^3 Milestones|Milestones/)).getAttribute("aria-expanded")).toBe("true");
  expect(screen.getByText("“More orders”")).toBeDefined();
  expect(await screen.findByText("2 milestones, 1 activity")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Next: dates from availability" }));
  const dates = await head(/Dates from availability/);
  expect(dates.getAttribute("aria-expanded")).toBe("true");
  await waitFor(() => expect(document.activeElement).toBe(dates));
});

it("fills a column down to those that say nothing, and takes it back", async () => {
  const writes = open(aPlan([one, two, three], { objectives: [anObjective("o1")] }), 3);
  fireEvent.click(await screen.findByRole("button", { name: "The owner of M1 for 2 more" }));
  await screen.findByText("Owner filled down");
  const changes = () => writes().map(({ path, body }) => [path, body]);
  const owner = { ownerId: amara.person.id };
  expect(changes()).toEqual([
    ["/milestones/m2", owner],
    ["/milestones/m3", owner],
  ]);
  await undoLast();
  expect(changes().slice(2)).toEqual([
    ["/milestones/m2", { ownerId: null }],
    ["/milestones/m3", { ownerId: null }],
  ]);
});

it("says of a title that names work what an outcome is", async () => {
  const why = "“Design” does not say what will be there when it is reached.";
  open(aPlan([one], { findings: [{ ...aFinding("L1", "m1", null), why }] }), 2);
  expect(await screen.findByText(why)).toBeDefined();
});

it("keeps the plan without leaving the board empty, and agrees only to what is ready", async () => {
  const bare = aMilestone("m2", { ...said, cards: { done: 0, count: 0, estimated: 0 } });
  const full = { ...one, cards: { done: 0, count: 1, estimated: 1 } };
  const writes = open(
    aPlan([full, bare], { objectives: [anObjective("o1")], findings: [aFinding("L2", "m2", null)] }),
    6,
  );
  expect(await screen.findByText(/M2 cannot be agreed yet/)).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Mark it as agreed" }));
  await waitFor(() => expect(writes().map(({ path }) => path)).toEqual(["/milestones/m1/moves"]));
  fireEvent.click(screen.getByRole("button", { name: "Keep this plan" }));
  await screen.findByText("Kept as version 1");
  const [, card, version] = writes();
  expect(card?.body).toMatchObject({ title: bare.title, milestoneId: "m2" });
  expect(version?.path).toBe(`/projects/${acme.id}/plan-versions`);
});

it("is for those who plan", async () => {
  const plan = aPlan([one]);
  open({ ...plan, project: { ...plan.project, may: { editPlan: false, work: true, seeMoney: false } } });
  const page = within(
    await screen.findByRole("heading", { name: /lead plans here/ }).then(() => document.body),
  );
  expect(page.queryByRole("button", { name: /Next/ })).toBeNull();
});

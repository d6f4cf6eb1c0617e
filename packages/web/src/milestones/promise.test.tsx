import { NO_HISTORY } from "@milepost/planning";
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { dayText } from "../lib/dates.ts";
import { planModel } from "../lib/plan-model.ts";
import { aBoard, aCard } from "../testing/board.ts";
import { fakeApi } from "../testing/fake-api.ts";
import { acme } from "../testing/people.ts";
import { aMilestone, aPlan } from "../testing/plan.ts";
import { renderPage } from "../testing/render-page.tsx";
import { HonestPromise } from "./promise.tsx";

const forecast = {
  p5On: "2026-06-10",
  p20On: "2026-06-15",
  p50On: "2026-06-22",
  p80On: "2026-07-01",
  p95On: "2026-07-15",
  chance: 0.1,
  criticality: 1,
  drivers: [],
};
const milestone = aMilestone("m1", { targetOn: "2026-06-12", state: "active", forecast });
const byEstimates = { p50On: forecast.p50On, p80On: forecast.p80On };
const plan = aPlan([milestone], {
  forecastGrounds: {
    pace: null,
    paceShare: 0,
    compared: 0,
    reached: 0,
    corrected: false,
    milestones: [{ id: "m1", byEstimates, byPace: null }],
  },
});
const cards = ["k1", "k2", "k3", "k4"].map((id) =>
  aCard(id, { title: `Piece ${id}`, milestoneId: "m1", likely: 480, people: ["jo"] }),
);
const board = aBoard(cards);
/** Four days of work for somebody who has two hours a day. */
const basis = {
  plan: {
    ...planModel(plan, board),
    people: [{ id: "jo", name: "", percent: 25, calendar: null }],
  },
  today: "2026-06-01",
  seed: 7,
  samples: 200,
  history: NO_HISTORY,
};

function open(mayPlan = true, planned: Partial<typeof basis.plan> = {}) {
  const asked = fakeApi({
    [`GET /projects/${acme.id}/plan`]: plan,
    [`GET /projects/${acme.id}/forecast-basis`]: { ...basis, plan: { ...basis.plan, ...planned } },
    [`GET /projects/${acme.id}/board`]: board,
    [`GET /projects/${acme.id}/people`]: {
      items: [{ id: "jo", name: "Jo", kind: "member" }],
      nextCursor: null,
    },
    "POST /milestones/m1/date-change": { eventId: "e1", moves: [] },
  });
  const may = { ...plan.project.may, editPlan: mayPlan };
  renderPage(() => (
    <HonestPromise plan={{ ...plan, project: { ...plan.project, may } }} milestone={milestone} />
  ));
  return asked;
}

test("says likely and safe day and the chance of the target to everybody", async () => {
  open(false);
  expect(await screen.findByText(new RegExp(`10 % chance of ${dayText("2026-06-12")}`))).toBeDefined();
  expect(screen.getAllByText(/^Likely by .*, safe by /).length).toBeGreaterThan(0);
  expect(screen.getByText("From the estimates; not enough finished work to compare yet.")).toBeDefined();
  expect(screen.queryByRole("button", { name: "What can be promised?" })).toBeNull();
});

test("names the earliest honest day, what holds it, and ways to an earlier one", async () => {
  const asked = open();
  fireEvent.click(await screen.findByRole("button", { name: "What can be promised?" }));
  expect(await screen.findByText(/The earliest honest promise is /)).toBeDefined();
  expect(screen.getByText(/^Jo has 25 % of the week for this project/)).toBeDefined();
  expect(await screen.findByText(/Leave out “Piece /, {}, { timeout: 4_000 })).toBeDefined();
  expect(screen.getByText(/hours? a week of Jo/)).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Move" }));
  await waitFor(() => {
    const sent = asked.find(({ method }) => method === "POST");
    expect(sent?.body).toMatchObject({ expected: { targetOn: "2026-06-12" } });
  });
});

test("another wish is answered anew, a past one with a word", async () => {
  open();
  fireEvent.click(await screen.findByRole("button", { name: "What can be promised?" }));
  const wish = await screen.findByLabelText("A day you would like");
  fireEvent.change(wish, { target: { value: "2026-12-01" } });
  expect(await screen.findByText(`Over 99 % chance of ${dayText("2026-12-01")}.`)).toBeDefined();
  fireEvent.change(wish, { target: { value: "2026-05-01" } });
  expect(await screen.findByText("That day is past.")).toBeDefined();
});

test("promises nothing on too few estimates", async () => {
  open(true, { cards: basis.plan.cards.slice(0, 2) });
  fireEvent.click(await screen.findByRole("button", { name: "What can be promised?" }));
  expect(
    await screen.findByText(/^Too little is estimated to promise a day: 2 of at least 3 cards/),
  ).toBeDefined();
});

test("names who has no time for it at all, and offers no day", async () => {
  open(true, { people: [{ id: "jo", name: "", percent: 0, calendar: null }] });
  fireEvent.click(await screen.findByRole("button", { name: "What can be promised?" }));
  expect(await screen.findByText("As the plan stands, it would never be done.")).toBeDefined();
  expect(screen.getByText("Jo has no working time for it")).toBeDefined();
  expect(screen.queryByRole("button", { name: "Move" })).toBeNull();
});

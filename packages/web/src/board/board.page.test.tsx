import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { aBoard, aCard } from "../testing/board.ts";
import { board, bodyOf, column, full, openBoard, press } from "../testing/board-page.tsx";
import { Refusal } from "../testing/fake-api.ts";
import { amara } from "../testing/people.ts";

it("shows each card in its column, in order", async () => {
  await openBoard();
  const links = column("Todo").getAllByRole("link");
  expect(links.map(({ textContent }) => textContent)).toEqual(["Write copy", "Ask Dana"]);
  expect(column("Doing").getByRole("link", { name: "Launch" })).toBeTruthy();
});

it("filters by what stands in the address and says how many there are", async () => {
  await openBoard({}, "?who=jo");
  expect(column("Todo").queryByRole("link", { name: "Write copy" })).toBeNull();
  expect(column("Todo").getByText("1 of 2")).toBeTruthy();
});

it("moves the selected card at once and asks with what was seen", async () => {
  const [one] = board.cards;
  if (!one) throw new Error("no card");
  const asked = await openBoard({
    "POST /cards/one/move": full(one, { columnId: "doing", position: "Zz" }),
  });
  press("j");
  press("ArrowRight", { shiftKey: true });
  await column("Doing").findByRole("link", { name: "Write copy" });
  await waitFor(() =>
    expect(bodyOf(asked, "/cards/one/move")).toEqual({
      columnId: "doing",
      before: "three",
      expected: { columnId: "todo", place: "board" },
    }),
  );
});

it("puts a refused card back and says who was faster", async () => {
  await openBoard({
    "POST /cards/one/move": () =>
      new Refusal(409, {
        type: "urn:milepost:problem:card-moved",
        title: "Conflict",
        detail: "Jo moved this card meanwhile.",
        facts: { by: "Jo", at: new Date().toISOString() },
      }),
  });
  press("j");
  press(">");
  await screen.findByText(/Jo moved this card meanwhile \(just now\)/);
  expect(column("Todo").getByRole("link", { name: "Write copy" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "Retry" })).toBeTruthy();
});

it("opens a card by key and a field by another", async () => {
  await openBoard();
  press("j");
  press("d");
  await screen.findByText("Edits dates of Write copy");
  press("Enter");
  await screen.findByText("Opened ACME-1");
});

it("shows the board by person, and a card moved to somebody is theirs", async () => {
  const [, two] = board.cards;
  if (!two) throw new Error("no card");
  const asked = await openBoard(
    { "PUT /cards/two/people": full(two, { people: [amara.person.id] }) },
    "?by=person",
    "Jo",
  );
  expect(column("Nobody").getAllByRole("link")).toHaveLength(2);
  column("Jo").getByRole("link", { name: "Ask Dana" }).focus();
  press("ArrowLeft", { shiftKey: true });
  await column("Amara").findByRole("link", { name: "Ask Dana" });
  await waitFor(() =>
    expect(bodyOf(asked, "/cards/two/people")).toEqual({ add: [amara.person.id], remove: ["jo"] }),
  );
});

it("goes from an opened card to its neighbours in the column, and no further", async () => {
  await openBoard({}, "?card=ACME-1");
  const next = await screen.findByRole("button", { name: "Next card" });
  fireEvent.click(next);
  await screen.findByText("Opened ACME-2");
  fireEvent.click(next);
  fireEvent.click(screen.getByRole("button", { name: "Card before" }));
  await screen.findByText("Opened ACME-1");
});

it("has the focus on a card again that a link had opened", async () => {
  await openBoard({}, "?card=ACME-2");
  fireEvent.click(await screen.findByRole("button", { name: "Close" }));
  const card = column("Todo").getByRole("link", { name: "Ask Dana" });
  await waitFor(() => expect(document.activeElement).toBe(card));
});

it("opens with a card far down its column, as a link to it does", async () => {
  const many = Array.from({ length: 9 }, (_, n) =>
    aCard(`c${n}`, { number: n + 1, title: `Card ${n}`, position: `a${n}` }),
  );
  await openBoard({ [`GET /projects/${board.project.id}/board`]: aBoard(many) }, "?card=ACME-9");
  await screen.findByText("Opened ACME-9");
  expect(screen.getByRole("heading", { name: "Todo" })).toBeTruthy();
});

it("says above the cards of a milestone how it stands, when it lands, how far it is and what came on top", async () => {
  const head = {
    id: "m1",
    reachedOn: null,
    health: {
      word: "at_risk",
      below: null,
      reasons: [{ code: "safe_date_late", days: 5, on: "2031-06-19" }],
    },
    forecast: {
      p5On: "2031-06-05",
      p20On: "2031-06-10",
      p50On: "2031-06-12",
      p80On: "2031-06-19",
      p95On: "2031-06-26",
    },
    progress: { done: 120, total: 480, doneCount: 1, count: 3, percent: 25 },
    scope: { added: 2, removed: 0 },
  };
  await openBoard(
    { [`GET /projects/${board.project.id}/milestone-heads`]: { items: [head] } },
    "?by=milestone",
    "M1 Brief agreed",
  );
  const lane = column("M1 Brief agreed");
  expect(await lane.findByRole("button", { name: /At risk Why/ })).toBeTruthy();
  expect(lane.getByText(/^Likely by .*12.*, safe by .*19/)).toBeTruthy();
  expect(lane.getByText("1 of 3 done, 25 % of the work")).toBeTruthy();
  expect(lane.getByText("+2 cards since baseline")).toBeTruthy();
  expect(lane.getByText(/May/)).toBeTruthy();
  expect(column("Without milestone").queryByText(/baseline/)).toBeNull();
});

it("says of a reached milestone when it was", async () => {
  const head = {
    id: "m1",
    reachedOn: "2031-04-09",
    health: { word: "reached", below: null, reasons: [] },
    forecast: null,
    progress: { done: 1, total: 1, doneCount: 1, count: 1, percent: 100 },
    scope: null,
  };
  await openBoard(
    { [`GET /projects/${board.project.id}/milestone-heads`]: { items: [head] } },
    "?by=milestone",
    "M1 Brief agreed",
  );
  expect(await column("M1 Brief agreed").findByText(/9.*Apr|Apr.*9/)).toBeTruthy();
});

it("reads a card that stays selected, and one that is pressed, before they are opened", async () => {
  const asked = await openBoard();
  const read = () => asked.map(({ path }) => path).filter((path) => path.startsWith("/cards/"));
  press("j");
  await waitFor(() => expect(read()).toEqual(["/cards/one"]));
  fireEvent.pointerDown(column("Todo").getByRole("link", { name: "Ask Dana" }));
  await waitFor(() => expect(read()).toEqual(["/cards/one", "/cards/two"]));
});

import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { listenForKeys } from "../lib/keyboard.ts";
import { undoLast } from "../lib/undo.tsx";
import { aBoard, aCard } from "../testing/board.ts";
import { type Asked, fakeApi, Refusal } from "../testing/fake-api.ts";
import { amara } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import { BoardPage } from "./board.page.tsx";
import type { CardParts } from "./quick-field.ts";

const board = aBoard([
  aCard("one", { number: 1, title: "Write copy", position: "a0" }),
  aCard("two", { number: 2, title: "Ask Dana", position: "a1", people: ["jo"] }),
  aCard("three", { number: 3, title: "Launch", columnId: "doing", position: "a0" }),
]);
const parts: CardParts = {
  QuickEdit: ({ field, card }) => <p>{`Edits ${field} of ${card.title}`}</p>,
  Peek: ({ card }) => <p>{`Peeks at ${card.title}`}</p>,
  Drawer: ({ cardRef, onStep, onClose }) => (
    <>
      <button type="button" onClick={onClose}>
        Close
      </button>
      <p>{`Opened ${cardRef}`}</p>
      <button type="button" onClick={() => onStep("down")}>
        Next card
      </button>
      <button type="button" onClick={() => onStep("up")}>
        Card before
      </button>
    </>
  ),
};
const full = (card: (typeof board.cards)[number], more: object = {}) => ({
  ...card,
  projectId: board.project.id,
  ref: `ACME-${card.number}`,
  place: "board",
  archivedAt: null,
  blockedReason: null,
  touchedAt: "2026-06-01T10:00:00Z",
  ...more,
});

let stop = () => {};
beforeEach(() => {
  stop = listenForKeys();
  // Without layout every list would have no window to fill.
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(600);
});
afterEach(() => {
  cleanup();
  stop();
  localStorage.clear();
  vi.restoreAllMocks();
});

async function open(
  replies: Record<string, unknown> = {},
  search = "",
  lane: string | RegExp = "Todo",
): Promise<Asked[]> {
  const asked = fakeApi({ [`GET /projects/${board.project.id}/board`]: board, ...replies });
  renderPage(() => <BoardPage parts={parts} />, {
    path: "/p/$projectKey/board",
    at: `/p/acme/board${search}`,
  });
  await screen.findByRole("heading", { name: lane });
  return asked;
}

const column = (name: string) => within(screen.getByRole("region", { name }));
const press = (key: string, more: object = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
const bodyOf = (asked: Asked[], path: string) => asked.find((one) => one.path === path)?.body;

it("shows each card in its column, in order", async () => {
  await open();
  const links = column("Todo").getAllByRole("link");
  expect(links.map(({ textContent }) => textContent)).toEqual(["Write copy", "Ask Dana"]);
  expect(column("Doing").getByRole("link", { name: "Launch" })).toBeTruthy();
});

it("filters by what stands in the address and says how many there are", async () => {
  await open({}, "?who=jo");
  expect(column("Todo").queryByRole("link", { name: "Write copy" })).toBeNull();
  expect(column("Todo").getByText("1 of 2")).toBeTruthy();
});

it("moves the selected card at once and asks with what was seen", async () => {
  const [one] = board.cards;
  if (!one) throw new Error("no card");
  const asked = await open({
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
  await open({
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

it("adds a card with what its tokens mean and keeps the line open", async () => {
  const asked = await open({
    [`POST /projects/${board.project.id}/cards`]: full(aCard("new", { number: 4, title: "Call" })),
  });
  press("c");
  const line = await screen.findByRole("combobox", { name: "New card" });
  fireEvent.change(line, { target: { value: "Call @jo #copy >M1 !high ~4h" } });
  fireEvent.keyDown(line, { key: "Enter" });
  await column("Todo").findByRole("link", { name: "Call" });
  expect(bodyOf(asked, `/projects/${board.project.id}/cards`)).toEqual({
    title: "Call",
    columnId: "todo",
    people: ["jo"],
    labels: ["copy"],
    milestoneId: "m1",
    priority: 3,
    likely: 240,
  });
  expect(screen.getByRole("combobox", { name: "New card" })).toHaveProperty("value", "");
});

it("offers to make cards of pasted lines", async () => {
  const asked = await open({ [`POST /projects/${board.project.id}/cards/batch`]: { ids: ["x", "y"] } });
  press("c");
  const line = await screen.findByRole("combobox", { name: "New card" });
  fireEvent.paste(line, { clipboardData: { getData: () => "- Logo\n- Menu\n" } });
  fireEvent.click(await screen.findByRole("button", { name: "Add 2 cards" }));
  await waitFor(() =>
    expect(bodyOf(asked, `/projects/${board.project.id}/cards/batch`)).toEqual({
      titles: ["Logo", "Menu"],
      columnId: "todo",
    }),
  );
});

it("keeps the text of a card that was refused", async () => {
  await open({
    [`POST /projects/${board.project.id}/cards`]: () =>
      new Refusal(507, { title: "Disk full", detail: "No room." }),
  });
  press("c");
  const line = await screen.findByRole("combobox", { name: "New card" });
  fireEvent.change(line, { target: { value: "Call Dana" } });
  fireEvent.keyDown(line, { key: "Enter" });
  await screen.findByText("No room.");
  expect(screen.getByRole("combobox", { name: "New card" })).toHaveProperty("value", "Call Dana");
});

it("opens a card by key and a field by another", async () => {
  await open();
  press("j");
  press("d");
  await screen.findByText("Edits dates of Write copy");
  press("Enter");
  await screen.findByText("Opened ACME-1");
});

it("shows the board by person, and a card moved to somebody is theirs", async () => {
  const [, two] = board.cards;
  if (!two) throw new Error("no card");
  const asked = await open(
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

it("makes a card of a milestone in the lane of that milestone", async () => {
  const created = full(aCard("new", { number: 4, title: "Call", milestoneId: "m1" }));
  const asked = await open(
    { [`POST /projects/${board.project.id}/cards`]: created },
    "?by=milestone",
    /Brief agreed/,
  );
  fireEvent.click(within(screen.getByRole("region", { name: /Brief agreed/ })).getByText("Add card"));
  const line = await screen.findByRole("combobox", { name: "New card" });
  fireEvent.change(line, { target: { value: "Call" } });
  fireEvent.keyDown(line, { key: "Enter" });
  await within(screen.getByRole("region", { name: /Brief agreed/ })).findByRole("link", { name: "Call" });
  expect(bodyOf(asked, `/projects/${board.project.id}/cards`)).toEqual({
    title: "Call",
    columnId: "todo",
    milestoneId: "m1",
  });
});

it("moves cards that are selected together, below each other, with one way back", async () => {
  const [one, two] = board.cards;
  if (!one || !two) throw new Error("no card");
  const asked = await open({
    "POST /cards/one/move": full(one, { columnId: "doing", position: "a1" }),
    "POST /cards/two/move": full(two, { columnId: "doing", position: "a2" }),
  });
  press("j");
  press("x");
  press("j");
  press("x");
  await screen.findByText("2 selected");
  press(">");
  await screen.findByText("Moved to Doing: 2 cards");
  expect(bodyOf(asked, "/cards/one/move")).toMatchObject({ columnId: "doing", after: "three" });
  expect(bodyOf(asked, "/cards/two/move")).toMatchObject({ columnId: "doing", after: "one" });
  asked.length = 0;
  await undoLast();
  expect(bodyOf(asked, "/cards/one/move")).toMatchObject({ columnId: "todo" });
  expect(bodyOf(asked, "/cards/two/move")).toMatchObject({ columnId: "todo", after: "one" });
});

it("selects a range with Shift and changes only what is not so already", async () => {
  const [one] = board.cards;
  if (!one) throw new Error("no card");
  const asked = await open({ "PUT /cards/one/people": full(one, { people: ["jo"] }) });
  press("j");
  fireEvent.click(column("Todo").getByRole("link", { name: "Ask Dana" }), { shiftKey: true });
  fireEvent.click(await screen.findByRole("button", { name: "Move or change" }));
  fireEvent.click(await screen.findByRole("combobox", { name: "Assign" }));
  fireEvent.click(await screen.findByRole("option", { name: "Jo" }));
  fireEvent.click(screen.getByRole("button", { name: "Change" }));
  await screen.findByText("Changed");
  expect(asked.filter(({ path }) => path.endsWith("/people")).map(({ path }) => path)).toEqual([
    "/cards/one/people",
  ]);
  fireEvent.click(screen.getByRole("button", { name: "Select none" }));
  expect(screen.queryByText("2 selected")).toBeNull();
});

it("goes from an opened card to its neighbours in the column, and no further", async () => {
  await open({}, "?card=ACME-1");
  const next = await screen.findByRole("button", { name: "Next card" });
  fireEvent.click(next);
  await screen.findByText("Opened ACME-2");
  fireEvent.click(next);
  fireEvent.click(screen.getByRole("button", { name: "Card before" }));
  await screen.findByText("Opened ACME-1");
});

it("has the focus on a card again that a link had opened", async () => {
  await open({}, "?card=ACME-2");
  fireEvent.click(await screen.findByRole("button", { name: "Close" }));
  const card = column("Todo").getByRole("link", { name: "Ask Dana" });
  await waitFor(() => expect(document.activeElement).toBe(card));
});

it("opens with a card far down its column, as a link to it does", async () => {
  const many = Array.from({ length: 9 }, (_, n) =>
    aCard(`c${n}`, { number: n + 1, title: `Card ${n}`, position: `a${n}` }),
  );
  await open({ [`GET /projects/${board.project.id}/board`]: aBoard(many) }, "?card=ACME-9");
  await screen.findByText("Opened ACME-9");
  expect(screen.getByRole("heading", { name: "Todo" })).toBeTruthy();
});

it("offers a guest no new cards, and says what will stand on an empty board", async () => {
  fakeApi({ [`GET /projects/${board.project.id}/board`]: aBoard([]) });
  renderPage(() => <BoardPage parts={parts} />, {
    path: "/p/$projectKey/board",
    at: "/p/acme/board",
    me: { ...amara, role: "guest", can: [] },
  });
  await screen.findByText("Cards that you are on appear here.");
  press("c");
  expect(screen.queryByRole("combobox", { name: "New card" })).toBeNull();
  expect(screen.queryByText("Add card")).toBeNull();
});

it("moves cards of several lanes to a person, and leaves who is there already in peace", async () => {
  const [one] = board.cards;
  if (!one) throw new Error("no card");
  const asked = await open({ "PUT /cards/one/people": full(one, { people: ["jo"] }) }, "?by=person", "Jo");
  column("Jo").getByRole("link", { name: "Ask Dana" }).focus();
  press("x");
  column("Nobody").getByRole("link", { name: "Write copy" }).focus();
  press("x");
  await screen.findByText("2 selected");
  press("<");
  await screen.findByText("Moved to Jo");
  const written = asked.filter(({ path }) => path.endsWith("/people"));
  expect(written.map(({ path, body }) => [path, body])).toEqual([
    ["/cards/one/people", { add: ["jo"], remove: [] }],
  ]);
});

it("takes from cards that are moved together the person in whose lane each was selected", async () => {
  const amaraId = amara.person.id;
  const shared = aCard("shared", { number: 1, title: "Write copy", people: [amaraId, "jo"] });
  const free = aCard("free", { number: 2, title: "Ask Dana", position: "a1" });
  const people = [
    { id: amaraId, name: "Amara" },
    { id: "jo", name: "Jo" },
    { id: "sam", name: "Sam" },
  ];
  const asked = await open(
    {
      [`GET /projects/${board.project.id}/board`]: aBoard([shared, free], { people }),
      "PUT /cards/shared/people": full(shared, { people: [amaraId, "sam"] }),
      "PUT /cards/free/people": full(free, { people: ["sam"] }),
    },
    "?by=person",
    "Jo",
  );
  column("Jo").getByRole("link", { name: "Write copy" }).focus();
  press("x");
  column("Nobody").getByRole("link", { name: "Ask Dana" }).focus();
  press("x");
  await screen.findByText("2 selected");
  press("<");
  await screen.findByText("Moved to Sam: 2 cards");
  const written = asked.filter(({ path }) => path.endsWith("/people"));
  expect(written.map(({ path, body }) => [path, body])).toEqual([
    ["/cards/shared/people", { add: ["sam"], remove: ["jo"] }],
    ["/cards/free/people", { add: ["sam"], remove: [] }],
  ]);
});

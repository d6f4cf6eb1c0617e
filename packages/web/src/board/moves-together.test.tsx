import { fireEvent, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { undoLast } from "../lib/undo.tsx";
import { aBoard, aCard } from "../testing/board.ts";
import { board, bodyOf, column, full, openBoard, press } from "../testing/board-page.tsx";
import { amara } from "../testing/people.ts";

it("moves cards that are selected together, below each other, with one way back", async () => {
  const [one, two] = board.cards;
  if (!one || !two) throw new Error("no card");
  const asked = await openBoard({
    "POST /cards/one/move": { ...full(one, { columnId: "doing", position: "a1" }), moveId: "first" },
    "POST /cards/two/move": { ...full(two, { columnId: "doing", position: "a2" }), moveId: "second" },
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
  expect(bodyOf(asked, "/cards/one/move")).toMatchObject({ columnId: "todo", undo: "first" });
  expect(bodyOf(asked, "/cards/two/move")).toMatchObject({ columnId: "todo", after: "one", undo: "second" });
});

it("selects a range with Shift and changes only what is not so already", async () => {
  const [one] = board.cards;
  if (!one) throw new Error("no card");
  const asked = await openBoard({ "PUT /cards/one/people": full(one, { people: ["jo"] }) });
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

it("moves cards of several lanes to a person, and leaves who is there already in peace", async () => {
  const [one] = board.cards;
  if (!one) throw new Error("no card");
  const asked = await openBoard(
    { "PUT /cards/one/people": full(one, { people: ["jo"] }) },
    "?by=person",
    "Jo",
  );
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
  const asked = await openBoard(
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

it("changes priority, estimate and column of several cards with one way back", async () => {
  const [one] = board.cards;
  if (!one) throw new Error("no card");
  const asked = await openBoard({
    "PUT /cards/one/priority": full(one, { priority: 3 }),
    "PUT /cards/one/estimate": full(one, { priority: 3, likely: 240 }),
    "POST /cards/one/move": full(one, { columnId: "doing", position: "a1", priority: 3, likely: 240 }),
  });
  press("j");
  press("x");
  fireEvent.click(await screen.findByRole("button", { name: "Move or change" }));
  fireEvent.change(await screen.findByLabelText("Priority"), { target: { value: "3" } });
  fireEvent.change(screen.getByLabelText("Column"), { target: { value: "doing" } });
  fireEvent.change(screen.getByLabelText("Estimate"), { target: { value: "soon" } });
  fireEvent.click(screen.getByRole("button", { name: "Change" }));
  await screen.findByText(/Write hours/);
  fireEvent.change(screen.getByLabelText("Estimate"), { target: { value: "4h" } });
  fireEvent.click(screen.getByRole("button", { name: "Change" }));
  await screen.findByText("Changed");
  asked.length = 0;
  await undoLast();
  expect(bodyOf(asked, "/cards/one/move")).toMatchObject({ columnId: "todo" });
  expect(bodyOf(asked, "/cards/one/priority")).toMatchObject({ priority: 0, expected: 3 });
  expect(bodyOf(asked, "/cards/one/estimate")).toMatchObject({ likely: null });
});

it("selects a whole column and deletes it with one way back", async () => {
  const asked = await openBoard({ "DELETE /cards/one": {}, "DELETE /cards/two": {} });
  press("j");
  fireEvent.keyDown(document.activeElement ?? document.body, { key: "a", ctrlKey: true });
  await screen.findByText("2 selected");
  fireEvent.click(screen.getByRole("button", { name: "Delete" }));
  await screen.findByText("Deleted: 2 cards");
  expect(asked.filter(({ path }) => /cards\/(one|two)$/.test(path))).toHaveLength(2);
});

it("copies a card with what its list names, and takes the copy back", async () => {
  const [one] = board.cards;
  if (!one) throw new Error("no card");
  const copy = full({ ...one, id: "copy", number: 9, position: "a0V" });
  const asked = await openBoard({
    "POST /cards/one/copy": { card: { ...copy, ref: "ACME-9" }, leftOut: [] },
    "DELETE /cards/copy": {},
  });
  press("j");
  press(".");
  fireEvent.click(await screen.findByRole("menuitem", { name: "Copy card..." }));
  fireEvent.click(await screen.findByRole("button", { name: "Copy card" }));
  await screen.findByText("Copied to ACME-9");
  expect(bodyOf(asked, "/cards/one/copy")).toEqual({
    title: "Write copy",
    columnId: "todo",
    parts: ["links"],
  });
  await undoLast();
  expect(asked.some(({ method, path }) => method === "DELETE" && path.endsWith("/cards/copy"))).toBe(true);
});

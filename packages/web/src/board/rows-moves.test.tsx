import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { undoLast } from "../lib/undo.tsx";
import { board, bodyOf, full, openBoard, press } from "../testing/board-page.tsx";

const [one] = board.cards;
if (!one) throw new Error("no card");

const cell = (name: string) => within(screen.getByRole("region", { name }));
// Nothing has a place here: all rows are drawn.
beforeEach(() => void vi.stubGlobal("IntersectionObserver", undefined));
afterEach(() => void vi.unstubAllGlobals());

const inRows = (replies: Record<string, unknown> = {}) =>
  openBoard(replies, "?rows=milestone", "Without milestone");

it("moves a card along its row and down its column by the keys, each as one act", async () => {
  const asked = await inRows({
    "POST /cards/one/move": { ...full(one, { columnId: "doing", position: "a1" }), moveId: "first" },
  });
  cell("Todo, Without milestone").getByRole("link", { name: "Write copy" }).focus();
  press(">");
  await screen.findByText("Moved to Doing, Without milestone");
  expect(asked.map(({ path }) => path)).not.toContain("/cards/one/milestone");
  expect(bodyOf(asked, "/cards/one/move")).toMatchObject({ columnId: "doing", before: "three" });
});

it("moves a card to the row above over the top of its cell, and leaves its column alone", async () => {
  const asked = await inRows({ "PUT /cards/one/milestone": full(one, { milestoneId: "m1" }) });
  cell("Todo, Without milestone").getByRole("link", { name: "Write copy" }).focus();
  press("ArrowUp", { shiftKey: true });
  await screen.findByText("Moved to Todo, M1 Brief agreed");
  expect(bodyOf(asked, "/cards/one/milestone")).toEqual({ milestoneId: "m1", expected: null });
  expect(asked.map(({ path }) => path)).not.toContain("/cards/one/move");
  asked.length = 0;
  await undoLast();
  expect(bodyOf(asked, "/cards/one/milestone")).toEqual({ milestoneId: null, expected: "m1" });
});

async function moveToDoneUnderM1(): Promise<void> {
  cell("Todo, Without milestone").getByRole("link", { name: "Write copy" }).focus();
  press("s");
  fireEvent.change(await screen.findByRole("combobox", { name: "Column" }), { target: { value: "done" } });
  fireEvent.change(screen.getByRole("combobox", { name: "Milestone" }), { target: { value: "m1" } });
  fireEvent.click(screen.getByRole("button", { name: "Move" }));
}

it("takes column and milestone back with one undo", async () => {
  const asked = await inRows({
    "POST /cards/one/move": { ...full(one, { columnId: "done", position: "a1" }), moveId: "first" },
    "PUT /cards/one/milestone": full(one, { milestoneId: "m1" }),
  });
  await moveToDoneUnderM1();
  await screen.findByText("Moved to Done");
  asked.length = 0;
  await undoLast();
  expect(bodyOf(asked, "/cards/one/move")).toMatchObject({ columnId: "todo", before: "two", undo: "first" });
  expect(bodyOf(asked, "/cards/one/milestone")).toEqual({ milestoneId: null, expected: "m1" });
});

it("lets a card stand where it was when one half is refused", async () => {
  const asked = await inRows({ "PUT /cards/one/milestone": full(one, { milestoneId: "m1" }) });
  await moveToDoneUnderM1();
  await waitFor(() =>
    expect(asked.filter(({ path }) => path === "/cards/one/milestone").map(({ body }) => body)).toEqual([
      { milestoneId: "m1", expected: null },
      { milestoneId: null, expected: "m1" },
    ]),
  );
  expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
});

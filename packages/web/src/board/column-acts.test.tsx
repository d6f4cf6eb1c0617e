import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { board, bodyOf, column, openBoard, press } from "../testing/board-page.tsx";

const act = (cardIds: string[]) => ({ actId: "act-1", cardIds });

async function openMenu(name: string): Promise<void> {
  fireEvent.click(screen.getByRole("button", { name: `Column ${name}` }));
  await screen.findByRole("menuitem", { name: /^Fold column/ });
}

test("all cards of a column go into the archive and come back by one undo", async () => {
  const asked = await openBoard({
    "POST /columns/todo/archive-cards": act(["one", "two"]),
    [`POST /projects/${board.project.id}/acts/act-1/undo`]: { cardIds: ["one", "two"] },
  });
  await openMenu("Todo");
  fireEvent.click(screen.getByRole("menuitem", { name: "Archive all 2 cards" }));
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => expect(asked.some(({ path }) => path.endsWith("/acts/act-1/undo"))).toBe(true));
  expect(bodyOf(asked, "/columns/todo/archive-cards")).toEqual({ only: "all" });
});

test("a column is sorted from its menu, which the keys open as well", async () => {
  const asked = await openBoard({ "POST /columns/todo/sort": act(["one", "two"]) });
  press(":", { shiftKey: true });
  const sort = await screen.findByRole("menuitem", { name: "Sort once by" });
  sort.focus();
  fireEvent.keyDown(sort, { key: "ArrowRight" });
  fireEvent.click(await screen.findByRole("menuitem", { name: "Title, A to Z" }));
  expect(await screen.findByText("Todo sorted by title")).toBeTruthy();
  expect(bodyOf(asked, "/columns/todo/sort")).toEqual({ by: "title" });
});

test("a folded column stays folded over a reload, and arrows go past it", async () => {
  await openBoard();
  fireEvent.click(column("Todo").getByRole("button", { name: "Fold Todo" }));
  const strip = await screen.findByRole("button", { name: "Unfold Todo, 2" });
  await waitFor(() => expect(document.activeElement).toBe(strip));
  expect(screen.queryByText("Write copy")).toBeNull();
  press("j");
  await waitFor(() => expect(document.activeElement?.textContent).toContain("Launch"));
  expect(localStorage.getItem(`milepost.folded.${board.project.id}`)).toBe("todo");
  fireEvent.click(strip);
  await screen.findByRole("button", { name: "Fold Todo" });
  expect(screen.getByText("Write copy")).toBeTruthy();
});

test("a column is copied with its cards, says what comes along, and the copy is taken back", async () => {
  const made = { column: { ...board.columns[0], id: "copy" }, cardIds: ["c1", "c2"], leftOut: ["labels"] };
  const asked = await openBoard({
    "POST /columns/todo/copy": made,
    "POST /columns/copy/undo-copy": null,
  });
  await openMenu("Todo");
  fireEvent.click(screen.getByRole("menuitem", { name: "Copy column..." }));
  const name = await screen.findByRole("textbox", { name: /^Name/ });
  fireEvent.change(name, { target: { value: "Again" } });
  expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "With its 2 cards" }).checked).toBe(true);
  expect(screen.queryByRole("checkbox", { name: "Files" })).toBeNull();
  fireEvent.click(screen.getByRole("checkbox", { name: "People" }));
  fireEvent.click(screen.getByRole("button", { name: "Copy column" }));
  const said = await screen.findByText("Copied to Again, without labels gone from the project");
  expect(bodyOf(asked, "/columns/todo/copy")).toEqual({ name: "Again", wipLimit: null, cards: ["links"] });
  const message = said.closest<HTMLElement>("[role='alert']") ?? document.body;
  fireEvent.click(within(message).getByRole("button", { name: "Undo" }));
  await waitFor(() => expect(asked.some(({ path }) => path.endsWith("/columns/copy/undo-copy"))).toBe(true));
});

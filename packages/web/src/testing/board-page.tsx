import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, vi } from "vitest";
import { BoardPage } from "../board/board.page.tsx";
import type { CardParts } from "../board/quick-field.ts";
import { listenForKeys } from "../lib/keyboard.ts";
import { aBoard, aCard } from "./board.ts";
import { type Asked, fakeApi } from "./fake-api.ts";
import { renderPage } from "./render-page.tsx";

/** Two cards to do and one in work. */
export const board = aBoard([
  aCard("one", { number: 1, title: "Write copy", position: "a0" }),
  aCard("two", { number: 2, title: "Ask Dana", position: "a1", people: ["jo"] }),
  aCard("three", { number: 3, title: "Launch", columnId: "doing", position: "a0" }),
]);
export const parts: CardParts = {
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
export const full = (card: (typeof board.cards)[number], more: object = {}) => ({
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

/** The board page with what the server answers beside the board itself. */
export async function openBoard(
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

export const column = (name: string) => within(screen.getByRole("region", { name }));
export const press = (key: string, more: object = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
export const bodyOf = (asked: Asked[], path: string) => asked.find((one) => one.path === path)?.body;

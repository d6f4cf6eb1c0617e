import { expect, it } from "vitest";
import { aBoard, aCard } from "../testing/board.ts";
import { waitingCards } from "./waiting.ts";

it("believes the board more than what was read with it, and what was read of all others", () => {
  const board = aBoard([aCard("open"), aCard("done", { doneAt: "2031-05-01T10:00:00.000Z" })], {
    waits: [
      { card: "a", for: "open", open: false },
      { card: "b", for: "done", open: true },
      { card: "c", for: "elsewhere", open: true },
      { card: "d", for: "archived", open: false },
      { card: "e", for: "m1", open: true },
    ],
  });
  expect([...waitingCards(board)]).toEqual(["a", "c", "e"]);
});

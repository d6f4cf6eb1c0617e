import { describe, expect, it } from "vitest";
import { aBoard, aCard } from "../testing/board.ts";
import { newsMoment, noteNews, noteWrite, withNewsSince, writtenSince } from "./card-news.ts";

const board = aBoard([aCard("one"), aCard("two", { position: "a1" })]);
const project = board.project.id;
const moved = aCard("one", { columnId: "doing" });

describe("a board that was asked for", () => {
  it("stays the same object when nothing was told meanwhile", () => {
    noteNews(project, "one", moved);
    expect(withNewsSince(board, newsMoment())).toBe(board);
  });

  it("takes over what was told of a card after it was asked for", () => {
    const moment = newsMoment();
    noteNews(project, "one", moved);
    const shown = withNewsSince(board, moment);
    expect(shown.cards).toEqual([moved, board.cards[1]]);
    expect(shown.cards[1]).toBe(board.cards[1]);
    expect(board.cards[0]?.columnId).toBe("todo");
  });

  it("leaves out a card that left the board, and gets one that came", () => {
    const moment = newsMoment();
    noteNews(project, "one", null);
    noteNews(project, "new", aCard("new"));
    expect(withNewsSince(board, moment).cards.map(({ id }) => id)).toEqual(["two", "new"]);
  });

  it("believes the last word of several", () => {
    const moment = newsMoment();
    noteNews(project, "one", null);
    noteNews(project, "one", moved);
    expect(withNewsSince(board, moment).cards[0]).toBe(moved);
  });

  it("hears nothing of other projects", () => {
    const moment = newsMoment();
    noteNews("another", "one", null);
    expect(withNewsSince(board, moment)).toBe(board);
  });
});

describe("a write of a card", () => {
  it("counts when it began or ended after the moment", () => {
    expect(writtenSince("fresh", 0)).toBe(false);
    const before = newsMoment();
    noteWrite("fresh");
    expect(writtenSince("fresh", before)).toBe(true);
    expect(writtenSince("another", before)).toBe(false);
    const after = newsMoment();
    expect(writtenSince("fresh", after)).toBe(false);
    noteWrite("fresh");
    expect(writtenSince("fresh", after)).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import { aBoard, aCard } from "../testing/board.ts";
import { type BoardSearch, readBoardSearch, sieve, toggled } from "./board-filter.ts";

const cards = [
  aCard("copy", { number: 7, title: "Write Copy", people: ["me"], dueOn: "2026-06-09" }),
  aCard("legal", { number: 42, title: "Legal review", labels: ["law"], blocked: true, dueOn: "2026-06-12" }),
  aCard("done", {
    number: 8,
    title: "Kick-off",
    people: ["jo"],
    dueOn: "2026-06-01",
    doneAt: "2026-06-01T10:00:00Z",
  }),
  aCard("m", { number: 9, title: "Plan", milestoneId: "m1", people: ["jo", "me"] }),
];
const board = aBoard(cards);
const shown = (search: BoardSearch) =>
  cards.filter(sieve(search, board, { me: "me", today: "2026-06-10" }) ?? (() => true)).map(({ id }) => id);

describe("filter", () => {
  it.each([
    [{}, ["copy", "legal", "done", "m"]],
    [{ q: "copy" }, ["copy"]],
    [{ q: "acme-42" }, ["legal"]],
    [{ who: "me" }, ["copy", "m"]],
    [{ who: "me,none" }, ["copy", "legal", "m"]],
    [{ label: "law" }, ["legal"]],
    [{ milestone: "1" }, ["m"]],
    [{ milestone: "none" }, ["copy", "legal", "done"]],
    [{ due: "overdue" }, ["copy"]],
    [{ due: "week" }, ["legal"]],
    [{ due: "none" }, ["m"]],
    [{ blocked: true }, ["legal"]],
    [{ who: "jo", q: "plan" }, ["m"]],
  ] as [BoardSearch, string[]][])("%o", (search, ids) => expect(shown(search)).toEqual(ids));
});

describe("address", () => {
  it("reads what it knows and leaves the rest", () => {
    expect(
      readBoardSearch({ q: "a", due: "soon", milestone: 3, list: "later", x: 1, blocked: "true" }),
    ).toEqual({
      q: "a",
      milestone: "3",
      list: "later",
      blocked: true,
    });
  });

  it("adds and takes away one value", () => {
    expect(toggled(undefined, "me")).toBe("me");
    expect(toggled("me,jo", "me")).toBe("jo");
    expect(toggled("jo", "jo")).toBeUndefined();
  });
});

import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { aBoard, aCard } from "../testing/board.ts";
import { fakeApi } from "../testing/fake-api.ts";
import { acme } from "../testing/people.ts";
import { carryOut, changeOf, type Wish } from "./load-acts.ts";

const week = { personId: "jo", weekOn: "2026-03-09" };
const card = { ...aCard("c1", { people: ["jo"], dueOn: "2026-03-12" }), projectId: acme.id };
const answer = { ...card, place: "board", archivedAt: null };

async function done(wish: Wish) {
  const asked = fakeApi({
    "PUT /cards/c1/dates": answer,
    "PUT /cards/c1/people": answer,
    "POST /cards/c1/move": answer,
  });
  expect(await carryOut(new QueryClient(), aBoard([card]), card, wish, week)).toBe(true);
  return asked.filter(({ method }) => method !== "GET").map(({ path, body }) => [path, body]);
}

test("moving begins it a week later, and a due date that would be passed goes along", async () => {
  expect(await done({ kind: "move" })).toEqual([
    [
      "/cards/c1/dates",
      {
        startOn: "2026-03-16",
        dueOn: "2026-03-20",
        expected: { startOn: null, dueOn: "2026-03-12" },
      },
    ],
  ]);
});

test("reassigning takes one person away and adds the other", async () => {
  expect(await done({ kind: "reassign", toId: "sam" })).toEqual([
    ["/cards/c1/people", { add: ["sam"], remove: ["jo"] }],
  ]);
});

test("cutting puts it off to Later", async () => {
  expect(await done({ kind: "cut" })).toEqual([
    ["/cards/c1/move", { place: "later", expected: { columnId: "todo", place: "board" } }],
  ]);
});

test("what is tried out is what would be done", () => {
  expect(changeOf({ kind: "move" }, "c1", week)).toEqual({
    kind: "move",
    cardId: "c1",
    startOn: "2026-03-16",
  });
  expect(changeOf({ kind: "reassign", toId: "sam" }, "c1", week)).toMatchObject({
    fromId: "jo",
    toId: "sam",
  });
});

import type { Board, BoardCard, BoardColumn } from "../lib/board-query.ts";
import { acme, amara } from "./people.ts";

export function aCard(id: string, more: Partial<BoardCard> = {}): BoardCard {
  return {
    id,
    number: 1,
    title: `Card ${id}`,
    columnId: "todo",
    milestoneId: null,
    position: "a0",
    priority: 0,
    startOn: null,
    dueOn: null,
    low: null,
    likely: null,
    high: null,
    people: [],
    labels: [],
    blocked: false,
    blockedByClient: false,
    audience: "team",
    hasBody: false,
    comments: 0,
    files: 0,
    items: 0,
    itemsDone: 0,
    coverFileId: null,
    coverVersion: null,
    startedAt: null,
    doneAt: null,
    revision: 1,
    ...more,
  };
}

export function aColumn(id: string, more: Partial<BoardColumn> = {}): BoardColumn {
  const name = `${id.slice(0, 1).toUpperCase()}${id.slice(1)}`;
  return { id, name, category: "todo", wipLimit: null, position: id, revision: 1, count: 0, ...more };
}

export function aBoard(cards: BoardCard[], more: Partial<Board> = {}): Board {
  return {
    project: { id: acme.id, key: acme.key, name: acme.name },
    columns: [
      aColumn("todo"),
      aColumn("doing", { category: "doing" }),
      aColumn("done", { category: "done" }),
    ],
    cards,
    labels: [{ id: "copy", name: "Copy", color: "blue", position: "a0", revision: 1 }],
    people: [
      { id: amara.person.id, name: "Amara" },
      { id: "jo", name: "Jo" },
    ],
    milestones: [
      {
        id: "m1",
        number: 1,
        title: "Brief agreed",
        targetOn: "2026-05-06",
        state: "active",
        done: 1,
        total: 2,
      },
    ],
    fields: [],
    waits: [],
    later: 0,
    ...more,
  };
}

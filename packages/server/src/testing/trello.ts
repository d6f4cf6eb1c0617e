import { readFileSync } from "node:fs";
import type { Loose } from "./server.ts";

/** A small board by hand: every kind of part that Trello's export is documented to have. */
export function rosaBoard(): Loose {
  return JSON.parse(readFileSync(new URL("../imports/fixtures/trello-rosa.json", import.meta.url), "utf8"));
}

/** A large board after the same documentation: five lists, checklists, labels, people, comments, a full log. */
export function largeBoard(cards: number): Loose {
  const lists = ["Backlog", "To do", "Doing", "Review", "Done"].map((name, n) => ({
    id: id("a", n),
    name,
    closed: false,
    pos: n + 1,
  }));
  const labels = ["red", "green", "blue"].map((color, n) => ({ id: id("b", n), name: `Label ${n}`, color }));
  const members = [
    { id: id("c", 0), fullName: "Jo", username: "jo" },
    { id: id("c", 1), fullName: "Somebody Else", username: "else" },
  ];
  const numbers = Array.from({ length: cards }, (_, n) => n);
  return {
    id: id("f", 0),
    name: "A large board",
    lists,
    labels,
    members,
    cards: numbers.map((n) => ({
      id: id("1", n),
      idShort: n + 1,
      idList: lists[n % lists.length]?.id,
      name: `Card ${n + 1}`,
      desc: `What card ${n + 1} is about. `.repeat(8),
      closed: n % 10 === 9,
      pos: cards - n,
      due: n % 3 === 0 ? "2026-03-20T11:00:00.000Z" : null,
      idMembers: members.slice(0, n % 3).map((member) => member.id),
      idLabels: labels.slice(0, n % 4).map((label) => label.id),
      attachments: n % 5 === 0 ? [{ id: id("2", n), name: "Link", url: `https://example.org/${n}` }] : [],
      badges: { comments: 1 },
    })),
    checklists: numbers
      .filter((n) => n % 2 === 0)
      .map((n) => ({
        id: id("3", n),
        idCard: id("1", n),
        name: "Steps",
        pos: 1,
        checkItems: [0, 1, 2, 3].map((k) => ({
          id: id("4", n * 4 + k),
          name: `Step ${k}`,
          state: k < 2 ? "complete" : "incomplete",
          pos: k,
        })),
      })),
    customFields: [{ id: id("5", 0), name: "Hours", type: "number", pos: 1 }],
    actions: numbers.slice(0, 1_000).map((n) => ({
      id: id("6", n),
      type: n % 2 === 0 ? "commentCard" : "updateCard",
      date: "2026-02-20T10:00:00.000Z",
      data: { text: `Comment ${n}`, card: { id: id("1", n) } },
      memberCreator: { fullName: "Jo" },
    })),
  };
}

function id(kind: string, n: number): string {
  return `65a0${kind.repeat(4)}${n.toString(16).padStart(16, "0")}`;
}

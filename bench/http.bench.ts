import { setUp } from "../e2e/account.ts";
import { startMilepost } from "../e2e/milepost.ts";
import { joinEmbedded } from "../packages/server/src/db/embedded.ts";
import { startFloor } from "./floor-process.ts";
import { growthRows } from "./growth.ts";
import { type Ask, oneAfterAnother, sixteen } from "./load.ts";
import {
  ask,
  boardAsk,
  cardAsk,
  cardId,
  changedBoard,
  commentAsk,
  createAsk,
  type Place,
  post,
  project,
} from "./place.ts";
import type { Row } from "./row.ts";

/** The figures people feel, each beside a floor measured in the same run on the same database. */
export async function httpRows(): Promise<Row[]> {
  const milepost = await startMilepost();
  try {
    const api = await setUp(milepost.url);
    const small = await project(milepost.url, api, "Thousand", 1_000);
    const large = await project(milepost.url, api, "FiveThousand", 5_000);
    // The one-after-another rows add cards to theirs; the floor must send the bytes that are measured.
    const shared = await project(milepost.url, api, "Shared", 1_000);
    const { connection } = await joinEmbedded(milepost.dataDir);
    const floor = await startFloor(connection, shared.board);
    try {
      return [
        ...(await alone(small, large, floor.url)),
        ...(await together(shared, floor.url)),
        ...(await growthRows(small, connection)),
      ];
    } finally {
      await floor.stop();
    }
  } finally {
    await milepost.stop();
    milepost.remove();
  }
}

async function alone(small: Place, large: Place, floor: string): Promise<Row[]> {
  const time = (make: (n: number) => Ask, count?: number) => oneAfterAnother(make, count);
  const packed = await time(() => ({ url: `${floor}/packed` }));
  const update = await time(() => ({ url: `${floor}/update`, method: "POST" }));
  const etag = await etagOf(small);
  return [
    {
      name: "board of 1,000 cards",
      value: await time(() => boardAsk(small)),
      unit: "ms",
      floor: packed,
      goal: "<= 15 ms",
    },
    {
      name: "board of 5,000 cards",
      value: await time(() => boardAsk(large), 100),
      unit: "ms",
      goal: "<= 60 ms",
    },
    {
      name: "board of 1,000 cards, unchanged (304)",
      value: await time(() => boardAsk(small, { "if-none-match": etag })),
      unit: "ms",
      goal: "<= 2 ms",
    },
    {
      name: "board of 1,000 cards, changed each time",
      value: await changedBoard(small),
      unit: "ms",
      goal: "<= 15 ms",
    },
    { name: "open a card", value: await time((n) => cardAsk(small, n)), unit: "ms", goal: "<= 3 ms" },
    {
      name: "create a card",
      value: await time((n) => createAsk(small, n)),
      unit: "ms",
      floor: update,
      goal: "<= 3 ms",
    },
    { name: "move a card", value: await moves(small), unit: "ms", floor: update, goal: "<= 3 ms" },
    {
      name: "comment",
      value: await time((n) => commentAsk(small, n)),
      unit: "ms",
      floor: update,
      goal: "<= 3 ms",
    },
    {
      name: "portfolio, with the sample project",
      value: await portfolio(small),
      unit: "ms",
      floor: update,
      goal: "<= 3 ms",
    },
  ];
}

async function together(place: Place, floor: string): Promise<Row[]> {
  const cards = place.board.cards.slice(0, 400).map((_, n) => n);
  const packed = await sixteen([{ url: `${floor}/packed` }]);
  const plain = await sixteen([{ url: `${floor}/plain` }]);
  const update = await sixteen([{ url: `${floor}/update`, method: "POST" }]);
  await floorHasLetGo();
  const boards = await sixteen([boardAsk(place)]);
  const plainBoards = await sixteen([boardAsk(place, { "accept-encoding": "identity" })]);
  const opening = await sixteen(cards.map((n) => cardAsk(place, n)));
  const creating = await sixteen([createAsk(place, 1)]);
  const commenting = await sixteen(cards.map((n) => commentAsk(place, n)));
  const row = (name: string, load: typeof boards, base: typeof boards, goal: string): Row => ({
    name: `${name}, 16 connections`,
    value: load.perSecond,
    unit: "/s",
    floor: base.perSecond,
    goal,
    note: `p99 ${load.p99} ms, ${load.failures} failed`,
  });
  return [
    row("boards of 1,000 cards, gzip", boards, packed, ">= 0.6 x floor"),
    row("boards of 1,000 cards, plain", plainBoards, plain, ">= 0.6 x floor"),
    row("opening cards", opening, update, ">= 0.15 x floor"),
    row("creating cards in one project", creating, update, ">= 0.15 x floor"),
    row("commenting", commenting, update, ">= 0.15 x floor"),
  ];
}

function moves(place: Place): Promise<number> {
  const at = new Map(place.board.cards.map((card) => [card.id, card.columnId]));
  return oneAfterAnother((n) => {
    const id = cardId(place, n);
    const columnId = place.board.columns[n % place.board.columns.length]?.id ?? "";
    const expected = { columnId: at.get(id), place: "board" };
    at.set(id, columnId);
    return post(place, `/cards/${id}/move`, { columnId, expected });
  });
}

async function portfolio(place: Place): Promise<number> {
  await place.api.call("POST", "/sample", {});
  return oneAfterAnother(() => ask(place, "/portfolio"));
}

/** The floor gives its connections back when idle; the embedded server has not enough for both at full load. */
function floorHasLetGo(): Promise<void> {
  return new Promise((resume) => setTimeout(resume, 1_000));
}

async function etagOf(place: Place): Promise<string> {
  const { url, headers } = boardAsk(place);
  const answer = await fetch(url, { headers: headers ?? {} });
  return answer.headers.get("etag") ?? "";
}

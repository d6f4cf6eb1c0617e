import { type Api, setUp } from "../e2e/account.ts";
import { startMilepost } from "../e2e/milepost.ts";
import { joinEmbedded } from "../packages/server/src/db/embedded.ts";
import { startFloor } from "./floor-process.ts";
import { type Ask, oneAfterAnother, sixteen } from "./load.ts";
import { median, type Row } from "./row.ts";

interface Board {
  columns: { id: string }[];
  cards: { id: string; columnId: string }[];
}

interface Place {
  url: string;
  api: Api;
  projectId: string;
  board: Board;
}

/** The figures people feel, each beside a floor measured in the same run on the same database. */
export async function httpRows(): Promise<Row[]> {
  const milepost = await startMilepost();
  try {
    const api = await setUp(milepost.url);
    const small = await project(milepost.url, api, "Thousand", 1_000);
    const large = await project(milepost.url, api, "FiveThousand", 5_000);
    const { connection } = await joinEmbedded(milepost.dataDir);
    const floor = await startFloor(connection, small.board);
    try {
      return [...(await alone(small, large, floor.url)), ...(await together(small, floor.url))];
    } finally {
      await floor.stop();
    }
  } finally {
    await milepost.stop();
    milepost.remove();
  }
}

async function project(url: string, api: Api, name: string, cards: number): Promise<Place> {
  const { id } = await api.call<{ id: string }>("POST", "/projects", { name });
  const path = `/projects/${id}/board`;
  const { columns } = await api.call<Board>("GET", path);
  for (let n = 0; n < cards; n += 100) {
    const titles = Array.from(
      { length: 100 },
      (_, at) => `Card ${n + at}: write the copy for page ${n + at}`,
    );
    const columnId = columns[Math.floor((n / cards) * columns.length)]?.id;
    await api.call("POST", `/projects/${id}/cards/batch`, { titles, columnId });
  }
  return { url, api, projectId: id, board: await api.call<Board>("GET", path) };
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
    { name: "portfolio", value: await time(() => ask(small, "/portfolio")), unit: "ms", goal: "<= 3 ms" },
  ];
}

async function together(place: Place, floor: string): Promise<Row[]> {
  const cards = place.board.cards.slice(0, 400).map((_, n) => n);
  const packed = await sixteen([{ url: `${floor}/packed` }]);
  const plain = await sixteen([{ url: `${floor}/plain` }]);
  const update = await sixteen([{ url: `${floor}/update`, method: "POST" }]);
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

function ask({ url, api }: Place, path: string, headers: Record<string, string> = {}): Ask {
  return {
    url: `${url}/api/v1${path}`,
    headers: { cookie: api.cookie, "accept-encoding": "gzip", ...headers },
  };
}

function boardAsk(place: Place, headers?: Record<string, string>): Ask {
  return ask(place, `/projects/${place.projectId}/board`, headers);
}

function post(place: Place, path: string, body: unknown): Ask {
  return {
    ...ask(place, path, { "content-type": "application/json" }),
    method: "POST",
    body: JSON.stringify(body),
  };
}

function cardId({ board }: Place, n: number): string {
  return board.cards[n % board.cards.length]?.id ?? "";
}

function cardAsk(place: Place, n: number): Ask {
  return ask(place, `/cards/${cardId(place, n)}`);
}

function createAsk(place: Place, n: number): Ask {
  const columnId = place.board.columns[0]?.id;
  return post(place, `/projects/${place.projectId}/cards`, { title: `New card ${n}`, columnId });
}

function commentAsk(place: Place, n: number): Ask {
  const subject = { kind: "card", id: cardId(place, n) };
  return post(place, "/comments", { subject, audience: "team", body: `Looks good (${n}).`, mentions: [] });
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

/** Each read follows a write, so nothing kept can serve it. */
async function changedBoard(place: Place): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 40; n++) {
    await oneAfterAnother(() => createAsk(place, n), 1);
    times.push(await oneAfterAnother(() => boardAsk(place), 1));
  }
  return median(times);
}

async function etagOf(place: Place): Promise<string> {
  const { url, headers } = boardAsk(place);
  const answer = await fetch(url, { headers: headers ?? {} });
  return answer.headers.get("etag") ?? "";
}

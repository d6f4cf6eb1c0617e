import type { Api } from "../e2e/account.ts";
import { type Ask, oneAfterAnother } from "./load.ts";
import { median } from "./row.ts";

interface Board {
  columns: { id: string }[];
  cards: { id: string; columnId: string }[];
}

export interface Place {
  url: string;
  api: Api;
  projectId: string;
  board: Board;
}

/** A project with so many cards, spread over its columns. */
export async function project(url: string, api: Api, name: string, cards: number): Promise<Place> {
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

export function ask({ url, api }: Place, path: string, headers: Record<string, string> = {}): Ask {
  return {
    url: `${url}/api/v1${path}`,
    headers: { cookie: api.cookie, "accept-encoding": "gzip", ...headers },
  };
}

export function boardAsk(place: Place, headers?: Record<string, string>): Ask {
  return ask(place, `/projects/${place.projectId}/board`, headers);
}

export function post(place: Place, path: string, body: unknown): Ask {
  return {
    ...ask(place, path, { "content-type": "application/json" }),
    method: "POST",
    body: JSON.stringify(body),
  };
}

export function cardId({ board }: Place, n: number): string {
  return board.cards[n % board.cards.length]?.id ?? "";
}

export function cardAsk(place: Place, n: number): Ask {
  return ask(place, `/cards/${cardId(place, n)}`);
}

export function createAsk(place: Place, n: number): Ask {
  const columnId = place.board.columns[0]?.id;
  return post(place, `/projects/${place.projectId}/cards`, { title: `New card ${n}`, columnId });
}

export function commentAsk(place: Place, n: number): Ask {
  const subject = { kind: "card", id: cardId(place, n) };
  return post(place, "/comments", { subject, audience: "team", body: `Looks good (${n}).`, mentions: [] });
}

/** Each read follows a write, so nothing kept can serve it. */
export async function changedBoard(place: Place): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 40; n++) {
    await oneAfterAnother(() => createAsk(place, n), 1);
    times.push(await oneAfterAnother(() => boardAsk(place), 1));
  }
  return median(times);
}

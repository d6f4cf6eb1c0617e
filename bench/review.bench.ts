import { setUp } from "../e2e/account.ts";
import { inDays, projectOfRosa, publishNow } from "../e2e/client-project.ts";
import { startMilepost } from "../e2e/milepost.ts";
import { joinEmbedded } from "../packages/server/src/db/embedded.ts";
import { startFloor } from "./floor-process.ts";
import { oneAfterAnother } from "./load.ts";
import { ask, type Place, post } from "./place.ts";
import type { Row } from "./row.ts";

const MILESTONES = 20;
const CARDS = 10;
const RUNS = 40;

/** A review of a project as large as they get: opened, read again, and written into. */
export async function reviewRows(): Promise<Row[]> {
  const milepost = await startMilepost({ env: { PUBLISH_HOLD: "1" } });
  try {
    const api = await setUp(milepost.url);
    const { projectId } = await projectOfRosa(api);
    const ids: string[] = [];
    for (let n = 1; n <= MILESTONES; n += 1) {
      const wanted = { title: `Stone ${n} laid`, targetOn: inDays(7 * n), audience: "client" };
      const { id } = await api.call<{ id: string }>("POST", `/projects/${projectId}/milestones`, wanted);
      ids.push(id);
      for (let card = 1; card <= CARDS; card += 1) {
        const work = { title: `Stone ${n}, part ${card}`, milestoneId: id, likely: 240 };
        await api.call("POST", `/projects/${projectId}/cards`, work);
      }
    }
    await publishNow(api, projectId);
    const board = await api.call<Place["board"]>("GET", `/projects/${projectId}/board`);
    const place: Place = { url: milepost.url, api, projectId, board };
    const { connection } = await joinEmbedded(milepost.dataDir);
    const floor = await startFloor(connection, board);
    try {
      return await rowsOf(place, ids, floor.url);
    } finally {
      await floor.stop();
    }
  } finally {
    await milepost.stop();
    milepost.remove();
  }
}

interface Line {
  milestoneId: string;
  revision: number;
}

async function rowsOf(place: Place, ids: readonly string[], floor: string): Promise<Row[]> {
  const open = () => post(place, `/projects/${place.projectId}/reviews`, {});
  const first = await oneAfterAnother(open, 1);
  const { id } = await place.api.call<{ id: string }>("POST", `/projects/${place.projectId}/reviews`);
  const packed = await oneAfterAnother(() => ({ url: `${floor}/packed` }));
  const read = await oneAfterAnother(() => ask(place, `/reviews/${id}`), RUNS);
  const { lines } = await place.api.call<{ lines: Line[] }>("GET", `/reviews/${id}`);
  const revisions = new Map(lines.map(({ milestoneId, revision }) => [milestoneId, revision]));
  const [milestoneId = ""] = ids;
  const say = (n: number) => ({
    ...post(place, `/reviews/${id}/lines/${milestoneId}`, { reason: `Said ${n}` }),
    method: "PATCH" as const,
    headers: {
      ...ask(place, "").headers,
      "content-type": "application/json",
      "if-match": String((revisions.get(milestoneId) ?? 1) + n),
    },
  });
  const said = await oneAfterAnother(say, RUNS);
  const size = `${ids.length} milestones, ${ids.length * CARDS} cards`;
  return [
    { name: `a review begins: ${size}`, value: first, unit: "ms", goal: "<= 300 ms" },
    { name: `the review screen opens: ${size}`, value: read, unit: "ms", floor: packed, goal: "<= 300 ms" },
    { name: "a line is said, and the whole review answers", value: said, unit: "ms", goal: "<= 300 ms" },
  ];
}

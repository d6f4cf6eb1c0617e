import { once } from "node:events";
import { expect, test } from "@playwright/test";
import { type Api, setUp, signIn } from "./account.ts";
import { type Milepost, startMilepost } from "./milepost.ts";

const ROUNDS = Number(process.env.MILEPOST_ROUNDS ?? 5);
const WRITERS = 6;

interface Saved {
  id: string;
  title: string;
}

test(`kill -9 of the whole process group loses nothing that was acknowledged (${ROUNDS} rounds)`, async () => {
  test.setTimeout(60_000 + ROUNDS * 15_000);
  let milepost = await startMilepost({ ownGroup: true });
  const { dataDir } = milepost;
  try {
    let api = await setUp(milepost.url);
    const project = await api.call<{ id: string }>("POST", "/projects", { name: "Crash" });
    const saved: Saved[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await killDuringWrites(milepost, api, project.id, saved, `round ${round}`);
      milepost = await startMilepost({ dataDir, ownGroup: true });
      api = await signIn(milepost.url);
      expect(await missing(api, project.id, saved)).toEqual([]);
    }
    expect(saved.length).toBeGreaterThan(ROUNDS);
  } finally {
    await milepost.stop();
    milepost.remove();
  }
});

async function killDuringWrites(
  milepost: Milepost,
  api: Api,
  projectId: string,
  saved: Saved[],
  name: string,
): Promise<void> {
  const { columns } = await api.call<{ columns: { id: string }[] }>("GET", `/projects/${projectId}/board`);
  const columnId = columns[0]?.id;
  let going = true;
  const write = async (writer: number) => {
    for (let n = 0; going; n++) {
      const title = `${name}, writer ${writer}, card ${n}`;
      const card = await api.call<{ id: string }>("POST", `/projects/${projectId}/cards`, {
        title,
        columnId,
      });
      saved.push({ id: card.id, title });
    }
  };
  const writers = Array.from({ length: WRITERS }, (_, writer) => write(writer).catch(() => undefined));
  await new Promise((resume) => setTimeout(resume, 300 + Math.floor(Math.random() * 500)));
  const ended = once(milepost.process, "exit");
  const { pid } = milepost.process;
  if (!pid) throw new Error("Milepost has no process");
  process.kill(-pid, "SIGKILL");
  going = false;
  await Promise.all([ended, ...writers]);
}

async function missing(api: Api, projectId: string, saved: Saved[]): Promise<string[]> {
  const { cards } = await api.call<{ cards: Saved[] }>("GET", `/projects/${projectId}/board`);
  const there = new Map(cards.map((card) => [card.id, card.title]));
  return saved.filter(({ id, title }) => there.get(id) !== title).map(({ title }) => title);
}
